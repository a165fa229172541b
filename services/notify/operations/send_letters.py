"""Sending letters: claim them, hand them over outside of any transaction, record at once what became of each."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Final, NamedTuple
from uuid import UUID

import structlog
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import DIGEST
from services.notify.domain.media import MAIL, provider_of
from services.notify.domain.posting import GIVE_UP_AFTER, pause_after
from services.notify.operations.carry_letter import carry_letter
from services.notify.operations.claim_letters import Claimed, claim_letters, next_look
from services.notify.operations.hand_over import AddressRefused, Delayed, Medium, Refused
from services.notify.operations.suppress import suppress
from services.notify.settings import Settings
from services.notify.storage.providers import SERVER, note_failure, note_success, public_name
from services.notify.storage.tables import (
    GATHERED,
    REFUSED,
    SENDING,
    SENT,
    STRANDED,
    WAITING,
    Notification,
)
from shared.kit.clock import now
from shared.kit.messaging import NotYet
from shared.kit.storage import Database

log = structlog.get_logger()

#: A mail domain that takes longer than this over a letter is left alone as one that fails.
SLOW_S: Final = 15.0
#: How long what became of a letter is kept in hand when the database is away, rather than sending it again.
PATIENCE_S: Final = 60.0
#: What is handed over within this is written down together: a commit for each would take most of the time.
COLLECT_S: Final = 0.05
SHORTEST_LOOK: Final = timedelta(seconds=1)
#: A letter that somebody else is sending is looked at again after this.
BEING_SENT_PAUSE: Final = timedelta(seconds=15)


class BeingSent(NotYet):
    """Somebody else holds the claim. If they die, a later attempt takes over."""

    def __init__(self, pause: timedelta = BEING_SENT_PAUSE) -> None:
        super().__init__(pause)


class Result(NamedTuple):
    """What became of a letter. `failure` None: it was taken; `was_begun` False: it was not even tried."""

    claimed: Claimed
    failure: Refused | Delayed | None
    seconds: float
    was_begun: bool = True


async def send_letters(database: Database, settings: Settings, medium: Medium, ids: Sequence[UUID]) -> None:
    """Sends each of these letters once, however often called.

    The only gap: what a mail server has taken and a death before `sent` is written. Results are written twenty times
    a second, so that is one letter per connection and those of a moment. The repetition carries the same Message-ID.
    Whoever hangs up after the whole letter and before the server's answer does not know either; the letter is sent
    again, since one too many is better than none. Raises NotYet when some of them are to be tried later.
    """
    at = now()
    claimed = await database.run(lambda session: claim_letters(session, settings, ids, at, medium.lease))
    if claimed:
        handing = _Round(settings, medium)
        writing = asyncio.create_task(_write_down(database, handing.results, many=len(claimed) > 1))
        try:
            await handing.hand_over(claimed)
        finally:
            await writing
    later = await database.run(lambda session: next_look(session, ids))
    if later:
        pause = max(later - now(), SHORTEST_LOOK)
        raise NotYet(pause) if claimed else BeingSent(pause)


class _Round:
    """Handing over what one claim holds: side by side for mail domains, one after the other within each."""

    def __init__(self, settings: Settings, medium: Medium) -> None:
        self._settings = settings
        self._medium = medium
        self._clock = asyncio.get_running_loop().time
        self._start_by = self._clock() + medium.lease.total_seconds() / 4
        self._server_is_away = False
        self.results: asyncio.Queue[Result | None] = asyncio.Queue()

    async def hand_over(self, claimed: list[Claimed]) -> None:
        by_domain = groupby(sorted(claimed, key=lambda one: one.provider_digest), key=lambda one: one.provider_digest)
        try:
            await asyncio.gather(*(self._in_turn(list(some)) for _, some in by_domain))
        finally:
            self.results.put_nowait(None)

    async def _in_turn(self, letters: list[Claimed]) -> None:
        for one in letters:
            begun = self._clock()
            # A claim that may end while we are at it is no claim; and a server that is away is not asked for each.
            if begun > self._start_by or self._server_is_away:
                self.results.put_nowait(Result(one, None, 0.0, was_begun=False))
                continue
            failure = await self._try(one)
            self._server_is_away |= isinstance(failure, Delayed) and failure.blames == "server"
            self.results.put_nowait(Result(one, failure, self._clock() - begun))

    async def _try(self, one: Claimed) -> Refused | Delayed | None:
        try:
            await carry_letter(self._settings, self._medium, one.letter)
        except (Refused, Delayed) as failure:
            return failure
        except Exception as trouble:  # whatever it was, the row must say so, and the other letters go on
            log.error("letter.trouble", notification=str(one.letter.id), exc_info=trouble)
            return Delayed(type(trouble).__name__, "nobody")
        return None


async def _write_down(database: Database, results: asyncio.Queue[Result | None], *, many: bool) -> None:
    """One transaction for what came in while the one before was being written, and in a moment more."""
    is_over = False
    while not is_over:
        batch = [await results.get()]
        if batch[0] and many:
            await asyncio.sleep(COLLECT_S)
        while not results.empty():
            batch.append(results.get_nowait())
        is_over = batch[-1] is None
        if came := [one for one in batch if one]:
            await _record(database, came)


async def _record(database: Database, batch: list[Result]) -> None:
    at = now()
    await database.run(lambda session: record(session, batch, at), PATIENCE_S)
    for result in batch:
        if result.failure:
            error = result.failure.kind
            log.warning("letter.failed", notification=str(result.claimed.letter.id), error=error)
    log.info("letters.sent", count=sum(one.was_begun and not one.failure for one in batch))


async def record(session: AsyncSession, batch: Iterable[Result], at: datetime) -> None:
    """Notifications first, mail domains after them, each in one order: two workers never wait for each other."""
    batch = list(batch)
    taken = [one for one in batch if one.was_begun and one.failure is None]
    await _set(session, [one.claimed.letter.id for one in taken], state=SENT, sent_at=at, error=None)
    await _set(session, [one.claimed.letter.id for one in batch if not one.was_begun], state=WAITING)
    digests = [one.claimed.letter.id for one in taken if one.claimed.letter.kind == DIGEST]
    await _settle_gathered(session, digests, at)
    for one in batch:
        if one.failure:
            await _note(session, one, one.failure, at)
    await _note_domains(session, batch, at)


async def _note(session: AsyncSession, result: Result, failure: Refused | Delayed, at: datetime) -> None:
    one = result.claimed
    if isinstance(failure, Refused):
        await _set(session, [one.letter.id], state=REFUSED, error=failure.kind)
        if isinstance(failure, AddressRefused):
            await suppress(session, one.contact_id, "bounced", at)
        return
    if failure.blames == "nobody" or at - one.queued_at < GIVE_UP_AFTER:
        count = one.attempt_count + (failure.blames != "nobody")
        later = {"due_at": at + pause_after(max(count, 1)), "attempt_count": count}
        await _set(session, [one.letter.id], state=WAITING, error=failure.kind, **later)
        return
    await _set(session, [one.letter.id], state=STRANDED, error=failure.kind, attempt_count=one.attempt_count + 1)


async def _note_domains(session: AsyncSession, batch: list[Result], at: datetime) -> None:
    """Whom to leave alone. A server that answers at all is well, whatever it says of one letter."""
    blamed: dict[bytes, tuple[str, str]] = {}
    well: set[bytes] = set()
    for one in (each for each in batch if each.was_begun):
        digest, failure = one.claimed.provider_digest, one.failure
        blames = failure.blames if isinstance(failure, Delayed) else None
        if blames in ("server", "domain"):
            assert failure
            blamed[SERVER if blames == "server" else digest] = (failure.kind, _provider_of(one))
        elif one.seconds > SLOW_S and blames is None:
            blamed[digest] = ("slow", _provider_of(one))
        elif one.claimed.had_trouble and blames is None:
            well.add(digest)
        if blames in (None, "domain") and one.claimed.letter.medium == MAIL:
            well.add(SERVER)
    await note_success(session, well - blamed.keys())
    for digest, (kind, domain) in sorted(blamed.items()):
        name = await public_name(session, digest, domain) if digest else None
        await note_failure(session, digest, name, kind, at)


def _provider_of(one: Result) -> str:
    letter = one.claimed.letter
    return provider_of(letter.medium, letter.recipient).rpartition("@")[2]


async def _settle_gathered(session: AsyncSession, digests: list[UUID], at: datetime) -> None:
    """What a letter of the week told of is told."""
    if digests:
        told = update(Notification).where(Notification.digest_id.in_(digests), Notification.state == GATHERED)
        await session.execute(told.values(state=SENT, sent_at=at))


async def _set(session: AsyncSession, ids: Sequence[UUID], **became: Any) -> None:
    """Writes what became of claims; a letter that another claim has sent meanwhile stays sent."""
    if ids:
        mine = update(Notification).where(Notification.id.in_(ids), Notification.state == SENDING)
        await session.execute(mine.values(claimed_until=None, **became))


async def retry_stranded(session: AsyncSession, at: datetime) -> list[UUID]:
    """Puts what a person has looked at back into the queue; returns which. The caller rings for them."""
    again = update(Notification).where(Notification.state == STRANDED)
    fresh = {"state": WAITING, "queued_at": at, "due_at": None, "attempt_count": 0}
    return list((await session.scalars(again.values(fresh).returning(Notification.id))).all())
