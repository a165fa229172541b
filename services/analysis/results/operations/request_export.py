"""Asking for a file of single responses, and doing away with one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.exporting import LONGEST_PURPOSE, SHORTEST_PURPOSE
from services.analysis.results.domain.formats import OF_RESPONSES, Format
from services.analysis.results.operations.forget_exports import put_away
from services.analysis.results.storage.export_tables import Export
from services.analysis.results.storage.exports import CANCELLED, RUNNING
from shared.contracts.exports import ExportRequested
from shared.contracts.routes import publish
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


class Wanted(msgspec.Struct, frozen=True):
    """`purpose`: what the file is needed for, in the words of whoever asks. `format`: none where it makes no sense."""

    id: UUID
    format: Format | None
    texts: bool
    labels: bool
    purpose: str

    @property
    def faults(self) -> tuple[str, ...]:
        checks = {
            "format": self.format in OF_RESPONSES,
            "purpose": SHORTEST_PURPOSE <= len(self.purpose) <= LONGEST_PURPOSE,
        }
        return tuple(field for field, good in checks.items() if not good)


async def request_export(session: AsyncSession, campaign_id: UUID, wanted: Wanted, by: SignedIn, at: datetime) -> None:
    """Once, however often the form is sent. What it is for stands in the audit trail for good."""
    row = {
        **msgspec.structs.asdict(wanted),
        "campaign_id": campaign_id,
        "state": RUNNING,
        "requested_at": at,
        "requested_by": by.account_id,
        "done": 0,
        "total": 0,
    }
    new = insert(Export).values(row).on_conflict_do_nothing().returning(Export.id)
    if await session.scalar(new) is None:
        return
    after = {"campaign": str(campaign_id), "format": wanted.format, "texts": wanted.texts, "purpose": wanted.purpose}
    await record_change(session, by, "export.requested", wanted.id, after)
    await publish(session, ExportRequested(wanted.id, at))


async def delete_export(session: AsyncSession, export_id: UUID, by: SignedIn) -> bool:
    """With all its portions; a worker that is at it notices. False when there is none."""
    export = await session.get(Export, export_id, with_for_update=True, populate_existing=True)
    if export is None or export.state == CANCELLED:
        return False
    await put_away(session, export)
    await record_change(session, by, "export.deleted", export_id)
    return True
