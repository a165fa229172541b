"""Small things a resident meets on the way: mistyped codes, links cut short, a look too early."""

from __future__ import annotations

import re

import pytest

from services.notify.domain.letters import UNCONFIRMED_FOR
from shared.contracts.receipts import receipt_proof
from shared.kit.ids import grouped
from shared.kit.texts import LANGUAGES
from tests.support.city import City
from tests.support.voice import Voice

BROWSER = {"accept": "text/html", "accept-language": "de"}


@pytest.mark.parametrize("typed", ["", "  ", "o", "٣٤٥", "0 1"])
async def test_nothing_that_is_a_code_is_asked_for_again(city: City, typed: str) -> None:
    page = await city.client.post("/q", data={"code": typed, "lang": "de"})
    assert page.status_code == 422
    assert "Bitte geben Sie den Code ein." in page.text
    assert 'aria-describedby="code-help code-fault" aria-invalid="true"' in page.text


async def test_an_unknown_code_says_which_signs_there_are_none_of(city: City) -> None:
    page = await city.client.get("/q/STARK0?lang=de")
    assert page.status_code == 404
    assert "Die Zeichen 0, 1, I, O, Q und Z kommen in keinem Code vor." in page.text


async def test_the_address_of_a_poster_may_be_typed_where_its_code_belongs(city: City) -> None:
    demo = await city.publish_demo()
    answer = await city.client.post("/q", data={"code": f"https://resonanz.example/q/{demo.code}", "lang": "de"})
    assert answer.headers["location"] == f"/q/{demo.code}?lang=de"


async def test_who_looks_at_once_reads_that_it_arrived_and_not_that_nothing_is_there(city: City) -> None:
    await city.publish_demo()
    receipt = await city.respond()
    fields = {"receipt": receipt, "proof": receipt_proof(city.secret, receipt), "language": "de"}
    page = await city.client.post("/receipt", data=fields)
    assert page.status_code == 200
    assert "Ihr Beitrag ist angekommen" in page.text
    assert f'value="{grouped(receipt)}"' in page.text
    await city.deliver_all()
    kept = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    assert "Der Weg Ihres Beitrags" in (await city.client.post("/receipt", data={**kept, "receipt": receipt})).text


async def test_only_a_proven_receipt_is_said_to_have_arrived(city: City) -> None:
    fields = {"receipt": "AB3CD4EF", "proof": receipt_proof(city.secret, "AB3CD4EG"), "language": "de"}
    assert (await city.client.post("/receipt", data=fields)).status_code == 404


async def test_the_way_back_from_an_address_needs_no_typing(city: City) -> None:
    voice = Voice(city)
    await voice.issue()
    for page in (await voice.subscribe("anna@"), await voice.subscribe()):
        assert '<form method="post" action="/receipt">' in page.text
        assert f'name="receipt" value="{voice.receipt}"' in page.text


async def test_a_link_cut_short_does_not_claim_that_an_address_was_deleted(city: City) -> None:
    page = await city.client.get("/subscription/abc/data?lang=de")
    assert page.status_code == 404
    assert "Hier ist nichts gespeichert" in page.text
    assert "Ihre Adresse ist gelöscht" not in page.text


async def test_who_never_asked_is_not_told_that_it_ended(city: City) -> None:
    voice = Voice(city)
    await voice.issue()
    fields = {"receipt": voice.receipt, "proof": receipt_proof(city.secret, voice.receipt), "language": "de"}
    page = (await city.client.post("/receipt/ways", data=fields)).text
    assert "Zurzeit geben wir Ihnen zu diesem Beitrag nicht Bescheid." in page
    assert "mehr" not in re.sub(r"(?s)<style>.*?</style>|<details.*?</details>", "", page)


async def test_a_page_that_is_not_there_leads_to_the_start(city: City) -> None:
    page = await city.client.get("/receipt/answers", headers=BROWSER)
    assert page.status_code == 405
    assert '<a href="/?lang=de">Zur Startseite</a>' in page.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_becomes_of_peoples_data_is_told_in_their_language_and_a_tap_away(city: City, language: str) -> None:
    start = await city.client.get(f"/?lang={language}")
    assert f'<a href="/datenschutz?lang={language}">' in start.text
    page = await city.client.get(f"/datenschutz?lang={language}")
    assert page.status_code == 200
    assert re.search(rf"\b{UNCONFIRMED_FOR.days}\b", page.text)
    assert city.parts.notify.contact in page.text
