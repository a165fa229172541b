"""When a letter may go: pauses between attempts, mail domains that are left alone, hours in which people want quiet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

#: At once, or everything of a week in one letter.
Pace = Literal["at_once", "weekly"]
PACES: Final[tuple[Pace, ...]] = ("at_once", "weekly")
#: When the letter of the week is written: Friday, ten o'clock where the readers live.
DIGEST_WEEKDAY: Final = 4
DIGEST_HOUR: Final = 10

FIRST_PAUSE: Final = timedelta(minutes=1)
LONGEST_PAUSE: Final = timedelta(hours=4)
#: After that a letter is stranded, and a person must look. Source: RFC 5321, 4.5.4.1 (four to five days).
GIVE_UP_AFTER: Final = timedelta(days=4)
#: Failures of one mail domain in a row before it is left alone: one full mailbox says nothing of its neighbours.
PATIENT_FAILURES: Final = 3
FIRST_REST: Final = timedelta(seconds=30)
LONGEST_REST: Final = timedelta(minutes=30)
#: Passing failures that came back as mails, after which an address is taken for dead.
MOST_SOFT_BOUNCES: Final = 6
#: How long an address that could not be reached, or whose owner complained, gets nothing at all.
QUIET_AFTER_BOUNCE: Final = timedelta(days=30)
QUIET_AFTER_COMPLAINT: Final = timedelta(days=365)


class Quiet(NamedTuple):
    """Whole hours of the day, the first one quiet, the last one not; the night may lie between them."""

    start: int
    end: int


#: What people can choose from: the night, a short night, working hours.
QUIETS: Final = (Quiet(20, 8), Quiet(22, 7), Quiet(8, 17))


def pause_after(attempt_count: int) -> timedelta:
    """1 min, 3 min, 9 min … up to four hours: fast enough for greylisting, slow enough for a server in trouble."""
    longest: timedelta = min(FIRST_PAUSE * 3 ** min(attempt_count - 1, 9), LONGEST_PAUSE)
    return longest


def rest_after(fail_count: int) -> timedelta | None:
    """How long a mail domain is left alone after so many failures in a row; None: not yet."""
    beyond = fail_count - PATIENT_FAILURES
    if beyond < 0:
        return None
    longest: timedelta = min(FIRST_REST * 2 ** min(beyond, 9), LONGEST_REST)
    return longest


def quiet_until(quiet: Quiet | None, local: datetime) -> datetime | None:
    """When a reader's quiet hours end, if `local`, a time where they live, lies in them."""
    if quiet is None or quiet.start == quiet.end:
        return None
    overnight = quiet.start > quiet.end
    within = (quiet.start <= local.hour) + (local.hour < quiet.end) >= (1 if overnight else 2)
    if not within:
        return None
    end = local.replace(hour=quiet.end, minute=0, second=0, microsecond=0)
    return end + timedelta(days=1) if overnight and local.hour >= quiet.start else end


def digest_week(local: datetime) -> str | None:
    """The week whose letter is due, such as `2026-W48`; None before its hour. A missed Friday is made up for."""
    due = local.weekday() > DIGEST_WEEKDAY or (local.weekday() == DIGEST_WEEKDAY and local.hour >= DIGEST_HOUR)
    return f"{local:%G-W%V}" if due else None
