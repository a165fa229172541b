"""Facts analysis tells itself about what reads the texts, so that the work is owed like everything else on the bus."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec


class TrainingRequested(msgspec.Struct, frozen=True, tag="training.requested.v1"):
    """Staff asked for a training from reviews."""

    training_id: UUID
    requested_at: datetime


class VoiceRequested(msgspec.Struct, frozen=True, tag="voice.requested.v1"):
    """A reading of our own is to be put before the language model that the city runs."""

    assessment_id: UUID
    response_id: UUID
    requested_at: datetime
