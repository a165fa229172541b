"""Concept, sheet and report: live parts stay live, words stay people's, versions stay as they were."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from html import unescape
from typing import Any

import docx
import pytest
from pypdf import PdfReader
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from services.analysis.domain.days import day_of
from services.analysis.storage.catalogue import find_effective
from shared.kit.clock import now
from tests.support.city import City
from tests.support.people import sign_in

DISTRICT = "sterkrade-mitte"
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
async def _lead(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "lea", "lead", DISTRICT)


def _year() -> str:
    """The one in which the demo's campaign opened."""
    return str(day_of(now() - timedelta(days=1)).year)


async def _respond(city: City) -> None:
    """Enough to be shown."""
    for _ in range(6):
        await city.respond({"a-informed": "1", "a-wish": "Die Einladung kam viel zu spät."})
    await city.deliver_all()


async def _page(city: City, path: str) -> str:
    answer = await city.client.get(path)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


async def _post(city: City, path: str, status: int = 303, **fields: Any) -> str:
    answer = await city.client.post(path, data=fields, headers=SAME)
    assert answer.status_code == status, answer.text
    return str(answer.headers["location"]) if status == 303 else unescape(answer.text)


async def _begin(city: City, kind: str, subject: str = "") -> str:
    return (await _post(city, "/staff/papers", kind=kind, district=DISTRICT, subject=subject)).partition("?")[0]


def _edition(page: str) -> str:
    found = re.search(r'name="edition" value="(\d+)"', page)
    assert found
    return found[1]


async def _write(city: City, paper: str, section: str, words: str, **fields: Any) -> None:
    edition = _edition(await _page(city, f"{paper}/sections/{section}"))
    await _post(city, f"{paper}/sections/{section}", words=words, edition=edition, **fields)


async def test_a_paper_is_begun_once_and_written_from_what_there_is(city: City) -> None:
    await _respond(city)
    concept = await _begin(city, "concept")
    assert await _begin(city, "concept") == concept
    page = await _page(city, concept)
    assert "Frühzeitige Information" in page, "the standards stand in it"
    report = await _page(city, await _begin(city, "report", _year()))
    sheet = await _page(city, await _begin(city, "sheet", "sterkrade-2026"))
    assert "Verbleib aller Beiträge" in report and "Vorhabenblatt" in sheet
    assert re.search(r"Eingegangene Beiträge</th>\s*<td[^>]*>6<", sheet)
    assert "<svg" in sheet, "who was reached is drawn"


async def test_words_stay_while_the_live_parts_go_on(city: City) -> None:
    await _respond(city)
    sheet = await _begin(city, "sheet", "sterkrade-2026")
    await _write(city, sheet, "project", "Ein Platz für alle.\n\nMit Bäumen.")
    await city.respond({"a-informed": "5"})
    await city.deliver_all()
    page = await _page(city, sheet)
    assert "Ein Platz für alle." in page and "Mit Bäumen." in page
    assert re.search(r"Eingegangene Beiträge</th>\s*<td[^>]*>7<", page)


async def test_two_who_write_at_once_lose_nothing(city: City) -> None:
    sheet = await _begin(city, "sheet", "sterkrade-2026")
    await _write(city, sheet, "scope", "Zuerst ich.")
    late = await _post(city, f"{sheet}/sections/scope", 409, words="Mein langer Text", edition="1")
    assert "Mein langer Text" in late
    await _post(city, f"{sheet}/sections/scope", words="Mein langer Text", edition=_edition(late))
    assert "Mein langer Text" in await _page(city, sheet)


async def test_a_version_stays_as_it_was_and_says_what_changed_since(city: City) -> None:
    await _respond(city)
    sheet = await _begin(city, "sheet", "sterkrade-2026")
    await _write(city, sheet, "next", "Im Mai bauen wir.")
    first = (await _post(city, f"{sheet}/versions", note="für den Beirat")).partition("?")[0]
    kept = await _page(city, first)
    await _write(city, sheet, "next", "Im Juni bauen wir.")
    await city.respond({"a-informed": "5"})
    await city.deliver_all()
    assert "Im Mai bauen wir." in await _page(city, first)
    assert re.search(r"Eingegangene Beiträge</th>\s*<td[^>]*>6<", kept)
    changes = await _page(city, f"{sheet}/versions/2/changes")
    assert re.search(r"<del>.*Im Mai bauen wir\.", changes) and re.search(r"<ins>.*Im Juni bauen wir\.", changes)
    with pytest.raises(DBAPIError):
        async with city.owner.transaction() as session:
            await session.execute(text("UPDATE analysis.paper_version SET note = 'anders'"))


