"""A browser that has a new address says so by its old one; what it was told of stays."""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.media import PUSH, Device
from services.notify.operations.know_person import erase_contact
from services.notify.settings import Settings
from services.notify.storage.tables import Contact, Subscription


async def move_device(session: AsyncSession, settings: Settings, old: str, device: Device, at: datetime) -> bool:
    """The old address is a secret of the browser: whoever knows it, is it. False where nobody knows it.

    Heard twice, it has moved already. Where the new address is known beside the old one, the two become one.
    """
    digest = settings.address_digest(device.endpoint)
    known = await session.scalar(select(Contact.id).where(Contact.address_digest == digest))
    query = select(Contact).where(Contact.address_digest == settings.address_digest(old), Contact.kind == PUSH)
    contact = await session.scalar(query.with_for_update())
    if contact is None or contact.id == known:
        return known is not None
    if known:
        theirs = select(Subscription.receipt_digest).where(Subscription.contact_id == known)
        mine = (Subscription.contact_id == contact.id) & Subscription.receipt_digest.not_in(theirs)
        await session.execute(update(Subscription).where(mine).values(contact_id=known))
        await erase_contact(session, contact.id, at)
        await session.execute(delete(Contact).where(Contact.id == contact.id))  # nothing was left to be ended
        return True
    contact.address_digest = digest
    contact.address = settings.vault.encrypt(msgspec.json.encode(device))
    contact.vault_key = settings.vault_key
    contact.provider_digest = None
    await session.flush()
    return True
