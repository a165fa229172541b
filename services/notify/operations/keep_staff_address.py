"""Where staff want their letters: asked for by its owner, and used once they opened the link that came there."""

from __future__ import annotations

import hmac
from collections.abc import Collection
from datetime import datetime
from typing import Final, Literal, NamedTuple
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import A_DAY, UNCONFIRMED_FOR
from services.notify.settings import Settings
from services.notify.storage.tables import StaffAddress
from shared.contracts.notifications import StaffAddressAsked
from shared.contracts.routes import publish
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change
from shared.staff.storage.tables import Account

#: Links one account gets at most in a day, so that nobody can fill another's mailbox from here.
MOST_LINKS: Final = 5


class TooManyLinks(Exception):
    """The account had its links for the day."""


class Known(NamedTuple):
    """What its owner is shown. `wanted`: still to be confirmed."""

    address: str = ""
    wanted: str = ""


async def ask_for_letters(session: AsyncSession, settings: Settings, address: str, by: SignedIn, at: datetime) -> None:
    """Keeps it aside and owes the letter with its link; an address that holds goes on holding. Raises TooManyLinks."""
    row = await _locked(session, by.account_id)
    if row is None:
        row = StaffAddress(account_id=by.account_id, number=0, day_count=0, asked_at=at, vault_key=settings.vault_key)
        session.add(row)
    count = 1 if row.asked_at <= at - A_DAY else row.day_count + 1
    if count > MOST_LINKS:
        raise TooManyLinks
    put_under_newest(settings, row)
    row.wanted = settings.vault.encrypt(address.encode())
    row.number, row.day_count, row.asked_at, row.claimed_until = row.number + 1, count, at, None
    await session.flush()
    await record_change(session, by, "staff_address.asked", by.account_id)
    await publish(session, StaffAddressAsked(by.account_id, row.number))


async def confirm_address(
    session: AsyncSession, settings: Settings, token: str, at: datetime, *, look: bool = False
) -> Literal["confirmed", "open", "over"]:
    """By the newest link only. `look`: changes nothing and says `open` where it would confirm."""
    account_id = settings.staff_account(token)
    row = await _locked(session, account_id) if account_id else None
    if row is None or not hmac.compare_digest(token, settings.staff_token(row.account_id, row.number)):
        return "over"
    if row.wanted is None:
        return "confirmed" if row.address else "over"
    if row.asked_at < at - UNCONFIRMED_FOR:
        return "over"
    if look:
        return "open"
    row.address, row.wanted, row.confirmed_at = row.wanted, None, at
    await session.flush()
    return "confirmed"


async def forget_letters(session: AsyncSession, by: SignedIn) -> None:
    """The row stays for a while, without an address, so that links are still counted."""
    row = await _locked(session, by.account_id)
    if row and (row.address or row.wanted):
        row.address = row.wanted = row.confirmed_at = None
        await session.flush()
        await record_change(session, by, "staff_address.forgotten", by.account_id)


async def known_address(session: AsyncSession, settings: Settings, account_id: UUID) -> Known:
    row = await session.get(StaffAddress, account_id)
    return Known(_read(settings, row.address), _read(settings, row.wanted)) if row else Known()


async def staff_addresses(session: AsyncSession, settings: Settings, account_ids: Collection[UUID]) -> dict[UUID, str]:
    """Those that were confirmed."""
    query = select(StaffAddress.account_id, StaffAddress.address).where(StaffAddress.account_id.in_(account_ids))
    rows = await session.execute(query.where(StaffAddress.address.is_not(None)))
    return {account_id: _read(settings, address) for account_id, address in rows}


async def forget_staff_addresses(session: AsyncSession, at: datetime) -> int:
    """Of closed accounts, and what was never confirmed. Returns how many rows changed."""
    closed = select(Account.id).where(Account.closed_at.is_not(None))
    stale = StaffAddress.asked_at < at - UNCONFIRMED_FOR
    late = update(StaffAddress).where(StaffAddress.wanted.is_not(None), stale).values(wanted=None)
    unconfirmed = (await session.scalars(late.returning(StaffAddress.account_id))).all()
    empty = StaffAddress.address.is_(None) & StaffAddress.wanted.is_(None) & (StaffAddress.asked_at < at - A_DAY)
    gone = delete(StaffAddress).where(StaffAddress.account_id.in_(closed) | empty)
    return len(unconfirmed) + len((await session.scalars(gone.returning(StaffAddress.account_id))).all())


def put_under_newest(settings: Settings, row: StaffAddress) -> None:
    """Both addresses of a row are under the same key."""
    if row.vault_key != settings.vault_key:
        row.address = settings.vault.rotate(row.address) if row.address else None
        row.wanted = settings.vault.rotate(row.wanted) if row.wanted else None
        row.vault_key = settings.vault_key


def _read(settings: Settings, encrypted: bytes | None) -> str:
    return settings.vault.decrypt(encrypted).decode() if encrypted else ""


async def _locked(session: AsyncSession, account_id: UUID) -> StaffAddress | None:
    return await session.get(StaffAddress, account_id, with_for_update=True, populate_existing=True)
