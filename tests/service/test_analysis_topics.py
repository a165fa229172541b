"""Topics: read with every response, kept once per version, counted in the ledger, shown with what may be shown."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest

from services.analysis.operations import keep_topics, tag_passages
from services.analysis.results.operations.fold_figures import fold_campaign, fold_due
from services.analysis.results.storage.figures import read_figures
from services.analysis.storage.dashboard import read_ledger
from services.analysis.storage.topics import quotes_of_topic
from services.analysis.tagger import load_tagger
from services.analysis.tagger.topic_catalogue import load_topics
from services.analysis.tagger.topics import TopicTagger
from shared.contracts.responses import ResponseReceived
from shared.kit.clock import now
from shared.kit.messaging.publish import name_of
from shared.kit.messaging.replay import replay
from tests.support.city import City
from tests.support.people import sign_in

LATE = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."
SWINGS = "Der Spielplatz braucht neue Schaukeln."
RENT = "Die Mieten sind viel zu hoch, wir finden keine Wohnung."
PAGE = "/staff/campaigns/sterkrade-2026"


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


async def _say(city: City, *texts: str) -> None:
    for text in texts:
        await city.respond({"a-informed": "2", "a-wish": text})
    await city.deliver_all()


async def _read_again(city: City) -> None:
    async with city.owner.transaction() as session:
        await replay(session, name_of(ResponseReceived), "analysis.assess_response", now() - timedelta(hours=1), now())
    await city.deliver_all()


def _versioned(version: str) -> TopicTagger:
    tagger = TopicTagger(load_topics())
    tagger.version = version
    return tagger


async def _see(city: City, path: str) -> str:
    answer = await city.client.get(path)
    assert answer.status_code == 200, answer.text
    main = answer.text.split("<main", 1)[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


async def test_a_wish_about_no_standard_is_kept_with_its_topic_and_told(city: City) -> None:
    campaign = await city.publish_demo()
    await _say(city, LATE, SWINGS, "Mfg")
    async with city.database("analysis").transaction() as session:
        ledger = await read_ledger(session, campaign.campaign_id)
    assert (ledger.by_standard, ledger.by_topic, ledger.off_topic) == (1, 1, 1)
    assert ledger.received == 3 == ledger.tagged + ledger.unclear + ledger.off_topic + ledger.excluded
    rows = await city.all(
        'SELECT t.topic, substr(text, start + 1, "end" - start) FROM analysis.topic_tag t '
        "JOIN analysis.passage p ON p.id = t.passage_id WHERE text = :text",
        text=SWINGS,
    )
    assert rows == [("play", SWINGS[:-1])] or rows == [("play", SWINGS)]
    told = await city.all("SELECT payload->'topics' FROM bus.message WHERE name = 'response.assessed.v1'")
    assert ["play"] in [topics for (topics,) in told]


async def test_topics_are_bound_to_the_versions_that_found_them(city: City) -> None:
    await city.publish_demo()
    await _say(city, SWINGS)
    rows = await city.all("SELECT model_version, catalogue_version FROM analysis.topic_reading")
    assert rows == [(TopicTagger(load_topics()).version, load_topics().version)]


async def test_a_response_told_again_keeps_its_topics_and_tells_nothing_new(city: City) -> None:
    await city.publish_demo()
    await _say(city, SWINGS)
    before = await city.all("SELECT passage_id, topic, confidence FROM analysis.topic_tag")
    await _read_again(city)
    assert await city.all("SELECT passage_id, topic, confidence FROM analysis.topic_tag") == before
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'response.assessed.v1'") == 1


async def test_a_newer_model_reads_again_and_an_older_one_left_behind_changes_nothing(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.publish_demo()
    await _say(city, SWINGS)
    monkeypatch.setattr(keep_topics, "load_topic_tagger", lambda: _versioned("topics-2999-01-a"))
    await _read_again(city)
    assert await city.one("SELECT model_version FROM analysis.topic_reading") == "topics-2999-01-a"
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'response.assessed.v1'") == 2
    monkeypatch.setattr(keep_topics, "load_topic_tagger", lambda: _versioned("topics-2000-01-a"))
    await _read_again(city)
    assert await city.one("SELECT model_version FROM analysis.topic_reading") == "topics-2999-01-a"
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'response.assessed.v1'") == 2


async def test_topics_count_people_in_fives(city: City) -> None:
    campaign = await city.publish_demo()
    await _say(city, *[SWINGS] * 8, *[RENT] * 2)
    async with city.database("analysis").transaction() as session:
        await fold_campaign(session, campaign.campaign_id)
        found = (await read_figures(session, campaign.campaign_id)).breakdown("topic")
    by_topic = {cell.key: cell.count for cell in found.cells}
    assert by_topic["play"] in (5, 10)
    assert by_topic["housing"] == 0, "two people look like nobody"


async def test_a_quote_is_masked_and_a_held_text_is_not_shown(city: City) -> None:
    campaign = await city.publish_demo()
    await _say(city, f"{SWINGS} Rufen Sie mich an: 0208 1234567.", f"{SWINGS} Ich bring mich um.")
    async with city.database("analysis").transaction() as session:
        quotes = await quotes_of_topic(session, campaign.campaign_id, "play", 1)
    assert len(quotes) == 1
    assert "1234567" not in quotes[0].before + quotes[0].text + quotes[0].after
    assert "Spielplatz" in quotes[0].text


async def test_the_dashboard_leads_from_a_topic_to_its_quotes(city: City) -> None:
    await city.publish_demo()
    await _say(city, *[SWINGS] * 6, RENT)
    await fold_due(city.database("analysis"))
    await sign_in(city, "ada", "reader", "sterkrade-mitte")
    seen = await _see(city, PAGE)
    assert re.search(r"Spielplätze \d*[05] (?!\d+ %)", seen.replace("\xa0", " ")), "of so few no share is told"
    assert "Nur mit Thema" in seen
    shown = await _see(city, f"{PAGE}/topics/play")
    assert SWINGS in shown.replace(" .", ".")
    assert RENT not in shown


async def test_a_topic_that_is_not_in_the_catalogue_has_no_page(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "ada", "reader", "sterkrade-mitte")
    assert (await city.client.get(f"{PAGE}/topics/dragons")).status_code == 404


async def test_topics_of_another_district_are_not_shown(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "bob", "reader", "ost")
    assert (await city.client.get(f"{PAGE}/topics/play")).status_code == 403
    assert (await city.client.get(f"{PAGE}/themes")).status_code == 403
