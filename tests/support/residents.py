"""A campaign that asks who answers, residents to hold them against, and a crowd of which some are missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final
from uuid import UUID

from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.population import Group, Table
from services.analysis.results.operations.upload_population import sow_demo, take_population, upload_population
from services.intake.domain.person import with_person
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import publish_campaign
from services.intake.storage.core import load_person
from shared.kit.clock import now
from tests.support.city import City
from tests.support.demo import DISTRICT, QUESTIONNAIRE, plan

CODE: Final = "WR7FH2"
SLUG: Final = "wer-fehlt"
#: Age, part, and how many of them answer: nobody over 64, hardly anybody from Schwarze Heide or Buschhausen.
CROWD: Final = (
    ("14-17", "centre", 6),
    ("18-26", "centre", 7),
    ("27-44", "centre", 14),
    ("27-44", "alsfeld", 6),
    ("45-64", "centre", 13),
    ("45-64", "tackenberg", 6),
    ("45-64", "buschhausen", 2),
    ("65-79", "centre", 3),
    ("no-answer", "no-answer", 4),
)


async def ask_who(city: City, days: float = 30) -> UUID:
    """The campaign, with questions about age and part; open for this many days from now."""
    person = [question for question in load_person(DISTRICT) if question.about in ("age", "part")]
    asked = replace(QUESTIONNAIRE, questions=with_person(QUESTIONNAIRE.questions, person))
    wanted = plan(SLUG, opened_ago=timedelta(days=1), days=days)

    async def work(session: AsyncSession) -> UUID:
        campaign = await publish_campaign(session, wanted, asked, now())
        await open_channel(session, campaign.id, "poster", "Bücherei Alsfeld", now(), CODE)
        return campaign.id

    return await city.database("intake").run(work)


async def answer(city: City, crowd: Iterable[tuple[str, str, int]] = CROWD) -> None:
    for age, part, count in crowd:
        for number in range(count):
            way = "foot" if number % 3 else "bus"
            await city.respond({"a-informed": "2", "a-way": way, "a-age": age, "a-part": part}, CODE)
    await city.deliver_all()


async def bring_residents(city: City) -> None:
    """The invented table."""
    await city.database("analysis").run(lambda session: sow_demo(session, now()))


async def bring_few(city: City) -> None:
    """As many young as old in the centre and in Alsfeld, and nobody else."""
    groups = tuple(Group(part, age, 1000) for age in ("18-26", "65-79") for part in ("centre", "alsfeld"))

    async def work(session: AsyncSession) -> None:
        row = await upload_population(session, DISTRICT, Table(groups, ()), 2025, "Melderegister", "Test", now())
        await take_population(session, row, None, now(), "Test")

    await city.database("analysis").run(work)
