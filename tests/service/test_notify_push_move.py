"""A browser changes the address it is told at by itself: what it was told of goes on, at the new one only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import httpx
import pytest

from services.notify.operations import carry_letter
from services.notify.operations.push_out import PushService
from tests.service.test_notify_push import ask, assessed
from tests.support.city import City
from tests.support.push import Device, PushServer
from tests.support.voice import Voice

CONTACTS = "SELECT count(*) FROM notify.contact"


@pytest.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[PushServer]:
    async with PushServer(tmp_path).serve() as serving:
        monkeypatch.setattr(carry_letter, "PushService", partial(PushService, **serving.options))
        yield serving


async def move(city: City, old: str, device: Device) -> httpx.Response:
    return await city.client.post("/receipt/push/move", data={"old": old, **device.fields})


async def test_letters_go_to_the_new_address_and_can_be_opened_there(city: City, server: PushServer) -> None:
    voice, old, new = await assessed(city), Device("old"), Device("new")
    await ask(voice, "/receipt/push", **old.fields)
    for _ in range(2):
        assert (await move(city, old.endpoint, new)).status_code == 200
    await city.deliver_all()
    (received,) = server.received
    assert received.path == "/send/new"
    assert new.open(received.body)["lang"] == "de"
    assert await city.one(CONTACTS) == 1
    on = await ask(voice, "/receipt/push/offer", endpoint=new.endpoint)
    assert on.json()["on"] is True


async def test_where_both_are_known_they_become_one(city: City, server: PushServer) -> None:
    first, second, old, new = await assessed(city), Voice(city), Device("old"), Device("new")
    await second.issue()
    await ask(first, "/receipt/push", **old.fields)
    await ask(second, "/receipt/push", **new.fields)
    await move(city, old.endpoint, new)
    assert await city.one(CONTACTS) == 1
    await ask(first, "/receipt/push", **new.fields)
    assert await city.all("SELECT state FROM notify.subscription ORDER BY state") == [("confirmed",), ("confirmed",)]


async def test_who_does_not_know_the_old_address_moves_and_learns_nothing(city: City) -> None:
    voice, device, thief = await assessed(city), Device("old"), Device("thief")
    await ask(voice, "/receipt/push", **device.fields)
    right = await move(city, device.endpoint, device)
    wrong = await move(city, device.endpoint + "x", thief)
    assert (wrong.status_code, wrong.text) == (right.status_code, right.text)
    on = await ask(voice, "/receipt/push/offer", endpoint=thief.endpoint)
    assert on.json()["on"] is False


async def test_a_mail_address_cannot_be_moved(city: City) -> None:
    voice = Voice(city)
    await voice.issue()
    await voice.subscribe("anna@example.org")
    await move(city, "anna@example.org", Device("thief"))
    assert await city.all("SELECT kind FROM notify.contact") == [("mail",)]


@pytest.mark.parametrize("endpoint", ["http://127.0.0.1/x", "https://localhost/x", ""])
async def test_an_address_inside_the_house_is_refused(city: City, endpoint: str) -> None:
    fields = {"old": "https://push.example.org/x", **Device().fields, "endpoint": endpoint}
    assert (await city.client.post("/receipt/push/move", data=fields)).status_code == 422
