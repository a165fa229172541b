"""Facts about responses that staff do not count, and count again. The receipt tells their participants."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

#: Nobody's answer but an advertisement or a machine's; the same once more; about something that is not asked here.
ExclusionReason = Literal["spam", "double", "not_for_us"]


class ResponseExcluded(msgspec.Struct, frozen=True, tag="response.excluded.v1"):
    """It is kept, and stands in the ledger with its reason."""

    response_id: UUID
    campaign_id: UUID
    reason: ExclusionReason
    excluded_at: datetime


class ResponseReadmitted(msgspec.Struct, frozen=True, tag="response.readmitted.v1"):
    """It counts as before. Of an exclusion and a readmission the later one holds, whichever arrives last."""

    response_id: UUID
    campaign_id: UUID
    readmitted_at: datetime
