"""The promise clock, day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.domain.promises import clock, reminder_due, settle
from services.notify.operations.write_results import promise_text
from shared.kit.texts import LANGUAGES

PROMISE = date(2027, 3, 31)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("answered", "today", "state"),
    [
        (None, PROMISE, "open"),
        (None, PROMISE + DAY, "missed"),
        (PROMISE, PROMISE + 90 * DAY, "kept"),
        (PROMISE + DAY, PROMISE + DAY, "missed"),
    ],
)
def test_a_promise_is_kept_up_to_its_very_day(answered: date | None, today: date, state: str) -> None:
    assert settle(PROMISE, answered, today).state == state


@given(st.dates(), st.none() | st.dates(), st.dates())
def test_what_is_settled_has_a_day_and_what_is_open_has_none(promise: date, answered: date | None, today: date) -> None:
    found = settle(min(promise, date.max - DAY), answered, today)
    assert (found.state == "open") == (found.on is None)


def test_a_moved_promise_keeps_its_old_days_in_sight() -> None:
    found = clock(PROMISE, [PROMISE - 60 * DAY, PROMISE, PROMISE - 30 * DAY], None, PROMISE - 2 * DAY)
    assert found.earlier == (PROMISE - 60 * DAY, PROMISE - 30 * DAY)
    assert (found.state, found.days) == ("open", 2)


def test_a_missed_promise_counts_the_days_until_the_answer() -> None:
    assert clock(PROMISE, [], None, PROMISE + 9 * DAY).days == 9
    assert clock(PROMISE, [], PROMISE + 4 * DAY, PROMISE + 9 * DAY).days == 4


@pytest.mark.parametrize(
    ("left", "occasion"),
    [(15, None), (14, "14"), (4, "14"), (3, "3"), (1, "3"), (0, "0"), (-1, "missed"), (-400, "missed")],
)
def test_each_reminder_has_its_days(left: int, occasion: str | None) -> None:
    assert reminder_due(PROMISE, PROMISE - left * DAY) == occasion


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_said_in_every_language_for_every_number_of_days(language: str) -> None:
    for days in (-40, -5, -2, -1, 0, 1, 2, 5, 11, 21, 100):
        for answered in (None, PROMISE, PROMISE + 3 * DAY):
            text = promise_text(clock(PROMISE, [PROMISE - DAY], answered, PROMISE - days * DAY), language)
            assert "{" not in text and "???" not in text
