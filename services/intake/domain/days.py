"""Days as staff type them and as people in Oberhausen count them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

HERE: Final = ZoneInfo("Europe/Berlin")
#: A campaign ends a minute before midnight: whoever shows the moment it closes shows its last day.
_LAST: Final = time(23, 59)


def first_moment(day: date) -> datetime:
    return datetime.combine(day, time(), HERE)


def last_moment(day: date) -> datetime:
    return datetime.combine(day, _LAST, HERE)


def day_of(moment: datetime) -> date:
    return moment.astimezone(HERE).date()


def last_day(closes_at: datetime) -> date:
    """The last day on which answers are taken, also where it closes at midnight sharp."""
    return day_of(closes_at - timedelta(microseconds=1))


def read_day(typed: str) -> date | None:
    """`2026-11-30` or `30.11.2026`, as browsers send it and as people write it."""
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(typed.strip(), pattern).replace(tzinfo=HERE).date()
        except ValueError:
            continue
    return None
