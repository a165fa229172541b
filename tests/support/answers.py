"""A campaign with many answers from many kinds of people, told to analysis as intake tells it."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from services.intake.domain.questionnaire import Choice, Question, Questionnaire
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import publish_campaign
from services.intake.storage.core import load_person
from services.intake.storage.tables import Channel
from shared.contracts.responses import AnswerGiven, ResponseReceived
from shared.contracts.routes import publish
from shared.kit.clock import now
from shared.kit.ids import random_id
from tests.support import demo
from tests.support.city import City
from tests.support.demo import Demo

AGES: Final = ("14-17", "18-26", "27-44", "45-64", "65-79", "80-plus")
PARTS: Final = ("centre", "alsfeld", "tackenberg")
LANGUAGES: Final = ("de", "de", "de", "de", "tr", "tr", "ar", "uk", "de-einfach")
TEXTS: Final = (
    "Mehr Licht auf dem Spielplatz, bitte.",
    '=HYPERLINK("x") steht auf der Tafel',
    "Rufen Sie mich an: 0208 1234567, Erna Musterfrau",
    "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät.",
    "Alle waren freundlich, das hat gutgetan. Rückruf: 0208 1234567.",
)


def _choices(*keys: str) -> tuple[Choice, ...]:
    return tuple(Choice(key, {"de": key.capitalize()}) for key in keys)


QUESTIONNAIRE: Final = Questionnaire(
    languages=("de",),
    questions=(
        Question(
            key="informed",
            kind="scale",
            label={"de": "Wie gut fühlen Sie sich informiert?"},
            standard="early-information",
        ),
        Question(key="way", kind="single", label={"de": "Wie sind Sie hier?"}, choices=_choices("foot", "bus", "taxi")),
        Question(key="places", kind="multiple", label={"de": "Wo sind Sie oft?"}, choices=_choices("market", "park")),
        Question(key="persons", kind="number", label={"de": "Wie viele wohnen bei Ihnen?"}),
        Question(key="wish", kind="long_text", label={"de": "Was wünschen Sie sich?"}),
        *(question for question in load_person(demo.DISTRICT) if question.about in ("age", "part")),
    ),
)


async def publish_asking(city: City, slug: str = "sterkrade-2026") -> tuple[Demo, list[UUID]]:
    """The campaign, and three channels: two posters and a link."""

    async def write(session: Any) -> tuple[Demo, list[UUID]]:
        at = now()
        campaign = await publish_campaign(session, demo.plan(slug), QUESTIONNAIRE, at)
        places = (("poster", "Bücherei"), ("poster", "Markt"), ("link", "Rundbrief"))
        codes = [await open_channel(session, campaign.id, kind, place, at) for kind, place in places]
        found = select(Channel.id).where(Channel.campaign_id == campaign.id).order_by(Channel.place)
        return Demo(campaign.id, campaign.slug, codes[0]), list(await session.scalars(found))

    made = await city.database("intake").run(write)
    await city.deliver_all()
    return made


async def hear_many(city: City, campaign: Demo, channels: list[UUID], count: int, seed: int = 1) -> list[UUID]:
    """So many answers of people made up by the seed; returns the responses' ids."""
    chance = random.Random(seed)
    questionnaire_id = await city.one(
        "SELECT DISTINCT questionnaire_id FROM analysis.question WHERE campaign_id = :id", id=campaign.campaign_id
    )
    facts = [_fact(chance, campaign.campaign_id, chance.choice(channels), questionnaire_id) for _ in range(count)]

    async def write(session: Any) -> None:
        for fact in facts:
            await publish(session, fact)

    await city.database("intake").run(write)
    await city.deliver_all()
    return [fact.response_id for fact in facts]


def _fact(chance: random.Random, campaign_id: UUID, channel_id: UUID, questionnaire_id: UUID) -> ResponseReceived:
    return ResponseReceived(
        response_id=random_id(),
        campaign_id=campaign_id,
        channel_id=channel_id,
        questionnaire_id=questionnaire_id,
        language=chance.choice(LANGUAGES),
        received_at=now() - timedelta(days=chance.randint(0, 20)),
        answers=tuple(_answers(chance)),
    )


def _answers(chance: random.Random) -> list[AnswerGiven]:
    way = chance.choices(("foot", "bus", "taxi"), (60, 38, 2))[0]
    given = [
        AnswerGiven("informed", "scale", number=chance.randint(1, 5)),
        AnswerGiven("way", "single", choices=(way,)),
        AnswerGiven("places", "multiple", choices=tuple(chance.sample(("market", "park"), chance.randint(1, 2)))),
        AnswerGiven("persons", "number", number=chance.choice((1, 1, 2, 2, 3, 4, 11))),
        AnswerGiven("age", "single", choices=(chance.choice(AGES),)),
        AnswerGiven("part", "single", choices=(chance.choices(PARTS, (70, 28, 2))[0],)),
    ]
    kept = [answer for answer in given if chance.random() < 0.9]
    if chance.random() < 0.5:
        kept.append(AnswerGiven("wish", "long_text", text=chance.choice(TEXTS)))
    return kept
