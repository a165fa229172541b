"""The promise clock: by which day an answer was promised, and what became of that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

State = Literal["open", "kept", "missed"]
#: Days before the promise on which its owner is reminded, each time once.
FIRST: Final = 14
AGAIN: Final = 3
#: What a reminder is about; `missed` also goes to the coordination office.
Occasion = Literal["14", "3", "0", "missed"]
A_DAY: Final = timedelta(days=1)


class Settled(NamedTuple):
    state: State
    on: date | None


class Clock(NamedTuple):
    """`days`: until the promise, or since it was missed. `answered_on`: the day of the first outcome, also a late one.

    `earlier`: days that were promised before, oldest first.
    """

    state: State
    promise_on: date
    days: int
    answered_on: date | None
    earlier: tuple[date, ...]

    @property
    def said(self) -> Literal["open", "so-far", "kept", "missed"]:
        """As it is told: until its day is over, a promise is kept so far."""
        return "so-far" if self.state == "kept" and self.days >= 0 else self.state


def settle(promise_on: date, answered_on: date | None, today: date) -> Settled:
    """What became of a promised day as far as it is known today."""
    if answered_on and answered_on <= promise_on:
        return Settled("kept", answered_on)
    if promise_on < today:
        return Settled("missed", promise_on + A_DAY)
    return Settled("open", None)


def clock(promise_on: date, promised: Iterable[date], answered_on: date | None, today: date) -> Clock:
    """`promised`: every day that was ever promised."""
    state = settle(promise_on, answered_on, today).state
    days = ((answered_on or today) - promise_on).days if state == "missed" else (promise_on - today).days
    return Clock(state, promise_on, days, answered_on, tuple(sorted(set(promised) - {promise_on})))


def reminder_due(promise_on: date, today: date) -> Occasion | None:
    """Which reminder an unanswered promise is due today; one that was not sent in time gives way to the next."""
    left = (promise_on - today).days
    if left > FIRST:
        return None
    return "14" if left > AGAIN else "3" if left > 0 else "0" if left == 0 else "missed"
