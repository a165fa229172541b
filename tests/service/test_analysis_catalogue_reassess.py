"""Reading again with another catalogue: each response once, the old reading kept, nobody written to twice."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from uuid import UUID

import pytest

from services.analysis.operations import tag_passages
from services.analysis.storage.catalogue import find_effective
from services.analysis.storage.reassessments import Standing, read_standing
from services.analysis.tagger import load_tagger
from shared.contracts.assessments import ReassessmentRequested
from shared.contracts.receipts import receipt_proof
from shared.kit.clock import now
from shared.kit.messaging.publish import name_of
from shared.kit.messaging.replay import replay
from tests.support.catalogues import open_draft, publish, publish_change, save, see
from tests.support.city import City
from tests.support.people import sign_in
from tests.support.voice import letters, subjects, token_in

LATE = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."
PAGE = "/staff/campaigns/sterkrade-2026"
RUNS = f"{PAGE}/reassessments"
READINGS = "SELECT catalogue_version, current, count(*) FROM analysis.assessment GROUP BY 1, 2 ORDER BY 1, 2"
RUN = "SELECT state, done, total FROM analysis.reassessment ORDER BY requested_at DESC LIMIT 1"


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


@pytest.fixture
async def campaign(city: City) -> UUID:
    """Three responses, read with version 1; then version 2 is published."""
    made = await city.publish_demo()
    for text in (LATE, "Mehr Bäume!", LATE):
        await city.respond({"a-informed": "2", "a-wish": text})
    await city.deliver_all()
    await sign_in(city, "ada", "lead")
    await publish_change(city)
    return made.campaign_id


async def owed(city: City) -> list[UUID]:
    query = (
        "SELECT id FROM bus.delivery WHERE consumer = 'analysis.reassess_response' AND state = 'waiting' ORDER BY id"
    )
    return [delivery_id for (delivery_id,) in await city.all(query)]


async def standing(city: City, campaign: UUID) -> Standing:
    async with city.database("analysis").transaction() as session:
        number = (await find_effective(session, "sterkrade-mitte")).version.number
        return await read_standing(session, campaign, number)


async def run_id(city: City) -> UUID:
    found: UUID = await city.one("SELECT id FROM analysis.reassessment ORDER BY requested_at DESC LIMIT 1")
    return found


async def test_a_new_version_reads_nothing_by_itself_and_offers_to(city: City, campaign: UUID) -> None:
    assert (await standing(city, campaign)).unread == 3
    assert "3 Beiträge wurden mit einer anderen Fassung des Katalogs gelesen. Jetzt gilt Fassung 2." in await see(
        city, PAGE
    )
    assert await city.all(READINGS) == [(1, True, 3)]


async def test_all_are_read_once_and_the_old_readings_stay(city: City, campaign: UUID) -> None:
    assert (await city.client.post(RUNS)).status_code == 303
    assert await city.all(RUN) == [("running", 0, 3)]
    assert "0 von 3" in await see(city, PAGE)
    await city.deliver_all()
    assert await city.all(RUN) == [("finished", 3, 3)]
    assert await city.all(READINGS) == [(1, False, 3), (2, True, 3)]
    assert (
        await city.one(
            "SELECT count(*) FROM analysis.tag t JOIN analysis.assessment a ON a.id = t.assessment_id "
            "WHERE a.catalogue_version = 1"
        )
        == 2
    )
    assert "Neuer Katalog" not in await see(city, PAGE)
    verbs = await city.all("SELECT verb FROM staff.audit_entry WHERE subject_kind = 'reassessment'")
    assert verbs == [("reassessment.requested",)]


async def test_asking_twice_or_at_once_owes_every_response_once(city: City, campaign: UUID) -> None:
    await asyncio.gather(*(city.client.post(RUNS) for _ in range(3)))
    assert await city.one("SELECT count(*) FROM analysis.reassessment") == 1
    assert len(await owed(city)) == 3
    await city.deliver_all()
    await city.client.post(RUNS)
    assert await city.one("SELECT count(*) FROM analysis.reassessment") == 1, "nothing is left to read"


async def test_a_message_told_again_doubles_nothing(city: City, campaign: UUID) -> None:
    await city.client.post(RUNS)
    await city.deliver_all()
    async with city.owner.transaction() as session:
        name, since = name_of(ReassessmentRequested), now() - timedelta(hours=1)
        assert await replay(session, name, "analysis.reassess_response", since, now()) == 3
    await city.deliver_all()
    assert await city.all(RUN) == [("finished", 3, 3)]
    assert await city.all(READINGS) == [(1, False, 3), (2, True, 3)]


async def test_two_workers_at_once_count_every_response_once(city: City, campaign: UUID) -> None:
    await city.client.post(RUNS)
    deliverer = city.deliverer("analysis")
    await asyncio.gather(*(deliverer.deliver(one) for one in [*await owed(city), *await owed(city)]))
    await city.deliver_all()
    assert await city.all(RUN) == [("finished", 3, 3)]
    assert await city.all(READINGS) == [(1, False, 3), (2, True, 3)]


async def test_a_run_is_stopped_and_gone_on_with(city: City, campaign: UUID) -> None:
    await city.client.post(RUNS)
    await city.deliverer("analysis").deliver((await owed(city))[0])
    await city.client.post(f"{RUNS}/{await run_id(city)}/cancel")
    await city.deliver_all()
    assert await city.all(RUN) == [("cancelled", 1, 3)]
    assert await city.all(READINGS) == [(1, False, 1), (1, True, 2), (2, True, 1)]
    assert "Angehalten nach 1 von 3 Beiträgen." in await see(city, PAGE)
    await city.client.post(f"{RUNS}/{await run_id(city)}/resume")
    await city.deliver_all()
    assert await city.all(RUN) == [("finished", 3, 3)]
    assert await city.all(READINGS) == [(1, False, 3), (2, True, 3)]


async def test_stopping_and_going_on_before_anybody_noticed_reads_once(city: City, campaign: UUID) -> None:
    await city.client.post(RUNS)
    for act in ("cancel", "resume", "resume", "cancel", "resume"):
        await city.client.post(f"{RUNS}/{await run_id(city)}/{act}")
    await city.deliver_all()
    assert await city.all(RUN) == [("finished", 3, 3)]
    assert await city.one("SELECT count(*) FROM analysis.assessment") == 6


async def test_a_newer_version_takes_over(city: City, campaign: UUID) -> None:
    await city.client.post(RUNS)
    first = await run_id(city)
    await publish_change(city, "Noch früher")
    await city.client.post(RUNS)
    await city.client.post(f"{RUNS}/{first}/resume")
    await city.deliver_all()
    assert await city.all("SELECT catalogue_version, state FROM analysis.reassessment ORDER BY 1") == [
        (2, "cancelled"),
        (3, "finished"),
    ]
    assert await city.all(READINGS) == [(1, False, 3), (3, True, 3)]


async def test_what_comes_in_meanwhile_is_read_with_the_new_version_and_not_again(city: City, campaign: UUID) -> None:
    await city.respond({"a-informed": "1", "a-wish": LATE})
    await city.deliver_all()
    assert (await standing(city, campaign)).unread == 3
    await city.client.post(RUNS)
    await city.deliver_all()
    assert await city.all(RUN) == [("finished", 3, 3)]


async def test_a_response_erased_meanwhile_does_not_keep_the_run_open(city: City, campaign: UUID) -> None:
    await city.client.post(RUNS)
    await city.all(
        "DELETE FROM analysis.response WHERE id = (SELECT min(id::text)::uuid FROM analysis.response) RETURNING id"
    )
    await city.deliver_all()
    assert (await city.all(RUN))[0][0] == "finished"


async def test_a_district_without_its_own_catalogue_is_not_asked_when_another_changes_its_own(
    city: City, campaign: UUID
) -> None:
    await city.client.post(RUNS)
    await city.deliver_all()
    draft = await open_draft(city, "ost")
    await save(city, f"{draft}/standards/early-information", phrases="nur bei uns")
    await publish(city, draft)
    assert (await standing(city, campaign)).unread == 0


async def test_a_catalogue_with_other_names_files_tags_where_they_are_mapped(city: City, campaign: UUID) -> None:
    draft = await open_draft(city, start="allianz")
    assert (await publish(city, draft)).status_code == 303
    await city.client.post(RUNS)
    await city.deliver_all()
    now_current = (
        "SELECT DISTINCT standard FROM analysis.tag t JOIN analysis.assessment a ON a.id = assessment_id WHERE current"
    )
    assert await city.all(now_current) == [("vd-early",)]
    assert "Früh und verbindlich" in await see(city, PAGE)


async def test_the_dashboard_says_which_version_made_its_readings(city: City, campaign: UUID) -> None:
    for path in (PAGE, f"{PAGE}/findings", f"{PAGE}/standards/early-information"):
        before = await see(city, path)
        assert "3 Beiträge sind mit Katalogfassung 1 gelesen." in before
        assert "nach Fassung 1; inzwischen gilt Fassung 2" in before
        said = before.partition("Auswählen, wer gezählt wird")[0]  # filters are called by what holds now
        assert "Ganz früh" not in said, "a title that nothing was read with"
    await city.client.post(RUNS)
    await city.deliver_all()
    after = await see(city, PAGE)
    assert "3 Beiträge sind mit Katalogfassung 2 gelesen." in after
    assert "inzwischen gilt" not in after
    assert "Ganz früh" in after


async def test_only_a_lead_of_the_district_starts_it(city: City, campaign: UUID) -> None:
    city.client.cookies.clear()
    await sign_in(city, "rita", "reader")
    assert (await city.client.post(RUNS)).status_code == 403
    assert "Das neue Lesen startet die Rolle" in await see(city, PAGE)
    city.client.cookies.clear()
    await sign_in(city, "ost", "lead", "ost")
    assert (await city.client.post(RUNS)).status_code == 403


async def test_nobody_gets_a_second_letter(city: City) -> None:
    """The reading is told again, so that the receipt shows it; the letter about it was sent once and for all."""
    await city.publish_demo()
    receipt = await city.respond({"a-informed": "2", "a-wish": LATE})
    fields = {"receipt": receipt, "proof": receipt_proof(city.secret, receipt), "language": "de"}
    await city.client.post("/receipt/subscribe", data={**fields, "address": "anna@example.org"})
    await city.deliver_all()
    token = token_in(letters(city, "anna@example.org")[-1])
    await city.client.post(f"/subscription/{token}", data={"language": "de"})
    await city.deliver_all()
    assert subjects(city) == ["Bitte", "Ihr"]
    await sign_in(city, "ada", "lead")
    await publish_change(city)
    await city.client.post(RUNS)
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'response.assessed.v1'") == 2
    assert (
        await city.one(
            "SELECT payload->>'catalogue_version' FROM bus.message WHERE name = 'response.assessed.v1' "
            "ORDER BY published_at DESC LIMIT 1"
        )
        == "2"
    )
    assert subjects(city) == ["Bitte", "Ihr"]
    assert await city.one("SELECT count(*) FROM notify.notification WHERE letter = 'read'") == 1


async def test_the_model_card_is_public(city: City) -> None:
    for path in ("/modell", "/modell?lang=en"):
        answer = await city.client.get(path)
        assert answer.status_code == 200
        assert "<h1" in answer.text


async def test_the_same_tags_are_counted_in_another_catalogues_terms(city: City, campaign: UUID) -> None:
    for _ in range(12):
        await city.respond({"a-informed": "1", "a-wish": LATE})
    await city.deliver_all()
    seen = await see(city, f"{PAGE}/terms/allianz")
    assert re.search(r"Früh und verbindlich .{0,200} – 15 –", seen)
    assert (await city.client.get(f"{PAGE}/terms/nowhere")).status_code == 404
    draft = await open_draft(city, start="allianz")
    await publish(city, draft)
    await city.client.post(RUNS)
    await city.deliver_all()
    assert re.search(r"Frühzeitige Information .{0,300} – 15 –", await see(city, f"{PAGE}/terms/resonanz"))
