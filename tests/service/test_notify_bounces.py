"""What comes back: dead addresses and complaints end letters, passing trouble counts, and each mail is heard once."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.posting import MOST_SOFT_BOUNCES
from services.notify.operations.hear_bounces import read_folder
from services.notify.operations.read_bounce import judge_status, read_bounce
from services.notify.operations.subscribe import Wish, subscribe
from services.notify.settings import Settings
from shared.kit.clock import now
from shared.kit.ids import random_id
from tests.support.city import City

KEY = "k" * 40


def settings_of(city: City, **more: Any) -> Settings:
    return msgspec.structs.replace(city.parts.notify, bounce_address="bounce@mit.example", **more)


async def owe(city: City, address: str = "anna@example.org") -> UUID:
    """A letter that may come back."""
    wish = Wish(random_id().bytes, address, "de")
    await city.database("notify").run(lambda session: subscribe(session, city.parts.notify, wish, now()))
    found: UUID = await city.one("SELECT id FROM notify.notification ORDER BY queued_at DESC LIMIT 1")
    return found


def status_report(to: str, status: str = "5.1.1", action: str = "failed", number: int = 0) -> bytes:
    """As mail servers write it (RFC 3464)."""
    return (
        f"From: MAILER-DAEMON@mx.example\r\nTo: <{to}>\r\nSubject: Undelivered {number}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nI am sorry.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; anna@example.org\r\nAction: {action}\r\nStatus: {status}\r\n"
        "Diagnostic-Code: smtp; 550 no such user\r\n\r\n--b--\r\n"
    ).encode()


def complaint(letter: UUID) -> bytes:
    """As providers pass it on (RFC 5965); the return path is gone, the letter's own headers are there."""
    return (
        "From: fbl@provider.example\r\nTo: abuse@mit.example\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=feedback-report; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nspam\r\n"
        "--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n"
        "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: mit@example\r\n"
        f"Message-ID: <{letter}@example>\r\n\r\nx\r\n--b--\r\n"
    ).encode()


async def read_all(city: City, settings: Settings) -> int:
    """The chore, to its end."""
    total = 0
    for _ in range(20):
        count = await city.database("notify").run(lambda session: read_folder(session, settings, now()))
        if not count:
            return total
        total += count
    raise AssertionError("never ends")


async def contacts(city: City) -> int:
    return int(await city.one("SELECT count(*) FROM notify.contact"))


@pytest.mark.parametrize("place", ["", "new"])
async def test_a_dead_address_in_the_folder_ends_its_subscriptions_once(city: City, tmp_path: Path, place: str) -> None:
    letter = await owe(city)
    await owe(city, "berta@example.org")
    settings = settings_of(city, bounce_folder=str(tmp_path / "in"))
    (tmp_path / "in" / place).mkdir(parents=True)
    file = tmp_path / "in" / place / "1.eml"
    file.write_bytes(status_report(settings.return_path(letter)))
    await read_all(city, settings)
    assert not file.exists()
    assert await contacts(city) == 1
    assert await city.one("SELECT reason FROM notify.suppression") == "bounced"
    await owe_again_is_silent(city)


async def owe_again_is_silent(city: City) -> None:
    before = await city.one("SELECT count(*) FROM notify.notification")
    await owe(city)
    assert await city.one("SELECT count(*) FROM notify.notification") == before


async def test_a_mail_stays_until_what_it_said_is_safe(city: City, tmp_path: Path) -> None:
    letter = await owe(city)
    settings = settings_of(city, bounce_folder=str(tmp_path))
    (tmp_path / "1.eml").write_bytes(status_report(settings.return_path(letter)))

    async def read_and_die(session: AsyncSession) -> None:
        await read_folder(session, settings, now())
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        await city.database("notify").run(read_and_die)
    assert (tmp_path / "1.eml").exists()
    assert await contacts(city) == 1
    await read_all(city, settings)
    assert await contacts(city) == 0


