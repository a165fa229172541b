"""Confirming a phone number: a code goes to it, and whoever can type the code has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, Literal, TypeVarTuple
from uuid import UUID

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import A_DAY, CONFIRM, MOST_CONFIRMATIONS
from services.notify.domain.media import SMS
from services.notify.operations.end_subscription import forget_unneeded
from services.notify.operations.owe_read_letters import owe_read_letters
from services.notify.operations.subscribe import (
    Wish,
    count_confirmations,
    has_room,
    keep_contact,
    keep_subscription,
    owe_confirmation,
    refuse_taken_back,
)
from services.notify.operations.tell_outcome import owe_outcome_letters
from services.notify.operations.text_out import is_code
from services.notify.settings import Settings
from services.notify.storage.tables import ASKED, CONFIRMED, Contact, Notification, SmsCode, Subscription

Columns = TypeVarTuple("Columns")
#: Which wording people agreed to; raise it with every change of these texts.
SMS_CONSENT: Final = (1, ("tell-text-sms", "tell-send", "tell-apart-sms", "tell-kept"))
#: Wrong codes that may be typed before a new one is needed, and how long a code holds.
MOST_GUESSES: Final = 5
VALID_FOR: Final = timedelta(minutes=30)
#: Before a second message goes to the same number: the first may be on its way.
PAUSE: Final = timedelta(minutes=1)
#: Numbers that one receipt may ask at most, and codes that the house sends in a day: each costs the city money.
MOST_NUMBERS: Final = 3
MOST_CODES: Final = 500


class TooManyCodes(Exception):
    """The house has sent its messages for today."""


def phone_wish(receipt_digest: bytes, number: str, language: str) -> Wish:
    return Wish(receipt_digest, number, language, SMS, "", SMS_CONSENT)


async def ask_by_sms(session: AsyncSession, settings: Settings, wish: Wish, at: datetime) -> None:
    """Owes the message with the code; asked again after a while, one with a new code. Raises TooManyCodes and
    TakenBack.

    A number that had its messages for the day gets no more, and the page does not say so, as with mail.
    """
    await refuse_taken_back(session, wish.receipt_digest)
    if not await has_room(session, wish.receipt_digest, at):
        return
    contact_id = await keep_contact(session, settings, wish, at)
    if await count_confirmations(session, contact_id, at) >= MOST_CONFIRMATIONS:
        return
    if await _count_codes(session, at) >= MOST_CODES:
        raise TooManyCodes
    subscription_id = await _asked(session, wish.receipt_digest, contact_id)
    if subscription_id is None and await _count_numbers(session, wish.receipt_digest) < MOST_NUMBERS:
        subscription_id = await keep_subscription(session, settings, wish, contact_id, at)
    if subscription_id is None:
        await forget_unneeded(session, contact_id)
    elif number := await _next_code(session, subscription_id, at):
        await owe_confirmation(session, subscription_id, occasion_of(number), at)


async def confirm_by_code(
    session: AsyncSession, settings: Settings, receipt_digest: bytes, typed: str, at: datetime
) -> Literal["confirmed", "wrong", "over"]:
    """`over`: no code holds any more, a new one is needed. Typing the right one twice is typing it once."""
    open_codes = await _open_codes(session, receipt_digest, at)
    for code, subscription_id in open_codes:
        token = settings.token(subscription_id)
        if is_code(settings, token, occasion_of(code.number), typed):
            await _confirm(session, receipt_digest, subscription_id, at)
            return "confirmed"
    if open_codes:
        ids = [subscription_id for _, subscription_id in open_codes]
        more_left = min(code.guess_count for code, _ in open_codes) + 1 < MOST_GUESSES
        wrong = update(SmsCode).where(SmsCode.subscription_id.in_(ids)).values(guess_count=SmsCode.guess_count + 1)
        await session.execute(wrong)
        return "wrong" if more_left else "over"
    return "confirmed" if await _is_confirmed(session, receipt_digest) else "over"


def occasion_of(number: int) -> str:
    """Keeps the messages with the first, second … code apart."""
    return CONFIRM.occasion if number == 1 else f"{CONFIRM.occasion} {number}"


async def _confirm(session: AsyncSession, receipt_digest: bytes, subscription_id: UUID, at: datetime) -> None:
    mine = update(Subscription).where(Subscription.id == subscription_id, Subscription.state == ASKED)
    await session.execute(mine.values(state=CONFIRMED, confirmed_at=at))
    await session.execute(delete(SmsCode).where(SmsCode.subscription_id == subscription_id))
    await owe_read_letters(session, receipt_digest, at)
    await owe_outcome_letters(session, receipt_digest, at)


async def _open_codes(session: AsyncSession, receipt_digest: bytes, at: datetime) -> Sequence[tuple[SmsCode, UUID]]:
    query = (
        select(SmsCode, Subscription.id)
        .join(Subscription, Subscription.id == SmsCode.subscription_id)
        .where(
            Subscription.receipt_digest == receipt_digest,
            Subscription.state == ASKED,
            SmsCode.guess_count < MOST_GUESSES,
            SmsCode.made_at > at - VALID_FOR,
        )
        .order_by(SmsCode.subscription_id)
        .with_for_update(of=SmsCode)
    )
    return [(row[0], row[1]) for row in await session.execute(query)]


async def _next_code(session: AsyncSession, subscription_id: UUID, at: datetime) -> int | None:
    """The number of the code to be sent; None while one is surely on its way."""
    first = insert(SmsCode).values(subscription_id=subscription_id, number=1, guess_count=0, made_at=at)
    again = first.on_conflict_do_update(
        index_elements=["subscription_id"],
        set_={"number": SmsCode.number + 1, "guess_count": 0, "made_at": at},
        where=SmsCode.made_at < at - PAUSE,
    )
    return await session.scalar(again.returning(SmsCode.number))


async def _asked(session: AsyncSession, receipt_digest: bytes, contact_id: UUID) -> UUID | None:
    mine = (Subscription.receipt_digest == receipt_digest) & (Subscription.contact_id == contact_id)
    return await session.scalar(select(Subscription.id).where(mine, Subscription.state == ASKED))


async def _is_confirmed(session: AsyncSession, receipt_digest: bytes) -> bool:
    query = _of_phones(select(Subscription.id)).where(
        Subscription.receipt_digest == receipt_digest, Subscription.state == CONFIRMED
    )
    return await session.scalar(query.limit(1)) is not None


async def _count_numbers(session: AsyncSession, receipt_digest: bytes) -> int:
    count = _of_phones(select(func.count()).select_from(Subscription))
    return (await session.scalars(count.where(Subscription.receipt_digest == receipt_digest))).one()


async def _count_codes(session: AsyncSession, at: datetime) -> int:
    count = _of_phones(
        select(func.count())
        .select_from(Notification)
        .join(Subscription, Subscription.id == Notification.subscription_id)
        .where(Notification.letter == CONFIRM.letter, Notification.queued_at > at - A_DAY)
    )
    return (await session.scalars(count)).one()


def _of_phones(query: Select[*Columns]) -> Select[*Columns]:
    return query.join(Contact, Contact.id == Subscription.contact_id).where(Contact.kind == SMS)
