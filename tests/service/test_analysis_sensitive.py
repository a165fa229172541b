"""What must not simply be shown: masked on every page, or kept back until somebody who answers for it has decided."""

from __future__ import annotations

import re
from html import unescape
from uuid import UUID

import pytest

from services.analysis.operations import tag_passages
from services.analysis.tagger import load_tagger
from shared.contracts.responses import ResponseReceived
from shared.kit.clock import now
from shared.kit.messaging.publish import name_of
from shared.kit.messaging.replay import replay
from tests.support.city import City
from tests.support.people import sign_in

LATE = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."
ADDRESS = "gerda.probe@beispiel.example"
MASKED = f"{LATE} Antwort bitte an {ADDRESS} oder 0208 555 01 99."
CRY = f"{LATE} Ich will nicht mehr leben."
CAMPAIGN = "/staff/campaigns/sterkrade-2026"
QUOTES = f"{CAMPAIGN}/standards/early-information"
STATES = "SELECT state FROM analysis.screening ORDER BY state"


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


async def _hear(city: City, *texts: str) -> None:
    await city.publish_demo()
    for text in texts:
        await city.respond({"a-informed": "2", "a-wish": text})
    await city.deliver_all()


async def _see(city: City, path: str) -> str:
    answer = await city.client.get(path)
    assert answer.status_code == 200, answer.text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text.split("<main", 1)[1])).split())


async def _held(city: City) -> UUID:
    found: UUID = await city.one("SELECT passage_id FROM analysis.screening WHERE state <> 'clear'")
    return found


async def _staff_pages(city: City) -> list[str]:
    """Every page of staff that a reader or an editor may open and that knows of texts."""
    passages = [passage_id for (passage_id,) in await city.all("SELECT id FROM analysis.passage")]
    reviews = [f"/staff/review?passage={passage_id}" for passage_id in passages]
    return ["/staff", CAMPAIGN, QUOTES, f"{CAMPAIGN}/excluded", "/staff/operations", "/staff/review", *reviews]


@pytest.mark.parametrize("role", ["reader", "editor"])
async def test_an_address_in_a_text_is_masked_on_every_page(city: City, role: str) -> None:
    await _hear(city, MASKED)
    await sign_in(city, "ada", "editor" if role == "editor" else "reader")
    for path in await _staff_pages(city):
        answer = await city.client.get(path)
        assert answer.status_code == (403 if role == "reader" and "/review" in path else 200), path
        assert ADDRESS not in answer.text and "gerda" not in answer.text and "555" not in answer.text, path


async def test_a_masked_text_still_shows_its_quote_in_its_place(city: City) -> None:
    await _hear(city, MASKED)
    await sign_in(city, "ada")
    seen = await _see(city, QUOTES)
    assert "erst aus der Zeitung erfahren" in seen
    assert "█" * len(ADDRESS) in (await city.client.get(QUOTES)).text
    assert await city.one("SELECT text FROM analysis.passage") == MASKED, "it is kept as it was written"


async def test_an_excluded_response_is_masked_too(city: City) -> None:
    await _hear(city, MASKED)
    await sign_in(city, "edi", "editor")
    response_id = await city.one("SELECT id FROM analysis.response")
    await city.client.post(f"/staff/responses/{response_id}/exclude", data={"reason": "spam", "back": "/staff"})
    seen = await _see(city, f"{CAMPAIGN}/excluded")
    assert LATE in seen and "gerda" not in seen


async def test_a_cry_for_help_is_shown_to_nobody_but_leads(city: City) -> None:
    await _hear(city, CRY, *[LATE] * 5)
    await sign_in(city, "edi", "editor")
    for path in await _staff_pages(city):
        assert "nicht mehr leben" not in (await city.client.get(path)).text, path
    seen = await _see(city, CAMPAIGN)
    assert "1 Beitrag wartet auf die Prüfung durch eine Person." in seen
    assert "Frühzeitige Information ✓ erfüllt – ✕ nicht erfüllt 5" in seen, "a number has its quotes behind it"
    assert "1 Beitrag wartet auf die Prüfung durch eine Person." in await _see(city, QUOTES)
    assert (await city.client.get("/staff/held")).status_code == 403


async def test_a_held_text_is_not_given_to_reviewers(city: City) -> None:
    await _hear(city, CRY)
    await sign_in(city, "edi", "editor")
    assert "Zeitung" not in await _see(city, "/staff/review")
    assert (await city.client.get(f"/staff/review?passage={await _held(city)}")).status_code == 404


