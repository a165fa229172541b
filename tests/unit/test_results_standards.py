"""Who says what of a standard, worked out from what may be shown, and how far the sides are apart."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.domain.findings import Finding, Rating, Share, find
from services.analysis.results.domain.figures import Facet, Figures, Filter
from services.analysis.results.domain.standards import (
    Row,
    Scale,
    by_worry,
    choose,
    groups_of,
    trend_between,
    who_says,
    with_voices,
)

EARLY = "early-information"
DAY = date(2026, 11, 23)
AGES = ("18-26", "27-44", "65-79", "80-plus", "no-answer")
STANCES = ("met", "not_met", "suggestion")


def _figures(people: list[tuple[str, str, str]]) -> Figures:
    """Each person: age, stance of a tag ("" for none), number ticked ("" for none)."""
    facets = {
        "age": Facet("age", "person", "Alter", {age: age for age in AGES}),
        "q.early": Facet("q.early", "question", "Früh?", {str(number): str(number) for number in range(1, 6)}),
        f"standard.{EARLY}": Facet(f"standard.{EARLY}", "standard", "Früh", dict.fromkeys(STANCES, ""), several=True),
    }
    members: dict[tuple[str, str], int] = {}
    for place, person in enumerate(people):
        for key, value in zip(("age", f"standard.{EARLY}", "q.early"), person, strict=True):
            members[key, value] = members.get((key, value), 0) | 1 << place
    return Figures(facets, members, (1 << len(people)) - 1, b"secret")


SCALES = [Scale("early", EARLY, 5)]


def _finding(people: float, office: float | None = None) -> Finding:
    ratings = [Rating(UUID(int=n), EARLY, 1 + round(4 * people), DAY) for n in range(20)]
    if office is not None:
        ratings.append(Rating(UUID(int=99), EARLY, 1 + round(4 * office), DAY, department=True))
    return find([EARLY], (), ratings, ())[0]


def test_ticks_and_words_both_say_it_and_each_person_once() -> None:
    people = [("65-79", "not_met", "1")] * 20 + [("27-44", "", "2")] * 20 + [("27-44", "", "3")] * 20
    figures = with_voices(_figures(people), SCALES)
    chosen = choose(figures, (), EARLY, SCALES)
    assert chosen.share == 0.0 and chosen.state == "not_kept"
    assert 15 <= chosen.counts["not_met"] <= 25, "tags alone"
    ages = next(one for one in who_says(figures, EARLY, "not_met") if one.facet.key == "age")
    by_age = {row.value: row for row in ages.rows}
    assert set(by_age) == {"65-79", "27-44"}, "who is nobody has no row"
    assert by_age["65-79"].share == 1.0
    assert 0.3 <= by_age["27-44"].share <= 0.7, "the middle of the scale says neither"


@given(st.lists(st.tuples(st.sampled_from(AGES), st.sampled_from(["", *STANCES]), st.sampled_from(["", *"12345"]))))
def test_whatever_is_said_of_groups_is_in_fives_and_no_share_is_above_one(people: list[tuple[str, str, str]]) -> None:
    figures = with_voices(_figures(people), SCALES)
    chosen = choose(figures, [Filter("age", ("65-79",))], EARLY, SCALES)
    numbers = [*chosen.counts.values(), *([chosen.mean.count] if chosen.mean else [])]
    rows = [row for one in who_says(figures, EARLY, "not_met") for row in one.rows]
    numbers += [number for row in rows for number in (row.count, row.base)]
    assert all(number % 5 == 0 for number in numbers)
    assert all(0 <= row.share <= 1 for row in rows)
    if sum(age == "65-79" for age, *_ in people) < 5:
        assert chosen.share is None and chosen.mean is None and not any(chosen.counts.values())


def test_seniors_and_the_young_are_asked_for_by_name_only_where_ages_are_known() -> None:
    groups = {one.key: one.values for one in groups_of(_figures([]))}
    assert groups == {"seniors": ("65-79", "80-plus"), "young": ("18-26",)}
    assert groups_of(Figures({}, {}, 0, b"")) == []


def test_a_standard_that_nobody_touched_and_a_campaign_without_figures_say_nothing() -> None:
    nothing = with_voices(Figures({}, {}, 0, b""), SCALES)
    assert choose(nothing, (), EARLY, SCALES).state == "open"
    assert who_says(nothing, EARLY, "met") == []


def test_the_gap_is_how_far_the_department_is_above_the_people() -> None:
    row = Row(finding=_finding(0.25, 1.0), before=trend_between(None, Share(0, 0, None)))
    assert row.gap and row.gap.points == 75
    assert Row(finding=_finding(0.25), before=row.before).gap is None


def test_of_chosen_people_the_lowest_approval_comes_first_and_what_is_open_last() -> None:
    unknown = trend_between(None, Share(0, 0, None))
    figures = with_voices(_figures([("27-44", "", "1")] * 30 + [("65-79", "", "5")] * 30), SCALES)

    def row(age: str, everyone: float) -> Row:
        chosen = choose(figures, [Filter("age", (age,))], EARLY, SCALES)
        return Row(finding=_finding(everyone), before=unknown, chosen=chosen)

    kept, not_kept, silent = row("65-79", 0.5), row("27-44", 1), row("80-plus", 0)
    assert by_worry([silent, kept, not_kept]) == [not_kept, kept, silent]
    plain = [Row(finding=_finding(share), before=unknown) for share in (1, 0)]
    assert by_worry(plain) == plain, "findings come in their own order"


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        (None, Share(50, 50, 0.5, 0.4, 0.6), "unknown"),
        (Share(3, 3, None), Share(50, 50, 0.5, 0.4, 0.6), "unknown"),
        (Share(50, 50, 0.8, 0.7, 0.9), Share(50, 50, 0.2, 0.1, 0.3), "worse"),
        (Share(50, 50, 0.2, 0.1, 0.3), Share(50, 50, 0.8, 0.7, 0.9), "better"),
        (Share(500, 500, 0.5, 0.46, 0.54), Share(500, 500, 0.51, 0.47, 0.55), "steady"),
        (Share(8, 8, 0.5, 0.2, 0.8), Share(8, 8, 0.6, 0.3, 0.9), "unclear"),
    ],
)
def test_better_than_before_is_only_what_is_more_than_its_uncertainty(
    before: Share | None, after: Share, direction: str
) -> None:
    assert trend_between(before, after).direction == direction
