"""Two groups side by side: of one campaign, of two times, or of two campaigns that ask the same."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec
from litestar import Request, Response, get
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.charts import Chart, Point, Series
from services.analysis.results.domain.figures import Breakdown, Facet
from services.analysis.results.operations.compare_shares import Difference, compare_shares
from services.analysis.results.storage.relatives import list_relatives
from services.analysis.results.web import wording
from services.analysis.results.web.framing import Picture, picture
from services.analysis.results.web.pages import page
from services.analysis.results.web.side import MOST_CHOSEN, Side, say_chip, side_of, told_apart
from services.analysis.results.web.suggested import suggested
from services.analysis.results.web.viewing import Pairs, View, open_view, pairs_of
from services.analysis.results.web.wording import words
from services.analysis.storage.tables import Campaign
from services.analysis.web.access import districts_of
from services.analysis.web.pages import percent
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
#: What an address calls the two sides, and the other campaign.
SIDES: Final = ("a", "b")
WITH: Final = "with"
#: Of so many comparisons one looks clear by chance.
BY_CHANCE: Final = 20


class Comparison(msgspec.Struct, frozen=True):
    """`view`: what holds for both. `other`: the campaign of the second side, where it is another."""

    view: View
    sides: tuple[Side, Side]
    other: Campaign | None
    pairs: tuple[tuple[str, str], ...]

    @property
    def is_chosen(self) -> bool:
        return self.sides[0].view.pairs != self.sides[1].view.pairs or self.other is not None

    @property
    def common(self) -> str:
        """What holds for both, in words."""
        first, second = (side.view.pairs for side in self.sides)
        chips = zip(self.view.chips(), self.view.pairs, strict=True)
        return ", ".join(say_chip(chip) for chip, pair in chips if pair in first and pair in second)

    @property
    def unknown(self) -> tuple[str, ...]:
        """What only the sides ask for, and what the other campaign does not know of what holds for both."""
        found = [one for side in self.sides for one in side.view.unknown if one not in self.view.unknown]
        return tuple(dict.fromkeys(found))

    def facets(self) -> list[Facet]:
        """Questions that both sides were asked, and standards."""
        return [one for one in self.view.of_kind("question", "standard") if self.alike(one)]

    def alike(self, facet: Facet) -> frozenset[str]:
        """The answers that both sides have. Keys of questions are numbers: two campaigns mean the same by one only
        where question and answer are worded alike.
        """
        other = self.sides[1].view.figures.facets.get(facet.key)
        if other is None or (facet.kind == "question" and other.name != facet.name):
            return frozenset()
        return frozenset(value for value, name in facet.values.items() if other.values.get(value) == name)

    def both(self, facet: Facet) -> tuple[Breakdown, Breakdown]:
        """Of each side, only what both have."""
        alike = self.alike(facet)
        first, second = (side.view.figures.breakdown(facet.key, side.view.filters) for side in self.sides)
        return _only(first, alike), _only(second, alike)


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
        relatives = await list_relatives(session, comparison.view.campaign, districts_of(signed_in))
    compared = await asyncio.to_thread(_compare, comparison) if comparison.is_chosen else []
    tried = [one for each in compared for one in each.differences.values() if one.is_telling]
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
        relatives=relatives,
        suggested=suggested(comparison.view, relatives),
        share_of=wording.share_of,
    )


async def open_comparison(session: AsyncSession, slug: str, signed_in: SignedIn, pairs: Pairs) -> Comparison:
    """Raises NotFoundException, and RoleTooLow for a campaign of others."""
    view = await open_view(session, slug, signed_in, pairs)
    wave = next((value for key, value in pairs if key == WITH and value and value != slug), None)
    other = await open_view(session, wave, signed_in, ()) if wave else None
    sides = told_apart(side_of("a", view, view, pairs), side_of("b", other or view, view, pairs))
    kept = [(key, value) for key, value in pairs if value and key.split("-")[0] in (*SIDES, WITH)]
    return Comparison(view, sides, other.campaign if other else None, tuple(kept))


def compare_chart(comparison: Comparison, facet: Facet) -> Chart:
    return _chart(comparison, *comparison.both(facet))


def _only(breakdown: Breakdown, values: Collection[str]) -> Breakdown:
    return replace(breakdown, cells=tuple(cell for cell in breakdown.cells if cell.key in values))


def _compare(comparison: Comparison) -> list[Compared]:
    found = (_compared(comparison, facet) for facet in comparison.facets())
    return [one for one in found if one.first.base or one.second.base]


def _compared(comparison: Comparison, facet: Facet) -> Compared:
    first, second = comparison.both(facet)
    chart = _chart(comparison, first, second)
    query = comparison.view.with_pairs(*comparison.pairs)
    drawn = picture(comparison.view, f"compare.{facet.key}", chart, query)
    return Compared(first, second, compare_shares(first, second), drawn)


def _chart(comparison: Comparison, first: Breakdown, second: Breakdown) -> Chart:
    names = _unlike([side.name for side in comparison.sides])
    series = (Series(names[0]), Series(names[1], "other"))
    others = {cell.key: cell for cell in second.cells}
    points = [
        Point(first.facet.values[cell.key], one.share, wording.share_of(one), series=name)
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
    telling = [pair for pair in seen if pair[0].is_telling and pair[1].is_telling]
    if not telling:
        return f"{wording.ended(first.facet.name)} {words('compare-few')}"
    most = max(telling, key=lambda pair: abs(pair[0].share - pair[1].share))
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


def _unlike(names: Iterable[str]) -> list[str]:
    first, second = names
    return [first, second if second != first else f"{second} (2)"]
