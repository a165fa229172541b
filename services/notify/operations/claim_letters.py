"""Taking letters into our hands: which of a bag may go now, and what each of them says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import Row, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.journey import About
from services.notify.domain.letters import CONFIRM, DIGEST, JOURNEYS, OUTCOME, OUTCOMES, STEP
from services.notify.domain.letters import GATHERED as TAKEN_ALONG
from services.notify.domain.media import MAIL, POST, provider_of
from services.notify.domain.posting import Quiet, quiet_until
from services.notify.operations.compose_letter import Item, Letter
from services.notify.settings import Settings
from services.notify.storage.journeys import journey_facts
from services.notify.storage.outcomes import find_told
from services.notify.storage.providers import A_MINUTE, SERVER, TRIAL, allow, find_rest, win_trial
from services.notify.storage.tables import (
    ENDED,
    GATHERED,
    SENDING,
    TO_PRINT,
    UNWANTED,
    WAITING,
    Campaign,
    Contact,
    Journey,
    Notification,
    Provider,
    Selection,
    SelectionVoice,
    Step,
    Subscription,
)
from shared.kit.web.pages import ZONE

#: How soon a letter is looked at again whose campaign has not been heard of.
UNKNOWN_PAUSE: Final = timedelta(seconds=10)


class Claimed(NamedTuple):
    """A letter in our hands. `had_trouble`: its mail domain, lately."""

    letter: Letter
    contact_id: UUID
    provider_digest: bytes
    attempt_count: int
    queued_at: datetime
    had_trouble: bool


class _Abouts:
    """What the letters of a bag tell of, each read once."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._known: dict[tuple[str, str], About | None] = {}
        self._voices: set[tuple[bytes, UUID]] = set()

    async def learn(self, wanted: Iterable[tuple[str, str]], pseudonyms: Sequence[bytes]) -> None:
        for kind, occasion in set(wanted) - self._known.keys():
            self._known[kind, occasion] = await self._find(kind, occasion)
        outcomes = {about.outcome.id for about in self._known.values() if about}
        if not outcomes:
            return
        query = (
            select(SelectionVoice.pseudonym, Selection.outcome_id)
            .join(Selection, Selection.id == SelectionVoice.selection_id)
            .where(Selection.outcome_id.in_(outcomes), SelectionVoice.pseudonym.in_(pseudonyms))
        )
        self._voices |= {(row[0], row[1]) for row in await self._session.execute(query) if row[1]}

    def about(self, kind: str, occasion: str, pseudonym: bytes) -> About | None:
        """None if the outcome is gone, or this voice is in it no more."""
        about = self._known.get((kind, occasion))
        return about if about and (pseudonym, about.outcome.id) in self._voices else None

    async def _find(self, kind: str, occasion: str) -> About | None:
        step = await self._session.get(Step, UUID(occasion)) if kind == STEP else None
        outcome_id = step.outcome_id if step else UUID(occasion) if kind == OUTCOME else None
        outcome = await find_told(self._session, outcome_id) if outcome_id else None
        if outcome is None:
            return None
        return About(outcome, next((one for one in outcome.steps if step and one.id == step.id), None))


async def claim_letters(
    session: AsyncSession, settings: Settings, ids: Sequence[UUID], at: datetime, lease: timedelta
) -> list[Claimed]:
    """Those that may go now, marked as being sent; the others get the time before which nobody need look again."""
    if not (most := await _server_takes(session, at)):
        await _put_off(session, ids, at)
    rows = (await session.execute(_free(ids, at))).all()
    waiting = await _sort_out(session, rows, at)
    await _know_providers(session, settings, waiting)
    chosen = _at_most(await _within_limits(session, settings, waiting, at), most)
    claimed = await _read(session, settings, chosen, at)
    going = [one.letter.id for one in claimed]
    await _mark(session, going, state=SENDING, claimed_until=at + lease)
    return claimed


async def next_look(session: AsyncSession, ids: Sequence[UUID]) -> datetime | None:
    """When something of these is to be done next; None when nothing is left, and the past when it is now."""
    when = func.min(func.coalesce(Notification.claimed_until, Notification.due_at, Notification.queued_at))
    left = Notification.state.in_((WAITING, SENDING))
    return await session.scalar(select(when).where(Notification.id.in_(ids), left))


async def _server_takes(session: AsyncSession, at: datetime) -> int:
    """How many letters may be tried at our own mail server: none while it rests, one after that, else all."""
    server = await find_rest(session, SERVER)
    if server is None or server.rest_until is None:
        return 1_000_000
    return 1 if await win_trial(session, SERVER, at) else 0


