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
    await _hear(city, *[("1", LATE)] * 20)
    await _office(city, made.campaign_id, ("5", KIND))
    await sign_in(city, "rea")
    answer = await _look(city, STANDARDS)
    seen = _seen(answer)
    assert "Am meisten Sorge macht: Frühzeitige Information" in seen
    assert "Teilnehmende: 0 % Zustimmung n = 20, 0 % bis 37 %" in seen
    assert "Zuständige Stelle: 100 % Zustimmung eine Antwort" in seen
    assert "Abstand: 100 Punkte" in seen
    assert "Frühzeitige Information 0 % 100 % +100" in seen
    assert "nicht eingehalten schwach belegt, also unsicher" in seen
    assert "Die zuständige Stelle hat einmal geantwortet" in seen
    assert "Stärkstes Zitat dagegen" in seen
    assert "Zeit zum Mitmachen : Frühzeitige Information : 32 Tage ✓ dafür" in seen
    assert "Beteiligung davor:" not in seen, "there is none"
    assert "maschinell" in seen
    for link in ("early-information?stance=not_met#quotes", "early-information"):
        assert f'href="{STANDARDS}/{link}"' in answer.text


async def test_a_choice_of_people_is_said_in_the_same_words_and_in_fives(city: City) -> None:
    await city.publish_demo()
    await _hear(city, *[("1", LATE)] * 33)
    await _hear(city, *[("5", KIND)] * 12, way="bus")
    await sign_in(city, "rea")
    async with city.database("analysis").transaction() as session:
        figures = await read_figures(session, await city.one("SELECT id FROM analysis.campaign"))
    assert figures.count() == 45
    seen = _seen(await _look(city, f"{STANDARDS}?q.way=foot"))
    assert "sagt diese Auswahl" in seen
    assert "Diese Auswahl: 0 % Zustimmung" in seen
    cut = _seen(await _look(city, f"{EARLY}?stance=not_met&q.way=foot"))
    assert re.search(r"Von (30|35) Personen, die sich hierzu äußern, sagen \1 „nicht eingehalten“. 0 % Zustimmung", cut)
    assert not re.search(r"\b33\b(?!\s%)", cut.split("Wer sagt")[1].split("Zitate")[0])
    assert LATE.split(",")[0] in cut
    few = _seen(await _look(city, f"{EARLY}?stance=not_met&q.way=bus"))
    assert re.search(r"Von 1[05] Personen, die sich hierzu äußern, sagen 1[05] „eingehalten“. Für einen Anteil", few)
    assert "100 %" not in few.split("Wer sagt")[1].split("Alle zusammen")[0]
    assert LATE not in few


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
    link = f"{EARLY}?stance=not_met&q.informed=2&q.way=foot#quotes"
    assert f'href="{link}"' in unescape(rows.text)
    quotes = await _look(city, link)
    assert f"{STANDARDS}?q.informed=2&q.way=foot#standard-early-information" in unescape(quotes.text)


async def test_the_campaign_before_of_the_same_district_is_what_it_is_held_against(city: City) -> None:
    await city.publish_demo(demo.plan("frueher", opened_ago=60 * DAY, days=1), "FR3RK4")
    for _ in range(20):
        await city.respond({"a-informed": "5"}, "FR3RK4")
    await city.publish_demo()
    await _hear(city, *[("1", LATE)] * 20)
    await sign_in(city, "rea")
    assert "Gegenüber der Beteiligung davor: 100 Punkte schlechter." in _seen(await _look(city, STANDARDS))


async def test_the_start_page_says_what_worries_most_and_leads_to_who_says_so(city: City) -> None:
    await city.publish_demo()
    await sign_in(city, "rea")
    assert "Sorge" not in _seen(await _look(city, "/staff"))
    await _hear(city, *[("1", LATE)] * 20)
    start = await _look(city, "/staff")
    said = "Am meisten Sorge macht: Frühzeitige Information nicht eingehalten, 0 % Zustimmung von 20 Personen"
    assert said in _seen(start)
    assert f'href="{EARLY}?stance=not_met#who"' in start.text
    assert "Wer sagt was?" in _seen(await _look(city, f"{EARLY}?stance=not_met"))


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
