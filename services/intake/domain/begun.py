"""A response that is begun: how long it is kept, and what of it a later questionnaire takes over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from services.intake.domain.fields import OTHER, Fields, field, parts_of
from services.intake.domain.flow import shown_keys
from services.intake.domain.questionnaire import Question, Questionnaire

#: As many signs as a receipt: with 10,000 saved ones, one guess in 700,000 hits.
CODE_LENGTH: Final = 8
LONGEST: Final = timedelta(days=30)


def expiry(at: datetime, last_call: datetime) -> datetime:
    """`last_call`: when the campaign takes no response any more."""
    return min(at + LONGEST, last_call)


def carry_over(questionnaire: Questionnaire, fields: Fields) -> dict[str, list[str]]:
    """What was typed into questions that this questionnaire shows, with choices that it still has."""
    kept = {
        field(question.key, part): _kept(question, part, fields.get(field(question.key, part), ()))
        for question in questionnaire.asking
        for part in parts_of(question)
    }
    shown = shown_keys(questionnaire, kept)
    names = [field(one.key, part) for one in questionnaire.asking if one.key in shown for part in parts_of(one)]
    return {name: kept[name] for name in names if kept[name]}


def _kept(question: Question, part: str, values: Sequence[str]) -> list[str]:
    typed = [value for value in values if value]
    if question.kind == "matrix" or (question.kind in ("single", "multiple", "place") and not part):
        known = {choice.key for choice in question.choices} | ({OTHER} if question.other else set())
        return [value for value in typed if value in known]
    return typed
