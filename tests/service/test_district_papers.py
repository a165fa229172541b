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

from shared.kit.clock import now
from tests.support.city import City
from tests.support.people import sign_in

DISTRICT = "sterkrade-mitte"
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
async def _lead(city: City) -> None:
    await city.publish_demo()
    for _ in range(6):
        await city.respond({"a-informed": "1", "a-wish": "Die Einladung kam viel zu spät."})
    await city.deliver_all()
    await sign_in(city, "lea", "lead", DISTRICT)


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


async def _write(city: City, paper: str, section: str, words: str) -> None:
    edition = _edition(await _page(city, f"{paper}/sections/{section}"))
    await _post(city, f"{paper}/sections/{section}", words=words, edition=edition)


async def test_a_paper_is_begun_once_and_written_from_what_there_is(city: City) -> None:
    concept = await _begin(city, "concept")
    assert await _begin(city, "concept") == concept
    page = await _page(city, concept)
    assert "Frühzeitige Information" in page, "the standards stand in it"
    report = await _page(city, await _begin(city, "report", "2026"))
    sheet = await _page(city, await _begin(city, "sheet", "sterkrade-2026"))
    assert "Verbleib aller Beiträge" in report and "Vorhabenblatt" in sheet
    assert re.search(r"Eingegangene Beiträge</th>\s*<td[^>]*>6<", sheet)
    assert "<svg" in sheet, "who was reached is drawn"


async def test_words_stay_while_the_live_parts_go_on(city: City) -> None:
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
    report = await _begin(city, "report", "2026")
    await _post(city, f"{report}/versions", note="")
    for name in ("1.pdf", "1.docx", "live.pdf"):
        once, again = [(await city.client.get(f"{report}/files/{name}")).content for _ in range(2)]
        assert once == again and len(once) > 10_000, name


async def test_the_pdf_is_tagged_and_word_finds_headings_and_tables(city: City) -> None:
    report = await _begin(city, "report", "2026")
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
    tomorrow = (now() + timedelta(days=1)).date().isoformat()
    refused = await _post(city, f"{version}/adopt", 422, on=tomorrow, body="Rat der Stadt")
    assert 'value="Rat der Stadt"' in refused, "nothing typed is lost"
    await _post(city, f"{version}/adopt", on="2026-10-01", body="Rat der Stadt")
    await city.deliver_all()
    assert await city.one("SELECT rules->>'notice_days' FROM intake.concept WHERE district = :d", d=DISTRICT) == "14"
    assert "beschlossen von: Rat der Stadt" in await _page(city, f"/staff/papers?district={DISTRICT}")
    await _post(city, f"{version}/adopt", on="2026-10-02", body="Niemand")
    assert await city.one("SELECT adopted_by FROM analysis.paper_version") == "Rat der Stadt", "adopted once"


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
