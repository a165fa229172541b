"""The doorbell: real Valkey, real dramatiq workers, and nothing in Redis but ids."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import dramatiq
import pytest
import redis.asyncio
from dramatiq.asyncio import get_event_loop_thread
from dramatiq.brokers.redis import RedisBroker
from dramatiq.middleware import Middleware

from deploy.migrate import service_database
from shared.kit.messaging.broker import declare, make_broker
from shared.kit.messaging.deliver import Deliverer
from shared.kit.messaging.relay import Ring
from shared.kit.storage import Database
from tests.support.city import City
from tests.support.notes import Notes

LEASE = timedelta(milliseconds=500)


class Leaving(Middleware):
    """Closes the worker's connections in the loop that made them, while there is one."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def after_worker_shutdown(self, _broker: dramatiq.Broker, _worker: dramatiq.Worker) -> None:
        if loop := get_event_loop_thread():
            loop.run_coroutine(self.database.close())


class Door:
    """The notes' consumer behind a real broker; `open` lets a worker answer."""

    def __init__(self, notes: Notes, url: str) -> None:
        self.notes = notes
        self.database: Database = service_database(notes.city.url, notes.city.secret, "analysis")
        self.broker: RedisBroker = make_broker(url, [Leaving(self.database)])
        self.deliverer = Deliverer(self.database, notes.routes, notes.consumers)
        self.actor = declare(self.broker, "analysis.keep_note", self._deliver)
        self.worker = dramatiq.Worker(self.broker, worker_threads=4, worker_timeout=100)

    async def _deliver(self, delivery_id: UUID) -> None:
        await self.deliverer.deliver(delivery_id)

    @property
    def ring(self) -> Ring:
        def ring(_consumer: str, delivery_id: UUID) -> None:
            self.actor.send(str(delivery_id))

        return ring

    def open(self) -> None:
        self.broker.emit_after("process_boot")
        self.worker.start()

    def close(self) -> None:
        self.worker.stop()
        self.broker.close()


@pytest.fixture
async def door(notes: Notes, redis_client: redis.asyncio.Redis) -> AsyncIterator[Door]:
    made = Door(notes, notes.city.redis_url)
    yield made
    await asyncio.to_thread(made.close)


@pytest.fixture
async def redis_client(city: City) -> AsyncIterator[redis.asyncio.Redis]:
    client = redis.asyncio.from_url(city.redis_url)
    await client.flushall()
    yield client
    await client.aclose()


async def _until(true: Callable[[], Awaitable[bool]], seconds: float = 60) -> None:
    async with asyncio.timeout(seconds):
        while not await true():
            await asyncio.sleep(0.02)


async def _dump(client: redis.asyncio.Redis) -> str:
    """Everything Redis holds, keys and values."""
    found = ""
    for key in await client.keys("*"):
        read: dict[object, Callable[[Any], Awaitable[object]]] = {
            b"hash": client.hgetall,
            b"list": lambda key: client.lrange(key, 0, -1),
            b"zset": lambda key: client.zrange(key, 0, -1),
            b"set": client.smembers,
        }
        value = await read.get(await client.type(key), client.get)(key)
        found += f"{key!r} {value!r}\n"
    return found


async def test_what_is_rung_is_done_once(notes: Notes, door: Door) -> None:
    await notes.write(40)
    door.open()
    relay = notes.relay(door.ring)
    while await relay.move():
        pass

    async def all_done() -> bool:
        return bool(await notes.city.one("SELECT bool_and(state = 'done') FROM bus.delivery"))

    await _until(all_done)
    assert await notes.kept() == 40


async def test_a_flushed_redis_loses_nothing(notes: Notes, door: Door, redis_client: redis.asyncio.Redis) -> None:
    await notes.write(10)
    relay = notes.relay(door.ring, LEASE)
    await relay.move()
    await redis_client.flushall()
    door.open()

    async def all_kept() -> bool:
        await relay.move()
        return await notes.kept() == 10

    await _until(all_kept)


async def test_redis_holds_ids_and_nothing_anybody_wrote(
    notes: Notes, door: Door, redis_client: redis.asyncio.Redis
) -> None:
    (delivery,) = await notes.write()
    await notes.relay(door.ring).move()
    held = await _dump(redis_client)
    assert str(delivery) in held
    assert "Bahnhof" not in held
    assert "note_id" not in held


async def test_redis_holds_no_traceback_of_what_went_wrong(
    notes: Notes, door: Door, redis_client: redis.asyncio.Redis
) -> None:
    """Even an error that escapes the deliverer must not take a value to Redis."""

    async def stumble(_delivery_id: UUID) -> None:
        raise ValueError("Bahnhofstraße 7")

    door.broker.actors.clear()
    door.actor = declare(door.broker, "analysis.keep_note", stumble)
    await notes.write()
    await notes.relay(door.ring).move()
    door.open()

    async def answered() -> bool:
        return not await redis_client.llen("dramatiq:analysis")

    await _until(answered)
    await asyncio.sleep(0.3)
    assert "Bahnhof" not in await _dump(redis_client)
