"""The inventory: facts with source and age, kept true by many, everything taken back; pages that answer."""

from __future__ import annotations

import io
import re
from typing import Any, Final
from uuid import UUID, uuid4

import httpx
import msgspec
import openpyxl
import pytest

from deploy.sow_inventory import DISTRICT, DOOR, demo_id, sow_inventory
from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.storage.entries import read_inventory
from services.analysis.district.web.door import PAGES
from services.analysis.district.web.offers import PAGE
from shared.kit import guesses
from shared.kit.texts import LANGUAGES
from tests.support.city import City
from tests.support.people import sign_in

INVENTORY: Final = "/staff/inventory"
LIBRARY: Final = demo_id("buecherei")
OFFERS: Final = f"/angebote/{DISTRICT}"


@pytest.fixture
async def sown(city: City) -> City:
    """The demo's inventory, and an editor of its district."""
    await sow_inventory(city.parts)
    await sign_in(city, "eda", "editor", DISTRICT)
    return city


async def _inventory(city: City, district: str = DISTRICT) -> Inventory:
    async with city.database("analysis").transaction() as session:
        return await read_inventory(session, district)


async def _entry(city: City, key: str) -> Entry:
    return (await _inventory(city)).all[demo_id(key)]


async def _post(city: City, path: str, **fields: Any) -> httpx.Response:
    return await city.client.post(INVENTORY + path, data=fields)


def _hints(page: httpx.Response) -> dict[str, str]:
    """Entry → hint id of a door's page."""
    return dict(re.findall(r'name="entry" value="([^"]+)"><input type="hidden" name="hint" value="([^"]+)"', page.text))


async def test_the_demo_is_sown_once_and_marked_as_invented(city: City) -> None:
    await sow_inventory(city.parts)
    first = await _inventory(city)
    await sow_inventory(city.parts)
    assert await _inventory(city) is first
    assert len(first.by_kind["organisation"]) + len(first.by_kind["network"]) >= 30
    assert len(first.by_kind["offer"]) >= 40
    assert all("(erfunden)" in one.name for one in first.by_kind["organisation"])


VIEWS: Final = ("", "/table?kind=offer", "/map", "/timeline", "/overview", "/network", "/proposals", "/care", "/new")


PAIR: Final = f"/network/pair?first={LIBRARY}&second={demo_id('parkhaus')}"


async def test_every_view_answers(sown: City) -> None:
    for path in (*VIEWS, "/new?kind=cooperation", "/import", f"/entries/{LIBRARY}", PAIR):
        page = await sown.client.get(INVENTORY + path)
        assert page.status_code == 200, f"{path}: {page.text[:500]}"


async def test_an_empty_district_has_pages_too(city: City) -> None:
    await sign_in(city, "ole", "lead", "osterfeld")
    for path in VIEWS:
        assert (await city.client.get(INVENTORY + path)).status_code == 200, path
    assert "/angebote/osterfeld" not in await _told(city, "/angebote")
    assert (await city.client.get("/angebote/osterfeld")).status_code == 200
    assert (await city.client.get("/angebote/atlantis")).status_code == 404


async def test_what_is_looked_for_is_found(sown: City) -> None:
    page = await _told(sown, f"{INVENTORY}?group=seniors&topic=digital")
    assert "Handy-Sprechstunde" in page and "Skatetreff" not in page
    for query in ("q=parkhaus", "part=Alsfeld", "fresh=stale", "page=99"):
        assert 'class="sheet entry-card"' in await _told(sown, f"{INVENTORY}?{query}"), query


async def test_no_view_cuts_what_there_is(sown: City) -> None:
    inventory = await _inventory(sown)
    dated = [one for one in inventory.live if one.line("from") or one.line("until")]
    kinds = inventory.by_kind
    for view, entries in (
        ("map?kind=offer", kinds["offer"]),
        ("network?", kinds["organisation"]),
        ("timeline?", dated),
    ):
        pages = [await _told(sown, f"{INVENTORY}/{view}&page={number}") for number in (1, 2)]
        rows = re.findall(r'<th scope="row"><a href="[^"]+/entries/([\w-]+)"', "".join(pages))
        assert {*rows} == {str(one.id) for one in entries}, view


