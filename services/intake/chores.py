"""What intake does from time to time."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from services.intake.storage.begun import forget_expired
from shared.kit.messaging.chores import Chore

CHORES: Final = (Chore("intake.forget_begun", timedelta(hours=1), forget_expired),)
