"""Numbers and days that people gave, in classes wide enough that an unusual one is not seen: pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

#: Most classes of numbers or months.
MOST: Final = 10
#: The outer classes are open from where at least so many, and this share, lie beyond.
FEWEST_BEYOND: Final = 5
SHARE_BEYOND: Final = 0.05
MONTHS: Final = 12


class Class(NamedTuple):
    """From `low` on and below `high`, numbers or months since the year 0; None: open."""

    key: str
    name: str
    low: int | None
    high: int | None

    def holds(self, number: float) -> bool:
        return (self.low is None or number >= self.low) and (self.high is None or number < self.high)


def number_of(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def month_of(value: str) -> float | None:
    """Of an ISO day: months since the year 0."""
    year, _, rest = value.partition("-")
    return int(year) * MONTHS + int(rest[:2]) - 1 if year.isdigit() and rest[:2].isdigit() else None


def number_classes(counts: Mapping[float, int]) -> Sequence[Class]:
    """`counts`: how often each number was given. None while too few gave any."""
    ends = _ends(counts)
    if ends is None:
        return ()
    low, high = ends
    width = _width(high - low)
    edges = [step * width for step in range(int(low // width), int(high // width) + 1)][1:]
    return _classes(edges, str, lambda low, high: str(low) if high == low + 1 else f"{low} – {high - 1}")


def month_classes(counts: Mapping[float, int]) -> Sequence[Class]:
    """By month, or by year where that would be too many rows. `counts` as for numbers."""
    ends = _ends(counts)
    if ends is None:
        return ()
    first, last = int(ends[0]), int(ends[1])
    if last - first < MOST:
        return _classes(range(first + 1, last + 1), _month, lambda low, _high: _month(low))
    years = [year * MONTHS for year in range(first // MONTHS + 1, last // MONTHS + 1)]
    return _classes(years, _year, lambda low, _high: _year(low))


def _classes(edges: Sequence[int], say: Callable[[int], str], between: Callable[[int, int], str]) -> Sequence[Class]:
    """`edges`: where one class ends and the next begins."""
    if not edges:
        return [Class("all", "alle", None, None)]
    first = Class(
        f"below.{edges[0]}", f"vor {say(edges[0])}" if say is not str else f"unter {edges[0]}", None, edges[0]
    )
    last = Class(f"from.{edges[-1]}", f"ab {say(edges[-1])}", edges[-1], None)
    return [first, *(Class(str(low), between(low, high), low, high) for low, high in pairwise(edges)), last]


def _ends(counts: Mapping[float, int]) -> tuple[float, float] | None:
    """The numbers between which all but the outermost lie, at least five on each side."""
    whole = sum(counts.values())
    beyond = max(FEWEST_BEYOND, SHARE_BEYOND * whole)
    if whole < 2 * beyond:
        return None
    return _passed(counts, sorted(counts), beyond), _passed(counts, sorted(counts, reverse=True), beyond)


def _passed(counts: Mapping[float, int], order: Sequence[float], most: float) -> float:
    so_far = 0
    for number in order:
        so_far += counts[number]
        if so_far >= most:
            return number
    raise AssertionError("there are more than that")


def _width(whole: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … that makes no more than MOST classes."""
    width = 1
    while whole / width >= MOST - 1:
        width = width * 5 // 2 if str(width).startswith("2") else width * 2
    return width


def _month(number: int) -> str:
    return f"{number % MONTHS + 1:02}/{number // MONTHS}"


def _year(number: int) -> str:
    return str(number // MONTHS)
