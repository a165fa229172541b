"""The promise clock: who is reminded, when it is missed, and that analysis holds it against the standard."""

from __future__ import annotations

from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Final
from uuid import UUID

import pytest
from msgspec.structs import replace as changed

from deploy.settings import Settings as HouseSettings
from services.analysis.storage.findings import read_findings
from services.analysis.storage.tables import Campaign
from services.notify.operations.hand_over import Mail
from services.notify.operations.owe_reminders import owe_reminders, settle_passed
from services.notify.operations.send_reminder import send_reminder
from services.notify.settings import Settings
from services.notify.wording import local_day
from shared.contracts.campaigns import CampaignPublished
from shared.contracts.routes import publish
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.settings import load
from tests.service.test_notify_outcomes import DISTRICT, Office, reader
from tests.support.city import City
from tests.support.people import hire, sign_in
from tests.support.voice import CAMPAIGN

DAY: Final = timedelta(days=1)
OFFICE: Final = "koordination@example.org"
LEA: Final = "lea@example.org"


class Box:
    """A medium that keeps what it is given."""

    lease = timedelta(seconds=5)

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []

    async def hand_over(self, _id: UUID, mail: Mail) -> None:
        message = message_from_bytes(mail.content, policy=default)
        assert isinstance(message, EmailMessage)
        assert mail.recipient == message["To"]
        self.taken.append(message)


def settings(city: City) -> Settings:
    return changed(city.parts.notify, coordination=OFFICE)


async def promise(city: City, days: int, version: int = 1) -> None:
    """Promises an answer in so many days, as the bus tells everybody."""
    at = now()
    fact = CampaignPublished(
        campaign_id=CAMPAIGN,
        district=DISTRICT,
        slug="one",
        title={"de": "Mitreden"},
        office="Büro",
        level="anhoerung",
        opens_at=at - 90 * DAY,
        closes_at=at - 60 * DAY,
        promise_on=local_day(at) + days * DAY,
        questionnaire_id=random_id(),
        version=version,
        questions=(),
    )
    await city.database("intake").run(lambda session: publish(session, fact))
    await city.deliver_all()


async def tick(city: City, at: datetime | None = None) -> list[tuple[str, str]]:
    """The clock's chores at this moment, and the letters they make: to whom, and the subject."""
    wanted, box = settings(city), Box()
    moment = at or now()
    await city.database("notify").run(lambda session: settle_passed(session, moment))
    await city.database("notify").run(lambda session: owe_reminders(session, wanted, moment))
    for (reminder_id,) in await city.all("SELECT id FROM notify.reminder WHERE state = 'waiting'"):
        for _ in range(2):
            await send_reminder(city.database("notify"), wanted, box, reminder_id)
    return sorted((str(letter["To"]), str(letter["Subject"])) for letter in box.taken)


async def test_the_owner_is_reminded_before_and_on_the_day_each_time_once(city: City) -> None:
    await hire(city, LEA, "lead", DISTRICT)
    await hire(city, "far@example.org", "lead", "osterfeld")
    await hire(city, "eda@example.org", "editor", DISTRICT)
    await promise(city, 20)
    assert await tick(city) == []
    for days, subject in ((14, "in 14 Tagen"), (3, "in 3 Tagen"), (0, "heute")):
        await promise(city, days, version=2)
        told = await tick(city)
        assert [to for to, _ in told] == [LEA]
        assert subject in told[0][1]
        assert await tick(city) == []


async def test_a_missed_promise_goes_to_the_coordination_office_and_to_analysis(city: City) -> None:
    await hire(city, LEA, "lead", DISTRICT)
    await promise(city, -2)
    told = await tick(city)
    assert [to for to, _ in told] == [OFFICE, LEA]
    assert await tick(city) == []
    await city.deliver_all()
    assert await city.all("SELECT state, settled_on FROM analysis.promise_settled") == [
        ("missed", local_day(now()) - DAY)
    ]
    async with city.database("analysis").transaction() as session:
        campaign = await session.get_one(Campaign, CAMPAIGN)
        findings = {one.standard: one for one in await read_findings(session, campaign, local_day(now()))}
    facts = {fact.key: fact for fact in findings["feedback-accountability"].facts}
    assert facts["promise-missed"].kept is False
    assert "promise-due" not in facts


