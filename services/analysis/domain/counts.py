"""Every number that a dashboard shows about responses is made here, so that one place decides what may be shown."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Final, Generic, TypeVar

import msgspec

from services.analysis.domain.assessing import STANCES, Stance

K = TypeVar("K", bound=Hashable)
#: A group of fewer people is never told apart. Source: practice of the statistical offices (3), raised to 5.
FEWEST: Final = 5
#: Of fewer people no share, mean or state is told, only counts: in fives, one person more could be a quarter of them.
ENOUGH: Final = 20


class Row(msgspec.Struct, Generic[K], frozen=True):
    """`share` of the whole and `length` against the longest row, both from 0 to 1."""

    key: K
    count: int
    share: float
    length: float


class Table(msgspec.Struct, Generic[K], frozen=True):
    """`base` is what the shares refer to: people, not ticks, where several answers may be given."""

    rows: tuple[Row[K], ...]
    base: int


class StandardCount(msgspec.Struct, frozen=True):
    """`length` is this standard's part of the most touched one, from 0 to 1."""

    standard: str
    counts: Mapping[Stance, int]
    total: int
    length: float


def tabulate(keys: Iterable[K], counts: Mapping[K, int], base: int | None = None) -> Table[K]:
    """One row per key in the given order, none left out; keys that only the counts know come last."""
    order = list(dict.fromkeys([*keys, *counts]))
    whole = sum(counts.values()) if base is None else base
    most = max(counts.values(), default=0)
    return Table(tuple(_row(key, counts.get(key, 0), whole, most) for key in order), whole)


def tabulate_standards(order: Iterable[str], counts: Mapping[tuple[str, Stance], int]) -> tuple[StandardCount, ...]:
    """All standards of the catalogue, most touched first; those that nobody touched keep the catalogue's order."""
    known = list(dict.fromkeys([*order, *(standard for standard, _ in counts)]))
    by_stance = {key: {stance: counts.get((key, stance), 0) for stance in STANCES} for key in known}
    most = max((sum(found.values()) for found in by_stance.values()), default=0)
    rows = [
        StandardCount(key, found, sum(found.values()), _part(sum(found.values()), most))
        for key, found in by_stance.items()
    ]
    return tuple(sorted(rows, key=lambda row: -row.total))


def told_share(count: int, base: int) -> float | None:
    """The only place where a share of people is made to be told. None: of too few, or of nobody."""
    return min(count / base, 1.0) if base >= ENOUGH else None


def _row(key: K, count: int, whole: int, most: int) -> Row[K]:
    return Row(key, count, _part(count, whole), _part(count, most))


def _part(count: int, whole: int) -> float:
    return count / whole if whole else 0.0
