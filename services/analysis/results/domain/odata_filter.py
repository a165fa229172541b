"""`$filter` as Excel and Power BI write it: comparisons, and, or, not, brackets, and what they ask of texts.

Source: OASIS OData 4.01, URL Conventions, 5.1.1. What stands here is understood; everything else is refused.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from services.analysis.results.domain.tables import Cell

#: Longer ones, or more brackets within brackets, are written by nobody who means it.
LONGEST: Final = 4_000
DEEPEST: Final = 40
Row = Mapping[str, Cell]
Read = Callable[[Row], Cell]
_TOKEN: Final = re.compile(r"\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*)|([(),]))")
_ORDERS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
}
_OF_TEXTS: Final[Mapping[str, Callable[[str, str], bool]]] = {
    "contains": operator.contains,
    "startswith": str.startswith,
    "endswith": str.endswith,
}
_CASES: Final[Mapping[str, Callable[[str], str]]] = {"tolower": str.lower, "toupper": str.upper, "trim": str.strip}
_CONSTANTS: Final[Mapping[str, Cell]] = {"null": None, "true": True, "false": False}


class Misunderstood(ValueError):
    """It is no filter, or one that is not understood."""


def read_filter(text: str, names: Collection[str]) -> Callable[[Row], bool]:
    """Raises Misunderstood. `names`: of the properties."""
    if len(text) > LONGEST:
        raise Misunderstood
    reader = _Reader(_tokens(text), names)
    found = reader.either()
    if reader.place < len(reader.tokens):
        raise Misunderstood
    return lambda row: found(row) is True


def _tokens(text: str) -> list[str]:
    tokens, place = [], 0
    while text[place:].strip():
        found = _TOKEN.match(text, place)
        if found is None:
            raise Misunderstood
        tokens.append(found[0].strip())
        place = found.end()
    return tokens


class _Reader:
    """Takes tokens from left to right; `or` binds least, then `and`, then `not`, then comparisons."""

    def __init__(self, tokens: list[str], names: Collection[str]) -> None:
        self.tokens, self.names, self.place, self.depth = tokens, names, 0, 0

    def either(self) -> Read:
        found = [self._both()]
        while self._met("or"):
            found.append(self._both())
        return found[0] if len(found) == 1 else lambda row: any(one(row) is True for one in found)

    def _both(self) -> Read:
        found = [self._negated()]
        while self._met("and"):
            found.append(self._negated())
        return found[0] if len(found) == 1 else lambda row: all(one(row) is True for one in found)

    def _negated(self) -> Read:
        if not self._met("not"):
            return self._compared()
        self._deeper()
        inner = self._negated()
        return lambda row: inner(row) is not True

    def _compared(self) -> Read:
        left = self._operand()
        order = _ORDERS.get(self._next())
        if order is None:
            return left
        self.place += 1
        return _in_order(order, left, self._operand())

    def _operand(self) -> Read:
        token = self._take()
        if token == "(":
            self._deeper()
            found = self.either()
            self._expect(")")
            return found
        if self._next() == "(":
            return self._called(token)
        if token in self.names:
            return lambda row: row[token]
        return _literal(token)

    def _called(self, name: str) -> Read:
        self._deeper()
        self._expect("(")
        first = self.either()
        if name in _CASES:
            self._expect(")")
            change = _CASES[name]
            return lambda row: change(value) if isinstance(value := first(row), str) else None
        if name not in _OF_TEXTS:
            raise Misunderstood
        self._expect(",")
        second = self.either()
        self._expect(")")
        return _of_texts(_OF_TEXTS[name], first, second)

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Misunderstood

    def _next(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self.place += 1
        return token

    def _met(self, word: str) -> bool:
        if self._next() != word:
            return False
        self.place += 1
        return True

    def _expect(self, token: str) -> None:
        if self._take() != token:
            raise Misunderstood


def _in_order(order: Callable[[Any, Any], bool], left: Read, right: Read) -> Read:
    """What has no value equals nothing but that, and is neither more nor less; nor are a text and a number."""

    def compare(row: Row) -> bool:
        one, other = left(row), right(row)
        if order in (operator.eq, operator.ne):
            return order(one, other)
        alike = one is not None and other is not None and isinstance(one, str) is isinstance(other, str)
        return alike and order(one, other)

    return compare


def _of_texts(ask: Callable[[str, str], bool], left: Read, right: Read) -> Read:
    def answer(row: Row) -> bool:
        one, other = left(row), right(row)
        return isinstance(one, str) and isinstance(other, str) and ask(one, other)

    return answer


def _literal(token: str) -> Read:
    if token in _CONSTANTS:
        constant = _CONSTANTS[token]
    elif token.startswith("'"):
        constant = token[1:-1].replace("''", "'")
    elif token[:1].isdigit() or token[:1] == "-":
        constant = float(token) if "." in token else int(token)
    else:
        raise Misunderstood
    return lambda _row: constant