async def _put_off(session: AsyncSession, ids: Sequence[UUID], at: datetime) -> None:
    server = await find_rest(session, SERVER)
    until = (server.rest_until if server else None) or at
    waiting = (Notification.state == WAITING) & (func.coalesce(Notification.due_at, at) <= until)
    mails = select(Subscription.id).join(Contact, Contact.id == Subscription.contact_id).where(Contact.kind == MAIL)
    put_off = update(Notification).where(Notification.id.in_(ids), waiting, Notification.subscription_id.in_(mails))
    await session.execute(put_off.values(due_at=until))


def _at_most(rows: list[Row[Any]], most: int) -> list[Row[Any]]:
    """So many mails; what leaves by another way does not wait for the mail server."""
    mails = [row for row in rows if row.Contact.kind == MAIL][:most]
    return [row for row in rows if row.Contact.kind != MAIL] + mails


def _free(ids: Sequence[UUID], at: datetime) -> Any:
    free = or_(
        and_(Notification.state == WAITING, or_(Notification.due_at.is_(None), Notification.due_at <= at)),
        and_(Notification.state == SENDING, Notification.claimed_until < at),
    )
    return (
        select(Notification, Subscription, Contact, Provider, Journey, Campaign)
        .join(Subscription, Subscription.id == Notification.subscription_id)
        .outerjoin(Contact, Contact.id == Subscription.contact_id)
        .outerjoin(Provider, Provider.digest == Contact.provider_digest)
        .outerjoin(Journey, Journey.receipt_digest == Subscription.receipt_digest)
        .outerjoin(Campaign, Campaign.id == Journey.campaign_id)
        .where(Notification.id.in_(ids), free)
        .order_by(Notification.queued_at, Notification.id)
        .with_for_update(of=Notification, skip_locked=True)
    )


async def _sort_out(session: AsyncSession, rows: Sequence[Row[Any]], at: datetime) -> list[Row[Any]]:
    """Leaves out what nobody wants any more, what waits for the letter of the week, and what would disturb."""
    waiting = []
    for row in rows:
        notification, subscription = row.Notification, row.Subscription
        if subscription.state == ENDED:
            await _mark(session, [notification.id], state=UNWANTED)
        elif row.Contact.kind == POST:
            await _mark(session, [notification.id], state=TO_PRINT)
        elif notification.letter in TAKEN_ALONG and subscription.pace == "weekly":
            await _mark(session, [notification.id], state=GATHERED)
        elif notification.letter in JOURNEYS and (row.Journey is None or row.Campaign is None):
            later = {"due_at": at + UNKNOWN_PAUSE, "error": "campaign unknown"}
            await _mark(session, [notification.id], state=WAITING, **later)
        elif until := _disturbs(notification, subscription, at):
            await _mark(session, [notification.id], state=WAITING, due_at=until)
        else:
            waiting.append(row)
    return waiting


async def _know_providers(session: AsyncSession, settings: Settings, rows: list[Row[Any]]) -> None:
    """Addresses say which mail domain they belong to once they are written to for the first time."""
    for row in rows:
        if row.Contact.provider_digest is None:
            address = settings.vault.decrypt(row.Contact.address).decode()
            row.Contact.provider_digest = settings.provider_digest(provider_of(row.Contact.kind, address))
    await session.flush()


def _disturbs(notification: Notification, subscription: Subscription, at: datetime) -> datetime | None:
    """The letter that somebody waits for with the page still open comes at any hour."""
    if notification.letter == CONFIRM.letter or subscription.quiet_start is None or subscription.quiet_end is None:
        return None
    return quiet_until(Quiet(subscription.quiet_start, subscription.quiet_end), at.astimezone(ZONE))


async def _within_limits(
    session: AsyncSession, settings: Settings, rows: list[Row[Any]], at: datetime
) -> list[Row[Any]]:
    """Without letters to mail domains that rest or have had enough; nobody else waits for them."""
    resting = await _resting(session, rows, at)
    kept = [row for row in rows if row.Notification.id not in resting]
    if settings.mail_per_minute is None:
        return kept
    wanted = Counter(row.Contact.provider_digest for row in kept if row.Contact.provider_digest)
    left = dict(await allow(session, wanted, settings.mail_per_minute, at))
    going = []
    for row in kept:
        digest = row.Contact.provider_digest
        if digest and not left[digest]:
            await _mark(session, [row.Notification.id], state=WAITING, due_at=at + A_MINUTE)
            continue
        left[digest] = left.get(digest, 1) - 1
        going.append(row)
    return going


