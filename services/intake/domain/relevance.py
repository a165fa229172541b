"""Conditions as XLSForm and LimeSurvey write them, there and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from services.intake.domain.questionnaire import Comparison, Condition, Question

_NAME: Final = r"\$\{\s*(?P<name>[^}\s]+)\s*\}"
_VALUE: Final = r"""(?:'(?P<single>[^']*)'|"(?P<double>[^"]*)"|(?P<number>-?\d+(?:\.\d+)?))"""
_COMPARED: Final = re.compile(rf"{_NAME}\s*(?P<sign>!=|>=|<=|==|=|>|<)\s*{_VALUE}")
_SELECTED: Final = re.compile(rf"selected\(\s*{_NAME}\s*,\s*{_VALUE}\s*\)")
_LENGTH: Final = re.compile(rf"string-length\(\s*{_NAME}\s*\)\s*>\s*0")
_SIGNS: Final[dict[str, Comparison]] = {"=": "is", "==": "is", "!=": "is_not", ">=": "at_least", "<=": "at_most"}


class RelevanceError(ValueError):
    """The expression says more than conditions here can."""


def write_relevance(conditions: tuple[Condition, ...], kinds: dict[str, Question]) -> str:
    """One XPath expression, as ODK, Kobo and Enketo read it; empty for no condition."""
    return " and ".join(_written(condition, kinds[condition.question]) for condition in conditions)


def read_relevance(expression: str, key_of: Callable[[str], str | None]) -> tuple[Condition, ...]:
    """Conditions that all must hold. Raises RelevanceError for what is no conjunction of simple comparisons."""
    return tuple(_read_part(part, key_of) for part in _split(expression, "and") if part)


def _written(condition: Condition, asked: Question) -> str:
    name = f"${{{asked.key}}}"
    if condition.comparison == "answered":
        return f"{name} != ''"
    if condition.comparison == "not_answered":
        return f"{name} = ''"
    if condition.comparison in ("at_least", "at_most"):
        return f"{name} {'>=' if condition.comparison == 'at_least' else '<='} {condition.values[0]}"
    several = asked.kind in ("multiple", "ranking")
    each = [f"selected({name}, '{value}')" if several else f"{name} = '{value}'" for value in condition.values]
    either = each[0] if len(each) == 1 else f"({' or '.join(each)})"
    return (
        either
        if condition.comparison == "is"
        else f"not({either.removeprefix('(').removesuffix(')') if len(each) > 1 else either})"
    )


def _read_part(part: str, key_of: Callable[[str], str | None]) -> Condition:
    part = _bare(part)
    if part.startswith("not(") and part.endswith(")"):
        inner = _read_part(part[4:-1], key_of)
        if inner.comparison != "is":
            raise RelevanceError(part)
        return Condition(inner.question, "is_not", inner.values)
    read = [_read_atom(_bare(atom), key_of) for atom in _split(part, "or")]
    if len(read) == 1:
        return read[0]
    if len({atom.question for atom in read}) > 1 or any(atom.comparison != "is" for atom in read):
        raise RelevanceError(part)
    return Condition(read[0].question, "is", tuple(value for atom in read for value in atom.values))


def _read_atom(atom: str, key_of: Callable[[str], str | None]) -> Condition:
    for pattern in (_COMPARED, _SELECTED, _LENGTH):
        if found := pattern.fullmatch(atom):
            key = key_of(found["name"])
            if key is None:
                raise RelevanceError(atom)
            return _condition(key, found.groupdict())
    raise RelevanceError(atom)


def _condition(key: str, parts: dict[str, str | None]) -> Condition:
    value = next((parts[name] for name in ("single", "double", "number") if parts.get(name) is not None), None)
    sign = parts.get("sign") or "="
    if value is None:
        return Condition(key, "answered")
    if value == "":
        return Condition(key, "answered" if sign == "!=" else "not_answered")
    if sign in ("<", ">"):
        return _strict(key, sign, value)
    return Condition(key, _SIGNS[sign], (value,))


def _strict(key: str, sign: str, value: str) -> Condition:
    """Only whole numbers have a next one."""
    if not re.fullmatch(r"-?\d+", value):
        raise RelevanceError(f"{sign} {value}")
    return (
        Condition(key, "at_least", (str(int(value) + 1),))
        if sign == ">"
        else Condition(key, "at_most", (str(int(value) - 1),))
    )


def _split(expression: str, word: str) -> list[str]:
    """Parts between this word, where it stands outside brackets and quotes."""
    parts, depth, quote, start = [], 0, "", 0
    for at, sign in enumerate(expression):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif depth == 0 and re.compile(rf"\b{word}\b", re.IGNORECASE).match(expression, at) and at >= start:
            parts.append(expression[start:at].strip())
            start = at + len(word)
    return [*parts, expression[start:].strip()]


def _bare(part: str) -> str:
    """Without brackets around the whole."""
    part = part.strip()
    while part.startswith("(") and part.endswith(")") and _encloses(part):
        part = part[1:-1].strip()
    return part


def _encloses(part: str) -> bool:
    depth = 0
    for at, sign in enumerate(part):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return at == len(part) - 1
    return False
