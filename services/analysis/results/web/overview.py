"""What a campaign's own page says of people: the same figures as everywhere, of the whole campaign."""

from __future__ import annotations

from typing import Final

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.counts import StandardCount, tabulate_standards
from services.analysis.results.domain.charts import TimeLine, time_line
from services.analysis.results.domain.figures import Breakdown, Cell, Facet, Figures
from services.analysis.results.domain.standards import all_counts
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.storage.targets import list_ways
from services.analysis.storage.tables import Campaign, Channel

EMPTY: Final = Breakdown(Facet("", "way", "", {}), (), 0)


class Way(msgspec.Struct, frozen=True):
    """A channel, and who came by it."""

    channel: Channel
    cell: Cell


class Overview(msgspec.Struct, frozen=True):
    """`topics`: who spoke of what, the largest first; those of nobody or too few are left out.

    `standards`: people by the stance of their tags, the most touched standard first.
    """

    figures: Figures
    ways: tuple[Way, ...]
    line: TimeLine
    topics: tuple[Cell, ...]
    topics_base: int
    standards: tuple[StandardCount, ...]

    @property
    def people(self) -> int:
        return self.figures.count()


async def read_overview(session: AsyncSession, campaign: Campaign) -> Overview:
    figures = await read_figures(session, campaign.id)
    channels = await list_ways(session, campaign.id)
    cells = {cell.key: cell for cell in _spread(figures, "channel").cells}
    topics = _spread(figures, "topic")
    return Overview(
        figures=figures,
        ways=tuple(Way(one, cells.get(one.code, Cell(one.code, 0, 0.0))) for one in channels),
        line=time_line(figures),
        topics=tuple(sorted((cell for cell in topics.cells if cell.count), key=lambda cell: -cell.count)),
        topics_base=topics.base,
        standards=_standards(figures),
    )


def _standards(figures: Figures) -> tuple[StandardCount, ...]:
    told = all_counts(figures)
    return tabulate_standards(
        told, {(key, stance): count for key, counts in told.items() for stance, count in counts.items()}
    )


def _spread(figures: Figures, facet: str) -> Breakdown:
    """Empty where the campaign does not have the facet yet."""
    return figures.breakdown(facet) if facet in figures.facets else EMPTY
