"""Taking a response back: nothing of it is left anywhere, and that there was one stays counted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import msgspec
import pytest
import redis.asyncio

from deploy.check import check
from services.analysis.operations import tag_passages
from services.analysis.operations.assess_response import assess_response
from services.analysis.operations.erase_response import erase_response
from services.analysis.operations.export_reviews import export_reviews
from services.analysis.storage.dashboard import read_ledger
from services.analysis.tagger import Found
from services.notify.operations.report_assessment import report_assessment
from shared.contracts.assessments import ResponseAssessed
from shared.contracts.responses import ResponseErased, ResponseReceived
from shared.kit.clock import now
from shared.kit.messaging.replay import replay
from tests.support.city import City
from tests.support.demo import ANSWERS
from tests.support.holder import MARK, Holder
from tests.support.people import hire
from tests.support.voice import letters, token_in

TEXT = f"Die {MARK} am Markt ist kaputt, und niemand hat uns gefragt."
#: Every table of every schema, whichever are added.
TABLES = """
    SELECT table_schema || '.' || table_name FROM information_schema.tables
    WHERE table_schema IN ('bus', 'staff', 'intake', 'analysis', 'notify') AND table_type = 'BASE TABLE'
"""


class Quotes:
    """Finds the mark, and quotes it in the tag and in the reason for it."""

    version = "quotes"
    catalogue_version = 1

    def tag(self, passages: Any) -> list[tuple[Found, ...]]:
        return [tuple(self._found(one.text)) for one in passages]

    def _found(self, text: str) -> Any:
        if MARK in text:
            start = text.index(MARK)
            reason: Any = {"words": [MARK]}
            yield Found("early-information", "not_met", start, start + len(MARK), MARK, 0.9, 0.1, reason)


async def _found_in(city: City, mark: str = MARK) -> list[str]:
    """The tables in which the mark stands, as text or in bytes."""
    found = []
    for (table,) in await city.all(TABLES):
        query = f"SELECT count(*) FROM {table} AS row_of WHERE row_of::text ILIKE :mark OR row_of::text LIKE :hex"
        if await city.one(query, mark=f"%{mark}%", hex=f"%{mark.encode().hex()}%"):
            found.append(table)
    return found


@pytest.fixture
async def holder(city: City, monkeypatch: pytest.MonkeyPatch) -> Holder:
    """Somebody whose words have gone wherever words can go: bus, tags, reviews, themes, an address, letters."""
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Quotes())
    await city.publish_demo()
    token = await city.open_form()
    await city.client.post(
        "/q/ST3RK4", data={"token": token, "language": "de", "go": "save", **ANSWERS, "a-wish": TEXT}
    )
    page = await city.send_form(token, {**ANSWERS, "a-wish": TEXT})
    held = Holder(city, page.text.split('name="receipt" value="')[1][:8])
    await city.deliver_all()
    await held.remark(f"Und noch einmal die {MARK}.")
    await city.deliver_all()
    await _decide(city)
    fields = {"receipt": held.receipt, "proof": held.proof, "language": "de", "address": "anna@example.org"}
    await city.client.post("/receipt/subscribe", data=fields)
    await city.deliver_all()
    await city.client.post(f"/subscription/{token_in(letters(city)[-1])}", data={"language": "de"})
    await city.deliver_all()
    return held


async def _decide(city: City) -> None:
    """A review of every passage, and a theme that has one of them and a word of it."""
    account_id = await hire(city, "ruth", "editor")
    await city.all(
        """
        INSERT INTO analysis.review (id, campaign_id, passage_id, claimed_standard, claimed_stance, verdict, standard,
            stance, start, "end", by, at)
        SELECT gen_random_uuid(), r.campaign_id, t.passage_id, t.standard, t.stance, 'accepted', t.standard, t.stance,
            t.start, t."end", :by, now()
        FROM analysis.tag t JOIN analysis.assessment a ON a.id = t.assessment_id
        JOIN analysis.response r ON r.id = a.response_id RETURNING 1
        """,
        by=account_id,
    )
    await city.all(
        """
        WITH made AS (
            INSERT INTO analysis.theme (id, campaign_id, state, name, words, model_version, centroid, reach,
                proposed_at)
            SELECT gen_random_uuid(), id, 'proposed', '', CAST(:words AS jsonb), 'v', '', 0.5, now()
            FROM analysis.campaign RETURNING id)
        INSERT INTO analysis.theme_passage (theme_id, passage_id, state, likeness)
        SELECT made.id, p.id, 'member', 0.9 FROM made, analysis.passage p WHERE p.text LIKE :mark RETURNING 1
        """,
        words=msgspec.json.encode([MARK.lower()]).decode(),
        mark=f"%{MARK}%",
    )


async def test_before_it_the_words_stand_where_the_test_looks(city: City, holder: Holder) -> None:
    found = set(await _found_in(city))
    assert {
        "bus.message",
        "intake.response",
        "intake.remark",
        "analysis.passage",
        "analysis.tag",
        "analysis.theme",
    } <= found
    assert [one async for one in _exported(city)]
    assert MARK in (await holder.look()).text


async def test_afterwards_nothing_is_left_in_any_table_in_redis_in_logs_or_in_letters(
    city: City, holder: Holder, caplog: pytest.LogCaptureFixture
) -> None:
    assert "zurückgezogen" in (await holder.withdraw()).text
    await city.deliver_all()
    assert await _found_in(city) == []
    assert MARK not in caplog.text
    assert all(MARK.encode() not in file.read_bytes() for file in city.folder.rglob("*") if file.is_file())
    assert await _in_redis(city.redis_url) == []
    assert [one async for one in _exported(city)] == []
    assert (await check(city.parts)).good


async def _exported(city: City) -> AsyncIterator[Any]:
    async with city.database("analysis").transaction() as session:
        async for one in export_reviews(session):
            yield one


async def _in_redis(url: str) -> list[bytes]:
    client = redis.asyncio.from_url(url)
    try:
        dumped = {key: await client.dump(key) async for key in client.scan_iter()}
    finally:
        await client.aclose()
    return [key for key, value in dumped.items() if MARK.encode() in key + (value or b"")]


async def test_at_once_nothing_is_left_at_intake_and_on_the_bus(city: City, holder: Holder) -> None:
    await holder.withdraw()
    assert [table for table in await _found_in(city) if not table.startswith("analysis.")] == []


async def test_it_is_asked_before_it_is_done(city: City, holder: Holder) -> None:
    page = await holder.post("withdraw")
    assert "Ja, zurückziehen und löschen" in page.text
    assert await city.one("SELECT withdrawn_at FROM intake.response") is None


async def test_it_stays_counted_as_withdrawn(city: City, holder: Holder) -> None:
    await city.respond()
    await holder.withdraw()
    await city.deliver_all()
    campaign_id = await city.one("SELECT id FROM analysis.campaign")
    ledger = await city.database("analysis").run(lambda session: read_ledger(session, campaign_id))
    assert (ledger.received, ledger.withdrawn, ledger.waiting) == (2, 1, 0)


async def test_the_page_says_so_at_once_and_offers_nothing_more(city: City, holder: Holder) -> None:
    await holder.withdraw()
    for _ in range(2):
        page = await holder.look()
        assert page.status_code == 200
        assert "Dieser Beitrag ist zurückgezogen" in page.text
        assert "/receipt/withdraw" not in page.text
        await city.deliver_all()


async def test_the_address_goes_with_it(city: City, holder: Holder) -> None:
    await holder.withdraw()
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM notify.contact") == 0
    assert await city.one("SELECT state FROM notify.subscription") == "ended"


@pytest.mark.parametrize("action", ["answers", "remark", "withdraw"])
async def test_whatever_is_sent_afterwards_brings_nothing_back(city: City, holder: Holder, action: str) -> None:
    await holder.withdraw()
    page = await holder.post(
        action, go={"answers": "save", "remark": "send"}.get(action, "withdraw"), text=TEXT, **ANSWERS
    )
    assert "zurückgezogen" in page.text
    await city.deliver_all()
    assert await _found_in(city) == []
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'response.erased.v1'") == 1


async def test_the_form_sent_again_brings_nothing_back(city: City) -> None:
    await city.publish_demo()
    token = await city.open_form()
    page = await city.send_form(token, {**ANSWERS, "a-wish": TEXT})
    await Holder(city, page.text.split('name="receipt" value="')[1][:8]).withdraw()
    await city.send_form(token, {**ANSWERS, "a-wish": TEXT})
    await city.deliver_all()
    assert await _found_in(city) == []


async def test_what_is_still_owed_and_what_is_replayed_does_nothing(city: City) -> None:
    await city.publish_demo()
    holder = Holder(city, await city.respond({**ANSWERS, "a-wish": TEXT}))
    await holder.withdraw()
    await city.deliver_all()
    for name, consumer in (
        ("response.received.v1", "analysis.assess_response"),
        ("receipt.issued.v1", "notify.open_journey"),
    ):
        async with city.owner.transaction() as session:
            await replay(session, name, consumer, now().replace(year=2000), now())
    assert await city.deliver_all() == 2
    assert await _found_in(city) == []
    assert "zurückgezogen" in (await holder.look()).text


async def test_a_worker_that_has_read_the_message_already_is_undone_or_stopped(city: City) -> None:
    """Analysis hears of the withdrawal before, or after, what it had in its hands."""
    await city.publish_demo()
    holder = Holder(city, await city.respond({**ANSWERS, "a-wish": TEXT}))
    ((payload,),) = await city.all("SELECT payload FROM bus.message WHERE name = 'response.received.v1'")
    received = msgspec.convert(payload, ResponseReceived)
    await holder.withdraw()
    ((payload,),) = await city.all("SELECT payload FROM bus.message WHERE name = 'response.erased.v1'")
    erased = msgspec.convert(payload, ResponseErased)
    analysis = city.database("analysis")
    for _ in range(2):
        await asyncio.gather(
            analysis.run(lambda session: assess_response(session, received, now())),
            analysis.run(lambda session: erase_response(session, erased)),
        )
        assert await _found_in(city) == []
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM analysis.response WHERE withdrawn_at IS NOT NULL") == 1


async def test_an_assessment_that_arrives_later_does_not_bring_the_journey_back(city: City, holder: Holder) -> None:
    response_id: UUID = await city.one("SELECT id FROM intake.response")
    campaign_id: UUID = await city.one("SELECT id FROM intake.campaign")
    await holder.withdraw()
    await city.deliver_all()
    late = ResponseAssessed(response_id, campaign_id, now(), 1, "late", (), revision=99)
    await city.database("notify").run(lambda session: report_assessment(session, city.parts.notify, late, now()))
    assert await city.all("SELECT touched, assessed_at FROM notify.journey") == [(None, None)]
