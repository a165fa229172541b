"""Beginning a paper, writing in it, keeping it as a version, and noting that a body adopted one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.arranging import Layout, rename
from services.analysis.district.domain.papers import Paper as Whole
from services.analysis.district.domain.papers import PaperKind, Rules
from services.analysis.district.storage.paper_tables import Paper, PaperVersion
from services.analysis.district.storage.papers import find_bound, find_version, layout_of, rules_of
from services.analysis.storage.catalogue import find_effective
from shared.contracts.concepts import ConceptAdopted, ConceptRules
from shared.contracts.routes import publish
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def begin_paper(
    session: AsyncSession, kind: PaperKind, district: str, subject: str, by: SignedIn, at: datetime
) -> UUID:
    """The paper of that subject, the one that is there if there is one."""
    row = {"id": random_id(), "kind": kind, "district": district, "subject": subject, "changed_at": at}
    new = insert(Paper).values(**row, words={}, rules={}, edition=1)
    made: UUID | None = await session.scalar(new.on_conflict_do_nothing().returning(Paper.id))
    if made is not None:
        await record_change(session, by, "paper.begun", made, {"kind": kind})
        return made
    same = (Paper.kind == kind, Paper.district == district, Paper.subject == subject)
    return (await session.execute(select(Paper.id).where(*same))).scalar_one()


async def write_words(
    session: AsyncSession,
    paper: Paper,
    section: str,
    text: str,
    edition: int,
    by: SignedIn,
    at: datetime,
    title: str = "",
) -> bool:
    """False when somebody wrote in it since that edition. The paper is locked by whoever read it.

    `title`: of a chapter that people added.
    """
    if edition != paper.edition:
        return False
    paper.words = {**paper.words, section: text}
    if title:
        paper.layout = msgspec.to_builtins(rename(layout_of(paper), section, title))
    await _changed(session, paper, by, at, {"section": section})
    return True


async def set_layout(
    session: AsyncSession, paper: Paper, layout: Layout, edition: int, by: SignedIn, at: datetime
) -> bool:
    """False when somebody changed the paper since that edition. The paper is locked by whoever read it."""
    if edition != paper.edition:
        return False
    paper.layout = msgspec.to_builtins(layout)
    await _changed(session, paper, by, at, {"section": "layout"})
    return True


async def set_rules(
    session: AsyncSession, paper: Paper, rules: Rules, edition: int, by: SignedIn, at: datetime
) -> bool:
    """False when somebody changed the paper since that edition."""
    if edition != paper.edition:
        return False
    paper.rules = msgspec.to_builtins(rules)
    await _changed(session, paper, by, at, {"section": "rules"})
    return True


async def keep_version(session: AsyncSession, paper: Paper, whole: Whole, note: str, by: SignedIn, at: datetime) -> int:
    """The number of the version. The paper is locked by whoever read it."""
    last = await session.scalar(select(func.max(PaperVersion.number)).where(PaperVersion.paper_id == paper.id))
    number = (last or 0) + 1
    content = msgspec.to_builtins(msgspec.structs.replace(whole, number=number))
    row = {"id": random_id(), "paper_id": paper.id, "number": number, "content": content, "note": note}
    await session.execute(insert(PaperVersion).values(**row, made_at=at, made_by=by.name, adopted_by=""))
    await record_change(session, by, "paper.kept", paper.id, {"number": number})
    return number


async def adopt_concept(
    session: AsyncSession, paper: Paper, number: int, on: date, body: str, by: SignedIn, at: datetime
) -> bool:
    """From now on campaigns are held against it, and judged by the catalogue it was written with.

    A version of before catalogues were noted binds the one that holds today.
    False when it was adopted before, and when what holds was adopted later.
    """
    version = await find_version(session, paper.id, number, lock=True)
    holds = await find_bound(session, paper.district)
    later = holds is not None and (holds.adopted_on, holds.number) > (on, number)
    if version is None or version.adopted_on is not None or later:
        return False
    whole = msgspec.convert(version.content, Whole)
    catalogue = whole.catalogue or (await find_effective(session, paper.district)).version.number
    noted = update(PaperVersion).where(PaperVersion.id == version.id)
    await session.execute(noted.values(adopted_on=on, adopted_by=body, catalogue=catalogue))
    await record_change(session, by, "concept.adopted", version.id, {"number": number, "body": body})
    told = msgspec.convert(msgspec.to_builtins(whole.rules or rules_of(paper)), ConceptRules)
    await publish(session, ConceptAdopted(paper.district, version.id, number, on, body, catalogue, told, at))
    return True


async def _changed(session: AsyncSession, paper: Paper, by: SignedIn, at: datetime, details: Mapping[str, str]) -> None:
    paper.edition, paper.changed_at = paper.edition + 1, at
    await session.flush()
    await record_change(session, by, "paper.written", paper.id, dict(details))
