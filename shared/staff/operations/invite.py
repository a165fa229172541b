"""One-time links into an account: for a new person, a lost password, or the first look at a fresh installation."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.domain.roles import SignedIn
from shared.staff.domain.tokens import INVITED_FOR, digest_invitation_token
from shared.staff.operations.record_change import record_change
from shared.staff.storage.tables import Invitation


async def invite(session: AsyncSession, account_id: UUID, at: datetime, by: SignedIn | None = None) -> str:
    """The token of a new link; only its digest is kept."""
    token = secrets.token_urlsafe(32)
    digest = digest_invitation_token(token)
    session.add(Invitation(token_digest=digest, account_id=account_id, invited_at=at, expires_at=at + INVITED_FOR))
    await session.flush()
    await record_change(session, by, "account.invited", account_id)
    return token
