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
from services.intake.domain.answers import PREFIX, read_answers
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import Plan, publish_campaign
from services.intake.operations.receive_response import Sent, receive_response
from services.intake.storage.forms import find_form
from services.intake.storage.tables import Campaign
from shared.kit.clock import now
from shared.kit.ids import random_id

FOLDER: Final = Path(__file__).parent / "demo"
SLUG: Final = "marktplatz-sterkrade"
#: The demo starts in the middle of its campaign.
OPEN_FOR: Final = timedelta(days=13)
#: The code on the demo's first poster: known, so that the README can name it.
FIRST_CODE: Final = "ST4RK2"
CHANNELS: Final = (
    ("poster", "Bäckerei am Kleinen Markt", FIRST_CODE),
    ("group", "Seniorenkreis Friedenskirche", "SN7MT4"),
    ("group", "Jugendzentrum Parkhaus", "JG3ND5"),
    ("kiosk", "Stand auf dem Wochenmarkt", "MR8KT6"),
    ("link", "Netz-Seite des Stadtteilbüros", "NT2ZS9"),
)


class Voice(msgspec.Struct, frozen=True):
    """One invented resident: `day` counts from the opening, `hour` is local time."""

    channel: str
    language: str
    day: int
    hour: int
    answers: dict[str, str | int | list[str]]

    def fields(self) -> dict[str, list[str]]:
        """The answers as a browser would send them."""
        listed = {key: value if isinstance(value, list) else [value] for key, value in self.answers.items()}
        return {PREFIX + key: [str(value) for value in values] for key, values in listed.items()}


async def sow(parts: Parts, *, voices: bool = True) -> None:
    """Makes the demo campaign, with its voices if wanted, unless it is there."""
    at = now()

    async def work(session: AsyncSession) -> None:
        if await session.scalar(select(Campaign.id).where(Campaign.slug == SLUG)):
            return
        campaign = await publish_campaign(session, plan_of(at), questionnaire(), at)
        for kind, place, code in CHANNELS:
            await open_channel(session, campaign.id, kind, place, campaign.opens_at, code)
        if voices:
            await _send_voices(session, parts, campaign)

    await parts.database("intake").run(work)


async def _send_voices(session: AsyncSession, parts: Parts, campaign: Campaign) -> None:
    """Every voice goes the way a form goes: its answers are read and checked, it gets a receipt, the bus is told."""
    forms = {code: await find_form(session, code) for _kind, _place, code in CHANNELS}
    for number, voice in enumerate(msgspec.yaml.decode((FOLDER / "voices.yaml").read_bytes(), type=list[Voice])):
        form = forms[voice.channel]
        assert form
        reading = read_answers(form.questionnaire, voice.fields())
        assert reading.answers and not reading.faults, f"voice {number + 1} of the demo: {reading.faults}"
        sent_at = campaign.opens_at + timedelta(days=voice.day, hours=voice.hour, minutes=7 * number % 60)
        sent = Sent(random_id(), voice.language, reading.answers, min(sent_at, now()))
        await receive_response(session, parts.intake, form, sent)


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
        opens_at=_midnight(today - OPEN_FOR),
        closes_at=_midnight(today - OPEN_FOR + timedelta(days=42)),
        promise_on=today + timedelta(days=70),
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
