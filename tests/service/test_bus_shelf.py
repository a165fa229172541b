"""The shelf and the replay: what a person may do with a delivery."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.messaging import Permanent
from shared.kit.messaging.replay import replay
from shared.kit.messaging.shelf import bus_state, discard_shelved, list_shelf, retry_shelved
from tests.support.notes import WORDS, Notes

NAME, CONSUMER = "note.written.v1", "analysis.keep_note"


async def _shelve(notes: Notes, count: int = 1) -> None:
    notes.trouble = Permanent("the campaign was erased")
    for delivery in await notes.write(count):
        await notes.deliverer.deliver(delivery)
    notes.trouble = None


async def test_the_shelf_tells_what_failed_and_never_what_was_said(notes: Notes) -> None:
    await _shelve(notes)
    async with notes.city.owner.transaction() as session:
        (entry,) = await list_shelf(session)
    assert (entry.consumer, entry.message, entry.error) == (CONSUMER, NAME, "the campaign was erased")
    assert "Yılmaz" not in msgspec.json.encode(entry).decode()
    assert "Yılmaz" in WORDS


async def test_a_retried_delivery_has_all_its_attempts_again(notes: Notes) -> None:
    await _shelve(notes, 2)
    async with notes.city.owner.transaction() as session:
        first = (await list_shelf(session))[0].delivery_id
        assert await retry_shelved(session, now(), first) == 1
        assert await retry_shelved(session, now(), first) == 0
        assert await retry_shelved(session, now()) == 1
    for (delivery,) in await notes.city.all("SELECT id FROM bus.delivery WHERE attempt_count = 0"):
        await notes.deliverer.deliver(delivery)
    assert await notes.kept() == 2


async def test_a_retried_delivery_is_rung(notes: Notes) -> None:
    await _shelve(notes)
    await notes.city.database("analysis").run(lambda session: retry_shelved(session, now()))
    rung: list[object] = []
    assert await notes.relay(lambda *ring: rung.append(ring)).move() == 1


async def test_a_discarded_delivery_is_given_up_for_good(notes: Notes) -> None:
    await _shelve(notes)
    delivery = (await notes.delivery())["id"]
    async with notes.city.owner.transaction() as session:
        assert await discard_shelved(session, now(), delivery) == 1
        assert await list_shelf(session) == []
    await notes.deliverer.deliver(delivery)
    assert await notes.kept() == 0


async def test_what_waits_cannot_be_discarded(notes: Notes) -> None:
    (delivery,) = await notes.write()
    async with notes.city.owner.transaction() as session:
        assert await discard_shelved(session, now(), delivery) == 0
        assert await discard_shelved(session, now(), random_id()) == 0


async def test_the_state_of_the_bus_is_counted(notes: Notes) -> None:
    await _shelve(notes)
    waiting = set(await notes.write(3))
    async with notes.city.owner.transaction() as session:
        state = await bus_state(session, now() + timedelta(minutes=1))
    assert (state.waiting_count, state.shelved_count, state.done_count) == (len(waiting) - 1, 1, 0)
    assert state.oldest
    assert state.oldest >= timedelta(minutes=1)


async def test_a_quiet_bus_has_no_oldest_message(notes: Notes) -> None:
    async with notes.city.owner.transaction() as session:
        assert await bus_state(session, now()) == await bus_state(session, now())
        assert (await bus_state(session, now())).oldest is None


async def test_a_replay_owes_done_messages_once_more(notes: Notes) -> None:
    for delivery in await notes.write(3):
        await notes.deliverer.deliver(delivery)
    since = now() - timedelta(hours=1)
    async with notes.city.owner.transaction() as session:
        assert await replay(session, NAME, CONSUMER, since, now()) == 3
        assert await replay(session, NAME, CONSUMER, since, now()) == 0, "what waits is not owed twice"
    for (delivery,) in await notes.city.all("SELECT id FROM bus.delivery"):
        await notes.deliverer.deliver(delivery)
    assert await notes.kept() == 6


async def test_a_replay_tells_a_consumer_that_came_later(notes: Notes) -> None:
    await notes.write(2)
    since = now() - timedelta(hours=1)
    async with notes.city.owner.transaction() as session:
        assert await replay(session, NAME, "notify.learn_note", since, now()) == 2
        assert await replay(session, NAME, "notify.learn_other", now(), now()) == 0, "nothing was said since then"


async def test_a_replayed_delivery_starts_with_a_clean_slate(notes: Notes) -> None:
    await _shelve(notes)
    async with notes.city.owner.transaction() as session:
        await replay(session, NAME, CONSUMER, now() - timedelta(hours=1), now())
    row = await notes.delivery()
    assert (row["state"], row["attempt_count"], row["ring_count"], row["last_error"]) == ("waiting", 0, 0, None)
