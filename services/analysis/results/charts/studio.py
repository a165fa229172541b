"""Asks the draughtsman for charts: one process beside each web server, started when the first is wanted."""

from __future__ import annotations

import asyncio
import hashlib
import sys
from collections import OrderedDict
from importlib.metadata import version
from pathlib import Path
from typing import Final

import msgspec
import structlog

from services.analysis.results.charts.orders import LENGTH, Form, Order, framed
from services.analysis.results.domain.charts import Chart

log = structlog.get_logger()

HOUSE: Final = Path(__file__).resolve().parents[4]
#: Pictures kept, some kilobytes each. Figures move in fives, so most are the same for a long time.
MOST_KEPT: Final = 512
#: The first picture takes the time to start; a later one that takes this long will never come.
PATIENCE_S: Final = 60.0


class NotDrawn(RuntimeError):
    """The draughtsman could not; the message is the class of the error."""


def digest_of(chart: Chart) -> str:
    """The same for the same chart: names a picture in addresses and caches."""
    return hashlib.sha256(msgspec.json.encode(chart)).hexdigest()[:16]


class Studio:
    """One order at a time: drawing takes one processor, and the others serve pages."""

    #: The file name of `bundle`; another version of the library has another.
    script: Final = f"vega-{version('vl-convert-python')}.js"

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._lock: asyncio.Lock | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._kept: OrderedDict[tuple[Form, str], bytes] = OrderedDict()

    async def draw(self, chart: Chart, form: Form) -> bytes:
        """Raises NotDrawn."""
        key = (form, digest_of(chart))
        if (kept := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return kept
        drawn = await self._ask(Order(form, chart))
        self._keep(key, drawn)
        return drawn

    async def bundle(self) -> bytes:
        """The script with which a browser draws specifications."""
        key: tuple[Form, str] = ("bundle", "")
        if (kept := self._kept.get(key)) is None:
            kept = await self._ask(Order("bundle"))
            self._keep(key, kept)
        return kept

    async def close(self) -> None:
        if self._process and self._process.returncode is None and self._process.stdin:
            self._process.stdin.close()
            await self._process.wait()
        self._process = None

    def _keep(self, key: tuple[Form, str], drawn: bytes) -> None:
        self._kept[key] = drawn
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)

    async def _ask(self, order: Order) -> bytes:
        async with self._alone():
            try:
                answer = await asyncio.wait_for(self._exchange(msgspec.json.encode(order)), PATIENCE_S)
            except (TimeoutError, OSError, asyncio.IncompleteReadError) as error:
                self._dismiss()
                log.warning("chart.not_drawn", form=order.form, error=type(error).__name__)
                raise NotDrawn(type(error).__name__) from error
            except asyncio.CancelledError:
                self._dismiss()  # an answer that nobody reads would be taken for the next one's
                raise
        if answer[:1] != b"+":
            log.warning("chart.not_drawn", form=order.form, error=answer[1:].decode())
            raise NotDrawn(answer[1:].decode())
        return answer[1:]

    async def _exchange(self, order: bytes) -> bytes:
        process = await self._present()
        assert process.stdin and process.stdout
        process.stdin.write(framed(order))
        await process.stdin.drain()
        length = int.from_bytes(await process.stdout.readexactly(LENGTH))
        return await process.stdout.readexactly(length)

    async def _present(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "services.analysis.results.charts",
                cwd=HOUSE,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
        return self._process

    def _dismiss(self) -> None:
        if self._process and self._process.returncode is None:
            self._process.kill()
        self._process = None

    def _alone(self) -> asyncio.Lock:
        """A lock of the loop that runs now; a process that belongs to another is let go."""
        loop = asyncio.get_running_loop()
        if self._lock is None or self._loop is not loop:
            self._process, self._lock, self._loop = None, asyncio.Lock(), loop
        return self._lock
