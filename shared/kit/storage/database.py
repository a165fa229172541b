"""Connections, transactions, and what to do when the server went away for a moment."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import asyncpg
import msgspec
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

T = TypeVar("T")
Work = Callable[[AsyncSession], Awaitable[T]]

#: A restart of PostgreSQL after kill -9 took one to three seconds here; a waiting resident sees a slow page, no error.
PATIENCE_S = 8.0
FIRST_PAUSE_S = 0.05


class Database:
    """One pool of connections under one role."""

    def __init__(self, url: str, role: str | None = None, password: str | None = None, pool_size: int = 16) -> None:
        address = make_url(url).set(drivername="postgresql+asyncpg")
        if role:
            address = address.set(username=role, password=password)
        self.engine = create_async_engine(
            address,
            pool_size=pool_size,
            max_overflow=0,  # an overflowing connection is closed after use, and making one costs more than waiting
            json_serializer=lambda value: msgspec.json.encode(value).decode(),
            json_deserializer=msgspec.json.decode,
            connect_args={"timeout": 5, "server_settings": {"application_name": role or "resonanz"}},
        )
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        single = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._single_statements = async_sessionmaker(single, expire_on_commit=False)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """Commits when the block ends well, rolls back when it does not."""
        async with self._sessions.begin() as session:
            yield session

    async def run(self, work: Work[T], patience_s: float = PATIENCE_S) -> T:
        """Runs `work` in one transaction; if the server goes away meanwhile, runs it again until patience ends.

        Only for work that may be done twice: when the connection breaks during COMMIT nobody knows whether it counted.
        """
        return await self._insist(self._sessions, work, patience_s)

    async def run_statement(self, work: Work[T], patience_s: float = PATIENCE_S) -> T:
        """As `run`, for work that writes by one statement only: that is a transaction by itself, and three round trips
        to the server less.
        """
        return await self._insist(self._single_statements, work, patience_s)

    async def _insist(self, sessions: async_sessionmaker[AsyncSession], work: Work[T], patience_s: float) -> T:
        deadline, pause = asyncio.get_running_loop().time() + patience_s, FIRST_PAUSE_S
        while True:
            try:
                async with sessions.begin() as session:
                    return await work(session)
            except (DBAPIError, OSError) as error:
                if not is_disconnect(error) or asyncio.get_running_loop().time() + pause > deadline:
                    raise
            await asyncio.sleep(pause)
            pause = min(pause * 2, 1.0)

    async def close(self) -> None:
        await self.engine.dispose()


def is_disconnect(error: BaseException) -> bool:
    """True when the server, not the statement, was the trouble: it may be tried again."""
    if isinstance(error, OSError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    cause = getattr(error.orig, "__cause__", None) or error.orig
    return error.connection_invalidated or isinstance(
        cause,
        OSError
        | asyncpg.exceptions.PostgresConnectionError
        | asyncpg.exceptions.InterfaceError
        | asyncpg.exceptions.OperatorInterventionError,
    )
