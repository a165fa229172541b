"""What people say of a standard, worked out from what may be shown, and nobody is found by it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product
from typing import Final, NamedTuple
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from services.analysis.domain.counts import ENOUGH
from services.analysis.domain.findings import Finding, Parts, Rating, Share, Told, find, trend_between
from services.analysis.results.domain.disclosure import FEWEST, STEP
from services.analysis.results.domain.figures import Facet, Figures, Filter
from services.analysis.results.domain.standards import (
    PARTS,
    SAID,
    TICKED,
    WHOLE,
    Row,
    Scale,
    by_worry,
    choose,
    facet_of,
    groups_of,
    mean_of,
    parts_of,
    told_of,
    who_says,
    with_voices,
)

EARLY = "early-information"
DAY = date(2026, 11, 23)
AGES = ("18-26", "27-44", "65-79", "80-plus", "no-answer")
STANCES = ("met", "not_met", "suggestion")
SCALES = [Scale("early", EARLY, 5)]
Person = tuple[str, str, str]


def _figures(people: Sequence[Person], secret: bytes = b"secret") -> Figures:
    """Each person: age, stance of a tag ("" for none), number ticked ("" for none). Two come a day."""
    days = [(DAY + timedelta(days=number)).isoformat() for number in range((len(people) + 1) // 2)]
    facets = {
        "age": Facet("age", "person", "Alter", {age: age for age in AGES}),
        "day": Facet("day", "time", "Tag", {day: day for day in days}),
        "q.early": Facet("q.early", "question", "Früh?", {str(number): str(number) for number in range(1, 6)}),
        f"standard.{EARLY}": Facet(f"standard.{EARLY}", "standard", "Früh", dict.fromkeys(STANCES, ""), several=True),
    }
    members: dict[tuple[str, str], int] = {}
    for place, person in enumerate(people):
        for key, value in zip(("age", f"standard.{EARLY}", "q.early", "day"), (*person, days[place // 2]), strict=True):
            members[key, value] = members.get((key, value), 0) | 1 << place
    return Figures(facets, members, (1 << len(people)) - 1, secret)


def _voiced(people: Sequence[Person], secret: bytes = b"secret") -> Figures:
    return with_voices(_figures(people, secret), SCALES)


def _told(people: Sequence[Person], secret: bytes = b"secret") -> Told:
    return told_of(_voiced(people, secret), EARLY, SCALES, {})


def _finding(kept: Parts, office: int | None = None) -> Finding:
    ratings = [Rating(UUID(int=99), EARLY, office)] if office else []
    return find({EARLY: Told(whole=kept, ticked=kept)}, (), ratings, ())[0]


PEOPLE = st.lists(st.tuples(st.sampled_from(AGES), st.sampled_from(["", *STANCES]), st.sampled_from(["", *"12345"])))


def test_ticks_and_words_both_say_it_and_each_person_once() -> None:
    people = [("65-79", "not_met", "1")] * 20 + [("27-44", "", "2")] * 20 + [("27-44", "", "3")] * 20
    figures = _voiced(people)
    chosen = choose(figures, (), EARLY, SCALES)
    assert chosen.state == "not_kept"
    assert chosen.share.parts.kept == 0
    assert 15 <= chosen.counts["not_met"] <= 25, "tags alone"
    ages = next(one for one in who_says(figures, EARLY) if one.facet.key == "age")
    by_age = {row.value: row.share.parts for row in ages.rows}
    assert set(by_age) == {"65-79", "27-44"}, "who is nobody has no row"
    assert by_age["65-79"].base == by_age["65-79"].not_kept
    assert by_age["27-44"].partly, "the middle of the scale says neither"


def test_what_was_above_a_scale_that_became_shorter_says_kept() -> None:
    people = [("27-44", "", number) for number in "2345" for _ in range(20)]
    shorter = [Scale("early", EARLY, 3)]
    told = told_of(with_voices(_figures(people), shorter), EARLY, shorter, {})
    assert told.whole.base == told.ticked.base >= 65, "all who are in the mean"
    assert told.ticked.kept >= 2 * told.ticked.partly, "3, 4 and 5 against 2"
    assert told.ticked.not_kept == 0
    assert told.mean == pytest.approx(4.5, abs=0.3), "three of four stand at the upper end"
    only = [Filter(facet_of(EARLY, TICKED), ("kept",))]
    assert with_voices(_figures(people), shorter).count(only) == told.ticked.kept


def test_who_says_both_stands_between() -> None:
    figures = _voiced([("27-44", "met", "1")] * 30)
    parts = parts_of(figures, EARLY)
    assert (parts.kept, parts.not_kept) == (0, 0)
    assert parts.partly
    assert parts_of(figures, EARLY, (), TICKED).not_kept
    assert parts_of(figures, EARLY, (), SAID).kept


def test_who_only_suggests_is_in_no_part() -> None:
    figures = _voiced([("27-44", "suggestion", "")] * 30)
    assert parts_of(figures, EARLY).base == 0
    assert choose(figures, (), EARLY, SCALES).counts["suggestion"]


@given(PEOPLE)
def test_whatever_is_said_of_groups_is_in_fives_and_no_part_is_larger_than_its_whole(people: list[Person]) -> None:
    figures = _voiced(people)
    filters = [Filter("age", ("65-79",))]
    chosen, everyone = choose(figures, filters, EARLY, SCALES), choose(figures, (), EARLY, SCALES)
    groups = [row.share.parts for one in who_says(figures, EARLY) for row in one.rows]
    numbers = [*chosen.counts.values()]
    numbers += [getattr(parts, key) for parts in groups for key in PARTS]
    assert all(number % STEP == 0 for number in numbers)
    for parts in [chosen.share.parts, *groups]:
        assert all(getattr(parts, key) <= getattr(everyone.share.parts, key) for key in PARTS)
    assert all(chosen.counts[stance] <= everyone.counts[stance] for stance in chosen.counts)
    if sum(age == "65-79" for age, *_ in people) < FEWEST:
        assert chosen.share.voices == 0
        assert chosen.mean is None
        assert not any(chosen.counts.values())


@given(PEOPLE)
def test_a_finding_follows_from_numbers_that_may_be_shown_and_from_nothing_else(people: list[Person]) -> None:
    """Whoever has all of these numbers can work it out, so it tells nobody more than they do."""
    told = _told(people)
    assert all(getattr(parts, key) % STEP == 0 for parts in _all_parts(told) for key in PARTS)
    assert all(count % STEP == 0 for count in told.counts.values())
    cells = _voiced(people).breakdown("q.early").cells
    assert (told.mean is None) == (sum(cell.count for cell in cells) < ENOUGH)
    if told.mean is not None:
        worth = sum(cell.count * int(cell.key) for cell in cells) / sum(cell.count for cell in cells)
        assert told.mean == pytest.approx(worth), "of the numbers beside it"


@given(st.lists(st.tuples(st.sampled_from(AGES), st.sampled_from(["", *STANCES]), st.just("")), max_size=4))
def test_fewer_than_five_who_speak_change_nothing_at_all(few: list[Person]) -> None:
    silent: list[Person] = [("27-44", "", "")] * 30
    told, without = _told([*silent, *few]), _told([*silent, *[("27-44", "", "")] * len(few)])
    assert told == without


def _all_parts(told: Told) -> list[Parts]:
    return [told.whole, told.ticked, told.said, told.early, told.late, *(parts for _, parts in told.weeks)]


# The attacker: knows all that findings are made of, for everybody and for every age, before and after five came.

#: Kinds of people: age, tag, tick.
KINDS: Final = tuple(product(AGES[:3], ("", "met", "not_met"), ("", "1", "3", "5")))
NOISE: Final = 1e-6
Bounds = list[tuple[np.ndarray, float, float]]


class Look(NamedTuple):
    """People at one time; `before`: how many of them were there already."""

    people: list[Person]
    secret: bytes


def _crowd(size: int, seed: int) -> Look:
    chance = random.Random(seed)
    weights = [1 / (1 + chance.randrange(12)) ** 1.5 for _ in KINDS]
    return Look(chance.choices(KINDS, weights, k=size), chance.randbytes(32))


def _views(figures: Figures) -> list[tuple[Filter, ...]]:
    facets = [facet_of(EARLY, kind) for kind in (WHOLE, TICKED, SAID)]
    said = [Filter(facet, (part,)) for facet in facets for part in PARTS]
    said += [Filter("q.early", (number,)) for number in "135"]
    said += [Filter(f"standard.{EARLY}", (stance,)) for stance in ("met", "not_met")]
    ages = [Filter("age", (age,)) for age in AGES[:3]]
    return [*((one,) for one in [*said, *ages]), *((age, one) for age in ages for one in said)]


def _weights(figures: Figures, view: tuple[Filter, ...]) -> np.ndarray:
    """Which kinds of people the view holds, by how the figures would sort one of each."""
    return np.array([figures.chosen(view) >> place & 1 for place in range(len(KINDS))], float)


def _bounds(look: Look) -> Bounds:
    """What each number says: fewer than five, or within five of it; conditions that take few away may be left out."""
    figures, kinds = _voiced(look.people, look.secret), _voiced(KINDS)
    bounds: Bounds = [(np.ones(len(KINDS)), len(look.people), len(look.people))]
    for view in _views(figures):
        said, weights = figures.count(view), _weights(kinds, view)
        if said == 0:
            bounds.append((weights, 0, FEWEST))
        else:
            bounds.append((weights, max(0, said - (1 + len(view)) * STEP), said + STEP))
    return bounds


def _range(bounds: Bounds, target: np.ndarray) -> tuple[float, float]:
    rows = np.array([weights for weights, _, _ in bounds])
    both = np.vstack([rows, -rows])
    limits = [*(high for _, _, high in bounds), *(-low for _, low, _ in bounds)]
    ends = []
    for sign in (1, -1):
        solved = linprog(sign * target, A_ub=both, b_ub=limits, bounds=(0, None), method="highs")
        assert solved.status == 0, "what is published is possible"
        ends.append(sign * solved.fun)
    return ends[0], ends[1]


@pytest.mark.parametrize("size", [15, 30, 60])
def test_no_sums_and_differences_of_what_findings_are_made_of_show_anybody(size: int) -> None:
    attacked = 0
    for seed in range(3):
        look = _crowd(size, seed)
        bounds, kinds = _bounds(look), _voiced(KINDS)
        truth = np.array([sum(person == kind for person in look.people) for kind in KINDS])
        assert all(low - NOISE <= weights @ truth <= high + NOISE for weights, low, high in bounds)
        views = [view for view in _views(kinds) if 0 < _weights(kinds, view) @ truth < FEWEST]
        for view in random.Random(seed).sample(views, min(6, len(views))):
            low, high = _range(bounds, _weights(kinds, view))
            attacked += 1
            assert low <= NOISE, "somebody is seen to be there"
            assert high >= FEWEST - NOISE, "somebody is counted"
    assert attacked


@pytest.mark.parametrize("size", [25, 45])
def test_nor_do_two_looks_before_and_after_five_came(size: int) -> None:
    attacked = 0
    for seed in range(2):
        after = _crowd(size, seed)
        before = after._replace(people=after.people[:-STEP])
        kinds, none = _voiced(KINDS), np.zeros(len(KINDS))
        bounds = [(np.concatenate([weights, none]), low, high) for weights, low, high in _bounds(before)]
        bounds += [(np.concatenate([weights, weights]), low, high) for weights, low, high in _bounds(after)]
        came = np.array([sum(person == kind for person in after.people[-STEP:]) for kind in KINDS])
        views = [view for view in _views(kinds) if 0 < _weights(kinds, view) @ came < FEWEST]
        for view in random.Random(seed).sample(views, min(6, len(views))):
            low, high = _range(bounds, np.concatenate([none, _weights(kinds, view)]))
            attacked += 1
            assert low <= NOISE, "somebody is seen to have come"
            assert high > _weights(kinds, view) @ came, "it is seen how many came"
    assert attacked


def test_the_same_attacker_finds_people_in_exact_numbers() -> None:
    look = _crowd(30, seed=1)
    kinds = _voiced(KINDS)
    truth = np.array([sum(person == kind for person in look.people) for kind in KINDS])
    all_weights = [_weights(kinds, view) for view in _views(kinds)]
    bounds: Bounds = [(weights, float(weights @ truth), float(weights @ truth)) for weights in all_weights]
    found = [_range(bounds, _weights(kinds, (one,)))[0] for view in _views(kinds) for one in view[:1]]
    assert max(found) > NOISE


def test_a_mean_does_not_show_who_was_added_to_it() -> None:
    """With exact numbers the mean and n before and after say what the newcomer ticked."""
    people = [("27-44", "", "2")] * 40
    means = {mean_of(_voiced([*people, ("27-44", "", number)]), (), EARLY, SCALES) for number in "12345"}
    assert len(means) == 1


def test_seniors_and_the_young_are_asked_for_by_name_only_where_ages_are_known() -> None:
    groups = {one.key: one.values for one in groups_of(_figures([]))}
    assert groups == {"seniors": ("65-79", "80-plus"), "young": ("18-26",)}
    assert groups_of(Figures({}, {}, 0, b"")) == []


def test_a_standard_that_nobody_touched_and_a_campaign_without_figures_say_nothing() -> None:
    nothing = with_voices(Figures({}, {}, 0, b""), SCALES)
    assert choose(nothing, (), EARLY, SCALES).state == "open"
    assert who_says(nothing, EARLY) == []
    assert told_of(nothing, EARLY, SCALES, {}).whole == Parts()


def test_the_gap_is_how_far_the_department_is_above_the_people() -> None:
    unknown = trend_between(None, Share(Parts()))
    row = Row(finding=_finding(Parts(15, 0, 45), 5), before=unknown)
    assert row.gap
    assert row.gap.points == 75
    assert Row(finding=_finding(Parts(15, 0, 45)), before=unknown).gap is None
    assert Row(finding=_finding(Parts(5), 5), before=unknown).gap is None, "too few people"


def test_of_chosen_people_the_lowest_approval_comes_first_and_what_is_open_last() -> None:
    unknown = trend_between(None, Share(Parts()))
    figures = _voiced([("27-44", "", "1")] * 60 + [("65-79", "", "5")] * 60)

    def row(age: str, everyone: Parts) -> Row:
        chosen = choose(figures, [Filter("age", (age,))], EARLY, SCALES)
        return Row(finding=_finding(everyone), before=unknown, chosen=chosen)

    kept, not_kept, silent = row("65-79", Parts(30, 0, 30)), row("27-44", Parts(60)), row("80-plus", Parts())
    assert by_worry([silent, kept, not_kept]) == [not_kept, kept, silent]
    plain = [Row(finding=_finding(parts), before=unknown) for parts in (Parts(60), Parts(0, 0, 60))]
    assert by_worry(plain) == plain, "findings come in their own order"
