"""A proposal of the district becomes a draft campaign with a ready questionnaire: support, conditions, objections."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import Plan
from services.intake.domain.days import last_moment
from services.intake.domain.questionnaire import Question, Questionnaire, Translated
from services.intake.operations.draft_campaign import draft_campaign
from services.intake.storage.tables import Campaign
from shared.contracts.proposals import ProposalOpened
from shared.staff.domain.roles import SignedIn
from shared.staff.storage.tables import Account

FILE: Final = Path(__file__).parent.parent / "core" / "proposal.yaml"
#: What staff find as a first plan and may change: when it opens, how long, and by when there is an answer.
BEGINS_IN: Final = timedelta(days=14)
LASTS: Final = timedelta(days=28)
ANSWERED_IN: Final = timedelta(days=56)
_INFO: Final = "proposal"
#: In which the grounds stand too; plain language leaves it at what it is about.
GROUNDED: Final = ("de", "de-du")


class Discussion(msgspec.Struct, frozen=True):
    """`word`: what a proposal is called; `about`: each kind of proposal in a sentence."""

    word: Translated
    intro: Translated
    about: dict[str, Translated]
    questionnaire: Questionnaire


async def draft_discussion(session: AsyncSession, message: ProposalOpened, at: datetime) -> None:
    """Once for each proposal, however often it is told: the slug is the proposal's."""
    if await session.scalar(select(Campaign.id).where(Campaign.slug == message.slug)):
        return
    name = await session.scalar(select(Account.full_name).where(Account.id == message.opened_by))
    by = SignedIn(message.opened_by, name or "", {})
    await draft_campaign(session, plan_of(message, at), questionnaire_of(message), by, at)


def plan_of(message: ProposalOpened, at: datetime) -> Plan:
    found, today = load_discussion(), at.astimezone(ZoneInfo("Europe/Berlin")).date()
    opens_on = today + BEGINS_IN
    return Plan(
        district=message.district,
        slug=message.slug,
        title={language: f"{word}: {message.parties}"[:200] for language, word in found.word.items()},
        intro=found.intro,
        office="",
        level="beratung",
        opens_at=datetime(opens_on.year, opens_on.month, opens_on.day, tzinfo=ZoneInfo("Europe/Berlin")),
        closes_at=last_moment(opens_on + LASTS),
        promise_on=opens_on + LASTS + ANSWERED_IN,
    )


def questionnaire_of(message: ProposalOpened) -> Questionnaire:
    """With what it is about in each language; the grounds stand in German, as they were written, where that is read."""
    found = load_discussion()
    kinds = found.about.get(message.kind) or next(iter(found.about.values()))
    about = {language: f"{text}\n\n{message.parties}" for language, text in kinds.items()}
    about |= {language: f"{kinds[language]}\n\n{message.summary}" for language in GROUNDED}
    return replace(found.questionnaire, questions=tuple(_filled(one, about) for one in found.questionnaire.questions))


@cache
def load_discussion() -> Discussion:
    return msgspec.yaml.decode(FILE.read_bytes(), type=Discussion)


def _filled(question: Question, about: Translated) -> Question:
    return replace(question, label=about) if question.key == _INFO else question
