"""Guessing receipts gets slow; mistyping does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shared.kit.guesses import FREE, LONGEST_PAUSE_S, WINDOW_S, GuessBudget


def test_a_few_mistyped_receipts_cost_nothing() -> None:
    guesses = GuessBudget()
    for second in range(FREE):
        guesses.fail(float(second))
    assert guesses.pause(float(FREE)) == 0


def test_many_failures_slow_everybody_down_but_never_lock_anybody_out() -> None:
    guesses = GuessBudget()
    for _ in range(100_000):
        guesses.fail(1.0)
    assert guesses.pause(1.0) == LONGEST_PAUSE_S


def test_after_a_minute_it_is_forgotten() -> None:
    guesses = GuessBudget()
    for _ in range(1_000):
        guesses.fail(1.0)
    assert guesses.pause(1.0 + WINDOW_S) == 0


@given(st.lists(st.floats(0, 300), max_size=200).map(sorted), st.floats(300, 500))
def test_the_pause_never_leaves_its_bounds(failures: list[float], at: float) -> None:
    guesses = GuessBudget()
    for failure in failures:
        guesses.fail(failure)
    assert 0 <= guesses.pause(at) <= LONGEST_PAUSE_S
