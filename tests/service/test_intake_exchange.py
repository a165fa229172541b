"""Questionnaires as files, over the pages: looked at first, taken in after, taken back by one press."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from services.intake.operations.read_questionnaire import read_questionnaire
from services.intake.operations.write_questionnaire import write_json, write_workbook
from tests import support
from tests.support.city import City
from tests.support.demo import QUESTIONNAIRE
from tests.support.making import begin, draft_of, press, told
from tests.support.people import sign_in

LSS = (Path(support.__file__).parent / "fest.lss").read_bytes()
TITLE = {"de": "Von anderswo"}


@pytest.fixture
async def base(city: City) -> str:
    await sign_in(city, "ada", "lead")
    return await begin(city, start="empty", languages=["de", "tr", "ar"])


async def look(city: City, base: str, name: str, content: bytes) -> httpx.Response:
    return await city.client.post(f"{base}/files", files={"file": (name, content)})


async def take(city: City, base: str, page: httpx.Response) -> httpx.Response:
    found = re.search(r'name="document" value="([^"]*)"', page.text)
    assert found
    return await city.client.post(f"{base}/files/take", data={"document": html.unescape(found[1])})


@pytest.mark.parametrize("ending", ["xlsx", "json"])
async def test_what_is_taken_along_can_be_brought_back(city: City, base: str, ending: str) -> None:
    content = write_workbook(TITLE, QUESTIONNAIRE, "f") if ending == "xlsx" else write_json(TITLE, QUESTIONNAIRE)
    page = await look(city, base, f"bogen.{ending}", content)
    assert "Alles kommt mit" in page.text
    assert (await take(city, base, page)).headers["location"].endswith("/questions?done=imported")
    assert (await draft_of(city, base)).questionnaire == QUESTIONNAIRE
    file = await city.client.get(f"{base}/files/questionnaire.{ending}")
    assert "attachment" in file.headers["content-disposition"]
    assert read_questionnaire(f"x.{ending}", file.content).questionnaire == QUESTIONNAIRE


async def test_looking_changes_nothing_and_taking_is_undone_by_one_press(city: City, base: str) -> None:
    before = (await draft_of(city, base)).questionnaire
    page = await look(city, base, "fest.lss", LSS)
    assert (await draft_of(city, base)).questionnaire == before
    await take(city, base, page)
    assert (await draft_of(city, base)).questionnaire != before
    await press(city, base, "undo")
    assert (await draft_of(city, base)).questionnaire == before


async def test_the_look_shows_what_the_draft_will_be(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start="evaluation", languages=["de", "tr"])
    asked: dict[str, object] = {"key": "own1", "kind": "single", "required": True, "label": {"de": "Kommen Sie oft?"}}
    asked["choices"] = [{"key": "a", "label": {"de": "Ja"}}, {"key": "b", "label": {"de": "Nein"}}]
    why: dict[str, object] = {"key": "own2", "kind": "long_text", "label": {"de": "Warum?"}}
    why["show_if"] = [{"question": "own1", "values": ["a"]}]
    document = await _document(city, base)
    document["questionnaire"] = {"languages": ["de", "uk"], "questions": [asked, why]}
    page = told(await look(city, base, "fragen.json", json.dumps(document).encode()))
    assert "Pflicht" in page
    assert "Nur zu sehen, wenn „Kommen Sie oft?“ so beantwortet ist: Ja" in page
    assert "6 Kernfragen der Stadt kommen dazu." in page
    assert "Neue Sprachen: Ukrainisch" in page
    assert "Weggefallene Sprachen: Türkisch" in page


async def _document(city: City, base: str) -> dict[str, Any]:
    found: dict[str, Any] = (await city.client.get(f"{base}/files/questionnaire.json")).json()
    return found


async def test_the_page_says_what_does_not_come_along(city: City, base: str) -> None:
    page = html.unescape((await look(city, base, "fest.lss", LSS)).text)
    assert "2 Sachen kommen nicht mit" in page
    assert "Die Frageart „|“ gibt es hier nicht." in page
    assert "count(what) > 1" in page


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bogen.docx", b"x", "Es gehen .xlsx, .lss und .json"),
        ("bogen.xlsx", b"x", "keine Excel-Datei"),
        ("bogen.lss", b"<x", "keine lesbare LimeSurvey-Datei"),
        ("bogen.json", b"[]", "keine JSON-Datei von Resonanz"),
        ("bogen", b"", "kennen wir nicht"),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused_kindly(
    city: City, base: str, name: str, content: bytes, said: str
) -> None:
    page = await look(city, base, name, content)
    assert page.status_code == 422
    assert said in html.unescape(page.text)
    assert "Am Entwurf wurde nichts geändert" in page.text


@pytest.mark.parametrize("key", ["a b", "ä", "", "x" * 60])
async def test_keys_that_cannot_stay_are_refused(city: City, base: str, key: str) -> None:
    document = write_json(TITLE, QUESTIONNAIRE).replace(b'"informed"', f'"{key}"'.encode())
    page = await look(city, base, "bogen.json", document)
    assert page.status_code == 422
    assert "Schlüssel" in page.text


async def test_a_language_nobody_can_choose_is_left_out(city: City, base: str) -> None:
    document = write_json(TITLE, QUESTIONNAIRE).replace(b'"tr"', b'"xx"')
    page = await look(city, base, "bogen.json", document)
    assert "in der Sprache „xx“" in html.unescape(page.text)
    await take(city, base, page)
    assert (await draft_of(city, base)).questionnaire.languages == ("de", "ar")


async def test_an_evaluation_keeps_its_core_questions_whatever_comes_in(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start="evaluation")
    await take(city, base, await look(city, base, "fest.lss", LSS))
    assert sum(question.core for question in (await draft_of(city, base)).questionnaire.questions) == 6


async def test_a_reader_takes_along_but_brings_nothing(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start="empty", languages=["de"])
    await sign_in(city, "rita", "reader")
    assert (await city.client.get(f"{base}/files/questionnaire.json")).status_code == 200
    assert "einlesen" not in (await city.client.get(f"{base}/files")).text.lower()
    assert (await look(city, base, "fest.lss", LSS)).status_code == 403
