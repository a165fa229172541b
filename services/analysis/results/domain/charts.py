"""What a chart shows, whatever draws it: rows of numbers as they may be shown, and their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from string import ascii_uppercase
from typing import Final, Literal

import msgspec

from services.analysis.results.domain.figures import Breakdown, Cell, CrossTab, Figures, Filter

Kind = Literal["bars", "timeline", "stances", "grouped", "heat", "map"]
#: How a series is told apart: a colour and, but for the first of them, a pattern.
Tone = Literal["plain", "other", "met", "not_met", "suggestion"]
Grain = Literal["day", "week", "month"]
#: Days shown singly before they are put together in weeks, and weeks before they are months.
MOST_DAYS: Final = 42
MOST_WEEKS: Final = 53
#: Of the days with responses, so many must be large enough to be shown, or they are put together in weeks.
ENOUGH_SHOWN: Final = 0.5


class Series(msgspec.Struct, frozen=True):
    name: str
    tone: Tone = "plain"


class Point(msgspec.Struct, frozen=True):
    """`value`: a share from 0 to 1, or a count of people. `said`: the number as it is written beside.

    `series`: the name of one. `column`: of a heat map. `goal`: a count to be reached, 0 for none. Of a map, longitude
    and latitude: `place`, the outline of a part; `spot`, where a channel is.
    """

    label: str
    value: float
    said: str
    series: str = ""
    column: str = ""
    place: tuple[tuple[float, float], ...] = ()
    goal: int = 0
    spot: tuple[float, float] | None = None


class Chart(msgspec.Struct, frozen=True):
    """`title`, `base` and `source` are written on what is downloaded; `summary` is the chart in a sentence.

    `target`: a line to be reached, in people, and how it is called.
    """

    kind: Kind
    title: str
    base: str
    source: str
    summary: str
    points: tuple[Point, ...]
    series: tuple[Series, ...] = ()
    target: int = 0
    target_name: str = ""


class Highlights(msgspec.Struct, frozen=True):
    """What a sentence on a breakdown names. `most`: at the top, more than one when they are equal; `least`: shown ones
    at the bottom, none when all are equal. `unseen`: values of nobody or too few."""

    most: tuple[Cell, ...]
    least: tuple[Cell, ...]
    unseen: int


class Slice(msgspec.Struct, frozen=True):
    """One bar of a time line. `first` to `last` day, `count` as it may be shown."""

    first: date
    last: date
    count: int


class TimeLine(msgspec.Struct, frozen=True):
    grain: Grain
    slices: tuple[Slice, ...]

    @property
    def peak(self) -> Slice | None:
        return max(self.slices, key=lambda one: one.count, default=None)


def highlights(breakdown: Breakdown) -> Highlights:
    shown = [cell for cell in breakdown.cells if cell.count]
    top = max((cell.count for cell in shown), default=0)
    low = min((cell.count for cell in shown), default=0)
    most = tuple(cell for cell in shown if cell.count == top)
    least = tuple(cell for cell in shown if cell.count == low) if low < top else ()
    return Highlights(most, least, len(breakdown.cells) - len(shown))


def letters_for(count: int) -> list[str]:
    """`A` to `Z`, then `AA`, `AB`: one for each place on a map."""
    ones = list(ascii_uppercase)
    return [*ones, *(first + second for first in ones for second in ones)][:count]


def strongest(table: CrossTab) -> tuple[str, str] | None:
    """The row and column of the cell with the largest share of its row; None when no share is told."""
    shown = [(cell.share, where) for where, cell in table.cells.items() if cell.count and cell.is_telling]
    return max(shown)[1] if shown else None


def time_line(figures: Figures, filters: Sequence[Filter] = ()) -> TimeLine:
    """Responses by day, or by week or month where days are too many or too small to be shown."""
    if "day" not in figures.facets:
        return TimeLine("day", ())
    days = sorted(date.fromisoformat(day) for day in figures.facets["day"].values)
    if not days:
        return TimeLine("day", ())
    found = TimeLine("day", ())
    for grain in _grains(days):
        found = TimeLine(grain, tuple(_slices(figures, filters, days, grain)))
        if _is_telling(found, days):
            break
    return found


def running_total(figures: Figures, line: TimeLine, filters: Sequence[Filter] = ()) -> tuple[int, ...]:
    """How many had come by the end of each slice, as it may be shown: not the sum of what is shown of each.

    Rounding may let a later number be smaller than an earlier one; nobody left, so it is drawn as it was.
    """
    days = figures.facets["day"].values if "day" in figures.facets else {}
    final = figures.count(filters)
    return tuple(
        accumulate((min(figures.count([*filters, _until(days, one.last)]), final) for one in line.slices[:-1]), max)
    ) + ((final,) if line.slices else ())


def shares_of(table: CrossTab, of: Literal["row", "column", "whole"], whole: int) -> Mapping[tuple[str, str], float]:
    """Each cell as a share, 0 to 1, of its row, its column, or all people of the table."""
    rows = {cell.key: cell.count for cell in table.rows.cells}
    columns = {cell.key: cell.count for cell in table.columns.cells}
    return {
        (row, column): _part(cell.count, {"row": rows[row], "column": columns[column], "whole": whole}[of])
        for (row, column), cell in table.cells.items()
    }


def _part(count: int, base: int) -> float:
    return min(count / base, 1.0) if base else 0.0


def _grains(days: Sequence[date]) -> tuple[Grain, ...]:
    span = (days[-1] - days[0]).days + 1
    if span <= MOST_DAYS:
        return ("day", "week")
    return ("week", "month") if span <= MOST_WEEKS * 7 else ("month",)


def _is_telling(line: TimeLine, days: Sequence[date]) -> bool:
    filled = [one for one in line.slices if bisect_left(days, one.first) < bisect_right(days, one.last)]
    return sum(bool(one.count) for one in filled) >= ENOUGH_SHOWN * len(filled)


def _slices(figures: Figures, filters: Sequence[Filter], days: Sequence[date], grain: Grain) -> Iterator[Slice]:
    first = _start(days[0], grain)
    while first <= days[-1]:
        last = _next(first, grain) - timedelta(days=1)
        within = tuple(day.isoformat() for day in days[bisect_left(days, first) : bisect_right(days, last)])
        yield Slice(first, last, figures.count([*filters, Filter("day", within)]) if within else 0)
        first = last + timedelta(days=1)


def _start(day: date, grain: Grain) -> date:
    if grain == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if grain == "week" else day


def _next(first: date, grain: Grain) -> date:
    if grain == "month":
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first + timedelta(days=7 if grain == "week" else 1)


def _until(days: Iterable[str], last: date) -> Filter:
    end = last.isoformat()
    return Filter("day", tuple(day for day in days if day <= end))
