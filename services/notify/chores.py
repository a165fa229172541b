"""What notify does from time to time."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from services.notify.operations.forget_unconfirmed import forget_unconfirmed
from shared.kit.messaging.chores import Chore

CHORES: Final = (Chore("notify.forget_unconfirmed", timedelta(hours=1), forget_unconfirmed),)
