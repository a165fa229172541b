"""What is kept of a response: closed answers to be counted, free texts to be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

FREE_TEXT: Final = frozenset({"short_text", "long_text"})
#: Kinds whose text is somebody's own words, to be read: a choice may take something else in words.
WORDED: Final = FREE_TEXT | {"single", "multiple"}
#: Counted like a choice: something else, in words, and a place that only the device named.
OTHER: Final = "~other"
POINT: Final = "~point"
#: Stands where a question's key does in a text that somebody added to a response later.
REMARK: Final = "~remark"


class ClosedAnswer(msgspec.Struct, frozen=True):
    """Chosen keys, of a ranking in its order, or the one number or day, as texts: one way to count them all."""

    question: str
    values: tuple[str, ...]


def closed_values(choices: tuple[str, ...], number: int | float | None) -> tuple[str, ...]:
    return choices if number is None else (str(number),)


def closed_answers(
    question: str,
    kind: str,
    choices: tuple[str, ...],
    number: int | float | None,
    text: str,
    cells: Mapping[str, str],
    *,
    located: bool,
) -> list[ClosedAnswer]:
    """What is counted of one answer: of a matrix one for each row, of free text none, of words the choice of them."""
    if kind in FREE_TEXT:
        return []
    if kind == "matrix":
        return [ClosedAnswer(row_key(question, row), (column,)) for row, column in cells.items()]
    values = closed_values(choices, number)
    if kind == "date":
        return [ClosedAnswer(question, (text,))]
    if text:
        values = (*values, OTHER)
    return [ClosedAnswer(question, (*values, POINT) if located and not values else values)]


def row_key(question: str, row: str) -> str:
    """A row of a matrix is counted like a question of its own."""
    return f"{question}.{row}"


def is_readable(text: str) -> bool:
    """False for dashes, dots and smileys: there is nothing to hold against a standard."""
    return any(sign.isalpha() for sign in text)
