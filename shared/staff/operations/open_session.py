"""Opening a session after somebody has shown who they are, and ending it."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, or_
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.domain.tokens import IDLE_FOR, LASTS_FOR, digest_session_token
from shared.staff.storage.tables import Session


class Cookie(NamedTuple):
    """The session's cookie as this site names it, and what the browser sent in it so far."""

    name: str
    token: str


class Opened(NamedTuple):
    """A new session, and the token for its cookie."""

    account_id: UUID
    token: str


async def open_session(session: AsyncSession, account_id: UUID, cookie: Cookie, at: datetime) -> Opened:
    """Always a new session: the one the browser had ends, and those whose time is over are cleared away."""
    await sign_out(session, cookie)
    await session.execute(delete(Session).where(or_(Session.ends_at <= at, Session.used_at <= at - IDLE_FOR)))
    token = secrets.token_urlsafe(32)
    digest = digest_session_token(cookie.name, token)
    session.add(Session(token_digest=digest, account_id=account_id, opened_at=at, used_at=at, ends_at=at + LASTS_FOR))
    await session.flush()
    return Opened(account_id, token)


async def sign_out(session: AsyncSession, cookie: Cookie) -> None:
    """Ends the session of this cookie, if there is one."""
    await session.execute(delete(Session).where(Session.token_digest == digest_session_token(*cookie)))
