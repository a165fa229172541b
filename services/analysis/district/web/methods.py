"""The library of methods, one of them as a sheet to work from, and a district's own."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.method_form import PRINTS, read_method, typed_of
from services.analysis.district.domain.methods import GERMAN, GROUPS, KINDS, LEVELS, PHASES, Method, matching
from services.analysis.district.operations.keep_method import keep_method, note_use, retire_method, undo_use
from services.analysis.district.storage.methods import find_own, list_uses, read_methods, read_uses
from services.analysis.district.web.access import district_asked, districts_of
from services.analysis.district.web.pages import page
from services.analysis.domain.days import day_of
from services.analysis.storage.campaigns import list_campaigns
from services.analysis.storage.catalogue import find_effective
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.bodies import Fields, first, read_fields
from shared.staff.access import SignedIn, require, staff

READER: Final = staff("reader")
EDITOR: Final = staff("editor")
PATH: Final = "/staff/methods"
ONE: Final = PATH + "/{key:str}"
DONE: Final = frozenset({"kept", "retired", "used", "unused"})
CONFLICT: Final = 409
UNREADABLE: Final = 422
#: What every form and filter offers.
WORDS: Final[dict[str, Any]] = {
    "all_groups": GROUPS,
    "all_levels": LEVELS,
    "all_phases": PHASES,
    "all_kinds": KINDS,
    "all_german": GERMAN,
    "all_prints": PRINTS,
}


@get(PATH, opt=READER)
async def show_methods(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    """`q`, `group`, `level`, `kind` narrow the list; `district` says whose."""
    asked = request.query_params
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        methods = await read_methods(session, district)
    wanted: dict[str, Any] = {
        "groups": asked.getall("group", []),
        "level": asked.get("level", ""),
        "kind": asked.get("kind", ""),
    }
    words = asked.get("q", "")[:200]
    return page(
        "methods.html",
        signed_in=signed_in,
        district=district,
        places=districts_of(signed_in),
        methods=methods,
        found=matching(methods, words=words, **wanted),
        words=words,
        wanted=wanted,
        may_add=signed_in.may("editor", district),
        done=_done(request),
        **WORDS,
    )


@get(PATH + "/new", opt=EDITOR)
async def show_new(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    district = district_asked(request, signed_in)
    require(signed_in, "editor", district)
    return await _form(database, signed_in, district, "", {"kind": ["method"], "german": ["some"]}, 0)


@post(PATH + "/new", opt=EDITOR)
async def add(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[Any]:
    return await _save(database, signed_in, await read_fields(request), "")


@get(PATH + "/uses", opt=READER)
async def show_uses(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    """Which campaign used which methods, all on one page."""
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        methods = await read_methods(session, district)
        uses = await read_uses(session, district, methods, day_of(now()))
        campaigns = [one.campaign for one in await list_campaigns(session, frozenset({district}))]
    return page(
        "method_uses.html",
        signed_in=signed_in,
        district=district,
        places=districts_of(signed_in),
        methods=methods,
        names={one.key: one.name for one in methods},
        campaigns=[(one, [use for use in uses if use.slug == one.slug]) for one in campaigns],
        may_edit=signed_in.may("editor", district),
        done=_done(request),
    )


@post(PATH + "/uses", opt=EDITOR)
async def change_uses(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Redirect:
    """`campaign`: its id; `method`: a key; `do`: `use` or `undo`."""
    fields = await read_fields(request)
    done = await _change_use(database, signed_in, fields, first(fields, "method"))
    return Redirect(f"{PATH}/uses?district={first(fields, 'district')}&done={done}", status_code=303)


@get(ONE, opt=READER)
async def show_method(
    request: Request[Any, Any, Any], key: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        method = await _method(session, district, key)
        campaigns = [one.campaign for one in await list_campaigns(session, frozenset({district}))]
        values = {
            "uses": await read_uses(session, district, [method], day_of(now())),
            "used_by": await list_uses(session, key, district),
            "campaigns": campaigns,
            "running": [one for one in campaigns if one.closes_at > now()],
            "catalogue": (await find_effective(session, district)).document,
            "own": await find_own(session, district, key) if method.own_of else None,
        }
    return page(
        "method.html",
        signed_in=signed_in,
        district=district,
        method=method,
        may_edit=signed_in.may("editor", district),
        done=_done(request),
        **values,
    )


@get(ONE + "/edit", opt=EDITOR)
async def show_edit(
    request: Request[Any, Any, Any], key: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    district = district_asked(request, signed_in)
    require(signed_in, "editor", district)
    async with database.transaction() as session:
        method = await _method(session, district, key)
        own = await find_own(session, district, key)
    return await _form(database, signed_in, district, key, typed_of(method), own.edition if own else 0)


@post(ONE + "/edit", opt=EDITOR)
async def save(request: Request[Any, Any, Any], key: str, database: Database, signed_in: SignedIn) -> Response[Any]:
    return await _save(database, signed_in, await read_fields(request), key)


@post(ONE + "/retire", opt=EDITOR)
async def retire(request: Request[Any, Any, Any], key: str, database: Database, signed_in: SignedIn) -> Redirect:
    district = first(await read_fields(request), "district")
    require(signed_in, "editor", district)
    async with database.transaction() as session:
        row = await find_own(session, district, key, lock=True)
        if row is not None and row.retired_at is None:
            await retire_method(session, row, signed_in, now())
    return Redirect(f"{PATH}?district={district}&done=retired", status_code=303)


@post(ONE + "/uses", opt=EDITOR)
async def change_use(request: Request[Any, Any, Any], key: str, database: Database, signed_in: SignedIn) -> Redirect:
    """`campaign`: its id; `do`: `use` or `undo`."""
    fields = await read_fields(request)
    done = await _change_use(database, signed_in, fields, key)
    return Redirect(f"{PATH}/{key}?district={first(fields, 'district')}&done={done}#uses", status_code=303)


async def _change_use(database: Database, signed_in: SignedIn, fields: Fields, key: str) -> str:
    """What was done. Raises NotFoundException for a method or campaign that the district does not have."""
    district, undo = first(fields, "district"), first(fields, "do") == "undo"
    require(signed_in, "editor", district)
    async with database.transaction() as session:
        await _method(session, district, key)
        known = {str(one.campaign.id): one.campaign.id for one in await list_campaigns(session, frozenset({district}))}
        campaign_id: UUID | None = known.get(first(fields, "campaign"))
        if campaign_id is None:
            raise NotFoundException
        await (undo_use if undo else note_use)(session, campaign_id, key, signed_in, now())
    return "unused" if undo else "used"


async def _save(database: Database, signed_in: SignedIn, fields: Fields, key: str) -> Response[Any]:
    district, edition = first(fields, "district"), first(fields, "edition")
    require(signed_in, "editor", district)
    known = int(edition) if edition.isascii() and edition.isdigit() and len(edition) < 9 else 0
    async with database.transaction() as session:
        document = (await find_effective(session, district)).document
        method, faults = read_method(fields, key, [one.id for one in document.standards])
        if not key and not method.key:
            faults = (*faults, "name")
        taken = not key and any(one.key == method.key for one in await read_methods(session, district))
        kept = not faults and not taken and await keep_method(session, district, method, known, signed_in, now())
    if kept:
        return Redirect(f"{PATH}/{method.key}?district={district}&done=kept", status_code=303)
    fault = "fields" if faults else "taken" if taken else "conflict"
    return await _form(database, signed_in, district, key, fields, known, faults=faults, fault=fault)


# Long because the form asks for everything that a method is.
async def _form(
    database: Database,
    signed_in: SignedIn,
    district: str,
    key: str,
    typed: Fields,
    edition: int,
    *,
    faults: tuple[str, ...] = (),
    fault: str = "",
) -> Response[str]:
    async with database.transaction() as session:
        catalogue = (await find_effective(session, district)).document
    response = page(
        "method_form.html",
        signed_in=signed_in,
        district=district,
        key=key,
        typed=typed,
        edition=edition,
        faults=faults,
        fault=fault,
        catalogue=catalogue,
        **WORDS,
    )
    response.status_code = 200 if not fault else CONFLICT if fault == "conflict" else UNREADABLE
    return response


async def _method(session: AsyncSession, district: str, key: str) -> Method:
    method = next((one for one in await read_methods(session, district) if one.key == key), None)
    if method is None:
        raise NotFoundException
    return method


def _done(request: Request[Any, Any, Any]) -> str:
    done = request.query_params.get("done", "")
    return done if done in DONE else ""
