"""Publishing a catalogue: the draft becomes a version that never changes, and districts inherit the city's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.storage.packages import locked_standards
from services.analysis.domain.document import Document, Fault, faults_of, plain, rebase
from services.analysis.storage import tables
from services.analysis.storage.catalogue import (
    CITY,
    DRAFT,
    PUBLISHED,
    Version,
    find_effective,
    find_newest,
    list_versions,
    read_document_of,
)
from services.analysis.storage.tables import CatalogueVersion
from services.analysis.tagger.domain.standards import STANDARDS
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


class FaultyError(ValueError):
    """The draft cannot be published as it is."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


class NotelessError(ValueError):
    """Nobody said what is new, and why: it stands with the version for ever."""


async def publish_catalogue(
    session: AsyncSession, draft: Version, edition: int, note: str, by: SignedIn, at: datetime
) -> int | None:
    """The new number; None when somebody changed the draft since this edition was read.

    Raises FaultyError, also for a draft that changes nothing, and NotelessError.
    """
    if not note:
        raise NotelessError
    await session.execute(select(tables.Catalogue.id).order_by(tables.Catalogue.id).with_for_update())
    document = await read_document_of(session, draft)
    city = await find_effective(session, CITY)
    if faults := await find_faults(session, draft, document):
        raise FaultyError(faults)
    number = await _next_number(session)
    seen = (CatalogueVersion.id == draft.id, CatalogueVersion.state == DRAFT, CatalogueVersion.edition == edition)
    values = {"state": PUBLISHED, "number": number, "note": note, "published_at": at, "changed_by": by.name}
    done = update(CatalogueVersion).where(*seen).values(values).returning(CatalogueVersion.id)
    if await session.scalar(done) is None:
        return None
    await record_change(session, by, "catalogue.published", draft.id, {"number": number, "district": draft.district})
    if draft.district == CITY:
        await _hand_down(session, city.document, document, number, at)
    return number


async def find_faults(session: AsyncSession, draft: Version, document: Document) -> list[Fault]:
    city = None if draft.district == CITY else await _binding(session, draft.district)
    same = document == (await find_newest(session, draft.district)).document
    return [*faults_of(document, STANDARDS, city), *([Fault("no-change")] if same else ())]


async def _binding(session: AsyncSession, district: str) -> Document:
    """The city's catalogue, in which also stands locked what another district's package binds it to."""
    city = (await find_effective(session, CITY)).document
    bound = {one.id: one for one in await locked_standards(session, district)}
    own = tuple(one for one in city.standards if one.locked or one.id not in bound)
    firm = {one.id for one in own if one.locked}
    more = tuple(replace(one, sources=()) for key, one in bound.items() if key not in firm)
    return replace(city, standards=(*own, *more))


async def _hand_down(session: AsyncSession, old: Document, new: Document, number: int, at: datetime) -> None:
    """Each district's catalogue on the city's new one: a new version of what is published, and its draft changed."""
    for district in await session.scalars(select(tables.Catalogue.district).filter(tables.Catalogue.district != CITY)):
        versions = [one for one in await list_versions(session, [district]) if one.district == district]
        for draft in (one for one in versions if one.state == DRAFT):
            await _rebase_draft(session, draft, old, new, number)
        if published := next((one for one in versions if one.state == PUBLISHED), None):
            await _rebase_published(session, published, old, new, number, at)


async def _rebase_draft(session: AsyncSession, draft: Version, old: Document, new: Document, number: int) -> None:
    """The edition grows, so that whoever has the draft open learns of it."""
    content = plain(rebase(await read_document_of(session, draft), old, new))
    changed = update(CatalogueVersion).where(CatalogueVersion.id == draft.id)
    await session.execute(changed.values(content=content, base=number, edition=CatalogueVersion.edition + 1))


async def _rebase_published(
    session: AsyncSession, version: Version, old: Document, new: Document, number: int, at: datetime
) -> None:
    row = {
        "id": random_id(),
        "catalogue_id": await session.scalar(select(tables.Catalogue.id).filter_by(district=version.district)),
        "number": await _next_number(session),
        "base": number,
        "state": PUBLISHED,
        "content": plain(rebase(await read_document_of(session, version), old, new)),
        "note": "",
        "edition": 1,
        "changed_at": at,
        "changed_by": "",
        "published_at": at,
    }
    await session.execute(insert(CatalogueVersion).values(row))


async def _next_number(session: AsyncSession) -> int:
    """Only under the lock on all catalogues."""
    return (await session.scalar(select(func.max(CatalogueVersion.number))) or 0) + 1
