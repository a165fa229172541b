"""Facts about responses. What people wrote travels to analysis only; notify hears that there is a receipt."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from shared.contracts.campaigns import QuestionKind

Source = Literal["form", "paper", "phone", "interview"]


class AnswerGiven(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was said to one question; the fields its kind has no use for stay empty.

    `choices`: chosen keys, of a ranking from the first place on. `number`: of a scale, smileys or a number.
    `text`: free words, also those for "something else"; a date as YYYY-MM-DD. `cells`: row → column of a matrix.
    `point`: latitude and longitude of a place in degrees, rounded to about a hundred metres.
    """

    question: str
    kind: QuestionKind
    choices: tuple[str, ...] = ()
    number: int | float | None = None
    text: str = ""
    cells: dict[str, str] = {}
    point: tuple[float, float] | None = None


class ResponseReceived(msgspec.Struct, frozen=True, tag="response.received.v1"):
    """`filled_at`: when it waited on a device without network before it was received; it is counted by that day.

    `source`: who put it into the form: the participant, or somebody who had it on paper, on the phone or in an
    interview.
    """

    response_id: UUID
    campaign_id: UUID
    channel_id: UUID
    questionnaire_id: UUID
    language: str
    received_at: datetime
    answers: tuple[AnswerGiven, ...]
    filled_at: datetime | None = None
    source: Source = "form"


class ReceiptIssued(msgspec.Struct, frozen=True, tag="receipt.issued.v1"):
    """A participant holds a receipt. `receipt_digest` is the keyed digest in hexadecimal, never the code itself."""

    response_id: UUID
    campaign_id: UUID
    receipt_digest: str
    language: str
    received_at: datetime


class ResponseCorrected(msgspec.Struct, frozen=True, tag="response.corrected.v1"):
    """A participant changed the answers or added a remark: everything that the response says from now on.

    `revision` counts from 2, the response as it was received being the first, so that of two messages the later one is
    known whenever they arrive. The rest is as in `response.received.v1`, which may arrive after it.
    """

    response_id: UUID
    campaign_id: UUID
    channel_id: UUID
    questionnaire_id: UUID
    language: str
    received_at: datetime
    revision: int
    corrected_at: datetime
    answers: tuple[AnswerGiven, ...]
    remarks: tuple[str, ...] = ()
    filled_at: datetime | None = None
    source: Source = "form"


class ResponseErased(msgspec.Struct, frozen=True, tag="response.erased.v1"):
    """A participant took the response back: that there was one is all that anybody may keep.

    It says enough to count it where nothing else of it arrived. `receipt_digest` as in `receipt.issued.v1`.
    """

    response_id: UUID
    campaign_id: UUID
    channel_id: UUID
    language: str
    received_at: datetime
    erased_at: datetime
    receipt_digest: str
    filled_at: datetime | None = None
