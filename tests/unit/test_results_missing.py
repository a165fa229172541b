"""Who is missing, and weights: never more certain than rounded numbers allow, and from nothing but them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from services.analysis.results.domain.figures import Breakdown, Facet, Figures, Filter
from services.analysis.results.domain.missing import (
    LIKELY,
    SURE,
    Bounds,
    Chances,
    Comparison,
    Line,
    bounds,
    overlooked,
    verdict_of,
)
from services.analysis.results.domain.missing_advice import Way, advise, due, silent
from services.analysis.results.domain.population import Group
from services.analysis.results.domain.weights import CAP, LEAST, Cell, Scheme, WeightsError, gathered
from services.analysis.results.operations.compare_residents import compare, compare_residents
from services.analysis.results.operations.rake_weights import rake, rake_weights
from shared.contracts.person import AGES

PARTS = ("north", "south")
HALVES = tuple(Group(part, age, 100) for part in PARTS for age in ("young", "old"))
SURE_OF_NOTHING = Chances(0.5, 0.9, 0.5, 0.9)
COUNTS = st.integers(0, 60)
CROWDS = st.dictionaries(
    st.tuples(st.sampled_from(["young", "old"]), st.sampled_from(PARTS), st.sampled_from(["foot", "bus"])), COUNTS
)


def _line(verdict: Any = "fewer", shown_count: int = 0, expected: float = 12.0, goal: float = 0.0) -> Line:
    return Line(("65-79",), 100, 0.2, shown_count, 0.0, 0.1, expected, goal, verdict)


def _figures(crowd: Mapping[tuple[str, str, str], int], secret: bytes = b"s") -> Figures:
    """(age, part, answer) → how many; the answer to `q.way` is foot or bus."""
    said = [key for key, count in crowd.items() for _ in range(count)]
    random.Random(1).shuffle(said)
    members: dict[tuple[str, str], int] = {}
    for number, (age, part, way) in enumerate(said):
        for key in (("age", age), ("part", part), ("q.way", way)):
            members[key] = members.get(key, 0) | 1 << number
    facets = {
        "age": Facet("age", "person", "Alter", {"young": "jung", "old": "alt"}),
        "part": Facet("part", "person", "Ortsteil", {"north": "Nord", "south": "Süd"}),
        "q.way": Facet("q.way", "question", "Wie?", {"foot": "zu Fuß", "bus": "Bus"}),
    }
    return Figures(facets, members, (1 << len(said)) - 1, secret)


class OnlyShown:
    """Figures as a page sees them: no sets, only numbers that may be shown."""

    def __init__(self, figures: Figures) -> None:
        self.facets, self._figures = figures.facets, figures
        self.asked: list[int] = []

    def count(self, filters: Sequence[Filter] = ()) -> int:
        self.asked.append(self._figures.count(filters))
        return self.asked[-1]

    def breakdown(self, facet: str, filters: Sequence[Filter] = ()) -> Breakdown:
        return self._figures.breakdown(facet, filters)


@given(crowd=CROWDS, secret=st.binary(min_size=1, max_size=4))
def test_a_shown_number_stands_for_what_it_was_made_of(crowd: dict[tuple[str, str, str], int], secret: bytes) -> None:
    figures = _figures(crowd, secret)
    for age in ("young", "old"):
        alone, north = [Filter("age", (age,))], [Filter("age", (age,)), Filter("part", ("north",))]
        for filters in (alone, north):
            low, high, _ = bounds(figures.count(filters), len(filters))
            assert low <= figures.chosen(filters).bit_count() <= high
    everyone = [Filter("age", ("young", "old"))]
    unseen = sum(not figures.count([Filter("age", (age,))]) for age in ("young", "old"))
    low, high, _ = bounds(figures.count(everyone), 1, unseen)
    assert low <= figures.chosen(everyone).bit_count() <= high


@given(crowd=CROWDS, live=st.integers(1, 99), secret=st.binary(min_size=1, max_size=4))
def test_clearly_too_few_is_never_said_of_what_may_well_be_chance(
    crowd: dict[tuple[str, str, str], int], live: int, secret: bytes
) -> None:
    figures = _figures(crowd, secret)
    groups = [Group("north", "young", live), Group("north", "old", 100 - live)]
    by_age = compare(figures, groups, 0)[0]
    everyone = figures.chosen([Filter("age", ("young", "old"))]).bit_count()
    for line in by_age.lines:
        count = figures.chosen([Filter("age", line.values)]).bit_count()
        if line.verdict == "far-fewer":
            assert binom.cdf(count, everyone, line.share) < SURE
        if line.verdict == "far-more":
            assert binom.sf(count - 1, everyone, line.share) < SURE
        assert 0 <= line.low <= line.high <= 1
        if everyone:
            assert line.low - 1e-9 <= count / everyone <= line.high + 1e-9


@pytest.mark.parametrize(
    ("found", "expected", "verdict"),
    [
        (Chances(0.001, SURE / 2, 1, 1), 30, "far-fewer"),
        (Chances(LIKELY / 2, 0.2, 1, 1), 30, "fewer"),
        (Chances(1, 1, 0.001, SURE / 2), 30, "far-more"),
        (Chances(1, 1, LIKELY / 2, 0.2), 30, "more"),
        (SURE_OF_NOTHING, 30, "fits"),
        (SURE_OF_NOTHING, 9, "unclear"),
    ],
)
def test_a_verdict_follows_from_the_chances(found: Chances, expected: float, verdict: str) -> None:
    assert verdict_of(found, expected) == verdict


async def test_expected_are_as_many_as_live_there_and_of_the_goal_as_many_as_are_wanted() -> None:
    figures = _figures({("young", "north", "foot"): 60, ("old", "south", "bus"): 20})
    by_age, by_part, both = await compare_residents(figures, HALVES, 1000)
    assert [one.traits for one in (by_age, by_part, both)] == [("age",), ("part",), ("age", "part")]
    young, old = by_age.lines
    assert young.expected == old.expected == by_age.base / 2
    assert (young.goal, old.goal) == (500, 500)
    assert (young.verdict, old.verdict) == ("far-more", "far-fewer")
    assert {line.values: line.shown for line in both.lines}["young", "south"] == 0
    assert [(trait, line.values) for trait, line in overlooked([by_age, by_part, both])] == [
        ("age", ("old",)),
        ("part", ("south",)),
    ]


async def test_what_was_not_asked_is_not_compared() -> None:
    figures = _figures({("young", "north", "foot"): 60})
    without = Figures({"age": figures.facets["age"]}, figures.members, figures.everyone, figures.secret)
    assert [one.traits for one in await compare_residents(without, HALVES)] == [("age",)]
    assert await compare_residents(without, [Group("north", "", 5)]) == []


async def test_nobody_yet_is_no_verdict() -> None:
    (by_age, *_) = await compare_residents(_figures({("young", "north", "foot"): 4}), HALVES)
    assert by_age.base == 0
    assert {line.verdict for line in by_age.lines} == {"unclear"}


@pytest.mark.parametrize("age", AGES)
def test_every_age_has_its_advice(age: str) -> None:
    advice = advise("age", age, "", ())
    assert advice.kind == {"65-79": "large", "80-plus": "large", "14-17": "young", "18-26": "young"}.get(
        age, "children" if age == "under-14" else "working"
    )
    assert ("large=yes" in advice.path) == (advice.kind == "large")


def test_a_part_without_a_channel_gets_one_and_others_get_more_of_theirs() -> None:
    ways = [Way("AB2CD3", "poster", "Bücherei Alsfeld"), Way("EF4GH5", "group", "Halle", "Mütter aus ALSFELD")]
    assert advise("part", "alsfeld", "Alsfeld", ways) == ("more", "/print?f=a5&f=a3&c=AB2CD3&c=EF4GH5")
    assert advise("part", "heide", "Schwarze Heide", ways) == ("channel", "/channels/new")
    assert advise("gender", "female", "weiblich", ways).kind == "gender"


def test_the_goal_is_what_is_due_where_it_is_more() -> None:
    assert due(_line(expected=12.4)) == 12
    assert due(_line(expected=12.4, goal=31.2)) == 31


def test_only_languages_that_nobody_speaks_are_silent() -> None:
    assert silent(["tr", "ar"], {"de", "tr"}) == ["ar"]


def test_the_worst_come_first() -> None:
    lines = (_line("fewer", 5, 30), _line("far-fewer", 5, 12), _line("fits", 10, 11))
    assert [line.verdict for _, line in overlooked([Comparison(("age",), lines, 60)])] == ["far-fewer", "fewer"]


def test_too_small_groups_join_a_neighbour() -> None:
    counts = {"a": 30, "b": 5, "c": 10, "d": 40}

    def count(values: tuple[str, ...]) -> int:
        return sum(counts[value] for value in values)

    for neighbours in (True, False):
        groups = gathered("abcd", count, neighbours=neighbours)
        assert sorted(value for group in groups for value in group) == list("abcd")
        assert all(count(group) >= LEAST for group in groups)
    assert gathered("abcd", count, neighbours=True) == (("a", "b", "c"), ("d",))
    assert gathered("abcd", count, neighbours=False) == (("a", "b", "c"), ("d",))


async def test_weights_make_the_ages_count_as_they_live_there() -> None:
    crowd = {
        ("young", "north", "foot"): 200,
        ("young", "south", "foot"): 200,
        ("old", "north", "bus"): 50,
        ("old", "south", "bus"): 50,
    }
    figures = _figures(crowd)
    scheme, weighted = await rake_weights(figures, HALVES, figures.facets["q.way"])
    of = {age: sum(c.weight * c.count for c in scheme.cells if c.age == (age,)) for age in ("young", "old")}
    assert of["old"] == pytest.approx(of["young"], rel=0.05)
    assert weighted
    raw = {one.key: one.raw for one in weighted.shares}
    heavy = {one.key: one.weighted for one in weighted.shares}
    assert raw["bus"] == pytest.approx(0.2, abs=0.02)
    assert heavy["bus"] == pytest.approx(0.5, abs=0.03)
    assert sum(heavy.values()) == pytest.approx(1)
    assert 1 < scheme.design_effect < 2
    assert scheme.effective == pytest.approx(scheme.count / scheme.design_effect)
    assert not scheme.capped


async def test_weights_are_made_of_shown_numbers_alone() -> None:
    crowd = {(age, part, way): 40 for age in ("young", "old") for part in PARTS for way in ("foot", "bus")}
    seen: Any = OnlyShown(_figures(crowd))
    scheme, weighted = await rake_weights(seen, HALVES, seen.facets["q.way"])
    assert weighted and scheme.cells
    assert all(number % 5 == 0 for number in seen.asked)


@pytest.mark.parametrize(
    ("crowd", "reason"),
    [
        ({("young", "north", "foot"): 40, ("old", "south", "bus"): 30}, "few"),
        ({("young", "north", "foot"): 300}, "unheard"),
        ({("young", "north", "foot"): 300, ("old", "south", "foot"): 9}, "alike"),
        ({("young", "north", "foot"): 300, ("old", "south", "bus"): 30}, "apart"),
    ],
)
def test_weighting_is_refused_where_it_would_not_be_honest(crowd: Any, reason: str) -> None:
    with pytest.raises(WeightsError) as refused:
        rake(_figures(crowd), HALVES)
    assert refused.value.reason == reason


def test_without_questions_about_the_person_there_are_no_weights() -> None:
    figures = _figures({("young", "north", "foot"): 200})
    with pytest.raises(WeightsError) as refused:
        rake(Figures({}, figures.members, figures.everyone, figures.secret), HALVES)
    assert refused.value.reason == "traits"


async def test_answers_that_are_scattered_too_thin_are_not_weighted() -> None:
    crowd = {(age, part, way): 14 for age in ("young", "old") for part in PARTS for way in ("foot", "bus")}
    figures = _figures(crowd)
    many = {f"w{number}": f"{number}" for number in range(40)}
    members = dict(figures.members)
    for number, value in enumerate(many):
        members["q.many", value] = sum(1 << (number * 2 + one) for one in range(3))
    facet = Facet("q.many", "question", "Viele", many)
    wide = Figures({**figures.facets, "q.many": facet}, members, figures.everyone, figures.secret)
    with pytest.raises(WeightsError) as refused:
        await rake_weights(wide, HALVES, facet)
    assert refused.value.reason == "covered"


def test_nobody_counts_for_more_than_the_cap() -> None:
    crowd = {
        ("young", "north", "foot"): 900,
        ("young", "south", "foot"): 60,
        ("old", "north", "bus"): 60,
        ("old", "south", "bus"): 20,
    }
    try:
        scheme = rake(_figures(crowd), HALVES)
    except WeightsError as error:
        assert error.reason == "apart"
    else:
        assert max(cell.weight for cell in scheme.cells) <= CAP * 1.01


def test_the_price_of_equal_weights_is_nothing() -> None:
    scheme = Scheme((Cell(("a",), ("b",), 50), Cell(("c",), ("b",), 50)), capped=False)
    assert (scheme.effective, scheme.design_effect) == (100, 1)
    assert bounds(0) == Bounds(0, 5, 2)
