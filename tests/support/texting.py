"""A text message service behind a real port, as Apprise's `json://` speaks to one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, NamedTuple

import msgspec

ANNA: Final = "+4915123456789"


class Texted(NamedTuple):
    number: str
    text: str


class TextServer:
    """`status`: what it answers; `delay_s`: how long it thinks."""

    def __init__(self) -> None:
        self.texts: list[Texted] = []
        self.status = 200
        self.delay_s = 0.0
        self.port = 0

    @property
    def url(self) -> str:
        """What the setting holds; the password must never be seen anywhere."""
        return f"json://city:geheim@127.0.0.1:{self.port}/sms/{{number}}"

    @asynccontextmanager
    async def serve(self) -> AsyncIterator[TextServer]:
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield self

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.strip().split("\r\n")
        size = next(int(line.split(":")[1]) for line in lines if line.lower().startswith("content-length"))
        told = msgspec.json.decode(await reader.readexactly(size))
        await asyncio.sleep(self.delay_s)
        if self.status == 200:
            self.texts.append(Texted("+" + first.split()[1].rpartition("/")[2], told["message"]))
        writer.write(f"HTTP/1.1 {self.status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()
