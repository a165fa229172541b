"""A response looked at again: its answers as fields of the form, and what became different."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from services.intake.domain.answers import Answer
from services.intake.domain.fields import DATE_PARTS, OTHER, POINT, WORDS, YES, clean, field
from services.intake.domain.questionnaire import Question, Questionnaire

#: Signs of one remark, and remarks of one response.
MOST_SIGNS: Final = 2000
MOST_REMARKS: Final = 10


def is_correctable(opens_at: datetime, closes_at: datetime, at: datetime, grace: timedelta) -> bool:
    """As long as the campaign takes responses; what was counted after that is not to change under anybody's hands."""
    return opens_at <= at < closes_at + grace


def fields_of(questionnaire: Questionnaire, answers: Sequence[Answer]) -> dict[str, list[str]]:
    """What somebody would have to type to give these answers: `read_answers` of it gives them back."""
    questions = {question.key: question for question in questionnaire.asking}
    return {
        field(answer.question, part): values
        for answer in answers
        if answer.question in questions
        for part, values in _typed(questions[answer.question], answer).items()
        if values
    }


def changed_questions(before: Sequence[Answer], after: Sequence[Answer]) -> tuple[str, ...]:
    """Keys of questions that were answered differently, or only before, or only now; in the order of the answers."""
    old, new = _by_question(before), _by_question(after)
    return tuple(key for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key))


def read_remark(typed: str) -> str:
    return clean(typed)


def _by_question(answers: Sequence[Answer]) -> dict[str, Answer]:
    return {answer.question: answer for answer in answers}


def _typed(question: Question, answer: Answer) -> Mapping[str, list[str]]:
    match answer.kind:
        case "matrix":
            return {row: [column] for row, column in answer.cells.items()}
        case "ranking":
            return {choice: [str(place)] for place, choice in enumerate(answer.choices, 1)}
        case "date":
            return dict(zip(DATE_PARTS, ([part] for part in reversed(answer.text.split("-"))), strict=True))
        case "single" | "multiple":
            other = [OTHER] if question.other and answer.text else []
            return {"": [*answer.choices, *other], WORDS: [answer.text] if answer.text else []}
        case "place":
            point = [",".join(f"{degrees:.3f}" for degrees in answer.point)] if answer.point else []
            return {"": list(answer.choices), POINT: point}
        case "consent":
            return {"": [YES]}
    return {"": [answer.text] if answer.number is None else [f"{answer.number}"]}