async def test_where_no_lead_has_an_address_the_coordination_office_is_reminded(city: City) -> None:
    await hire(city, "lea", "lead", DISTRICT)
    await promise(city, 14)
    assert [to for to, _ in await tick(city)] == [OFFICE]


async def test_an_answered_promise_reminds_nobody_and_is_kept(city: City) -> None:
    anna = await reader(city)
    await promise(city, 2, version=5)
    await Office(city).answer(anna)
    await hire(city, LEA, "lead", DISTRICT)
    await city.deliver_all()
    assert await tick(city) == []
    assert await city.all("SELECT state FROM analysis.promise_settled") == [("kept",)]
    page = (await city.client.get("/ergebnisse/one?lang=de")).text
    assert "bisher gehalten" in page, "two days are left"
    assert 'class="promise-clock so-far"' in page


async def test_a_late_answer_leaves_it_missed_and_says_how_late(city: City) -> None:
    anna = await reader(city)
    await promise(city, -3, version=5)
    await tick(city)
    await Office(city).answer(anna)
    await city.deliver_all()
    assert await city.all("SELECT state FROM analysis.promise_settled") == [("missed",)]
    page = (await city.client.get("/ergebnisse/one?lang=de")).text
    assert "3 Tage zu spät" in page
    assert 'class="promise-clock missed"' in page


async def test_a_moved_promise_shows_where_it_was_and_its_reminders_begin_anew(city: City) -> None:
    await promise(city, -3)
    await tick(city)
    await promise(city, 10)
    page = (await city.client.get("/ergebnisse/one?lang=de")).text
    assert 'class="promise-clock open"' in page
    assert "Zuerst war es der" in page
    assert [subject for _, subject in await tick(city)] == ["Versprochene Antwort in 10 Tagen fällig: Mitreden"]
    await city.deliver_all()
    assert await city.all("SELECT state FROM analysis.promise_settled") == [("missed",)]


async def test_a_reminder_of_a_day_that_was_moved_meanwhile_is_not_sent(city: City) -> None:
    await promise(city, 3)
    await city.database("notify").run(lambda session: owe_reminders(session, settings(city), now()))
    await promise(city, 30)
    box = Box()
    reminder_id = await city.one("SELECT id FROM notify.reminder")
    await send_reminder(city.database("notify"), settings(city), box, reminder_id)
    assert box.taken == []
    assert await city.one("SELECT state FROM notify.reminder") == "unwanted"


async def test_the_same_fact_twice_changes_nothing(city: City) -> None:
    await promise(city, -1)
    await promise(city, -1)
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM notify.promise") == 1
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'promise.settled.v1'") == 1


async def test_staff_see_the_clock_of_their_districts(city: City) -> None:
    await promise(city, -4)
    await sign_in(city, "rea", "reader", DISTRICT)
    assert "seit 4 Tagen überfällig" in (await city.client.get("/staff/outcomes")).text


def test_the_coordination_office_comes_from_the_environment() -> None:
    assert load(HouseSettings, {"RESONANZ_COORDINATION": OFFICE}).coordination == OFFICE


@pytest.mark.parametrize("days", [0, 1, 2, 30])
async def test_an_open_promise_says_how_many_days_are_left(city: City, days: int) -> None:
    await promise(city, days)
    page = (await city.client.get("/ergebnisse/one?lang=de")).text
    assert {0: "Das ist heute.", 1: "Das ist morgen."}.get(days, f"noch {days} Tage") in page
