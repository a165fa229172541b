"""What is kept of a response: closed answers to be counted, free texts to be read."""

from __future__ import annotations

from typing import Final

import msgspec

FREE_TEXT: Final = frozenset({"short_text", "long_text"})


class ClosedAnswer(msgspec.Struct, frozen=True):
    """Chosen keys, or the one number of a scale, as texts: one way to count them all."""

    question: str
    values: tuple[str, ...]


def closed_values(choices: tuple[str, ...], number: int | float | None) -> tuple[str, ...]:
    return choices if number is None else (str(number),)


def is_readable(text: str) -> bool:
    """False for dashes, dots and smileys: there is nothing to hold against a standard."""
    return any(sign.isalpha() for sign in text)
