"""A review is told on: the page behind the receipt shows what counts now, whatever arrives late or twice."""

from __future__ import annotations

import random
import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import msgspec
import pytest

from services.analysis.operations import tag_passages
from services.notify.operations.report_assessment import report_assessment
from shared.contracts.assessments import ResponseAssessed, StandardTouched
from shared.contracts.routes import ROUTES
from shared.kit.clock import now
from tests.service.test_analysis_review import KIND, LATE, QUEUE, Finds, _decide
from tests.support.city import City
from tests.support.people import sign_in
from tests.support.voice import CAMPAIGN, Voice

TOLD = "SELECT payload FROM bus.message WHERE name = 'response.assessed.v1' ORDER BY (payload->>'revision')::int"


@pytest.fixture(autouse=True)
def _finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())


async def _receive(city: City, text: str) -> str:
    await city.publish_demo()
    receipt = await city.respond({"a-informed": "2", "a-wish": text})
    await city.deliver_all()
    return receipt


async def _journey(city: City, receipt: str) -> str:
    answer = await city.client.post("/receipt", data={"receipt": receipt, "language": "de"})
    assert answer.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text.split("<main", 1)[1])).split())


async def test_the_page_behind_the_receipt_follows_every_decision(city: City) -> None:
    receipt = await _receive(city, LATE)
    assert "Frühzeitige Information" in await _journey(city, receipt)
    await sign_in(city, "eda", "editor")
    await _decide(city, "reject")
    await city.deliver_all()
    assert "Frühzeitige Information" not in await _journey(city, receipt)
    review = await city.one("SELECT id FROM analysis.review")
    await city.client.post(f"{QUEUE}/decisions/{review}/undo")
    await city.deliver_all()
    assert "Frühzeitige Information" in await _journey(city, receipt)
    passage = await city.one("SELECT id FROM analysis.passage")
    more = {"standard": "respect-fairness", "stance": "met", "mark": "0-3"}
    await _decide(city, "add", f"{QUEUE}?passage={passage}", **more, first="1", last="3")
    await _decide(city, "change", f"{QUEUE}?passage={passage}", **{**more, "mark": "own"}, first="1", last="3")
    await city.deliver_all()
    assert "Respekt" in await _journey(city, receipt)


async def test_a_second_tap_tells_nothing_again(city: City) -> None:
    await _receive(city, LATE)
    await sign_in(city, "eda", "editor")
    page = (await city.client.get(QUEUE)).text.split('class="decide', 1)[1].split("</form>")[0]
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    for _ in range(3):
        await city.client.post(QUEUE, data={**fields, "act": "accept"})
    review = await city.one("SELECT id FROM analysis.review")
    for _ in range(2):
        await city.client.post(f"{QUEUE}/decisions/{review}/undo")
    told = [payload for (payload,) in await city.all(TOLD)]
    assert [one["revision"] for one in told] == [1, 2, 3]
    assert len({one["assessed_at"] for one in told}) == 1, "when it was read stays when it was read"


@pytest.mark.parametrize("seed", range(3))
async def test_what_was_told_last_stands_in_whatever_order_it_arrives(city: City, seed: int) -> None:
    receipt = await _receive(city, f"{KIND} {LATE}")
    await sign_in(city, "eda", "editor")
    await _decide(city, "reject")
    await _decide(city, "reject")
    assert await city.one("SELECT revision FROM analysis.response") == 3
    await city.deliver_all()
    told = [ROUTES.read("response.assessed.v1", payload) for (payload,) in await city.all(TOLD)]
    draw = random.Random(seed)
    late = draw.sample(told * 2, 2 * len(told))
    async with city.owner.transaction() as session:
        await ROUTES.publish(session, *late)
    await city.deliver_all()
    seen = await _journey(city, receipt)
    assert "Frühzeitige Information" not in seen
    assert "Respekt" not in seen


async def test_messages_from_before_revisions_are_ordered_by_their_time_and_come_first(city: City) -> None:
    voice, at = Voice(city), now()
    await voice.publish()
    await voice.issue()
    await voice.assess("early-information", at)
    await voice.assess("respect-fairness", at - timedelta(minutes=1))
    assert "Frühzeitige Information" in (await voice.look()).text
    await city.all("UPDATE notify.journey SET touched = touched->'standards' RETURNING 1")
    assert "Frühzeitige Information" in (await voice.look()).text, "rows from then are still read"
    await _tell(city, voice, 1, "respect-fairness")
    assert "Frühzeitige Information" not in (await voice.look()).text
    await voice.assess("early-information", at + timedelta(minutes=1))
    assert "Frühzeitige Information" not in (await voice.look()).text, "a revision comes after what had none"


async def _tell(city: City, voice: Voice, revision: int, standard: str) -> None:
    touched = (StandardTouched(standard, "met", 1),)
    fact = ResponseAssessed(voice.response_id, CAMPAIGN, now() - timedelta(days=1), 1, "rules", touched, revision)
    await city.database("notify").run(lambda session: report_assessment(session, voice.settings, fact, now()))


def test_a_message_without_a_revision_is_still_read() -> None:
    message = ResponseAssessed(UUID(int=1), UUID(int=2), now(), 1, "rules", ())
    old = msgspec.json.decode(msgspec.json.encode(message))
    del old["revision"]
    assert ROUTES.read("response.assessed.v1", old) == message
