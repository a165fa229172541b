"""The vault: keys that change, addresses that are forgotten, and what one person may know and erase."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from cryptography.fernet import InvalidToken

from services.notify.domain.letters import KEPT_AFTER_PROMISE, UNCONFIRMED_FOR
from services.notify.operations.forget_over import forget_over
from services.notify.operations.forget_unconfirmed import forget_unconfirmed
from services.notify.operations.know_person import know_contact
from services.notify.operations.rotate_vault import count_by_key, rotate_vault
from services.notify.settings import Settings
from services.notify.storage.tables import Contact
from shared.kit.clock import now
from tests.support.city import City
from tests.support.people import sign_in
from tests.support.voice import ANNA, Voice, letters

NEW = "n" * 40


def with_keys(settings: Settings, *keys: str) -> Settings:
    return msgspec.structs.replace(settings, vault_keys=",".join(keys))


async def test_addresses_go_under_a_new_key_and_the_old_one_can_be_thrown_away(city: City) -> None:
    voice = Voice(city)
    await voice.subscribe()
    rotated = with_keys(voice.settings, NEW)
    async with city.database("notify").transaction() as session:
        assert await rotate_vault(session, rotated) == 1
    async with city.database("notify").transaction() as session:
        assert await rotate_vault(session, rotated) == 0
        assert await count_by_key(session) == {rotated.vault_key: 1}
        contact = await session.get_one(Contact, await city.one("SELECT id FROM notify.contact"))
    assert rotated.vault.decrypt(contact.address).decode() == ANNA
    with pytest.raises(InvalidToken):
        voice.settings.vault.decrypt(contact.address)


async def test_a_letter_is_sent_to_an_address_under_an_older_key(city: City) -> None:
    voice = Voice(city)
    await voice.subscribe()
    rotated = with_keys(voice.settings, NEW)
    contact_id = await city.one("SELECT id FROM notify.contact")
    async with city.database("notify").transaction() as session:
        assert (await know_contact(session, rotated, contact_id)).address == ANNA


async def test_an_unconfirmed_address_is_forgotten_after_two_weeks_and_a_confirmed_one_is_not(city: City) -> None:
    asked, confirmed = Voice(city), Voice(city)
    await asked.subscribe("berta@example.org")
    await confirmed.confirm(await confirmed.subscribed())
    almost, later = now() + UNCONFIRMED_FOR - timedelta(hours=1), now() + UNCONFIRMED_FOR + timedelta(hours=1)
    async with city.database("notify").transaction() as session:
        assert await forget_unconfirmed(session, almost) == 0
        assert await forget_unconfirmed(session, later) == 1
    async with city.database("notify").transaction() as session:
        assert await forget_unconfirmed(session, later) == 0
    assert await city.one("SELECT count(*) FROM notify.contact") == 1
    assert await city.all("SELECT state FROM notify.subscription ORDER BY state") == [("confirmed",), ("ended",)]


async def test_an_address_is_forgotten_a_year_after_the_promised_day(city: City) -> None:
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    await voice.confirm(await voice.subscribed())
    promised = now() + timedelta(days=60)
    async with city.database("notify").transaction() as session:
        assert await forget_over(session, promised + KEPT_AFTER_PROMISE - timedelta(days=2)) == 0
        assert await forget_over(session, promised + KEPT_AFTER_PROMISE + timedelta(days=2)) == 1
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_the_words_people_agreed_to_are_kept_in_their_language(city: City) -> None:
    await Voice(city).subscribe(language="tr")
    words = await city.one("SELECT words FROM notify.consent_text WHERE language = 'tr'")
    assert "e-posta" in words
    assert "bir yıl" in words


async def test_a_person_sees_takes_along_and_erases_everything_by_the_link_of_a_letter(city: City) -> None:
    voice, other = Voice(city), Voice(city)
    await voice.publish(title="Kleiner Markt")
    await voice.issue()
    token = await voice.subscribed()
    await voice.confirm(token)
    await other.subscribe()
    page = await city.client.get(f"/subscription/{token}/data")
    assert ANNA in page.text
    assert "Kleiner Markt" in page.text
    assert f"/subscription/{token}/data" in letters(city, ANNA)[0].as_string().replace("=\n", "").replace("=3D", "=")
    file = msgspec.json.decode((await city.client.get(f"/subscription/{token}/data.json")).content)
    assert file["address"] == ANNA
    assert len(file["subscriptions"]) == 2
    for _ in range(2):
        gone = await city.client.post(f"/subscription/{token}/data/erase", data={"language": "de"})
        assert gone.status_code == 200
    assert await city.one("SELECT count(*) FROM notify.contact") == 0
    assert (await city.client.get(f"/subscription/{token}/data")).status_code == 404


async def test_a_wrong_link_and_an_ended_one_look_the_same(city: City) -> None:
    voice = Voice(city)
    token = await voice.subscribed()
    await city.client.post(f"/subscription/{token}/end", data={"language": "de"})
    ended = await city.client.get(f"/subscription/{token}/data?lang=de")
    unknown = await city.client.get(f"/subscription/{'x' * 43}/data?lang=de")
    assert (ended.status_code, ended.text) == (unknown.status_code, unknown.text)


async def test_the_administration_answers_for_one_address_and_every_look_is_noted_without_it(city: City) -> None:
    voice = Voice(city)
    await voice.subscribe()
    await sign_in(city, "ada", "administrator")
    page = await city.client.post("/staff/privacy/person", data={"address": "Anna@example.org"})
    assert ANNA in page.text
    file = await city.client.post("/staff/privacy/person.json", data={"address": ANNA})
    assert msgspec.json.decode(file.content)["address"] == ANNA
    await city.client.post("/staff/privacy/person/erase", data={"address": ANNA})
    assert "nichts gespeichert" in (await city.client.post("/staff/privacy/person", data={"address": ANNA})).text
    trail = await city.all("SELECT verb, after::text FROM staff.audit_entry WHERE verb LIKE 'contact.%'")
    assert [verb for verb, _ in trail] == ["contact.shown", "contact.shown", "contact.erased"]
    assert not any("anna" in after for _, after in trail)


async def test_what_is_no_address_is_said_and_kept(city: City) -> None:
    await sign_in(city, "ada", "administrator")
    page = await city.client.post("/staff/privacy/person", data={"address": "anna@"})
    assert page.status_code == 422
    assert 'value="anna@"' in page.text


async def test_a_lead_may_not_look_up_people(city: City) -> None:
    await sign_in(city, "lena", "lead")
    assert (await city.client.get("/staff/privacy")).status_code == 403
    assert (await city.client.post("/staff/privacy/person", data={"address": ANNA})).status_code == 403


async def test_the_record_of_processing_names_the_periods_that_hold(city: City) -> None:
    await sign_in(city, "ada", "administrator")
    record = await city.client.get("/staff/privacy/record?download=1")
    assert "attachment" in record.headers["content-disposition"]
    assert f"nach {UNCONFIRMED_FOR.days} Tagen" in record.text
    assert f"{KEPT_AFTER_PROMISE.days} Tage nach" in record.text
