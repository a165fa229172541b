"""Minimum standards as a council looks at them: which worries most, who says so, and how far the sides are apart.

Whatever is said of chosen people is worked out from numbers that may be shown: see domain/disclosure.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import hypot
from typing import Final

import msgspec

from services.analysis.domain.assessing import STANCES, Stance
from services.analysis.domain.findings import STEADY, Z_90, Z_95, Finding, Share, State, Trend, state_of_share
from services.analysis.results.domain.figures import Facet, Figures, Filter

#: Age bands by whom people ask first; the keys are those of shared/contracts/person.py.
SENIORS: Final = ("65-79", "80-plus")
YOUNG: Final = ("under-14", "14-17", "18-26")
AGE: Final = "age"
#: By what those who say something are told apart, in this order.
TOLD_BY: Final = ("age", "part", "gender", "language", "channel", "group", "place")
#: What people say of a standard, in writing or by ticking; `middle`: ticked, and neither for nor against.
VOICES: Final = (*STANCES, "middle")
#: Points that means of all scales are told on.
POINTS: Final = 5
_TAGS: Final = "standard."
_ORDER: Final[Sequence[State]] = ("not_kept", "partly", "kept", "open")


class Scale(msgspec.Struct, frozen=True):
    """A question by which people rate a standard, from 1 (not kept) to `points` (kept)."""

    question: str
    standard: str
    points: int


class Mean(msgspec.Struct, frozen=True):
    """On five points; `count`: who rated, as it may be shown."""

    value: float
    count: int


class Chosen(msgspec.Struct, frozen=True):
    """What chosen people say of a standard. `share`: those who say it is kept, of those who say yes or no."""

    counts: Mapping[Stance, int]
    share: float | None
    state: State
    mean: Mean | None


class Gap(msgspec.Struct, frozen=True):
    """How far the department is above the people, in points of a hundred; below is negative."""

    people: float
    department: float

    @property
    def points(self) -> int:
        return round((self.department - self.people) * 100)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One standard. `before`: against the campaign before; `chosen`: what the chosen people say, if any are chosen."""

    finding: Finding
    before: Trend
    chosen: Chosen | None = None

    @property
    def gap(self) -> Gap | None:
        """None where a side says nothing, or the people are too few."""
        people, office = self.finding.whole.share, self.finding.department
        return None if people is None or office is None or office.share is None else Gap(people, office.share)

    @property
    def state(self) -> State:
        return self.chosen.state if self.chosen else self.finding.state


class Said(msgspec.Struct, frozen=True):
    """People of one group: `count` say it, of `base` who say anything of the standard. `query`: the facet's value."""

    value: str
    name: str
    count: int
    base: int
    share: float


class Who(msgspec.Struct, frozen=True):
    facet: Facet
    rows: tuple[Said, ...]


class Group(msgspec.Struct, frozen=True):
    """Several values of a facet that people ask for together."""

    key: str
    facet: str
    values: tuple[str, ...]


def facet_of(standard: str) -> str:
    """The facet of what people say of it, see `with_voices`."""
    return f"voice.{standard}"


def with_voices(figures: Figures, scales: Iterable[Scale]) -> Figures:
    """The figures with a facet more for every standard: who speaks for or against it, be it written or ticked.

    On a scale the lower half speaks against and the upper half for it.
    """
    facets, members = dict(figures.facets), dict(figures.members)
    for standard in [key.removeprefix(_TAGS) for key in figures.facets if key.startswith(_TAGS)]:
        key = facet_of(standard)
        facets[key] = Facet(key, "standard", figures.facets[_TAGS + standard].name, dict.fromkeys(VOICES, ""), True)
        members |= {(key, stance): figures.members.get((_TAGS + standard, stance), 0) for stance in STANCES}
    for scale in scales:
        for number in range(1, scale.points + 1):
            place = (facet_of(scale.standard), _side_of(number, scale.points))
            members[place] = members.get(place, 0) | figures.members.get((f"q.{scale.question}", str(number)), 0)
    return msgspec.structs.replace(figures, facets=facets, members=members)


