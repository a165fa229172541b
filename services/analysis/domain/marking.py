"""Which part of a text a person marked, and how sure the tagger is, in grades that have words."""

from __future__ import annotations

from typing import Literal

import msgspec

Grade = Literal["high", "fair", "low", "faint"]
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
