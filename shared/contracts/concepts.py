"""Facts about a district's participation concept."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec


class ConceptRules(msgspec.Struct, frozen=True, omit_defaults=True):
    """What it asks of every campaign. 0, False or nothing: not asked.

    `notice_days`: between publishing and the first day. `feedback_weeks`: from the last day to the promised answer.
    `languages`: that the questionnaire has to be in. `without_device`: a way in for those without a phone.
    `both_sides`: the responsible department answers the evaluation, too. `person`: questions that show who is missing.
    """

    notice_days: int = 0
    feedback_weeks: int = 0
    languages: tuple[str, ...] = ()
    without_device: bool = False
    both_sides: bool = False
    person: bool = False


class ConceptAdopted(msgspec.Struct, frozen=True, tag="concept.adopted.v1"):
    """A body adopted version `number` of a district's concept. `catalogue`: the version of the standards it binds.

    Of two, the one `told_at` last holds.
    """

    district: str
    concept_id: UUID
    number: int
    adopted_on: date
    body: str
    catalogue: int
    rules: ConceptRules
    told_at: datetime
