"""Days as people in Oberhausen count them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

HERE: Final = ZoneInfo("Europe/Berlin")


def day_of(moment: datetime) -> date:
    return moment.astimezone(HERE).date()


def every_day(first: date, last: date) -> Iterator[date]:
    """From the first to the last, both included: a day without responses is shown as one."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
