"""A paper as the data and people's words make it today, and the words around it."""

from __future__ import annotations

from uuid import UUID

from litestar.exceptions import NotFoundException
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.arranging import arrange
from services.analysis.district.domain.papers import Paper, Section, with_words
from services.analysis.district.storage import paper_tables as tables
from services.analysis.district.storage.papers import find_paper, find_version, layout_of, rules_of
from services.analysis.district.web.paper_files import Said
from services.analysis.district.web.paper_sources import Sources, read_sources
from services.analysis.district.web.paper_sources import t as _t
from services.analysis.district.web.writing import write_concept, write_report, write_sheet
from services.analysis.domain.days import day_of
from services.analysis.storage.campaigns import find_campaign, list_campaigns
from shared.kit.clock import now
from shared.kit.texts import FIRST
from shared.kit.web.bodies import Fields, first
from shared.kit.web.pages import spoken_day
from shared.staff.access import SignedIn, require
from shared.staff.domain.roles import Role
from shared.staff.web.pages import district_name


async def paper_for(
    session: AsyncSession, paper_id: UUID, signed_in: SignedIn, role: Role = "reader", *, lock: bool = False
) -> tables.Paper:
    """Raises NotFoundException, and RoleTooLow for a district of others."""
    row = await find_paper(session, paper_id, lock=lock)
    if row is None:
        raise NotFoundException
    require(signed_in, role, row.district)
    return row


async def concept_for(
    session: AsyncSession, paper_id: UUID, signed_in: SignedIn, role: Role, *, lock: bool = False
) -> tables.Paper:
    row = await paper_for(session, paper_id, signed_in, role, lock=lock)
    if row.kind != "concept":
        raise NotFoundException
    return row


async def version_for(
    session: AsyncSession, paper_id: UUID, number: int, signed_in: SignedIn
) -> tuple[tables.Paper, tables.PaperVersion]:
    row = await paper_for(session, paper_id, signed_in)
    version = await find_version(session, paper_id, number)
    if version is None:
        raise NotFoundException
    return row, version


async def write_paper(session: AsyncSession, row: tables.Paper) -> Paper:
    """As people arranged it."""
    sources = await _sources(session, row)
    titles = {one.campaign.slug: one.title for one in sources.rounds}
    return Paper(
        kind=row.kind,  # type: ignore[arg-type] # the table checks the kinds
        district=row.district,
        subject=row.subject,
        title=title_of(row, titles),
        as_of=sources.today,
        sections=with_words(arrange(_sections(row, sources), layout_of(row)), row.words),
        rules=rules_of(row) if row.kind == "concept" else None,
        demo=bool(sources.stand and sources.stand.demo),
        catalogue=sources.catalogue.number,
    )


async def write_sections(session: AsyncSession, row: tables.Paper) -> tuple[Section, ...]:
    """The live sections in their own order, before people arrange them."""
    return _sections(row, await _sources(session, row))


async def read_title(session: AsyncSession, row: tables.Paper) -> str:
    """Without writing the paper."""
    campaign = await find_campaign(session, row.subject) if row.kind == "sheet" else None
    return title_of(row, {campaign.slug: str(campaign.title.get(FIRST, campaign.slug))} if campaign else {})


async def _sources(session: AsyncSession, row: tables.Paper) -> Sources:
    slugs = await _slugs(session, row)
    return await read_sources(session, row.district, now(), slugs, newest=row.kind == "concept")


def _sections(row: tables.Paper, sources: Sources) -> tuple[Section, ...]:
    if row.kind == "concept":
        return write_concept(sources, rules_of(row))
    return write_sheet(sources) if row.kind == "sheet" else write_report(sources)


async def _slugs(session: AsyncSession, row: tables.Paper) -> list[str] | None:
    """The campaigns a paper is about; None: all of the district."""
    if row.kind == "concept":
        return None
    if row.kind == "sheet":
        return [row.subject]
    listed = await list_campaigns(session, frozenset({row.district}))
    return [one.campaign.slug for one in listed if str(day_of(one.campaign.opens_at).year) == row.subject]


def number_typed(fields: Fields, name: str = "edition") -> int:
    """0 for what is no number: no edition has it."""
    text = first(fields, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def title_of(row: tables.Paper, titles: dict[str, str]) -> str:
    """`titles`: of campaigns by their addresses."""
    if row.kind == "concept":
        return _t("paper-title-concept", place=district_name(row.district))
    subject = titles.get(row.subject, row.subject)
    return _t(f"paper-title-{row.kind}", place=district_name(row.district), subject=subject)


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
        empty=_t("paper-empty"),
        demo=_t("paper-demo") if paper.demo else "",
    )
