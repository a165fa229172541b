"""The form's front door: one response and one receipt for each participant, whatever the network does."""

from __future__ import annotations

import asyncio
import html
import logging
import re
from datetime import timedelta

import pytest
from msgspec.structs import replace

from deploy.migrate import COMPONENTS
from services.intake.domain.tokens import sign_response_id
from services.intake.operations.publish_campaign import publish_campaign
from services.intake.settings import Settings
from services.intake.web import shown
from shared.kit.clock import now
from shared.kit.ids import random_id
from tests.support.city import City, receipt_of, token_of
from tests.support.demo import ANSWERS, CODE, QUESTIONNAIRE, WISH, plan

RECEIVED = "SELECT count(*) FROM intake.response"


@pytest.fixture(autouse=True)
async def _demo(city: City) -> None:
    await city.publish_demo()


async def _messages(city: City) -> list[str]:
    rows = await city.all("SELECT name FROM bus.message WHERE name ~ '^(response|receipt)' ORDER BY name")
    return [row[0] for row in rows]


async def test_a_sent_form_is_one_response_with_its_messages_and_a_receipt(city: City) -> None:
    receipt = await city.respond()
    assert re.fullmatch(r"[A-HJ-NPR-Y2-9]{8}", receipt)
    assert await city.one(RECEIVED) == 1
    assert await _messages(city) == ["receipt.issued.v1", "response.received.v1"]


async def test_what_was_said_is_stored_and_told_as_it_was_said(city: City) -> None:
    await city.respond()
    stored = await city.one("SELECT answers FROM intake.response")
    told = await city.one("SELECT payload -> 'answers' FROM bus.message WHERE name = 'response.received.v1'")
    assert stored == told
    said = {answer["question"]: answer.get("number") or answer.get("text") or answer["choices"] for answer in stored}
    assert said == {
        "informed": 2,
        "way": ["foot"],
        "places": ["market", "park"],
        "street": "Bahnhofstraße",
        "wish": WISH,
    }


async def test_fifty_parallel_posts_of_one_id_make_one_response_and_one_receipt(city: City) -> None:
    token = await city.open_form()
    pages = await asyncio.gather(*(city.send_form(token) for _ in range(50)))
    assert {page.status_code for page in pages} == {200}
    assert len({receipt_of(page) for page in pages}) == 1
    assert await city.one(RECEIVED) == 1
    assert await _messages(city) == ["receipt.issued.v1", "response.received.v1"]


async def test_a_reload_shows_the_same_receipt(city: City) -> None:
    token = await city.open_form()
    first, second = await city.send_form(token), await city.send_form(token)
    assert receipt_of(first) == receipt_of(second)
    assert first.text == second.text
    assert await city.one(RECEIVED) == 1


async def test_changed_answers_under_the_same_id_leave_the_first_ones(city: City) -> None:
    token = await city.open_form()
    first = await city.send_form(token)
    second = await city.send_form(token, {**ANSWERS, "a-wish": "Doch lieber nicht."})
    assert receipt_of(first) == receipt_of(second)
    assert "zuerst gesendete Fassung" in second.text
    stored = await city.one("SELECT answers -> -1 ->> 'text' FROM intake.response")
    assert stored == WISH
    assert len(await _messages(city)) == 2


async def test_every_opened_form_is_another_response(city: City) -> None:
    assert await city.respond() != await city.respond()
    assert await city.one(RECEIVED) == 2


async def test_a_form_that_is_only_opened_writes_nothing_but_how_often(city: City) -> None:
    before = await _everything(city)
    for _ in range(3):
        await city.open_form()
    assert await city.one(RECEIVED) == 0
    assert await _everything(city) == before


async def _everything(city: City) -> dict[str, str]:
    """Table → a digest of all its rows."""
    tables = await city.all(
        "SELECT format('%I.%I', schemaname, relname) FROM pg_stat_user_tables WHERE relname <> 'visit'"
    )
    digest = "SELECT coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') FROM {} t"
    return {name: await city.one(digest.format(name)) for (name,) in tables}


async def test_errors_keep_everything_typed_and_link_to_their_fields(city: City) -> None:
    words = 'Er sagte: "5 < 7 & 3 > 2" </textarea><script>'
    token = await city.open_form()
    typed = {"a-way": "bus", "a-places": ["park"], "a-street": "x" * 201, "a-wish": words}
    page = await city.send_form(token, typed)
    assert page.status_code == 422
    assert html.escape(words, quote=False).replace('"', "&#34;") in page.text
    assert "x" * 201 in page.text
    assert re.search(r'value="bus" checked', page.text)
    assert re.search(r'value="park" checked', page.text)
    links = re.findall(r'<a href="#(a-[a-z]+)">', page.text)
    assert links == ["a-informed", "a-street"]
    assert all(f'id="{link}"' in page.text for link in links)
    assert token_of(page) == token
    assert await city.one(RECEIVED) == 0


