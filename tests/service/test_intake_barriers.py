"""A barrier is told of without a name, stored once, and settled by staff; pages are read as people need them."""

from __future__ import annotations

import asyncio
import html
import logging
import re
from typing import Any, Final
from uuid import UUID

import httpx
import pytest

from services.intake.domain.barriers import MOST_NOTE, MOST_PAGE, MOST_TEXT
from shared.kit.texts import LANGUAGES
from tests.support.city import City, token_of
from tests.support.demo import CODE, WISH
from tests.support.people import sign_in

WORDS: Final = "Die Schrift ist zu klein. <b>Wirklich</b>"
STORED: Final = "SELECT text, page, language FROM intake.barrier"
COUNT: Final = "SELECT count(*) FROM intake.barrier"


def page_id(page: httpx.Response) -> str:
    found = re.search(r'name="id" value="([^"]+)"', page.text)
    assert found, page.text
    return found[1]


async def open_report(city: City, **asked: str) -> str:
    page = await city.client.get("/barriere-melden", params=asked)
    assert page.status_code == 200
    return page_id(page)


async def send(city: City, **fields: Any) -> httpx.Response:
    return await city.client.post("/barriere-melden", data={"language": "de", "what": WORDS, "page": "", **fields})


async def test_a_report_is_stored_with_its_page_and_its_language_and_nothing_else(city: City) -> None:
    answer = await send(city, id=await open_report(city), page="/q/ST3RK4", language="uk")
    assert (answer.status_code, answer.headers["location"]) == (303, "/barriere-melden?lang=uk&done")
    assert await city.all(STORED) == [(WORDS, "/q/ST3RK4", "uk")]
    columns = await city.all("SELECT column_name FROM information_schema.columns WHERE table_name = 'barrier'")
    assert {name for (name,) in columns} == {
        *("id", "text", "page", "language", "reported_at", "note", "settled_at", "settled_by")
    }
    thanks = await city.client.get(answer.headers["location"])
    assert "Дякуємо за повідомлення" in thanks.text


async def test_a_second_tap_stores_one_report(city: City) -> None:
    known = await open_report(city)
    answers = await asyncio.gather(*(send(city, id=known) for _ in range(8)))
    assert {answer.status_code for answer in answers} == {303}
    assert await city.one(COUNT) == 1
    await send(city, id=await open_report(city))
    assert await city.one(COUNT) == 2, "another page is another report"


async def test_a_page_without_an_id_is_taken_all_the_same(city: City) -> None:
    assert (await send(city, id="x")).status_code == 303
    assert await city.one(COUNT) == 1


@pytest.mark.parametrize("empty", ["", "   \n\t ", "\x00\x07"])
async def test_an_empty_report_is_asked_for_kindly_and_keeps_its_page(city: City, empty: str) -> None:
    known = await open_report(city)
    answer = await send(city, id=known, what=empty, page="/receipt")
    assert answer.status_code == 422
    assert "Bitte schreiben Sie kurz, was schwierig war." in answer.text
    assert '<a href="#what">' in answer.text
    assert 'value="/receipt"' in answer.text
    assert page_id(answer) == known
    assert await city.one(COUNT) == 0


async def test_a_text_that_is_too_long_stays_and_says_by_how_much(city: City) -> None:
    answer = await send(city, id=await open_report(city), what="x" * (MOST_TEXT + 3), page="y" * (MOST_PAGE + 1))
    assert answer.status_code == 422
    assert "x" * (MOST_TEXT + 3) in answer.text
    assert "2.003" in answer.text or "2003" in answer.text
    assert re.findall(r'<a href="#(\w+)">', answer.text) == ["what", "page"]
    assert await city.one(COUNT) == 0


async def test_what_fills_the_field_nobody_sees_is_thanked_and_not_stored(city: City) -> None:
    answer = await send(city, id=await open_report(city), extra="https://example.org")
    assert answer.status_code == 303
    assert await city.one(COUNT) == 0


