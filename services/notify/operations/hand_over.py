"""The media a letter may leave by: a mail server, or a folder of `.eml` files."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import secrets
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, Protocol
from urllib.parse import SplitResult, unquote, urlsplit
from uuid import UUID
from weakref import WeakValueDictionary

import aiosmtplib

from services.notify.settings import Settings

#: Connections one process keeps open, and how many of them one mail domain may take.
CONNECTIONS: Final = 8
MOST_PER_DOMAIN: Final = 3
#: Letters one connection carries: many servers end it after a hundred anyway.
MOST_LETTERS: Final = 100
#: A connection that rested longer may have been dropped by the server.
IDLE_S: Final = 20.0
#: How long a letter waits for a connection that it may use.
ROOM_S: Final = 10.0
PERMANENT: Final = range(500, 600)
#: Answers to RCPT which say that the address itself is the trouble, not its full mailbox or our reputation.
NO_SUCH_ADDRESS: Final = (550, 551, 553, 556)
_STATUS: Final = re.compile(r"\b5\.(\d{1,3})\.\d{1,3}\b")
_ABOUT_ADDRESS: Final = "1"

Stage = Literal["connect", "MAIL", "RCPT", "DATA"]
#: Whom a failure is put down to. Nobody: there was only no room.
Blamed = Literal["server", "domain", "nobody"]


class Refused(Exception):
    """The mail server does not want this letter, now or later. `kind`: stage and code, never the server's words."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class AddressRefused(Refused):
    """There is nobody at this address: no letter will ever reach it."""


class Delayed(Exception):
    """It did not work and may work later. `blames`: whom to leave alone for a while."""

    def __init__(self, kind: str, blames: Blamed) -> None:
        super().__init__(kind)
        self.kind, self.blames = kind, blames


class Mail(NamedTuple):
    """A letter as it leaves: `sender` is the return path, where bounces go to."""

    sender: str
    recipient: str
    content: bytes


class Medium(Protocol):
    """`lease`: how long a claim lasts, longer than `hand_over` can take together with the time before it starts."""

    lease: timedelta

    async def hand_over(self, notification_id: UUID, mail: Mail) -> None:
        """Raises Refused for good, Delayed for now."""


