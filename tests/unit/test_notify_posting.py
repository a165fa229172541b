"""Pauses, rests, quiet hours and the day of the letter of the week."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.domain.posting import (
    FIRST_REST,
    LONGEST_PAUSE,
    LONGEST_REST,
    PATIENT_FAILURES,
    Quiet,
    digest_week,
    pause_after,
    quiet_until,
    rest_after,
)

ZONE = ZoneInfo("Europe/Berlin")
HOURS = st.integers(0, 23)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def test_pauses_grow_and_end_somewhere() -> None:
    pauses = [pause_after(count) for count in range(1, 40)]
    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(minutes=1)
    assert pauses[-1] == LONGEST_PAUSE


def test_one_full_mailbox_lets_nobody_else_wait() -> None:
    assert [rest_after(count) for count in range(PATIENT_FAILURES)] == [None] * PATIENT_FAILURES
    assert rest_after(PATIENT_FAILURES) == FIRST_REST
    assert rest_after(999) == LONGEST_REST


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (at(23, 22), at(24, 8)),
        (at(23, 0, 30), at(23, 8)),
        (at(23, 7, 59), at(23, 8)),
        (at(23, 8), None),
        (at(23, 19, 59), None),
        (at(23, 20), at(24, 8)),
    ],
)
def test_the_night_is_quiet_until_the_morning(now: datetime, until: datetime | None) -> None:
    assert quiet_until(Quiet(20, 8), now) == until


def test_noon_can_be_quiet_too_and_nobody_needs_quiet() -> None:
    assert quiet_until(Quiet(12, 14), at(23, 13)) == at(23, 14)
    assert quiet_until(Quiet(12, 14), at(23, 14)) is None
    assert quiet_until(Quiet(9, 9), at(23, 9)) is None
    assert quiet_until(None, at(23, 3)) is None


def test_the_morning_after_the_clocks_change_is_at_eight_too() -> None:
    until = quiet_until(Quiet(20, 8), datetime(2026, 10, 24, 22, tzinfo=ZONE))
    assert until and (until.day, until.hour, until.utcoffset()) == (25, 8, timedelta(hours=1))


@given(HOURS, HOURS, HOURS, st.integers(0, 59))
def test_quiet_ends_in_the_future_and_is_over_then(start: int, end: int, hour: int, minute: int) -> None:
    now = at(10, hour, minute)
    until = quiet_until(Quiet(start, end), now)
    if until:
        assert now < until <= now + timedelta(days=1)
        assert quiet_until(Quiet(start, end), until) is None


def test_the_letter_of_the_week_is_due_on_friday_at_ten_and_made_up_for_until_sunday() -> None:
    assert digest_week(at(27, 9, 59)) is None
    assert digest_week(at(27, 10)) == "2026-W48"
    assert digest_week(at(29, 23)) == "2026-W48"
    assert digest_week(at(30, 1)) is None
    assert digest_week(datetime(2027, 1, 1, 12, tzinfo=ZONE)) == "2026-W53"
