"""Chores: done when due, by one machine, in bites, and again after a failure."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.chores import chores_of
from shared.kit.messaging.chores import Chore, do_chore, run_chores
from shared.kit.messaging.prune import KEPT_FOR, prune_messages
from tests.support.city import City

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Sweeping:
    """Something to be swept, at most three at a time."""

    def __init__(self, dust: int) -> None:
        self.dust = dust
        self.bites: list[int] = []

    async def __call__(self, _session: AsyncSession, _at: datetime) -> int:
        bite = min(3, self.dust)
        self.dust -= bite
        self.bites.append(bite)
        return bite


async def test_a_chore_is_done_in_bites_to_its_end_and_then_not_before_it_is_due(city: City) -> None:
    sweeping = Sweeping(7)
    chore = Chore("test.sweep", HOUR, sweeping)
    database = city.database("notify")
    assert await do_chore(database, chore, NOON) == 7
    assert sweeping.bites == [3, 3, 1, 0]
    sweeping.dust = 2
    assert await do_chore(database, chore, NOON + timedelta(minutes=59)) == 0
    assert await do_chore(database, chore, NOON + HOUR) == 2
    assert await city.all("SELECT done_count FROM bus.chore WHERE name = 'test.sweep'") == [(2,)]


async def test_two_machines_do_not_do_the_same_chore_at_once(city: City) -> None:
    working = 0
    most = 0
    left = 6

    async def slow(session: AsyncSession, _at: datetime) -> int:
        nonlocal working, most, left
        working += 1
        most = max(most, working)
        await session.execute(text("SELECT pg_sleep(0.02)"))
        working -= 1
        left -= 1
        return max(left, 0)

    chore = Chore("test.slow", HOUR, slow)
    await asyncio.gather(*(do_chore(city.database("notify"), chore, NOON) for _ in range(3)))
    assert most == 1


async def test_a_chore_that_fails_is_tried_again_and_keeps_nobody_else_from_theirs(city: City) -> None:
    stop = asyncio.Event()
    tries = 0

    async def failing(_session: AsyncSession, _at: datetime) -> int:
        nonlocal tries
        tries += 1
        raise ValueError("no")

    async def last(_session: AsyncSession, _at: datetime) -> int:
        stop.set()
        return 0

    chores = {"notify": [Chore("test.failing", HOUR, failing), Chore("test.last", HOUR, last)]}
    await run_chores(chores, city.database, stop)
    assert tries == 1
    assert await city.all("SELECT done_at FROM bus.chore WHERE name = 'test.failing'") == [(None,)]


async def test_messages_are_let_go_when_they_are_old_and_owed_to_nobody(city: City) -> None:
    await city.publish_demo()
    await city.respond()
    await city.deliver_all()
    await city.respond()
    counts = await city.all("SELECT count(*), count(*) FILTER (WHERE name = 'response.received.v1') FROM bus.message")
    later = datetime.now(UTC) + KEPT_FOR + HOUR
    chore = Chore("test.prune", HOUR, prune_messages)
    assert await do_chore(city.database("relay"), chore, later) > 0
    kept = await city.all("SELECT name FROM bus.message ORDER BY name")
    assert counts[0][1] == 2
    assert kept == [("receipt.issued.v1",), ("response.received.v1",)], "what is still owed stays"


async def test_nothing_young_is_let_go(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    assert await do_chore(city.database("relay"), Chore("test.prune", HOUR, prune_messages), datetime.now(UTC)) == 0


async def test_every_chore_of_the_house_may_do_its_work_under_its_own_role(city: City) -> None:
    await city.publish_demo()
    await city.respond()
    await city.deliver_all()
    chores = chores_of(city.parts)
    for service, each in chores.items():
        for chore in each:
            await do_chore(city.database(service), chore, datetime.now(UTC) + timedelta(days=4000))
    done = await city.all("SELECT name FROM bus.chore WHERE done_at > now()")
    assert {name for (name,) in done} == {chore.name for each in chores.values() for chore in each}
