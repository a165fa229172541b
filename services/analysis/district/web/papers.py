"""Concept, sheets and reports: written from live data, with people's own words, kept as versions, and adopted."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.papers import LONGEST, PAPER_KINDS, Bars, Paper, differences, with_words
from services.analysis.district.operations.keep_paper import (
    adopt_concept,
    begin_paper,
    keep_version,
    set_rules,
    write_words,
)
from services.analysis.district.storage import paper_tables as tables
from services.analysis.district.storage.papers import (
    find_adopted,
    find_paper,
    find_version,
    list_papers,
    list_versions,
    rules_of,
    whole_of,
)
from services.analysis.district.web.access import district_asked, districts_of
from services.analysis.district.web.pages import PAGES, page
from services.analysis.district.web.paper_files import Said, chart_of, draw_bars, to_docx, to_pdf
from services.analysis.district.web.paper_rules import read_rules, typed_rules
from services.analysis.district.web.writing import read_sources, write_concept, write_report, write_sheet
from services.analysis.domain.days import day_of
from services.analysis.results.charts.studio import Studio, digest_of
from services.analysis.storage.campaigns import find_campaign, list_campaigns
from services.analysis.storage.catalogue import find_effective
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST, WRITTEN
from shared.kit.web.bodies import first, read_fields
from shared.kit.web.pages import spoken_day
from shared.staff.access import SignedIn, require, staff
from shared.staff.domain.roles import Role
from shared.staff.web.pages import district_name

READER: Final = staff("reader")
EDITOR: Final = staff("editor")
LEAD: Final = staff("lead")
PATH: Final = "/staff/papers"
ONE: Final = PATH + "/{paper_id:uuid}"
VERSION: Final = ONE + "/versions/{number:int}"
DONE: Final = frozenset({"begun", "written", "ruled", "kept", "adopted"})
FORMATS: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
CONFLICT: Final = 409
UNREADABLE: Final = 422
NOTE_LENGTH: Final = 500
BODY_LENGTH: Final = 200


@get(PATH, opt=READER)
async def show_papers(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        listed = await list_papers(session, [district])
        campaigns = [one.campaign for one in await list_campaigns(session, frozenset({district}))]
        adopted = await find_adopted(session, district)
    return page(
        "papers.html",
        signed_in=signed_in,
        district=district,
        places=districts_of(signed_in),
        papers=[(one, _title(one, {c.slug: c.title.get(FIRST, c.slug) for c in campaigns})) for one in listed],
        adopted=adopted,
        campaigns=[one for one in campaigns if one.slug not in {p.subject for p in listed if p.kind == "sheet"}],
        years=_years(campaigns, {p.subject for p in listed if p.kind == "report"}),
        has_concept=any(one.kind == "concept" for one in listed),
        may_edit=signed_in.may("editor", district),
    )


@post(PATH, opt=EDITOR)
async def begin(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Redirect:
    """`kind`, `district`, and `subject`: of a sheet the campaign's address, of a report the year."""
    fields = await read_fields(request)
    district, subject = first(fields, "district"), first(fields, "subject")
    kind = next((one for one in PAPER_KINDS if one == first(fields, "kind")), None)
    if kind is None:
        raise NotFoundException
    require(signed_in, "editor", district)
    async with database.transaction() as session:
        await _check_subject(session, kind, district, subject)
        subject = "" if kind == "concept" else subject
        paper_id = await begin_paper(session, kind, district, subject, signed_in, now())
    return Redirect(f"{PATH}/{paper_id}?done=begun", status_code=303)


@get(ONE, opt=READER)
async def show_paper(
    request: Request[Any, Any, Any], paper_id: UUID, database: Database, signed_in: SignedIn, studio: Studio
) -> Response[str]:
    async with database.transaction() as session:
        row = await _paper(session, paper_id, signed_in)
        whole, versions = await _write(session, row), await list_versions(session, row.id)
    done = request.query_params.get("done", "")
    return await _show(row, whole, signed_in, studio, versions=versions, done=done if done in DONE else "")


