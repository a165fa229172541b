"""Who gave which answer, as sets: whatever a page counts is an intersection of them.

A set is an int whose bit n stands for response number n of the campaign: intersecting and counting a million
responses takes microseconds, any filters may be combined, and nothing is computed from single responses.
What may be said of the number that comes out is decided by domain/disclosure.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, reduce
from itertools import combinations
from operator import and_, or_
from typing import Final, Literal, TypeVar

import msgspec

from services.analysis.domain.counts import told_share
from services.analysis.results.domain.disclosure import FEWEST, Crowd, Term

#: Answers kept, some kilobytes each at most: a page asks for a hundred.
MOST_REMEMBERED: Final = 300
K = TypeVar("K")
V = TypeVar("V")

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
    """`count` as it may be shown: 0 is nobody or too few, which look the same. `share` of the table's base, 0 to 1.

    `is_telling`: whether the share may be told as a number; of few people it is drawn only.
    """

    key: str
    count: int
    share: float
    is_telling: bool = True


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


class Remembered(dict[K, V]):
    """The answers given last; threads may ask at the same time."""

    def keep(self, key: K, value: V) -> V:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[key] = value
        return value


class Figures(msgspec.Struct, frozen=True, dict=True):
    """All sets of one campaign. `members`: (facet, value) → set. `everyone`: all that count, participants' side.

    `received_count`: those that may be counted, exactly; up to four of them wait until five are together. `origins`:
    what a value stands for in terms of another facet, so that the same question asked in two ways is one. `revision`
    grows with every change. What was asked of them once is remembered.
    """

    facets: Mapping[str, Facet]
    members: Mapping[tuple[str, str], int]
    everyone: int
    secret: bytes
    revision: int = 0
    received_count: int = 0
    origins: Mapping[tuple[str, str], tuple[str, frozenset[str]]] = {}

    def chosen(self, filters: Iterable[Filter]) -> int:
        """The set that passes all filters, for use inside only; a value nobody has passes nobody."""
        return reduce(and_, (self._any(one.facet, one.values) for one in filters), self.everyone)

    def count(self, filters: Sequence[Filter] = ()) -> int:
        """As it may be shown."""
        asked = tuple(filters)
        if (known := self._counts.get(asked)) is not None:
            return known
        crowd = self._crowd()
        return self._counts.keep(asked, crowd.shown(self._terms(crowd, filters)))

    def breakdown(self, facet: str, filters: Sequence[Filter] = ()) -> Breakdown:
        """How those who pass the filters spread over a facet's values. Raises KeyError for an unknown facet."""
        asked = (facet, tuple(filters))
        if (known := self._breakdowns.get(asked)) is not None:
            return known
        crowd = self._crowd()
        return self._breakdowns.keep(asked, self._spread(crowd, self.facets[facet], self._terms(crowd, filters)))

    def cross(self, rows: str, columns: str, filters: Sequence[Filter] = ()) -> CrossTab:
        crowd = self._crowd()
        terms = self._terms(crowd, filters)
        down, across = self.facets[rows], self.facets[columns]
        cells: dict[tuple[str, str], Cell] = {}
        for row in down.values:
            within = self._with(terms, down.key, (row,))
            cells |= {(row, cell.key): cell for cell in self._spread(crowd, across, within).cells}
        return CrossTab(self._spread(crowd, down, terms), self._spread(crowd, across, terms), cells)

    def quotable(self, filters: Sequence[Filter] = ()) -> bool:
        """Whether single texts of those who pass the filters may be listed: five or more do, and no filter less would
        add fewer than five, whose texts could be told by what is missing.
        """
        inside = self.chosen(filters).bit_count()
        wider = (self.chosen(some).bit_count() for most in range(len(filters)) for some in combinations(filters, most))
        return inside >= FEWEST and all(whole == inside or whole - inside >= FEWEST for whole in wider)

    def told_together(self, filters: Sequence[Filter]) -> tuple[Filter, ...]:
        """Of what one person says, so much as may stand beside each other: the first first, as long as five or more
        say all of it alike and what is added sets nobody of fewer than five apart.
        """
        alike, told = self.everyone, []
        for one in filters:
            also = alike & self.chosen([one])
            if also.bit_count() >= FEWEST and (also == alike or (alike & ~also).bit_count() >= FEWEST):
                alike = also
                told.append(one)
        return tuple(told)

    @cached_property
    def _counts(self) -> Remembered[tuple[Filter, ...], int]:
        return Remembered()

    @cached_property
    def _breakdowns(self) -> Remembered[tuple[str, tuple[Filter, ...]], Breakdown]:
        return Remembered()

    @cached_property
    def _unions(self) -> dict[str, tuple[tuple[str, ...], int]]:
        """Of each facet the last one: what had come by a day is asked for day after day."""
        return {}

    def _crowd(self) -> Crowd:
        return Crowd(self.everyone, self.secret)

    def _terms(self, crowd: Crowd, filters: Sequence[Filter]) -> list[Term]:
        terms: list[Term] = []
        ordered = sorted(filters, key=lambda one: (one.facet, one.values))
        for place, one in enumerate(ordered):
            others = [self._term(other.facet, other.values) for other in ordered[place + 1 :]]
            terms = self._with(terms, one.facet, self._seen(crowd, one.facet, one.values, [*terms, *others]))
        return terms

    def _seen(self, crowd: Crowd, facet: str, values: Sequence[str], terms: list[Term]) -> Sequence[str]:
        """Of several values those that anybody is said to have: what looks like nobody alone adds nobody to others.

        A span of days is the exception: of a quiet campaign it would hold nobody.
        """
        if len(values) < 2 or self._kind(facet) == "time":
            return values
        return [value for value in values if crowd.shown(self._with(terms, facet, (value,)))]

    def _spread(self, crowd: Crowd, facet: Facet, terms: list[Term]) -> Breakdown:
        values = tuple(facet.values)
        counts = {value: crowd.shown(self._with(terms, facet.key, (value,))) for value in values}
        seen = values if facet.kind == "time" or len(values) < 2 else [value for value in values if counts[value]]
        base = crowd.shown(self._with(terms, facet.key, seen))
        return Breakdown(facet, tuple(_cell(value, count, base) for value, count in counts.items()), base)

    def _with(self, terms: Sequence[Term], facet: str, values: Sequence[str]) -> list[Term]:
        return [*terms, self._term(facet, values)]

    def _term(self, facet: str, values: Sequence[str]) -> Term:
        told = [self.origins.get((facet, value)) or (facet, frozenset((value,))) for value in values]
        base = told[0][0] if told else facet
        wanted = (
            values if len(values) == 1 and base == facet else sorted(frozenset().union(*(found for _, found in told)))
        )
        return Term(f"{base}={'|'.join(wanted)}", self._any(facet, values))

    def _kind(self, facet: str) -> FacetKind | None:
        return self.facets[facet].kind if facet in self.facets else None

    def _any(self, facet: str, values: Sequence[str]) -> int:
        if len(values) == 1:
            return self.members.get((facet, values[0]), 0)
        begun, union = self._unions.get(facet, ((), 0))
        if tuple(values[: len(begun)]) != begun:
            begun, union = (), 0
        union = reduce(or_, (self.members.get((facet, value), 0) for value in values[len(begun) :]), union)
        self._unions[facet] = tuple(values), union
        return union


def _cell(value: str, count: int, base: int) -> Cell:
    return Cell(value, count, min(count / base, 1.0) if base else 0.0, told_share(count, base) is not None)
