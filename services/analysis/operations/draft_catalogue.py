"""Changing a catalogue: a draft is opened, changed as often as staff like, thrown away or published."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.document import Document, plain
from services.analysis.storage import tables
from services.analysis.storage.catalogue import CITY, DRAFT, Version, find_draft_of, find_effective
from services.analysis.storage.tables import CatalogueVersion
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def open_draft(
    session: AsyncSession, district: str, document: Document, by: SignedIn, at: datetime
) -> tuple[Version, bool]:
    """The district's draft, and whether it is new: where there is one already, it stays as it is."""
    home = {"id": random_id(), "district": district, "created_at": at}
    await session.execute(insert(tables.Catalogue).values(home).on_conflict_do_nothing(index_elements=["district"]))
    city = await find_effective(session, CITY)
    row = {
        "id": random_id(),
        "catalogue_id": await session.scalar(select(tables.Catalogue.id).filter_by(district=district)),
        "base": None if district == CITY else city.version.number,
        "state": DRAFT,
        "content": plain(document),
        "note": "",
        "edition": 1,
        "changed_at": at,
        "changed_by": by.name,
    }
    new = await session.scalar(
        insert(CatalogueVersion).values(row).on_conflict_do_nothing().returning(CatalogueVersion.id)
    )
    if new:
        await record_change(session, by, "catalogue.drafted", new, {"district": district})
    draft = await find_draft_of(session, district)
    assert draft
    return draft, new is not None


async def change_draft(
    session: AsyncSession, draft: Version, edition: int, document: Document, by: SignedIn, at: datetime
) -> bool:
    """False when somebody changed the draft since this edition was read: then nothing is changed."""
    seen = (CatalogueVersion.id == draft.id, CatalogueVersion.state == DRAFT, CatalogueVersion.edition == edition)
    values = {"content": plain(document), "edition": edition + 1, "changed_at": at, "changed_by": by.name}
    changed = update(CatalogueVersion).where(*seen).values(values).returning(CatalogueVersion.id)
    if await session.scalar(changed) is None:
        return False
    await record_change(session, by, "catalogue.changed", draft.id, {"edition": edition + 1})
    return True


async def discard_draft(session: AsyncSession, draft: Version, by: SignedIn) -> bool:
    """False when it was discarded or published meanwhile."""
    gone = delete(CatalogueVersion).where(CatalogueVersion.id == draft.id, CatalogueVersion.state == DRAFT)
    if await session.scalar(gone.returning(CatalogueVersion.id)) is None:
        return False
    await record_change(session, by, "catalogue.discarded", draft.id, {"district": draft.district})
    return True
