"""Minimum standards as a council looks at them: which worries most, who says so, and how far the sides are apart.

Whatever is said of people is worked out from numbers that may be shown: see domain/disclosure.py. A person who speaks
of a standard, be it written or ticked, stands in one part of it: kept, partly or not kept. Everybody who speaks is the
base, on every page the same, and all shares say how far it is *kept*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from operator import or_
from typing import Final

import msgspec

from services.analysis.domain.assessing import STANCES, Stance
from services.analysis.domain.counts import ENOUGH
from services.analysis.domain.findings import Finding, Parts, Share, State, Told, Trend, share_of, state_of
from services.analysis.results.domain.figures import Facet, Figures, Filter

#: Age bands by whom people ask first; the keys are those of shared/contracts/person.py.
SENIORS: Final = ("65-79", "80-plus")
YOUNG: Final = ("under-14", "14-17", "18-26")
AGE: Final = "age"
DAY: Final = "day"
#: Before a standard's id: the facet of its tags.
TAGS: Final = "standard."
#: By what those who say something are told apart, in this order.
TOLD_BY: Final = ("age", "part", "gender", "language", "channel", "group", "place")
#: The parts of a standard.
PARTS: Final = ("kept", "partly", "not_kept")
#: Whose parts there are: of all who speak, of those who tick, of those who write.
WHOLE, TICKED, SAID = "voice", "ticked", "said"
#: Points that means of all scales are told on.
POINTS: Final = 5
#: Weeks that a line shows, the newest.
MOST_WEEKS: Final = 26
_ORDER: Final[Sequence[State]] = ("not_kept", "partly", "kept", "open")


class Scale(msgspec.Struct, frozen=True):
    """A question by which people rate a standard, from 1 (not kept) to `points` (kept)."""

    question: str
    standard: str
    points: int

    @property
    def facet(self) -> str:
        return f"q.{self.question}"


class Chosen(msgspec.Struct, frozen=True):
    """What chosen people say of a standard. `counts`: by the stance of their tags; `mean`: on five points."""

    counts: Mapping[Stance, int]
    share: Share
    mean: float | None

    @property
    def state(self) -> State:
        return state_of(self.share.share, self.share)


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
    """What the people of one group say. `value`: the facet's."""

    value: str
    name: str
    share: Share


class Who(msgspec.Struct, frozen=True):
    facet: Facet
    rows: tuple[Said, ...]


class Group(msgspec.Struct, frozen=True):
    """Several values of a facet that people ask for together."""

    key: str
    facet: str
    values: tuple[str, ...]


def with_voices(figures: Figures, scales: Sequence[Scale]) -> Figures:
    """The figures with three facets more for every standard: who says what of it, by ticking, in writing, or either.

    On a scale the lower half says not kept and the upper half kept, and so does what was above it in an older version.
    """
    facets, members, origins = dict(figures.facets), dict(figures.members), dict(figures.origins)
    tagged = [key.removeprefix(TAGS) for key in figures.facets if key.startswith(TAGS)]
    for standard in dict.fromkeys([*tagged, *(scale.standard for scale in scales)]):
        own = [scale for scale in scales if scale.standard == standard and scale.facet in figures.facets]
        ticked = _ticked(figures, own)
        written = [figures.members.get((TAGS + standard, stance), 0) for stance in ("met", "not_met")]
        sides = {TICKED: ticked, SAID: (*written, 0), WHOLE: tuple(map(or_, ticked, (*written, 0)))}
        for kind, (yes, no, middle) in sides.items():
            key = facet_of(standard, kind)
            facets[key] = Facet(key, "standard", standard, dict.fromkeys(PARTS, ""))
            both = (yes & no) | (middle & ~yes & ~no)
            members |= {(key, part): found for part, found in zip(PARTS, (yes & ~no, both, no & ~yes), strict=True)}
        if len(own) == 1:
            origins |= _of_scale(facet_of(standard, TICKED), own[0], _numbers(figures, own[0]))
    return msgspec.structs.replace(figures, facets=facets, members=members, origins=origins)


def facet_of(standard: str, kind: str = WHOLE) -> str:
    """The facet of what people say of it, see `with_voices`."""
    return f"{kind}.{standard}"


def parts_of(figures: Figures, standard: str, filters: Sequence[Filter] = (), kind: str = WHOLE) -> Parts:
    """`figures`: with voices. Of chosen people no part is larger than that of all."""
    facet = facet_of(standard, kind)
    if facet not in figures.facets:
        return Parts()
    cells = {cell.key: cell.count for cell in figures.breakdown(facet, filters).cells}
    parts = Parts(*(cells[part] for part in PARTS))
    return parts.within(parts_of(figures, standard, (), kind)) if filters else parts


def told_of(
    figures: Figures, standard: str, scales: Iterable[Scale], checks: Mapping[tuple[str, Stance], float]
) -> Told:
    """All that may be said of people and this standard. `figures`: with voices; `checks`: see Told."""
    days = [date.fromisoformat(day) for day in figures.facets[DAY].values] if DAY in figures.facets else []
    middle = days[0] + (days[-1] - days[0]) / 2 if days else None
    early, late = ([day for day in days if (day <= middle) == first] for first in (True, False)) if middle else ([], [])
    return Told(
        whole=parts_of(figures, standard),
        ticked=parts_of(figures, standard, (), TICKED),
        said=parts_of(figures, standard, (), SAID),
        early=_on(figures, standard, early),
        late=_on(figures, standard, late),
        weeks=tuple((monday, _on(figures, standard, week)) for monday, week in _weeks(days)),
        counts=counts_of(figures, standard),
        checks={stance: checks.get((standard, stance), 0.0) for stance in STANCES},
        mean=mean_of(figures, (), standard, scales),
    )


