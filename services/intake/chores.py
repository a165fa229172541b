"""What intake does from time to time."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from services.intake.operations.release_held import release_due
from services.intake.storage.begun import forget_expired
from shared.kit.messaging.chores import Chore

CHORES: Final = (
    Chore("intake.forget_begun", timedelta(hours=1), forget_expired),
    Chore("intake.release_sheets", timedelta(seconds=30), release_due),
)
