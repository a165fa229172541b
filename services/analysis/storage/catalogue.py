"""Catalogues and their versions, and which one holds where."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.storage.papers import find_bound
from services.analysis.domain.catalogue import Catalogue, Provenance, as_read
from services.analysis.domain.document import Document, in_german, plain
from services.analysis.storage import tables
from services.analysis.storage.catalogue_files import load_shipped
from services.analysis.storage.kept import Kept
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import Assessment, Campaign, CatalogueVersion, Response
from shared.kit.ids import random_id

#: The district of the catalogue that holds wherever a district has none of its own.
CITY: Final = "*"
DRAFT: Final = "draft"
PUBLISHED: Final = "published"
#: What was published never changes, so the versions last used are kept in memory.
_KEPT: Final = 16
_documents: OrderedDict[UUID, Document] = OrderedDict()
#: So many responses are counted in some hundredths of a second.
MANY: Final = 10_000
_read_with: Final[Kept[Mapping[int, int]]] = Kept(lambda counts: sum(counts.values()) > MANY)


class Version(NamedTuple):
    """A version without its content. `number` 0: a draft."""

    id: UUID
    district: str
    number: int
    base: int | None
    state: str
    note: str
    edition: int
    changed_at: datetime
    changed_by: str
    published_at: datetime | None


class Effective(NamedTuple):
    """What holds somewhere now."""

    version: Version
    document: Document


def load_catalogue() -> Catalogue:
    """The catalogue as it is shipped: what the tagger was trained on."""
    return in_german(load_shipped(), 1)


async def ship_catalogue(session: AsyncSession, at: datetime) -> None:
    """Makes the shipped catalogue the city's first version; whoever comes second changes nothing."""
    home = {"id": random_id(), "district": CITY, "created_at": at}
    await session.execute(insert(tables.Catalogue).values(home).on_conflict_do_nothing(index_elements=["district"]))
    row = {
        "id": random_id(),
        "catalogue_id": await session.scalar(select(tables.Catalogue.id).filter_by(district=CITY)),
        "number": 1,
        "state": PUBLISHED,
        "content": plain(load_shipped()),
        "note": "",
        "edition": 1,
        "changed_at": at,
        "changed_by": "",
        "published_at": at,
    }
    await session.execute(insert(CatalogueVersion).values(row).on_conflict_do_nothing(index_elements=["number"]))


async def read_catalogue(session: AsyncSession, district: str) -> Catalogue:
    """What holds in the district, as pages speak of it."""
    found = await find_effective(session, district)
    return in_german(found.document, found.version.number)


async def read_catalogue_of(session: AsyncSession, campaign_id: UUID) -> Catalogue:
    """What holds for the campaign; for one nobody has told of yet: what holds in the city."""
    return await read_catalogue(session, await district_of(session, campaign_id))


async def read_provenance(session: AsyncSession, campaign: Campaign) -> tuple[Catalogue, Provenance]:
    """The catalogue as the campaign's responses were read with it, and which versions those are; of participants."""
    holds = await read_catalogue(session, campaign.district)
    counts = await _read_with.get(campaign.id, lambda: _count_read_with(session, campaign.id))
    readers = [reader for number in counts if (reader := await _read_version(session, number))]
    return as_read(holds, readers), Provenance(counts, holds.version)


async def _count_read_with(session: AsyncSession, campaign_id: UUID) -> Mapping[int, int]:
    """Version → responses; most first."""
    count = func.count()
    query = (
        select(Assessment.catalogue_version, count)
        .join(Response, (Response.id == Assessment.response_id) & Assessment.current)
        .where(Response.campaign_id == campaign_id, Response.withdrawn_at.is_(None), speaks("participants"))
        .group_by(Assessment.catalogue_version)
        .order_by(count.desc(), Assessment.catalogue_version.desc())
    )
    return dict((await session.execute(query)).all())


async def _read_version(session: AsyncSession, number: int) -> Catalogue | None:
    version = await find_version(session, number)
    return in_german(await read_document_of(session, version), number) if version else None


async def district_of(session: AsyncSession, campaign_id: UUID) -> str:
    return await session.scalar(select(Campaign.district).where(Campaign.id == campaign_id)) or CITY


async def find_effective(session: AsyncSession, district: str) -> Effective:
    """What the district is judged by: the version that its adopted concept binds, or else the newest."""
    bound = await find_bound(session, district)
    version = await find_version(session, bound.catalogue) if bound else None
    if version is None:
        return await find_newest(session, district)
    return Effective(version, await read_document_of(session, version))


async def find_newest(session: AsyncSession, district: str) -> Effective:
    """The newest version of the district's own catalogue, or else of the city's: what its next concept would bind."""
    query = (
        _VERSIONS.where(CatalogueVersion.state == PUBLISHED, tables.Catalogue.district.in_((district, CITY)))
        .order_by(tables.Catalogue.district == CITY, CatalogueVersion.number.desc())
        .limit(1)
    )
    version = _version((await session.execute(query)).one())
    return Effective(version, await read_document_of(session, version))


async def find_version(session: AsyncSession, number: int) -> Version | None:
    return await _one(session, CatalogueVersion.number == number)


async def find_draft(session: AsyncSession, version_id: UUID) -> Version | None:
    return await _one(session, CatalogueVersion.id == version_id, CatalogueVersion.state == DRAFT)


async def find_draft_of(session: AsyncSession, district: str) -> Version | None:
    return await _one(session, tables.Catalogue.district == district, CatalogueVersion.state == DRAFT)


async def list_versions(session: AsyncSession, districts: Collection[str] | None = None) -> Sequence[Version]:
    """The city's first, then the districts'; of each the draft and then the newest. None: of all districts."""
    query = _VERSIONS.order_by(
        tables.Catalogue.district, CatalogueVersion.number.desc().nulls_first()
    )  # "*" sorts before every letter
    if districts is not None:
        query = query.where(tables.Catalogue.district.in_((*districts, CITY)))
    return [_version(row) for row in await session.execute(query)]


async def read_document_of(session: AsyncSession, version: Version) -> Document:
    """The content. Raises msgspec.ValidationError for one that an older program wrote and this one cannot read."""
    if version.id in _documents:
        _documents.move_to_end(version.id)
        return _documents[version.id]
    content = await session.scalar(select(CatalogueVersion.content).where(CatalogueVersion.id == version.id))
    document = msgspec.convert(content, Document)
    if version.state == PUBLISHED:
        _documents[version.id] = document
        while len(_documents) > _KEPT:
            _documents.popitem(last=False)
    return document


_VERSIONS: Final[Select[UUID, str, int | None, int | None, str, str, int, datetime, str, datetime | None]] = select(
    CatalogueVersion.id,
    tables.Catalogue.district,
    CatalogueVersion.number,
    CatalogueVersion.base,
    CatalogueVersion.state,
    CatalogueVersion.note,
    CatalogueVersion.edition,
    CatalogueVersion.changed_at,
    CatalogueVersion.changed_by,
    CatalogueVersion.published_at,
).join(tables.Catalogue, tables.Catalogue.id == CatalogueVersion.catalogue_id)


async def _one(session: AsyncSession, *conditions: ColumnElement[bool]) -> Version | None:
    row = (await session.execute(_VERSIONS.where(*conditions))).one_or_none()
    return _version(row) if row else None


def _version(row: Any) -> Version:
    told = row._mapping
    return Version(**{**told, "number": told["number"] or 0})
