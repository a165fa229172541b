"""Finding a subscription by the token of its links."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.storage.tables import Subscription


async def find_subscription(session: AsyncSession, token_digest: bytes) -> Subscription | None:
    return await session.scalar(select(Subscription).where(Subscription.token_digest == token_digest))
