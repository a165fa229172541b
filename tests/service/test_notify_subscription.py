"""Asking for letters, confirming, ending."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from services.notify.operations.subscribe import Wish, subscribe
from shared.contracts.receipts import receipt_proof
from shared.kit.clock import now
from tests.support.city import City
from tests.support.voice import ANNA, Voice, letters, subjects, token_in


async def test_an_address_gets_nothing_but_a_question_until_it_says_yes(city: City) -> None:
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    await voice.assess()
    page = await voice.subscribe()
    assert page.status_code == 200
    assert ANNA in page.text
    await city.deliver_all()
    assert subjects(city) == ["Bitte"]


async def test_an_address_given_twice_for_one_receipt_is_asked_once(city: City) -> None:
    voice = Voice(city)
    await voice.subscribe()
    await voice.subscribe("Anna@Example.ORG")
    await asyncio.gather(*(voice.subscribe() for _ in range(6)))
    await city.deliver_all()
    assert len(letters(city)) == 1
    assert await city.one("SELECT count(*) FROM notify.contact") == 1


async def test_an_address_is_asked_at_most_three_times_a_day_and_the_page_does_not_tell(city: City) -> None:
    voices = [Voice(city) for _ in range(5)]
    pages = await asyncio.gather(*(voice.subscribe() for voice in voices))
    texts = {
        page.text.replace(voice.receipt[:4], "").replace(voice.receipt[4:], "").replace(voice.proof, "")
        for voice, page in zip(voices, pages, strict=True)
    }
    assert len(texts) == 1
    await city.deliver_all()
    assert len(letters(city, ANNA)) == 3
    await Voice(city).subscribe("berta@example.org")
    await city.deliver_all()
    assert len(letters(city, "berta@example.org")) == 1


async def test_the_next_day_an_address_may_be_asked_again(city: City) -> None:
    at = now()
    for days in (0, 0, 0, 1):
        voice = Voice(city)
        async with city.database("notify").transaction() as session:
            wish = Wish(voice.digest, ANNA, "de")
            await subscribe(session, voice.settings, wish, at + timedelta(days=days, seconds=days))
    assert await city.one("SELECT count(*) FROM notify.notification") == 4


async def test_a_wrong_address_stays_in_the_field_with_a_word_on_what_to_do(city: City) -> None:
    voice = Voice(city)
    page = await voice.subscribe('anna@"><b>')
    assert page.status_code == 422
    assert 'value="anna@&#34;&gt;&lt;b&gt;"' in page.text
    assert "vollständige Adresse" in page.text
    assert voice.receipt in page.text
    assert "eksik" in (await voice.subscribe("anna@", language="tr")).text


async def test_nobody_subscribes_to_a_receipt_they_were_never_shown(city: City) -> None:
    voice = Voice(city)
    stranger = {"receipt": voice.receipt, "proof": receipt_proof(city.secret, "AB3CD4EF"), "address": ANNA}
    assert (await city.client.post("/receipt/subscribe", data=stranger)).status_code == 422
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_the_thank_you_page_leads_to_a_confirmation(city: City) -> None:
    await city.publish_demo()
    page = await city.send_form(await city.open_form(), language="ar")
    proof = page.text.split('name="proof" value="')[1].split('"')[0]
    receipt = page.text.split('name="receipt" value="')[1].split('"')[0]
    fields = {"receipt": receipt, "proof": proof, "language": "ar", "address": ANNA}
    assert (await city.client.post("/receipt/subscribe", data=fields)).status_code == 200
    await city.deliver_all()
    (letter,) = letters(city)
    assert letter["Content-Language"] == "ar"


async def test_a_scanner_that_follows_the_link_confirms_nothing(city: City) -> None:
    voice = Voice(city)
    token = await voice.subscribed()
    for _ in range(2):
        assert "<button" in (await city.client.get(f"/subscription/{token}")).text
        assert "<button" in (await city.client.get(f"/subscription/{token}/end")).text
    assert await city.one("SELECT state FROM notify.subscription") == "asked"


async def test_confirming_twice_is_confirming_once(city: City) -> None:
    voice = Voice(city)
    token = await voice.subscribed()
    first, second = await voice.confirm(token), await voice.confirm(token)
    assert first.text == second.text
    assert "Danke, wir schreiben Ihnen" in first.text
    assert "Danke, wir schreiben Ihnen" in (await city.client.get(f"/subscription/{token}")).text


async def test_an_unknown_link_is_told_kindly(city: City) -> None:
    for answer in (
        await city.client.get("/subscription/none"),
        await city.client.post("/subscription/none"),
        await city.client.post("/subscription/none/end"),
    ):
        assert answer.status_code == 404
        assert "Dieser Link führt nirgendwohin" in answer.text


async def test_the_mail_programs_own_button_ends_it(city: City) -> None:
    voice = Voice(city)
    token = await voice.subscribed()
    answer = await city.client.post(
        f"/subscription/{token}/end",
        content="List-Unsubscribe=One-Click",
        headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "*/*"},
    )
    assert answer.status_code == 200
    assert await city.all("SELECT state, contact_id FROM notify.subscription") == [("ended", None)]


async def test_the_other_kind_of_one_click_body_ends_it_too(city: City) -> None:
    token = await Voice(city).subscribed()
    await city.client.post(f"/subscription/{token}/end", files={"List-Unsubscribe": (None, "One-Click")})
    assert await city.one("SELECT state FROM notify.subscription") == "ended"


async def test_ending_forgets_the_address_and_nothing_undoes_it(city: City) -> None:
    voice = Voice(city)
    token = await voice.subscribed()
    await voice.confirm(token)
    for _ in range(2):
        page = await city.client.post(f"/subscription/{token}/end")
        assert "keine E-Mails mehr" in page.text
    assert await city.one("SELECT count(*) FROM notify.contact") == 0
    assert "keine E-Mails mehr" in (await voice.confirm(token)).text
    await voice.publish()
    await voice.issue()
    await voice.assess()
    await city.deliver_all()
    assert subjects(city) == ["Bitte"]


async def test_ending_keeps_the_address_for_another_subscription(city: City) -> None:
    one, other = Voice(city), Voice(city)
    token, other_token = await one.subscribed(), await other.subscribed()
    await city.client.post(f"/subscription/{token}/end")
    assert await city.one("SELECT count(*) FROM notify.contact") == 1
    await city.client.post(f"/subscription/{other_token}/end")
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_after_an_end_one_may_begin_again(city: City) -> None:
    voice = Voice(city)
    token = await voice.subscribed()
    await city.client.post(f"/subscription/{token}/end")
    again = await voice.subscribed()
    assert again != token
    assert "Danke" in (await voice.confirm(again)).text


async def test_ending_and_subscribing_at_once_leave_nothing_half(city: City) -> None:
    for _ in range(8):
        voice, other = Voice(city), Voice(city)
        address = f"{voice.receipt.lower()}@example.org"
        token = await voice.subscribed(address)
        await asyncio.gather(city.client.post(f"/subscription/{token}/end"), other.subscribe(address))
        await city.deliver_all()
        assert token_in(letters(city, address)[-1]) != token
    assert await city.one("SELECT count(*) FROM notify.contact") == 8


async def test_no_address_can_be_read_in_the_database(city: City) -> None:
    voice = Voice(city)
    token = await voice.subscribed()
    await voice.confirm(token)
    tables = await city.all(
        "SELECT schemaname || '.' || tablename FROM pg_tables "
        "WHERE schemaname IN ('notify', 'bus', 'intake', 'analysis')"
    )
    for (table,) in tables:
        for (row,) in await city.all(f"SELECT t::text FROM {table} t"):
            for secret in (ANNA, ANNA.encode().hex(), token, token.encode().hex(), voice.receipt):
                assert secret not in row, table
