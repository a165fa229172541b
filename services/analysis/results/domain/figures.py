"""Who gave which answer, as sets: whatever a page counts is an intersection of them.

A set is an int whose bit n stands for response number n of the campaign: intersecting and counting a million
responses takes microseconds, any filters may be combined, and nothing is computed from single responses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import Literal

import msgspec

from services.analysis.results.domain.disclosure import shown

FacetKind = Literal["way", "person", "time", "form", "question", "standard", "topic"]


class Facet(msgspec.Struct, frozen=True):
    """What responses can be told apart by: a question, or how they came. `values`: key → German name, in order.

    Keys: `channel`, `place`, `group`, `language`, `face`, `day` (ISO), `version`, `source`, `age`, `part`,
    `q.<question>` (of a matrix `q.<question>.<row>`), `standard.<id>` (met, not_met, suggestion), `topic`.
    `several`: one response may have several of the values.
    """

    key: str
    kind: FacetKind
    name: str
    values: Mapping[str, str]
    several: bool = False


class Filter(msgspec.Struct, frozen=True):
    """Responses that have any of these values."""

    facet: str
    values: tuple[str, ...]


class Cell(msgspec.Struct, frozen=True):
    """`count` as it may be shown: 0 is nobody or too few, which look the same. `share` of the table's base, 0 to 1."""

    key: str
    count: int
    share: float


class Breakdown(msgspec.Struct, frozen=True):
    """`base`: people who have any value, as it may be shown."""

    facet: Facet
    cells: tuple[Cell, ...]
    base: int


class CrossTab(msgspec.Struct, frozen=True):
    """`cells`: (row, column) → cell, its share being of the row. `rows`, `columns`: the same as alone."""

    rows: Breakdown
    columns: Breakdown
    cells: Mapping[tuple[str, str], Cell]


class Figures(msgspec.Struct, frozen=True):
    """All sets of one campaign. `members`: (facet, value) → set. `everyone`: all that count, participants' side.

    `received_count`: all that arrived, as the ledger has it; those not yet in the sets wait until five are together.
    `revision` grows with every change.
    """

    facets: Mapping[str, Facet]
    members: Mapping[tuple[str, str], int]
    everyone: int
    secret: bytes
    revision: int = 0
    received_count: int = 0

    def chosen(self, filters: Iterable[Filter]) -> int:
        """The set that passes all filters; a value nobody has passes nobody."""
        return reduce(and_, (self._any(one.facet, one.values) for one in filters), self.everyone)

    def count(self, filters: Iterable[Filter] = ()) -> int:
        """As it may be shown."""
        return shown(self.chosen(filters), self.secret)

    def breakdown(self, facet: str, filters: Sequence[Filter] = ()) -> Breakdown:
        """How those who pass the filters spread over a facet's values. Raises KeyError for an unknown facet."""
        return self._spread(self.facets[facet], self.chosen(filters))

    def cross(self, rows: str, columns: str, filters: Sequence[Filter] = ()) -> CrossTab:
        chosen = self.chosen(filters)
        down, across = self.facets[rows], self.facets[columns]
        cells: dict[tuple[str, str], Cell] = {}
        for row in down.values:
            within = chosen & self._of(rows, row)
            spread = self._spread(across, within)
            cells |= {(row, cell.key): cell for cell in spread.cells}
        return CrossTab(self._spread(down, chosen), self._spread(across, chosen), cells)

    def _spread(self, facet: Facet, chosen: int) -> Breakdown:
        base = shown(chosen & self._any(facet.key, facet.values), self.secret)
        counts = {value: shown(chosen & self._of(facet.key, value), self.secret) for value in facet.values}
        cells = (Cell(value, count, min(count / base, 1.0) if base else 0.0) for value, count in counts.items())
        return Breakdown(facet, tuple(cells), base)

    def _any(self, facet: str, values: Iterable[str]) -> int:
        return reduce(or_, (self._of(facet, value) for value in values), 0)

    def _of(self, facet: str, value: str) -> int:
        return self.members.get((facet, value), 0)
