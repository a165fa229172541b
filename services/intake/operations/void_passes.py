"""Taking passes out of use. Nobody learns by it whether a pass was used, and so by whom."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.operations.issue_passes import pass_digest
from services.intake.settings import Settings
from services.intake.storage.tables import Pass, Sheet
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def void_pass(session: AsyncSession, settings: Settings, channel_id: UUID, code: str, by: SignedIn) -> None:
    """The one with this code, if it is of this group and still open; otherwise nothing, and nobody is told."""
    await _void(session, channel_id, Pass.digest == pass_digest(settings, code))
    await record_change(session, by, "pack.voided", channel_id, {"which": "one"})


async def void_open_passes(session: AsyncSession, channel_id: UUID, by: SignedIn) -> None:
    """All that nobody has used yet."""
    await _void(session, channel_id)
    await record_change(session, by, "pack.voided", channel_id, {"which": "open"})


async def _void(session: AsyncSession, channel_id: UUID, *which: object) -> None:
    sheets = select(Sheet.id).where(Sheet.channel_id == channel_id)
    still_open = Pass.sheet_id.in_(sheets), Pass.state == "open", *which
    await session.execute(update(Pass).where(*still_open).values(state="void"))  # type: ignore[arg-type]
