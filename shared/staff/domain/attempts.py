"""How long to wait after how many attempts to sign in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

#: So many attempts at an account are free, then the pauses grow from two seconds to a quarter of an hour.
FREE: Final = 4
LONGEST_PAUSE: Final = timedelta(minutes=15)
#: All accounts together: so many attempts at once, and then one a second.
TOGETHER: Final = 60
PACE: Final = timedelta(seconds=1)


class Counted(NamedTuple):
    """How many attempts stand against an account, and when the next one is heard."""

    attempt_count: int
    next_at: datetime


def pause_after(attempt_count: int) -> timedelta:
    """The pause after this many attempts without success."""
    if attempt_count < FREE:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(attempt_count - FREE + 1, 20)), LONGEST_PAUSE)


def count_attempt(before: Counted, at: datetime) -> Counted | None:
    """One more attempt at an account; None while the pause lasts."""
    if at < before.next_at:
        return None
    count = before.attempt_count + 1
    return Counted(count, at + pause_after(count))


def count_together(empty_at: datetime, at: datetime) -> datetime | None:
    """One more attempt at any account: when the bucket will now be empty; None when it is full.

    Source: the leaky bucket kept as one time (ITU-T I.371, virtual scheduling).
    """
    if empty_at - at > (TOGETHER - 1) * PACE:
        return None
    return max(empty_at, at) + PACE
