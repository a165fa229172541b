"""Taking in one response: stored once, told to the bus once, answered by one receipt, however often it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import DateTime, LargeBinary, SmallInteger, Text, Uuid, bindparam
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.answers import Answer
from services.intake.settings import Settings
from services.intake.storage.begun import forget_begun
from services.intake.storage.forms import Form
from services.intake.storage.tables import Held, Response
from shared.contracts.receipts import LENGTH, receipt_digest
from shared.contracts.responses import AnswerGiven, ReceiptIssued, ResponseReceived, Source
from shared.contracts.routes import ROUTES
from shared.kit.ids import derived_code
from shared.kit.messaging.publish import stating

#: Receipts are derived, so two responses may meet on one (expected once in some 120,000 responses): the second then
#: takes its next one.
RECEIPT_TRIES: Final = 5
#: The response and what the bus is told of it, in one statement: all of it happens, or nothing. What is held for a
#: person is not stored beside that, even if nothing is in doubt when it is sent again.
STORE: Final = stating(
    """
    INSERT INTO intake.response (id, campaign_id, channel_id, questionnaire_id, language, answers,
                                 receipt_digest, receipt_attempt, received_at, filled_at, source)
    SELECT :id, :campaign_id, :channel_id, :questionnaire_id, :language, :answers, :digest, :attempt, :at, :filled_at,
           :source
    WHERE NOT EXISTS (SELECT FROM intake.held WHERE id = :id)
    ON CONFLICT DO NOTHING RETURNING id
    """
).bindparams(
    *(bindparam(name, type_=Uuid) for name in ("id", "campaign_id", "channel_id", "questionnaire_id")),
    *(bindparam(name, type_=Text) for name in ("language", "source")),
    *(bindparam(name, type_=DateTime(timezone=True)) for name in ("at", "filled_at")),
    bindparam("answers", type_=JSONB),
    bindparam("digest", type_=LargeBinary),
    bindparam("attempt", type_=SmallInteger),
)


class Sent(NamedTuple):
    """What a participant sent in, as it is to be stored. `saved`: it was kept under a code before, and no longer is.

    `filled_at`: when it waited on a device without network, else None. `source`: see Response.
    """

    response_id: UUID
    language: str
    answers: Sequence[Answer]
    at: datetime
    saved: bool = False
    filled_at: datetime | None = None
    source: Source = "form"


class Received(NamedTuple):
    """`changed`: this id was stored before with other answers, and the first ones stand."""

    receipt: str
    changed: bool


async def receive_response(session: AsyncSession, settings: Settings, form: Form, sent: Sent) -> Received:
    """Stores the response and its messages by one statement, unless this id is stored already.

    A second statement forgets what was saved: then both belong in one transaction.
    """
    if sent.saved:
        await forget_begun(session, sent.response_id)
    for attempt in range(RECEIPT_TRIES):
        receipt = receipt_of(settings, sent.response_id, attempt)
        digest = receipt_digest(settings.secret, receipt)
        if await store_response(session, form, sent, digest, attempt):
            return Received(receipt, changed=False)
        if earlier := await find_earlier(session, settings, sent):
            return earlier
    raise RuntimeError("no free receipt")


async def find_earlier(session: AsyncSession, settings: Settings, sent: Sent) -> Received | None:
    """What the first sending of this response was told, whether it was taken or is held."""
    response = await session.get(Response, sent.response_id)
    stored: Response | Held | None = response or await session.get(Held, sent.response_id)
    if stored is None:
        return None
    changed = msgspec.convert(stored.answers, tuple[Answer, ...]) != tuple(sent.answers)
    stands = changed and (response is None or response.withdrawn_at is None)
    return Received(receipt_of(settings, stored.id, stored.receipt_attempt), stands)


def receipt_of(settings: Settings, response_id: UUID, attempt: int) -> str:
    """Always the same eight characters for the same response: a retry shows what the first try could not."""
    return derived_code(settings.receipt_key, response_id.bytes + bytes([attempt]), LENGTH)


async def store_response(session: AsyncSession, form: Form | Held, sent: Sent, digest: bytes, attempt: int) -> bool:
    """False when the id is stored already, or the receipt belongs to another response."""
    row = {
        "id": sent.response_id,
        "campaign_id": form.campaign_id,
        "channel_id": form.channel_id,
        "questionnaire_id": form.questionnaire_id,
        "language": sent.language,
        "answers": msgspec.to_builtins(tuple(sent.answers)),
        "digest": digest,
        "attempt": attempt,
        "at": sent.at,
        "filled_at": sent.filled_at,
        "source": sent.source,
        **ROUTES.outbox(*_messages(form, sent, digest)),
    }
    return (await session.execute(STORE, row)).first() is not None


def _messages(form: Form | Held, sent: Sent, digest: bytes) -> tuple[ResponseReceived, ReceiptIssued]:
    answers = msgspec.convert(msgspec.to_builtins(tuple(sent.answers)), tuple[AnswerGiven, ...])
    received = ResponseReceived(
        response_id=sent.response_id,
        campaign_id=form.campaign_id,
        channel_id=form.channel_id,
        questionnaire_id=form.questionnaire_id,
        language=sent.language,
        received_at=sent.at,
        answers=answers,
        filled_at=sent.filled_at,
        source=sent.source,
    )
    return received, receipt_issued(form, sent, digest)


def receipt_issued(form: Form | Held, sent: Sent, digest: bytes) -> ReceiptIssued:
    return ReceiptIssued(
        response_id=sent.response_id,
        campaign_id=form.campaign_id,
        receipt_digest=digest.hex(),
        language=sent.language,
        received_at=sent.at,
    )
