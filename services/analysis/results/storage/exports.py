"""Files of single responses: who asked for them, how far they are, and what of the responses goes into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from services.analysis.results.domain.columns import Asked
from services.analysis.results.storage.export_tables import Export, ExportPart
from services.analysis.results.storage.figures_tables import FigureEntry
from services.analysis.storage.passages import SHOWN, read_shown
from services.analysis.storage.tables import Campaign, Passage, Question, Response, Screening
from shared.kit.storage import Database
from shared.staff.storage.tables import Account

RUNNING: Final = "running"
FINISHED: Final = "finished"
FAILED: Final = "failed"
#: The file is gone; who was in it is kept, or the next one would show who came since.
CANCELLED: Final = "cancelled"
ROWS: Final = "rows"
FILE: Final = "file"
#: Between the texts of one question, of which a remark may have several.
BETWEEN: Final = "\n\n"


class Listed(NamedTuple):
    """An export as staff see it."""

    export: Export
    campaign: Campaign
    who: str | None

    @property
    def share(self) -> float:
        return self.export.done / self.export.total if self.export.total else 0.0


class Given(NamedTuple):
    """What one response says: values of closed answers, and words that may be shown, both by question."""

    closed: dict[str, list[str]]
    words: dict[str, str]


async def list_exports(session: AsyncSession, campaign_id: UUID) -> Sequence[Listed]:
    """Newest first."""
    query = _LISTED.where(Export.campaign_id == campaign_id).order_by(Export.requested_at.desc())
    return [Listed(*row) for row in await session.execute(query)]


async def find_export(session: AsyncSession, export_id: UUID) -> Listed | None:
    row = (await session.execute(_LISTED.where(Export.id == export_id))).one_or_none()
    return Listed(*row) if row else None


async def read_plans(session: AsyncSession, campaign_id: UUID, but: UUID) -> dict[UUID, bytes]:
    """Of all other files of the campaign that somebody has, had, or is about to get, oldest first."""
    query = select(Export.id, Export.plan).where(*_planned(campaign_id, but))
    rows = await session.execute(query.order_by(Export.requested_at, Export.id))
    return {row.id: row.plan for row in rows}


async def hold_plans(session: AsyncSession, campaign_id: UUID, but: UUID) -> dict[UUID, bytes]:
    """Digests of what `read_plans` would tell, SHA-256; until the end of the transaction nobody else lays one down."""
    await session.execute(select(Campaign.id).where(Campaign.id == campaign_id).with_for_update())
    query = select(Export.id, func.sha256(Export.plan, type_=LargeBinary).label("digest"))
    rows = await session.execute(query.where(*_planned(campaign_id, but)))
    return {row.id: row.digest for row in rows}


def _planned(campaign_id: UUID, but: UUID) -> tuple[ColumnElement[bool], ...]:
    return (Export.campaign_id == campaign_id, Export.id != but, Export.state != FAILED, Export.plan.is_not(None))


async def list_questions(session: AsyncSession, campaign_id: UUID) -> list[list[Asked]]:
    """What every version asked, oldest first; questions on the person are told by the figures."""
    query = select(Question).where(Question.campaign_id == campaign_id, Question.about == "")
    versions: dict[int, list[Asked]] = defaultdict(list)
    for row in await session.scalars(query.order_by(Question.version, Question.place)):
        choices = {choice["key"]: _german(choice["label"]) for choice in row.choices}
        versions[row.version].append(Asked(row.key, row.kind, _german(row.label), choices, row.points))
    return list(versions.values())


async def read_ids(session: AsyncSession, campaign_id: UUID, numbers: Sequence[int]) -> dict[int, UUID]:
    """Which response has which number in the figures."""
    query = select(FigureEntry.number, FigureEntry.response_id)
    own = query.where(FigureEntry.campaign_id == campaign_id, FigureEntry.number.in_(numbers))
    return {row.number: row.response_id for row in await session.execute(own)}


async def read_gone(session: AsyncSession, campaign_id: UUID) -> list[int]:
    """Numbers of responses that were taken back: the figures may hear of it a moment later."""
    query = (
        select(FigureEntry.number)
        .outerjoin(Response, Response.id == FigureEntry.response_id)
        .where(FigureEntry.campaign_id == campaign_id, or_(Response.id.is_(None), Response.withdrawn_at.is_not(None)))
    )
    return list(await session.scalars(query))


async def read_seen(session: AsyncSession, campaign_id: UUID) -> list[int]:
    """Numbers of responses that had another one when they were shown before."""
    query = select(FigureEntry.number).where(FigureEntry.campaign_id == campaign_id, FigureEntry.seen)
    return list(await session.scalars(query))


async def read_given(session: AsyncSession, ids: Sequence[UUID], *, texts: bool) -> dict[UUID, Given]:
    """By response; one that was taken back meanwhile is missing. Words are masked, and only those that may be shown."""
    query = select(Response.id, Response.closed).where(Response.id.in_(ids), Response.withdrawn_at.is_(None))
    found = {
        row.id: Given({one["question"]: one["values"] for one in row.closed}, {})
        for row in await session.execute(query)
    }
    if texts:
        await _add_words(session, found)
    return found


async def last_part(session: AsyncSession, export_id: UUID, stage: str) -> int:
    """The number of the last portion that is ready; -1 for none."""
    query = select(func.max(ExportPart.number)).where(ExportPart.export_id == export_id, ExportPart.stage == stage)
    number = await session.scalar(query)
    return -1 if number is None else number


async def read_part(session: AsyncSession, export_id: UUID, stage: str, number: int) -> bytes | None:
    query = select(ExportPart.content).where(
        ExportPart.export_id == export_id, ExportPart.stage == stage, ExportPart.number == number
    )
    return await session.scalar(query)


async def read_file(database: Database, export_id: UUID) -> AsyncIterator[bytes]:
    """The file, a portion at a time; each is read in a transaction of its own."""
    number = 0
    while content := await _part_of_file(database, export_id, number):
        yield content
        number += 1


async def _part_of_file(database: Database, export_id: UUID, number: int) -> bytes | None:
    return await database.run(lambda session: read_part(session, export_id, FILE, number))


async def _add_words(session: AsyncSession, found: dict[UUID, Given]) -> None:
    query = (
        select(Passage.id, Passage.response_id)
        .join(Screening, Screening.passage_id == Passage.id)
        .where(Passage.response_id.in_(found), Screening.state.in_(SHOWN))
        .order_by(Passage.response_id, Passage.id)
    )
    rows = (await session.execute(query)).all()
    shown = await read_shown(session, [row.id for row in rows])
    for row in rows:
        words, passage = found[row.response_id].words, shown[row.id]
        before = words.get(passage.question)
        words[passage.question] = f"{before}{BETWEEN}{passage.text}" if before else passage.text


def _german(text: Any) -> str:
    return str(text.get("de") or next(iter(text.values()), ""))


_LISTED: Final = (
    select(Export, Campaign, Account.full_name)
    .join(Campaign, Campaign.id == Export.campaign_id)
    .outerjoin(Account, Account.id == Export.requested_by)
    .where(Export.state != CANCELLED)
    .options(defer(Export.plan, raiseload=True))
)
