"""A campaign: what staff lay down about it, and the states it goes through."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, Literal, NamedTuple, get_args

import msgspec

from services.intake.domain.questionnaire import Translated

#: What is stored. A published campaign whose last day is over counts as closed, though nobody closed it.
State = Literal["draft", "published", "closed", "archived"]
Action = Literal["publish", "close", "reopen", "archive", "delete"]
#: Where a campaign stands today, for people.
Phase = Literal["draft", "planned", "open", "closed", "archived"]
#: The levels of participation of the council's guidelines.
Level = Literal["information", "anhoerung", "beratung", "mitbestimmung"]
#: Feedback on anything, or an evaluation of the participation itself, which asks the core questions.
CampaignKind = Literal["feedback", "evaluation"]
LEVELS: Final[tuple[Level, ...]] = get_args(Level)
KINDS: Final[tuple[CampaignKind, ...]] = get_args(CampaignKind)

#: Publishing what is public already makes the next version of its questionnaire.
AFTER: Final[Mapping[tuple[State, Action], State]] = {
    ("draft", "publish"): "published",
    ("published", "publish"): "published",
    ("published", "close"): "closed",
    ("closed", "reopen"): "published",
    ("closed", "archive"): "archived",
}
SLUG_LENGTH: Final = 50
_FLAT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class TransitionError(ValueError):
    """A campaign in this state does not take this action."""

    def __init__(self, state: State, action: Action) -> None:
        super().__init__(f"a campaign that is {state} takes no {action}")
        self.state, self.action = state, action


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign as staff lay it out. `project`: the Vorhaben it is about."""

    district: str
    slug: str
    title: Translated
    intro: Translated
    office: str
    level: str
    opens_at: datetime
    closes_at: datetime
    promise_on: date
    project: str = ""
    kind: str = "feedback"


class Running(NamedTuple):
    """From when to when answers are taken."""

    opens_at: datetime
    closes_at: datetime


def after(state: State, action: Action) -> State:
    """Raises TransitionError."""
    if (state, action) not in AFTER:
        raise TransitionError(state, action)
    return AFTER[state, action]


def standing(state: State, closes_at: datetime, at: datetime) -> State:
    """The state that counts: a published campaign is closed once its last day is over."""
    return "closed" if state == "published" and at >= closes_at else state


def phase_of(state: State, opens_at: datetime, closes_at: datetime, at: datetime) -> Phase:
    counts = standing(state, closes_at, at)
    if counts != "published":
        return counts
    return "planned" if at < opens_at else "open"


def running(opens_at: datetime, closes_at: datetime, closed_at: datetime | None) -> Running:
    """What was planned, cut off where it was closed by hand: then nobody is told of an opening that never comes."""
    if closed_at is None:
        return Running(opens_at, closes_at)
    ends_at = min(closes_at, closed_at)
    return Running(min(opens_at, ends_at), ends_at)


def slug_of(title: str) -> str:
    """A short name for addresses: `Wie soll der Markt werden?` becomes `wie-soll-der-markt-werden`.

    Whole words of at most 50 signs; empty when nothing of the title can stand in an address.
    """
    plain = unicodedata.normalize("NFKD", title.lower().translate(_FLAT)).encode("ascii", "ignore").decode().lower()
    words, slug = re.findall(r"[a-z0-9]+", plain), ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:SLUG_LENGTH]
        if len(longer) > SLUG_LENGTH:
            break
        slug = longer
    return slug


def is_slug(typed: str) -> bool:
    return len(typed) <= SLUG_LENGTH and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", typed) is not None
