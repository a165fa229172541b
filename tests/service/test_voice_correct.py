"""Correcting a response and adding to it: the newest stands everywhere, in whatever order it is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from services.analysis.operations import tag_passages
from services.analysis.operations.correct_response import correct_response
from services.intake.domain.corrections import MOST_REMARKS, MOST_SIGNS
from services.intake.web import shown
from shared.contracts.responses import ResponseCorrected
from shared.contracts.routes import ROUTES
from shared.kit.clock import now
from tests.service.test_analysis_review import KIND, LATE, Finds
from tests.support import demo
from tests.support.city import City
from tests.support.demo import ANSWERS
from tests.support.holder import Holder

NEW = {**ANSWERS, "a-wish": LATE}


@pytest.fixture
async def holder(city: City, monkeypatch: pytest.MonkeyPatch) -> Holder:
    """Somebody whose response is read."""
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())
    await city.publish_demo()
    receipt = await city.respond({**ANSWERS, "a-wish": KIND})
    await city.deliver_all()
    return Holder(city, receipt)


async def _texts(city: City) -> list[Any]:
    return [text for (text,) in await city.all("SELECT text FROM analysis.passage ORDER BY question")]


async def test_the_form_shows_all_that_was_answered(holder: Holder) -> None:
    page = await holder.post("answers")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert 'value="Bahnhofstraße"' in page.text
    assert KIND in page.text
    assert page.text.count(" checked") == 4
    assert 'action="/receipt/answers"' in page.text


async def test_the_newest_answers_stand_here_and_in_analysis(city: City, holder: Holder) -> None:
    page = await holder.correct(NEW)
    assert "Ihre Antworten sind geändert" in page.text
    await city.deliver_all()
    assert await _texts(city) == ["Bahnhofstraße", LATE]
    assert await city.one("SELECT revision FROM intake.response") == 2
    assert LATE in await city.one("SELECT answers::text FROM intake.response")
    assert LATE[:20] in (await holder.look()).text
    assert "Zuletzt von Ihnen geändert" in (await holder.look()).text


async def test_of_older_answers_only_the_when_and_the_where_is_kept(city: City, holder: Holder) -> None:
    await holder.correct(NEW)
    assert await city.all("SELECT number, questions FROM intake.response_revision") == [(2, ["wish"])]
    assert KIND not in await city.one("SELECT r::text FROM intake.response_revision r")


async def test_sending_what_is_there_already_changes_nothing(city: City, holder: Holder) -> None:
    await holder.correct(NEW)
    again = await holder.correct(NEW)
    assert "Es ist alles so geblieben" in again.text
    assert await city.one("SELECT revision FROM intake.response") == 2


async def test_a_text_that_stayed_keeps_its_place_and_what_people_decided(city: City, holder: Holder) -> None:
    before = await city.one("SELECT id FROM analysis.passage WHERE question = 'wish'")
    await holder.correct({**ANSWERS, "a-wish": KIND, "a-street": "Steinbrinkstraße"})
    await city.deliver_all()
    assert await city.one("SELECT id FROM analysis.passage WHERE question = 'wish'") == before
    assert await city.one("SELECT text FROM analysis.passage WHERE question = 'street'") == "Steinbrinkstraße"


async def test_it_is_read_as_a_new_revision_that_the_journey_tells(city: City, holder: Holder) -> None:
    before = await city.one("SELECT (touched->>'revision')::int FROM notify.journey")
    await holder.correct(NEW)
    await city.deliver_all()
    assert await city.one("SELECT (touched->>'revision')::int FROM notify.journey") > before
    assert await city.one("SELECT count(*) FROM analysis.assessment WHERE current") == 1


async def test_mistakes_are_shown_with_all_that_was_typed(city: City, holder: Holder) -> None:
    page = await holder.correct({**NEW, "a-informed": ""})
    assert page.status_code == 422
    assert 'href="#a-informed"' in page.text
    assert LATE in page.text
    assert await city.one("SELECT revision FROM intake.response") == 1


async def test_another_language_keeps_what_was_typed(holder: Holder) -> None:
    page = await holder.post("answers", questionnaire="", switch="tr", **{**NEW, "a-street": "Neue Straße"})
    assert 'lang="tr"' in page.text
    assert "Neue Straße" in page.text


async def test_after_the_campaign_answers_are_shown_and_remarks_are_taken(
    city: City, holder: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "FRESH_FOR", timedelta(0))
    over = "opens_at = now() - interval '9 days', closes_at = now() - interval '2 days'"
    await city.all(f"UPDATE intake.campaign SET {over} RETURNING 1")
    page = await holder.correct(NEW)
    assert "beendet" in page.text
    assert KIND in page.text
    assert await city.one("SELECT revision FROM intake.response") == 1
    assert "Ihr Text ist angekommen" in (await holder.remark("Noch etwas.")).text
    assert "Noch etwas." in (await holder.post("answers")).text


async def test_a_remark_is_read_like_an_answer_and_shown_back(city: City, holder: Holder) -> None:
    assert (await holder.remark(LATE)).status_code == 200
    await city.deliver_all()
    assert LATE in await _texts(city)
    assert LATE in (await holder.look()).text


async def test_a_second_tap_adds_no_second_remark(city: City, holder: Holder) -> None:
    first = await holder.remark("Einmal.")
    tapped = first.request.content.decode()
    headers = {"content-type": "application/x-www-form-urlencoded"}
    await city.client.post("/receipt/remark", content=tapped, headers=headers)
    assert await city.one("SELECT count(*) FROM intake.remark") == 1


@pytest.mark.parametrize(
    ("text", "words"), [("  \n ", "Bitte schreiben Sie etwas"), ("x" * (MOST_SIGNS + 1), "es sind 2.001")]
)
async def test_a_remark_that_cannot_be_taken_stays_in_the_field(holder: Holder, text: str, words: str) -> None:
    page = await holder.remark(text)
    assert page.status_code == 422
    assert words in page.text
    assert text.strip() in page.text


async def test_there_is_room_for_so_many_remarks(city: City, holder: Holder) -> None:
    for number in range(MOST_REMARKS):
        await holder.remark(f"Nummer {number}")
    page = await holder.remark("Einer zu viel")
    assert page.status_code == 422
    assert "Einer zu viel" in page.text
    assert await city.one("SELECT count(*) FROM intake.remark") == MOST_REMARKS


async def test_an_older_correction_that_arrives_later_changes_nothing(city: City, holder: Holder) -> None:
    await holder.correct(NEW)
    await holder.remark("Später dazu.")
    payloads = await city.all(
        "SELECT payload FROM bus.message WHERE name = 'response.corrected.v1' ORDER BY published_at"
    )
    older, newer = (ROUTES.read("response.corrected.v1", payload) for (payload,) in payloads)
    for fact in (newer, older, newer):
        assert isinstance(fact, ResponseCorrected)
        async with city.database("analysis").transaction() as session:
            await correct_response(session, fact, now())
    assert sorted(await _texts(city)) == sorted(["Bahnhofstraße", LATE, "Später dazu."])
    await city.deliver_all()
    assert sorted(await _texts(city)) == sorted(["Bahnhofstraße", LATE, "Später dazu."])


async def test_a_correction_may_arrive_before_what_it_corrects(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())
    await city.publish_demo()
    holder = Holder(city, await city.respond({**ANSWERS, "a-wish": KIND}))
    await holder.correct(NEW)
    ((payload,),) = await city.all("SELECT payload FROM bus.message WHERE name = 'response.corrected.v1'")
    fact = msgspec.convert(payload, ResponseCorrected)
    await city.database("analysis").run(lambda session: correct_response(session, fact, now()))
    await city.deliver_all()
    assert await _texts(city) == ["Bahnhofstraße", LATE]
    assert await city.one("SELECT count(*) FROM analysis.assessment") == 1


async def test_a_form_sent_again_does_not_take_a_correction_back(city: City) -> None:
    await city.publish_demo()
    token = await city.open_form()
    await city.send_form(token)
    receipt = (await city.send_form(token)).text
    holder = Holder(city, receipt.split('name="receipt" value="')[1][:8])
    await holder.correct(NEW)
    await city.send_form(token, demo.ANSWERS)
    assert LATE in await city.one("SELECT answers::text FROM intake.response")