async def test_the_page_is_filled_in_from_a_path_and_from_nothing_else(city: City) -> None:
    for asked, filled in [
        ("/q/ST3RK4", "/q/ST3RK4"),
        ("/receipt?x=AB3CD4EF#y", "/receipt"),
        ("https://example.org/there", "/there"),
        ("javascript:alert(1)", ""),
        ("//[", ""),
        ("/" + "x" * 300, ""),
    ]:
        page = await city.client.get("/barriere-melden", params={"page": asked})
        assert f'id="page" name="page" value="{filled}"' in page.text


async def test_a_switch_of_language_or_of_view_keeps_what_was_typed(city: City) -> None:
    known = await open_report(city)
    for pressed in ({"switch": "ar"}, {"look": "large"}):
        page = await send(city, id=known, page="/receipt", **pressed)
        assert page.status_code == 200
        assert html.escape(WORDS) in page.text
        assert 'value="/receipt"' in page.text
        assert page_id(page) == known
    assert await city.one(COUNT) == 0


async def test_while_the_database_is_away_the_report_stays_on_the_page(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = await open_report(city)

    async def away(*_: object, **__: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(city.database("intake"), "_insist", away)
    page = await send(city, id=known)
    assert page.status_code == 503
    assert html.escape(WORDS) in page.text
    monkeypatch.undo()
    assert (await send(city, id=page_id(page))).status_code == 303
    assert await city.one(COUNT) == 1


async def test_nothing_of_a_report_is_logged(city: City, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await send(city, id=await open_report(city), page="/somewhere")
    assert "barrier.reported" in caplog.text
    assert "Schrift" not in caplog.text
    assert "/somewhere" not in caplog.text


async def test_another_site_may_not_report_here(city: City) -> None:
    answer = await city.client.post("/barriere-melden", data={"what": WORDS}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


async def test_staff_settle_a_report_with_a_note_and_open_it_again(city: City) -> None:
    known = await open_report(city)
    await send(city, id=known, page="/q/ST3RK4")
    await sign_in(city, "eda", "editor")
    listed = await city.client.get("/staff/barriers")
    assert html.escape(WORDS) in listed.text
    assert "Offen: eine Meldung" in listed.text
    answer = await city.client.post(f"/staff/barriers/{known}/settle", data={"note": "Größer\ngemacht"})
    assert answer.headers["location"] == "/staff/barriers?done=settled"
    listed = await city.client.get("/staff/barriers")
    assert "Gerade ist nichts offen." in listed.text
    assert "Größer\ngemacht" in listed.text
    assert "von Eda" in listed.text
    await city.client.post(f"/staff/barriers/{known}/reopen")
    assert "Offen: eine Meldung" in (await city.client.get("/staff/barriers")).text
    entries = "SELECT verb, subject_id, before, after FROM staff.audit_entry WHERE subject_kind = 'barrier' ORDER BY id"
    settled, opened = {"settled": True}, {"settled": False}
    assert await city.all(entries) == [
        ("barrier.settled", UUID(known), opened, settled),
        ("barrier.reopened", UUID(known), settled, opened),
    ]


async def test_what_somebody_settled_before_stays_as_they_left_it(city: City) -> None:
    known = await open_report(city)
    await send(city, id=known)
    await sign_in(city, "eda", "editor")
    for note in ("erste", "zweite"):
        answer = await city.client.post(f"/staff/barriers/{known}/settle", data={"note": note})
    assert answer.headers["location"] == "/staff/barriers?done=gone"
    assert await city.one("SELECT note FROM intake.barrier") == "erste"


async def test_a_note_has_a_limit(city: City) -> None:
    known = await open_report(city)
    await send(city, id=known)
    await sign_in(city, "eda", "editor")
    await city.client.post(f"/staff/barriers/{known}/settle", data={"note": "x" * (MOST_NOTE + 50)})
    assert await city.one("SELECT length(note) FROM intake.barrier") == MOST_NOTE


async def test_reports_are_for_those_who_work_on_them(city: City) -> None:
    assert (await city.client.get("/staff/barriers")).status_code in (303, 401)
    await sign_in(city, "rea", "reader")
    assert (await city.client.get("/staff/barriers")).status_code == 403
    page = await city.client.get("/staff/account")
    assert 'href="/staff/barriers"' not in page.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_statement_says_how_it_stands_in_every_language(city: City, language: str) -> None:
    page = await city.client.get("/barrierefreiheit", params={"lang": language})
    assert f'<html lang="{LANGUAGES[language].tag}"' in page.text
    for needed in ("BITV NRW", "2016/2102", "WCAG 2.2", "2026", "Ombudsstelle", "Stadt Oberhausen", "/barriere-melden"):
        assert needed in page.text, needed


@pytest.mark.parametrize("path", ["/", "/q", f"/q/{CODE}", "/receipt", "/modell", "/barrierefreiheit", "/q/NN9NN9"])
async def test_every_public_page_leads_to_the_statement_and_to_the_report(city: City, path: str) -> None:
    await city.publish_demo()
    page = await city.client.get(path, params={"lang": "de"})
    assert 'href="/barrierefreiheit?lang=de"' in page.text
    assert re.search(r'href="/barriere-melden\?lang=de&amp;page=/', page.text)


async def test_a_report_names_the_form_and_never_what_belongs_to_one_person(city: City) -> None:
    await city.publish_demo()
    for path, place in [
        (f"/q/{CODE}", f"/q/{CODE}"),
        ("/q/st3-rk4", f"/q/{CODE}"),
        ("/q/AB3CD4EF", "/q"),
        ("/subscription/geheim", "/subscription"),
        ("/receipt", "/receipt"),
    ]:
        page = await city.client.get(path, params={"lang": "de"})
        assert f'&amp;page={place}"' in page.text, path
        assert "geheim&" not in page.text


@pytest.mark.parametrize(
    ("asked", "view"),
    [("large", "large"), ("contrast large", "large contrast"), ("large large x <b>", "large"), ("nothing", "")],
)
async def test_a_page_is_shown_as_it_was_asked_for(city: City, asked: str, view: str) -> None:
    await city.publish_demo()
    for path in ("/", "/q", f"/q/{CODE}", "/receipt", "/modell", "/barrierefreiheit"):
        page = await city.client.get(path, params={"view": asked})
        shown = re.search(r'<html[^>]* data-view="([^"]*)"', page.text)
        assert (shown[1] if shown else "") == view, path
        assert "set-cookie" not in page.headers


async def test_the_next_visitor_gets_a_page_of_their_own(city: City) -> None:
    await city.publish_demo()
    for view in ("large", "", "contrast", ""):
        page = await city.client.get(f"/q/{CODE}", params={"view": view})
        assert (" data-view=" in page.text) is bool(view)


async def test_a_view_holds_from_the_form_to_the_receipt(city: City) -> None:
    await city.publish_demo()
    token = await city.open_form()
    page = await city.send_form(token, {"a-wish": WISH, "look": "large contrast"})
    assert page.status_code == 200
    assert '<html lang="de" dir="ltr" data-view="large contrast">' in page.text
    assert WISH in page.text
    assert token_of(page) == token
    assert '<input type="hidden" name="view" value="large contrast">' in page.text
    thanks = await city.send_form(token, {"a-informed": "2", "view": "large contrast"})
    assert 'data-view="large contrast"' in thanks.text
    assert "/receipt?lang=de&amp;view=large+contrast" in thanks.text
    assert " data-view=" not in (await city.client.get(f"/q/{CODE}")).text


async def test_a_face_is_chosen_by_hand_and_kept(city: City) -> None:
    home = await city.client.get("/", headers={"Accept-Language": "de-DE,de;q=0.9"})
    assert 'lang=de-du" lang="de" hreflang="de" dir="ltr">Deutsch – Du</a>' in home.text
    assert "Mitreden in Ihrem Stadtteil" in home.text
    page = await city.client.get("/", params={"lang": "de-du"})
    assert page.headers["content-language"] == "de"
    assert '<html lang="de" dir="ltr">' in page.text
    assert "Red mit in deinem Stadtteil" in page.text
    assert "/receipt?lang=de-du" in page.text
    assert "siehst du, wie weit dein Beitrag ist" in (await city.client.get("/receipt?lang=de-du")).text
