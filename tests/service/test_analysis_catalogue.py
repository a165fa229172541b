"""The catalogue in the database: shipped once, changed by draft, published for ever, inherited by districts."""

from __future__ import annotations

import asyncio
import re
from html import unescape

import httpx
import msgspec
import pytest
from sqlalchemy.exc import DBAPIError

from services.analysis.domain.document import Document, Indicator, Standard, Words, plain
from services.analysis.storage.catalogue import CITY, read_catalogue, ship_catalogue
from services.analysis.storage.catalogue_files import load_shipped, read_document, write_document
from shared.kit.clock import now
from tests.support.catalogues import PATH, fields_of, holds, open_draft, publish, publish_change, save, see, told
from tests.support.city import City
from tests.support.people import sign_in


async def test_the_shipped_catalogue_is_the_first_version(city: City) -> None:
    assert await holds(city) == load_shipped()
    assert await city.all("SELECT number, state FROM analysis.catalogue_version") == [(1, "published")]


async def test_shipping_again_and_at_the_same_moment_changes_nothing(city: City) -> None:
    ways = [city.owner.run(lambda session: ship_catalogue(session, now())) for _ in range(4)]
    await asyncio.gather(*ways)
    assert await city.one("SELECT count(*) FROM analysis.catalogue_version") == 1
    assert await city.one("SELECT count(*) FROM analysis.catalogue") == 1


async def test_shipping_at_the_same_moment_into_an_empty_database_makes_one_version(city: City) -> None:
    async with city.owner.engine.begin() as connection:
        await connection.exec_driver_sql("TRUNCATE analysis.catalogue CASCADE")
    await asyncio.gather(*(city.owner.run(lambda session: ship_catalogue(session, now())) for _ in range(2)))
    assert await city.all("SELECT number FROM analysis.catalogue_version") == [(1,)]


@pytest.mark.parametrize(
    "change", ["UPDATE analysis.catalogue_version SET note = 'x'", "DELETE FROM analysis.catalogue_version"]
)
async def test_a_published_version_never_changes(city: City, change: str) -> None:
    with pytest.raises(DBAPIError, match="is published and does not change"):
        await city.all(change + " RETURNING id")