async def _resting(session: AsyncSession, rows: list[Row[Any]], at: datetime) -> set[UUID]:
    """Letters put off because their mail domain is left alone; the first one after a rest goes to see."""
    resting: dict[bytes, list[UUID]] = {}
    until: dict[bytes, datetime] = {}
    for row in rows:
        if row.Provider and row.Provider.rest_until:
            resting.setdefault(row.Provider.digest, []).append(row.Notification.id)
            until[row.Provider.digest] = row.Provider.rest_until
    for digest, waiting in sorted(resting.items()):
        if until[digest] <= at and await win_trial(session, digest, at):
            waiting.pop(0)
            until[digest] = at + TRIAL
        await _mark(session, waiting, state=WAITING, due_at=max(until[digest], at + timedelta(seconds=5)))
    return {one for waiting in resting.values() for one in waiting}


async def _read(session: AsyncSession, settings: Settings, rows: list[Row[Any]], at: datetime) -> list[Claimed]:
    abouts = _Abouts(session)
    pseudonyms = [row.Journey.pseudonym for row in rows if row.Journey]
    gathered = await _gathered(session, [row.Notification.id for row in rows if row.Notification.letter == DIGEST])
    told = [row.Notification for row in rows] + [one for some in gathered.values() for one in some]
    await abouts.learn(((one.letter, one.occasion) for one in told if one.letter in OUTCOMES), pseudonyms)
    claimed = []
    for row in rows:
        letter = _letter(settings, row, abouts, gathered.get(row.Notification.id, []), at)
        if letter is None:
            await _mark(session, [row.Notification.id], state=UNWANTED)
            continue
        claimed.append(_claimed(letter, row))
    return claimed


def _claimed(letter: Letter, row: Row[Any]) -> Claimed:
    notification = row.Notification
    return Claimed(
        letter=letter,
        contact_id=row.Contact.id,
        provider_digest=row.Contact.provider_digest,
        attempt_count=notification.attempt_count,
        queued_at=notification.queued_at,
        had_trouble=bool(row.Provider and row.Provider.fail_count),
    )


def _letter(
    settings: Settings, row: Row[Any], abouts: _Abouts, gathered: list[Notification], at: datetime
) -> Letter | None:
    """None when there is nothing to tell any more."""
    notification, subscription = row.Notification, row.Subscription
    kind, journey = notification.letter, row.Journey if notification.letter in JOURNEYS else None
    pseudonym = journey.pseudonym if journey else b""
    about = abouts.about(kind, notification.occasion, pseudonym) if kind in OUTCOMES else None
    items = tuple(_items(gathered, abouts, pseudonym)) if kind == DIGEST else ()
    if (kind in OUTCOMES and about is None) or (kind == DIGEST and not items):
        return None
    return Letter(
        id=notification.id,
        kind=kind,
        language=subscription.language,
        recipient=settings.vault.decrypt(row.Contact.address).decode(),
        token=settings.token(subscription.id),
        journey=journey_facts(journey, row.Campaign) if journey else None,
        about=about,
        items=items,
        at=at,
        medium=row.Contact.kind,
        occasion=notification.occasion,
    )


def _items(gathered: list[Notification], abouts: _Abouts, pseudonym: bytes) -> Iterable[Item]:
    for one in gathered:
        about = abouts.about(one.letter, one.occasion, pseudonym)
        if about or one.letter not in OUTCOMES:
            yield Item(one.letter, about)


async def _gathered(session: AsyncSession, digests: list[UUID]) -> dict[UUID, list[Notification]]:
    """What each letter of the week takes along, oldest first."""
    found: dict[UUID, list[Notification]] = {}
    if not digests:
        return found
    query = select(Notification).where(Notification.digest_id.in_(digests), Notification.state == GATHERED)
    for one in await session.scalars(query.order_by(Notification.queued_at)):
        assert one.digest_id
        found.setdefault(one.digest_id, []).append(one)
    return found


async def _mark(session: AsyncSession, ids: Sequence[UUID], **became: Any) -> None:
    if ids:
        values = {"claimed_until": None, **became}
        await session.execute(
            update(Notification)
            .where(Notification.id.in_(ids))
            .values(values)
            .execution_options(synchronize_session=False)
        )
