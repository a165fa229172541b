"""Taking a response out of the counts for a stated reason, and back in: it never leaves the ledger.

Its participant reads of both behind the receipt.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, get_args

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations.settle_response import settle_response
from services.analysis.storage.tables import Exclusion, Response
from shared.contracts.exclusions import ExclusionReason, ResponseExcluded, ResponseReadmitted
from shared.contracts.routes import publish
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

REASONS: Final[tuple[ExclusionReason, ...]] = get_args(ExclusionReason)


async def exclude_response(
    session: AsyncSession, response: Response, reason: ExclusionReason, by: SignedIn, at: datetime
) -> bool:
    """False when it is excluded already, for whatever reason."""
    row = {
        "id": random_id(),
        "campaign_id": response.campaign_id,
        "response_id": response.id,
        "reason": reason,
        "by": by.account_id,
        "at": at,
    }
    if await session.scalar(insert(Exclusion).values(row).on_conflict_do_nothing().returning(Exclusion.id)) is None:
        return False
    await record_change(session, by, "response.excluded", response.id, {"reason": reason})
    await settle_response(session, response.id)
    await publish(session, ResponseExcluded(response.id, response.campaign_id, reason, at))
    return True


async def readmit_response(session: AsyncSession, response: Response, by: SignedIn, at: datetime) -> bool:
    """Counts it as before, with all that was decided about it; False when it is not excluded."""
    standing = update(Exclusion).where(Exclusion.response_id == response.id, Exclusion.undone_at.is_(None))
    undone = standing.values(undone_at=at, undone_by=by.account_id).returning(Exclusion.id)
    if await session.scalar(undone) is None:
        return False
    await record_change(session, by, "response.readmitted", response.id)
    await settle_response(session, response.id)
    await publish(session, ResponseReadmitted(response.id, response.campaign_id, at))
    return True
