"""The way of one response, as its participant may see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

import msgspec

from services.notify.domain.outcomes import Moved, Told

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
    """`slug`: of its results page."""

    title: Translated
    office: str
    promise_on: date
    slug: str = ""


class JourneyFacts(msgspec.Struct, frozen=True):
    """What is known so far. `campaign` is None until its fact has arrived.

    `chosen_at`: when staff first chose this voice for an answer. `outcomes`: public ones that it led to.
    `excluded`: why it is not counted (shared/contracts/exclusions.py), empty while it counts.
    """

    received_at: datetime
    assessed_at: datetime | None
    touched: tuple[Touched, ...]
    campaign: CampaignFacts | None
    chosen_at: datetime | None = None
    outcomes: tuple[Told, ...] = ()
    withdrawn_at: datetime | None = None
    excluded: str = ""


class About(NamedTuple):
    """What a letter about an outcome tells of; `moved`: the step, if it is about one."""

    outcome: Told
    moved: Moved | None


class Step(NamedTuple):
    name: Literal["received", "read", "tagged", "report", "decision", "done"]
    state: State
    day: date | datetime | None


class TouchedStandard(NamedTuple):
    standard: str
    stances: tuple[Touched, ...]


def steps_of(journey: JourneyFacts, today: date) -> tuple[Step, ...]:
    """The six steps in order; `today` is the day where the readers live."""
    read: State = "done" if journey.assessed_at else "now"
    tagged: State = "done" if journey.assessed_at and not journey.excluded else "ahead"
    return (
        Step("received", "done", journey.received_at),
        Step("read", read, journey.assessed_at),
        Step("tagged", tagged, None),
        _report(journey),
        _decision(journey, today),
        _done(journey),
    )


def standards_of(touched: Sequence[Touched]) -> Iterator[TouchedStandard]:
    """The touched standards in the order they were told in, each with what was said of it."""
    for standard in dict.fromkeys(one.standard for one in touched):
        yield TouchedStandard(standard, tuple(one for one in touched if one.standard == standard))


def outcome_about(journey: JourneyFacts, occasion: str) -> About | None:
    """`occasion`: the id of an outcome or of one of its steps; None if this voice is in no such outcome."""
    for outcome in journey.outcomes:
        moved = next((step for step in outcome.steps if str(step.id) == occasion), None)
        if moved or str(outcome.id) == occasion:
            return About(outcome, moved)
    return None


def title_in(title: Translated, language: str) -> str:
    """The title in this language, or else in German, or else in the first there is."""
    return title.get(language) or title.get("de") or next(iter(title.values()))


def _report(journey: JourneyFacts) -> Step:
    if journey.chosen_at:
        return Step("report", "done", journey.chosen_at)
    return Step("report", "now" if journey.assessed_at and not journey.excluded else "ahead", None)


def _decision(journey: JourneyFacts, today: date) -> Step:
    promise_on = journey.campaign.promise_on if journey.campaign else None
    if journey.outcomes:
        return Step("decision", "done", min(one.published_at for one in journey.outcomes))
    if promise_on and promise_on < today:
        return Step("decision", "late", promise_on)
    return Step("decision", "now" if journey.chosen_at else "ahead", promise_on)


def _done(journey: JourneyFacts) -> Step:
    if not journey.outcomes:
        return Step("done", "ahead", None)
    return Step("done", "done" if all(one.is_over for one in journey.outcomes) else "now", None)
