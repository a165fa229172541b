"""Facts about what was read in responses. Quotes stay in analysis: notify keeps addresses, and the two never meet."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

Stance = Literal["met", "not_met", "suggestion"]


class StandardTouched(msgspec.Struct, frozen=True):
    standard: str
    stance: Stance
    passage_count: int


class ResponseAssessed(msgspec.Struct, frozen=True, tag="response.assessed.v1"):
    """One tagger version held one response against one catalogue version, or people decided about what it found.

    `revision` counts what was told of the response, so that of two messages the later one is known whenever they
    arrive; 0 in those from before it was counted. `assessed_at` stays when the texts were read.
    `topics`: what the texts are about, ids of the catalogue of topics; none in those from before topics were read.
    """

    response_id: UUID
    campaign_id: UUID
    assessed_at: datetime
    catalogue_version: int
    tagger_version: str
    touched: tuple[StandardTouched, ...]
    revision: int = 0
    topics: tuple[str, ...] = ()


class ReassessmentRequested(msgspec.Struct, frozen=True, tag="reassessment.requested.v1"):
    """Staff asked for this response to be read again, with this catalogue version; the old reading is kept."""

    response_id: UUID
    campaign_id: UUID
    reassessment_id: UUID
    catalogue_version: int
    requested_at: datetime
