"""A participant changed a response: it is read anew, and what people decided about unchanged texts holds on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.answers import REMARK
from services.analysis.operations.assess_response import Subject, read_response
from services.analysis.operations.keep_response import keep_passages, row_of, texts_of
from services.analysis.storage.catalogue import district_of, find_effective
from services.analysis.storage.tables import Assessment, Passage, Response, TopicReading, TopicTag
from shared.contracts.responses import ResponseCorrected


async def correct_response(session: AsyncSession, message: ResponseCorrected, at: datetime) -> bool:
    """False when a later correction, or the withdrawal, was heard before."""
    if not await _keep(session, message):
        return False
    remarks = [(f"{REMARK}-{number}", text) for number, text in enumerate(message.remarks, 1)]
    await _replace_passages(session, message.response_id, [*texts_of(message.answers), *remarks])
    await _forget_readings(session, message.response_id)
    effective = await find_effective(session, await district_of(session, message.campaign_id))
    subject = Subject(message.response_id, message.campaign_id, message.language)
    return await read_response(session, subject, effective, at)


async def _keep(session: AsyncSession, message: ResponseCorrected) -> bool:
    row = row_of(message) | {"heard_revision": message.revision}
    newer = (Response.heard_revision < message.revision) & Response.withdrawn_at.is_(None)
    statement = insert(Response).values(row)
    changed = {"closed": statement.excluded.closed, "heard_revision": message.revision}
    known = statement.on_conflict_do_update(index_elements=["id"], set_=changed, where=newer)
    return await session.scalar(known.returning(Response.id)) is not None


async def _replace_passages(session: AsyncSession, response_id: UUID, texts: Sequence[tuple[str, str]]) -> None:
    """A text that stayed as it was stays the same passage, with its reviews."""
    query = select(Passage.id, Passage.question, Passage.text).where(Passage.response_id == response_id)
    wanted, gone = Counter(texts), []
    for row in await session.execute(query):
        if wanted[row.question, row.text]:
            wanted[row.question, row.text] -= 1
        else:
            gone.append(row.id)
    await session.execute(delete(Passage).where(Passage.id.in_(gone)))
    await keep_passages(session, response_id, list(wanted.elements()))


async def _forget_readings(session: AsyncSession, response_id: UUID) -> None:
    """They are of what was said before: the same tagger and catalogue would otherwise have nothing to read."""
    for table in (Assessment, TopicReading, TopicTag):
        await session.execute(delete(table).where(table.response_id == response_id))
