"""The process that keeps the figures: takes in what responses say as they come, and folds it into sets."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from datetime import timedelta
from functools import partial
from typing import Final

import structlog
from sqlalchemy.exc import DBAPIError

from deploy.parts import Parts
from services.analysis.operations.keep_response import keep_arrivals
from services.analysis.results.operations.fold_figures import fold_due, rebuild_figures
from shared.kit.clock import now
from shared.kit.storage import Database

log = structlog.get_logger()

#: Between two looks: what came together is folded together.
SHORTEST_PAUSE_S: Final = 0.1
LONGEST_PAUSE_S: Final = 0.5
#: Arrivals kept in one transaction, and how long back they are looked for: some are said before others and seen later.
TOGETHER: Final = 500
BACK: Final = timedelta(seconds=5)


def keep_figures(parts: Parts) -> None:
    """Runs until told to stop."""
    asyncio.run(_until_told(parts))


async def rebuild(parts: Parts) -> str:
    """Says how many responses were folded."""
    return f"{await rebuild_figures(parts.database('analysis')):,} responses folded anew"


async def _until_told(parts: Parts) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    log.info("figures.ready")
    try:
        await keep(parts.database("analysis"), stop)
    finally:
        await parts.close()


async def keep(database: Database, stop: asyncio.Event) -> None:
    """Folds until told to stop. Rests longer while there is nothing to do or the server is away."""
    pause, since = SHORTEST_PAUSE_S, now() - timedelta(hours=1)
    while not stop.is_set():
        try:
            begun = now()
            done = await database.run(partial(keep_arrivals, since=since, most=TOGETHER))
            if done < TOGETHER:
                since = begun - BACK
            done += await fold_due(database)
        except (DBAPIError, OSError) as error:  # the next look tries again: what is due stays due
            log.warning("figures.failed", error=type(error).__name__)
            done = 0
        pause = SHORTEST_PAUSE_S if done else min(pause * 1.5, LONGEST_PAUSE_S)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