@get(ONE + "/sections/{section:str}", opt=EDITOR)
async def show_section(paper_id: UUID, section: str, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        row = await _paper(session, paper_id, signed_in, "editor")
        whole = await _write(session, row)
    return _section_page(row, whole, section, signed_in, row.edition)


@post(ONE + "/sections/{section:str}", opt=EDITOR)
async def save_section(
    request: Request[Any, Any, Any], paper_id: UUID, section: str, database: Database, signed_in: SignedIn
) -> Response[Any]:
    fields = await read_fields(request)
    text, edition = first(fields, "words").replace("\r\n", "\n"), _number(first(fields, "edition"))
    async with database.transaction() as session:
        row = await _paper(session, paper_id, signed_in, "editor", lock=True)
        whole = await _write(session, row)
        if section not in {one.key for one in whole.sections}:
            raise NotFoundException
        fault = "long" if len(text) > LONGEST else ""
        if not fault and not await write_words(session, row, section, text, edition, signed_in, now()):
            fault = "conflict"
    if fault:
        return _section_page(row, whole, section, signed_in, edition, typed=text, fault=fault)
    return Redirect(f"{PATH}/{row.id}?done=written#section-{section}", status_code=303)


@get(ONE + "/rules", opt=EDITOR)
async def show_rules(paper_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        row = await _concept(session, paper_id, signed_in, "editor")
    return _rules_page(row, typed_rules(rules_of(row)), signed_in, row.edition)


@post(ONE + "/rules", opt=EDITOR)
async def save_rules(
    request: Request[Any, Any, Any], paper_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    fields = await read_fields(request)
    rules, faults = read_rules(fields)
    edition = _number(first(fields, "edition"))
    async with database.transaction() as session:
        row = await _concept(session, paper_id, signed_in, "editor", lock=True)
        kept = not faults and await set_rules(session, row, rules, edition, signed_in, now())
    if not kept:
        return _rules_page(row, fields, signed_in, edition, faults=faults, fault="" if faults else "conflict")
    return Redirect(f"{PATH}/{row.id}?done=ruled#section-rules", status_code=303)


@post(ONE + "/versions", opt=LEAD)
async def keep(request: Request[Any, Any, Any], paper_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    """What stands in the paper now, for ever."""
    note = first(await read_fields(request), "note")[:NOTE_LENGTH]
    async with database.transaction() as session:
        row = await _paper(session, paper_id, signed_in, "lead", lock=True)
        number = await keep_version(session, row, await _write(session, row), note, signed_in, now())
    return Redirect(f"{PATH}/{row.id}/versions/{number}?done=kept", status_code=303)


@get(VERSION, opt=READER)
async def show_version(
    request: Request[Any, Any, Any],
    paper_id: UUID,
    number: int,
    database: Database,
    signed_in: SignedIn,
    studio: Studio,
) -> Response[str]:
    async with database.transaction() as session:
        row, version = await _version(session, paper_id, number, signed_in)
        versions = await list_versions(session, row.id)
    done = request.query_params.get("done", "")
    values = {"versions": versions, "version": version, "done": done if done in DONE else "", "today": day_of(now())}
    return await _show(row, whole_of(version), signed_in, studio, **values)


@get(VERSION + "/changes", opt=READER)
async def show_changes(paper_id: UUID, number: int, database: Database, signed_in: SignedIn) -> Response[str]:
    """What is different from the version before. The number after the newest stands for the paper as it is now."""
    async with database.transaction() as session:
        row = await _paper(session, paper_id, signed_in)
        before = await find_version(session, paper_id, number - 1)
        version = await find_version(session, paper_id, number)
        after = whole_of(version) if version else await _write(session, row)
    if before is None:
        raise NotFoundException
    return page(
        "paper_changes.html",
        signed_in=signed_in,
        district=row.district,
        row=row,
        title=after.title,
        number=number if version else 0,
        before=number - 1,
        changed=differences(whole_of(before), after),
    )


@post(VERSION + "/adopt", opt=LEAD)
async def adopt(
    request: Request[Any, Any, Any],
    paper_id: UUID,
    number: int,
    database: Database,
    signed_in: SignedIn,
    studio: Studio,
) -> Response[Any]:
    """`on`: the day of the decision; `body`: who decided."""
    fields, at = await read_fields(request), now()
    on, body = _day(first(fields, "on")), first(fields, "body")[:BODY_LENGTH]
    faults = [name for name, wrong in (("on", on is None or on > day_of(at)), ("body", not body)) if wrong]
    async with database.transaction() as session:
        row = await _concept(session, paper_id, signed_in, "lead", lock=True)
        _, version = await _version(session, paper_id, number, signed_in)
        if not faults and on:
            bound = (await find_effective(session, row.district)).version.number or 0
            await adopt_concept(session, row, number, on, body, bound, signed_in, at)
        versions = await list_versions(session, row.id)
    if faults:
        values = {"version": version, "versions": versions, "done": "", "faults": faults, "typed": fields}
        shown = await _show(row, whole_of(version), signed_in, studio, today=day_of(at), **values)
        shown.status_code = UNREADABLE
        return shown
    return Redirect(f"{PATH}/{row.id}/versions/{number}?done=adopted", status_code=303)


@get(ONE + "/files/{name:str}", opt=READER)
async def download(
    paper_id: UUID, name: str, database: Database, signed_in: SignedIn, studio: Studio
) -> Response[bytes]:
    """`live.pdf`, `3.docx`: what stands there now, or a version."""
    number, _, form = name.partition(".")
    if form not in FORMATS or not (number == "live" or number.isdigit()):
        raise NotFoundException
    async with database.transaction() as session:
        if number == "live":
            row = await _paper(session, paper_id, signed_in)
            whole = await _write(session, row)
        else:
            row, version = await _version(session, paper_id, int(number), signed_in)
            whole = whole_of(version)
    said = said_of(whole)
    pictures = await draw_bars(whole, studio, "svg" if form == "pdf" else "png", said.source)
    made = await asyncio.to_thread(to_pdf if form == "pdf" else to_docx, whole, said, pictures)
    file = f"{row.kind}-{row.district}{'-' + row.subject if row.subject else ''}-{number}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{file}"', "Cache-Control": "no-store"}
    return Response(made, media_type=FORMATS[form], headers=headers)


def said_of(paper: Paper) -> Said:
    """The words around a paper."""
    day = spoken_day(paper.as_of, FIRST)
    version = _t("paper-version", number=paper.number) if paper.number else _t("paper-live")
    adopted = (
        " · " + _t("paper-adopted", date=spoken_day(paper.adoption.on, FIRST), body=paper.adoption.body)
        if paper.adoption
        else ""
    )
    return Said(
        kind=_t(f"paper-kind-{paper.kind}"),
        place=district_name(paper.district),
        stand=_t("paper-stand", date=day) + f" · {version}{adopted}",
        source=_t("paper-source", place=district_name(paper.district), date=day),
        contents=_t("paper-contents"),
        demo=_t("paper-demo") if paper.demo else "",
    )


async def _write(session: AsyncSession, row: tables.Paper) -> Paper:
    """The paper as the data and people's words make it today."""
    slugs = await _slugs(session, row)
    sources = await read_sources(session, row.district, now(), slugs)
    if row.kind == "concept":
        sections = write_concept(sources, rules_of(row))
    else:
        sections = write_sheet(sources) if row.kind == "sheet" else write_report(sources)
    titles = {one.campaign.slug: str(one.campaign.title.get(FIRST, one.campaign.slug)) for one in sources.rounds}
    return Paper(
        kind=row.kind,  # type: ignore[arg-type] # the table checks the kinds
        district=row.district,
        subject=row.subject,
        title=_title(row, titles),
        as_of=sources.today,
        sections=with_words(sections, row.words),
        rules=rules_of(row) if row.kind == "concept" else None,
        demo=bool(sources.stand and sources.stand.demo),
    )


async def _slugs(session: AsyncSession, row: tables.Paper) -> list[str] | None:
    """The campaigns a paper is about; None: all of the district."""
    if row.kind == "concept":
        return None
    if row.kind == "sheet":
        return [row.subject]
    listed = await list_campaigns(session, frozenset({row.district}))
    return [one.campaign.slug for one in listed if str(day_of(one.campaign.opens_at).year) == row.subject]


async def _check_subject(session: AsyncSession, kind: str, district: str, subject: str) -> None:
    if kind == "sheet":
        campaign = await find_campaign(session, subject)
        if campaign is None or campaign.district != district:
            raise NotFoundException
    if kind == "report" and not (subject.isascii() and subject.isdigit() and len(subject) == 4):
        raise NotFoundException


def _title(row: tables.Paper, titles: dict[str, str]) -> str:
    if row.kind == "concept":
        return _t("paper-title-concept", place=district_name(row.district))
    subject = titles.get(row.subject, row.subject)
    return _t(f"paper-title-{row.kind}", place=district_name(row.district), subject=subject)


def _years(campaigns: Any, taken: set[str]) -> list[str]:
    years = {str(day_of(one.opens_at).year) for one in campaigns} | {str(day_of(now()).year)}
    return sorted(years - taken, reverse=True)


async def _paper(
    session: AsyncSession, paper_id: UUID, signed_in: SignedIn, role: Role = "reader", *, lock: bool = False
) -> tables.Paper:
    row = await find_paper(session, paper_id, lock=lock)
    if row is None:
        raise NotFoundException
    require(signed_in, role, row.district)
    return row


async def _concept(
    session: AsyncSession, paper_id: UUID, signed_in: SignedIn, role: Role, *, lock: bool = False
) -> tables.Paper:
    row = await _paper(session, paper_id, signed_in, role, lock=lock)
    if row.kind != "concept":
        raise NotFoundException
    return row


async def _version(
    session: AsyncSession, paper_id: UUID, number: int, signed_in: SignedIn
) -> tuple[tables.Paper, tables.PaperVersion]:
    row = await _paper(session, paper_id, signed_in)
    version = await find_version(session, paper_id, number)
    if version is None:
        raise NotFoundException
    return row, version


async def _show(row: tables.Paper, whole: Paper, signed_in: SignedIn, studio: Studio, **values: Any) -> Response[str]:
    said = said_of(whole)
    drawn = await draw_bars(whole, studio, "page", said.source)

    def picture(bars: Bars) -> str:
        return drawn[digest_of(chart_of(bars, said.source))].decode()

    shown: dict[str, Any] = {"version": None, "faults": [], "typed": {}, "today": day_of(now()), **values}
    may = {role: signed_in.may(role, row.district) for role in ("editor", "lead")}
    return page(
        "paper.html", signed_in=signed_in, district=row.district, row=row, paper=whole, said=said,
        picture=picture, may=may, hint=hint, **shown,
    )  # fmt: skip


def _section_page(
    row: tables.Paper, whole: Paper, section: str, signed_in: SignedIn, edition: int, typed: str = "", fault: str = ""
) -> Response[str]:
    one = next((one for one in whole.sections if one.key == section), None)
    if one is None:
        raise NotFoundException
    values = {"section": replace(one, words=typed) if fault else one, "edition": edition, "fault": fault, "hint": hint}
    shown = page("paper_section.html", signed_in=signed_in, district=row.district, row=row, paper=whole, **values)
    shown.status_code = {"": 200, "conflict": CONFLICT}.get(fault, UNREADABLE)
    return shown


def _rules_page(
    row: tables.Paper, typed: Any, signed_in: SignedIn, edition: int, faults: Any = (), fault: str = ""
) -> Response[str]:
    shown = page(
        "paper_rules.html",
        signed_in=signed_in,
        district=row.district,
        row=row,
        typed=typed,
        edition=edition,
        faults=faults,
        fault=fault,
        offered=[code for code in WRITTEN if code != FIRST],
    )
    shown.status_code = UNREADABLE if faults else CONFLICT if fault else 200
    return shown


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def hint(section: str) -> str:
    """What could be written in a section that waits for words; empty where the data say it all."""
    try:
        return _t(f"paper-hint-{section}")
    except KeyError:
        return ""


def _t(key: str, **values: Any) -> str:
    return PAGES.texts.say(FIRST, key, **values)
