"""A made-up service for tests of the bus: it keeps notes, and fails when it is told to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.ids import random_id
from shared.kit.messaging import Consumers, Routes
from shared.kit.messaging.deliver import Deliverer
from shared.kit.messaging.relay import Relay, Ring
from shared.kit.storage import Database
from tests.support.city import City
from tests.support.servers import execute

#: Nothing of this may ever stand in Redis, in a log or on the shelf.
WORDS: Final = "meine Worte: Frau Yılmaz, Bahnhofstraße 7"


class NoteWritten(msgspec.Struct, frozen=True, tag="note.written.v1"):
    note_id: UUID
    text: str


class Notes:
    """Two consumers of one message: `keep_note` works in the database, `carry_note` reaches outside."""

    def __init__(self, city: City) -> None:
        self.city = city
        self.consumers = Consumers("analysis")
        self.routes = Routes({NoteWritten: ("analysis.keep_note",)})
        self.trouble: Exception | None = None
        self.carried: list[UUID] = []
        self.deliverer = Deliverer(city.database("analysis"), self.routes, self.consumers)
        self.consumers.handles(NoteWritten)(self.keep_note)

    async def prepare(self) -> None:
        await execute(
            self.city.url,
            "CREATE TABLE analysis.note (id uuid, text text)",
            "GRANT SELECT, INSERT ON analysis.note TO city_analysis",
        )

    async def keep_note(self, session: AsyncSession, note: NoteWritten) -> None:
        await session.execute(
            text("INSERT INTO analysis.note VALUES (:id, :text)"), {"id": note.note_id, "text": note.text}
        )
        if self.trouble:
            raise self.trouble

    async def carry_note(self, _database: Database, note: NoteWritten) -> None:
        self.carried.append(note.note_id)
        if self.trouble:
            raise self.trouble

    def carry_outside(self) -> None:
        """From now on the message's consumer is an errand."""
        self.routes = Routes({NoteWritten: ("analysis.carry_note",)})
        self.consumers.runs_errand_for(NoteWritten)(self.carry_note)
        self.deliverer.routes = self.routes

    async def write(self, count: int = 1) -> list[UUID]:
        """Publishes this many notes in one transaction; returns their deliveries' ids."""
        notes = [NoteWritten(random_id(), WORDS) for _ in range(count)]
        await self.city.database("intake").run(lambda session: self.routes.publish(session, *notes))
        return [row[0] for row in await self.city.all("SELECT id FROM bus.delivery ORDER BY id")]

    def relay(self, ring: Ring, lease: timedelta = timedelta(seconds=15)) -> Relay:
        return Relay(self.city.database("relay"), ring, lease)

    async def kept(self) -> int:
        """How many notes are in the table: each counted as often as it was kept."""
        return int(await self.city.one("SELECT count(*) FROM analysis.note"))

    async def delivery(self) -> dict[str, Any]:
        """The only delivery."""
        (row,) = await self.city.all("SELECT to_jsonb(d) FROM bus.delivery d")
        found: dict[str, Any] = row[0]
        return found

    async def make_due(self) -> None:
        """Lets the pauses and leases of all deliveries end now."""
        await self.city.all("UPDATE bus.delivery SET next_at = now() - interval '1 second' RETURNING id")