def choose(figures: Figures, filters: Sequence[Filter], standard: str, scales: Iterable[Scale]) -> Chosen:
    """`figures`: with voices. `counts` are of quotes' tags, by people; the share is of all who speak for or against."""
    voices = _counts(figures, filters, facet_of(standard))
    yes, no = voices["met"], voices["not_met"]
    share = yes / (yes + no) if yes + no else None
    own = [scale for scale in scales if scale.standard == standard]
    return Chosen(
        _counts(figures, filters, _TAGS + standard), share, state_of_share(share), _mean(figures, filters, own)
    )


def by_worry(rows: Iterable[Row]) -> list[Row]:
    """Of chosen people: what is not kept first, and in that the lowest approval. Findings come in their own order."""

    def rank(row: Row) -> tuple[int, float]:
        share = row.chosen.share if row.chosen else None
        return _ORDER.index(row.state), 1.0 if share is None else share

    listed = list(rows)
    return sorted(listed, key=rank) if any(row.chosen for row in listed) else listed


def trend_between(before: Share | None, after: Share) -> Trend:
    """From one campaign to the next, with a margin of 90 %."""
    if before is None or before.share is None or after.share is None:
        return Trend("unknown")
    change = after.share - before.share
    margin = hypot(before.high - before.low, after.high - after.low) / 2 * Z_90 / Z_95
    if abs(change) > margin:
        return Trend("better" if change > 0 else "worse", change, margin)
    return Trend("steady" if abs(change) + margin <= STEADY else "unclear", change, margin)


def who_says(figures: Figures, standard: str, stance: Stance, filters: Sequence[Filter] = ()) -> list[Who]:
    """How those who say it spread over age, part, channel and language; facets with a single value tell nothing.

    `figures`: with voices.
    """
    if facet_of(standard) not in figures.facets:
        return []
    told = [figures.facets[key] for key in TOLD_BY if key in figures.facets]
    found = (Who(one, _said(figures, one, standard, stance, filters)) for one in told if len(one.values) > 1)
    return [one for one in found if one.rows]


def groups_of(figures: Figures) -> list[Group]:
    """Those who are asked about by name, as far as the campaign asked for an age."""
    facet = figures.facets.get(AGE)
    if facet is None:
        return []
    named = (("seniors", SENIORS), ("young", YOUNG))
    found = (Group(key, AGE, tuple(one for one in ages if one in facet.values)) for key, ages in named)
    return [one for one in found if one.values]


def _said(figures: Figures, facet: Facet, standard: str, stance: Stance, filters: Sequence[Filter]) -> tuple[Said, ...]:
    """Groups of whom anybody says anything, in the order of the facet."""
    table = figures.cross(facet.key, facet_of(standard), filters)
    rows = []
    for value, name in facet.values.items():
        base = figures.count([*filters, Filter(facet.key, (value,)), Filter(facet_of(standard), VOICES)])
        count = table.cells[value, stance].count
        if base:
            rows.append(Said(value, name, count, base, min(1.0, count / base)))
    return tuple(rows)


def _side_of(number: int, points: int) -> str:
    twice = 2 * (number - 1)
    return "middle" if twice == points - 1 else "met" if twice > points - 1 else "not_met"


def _counts(figures: Figures, filters: Sequence[Filter], facet: str) -> dict[Stance, int]:
    if facet not in figures.facets:
        return dict.fromkeys(STANCES, 0)
    cells = {cell.key: cell.count for cell in figures.breakdown(facet, filters).cells}
    return {stance: cells.get(stance, 0) for stance in STANCES}


def _mean(figures: Figures, filters: Sequence[Filter], scales: Sequence[Scale]) -> Mean | None:
    """Of all the standard's scales together. None where too few rated."""
    weight = total = 0.0
    for scale in scales:
        facet = f"q.{scale.question}"
        if facet not in figures.facets or scale.points < 2:
            continue
        for cell in figures.breakdown(facet, filters).cells:
            if cell.key.isdigit() and cell.count:
                total += cell.count * min(1.0, (int(cell.key) - 1) / (scale.points - 1))
                weight += cell.count
    return Mean(1 + (POINTS - 1) * total / weight, round(weight)) if weight else None