def choose(figures: Figures, filters: Sequence[Filter], standard: str, scales: Iterable[Scale]) -> Chosen:
    """`figures`: with voices."""
    return Chosen(
        counts_of(figures, standard, filters),
        share_of(parts_of(figures, standard, filters)),
        mean_of(figures, filters, standard, scales),
    )


def counts_of(figures: Figures, standard: str, filters: Sequence[Filter] = ()) -> dict[Stance, int]:
    """People by the stance of what they wrote, as it was tagged; one person may have several."""
    facet = TAGS + standard
    if facet not in figures.facets:
        return dict.fromkeys(STANCES, 0)
    cells = {cell.key: cell.count for cell in figures.breakdown(facet, filters).cells}
    whole = counts_of(figures, standard) if filters else cells
    return {stance: min(cells[stance], whole[stance]) for stance in STANCES}


def all_counts(figures: Figures) -> dict[str, dict[Stance, int]]:
    """Of every standard that tags know."""
    standards = [key.removeprefix(TAGS) for key in figures.facets if key.startswith(TAGS)]
    return {standard: counts_of(figures, standard) for standard in standards}


def mean_of(figures: Figures, filters: Sequence[Filter], standard: str, scales: Iterable[Scale]) -> float | None:
    """On five points, of all the standard's scales together. None where fewer than ENOUGH rated."""
    count = total = 0.0
    for scale in scales:
        if scale.standard != standard or scale.facet not in figures.facets or scale.points < 2:
            continue
        for cell in figures.breakdown(scale.facet, filters).cells:
            if cell.key.isdigit():
                total += cell.count * min(1.0, (int(cell.key) - 1) / (scale.points - 1))
                count += cell.count
    return 1 + (POINTS - 1) * total / count if count >= ENOUGH else None


def by_worry(rows: Iterable[Row]) -> list[Row]:
    """Of chosen people: what is not kept first, and in that the lowest approval. Findings come in their own order."""

    def rank(row: Row) -> tuple[int, float]:
        share = row.chosen.share.share if row.chosen else None
        return _ORDER.index(row.state), 1.0 if share is None else share

    listed = list(rows)
    return sorted(listed, key=rank) if any(row.chosen for row in listed) else listed


def who_says(figures: Figures, standard: str, filters: Sequence[Filter] = ()) -> list[Who]:
    """What is said by people of each age, part, channel and language; facets with a single value tell nothing.

    `figures`: with voices.
    """
    told = [figures.facets[key] for key in TOLD_BY if key in figures.facets]
    found = (Who(one, _said(figures, one, standard, filters)) for one in told if len(one.values) > 1)
    return [one for one in found if one.rows]


def groups_of(figures: Figures) -> list[Group]:
    """Those who are asked about by name, as far as the campaign asked for an age."""
    facet = figures.facets.get(AGE)
    if facet is None:
        return []
    named = (("seniors", SENIORS), ("young", YOUNG))
    found = (Group(key, AGE, tuple(one for one in ages if one in facet.values)) for key, ages in named)
    return [one for one in found if one.values]


def _said(figures: Figures, facet: Facet, standard: str, filters: Sequence[Filter]) -> tuple[Said, ...]:
    """Groups of whom anybody says anything, in the order of the facet; none is larger than all who are chosen."""
    whole = parts_of(figures, standard, filters)
    rows = []
    for value, name in facet.values.items():
        parts = parts_of(figures, standard, [*filters, Filter(facet.key, (value,))]).within(whole)
        if parts.base:
            rows.append(Said(value, name, share_of(parts)))
    return tuple(rows)


def _ticked(figures: Figures, scales: Iterable[Scale]) -> tuple[int, int, int]:
    """Who ticks kept, not kept and the middle of any of the scales."""
    sides = {"kept": 0, "not_kept": 0, "partly": 0}
    for scale in scales:
        for number in _numbers(figures, scale):
            sides[_side_of(number, scale.points)] |= figures.members.get((scale.facet, str(number)), 0)
    return sides["kept"], sides["not_kept"], sides["partly"]


def _numbers(figures: Figures, scale: Scale) -> list[int]:
    """All that were ticked, as `mean_of` takes them: also above its points, where an older version had more."""
    return [int(value) for value in figures.facets[scale.facet].values if value.isdigit()]


def _of_scale(facet: str, scale: Scale, numbers: Sequence[int]) -> dict[tuple[str, str], tuple[str, frozenset[str]]]:
    """What is ticked on a single scale is the same people as its points, and is asked for as them."""
    points = {part: frozenset(str(one) for one in numbers if _side_of(one, scale.points) == part) for part in PARTS}
    return {(facet, part): (scale.facet, found) for part, found in points.items() if found}


def _side_of(number: int, points: int) -> str:
    twice = 2 * (number - 1)
    return "partly" if twice == points - 1 else "kept" if twice > points - 1 else "not_kept"


def _on(figures: Figures, standard: str, days: Sequence[date]) -> Parts:
    return parts_of(figures, standard, [Filter(DAY, tuple(day.isoformat() for day in days))]) if days else Parts()


def _weeks(days: Sequence[date]) -> list[tuple[date, list[date]]]:
    """The newest by their Mondays, oldest first."""
    weeks: dict[date, list[date]] = {}
    for day in days:
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(day)
    return list(weeks.items())[-MOST_WEEKS:]
