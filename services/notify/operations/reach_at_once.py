"""Subscriptions that need no letter of confirmation: the device has asked its owner, or there is a signed sheet."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.media import POST, PUSH, Device, PostalAddress
from services.notify.operations.end_subscription import end_all
from services.notify.operations.know_person import erase_contact, find_contact
from services.notify.operations.owe_read_letters import owe_read_letters
from services.notify.operations.subscribe import Wish, has_room, keep_contact, keep_subscription, refuse_taken_back
from services.notify.operations.tell_outcome import owe_outcome_letters
from services.notify.settings import Settings
from services.notify.storage.tables import ASKED, CONFIRMED, Contact, Subscription

#: Which wording people agreed to; raise it with every change of these texts.
PUSH_CONSENT: Final = (1, ("push-text", "push-do", "push-kept", "tell-kept"))
POST_CONSENT: Final = (1, ("sheet-consent", "tell-kept"))


def device_wish(receipt_digest: bytes, device: Device, language: str) -> Wish:
    content = msgspec.json.encode(device).decode()
    return Wish(receipt_digest, device.endpoint, language, PUSH, content, PUSH_CONSENT)


def postal_wish(receipt_digest: bytes, address: PostalAddress, language: str) -> Wish:
    content = msgspec.json.encode(address).decode()
    return Wish(receipt_digest, address.identity, language, POST, content, POST_CONSENT)


async def reach_at_once(session: AsyncSession, settings: Settings, wish: Wish, at: datetime) -> UUID | None:
    """A confirmed subscription, and the letters it is owed already. None when there is one: what is kept is renewed.

    None too for a device that is one too many for its receipt today. Raises TakenBack.
    """
    await refuse_taken_back(session, wish.receipt_digest)
    if wish.kind == PUSH and not await has_room(session, wish.receipt_digest, at):
        return None
    contact_id = await keep_contact(session, settings, wish, at)
    subscription_id = await keep_subscription(session, settings, wish, contact_id, at)
    if subscription_id is None:
        await _renew(session, settings, wish, contact_id)
        return None
    confirmed = {"state": CONFIRMED, "confirmed_at": at}
    mine = update(Subscription).where(Subscription.id == subscription_id, Subscription.state == ASKED)
    await session.execute(mine.values(confirmed))
    await owe_read_letters(session, wish.receipt_digest, at)
    await owe_outcome_letters(session, wish.receipt_digest, at)
    return subscription_id


async def reaches(session: AsyncSession, settings: Settings, receipt_digest: bytes, address: str) -> bool:
    """Whether this address is told of this receipt."""
    query = select(
        exists().where(
            Subscription.receipt_digest == receipt_digest,
            Subscription.contact_id == Contact.id,
            Contact.address_digest == settings.address_digest(address),
        )
    )
    return bool(await session.scalar(query))


async def forget_address(session: AsyncSession, settings: Settings, address: str, at: datetime) -> None:
    """Ends everything that goes to this address; one that nobody knows is forgotten already."""
    if contact_id := await find_contact(session, settings, address):
        await erase_contact(session, contact_id, at)


async def end_by_receipt(session: AsyncSession, receipt_digest: bytes, subscription_id: UUID, at: datetime) -> int:
    """Who has the receipt may end what was asked for with it. Returns how many: 1, or 0 when it was over."""
    mine = (Subscription.id == subscription_id) & (Subscription.receipt_digest == receipt_digest)
    return await end_all(session, select(Subscription.id).where(mine), at)


async def _renew(session: AsyncSession, settings: Settings, wish: Wish, contact_id: UUID) -> None:
    """The keys of a device may change under the same address, and large print may be wished for later."""
    content = settings.vault.encrypt(wish.content.encode())
    values = {"address": content, "vault_key": settings.vault_key}
    await session.execute(update(Contact).where(Contact.id == contact_id).values(values))
