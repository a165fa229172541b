"""A small load driver: N connections that make journeys one after the other, in a process of its own."""

from __future__ import annotations

import asyncio
import re
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final, NamedTuple
from urllib.parse import quote_plus, urlencode

import uvloop

TOKEN: Final = re.compile(rb'name="token" value="([^"]+)"')
LENGTH: Final = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
ANSWERS: Final = {
    "language": "de",
    "a-visits": "weekly",
    "a-wishes": "shade",
    "a-informed": "2",
    "a-idea": "Mehr Bäume vor der Bäckerei",
    "a-process": "Die Einladung kam zwei Tage vorher, da hatte ich schon Schicht. Schickt uns bitte auch das Ergebnis.",
    "a-age": "27-44",
}


class Load(NamedTuple):
    host: str
    port: int
    path: str
    connections: int
    seconds: float


class Measured(NamedTuple):
    journeys: int
    failures: int
    seconds: float
    latencies_ms: list[float]  # of whole journeys, GET and POST together

    @property
    def rate(self) -> float:
        return self.journeys / self.seconds

    def percentile_ms(self, percent: int) -> float:
        return statistics.quantiles(self.latencies_ms, n=100)[percent - 1] if self.journeys > 1 else 0.0


def drive(load: Load) -> Measured:
    """Drives from another process, so that client and server do not share an interpreter."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_drive, load).result()


def _drive(load: Load) -> Measured:
    return uvloop.run(_all_connections(load))


async def _all_connections(load: Load) -> Measured:
    began = time.monotonic()
    end = began + load.seconds
    parts = await asyncio.gather(*(_connection(load, end) for _ in range(load.connections)))
    latencies = [ms for part, _ in parts for ms in part]
    return Measured(len(latencies), sum(failed for _, failed in parts), time.monotonic() - began, latencies)


async def _connection(load: Load, end: float) -> tuple[list[float], int]:
    latencies: list[float] = []
    failures = 0
    reader, writer = await asyncio.open_connection(load.host, load.port)
    while time.monotonic() < end:
        began = time.monotonic()
        if await _journey(reader, writer, load):
            latencies.append((time.monotonic() - began) * 1000)
        else:
            failures += 1
    writer.close()
    return latencies, failures


async def _journey(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, load: Load) -> bool:
    head = f"{{}} {load.path} HTTP/1.1\r\nHost: {load.host}:{load.port}\r\nAccept: text/html\r\nAccept-Language: de\r\n"
    status, page = await ask(reader, writer, f"{head.format('GET')}\r\n".encode())
    token = TOKEN.search(page)
    if status != 200 or not token:
        return False
    body = urlencode({"token": token[1].decode(), **ANSWERS}, quote_via=quote_plus).encode()
    sizes = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    status, _page = await ask(reader, writer, head.format("POST").encode() + sizes.encode() + body)
    return status == 200


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> tuple[int, bytes]:
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    length = LENGTH.search(head)
    assert length, "the server did not say how long its answer is"
    return int(head[9:12]), await reader.readexactly(int(length[1]))
