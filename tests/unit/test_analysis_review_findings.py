"""What voices, ratings and facts add up to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.domain.assessing import STANCES, Stance
from services.analysis.domain.findings import FEWEST, Fact, Finding, Rating, Voice, find, share_of, system_facts

EARLY = "early-information"
DAY = date(2026, 11, 23)


def _voice(number: int, stance: Stance = "met", **more: Any) -> Voice:
    told = {"confidence": 1.0, "reviewed": True, "day": DAY, **more}
    return Voice(UUID(int=number), EARLY, stance, **told)


def _rating(number: int, value: int, day: date = DAY) -> Rating:
    return Rating(UUID(int=number), EARLY, value, day)


def _finding(voices: list[Voice], ratings: list[Rating] | None = None, *facts: Fact) -> Finding:
    (found,) = find([EARLY], voices, ratings or [], facts)
    return found


VOICES = st.lists(
    st.builds(
        _voice,
        st.integers(0, 20),
        st.sampled_from(STANCES),
        confidence=st.floats(0.25, 1, allow_nan=False),
        day=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    ),
    max_size=60,
)
RATINGS = st.lists(st.builds(_rating, st.integers(0, 20), st.integers(1, 5)), max_size=30)


@given(VOICES, RATINGS)
def test_nothing_is_concluded_from_too_few_voices(voices: list[Voice], ratings: list[Rating]) -> None:
    found = _finding(voices, ratings)
    speaking = {one.response_id for one in voices if one.stance != "suggestion"} | {one.response_id for one in ratings}
    assert found.whole.voices == len(speaking)
    assert (found.state == "few") == (len(speaking) < FEWEST) == (found.strength == "none")
    assert all(week.share.share is None for week in found.weeks if week.share.voices < FEWEST)


@given(VOICES, RATINGS)
def test_a_share_stays_within_its_bounds_and_no_tag_is_lost(voices: list[Voice], ratings: list[Rating]) -> None:
    found = _finding(voices, ratings)
    assert found.whole.share is None or -1e-9 <= found.whole.share <= 1 + 1e-9
    assert found.whole.weight <= found.whole.voices + 1e-9
    assert sum(found.counts.values()) == len(voices)


@pytest.mark.parametrize(("met", "state"), [(9, "kept"), (5, "partly"), (1, "not_kept")])
def test_a_state_follows_from_the_share(met: int, state: str) -> None:
    voices = [_voice(number, "met" if number < met else "not_met") for number in range(10)]
    assert _finding(voices).state == state


def test_who_says_the_same_five_times_is_one_voice() -> None:
    assert _finding([_voice(1) for _ in range(5)]).state == "few"


def test_a_suggestion_speaks_neither_for_nor_against() -> None:
    found = _finding([_voice(number, "suggestion") for number in range(9)])
    assert (found.state, found.counts["suggestion"], found.whole.voices) == ("few", 9, 0)


def test_a_reviewed_tag_weighs_more_than_a_guess() -> None:
    guesses = [_voice(number, "met", confidence=0.3, reviewed=False) for number in range(5)]
    reviewed = [_voice(number, "not_met") for number in range(5, 10)]
    share = share_of([*guesses, *reviewed], ())
    assert share.share == pytest.approx(1.5 / 6.5)
    assert share.weight == pytest.approx(6.5)


def test_who_ticks_and_writes_is_one_voice_between_the_two() -> None:
    share = share_of([_voice(number, "not_met") for number in range(5)], [_rating(number, 5) for number in range(5)])
    assert (share.voices, share.share) == (5, 0.5)


def test_many_voices_of_which_half_are_sure_are_strong_evidence() -> None:
    guesses = [_voice(number, confidence=0.4, reviewed=False) for number in range(30)]
    assert _finding(guesses).strength == "weak"
    assert _finding(guesses, [_rating(number, 5) for number in range(15)]).strength == "strong"
    assert _finding(guesses[:12], [_rating(number, 5) for number in range(5)]).strength == "medium"
    assert _finding([_voice(number) for number in range(6)]).strength == "weak"


def test_a_trend_goes_from_the_first_full_week_to_the_last() -> None:
    later = DAY + timedelta(days=14)
    first = [_voice(number, "not_met") for number in range(5)]
    second = [_voice(number, "met", day=later) for number in range(5, 10)]
    assert _finding([*first, *second]).trend == "better"
    assert _finding([_voice(1, "met", day=later), *first]).trend == "unknown"
    assert [week.monday.weekday() for week in _finding([*first, *second]).weeks] == [0, 0]


def test_what_people_tick_and_what_they_write_may_contradict_each_other() -> None:
    voices = [_voice(number, "not_met") for number in range(5)]
    ratings = [_rating(number, 5) for number in range(10, 16)]
    (found,) = _finding(voices, ratings).contradictions
    assert found.key == "ticked-said"
    assert found.values == {"mean": 5.0, "ticked": 6, "share": 0.0, "said": 5}
    assert not _finding(voices[:4], ratings).contradictions, "four are too few to contradict anybody"


def test_what_the_house_knows_may_contradict_what_people_say() -> None:
    late = [_voice(number, "not_met") for number in range(5)]
    lead, *others = system_facts(DAY, DAY + timedelta(days=42), DAY, DAY, 3)
    (found,) = _finding(late, [], lead).contradictions
    assert (found.key, found.values) == ("lead-not-kept", {"count": 42, "voices": 5})
    assert {fact.key: fact.kept for fact in others} == {"languages": True, "promise-running": None}
    short, one, due = system_facts(DAY, DAY + timedelta(days=5), DAY, DAY + timedelta(days=2), 1)
    assert (short.kept, one.kept, due.key, due.count) == (False, False, "promise-due", 2)
    (found,) = _finding([_voice(number) for number in range(5)], [], short).contradictions
    assert found.key == "lead-kept"
