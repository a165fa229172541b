"""A mail server that takes everything and keeps the ids only. `NOOP` answers how many letters, and how many ids.

`python -m deploy.bench.sink FD`
"""

from __future__ import annotations

import asyncio
import socket
import sys
from typing import cast

import uvloop


class Taken:
    def __init__(self) -> None:
        self.letter_count = 0
        self.ids: set[bytes] = set()


class Conversation(asyncio.Protocol):
    """One connection, as far as a client needs it that speaks no pipelining."""

    def __init__(self, taken: Taken) -> None:
        self._taken = taken
        self._seen = b""
        self._in_letter = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own class is not a subclass
        self._say("220 sink")

    def data_received(self, data: bytes) -> None:
        self._seen += data
        end = b"\r\n.\r\n" if self._in_letter else b"\r\n"
        while end in self._seen:
            said, self._seen = self._seen.split(end, 1)
            if self._in_letter:
                self._take(said)
            else:
                self._answer(said)
            end = b"\r\n.\r\n" if self._in_letter else b"\r\n"

    def _take(self, letter: bytes) -> None:
        self._in_letter = False
        self._taken.letter_count += 1
        head = letter.partition(b"\r\n\r\n")[0]
        self._taken.ids.add(head.partition(b"Message-ID: <")[2].partition(b"@")[0])
        self._say("250 taken")

    def _answer(self, command: bytes) -> None:
        verb = command[:4].upper()
        if verb == b"DATA":
            self._in_letter = True
            self._say("354 go on")
        elif verb == b"NOOP":
            self._say(f"250 {self._taken.letter_count} {len(self._taken.ids)}")
        elif verb == b"QUIT":
            self._say("221 bye")
            self._transport.close()
        else:
            self._say("250 OK")

    def _say(self, answer: str) -> None:
        self._transport.write(f"{answer}\r\n".encode())


async def serve(listener: socket.socket) -> None:
    taken = Taken()
    served = await asyncio.get_running_loop().create_server(lambda: Conversation(taken), sock=listener)
    await served.serve_forever()


if __name__ == "__main__":
    uvloop.run(serve(socket.socket(fileno=int(sys.argv[1]))))
