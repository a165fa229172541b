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
from tests.support import demo
from tests.support.city import City
from tests.support.demo import CODE
from tests.support.people import sign_in

PATH = "/staff/campaigns/sterkrade-2026"
NEW = UUID(int=77)
COPIED = "campaign_id, key, place, kind, label, choices, standard, points, core, about"
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
    assert "Die Filter „Sprache: xx“, „nonsense: 1“ sind hier nicht bekannt und wurden weggelassen." in seen
    assert "nicht bekannt" not in await _see(city, f"{FIGURES}?language=tr&from=2020-01-01&done=target")
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
    assert re.search(r"zu Fuß (10|15) Pers\. – ", seen), "of so few people no share is told"
    seen = await _see(city, f"{PATH}/compare?a=language:de&b=language:tr")
    assert "Deutsch" in seen
    assert "Für Anteile sind es zu wenige Personen." in seen
    assert "Wählen Sie zwei Gruppen" in await _see(city, f"{PATH}/compare")
    assert (await city.client.get(f"{PATH}/compare?with=nowhere")).status_code == 404


async def test_two_times_and_two_versions_are_compared(city: City, campaign: UUID) -> None:
    await city.all("UPDATE analysis.response SET questionnaire_id = :new WHERE language = 'tr' RETURNING 1", new=NEW)
    await city.all(
        f"INSERT INTO analysis.question (questionnaire_id, version, {COPIED}) "
        f"SELECT :new, 2, {COPIED} FROM analysis.question RETURNING 1",
        new=NEW,
    )
    await fold_due(city.database("analysis"))
    await sign_in(city, "ada")
    page = (await city.client.get(f"{PATH}/compare")).text
    versions = f"{PATH}/compare?a=version%3A1&amp;b=version%3A2"
    assert versions in page, "offered before anybody looks for it"
    seen = await _see(city, unescape(versions))
    assert "Verglichen werden „Fragebogen: Version 1“ und „Fragebogen: Version 2“." in seen
    assert re.search(r"zu Fuß (10|15) Pers\. – –", seen), "of so few people no share is told"
    day = now().date().isoformat()
    seen = await _see(city, f"{PATH}/compare?a-until=2020-01-01&b-from={day}&language=de")
    assert re.search(r"Verglichen werden „bis Mi\., 1\.1\.“ und „ab .*“\. Für beide gilt: Sprache: Deutsch\.", seen)


async def test_a_wave_is_compared_with_the_campaign_before_where_both_asked_alike(city: City, campaign: UUID) -> None:
    await city.publish_demo(demo.plan("sterkrade-2025", opened_ago=timedelta(days=200)), "VR25XY")
    for _ in range(22):
        await city.respond({"a-informed": "5", "a-way": "bus", "a-places": ["park"]}, code="VR25XY")
    await city.deliver_all()
    await city.all(
        'UPDATE analysis.question q SET label = \'{"de": "Wohin gehen Sie?"}\' FROM analysis.campaign c '
        "WHERE c.id = q.campaign_id AND c.slug = 'sterkrade-2025' AND key = 'places' RETURNING 1"
    )
    await fold_due(city.database("analysis"))
    await sign_in(city, "ada")
    page = (await city.client.get(f"{PATH}/compare")).text
    assert "Mit der Beteiligung davor" in page
    assert f"{PATH}/compare?with=sterkrade-2025" in page
    seen = await _see(city, f"{PATH}/compare?with=sterkrade-2025&b=nobody:x")
    assert re.search(r"„Mitreden in Sterkrade \((\w+ \d{4})\)“ und „Mitreden in Sterkrade \((?!\1)\w+ \d{4}\)“", seen)
    assert re.search(r"Wie sind Sie heute hier\? .* mit dem Bus \d+ % \d+ % −\d+ Punkte", seen.replace("\xa0", " "))
    assert re.search(r"verglichenen Antworten ist der Unterschied größer, als Zufall und Rundung erklären\.", seen)
    assert "Wo sind Sie oft?" not in seen.split("Verglichen werden")[1], "the other campaign asked something else"
    assert "„nobody: x“ ist hier nicht bekannt" in seen
    charts = f"{PATH}/charts/compare.q.{{}}.svg?with=sterkrade-2025"
    assert (await city.client.get(charts.format("way"))).status_code == 200
    assert (await city.client.get(charts.format("places"))).status_code == 404
    later = await _see(city, "/staff/campaigns/sterkrade-2025/compare")
    assert "Mit der Beteiligung davor" not in later


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


async def test_a_channel_has_a_target_and_stands_on_the_map_where_it_is(city: City, campaign: UUID) -> None:
    await sign_in(city, "eda", "editor")
    assert "Je Zugang und Ziel" not in await _see(city, FIGURES)
    typed = {"target": "50", f"target-{CODE}": "nix", "back": FIGURES}
    answer = await city.client.post(f"{PATH}/target", data=typed)
    page = (await city.client.get(answer.headers["location"])).text
    assert 'value="50"' in page
    assert re.search(r'value="nix"[^>]*aria-invalid="true"', page)
    assert await city.all("SELECT 1 FROM analysis.target") == [], "all or none"
    await city.client.post(f"{PATH}/target", data=typed | {f"target-{CODE}": "40"})
    seen = await _see(city, FIGURES)
    assert re.search(r"Je Zugang und Ziel .* (20|25) von 40 40", seen)
    assert "Je Zugang und Ziel" not in await _see(city, f"{FIGURES}?language=de"), "it is meant for all"
    assert (await city.client.get(f"{PATH}/charts/channels.svg?language=de")).status_code == 404
    assert "0 von 1 Zugängen mit Ziel" in unescape((await city.client.get(f"{PATH}/charts/channels.svg")).text)
    assert (await city.client.get(f"{PATH}/charts/map.svg")).status_code == 404, "nobody said where it is"
    await city.all("UPDATE analysis.channel SET latitude = 51.52, longitude = 6.85 RETURNING 1")
    drawn = unescape((await city.client.get(f"{PATH}/charts/map.svg")).text)
    assert f"Zugänge: A Stadtteilbücherei Sterkrade ({CODE}): 2" in drawn
    assert f"A Stadtteilbücherei Sterkrade ({CODE})" in await _see(city, FIGURES)


async def test_a_reader_sets_no_target_and_sees_no_district_of_others(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "rea", "reader", "sterkrade-mitte")
    assert (await city.client.post(f"{PATH}/target", data={"target": "5"})).status_code == 403
    assert "Noch sind keine fünf Beiträge beisammen" in await _see(city, FIGURES)
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
    for query, is_known in (("", True), (f"?channel={CODE}", True), ("?language=de", False)):
        seen = (await _see(city, FIGURES + query)).replace("\xa0", " ")
        found = re.search(r"Formular geöffnet (40|45) 100 % begonnen (20|25) \d\d % ", seen)
        assert (found is not None) is is_known


async def test_an_older_count_of_visits_changes_nothing(city: City) -> None:
    made = await city.publish_demo()
    channel, at = await city.one("SELECT id FROM intake.channel"), now()

    def told(count: int, moment: datetime) -> VisitsCounted:
        return VisitsCounted(made.campaign_id, (ChannelVisits(channel, count, 0),), moment)

    for message in (told(9, at), told(5, at - timedelta(hours=1)), told(9, at)):
        await city.database("analysis").run(partial(learn_visits, message=message))
    assert await city.one("SELECT opened_count FROM analysis.visit") == 9
