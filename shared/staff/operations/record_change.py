"""The audit trail: who changed what, written in the transaction that changes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.clock import now
from shared.kit.ids import ordered_id
from shared.staff.domain.roles import SignedIn
from shared.staff.storage.tables import AuditEntry


async def record_change(
    session: AsyncSession,
    by: SignedIn | None,
    verb: str,
    subject_id: UUID,
    after: Mapping[str, Any] | None = None,
    before: Mapping[str, Any] | None = None,
) -> None:
    """Adds an entry. `verb`: `noun.past_participle`, its noun is the subject's kind; `by` None: the command line.

    `after` and `before` are small: the fields that changed, never a text somebody wrote, an address or a secret.
    """
    entry = {
        "id": ordered_id(),
        "at": now(),
        "account_id": by.account_id if by else None,
        "verb": verb,
        "subject_kind": verb.split(".")[0],
        "subject_id": subject_id,
        "before": before,
        "after": after,
    }
    await session.execute(insert(AuditEntry).values(entry))
