"""The campaign in figures: views that are addresses, charts from one specification, and numbers said in fives."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import partial
from html import unescape
from uuid import UUID

import pytest

from services.analysis.operations import tag_passages
from services.analysis.results.operations.fold_figures import fold_due
from services.analysis.results.operations.learn_visits import learn_visits
from services.analysis.tagger import load_tagger
from services.intake.operations.tell_visits import tell_visits
from shared.contracts.campaigns import ChannelVisits, VisitsCounted
from shared.kit.clock import now
from tests.support.city import City
from tests.support.people import sign_in

PATH = "/staff/campaigns/sterkrade-2026"
FIGURES = f"{PATH}/figures"
LATE = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


@pytest.fixture
async def campaign(city: City) -> UUID:
    """Fourteen people by foot in German, ten by bus in Turkish."""
    made = await city.publish_demo()
    for number in range(24):
        way, language = ("foot", "de") if number < 14 else ("bus", "tr")
        answers = {"a-informed": str(number % 5 + 1), "a-way": way, "a-places": ["market", "park"], "a-wish": LATE}
        await city.respond(answers, language=language)
    await city.deliver_all()
    await fold_due(city.database("analysis"))
    return made.campaign_id


async def _see(city: City, path: str) -> str:
    """The page's text as a person reads it, without markup."""
    answer = await city.client.get(path)
    assert answer.status_code == 200, answer.text
    main = answer.text.split("<main", 1)[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


async def test_a_view_is_its_address_and_says_how_many_people_it_holds(city: City, campaign: UUID) -> None:
    await sign_in(city, "ada")
    assert re.search(r"(20|25) Personen stehen in diesen Zahlen", await _see(city, FIGURES))
    seen = await _see(city, f"{FIGURES}?language=tr&nonsense=1&language=xx")
    assert re.search(r"Diese Ansicht zählt (5|10|15) von (20|25) Personen\.", seen)
    page = (await city.client.get(f"{FIGURES}?language=tr")).text
    assert 'name="language" value="tr" checked' in page
    assert f"{FIGURES}?language=tr</code>" in page, "to be shared"
    assert "niemand oder weniger als fünf" in await _see(city, f"{FIGURES}?language=ar")
    assert "niemand oder weniger als fünf" in await _see(city, f"{FIGURES}?until=2020-01-01")
    assert "style=" not in page, "the policy would ignore it"
    numbers = re.findall(r'<td class="number">(\d+)</td>', page)
    assert numbers
    assert all(int(one) % 5 == 0 for one in numbers)


async def test_a_chart_is_a_picture_a_file_and_a_specification(city: City, campaign: UUID) -> None:
    await sign_in(city, "ada")
    path = f"{PATH}/charts/q.way"
    picture = await city.client.get(f"{path}.svg?language=de")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert "zu Fuß" in picture.text
    again = await city.client.get(f"{path}.svg?language=de", headers={"If-None-Match": picture.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    file = await city.client.get(f"{path}.file.svg?language=de")
    assert "attachment" in file.headers["content-disposition"]
    written = " ".join(unescape(re.sub(r"<[^>]+>", " ", file.text)).split())
    assert "Auswahl: Sprache: Deutsch." in written
    assert "Quelle: Mitreden in Sterkrade" in written
    assert (await city.client.get(f"{path}.png")).content.startswith(b"\x89PNG")
    spec = (await city.client.get(f"{path}.json")).json()
    assert "zu Fuß" in str(spec)
    for name in ("time.svg", "total.svg", "cross.svg?rows=q.way&columns=language", "compare.q.way.svg?a=language:de"):
        assert (await city.client.get(f"{PATH}/charts/{name}")).status_code == 200, name
    for name in ("q.nothing.svg", "q.way.gif", "map.svg", "compare.q.nothing.svg"):
        assert (await city.client.get(f"{PATH}/charts/{name}")).status_code == 404, name


async def test_two_questions_are_crossed_and_two_groups_compared(city: City, campaign: UUID) -> None:
    await sign_in(city, "ada")
    seen = await _see(city, f"{PATH}/cross?rows=q.way&columns=language&of=row")
    assert "Wie sind Sie heute hier? nach Sprache" in seen
    assert "100 %" in seen.replace("\xa0", " ")
    seen = await _see(city, f"{PATH}/compare?a=language:de&b=language:tr")
    assert "Deutsch" in seen
    assert "verglichenen Antworten ist der Unterschied größer, als Zufall und Rundung erklären." in seen
    assert "Wählen Sie zwei Gruppen" in await _see(city, f"{PATH}/compare")
    assert (await city.client.get(f"{PATH}/compare?with=nowhere")).status_code == 404


async def test_texts_of_few_are_not_listed_and_masked_words_not_found(city: City, campaign: UUID) -> None:
    await city.respond({"a-informed": "1", "a-way": "foot", "a-wish": "Mehr Bäume! Mein Telefon: 0208 1234567"})
    await city.deliver_all()
    await sign_in(city, "ada")
    assert "Mehr Bäume" in await _see(city, f"{PATH}/texts?q=Baum")
    assert "Mehr Bäume" in await _see(city, f"{PATH}/texts?q=b%C3%A4umen")
    assert "Dazu gibt es keinen Text" in await _see(city, f"{PATH}/texts?q=1234567"), "it is masked"
    assert "aus der Zeitung" in await _see(city, f"{PATH}/texts?language=tr")
    seen = await _see(city, f"{PATH}/texts?language=ar")
    assert "keine einzelnen Texte" in seen
    response = await city.one("SELECT response_id FROM analysis.passage WHERE text LIKE 'Mehr B%'")
    whole = await _see(city, f"{PATH}/responses/{response}")
    assert "Mehr Bäume" in whole
    assert "1234567" not in whole
    assert "zu Fuß" not in whole, "fewer than five said so"
    assert "beantwortet, hier nicht gezeigt" in whole
    assert not re.search(r"\d\d:\d\d", whole), "no time more exact than the month"
    assert (await city.client.get(f"{PATH}/responses/{campaign}")).status_code == 404


async def test_a_target_is_set_by_an_editor_and_a_word_is_no_target(city: City) -> None:
    made = await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "eda", "editor")
    answer = await city.client.post(f"{PATH}/target", data={"target": "viele", "back": FIGURES})
    page = (await city.client.get(answer.headers["location"])).text
    assert 'value="viele"' in page
    assert 'aria-invalid="true"' in page
    await city.client.post(f"{PATH}/target", data={"target": "1.200", "back": FIGURES})
    await city.client.post(f"{PATH}/target", data={"target": "1200", "back": FIGURES})
    assert await city.all("SELECT subject_id, response_count FROM analysis.target") == [(made.campaign_id, 1200)]
    assert await city.one("SELECT count(*) FROM staff.audit_entry WHERE verb = 'target.changed'") == 1
    await city.client.post(f"{PATH}/target", data={"target": "", "back": FIGURES})
    assert await city.all("SELECT subject_id FROM analysis.target") == []


async def test_a_reader_sets_no_target_and_sees_no_district_of_others(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "rea", "reader", "sterkrade-mitte")
    assert (await city.client.post(f"{PATH}/target", data={"target": "5"})).status_code == 403
    assert "Noch sind keine fünf Antworten beisammen" in await _see(city, FIGURES)
    await sign_in(city, "ost", "lead", "ost")
    for page in ("figures", "cross", "compare", "texts", "charts/time.svg"):
        assert (await city.client.get(f"{PATH}/{page}")).status_code == 403, page


async def test_how_often_forms_were_opened_is_told_and_stands_in_the_funnel(city: City) -> None:
    made = await city.publish_demo()
    await city.deliver_all()
    channel = await city.one("SELECT id FROM intake.channel")
    await city.all(
        "INSERT INTO intake.visit (channel_id, day, opened_count, started_count) "
        "VALUES (:id, current_date, 42, 21) RETURNING 1",
        id=channel,
    )
    for _ in range(2):
        assert await city.database("intake").run(lambda session: tell_visits(session, now())) == 0
    await city.deliver_all()
    assert await city.all("SELECT campaign_id, opened_count, started_count FROM analysis.visit") == [
        (made.campaign_id, 42, 21)
    ]
    await sign_in(city, "ada")
    assert "Formular geöffnet 40 100 % begonnen 20 50 %" in (await _see(city, FIGURES)).replace("\xa0", " ")


async def test_an_older_count_of_visits_changes_nothing(city: City) -> None:
    made = await city.publish_demo()
    channel, at = await city.one("SELECT id FROM intake.channel"), now()

    def told(count: int, moment: datetime) -> VisitsCounted:
        return VisitsCounted(made.campaign_id, (ChannelVisits(channel, count, 0),), moment)

    for message in (told(9, at), told(5, at - timedelta(hours=1)), told(9, at)):
        await city.database("analysis").run(partial(learn_visits, message=message))
    assert await city.one("SELECT opened_count FROM analysis.visit") == 9
