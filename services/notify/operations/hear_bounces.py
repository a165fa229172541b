"""Acting on what came back: an address that is dead or complained gets no more letters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import structlog
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.posting import MOST_SOFT_BOUNCES
from services.notify.operations.read_bounce import Came, read_bounce
from services.notify.operations.suppress import suppress
from services.notify.settings import Settings
from services.notify.storage.tables import Bounce, Contact, Notification, Subscription

log = structlog.get_logger()

#: Mails read in one transaction, and the largest that is read: a report is small, and a letter comes back whole.
BITE: Final = 50
MOST_BYTES: Final = 2 * 1024 * 1024
#: Where mails are laid that are for a person: answers, absence notes, what nobody can read.
OTHERS: Final = "others"


async def hear_bounce(session: AsyncSession, came: Came, digest: bytes, at: datetime) -> bool:
    """Does what this one asks for, once. `digest`: of the mail or event. Returns False for one heard before."""
    new = insert(Bounce).values(digest=digest, kind=came.kind, status=came.status, heard_at=at)
    if await session.scalar(new.on_conflict_do_nothing().returning(Bounce.digest)) is None:
        return False
    contact_id = await _contact_of(session, came.letter) if came.letter else None
    log.info("bounce.heard", kind=came.kind, status=came.status, known=contact_id is not None)
    if contact_id is None:
        return True
    if came.kind == "complaint":
        await suppress(session, contact_id, "complained", at)
    elif came.kind == "hard" or (came.kind == "soft" and await _count_soft(session, contact_id) >= MOST_SOFT_BOUNCES):
        await suppress(session, contact_id, "bounced", at)
    return True


async def read_folder(session: AsyncSession, settings: Settings, at: datetime) -> int:
    """Reads some mails of the drop folder or maildir. Returns how many; a chore.

    A mail is deleted only when the transaction that heard it is over: the next bite finds its digest and takes it
    away. What is for a person is moved aside at once, since it changes nothing here.
    """
    if not settings.bounce_folder:
        return 0
    count = 0
    for file in _some(Path(settings.bounce_folder)):
        await _read(session, settings, file, at)
        count += 1
    return count


async def _read(session: AsyncSession, settings: Settings, file: Path, at: datetime) -> None:
    content = file.read_bytes()[:MOST_BYTES]
    came = read_bounce(settings, content)
    if came.kind == "other":
        aside = Path(settings.bounce_folder or "") / OTHERS
        aside.mkdir(exist_ok=True)
        file.rename(aside / file.name)
    elif not await hear_bounce(session, came, hashlib.sha256(content).digest(), at):
        file.unlink(missing_ok=True)


def _some(folder: Path) -> Iterator[Path]:
    """A maildir's new and read mails, or plain files; nothing that is still being written."""
    places = [place for place in (folder / "new", folder / "cur", folder) if place.is_dir()]
    files = (file for place in places for file in sorted(place.iterdir()))
    kept = (file for file in files if file.is_file() and not file.name.startswith("."))
    for _, file in zip(range(BITE), kept, strict=False):
        yield file


async def _contact_of(session: AsyncSession, letter: UUID) -> UUID | None:
    query = (
        select(Subscription.contact_id)
        .join(Notification, Notification.subscription_id == Subscription.id)
        .where(Notification.id == letter)
    )
    return await session.scalar(query)


async def _count_soft(session: AsyncSession, contact_id: UUID) -> int:
    one_more = update(Contact).where(Contact.id == contact_id).values(soft_bounce_count=Contact.soft_bounce_count + 1)
    return await session.scalar(one_more.returning(Contact.soft_bounce_count)) or 0
