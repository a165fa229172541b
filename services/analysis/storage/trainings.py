"""Trainings from reviews, and which tagger is switched on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from services.analysis.storage.tables import TaggerSwitch, Training
from services.analysis.tagger.domain.compared import Comparison
from shared.staff.storage.tables import Account

RUNNING: Final = "running"
FINISHED: Final = "finished"
FAILED: Final = "failed"
CANCELLED: Final = "cancelled"
#: What a training made never changes, so what was used last is kept in memory.
_KEPT: Final = 2
_contents: OrderedDict[UUID, bytes] = OrderedDict()


class Switched(NamedTuple):
    """What is to read texts instead of the shipped tagger `base`."""

    training_id: UUID
    version: str
    base: str
    content: bytes


class Report(msgspec.Struct, frozen=True):
    """How a training did: on held-out reviews, and on the texts every version of the tagger is measured on."""

    learned: int
    held_out: Comparison
    development: Comparison


class Switch(NamedTuple):
    """Who has read since when. `training`: its number; none: the tagger as it is shipped."""

    training: int | None
    version: str | None
    at: datetime
    who: str | None


class Listed(NamedTuple):
    """A training as staff see it."""

    training: Training
    who: str | None

    @property
    def report(self) -> Report | None:
        return msgspec.convert(self.training.report, Report) if self.training.report else None

    @property
    def share(self) -> float:
        return self.training.done / self.training.total if self.training.total else 0.0


async def find_switched(session: AsyncSession) -> Switched | None:
    """None where nobody switched anything on, or everything off again."""
    row = (await session.execute(_NEWEST)).one_or_none()
    if row is None or row.training_id is None:
        return None
    return Switched(row.training_id, row.version, row.base, await _content(session, row.training_id))


async def wanted_version(session: AsyncSession, shipped: str) -> str | None:
    """Which tagger is to read now; None where nobody ever chose, so that a new release alone asks for nothing."""
    row = (await session.execute(_NEWEST)).one_or_none()
    if row is None:
        return None
    return str(row.version) if row.training_id and row.base == shipped else shipped


async def holding_training(session: AsyncSession) -> UUID | None:
    """None: the shipped tagger is switched on."""
    row = (await session.execute(_NEWEST)).one_or_none()
    return row.training_id if row else None


async def list_switches(session: AsyncSession, most: int = 10) -> Sequence[Switch]:
    """Newest first."""
    query = (
        select(Training.number, Training.version, TaggerSwitch.at, Account.full_name)
        .select_from(TaggerSwitch)
        .outerjoin(Training, Training.id == TaggerSwitch.training_id)
        .outerjoin(Account, Account.id == TaggerSwitch.by)
        .order_by(TaggerSwitch.number.desc())
        .limit(most)
    )
    return [Switch(*row) for row in await session.execute(query)]


async def list_trainings(session: AsyncSession, most: int = 20) -> Sequence[Listed]:
    """Newest first, without what they learned."""
    query = (
        select(Training, Account.full_name)
        .outerjoin(Account, Account.id == Training.requested_by)
        .options(defer(Training.content, raiseload=True))
        .order_by(Training.number.desc())
        .limit(most)
    )
    return [Listed(*row) for row in await session.execute(query)]


async def next_number(session: AsyncSession) -> int:
    return (await session.scalar(select(func.max(Training.number))) or 0) + 1


_NEWEST: Final = (
    select(TaggerSwitch.number, TaggerSwitch.training_id, Training.version, Training.base)
    .outerjoin(Training, Training.id == TaggerSwitch.training_id)
    .order_by(TaggerSwitch.number.desc())
    .limit(1)
)


async def _content(session: AsyncSession, training_id: UUID) -> bytes:
    if training_id not in _contents:
        found = await session.scalar(select(Training.content).where(Training.id == training_id))
        assert found, "only a finished training is switched on"
        _contents[training_id] = found
        while len(_contents) > _KEPT:
            _contents.popitem(last=False)
    return _contents[training_id]
