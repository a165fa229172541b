"""Where a campaign stands in time."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

Phase = Literal["planned", "open", "closed"]


def phase_of(opens_at: datetime, closes_at: datetime, at: datetime) -> Phase:
    if at < opens_at:
        return "planned"
    return "open" if at < closes_at else "closed"
