"""Staff's pages: what is counted is shown, to those who may see it, and kept fresh."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from html import unescape
from uuid import UUID

import pytest

from services.analysis.operations import tag_passages
from services.analysis.tagger import load_tagger
from services.analysis.web.live import Pulse
from shared.kit.ids import ordered_id
from tests.support.city import City
from tests.support.people import sign_in

LATE = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."
PAGE = "/staff/campaigns/sterkrade-2026"


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


@pytest.fixture
async def campaign(city: City) -> UUID:
    """The demo campaign with three responses that were read."""
    made = await city.publish_demo()
    for number, text in enumerate((LATE, "Mehr Bäume!", LATE)):
        await city.respond({"a-informed": str(number + 1), "a-places": ["market", "park"], "a-wish": text})
    await city.deliver_all()
    return made.campaign_id


async def _see(city: City, path: str) -> str:
    """The page's text as a person reads it, without markup."""
    answer = await city.client.get(path)
    assert answer.status_code == 200, answer.text
    main = answer.text.split("<main", 1)[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


async def _shelve(city: City, count: int = 1) -> list[UUID]:
    """Deliveries on the shelf, made by hand."""
    ids = [ordered_id() for _ in range(count)]
    for delivery_id in ids:
        await city.all(
            "WITH m AS (INSERT INTO bus.message (id, name, payload, published_at) "
            "VALUES (:id, 'response.assessed.v1', '{}', now()) RETURNING id) "
            "INSERT INTO bus.delivery (id, message_id, consumer, state, next_at, last_error, attempt_count) "
            "SELECT :id, id, 'notify.report_assessment', 'shelved', now(), 'KeyError at a.py:1', 8 FROM m RETURNING id",
            id=delivery_id,
        )
    return ids


@pytest.mark.parametrize("path", ["/staff", PAGE, f"{PAGE}/live", f"{PAGE}/standards/early-information"])
async def test_nobody_sees_anything_without_signing_in(city: City, campaign: UUID, path: str) -> None:
    answer = await city.client.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/staff/sign-in")


async def test_the_start_page_lists_campaigns_of_ones_own_districts(city: City, campaign: UUID) -> None:
    await sign_in(city, "ada", "reader", "sterkrade-mitte")
    seen = await _see(city, "/staff")
    assert "Sterkrade-Mitte" in seen
    assert "Mitreden in Sterkrade 3 Beiträge" in seen


async def test_a_campaign_of_another_district_is_neither_listed_nor_shown(city: City, campaign: UUID) -> None:
    await sign_in(city, "ost", "lead", "ost")
    assert "noch keine Beteiligung" in await _see(city, "/staff")
    for path in (PAGE, f"{PAGE}/live", f"{PAGE}/standards/early-information"):
        assert (await city.client.get(path)).status_code == 403


async def test_a_campaign_that_does_not_exist_is_not_found(city: City) -> None:
    await sign_in(city, "ada")
    assert (await city.client.get("/staff/campaigns/nowhere")).status_code == 404
    assert (await city.client.get(f"{PAGE}/standards/punctuality")).status_code == 404


async def test_the_dashboard_shows_what_was_counted(city: City, campaign: UUID) -> None:
    await sign_in(city, "ada")
    seen = await _see(city, PAGE)
    assert "3 eingegangen" in seen
    assert "2 mit Bezug zu Mindest\u00adstandards" in seen
    untouched = seen.split("oder von weniger als fünf Personen:")[1]
    assert "Frühzeitige Information" in untouched, "two of three people look like nobody"
    assert "Noch sind keine fünf Beiträge beisammen" in seen, "three people are not told"
    assert "eingegangen 3" in seen, "the ledger's sum"
    assert "/staff/channels/ST3RK4" in (await city.client.get(PAGE)).text


async def test_a_campaign_without_responses_is_shown_kindly(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "ada")
    seen = await _see(city, PAGE)
    assert "0 eingegangen" in seen
    assert "Noch ist kein Beitrag eingegangen." in seen


async def test_what_people_wrote_cannot_act_on_the_page(city: City) -> None:
    await city.publish_demo()
    await city.respond({"a-informed": "1", "a-wish": f"<script>alert(1)</script> {LATE}"})
    await city.deliver_all()
    await sign_in(city, "ada")
    for path in (PAGE, f"{PAGE}/standards/early-information"):
        answer = await city.client.get(path)
        assert "<script>alert" not in answer.text
        assert ("&lt;script&gt;alert" in answer.text) == path.endswith("information"), "one alone is in no list"
        assert "style=" not in answer.text, "the policy would ignore it"


async def test_a_standards_page_shows_quotes_by_stance(city: City, campaign: UUID) -> None:
    await sign_in(city, "ada")
    path = f"{PAGE}/standards/early-information"
    assert (await _see(city, path)).count("✕ nicht erfüllt maschinell") == 2
    assert "Dazu gibt es kein Zitat." in await _see(city, f"{path}?stance=met")
    assert (await _see(city, f"{path}?stance=nonsense&page=-1")).count("✕ nicht erfüllt maschinell") == 2


async def test_the_shelf_is_listed_with_names_for_people(city: City) -> None:
    await _shelve(city)
    await sign_in(city, "ada", "reader")
    seen = await _see(city, "/staff/operations")
    assert "Stand auf dem Beleg nachtragen" in seen
    assert "KeyError at a.py:1" in seen
    assert "Noch einmal versuchen" not in seen, "acting takes a lead"


async def test_a_lead_retries_one_delivery_and_the_trail_says_so(city: City) -> None:
    first, second = await _shelve(city, 2)
    await sign_in(city, "lea", "lead")
    answer = await city.client.post(f"/staff/operations/{first}/retry")
    assert answer.headers["location"] == "/staff/operations?done=retried"
    assert await city.all("SELECT id, state FROM bus.delivery WHERE state = 'waiting'") == [(first, "waiting")]
    assert await city.all("SELECT verb, subject_id FROM staff.audit_entry WHERE subject_kind = 'delivery'") == [
        ("delivery.retried", first)
    ]
    assert await city.one("SELECT state FROM bus.delivery WHERE id = :id", id=second) == "shelved"


async def test_a_lead_retries_everything_at_once(city: City) -> None:
    await _shelve(city, 3)
    await sign_in(city, "lea", "lead")
    await city.client.post("/staff/operations/retry")
    assert await city.one("SELECT count(*) FROM bus.delivery WHERE state = 'waiting'") == 3
    assert await city.one("SELECT count(*) FROM staff.audit_entry WHERE verb = 'delivery.retried'") == 3


async def test_a_second_tap_on_discard_changes_nothing_more(city: City) -> None:
    (delivery_id,) = await _shelve(city)
    await sign_in(city, "lea", "lead")
    path = f"/staff/operations/{delivery_id}/discard"
    assert (await city.client.post(path)).headers["location"].endswith("done=discarded")
    assert (await city.client.post(path)).headers["location"].endswith("done=gone")
    assert await city.one("SELECT count(*) FROM staff.audit_entry WHERE verb = 'delivery.discarded'") == 1
    assert await city.one("SELECT last_error FROM bus.delivery") == "discarded by a person"


async def test_a_reader_may_look_at_the_shelf_and_not_touch_it(city: City) -> None:
    (delivery_id,) = await _shelve(city)
    await sign_in(city, "ada", "editor")
    for path in ("retry", f"{delivery_id}/retry", f"{delivery_id}/discard"):
        assert (await city.client.post(f"/staff/operations/{path}")).status_code == 403
    assert await city.one("SELECT state FROM bus.delivery") == "shelved"


@pytest.fixture
async def pulse(city: City) -> AsyncIterator[Pulse]:
    made = Pulse(city.database("analysis"), beat_s=0.05)
    yield made
    assert made._watches == {}, "nobody looks any more, and nobody asks the database"


async def test_listeners_hear_of_a_new_response(city: City, campaign: UUID, pulse: Pulse) -> None:
    stream = pulse.follow(campaign)
    first = await anext(stream)
    news = asyncio.ensure_future(anext(stream))
    await asyncio.sleep(0.2)
    assert not news.done(), "nothing happened yet"
    await city.respond({"a-informed": "4", "a-wish": "Mehr Bänke"})
    await city.deliver_all()
    second = await asyncio.wait_for(news, 60)
    assert second.data != first.data
    assert "Bänke" not in str(second.data)
    await stream.aclose()  # type: ignore[attr-defined]


async def test_many_listeners_cost_one_query(city: City, campaign: UUID, pulse: Pulse) -> None:
    streams = [pulse.follow(campaign) for _ in range(20)]
    versions = {(await anext(stream)).data for stream in streams}
    assert len(versions) == 1
    assert len(pulse._watches) == 1
    for stream in streams:
        await stream.aclose()  # type: ignore[attr-defined]


async def test_the_stream_outlives_a_database_that_is_away(city: City, campaign: UUID, pulse: Pulse) -> None:
    stream = pulse.follow(campaign)
    await anext(stream)
    news = asyncio.ensure_future(anext(stream))
    await city.all("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'city_analysis'")
    await asyncio.sleep(0.2)
    await city.all("UPDATE analysis.channel SET told_at = now() RETURNING id")
    assert (await asyncio.wait_for(news, 60)).event == "version"
    await stream.aclose()  # type: ignore[attr-defined]


async def test_the_page_knows_the_version_the_stream_speaks_of(city: City, campaign: UUID, pulse: Pulse) -> None:
    await sign_in(city, "ada")
    shown = re.search(r'data-version="([^"]+)"', (await city.client.get(PAGE)).text)
    stream = pulse.follow(campaign)
    assert shown
    assert shown[1] == (await anext(stream)).data
    await stream.aclose()  # type: ignore[attr-defined]


async def test_a_promise_that_was_missed_is_said_plainly(city: City, campaign: UUID) -> None:
    await sign_in(city, "ada")
    await city.all("UPDATE analysis.campaign SET promise_on = promise_on - 400 RETURNING id")
    assert "Tagen überfällig" in await _see(city, PAGE)
