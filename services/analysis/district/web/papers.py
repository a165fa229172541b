"""Concept, sheets and reports: written from live data, with people's own words, kept as versions, and adopted."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.arranging import is_title
from services.analysis.district.domain.packages import is_lessened
from services.analysis.district.domain.papers import LONGEST, PAPER_KINDS, Bars, Paper, differences
from services.analysis.district.operations.keep_paper import (
    adopt_concept,
    begin_paper,
    keep_version,
    set_rules,
    write_words,
)
from services.analysis.district.storage import paper_tables as tables
from services.analysis.district.storage.packages import binding_rules
from services.analysis.district.storage.papers import (
    find_bound,
    find_version,
    layout_of,
    list_papers,
    list_versions,
    rules_of,
    whole_of,
)
from services.analysis.district.web.access import district_asked, districts_of
from services.analysis.district.web.pages import PAGES, page
from services.analysis.district.web.paper_files import chart_of, draw_bars, to_docx, to_pdf
from services.analysis.district.web.paper_live import (
    concept_for,
    number_typed,
    paper_for,
    said_of,
    title_of,
    version_for,
    write_paper,
)
from services.analysis.district.web.paper_rules import read_rules, typed_rules
from services.analysis.domain.days import day_of
from services.analysis.results.charts.studio import Studio, digest_of
from services.analysis.storage.campaigns import find_campaign, list_campaigns
from services.analysis.storage.catalogue import find_newest
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST, WRITTEN
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require, staff

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
        bound = await find_bound(session, district)
        newest = await find_newest(session, district)
    return page(
        "papers.html",
        signed_in=signed_in,
        district=district,
        places=districts_of(signed_in),
        papers=[(one, title_of(one, {c.slug: c.title.get(FIRST, c.slug) for c in campaigns})) for one in listed],
        bound=bound,
        newest=newest.version.number,
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
    if kind is None or district not in districts_of(signed_in):
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
        row = await paper_for(session, paper_id, signed_in)
        whole, versions = await write_paper(session, row), await list_versions(session, row.id)
    done = request.query_params.get("done", "")
    return await _show(row, whole, signed_in, studio, versions=versions, done=done if done in DONE else "")


@get(ONE + "/sections/{section:str}", opt=EDITOR)
async def show_section(paper_id: UUID, section: str, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        row = await paper_for(session, paper_id, signed_in, "editor")
        whole = await write_paper(session, row)
    return _section_page(row, whole, section, signed_in, row.edition)


@post(ONE + "/sections/{section:str}", opt=EDITOR)
async def save_section(
    request: Request[Any, Any, Any], paper_id: UUID, section: str, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """`words`; of a chapter that people added also its `title`."""
    fields = await read_fields(request)
    text, title = first(fields, "words").replace("\r\n", "\n"), " ".join(first(fields, "title").split())
    edition = number_typed(fields)
    async with database.transaction() as session:
        row = await paper_for(session, paper_id, signed_in, "editor", lock=True)
        whole, own = await write_paper(session, row), layout_of(row).own
        if section not in {one.key for one in whole.sections}:
            raise NotFoundException
        fault = "long" if len(text) > LONGEST else "title" if section in own and not is_title(title) else ""
        if not fault and not await write_words(session, row, section, text, edition, signed_in, now(), title):
            fault = "conflict"
    if fault:
        return _section_page(row, whole, section, signed_in, edition, typed=(title, text), fault=fault)
    return Redirect(f"{PATH}/{row.id}?done=written#section-{section}", status_code=303)


@get(ONE + "/rules", opt=EDITOR)
async def show_rules(paper_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        row = await concept_for(session, paper_id, signed_in, "editor")
    return _rules_page(row, typed_rules(rules_of(row)), signed_in, row.edition)


@post(ONE + "/rules", opt=EDITOR)
async def save_rules(
    request: Request[Any, Any, Any], paper_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    fields = await read_fields(request)
    rules, faults = read_rules(fields)
    edition = number_typed(fields)
    async with database.transaction() as session:
        row = await concept_for(session, paper_id, signed_in, "editor", lock=True)
        less = not faults and is_lessened(rules, await binding_rules(session, row.district))
        kept = not faults and not less and await set_rules(session, row, rules, edition, signed_in, now())
    if not kept:
        fault = "" if faults else "inherited" if less else "conflict"
        return _rules_page(row, fields, signed_in, edition, faults=faults, fault=fault)
    return Redirect(f"{PATH}/{row.id}?done=ruled#section-rules", status_code=303)


@post(ONE + "/versions", opt=LEAD)
async def keep(request: Request[Any, Any, Any], paper_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    """What stands in the paper now, for ever."""
    note = first(await read_fields(request), "note")[:NOTE_LENGTH]
    async with database.transaction() as session:
        row = await paper_for(session, paper_id, signed_in, "lead", lock=True)
        number = await keep_version(session, row, await write_paper(session, row), note, signed_in, now())
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
        row, version = await version_for(session, paper_id, number, signed_in)
        versions = await list_versions(session, row.id)
    done = request.query_params.get("done", "")
    values = {"versions": versions, "version": version, "done": done if done in DONE else "", "today": day_of(now())}
    return await _show(row, whole_of(version), signed_in, studio, **values)


@get(VERSION + "/changes", opt=READER)
async def show_changes(paper_id: UUID, number: int, database: Database, signed_in: SignedIn) -> Response[str]:
    """What is different from the version before. The number after the newest stands for the paper as it is now."""
    async with database.transaction() as session:
        row = await paper_for(session, paper_id, signed_in)
        before = await find_version(session, paper_id, number - 1)
        version = await find_version(session, paper_id, number)
        after = whole_of(version) if version else await write_paper(session, row)
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
        row = await concept_for(session, paper_id, signed_in, "lead", lock=True)
        _, version = await version_for(session, paper_id, number, signed_in)
        if not faults and on:
            taken = await adopt_concept(session, row, number, on, body, signed_in, at)
            faults = [] if taken or version.adopted_on else ["late"]
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
            row = await paper_for(session, paper_id, signed_in)
            whole = await write_paper(session, row)
        else:
            row, version = await version_for(session, paper_id, int(number), signed_in)
            whole = whole_of(version)
    said = said_of(whole)
    pictures = await draw_bars(whole, studio, "svg" if form == "pdf" else "png", said.source)
    made = await asyncio.to_thread(to_pdf if form == "pdf" else to_docx, whole, said, pictures)
    file = f"{row.kind}-{row.district}{'-' + row.subject if row.subject else ''}-{number}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{file}"', "Cache-Control": "no-store"}
    return Response(made, media_type=FORMATS[form], headers=headers)


async def _check_subject(session: AsyncSession, kind: str, district: str, subject: str) -> None:
    if kind == "sheet":
        campaign = await find_campaign(session, subject)
        if campaign is None or campaign.district != district:
            raise NotFoundException
    if kind == "report" and not (subject.isascii() and subject.isdigit() and len(subject) == 4):
        raise NotFoundException


def _years(campaigns: Any, taken: set[str]) -> list[str]:
    years = {str(day_of(one.opens_at).year) for one in campaigns} | {str(day_of(now()).year)}
    return sorted(years - taken, reverse=True)


async def _show(row: tables.Paper, whole: Paper, signed_in: SignedIn, studio: Studio, **values: Any) -> Response[str]:
    said = said_of(whole)
    drawn = await draw_bars(whole, studio, "page", said.source)

    def picture(bars: Bars) -> str:
        return drawn[digest_of(chart_of(bars, said.source))].decode()

    shown: dict[str, Any] = {"version": None, "faults": [], "typed": {}, "today": day_of(now()), **values}
    may = {role: signed_in.may(role, row.district) for role in ("editor", "lead")}
    shown["title"] = whole.title.replace(said.kind, _t(f"papers-{whole.kind}"))  # which may be hyphenated
    return page(
        "paper.html", signed_in=signed_in, district=row.district, row=row, paper=whole, said=said,
        picture=picture, may=may, hint=hint, **shown,
    )  # fmt: skip


def _section_page(
    row: tables.Paper,
    whole: Paper,
    section: str,
    signed_in: SignedIn,
    edition: int,
    typed: tuple[str, str] | None = None,
    fault: str = "",
) -> Response[str]:
    """`typed`: title and words."""
    one = next((one for one in whole.sections if one.key == section), None)
    if one is None:
        raise NotFoundException
    values = {"section": one, "edition": edition, "fault": fault, "hint": hint, "own": section in layout_of(row).own}
    values["typed"] = typed or (one.title, one.words)
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
