"""What goes into a tagger and what comes out of it."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from .standards import Stance


class Passage(msgspec.Struct, frozen=True):
    """One text to tag; `lang` is the language the form was answered in, a prior and no more."""

    id: str
    text: str
    lang: str | None = None


class Found(msgspec.Struct, frozen=True):
    """One tag. `start` and `end` count code points of the original text: `text[start:end] == quote`.

    `confidence` is the probability (0–1) that the text speaks of the standard, times that of the stance; `doubt` (0–1)
    is highest where a person's decision would help most; `reason` names what a person can check.
    """

    standard: str
    stance: Stance
    start: int
    end: int
    quote: str
    confidence: float
    doubt: float
    reason: dict[str, str | float | list[str]]


class Tagger(Protocol):
    """Anything that tags texts; the answer has one tuple per passage, in the order given."""

    version: str
    catalogue_version: int

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Found, ...]]: ...
