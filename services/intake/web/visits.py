"""Counting how often each channel's form is opened and begun: numbers in memory, written a few seconds later."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import structlog
from litestar import Request

from services.intake.domain.days import day_of
from services.intake.domain.funnel import is_person
from services.intake.storage.channels import add_visits
from services.intake.storage.forms import Form
from shared.kit.storage import Database

log = structlog.get_logger()
#: How long a count may wait in memory; what a web process that is killed had not written yet is lost.
WRITE_AFTER_S: Final = 3.0
#: Of the responses begun last it is known that they were counted: going back to the first page starts nothing new.
MOST_KNOWN: Final = 10_000
PURPOSES: Final = ("sec-purpose", "purpose", "x-purpose", "x-moz")
Key = tuple[UUID, date]


class Visits:
    """The counters of one web process. Neither an address nor a header is kept, only that there was one more."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._opened: Counter[Key] = Counter()
        self._started: Counter[Key] = Counter()
        self._known: OrderedDict[UUID, None] = OrderedDict()
        self._writing: asyncio.Task[None] | None = None

    def note_opened(self, request: Request[Any, Any, Any], form: Form, at: datetime) -> None:
        """Leaves out machines, previews in chats, and pages that a browser loads ahead."""
        purpose = " ".join(filter(None, (request.headers.get(name) for name in PURPOSES)))
        if is_person(request.headers.get("user-agent", ""), purpose):
            self._opened[form.channel_id, day_of(at)] += 1
            self._write_soon()

    def note_started(self, form: Form, response_id: UUID, at: datetime) -> None:
        """The first page of several was sent, once for each response."""
        if response_id in self._known:
            return
        self._known[response_id] = None
        if len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)
        self._started[form.channel_id, day_of(at)] += 1
        self._write_soon()

    async def _write(self) -> bool:
        """Writes what was counted. False when that failed: then it is counted on, and the next visit tries again."""
        opened, started = self._opened, self._started
        self._opened, self._started = Counter(), Counter()
        counts = {key: (opened[key], started[key]) for key in sorted(opened.keys() | started.keys())}
        try:
            await self._database.run_statement(lambda session: add_visits(session, counts), patience_s=0)
        except Exception as error:  # whatever it is, nobody's answer hangs on it
            self._opened.update(opened)
            self._started.update(started)
            log.warning("visits.not_written", error=type(error).__name__)
            return False
        return True

    def _write_soon(self) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_later())

    async def _write_later(self) -> None:
        """Goes on for as long as something was counted meanwhile."""
        written = True
        while written and (self._opened or self._started):
            await asyncio.sleep(WRITE_AFTER_S)
            written = await self._write()
