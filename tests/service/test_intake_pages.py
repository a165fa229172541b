"""A form in pages: what was typed travels from page to page, and becomes one response at the end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from tests.support.city import City, receipt_of, token_of
from tests.support.forms import answers_in, asked_on, sent_by
from tests.support.paged import CODE, publish

RECEIVED = "SELECT count(*) FROM intake.response"
STORED = "SELECT answers FROM intake.response"


@pytest.fixture(autouse=True)
async def _paged(city: City) -> None:
    await publish(city)


async def _open(city: City, **query: Any) -> httpx.Response:
    return await city.client.get(f"/q/{CODE}", params={"lang": "de", **query})


async def _press(
    city: City, page: httpx.Response, go: str = "next", typed: Mapping[str, Any] | None = None, **more: str
) -> httpx.Response:
    """What a browser without scripts sends: everything on the page, what was typed into it, and the button."""
    sent: dict[str, Any] = {**sent_by(page.text), **(typed or {}), **more}
    if go:
        sent["go"] = go
    return await city.client.post(f"/q/{CODE}", data=sent)


def _heading(page: httpx.Response) -> str:
    found = re.search(r"<h1>(.*?)</h1>", page.text)
    assert found, page.text
    return found[1]


def _asked(page: httpx.Response) -> list[str]:
    return asked_on(page.text)


async def _through(city: City) -> httpx.Response:
    """The shortest way, up to checking."""
    page = await _press(city, await _open(city), typed={"a-how": "foot"})
    page = await _press(city, page, typed={"a-minutes": "7"})
    return await _press(city, page, typed={"a-wish": "Mehr Licht.", "a-agreed": "yes"})


async def test_one_page_follows_the_other_and_only_what_is_asked_is_shown(city: City) -> None:
    page = await _open(city)
    assert _asked(page) == ["how"]
    assert "Schritt 1 von etwa 3" in page.text
    page = await _press(city, page, typed={"a-how": "bus"})
    assert _asked(page) == ["line", "minutes"]
    page = await _press(city, page, typed={"a-line": "SB98", "a-minutes": "12"})
    assert (_heading(page), _asked(page)) == ("Im Bus", ["mood"])
    assert "Schritt 3 von etwa 4" in page.text
    page = await _press(city, page, typed={"a-mood": "2"})
    assert (_heading(page), _asked(page)) == ("Zum Schluss", ["wish", "agreed"])
    page = await _press(city, page, typed={"a-agreed": "yes"})
    assert _heading(page) == "Stimmt alles?"
    assert await city.one(RECEIVED) == 0
    assert re.fullmatch(r"[A-Z0-9]{8}", receipt_of(await _press(city, page, "send")))
    assert await city.one(STORED) == [
        {"question": "how", "kind": "single", "choices": ["bus"]},
        {"question": "line", "kind": "short_text", "text": "SB98"},
        {"question": "minutes", "kind": "number", "number": 12},
        {"question": "mood", "kind": "smiley", "number": 2},
        {"question": "agreed", "kind": "consent", "choices": ["yes"]},
    ]


async def test_a_section_whose_condition_fails_is_passed_over(city: City) -> None:
    page = await _press(city, await _open(city), typed={"a-how": "foot"})
    assert _asked(page) == ["minutes"]
    assert _asked(await _press(city, page)) == ["wish", "agreed"]


async def test_every_page_keeps_the_token_of_the_first(city: City) -> None:
    first = await _open(city)
    second = await _press(city, first, typed={"a-how": "foot"})
    third = await _press(city, second)
    assert token_of(first) == token_of(second) == token_of(third)


async def test_the_last_page_sent_fifty_times_is_one_response(city: City) -> None:
    page = await _through(city)
    thanks = await asyncio.gather(*(_press(city, page, "send") for _ in range(50)))
    assert len({receipt_of(one) for one in thanks}) == 1
    assert await city.one(RECEIVED) == 1


async def test_going_back_from_the_thanks_and_sending_something_else_leaves_the_first(city: City) -> None:
    page = await _through(city)
    await _press(city, page, "send")
    again = await _press(city, page, "send", {"a-wish": "Doch nicht."})
    assert "zuerst gesendete Fassung" in again.text
    assert await city.one(RECEIVED) == 1


async def test_a_page_with_a_fault_is_shown_again_and_names_only_its_own(city: City) -> None:
    page = await _press(city, await _open(city), typed={"a-how": "bus"})
    page = await _press(city, page, typed={"a-minutes": "100"})
    assert page.status_code == 422
    assert re.findall(r'<a href="#(a-[a-z]+)">', page.text) == ["a-line", "a-minutes"]
    assert "höchstens 90" in page.text
    assert answers_in(sent_by(page.text)) == {"a-how": ["bus"], "a-minutes": ["100"]}


async def test_going_back_keeps_what_cannot_be_taken_yet(city: City) -> None:
    page = await _press(city, await _open(city), typed={"a-how": "foot"})
    page = await _press(city, page, "back", {"a-minutes": "viele"})
    assert _asked(page) == ["how"]
    assert answers_in(sent_by(page.text)) == {"a-how": ["foot"], "a-minutes": ["viele"]}
    assert "viele" in (await _press(city, page)).text


async def test_another_way_hides_what_was_answered_before_and_never_stores_it(city: City) -> None:
    page = await _press(city, await _open(city), typed={"a-how": "bus"})
    page = await _press(city, page, typed={"a-line": "SB98"})
    page = await _press(city, page, "back")
    page = await _press(city, page, "back")
    page = await _press(city, page, typed={"a-how": "foot"})
    page = await _press(city, page)
    page = await _press(city, page, typed={"a-agreed": "yes"})
    await _press(city, page, "send")
    assert [answer["question"] for answer in await city.one(STORED)] == ["how", "agreed"]


async def test_a_changed_answer_leads_back_to_checking_past_what_it_newly_asks(city: City) -> None:
    page = await _through(city)
    assert "Mehr Licht." in page.text and "zu Fuß" in page.text and "Keine Antwort" not in page.text
    page = await _press(city, page, "to:wish")
    assert _asked(page) == ["wish", "agreed"]
    page = await _press(city, page, typed={"a-wish": "Eine Bank."})
    assert _heading(page) == "Stimmt alles?" and "Eine Bank." in page.text
    page = await _press(city, page, "to:how")
    page = await _press(city, page, typed={"a-how": "bus"})
    assert _asked(page) == ["line", "minutes"]
    page = await _press(city, page, typed={"a-line": "SB98"})
    assert _heading(page) == "Stimmt alles?" and "SB98" in page.text


async def test_a_switched_language_keeps_the_page_and_everything_typed(city: City) -> None:
    page = await _press(city, await _open(city), typed={"a-how": "bus"})
    page = await _press(city, page, "", {"a-line": "SB98"}, switch="ar")
    assert '<html lang="ar" dir="rtl"' in page.text
    assert _asked(page) == ["line", "minutes"]
    assert answers_in(sent_by(page.text)) == {"a-how": ["bus"], "a-line": ["SB98"]}
    page = await _press(city, await _through(city), "", switch="ar")
    assert "مشيًا" in page.text and 'name="step" value="check"' in page.text


async def test_a_token_nobody_signed_keeps_the_page_and_everything_typed(city: City) -> None:
    page = await _press(city, await _open(city), typed={"a-how": "bus"})
    page = await _press(city, page, typed={"a-line": "SB98", "token": "x"})
    assert page.status_code == 422
    assert (_asked(page), "SB98" in page.text) == (["line", "minutes"], True)


async def test_while_the_database_is_away_checking_stays_as_it_was(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await _through(city)

    async def away(*_: object, **__: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(city.database("intake"), "_insist", away)
    again = await _press(city, page, "send")
    assert again.status_code == 503
    assert sent_by(again.text) == sent_by(page.text)
    monkeypatch.undo()
    assert (await _press(city, again, "send")).status_code == 200
    assert await city.one(RECEIVED) == 1


async def test_nothing_at_all_is_no_response(city: City) -> None:
    page = await city.client.post(
        f"/q/{CODE}", data={**sent_by((await _open(city)).text), "step": "check", "go": "send"}
    )
    assert page.status_code == 422
    assert await city.one(RECEIVED) == 0


async def test_sending_past_the_check_says_what_is_to_be_mended(city: City) -> None:
    page = await _press(city, await _open(city), "send", {"a-how": "bus"}, step="check")
    assert page.status_code == 422
    assert _asked(page) == ["line", "minutes"]


async def test_with_a_script_a_page_is_one_step(city: City) -> None:
    page = await _press(city, await _open(city), typed={"a-how": "bus", "a-line": "SB98"}, live="1")
    assert _asked(page) == ["mood"]
    page = await _press(city, page, "back")
    assert answers_in(sent_by(page.text)) == {"a-how": ["bus"], "a-line": ["SB98"]}
    assert "<div data-if=" in page.text and "line" in _asked(page)


async def test_all_pages_come_in_one_document_and_may_be_sent_from_there(city: City) -> None:
    page = await _open(city, whole=1)
    assert _asked(page) == ["how", "line", "minutes", "mood", "wish", "agreed"]
    assert page.text.count("<section") == 3 and "form.js" in page.text
    typed = {"a-how": "foot", "a-line": "SB98", "a-mood": "1", "a-agreed": "yes"}
    receipt_of(await _press(city, page, "", typed))
    assert [answer["question"] for answer in await city.one(STORED)] == ["how", "agreed"]


async def test_a_whole_document_with_a_fault_comes_back_whole(city: City) -> None:
    page = await _press(city, await _open(city, whole=1), "", {"a-how": "bus"})
    assert page.status_code == 422
    assert re.findall(r'<a href="#(a-[a-z]+)">', page.text) == ["a-line", "a-agreed"]
    assert len(_asked(page)) == 6


async def test_the_browser_may_keep_pages_for_its_back_button_but_not_on_a_kiosk(city: City) -> None:
    first = await _open(city)
    page = await _press(city, first, typed={"a-how": "foot"})
    assert first.headers["cache-control"] == page.headers["cache-control"] == "private, no-cache"
    await city.all("UPDATE intake.channel SET kind = 'kiosk' RETURNING 1")
    city.begin_web_anew()
    first = await _open(city)
    page = await _press(city, first, typed={"a-how": "foot"})
    assert first.headers["cache-control"] == page.headers["cache-control"] == "no-store"
    assert first.text.count('autocomplete="off"') > 1
    assert "Später weitermachen" not in first.text + page.text


async def test_an_unknown_step_begins_at_the_beginning(city: City) -> None:
    for step in ("a-gone", "x", "<b>", "a-"):
        page = await city.client.post(
            f"/q/{CODE}", data={**sent_by((await _open(city)).text), "step": step, "go": "back"}
        )
        assert page.status_code == 200
        assert _asked(page) == ["how"]
