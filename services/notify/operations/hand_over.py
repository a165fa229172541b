"""The media a letter may leave by: a mail server, or a folder of `.eml` files."""

from __future__ import annotations

import asyncio
import os
import secrets
from datetime import timedelta
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import SplitResult, unquote, urlsplit
from uuid import UUID

import aiosmtplib

from services.notify.settings import Settings

PERMANENT: Final = range(500, 600)
#: For the whole conversation with a mail server. Its claim lasts longer, so that no two hand over one letter at once.
PATIENCE_S: Final = 50.0


class Refused(Exception):
    """The mail server does not want this letter, now or later. `kind`: the error's class, not the server's words."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Medium(Protocol):
    """`lease`: how long a claim lasts, longer than `hand_over` can take."""

    lease: timedelta

    async def hand_over(self, notification_id: UUID, message: EmailMessage) -> None:
        """Raises Refused for good; anything else may pass."""


class Folder:
    """Each letter as a file named by its notification: a repetition replaces it and cannot make a second one."""

    lease = timedelta(seconds=5)

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def hand_over(self, notification_id: UUID, message: EmailMessage) -> None:
        await asyncio.to_thread(self._write, f"{notification_id}.eml", message.as_bytes())

    def _write(self, name: str, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self.folder / f".{name}.{secrets.token_hex(4)}"
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(self.folder / name)
        _sync_folder(self.folder)


class MailServer:
    """SMTP. With a password only over an encrypted connection."""

    lease = timedelta(seconds=PATIENCE_S + 10)

    def __init__(self, url: str) -> None:
        self._options = _options(urlsplit(url))

    async def hand_over(self, _notification_id: UUID, message: EmailMessage) -> None:
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._send(message)
        except aiosmtplib.SMTPRecipientsRefused as error:
            _raise_if_permanent(error, min(refused.code for refused in error.recipients))
            raise
        except aiosmtplib.SMTPDataError as error:
            _raise_if_permanent(error, error.code)
            raise

    async def _send(self, message: EmailMessage) -> None:
        """The very bytes a folder would get; the library would write the headers its own way."""
        sender, recipient = (parseaddr(message[name])[1] for name in ("From", "To"))
        await aiosmtplib.send(message.as_bytes(), sender=sender, recipients=[recipient], **self._options)


def medium_of(settings: Settings) -> Medium:
    return MailServer(settings.smtp_url) if settings.smtp_url else Folder(Path(settings.mail_folder))


def _options(url: SplitResult) -> dict[str, Any]:
    encrypted = url.scheme == "smtps"
    return {
        "hostname": url.hostname,
        "port": url.port or (465 if encrypted else 587),
        "username": unquote(url.username) if url.username else None,
        "password": unquote(url.password) if url.password else None,
        "use_tls": encrypted,
        # None: when the server offers it. A password never travels without.
        "start_tls": False if encrypted else (True if url.password else None),
        "timeout": PATIENCE_S,
    }


def _raise_if_permanent(error: aiosmtplib.SMTPException, code: int) -> None:
    if code in PERMANENT:
        raise Refused(type(error).__name__) from None


def _sync_folder(folder: Path) -> None:
    """Makes the new name survive a power cut, as fsync made the content."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