async def test_a_lead_reads_the_whole_text_and_why_it_is_held(city: City) -> None:
    await _hear(city, CRY)
    await sign_in(city, "lea", "lead")
    assert "1 Text wird zurückgehalten und wartet auf Ihre Entscheidung." in await _see(city, "/staff")
    seen = await _see(city, "/staff/held")
    assert "Hilferuf" in seen and LATE in seen
    assert "nicht mehr leben oder sich verletzen" in seen
    assert "<mark>Ich will nicht mehr leben</mark>" in (await city.client.get("/staff/held")).text


async def test_a_released_text_is_shown_with_its_masks(city: City) -> None:
    await _hear(city, f"{CRY} {ADDRESS}")
    await sign_in(city, "lea", "lead")
    answer = await city.client.post(f"/staff/held/{await _held(city)}/release")
    assert answer.headers["location"] == "/staff/held?done=released"
    seen = await _see(city, QUOTES)
    assert "Ich will nicht mehr leben" in seen and "gerda" not in seen
    assert "von einer Person geprüft" not in seen


async def test_a_hidden_text_stays_hidden_and_the_page_says_so(city: City) -> None:
    await _hear(city, CRY)
    await sign_in(city, "lea", "lead")
    assert (await city.client.post(f"/staff/held/{await _held(city)}/hide")).headers["location"].endswith("hidden")
    seen = await _see(city, QUOTES)
    assert "Zeitung" not in seen
    assert "Text aus 1 Beitrag wird nicht gezeigt." in seen


async def test_a_second_tap_decides_nothing_twice(city: City) -> None:
    await _hear(city, CRY)
    await sign_in(city, "lea", "lead")
    path = f"/staff/held/{await _held(city)}/release"
    await city.client.post(path)
    assert (await city.client.post(path)).headers["location"] == "/staff/held?done=gone"
    assert await city.all("SELECT verb, before, after FROM staff.audit_entry WHERE subject_kind = 'passage'") == [
        ("passage.released", {"state": "held"}, {"state": "released"})
    ]


async def test_a_decision_can_be_taken_back(city: City) -> None:
    await _hear(city, CRY)
    await sign_in(city, "lea", "lead")
    passage_id = await _held(city)
    await city.client.post(f"/staff/held/{passage_id}/release")
    assert "Zuletzt entschieden" in await _see(city, "/staff/held")
    assert (await city.client.post(f"/staff/held/{passage_id}/undo")).headers["location"].endswith("done=again")
    assert (await city.client.post(f"/staff/held/{passage_id}/undo")).headers["location"].endswith("done=gone")
    assert "Zeitung" not in await _see(city, QUOTES)
    verbs = "SELECT verb FROM staff.audit_entry WHERE subject_kind = 'passage' ORDER BY at"
    assert await city.all(verbs) == [("passage.released",), ("passage.held_again",)]


async def test_a_lead_of_another_district_neither_sees_nor_decides(city: City) -> None:
    await _hear(city, CRY)
    await sign_in(city, "ost", "lead", "ost")
    assert "Zurzeit wird kein Text zurückgehalten." in await _see(city, "/staff/held")
    for act in ("release", "hide", "undo"):
        assert (await city.client.post(f"/staff/held/{await _held(city)}/{act}")).status_code == 403
    assert await city.all(STATES) == [("held",)]


async def test_what_a_person_decided_outlives_a_second_reading(city: City) -> None:
    await _hear(city, CRY, MASKED)
    await sign_in(city, "lea", "lead")
    await city.client.post(f"/staff/held/{await _held(city)}/release")
    found = await city.all("SELECT * FROM analysis.sensitive")
    async with city.owner.transaction() as session:
        await replay(session, name_of(ResponseReceived), "analysis.assess_response", now().replace(year=2000), now())
    await city.deliver_all()
    assert await city.all(STATES) == [("clear",), ("released",)]
    assert await city.all("SELECT * FROM analysis.sensitive") == found


async def test_a_text_that_was_never_searched_is_not_shown(city: City) -> None:
    await _hear(city, LATE)
    await city.all("DELETE FROM analysis.screening RETURNING passage_id")
    await sign_in(city, "ada")
    assert "Zeitung" not in await _see(city, QUOTES)


async def test_a_held_text_leaves_the_ledger_complete(city: City) -> None:
    await _hear(city, CRY, "Mehr Bäume!")
    await sign_in(city, "ada")
    assert "eingegangen 2" in await _see(city, CAMPAIGN)


async def test_no_finding_repeats_what_was_written(city: City) -> None:
    await _hear(city, MASKED)
    rows = await city.all('SELECT kind, start, "end", reason FROM analysis.sensitive ORDER BY start')
    assert [(kind, MASKED[start:end]) for kind, start, end, _ in rows] == [
        ("email", ADDRESS),
        ("phone", "0208 555 01 99"),
    ]
    assert not any(ADDRESS in str(value) for row in rows for value in row)
