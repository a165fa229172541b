"""Findings: two sides and the facts, every number one click from its rows, and the department never among people."""

from __future__ import annotations

import re
from html import unescape
from uuid import UUID

import msgspec
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations import tag_passages
from services.analysis.results.operations.fold_figures import fold_campaign
from services.analysis.results.storage.figures import read_figures
from services.analysis.storage.dashboard import read_dashboard, read_ledger
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import publish_campaign
from shared.kit.clock import now
from shared.kit.web.pages import spoken_day
from tests.service.test_analysis_review import KIND, LATE, PAGE, Finds, _decide, _look, _seen
from tests.support import catalogues, demo
from tests.support.city import City
from tests.support.people import sign_in

FINDINGS = f"{PAGE}/findings"
EARLY = f"{FINDINGS}/early-information"
OFFICE = "FB6ST7"


@pytest.fixture(autouse=True)
def _finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())


async def _hear(city: City, *answers: tuple[str, str]) -> UUID:
    """Participants: what each ticks and writes."""
    made = await city.publish_demo()
    for number, text in answers:
        await city.respond({"a-informed": number, "a-wish": text})
    await city.deliver_all()
    return made.campaign_id


async def _office_says(city: City, campaign_id: UUID, *answers: tuple[str, str]) -> None:
    """The responsible department, by its own link."""
    intake = city.database("intake")
    await intake.run(lambda s: open_channel(s, campaign_id, "department", "Fachbereich Planung", now(), OFFICE))
    for number, text in answers:
        await city.respond({"a-informed": number, "a-wish": text}, OFFICE)
    await city.deliver_all()


async def _finding_says(city: City, path: str = FINDINGS) -> str:
    return re.sub(r" ([.,)])", r"\1", _seen(await _look(city, path)))


async def test_every_number_is_one_click_from_what_it_is_made_of(city: City) -> None:
    campaign_id = await _hear(city, *[("5", LATE)] * 20)
    await _office_says(city, campaign_id, ("1", KIND))
    await sign_in(city, "rea")
    found = re.search(r'<ul class="sheet open">.*?</ul>\n</section>', (await _look(city, FINDINGS)).text, re.S)
    assert found
    card = found[0]
    said = re.sub(r"<a .*?</a>|<svg.*?</svg>|<li>.*?</li>", "", card, flags=re.S)
    said = re.sub(r'<span class="soft">n = .*?</span>', "", said)
    assert re.findall(r">[^<]*\d[^<]*<", said) == [], "a number without a link"
    links = set(re.findall(r'href="(/staff/campaigns/[^"]+)"', card))
    assert len(links) > 5
    for link in links:
        path, _, place = unescape(link).partition("#")
        answer = await _look(city, path)
        assert not place or f'id="{place}"' in answer.text, link
    proof = await _look(city, EARLY)
    for place in re.findall(r'href="#([^"]+)"', proof.text):
        assert f'id="{place}"' in proof.text


async def test_what_is_ticked_and_what_is_written_stand_beside_each_other(city: City) -> None:
    await _hear(city, *[("5", LATE)] * 25)
    await sign_in(city, "rea")
    seen = _seen(await _look(city, EARLY))
    assert "5,0 von 5 im Mittel" in seen
    assert "25 Personen äußern sich dazu" in seen
    assert "25 „teils“" in seen, "ticked kept, and written not kept"
    assert " 32 Tage dafür zählt wie eine Stimme" in seen
    assert "Widerspruch: Teilnehmende angekreuzt: 5,0 von 5 im Mittel ↔ Teilnehmende geschrieben: 0 %" in seen


