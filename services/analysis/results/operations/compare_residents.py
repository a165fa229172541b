"""Holding those who answered against those who live in the district.

Statistics: binomial probabilities and Wilson's interval (scipy.stats), each where the rounding of the shown numbers
speaks most for "it may well be chance". Slow to import, so only here and off the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from services.analysis.results.domain.figures import Figures, Filter
from services.analysis.results.domain.missing import Bounds, Chances, Comparison, Line, bounds, shares, verdict_of
from services.analysis.results.domain.population import Group, Trait, residents

#: Of the share that is given with each group.
CONFIDENCE: Final = 0.95


class Whole(NamedTuple):
    """All who said to which group they belong, as it may be shown, what that may stand for, and how many are wanted."""

    base: int
    bounds: Bounds
    goal: int


async def compare_residents(figures: Figures, groups: Sequence[Group], goal: int = 0) -> list[Comparison]:
    """By each trait that was asked and that residents are known by, then by age and part together.

    `goal`: how many answers are wanted in all; 0: nobody said so.
    """
    return await asyncio.to_thread(compare, figures, groups, goal)


def compare(figures: Figures, groups: Sequence[Group], goal: int) -> list[Comparison]:
    """The same, here and now."""
    asked = [trait for trait in _told(groups) if trait in figures.facets]
    tables: list[tuple[Trait, ...]] = [(trait,) for trait in asked]
    if "age" in asked and "part" in asked:
        tables.append(("age", "part"))
    return [_table(figures, traits, residents(groups, *traits), goal) for traits in tables]


def _told(groups: Sequence[Group]) -> list[Trait]:
    """Traits that the table tells residents apart by."""
    traits: tuple[Trait, ...] = ("age", "part", "gender")
    return [trait for trait in traits if any(getattr(group, trait) for group in groups)]


def _table(figures: Figures, traits: tuple[Trait, ...], people: Mapping[tuple[str, ...], int], goal: int) -> Comparison:
    belonging = [Filter(trait, tuple(dict.fromkeys(key[n] for key in people))) for n, trait in enumerate(traits)]
    base = figures.count(belonging)
    counts = {key: figures.count(_filters(traits, key)) for key in shares(people)}
    whole = Whole(base, bounds(base, len(traits), sum(not count for count in counts.values())), goal)
    lines = [_line(key, people[key], share, counts[key], whole) for key, share in shares(people).items()]
    return Comparison(traits, tuple(lines), base)


def _filters(traits: tuple[Trait, ...], key: tuple[str, ...]) -> list[Filter]:
    return [Filter(trait, (value,)) for trait, value in zip(traits, key, strict=True)]


def _line(key: tuple[str, ...], people: int, share: float, shown: int, whole: Whole) -> Line:
    expected, said = whole.base * share, bounds(shown, len(key))
    low, high = interval(said, whole.bounds)
    return Line(
        values=key,
        residents=people,
        share=share,
        shown=shown,
        low=low,
        high=high,
        expected=expected,
        goal=whole.goal * share if whole.goal > whole.base else 0.0,
        verdict=verdict_of(chances(said, whole.bounds, share), expected) if whole.base else "unclear",
    )


def chances(said: Bounds, all_said: Bounds, share: float) -> Chances:
    from scipy.stats import binom

    low, high = min(said.low, all_said.high), min(said.high, all_said.high)
    middle, every = min(said.middle, all_said.middle), all_said.middle
    return Chances(
        few=float(binom.cdf(middle, every, share)),
        few_at_most=float(binom.cdf(high, max(all_said.low, high), share)),
        many=float(binom.sf(middle - 1, every, share)),
        many_at_most=float(binom.sf(low - 1, all_said.high, share)),
    )


def interval(said: Bounds, all_said: Bounds) -> tuple[float, float]:
    """Of the share of those who answered, 0 to 1, with the doubt that chance and rounding leave together."""
    from scipy.stats import binomtest

    least, most = min(said.low, all_said.high), min(said.high, all_said.high)
    if not all_said.high:
        return 0.0, 1.0
    low = binomtest(least, all_said.high).proportion_ci(CONFIDENCE, "wilson").low
    high = binomtest(most, max(all_said.low, most, 1)).proportion_ci(CONFIDENCE, "wilson").high
    return float(low), float(high)
