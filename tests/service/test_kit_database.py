"""What the kit takes for a server that went away, and what for a mistake of ours."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.storage import Database, is_disconnect
from tests.support.city import City


async def _error(city: City, statement: str, **values: object) -> BaseException:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - which one is the question
        async with city.owner.transaction() as session:
            await session.execute(text(statement), values)
    return caught.value


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("SELECT 1 / 0", {}),
        ("SELECT nothing FROM nowhere", {}),
        ("SELECT CAST(:n AS int)", {"n": "no number"}),
        ("SELECT CAST(:n AS int)", {"n": 2**40}),
        ("SELECT CAST(:n AS text)", {"n": "a\x00b"}),
    ],
)
async def test_a_mistake_of_ours_is_no_disconnect(city: City, statement: str, values: dict[str, object]) -> None:
    assert not is_disconnect(await _error(city, statement, **values))


async def test_an_ended_backend_is_a_disconnect(city: City) -> None:
    assert is_disconnect(await _error(city, "SELECT pg_terminate_backend(pg_backend_pid())"))


async def test_a_server_that_is_not_there_is_a_disconnect() -> None:
    nowhere = Database("postgresql://nobody@/nothing?host=/nowhere")
    with pytest.raises(FileNotFoundError) as caught:
        async with nowhere.transaction() as session:
            await session.execute(text("SELECT 1"))
    assert is_disconnect(caught.value)


async def test_a_broken_connection_is_tried_again(city: City) -> None:
    tries = 0

    async def work(session: AsyncSession) -> int:
        nonlocal tries
        tries += 1
        if tries == 1:
            await session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        return int((await session.execute(text("SELECT 7"))).scalar_one())

    assert await city.owner.run(work) == 7
    assert tries == 2


async def test_a_mistake_is_not_tried_again(city: City) -> None:
    tries = 0

    async def work(session: AsyncSession) -> None:
        nonlocal tries
        tries += 1
        await session.execute(text("SELECT 1 / 0"))

    with pytest.raises(DBAPIError):
        await city.owner.run(work)
    assert tries == 1


async def test_a_failed_block_is_rolled_back(city: City) -> None:
    async def work(session: AsyncSession) -> None:
        await session.execute(text("INSERT INTO bus.message VALUES (gen_random_uuid(), 'a', NULL, '{}', now())"))
        await session.execute(text("INSERT INTO bus.message VALUES (NULL, 'a', NULL, '{}', now())"))

    with pytest.raises(IntegrityError):
        await city.owner.run(work)
    assert await city.one("SELECT count(*) FROM bus.message") == 0
