"""The start command keeps its processes, and takes them along when it ends."""

from __future__ import annotations

import asyncio
import os
import signal

import psutil
import pytest
import redis.asyncio

from deploy.running import with_running_servers
from tests.support.crowd import ADDRESS_MARK, TEXT_MARK, Crowd
from tests.support.running import MARKS, running_city

#: A process that is given what it cannot use dies within this time.
STEADY_S = 3.0


@pytest.mark.timeout(1800)
async def test_a_dead_process_is_started_again() -> None:
    async with running_city(demo=True) as city:
        for name in MARKS:
            before = city.pids(name)
            assert before, name
            city.kill(name)

            async def is_back(name: str = name, before: list[int] = before) -> bool:
                now = city.pids(name)
                await asyncio.sleep(STEADY_S)
                return len(now) == len(before) and not {*now} & {*before} and city.pids(name) == now

            await city.until(is_back, f"{name} to be started again, and to stay")
        crowd = Crowd(city, 5)
        await crowd.answer()
        await crowd.confirm()
        await crowd.close()


@pytest.mark.timeout(1800)
async def test_even_kill_9_of_the_start_command_leaves_nothing_running() -> None:
    async with running_city() as city:
        assert city.process
        family = psutil.Process(city.process.pid).children(recursive=True)
        os.kill(city.process.pid, signal.SIGKILL)
        await city.process.wait()

        async def all_gone() -> bool:
            return not [one for one in family if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]

        await city.until(all_gone, "every child to end")
        await city.start()  # and the same folder works again


@pytest.mark.timeout(1800)
async def test_redis_never_sees_a_text_an_address_or_a_receipt() -> None:
    async with running_city() as city:
        client = redis.asyncio.from_url(str(with_running_servers(city.settings).redis_url))
        seen: list[str] = []

        async def watch() -> None:
            async with client.monitor() as monitor:
                async for command in monitor.listen():
                    seen.append(str(command["command"]))

        watching = asyncio.create_task(watch())
        crowd = Crowd(city, 20)
        await crowd.answer()
        await crowd.confirm()
        await crowd.close()
        watching.cancel()
        await client.aclose()
        everything = " ".join(seen)
        assert any("analysis" in command for command in seen), "the doorbell did not ring through Redis"
        assert TEXT_MARK not in everything
        assert ADDRESS_MARK not in everything
        assert not [receipt for receipt in crowd.receipts.values() if receipt in everything]
