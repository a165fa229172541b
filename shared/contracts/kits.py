"""Facts intake tells itself about what is to be printed, so that the work is owed like everything else on the bus."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec


class PagesOrdered(msgspec.Struct, frozen=True, tag="pages.ordered.v1"):
    """Some pages of a print kit are to be drawn: `count` of them from number `first` on."""

    kit_id: UUID
    first: int
    count: int
    ordered_at: datetime
