"""Responses at a steady rate, as people send them: whoever is slow is not waited for. In a process of its own."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final, NamedTuple
from urllib.parse import quote_plus, urlencode

import uvloop

from deploy.bench.driver import ANSWERS, TOKEN, ask

CONNECTIONS: Final = 32


class Paced(NamedTuple):
    """`rate`: forms sent per second."""

    host: str
    port: int
    path: str
    rate: int
    seconds: float


class Sent(NamedTuple):
    """`answered_at`: when each thank-you page was there, seconds since 1970."""

    answered_at: list[float]
    failures: int
    seconds: float

    @property
    def rate(self) -> float:
        return len(self.answered_at) / self.seconds


def drive_paced(load: Paced) -> Sent:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_drive, load).result()


def _drive(load: Paced) -> Sent:
    return uvloop.run(_send_all(load))


async def _send_all(load: Paced) -> Sent:
    """Opens all forms first: what is measured begins with the POST."""
    tokens = asyncio.Queue[bytes]()
    count = int(load.rate * load.seconds)
    await asyncio.gather(*(_open(load, tokens, count // CONNECTIONS) for _ in range(CONNECTIONS)))
    began, sent = time.monotonic(), Sent([], 0, 0.0)
    failed = await asyncio.gather(*(_send(load, tokens, sent, place, began) for place in range(CONNECTIONS)))
    return sent._replace(failures=sum(failed), seconds=time.monotonic() - began)


async def _open(load: Paced, tokens: asyncio.Queue[bytes], count: int) -> None:
    reader, writer = await asyncio.open_connection(load.host, load.port)
    for _ in range(count):
        _status, page = await ask(reader, writer, f"{_head(load, 'GET')}\r\n".encode())
        if token := TOKEN.search(page):
            tokens.put_nowait(token[1])
    writer.close()


async def _send(load: Paced, tokens: asyncio.Queue[bytes], sent: Sent, place: int, began: float) -> int:
    """Every CONNECTIONS-th form, each at its time."""
    reader, writer = await asyncio.open_connection(load.host, load.port)
    failures, number = 0, place
    while not tokens.empty():
        await asyncio.sleep(max(0.0, began + number / load.rate - time.monotonic()))
        number += CONNECTIONS
        if tokens.empty():
            break
        body = urlencode({"token": tokens.get_nowait().decode(), **ANSWERS}, quote_via=quote_plus).encode()
        sizes = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        status, _page = await ask(reader, writer, _head(load, "POST").encode() + sizes.encode() + body)
        if status == 200:
            sent.answered_at.append(time.time())
        else:
            failures += 1
    writer.close()
    return failures


def _head(load: Paced, method: str) -> str:
    host = f"{load.host}:{load.port}"
    return f"{method} {load.path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\nAccept-Language: de\r\n"
