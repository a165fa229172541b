"""A real mail server that does what it is told, letter by letter, and keeps what it took."""

from __future__ import annotations

import asyncio
import re
import socket
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from aiosmtpd import smtp

from services.notify.operations.hand_over import MailServer, Patience

_ID: Final = re.compile(rb"^Message-ID: (<.*>)\r$", re.MULTILINE)
#: So that tests of a server that stalls last seconds. Nobody else is hurried: a slow machine is no stalling server.
IMPATIENT: Final = Patience(taking=1.0)


class PostOffice:
    """`orders`: for an address, what to do with its next letters: `take` (when nothing is said), an answer such as
    `RCPT 451` or `DATA 554`, `drop` the connection after the whole letter, `take and drop` before the answer or
    `answer and drop` after it, `stall`.
    """

    def __init__(self, url: str) -> None:
        self.orders: dict[str, list[str]] = defaultdict(list)
        self.taken: list[tuple[str, str, bytes]] = []
        self.return_paths: list[str] = []
        self.url = url

    def count(self) -> Counter[str]:
        """Letters taken, by address."""
        return Counter(address for address, _, _ in self.taken)

    def server(self) -> MailServer:
        stalls = any("stall" in orders for orders in self.orders.values())
        return MailServer(self.url, IMPATIENT if stalls else None)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, _session: Any, envelope: smtp.Envelope, address: str, _options: Any
    ) -> str:
        order = self._next(address)
        if order.startswith("RCPT"):
            self.orders[address].pop(0)
            return f"{order.removeprefix('RCPT ')} as ordered"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: smtp.Envelope) -> str:  # noqa: N802 - as above
        (address,) = envelope.rcpt_tos
        order = self._next(address)
        if self.orders[address]:
            self.orders[address].pop(0)
        if order.startswith("DATA"):
            return f"{order.removeprefix('DATA ')} as ordered"
        if order == "stall":
            await asyncio.sleep(2 * IMPATIENT.taking)
        if order in ("take", "take and drop", "answer and drop"):
            assert isinstance(envelope.content, bytes)
            found = _ID.search(envelope.content)
            assert found
            self.taken.append((address, found[1].decode(), envelope.content))
            self.return_paths.append(str(envelope.mail_from))
        if order in ("drop", "take and drop", "stall"):
            server.transport.abort()
        if order == "answer and drop":
            asyncio.get_running_loop().call_later(0.02, server.transport.close)
        return "250 OK"

    def _next(self, address: str) -> str:
        return self.orders[address][0] if self.orders[address] else "take"


@asynccontextmanager
async def post_office(place: socket.socket | None = None) -> AsyncIterator[PostOffice]:
    """`place`: bound already, so that nobody else got its port while there was no office."""
    place = place or bound()
    office = PostOffice(url_of(place))
    async with await asyncio.get_running_loop().create_server(lambda: smtp.SMTP(office), sock=place):
        yield office


def bound() -> socket.socket:
    """A port of our own, where nobody answers yet."""
    place = socket.socket()
    place.bind(("127.0.0.1", 0))
    return place


def url_of(place: socket.socket) -> str:
    return f"smtp://127.0.0.1:{place.getsockname()[1]}"
