"""Handing a letter over: to a folder, and to a mail server that takes it, postpones it or refuses it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any
from uuid import UUID

import aiosmtplib
import pytest
from aiosmtpd import smtp

from services.notify.operations.hand_over import Folder, MailServer, Refused, medium_of
from services.notify.settings import Settings

ID = UUID(int=7)


def letter(text: str = "Guten Tag") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Stadt <mit@example.org>"
    message["To"] = "anna@example.org"
    message["Message-ID"] = f"<{ID}@example.org>"
    message.set_content(text)
    return message


class PostOffice:
    """A mail server that answers as told and keeps what it took."""

    def __init__(self) -> None:
        self.to_recipient = self.to_content = "250 OK"
        self.taken: list[smtp.Envelope] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, _session: Any, envelope: smtp.Envelope, address: str, _options: Any
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, _server: Any, _session: Any, envelope: smtp.Envelope) -> str:  # noqa: N802 - as above
        if self.to_content.startswith("250"):
            self.taken.append(envelope)
        return self.to_content


@pytest.fixture
async def office() -> AsyncIterator[tuple[PostOffice, MailServer]]:
    handler = PostOffice()
    served = await asyncio.get_running_loop().create_server(lambda: smtp.SMTP(handler), "127.0.0.1", 0)
    async with served:
        yield handler, MailServer(f"smtp://127.0.0.1:{served.sockets[0].getsockname()[1]}")


async def test_a_repetition_never_makes_a_second_file(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "mail")
    await folder.hand_over(ID, letter())
    await folder.hand_over(ID, letter("noch einmal"))
    (file,) = (tmp_path / "mail").iterdir()
    assert file.name == f"{ID}.eml"
    assert b"noch einmal" in file.read_bytes()


async def test_a_mail_server_gets_the_letter_as_written(office: tuple[PostOffice, MailServer]) -> None:
    handler, server = office
    await server.hand_over(ID, letter())
    (taken,) = handler.taken
    assert taken.mail_from == "mit@example.org"
    assert taken.rcpt_tos == ["anna@example.org"]
    assert isinstance(taken.content, bytes)
    assert f"Message-ID: <{ID}@example.org>".encode() in taken.content


async def test_an_address_that_does_not_exist_is_refused_for_good(office: tuple[PostOffice, MailServer]) -> None:
    handler, server = office
    handler.to_recipient = "550 no such user anna@example.org"
    with pytest.raises(Refused) as refusal:
        await server.hand_over(ID, letter())
    assert refusal.value.kind == "SMTPRecipientsRefused"
    assert "anna" not in str(refusal.value)


async def test_a_letter_the_server_will_never_take_is_refused_for_good(office: tuple[PostOffice, MailServer]) -> None:
    handler, server = office
    handler.to_content = "554 not wanted"
    with pytest.raises(Refused):
        await server.hand_over(ID, letter())


@pytest.mark.parametrize("field", ["to_recipient", "to_content"])
async def test_a_busy_server_may_be_asked_again(office: tuple[PostOffice, MailServer], field: str) -> None:
    handler, server = office
    setattr(handler, field, "451 come back later")
    with pytest.raises(aiosmtplib.SMTPException):
        await server.hand_over(ID, letter())
    setattr(handler, field, "250 OK")
    await server.hand_over(ID, letter())
    assert len(handler.taken) == 1


async def test_a_password_does_not_travel_unencrypted(office: tuple[PostOffice, MailServer]) -> None:
    _, server = office
    with pytest.raises(aiosmtplib.SMTPException):
        await MailServer(f"smtp://me:word@127.0.0.1:{server._options['port']}").hand_over(ID, letter())


def test_without_a_mail_server_letters_become_files() -> None:
    base = Settings("s" * 40, "https://x", "a@example.org", "mail")
    assert isinstance(medium_of(base), Folder)
    assert isinstance(
        medium_of(Settings("s" * 40, "https://x", "a@b.org", "mail", "smtps://mail.example.org")), MailServer
    )
