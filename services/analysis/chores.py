"""What analysis does from time to time."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from services.analysis.results.operations.ask_departments import ask_departments
from services.analysis.results.operations.forget_exports import forget_exports, forget_uses
from services.analysis.results.operations.link_ledger import link_ledger
from services.analysis.results.operations.seal_ledger import seal_daily, seal_ended
from shared.kit.messaging.chores import Chore

CHORES: Final = (
    Chore("analysis.link_ledger", timedelta(seconds=30), link_ledger),
    Chore("analysis.seal_daily", timedelta(hours=6), seal_daily),
    Chore("analysis.seal_ended", timedelta(minutes=10), seal_ended),
    Chore("analysis.forget_exports", timedelta(hours=1), forget_exports),
    Chore("analysis.forget_uses", timedelta(hours=1), forget_uses),
    Chore("analysis.ask_departments", timedelta(minutes=30), ask_departments),
)
