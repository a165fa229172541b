"""Two groups side by side: of one campaign, of two times, or of two campaigns that ask the same."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec
from litestar import Request, Response, get
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain import ranges
from services.analysis.results.domain.charts import Chart, Point, Series
from services.analysis.results.domain.figures import Breakdown, Facet
from services.analysis.results.operations.compare_shares import Difference, compare_shares
from services.analysis.results.web import wording
from services.analysis.results.web.framing import Picture, picture
from services.analysis.results.web.pages import page
from services.analysis.results.web.viewing import Pairs, View, open_view, pairs_of, view_of
from services.analysis.results.web.wording import words
from services.analysis.storage.campaigns import list_campaigns
from services.analysis.storage.tables import Campaign
from services.analysis.web.access import districts_of
from services.analysis.web.pages import percent, say
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
#: What an address calls the two sides, and the other campaign.
SIDES: Final = ("a", "b")
WITH: Final = "with"
#: Things by which one side may be chosen at once.
MOST_CHOSEN: Final = 2
#: What the ends of a span are called in words.
ENDS: Final = ("ab", "bis")
#: Of so many comparisons one looks clear by chance.
BY_CHANCE: Final = 20


class Side(msgspec.Struct, frozen=True):
    """`view`: the people of one side. `chosen`: by what, as `facet:value`; `name`: in words."""

    key: str
    view: View
    chosen: tuple[str, ...]
    name: str
    first_day: str
    last_day: str


class Comparison(msgspec.Struct, frozen=True):
    """`view`: what holds for both. `other`: the campaign of the second side, where it is another."""

    view: View
    sides: tuple[Side, Side]
    other: Campaign | None
    pairs: tuple[tuple[str, str], ...]

    @property
    def is_chosen(self) -> bool:
        return self.sides[0].view.pairs != self.sides[1].view.pairs or self.other is not None

    def facets(self) -> list[Facet]:
        """Questions that both sides were asked with the same answers to choose from."""
        others = self.sides[1].view.figures.facets
        own = self.view.of_kind("question", "standard")
        return [one for one in own if one.key in others and set(one.values) & set(others[one.key].values)]


class Compared(msgspec.Struct, frozen=True):
    first: Breakdown
    second: Breakdown
    differences: Mapping[str, Difference]
    picture: Picture


@get("/staff/campaigns/{slug:str}/compare", opt=READER)
async def show_comparison(
    request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    async with database.transaction() as session:
        comparison = await open_comparison(session, slug, signed_in, pairs_of(request))
        listed = await list_campaigns(session, districts_of(signed_in))
    compared = await asyncio.to_thread(_compare, comparison) if comparison.is_chosen else []
    tried = [one for each in compared for one in each.differences.values()]
    return page(
        "compare.html",
        signed_in=signed_in,
        view=comparison.view,
        campaign=comparison.view.campaign,
        comparison=comparison,
        compared=compared,
        tried=len(tried),
        clear=sum(one.is_clear for one in tried),
        by_chance=len(tried) // BY_CHANCE,
        most_chosen=MOST_CHOSEN,
        others=[one.campaign for one in listed if one.campaign.id != comparison.view.campaign.id],
    )


async def open_comparison(session: AsyncSession, slug: str, signed_in: SignedIn, pairs: Pairs) -> Comparison:
    """Raises NotFoundException, and RoleTooLow for a campaign of others."""
    view = await open_view(session, slug, signed_in, pairs)
    wave = next((value for key, value in pairs if key == WITH and value and value != slug), None)
    other = await open_view(session, wave, signed_in, ()) if wave else None
    first = _side("a", view, view, pairs)
    second = _side("b", other or view, view, pairs)
    kept = [(key, value) for key, value in pairs if value and key.split("-")[0] in (*SIDES, WITH)]
    return Comparison(view, (first, second), other.campaign if other else None, tuple(kept))


def compare_chart(comparison: Comparison, facet: str) -> Chart:
    first, second = (side.view.figures.breakdown(facet, side.view.filters) for side in comparison.sides)
    return _chart(comparison, first, second)


def _side(key: str, of: View, common: View, pairs: Pairs) -> Side:
    """`of`: the campaign the side is of. What holds for both holds for it too, as far as its campaign knows it."""
    chosen = tuple(value for name, value in pairs if name == key and ":" in value)[:MOST_CHOSEN]
    own = [(facet, value) for facet, _, value in (one.rpartition(":") for one in chosen)]
    ends = [(end, value) for end in (ranges.FIRST, ranges.LAST) for name, value in pairs if name == f"{key}-{end}"]
    ends = [(end, value) for end, value in ends if ranges.day_in([(end, value)], end)]
    shared = [pair for pair in common.pairs if not ends or pair[0] not in (ranges.FIRST, ranges.LAST)]
    view = view_of(of.campaign, of.figures, [*shared, *own, *ends])
    days = dict(ends)
    name = _name(of, [*own, *ends])
    if of.campaign.id != common.campaign.id:
        name = f"{say(of.campaign.title)}: {name}"
    return Side(key, view, chosen, name, days.get(ranges.FIRST, ""), days.get(ranges.LAST, ""))


def _name(of: View, own: Pairs) -> str:
    chips = view_of(of.campaign, of.figures, own).chips()
    said = (f"{chip.name} {chip.value}" if chip.name in ENDS else chip.value for chip in chips)
    return ", ".join(said) or words("compare-all")


def _compare(comparison: Comparison) -> list[Compared]:
    found = (_compared(comparison, facet) for facet in comparison.facets())
    return [one for one in found if one.first.base or one.second.base]


def _compared(comparison: Comparison, facet: Facet) -> Compared:
    first, second = (side.view.figures.breakdown(facet.key, side.view.filters) for side in comparison.sides)
    chart = _chart(comparison, first, second)
    query = comparison.view.with_pairs(*comparison.pairs)
    drawn = picture(comparison.view, f"compare.{facet.key}", chart, query)
    return Compared(first, second, compare_shares(first, second), drawn)


def _chart(comparison: Comparison, first: Breakdown, second: Breakdown) -> Chart:
    names = _told_apart([side.name for side in comparison.sides])
    series = (Series(names[0]), Series(names[1], "other"))
    others = {cell.key: cell for cell in second.cells}
    points = [
        Point(first.facet.values[cell.key], one.share, percent(one.share) if one.count else wording.NONE, series=name)
        for cell in first.cells
        if cell.key in others
        for name, one in zip(names, (cell, others[cell.key]), strict=True)
    ]
    return Chart(
        kind="grouped",
        title=first.facet.name,
        base=words("compare-base", first=_based(names[0], first), second=_based(names[1], second)),
        source=wording.source_line(comparison.view),
        summary=_summary(first, second, names),
        points=tuple(points),
        series=series,
    )


def _summary(first: Breakdown, second: Breakdown, names: Sequence[str]) -> str:
    """The answer on which the two differ most."""
    others = {cell.key: cell for cell in second.cells}
    pairs = [(cell, others[cell.key]) for cell in first.cells if cell.key in others]
    seen = [pair for pair in pairs if pair[0].count or pair[1].count]
    if not seen:
        return f"{wording.ended(first.facet.name)} {words('view-summary-nobody')}"
    most = max(seen, key=lambda pair: abs(pair[0].share - pair[1].share))
    said = words(
        "compare-summary",
        answer=first.facet.values[most[0].key],
        first=names[0],
        first_share=percent(most[0].share),
        second=names[1],
        second_share=percent(most[1].share),
    )
    return f"{wording.ended(first.facet.name)} {said}"


def _based(name: str, breakdown: Breakdown) -> str:
    return f"{name}: {wording.counted(breakdown.base)}"


def _told_apart(names: Iterable[str]) -> list[str]:
    first, second = names
    return [first, second if second != first else f"{second} (2)"]
