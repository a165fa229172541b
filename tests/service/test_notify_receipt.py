"""The page behind the receipt."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from shared.kit.clock import now
from shared.kit.ids import grouped
from tests.support.city import City
from tests.support.voice import Voice

NOTHING = "Unter diesem Beleg finden wir noch nichts"


def without_typed(page: str) -> str:
    return re.sub(r'name="receipt" value="[^"]*"', "", page)


async def test_a_whole_voice_can_be_followed_with_its_receipt(city: City) -> None:
    await city.publish_demo()
    receipt = await city.respond()
    await city.deliver_all()
    page = await city.client.post("/receipt", data={"receipt": receipt, "language": "de"})
    assert page.status_code == 200
    for words in ("Mitreden in Sterkrade", "Angekommen", "Gelesen", "Zugeordnet", "Zugesagt bis"):
        assert words in page.text


async def test_a_receipt_that_has_not_arrived_looks_like_one_that_was_never_issued(city: City) -> None:
    voice = Voice(city)
    await voice.assess()
    not_yet, never, mistyped = await voice.look(), await voice.look("AB3CD4EF"), await voice.look("?!")
    assert not_yet.status_code == never.status_code == mistyped.status_code == 404
    assert NOTHING in not_yet.text
    assert without_typed(not_yet.text) == without_typed(never.text) == without_typed(mistyped.text)


async def test_what_was_typed_stays_in_the_field(city: City) -> None:
    assert 'value="ab3c d4-ef"' in (await Voice(city).look("ab3c d4-ef")).text


async def test_a_receipt_may_be_typed_in_small_letters_and_groups(city: City) -> None:
    voice = Voice(city)
    await voice.issue()
    assert "Der Weg Ihres Beitrags" in (await voice.look(grouped(voice.receipt).lower())).text


async def test_the_page_can_be_read_before_the_campaign_is_known(city: City) -> None:
    voice = Voice(city)
    await voice.issue()
    page = await voice.look()
    assert "Wird gelesen" in page.text
    await voice.publish()
    assert "Zugesagt bis" in (await voice.look()).text


async def test_the_newest_assessment_counts_in_whatever_order_they_come(city: City) -> None:
    voice = Voice(city)
    await voice.issue()
    await voice.assess("respect-fairness", at=now())
    await voice.assess("early-information", at=now() - timedelta(hours=1))
    page = await voice.look()
    assert "Respekt und Fairness" in page.text
    assert "Frühzeitige Information" not in page.text


async def test_the_newest_version_of_a_campaign_counts_in_whatever_order_they_come(city: City) -> None:
    voice = Voice(city)
    await voice.publish(version=2, title="Neu")
    await voice.publish(version=1, title="Alt")
    assert await city.one("SELECT title->>'de' FROM notify.campaign") == "Neu"


async def test_the_response_itself_is_not_kept(city: City) -> None:
    voice = Voice(city)
    await voice.issue()
    await voice.assess()
    ((row,),) = await city.all("SELECT j::text FROM notify.journey j")
    assert str(voice.response_id) not in row
    assert voice.response_id.hex not in row


async def test_the_receipt_is_in_no_address_and_may_not_be_kept_by_the_browser(city: City) -> None:
    voice = Voice(city)
    await voice.issue()
    page = await voice.look()
    assert page.headers["cache-control"] == "no-store"
    assert not re.search(rf'(href|action)="[^"]*{voice.receipt}', page.text)
    assert "set-cookie" not in page.headers


@pytest.mark.parametrize(("language", "direction"), [("de", "ltr"), ("tr", "ltr"), ("ar", "rtl")])
async def test_the_page_asks_in_the_readers_language(city: City, language: str, direction: str) -> None:
    page = await city.client.get("/receipt", params={"lang": language})
    assert f'lang="{language}" dir="{direction}"' in page.text
    assert page.headers["content-language"] == language
