"""Facts about responses. What people wrote travels to analysis only; notify hears that there is a receipt."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from shared.contracts.campaigns import QuestionKind


class AnswerGiven(msgspec.Struct, frozen=True):
    """What was said to one question: chosen keys, a number of a scale, or a text; the others stay empty."""

    question: str
    kind: QuestionKind
    choices: tuple[str, ...] = ()
    number: int | None = None
    text: str = ""


class ResponseReceived(msgspec.Struct, frozen=True, tag="response.received.v1"):
    response_id: UUID
    campaign_id: UUID
    channel_id: UUID
    questionnaire_id: UUID
    language: str
    received_at: datetime
    answers: tuple[AnswerGiven, ...]


class ReceiptIssued(msgspec.Struct, frozen=True, tag="receipt.issued.v1"):
    """A participant holds a receipt. `receipt_digest` is the keyed digest in hexadecimal, never the code itself."""

    response_id: UUID
    campaign_id: UUID
    receipt_digest: str
    language: str
    received_at: datetime