async def test_the_same_data_are_the_same_bytes(city: City) -> None:
    await _respond(city)
    report = await _begin(city, "report", _year())
    await _post(city, f"{report}/versions", note="")
    for name in ("files/1.pdf", "files/1.docx", "files/live.pdf", "versions/1", ""):
        once, again = [(await city.client.get(f"{report}/{name}".rstrip("/"))).content for _ in range(2)]
        assert once == again and len(once) > 10_000, name


async def test_the_pdf_is_tagged_and_word_finds_headings_and_tables(city: City) -> None:
    report = await _begin(city, "report", _year())
    pdf = PdfReader(io.BytesIO((await city.client.get(f"{report}/files/live.pdf")).content))
    assert pdf.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index] # a dictionary in every PDF/UA
    assert "Verbleib aller Beiträge" in "".join(sheet.extract_text() for sheet in pdf.pages)
    word = docx.Document(io.BytesIO((await city.client.get(f"{report}/files/live.docx")).content))
    headings = [one.text for one in word.paragraphs if one.style and one.style.name.startswith("Heading")]
    assert "Verbleib aller Beiträge" in headings
    assert any(table.rows[0].cells[0].text == "Beteiligung" for table in word.tables)


async def test_an_adopted_concept_holds_campaigns_to_its_rules(city: City) -> None:
    concept = await _begin(city, "concept")
    page = await _page(city, f"{concept}/rules")
    rules: dict[str, Any] = {"notice_days": "14", "feedback_weeks": "8", "languages": ["tr"]}
    await _post(city, f"{concept}/rules", edition=_edition(page), without_device="yes", **rules)
    version = (await _post(city, f"{concept}/versions", note="")).partition("?")[0]
    tomorrow = (day_of(now()) + timedelta(days=1)).isoformat()
    refused = await _post(city, f"{version}/adopt", 422, on=tomorrow, body="Rat der Stadt")
    assert 'value="Rat der Stadt"' in refused, "nothing typed is lost"
    await _post(city, f"{version}/adopt", on="2026-10-01", body="Rat der Stadt")
    await city.deliver_all()
    assert await city.one("SELECT rules->>'notice_days' FROM intake.concept WHERE district = :d", d=DISTRICT) == "14"
    assert "beschlossen von: Rat der Stadt" in await _page(city, f"/staff/papers?district={DISTRICT}")
    await _post(city, f"{version}/adopt", on="2026-10-02", body="Niemand")
    assert await city.one("SELECT adopted_by FROM analysis.paper_version") == "Rat der Stadt", "adopted once"


async def _adopt(city: City, concept: str, on: str = "2026-10-01", status: int = 303) -> str:
    version = (await _post(city, f"{concept}/versions", note="")).partition("?")[0]
    return await _post(city, f"{version}/adopt", status, on=on, body="Rat der Stadt")


async def _holds(city: City, district: str) -> int:
    async with city.database("analysis").transaction() as session:
        return (await find_effective(session, district)).version.number


async def _publish_catalogue(city: City) -> None:
    """The city's next version: without its first standard."""
    draft = (await _post(city, "/staff/catalogue/drafts", district="*", start="")).partition("?")[0]
    await _post(city, draft, edition=_edition(await _page(city, draft)), do="remove-0")
    page = await _page(city, draft)
    assert "Diese Sozialräume haben ein Konzept beschlossen" in page
    await _post(city, f"{draft}/publish", edition=_edition(page), note="Gestrafft")


async def test_a_district_is_judged_by_what_it_adopted_until_it_adopts_anew(city: City) -> None:
    await sign_in(city, "cora", "lead")
    concept = await _begin(city, "concept")
    await _adopt(city, concept)
    await _publish_catalogue(city)
    assert (await _holds(city, DISTRICT), await _holds(city, "osterfeld")) == (1, 2)
    assert "In diesem Sozialraum gilt weiter Fassung 1" in await _page(city, f"/staff/papers?district={DISTRICT}")
    assert "gebunden durch das Konzept, Fassung 1" in await _page(city, "/staff/catalogue")
    live = await _page(city, concept)
    assert "Frühzeitige Information" not in live and "In Kraft ist Katalogfassung 1" in live
    assert "Frühzeitige Information" in await _page(city, await _begin(city, "report", _year()))
    await _adopt(city, concept, on="2026-11-01")
    assert await _holds(city, DISTRICT) == 2