async def test_a_mended_form_is_taken_under_the_same_id(city: City) -> None:
    token = await city.open_form()
    await city.send_form(token, {"a-wish": WISH})
    assert (await city.send_form(token)).status_code == 200
    assert await city.one(RECEIVED) == 1


async def test_a_switched_language_keeps_what_was_typed_and_the_id(city: City) -> None:
    token = await city.open_form()
    page = await city.send_form(token, {"a-wish": WISH, "a-way": "bus", "switch": "ar"})
    assert page.status_code == 200
    assert '<html lang="ar" dir="rtl">' in page.text
    assert WISH in page.text
    assert re.search(r'value="bus" checked', page.text)
    assert token_of(page) == token
    assert await city.one(RECEIVED) == 0


@pytest.mark.parametrize("token", ["", "x", "A" * 38, "ä" * 38, "\x00" * 10, "=" * 38, "A" * 5000])
async def test_a_token_nobody_signed_gets_a_new_one_and_keeps_what_was_typed(city: City, token: str) -> None:
    page = await city.send_form(token)
    assert page.status_code == 422
    assert WISH in page.text
    assert await city.one(RECEIVED) == 0
    again = await city.send_form(token_of(page))
    assert again.status_code == 200
    assert await city.one(RECEIVED) == 1


async def test_a_token_of_another_channel_is_not_taken(city: City) -> None:
    other = await city.publish_demo(plan("another"), code="AB3CD4")
    token = await city.open_form(other.code)
    assert (await city.send_form(token)).status_code == 422


async def test_a_token_of_another_house_is_not_taken(city: City) -> None:
    other = Settings(secret="another secret, also long enough to be one", address=city.address)
    token = sign_response_id(other.token_key, random_id(), CODE)
    assert (await city.send_form(token)).status_code == 422


async def test_a_code_is_read_as_people_type_it(city: City) -> None:
    page = await city.client.get("/q", params={"code": " st3-rk4 "})
    assert (page.status_code, page.headers["location"]) == (303, "/q/ST3RK4?lang=de")
    assert (await city.client.get("/q/st3rk4")).status_code == 200


async def test_an_unknown_code_is_not_found(city: City) -> None:
    for answer in [await city.client.get("/q/NN9NN9"), await city.client.post("/q/NN9NN9", data=ANSWERS)]:
        assert answer.status_code == 404
        assert "Diesen Code kennen wir nicht" in answer.text


async def test_a_closed_campaign_takes_no_response_and_leads_to_the_answer(city: City) -> None:
    closed = await city.publish_demo(plan("closed", opened_ago=timedelta(days=9), days=-2), code="AB3CD4")
    page = await city.client.get(f"/q/{closed.code}")
    assert page.status_code == 410
    assert "beendet" in page.text
    token = sign_response_id(city.parts.intake.token_key, random_id(), closed.code)
    assert (await city.send_form(token, code=closed.code)).status_code == 410
    assert await city.one(RECEIVED) == 0


async def test_a_form_opened_in_time_may_arrive_late(city: City) -> None:
    closed = await city.publish_demo(plan("late", opened_ago=timedelta(days=9), days=-0.5), code="AB3CD4")
    token = sign_response_id(city.parts.intake.token_key, random_id(), closed.code)
    assert (await city.send_form(token, code=closed.code)).status_code == 200


async def test_a_campaign_that_is_not_open_yet_says_when(city: City) -> None:
    early = await city.publish_demo(plan("early", opened_ago=timedelta(days=-3)), code="AB3CD4")
    page = await city.client.get(f"/q/{early.code}")
    assert page.status_code == 200
    assert "können Sie ab dem" in page.text


async def test_an_empty_form_is_no_response(city: City) -> None:
    page = await city.send_form(await city.open_form(), {})
    assert page.status_code == 422
    assert await city.one(RECEIVED) == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
)
async def test_a_form_on_another_site_may_not_send_here(city: City, headers: dict[str, str]) -> None:
    token = await city.open_form()
    answer = await city.client.post(f"/q/{CODE}", data={"token": token, **ANSWERS}, headers=headers)
    assert answer.status_code == 403
    assert await city.one(RECEIVED) == 0


