"""Residents by part and age: shown, brought as a table, looked at, taken, undone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

import structlog
from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.population import Group, Table, Trait, decoded, read_table, residents, write_table
from services.analysis.results.operations.upload_population import (
    DEMO_DISTRICT,
    demo_table,
    take_population,
    undo_population,
    upload_population,
)
from services.analysis.results.storage.population import find_population, groups_of, list_populations
from services.analysis.results.storage.population_tables import Population
from services.analysis.results.web.pages import PAGES, page
from shared.contracts.person import AGES, GENDERS, parts_of
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require, staff
from shared.staff.web.pages import TEXTS

log = structlog.get_logger()
PATH: Final = "/staff/population"
READER: Final = staff("reader")
LEAD: Final = staff("lead")
LARGEST_FILE: Final = 500_000
MOST_LETTERS: Final = 200
#: Faults that are told one by one; a table with more is wrong as a whole.
MOST_TOLD: Final = 20
DONE: Final = frozenset({"taken", "undone", "dropped"})
UNREADABLE: Final = 422
CONFLICT: Final = 409
#: Whole years, as tables of residents have them.
_YEAR: Final = re.compile(r"(?:19|20)\d{2}", re.ASCII)
DISTRICTS: Final = tuple(
    sorted(
        key.removeprefix("district-")
        for key in TEXTS.keys(FIRST)
        if key.startswith("district-") and key != "district-everywhere"
    )
)
#: Text and files by field.
Form = Mapping[str, UploadFile | str]


@get(PATH, opt=READER)
async def show_population(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    """`district`: which; the first that the person may see."""
    district = _district(request.query_params.get("district", ""), signed_in)
    done = request.query_params.get("done", "")
    async with database.transaction() as session:
        return await _overview(session, district, signed_in, done=done if done in DONE else "")


@post(PATH, opt=LEAD, request_max_body_size=LARGEST_FILE + 10_000)
async def bring_population(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[Any]:
    """`file`, `district`, `year`, `source`; or `demo` for the invented table that comes with the program."""
    data: Form = await request.form()
    typed = {name: _typed(data, name) for name in ("district", "year", "source", "demo")}
    district = typed["district"]
    if district not in DISTRICTS:
        raise NotFoundException
    require(signed_in, "lead", district)
    if typed["demo"] and district != DEMO_DISTRICT:
        raise NotFoundException
    table = read_table(decoded(demo_table() if typed["demo"] else await _content(data)), known_in(district))
    typed |= {"year": typed["year"] or table.year, "source": typed["source"] or table.source}
    faults = {} if typed["demo"] else _faults(data, typed, table)
    async with database.transaction() as session:
        if faults:
            values: dict[str, Any] = {"typed": typed, "faults": faults, "table_faults": table.faults}
            return await _overview(session, district, signed_in, status=UNREADABLE, **values)
        row = await upload_population(
            session, district, table, int(typed["year"]), typed["source"], signed_in.name, now()
        )
    log.info("population.uploaded", population_id=str(row.id), groups=len(table.groups))
    return Redirect(f"{PATH}/{row.id}", status_code=303)


@get(PATH + "/{population_id:uuid}", opt=READER)
async def show_table(population_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    """One table: to be looked at before it counts, or as it was."""
    async with database.transaction() as session:
        row = await _find(session, population_id, signed_in)
        return await _table_page(session, row, signed_in)


@post(PATH + "/{population_id:uuid}", opt=LEAD)
async def decide(
    request: Request[Any, Any, Any], population_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """`do`: take, drop what was only looked at, undo."""
    action = first(await read_fields(request), "do")
    async with database.transaction() as session:
        row = await _find(session, population_id, signed_in, lock=True)
        require(signed_in, "lead", row.district)
        held = row.taken_at is not None and row.undone_at is None
        if action not in ("take", "drop", "undo") or (action == "undo") != held or (action == "drop" and row.taken_at):
            return await _table_page(session, row, signed_in, fault="stands", status=CONFLICT)
        if action == "take":
            await take_population(session, row, signed_in, now())
        elif action == "undo":
            await undo_population(session, row, signed_in, now())
        else:
            await session.delete(row)
    log.info("population.decided", population_id=str(population_id), action=action)
    done = {"take": "taken", "undo": "undone", "drop": "dropped"}[action]
    return Redirect(f"{PATH}?district={row.district}&done={done}", status_code=303)


@get(PATH + "/template.csv", opt=READER)
async def download_template(request: Request[Any, Any, Any], signed_in: SignedIn) -> Response[bytes]:
    """Every group of the district with no number yet."""
    district = _district(request.query_params.get("district", ""), signed_in)
    known = known_in(district)
    groups = [Group(part, age, 0) for part in known["part"] or {"": ""} for age in known["age"]]
    notes = [_say("population-template-note"), "Jahr: ", "Quelle: "]
    return _file(write_table(groups, notes), f"einwohner-{district}-vorlage.csv")


@get(PATH + "/{population_id:uuid}/table.csv", opt=READER)
async def download_table(population_id: UUID, database: Database, signed_in: SignedIn) -> Response[bytes]:
    async with database.transaction() as session:
        row = await _find(session, population_id, signed_in)
    notes = [_say("population-demo-note")] if row.demo else []
    text = write_table(groups_of(row), [*notes, f"Jahr: {row.year}", f"Quelle: {row.source}"])
    return _file(text, f"einwohner-{row.district}-{row.year}.csv")


def known_in(district: str) -> Mapping[Trait, Mapping[str, str]]:
    """Trait → key → German name, of all that residents of the district are counted by."""
    return {
        "part": {part.key: part.name for part in parts_of(district)},
        "age": {key: _say(f"age-{key}") for key in AGES},
        "gender": {key: _say(f"gender-{key}") for key in GENDERS},
    }


def districts_seen(signed_in: SignedIn) -> list[str]:
    return [district for district in DISTRICTS if signed_in.may("reader", district)]


def _say(key: str) -> str:
    return PAGES.texts.say(FIRST, key)


def _district(wanted: str, signed_in: SignedIn) -> str:
    """Raises NotFoundException for one there is not, RoleTooLow for one of others."""
    seen = districts_seen(signed_in)
    preferred = DEMO_DISTRICT if DEMO_DISTRICT in seen else next(iter(seen), "")
    district = wanted or preferred
    if district not in DISTRICTS:
        raise NotFoundException
    require(signed_in, "reader", district)
    return district


def _typed(data: Form, name: str) -> str:
    value = data.get(name, "")
    return " ".join(value.split()) if isinstance(value, str) else ""


async def _content(data: Form) -> bytes:
    file = data.get("file")
    return await file.read() if isinstance(file, UploadFile) else b""


def _faults(data: Form, typed: Mapping[str, str], table: Table) -> dict[str, str]:
    """Field → reason; `population-wrong-<reason>` is the text for it."""
    file = data.get("file")
    given = isinstance(file, UploadFile) and bool(file.filename)
    checks = {
        "file": "missing" if not given else "table" if table.faults else "",
        "year": "" if _YEAR.fullmatch(typed["year"]) else "year",
        "source": "missing" if not typed["source"] else "long" if len(typed["source"]) > MOST_LETTERS else "",
    }
    return {field: reason for field, reason in checks.items() if reason}


async def _find(session: AsyncSession, population_id: UUID, signed_in: SignedIn, *, lock: bool = False) -> Population:
    """Raises NotFoundException, RoleTooLow."""
    row = await find_population(session, population_id, lock=lock)
    if row is None:
        raise NotFoundException
    require(signed_in, "reader", row.district)
    return row


async def _overview(session: AsyncSession, district: str, signed_in: SignedIn, **values: Any) -> Response[str]:
    rows = await list_populations(session, district)
    held = next((row for row in rows if row.taken_at and not row.undone_at), None)
    told: dict[str, Any] = {
        "typed": {"year": "", "source": ""},
        "faults": {},
        "table_faults": (),
        "done": "",
        "district": district,
        **values,
    }
    return page(
        "population.html",
        signed_in=signed_in,
        rows=rows,
        held=held,
        waiting=next((row for row in rows if not row.taken_at), None),
        grid=_grid(held) if held else None,
        districts=districts_seen(signed_in),
        may_bring=signed_in.may("lead", district),
        has_demo=district == DEMO_DISTRICT,
        most_told=MOST_TOLD,
        known=known_in(district),
        **told,
    )


async def _table_page(session: AsyncSession, row: Population, signed_in: SignedIn, **values: Any) -> Response[str]:
    rows = await list_populations(session, row.district)
    held = next((one for one in rows if one.taken_at and not one.undone_at), None)
    told = {"fault": "", **values}
    return page(
        "population_table.html",
        signed_in=signed_in,
        row=row,
        held=held,
        grid=_grid(row),
        before=_grid(held) if held and held.id != row.id else None,
        may_decide=signed_in.may("lead", row.district),
        **told,
    )


def _grid(row: Population) -> dict[str, Any]:
    """The table as people read it: parts down, ages across; sums at both ends."""
    groups, known = groups_of(row), known_in(row.district)
    return {
        "cells": residents(groups, "part", "age"),
        "parts": {key: known["part"].get(key, key) for (key,) in residents(groups, "part")},
        "ages": {key: known["age"].get(key, key) for (key,) in residents(groups, "age")},
        "by_part": residents(groups, "part"),
        "by_age": residents(groups, "age"),
        "by_gender": {
            known["gender"].get(key, key): count for (key,), count in residents(groups, "gender").items() if key
        },
        "all": sum(group.count for group in groups),
    }


def _file(text: str, name: str) -> Response[bytes]:
    """With a mark at its beginning, so that office programs know the letters."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(text.encode("utf-8-sig"), media_type="text/csv; charset=utf-8", headers=headers)
