"""The campaign in which a proposal of the district is discussed: what it asks, and when it runs at first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from services.intake.domain.campaign_form import MOST_LETTERS, OPEN_FOR
from services.intake.domain.concept import Rules
from services.intake.domain.person import with_person
from services.intake.domain.questionnaire import Question, Questionnaire, Translated

#: From the last day to the promised answer, unless the district's concept wants it sooner.
ANSWER_AFTER: Final = timedelta(weeks=2)
_INFO: Final = "proposal"
#: In which the grounds stand too; plain language leaves it at what it is about.
GROUNDED: Final = ("de", "de-du")


class Discussion(msgspec.Struct, frozen=True):
    """`word`: what a proposal is called; `about`: each kind of proposal in a sentence."""

    word: Translated
    intro: Translated
    about: dict[str, Translated]
    questionnaire: Questionnaire


class Days(NamedTuple):
    """The first day, the last one, and by when there is an answer."""

    opens_on: date
    closes_on: date
    promise_on: date


def first_days(rules: Rules, today: date) -> Days:
    """Today, if the district's concept asks for no notice, and four weeks long: as soon as its rules are kept."""
    opens_on = today + timedelta(days=rules.notice_days)
    closes_on = opens_on + OPEN_FOR
    soonest = timedelta(weeks=rules.feedback_weeks) if rules.feedback_weeks else ANSWER_AFTER
    return Days(opens_on, closes_on, closes_on + min(ANSWER_AFTER, soonest))


def title_of(found: Discussion, parties: str) -> Translated:
    return {language: f"{word}: {parties}"[: MOST_LETTERS["title"]] for language, word in found.word.items()}


def asked_about(
    found: Discussion, kind: str, parties: str, summary: str, person: Sequence[Question] = ()
) -> Questionnaire:
    """With what it is about in each language; the grounds stand in German, as they were written, where that is read.

    `person`: questions about the person, where the district's concept wants to see who is missing.
    """
    kinds = found.about.get(kind) or next(iter(found.about.values()))
    about = {language: f"{text}\n\n{parties}" for language, text in kinds.items()}
    about |= {language: f"{kinds[language]}\n\n{summary}" for language in GROUNDED}
    asked = (replace(one, label=about) if one.key == _INFO else one for one in found.questionnaire.questions)
    return replace(found.questionnaire, questions=with_person(tuple(asked), person))
