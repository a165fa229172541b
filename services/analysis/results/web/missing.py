"""Who is missing in a campaign, as long as it can be mended; and what to say of it when it is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from babel.lists import format_list
from litestar import Response, get
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.phases import phase_of
from services.analysis.results.domain.figures import Figures
from services.analysis.results.domain.missing import Comparison, Line, overlooked, worst_first
from services.analysis.results.domain.missing_advice import Advice, Way, advise, due, silent, speak
from services.analysis.results.domain.population import Trait
from services.analysis.results.operations.compare_residents import compare_residents
from services.analysis.results.storage.population import Stand, read_population
from services.analysis.results.storage.targets import read_targets
from services.analysis.results.web.pages import PAGES, page
from services.analysis.results.web.population import known_in
from services.analysis.results.web.viewing import open_view
from services.analysis.storage.tables import Campaign, Channel
from services.analysis.web.pages import number
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST, WRITTEN
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
#: Groups that are told what to do about at once; nobody does ten things.
MOST_TOLD: Final = 4


class Gap(NamedTuple):
    """A group that is missing, in words, and what to do. `sentence`: `65 bis 79: unter 5 von 31 erwarteten.`"""

    name: str
    sentence: str
    line: Line
    advice: Advice


@get("/staff/campaigns/{slug:str}/missing", opt=READER)
async def show_missing(slug: str, database: Database, signed_in: SignedIn) -> Response[str]:
    at = now()
    async with database.transaction() as session:
        view = await open_view(session, slug, signed_in, ())
        campaign, figures = view.campaign, view.figures
        stand = await read_population(session, campaign.district)
        ways = await list_ways(session, campaign)
        target = (await read_targets(session, campaign.id)).get(campaign.id, 0)
    compared = await compare_residents(figures, stand.groups, target) if stand else []
    names = known_in(campaign.district)
    gaps = gaps_of(compared, names, ways)
    return page(
        "missing.html",
        signed_in=signed_in,
        view=view,
        campaign=campaign,
        phase=phase_of(campaign.opens_at, campaign.closes_at, at),
        stand=stand,
        target=target,
        single=[one for one in compared if len(one.traits) == 1],
        crossed=next((one for one in compared if len(one.traits) == 2), None),
        crossed_worst=[line for one in compared if len(one.traits) == 2 for line in worst_first(one.lines)][:MOST_TOLD],
        names=names,
        gaps=gaps[:MOST_TOLD],
        more_gaps=gaps[MOST_TOLD:],
        report=report_of(stand, compared, gaps),
        unheard=[(code, speak(code)) for code in _unheard(campaign, figures)],
        asks={"age", "part"} & figures.facets.keys(),
        at=at,
    )


async def list_ways(session: AsyncSession, campaign: Campaign) -> list[Way]:
    """The participants' channels."""
    query = select(Channel).where(Channel.campaign_id == campaign.id, Channel.kind != "department")
    return [Way(one.code, one.kind, one.place, one.group_name) for one in await session.scalars(query)]


def gaps_of(compared: Sequence[Comparison], names: Mapping[Trait, Mapping[str, str]], ways: Sequence[Way]) -> list[Gap]:
    gaps = []
    for trait, line in overlooked(compared):
        value = line.values[0]
        name = names[trait].get(value, value)
        gaps.append(Gap(name, sentence_of(name, line), line, advise(trait, value, name, ways)))
    return gaps


def sentence_of(name: str, line: Line) -> str:
    """`65 bis 79: unter 5 von 31 erwarteten.`"""
    begun = name[:1].upper() + name[1:]
    return _say("missing-sentence", name=begun, shown=shown_words(line.shown), due=number(max(due(line), 1)))


def report_of(stand: Stand | None, compared: Sequence[Comparison], gaps: Sequence[Gap]) -> str:
    """What a report has to say of those who were not reached: on the page of a campaign that is over, and in print."""
    if stand is None:
        return ""
    if not any(one.base for one in compared):
        return _say("missing-report-early")
    values = {"year": str(stand.year), "source": stand.source}
    if not gaps:
        return _say("missing-report-none", **values)
    said = (
        _say(
            "missing-report-group", name=gap.name, shown=shown_words(gap.line.shown), due=number(max(due(gap.line), 1))
        )
        for gap in gaps
    )
    return _say("missing-report", groups=format_list(list(said), locale=FIRST), **values)


def shown_words(count: int) -> str:
    """Nobody and fewer than five look the same, here as everywhere."""
    return number(count) if count else _say("missing-few")


def line_name(line: Line, comparison: Comparison, names: Mapping[Trait, Mapping[str, str]]) -> str:
    return ", ".join(
        names[trait].get(value, value) for trait, value in zip(comparison.traits, line.values, strict=True)
    )


def expected_words(value: float) -> str:
    return number(round(value)) if value >= 1 else _say("missing-under-one")


def _unheard(campaign: Campaign, figures: Figures) -> list[str]:
    """Languages of the campaign in which too few answered to be shown; a face is no language of its own."""
    if "language" not in figures.facets:
        return []
    heard = {cell.key for cell in figures.breakdown("language").cells if cell.count}
    offered = [code for code in campaign.title if code in WRITTEN and not WRITTEN[code].is_face]
    return silent([code for code in offered if code != FIRST], heard)


def _say(key: str, **values: Any) -> str:
    return PAGES.texts.say(FIRST, key, **values)


PAGES.environment.globals.update(line_name=line_name)
PAGES.environment.filters.update(shown_words=shown_words, expected_words=expected_words)
