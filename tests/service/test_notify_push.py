"""Web push: a device is told that there is something new, and nothing else, and nothing inside the house is called."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from py_vapid import Vapid02

from deploy.settings import Settings as CitySettings
from services.intake.operations.open_channel import open_channel
from services.notify.operations import carry_letter, push_out
from services.notify.operations.hand_over import AddressRefused, Delayed, Refused
from services.notify.operations.push_out import NotPublicError, OpenInternet, PushService, judge, public_push_key
from services.notify.operations.rotate_vault import count_by_key, rotate_vault
from shared.contracts.receipts import receipt_proof
from shared.kit.clock import now
from tests.service.test_notify_vault import NEW, with_keys
from tests.support.city import City
from tests.support.push import HOST, Device, PushServer
from tests.support.voice import Voice

SENT = "SELECT state, error FROM notify.notification"


@pytest.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[PushServer]:
    """A push service that every letter of this test is brought to."""
    async with PushServer(tmp_path).serve() as serving:
        monkeypatch.setattr(carry_letter, "PushService", partial(PushService, **serving.options))
        yield serving


async def ask(voice: Voice, path: str, **more: str) -> httpx.Response:
    fields = {"receipt": voice.receipt, "proof": receipt_proof(voice.city.secret, voice.receipt), "language": "de"}
    return await voice.city.client.post(path, data=fields | more)


async def assessed(city: City) -> Voice:
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    await voice.assess()
    return voice


async def test_a_device_is_told_that_there_is_something_new_and_nothing_else(city: City, server: PushServer) -> None:
    voice, device = await assessed(city), Device()
    assert (await ask(voice, "/receipt/push", **device.fields, language="tr")).json() == {"on": True}
    await city.deliver_all()
    (received,) = server.received
    told = device.open(received.body)
    assert told == {
        "title": "Katkınızla ilgili yeni bir gelişme var",
        "body": "Alındı kodunuzla bakın.",
        "link": "/receipt?lang=tr",
        "lang": "tr",
        "dir": "ltr",
    }
    assert await city.all(SENT) == [("sent", None)]


async def test_the_service_learns_who_sends_and_no_more(city: City, server: PushServer) -> None:
    voice = await assessed(city)
    await ask(voice, "/receipt/push", **Device().fields)
    await city.deliver_all()
    (received,) = server.received
    assert Vapid02.verify(received.headers["authorization"])
    assert f"k={public_push_key(city.secret)}" in received.headers["authorization"]
    assert received.headers["content-encoding"] == "aes128gcm"
    assert 0 < int(received.headers["ttl"]) <= timedelta(days=28).total_seconds()
    assert re.fullmatch(r"[\w-]{1,32}", received.headers["topic"])
    assert voice.receipt not in str(received)


async def test_the_browsers_yes_is_enough_and_its_words_are_kept(city: City, server: PushServer) -> None:
    voice = await assessed(city)
    await ask(voice, "/receipt/push", **Device().fields)
    assert await city.all("SELECT state, kind FROM notify.subscription JOIN notify.contact c ON c.id = contact_id") == [
        ("confirmed", "push")
    ]
    words = await city.one("SELECT words FROM notify.consent_text WHERE kind = 'push' AND language = 'de'")
    assert "Ja, auf diesem Gerät" in words
    assert not server.received


async def test_pressing_twice_and_telling_twice_is_one_message(city: City, server: PushServer) -> None:
    voice, device = await assessed(city), Device()
    await asyncio.gather(*(ask(voice, "/receipt/push", **device.fields) for _ in range(4)))
    await voice.assess("early-information")
    await city.deliver_all()
    assert len(server.received) == 1


async def test_new_keys_under_the_same_address_are_taken(city: City, server: PushServer) -> None:
    voice, device, renewed = await assessed(city), Device(), Device()
    await ask(voice, "/receipt/push", **device.fields)
    await ask(voice, "/receipt/push", **renewed.fields)
    await city.deliver_all()
    assert renewed.open(server.received[0].body)["title"]


@pytest.mark.parametrize("status", [404, 410])
async def test_a_device_that_is_gone_is_forgotten(city: City, server: PushServer, status: int) -> None:
    server.status = status
    voice = await assessed(city)
    await ask(voice, "/receipt/push", **Device().fields)
    await city.deliver_all()
    assert await city.all(SENT) == [("refused", f"push {status}")]
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


@pytest.mark.parametrize("status", [301, 400, 401, 403, 413])
def test_some_answers_are_for_good(status: int) -> None:
    with pytest.raises(Refused) as refused:
        judge(status)
    assert not isinstance(refused.value, AddressRefused)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_some_troubles_pass(status: int) -> None:
    with pytest.raises(Delayed) as delayed:
        judge(status)
    assert delayed.value.blames == "domain"


async def test_a_redirect_is_not_followed(city: City, server: PushServer) -> None:
    server.status = 307
    voice = await assessed(city)
    await ask(voice, "/receipt/push", **Device().fields)
    await city.deliver_all()
    assert len(server.received) == 1
    assert await city.all(SENT) == [("refused", "push 307")]


async def test_a_name_that_leads_into_the_house_is_not_called(monkeypatch: pytest.MonkeyPatch) -> None:
    loop = asyncio.get_running_loop()
    for address in ("127.0.0.1", "10.0.0.7", "::1", "::ffff:192.168.0.1"):

        async def found(*_: Any, to: str = address, **__: Any) -> list[Any]:
            return [(2, 1, 6, "", ("142.250.1.1", 443)), (2, 1, 6, "", (to, 443))]

        monkeypatch.setattr(loop, "getaddrinfo", found)
        with pytest.raises(NotPublicError):
            await OpenInternet().connect_tcp(HOST, 443)


async def test_another_port_is_not_called() -> None:
    with pytest.raises(NotPublicError):
        await OpenInternet().connect_tcp("127.0.0.1", 6379)


async def test_a_device_whose_name_now_leads_into_the_house_is_forgotten(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Inside(OpenInternet):
        async def connect_tcp(self, *_: Any, **__: Any) -> Any:
            raise NotPublicError

    monkeypatch.setattr(push_out, "OpenInternet", Inside)
    voice = await assessed(city)
    await ask(voice, "/receipt/push", **Device().fields)
    await city.deliver_all()
    assert await city.all(SENT) == [("refused", "push host")]
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


@pytest.mark.parametrize("endpoint", ["https://127.0.0.1/x", "https://valkey:6379/x", "http://push.example.org/x", ""])
async def test_an_address_that_cannot_be_a_browsers_is_refused(city: City, endpoint: str) -> None:
    answer = await ask(Voice(city), "/receipt/push", **{**Device().fields, "endpoint": endpoint})
    assert answer.status_code == 422
    assert "noch einmal" in answer.json()["words"]
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_a_key_that_lies_on_no_curve_is_refused(city: City) -> None:
    point = "BA" + "A" * 85
    assert (await ask(Voice(city), "/receipt/push", **{**Device().fields, "p256dh": point})).status_code == 422


async def test_nobody_subscribes_to_a_receipt_they_were_never_shown(city: City) -> None:
    stranger = {"receipt": "AB3CD4EF", "proof": "0" * 32, **Device().fields}
    for path in ("/receipt/push", "/receipt/push/offer"):
        assert (await city.client.post(path, data=stranger)).status_code == 422
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_the_page_of_another_site_cannot_subscribe(city: City) -> None:
    headers = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
    answer = await city.client.post("/receipt/push", data=Device().fields, headers=headers)
    assert answer.status_code == 403


async def test_the_script_gets_its_words_and_whether_this_device_is_told(city: City) -> None:
    voice, other, device = Voice(city), Voice(city), Device()
    offered = (await ask(voice, "/receipt/push/offer", endpoint="", language="uk")).json()
    assert offered["key"] == public_push_key(city.secret)
    assert offered["words"]["do"] == "Так, на цьому пристрої"
    assert offered["on"] is False
    await ask(voice, "/receipt/push", **device.fields)
    assert (await ask(voice, "/receipt/push/offer", endpoint=device.endpoint)).json()["on"] is True
    assert (await ask(other, "/receipt/push/offer", endpoint=device.endpoint)).json()["on"] is False


async def test_the_device_ends_it_all_as_often_as_it_likes(city: City, server: PushServer) -> None:
    one, other, device = await assessed(city), await assessed(city), Device()
    for voice in (one, other):
        await ask(voice, "/receipt/push", **device.fields)
    for _ in range(2):
        answer = await city.client.post("/receipt/push/end", data={"endpoint": device.endpoint})
        assert answer.json() == {"on": False}
    await city.deliver_all()
    assert not server.received
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_the_receipt_ends_it_from_another_device_without_showing_an_address(city: City) -> None:
    voice = await assessed(city)
    await ask(voice, "/receipt/push", **Device().fields)
    page = (await ask(voice, "/receipt/ways")).text
    assert "Auf einem Gerät" in page
    assert HOST not in page
    found = re.search(r'name="end" value="([\w-]+)"', page)
    assert found
    stranger = Voice(city)
    await ask(stranger, "/receipt/ways", end=found[1])
    assert await city.one("SELECT state FROM notify.subscription") == "confirmed"
    assert "Beendet." in (await ask(voice, "/receipt/ways", end=found[1])).text
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_addresses_of_devices_lie_in_the_vault(city: City) -> None:
    voice, device = Voice(city), Device("geheim")
    await ask(voice, "/receipt/push", **device.fields)
    for table in ("contact", "subscription", "notification", "consent_text"):
        for (row,) in await city.all(f"SELECT t::text FROM notify.{table} t"):
            assert "geheim" not in row
            assert b"geheim".hex() not in row
    rotated = with_keys(voice.settings, NEW)
    async with city.database("notify").transaction() as session:
        assert await rotate_vault(session, rotated) == 1
        assert await count_by_key(session) == {rotated.vault_key: 1}


async def test_a_device_may_know_what_is_kept_of_it(city: City) -> None:
    voice = Voice(city)
    await ask(voice, "/receipt/push", **Device().fields)
    token = voice.settings.token(await city.one("SELECT id FROM notify.subscription"))
    page = (await city.client.get(f"/subscription/{token}/data?lang=de")).text
    assert "Ihr Gerät" in page
    assert HOST in page
    assert "Ja, auf diesem Gerät" in page


async def test_the_key_is_the_same_on_every_machine_and_another_under_another_secret(city: City) -> None:
    assert public_push_key(city.secret) == public_push_key(city.secret)
    assert public_push_key(city.secret) != public_push_key(city.secret + "x")
    assert len(public_push_key(city.secret)) == 87
    assert CitySettings().sms_url is None


async def test_a_shared_device_is_not_offered_to_be_told(city: City) -> None:
    demo, code = await city.publish_demo(), "K4SKC5"
    await city.database("intake").run(
        lambda session: open_channel(session, demo.campaign_id, "kiosk", "Stand auf dem Markt", now(), code)
    )
    own = await city.send_form(await city.open_form())
    shared = await city.send_form(await city.open_form(code), code=code)
    assert "/static/notify/push.js" in own.text
    assert shared.status_code == 200
    assert "/static/notify/push.js" not in shared.text


async def test_a_device_is_told_while_the_mail_server_rests(city: City, server: PushServer) -> None:
    await city.all(
        "INSERT INTO notify.provider (digest, fail_count, rest_until) "
        "VALUES ('', 5, now() + interval '1 hour') RETURNING 1"
    )
    voice = await assessed(city)
    await ask(voice, "/receipt/push", **Device().fields)
    await city.deliver_all()
    assert len(server.received) == 1
    assert await city.one("SELECT rest_until > now() FROM notify.provider WHERE digest = ''")