async def test_an_entry_is_added_once_however_often_its_form_arrives(sown: City) -> None:
    form = {"district": DISTRICT, "kind": "offer", "entry": str(uuid4()), "f-name": "Chor", "f-times": "Mo 19-21"}
    form |= {"f-providers": "Runde der Älteren (erfunden)", "source": "conversation", "confidence": "high"}
    for _ in range(2):
        assert (await _post(sown, "/new", **form)).status_code == 303
    entry = (await _inventory(sown)).all[UUID(form["entry"])]
    assert (entry.name, entry.keys("times")) == ("Chor", ("0 19:00-21:00 weekly",))
    assert (entry.facts["name"].source, entry.facts["name"].confidence) == ("conversation", "high")


async def test_a_form_with_faults_keeps_what_was_typed_and_says_which(sown: City) -> None:
    form = {"district": DISTRICT, "kind": "role", "entry": str(uuid4()), "f-name": "Frau Yilmaz", "f-hours": "viele"}
    page = await _post(sown, "/new", **form)
    assert page.status_code == 422
    assert 'value="Frau Yilmaz"' in page.text and 'value="viele"' in page.text
    assert 'href="#f-name"' in page.text and 'href="#f-organisation"' in page.text


async def _change(city: City, key: str, **fields: str) -> httpx.Response:
    entry = await _entry(city, key)
    page = await city.client.get(f"{INVENTORY}/entries/{entry.id}/edit")
    typed: dict[str, Any] = {}
    for name, value in re.findall(r'<input[^>]*name="(f-[\w]+)" value="([^"]*)"(?![^>]*checkbox)', page.text):
        typed.setdefault(name, []).append(value)
    for name, value in re.findall(r'<textarea[^>]*name="(f-[\w]+)"[^>]*>([^<]*)<', page.text):
        typed[name] = value
    for name, value in re.findall(r'type="checkbox" name="(f-\w+)" value="(\w+)"[^>]*checked', page.text):
        typed.setdefault(name, []).append(value)
    for name, value in re.findall(r'<select id="(f-\w+)".*?<option value="(\w+)" selected', page.text):
        typed[name] = value
    return await _post(city, f"/entries/{entry.id}/edit", **{**typed, "edition": entry.edition, **fields})


async def test_a_change_is_told_in_the_history_and_undone(sown: City) -> None:
    before = await _entry(sown, "naehen")
    assert (await _change(sown, "naehen", **{"f-times": "Do 15-18"})).headers["location"].endswith("done=changed")
    changed = await _entry(sown, "naehen")
    assert changed.keys("times") == ("3 15:00-18:00 weekly",)
    assert changed.facts["name"] == before.facts["name"], "only what changed has a new age"
    page = await sown.client.get(f"{INVENTORY}/entries/{changed.id}")
    assert "<del>Di 15:00–18:00</del>" in page.text
    undo = re.search(r'action="([^"]+/undo/[^"]+)"', page.text)
    assert undo
    assert (await sown.client.post(undo[1])).headers["location"].endswith("done=undone")
    assert (await _entry(sown, "naehen")).facts == before.facts
    assert (await sown.client.post(undo[1])).headers["location"].endswith("done=gone")


async def test_two_who_edit_at_once_notice_each_other(sown: City) -> None:
    assert (await _change(sown, "naehen", edition="0")).status_code == 422


async def test_an_organisation_confirms_and_corrects_by_its_own_link_until_it_is_revoked(sown: City) -> None:
    made = await _post(sown, f"/entries/{demo_id('frauenladen')}/link")
    token = re.search(r"/inv/own/([\w-]+)<", made.text)
    assert token
    way = f"/inv/own/{token[1]}"
    assert (await sown.all("SELECT digest FROM analysis.own_link"))[0][0] != token[1].encode()
    page = await sown.client.get(way)
    assert "Nähwerkstatt" in page.text and "Sprachcafé" not in page.text
    assert (await sown.client.post(way, data={"entry": "all"})).status_code == 303
    offer = await _entry(sown, "naehen")
    form = {"edition": offer.edition, "f-name": "Nähstube", "f-providers": "Frauenladen Sterkrade (erfunden)"}
    assert (await sown.client.post(f"{way}/{offer.id}", data=form)).status_code == 303
    after = await _entry(sown, "naehen")
    assert (after.name, after.facts["name"].source) == ("Nähstube", "organisation")
    assert (await sown.client.get(f"{way}/{demo_id('chor')}")).status_code == 404
    await _post(sown, f"/entries/{demo_id('frauenladen')}/link/revoke")
    assert (await sown.client.get(way)).status_code == 404


