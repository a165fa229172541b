"""The shelf and replay, for the command line."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from deploy.parts import Parts
from shared.contracts.routes import ROUTES
from shared.kit.clock import now
from shared.kit.messaging.replay import replay
from shared.kit.messaging.shelf import Shelved, discard_shelved, list_shelf, retry_shelved
from shared.kit.storage import Database


async def tend(parts: Parts, retried: str | None, discarded: UUID | None) -> str:
    """Does what was asked and says what stands on the shelf then."""
    database = Database(parts.url, pool_size=1)
    try:
        async with database.transaction() as session:
            said = ""
            if retried:
                count = await retry_shelved(session, now(), None if retried == "all" else UUID(retried))
                said = f"{count} put back in the queue\n"
            if discarded:
                said = f"{await discard_shelved(session, now(), discarded)} given up\n"
            return said + _table(await list_shelf(session))
    finally:
        await database.close()


async def tell_again(parts: Parts, message: str, consumer: str, since: datetime) -> str:
    if consumer not in ROUTES.consumers.get(message, ()):
        known = "\n".join(f"  {name} {' '.join(heard)}" for name, heard in ROUTES.consumers.items())
        return f"{consumer} does not hear {message}. Who hears what:\n{known}"
    database = Database(parts.url, pool_size=1)
    try:
        async with database.transaction() as session:
            return f"{await replay(session, message, consumer, since, now())} owed once more"
    finally:
        await database.close()


def _table(shelved: list[Shelved]) -> str:
    if not shelved:
        return "The shelf is empty."
    return "\n".join(
        f"{one.delivery_id}  {one.consumer:32} {one.message:24} {one.attempt_count} attempts  {one.error}"
        for one in shelved
    )
