"""Facts analysis tells itself about looking for themes, so that the work is owed like everything else on the bus."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec


class ThemesRequested(msgspec.Struct, frozen=True, tag="themes.requested.v1"):
    """Staff asked what a campaign's texts without a standard have in common."""

    search_id: UUID
    campaign_id: UUID
    requested_at: datetime
