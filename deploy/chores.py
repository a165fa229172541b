"""The process that does chores: every service's own, and the bus's."""

from __future__ import annotations

import asyncio
import signal
from datetime import timedelta
from typing import Final

import structlog

from deploy.parts import Parts
from services.analysis.chores import CHORES as ANALYSIS
from services.intake.chores import CHORES as INTAKE
from services.notify.chores import chores_of as notify_chores
from shared.kit.messaging.chores import Chore, run_chores
from shared.kit.messaging.prune import prune_messages

log = structlog.get_logger()

BUS: Final = (Chore("bus.prune_messages", timedelta(hours=1), prune_messages),)


def chores_of(parts: Parts) -> dict[str, tuple[Chore, ...]]:
    """By the role that does them."""
    return {"intake": INTAKE, "analysis": ANALYSIS, "notify": notify_chores(parts.notify), "relay": BUS}


def do_chores(parts: Parts) -> None:
    """Runs until told to stop."""
    asyncio.run(_until_told(parts))


async def _until_told(parts: Parts) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    log.info("chores.ready")
    try:
        await run_chores(chores_of(parts), parts.database, stop)
    finally:
        await parts.close()
