"""Facts about what became of voices: who chose them, what was decided, and whether the answer came in time.

Notify knows a response by a pseudonym only; the ids in `selection.made.v1` are turned into pseudonyms as they arrive.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

import msgspec

#: Where the voices of a selection were found.
SelectionKind = Literal["standard", "topic", "quotes"]
#: We do it, do a part of it, do not, or have not decided yet.
Decision = Literal["do", "partly", "not", "open"]
#: What became of a promised day.
PromiseState = Literal["kept", "missed"]


class SelectionMade(msgspec.Struct, frozen=True, tag="selection.made.v1"):
    """Staff chose voices that get an answer. A large selection comes in parts, in any order.

    `key`: the standard or topic; of quotes the one they were found under. `label`: what staff call it, in German.
    `response_count`: of all parts together. `made_by`: the account.
    """

    selection_id: UUID
    campaign_id: UUID
    kind: SelectionKind
    key: str
    label: str
    response_ids: tuple[UUID, ...]
    response_count: int
    made_at: datetime
    made_by: UUID


class OutcomePublished(msgspec.Struct, frozen=True, tag="outcome.published.v1"):
    """An outcome, or a new wording of it, went public after a second person looked at it."""

    outcome_id: UUID
    campaign_id: UUID
    decision: Decision
    published_at: datetime
    number: int


class StepAdded(msgspec.Struct, frozen=True, tag="step.added.v1"):
    """Something moved on in a published outcome, and staff want those to hear of it whose voice is in it."""

    step_id: UUID
    outcome_id: UUID


class PromiseSettled(msgspec.Struct, frozen=True, tag="promise.settled.v1"):
    """The day by which a campaign promised an answer was kept, or passed without one.

    A campaign may have promised several days one after the other. `settled_on`: the day of the first outcome, or the
    first day that was too late.
    """

    campaign_id: UUID
    promise_on: date
    state: PromiseState
    settled_on: date


class ReminderQueued(msgspec.Struct, frozen=True, tag="reminder.queued.v1"):
    """A letter to staff about a promise is owed."""

    reminder_id: UUID
