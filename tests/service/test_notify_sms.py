"""Text messages: a number is confirmed by a code, told that there is something new, and stands in no log."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from services.notify.domain.media import sms_parts
from services.notify.operations import ask_by_sms, text_out
from services.notify.operations.ask_by_sms import MOST_GUESSES, VALID_FOR, confirm_by_code
from services.notify.operations.rotate_vault import rotate_vault
from services.notify.operations.text_out import TextService
from shared.contracts.receipts import receipt_proof
from shared.kit.clock import now
from shared.kit.settings import SettingError
from tests.service.test_notify_vault import NEW, with_keys
from tests.support.city import City
from tests.support.people import sign_in
from tests.support.texting import ANNA, TextServer
from tests.support.voice import Voice, letters

TYPED = "0151 / 234 567 89"
STATES = "SELECT state FROM notify.subscription ORDER BY asked_at"


@pytest.fixture
async def server(city: City) -> AsyncIterator[TextServer]:
    """The city sends text messages by a service on this machine."""
    async with TextServer().serve() as serving:
        city.settle(sms_url=serving.url)
        yield serving


async def ask(voice: Voice, path: str, **more: str) -> httpx.Response:
    fields = {"receipt": voice.receipt, "proof": receipt_proof(voice.city.secret, voice.receipt), "language": "de"}
    return await voice.city.client.post(path, data=fields | more)


def code_in(text: str) -> str:
    found = re.search(r"\d{6}", text)
    assert found, text
    return found[0]


async def asked(city: City, server: TextServer, language: str = "de") -> tuple[Voice, str]:
    """Somebody who has the code in their hand."""
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    page = await voice.subscribe(TYPED, language)
    assert page.status_code == 200
    await city.deliver_all()
    return voice, code_in(server.texts[-1].text)


async def test_a_code_confirms_and_then_there_is_one_message(city: City, server: TextServer) -> None:
    voice, code = await asked(city, server)
    assert server.texts[0].number == ANNA
    assert await city.all(STATES) == [("asked",)]
    for _ in range(2):
        assert "Danke, wir schreiben Ihnen eine SMS" in (await ask(voice, "/receipt/code", code=code)).text
    await voice.assess()
    await voice.assess("early-information")
    await city.deliver_all()
    assert len(server.texts) == 2
    news = server.texts[1].text
    assert f"{city.address}/receipt" in news
    assert sms_parts(news) == 1
    assert not letters(city)


async def test_without_the_code_nothing_is_told(city: City, server: TextServer) -> None:
    voice, _ = await asked(city, server)
    await voice.assess()
    await city.deliver_all()
    assert len(server.texts) == 1


async def test_the_link_in_a_message_ends_it(city: City, server: TextServer) -> None:
    voice, code = await asked(city, server)
    await ask(voice, "/receipt/code", code=code)
    await voice.assess()
    await city.deliver_all()
    found = re.search(r"/e/(\w{16})\b", server.texts[-1].text)
    assert found
    assert "<button" in (await city.client.get(f"/e/{found[1]}")).text
    assert await city.all(STATES) == [("confirmed",)]
    assert "keine Nachrichten mehr" in (await city.client.post(f"/e/{found[1]}")).text
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_guessing_is_over_after_five_wrong_codes(city: City, server: TextServer) -> None:
    voice, code = await asked(city, server)
    wrong = str((int(code) + 1) % 1_000_000).zfill(6)
    pages = [await ask(voice, "/receipt/code", code=wrong, address=ANNA) for _ in range(MOST_GUESSES)]
    assert ["gilt nicht mehr" in page.text for page in pages] == [False] * (MOST_GUESSES - 1) + [True]
    assert all(ANNA in page.text for page in pages)
    assert "gilt nicht mehr" in (await ask(voice, "/receipt/code", code=code)).text
    assert await city.all(STATES) == [("asked",)]


async def test_guessing_at_once_is_counted_too(city: City, server: TextServer) -> None:
    voice, code = await asked(city, server)
    wrong = [str((int(code) + more) % 1_000_000).zfill(6) for more in range(1, 12)]
    await asyncio.gather(*(ask(voice, "/receipt/code", code=one) for one in wrong))
    assert await city.one("SELECT guess_count FROM notify.sms_code") == MOST_GUESSES


async def test_a_code_does_not_hold_for_ever(city: City, server: TextServer) -> None:
    voice, code = await asked(city, server)
    late = now() + VALID_FOR + timedelta(seconds=1)
    async with city.database("notify").transaction() as session:
        assert await confirm_by_code(session, voice.settings, voice.digest, code, late) == "over"


async def test_a_new_code_replaces_the_old_one_after_a_minute(
    city: City, server: TextServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice, first = await asked(city, server)
    await voice.subscribe(TYPED)
    await city.deliver_all()
    assert len(server.texts) == 1
    monkeypatch.setattr(ask_by_sms, "PAUSE", timedelta(0))
    await voice.subscribe(TYPED)
    await city.deliver_all()
    second = code_in(server.texts[-1].text)
    assert second != first
    assert "passt nicht" in (await ask(voice, "/receipt/code", code=first)).text
    assert "Danke" in (await ask(voice, "/receipt/code", code=f" {second[:3]} {second[3:]} ")).text


async def test_a_number_gets_three_codes_a_day_and_the_page_does_not_tell(city: City, server: TextServer) -> None:
    pages = [await Voice(city).subscribe(TYPED) for _ in range(5)]
    await city.deliver_all()
    assert len(server.texts) == 3
    assert {page.status_code for page in pages} == {200}


async def test_one_receipt_asks_three_numbers_at_most(city: City, server: TextServer) -> None:
    voice = Voice(city)
    for number in range(6):
        await voice.subscribe(f"0151 2345678{number}")
    await city.deliver_all()
    assert len(server.texts) == 3


async def test_the_house_sends_so_many_codes_a_day_and_says_what_to_do_then(
    city: City, server: TextServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask_by_sms, "MOST_CODES", 1)
    await Voice(city).subscribe("0151 23456780")
    page = await Voice(city).subscribe("0151 23456781")
    assert page.status_code == 503
    assert "E-Mail-Adresse" in page.text
    assert 'value="0151 23456781"' in page.text


@pytest.mark.parametrize("typed", ["0208 8250123", "0151 23", "+49 30 1234567"])
async def test_a_landline_stays_in_the_field_with_a_word_on_what_to_do(
    city: City, server: TextServer, typed: str
) -> None:
    page = await Voice(city).subscribe(typed)
    assert page.status_code == 422
    assert f'value="{typed}"' in page.text
    assert "Festnetz" in page.text
    assert "sabit" in (await Voice(city).subscribe(typed, "tr")).text.casefold()


async def test_without_the_setting_no_number_is_asked_for_or_taken(city: City) -> None:
    await city.publish_demo()
    thanks = (await city.send_form(await city.open_form())).text
    assert "Handynummer" not in thanks
    assert (await Voice(city).subscribe(TYPED)).status_code == 422
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_with_the_setting_the_thank_you_page_asks_for_either(city: City, server: TextServer) -> None:
    await city.publish_demo()
    thanks = (await city.send_form(await city.open_form())).text
    assert "E-Mail-Adresse oder Handynummer" in thanks
    assert (await Voice(city).subscribe("anna@example.org")).status_code == 200
    await city.deliver_all()
    assert len(letters(city)) == 1
    assert not server.texts


@pytest.mark.parametrize(("status", "state"), [(400, "refused"), (422, "refused"), (500, "waiting"), (429, "waiting")])
async def test_some_failures_are_for_good_and_some_pass(
    city: City, server: TextServer, status: int, state: str
) -> None:
    server.status = status
    await Voice(city).subscribe(TYPED)
    await deliver(city)
    assert await city.all("SELECT state, error FROM notify.notification") == [(state, f"sms {status}")]


async def test_a_service_that_stalls_is_waited_for_no_longer_than_its_time(
    city: City, server: TextServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_out, "PATIENCE_S", 0.2)
    server.delay_s = 1.0
    await Voice(city).subscribe(TYPED)
    await deliver(city)
    assert await city.all("SELECT state, error FROM notify.notification") == [("waiting", "sms timeout")]


async def deliver(city: City) -> None:
    """As `deliver_all`, where something may stay owed."""
    with contextlib.suppress(AssertionError):
        await asyncio.wait_for(city.deliver_all(), 120)


async def test_no_log_line_has_the_number_or_the_password(
    city: City, server: TextServer, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    server.status = 500
    await Voice(city).subscribe(TYPED)
    await deliver(city)
    said = caplog.text + "".join(capfd.readouterr())
    assert "sms 500" in said
    for secret in (ANNA.removeprefix("+"), "geheim", "23456789"):
        assert secret not in said


async def test_numbers_lie_in_the_vault(city: City, server: TextServer) -> None:
    voice, code = await asked(city, server)
    for table in ("contact", "subscription", "notification", "sms_code", "consent_text"):
        rows = str(await city.all(f"SELECT t::text FROM notify.{table} t"))
        assert "15123456789" not in rows
        assert code not in rows
    assert await city.one("SELECT kind FROM notify.consent_text") == "sms"
    async with city.database("notify").transaction() as session:
        assert await rotate_vault(session, with_keys(voice.settings, NEW)) == 1


async def test_staff_who_answer_for_privacy_find_and_erase_a_number(city: City, server: TextServer) -> None:
    await asked(city, server)
    await sign_in(city, "ada", "administrator")
    assert ANNA in (await city.client.post("/staff/privacy/person", data={"address": TYPED})).text
    await city.client.post("/staff/privacy/person/erase", data={"address": ANNA})
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


@pytest.mark.parametrize("url", ["sms://{number}/nothing-known", "json://127.0.0.1/without-a-place", "", "{number}"])
def test_a_setting_that_cannot_work_is_said_at_the_start(city: City, url: str) -> None:
    with pytest.raises(SettingError, match="RESONANZ_SMS_URL"):
        TextService(city.parts.notify, url)
