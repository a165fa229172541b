"""Every number that a dashboard shows about responses is made here, so that one place decides what may be shown."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from statistics import median
from typing import Final, Generic, TypeVar

import msgspec

from services.analysis.domain.assessing import STANCES, Stance
from services.analysis.domain.days import every_day

K = TypeVar("K", bound=Hashable)
#: A group of fewer people is never told apart. Source: practice of the statistical offices (3), raised to 5.
FEWEST: Final = 5
#: Days shown singly before they are put together in weeks.
MOST_DAYS = 42
#: Different numbers or days that somebody gave, before they are put together.
MOST_CLASSES: Final = 10


class Row(msgspec.Struct, Generic[K], frozen=True):
    """`share` of the whole and `length` against the longest row, both from 0 to 1.

    `shown` False: too few people to tell, and the three numbers are 0 instead.
    """

    key: K
    count: int
    share: float
    length: float
    shown: bool = True


class Table(msgspec.Struct, Generic[K], frozen=True):
    """`base` is what the shares refer to: people, not ticks, where several answers may be given."""

    rows: tuple[Row[K], ...]
    base: int


class Spread(msgspec.Struct, frozen=True):
    """What numbers lie between, and the one in their middle."""

    least: float
    median: float
    most: float


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


def tabulate_most(counts: Mapping[K, int], base: int) -> Table[K]:
    """The largest first, equal ones in the order of their keys; shares refer to `base`."""
    order = sorted(counts, key=lambda key: (-counts[key], str(key)))
    return tabulate(order, counts, base)


def tabulate_days(counts: Mapping[date, int]) -> Table[date]:
    """Every day from the first to the last response; in a long campaign every week, named by its Monday."""
    if not counts:
        return Table((), 0)
    days = tuple(every_day(min(counts), max(counts)))
    if len(days) <= MOST_DAYS:
        return tabulate(days, counts)
    weeks: dict[date, int] = {}
    for day in days:
        monday = date.fromordinal(day.toordinal() - day.weekday())
        weeks[monday] = weeks.get(monday, 0) + counts.get(day, 0)
    return tabulate(weeks, weeks)


def spread_of(counts: Mapping[str, int]) -> Spread | None:
    """`counts`: how often each number was given, as text; what is no number is passed over."""
    numbers = sorted(
        number for value, count in counts.items() for number in [_number(value)] * count if number is not None
    )
    return Spread(numbers[0], median(numbers), numbers[-1]) if numbers else None


def tabulate_numbers(counts: Mapping[str, int], base: int) -> Table[str]:
    """Every number by itself, or classes of one width, named by their lowest and highest: `0 – 9`."""
    by_number: dict[float, int] = {}
    for value, count in counts.items():
        if (number := _number(value)) is not None:
            by_number[number] = by_number.get(number, 0) + count
    if len(by_number) <= MOST_CLASSES:
        order = sorted(by_number)
        return tabulate(map(_said, order), {_said(one): by_number[one] for one in order}, base)
    width = _width(max(by_number) - min(by_number))
    classes = range(int(min(by_number) // width), int(max(by_number) // width) + 1)
    totals = {one: sum(n for number, n in by_number.items() if number // width == one) for one in classes}
    names = {one: f"{one * width} – {(one + 1) * width - 1}" for one in classes}
    return tabulate(names.values(), {names[one]: total for one, total in totals.items()}, base)


def tabulate_dates(counts: Mapping[str, int], base: int) -> Table[str]:
    """By day, as 2026-05-03, or by month if that would be too many rows; only days that somebody named."""
    kept = dict(counts)
    if len(counts) > MOST_CLASSES:
        kept = {}
        for day, count in counts.items():
            kept[day[:7]] = kept.get(day[:7], 0) + count
    return tabulate(sorted(kept), kept, base)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _said(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _width(whole: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … that makes no more than MOST_CLASSES classes."""
    width = 1
    while whole / width >= MOST_CLASSES - 1:
        width = width * 5 // 2 if str(width).startswith("2") else width * 2
    return width


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


def guarded(counts: Mapping[K, int]) -> dict[K, int | None]:
    """Groups of people by size; None stands for fewer than FEWEST, be it nobody, and is said as "under 5".

    So many larger groups are hidden too that the hidden ones cannot be worked out from the sum.
    """
    hidden = [key for key, count in counts.items() if count < FEWEST]
    rest = sorted((key for key in counts if key not in hidden), key=lambda key: counts[key], reverse=True)
    while rest and (together := sum(counts[key] for key in hidden)) and (len(hidden) < 2 or together < FEWEST):
        hidden.append(rest.pop())
    return {key: None if key in hidden else count for key, count in counts.items()}


def veiled(table: Table[K]) -> Table[K]:
    """What people ticked, without groups of fewer than FEWEST and what they could be worked out from."""
    kept = guarded({row.key: row.count for row in table.rows})
    return Table(
        tuple(row if kept[row.key] is not None else Row(row.key, 0, 0.0, 0.0, shown=False) for row in table.rows),
        table.base,
    )


def _row(key: K, count: int, whole: int, most: int) -> Row[K]:
    return Row(key, count, _part(count, whole), _part(count, most))


def _part(count: int, whole: int) -> float:
    return count / whole if whole else 0.0
