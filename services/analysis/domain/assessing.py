"""What an assessment comes to: the state of a response, and what it touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Literal
from uuid import UUID

import msgspec

from services.analysis.domain.answers import is_readable

Stance = Literal["met", "not_met", "suggestion"]
#: In the order in which they are shown.
STANCES: Final[tuple[Stance, ...]] = ("met", "not_met", "suggestion")
State = Literal["tagged", "topic", "unclear", "off_topic", "excluded"]

#: A claim that is wrong three times out of four is kept, but neither counted nor told to anybody.
DOUBTFUL_BELOW: Final = 0.25


class QuoteError(ValueError):
    """A tagger's quote is not where it says."""


class Claim(msgspec.Struct, frozen=True):
    """What of a tag decides the outcome."""

    passage_id: UUID
    standard: str
    stance: Stance
    confidence: float

    @property
    def counts(self) -> bool:
        return self.confidence >= DOUBTFUL_BELOW


def state_of(texts: Iterable[str], claims: Sequence[Claim], has_topic: bool = False) -> State:
    """`tagged`: at least one claim counts. `topic`: none does, but a topic was found, so the wish is not lost.

    `unclear`: all claims are too doubtful, or there is no text to read. `off_topic`: there is text, and it touches
    neither a standard nor a topic.
    """
    if any(claim.counts for claim in claims):
        return "tagged"
    if has_topic:
        return "topic"
    if claims or not any(is_readable(text) for text in texts):
        return "unclear"
    return "off_topic"


def touched(claims: Iterable[Claim]) -> list[tuple[str, Stance, int]]:
    """Standard, stance and number of passages, of the claims that count."""
    passages: dict[tuple[str, Stance], set[UUID]] = defaultdict(set)
    for claim in claims:
        if claim.counts:
            passages[claim.standard, claim.stance].add(claim.passage_id)
    return [(standard, stance, len(ids)) for (standard, stance), ids in sorted(passages.items())]


def check_quote(text: str, start: int, end: int, quote: str) -> None:
    """A quote without its exact place is no evidence. Raises QuoteError."""
    if not 0 <= start < end or text[start:end] != quote:
        raise QuoteError(f"{start} to {end} of {len(text)}")
