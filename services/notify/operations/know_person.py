"""Everything that is kept on one person, who is known here by an address: to be shown, taken along, erased."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.media import spoken_address
from services.notify.operations.end_subscription import end_all
from services.notify.settings import Settings
from services.notify.storage.tables import Campaign, ConsentText, Contact, Journey, Notification, Subscription


class LetterKept(msgspec.Struct, frozen=True):
    letter: str
    state: str
    queued_at: datetime
    sent_at: datetime | None


class SubscriptionKept(msgspec.Struct, frozen=True):
    """`campaign`: its title in every language; None while nothing was heard of it. `consent`: the words agreed to."""

    campaign: dict[str, str] | None
    language: str
    pace: str
    quiet: tuple[int, int] | None
    state: str
    asked_at: datetime
    confirmed_at: datetime | None
    consent_version: int
    consent: str
    letters: tuple[LetterKept, ...]


class PersonKept(msgspec.Struct, frozen=True):
    """Answers are not here: nothing in this schema knows which response a subscription belongs to.

    `kind`: what it is an address of (domain/media.py); `content`: the address as it is kept, where that says more.
    """

    kind: str
    address: str
    content: str | None
    since: datetime
    subscriptions: tuple[SubscriptionKept, ...]


async def know_contact(session: AsyncSession, settings: Settings, contact_id: UUID) -> PersonKept:
    contact = await session.get_one(Contact, contact_id)
    query = (
        select(Subscription, Campaign.title, ConsentText.words)
        .outerjoin(Journey, Journey.receipt_digest == Subscription.receipt_digest)
        .outerjoin(Campaign, Campaign.id == Journey.campaign_id)
        .outerjoin(
            ConsentText,
            (ConsentText.kind == contact.kind)
            & (ConsentText.version == Subscription.consent_version)
            & (ConsentText.language == Subscription.language),
        )
        .where(Subscription.contact_id == contact_id)
        .order_by(Subscription.asked_at)
    )
    rows = (await session.execute(query)).all()
    kept = [_kept(row[0], row[1], row[2], await _letters(session, row[0].id)) for row in rows]
    content = settings.vault.decrypt(contact.address).decode()
    address = spoken_address(contact.kind, content)
    more = content if content != address else None
    return PersonKept(contact.kind, address, more, contact.created_at, tuple(kept))


async def find_contact(session: AsyncSession, settings: Settings, address: str) -> UUID | None:
    return await session.scalar(select(Contact.id).where(Contact.address_digest == settings.address_digest(address)))


async def erase_contact(session: AsyncSession, contact_id: UUID, at: datetime) -> int:
    """Ends every subscription of the address and forgets it. Returns how many; responses stay, they are nobody's."""
    return await end_all(session, select(Subscription.id).where(Subscription.contact_id == contact_id), at)


async def _letters(session: AsyncSession, subscription_id: UUID) -> tuple[LetterKept, ...]:
    query = select(Notification).where(Notification.subscription_id == subscription_id).order_by(Notification.queued_at)
    return tuple(
        LetterKept(letter.letter, letter.state, letter.queued_at, letter.sent_at)
        for letter in await session.scalars(query)
    )


def _quiet(subscription: Subscription) -> tuple[int, int] | None:
    """Hours of the day, from and to."""
    start, end = subscription.quiet_start, subscription.quiet_end
    return (start, end) if start is not None and end is not None else None


def _kept(
    subscription: Subscription, title: dict[str, str] | None, words: str | None, letters: tuple[LetterKept, ...]
) -> SubscriptionKept:
    return SubscriptionKept(
        campaign=title,
        language=subscription.language,
        pace=subscription.pace,
        quiet=_quiet(subscription),
        state=subscription.state,
        asked_at=subscription.asked_at,
        confirmed_at=subscription.confirmed_at,
        consent_version=subscription.consent_version,
        consent=words or "",
        letters=letters,
    )
