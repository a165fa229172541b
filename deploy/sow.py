"""Demo data for Sterkrade-Mitte: one invented campaign with its channels, and voices sent in by the front door."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.parts import Parts
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import Plan, publish_campaign
from services.intake.storage.tables import Campaign
from shared.kit.clock import now

FOLDER: Final = Path(__file__).parent / "demo"
SLUG: Final = "marktplatz-sterkrade"
#: The code on the demo's first poster: known, so that the README can name it.
FIRST_CODE: Final = "ST4RK2"
CHANNELS: Final = (
    ("poster", "Bäckerei am Kleinen Markt", FIRST_CODE),
    ("group", "Seniorenkreis Friedenskirche", "SN7MT4"),
    ("group", "Jugendzentrum Parkhaus", "JG3ND5"),
    ("kiosk", "Stand auf dem Wochenmarkt", "MR8KT6"),
    ("link", "Netz-Seite des Stadtteilbüros", "NT2ZS9"),
)


async def sow(parts: Parts) -> None:
    """Makes the demo campaign unless it is there."""
    at = now()

    async def work(session: AsyncSession) -> None:
        if await session.scalar(select(Campaign.id).where(Campaign.slug == SLUG)):
            return
        campaign = await publish_campaign(session, plan_of(at), questionnaire(), at)
        for kind, place, code in CHANNELS:
            await open_channel(session, campaign.id, kind, place, at, code)

    await parts.database("intake").run(work)


def questionnaire() -> Questionnaire:
    return msgspec.yaml.decode((FOLDER / "marktplatz.yaml").read_bytes(), type=Questionnaire)


def plan_of(at: datetime) -> Plan:
    texts = msgspec.yaml.decode((FOLDER / "campaign.yaml").read_bytes())
    today = at.astimezone(ZoneInfo("Europe/Berlin")).date()
    return Plan(
        district="sterkrade-mitte",
        slug=SLUG,
        title=texts["title"],
        intro=texts["intro"],
        office=texts["office"],
        level="beratung",
        opens_at=_midnight(today),
        closes_at=_midnight(today + timedelta(days=42)),
        promise_on=today + timedelta(days=84),
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
