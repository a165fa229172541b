"""A network between a browser and a city that can go, come back, lose answers, and count what passes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

_CHUNK = 65536


class Passed(NamedTuple):
    """One request and the bytes of its answer, headers included."""

    line: str  # method and path
    answer_bytes: int


class Network:
    """`is_up`: whether anything passes. `lose`: how many answers to this method and path get lost on their way back."""

    def __init__(self, port: int) -> None:
        self.is_up = True
        self.requests: list[Passed] = []
        self._target = port
        self._lost: dict[str, int] = {}
        self._open: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None

    @property
    def address(self) -> str:
        assert self._server
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def go_down(self) -> None:
        self.is_up = False
        for writer in self._open:
            writer.transport.abort()

    def come_back(self) -> None:
        self.is_up = True

    def lose(self, ending: str, times: int) -> None:
        """The next answers to requests whose path ends so: the server has done its work, nobody hears of it."""
        self._lost[ending] = times

    @property
    def still_to_lose(self) -> int:
        return sum(self._lost.values())

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._connect, "127.0.0.1", 0)

    async def stop(self) -> None:
        assert self._server
        self._server.close()
        self.go_down()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.is_up:
            writer.transport.abort()
            return
        city_reader, city_writer = await asyncio.open_connection("127.0.0.1", self._target)
        self._open |= {writer, city_writer}
        line: list[str] = [""]
        try:
            there = asyncio.create_task(self._there(reader, city_writer, line))
            await self._back(city_reader, writer, line)
            there.cancel()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self._open -= {writer, city_writer}
            writer.transport.abort()
            city_writer.transport.abort()

    async def _there(self, reader: asyncio.StreamReader, city: asyncio.StreamWriter, line: list[str]) -> None:
        """Browsers send one request after the other on a connection, each beginning in a chunk of its own."""
        while chunk := await reader.read(_CHUNK):
            if chunk.startswith((b"GET ", b"POST ", b"HEAD ")):
                line[0] = chunk.split(b" HTTP/")[0].decode()
                self.requests.append(Passed(line[0], 0))
            city.write(chunk)
            await city.drain()
        city.transport.abort()

    async def _back(self, city: asyncio.StreamReader, writer: asyncio.StreamWriter, line: list[str]) -> None:
        while chunk := await city.read(_CHUNK):
            if self._loses(line[0]):
                return
            self._count(line[0], len(chunk))
            writer.write(chunk)
            await writer.drain()

    def _loses(self, line: str) -> bool:
        for ending, times in self._lost.items():
            if times and line.endswith(ending):
                self._lost[ending] -= 1
                return True
        return False

    def _count(self, line: str, size: int) -> None:
        for number in range(len(self.requests) - 1, -1, -1):
            if self.requests[number].line == line:
                self.requests[number] = Passed(line, self.requests[number].answer_bytes + size)
                return


@asynccontextmanager
async def network(port: int) -> AsyncIterator[Network]:
    made = Network(port)
    await made.start()
    try:
        yield made
    finally:
        await made.stop()