async def test_the_own_form_may_send_with_and_without_fetch_metadata(city: City) -> None:
    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": city.address}, {}):
        token = await city.open_form()
        answer = await city.client.post(f"/q/{CODE}", data={"token": token, **ANSWERS}, headers=headers)
        assert answer.status_code == 200


async def test_no_cookie_is_set_and_only_the_empty_form_is_kept_for_the_way_back(city: City) -> None:
    pages = [await city.client.get(path) for path in ("/q", f"/q/{CODE}", "/q/NN9NN9")]
    pages.append(await city.send_form(await city.open_form()))
    for page in pages:
        assert "set-cookie" not in page.headers
        assert page.headers["cache-control"] == ("private, no-cache" if page is pages[1] else "no-store")
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
        assert page.headers["referrer-policy"] == "no-referrer"


async def test_a_body_that_is_too_large_is_refused_kindly(city: City) -> None:
    answer = await city.send_form(await city.open_form(), {"a-wish": "x" * 300_000})
    assert answer.status_code == 413
    assert "kürzen" in answer.text


async def test_a_body_that_is_no_text_is_refused(city: City) -> None:
    answer = await city.client.post(f"/q/{CODE}", content=b"a-wish=%ff%fe\xff")
    assert answer.status_code == 400


async def test_nothing_anybody_wrote_is_logged(city: City, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    receipt = await city.respond()
    assert WISH not in caplog.text
    assert receipt not in caplog.text


async def test_the_receipt_itself_is_stored_nowhere(city: City) -> None:
    receipt = await city.respond()
    await city.deliver_all()
    tables = [table.fullname for component in COMPONENTS for table in component.metadata.sorted_tables]
    for table in tables:
        assert await city.one(f"SELECT count(*) FROM {table} t WHERE t::text LIKE '%' || :r || '%'", r=receipt) == 0


async def test_a_new_version_of_the_questionnaire_is_shown_soon(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    await city.open_form()
    again = replace(plan(), title={"de": "Noch einmal", "tr": "Tekrar", "ar": "مرة أخرى"})
    await city.database("intake").run(lambda session: publish_campaign(session, again, QUESTIONNAIRE, now()))
    assert await city.one("SELECT max(version) FROM intake.questionnaire") == 2
    monkeypatch.setattr(shown, "FRESH_FOR", timedelta(0))
    assert "Noch einmal" in (await city.client.get(f"/q/{CODE}")).text


async def test_who_began_with_one_version_ends_with_it(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await city.client.get(f"/q/{CODE}")
    first = await city.one("SELECT id FROM intake.questionnaire")
    assert f'name="questionnaire" value="{first}"' in page.text
    fewer = replace(QUESTIONNAIRE, questions=QUESTIONNAIRE.questions[1:])
    await city.database("intake").run(lambda session: publish_campaign(session, plan(), fewer, now()))
    monkeypatch.setattr(shown, "FRESH_FOR", timedelta(0))
    unanswered = await city.send_form(token_of(page), {"questionnaire": str(first), "a-way": "foot"})
    assert unanswered.status_code == 422, "the first version asks for `informed`, the second no longer does"
    sent = await city.send_form(token_of(page), {"questionnaire": str(first), "a-way": "foot", "a-informed": "2"})
    assert sent.status_code == 200
    assert await city.one("SELECT questionnaire_id FROM intake.response") == first


@pytest.mark.parametrize("questionnaire", ["", "nonsense", "00000000-0000-0000-0000-000000000000"])
async def test_a_version_nobody_published_counts_as_the_newest(city: City, questionnaire: str) -> None:
    token = await city.open_form()
    sent = await city.send_form(token, {"questionnaire": questionnaire, "a-way": "foot", "a-informed": "2"})
    assert sent.status_code == 200


async def test_a_published_questionnaire_cannot_be_changed(city: City) -> None:
    with pytest.raises(Exception, match="published"):
        await city.all("UPDATE intake.questionnaire SET definition = '{}' RETURNING 1")


async def test_while_the_database_is_away_nothing_typed_is_lost(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    token = await city.open_form()

    async def away(*_: object, **__: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(city.database("intake"), "_insist", away)
    page = await city.send_form(token)
    assert page.status_code == 503
    assert WISH in page.text
    assert token_of(page) == token
    monkeypatch.undo()
    assert (await city.send_form(token)).status_code == 200
    assert await city.one(RECEIVED) == 1
