"""Print kits that were ordered: how far they are, and their pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple, cast
from uuid import UUID

from sqlalchemy import Select, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from services.intake.domain.kits import Format, Wanted
from services.intake.storage.tables import Kit, KitPage
from shared.kit.ids import random_id
from shared.kit.storage import Database

BITE: Final = 20
#: Pages read at once while a kit goes out: a megabyte or so.
READ: Final = 16


class Progress(NamedTuple):
    """`last_at`: when the last page was drawn, None for none yet."""

    kit: Kit
    done: int
    last_at: datetime | None

    @property
    def is_ready(self) -> bool:
        return self.done == self.kit.page_count


class Drawn(NamedTuple):
    name: str
    pdf: bytes


async def list_kits(session: AsyncSession, campaign_id: UUID, at: datetime) -> list[Progress]:
    """Newest first."""
    query = _progress().where(Kit.campaign_id == campaign_id, Kit.expires_at > at).order_by(Kit.ordered_at.desc())
    return [Progress(kit, done, last_at) for kit, done, last_at in await session.execute(query)]


async def find_kit(session: AsyncSession, campaign_id: UUID, kit_id: UUID, at: datetime) -> Progress | None:
    """None for one that is discarded or over, or that is another campaign's."""
    query = _progress().where(Kit.id == kit_id, Kit.campaign_id == campaign_id, Kit.expires_at > at)
    row = (await session.execute(query)).one_or_none()
    return Progress(row[0], row[1], row[2]) if row else None


async def list_missing(session: AsyncSession, kit_id: UUID, numbers: Sequence[int]) -> Sequence[KitPage]:
    """Of these pages those that nobody has drawn yet; none where the kit is gone."""
    mine = (KitPage.kit_id == kit_id, KitPage.number.in_(numbers), KitPage.drawn_at.is_(None))
    return (await session.scalars(select(KitPage).where(*mine).order_by(KitPage.number))).all()


async def keep_pages(session: AsyncSession, kit_id: UUID, drawn: Mapping[int, bytes], at: datetime) -> None:
    """A page that another worker drew meanwhile stays as it is."""
    for number, pdf in drawn.items():
        missing = (KitPage.kit_id == kit_id, KitPage.number == number, KitPage.drawn_at.is_(None))
        await session.execute(update(KitPage).where(*missing).values(pdf=pdf, drawn_at=at))


async def read_pages(database: Database, kit_id: UUID) -> AsyncIterator[Drawn]:
    """All of them in order, a few at a time, so that no large kit stands whole in memory."""
    after = -1
    while rows := await database.run(lambda session, after=after: _some(session, kit_id, after)):  # type: ignore[misc]
        for number, name, pdf in rows:
            yield Drawn(name, pdf)
            after = number


async def discard_kit(session: AsyncSession, campaign_id: UUID, kit_id: UUID) -> bool:
    """With its pages; a worker that is at it notices. False where there is none."""
    gone = delete(Kit).where(Kit.id == kit_id, Kit.campaign_id == campaign_id).returning(Kit.id)
    return await session.scalar(gone) is not None


async def forget_kits(session: AsyncSession, at: datetime) -> int:
    """Returns how many. What is over can be ordered again: of each campaign the last order stays, without its pages."""
    later = aliased(Kit)
    drawn = exists().where(KitPage.kit_id == Kit.id)
    outdone = exists().where(later.campaign_id == Kit.campaign_id, later.ordered_at > Kit.ordered_at)
    over = (await session.scalars(select(Kit.id).where(Kit.expires_at <= at, drawn | outdone).limit(BITE))).all()
    await session.execute(delete(KitPage).where(KitPage.kit_id.in_(over)))
    await session.execute(delete(Kit).where(Kit.id.in_(over), outdone))
    return len(over)


async def last_wanted(session: AsyncSession, campaign_id: UUID) -> Wanted | None:
    """What was ordered last, or came with the questionnaire; without places."""
    query = select(Kit).where(Kit.campaign_id == campaign_id).order_by(Kit.ordered_at.desc()).limit(1)
    kit = await session.scalar(query)
    if kit is None:
        return None
    return Wanted(tuple(cast(list[Format], kit.formats)), tuple(kit.languages), (), kit.large)


async def keep_wanted(session: AsyncSession, campaign_id: UUID, wanted: Wanted, by: UUID, at: datetime) -> None:
    """How a kit shall be ordered when there are places to print for: an order without pages, and over already."""
    row = {"formats": list(wanted.formats), "languages": list(wanted.languages), "codes": [], "large": wanted.large}
    kept = {"id": random_id(), "campaign_id": campaign_id, "page_count": 0, "ordered_at": at, "expires_at": at}
    await session.execute(insert(Kit).values(**row, **kept, ordered_by=by))


async def _some(session: AsyncSession, kit_id: UUID, after: int) -> Iterable[tuple[int, str, bytes]]:
    mine = (KitPage.kit_id == kit_id, KitPage.number > after, KitPage.drawn_at.is_not(None))
    query = select(KitPage.number, KitPage.name, KitPage.pdf).where(*mine).order_by(KitPage.number).limit(READ)
    return [(number, name, bytes(pdf or b"")) for number, name, pdf in await session.execute(query)]


def _progress() -> Select[Kit, int, datetime | None]:
    done, last = func.count(KitPage.drawn_at), func.max(KitPage.drawn_at)
    return select(Kit, done, last).outerjoin(KitPage, KitPage.kit_id == Kit.id).group_by(Kit.id)
