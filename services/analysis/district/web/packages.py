"""Handing a district's concept on to others, and taking over one: brought, looked at, taken."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.method_form import PRINTS
from services.analysis.district.domain.packages import INHERITED, Held, Package, Sheet, differences, holdings
from services.analysis.district.operations.let_go import let_go, take_back
from services.analysis.district.operations.take_package import (
    LARGEST,
    PackageError,
    addressed,
    bring_package,
    make_package,
    own_key,
    preview_package,
    read_home,
    read_package,
    sign,
    take_package,
)
from services.analysis.district.storage.package_tables import BroughtPackage
from services.analysis.district.storage.packages import (
    drop_waiting,
    find_inherited,
    find_waiting,
    list_free,
    list_history,
    package_of,
)
from services.analysis.district.web.access import district_asked, districts_of
from services.analysis.district.web.pages import page, say
from services.analysis.district.web.writing import rule_lines
from services.analysis.domain.days import day_of
from services.analysis.settings import Settings
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require, staff

LEAD: Final = staff("lead")
READER: Final = staff("reader")
PATH: Final = "/staff/papers/packages"
ONE_PART: Final = PATH + "/parts/{part:str}/{key:str}"
DONE: Final = frozenset({"taken", "dropped", "let-go", "back"})
#: The longest reason, in signs.
LONGEST_REASON: Final = 1000
CONFLICT: Final = 409
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
    request: Request[Any, Any, Any],
    database: Database,
    signed_in: SignedIn,
    settings: Settings,
    questionnaires: Questionnaires,
) -> Response[Any]:
    """`do`: `take`, or anything else to put it away. `package`: the one that was looked at."""
    fields = await read_fields(request)
    district = first(fields, "district")
    require(signed_in, "lead", district)
    slugs, taking = await questionnaires.slugs(district), first(fields, "do") == "take"
    try:
        async with database.transaction() as session:
            row = await find_waiting(session, district, lock=True)
            if row is None or str(row.id) != first(fields, "package"):
                raise NotFoundException
            if taking:
                await take_package(session, row, slugs, signed_in, now())
            else:
                await drop_waiting(session, district)
    except PackageError as error:
        return await _page(database, signed_in, settings, questionnaires, district, fault=error.reason)
    return Redirect(f"{PATH}?district={district}&done={'taken' if taking else 'dropped'}", status_code=303)


@get(ONE_PART, opt=READER)
async def show_part(
    request: Request[Any, Any, Any], part: str, key: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    """An inherited part: as it came, as it is here, and how it became or becomes the district's own."""
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        return await _part_page(session, district, part, key, signed_in)


@post(ONE_PART, opt=LEAD)
async def change_part(
    request: Request[Any, Any, Any], part: str, key: str, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """`do`: `back`, or anything else to let it go for a `reason`."""
    fields = await read_fields(request)
    district, reason = first(fields, "district"), first(fields, "reason").strip()
    back = first(fields, "do") == "back"
    require(signed_in, "lead", district)
    try:
        async with database.transaction() as session:
            _, package, held = await _held(session, district, part, key)
            if held.state == "firm":
                raise NotFoundException
            if not back and (not reason or len(reason) > LONGEST_REASON):
                fault = "long" if reason else "missing"
                return await _part_page(session, district, part, key, signed_in, reason=reason, fault=fault)
            if back:
                await take_back(session, district, (part, key), package, signed_in, now())
            else:
                await let_go(session, district, (part, key), reason, signed_in, now())
    except PackageError as error:
        async with database.transaction() as session:
            return await _part_page(session, district, part, key, signed_in, fault=error.reason)
    return Redirect(f"{PATH}?district={district}&done={'back' if back else 'let-go'}#parts", status_code=303)


async def _held(session: AsyncSession, district: str, part: str, key: str) -> tuple[BroughtPackage, Package, Held]:
    """Raises NotFoundException for what the district does not inherit, or nobody can read any more."""
    row = await find_inherited(session, district)
    package = package_of(row) if row else None
    if row is None or package is None:
        raise NotFoundException
    home = await read_home(session, district, ())
    known = {(one.part, one.key): one for one in holdings(package, home) if one.part in INHERITED}
    found = next((one for place, one in known.items() if place == (part, key)), None)
    if found is None:
        raise NotFoundException
    return row, package, found


async def _part_page(
    session: AsyncSession,
    district: str,
    part: str,
    key: str,
    signed_in: SignedIn,
    *,
    reason: str = "",
    fault: str = "",
) -> Response[str]:
    row, package, held = await _held(session, district, part, key)
    home = await read_home(session, district, ())
    told = {
        "came": rule_lines(package.rules) if part == "rules" else package.standards[key],
        "mine": rule_lines(home.rules) if part == "rules" else home.standards.get(key),
    }
    shown = page(
        "package_part.html",
        signed_in=signed_in,
        district=district,
        origin=package,
        taken=row,
        held=held,
        history=await list_history(session, district, (part, key)),
        may_take=signed_in.may("lead", district),
        reason=reason,
        fault=fault,
        **told,
    )
    shown.status_code = {"": 200, "conflict": CONFLICT}.get(fault, UNREADABLE)
    return shown


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
        section_name=section_name,
        formats=PRINTS,
        own_key=own_key(settings.secret),
        done=done,
        fault=fault,
        **values,
    )
    shown.status_code = {"": 200, "conflict": CONFLICT}.get(fault, UNREADABLE)
    return shown


async def _state(session: AsyncSession, district: str, slugs: list[str]) -> dict[str, Any]:
    waiting, inherited = await find_waiting(session, district), await find_inherited(session, district)
    return {
        "waiting": waiting,
        **await _previewed(session, waiting, slugs),
        **await _inherited(session, inherited, slugs),
    }


async def _previewed(session: AsyncSession, waiting: BroughtPackage | None, slugs: list[str]) -> dict[str, Any]:
    """Nothing of one that can no longer be read."""
    if waiting is None or package_of(waiting) is None:
        return {"brought": None, "changes": (), "differences": ()}
    preview = await preview_package(session, waiting, slugs)
    found = differences(preview.changes, preview.package, preview.home, rule_lines)
    return {"brought": preview.package, "changes": preview.changes, "differences": found}


async def _inherited(session: AsyncSession, row: BroughtPackage | None, slugs: list[str]) -> dict[str, Any]:
    """What was taken and can no longer be read has no origin that anybody could tell."""
    found = package_of(row) if row else None
    if row is None or found is None:
        return {"inherited": row, "origin": None, "parts": (), "free": {}}
    package, home = addressed(found, row.district), await read_home(session, row.district, slugs)
    free = {(one.part, one.key): one for one in await list_free(session, row.district)}
    return {"inherited": row, "origin": package, "parts": holdings(package, home), "free": free}


def section_name(key: str) -> str:
    """Of a concept; one that another house's program knows and this one does not is called by its key."""
    try:
        return say(f"paper-{key}")
    except KeyError:
        return key


def spoken_key(key: str) -> str:
    """`3f2a 91c0 …`: enough of it to compare."""
    return " ".join(key[place : place + 4] for place in range(0, SHOWN_SIGNS, 4))
