"""What intake does from time to time."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from services.intake.operations.release_held import release_due
from services.intake.operations.tell_visits import tell_visits
from services.intake.storage.begun import forget_expired
from services.intake.storage.crowds import forget_crowds
from services.intake.storage.kits import forget_kits
from shared.kit.messaging.chores import Chore

CHORES: Final = (
    Chore("intake.forget_begun", timedelta(hours=1), forget_expired),
    Chore("intake.forget_crowds", timedelta(minutes=5), forget_crowds),
    Chore("intake.forget_kits", timedelta(minutes=10), forget_kits),
    Chore("intake.release_sheets", timedelta(seconds=30), release_due),
    Chore("intake.tell_visits", timedelta(minutes=15), tell_visits),
)
