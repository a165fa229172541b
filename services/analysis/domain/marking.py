"""Which part of a text a person marked, and how sure the tagger is, in grades that have words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

import msgspec

Grade = Literal["high", "fair", "low", "faint"]
_WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
#: Blanks and light punctuation at the edges of a mark belong to no quote.
_EDGES = " \t\r\n,;:–—-،؛"


class Mark(msgspec.Struct, frozen=True):
    """Code points, from `start` to before `end`."""

    start: int
    end: int

    @property
    def value(self) -> str:
        """As a form carries it."""
        return f"{self.start}-{self.end}"


def read_mark(text: str, chosen: str, first: str, last: str) -> Mark | None:
    """The clause that was chosen (`start-end`), or the signs typed as people count them: from 1, the last included.

    None for what is no part of the text.
    """
    own = chosen in ("", "own")
    parts = [first, last] if own else chosen.split("-")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() and len(part) < 7 for part in parts):
        return None
    start, end = int(parts[0]) - own, int(parts[1])
    return trimmed(text, start, end) if 0 <= start < end <= len(text) else None


def trimmed(text: str, start: int, end: int) -> Mark | None:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Mark(start, end) if start < end else None


def grade_of(share: float) -> Grade:
    """Of a confidence or a doubt from 0 to 1."""
    if share >= 0.85:
        return "high"
    if share >= 0.6:
        return "fair"
    return "low" if share >= 0.4 else "faint"


def whole_words(text: str, pieces: Iterable[str]) -> list[str]:
    """The words of the text that begin with one of these stems, each once; stems that stand nowhere are left out."""
    words = dict.fromkeys(_WORD.findall(text))
    stems = tuple(piece.casefold().strip() for piece in pieces if piece.strip())
    phrases = [piece for piece in stems if " " in piece and piece in text.casefold()]
    return [*(word for word in words if any(word.casefold().startswith(stem) for stem in stems)), *phrases]
