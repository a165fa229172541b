"""Facts about what one district takes over from another."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from shared.contracts.campaigns import Translated


class KitWanted(msgspec.Struct, frozen=True):
    """How a print kit is to be ordered, when there are channels to print for. `large`: in large print."""

    formats: tuple[str, ...]
    languages: tuple[str, ...]
    large: bool = False


class QuestionnaireTaken(msgspec.Struct, frozen=True, tag="questionnaire.taken.v1"):
    """A district takes over a questionnaire with its package. `slug`: of the campaign to be drafted, its own by then.

    `document`: the questionnaire as the JSON that staff also load from and into a campaign; nothing in it is personal.
    `intro` stands above it and in print; `prints`: the kit that was ordered for it where it comes from.
    """

    district: str
    slug: str
    title: Translated
    level: str
    kind: str
    document: str
    taken_at: datetime
    taken_by: UUID
    intro: Translated = {}
    prints: KitWanted | None = None