async def test_the_department_is_the_other_side_and_never_among_people(city: City) -> None:
    campaign_id = await _hear(city, *[("1", LATE)] * 20)
    await sign_in(city, "eda", "editor")
    before = _seen(await _look(city, f"{PAGE}/standards/early-information"))
    await _office_says(city, campaign_id, ("5", KIND), ("5", f"{KIND} Wir waren früh dran."))
    seen = await _finding_says(city)
    assert "Am meisten Sorge macht: Frühzeitige Information" in seen
    said = "Von 20 Teilnehmenden, die sich hierzu äußern, sagen 20 „nicht eingehalten“ (0 % Zustimmung)"
    assert f"{said}, angekreuzt 1,0 von 5 im Mittel." in seen
    assert "Zuständige Stelle: 2 von 2 Antworten sagen „eingehalten“" in seen
    assert "angekreuzt 5,0 von 5 ↔ Teilnehmende angekreuzt: 1,0 von 5 im Mittel" in seen
    assert "Wir waren früh dran" in _seen(await _look(city, f"{FINDINGS}/respect-fairness"))
    assert _seen(await _look(city, f"{PAGE}/standards/early-information")) == before
    assert "Wir waren früh dran" not in _seen(await _look(city, f"{PAGE}/standards/respect-fairness"))
    await _department_counts_in_the_ledger_alone(city, campaign_id)


async def _department_counts_in_the_ledger_alone(city: City, campaign_id: UUID) -> None:
    async with city.database("analysis").transaction() as session:
        board = await read_dashboard(session, campaign_id)
        await fold_campaign(session, campaign_id)
        figures = await read_figures(session, campaign_id)
    assert (board.ledger.received, board.ledger.tagged) == (22, 22)
    assert (board.participants.received, figures.count(), figures.breakdown("q.informed").base) == (20, 20, 20)
    seen = _seen(await _look(city, PAGE))
    assert "Darunter 2 Antworten der zuständigen Stelle" in seen
    assert "Fachbereich Planung" not in seen
    assert "20 Beiträge" in _seen(await _look(city, "/staff"))


async def test_a_department_heard_of_before_its_link_moves_over_when_the_link_is_told(city: City) -> None:
    made = await city.publish_demo()
    await city.database("intake").run(
        lambda s: open_channel(s, made.campaign_id, "department", "Fachbereich", now(), OFFICE)
    )
    await city.respond({"a-informed": "5"}, OFFICE)
    await city.deliver_all()
    await city.all("UPDATE analysis.channel SET kind = 'link' WHERE code = :code RETURNING 1", code=OFFICE)
    async with city.database("analysis").transaction() as session:
        assert (await read_dashboard(session, made.campaign_id)).participants.received == 1
    await city.all("UPDATE analysis.channel SET kind = 'department' WHERE code = :code RETURNING 1", code=OFFICE)
    async with city.database("analysis").transaction() as session:
        assert (await read_dashboard(session, made.campaign_id)).participants.received == 0
        assert (await read_ledger(session, made.campaign_id)).received == 1


async def test_too_few_voices_give_no_state_and_no_share(city: City) -> None:
    await _hear(city, *[("1", LATE)] * 4)
    await sign_in(city, "rea")
    seen = await _finding_says(city)
    assert "Noch kein Befund" in seen
    assert "Frühzeitige Information Teilnehmende niemand, oder weniger als fünf" in seen.split("Noch offen", 1)[1]
    proof = _seen(await _look(city, EARLY))
    assert "Dazu äußert sich niemand, oder weniger als fünf Personen." in proof
    assert not re.search(r"n = \d|\d %|1,0 von 5", seen.split("Wie das gerechnet wird", 1)[0] + proof)
    for _ in range(6):
        await city.respond({"a-informed": "1", "a-wish": LATE})
    await city.deliver_all()
    ten = await _finding_says(city)
    assert "10 Stimmen, zu wenige für einen Anteil" in ten
    assert not re.search(r"\d %|von 5", ten.split("Wie das gerechnet wird")[0])


async def test_reviews_are_seen_at_once_and_what_they_change_by_fives(city: City) -> None:
    await _hear(city, *[("1", LATE)] * 25)
    await sign_in(city, "eda", "editor")
    before = await _finding_says(city)
    assert "nicht eingehalten" in before
    assert "25 Personen maschinell" in before
    await _decide(city, "accept")
    assert "25 Personen teils geprüft, teils maschinell" in await _finding_says(city)
    response = await city.one("SELECT id FROM analysis.response LIMIT 1")
    await city.client.post(f"/staff/responses/{response}/exclude", data={"reason": "double"})
    await city.deliver_all()
    seen = await _finding_says(city)
    assert "n = 24" not in seen
    assert "n = 20" in seen, "with four others it leaves, and nobody sees which"
    assert "eingegangen 25" in _seen(await _look(city, PAGE)), "but it stays received"