async def test_a_tap_at_the_door_confirms_and_a_doubt_is_shown_to_staff(sown: City) -> None:
    door = f"/inv/{DOOR[1]}"
    page = await sown.client.get(door)
    assert "set-cookie" not in page.headers
    hints = _hints(page)
    offer = str(demo_id("lernort"))
    for _ in range(2):
        sent = {"entry": offer, "hint": hints[offer], "verdict": "right", "language": "tr"}
        answer = await sown.client.post(door, data=sent)
    assert answer.headers["location"] == f"{door}?lang=tr&done=right"
    assert "Teşekkürler" in (await sown.client.get(answer.headers["location"])).text
    doubt = {
        "entry": str(LIBRARY),
        "hint": hints[str(LIBRARY)],
        "verdict": "wrong",
        "remark": "zieht um",
        "language": "de",
    }
    await sown.client.post(door, data=doubt)
    assert await sown.all("SELECT verdict, remark FROM analysis.hint ORDER BY verdict") == [
        ("right", ""),
        ("wrong", "zieht um"),
    ]
    assert (await _entry(sown, "lernort")).seen_at
    assert (await _entry(sown, "buecherei")).doubt_count == 1
    assert "zieht um" in (await sown.client.get(f"{INVENTORY}/care")).text
    await _post(sown, f"/entries/{LIBRARY}/confirm")
    assert (await _entry(sown, "buecherei")).doubt_count == 0
    assert "zieht um" not in (await sown.client.get(f"{INVENTORY}/care")).text


async def test_a_door_takes_no_tap_on_what_is_not_behind_it(sown: City) -> None:
    sent = {"entry": str(demo_id("naehen")), "hint": str(uuid4()), "verdict": "right"}
    assert (await sown.client.post(f"/inv/{DOOR[1]}", data=sent)).status_code == 400


