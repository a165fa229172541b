"""Papers of a district and their versions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

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


async def find_adopted(session: AsyncSession, district: str) -> PaperVersion | None:
    """The concept that holds in a district."""
    query = (
        select(PaperVersion)
        .join(Paper, Paper.id == PaperVersion.paper_id)
        .where(Paper.district == district, Paper.kind == "concept", PaperVersion.adopted_on.is_not(None))
        .order_by(PaperVersion.adopted_on.desc(), PaperVersion.number.desc())
        .limit(1)
    )
    return await session.scalar(query)


def rules_of(row: Paper) -> Rules:
    return msgspec.convert(row.rules, Rules)


def whole_of(row: PaperVersion) -> Whole:
    """The paper as it stood, with its adoption."""
    paper = msgspec.convert(row.content, Whole)
    if row.adopted_on is None or row.catalogue is None:
        return paper
    return msgspec.structs.replace(paper, adoption=Adoption(row.adopted_on, row.adopted_by, row.catalogue))
