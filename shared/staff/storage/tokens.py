"""Tokens of programs as staff see them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.storage.tables import Account, Token


class Listed(NamedTuple):
    """`who`: who made it."""

    token: Token
    who: str

    def state(self, at: datetime) -> str:
        """valid, expired, revoked."""
        if self.token.revoked_at:
            return "revoked"
        return "expired" if self.token.expires_at <= at else "valid"


async def list_tokens(session: AsyncSession) -> list[Listed]:
    """Newest first."""
    query = select(Token, Account.full_name).join(Account, Account.id == Token.created_by)
    return [Listed(*row) for row in await session.execute(query.order_by(Token.created_at.desc()))]
