"""Reading what a form sent: answers that count, and faults that say what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

from services.intake.domain.questionnaire import Kind, Question, Questionnaire

#: Field names on the page: the question's key with this in front, so that no key collides with the form's own fields.
PREFIX = "a-"


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was said to one question; the fields its kind has no use for stay empty.

    `choices`: chosen keys, of a ranking from the first place on. `number`: of a scale, smileys or a number.
    `text`: free words, also those for "something else"; a date as YYYY-MM-DD. `cells`: row → column of a matrix.
    `point`: latitude and longitude of a place in degrees, rounded to about a hundred metres.
    """

    question: str
    kind: Kind
    choices: tuple[str, ...] = ()
    number: int | float | None = None
    text: str = ""
    cells: dict[str, str] = {}
    point: tuple[float, float] | None = None


class Fault(NamedTuple):
    """Why an answer cannot be taken: `fault-<reason>` is the text for it."""

    question: str
    reason: Literal["required", "too_long", "unknown_choice"]
    limit: int = 0
    length: int = 0


class Reading(NamedTuple):
    answers: tuple[Answer, ...]
    faults: tuple[Fault, ...]


def read_answers(questionnaire: Questionnaire, fields: Mapping[str, Sequence[str]]) -> Reading:
    """Answers in question order and faults in question order. Questions left empty have no answer."""
    answers: list[Answer] = []
    faults: list[Fault] = []
    for question in questionnaire.asking:
        outcome = _read(question, [_clean(value) for value in fields.get(PREFIX + question.key, ())])
        if isinstance(outcome, Fault):
            faults.append(outcome)
        elif outcome:
            answers.append(outcome)
        elif question.required:
            faults.append(Fault(question.key, "required"))
    return Reading(tuple(answers), tuple(faults))


def _read(question: Question, values: list[str]) -> Answer | Fault | None:
    given = [value for value in values if value]
    if not given:
        return None
    if question.kind in ("short_text", "long_text"):
        return _read_text(question, given[0])
    if question.kind == "scale":
        return _read_number(question, given[0])
    return _read_choices(question, given)


def _read_text(question: Question, text: str) -> Answer | Fault:
    if len(text) > question.limit:
        return Fault(question.key, "too_long", question.limit, len(text))
    return Answer(question.key, question.kind, text=text)


def _read_number(question: Question, value: str) -> Answer | Fault:
    number = next((number for number in question.numbers if str(number) == value), None)
    if number is None:
        return Fault(question.key, "unknown_choice")
    return Answer(question.key, question.kind, number=number)


def _read_choices(question: Question, values: list[str]) -> Answer | Fault:
    known = [choice.key for choice in question.choices]
    if any(value not in known for value in values) or (question.kind == "single" and len(values) > 1):
        return Fault(question.key, "unknown_choice")
    return Answer(question.key, question.kind, choices=tuple(key for key in known if key in values))


def _clean(value: str) -> str:
    """One spelling for one text (NFC), line ends as \\n, no control characters, no blank edges."""
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc").strip()
