"""An old page may still ask for letters after its response was taken back: nobody is written to, and it is said why."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

import httpx
import pytest
from msgspec.structs import replace

from services.notify.domain.media import PostalAddress
from services.notify.operations.enter_address import Entry, enter_address
from services.notify.operations.withdraw_journey import withdraw_journey
from shared.contracts.receipts import receipt_proof
from shared.contracts.responses import ResponseErased
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from tests.support.city import City
from tests.support.push import Device
from tests.support.voice import CAMPAIGN, Voice, letters

GONE: Final = "Dieser Beitrag ist zurückgezogen"
Ask = Callable[[Voice], Awaitable[httpx.Response]]


async def withdraw(voice: Voice) -> None:
    fact = ResponseErased(voice.response_id, CAMPAIGN, random_id(), "de", voice.received_at, now(), voice.digest.hex())
    await voice.city.database("notify").run(lambda session: withdraw_journey(session, voice.settings, fact, now()))


async def ask_by_mail(voice: Voice) -> httpx.Response:
    return await voice.subscribe()


async def ask_by_push(voice: Voice) -> httpx.Response:
    proof = receipt_proof(voice.city.secret, voice.receipt)
    fields = {"receipt": voice.receipt, "proof": proof, "language": "de", **Device().fields}
    return await voice.city.client.post("/receipt/push", data=fields)


@pytest.mark.parametrize(("ask", "status"), [(ask_by_mail, 409), (ask_by_push, 422)])
async def test_an_old_page_is_told_and_nothing_is_kept(city: City, ask: Ask, status: int) -> None:
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    await withdraw(voice)
    page = await ask(voice)
    await city.deliver_all()
    assert page.status_code == status
    assert GONE in page.text
    assert letters(city) == []
    assert await city.one("SELECT count(*) FROM notify.contact") == 0
    assert await city.one("SELECT count(*) FROM notify.subscription") == 0


async def test_a_withdrawal_that_arrives_after_the_wish_ends_it_before_it_is_written(city: City) -> None:
    voice = Voice(city)
    await voice.issue()
    await voice.subscribe()
    await withdraw(voice)
    await city.deliver_all()
    assert letters(city) == []
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_a_sheet_of_paper_is_answered_with_the_reason(city: City) -> None:
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    await withdraw(voice)
    lea = SignedIn(random_id(), "Lea", {"sterkrade-mitte": "editor"})
    entry = Entry(voice.receipt, PostalAddress("Anna Weiß", "Markt 1", "46145", "Oberhausen"), "de")
    wanted = replace(voice.settings)
    assert await city.database("notify").run(lambda s: enter_address(s, wanted, entry, lea, now())) == {
        "receipt": "withdrawn"
    }
    assert await city.one("SELECT count(*) FROM notify.contact") == 0