async def test_whoever_guesses_codes_is_slowed_down_and_sent_away(sown: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.kit.guesses.STEP_S", 0.0)
    answers = [(await sown.client.get(f"/inv/AA2AA{n}")).status_code for n in range(2, 8)]
    await sown.all("UPDATE analysis.guess SET failure_count = 1000 RETURNING 1")
    assert set(answers) == {404}
    assert (await sown.client.get(f"/inv/{DOOR[1]}")).status_code == 429


async def test_doors_without_a_code_get_one_and_the_cards_are_printed(sown: City) -> None:
    assert (await sown.client.post(f"{INVENTORY}/codes?district={DISTRICT}")).status_code == 303
    inventory = await _inventory(sown)
    assert all(one.code for kind in ("organisation", "room") for one in inventory.by_kind[kind])
    cards = await sown.client.get(f"{INVENTORY}/codes.pdf")
    assert cards.content.startswith(b"%PDF")


async def test_two_entries_become_one_and_two_again(sown: City) -> None:
    kept, other = demo_id("repair"), demo_id("repair2")
    assert str(other) in (await sown.client.get(f"{INVENTORY}/care")).text
    await _post(sown, f"/pairs/{kept}/{other}", keep=str(kept))
    inventory = await _inventory(sown)
    assert inventory.find(other) == inventory.all[kept]
    assert inventory.all[kept].line("website") == "repaircafe.example"
    page = await sown.client.get(f"{INVENTORY}/entries/{other}")
    undo = re.search(r'action="([^"]+/undo/[^"]+)"', page.text)
    assert undo
    await sown.client.post(undo[1])
    assert (await _inventory(sown)).find(other) == (await _inventory(sown)).all[other]


async def test_two_that_people_told_apart_are_not_proposed_again(sown: City) -> None:
    kept, other = demo_id("repair"), demo_id("repair2")
    await _post(sown, f"/pairs/{kept}/{other}", keep="")
    assert "Repaircafé Sterkrade-Mitte (erfunden) –" not in (await sown.client.get(f"{INVENTORY}/care")).text


TABLE: Final = (
    "Bezeichnung;Träger;Öffnungszeiten;Zielgruppe;Farbe\r\n"
    "Schachrunde;Neuer Verein;Mi 17-19;Ältere;rot\r\n"
    "Nähwerkstatt;Frauenladen Sterkrade (erfunden);Di 16-19;;\r\n"
    "Ohne Träger;;;;\r\n"
).encode("cp1252")


async def _upload(
    city: City, name: str, content: bytes, kind: str = "offer", district: str = DISTRICT
) -> httpx.Response:
    return await city.client.post(
        f"{INVENTORY}/import?district={district}", data={"kind": kind}, files={"file": (name, content)}
    )


async def test_a_table_is_looked_at_taken_and_undone_as_a_whole(sown: City) -> None:
    before = {entry.id: entry.facts for entry in (await _inventory(sown)).live}
    way = (await _upload(sown, "angebote.csv", TABLE)).headers["location"]
    page = await sown.client.get(way)
    assert "Neu: 1. Schon bekannt und ergänzt: 1. Weggelassen: 1." in page.text
    assert {entry.id: entry.facts for entry in (await _inventory(sown)).live} == before
    columns = {"column-0": "name", "column-1": "providers", "column-2": "times", "column-3": "groups", "column-4": ""}
    await sown.client.post(way, data={"act": "take", **columns})
    after = await _inventory(sown)
    chess = next(one for one in after.by_kind["offer"] if one.name == "Schachrunde")
    assert (chess.keys("groups"), chess.facts["name"].source) == (("seniors",), "import")
    assert [one.name for one in after.named_by(chess, "providers")] == ["Neuer Verein"]
    assert after.all[demo_id("naehen")].keys("times") == ("1 16:00-19:00 weekly",)
    await sown.client.post(way, data={"act": "undo"})
    assert {entry.id: entry.facts for entry in (await _inventory(sown)).live} == before


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", b"PK\x03"), ("a.csv", b""), ("a.json", b"{"), ("b.json", b"{}")]
)
async def test_a_file_that_cannot_be_read_is_said_to_be_so(sown: City, name: str, content: bytes) -> None:
    page = await _upload(sown, name, content)
    assert page.status_code == 422
    assert 'role="alert"' in page.text


async def test_the_inventory_is_taken_along(sown: City) -> None:
    files = {}
    for name in ("csv", "xlsx", "hsds.json", "geojson", "graphml"):
        file = await sown.client.get(f"{INVENTORY}/export/{name}")
        assert file.status_code == 200, name
        assert "attachment" in file.headers["content-disposition"]
        files[name] = file.content
    features = msgspec.json.decode(files["geojson"])["features"]
    assert all(6.6 < one["geometry"]["coordinates"][0] < 7.1 for one in features)
    assert files["csv"].startswith(b"\xef\xbb\xbfentry_id;kind;entry;field;value;source")
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    assert book.sheetnames[0] == "Organisation" and book.sheetnames[-1] == "Angaben"


async def test_hsds_goes_to_another_district_and_keeps_what_it_says(sown: City) -> None:
    told = (await sown.client.get(f"{INVENTORY}/export/hsds.json")).content
    await sign_in(sown, "ole", "editor", "osterfeld")
    way = (await _upload(sown, "sterkrade.json", told, district="osterfeld")).headers["location"]
    await sown.client.post(way, data={"act": "take"})
    there, here = await _inventory(sown, "osterfeld"), await _inventory(sown)
    for kind in ("organisation", "offer", "room"):
        assert len(there.by_kind[kind]) == len(here.by_kind[kind])
    offer = next(one for one in there.by_kind["offer"] if one.name == "Kochen ohne Grenzen")
    own = here.all[demo_id("kochen")]
    assert {key: offer.keys(key) for key in ("groups", "topics", "times")} == {
        key: own.keys(key) for key in ("groups", "topics", "times")
    }
    assert [one.name for one in there.named_by(offer, "providers")] == [
        one.name for one in here.named_by(own, "providers")
    ]


async def test_the_printed_overview_is_an_accessible_pdf(sown: City) -> None:
    drawn = await sown.client.get(f"{INVENTORY}/overview.pdf")
    assert drawn.content.startswith(b"%PDF")
    assert b"pdfuaid" in drawn.content


async def test_a_reader_changes_nothing_and_another_district_stays_closed(city: City) -> None:
    await sow_inventory(city.parts)
    await sign_in(city, "rita", "reader", DISTRICT)
    assert (await _post(city, f"/entries/{LIBRARY}/confirm")).status_code == 403
    await sign_in(city, "ole", "lead", "osterfeld")
    assert (await city.client.get(f"{INVENTORY}/entries/{LIBRARY}")).status_code == 403
    assert (await city.client.get(f"{INVENTORY}?district={DISTRICT}")).status_code == 403


async def _told(city: City, path: str) -> str:
    page = await city.client.get(path)
    assert page.status_code == 200, page.text
    return page.text


async def test_residents_find_what_there_is_in_their_language(sown: City) -> None:
    start = await sown.client.get("/angebote?lang=ar")
    assert start.headers["location"] == f"{OFFERS}?lang=ar", "there is only one district with anything in it"
    page = await _told(sown, f"{OFFERS}?lang=ar&group=seniors&day=1&q=lindenhof")
    assert 'dir="rtl"' in page
    assert "Handy-Sprechstunde" in page and "Kaffeenachmittag" not in page
    assert "كبار السن" in page and "0208 0000-231" in page
    assert "آخر تأكيد" in page
    assert "Leerstand" not in page and "74000" not in page
    for path in ("/", "/?lang=uk"):
        assert 'href="/angebote?lang=' in await _told(sown, path)


async def test_the_directory_and_its_doors_speak_every_language(sown: City) -> None:
    said = PAGES.texts.say
    for language in LANGUAGES:
        assert said(language, "offers-lead") in await _told(sown, f"{OFFERS}?lang={language}&all=1")
        one = await _told(sown, f"{OFFERS}/{demo_id('teestube')}?lang={language}")
        assert said(language, "offers-wrong-lead") in one
        assert said(language, "door-lead") in await _told(sown, f"/inv/{DOOR[1]}?lang={language}")


async def test_everything_on_one_page_is_for_who_looks_for_nothing(sown: City) -> None:
    assert (await _told(sown, f"{OFFERS}?lang=de&all=1")).count("<h3") > PAGE
    assert (await _told(sown, f"{OFFERS}?lang=de&all=1&q=e")).count("<h3") == PAGE
    assert "all=1" not in await _told(sown, f"{OFFERS}?lang=de&q=e")


async def test_what_staff_keep_back_is_nowhere_to_be_found(sown: City) -> None:
    teestube = demo_id("teestube")
    assert "Teestube" in await _told(sown, f"{OFFERS}?all=1")
    assert "Steinbrinkweg" in await _told(sown, f"{OFFERS}/{teestube}")
    await _change(sown, "kulturbruecke", **{"f-public": "no"})
    await _change(sown, "teestube", **{"f-address": ""})
    assert "Steinbrinkweg" not in await _told(sown, f"{OFFERS}/{teestube}"), "where its provider is, is kept back too"
    await _change(sown, "teestube", **{"f-public": "no"})
    assert "Teestube" not in await _told(sown, f"{OFFERS}?all=1")
    for path in (f"{OFFERS}/{teestube}", f"{OFFERS}/{demo_id('frauenladen')}", f"{OFFERS}/{demo_id('jugendplan')}"):
        assert (await sown.client.get(path)).status_code == 404
    tapped = await sown.client.post(f"{OFFERS}/{teestube}", data={"verdict": "wrong", "entry": str(teestube)})
    assert tapped.status_code == 404


async def test_an_organisation_does_not_publish_what_staff_keep_back(sown: City) -> None:
    made = await _post(sown, f"/entries/{demo_id('frauenladen')}/link")
    way = re.search(r"/inv/own/[\w-]+", made.text)
    assert way
    form = await _told(sown, f"{way[0]}/{demo_id('naehen')}")
    assert "f-public" not in form
    fields = {"f-name": "Nähwerkstatt", "f-providers": "Frauenladen Sterkrade (erfunden)", "f-public": "no"}
    edition = (await _entry(sown, "naehen")).edition
    sent = await sown.client.post(f"{way[0]}/{demo_id('naehen')}", data={**fields, "edition": str(edition)})
    assert sent.headers["location"].endswith("changed")
    assert "public" not in (await _entry(sown, "naehen")).facts


async def test_somebody_at_home_says_what_is_wrong_and_whoever_does_it_to_many_is_slowed_down(
    sown: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guesses, "STEP_S", 0.0)
    one = demo_id("teestube")
    page = await sown.client.get(f"{OFFERS}/{one}?lang=de")
    fields = {"verdict": "wrong", "entry": str(one), "language": "de", "remark": "erst um 15 Uhr"}
    right = {**fields, "verdict": "right", "hint": _hints(page)[str(one)]}
    assert 'value="right"' not in page.text
    assert (await sown.client.post(f"{OFFERS}/{one}", data=right)).status_code == 400
    assert (await _entry(sown, "teestube")).seen_at is None, "nobody at home has seen it"
    tapped = await sown.client.post(f"{OFFERS}/{one}", data={**fields, "hint": _hints(page)[str(one)]})
    assert tapped.headers["location"] == f"{OFFERS}/{one}?lang=de&done=wrong"
    assert "gemeldet, dass hier etwas nicht stimmt" in await _told(sown, f"{OFFERS}?q=teestube")
    assert "erst um 15 Uhr" in await _told(sown, f"{INVENTORY}/care?district={DISTRICT}")
    for _ in range(guesses.MOST):
        tapped = await sown.client.post(f"{OFFERS}/{one}", data={**fields, "hint": str(uuid4())})
    assert tapped.status_code == 429