async def test_a_draft_changes_nothing_until_it_is_published(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    await save(city, f"{draft}/standards/early-information", **{"title-de": "Früh"})
    assert await holds(city) == load_shipped()
    assert "Früh" in await see(city, f"{draft}/preview")
    await publish(city, draft, "Kürzer")
    assert (await holds(city)).standards[0].title.de == "Früh"
    assert "Kürzer" in await see(city, PATH)
    entries = await city.all("SELECT verb, after->>'number' FROM staff.audit_entry WHERE verb LIKE 'catalogue%'")
    assert ("catalogue.published", "2") in entries
    assert {verb for verb, _ in entries} == {"catalogue.drafted", "catalogue.changed", "catalogue.published"}


async def test_a_draft_without_a_difference_or_without_a_note_is_not_published(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    same = await publish(city, draft)
    assert (same.status_code, "unterscheidet sich nicht von dem, was schon gilt" in told(same)) == (422, True)
    await save(city, f"{draft}/standards/early-information", **{"title-de": "Bescheid wissen"})
    silent = await publish(city, draft, " ")
    assert (silent.status_code, "Bitte schreiben Sie, was neu ist und warum." in told(silent)) == (422, True)
    assert await city.one("SELECT count(*) FROM analysis.catalogue_version WHERE state = 'published'") == 1
    assert (await publish(city, draft, "Kürzer")).status_code == 303


async def test_pages_call_standards_as_the_catalogue_does(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "ada", "lead")
    await publish_change(city)
    assert "Ganz früh Bescheid wissen" in await see(city, "/staff/campaigns/sterkrade-2026")
    assert "Ganz früh" in await see(city, "/staff/campaigns/sterkrade-2026/standards/early-information")


async def test_a_saved_form_without_changes_keeps_the_standard_as_it_is(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    for standard in load_shipped().standards:
        assert (await save(city, f"{draft}/standards/{standard.id}")).status_code == 303
    await publish(city, draft)
    assert await holds(city) == load_shipped()


async def test_the_catalogues_own_texts_and_sources_survive_their_form(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    fields = await fields_of(city, f"{draft}/whole")
    kinds = [one.kind for one in load_shipped().sources.values()]
    await city.client.post(f"{draft}/whole", data={**fields, "do": "save", "source-kind": [*kinds, "gk"]})
    await publish(city, draft)
    assert await holds(city) == load_shipped()


async def test_buttons_of_the_form_add_move_and_remove_without_saving(city: City) -> None:
    await sign_in(city, "ada", "lead")
    path = f"{await open_draft(city)}/standards/early-information"
    fields = await fields_of(city, path)
    for button in ("indicators-down-0", "indicators-remove-3", "boundaries-add"):
        page = await city.client.post(path, data={**fields, "do": button, "title-de": "Noch nicht gespeichert"})
        assert page.status_code == 200
        assert "Noch nicht gespeichert" in page.text
    assert "Noch nicht" not in await see(city, path)


async def test_standards_are_added_moved_and_removed(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)

    async def press(do: str, **more: str) -> httpx.Response:
        edition = (await fields_of(city, draft))["edition"][0]
        return await city.client.post(draft, data={"edition": edition, "do": do, **more})

    added = await press("add", title="Für alle da")
    assert added.headers["location"] == f"{draft}/standards/fuer-alle-da"
    assert (await press("add", title="Für alle da")).status_code == 422, "there is one already"
    await press("down-0")
    await press("remove-11")
    document = read_document((await city.client.get(f"{draft}/export")).text)
    ids = [one.id for one in document.standards]
    assert ids[:2] == ["scope-transparency", "early-information"]
    assert ids[-2:] == ["cooperation-networks", "fuer-alle-da"]
    assert "Die deutsche Definition fehlt." in await see(city, draft)
    assert (await publish(city, draft)).status_code == 422
    assert len((await holds(city)).standards) == 12


async def test_two_people_who_edit_at_once_lose_nothing(city: City) -> None:
    await sign_in(city, "ada", "lead")
    path = f"{await open_draft(city)}/standards/early-information"
    stale = await fields_of(city, path)
    await save(city, path, **{"title-de": "Von Ada"})
    late = await city.client.post(path, data={**stale, "do": "save", "title-de": "Von Bert"})
    assert late.status_code == 409
    assert "Von Bert" in late.text, "what was typed"
    assert re.search(r"<del>.*Ada.*</del>", late.text), "what it would replace"
    edition = re.search(r'name="edition" value="(\d+)"', late.text)
    assert edition
    again = await city.client.post(path, data={**stale, "do": "save", "title-de": "Von Bert", "edition": edition[1]})
    assert again.status_code == 303
    assert "Von Bert" in await see(city, path)


async def test_publishing_what_somebody_else_changed_meanwhile_is_asked_for_again(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    edition = (await fields_of(city, draft))["edition"][0]
    await save(city, f"{draft}/standards/early-information", **{"title-de": "Neu"})
    late = await city.client.post(f"{draft}/publish", data={"edition": edition, "note": "meine Begründung"})
    assert late.status_code == 409
    assert "meine Begründung" in late.text
    assert await city.one("SELECT count(*) FROM analysis.catalogue_version WHERE state = 'published'") == 1


async def test_opening_a_second_draft_leads_to_the_first(city: City) -> None:
    await sign_in(city, "ada", "lead")
    first = await open_draft(city)
    await save(city, f"{first}/standards/early-information", **{"title-de": "Behalten"})
    assert await open_draft(city, start="netzwerk") == first
    assert "Behalten" in await see(city, f"{first}/preview")


async def test_export_and_import_give_the_same_catalogue(city: City) -> None:
    await sign_in(city, "ada", "lead")
    text = (await city.client.get(f"{PATH}/versions/1/export")).text
    assert read_document(text) == load_shipped()
    draft = await open_draft(city)
    changed = text.replace("Frühzeitige Information", "Frühe Information", 1)
    answer = await city.client.post(f"{draft}/import", data={"edition": "1", "yaml": changed})
    assert answer.status_code == 303
    assert "Frühe" in await see(city, draft)


async def test_yaml_that_cannot_be_read_is_kept_and_explained(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    typed = "standards:\n- id: eins\n  title: {de: Eins}\n  definition: {de: 7}\n"
    answer = await city.client.post(f"{draft}/import", data={"edition": "1", "yaml": typed})
    assert answer.status_code == 422
    assert "Zeile 4: Feld „standards.1.definition.de“: Hier muss ein Text stehen." in told(answer)
    assert typed in unescape(answer.text)
    assert read_document((await city.client.get(f"{draft}/export")).text) == load_shipped()


async def test_what_changed_is_said_in_words(city: City) -> None:
    await sign_in(city, "ada", "lead")
    await publish_change(city, "Rechtzeitige Information")
    seen = await see(city, f"{PATH}/compare?old=1&new=2")
    assert "[entfallen] Frühzeitige [Ende entfallen]" in seen
    assert "[neu] Rechtzeitige [Ende neu] Information" in seen
    assert seen.count("geändert") == 1


async def test_a_district_inherits_adds_and_keeps_what_it_added(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city, "ost")
    fields = await fields_of(city, f"{draft}/standards/early-information")
    indicators = {
        "indicator-de": [*fields["indicator-de"], "Aushang in jedem Treppenhaus"],
        "indicator-en": [*fields["indicator-en"], ""],
    }
    await save(city, f"{draft}/standards/early-information", **indicators)
    assert (await publish(city, draft)).status_code == 303
    await publish_change(city, "Bescheid wissen")
    there = await holds(city, "ost")
    assert there.standards[0].title.de == "Bescheid wissen", "from the city"
    assert there.standards[0].indicators[-1].text.de == "Aushang in jedem Treppenhaus", "its own"
    assert len((await holds(city, "osterfeld")).standards[0].indicators) == 4, "others go by the city's"
    versions = await city.all("SELECT number, base FROM analysis.catalogue_version WHERE base IS NOT NULL ORDER BY 1")
    assert versions == [(2, 1), (4, 3)]


async def test_a_district_cannot_take_away_what_the_city_locks(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    await save(city, f"{draft}/standards/respect-fairness", locked="yes")
    await publish(city, draft)
    own = await open_draft(city, "ost")
    whole = await holds(city)
    rest = msgspec.structs.replace(whole, standards=tuple(one for one in whole.standards if not one.locked))
    await city.client.post(f"{own}/import", data={"edition": "1", "yaml": write_document(rest)})
    refused = await publish(city, own)
    assert refused.status_code == 422
    assert "verbindlich gemacht und darf nicht fehlen" in told(refused)


async def test_a_lead_of_one_district_changes_that_districts_catalogue_only(city: City) -> None:
    await sign_in(city, "ost", "lead", "ost")
    answer = await city.client.post(f"{PATH}/drafts", data={"district": CITY, "start": ""})
    assert answer.status_code == 403
    assert (await city.client.post(f"{PATH}/drafts", data={"district": "osterfeld"})).status_code == 403
    await open_draft(city, "ost")


async def test_readers_read_and_change_nothing(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    city.client.cookies.clear()
    await sign_in(city, "rita", "reader", "ost")
    seen = await see(city, PATH)
    assert "Fassung 1" in seen
    assert "Neuer Entwurf" not in seen
    assert "Frühzeitige Information" in await see(city, f"{PATH}/versions/1")
    for path in (draft, f"{draft}/standards/early-information", f"{draft}/import", f"{draft}/preview"):
        assert (await city.client.get(path)).status_code == 403
    assert (await city.client.post(f"{PATH}/drafts", data={"district": "ost"})).status_code == 403


async def test_a_version_or_standard_that_does_not_exist_is_not_found(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    for path in (
        f"{PATH}/versions/9",
        f"{PATH}/versions/99999999999",
        f"{PATH}/compare?old=1&new=x",
        f"{PATH}/presets/x",
        f"{draft}/standards/nowhere",
    ):
        assert (await city.client.get(path)).status_code == 404, path


async def test_what_staff_type_cannot_act_on_the_page(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    await save(city, f"{draft}/standards/early-information", **{"title-de": "<script>alert(1)</script>"})
    for path in (draft, f"{draft}/preview", f"{draft}/standards/early-information"):
        assert "<script>alert" not in (await city.client.get(path)).text


async def test_a_discarded_draft_is_gone(city: City) -> None:
    await sign_in(city, "ada", "lead")
    draft = await open_draft(city)
    assert (await city.client.post(f"{draft}/discard")).headers["location"] == f"{PATH}?done=discarded"
    assert (await city.client.get(draft)).status_code == 404


async def test_a_stored_catalogue_reads_as_it_was_written(city: City) -> None:
    own = Document(standards=(Standard("a", title=Words("A"), indicators=(Indicator(Words("x\ny")),)),))
    stored = await city.one("SELECT CAST(:content AS jsonb)", content=msgspec.json.encode(plain(own)).decode())
    assert msgspec.convert(stored, Document) == own


async def test_the_view_for_pages_falls_back_to_the_id(city: City) -> None:
    async with city.database("analysis").transaction() as session:
        catalogue = await read_catalogue(session, "nowhere")
    assert catalogue.version == 1
    assert catalogue.find("early-information")
