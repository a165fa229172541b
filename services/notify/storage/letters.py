"""Letters in numbers: how many of each kind are in which state, and what went wrong lately. Never an address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.storage.providers import SERVER
from services.notify.storage.tables import Bounce, Notification, Provider, Suppression


class Failure(NamedTuple):
    """`error`: stage and code; `state`: what became of the letters it happened to."""

    error: str
    state: str
    letter_count: int


class LetterNumbers(NamedTuple):
    """`counts`: letter → state → how many. `domains`: mail domains in trouble, newest trouble first."""

    counts: Mapping[str, Mapping[str, int]]
    failures: Sequence[Failure]
    domains: Sequence[Provider]
    server: Provider | None
    bounces: Mapping[str, int]
    suppressed: Mapping[str, int]


async def count_letters(session: AsyncSession) -> LetterNumbers:
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    by_kind = select(Notification.letter, Notification.state, func.count()).group_by(
        Notification.letter, Notification.state
    )
    for letter, state, count in await session.execute(by_kind.order_by(Notification.letter)):
        counts[letter][state] = count
    bounces = await session.execute(select(Bounce.kind, func.count()).group_by(Bounce.kind))
    suppressed = await session.execute(select(Suppression.reason, func.count()).group_by(Suppression.reason))
    return LetterNumbers(
        counts=counts,
        failures=await _failures(session),
        domains=await _domains(session),
        server=await session.get(Provider, SERVER),
        bounces=dict(bounces.all()),
        suppressed=dict(suppressed.all()),
    )


async def _failures(session: AsyncSession) -> list[Failure]:
    query = (
        select(Notification.error, Notification.state, func.count())
        .where(Notification.error.is_not(None))
        .group_by(Notification.error, Notification.state)
        .order_by(func.count().desc())
        .limit(20)
    )
    return [Failure(error, state, count) for error, state, count in await session.execute(query) if error]


async def _domains(session: AsyncSession) -> Sequence[Provider]:
    troubled = select(Provider).where(Provider.digest != SERVER, Provider.fail_count > 0)
    return (await session.scalars(troubled.order_by(Provider.failed_at.desc()).limit(20))).all()