async def test_a_version_of_before_catalogues_were_noted_binds_the_one_that_holds(city: City) -> None:
    concept = await _begin(city, "concept")
    version = (await _post(city, f"{concept}/versions", note="")).partition("?")[0]
    old = (
        "INSERT INTO analysis.paper_version (id, paper_id, number, content, note, made_at, made_by, adopted_by) "
        "SELECT gen_random_uuid(), paper_id, 2, content - 'catalogue', note, made_at, made_by, adopted_by "
        "FROM analysis.paper_version"
    )
    async with city.database("analysis").transaction() as session:
        await session.execute(text(old))
    await _post(city, f"{version.removesuffix('1')}2/adopt", on="2026-10-01", body="Rat der Stadt")
    told = "SELECT payload->>'catalogue' FROM bus.message WHERE name = 'concept.adopted.v1'"
    assert await city.one(told) == "1"
    await sign_in(city, "cora", "lead")
    await _publish_catalogue(city)
    assert (await _holds(city, DISTRICT), await _holds(city, "osterfeld")) == (1, 2)


async def test_what_was_adopted_earlier_does_not_come_back(city: City) -> None:
    concept = await _begin(city, "concept")
    await _adopt(city, concept)
    refused = await _adopt(city, concept, on="2026-09-01", status=422)
    assert "Es gilt schon ein Konzept, das später beschlossen wurde" in refused
    assert await city.one("SELECT count(*) FROM analysis.paper_version WHERE adopted_on IS NOT NULL") == 1


async def _arrange(city: City, paper: str, do: str, status: int = 303, **fields: Any) -> str:
    page = await _page(city, f"{paper}/outline")
    return await _post(city, f"{paper}/outline", status, edition=_edition(page), do=do, **fields)


def _headings(content: bytes) -> list[str]:
    word = docx.Document(io.BytesIO(content))
    return [one.text for one in word.paragraphs if one.style and one.style.name == "Heading 1"]


async def test_sections_are_added_moved_hidden_and_restored(city: City) -> None:
    sheet = await _begin(city, "sheet", "sterkrade-2026")
    await _post(city, f"{sheet}/versions", note="")
    added = await _arrange(city, sheet, "add", title="Was Kinder sagen")
    assert added.endswith("#chapter-own-1")
    for do in ("up own-1", "up promise", "hide departures", "hide promise"):
        await _arrange(city, sheet, do)
    await _write(city, sheet, "own-1", "Mehr Schaukeln.", title="Was Kinder wollen")
    word = _headings((await city.client.get(f"{sheet}/files/live.docx")).content)
    expected = ["Das Vorhaben", "Was offen ist und was nicht", "Wer erreicht wurde", "Zusage", "Was gesagt wurde"]
    assert word == [*expected, "Was Kinder wollen", "Wie es weitergeht"], "what gives account does not hide"
    changes = await _page(city, f"{sheet}/versions/2/changes")
    assert "Steht jetzt hinter" in changes and "nicht mehr dabei" in changes and "Mehr Schaukeln." in changes
    await _arrange(city, sheet, "restore departures")
    assert "Abweichungen vom Konzept" in await _page(city, sheet)
    assert "Was Kinder wollen" not in await _page(city, f"{sheet}/versions/1")


async def test_an_outline_that_changed_meanwhile_and_a_title_that_is_none_come_back(city: City) -> None:
    sheet = await _begin(city, "sheet", "sterkrade-2026")
    assert 'href="#title"' in await _arrange(city, sheet, "add", 422, title=" ")
    await _arrange(city, sheet, "hide nowhere", 404)
    late = await _post(city, f"{sheet}/outline", 409, edition="0", do="add", title="Was Kinder sagen")
    assert 'value="Was Kinder sagen"' in late


async def test_rules_that_cannot_be_come_back_as_typed(city: City) -> None:
    concept = await _begin(city, "concept")
    edition = _edition(await _page(city, f"{concept}/rules"))
    page = await _post(city, f"{concept}/rules", 422, edition=edition, notice_days="bald", feedback_weeks="8")
    assert 'value="bald"' in page and 'href="#notice_days"' in page


async def test_a_reader_writes_nothing(city: City) -> None:
    sheet = await _begin(city, "sheet", "sterkrade-2026")
    await sign_in(city, "ria", "reader", DISTRICT)
    assert "Worte dazu schreiben" not in await _page(city, sheet)
    answer = await city.client.post(f"{sheet}/versions", data={"note": ""}, headers=SAME)
    assert answer.status_code == 403
