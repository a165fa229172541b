"""Facts analysis tells itself about files it owes, so that they are owed like everything else on the bus."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec


class ExportRequested(msgspec.Struct, frozen=True, tag="export.requested.v1"):
    """Staff asked for a file of single responses."""

    export_id: UUID
    requested_at: datetime
