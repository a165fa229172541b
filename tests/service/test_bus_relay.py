"""The mover: every due delivery is rung, by one relay, again after its lease, whether Redis answers or not."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta
from uuid import UUID

import pytest
import redis

from shared.kit.clock import now
from shared.kit.messaging import Routes
from shared.kit.messaging.broker import declare, make_broker
from shared.kit.messaging.relay import BATCH, LEASE, RINGS, WINDOW
from tests.support.notes import Notes, NoteWritten

AT_ONCE = timedelta(0)


class Bell:
    """Counts rings; `away` makes it a Redis that does not answer."""

    def __init__(self) -> None:
        self.rung: list[UUID] = []
        self.away = False

    def __call__(self, _consumer: str, delivery_id: UUID) -> None:
        if self.away:
            raise redis.ConnectionError("away")
        self.rung.append(delivery_id)


async def test_two_relays_ring_once_for_each_delivery(notes: Notes) -> None:
    deliveries = await notes.write(200)
    bell = Bell()
    relays = [notes.relay(bell), notes.relay(bell)]
    for _ in range(10):
        await asyncio.gather(*(relay.move() for relay in relays))
    assert sorted(bell.rung) == sorted(deliveries)


async def test_a_lost_doorbell_is_rung_again_after_the_lease(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    (delivery,) = await notes.write()
    bell, written = Bell(), now()
    relay = notes.relay(bell, lease=LEASE)
    for since, rung in ((timedelta(), 1), (LEASE - timedelta(milliseconds=1), 1), (LEASE, 2)):
        monkeypatch.setattr("shared.kit.messaging.relay.now", lambda since=since: written + since)
        await relay.move()
        assert bell.rung == [delivery] * rung


async def test_what_is_done_is_not_rung_again(notes: Notes) -> None:
    (delivery,) = await notes.write()
    bell = Bell()
    relay = notes.relay(bell, AT_ONCE)
    await relay.move()
    await notes.deliverer.deliver(delivery)
    await relay.move()
    assert len(bell.rung) == 1


async def test_while_redis_is_away_nothing_is_lost_and_no_ring_is_counted(notes: Notes) -> None:
    deliveries = await notes.write(30)
    bell = Bell()
    relay = notes.relay(bell)
    bell.away = True
    for _ in range(RINGS + 5):
        await relay.move()
        await notes.make_due()
    assert await notes.city.all("SELECT DISTINCT state, ring_count FROM bus.delivery") == [("waiting", 0)]
    bell.away = False
    await relay.move()
    assert sorted(bell.rung) == sorted(deliveries)


async def test_a_redis_that_is_really_away_stops_neither_the_relay_nor_its_process(notes: Notes) -> None:
    await notes.write(3)
    broker = make_broker("unix:///nowhere/valkey.sock")
    actor = declare(broker, "analysis.keep_note")
    asked_by = set()

    def ring(_consumer: str, delivery_id: UUID) -> None:
        asked_by.add(threading.current_thread())
        actor.send(str(delivery_id))

    assert await notes.relay(ring).move() == 0
    assert asked_by
    assert threading.current_thread() not in asked_by, "the loop stands still while Redis is asked"
    assert await notes.city.all("SELECT DISTINCT state, ring_count FROM bus.delivery") == [("waiting", 0)]


async def test_the_backlog_waits_in_postgresql(notes: Notes) -> None:
    await notes.write(WINDOW + 2 * BATCH)
    bell = Bell()
    relay = notes.relay(bell)
    while await relay.move():
        pass
    assert WINDOW <= len(bell.rung) < WINDOW + BATCH


async def test_a_service_that_is_away_does_not_hold_up_another(notes: Notes) -> None:
    await notes.write(WINDOW + 50)
    bell = Bell()
    relay = notes.relay(bell)
    while await relay.move():
        pass
    bell.rung.clear()
    notes.routes = Routes({NoteWritten: ("notify.read_note",)})
    await notes.write()
    await relay.move()
    (other,) = await notes.city.all("SELECT id FROM bus.delivery WHERE consumer = 'notify.read_note'")
    assert bell.rung == [other[0]]


async def test_what_is_rung_in_vain_too_often_goes_to_the_shelf(notes: Notes) -> None:
    await notes.write()
    relay = notes.relay(Bell())
    for _ in range(RINGS + 1):
        await relay.move()
        await notes.make_due()
    row = await notes.delivery()
    assert (row["state"], row["last_error"]) == ("shelved", "rung too often without an answer")


async def test_rings_in_vain_come_further_and_further_apart(notes: Notes) -> None:
    """Workers that are away overnight come back to waiting deliveries, not to a full shelf."""
    await notes.write()
    bell = Bell()
    relay = notes.relay(bell)
    waited = timedelta()
    while (await notes.delivery())["state"] == "waiting":
        await relay.move()
        (row,) = await notes.city.all("SELECT next_at - rung_at FROM bus.delivery")
        waited += row[0]
        await notes.make_due()
    assert waited > timedelta(hours=24)


async def test_the_relay_runs_until_told_to_stop(notes: Notes) -> None:
    bell, stop = Bell(), asyncio.Event()
    running = asyncio.create_task(notes.relay(bell).run(stop))
    deliveries = await notes.write(5)
    async with asyncio.timeout(60):
        while len(bell.rung) < 5:
            await asyncio.sleep(0.01)
        stop.set()
        await running
    assert sorted(bell.rung) == sorted(deliveries)


async def test_the_relay_outlives_a_broken_connection(notes: Notes) -> None:
    bell, stop = Bell(), asyncio.Event()
    running = asyncio.create_task(notes.relay(bell).run(stop))
    await asyncio.sleep(0.1)
    await notes.city.all(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'city_relay' AND datname = 'city'"
    )
    await notes.write()
    async with asyncio.timeout(60):
        while not bell.rung:
            await asyncio.sleep(0.01)
        stop.set()
        await running
