"""What voices, ratings, the department's answers and facts add up to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.domain.assessing import STANCES, Stance
from services.analysis.domain.counts import FEWEST, guarded
from services.analysis.domain.facts import FULL, PRECONDITION, Fact
from services.analysis.domain.findings import (
    KEPT,
    NOT_KEPT,
    Finding,
    Rating,
    Voice,
    by_worry,
    find,
    opinions_of,
    share_of,
    trend_of,
    worst_of,
)

EARLY = "early-information"
DAY = date(2026, 11, 23)


def _voice(number: int, stance: Stance = "met", **more: Any) -> Voice:
    told = {"confidence": 1.0, "reviewed": True, "day": DAY, **more}
    return Voice(UUID(int=number), EARLY, stance, **told)


def _rating(number: int, value: int, day: date = DAY, **more: Any) -> Rating:
    return Rating(UUID(int=number), EARLY, value, day, **more)


def _voices(count: int, stance: Stance, first: int = 0, **more: Any) -> list[Voice]:
    return [_voice(number, stance, **more) for number in range(first, first + count)]


def _fact(kept: bool | None, weight: float = FULL, key: str = "lead") -> Fact:
    return Fact(key=key, standard=EARLY, count=42, kept=kept, source="campaign", on=DAY, weight=weight)


def _finding(voices: list[Voice], ratings: list[Rating] | None = None, *facts: Fact) -> Finding:
    (found,) = find([EARLY], voices, ratings or [], facts)
    return found


def _sides(found: Finding) -> list[tuple[str, ...]]:
    return [(one.one.who, *(other.who for other in one.others)) for one in found.contradictions]


VOICES = st.lists(
    st.builds(
        _voice,
        st.integers(0, 20),
        st.sampled_from(STANCES),
        confidence=st.floats(0.25, 1, allow_nan=False),
        day=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        department=st.booleans(),
    ),
    max_size=60,
)
RATINGS = st.lists(st.builds(_rating, st.integers(0, 20), st.integers(1, 5), department=st.booleans()), max_size=30)
FACTS = st.lists(st.builds(_fact, st.sampled_from([True, False, None]), st.sampled_from([FULL, PRECONDITION])))


@given(VOICES, RATINGS, FACTS)
def test_nothing_is_concluded_from_too_few_voices(
    voices: list[Voice], ratings: list[Rating], facts: list[Fact]
) -> None:
    found = _finding(voices, ratings, *facts)
    speaking = {one.response_id for one in voices if one.stance != "suggestion" and not one.department}
    speaking |= {one.response_id for one in ratings if not one.department}
    assert found.whole.voices == len(speaking)
    assert (len(speaking) < FEWEST) == (found.strength == "none")
    assert found.state == "open" or len(speaking) >= FEWEST
    assert all(week.share.share is None for week in found.weeks if week.share.voices < FEWEST)
    assert found.mean is None or found.rated >= FEWEST


@given(VOICES, RATINGS, FACTS)
def test_shares_stay_within_their_bounds(voices: list[Voice], ratings: list[Rating], facts: list[Fact]) -> None:
    found = _finding(voices, ratings, *facts)
    whole = found.whole
    if whole.share is not None and found.with_facts is not None:
        assert 0 <= whole.low <= whole.share + 1e-9
        assert whole.share - 1e-9 <= whole.high <= 1
        assert -1e-9 <= found.with_facts <= 1 + 1e-9
        assert abs(found.with_facts - whole.share) <= sum(fact.evidence for fact in facts) / whole.weight + 1e-9
    assert whole.weight <= whole.voices + 1e-9


@given(VOICES, RATINGS, VOICES, RATINGS)
def test_what_the_department_says_changes_nothing_of_what_people_say(
    voices: list[Voice], ratings: list[Rating], more: list[Voice], rated: list[Rating]
) -> None:
    people = [one for one in voices if not one.department]
    ticked = [one for one in ratings if not one.department]
    office = [one for one in more if one.department]
    alone = _finding(people, ticked)
    both = _finding([*office, *people], [*ticked, *(one for one in rated if one.department)])
    for name in ("state", "strength", "trend", "whole", "counts", "reviewed", "rated", "mean", "weeks"):
        assert getattr(both, name) == getattr(alone, name), name
    assert alone.department is None
    assert bool(both.department) == bool(office or any(one.department for one in rated))


@pytest.mark.parametrize(("met", "state"), [(9, "kept"), (5, "partly"), (1, "not_kept")])
def test_a_state_follows_from_the_share(met: int, state: str) -> None:
    assert _finding([*_voices(met, "met"), *_voices(10 - met, "not_met", met)]).state == state


def test_a_clear_state_that_the_range_denies_is_open() -> None:
    unsure = [*_voices(6, "met", confidence=0.5), *_voices(2, "not_met", 6, confidence=0.5)]
    found = _finding(unsure)
    assert found.whole.share is not None and found.whole.share >= KEPT
    assert found.whole.low <= NOT_KEPT
    assert found.state == "open"


def test_who_says_the_same_five_times_is_one_voice() -> None:
    assert _finding([_voice(1) for _ in range(5)]).state == "open"


def test_a_suggestion_speaks_neither_for_nor_against() -> None:
    found = _finding(_voices(9, "suggestion"))
    assert (found.state, found.counts["suggestion"], found.whole.voices) == ("open", 9, 0)


def test_a_reviewed_tag_weighs_more_than_a_guess() -> None:
    share = share_of([*_voices(5, "met", confidence=0.3, reviewed=False), *_voices(5, "not_met", 5)], ())
    assert share.share == pytest.approx(1.5 / 6.5)
    assert share.weight == pytest.approx(6.5)


def test_who_ticks_and_writes_is_one_voice_between_the_two() -> None:
    share = share_of(_voices(5, "not_met"), [_rating(number, 5) for number in range(5)])
    assert (share.voices, share.share) == (5, 0.5)


@pytest.mark.parametrize(("number", "points", "share"), [(1, 4, 0), (4, 4, 1), (6, 11, 0.5), (3, 5, 0.5), (7, 5, 1)])
def test_a_scale_of_any_length_runs_from_nothing_to_everything(number: int, points: int, share: float) -> None:
    assert _rating(1, number, points=points).share == share
    assert _finding([], [_rating(one, number, points=points) for one in range(5)]).mean == 1 + 4 * share


def test_many_sure_voices_that_agree_are_strong_evidence() -> None:
    guesses = _voices(30, "met", confidence=0.4, reviewed=False)
    ticked = [_rating(number, 5) for number in range(15)]
    assert _finding(guesses).strength == "weak"
    assert _finding(guesses, ticked).strength == "strong"
    assert _finding(guesses[:12], ticked[:5]).strength == "medium"
    assert _finding(_voices(6, "met")).strength == "weak"
    divided = [*_voices(15, "met"), *_voices(15, "not_met", 15)]
    assert _finding(divided).strength == "medium", "who is divided says less than who agrees"
    assert _finding(divided).whole.agreed == 0.5


def test_facts_weigh_little_beside_people_and_make_no_finding_alone() -> None:
    against = _voices(5, "not_met")
    assert _finding([], [], _fact(True), _fact(True)).state == "open"
    found = _finding(against, [], _fact(True), _fact(True, PRECONDITION), _fact(None))
    assert found.whole.share == 0
    assert found.with_facts == pytest.approx(1.5 / 6.5)
    assert (found.state, found.tipped) == ("not_kept", False)


def test_it_is_said_when_facts_tip_a_finding() -> None:
    found = _finding([*_voices(16, "met"), *_voices(9, "not_met", 16)], [], _fact(True), _fact(True, key="ways"))
    assert (found.state, found.tipped) == ("kept", True)
    assert found.whole.share == pytest.approx(0.64)


def test_a_trend_needs_more_change_than_doubt() -> None:
    later = DAY + timedelta(days=14)
    trend = _finding([*_voices(5, "not_met"), *_voices(5, "met", 5, day=later)]).trend
    assert trend.direction == "better"
    assert trend.change > trend.margin > 0
    assert _finding([*_voices(5, "met"), *_voices(5, "not_met", 5, day=later)]).trend.direction == "worse"
    assert _finding([*_voices(5, "met"), *_voices(1, "not_met", 5, day=later)]).trend.direction == "unknown"
    few = [*_voices(3, "met"), *_voices(2, "not_met", 3), *_voices(4, "met", 5, day=later), _voice(9, "not_met")]
    assert _finding([*few, _voice(10, "not_met", day=later)]).trend.direction == "unclear"
    many = [*_voices(200, "met"), *_voices(200, "met", 200, day=later)]
    assert _finding(many).trend.direction == "steady"
    assert trend_of(opinions_of(_voices(9, "met"), ())).direction == "unknown", "one day has no halves"


def test_weeks_are_named_by_their_mondays() -> None:
    found = _finding([*_voices(5, "met"), *_voices(5, "met", 5, day=DAY + timedelta(days=8))])
    assert [week.monday.weekday() for week in found.weeks] == [0, 0]


def test_department_and_participants_may_contradict_each_other() -> None:
    ticked = [_rating(number, 2) for number in range(43)]
    office = [_rating(100 + number, 5, department=True) for number in range(5)]
    found = _finding([], [*ticked, *office])
    (one,) = found.contradictions
    assert (one.one.who, one.one.count, one.one.agreeing, one.one.mean) == ("department", 5, 5, 5.0)
    (other,) = one.others
    assert (other.who, other.count, other.mean) == ("ticked", 43, 2.0)
    assert found.state == "not_kept"
    assert found.department
    assert found.department.share == 1.0


def test_a_department_that_writes_is_held_against_everything_people_say() -> None:
    office = _voices(1, "met", 100, department=True)
    assert _sides(_finding([*_voices(5, "not_met"), *office])) == [("department", "people")]
    assert _sides(_finding([*_voices(4, "not_met"), *office])) == [], "four participants are too few"
    assert _sides(_finding([*_voices(5, "met"), *office])) == []


def test_what_people_tick_and_what_they_write_may_contradict_each_other() -> None:
    ratings = [_rating(number, 5) for number in range(10, 16)]
    found = _finding(_voices(5, "not_met"), ratings)
    assert _sides(found) == [("ticked", "said")]
    assert found.contradictions[0].one.mean == 5.0
    assert _sides(_finding(_voices(4, "not_met"), ratings)) == []


def test_a_fact_contradicts_whoever_says_the_opposite() -> None:
    late, office = _voices(9, "not_met"), _voices(2, "met", 100, department=True)
    assert _sides(_finding(late, [], _fact(True), _fact(True, key="ways"))) == [("people", "fact", "fact")]
    assert _sides(_finding(late, [], _fact(True, PRECONDITION), _fact(False), _fact(None))) == []
    assert ("department", "fact") in _sides(_finding([*late, *office], [], _fact(False)))


def test_what_worries_most_comes_first() -> None:
    worst, worse = _finding(_voices(30, "not_met")), _finding(_voices(9, "not_met"))
    partly = _finding([*_voices(5, "met"), *_voices(5, "not_met", 5)])
    doubtful, open_, kept = _finding([], [], _fact(False)), _finding([]), _finding(_voices(9, "met"))
    ordered = by_worry([open_, partly, doubtful, kept, worse, worst])
    assert ordered == [worst, worse, partly, kept, doubtful, open_]
    assert worst_of(ordered) == worst
    assert worst_of([open_, kept]) is None


def test_silence_is_nobody_and_nothing() -> None:
    assert _finding([]).is_silent
    assert not _finding([], [], _fact(None)).is_silent
    assert not _finding(_voices(1, "suggestion")).is_silent
    assert not _finding(_voices(1, "suggestion", department=True)).is_silent


@given(VOICES, RATINGS)
def test_the_department_agrees_in_so_many_answers_as_speak(voices: list[Voice], ratings: list[Rating]) -> None:
    office = _finding(voices, ratings).department
    if office:
        assert 0 <= office.agreeing <= office.voices
        assert (office.share is None) == (office.voices == 0)
        assert office.agreeing == 0 or office.share is not None
        if office.voices == office.agreeing > 0:
            assert office.share is not None
            assert office.share >= KEPT - 1e-9


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 40), max_size=8))
def test_small_groups_cannot_be_worked_out_from_the_sum(counts: dict[int, int]) -> None:
    told = guarded(counts)
    assert set(told) == set(counts)
    hidden = [key for key, count in told.items() if count is None]
    assert all(told[key] in (None, count) for key, count in counts.items())
    assert all(key in hidden for key, count in counts.items() if count < FEWEST)
    together = sum(counts[key] for key in hidden)
    if len(hidden) < len(counts):
        assert together == 0 or (len(hidden) > 1 and together >= FEWEST)
