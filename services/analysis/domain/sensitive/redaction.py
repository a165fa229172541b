"""Masking, so that every offset stays true."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from services.analysis.domain.sensitive.kinds import Sensitive, in_order

MASK: Final = "█"
#: All that str.splitlines takes for the end of a line.
_BREAKS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


class Redacted(msgspec.Struct, frozen=True):
    """`text` is as long as the original, and equal to it outside what was masked. `held`: shown to nobody as yet."""

    text: str
    held: bool


def redact(text: str, found: Iterable[Sensitive]) -> Redacted:
    """Puts one sign in the place of each masked character; line breaks stay."""
    signs, held = list(text), False
    for one in found:
        if one.treatment == "hold":
            held = True
            continue
        for place in range(max(0, one.start), min(one.end, len(signs))):
            if signs[place] not in _BREAKS:
                signs[place] = MASK
    return Redacted("".join(signs), held)


class Piece(msgspec.Struct, frozen=True):
    """A part of a text; `reason`: why it keeps the text from being shown."""

    text: str
    reason: str | None


def pieces(text: str, found: Iterable[Sensitive]) -> tuple[Piece, ...]:
    """The whole text in parts, for those who decide: each held place once, under its first reason."""
    parts: list[Piece] = []
    end = 0
    for one in sorted((one for one in found if one.treatment == "hold"), key=in_order):
        if one.start >= end:
            parts += [Piece(text[end : one.start], None), Piece(text[one.start : one.end], one.reason)]
            end = one.end
    return tuple(part for part in (*parts, Piece(text[end:], None)) if part.text)
