"""Hearing facts: every response is kept once, assessed once, told once, in whatever order facts arrive."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select

from services.analysis.operations import tag_passages
from services.analysis.storage.dashboard import read_ledger
from services.analysis.storage.tables import Campaign, Channel
from services.analysis.tagger import Found, Passage, load_tagger
from services.intake.operations.publish_campaign import publish_campaign
from shared.contracts.responses import AnswerGiven, ResponseReceived
from shared.contracts.routes import ROUTES, publish
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.messaging.publish import name_of
from shared.kit.messaging.replay import replay
from shared.kit.messaging.tables import Delivery
from tests.support import demo
from tests.support.city import City

LATE = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."
CONSUMER = "analysis.assess_response"
STATES = "SELECT state, count(*) FROM analysis.assessment WHERE current GROUP BY state ORDER BY state"


class Slow:
    """A tagger that finds what it is told to, and not before `until`."""

    catalogue_version = 1

    def __init__(
        self, version: str = "slow-1", found: tuple[Found, ...] = (), until: threading.Event | None = None
    ) -> None:
        self.version, self.found, self.until = version, found, until

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Found, ...]]:
        assert self.until is None or self.until.wait(30), "nobody else was served"
        return [self.found for _ in passages]


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


async def _say(city: City, *texts: str) -> None:
    for text in texts:
        await city.respond({"a-informed": "2", "a-wish": text})


async def _replay(city: City) -> int:
    async with city.owner.transaction() as session:
        return await replay(session, name_of(ResponseReceived), CONSUMER, now() - timedelta(hours=1), now())


async def test_a_response_is_kept_read_and_told(city: City) -> None:
    campaign = await city.publish_demo()
    await _say(city, LATE)
    await city.deliver_all()
    assert await city.all(STATES) == [("tagged", 1)]
    assert await city.all("SELECT question, text FROM analysis.passage") == [("wish", LATE)]
    (told,) = await city.all("SELECT payload FROM bus.message WHERE name = 'response.assessed.v1'")
    assert told[0]["campaign_id"] == str(campaign.campaign_id)
    assert told[0]["touched"] == [{"standard": "early-information", "stance": "not_met", "passage_count": 1}]


async def test_a_response_told_again_is_not_assessed_again(city: City) -> None:
    await city.publish_demo()
    await _say(city, LATE, "Mehr Bäume!")
    await city.deliver_all()
    before = await city.all("SELECT id, assessment_id FROM analysis.tag")
    assert await _replay(city) == 2
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM analysis.assessment") == 2
    assert await city.one("SELECT count(*) FROM analysis.passage") == 2
    assert await city.all("SELECT id, assessment_id FROM analysis.tag") == before
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'response.assessed.v1'") == 2


async def test_two_deliveries_of_one_response_side_by_side_make_one_assessment(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    answer = AnswerGiven("wish", "long_text", text=LATE)
    message = ResponseReceived(random_id(), random_id(), random_id(), random_id(), "de", now(), (answer,))
    async with city.database("intake").transaction() as session:
        await publish(session, message, message)
    owed = [delivery_id for (delivery_id,) in await city.all("SELECT id FROM bus.delivery WHERE state = 'waiting'")]
    deliverer = city.deliverer("analysis")
    await asyncio.gather(*(deliverer.deliver(delivery_id) for delivery_id in owed))
    assert (
        await city.one("SELECT count(*) FROM bus.delivery WHERE consumer = :one AND state = 'done'", one=CONSUMER) == 2
    )
    assert await city.one("SELECT count(*) FROM analysis.assessment") == 1
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'response.assessed.v1'") == 1


async def test_a_response_may_be_heard_of_before_its_campaign_and_channel(city: City) -> None:
    campaign = await city.publish_demo()
    await _say(city, LATE)
    async with city.owner.transaction() as session:
        query = select(Delivery.id, Delivery.consumer).order_by(Delivery.consumer)
        owed = [(row.id, row.consumer) for row in await session.execute(query)]
    for delivery_id, consumer in owed:
        if consumer == CONSUMER:
            await city.deliverer("analysis").deliver(delivery_id)
    assert await city.all(STATES) == [("tagged", 1)]
    await city.deliver_all()
    async with city.database("analysis").transaction() as session:
        assert (await session.get_one(Campaign, campaign.campaign_id)).slug == campaign.slug
        assert (await session.scalars(select(Channel.code))).all() == [campaign.code]


async def test_the_newest_version_of_a_campaign_stands_even_when_an_older_one_is_told_again(city: City) -> None:
    await city.publish_demo(demo.plan())
    async with city.database("intake").transaction() as session:
        await publish_campaign(session, demo.plan(), demo.QUESTIONNAIRE, now())
    await city.deliver_all()
    async with city.owner.transaction() as session:
        await replay(session, "campaign.published.v1", "analysis.learn_campaign", now() - timedelta(hours=1), now())
    await city.deliver_all()
    assert await city.all("SELECT version FROM analysis.campaign") == [(2,)]
    assert await city.one("SELECT count(DISTINCT questionnaire_id) FROM analysis.question") == 2


async def test_a_new_version_of_the_tagger_reads_again_and_only_its_reading_is_current(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.publish_demo()
    await _say(city, LATE)
    await city.deliver_all()
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Slow("slow-2"))
    await _replay(city)
    await city.deliver_all()
    rows = await city.all("SELECT tagger_version, current, state FROM analysis.assessment ORDER BY assessed_at")
    assert rows == [("lexicon-1", False, "tagged"), ("slow-2", True, "off_topic")]


async def test_every_response_stands_in_the_ledger(city: City) -> None:
    campaign = await city.publish_demo()
    await _say(city, LATE, "Mehr Bäume!", "…")
    await city.respond({"a-informed": "5"})
    await city.deliver_all()
    async with city.database("analysis").transaction() as session:
        ledger = await read_ledger(session, campaign.campaign_id)
    assert (ledger.by_standard, ledger.by_topic, ledger.off_topic, ledger.unclear) == (1, 1, 0, 2)
    assert (ledger.tagged, ledger.excluded, ledger.waiting) == (2, 0, 0)
    assert ledger.received == await city.one("SELECT count(*) FROM intake.response")


async def test_a_response_that_was_never_read_is_waiting_and_not_missing(city: City) -> None:
    campaign = await city.publish_demo()
    await _say(city, LATE)
    await city.deliver_all()
    await city.all("DELETE FROM analysis.assessment RETURNING id")
    async with city.database("analysis").transaction() as session:
        ledger = await read_ledger(session, campaign.campaign_id)
    assert (ledger.waiting, ledger.assessed, ledger.received) == (1, 0, 1)


async def test_quotes_are_cut_out_of_their_passage_by_code_points(city: City) -> None:
    await city.publish_demo()
    await _say(city, f"🌳🌳 Grüße aus der Straße 👋🏽! {LATE}")
    await city.deliver_all()
    rows = await city.all(
        'SELECT text, start, "end", quote FROM analysis.tag t JOIN analysis.passage p ON p.id = t.passage_id'
    )
    assert rows
    assert all(text[start:end] == quote for text, start, end, quote in rows)


async def test_a_quote_out_of_place_goes_to_the_shelf_and_leaves_nothing(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Found("early-information", "not_met", 0, 4, "Was?", 0.9, 0.2, {})
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Slow(found=(found,)))
    await city.publish_demo()
    await _say(city, LATE)
    with pytest.raises(AssertionError, match="a quote is not where the tagger says"):
        await city.deliver_all()
    assert await city.one("SELECT count(*) FROM analysis.response") == 0
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'response.assessed.v1'") == 0


async def test_no_word_of_a_response_leaves_analysis(city: City) -> None:
    await city.publish_demo()
    await _say(city, LATE)
    await city.deliver_all()
    heard = await city.all(
        "SELECT payload::text FROM bus.message m JOIN bus.delivery d ON d.message_id = m.id "
        "WHERE consumer LIKE 'notify.%' OR m.name = 'response.assessed.v1'"
    )
    assert heard
    assert not [payload for (payload,) in heard if "Zeitung" in payload]


async def test_others_are_served_while_texts_are_read(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    served = threading.Event()
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Slow(until=served))
    reading = asyncio.create_task(tag_passages.tag_passages([Passage("1", LATE, "de")]))
    for _ in range(20):
        await asyncio.sleep(0.01)
    assert not reading.done()
    served.set()
    await reading


async def test_the_day_of_a_response_is_the_day_in_oberhausen(city: City) -> None:
    received = now().replace(year=2026, month=7, day=31, hour=22, minute=30)
    message = ResponseReceived(random_id(), random_id(), random_id(), random_id(), "de", received, ())
    async with city.database("intake").transaction() as session:
        await publish(session, message)
    await city.deliver_all()
    assert str(await city.one("SELECT day FROM analysis.response")) == "2026-08-01"


async def test_every_fact_analysis_is_owed_has_a_consumer_here() -> None:
    from services.analysis.actors import CONSUMERS

    owed = {(one, kind) for name, heard in ROUTES.consumers.items() for one in heard for kind in [ROUTES.kinds[name]]}
    assert {(one.name, one.kind) for one in CONSUMERS} == {pair for pair in owed if pair[0].startswith("analysis.")}