async def test_what_may_pass_counts_and_ends_letters_only_after_many(city: City, tmp_path: Path) -> None:
    letter = await owe(city)
    settings = settings_of(city, bounce_folder=str(tmp_path))
    for number in range(MOST_SOFT_BOUNCES):
        assert await contacts(city) == 1, number
        report = status_report(settings.return_path(letter), "4.2.2", number=number)
        (tmp_path / f"{number}.eml").write_bytes(report)
        await read_all(city, settings)
    assert await contacts(city) == 0


async def test_a_persons_answer_is_laid_aside_for_people(city: City, tmp_path: Path) -> None:
    settings = settings_of(city, bounce_folder=str(tmp_path))
    answer = EmailMessage()
    answer["To"] = settings.return_path(await owe(city))
    answer.set_content("Danke!")
    (tmp_path / "1.eml").write_bytes(answer.as_bytes())
    (tmp_path / "2.eml").write_bytes(b"\xff\x00 nothing that anybody can read")
    await read_all(city, settings)
    assert {file.name for file in (tmp_path / "others").iterdir()} == {"1.eml", "2.eml"}
    assert await contacts(city) == 1


def test_a_made_up_return_path_reaches_nobody() -> None:
    settings = Settings("s" * 40, "https://x", "a@example.org", "mail", bounce_address="bounce@mit.example")
    made_up = f"bounce+{UUID(int=9).hex}0123456789abcdef@mit.example"
    assert read_bounce(settings, status_report(made_up)).letter is None
    assert read_bounce(settings, status_report(settings.return_path(UUID(int=9)))).letter == UUID(int=9)


@pytest.mark.parametrize(
    ("status", "action", "kind"),
    [
        ("5.1.1", "failed", "hard"),
        ("5.0.0", "failed", "hard"),
        ("5.2.2", "failed", "soft"),
        ("5.7.1", "failed", "soft"),
        ("4.4.7", "failed", "soft"),
        ("5.1.1", "delayed", "soft"),
        ("2.0.0", "delivered", "other"),
    ],
)
def test_only_an_address_that_is_dead_for_good_is_hard(status: str, action: str, kind: str) -> None:
    assert judge_status(status, action) == kind


async def tell(city: City, body: bytes, kind: str = "application/json", key: str = KEY) -> httpx.Response:
    headers = {"Authorization": f"Bearer {key}", "Content-Type": kind}
    return await city.client.post("/notify/bounces", content=body, headers=headers)


async def test_the_webhook_hears_events_and_whole_mails_once_each(city: City) -> None:
    city.settle(bounce_key=KEY, bounce_address="bounce@mit.example")
    one, two, three = [await owe(city, f"{name}@example.org") for name in ("anna", "berta", "carla")]
    events = [
        {"kind": "bounce", "message_id": f"<{one}@example>", "status": "5.1.1"},
        {"kind": "bounce", "message_id": f"<{two}@example>", "status": "4.2.2"},
        {"kind": "bounce", "message_id": "<of another program@example>", "status": "5.1.1"},
    ]
    for heard in (3, 0):
        answer = await tell(city, msgspec.json.encode(events))
        assert (answer.status_code, answer.json()["heard"]) == (200, heard)
    assert await contacts(city) == 2
    assert (await tell(city, complaint(three), "message/rfc822")).json()["heard"] == 1
    assert await city.all("SELECT reason FROM notify.suppression ORDER BY 1") == [("bounced",), ("complained",)]


async def test_nobody_without_the_key_is_heard(city: City) -> None:
    body = msgspec.json.encode([])
    assert (await tell(city, body)).status_code == 401
    assert (await tell(city, body, key="None")).status_code == 401
    assert (await tell(city, body, key="")).status_code == 401


async def test_what_cannot_be_read_is_said_so(city: City) -> None:
    city.settle(bounce_key=KEY)
    for body in (b"", b"{}", b'[{"kind": "party"}]'):
        assert (await tell(city, body)).status_code == 422
