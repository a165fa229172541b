"""The way of one response, as its participant may see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

import msgspec

#: done: it happened. now: it is next. ahead: it comes later. late: its day has passed.
State = Literal["done", "now", "ahead", "late"]
#: A text in several languages: language code → text.
Translated = dict[str, str]


class Touched(msgspec.Struct, frozen=True):
    """A standard that passages of the response bear on. `stance`: met, not_met, suggestion."""

    standard: str
    stance: str
    passage_count: int


class CampaignFacts(msgspec.Struct, frozen=True):
    title: Translated
    office: str
    promise_on: date


class JourneyFacts(msgspec.Struct, frozen=True):
    """What is known so far. `campaign` is None until its fact has arrived."""

    received_at: datetime
    assessed_at: datetime | None
    touched: tuple[Touched, ...]
    campaign: CampaignFacts | None


class Step(NamedTuple):
    name: Literal["received", "read", "tagged", "answered"]
    state: State
    day: date | datetime | None


class TouchedStandard(NamedTuple):
    standard: str
    stances: tuple[Touched, ...]


def steps_of(journey: JourneyFacts, today: date) -> tuple[Step, ...]:
    """The four steps in order; `today` is the day where the readers live."""
    read: State = "done" if journey.assessed_at else "now"
    tagged: State = "done" if journey.assessed_at else "ahead"
    return (
        Step("received", "done", journey.received_at),
        Step("read", read, journey.assessed_at),
        Step("tagged", tagged, None),
        _answered(journey, today),
    )


def standards_of(touched: Sequence[Touched]) -> Iterator[TouchedStandard]:
    """The touched standards in the order they were told in, each with what was said of it."""
    for standard in dict.fromkeys(one.standard for one in touched):
        yield TouchedStandard(standard, tuple(one for one in touched if one.standard == standard))


def title_in(title: Translated, language: str) -> str:
    """The title in this language, or else in German, or else in the first there is."""
    return title.get(language) or title.get("de") or next(iter(title.values()))


def _answered(journey: JourneyFacts, today: date) -> Step:
    promise_on = journey.campaign.promise_on if journey.campaign else None
    if promise_on and promise_on < today:
        return Step("answered", "late", promise_on)
    return Step("answered", "now" if journey.assessed_at else "ahead", promise_on)
