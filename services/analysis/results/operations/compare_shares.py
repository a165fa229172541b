"""Says how sure a difference between two groups is, with the doubt that chance and rounding leave together."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot
from typing import NamedTuple

from services.analysis.results.domain.figures import Breakdown, Cell
from services.analysis.results.domain.missing import bounds
from services.analysis.results.operations.compare_residents import interval


class Difference(NamedTuple):
    """Of one answer: its share among the first and the second, 0 to 1, and first minus second with its interval.

    The interval holds at least 95 of 100 times. Source: Newcombe 1998, method 10, from Wilson's intervals, each of them
    already wide enough for whatever the rounding hides.
    """

    first: Cell
    second: Cell
    least: float
    most: float

    @property
    def by(self) -> float:
        return self.first.share - self.second.share

    @property
    def is_telling(self) -> bool:
        """Whether both shares may be told."""
        return self.first.is_telling and self.second.is_telling

    @property
    def is_clear(self) -> bool:
        return self.least > 0 or self.most < 0


def compare_shares(first: Breakdown, second: Breakdown) -> Mapping[str, Difference]:
    """By answer, for those that both have. Takes a processor for some milliseconds: not for the loop."""
    others = {cell.key: cell for cell in second.cells}
    return {
        cell.key: _difference(cell, first.base, others[cell.key], second.base)
        for cell in first.cells
        if cell.key in others and (cell.count or others[cell.key].count)
    }


def _difference(first: Cell, first_base: int, second: Cell, second_base: int) -> Difference:
    low, high = interval(bounds(first.count), bounds(first_base))
    other_low, other_high = interval(bounds(second.count), bounds(second_base))
    by = first.share - second.share
    least = by - hypot(first.share - low, other_high - second.share)
    most = by + hypot(high - first.share, second.share - other_low)
    return Difference(first, second, max(least, -1.0), min(most, 1.0))
