"""Learning that a district adopted a participation concept: from now on its campaigns are held against it."""

from __future__ import annotations

import msgspec
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.storage.tables import Concept
from shared.contracts.concepts import ConceptAdopted


async def learn_concept(session: AsyncSession, message: ConceptAdopted) -> None:
    """The one that was told of last holds, whenever it arrives."""
    told = {
        "number": message.number,
        "adopted_on": message.adopted_on,
        "body": message.body,
        "rules": msgspec.to_builtins(message.rules),
        "told_at": message.told_at,
    }
    statement = insert(Concept).values(district=message.district, **told)
    newer = Concept.told_at < statement.excluded.told_at
    await session.execute(statement.on_conflict_do_update(index_elements=["district"], set_=told, where=newer))