async def test_a_scale_of_ten_points_is_held_against_five(city: City) -> None:
    question = msgspec.structs.replace(demo.QUESTIONNAIRE.questions[0], points=10)
    await city.database("intake").run(lambda s: _publish(s, Questionnaire(languages=("de",), questions=(question,))))
    for _ in range(20):
        await city.respond({"a-informed": "10"})
    await city.deliver_all()
    await sign_in(city, "rea")
    seen = _seen(await _look(city, EARLY))
    assert "100 % Zustimmung" in seen
    assert "5,0 von 5 im Mittel" in seen
    assert "Von 1 (nicht eingehalten) bis 10 (eingehalten)." in seen


async def test_of_a_scale_that_became_shorter_stands_what_was_ticked_above_it(city: City) -> None:
    campaign_id = await _hear(city, *[("5", "")] * 20)
    await _office_says(city, campaign_id, ("1", ""))
    await city.all("UPDATE analysis.question SET points = 3 WHERE key = 'informed' RETURNING 1")
    await sign_in(city, "rea")
    seen = _seen(await _look(city, EARLY))
    assert "Von 1 (nicht eingehalten) bis 3 (eingehalten)." in seen
    assert "1 – 1 2 – 0 3 – 0 5 20 0 Zusammen 20 1" in seen
    assert "5,0 von 5 im Mittel" in seen
    assert "100 % Zustimmung" in seen, "of those who are in the mean"


async def test_facts_say_where_they_are_from(city: City) -> None:
    await _hear(city, *[("3", KIND)] * 5)
    await sign_in(city, "rea")
    seen = _seen(await _look(city, f"{FINDINGS}/accessibility-language"))
    today = spoken_day(now(), "de")
    assert re.search(r"Angebotene Sprachen Fragebogen, \S+ \w+ \d+ 3 dafür", seen)
    assert f"Genutzte Sprachen Beiträge, {today} 1" in seen
    assert re.search(r"Einfache Sprache Fragebogen, \S+ \w+ \d+ fehlt dagegen Voraussetzung, zählt halb", seen)
    assert "noch 60 Tage weder dafür noch dagegen" in _seen(await _look(city, f"{FINDINGS}/feedback-accountability"))
    low = _seen(await _look(city, f"{FINDINGS}/low-threshold-access"))
    assert f"Arten von Zugängen Zugänge, {today} 1 Plakat: 5 dagegen" in low


async def test_a_standard_of_no_catalogue_has_no_finding(city: City) -> None:
    await _hear(city)
    await sign_in(city, "rea")
    assert (await city.client.get(f"{FINDINGS}/nonsense")).status_code == 404


async def test_findings_are_for_ones_own_districts(city: City) -> None:
    await _hear(city, ("1", LATE))
    for path in (FINDINGS, EARLY):
        assert (await city.client.get(path)).status_code == 303
    await sign_in(city, "ost", "lead", "ost")
    for path in (FINDINGS, EARLY):
        assert (await city.client.get(path)).status_code == 403


async def test_the_queue_offers_the_standards_that_hold_for_the_campaign(city: City) -> None:
    await _hear(city, ("1", LATE))
    await sign_in(city, "ada", "administrator")
    await catalogues.publish_change(city, "Ganz früh Bescheid wissen", demo.DISTRICT)
    for path in ("/staff/review", "/staff/review?campaign=sterkrade-2026"):
        page = (await _look(city, path)).text
        assert ">Ganz früh Bescheid wissen</option>" in page
        assert ">Frühzeitige Information</option>" not in page


async def _publish(session: AsyncSession, questionnaire: Questionnaire) -> None:
    at = now()
    campaign = await publish_campaign(session, demo.plan(), questionnaire, at)
    await open_channel(session, campaign.id, "poster", "Bücherei", at, demo.CODE)
