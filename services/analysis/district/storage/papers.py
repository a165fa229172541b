"""Papers of a district and their versions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.arranging import Layout
from services.analysis.district.domain.papers import Adoption, Rules
from services.analysis.district.domain.papers import Paper as Whole
from services.analysis.district.storage.paper_tables import Paper, PaperVersion


async def list_papers(session: AsyncSession, districts: Collection[str]) -> Sequence[Paper]:
    query = select(Paper).where(Paper.district.in_(districts)).order_by(Paper.kind, Paper.changed_at.desc())
    return (await session.scalars(query)).all()


async def find_paper(session: AsyncSession, paper_id: UUID, *, lock: bool = False) -> Paper | None:
    return await session.get(Paper, paper_id, with_for_update=lock, populate_existing=lock)


async def find_concept(session: AsyncSession, district: str) -> Paper | None:
    return await session.scalar(select(Paper).where(Paper.district == district, Paper.kind == "concept"))


async def list_versions(session: AsyncSession, paper_id: UUID) -> Sequence[PaperVersion]:
    """The newest first."""
    query = select(PaperVersion).where(PaperVersion.paper_id == paper_id).order_by(PaperVersion.number.desc())
    return (await session.scalars(query)).all()


async def find_version(
    session: AsyncSession, paper_id: UUID, number: int, *, lock: bool = False
) -> PaperVersion | None:
    query = select(PaperVersion).where(PaperVersion.paper_id == paper_id, PaperVersion.number == number)
    return await session.scalar(query.with_for_update() if lock else query)


class Bound(NamedTuple):
    """The adopted concept that holds in a district. `catalogue`: the version of the standards that it binds."""

    district: str
    paper_id: UUID
    number: int
    adopted_on: date
    adopted_by: str
    catalogue: int


async def list_bound(session: AsyncSession, districts: Collection[str] | None = None) -> list[Bound]:
    """One for each district that adopted a concept, by district. None: of all."""
    told = (Paper.district, PaperVersion.paper_id, PaperVersion.number, PaperVersion.adopted_on)
    query = _adopted(select(*told, PaperVersion.adopted_by, PaperVersion.catalogue)).ext(distinct_on(Paper.district))
    if districts is not None:
        query = query.where(Paper.district.in_(districts))
    return [Bound(*row) for row in await session.execute(query)]


async def find_bound(session: AsyncSession, district: str) -> Bound | None:
    return next(iter(await list_bound(session, [district])), None)


async def find_adopted(session: AsyncSession, district: str) -> PaperVersion | None:
    """The concept that holds in a district, whole."""
    found: PaperVersion | None = await session.scalar(
        _adopted(select(PaperVersion)).where(Paper.district == district).limit(1)
    )
    return found


def _adopted(query: Any) -> Any:
    """Of each district the one adopted last."""
    adopted = query.join(Paper, Paper.id == PaperVersion.paper_id).where(
        Paper.kind == "concept", PaperVersion.adopted_on.is_not(None)
    )
    return adopted.order_by(Paper.district, PaperVersion.adopted_on.desc(), PaperVersion.number.desc())


async def rules_in_force(session: AsyncSession, district: str) -> Rules:
    """Of the adopted concept; none where there is none."""
    adopted = await find_adopted(session, district)
    return (whole_of(adopted).rules if adopted else None) or Rules()


def rules_of(row: Paper) -> Rules:
    return msgspec.convert(row.rules, Rules)


def layout_of(row: Paper) -> Layout:
    return msgspec.convert(row.layout, Layout)


def whole_of(row: PaperVersion) -> Whole:
    """The paper as it stood, with its adoption."""
    paper = msgspec.convert(row.content, Whole)
    if row.adopted_on is None or row.catalogue is None:
        return paper
    return msgspec.structs.replace(paper, adoption=Adoption(row.adopted_on, row.adopted_by, row.catalogue))
