"""An attacker who knows everything but the secret and the people, and finds out about nobody.

Everything that may be published of a small town is: all counts of up to three conditions, and how many there are.
The attacker is even told how each number came about, and looks with linear programming for people who must be there.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from typing import Final, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from scipy.optimize import linprog

from services.analysis.results.domain.disclosure import FEWEST, STEP, Crowd, is_few, rounded
from services.analysis.results.domain.figures import Facet, Figures, Filter

FACETS: Final = {"age": 4, "part": 3, "answer": 3}
SIZES: Final = (6, 9, 12, 18, 24, 31, 40, 60, 150)
#: Bounds are decided by numbers with a little noise.
NOISE: Final = 1e-6
#: Groups of one to four people that are attacked in each town.
VICTIMS: Final = 12

#: Conditions: a facet, and the values of which people have one.
View = tuple[tuple[str, tuple[str, ...]], ...]
Person = tuple[str, ...]


class Town(NamedTuple):
    figures: Figures
    people: Sequence[Person]

    def count(self, view: View) -> int:
        return self.figures.chosen(_filters(view)).bit_count()

    def count_of(self, kind: Person) -> int:
        return sum(person == kind for person in self.people[: self.figures.everyone.bit_count()])


class Bound(NamedTuple):
    """Weights of the kinds of people, and what their sum lies between."""

    weights: np.ndarray
    low: float
    high: float


def _town(size: int, seed: int, skew: float = 1.2) -> Town:
    """People with a value of each facet or none, some values rare; a multiple of five of them is counted."""
    chance = random.Random(seed)
    people = [tuple(_value(chance, facet, most, skew) for facet, most in FACETS.items()) for _ in range(size)]
    members: dict[tuple[str, str], int] = {}
    for number, person in enumerate(people):
        for facet, value in zip(FACETS, person, strict=True):
            if value:
                members[facet, value] = members.get((facet, value), 0) | 1 << number
    facets = {
        facet: Facet(facet, "question", facet, {str(n): str(n) for n in range(most)}) for facet, most in FACETS.items()
    }
    everyone = (1 << size // STEP * STEP) - 1
    return Town(Figures(facets, members, everyone, chance.randbytes(32)), people)


def _value(chance: random.Random, facet: str, most: int, skew: float) -> str:
    if facet == "answer" and chance.random() < 0.15:
        return ""
    return str(chance.choices(range(most), [1 / (1 + n) ** skew for n in range(most)])[0])


def _filters(view: View) -> list[Filter]:
    return [Filter(facet, values) for facet, values in view]


def _views(most: int, together: int = 1) -> Iterator[View]:
    """Of up to so many facets, each with one value or with so many."""
    for count in range(1, most + 1):
        for facets in combinations(FACETS, count):
            for values in product(*(_choices(facet, together) for facet in facets)):
                yield tuple(zip(facets, values, strict=True))


def _choices(facet: str, together: int) -> list[tuple[str, ...]]:
    values = [str(number) for number in range(FACETS[facet])]
    return [some for count in range(1, together + 1) for some in combinations(values, count)]


#: Everybody is of one of these kinds; "" is no answer.
KINDS: Final = tuple(product(*(("", *map(str, range(most))) for most in FACETS.values())))


def _weights(view: View) -> np.ndarray:
    where = {facet: place for place, facet in enumerate(FACETS)}
    return np.array([all(kind[where[facet]] in values for facet, values in view) for kind in KINDS], float)


Publish = Callable[[Town, View], list[Bound]]


def _as_published(town: Town, view: View) -> list[Bound]:
    """What this number says to somebody who also knows which values and conditions were left out of it."""
    crowd = Crowd(town.figures.everyone, town.figures.secret)
    terms = town.figures._terms(crowd, _filters(view))
    said = town.figures.count(_filters(view))
    told = (term.key.partition("=") for term in terms)
    seen: View = tuple((facet, tuple(filter(None, values.split("|")))) for facet, _, values in told)
    if not said:
        return [Bound(_weights(seen), 0, FEWEST)]
    kept = {term.key for term in crowd._widened(terms, crowd.met(terms).bit_count())[0]}
    wider = tuple(one for one in seen if f"{one[0]}={'|'.join(one[1])}" in kept)
    about = (
        Bound(_weights(wider), max(said - STEP, FEWEST), said + STEP) if wider else Bound(_weights(wider), said, said)
    )
    return [about, Bound(_weights(wider) - _weights(seen), 0, (len(seen) - len(wider)) * STEP)]


def _exactly(town: Town, view: View) -> list[Bound]:
    return [Bound(_weights(view), town.count(view), town.count(view))]


def _suppressed(town: Town, view: View) -> list[Bound]:
    """As most do it: exact numbers, and none where there are fewer than five."""
    return [Bound(_weights(view), 0, FEWEST - 1)] if town.count(view) < FEWEST else _exactly(town, view)


def _floored(town: Town, view: View) -> list[Bound]:
    """As it may seem enough: down to fives."""
    count = town.count(view) // STEP * STEP
    return [Bound(_weights(view), count, count + STEP - 1)]


class Found(NamedTuple):
    """Groups of one to four people that were attacked, those seen to exist, and those counted."""

    attacked: int
    seen: int
    counted: int


def _attack(town: Town, publish: Publish, together: int = 1) -> Found:
    bounds = [bound for view in _views(3, together) for bound in publish(town, view)]
    truth = np.array([town.count_of(kind) for kind in KINDS])
    assert all(one.low <= one.weights @ truth <= one.high for one in bounds), "nothing that is published is wrong"
    bounds.append(Bound(np.ones(len(KINDS)), town.figures.everyone.bit_count(), town.figures.everyone.bit_count()))
    victims = [view for view in _views(3) if 0 < town.count(view) < FEWEST]
    random.Random(1).shuffle(victims)
    ranges = [_range(bounds, _weights(view)) for view in victims[:VICTIMS]]
    seen = sum(low > NOISE for low, _ in ranges)
    counted = sum(np.ceil(low - NOISE) == np.floor(high + NOISE) for low, high in ranges)
    return Found(len(ranges), seen, int(counted))


def _range(bounds: Sequence[Bound], weights: np.ndarray) -> tuple[float, float]:
    rows = np.array([bound.weights for bound in bounds])
    both, limits = np.vstack([rows, -rows]), [*(bound.high for bound in bounds), *(-bound.low for bound in bounds)]
    ends = []
    for sign in (1, -1):
        solved = linprog(sign * weights, A_ub=both, b_ub=limits, bounds=(0, None), method="highs")
        assert solved.status == 0, "what is published is possible"
        ends.append(sign * solved.fun)
    return ends[0], ends[1]


@pytest.mark.parametrize("size", SIZES)
def test_linear_programming_over_all_tables_finds_nobody(size: int) -> None:
    for seed in range(4):
        found = _attack(_town(size, seed), _as_published)
        assert found.attacked
        assert (found.seen, found.counted) == (0, 0)


@pytest.mark.parametrize("size", [9, 24, 60])
def test_nor_does_it_where_any_values_may_be_put_together(size: int) -> None:
    found = _attack(_town(size, seed=3), _as_published, together=4)
    assert found.attacked
    assert (found.seen, found.counted) == (0, 0)


@pytest.mark.parametrize("size", [25, 40])
def test_nor_does_it_in_two_looks_before_and_after_five_came(size: int) -> None:
    after = _town(size, seed=7)
    before = after._replace(figures=replace(after.figures, everyone=after.figures.everyone >> STEP))
    bounds = [
        *(_twice(bound, came=False) for view in _views(2) for bound in _as_published(before, view)),
        *(_twice(bound, came=True) for view in _views(2) for bound in _as_published(after, view)),
        Bound(_twice(Bound(np.ones(len(KINDS)), 0, 0), came=False).weights, size - STEP, size - STEP),
        Bound(np.ones(2 * len(KINDS)), size, size),
    ]
    came = {view: after.count(view) - before.count(view) for view in _views(2)}
    victims = [view for view, count in came.items() if 0 < count < FEWEST]
    for view in victims[:VICTIMS]:
        low, high = _range(bounds, np.concatenate([np.zeros(len(KINDS)), _weights(view)]))
        assert low <= NOISE
        assert high >= came[view] + 1 - NOISE


def _twice(bound: Bound, *, came: bool) -> Bound:
    """About those who were there before, or about them and those who came."""
    return bound._replace(weights=np.concatenate([bound.weights, bound.weights if came else np.zeros(len(KINDS))]))


@pytest.mark.parametrize("publish", [_exactly, _suppressed, _floored])
def test_the_same_attacker_finds_people_where_less_is_done(publish: Publish) -> None:
    found = [_attack(_town(size, seed, skew=2.5), publish) for size in (12, 24, 31, 60) for seed in range(5)]
    assert sum(one.seen for one in found) > 0


@pytest.mark.parametrize("size", SIZES)
def test_without_the_few_who_said_otherwise_a_view_says_the_same(size: int) -> None:
    for seed in range(20):
        figures = _town(size, seed, skew=2).figures
        for facet in figures.facets.values():
            seen = tuple(cell.key for cell in figures.breakdown(facet.key).cells if cell.count)
            missing = figures.everyone & ~figures.chosen([Filter(facet.key, seen)])
            if missing.bit_count() < FEWEST:
                assert figures.count([Filter(facet.key, seen)]) == figures.count() == figures.breakdown(facet.key).base


@pytest.mark.parametrize("size", SIZES)
def test_the_few_add_nobody_to_those_they_are_put_together_with(size: int) -> None:
    for seed in range(20):
        figures = _town(size, seed, skew=2).figures
        for filters in ([], [Filter("part", ("0",))]):
            for key in ("age", "answer"):
                cells = figures.breakdown(key, filters).cells
                few = [cell.key for cell in cells if not cell.count]
                rest = [cell.key for cell in cells if cell.count]
                sums = {figures.count([*filters, Filter(key, (*rest, *few[:most]))]) for most in range(len(few) + 1)}
                assert len(sums) == 1


def test_fewer_than_five_look_like_nobody_and_no_number_is_further_off_than_five() -> None:
    for size, seed in product(SIZES, range(5)):
        town = _town(size, seed)
        for view in _views(1):
            said = town.figures.count(_filters(view))
            assert said % STEP == 0
            assert said == 0 if town.count(view) < FEWEST else abs(said - town.count(view)) <= 2 * STEP


@given(st.integers(0, 500), st.text(), st.binary(min_size=32, max_size=32))
def test_a_number_grows_as_people_come_and_never_says_more_than_five_off(count: int, view: str, secret: bytes) -> None:
    said = rounded(count, view, secret)
    assert said <= rounded(count + 1, view, secret)
    assert said % STEP == 0
    assert abs(said - count) <= STEP
    assert said == 0 or count >= FEWEST


def test_numbers_are_right_on_average() -> None:
    off = [rounded(count, f"view {n}", b"secret") - count for count in range(10, 40) for n in range(200)]
    assert abs(sum(off) / len(off)) < 0.15


def test_every_bound_on_an_exact_multiple_of_five_is_drawn_too() -> None:
    """If 30 were always said of 30, then 25 would say that somebody is missing."""
    said = {rounded(30, f"view {n}", b"secret") for n in range(200)}
    assert said == {25, 30, 35}
    assert {is_few(5, f"view {n}", b"secret") for n in range(200)} == {True, False}
    assert {rounded(5, f"view {n}", b"secret") for n in range(200)} == {0, 5, 10}


def test_the_same_question_has_one_answer_whichever_way_it_is_asked() -> None:
    for size, seed in product(SIZES, range(10)):
        figures = _town(size, seed).figures
        one, other = Filter("age", ("0", "1")), Filter("part", ("0",))
        assert figures.count([one, other]) == figures.count([other, one])
        assert figures.count([one, one]) == figures.count([one])
        assert figures.count([Filter("age", ("1", "0"))]) == figures.count([one])
        cell = figures.cross("age", "part").cells["0", "0"].count
        assert cell == figures.cross("part", "age").cells["0", "0"].count
        assert cell == figures.count([Filter("age", ("0",)), other])


def test_a_place_with_one_channel_is_that_channel() -> None:
    members = {("channel", "A"): 0b111111111, ("place", "Bücherei"): 0b111111111, ("channel", "B"): 0b11111 << 20}
    facets = {key: Facet(key, "way", key, {v: v for f, v in members if f == key}) for key in ("channel", "place")}
    for number in range(20):
        origins = {("place", "Bücherei"): ("channel", frozenset("A"))}
        everyone = members["channel", "A"] | members["channel", "B"] | 0b1111111 << 40
        figures = Figures(facets, members, everyone, bytes([number]) * 32, origins=origins)
        assert figures.count([Filter("place", ("Bücherei",))]) == figures.count([Filter("channel", ("A",))])


@pytest.mark.parametrize("size", SIZES)
def test_texts_are_listed_only_where_nobody_stands_out(size: int) -> None:
    for seed in range(10):
        town = _town(size, seed)
        for view in _views(3):
            inside = town.count(view)
            wider = [town.count(some) for most in range(len(view)) for some in combinations(view, most)]
            stands_out = inside < FEWEST or any(0 < whole - inside < FEWEST for whole in wider)
            assert town.figures.quotable(_filters(view)) is not stands_out
