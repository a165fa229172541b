"""Pauses between attempts to sign in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shared.staff.domain.attempts import (
    FREE,
    LONGEST_PAUSE,
    PACE,
    TOGETHER,
    Counted,
    count_attempt,
    count_together,
    pause_after,
)

MORNING = datetime(2026, 11, 23, 8, tzinfo=UTC)
seconds = st.floats(min_value=0, max_value=3600).map(lambda value: timedelta(seconds=value))


def test_the_first_attempts_are_free() -> None:
    assert pause_after(FREE - 1) == timedelta(0)
    assert pause_after(FREE) == timedelta(seconds=2)


@given(st.integers(0, 10**9))
def test_pauses_grow_and_never_exceed_the_longest(attempt_count: int) -> None:
    assert timedelta(0) <= pause_after(attempt_count) <= pause_after(attempt_count + 1) <= LONGEST_PAUSE


def test_an_attempt_in_a_pause_is_not_heard_and_does_not_count() -> None:
    paused = Counted(FREE, MORNING + timedelta(seconds=2))
    assert count_attempt(paused, MORNING) is None
    assert count_attempt(paused, paused.next_at) == Counted(FREE + 1, paused.next_at + pause_after(FREE + 1))


@given(st.lists(seconds, max_size=60))
def test_no_more_than_a_few_dozen_guesses_a_day_are_heard(gaps: list[timedelta]) -> None:
    counted, at, heard = Counted(0, MORNING), MORNING, []
    for gap in gaps:
        at += gap
        if after := count_attempt(counted, at):
            counted = after
            heard.append(at)
    late = [at for before, at in pairwise(heard) if at - before >= LONGEST_PAUSE]
    assert len(heard) <= FREE + 9 + len(late)  # nine pauses double up to the longest


def test_all_accounts_together_take_a_burst_and_then_one_a_second() -> None:
    empty_at = MORNING
    for _ in range(TOGETHER):
        after = count_together(empty_at, MORNING)
        assert after
        empty_at = after
    assert count_together(empty_at, MORNING) is None
    assert count_together(empty_at, MORNING + PACE)


@given(st.lists(seconds, max_size=200))
def test_together_never_more_than_the_burst_plus_one_a_second(gaps: list[timedelta]) -> None:
    empty_at, at, heard = MORNING, MORNING, 0
    for gap in gaps:
        at += gap
        if after := count_together(empty_at, at):
            empty_at, heard = after, heard + 1
    assert heard <= TOGETHER + (at - MORNING) / PACE + 1
