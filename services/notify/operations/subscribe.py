"""Taking in the wish to hear what becomes of a response."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import (
    A_DAY,
    CONFIRM,
    CONSENT_VERSION,
    CONSENT_WORDS,
    MOST_CONFIRMATIONS,
    MOST_WISHES,
)
from services.notify.domain.media import MAIL
from services.notify.operations.suppress import is_suppressed
from services.notify.settings import Settings
from services.notify.storage.journeys import lock_receipt
from services.notify.storage.tables import ASKED, WAITING, ConsentText, Contact, Journey, Notification, Subscription
from services.notify.wording import TEXTS
from shared.contracts.notifications import NotificationQueued
from shared.contracts.routes import publish
from shared.kit.ids import random_id


class TakenBack(Exception):
    """The response was taken back: there is nothing to hear of it. An old page may still ask."""

    def __init__(self, withdrawn_at: datetime) -> None:
        super().__init__("taken_back")
        self.withdrawn_at = withdrawn_at


class Wish(NamedTuple):
    """`kind`: what it is an address of (domain/media.py). `content`: what is kept, where that is more than `address`,
    by which it is found again. `consent`: version of the words agreed to, and their keys."""

    receipt_digest: bytes
    address: str
    language: str
    kind: str = MAIL
    content: str = ""
    consent: tuple[int, tuple[str, ...]] = (CONSENT_VERSION, CONSENT_WORDS)


async def subscribe(session: AsyncSession, settings: Settings, wish: Wish, at: datetime) -> None:
    """Notes the wish and owes the letter that asks for confirmation: one per receipt and address.

    An address that had its confirmations for the day gets no more, and the page does not say so: it would tell
    strangers what an address has been used for. Nor does a receipt that named too many addresses today, and nor is one
    written to that lately could not be reached, or complained. Raises TakenBack.
    """
    await refuse_taken_back(session, wish.receipt_digest)
    if await is_suppressed(session, settings.address_digest(wish.address), at):
        return
    if not await has_room(session, wish.receipt_digest, at):
        return
    contact_id = await keep_contact(session, settings, wish, at)
    if await count_confirmations(session, contact_id, at) >= MOST_CONFIRMATIONS:
        return
    if subscription_id := await keep_subscription(session, settings, wish, contact_id, at):
        await owe_confirmation(session, subscription_id, CONFIRM.occasion, at)


async def refuse_taken_back(session: AsyncSession, receipt_digest: bytes) -> None:
    """Raises TakenBack. A withdrawal that commits meanwhile waits, and then ends what is asked for here."""
    await lock_receipt(session, receipt_digest)
    withdrawn_at = await session.scalar(select(Journey.withdrawn_at).where(Journey.receipt_digest == receipt_digest))
    if withdrawn_at:
        raise TakenBack(withdrawn_at)


async def has_room(session: AsyncSession, receipt_digest: bytes, at: datetime) -> bool:
    """Whether this receipt may name one more address today. The receipt is locked."""
    mine = Subscription.receipt_digest == receipt_digest, Subscription.asked_at > at - A_DAY
    return (await session.scalars(select(func.count()).where(*mine))).one() < MOST_WISHES


async def keep_contact(session: AsyncSession, settings: Settings, wish: Wish, at: datetime) -> UUID:
    """The contact of this address, new or known; its row stays locked, so nobody counts or forgets it meanwhile."""
    statement = insert(Contact).values(
        id=random_id(),
        address_digest=settings.address_digest(wish.address),
        address=settings.vault.encrypt((wish.content or wish.address).encode()),
        kind=wish.kind,
        vault_key=settings.vault_key,
        created_at=at,
    )
    unchanged = {"created_at": Contact.created_at}
    known = statement.on_conflict_do_update(index_elements=["address_digest"], set_=unchanged)
    return (await session.scalars(known.returning(Contact.id))).one()


async def count_confirmations(session: AsyncSession, contact_id: UUID, at: datetime) -> int:
    query = (
        select(func.count())
        .select_from(Notification)
        .join(Subscription, Subscription.id == Notification.subscription_id)
        .where(
            Subscription.contact_id == contact_id,
            Notification.letter == CONFIRM.letter,
            Notification.queued_at > at - A_DAY,
        )
    )
    return (await session.scalars(query)).one()


async def keep_subscription(
    session: AsyncSession, settings: Settings, wish: Wish, contact_id: UUID, at: datetime
) -> UUID | None:
    """Asked for, and the words that were agreed to; None when this address has already been given for this receipt."""
    subscription_id = random_id()
    statement = insert(Subscription).values(
        id=subscription_id,
        receipt_digest=wish.receipt_digest,
        contact_id=contact_id,
        token_digest=settings.token_digest(settings.link_token(settings.token(subscription_id), wish.kind)),
        language=wish.language,
        state=ASKED,
        consent_version=wish.consent[0],
        asked_at=at,
    )
    new = statement.on_conflict_do_nothing(index_elements=["receipt_digest", "contact_id"])
    made = await session.scalar(new.returning(Subscription.id))
    if made:
        await _keep_words(session, wish, at)
    return made


async def _keep_words(session: AsyncSession, wish: Wish, at: datetime) -> None:
    """What stood beside the address field, so that it can be shown what this version of the consent was."""
    version, keys = wish.consent
    words = "\n".join(TEXTS.say(wish.language, key) for key in keys)
    row = {"kind": wish.kind, "version": version, "language": wish.language, "words": words, "first_used_at": at}
    await session.execute(insert(ConsentText).values(row).on_conflict_do_nothing())


async def owe_confirmation(session: AsyncSession, subscription_id: UUID, occasion: str, at: datetime) -> None:
    notification_id = random_id()
    await session.execute(
        insert(Notification).values(
            id=notification_id,
            subscription_id=subscription_id,
            letter=CONFIRM.letter,
            occasion=occasion,
            state=WAITING,
            queued_at=at,
        )
    )
    await publish(session, NotificationQueued(notification_id))
