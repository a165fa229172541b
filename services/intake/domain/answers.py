"""Reading what a form sent: answers that count, and faults that say what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

import msgspec

from services.intake.domain.fields import (
    DATE_PARTS,
    OTHER,
    POINT,
    PREFIX,
    WORDS,
    YES,
    Fields,
    parse_number,
    typed_in,
)
from services.intake.domain.flow import shown_keys
from services.intake.domain.questionnaire import Choice, Kind, Question, Questionnaire

__all__ = ["PREFIX", "Answer", "Fault", "Reading", "read_answers"]

#: Decimals of a degree that are kept of a point: about a hundred metres.
POINT_DECIMALS: Final = 3
_DEGREES: Final = re.compile(r"(-?\d{1,3}(?:\.\d{1,20})?),(-?\d{1,3}(?:\.\d{1,20})?)", re.ASCII)
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)

Reason = Literal[
    "required",
    "consent",
    "rows",
    "too_long",
    "unknown_choice",
    "one_only",
    "other_empty",
    "place_twice",
    "no_number",
    "too_small",
    "too_large",
    "no_date",
    "no_day",
    "too_early",
    "too_late",
]


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
    """Why an answer cannot be taken: `fault-<reason>` is the text for it. `limit`: what it had to keep to."""

    question: str
    reason: Reason
    limit: float | date = 0
    length: int = 0


class Reading(NamedTuple):
    answers: tuple[Answer, ...]
    faults: tuple[Fault, ...]


#: What was typed, by part of the question.
Typed = Mapping[str, Sequence[str]]


def read_answers(questionnaire: Questionnaire, fields: Fields, only: Collection[str] | None = None) -> Reading:
    """Answers in question order and faults in question order. Questions left empty have no answer.

    Questions that are not shown are not read, whatever was sent for them. `only`: the keys of a page's questions.
    """
    shown = shown_keys(questionnaire, fields)
    answers: list[Answer] = []
    faults: list[Fault] = []
    for question in questionnaire.asking:
        if question.key not in shown or (only is not None and question.key not in only):
            continue
        outcome = _read(question, typed_in(question, fields))
        if isinstance(outcome, Fault):
            faults.append(outcome)
        elif outcome:
            answers.append(outcome)
    return Reading(tuple(answers), tuple(faults))


def _read(question: Question, typed: Typed) -> Answer | Fault | None:
    if typed:
        return _READERS[question.kind](question, typed)
    if question.required:
        return Fault(question.key, "consent" if question.kind == "consent" else "required")
    return None


def _read_text(question: Question, typed: Typed) -> Answer | Fault:
    text = typed[""][0]
    return _too_long(question, text) or Answer(question.key, question.kind, text=text)


def _too_long(question: Question, text: str) -> Fault | None:
    return Fault(question.key, "too_long", question.limit, len(text)) if len(text) > question.limit else None


def _read_point_of_scale(question: Question, typed: Typed) -> Answer | Fault:
    number = next((number for number in question.numbers if str(number) == typed[""][0]), None)
    if number is None:
        return Fault(question.key, "unknown_choice")
    return Answer(question.key, question.kind, number=number)


def _read_choices(question: Question, typed: Typed) -> Answer | Fault:
    chosen, words = typed.get("", ()), "".join(typed.get(WORDS, ())[:1])
    named = [value for value in chosen if not (question.other and value == OTHER)]
    if not _are_known(named, question.choices) or (question.kind == "single" and len(named) > 1):
        return Fault(question.key, "unknown_choice")
    if question.kind == "single" and named and (words or len(chosen) > len(named)):
        return Fault(question.key, "one_only")
    if len(chosen) > len(named) and not words:
        return Fault(question.key, "other_empty")
    in_order = tuple(choice.key for choice in question.choices if choice.key in named)
    return _too_long(question, words) or Answer(question.key, question.kind, choices=in_order, text=words)


def _read_matrix(question: Question, typed: Typed) -> Answer | Fault:
    if any(len(values) > 1 or not _are_known(values, question.choices) for values in typed.values()):
        return Fault(question.key, "unknown_choice")
    if question.required and len(typed) < len(question.rows):
        return Fault(question.key, "rows", len(question.rows) - len(typed))
    return Answer(question.key, question.kind, cells={row: values[0] for row, values in typed.items()})


def _read_ranking(question: Question, typed: Typed) -> Answer | Fault:
    """Places may be left out: who ranks only the first three has said all they wanted."""
    known = {str(place): place for place in range(1, len(question.choices) + 1)}
    if any(len(values) > 1 or values[0] not in known for values in typed.values()):
        return Fault(question.key, "unknown_choice")
    places = {choice: known[values[0]] for choice, values in typed.items()}
    twice = [place for place in known.values() if list(places.values()).count(place) > 1]
    if twice:
        return Fault(question.key, "place_twice", twice[0])
    return Answer(question.key, question.kind, choices=tuple(sorted(places, key=lambda choice: places[choice])))


def _read_number(question: Question, typed: Typed) -> Answer | Fault:
    number = parse_number(typed[""][0])
    if number is None:
        return Fault(question.key, "no_number")
    if question.minimum is not None and number < question.minimum:
        return Fault(question.key, "too_small", question.minimum)
    if question.maximum is not None and number > question.maximum:
        return Fault(question.key, "too_large", question.maximum)
    return Answer(question.key, question.kind, number=number)


def _read_date(question: Question, typed: Typed) -> Answer | Fault:
    day = _day([typed.get(part, ("",))[0] for part in DATE_PARTS])
    if not isinstance(day, date):
        return Fault(question.key, day)
    if question.earliest and day < question.earliest:
        return Fault(question.key, "too_early", question.earliest)
    if question.latest and day > question.latest:
        return Fault(question.key, "too_late", question.latest)
    return Answer(question.key, question.kind, text=day.isoformat())


def _day(parts: Sequence[str]) -> date | Literal["no_date", "no_day"]:
    """Day, month, and a year of four digits, since 26 may be 1926; else why it is none."""
    numbers = [parse_number(part) for part in parts]
    if not all(isinstance(number, int) for number in numbers) or not _YEAR.fullmatch(str(numbers[-1])):
        return "no_date"
    day, month, year = (int(number or 0) for number in numbers)
    try:
        return date(year, month, day)
    except ValueError:
        return "no_day"


def _read_place(question: Question, typed: Typed) -> Answer | Fault:
    chosen, points = typed.get("", ()), typed.get(POINT, ())
    point = _point(points[0]) if points else None
    if not _are_known(chosen, question.choices) or len(chosen) > 1 or (points and point is None):
        return Fault(question.key, "unknown_choice")
    return Answer(question.key, question.kind, choices=tuple(chosen), point=point)


def _point(text: str) -> tuple[float, float] | None:
    found = _DEGREES.fullmatch(text)
    if not found:
        return None
    latitude, longitude = (round(float(part), POINT_DECIMALS) + 0.0 for part in found.groups())
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _read_consent(question: Question, typed: Typed) -> Answer | Fault:
    if set(typed[""]) != {YES}:
        return Fault(question.key, "unknown_choice")
    return Answer(question.key, question.kind, choices=(YES,))


def _are_known(values: Sequence[str], choices: Sequence[Choice]) -> bool:
    return {choice.key for choice in choices}.issuperset(values)


_READERS: Final[Mapping[Kind, Callable[[Question, Typed], Answer | Fault]]] = {
    "single": _read_choices,
    "multiple": _read_choices,
    "scale": _read_point_of_scale,
    "smiley": _read_point_of_scale,
    "matrix": _read_matrix,
    "ranking": _read_ranking,
    "number": _read_number,
    "date": _read_date,
    "short_text": _read_text,
    "long_text": _read_text,
    "place": _read_place,
    "consent": _read_consent,
}
