"""Who is missing: those who answered held against those who live there, on numbers as they may be shown, with doubt.

How likely a count is under chance alone is worked out elsewhere (operations/compare_residents.py); what follows from
it is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from services.analysis.results.domain.disclosure import FEWEST, STEP
from services.analysis.results.domain.population import Trait

Verdict = Literal["far-fewer", "fewer", "fits", "unclear", "more", "far-more"]
#: So seldom may chance alone bring what is called "clearly", and what is called "rather".
SURE: Final = 0.01
LIKELY: Final = 0.05
#: Of fewer expected people nothing can be said that fits: two more or less would change it.
ENOUGH: Final = 10


class Bounds(NamedTuple):
    """What a shown number may stand for, both ends included, and what it most likely stands for."""

    low: int
    high: int
    middle: int


class Chances(NamedTuple):
    """How likely so few, or so many, are if respondents mirror residents: in the middle of what the shown number may
    stand for (`few`, `many`), and where the rounding speaks most against it (`few_at_most`, `many_at_most`).
    """

    few: float
    few_at_most: float
    many: float
    many_at_most: float


class Line(msgspec.Struct, frozen=True):
    """One group. `values`: of each trait, in the table's order. `share`: of the residents, 0 to 1.

    `shown`: who answered, as it may be shown. `low`, `high`: the share of those who answered, 0 to 1, with doubt.
    `expected`: of as many as answered; `goal`: of as many as are wanted, where that is more.
    """

    values: tuple[str, ...]
    residents: int
    share: float
    shown: int
    low: float
    high: float
    expected: float
    goal: float
    verdict: Verdict

    @property
    def is_missing(self) -> bool:
        return self.verdict in ("fewer", "far-fewer")


class Comparison(msgspec.Struct, frozen=True):
    """`base`: who said to which group they belong, as it may be shown; the others are not counted."""

    traits: tuple[Trait, ...]
    lines: tuple[Line, ...]
    base: int


def bounds(shown: int, conditions: int = 1, unseen: int = 0) -> Bounds:
    """Source: domain/disclosure.py. A number is within a step of what it stands for; a condition that takes hardly
    anybody away is left out; nobody is shown below FEWEST, and five sometimes are not. `unseen`: so many of the groups
    that were asked for together look like nobody, and count as nobody.
    """
    hidden = unseen * FEWEST
    if not shown:
        return Bounds(0, max(hidden, FEWEST), FEWEST // 2)
    return Bounds(max(FEWEST, shown - STEP * conditions), shown + STEP + hidden, shown)


def verdict_of(chances: Chances, expected: float) -> Verdict:
    """What may be said aloud; in doubt less."""
    if chances.few_at_most < SURE:
        return "far-fewer"
    if chances.few < LIKELY:
        return "fewer"
    if chances.many_at_most < SURE:
        return "far-more"
    if chances.many < LIKELY:
        return "more"
    return "fits" if expected >= ENOUGH else "unclear"


def shares(people: Mapping[tuple[str, ...], int]) -> dict[tuple[str, ...], float]:
    """Of all residents; groups in which nobody lives are left out."""
    everyone = sum(people.values())
    return {key: count / everyone for key, count in people.items() if count}


def worst_first(lines: Iterable[Line]) -> list[Line]:
    """Those who are missing, by how many."""
    return sorted((one for one in lines if one.is_missing), key=lambda one: one.shown - one.expected)


def overlooked(comparisons: Sequence[Comparison]) -> list[tuple[Trait, Line]]:
    """Groups by one trait that are missing, worst first: what is to be done about, or what the report has to say."""
    single = [one for one in comparisons if len(one.traits) == 1]
    found = [(one.traits[0], line) for one in single for line in one.lines if line.is_missing]
    return sorted(found, key=lambda pair: (pair[1].verdict != "far-fewer", pair[1].shown - pair[1].expected))
