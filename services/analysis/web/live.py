"""Telling open dashboards that there is something new."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Final
from uuid import UUID

import structlog
from litestar.response import ServerSentEventMessage
from sqlalchemy.exc import SQLAlchemyError

from services.analysis.storage.dashboard import read_version
from shared.kit.storage import Database

log = structlog.get_logger()

BEAT_S: Final = 1.0
#: A line now and then keeps proxies from closing a quiet stream, and finds out who has left.
SIGN_OF_LIFE_S: Final = 15.0
#: Then the browser connects anew, and it is asked again who is signed in.
LONGEST_S: Final = 600.0


class Watch:
    """One campaign that somebody is looking at."""

    def __init__(self) -> None:
        self.version = ""
        self.listeners = 0
        self.changed = asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    def tell(self, version: str) -> None:
        if version != self.version:
            self.version = version
            self.changed.set()
            self.changed = asyncio.Event()


class Pulse:
    """One query a second per campaign that is being looked at, however many look."""

    def __init__(self, database: Database, beat_s: float = BEAT_S) -> None:
        self.database = database
        self.beat_s = beat_s
        self._watches: dict[UUID, Watch] = {}

    async def follow(self, campaign_id: UUID) -> AsyncIterator[ServerSentEventMessage]:
        """The version now, and every one that comes after it; ends after a while."""
        watch = self._join(campaign_id)
        ends, seen = asyncio.get_running_loop().time() + LONGEST_S, ""
        try:
            while asyncio.get_running_loop().time() < ends:
                if await _news(watch, seen):
                    seen = watch.version
                    yield ServerSentEventMessage(data=seen, event="version", retry=2000)
                else:
                    yield ServerSentEventMessage(data=None, comment="still here")
        finally:
            self._leave(campaign_id, watch)

    def _join(self, campaign_id: UUID) -> Watch:
        watch = self._watches.setdefault(campaign_id, Watch())
        watch.listeners += 1
        if watch.task is None:
            watch.task = asyncio.create_task(self._beat(campaign_id, watch))
        return watch

    def _leave(self, campaign_id: UUID, watch: Watch) -> None:
        watch.listeners -= 1
        if not watch.listeners and watch.task:
            watch.task.cancel()
            del self._watches[campaign_id]

    async def _beat(self, campaign_id: UUID, watch: Watch) -> None:
        while True:
            try:
                async with self.database.transaction() as session:
                    watch.tell(await read_version(session, campaign_id))
            except (SQLAlchemyError, OSError) as error:  # the next beat tries again
                log.warning("pulse.database_away", exc_info=error)
            await asyncio.sleep(self.beat_s)


async def _news(watch: Watch, seen: str) -> bool:
    """Waits for a version other than the one seen; False when none came for a while."""
    if watch.version == seen:
        try:
            await asyncio.wait_for(watch.changed.wait(), SIGN_OF_LIFE_S)
        except TimeoutError:
            return False
    return True