class Folder:
    """Each letter as a file named by its notification: a repetition replaces it and cannot make a second one."""

    lease = timedelta(seconds=5)

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def hand_over(self, notification_id: UUID, mail: Mail) -> None:
        try:
            await asyncio.to_thread(self._write, f"{notification_id}.eml", mail.content)
        except OSError as error:
            raise Delayed(f"folder {type(error).__name__}", "server") from None

    def _write(self, name: str, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self.folder / f".{name}.{secrets.token_hex(4)}"
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(self.folder / name)
        _sync_folder(self.folder)


class Patience(NamedTuple):
    """Seconds to wait for a connection, for each answer, and for the answer after the whole letter.

    The last is long: whoever hangs up before it does not know whether the letter was taken, and sends it twice
    (RFC 5321, 4.5.3.2.6).
    """

    connect: float = 20.0
    answer: float = 20.0
    taking: float = 120.0


class _Line:
    """One connection to the server, and how many letters it has carried."""

    def __init__(self, client: aiosmtplib.SMTP) -> None:
        self.client = client
        self.letter_count = 0
        self.rested_at = 0.0


class MailServer:
    """SMTP over a few lasting connections. With a password only over an encrypted one.

    A domain may take some of them, not all: one that stalls holds up its own letters and nobody else's.
    """

    #: A letter is started in the first quarter (send_letters.py); the rest is more than all patience adds up to.
    lease = timedelta(seconds=340)

    def __init__(self, url: str, patience: Patience | None = None) -> None:
        self.patience = patience or Patience()
        self._options = _options(urlsplit(url), self.patience.connect)
        self._places = asyncio.Semaphore(CONNECTIONS)
        self._shares: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._resting: list[_Line] = []

    async def hand_over(self, _notification_id: UUID, mail: Mail) -> None:
        domain = mail.recipient.rpartition("@")[2]
        share = self._shares.setdefault(domain, asyncio.Semaphore(MOST_PER_DOMAIN))
        async with _room(share), _room(self._places), self._line(mail.sender) as line:
            await _step("RCPT", line.client.rcpt(mail.recipient, timeout=self.patience.answer))
            await _step("DATA", line.client.data(mail.content, timeout=self.patience.taking))

    @asynccontextmanager
    async def _line(self, sender: str) -> AsyncIterator[_Line]:
        """A connection on which the server has taken the sender. It is kept only if it is surely in a good state."""
        line = await self._begin(sender)
        try:
            yield line
        except (Refused, Delayed):
            await self._reset(line)
            raise
        except BaseException:
            line.client.close()
            raise
        line.letter_count += 1
        self._keep(line)

    async def _begin(self, sender: str) -> _Line:
        """A connection that rested may be dead: nothing was said on it yet, so a new one is tried in its place."""
        if self._resting:
            line = self._resting.pop()
            if line.client.is_connected and _clock() - line.rested_at < IDLE_S:
                with contextlib.suppress(Delayed):
                    await self._name_sender(line, sender)
                    return line
            line.client.close()
        client = aiosmtplib.SMTP(**self._options)
        try:
            async with asyncio.timeout(self.patience.connect):
                await _step("connect", client.connect())
            line = _Line(client)
            await self._name_sender(line, sender)
        except BaseException as error:
            client.close()
            if isinstance(error, TimeoutError):
                raise Delayed("connect timeout", "server") from None
            raise
        return line

    async def _name_sender(self, line: _Line, sender: str) -> None:
        await _step("MAIL", line.client.mail(sender, timeout=self.patience.answer))

    async def _reset(self, line: _Line) -> None:
        """What was begun and not taken is forgotten by the server, so that the next letter starts afresh."""
        if not line.client.is_connected:
            return
        try:
            await line.client.rset(timeout=self.patience.answer)
        except (aiosmtplib.SMTPException, OSError):
            line.client.close()
        else:
            self._keep(line)

    def _keep(self, line: _Line) -> None:
        if line.letter_count >= MOST_LETTERS or not line.client.is_connected:
            line.client.close()
            return
        line.rested_at = _clock()
        self._resting.append(line)


def medium_of(settings: Settings) -> Medium:
    return MailServer(settings.smtp_url) if settings.smtp_url else Folder(Path(settings.mail_folder))


@asynccontextmanager
async def _room(places: asyncio.Semaphore) -> AsyncIterator[None]:
    """Raises Delayed when there is none for too long: a letter must not use up its claim by waiting."""
    try:
        async with asyncio.timeout(ROOM_S):
            await places.acquire()
    except TimeoutError:
        raise Delayed("busy", "nobody") from None
    try:
        yield
    finally:
        places.release()


async def _step(stage: Stage, saying: Awaitable[Any]) -> None:
    """One thing said to the server. Raises Refused and Delayed instead of whatever the library has."""
    try:
        await saying
    except aiosmtplib.SMTPResponseException as error:
        raise judge(stage, error.code, error.message) from None
    except (aiosmtplib.SMTPTimeoutError, TimeoutError):
        raise Delayed(f"{stage} timeout", _blamed(stage)) from None
    except (aiosmtplib.SMTPException, OSError):
        raise Delayed(f"{stage} disconnected", _blamed(stage)) from None


def judge(stage: Stage, code: int, words: str) -> Refused | Delayed:
    """What an answer means. A sender or a password that is not taken is our own fault: no letter is lost over it."""
    kind = f"{stage} {code}"
    if code not in PERMANENT or stage in ("connect", "MAIL"):
        return Delayed(kind, _blamed(stage))
    status = _STATUS.search(words)
    if stage == "RCPT" and code in NO_SUCH_ADDRESS and (status is None or status[1] == _ABOUT_ADDRESS):
        return AddressRefused(kind)
    return Refused(kind)


def _blamed(stage: Stage) -> Blamed:
    return "server" if stage in ("connect", "MAIL") else "domain"


def _clock() -> float:
    return asyncio.get_running_loop().time()


def _options(url: SplitResult, timeout_s: float) -> dict[str, Any]:
    encrypted = url.scheme == "smtps"
    return {
        "hostname": url.hostname,
        "port": url.port or (465 if encrypted else 587),
        "username": unquote(url.username) if url.username else None,
        "password": unquote(url.password) if url.password else None,
        "use_tls": encrypted,
        # None: when the server offers it. A password never travels without.
        "start_tls": False if encrypted else (True if url.password else None),
        "timeout": timeout_s,
    }


def _sync_folder(folder: Path) -> None:
    """Makes the new name survive a power cut, as fsync made the content."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
