"""Responses that a device kept while it had no network: what it hands over, and when they were filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Final, Literal
from uuid import UUID

import msgspec

from services.intake.domain.answers import Fault, Reading, read_answers
from services.intake.domain.entry import forgiving
from services.intake.domain.fields import WORDS, Fields, clean, field
from services.intake.domain.questionnaire import Questionnaire

#: The oldest time of filling that is believed. So long after the last day staff may still take in a file.
OLDEST: Final = timedelta(days=60)
#: So long after the last day a device may still send what was filled in before.
GRACE: Final = timedelta(days=14)
#: Why a kept response cannot be taken: `offline-refused-<reason>` is the text for it.
Reason = Literal["unknown", "unreadable", "early", "closed", "empty", "answers", "consent", "used"]


class Sealed(msgspec.Struct, frozen=True):
    """What only the city can read. `point`: the device's public point of this one sealing, 65 bytes."""

    point: Annotated[bytes, msgspec.Meta(min_length=65, max_length=65)]
    nonce: Annotated[bytes, msgspec.Meta(min_length=12, max_length=12)]
    text: bytes


class Contents(msgspec.Struct, frozen=True):
    """What was sealed: the id made on the device, and the form's fields as (name, value)."""

    token: str
    fields: tuple[tuple[str, str], ...]

    @property
    def by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, value in self.fields:
            found.setdefault(name, []).append(value)
        return found


class Kept(msgspec.Struct, frozen=True):
    """As a device sends it. `waited_s`: since it was filled in, by the device's own clock, which may be wrong.

    `questionnaire`: the version that was on the device, where it knew.
    """

    sealed: Sealed
    waited_s: float = 0
    questionnaire: UUID | None = None
    language: str = ""


class Exported(msgspec.Struct, frozen=True):
    """As it stands in a file that a device saved. `filled_at`: by the device's clock."""

    code: str
    filled_at: datetime
    sealed: Sealed
    questionnaire: UUID | None = None
    language: str = ""


class File(msgspec.Struct, frozen=True):
    format: Literal["resonanz-kept-1"]
    responses: tuple[Exported, ...]


class NotTakenError(ValueError):
    """Sending it again changes nothing, unless the campaign is changed."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def read_kept(questionnaire: Questionnaire, fields: Fields) -> Reading:
    """All that can be taken, and a fault for every answer that cannot, or only its beginning.

    Nobody can be asked any more: one bad answer must not cost the others. Raises NotTakenError where nothing is left,
    or a consent is missing.
    """
    lenient = forgiving(questionnaire)
    faults = read_answers(lenient, fields).faults
    answers = read_answers(lenient, _shortened(fields, faults)).answers
    if any(fault.reason == "consent" for fault in faults):
        raise NotTakenError("consent")
    if not answers:
        raise NotTakenError("answers" if faults else "empty")
    return Reading(answers, faults)


def _shortened(fields: Fields, faults: Sequence[Fault]) -> Fields:
    """Of a text that is too long, what fits."""
    limits = {
        field(fault.question, part): int(fault.limit)
        for fault in faults
        if fault.reason == "too_long" and not isinstance(fault.limit, date)
        for part in ("", WORDS)
    }
    return {
        name: [clean(value)[: limits[name]] for value in values] if name in limits else values
        for name, values in fields.items()
    }


def before(at: datetime, waited_s: float) -> datetime:
    """When it was filled in, within what is believed; also where the device says nonsense."""
    waited = min(max(waited_s, 0.0), OLDEST.total_seconds()) if waited_s == waited_s else 0.0
    return at - timedelta(seconds=waited)


def believed(filled_at: datetime, opens_at: datetime, at: datetime) -> datetime:
    """Neither before the campaign opened, nor in the future, nor long ago."""
    return min(max(filled_at, opens_at, at - OLDEST), at)


def check_dates(filled_at: datetime, opens_at: datetime, closes_at: datetime, at: datetime, grace: timedelta) -> None:
    """Filled in while the campaign was open, and not too long on its way. Raises NotTakenError."""
    if at < opens_at:
        raise NotTakenError("early")
    if filled_at >= closes_at or at >= closes_at + grace:
        raise NotTakenError("closed")
