"""Mail domains that are in trouble or have had enough for this minute: kept here, so that all workers know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import case, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.outcomes import FEWEST
from services.notify.domain.posting import PATIENT_FAILURES, rest_after
from services.notify.storage.tables import Contact, Provider

#: Our own mail server, through which every letter goes.
SERVER: Final = b""
#: Failures at nearly the same time count as one: the connections of a process all fail together.
ONE_BURST: Final = timedelta(seconds=2)
#: How long nobody else tries while one letter goes to see.
TRIAL: Final = timedelta(seconds=30)
A_MINUTE: Final = timedelta(minutes=1)
#: A domain that has had no trouble for so long is forgotten.
KEPT_FOR: Final = timedelta(days=7)


async def find_rest(session: AsyncSession, digest: bytes) -> Provider | None:
    return await session.get(Provider, digest)


async def win_trial(session: AsyncSession, digest: bytes, at: datetime) -> bool:
    """After a rest one letter goes first, to see, and all others wait for what becomes of it. True: it is ours."""
    over = (Provider.digest == digest) & (Provider.rest_until <= at)
    trial = update(Provider).where(over).values(rest_until=at + TRIAL).returning(Provider.digest)
    return await session.scalar(trial) is not None


async def note_failure(session: AsyncSession, digest: bytes, name: str | None, error: str, at: datetime) -> None:
    """Counts one more failure in a row, and leaves the domain alone after some; our own server after the first."""
    new = insert(Provider).values(digest=digest, name=name, fail_count=1, error=error, failed_at=at)
    one_more = case((Provider.failed_at > at - ONE_BURST, Provider.fail_count), else_=Provider.fail_count + 1)
    known = {"fail_count": one_more, "error": error, "failed_at": at, "name": name}
    counted = new.on_conflict_do_update(index_elements=["digest"], set_=known).returning(Provider.fail_count)
    fail_count = (await session.scalars(counted)).one()
    if rest := rest_after(fail_count if digest != SERVER else fail_count + PATIENT_FAILURES - 1):
        row = update(Provider).where(Provider.digest == digest)
        await session.execute(row.values(rest_until=at + rest))


async def note_success(session: AsyncSession, digests: set[bytes]) -> None:
    """Ends the row of failures of these domains; in one order for everybody, so that nobody waits crosswise."""
    for digest in sorted(digests):
        well = update(Provider).where(Provider.digest == digest, Provider.fail_count > 0)
        await session.execute(well.values(fail_count=0, rest_until=None))


async def allow(session: AsyncSession, wanted: Counter[bytes], per_minute: int, at: datetime) -> Mapping[bytes, int]:
    """How many letters of those wanted each domain may get in this minute; they count as sent."""
    allowed = {}
    for digest, count in sorted(wanted.items()):
        begun = insert(Provider).values(digest=digest, minute_at=at, minute_count=0).on_conflict_do_nothing()
        await session.execute(begun)
        row = (await session.scalars(select(Provider).where(Provider.digest == digest).with_for_update())).one()
        if row.minute_at is None or row.minute_at <= at - A_MINUTE:
            row.minute_at, row.minute_count = at, 0
        allowed[digest] = min(count, max(0, per_minute - row.minute_count))
        row.minute_count += allowed[digest]
    await session.flush()
    return allowed


async def public_name(session: AsyncSession, digest: bytes, domain: str) -> str | None:
    """The domain if several people share it: one of somebody's own would name that person."""
    shared = select(func.count()).select_from(
        select(Contact.id).where(Contact.provider_digest == digest).limit(FEWEST).subquery()
    )
    return domain if await session.scalar(shared) == FEWEST else None


async def forget_providers(session: AsyncSession, at: datetime) -> int:
    quiet = or_(Provider.failed_at.is_(None), Provider.failed_at < at - KEPT_FOR)
    unused = or_(Provider.minute_at.is_(None), Provider.minute_at < at - KEPT_FOR)
    gone = delete(Provider).where(quiet, unused).returning(Provider.digest)
    return len((await session.execute(gone)).all())
