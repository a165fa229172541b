"""Handing a letter over: to a folder, and to a mail server that takes it, postpones it or refuses it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from aiosmtpd import smtp

from services.notify.operations.hand_over import (
    AddressRefused,
    Delayed,
    Folder,
    Mail,
    MailServer,
    Patience,
    Refused,
    judge,
    medium_of,
)
from services.notify.settings import Settings

ID = UUID(int=7)


def letter(text: str = "Guten Tag") -> Mail:
    return Mail("mit@example.org", "anna@example.org", f"Message-ID: <{ID}@example.org>\r\n\r\n{text}\r\n".encode())


class PostOffice:
    """A mail server that answers as told and keeps what it took."""

    def __init__(self) -> None:
        self.to_recipient = self.to_content = "250 OK"
        self.taken: list[smtp.Envelope] = []
        self.session_count = 0

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, session: Any, _envelope: smtp.Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.session_count += 1
        session.host_name = hostname
        return responses

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
    with pytest.raises(AddressRefused) as refusal:
        await server.hand_over(ID, letter())
    assert refusal.value.kind == "RCPT 550"
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
    with pytest.raises(Delayed) as delay:
        await server.hand_over(ID, letter())
    assert delay.value.blames == "domain"
    setattr(handler, field, "250 OK")
    await server.hand_over(ID, letter())
    assert len(handler.taken) == 1


async def test_a_password_does_not_travel_unencrypted(office: tuple[PostOffice, MailServer]) -> None:
    _, server = office
    with pytest.raises(Delayed):
        await MailServer(f"smtp://me:word@127.0.0.1:{server._options['port']}").hand_over(ID, letter())


async def test_one_connection_carries_many_letters_also_after_a_refusal(office: tuple[PostOffice, MailServer]) -> None:
    handler, server = office
    await server.hand_over(ID, letter())
    handler.to_recipient = "550 no such user"
    with pytest.raises(AddressRefused):
        await server.hand_over(ID, letter())
    handler.to_recipient = "250 OK"
    await server.hand_over(ID, letter())
    assert len(handler.taken) == 2
    assert handler.session_count == 1


async def test_a_server_that_is_not_there_is_left_alone() -> None:
    with pytest.raises(Delayed) as delay:
        await MailServer("smtp://127.0.0.1:1").hand_over(ID, letter())
    assert (delay.value.kind, delay.value.blames) == ("connect disconnected", "server")


async def test_a_server_that_says_nothing_is_not_waited_for_longer_than_told() -> None:
    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    served = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    url = f"smtp://127.0.0.1:{served.sockets[0].getsockname()[1]}"
    with pytest.raises(Delayed) as delay:
        await asyncio.wait_for(MailServer(url, Patience(connect=0.2)).hand_over(ID, letter()), 15)
    assert delay.value.blames == "server"
    served.close()


@pytest.mark.parametrize(
    ("stage", "code", "words", "kind"),
    [
        ("RCPT", 550, "5.1.1 unknown", AddressRefused),
        ("RCPT", 550, "unknown", AddressRefused),
        ("RCPT", 550, "5.7.1 not from you", Refused),
        ("RCPT", 552, "5.2.2 mailbox full", Refused),
        ("RCPT", 450, "4.2.0 greylisted", Delayed),
        ("DATA", 554, "5.6.0 content", Refused),
        ("DATA", 452, "no room", Delayed),
        ("MAIL", 550, "sender not known", Delayed),
        ("connect", 535, "wrong password", Delayed),
    ],
)
def test_an_answer_is_judged_by_who_is_meant(stage: Any, code: int, words: str, kind: type[Exception]) -> None:
    assert type(judge(stage, code, words)) is kind


def test_without_a_mail_server_letters_become_files() -> None:
    base = Settings("s" * 40, "https://x", "a@example.org", "mail")
    assert isinstance(medium_of(base), Folder)
    assert isinstance(
        medium_of(Settings("s" * 40, "https://x", "a@b.org", "mail", "smtps://mail.example.org")), MailServer
    )
