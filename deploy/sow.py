"""Demo data: invented campaigns of Sterkrade-Mitte and one of Osterfeld, and voices sent in by the front door."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.parts import Parts
from deploy.sow_answer import sow_answer
from deploy.sow_inventory import sow_inventory
from deploy.sow_methods import sow_methods
from deploy.sow_papers import sow_papers
from services.analysis.results.operations.upload_population import sow_demo
from services.intake.domain.answers import PREFIX, read_answers
from services.intake.domain.campaign import CampaignKind
from services.intake.domain.days import last_moment
from services.intake.domain.editing import with_core
from services.intake.domain.person import with_person
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import Plan, publish_campaign
from services.intake.operations.receive_response import Sent, receive_response
from services.intake.storage.core import load_core, load_person
from services.intake.storage.forms import find_form
from services.intake.storage.tables import Campaign
from shared.contracts.responses import Source
from shared.kit.clock import now
from shared.kit.ids import random_id

FOLDER: Final = Path(__file__).parent / "demo"
SLUG: Final = "marktplatz-sterkrade"
DISTRICT: Final = "sterkrade-mitte"
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
    ("department", "Fachbereich Stadtplanung (erfunden)", "FB6ST7"),
)


#: Where they are on the map of the demo, as far as they are anywhere: code → latitude and longitude.
POSITIONS: Final = {
    FIRST_CODE: (51.5242, 6.8582),
    "SN7MT4": (51.5152, 6.8578),
    "JG3ND5": (51.5305, 6.8762),
    "MR8KT6": (51.5238, 6.8492),
    "FR3SP4": (51.5168, 6.8488),
}


class Sample(NamedTuple):
    """One campaign of the demo: its files in the folder, its channels, and how many days ago it opened.

    `lasts`: days it is open; `promise_in`: days until the promised answer, or since. `notice`: for one that is over,
    how long before its opening it was announced.
    """

    slug: str
    campaign: str
    questionnaire: str
    voices: str
    channels: Sequence[tuple[str, str, str]]
    open_for: timedelta
    district: str = DISTRICT
    kind: CampaignKind = "feedback"
    lasts: timedelta = timedelta(days=41)
    promise_in: timedelta = timedelta(days=70)
    notice: timedelta | None = None


MARKET: Final = Sample(SLUG, "campaign", "marktplatz", "voices", CHANNELS, OPEN_FOR)
#: A questionnaire with every kind of question, in two parts, with branching.
SECOND_CODE: Final = "FR3SP4"
LEISURE: Final = Sample(
    "freizeit-sterkrade",
    "freizeit-campaign",
    "freizeit",
    "freizeit-voices",
    (("poster", "Stadtteilbücherei Sterkrade", SECOND_CODE),),
    timedelta(days=3),
)


#: What is over, with what people said of it: the evaluations that the districts are compared by.
WALK: Final = Sample(
    "rundgang-kleiner-markt",
    "rundgang-campaign",
    "rundgang",
    "rundgang-voices",
    (("flyer", "Rundgang um den Kleinen Markt", "RG3NG4"), ("group", "Seniorenkreis Friedenskirche", "RG5SN6")),
    timedelta(days=118),
    kind="evaluation",
    lasts=timedelta(days=20),
    promise_in=timedelta(days=-50),
    notice=timedelta(days=21),
)
PLAYGROUND: Final = Sample(
    "spielplatz-osterfeld",
    "spielplatz-campaign",
    "spielplatz",
    "spielplatz-voices",
    (("poster", "Bauzaun am Spielplatz (erfunden)", "SP2PT3"), ("kiosk", "Spielplatz-Rallye", "SP4KT5")),
    timedelta(days=45),
    district="osterfeld",
    kind="evaluation",
    lasts=timedelta(days=20),
    promise_in=timedelta(days=11),
    notice=timedelta(days=5),
)


class Voice(msgspec.Struct, frozen=True):
    """One invented resident: `day` counts from the opening, `hour` is local time. `source`: see Response."""

    channel: str
    language: str
    day: int
    hour: int
    answers: dict[str, str | int | list[str]]
    source: Source = "form"

    def fields(self) -> dict[str, list[str]]:
        """The answers as a browser would send them."""
        listed = {key: value if isinstance(value, list) else [value] for key, value in self.answers.items()}
        return {PREFIX + key: [str(value) for value in values] for key, values in listed.items()}


async def sow(parts: Parts, *, voices: bool = True) -> None:
    """Makes the demo campaigns, with their voices if wanted, and who lives there, unless they are there."""
    for sample in (MARKET, LEISURE, WALK, PLAYGROUND):
        await sow_campaign(parts, sample, voices=voices)
    await parts.database("analysis").run(lambda session: sow_demo(session, now()))
    await sow_inventory(parts)
    await sow_papers(parts)
    await sow_methods(parts)
    if voices:
        await sow_answer(parts, MARKET.slug)
        await sow_answer(parts, WALK.slug, "rundgang-antwort", ago=timedelta(days=60))


async def sow_campaign(parts: Parts, sample: Sample, *, voices: bool = True) -> None:
    """Unless it is there."""
    at = now()

    async def work(session: AsyncSession) -> None:
        if await session.scalar(select(Campaign.id).where(Campaign.slug == sample.slug)):
            return
        plan = plan_of(at, sample)
        announced_at = at if sample.notice is None else plan.opens_at - sample.notice
        campaign = await publish_campaign(session, plan, questionnaire(sample), announced_at)
        for kind, place, code in sample.channels:
            opens_at, position = campaign.opens_at, POSITIONS.get(code)
            await open_channel(session, campaign.id, kind, place, opens_at, code, position=position)
        if voices:
            await _send_voices(session, parts, sample, campaign)

    await parts.database("intake").run(work)


async def _send_voices(session: AsyncSession, parts: Parts, sample: Sample, campaign: Campaign) -> None:
    """Every voice goes the way a form goes: its answers are read and checked, it gets a receipt, the bus is told."""
    forms = {code: await find_form(session, code) for _kind, _place, code in sample.channels}
    for number, voice in enumerate(msgspec.yaml.decode(_read(sample.voices), type=list[Voice])):
        form = forms[voice.channel]
        assert form
        reading = read_answers(form.questionnaire, voice.fields())
        assert reading.answers and not reading.faults, f"voice {number + 1} of the demo: {reading.faults}"
        sent_at = campaign.opens_at + timedelta(days=voice.day, hours=voice.hour, minutes=7 * number % 60)
        sent = Sent(random_id(), voice.language, reading.answers, min(sent_at, now()), source=voice.source)
        await receive_response(session, parts.intake, form, sent)


def questionnaire(sample: Sample = MARKET) -> Questionnaire:
    """The file's questions, and the ready-made ones that show who is missing."""
    written = msgspec.yaml.decode(_read(sample.questionnaire), type=Questionnaire)
    asked = [question for question in load_person(sample.district) if question.about in ("age", "part")]
    whole = replace(written, questions=with_person(written.questions, asked))
    return with_core(whole, sample.kind, load_core())


def plan_of(at: datetime, sample: Sample = MARKET) -> Plan:
    texts = msgspec.yaml.decode(_read(sample.campaign))
    today = at.astimezone(ZoneInfo("Europe/Berlin")).date()
    return Plan(
        district=sample.district,
        slug=sample.slug,
        title=texts["title"],
        intro=texts["intro"],
        office=texts["office"],
        level="beratung",
        kind=sample.kind,
        opens_at=_midnight(today - sample.open_for),
        closes_at=last_moment(today - sample.open_for + sample.lasts),
        promise_on=today + sample.promise_in,
    )


def _read(name: str) -> bytes:
    return (FOLDER / f"{name}.yaml").read_bytes()


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
