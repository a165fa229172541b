"""Handing a district's concept on to others, and taking over one: brought, looked at, taken."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.packages import Sheet
from services.analysis.district.operations.take_package import (
    LARGEST,
    PackageError,
    bring_package,
    make_package,
    own_key,
    preview_package,
    read_package,
    sign,
    take_package,
)
from services.analysis.district.storage.packages import drop_waiting, find_inherited, find_waiting, package_of
from services.analysis.district.web.access import district_asked, districts_of
from services.analysis.district.web.pages import page
from services.analysis.domain.days import day_of
from services.analysis.settings import Settings
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require, staff

LEAD: Final = staff("lead")
READER: Final = staff("reader")
PATH: Final = "/staff/papers/packages"
DONE: Final = frozenset({"taken", "dropped"})
UNREADABLE: Final = 422
#: A key is compared by people, over the telephone: so many signs of it, in groups.
SHOWN_SIGNS: Final = 16


class Questionnaires(ABC):
    """The questionnaires of a district: intake has them."""

    @abstractmethod
    async def handed_on(self, district: str) -> list[Sheet]:
        """The newest public version of each campaign."""

    @abstractmethod
    async def slugs(self, district: str) -> list[str]:
        """The addresses of all campaigns, drafts too."""


@get(PATH, opt=READER)
async def show_packages(
    request: Request[Any, Any, Any],
    database: Database,
    signed_in: SignedIn,
    settings: Settings,
    questionnaires: Questionnaires,
) -> Response[str]:
    district = district_asked(request, signed_in)
    done = request.query_params.get("done", "")
    return await _page(database, signed_in, settings, questionnaires, district, done=done if done in DONE else "")


@get(PATH + "/{district:str}/file", opt=LEAD)
async def download_package(
    district: str, database: Database, signed_in: SignedIn, settings: Settings, questionnaires: Questionnaires
) -> Response[bytes]:
    require(signed_in, "lead", district)
    sheets = await questionnaires.handed_on(district)
    async with database.transaction() as session:
        package = await make_package(session, district, sheets, day_of(now()))
    headers = {"Content-Disposition": f'attachment; filename="{district}.resonanz.json"', "Cache-Control": "no-store"}
    return Response(sign(package, settings.secret), media_type="application/json", headers=headers)


@post(PATH, opt=LEAD)
async def bring(
    request: Request[Any, Any, Any],
    database: Database,
    signed_in: SignedIn,
    settings: Settings,
    questionnaires: Questionnaires,
) -> Response[Any]:
    """`file`: the package; `district`: for whom."""
    form = await request.form()
    district, file = str(form.get("district", "")), form.get("file")
    require(signed_in, "lead", district)
    try:
        content = await file.read(LARGEST + 1) if isinstance(file, UploadFile) else b""
        package, origin = read_package(content)
        if package.district == district:
            raise PackageError("own")
    except PackageError as error:
        return await _page(database, signed_in, settings, questionnaires, district, fault=error.reason)
    async with database.transaction() as session:
        await bring_package(session, district, package, origin, signed_in, now())
    return Redirect(f"{PATH}?district={district}#waiting", status_code=303)


@post(PATH + "/decision", opt=LEAD)
async def decide(
    request: Request[Any, Any, Any], database: Database, signed_in: SignedIn, questionnaires: Questionnaires
) -> Redirect:
    """`do`: `take`, or anything else to put it away. `package`: the one that was looked at."""
    fields = await read_fields(request)
    district = first(fields, "district")
    require(signed_in, "lead", district)
    slugs = await questionnaires.slugs(district)
    async with database.transaction() as session:
        row = await find_waiting(session, district, lock=True)
        if row is None or str(row.id) != first(fields, "package"):
            raise NotFoundException
        taking = first(fields, "do") == "take"
        if taking:
            await take_package(session, row, slugs, signed_in, now())
        else:
            await drop_waiting(session, district)
    return Redirect(f"{PATH}?district={district}&done={'taken' if taking else 'dropped'}", status_code=303)


async def _page(
    database: Database,
    signed_in: SignedIn,
    settings: Settings,
    questionnaires: Questionnaires,
    district: str,
    *,
    done: str = "",
    fault: str = "",
) -> Response[str]:
    slugs = await questionnaires.slugs(district)
    async with database.transaction() as session:
        values = await _state(session, district, slugs)
    shown = page(
        "packages.html",
        signed_in=signed_in,
        district=district,
        places=districts_of(signed_in),
        may_take=signed_in.may("lead", district),
        key=spoken_key(own_key(settings.secret)),
        spoken_key=spoken_key,
        own_key=own_key(settings.secret),
        done=done,
        fault=fault,
        **values,
    )
    shown.status_code = UNREADABLE if fault else 200
    return shown


async def _state(session: AsyncSession, district: str, slugs: list[str]) -> dict[str, Any]:
    waiting, inherited = await find_waiting(session, district), await find_inherited(session, district)
    return {
        "waiting": waiting,
        "brought": package_of(waiting) if waiting else None,
        "changes": await preview_package(session, waiting, slugs) if waiting else (),
        "inherited": inherited,
        "origin": package_of(inherited) if inherited else None,
    }


def spoken_key(key: str) -> str:
    """`3f2a 91c0 …`: enough of it to compare."""
    return " ".join(key[place : place + 4] for place in range(0, SHOWN_SIGNS, 4))
