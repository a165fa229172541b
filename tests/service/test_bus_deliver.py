"""Doing one delivery: once, in one transaction, again after a pause, or onto the shelf."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.ids import random_id
from shared.kit.messaging import Permanent, Routes
from shared.kit.messaging.deliver import ATTEMPTS
from tests.support.notes import WORDS, Notes, NoteWritten
from tests.support.servers import execute


async def test_a_delivery_is_done_once_however_often_it_is_rung(notes: Notes) -> None:
    (delivery,) = await notes.write()
    for _ in range(3):
        await notes.deliverer.deliver(delivery)
    assert await notes.kept() == 1
    assert (await notes.delivery())["state"] == "done"


async def test_doubled_doorbells_at_the_same_time_do_the_work_once(notes: Notes) -> None:
    deliveries = await notes.write(5)
    await asyncio.gather(*(notes.deliverer.deliver(delivery) for delivery in deliveries * 10))
    assert await notes.kept() == 5


async def test_a_doorbell_for_no_delivery_does_nothing(notes: Notes) -> None:
    await notes.deliverer.deliver(random_id())
    assert await notes.kept() == 0


async def test_failed_work_leaves_no_trace_but_the_attempt(notes: Notes) -> None:
    (delivery,) = await notes.write()
    notes.trouble = ValueError(WORDS)
    await notes.deliverer.deliver(delivery)
    assert await notes.kept() == 0
    row = await notes.delivery()
    assert (row["state"], row["attempt_count"]) == ("waiting", 1)


async def test_a_failed_delivery_is_due_again_after_a_pause(notes: Notes) -> None:
    (delivery,) = await notes.write()
    notes.trouble = ValueError("no")
    began = datetime.now(UTC)
    await notes.deliverer.deliver(delivery)
    wait = datetime.fromisoformat((await notes.delivery())["next_at"]) - began
    assert 2 <= wait.total_seconds() < 4
    rung: list[object] = []
    assert await notes.relay(lambda *ring: rung.append(ring)).move() == 0


async def test_a_mended_fault_is_done_at_the_next_ring(notes: Notes) -> None:
    (delivery,) = await notes.write()
    notes.trouble = ValueError("no")
    await notes.deliverer.deliver(delivery)
    notes.trouble = None
    await notes.deliverer.deliver(delivery)
    row = await notes.delivery()
    assert (row["state"], row["last_error"], await notes.kept()) == ("done", None, 1)


async def test_after_the_last_attempt_a_delivery_stands_on_the_shelf(notes: Notes) -> None:
    (delivery,) = await notes.write()
    notes.trouble = ValueError("no")
    for _ in range(ATTEMPTS):
        assert (await notes.delivery())["state"] == "waiting"
        await notes.deliverer.deliver(delivery)
    assert (await notes.delivery())["state"] == "shelved"


async def test_what_no_attempt_can_help_goes_to_the_shelf_at_once(notes: Notes) -> None:
    (delivery,) = await notes.write()
    notes.trouble = Permanent("the campaign was erased")
    await notes.deliverer.deliver(delivery)
    row = await notes.delivery()
    assert (row["state"], row["last_error"]) == ("shelved", "the campaign was erased")


async def test_a_poison_payload_goes_to_the_shelf_at_once_without_its_values(notes: Notes) -> None:
    (delivery,) = await notes.write()
    await notes.city.all(
        "UPDATE bus.message SET payload = jsonb_build_object('note_id', CAST(:w AS text)) RETURNING 1", w=WORDS
    )
    await notes.deliverer.deliver(delivery)
    row = await notes.delivery()
    assert row["state"] == "shelved"
    assert row["last_error"].startswith("ValidationError")
    assert "Yılmaz" not in row["last_error"]


async def test_a_message_nobody_knows_ends_on_the_shelf_and_harms_nobody(notes: Notes) -> None:
    (delivery,) = await notes.write()
    await notes.city.all("UPDATE bus.message SET name = 'note.unheard.v9' RETURNING 1")
    for _ in range(ATTEMPTS):
        await notes.deliverer.deliver(delivery)
    assert (await notes.delivery())["state"] == "shelved"


@pytest.mark.parametrize("word", ["Yılmaz", "Bahnhofstraße"])
async def test_an_error_that_repeats_words_leaves_none_of_them(
    notes: Notes, caplog: pytest.LogCaptureFixture, word: str
) -> None:
    caplog.set_level(logging.DEBUG)
    (delivery,) = await notes.write()
    notes.trouble = ValueError(WORDS)
    await notes.deliverer.deliver(delivery)
    assert word not in (await notes.delivery())["last_error"]
    assert word not in caplog.text


async def test_a_database_that_refuses_a_value_leaves_none_of_it(
    notes: Notes, caplog: pytest.LogCaptureFixture
) -> None:
    await execute(notes.city.url, "ALTER TABLE analysis.note ADD CHECK (text = '')")
    (delivery,) = await notes.write()
    await notes.deliverer.deliver(delivery)
    row = await notes.delivery()
    assert row["last_error"].startswith("IntegrityError")
    assert "Yılmaz" not in row["last_error"] + caplog.text


async def test_a_connection_that_breaks_midway_costs_no_attempt(notes: Notes) -> None:
    (delivery,) = await notes.write()

    async def keep_and_break(session: AsyncSession, note: NoteWritten) -> None:
        await notes.keep_note(session, note)
        own = await session.scalar(text("SELECT pg_backend_pid()"))
        await notes.city.one("SELECT pg_terminate_backend(:pid)", pid=own)
        await session.execute(text("SELECT 1"))

    keep_and_break.__name__ = "keep_note"
    notes.consumers.handles(NoteWritten)(keep_and_break)
    await notes.deliverer.deliver(delivery)
    row = await notes.delivery()
    assert (row["state"], row["attempt_count"], await notes.kept()) == ("waiting", 0, 0)


async def test_an_errand_is_done_once_it_succeeds(notes: Notes) -> None:
    notes.carry_outside()
    (delivery,) = await notes.write()
    await notes.deliverer.deliver(delivery)
    await notes.deliverer.deliver(delivery)
    assert len(notes.carried) == 1
    assert (await notes.delivery())["state"] == "done"


@pytest.mark.parametrize("trouble", [ConnectionRefusedError(111, "mail server away"), TimeoutError(), ValueError()])
async def test_an_errand_that_meets_a_closed_door_is_an_attempt(notes: Notes, trouble: Exception) -> None:
    notes.carry_outside()
    (delivery,) = await notes.write()
    notes.trouble = trouble
    await notes.deliverer.deliver(delivery)
    row = await notes.delivery()
    assert (row["state"], row["attempt_count"]) == ("waiting", 1)
    assert row["last_error"].startswith(type(trouble).__name__)


async def test_each_consumer_is_owed_for_itself(notes: Notes) -> None:
    notes.routes = Routes({NoteWritten: ("analysis.keep_note", "analysis.carry_note")})
    notes.consumers.runs_errand_for(NoteWritten)(notes.carry_note)
    notes.deliverer.routes = notes.routes
    await notes.write()
    owed = dict(await notes.city.all("SELECT consumer, id FROM bus.delivery"))
    await notes.deliverer.deliver(owed["analysis.keep_note"])
    notes.trouble = ValueError("no")
    await notes.deliverer.deliver(owed["analysis.carry_note"])
    states = dict(await notes.city.all("SELECT consumer, state FROM bus.delivery"))
    assert states == {"analysis.keep_note": "done", "analysis.carry_note": "waiting"}


async def test_a_transaction_that_is_rolled_back_says_nothing(notes: Notes) -> None:
    async def publish_and_fail(session: AsyncSession) -> None:
        await notes.routes.publish(session, NoteWritten(random_id(), WORDS))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await notes.city.database("intake").run(publish_and_fail)
    assert await notes.city.one("SELECT count(*) FROM bus.message") == 0


async def test_a_message_without_a_route_is_refused(notes: Notes) -> None:
    async with notes.city.database("intake").transaction() as session:
        with pytest.raises(KeyError):
            await Routes({}).publish(session, NoteWritten(random_id(), WORDS))
