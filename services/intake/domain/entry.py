"""Sheets of paper, calls and interviews that somebody else types in, and dots that somebody counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple, get_args

from msgspec.structs import replace

from services.intake.domain.fields import Fields
from services.intake.domain.questionnaire import Question, Questionnaire

#: How it was said to whoever typed it in. In the order of the page.
EnteredAs = Literal["paper", "phone", "interview"]
SOURCES: Final[tuple[EnteredAs, ...]] = get_args(EnteredAs)
#: So long a sheet can be taken back as if it had never been. Only then is anybody told of it.
TAKE_BACK: Final = timedelta(minutes=5)
#: How long a facilitator's PIN opens the pages: one long day.
FACILITATING: Final = timedelta(hours=14)
#: Digits of a PIN; five wrong ones, and it rests for a while.
PIN_LENGTHS: Final = range(6, 11)
MOST_WRONG: Final = 5
PIN_RESTS: Final = timedelta(minutes=15)
#: Kinds of question that people answer with a sticky dot.
DOTTED: Final = frozenset({"single", "multiple", "scale", "smiley", "place"})
MOST_DOTS: Final = 1000


class Dots(NamedTuple):
    """`choice`: the key of a choice, or a number of a scale."""

    question: str
    choice: str
    dots: int


def forgiving(questionnaire: Questionnaire) -> Questionnaire:
    """For answers of somebody who cannot be asked any more: only a consent must be there, the rest may be missing."""
    lenient = (replace(one, required=one.required and one.kind == "consent") for one in questionnaire.questions)
    return replace(questionnaire, questions=tuple(lenient))


def is_pin(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) in PIN_LENGTHS


def rests_until(failed_count: int, at: datetime) -> datetime | None:
    """Until when no PIN is looked at any more, after so many wrong ones."""
    return at + PIN_RESTS if failed_count >= MOST_WRONG else None


def dotted(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """Questions that dots can be stuck to."""
    return tuple(one for one in questionnaire.asking if one.kind in DOTTED and dot_choices(one))


def dot_choices(question: Question) -> tuple[str, ...]:
    if question.kind in ("scale", "smiley"):
        return tuple(str(number) for number in question.numbers)
    return tuple(choice.key for choice in question.choices)


def dot_field(question: str, choice: str) -> str:
    return f"dots-{question}.{choice}"


def read_dots(questionnaire: Questionnaire, fields: Fields) -> tuple[tuple[Dots, ...], dict[str, str]]:
    """What was counted, and field → what is wrong with it (`staff-wrong-…`). Nothing typed is no dot."""
    found: list[Dots] = []
    faults: dict[str, str] = {}
    for question, choice in _places(questionnaire):
        name = dot_field(question.key, choice)
        typed = next(iter(fields.get(name, ())), "").strip()
        if typed and not (typed.isascii() and typed.isdigit() and len(typed) < 10 and int(typed) <= MOST_DOTS):
            faults[name] = "number"
        elif typed and int(typed):
            found.append(Dots(question.key, choice, int(typed)))
    return tuple(found), faults


def _places(questionnaire: Questionnaire) -> Iterator[tuple[Question, str]]:
    for question in dotted(questionnaire):
        yield from ((question, choice) for choice in dot_choices(question))
