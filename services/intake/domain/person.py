"""Ready-made questions about the person: what makes their answers comparable, and what is wrong when they are not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from services.intake.domain.questionnaire import Choice, Question

#: Choices beside those that residents are counted by.
NO_ANSWER: Final = "no-answer"


def with_parts(question: Question, parts: Mapping[str, str]) -> Question:
    """The question where people live, with these parts to choose, key → name, before what else there is to say."""
    named = (Choice(key, dict.fromkeys(question.label, name)) for key, name in parts.items())
    return replace(question, choices=(*named, *question.choices))


def with_person(questions: Sequence[Question], person: Sequence[Question]) -> tuple[Question, ...]:
    """Behind all others, where they are least in the way, but before what is agreed to at the end.

    None that is there already.
    """
    there = {question.about for question in questions} | {question.key for question in questions}
    new = (one for one in person if one.about not in there and one.key not in there)
    end = len(questions) - (bool(questions) and questions[-1].kind == "consent")
    return (*questions[:end], *new, *questions[end:])


def unfit(question: Question, before: Collection[Question], person: Sequence[Question]) -> str:
    """Why its answers could not be held against residents: the reason of a fault, or "".

    `person`: the ready-made questions of the district; those that it has not got are not compared.
    """
    if not question.about:
        return ""
    if any(one.about == question.about for one in before):
        return "about-twice"
    if question.required or NO_ANSWER not in _keys(question):
        return "about-required"
    made = next((one for one in person if one.about == question.about), None)
    unlike = question.kind != "single" or question.other or (made is not None and _keys(question) != _keys(made))
    return "about-choices" if unlike else ""


def _keys(question: Question) -> list[str]:
    return [choice.key for choice in question.choices]
