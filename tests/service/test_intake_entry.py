"""Sheets typed in by staff and facilitators: told with where they came from, never counted twice, and taken back."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest

from services.intake.domain.entry import MOST_WRONG, TAKE_BACK
from services.intake.operations.release_held import release_due
from services.intake.storage.tables import Pin
from shared.kit.clock import now
from tests.service.test_intake_passes import codes, make_pack
from tests.support.city import City, token_of
from tests.support.demo import ANSWERS, CODE, WISH
from tests.support.making import told
from tests.support.people import sign_in

DESK = f"/staff/entry/{CODE}"
STORED = "SELECT count(*) FROM intake.response"
HELD = "SELECT count(*) FROM intake.held"
PIN = "481516"


async def at_desk(city: City) -> None:
    await city.publish_demo()
    await sign_in(city, "ada", "editor")


async def enter(city: City, desk: str = DESK, **changes: Any) -> httpx.Response:
    """One sheet, as the page sends it."""
    page = await city.client.get(desk)
    assert page.status_code == 200, page.text
    sent = {"token": token_of(page), "lang": "de", "source": "paper", **ANSWERS, **changes}
    return await city.client.post(desk, data=sent)


async def five_minutes_later(city: City) -> int:
    later = now() + TAKE_BACK + timedelta(seconds=1)
    return await city.database("intake").run(lambda session: release_due(session, later))


def last_of(answer: httpx.Response) -> str:
    found = re.search("last=([0-9a-f-]{36})", answer.headers["location"])
    assert found
    return found[1]


@pytest.mark.parametrize("source", ["paper", "phone", "interview"])
async def test_a_sheet_is_told_with_where_it_came_from_once_nobody_took_it_back(city: City, source: str) -> None:
    await at_desk(city)
    answer = await enter(city, source=source, lang="tr")
    assert answer.status_code == 303
    assert await city.one(STORED) == 0
    assert await five_minutes_later(city) == 1
    assert await city.all("SELECT source, language FROM intake.response") == [(source, "tr")]
    payload = await city.one("SELECT payload FROM bus.message WHERE name = 'response.received.v1'")
    assert payload["source"] == source
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM analysis.response") == 1
    assert await city.one(HELD) == 0


async def test_what_a_participant_sends_is_told_as_such(city: City) -> None:
    await city.publish_demo()
    await city.respond()
    payload = await city.one("SELECT payload FROM bus.message WHERE name = 'response.received.v1'")
    assert payload["source"] == "form"


async def test_language_and_source_stay_for_the_next_sheet(city: City) -> None:
    await at_desk(city)
    answer = await enter(city, lang="ar", source="interview")
    page = await city.client.get(answer.headers["location"])
    assert '<html lang="ar" dir="rtl"' in page.text
    assert re.search('value="interview" checked', page.text)
    assert "Ein Bogen eingegeben" in told(page)


async def test_a_sheet_sent_twice_from_one_page_is_one(city: City) -> None:
    await at_desk(city)
    token = token_of(await city.client.get(DESK))
    sent = {"token": token, "lang": "de", "source": "paper", **ANSWERS}
    for _ in range(3):
        assert (await city.client.post(DESK, data=sent)).status_code == 303
    assert await city.one(HELD) == 1
    await five_minutes_later(city)
    assert (await city.client.post(DESK, data=sent)).status_code == 303
    assert await five_minutes_later(city) == 0
    assert await city.one(STORED) == 1


async def test_what_is_missing_on_paper_stays_missing(city: City) -> None:
    await at_desk(city)
    assert (await enter(city, **{"a-informed": ""})).status_code == 303
    await five_minutes_later(city)
    answers = await city.one("SELECT answers FROM intake.response")
    assert "informed" not in {one["question"] for one in answers}


async def test_a_sheet_that_cannot_be_read_comes_back_with_all_that_was_typed(city: City) -> None:
    await at_desk(city)
    answer = await enter(city, **{"a-street": "x" * 201})
    assert answer.status_code == 422
    assert WISH in answer.text
    assert '<a href="#a-street">' in answer.text
    empty = await enter(city, **dict.fromkeys(ANSWERS, ""))
    assert "noch keine Antwort" in told(empty)


async def test_the_same_sheet_again_is_asked_about_and_saved_if_it_is_another(city: City) -> None:
    await at_desk(city)
    await enter(city)
    again = await enter(city)
    assert again.status_code == 422
    assert "Genau so ein Bogen" in told(again)
    assert WISH in again.text
    sent = {"token": token_of(again), "lang": "de", "source": "paper", "go": "anyway", **ANSWERS}
    assert (await city.client.post(DESK, data=sent)).status_code == 303
    assert await city.one(HELD) == 2
    await five_minutes_later(city)
    assert (await enter(city)).status_code == 422, "also when the first is told already"


async def test_what_participants_send_is_no_double_of_a_sheet(city: City) -> None:
    await at_desk(city)
    await city.respond()
    assert (await enter(city)).status_code == 303


async def test_the_last_sheet_is_taken_back_and_nobody_ever_hears_of_it(city: City) -> None:
    await at_desk(city)
    last = last_of(await enter(city))
    answer = await city.client.post(f"{DESK}/back", data={"last": last, "lang": "de", "source": "paper"})
    assert answer.headers["location"].endswith("done=taken-back")
    assert await five_minutes_later(city) == 0
    assert await city.one(STORED) == 0
    assert await city.one("SELECT count(*) FROM bus.message WHERE subject = :id", id=last) == 0


async def test_after_five_minutes_it_is_too_late(city: City) -> None:
    await at_desk(city)
    last = last_of(await enter(city))
    await five_minutes_later(city)
    answer = await city.client.post(f"{DESK}/back", data={"last": last})
    assert answer.headers["location"].endswith("done=too-late")
    assert await city.one(STORED) == 1


async def test_a_call_is_given_the_receipt_and_it_opens_the_journey(city: City) -> None:
    await at_desk(city)
    page = await city.client.get((await enter(city, source="phone")).headers["location"])
    found = re.search(r"Beleg zum Vorlesen: <strong[^>]*>(\w{4}) (\w{4})<", page.text)
    assert found
    await five_minutes_later(city)
    await city.deliver_all()
    answer = await city.client.post("/receipt", data={"receipt": found[1] + found[2], "lang": "de"})
    assert answer.status_code in (200, 303)
    assert await city.one("SELECT count(*) FROM notify.journey") == 1


async def test_paper_with_a_pass_counts_once_whichever_comes_first(city: City) -> None:
    await make_pack(city)
    desk = "/staff/entry/" + await city.one("SELECT code FROM intake.channel WHERE by_pass")
    phone, paper, *_ = await codes(city)
    await city.respond(code=phone)
    late = await enter(city, desk, **{"pass": phone})
    assert "schon benutzt" in told(late)
    assert (await enter(city, desk, **{"pass": paper})).status_code == 303
    assert (await city.client.get(f"/q/{paper}")).status_code == 410
    await five_minutes_later(city)
    assert await city.one(STORED) == 2
    assert await city.one("SELECT count(*) FROM intake.pass WHERE state = 'used'") == 2


async def test_a_group_with_passes_takes_no_sheet_without_its_pass(city: City) -> None:
    await make_pack(city)
    desk = "/staff/entry/" + await city.one("SELECT code FROM intake.channel WHERE by_pass")
    assert "gehört zu jedem Bogen ein Zettel" in told(await enter(city, desk))
    assert "nicht" in told(await enter(city, desk, **{"pass": "AB3CD4EF5GH6"}))
    assert await city.one(HELD) == 0


async def test_a_sheet_that_is_taken_back_gives_its_pass_back(city: City) -> None:
    await make_pack(city)
    desk = "/staff/entry/" + await city.one("SELECT code FROM intake.channel WHERE by_pass")
    code = (await codes(city))[0]
    last = last_of(await enter(city, desk, **{"pass": code}))
    await city.client.post(f"{desk}/back", data={"last": last})
    assert (await city.client.get(f"/q/{code}")).status_code == 200
    await city.respond(code=code)
    assert await city.one(STORED) == 1


async def test_once_told_nothing_says_which_pass_a_sheet_had(city: City) -> None:
    await make_pack(city)
    desk = "/staff/entry/" + await city.one("SELECT code FROM intake.channel WHERE by_pass")
    await enter(city, desk, **{"pass": (await codes(city))[0]})
    await five_minutes_later(city)
    assert await city.one(HELD) == 0


async def test_facilitators_come_in_with_the_pin_and_without_an_account(city: City) -> None:
    await at_desk(city)
    assert (await city.client.post(f"{DESK}/pin", data={"pin": PIN})).status_code == 303
    city.client.cookies.clear()
    desk = f"/entry/{CODE}"
    assert "PIN" in told(await city.client.get(desk))
    assert (await city.client.post(desk, data={"lang": "de", **ANSWERS})).status_code == 200
    assert await city.one(HELD) == 0
    wrong = await city.client.post(f"{desk}/pin", data={"pin": "000000"})
    assert wrong.status_code == 403
    right = await city.client.post(f"{desk}/pin", data={"pin": PIN})
    cookie = right.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=strict", f"path={desk.lower()}"))
    assert (await enter(city, desk)).status_code == 303
    assert await city.one(HELD) == 1
    assert (await city.client.get(DESK)).status_code == 303, "staff pages stay closed"


async def test_a_new_pin_ends_what_the_old_one_opened(city: City) -> None:
    await at_desk(city)
    await city.client.post(f"{DESK}/pin", data={"pin": PIN})
    await city.client.post(f"/entry/{CODE}/pin", data={"pin": PIN})
    assert "token" in (await city.client.get(f"/entry/{CODE}")).text
    await city.client.post(f"{DESK}/pin", data={"pin": "231942"})
    assert 'name="token"' not in (await city.client.get(f"/entry/{CODE}")).text


async def test_a_pin_that_is_wrong_too_often_rests(city: City) -> None:
    await at_desk(city)
    await city.client.post(f"{DESK}/pin", data={"pin": PIN})
    for _ in range(MOST_WRONG):
        answer = await city.client.post(f"/entry/{CODE}/pin", data={"pin": "000000"})
    assert answer.status_code == 429
    assert (await city.client.post(f"/entry/{CODE}/pin", data={"pin": PIN})).status_code == 429
    await city.all("UPDATE intake.pin SET locked_until = now() - interval '1 second' RETURNING 1")
    assert (await city.client.post(f"/entry/{CODE}/pin", data={"pin": PIN})).status_code == 303


async def test_a_pin_is_kept_as_a_digest(city: City) -> None:
    await at_desk(city)
    assert (await city.client.post(f"{DESK}/pin", data={"pin": "12345"})).status_code == 422
    await city.client.post(f"{DESK}/pin", data={"pin": PIN})
    row = await city.one("SELECT row_to_json(p)::text FROM intake.pin p")
    assert PIN not in row
    assert Pin.digest.type.python_type is bytes


async def test_dots_are_counted_apart_from_responses(city: City) -> None:
    await at_desk(city)
    page = await city.client.get(f"{DESK}/tally")
    token = token_of(page)
    sent = {"token": token, "dots-way.foot": "12", "dots-way.bus": "", "dots-informed.5": "3"}
    for _ in range(2):
        assert (await city.client.post(f"{DESK}/tally", data=sent)).status_code == 303
    rows = await city.all("SELECT question, choice, dot_count FROM intake.tally ORDER BY 1, 2")
    assert rows == [("informed", "5", 3), ("way", "foot", 12)]
    assert await city.one(STORED) == 0
    assert "bisher 12" in told(await city.client.get(f"{DESK}/tally"))
    await city.client.post(f"{DESK}/tally", data={"go": "back"})
    assert await city.one("SELECT count(*) FROM intake.tally") == 0


async def test_dots_that_are_no_number_are_named_and_kept(city: City) -> None:
    await at_desk(city)
    token = token_of(await city.client.get(f"{DESK}/tally"))
    sent = {"token": token, "dots-way.foot": "viele", "dots-way.bus": "4"}
    answer = await city.client.post(f"{DESK}/tally", data=sent)
    assert answer.status_code == 422
    assert 'href="#dots-way.foot"' in answer.text
    assert 'value="4"' in answer.text


async def test_typing_in_is_for_editors_of_the_district(city: City) -> None:
    await city.publish_demo()
    await sign_in(city, "bob", "editor", "ost")
    assert (await city.client.get(DESK)).status_code == 403
    await sign_in(city, "eve", "reader")
    assert (await city.client.get(DESK)).status_code == 403


async def test_the_campaign_shows_dots_for_themselves(city: City) -> None:
    await at_desk(city)
    token = token_of(await city.client.get(f"{DESK}/tally"))
    await city.client.post(f"{DESK}/tally", data={"token": token, "dots-way.foot": "12"})
    campaign_id = await city.one("SELECT id FROM intake.campaign")
    page = told(await city.client.get(f"/staff/making/{campaign_id}/tallies"))
    assert "zu Fuß 12 mit dem Bus 0" in page
