"""Which conditions make sense: what may be asked of an earlier answer, and what is wrong with a condition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from services.intake.domain.fields import OTHER, SEPARATOR, parse_number
from services.intake.domain.questionnaire import Comparison, Condition, Kind, Question, Questionnaire, Translated

#: Why a condition cannot hold: no such question before, no such choice in it, a comparison its kind does not know,
#: more than one limit.
ConditionFault = Literal["condition-question", "condition-value", "condition-comparison", "condition-limit"]
_ANY: Final[tuple[Comparison, ...]] = ("answered", "not_answered")
_CHOICES: Final[tuple[Comparison, ...]] = ("is", "is_not", *_ANY)
_NUMBERS: Final[tuple[Comparison, ...]] = ("at_least", "at_most", "is", "is_not", *_ANY)
_COMPARISONS: Final[Mapping[Kind, tuple[Comparison, ...]]] = {
    "single": _CHOICES,
    "multiple": _CHOICES,
    "ranking": _CHOICES,
    "place": _CHOICES,
    "matrix": _CHOICES,
    "scale": _NUMBERS,
    "smiley": _NUMBERS,
    "number": _NUMBERS,
}
VALUELESS: Final[frozenset[Comparison]] = frozenset(_ANY)
#: Held against one number, never against several.
LIMITS: Final[frozenset[Comparison]] = frozenset({"at_least", "at_most"})


def comparisons_of(question: Question) -> tuple[Comparison, ...]:
    """What can be asked of this question's answer, the most usual first."""
    return _COMPARISONS.get(question.kind, _ANY)


def earlier(questionnaire: Questionnaire, key: str) -> tuple[Question, ...]:
    """The questions that ask something before this one: only on them it may depend."""
    found: list[Question] = []
    for question in questionnaire.questions:
        if question.key == key:
            break
        if question.asks:
            found.append(question)
    return tuple(found)


def fault_of(condition: Condition, before: tuple[Question, ...]) -> ConditionFault | None:
    """`before`: the questions asked earlier."""
    question = next((one for one in before if one.key == condition.question), None)
    if question is None:
        return "condition-question"
    if condition.comparison not in comparisons_of(question):
        return "condition-comparison"
    if condition.comparison in VALUELESS:
        return None
    if not condition.values or not all(_is_value(one, question) for one in condition.values):
        return "condition-value"
    return "condition-limit" if condition.comparison in LIMITS and len(condition.values) > 1 else None


def values_of(question: Question) -> dict[str, tuple[Translated, ...]]:
    """What an answer may be held against: value → its texts. A cell of a matrix has two; a number, and "something
    else", have none; the values of a number cannot be listed.
    """
    if question.kind == "matrix":
        cells = ((row, choice) for row in question.rows for choice in question.choices)
        return {f"{row.key}{SEPARATOR}{choice.key}": (row.label, choice.label) for row, choice in cells}
    if question.kind in ("scale", "smiley"):
        return {str(number): () for number in question.numbers}
    listed: dict[str, tuple[Translated, ...]] = {choice.key: (choice.label,) for choice in question.choices}
    return {**listed, OTHER: ()} if question.other else listed


def _is_value(value: str, question: Question) -> bool:
    return parse_number(value) is not None if question.kind == "number" else value in values_of(question)
