"""The standards view: what worries most, who says so, both sides, and the department that is asked once."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest

from services.analysis.operations import tag_passages
from services.analysis.results.operations.ask_departments import ask_departments
from services.analysis.results.operations.fold_figures import fold_due
from services.analysis.results.storage.figures import read_figures
from services.intake.operations.open_channel import open_channel
from shared.kit.clock import now
from tests.service.test_analysis_review import KIND, LATE, PAGE, Finds, _look, _seen
from tests.support import demo
from tests.support.city import City
from tests.support.people import hire, sign_in
from tests.support.voice import letters

STANDARDS = f"{PAGE}/standards"
EARLY = f"{STANDARDS}/early-information"
OFFICE = "FB6ST7"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())


async def _hear(city: City, *answers: tuple[str, str], way: str = "foot") -> None:
    for number, words in answers:
        await city.respond({"a-informed": number, "a-wish": words, "a-way": way})
    await city.deliver_all()
    while await fold_due(city.database("analysis")):
        pass


async def _office(city: City, campaign_id: UUID, *answers: tuple[str, str]) -> None:
    intake = city.database("intake")
    await intake.run(lambda s: open_channel(s, campaign_id, "department", "Fachbereich Planung", now(), OFFICE))
    for number, words in answers:
        await city.respond({"a-informed": number, "a-wish": words}, OFFICE)
    await city.deliver_all()


async def test_what_worries_most_comes_first_with_both_sides_and_the_gap(city: City) -> None:
    made = await city.publish_demo()
    await _hear(city, *[("2", LATE)] * 10, *[("2", KIND)] * 10)
    await _office(city, made.campaign_id, ("5", KIND))
    await sign_in(city, "rea")
    answer = await _look(city, STANDARDS)
    seen = _seen(answer)
    assert "Am meisten Sorge macht: Frühzeitige Information" in seen
    assert seen.index("Frühzeitige Information", 400) < seen.index("Respekt")
    assert "Zuständige Stelle: 100 % eine Antwort" in seen
    import re

    print("GAP", re.findall(r"Abstand: \d+ Punkte|Frühzeitige Information \d+ %[^A-Z]*", seen))
    assert "Abstand: 80 Punkte" in seen
    assert "Frühzeitige Information 20 % 100 % +80" in seen
    assert "Die zuständige Stelle hat einmal geantwortet" in seen
    assert "Stärkstes Zitat dagegen" in seen
    assert "Zeit zum Mitmachen : Frühzeitige Information : 32 Tage ✓ dafür" in seen
    assert "Beteiligung davor:" not in seen, "there is none"
    for link in ("early-information?stance=not_met", "early-information"):
        assert f'href="{STANDARDS}/{link}"' in answer.text


async def test_a_choice_of_people_is_said_in_rounded_numbers_only(city: City) -> None:
    await city.publish_demo()
    await _hear(city, *[("2", LATE)] * 13)
    await _hear(city, *[("5", KIND)] * 12, way="bus")
    await sign_in(city, "rea")
    async with city.database("analysis").transaction() as session:
        figures = await read_figures(session, await city.one("SELECT id FROM analysis.campaign"))
    assert figures.count() == 25
    seen = _seen(await _look(city, f"{STANDARDS}?q.way=foot"))
    assert "In dieser Auswahl sagen 0 % derer, die Ja oder Nein sagen: eingehalten." in seen
    assert "sagt diese Auswahl" in seen
    cut = _seen(await _look(city, f"{EARLY}?stance=not_met&q.way=foot"))
    assert "Personen, die sich hierzu äußern, sagen „nicht erfüllt“ (100 %)" in cut
    assert "13" not in cut.split("Wer sagt")[1].split("Zitate")[0]
    assert LATE.split(",")[0] in cut
    nobody = _seen(await _look(city, f"{EARLY}?stance=not_met&q.way=bus"))
    assert re.search("Von 1[05] Personen, die sich hierzu äußern, sagt das niemand", nobody), "twelve, in fives"
    assert LATE not in nobody


async def test_a_choice_of_fewer_than_five_shows_no_quote(city: City) -> None:
    await city.publish_demo()
    await _hear(city, *[("2", KIND)] * 11)
    await _hear(city, *[("2", LATE)] * 4, way="bus")
    await sign_in(city, "rea")
    page = await _look(city, f"{EARLY}?q.way=bus")
    assert "Für diese Auswahl zeigen wir keine Zitate" in _seen(page)
    assert "Zeitung" not in page.text
    assert "Zeitung" in (await _look(city, EARLY)).text, "with all the others it stands"


async def test_the_filter_stays_on_the_way_from_the_row_to_the_quotes(city: City) -> None:
    await city.publish_demo()
    await _hear(city, *[("2", LATE)] * 10)
    await sign_in(city, "rea")
    rows = await _look(city, f"{STANDARDS}?q.informed=2&q.way=foot")
    link = f"{EARLY}?stance=not_met&q.informed=2&q.way=foot"
    assert f'href="{link}"' in unescape(rows.text)
    quotes = await _look(city, link)
    assert f"{STANDARDS}?q.informed=2&q.way=foot#standard-early-information" in unescape(quotes.text)


async def test_the_campaign_before_of_the_same_district_is_what_it_is_held_against(city: City) -> None:
    await city.publish_demo(demo.plan("frueher", opened_ago=60 * DAY, days=1), "FR3RK4")
    for _ in range(8):
        await city.respond({"a-informed": "5"}, "FR3RK4")
    await city.publish_demo()
    await _hear(city, *[("1", LATE)] * 10)
    await sign_in(city, "rea")
    assert "Gegenüber der Beteiligung davor: 100 Punkte schlechter." in _seen(await _look(city, STANDARDS))


async def test_the_start_page_says_what_worries_most_and_leads_to_who_says_so(city: City) -> None:
    await city.publish_demo()
    await sign_in(city, "rea")
    assert "Sorge" not in _seen(await _look(city, "/staff"))
    await _hear(city, *[("2", LATE)] * 10)
    start = await _look(city, "/staff")
    said = "Am meisten Sorge macht: Frühzeitige Information nicht eingehalten, 10 Stimmen, 16 % Zustimmung"
    assert said in _seen(start)
    assert f'href="{EARLY}?stance=not_met#who"' in start.text
    assert "Wer sagt „nicht erfüllt“?" in _seen(await _look(city, f"{EARLY}?stance=not_met"))


async def _ask(city: City, at: Any) -> list[tuple[str, str, str]]:
    """The chore at this moment, and the letters it made."""
    known = len(letters(city))
    await city.database("analysis").run(lambda session: ask_departments(session, at))
    await city.deliver_all()
    return [(str(one["To"]), str(one["Subject"]), one.get_content()) for one in letters(city)[known:]]


@pytest.fixture
async def over(city: City) -> UUID:
    """A campaign with a link for the department, that ended an hour ago."""
    made = await city.publish_demo(demo.plan(opened_ago=20 * DAY, days=1))
    intake = city.database("intake")
    await intake.run(lambda s: open_channel(s, made.campaign_id, "department", "Fachbereich", now(), OFFICE))
    await city.deliver_all()
    return made.campaign_id


async def test_when_it_is_over_the_department_is_asked_once_and_once_more(city: City, over: UUID) -> None:
    await hire(city, "lea@example.org", "lead", demo.DISTRICT)
    end = now() + DAY + timedelta(minutes=5)
    assert await _ask(city, now()) == []
    ((to, subject, words),) = await _ask(city, end)
    assert to == "lea@example.org"
    assert subject == "Beendet: jetzt den Fachbereich fragen – Mitreden in Sterkrade"
    assert f"{city.address}/q/{OFFICE}" in words and "Büro für Chancengleichheit" in words
    assert await _ask(city, end) == [] == await _ask(city, end + 6 * DAY)
    ((_, subject, _),) = await _ask(city, end + 8 * DAY)
    assert subject.startswith("Antwort des Fachbereichs fehlt noch")
    assert await _ask(city, end + 9 * DAY) == [] == await _ask(city, end + 27 * DAY)
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'department.asked.v1'") == 2
    await sign_in(city, "rea")
    assert "Die zuständige Stelle hat noch nicht geantwortet." in _seen(await _look(city, STANDARDS))


async def test_a_department_that_answered_is_not_asked_again(city: City, over: UUID) -> None:
    await city.respond({"a-informed": "5"}, OFFICE)
    await city.deliver_all()
    assert await _ask(city, now() + 2 * DAY) == []


async def test_a_campaign_that_nobody_evaluates_asks_nobody(city: City) -> None:
    await city.publish_demo(demo.plan(opened_ago=20 * DAY, days=1))
    await city.deliver_all()
    assert await _ask(city, now() + 2 * DAY) == []


async def test_the_link_of_the_department_takes_answers_for_four_weeks_more(city: City) -> None:
    made = await city.publish_demo(demo.plan(opened_ago=20 * DAY, days=-2))
    intake = city.database("intake")
    await intake.run(lambda s: open_channel(s, made.campaign_id, "department", "Fachbereich", now(), OFFICE))
    await city.respond({"a-informed": "5"}, OFFICE)
    closed = await city.client.get("/q/ST3RK4")
    assert 'name="token"' not in closed.text


async def test_nobody_sees_the_standards_of_another_district(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "far", "reader", "osterfeld")
    for path in (STANDARDS, EARLY):
        assert (await city.client.get(path)).status_code == 403
    assert (await city.client.get(f"{STANDARDS}/unknown")).status_code in (403, 404)
