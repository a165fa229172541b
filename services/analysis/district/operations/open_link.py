"""An organisation's own link to its entry: a secret that is shown once and can be taken back."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Entry
from services.analysis.district.storage import tables
from services.analysis.settings import Settings
from shared.kit.ids import keyed_digest, random_id
from shared.kit.settings import derive_key
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def open_link(session: AsyncSession, settings: Settings, entry: Entry, by: SignedIn, at: datetime) -> str:
    """The secret part of a new link; earlier ones stay open."""
    token = secrets.token_urlsafe(24)
    link = {"id": random_id(), "entry_id": entry.id, "digest": link_digest(settings, token), "made_at": at}
    await session.execute(insert(tables.OwnLink).values(**link, made_by=by.account_id))
    await record_change(session, by, "entry_link.opened", entry.id)
    return token


async def revoke_links(session: AsyncSession, entry_id: UUID, by: SignedIn, at: datetime) -> None:
    """None of the entry's links opens anything from now on."""
    row = tables.OwnLink
    mine = row.entry_id == entry_id, row.revoked_at.is_(None)
    await session.execute(update(row).where(*mine).values(revoked_at=at))
    await record_change(session, by, "entry_link.revoked", entry_id)


async def note_use(session: AsyncSession, settings: Settings, token: str, at: datetime) -> None:
    mine = tables.OwnLink.digest == link_digest(settings, token)
    await session.execute(update(tables.OwnLink).where(mine).values(used_at=at))


def link_digest(settings: Settings, token: str) -> bytes:
    return keyed_digest(derive_key(settings.secret, "inventory link"), token.encode())
