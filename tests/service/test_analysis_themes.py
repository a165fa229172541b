"""Themes: proposed on request, named, merged or refused by people, never lost, never published by themselves."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest

from services.analysis.operations import tag_passages
from services.analysis.operations.search_themes import search_themes
from services.analysis.tagger import load_tagger
from shared.kit.clock import now
from tests.support.city import City
from tests.support.people import sign_in

LATE = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."
BIKES = [f"Fahrradständer am {place} fehlen" for place in ("Bahnhof", "Markt", "Rathaus", "Freibad", "Museum", "Kino")]
RENTS = [f"Die Miete in der {street} ist zu hoch" for street in ("Altstadt", "Nordstadt", "Siedlung", "City", "Heide")]
PAGE = "/staff/campaigns/sterkrade-2026/themes"
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


@pytest.fixture(autouse=True)
async def _read(city: City) -> None:
    await city.publish_demo()
    await _say(city, *BIKES, *RENTS, LATE)
    await sign_in(city, "eda", "editor", "sterkrade-mitte")


async def _say(city: City, *texts: str) -> None:
    for text in texts:
        await city.respond({"a-informed": "2", "a-wish": text})
    await city.deliver_all()


async def _post(city: City, path: str, **fields: str) -> str:
    """Where it leads."""
    answer = await city.client.post(path, data=fields, headers=SAME)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"]).rsplit("=", 1)[-1]


async def _search(city: City) -> None:
    assert await _post(city, f"{PAGE}/searches") == "started"
    await city.deliver_all()


async def _themes(city: City, state: str) -> list[UUID]:
    """Largest first."""
    rows = await city.all(
        "SELECT t.id FROM analysis.theme t LEFT JOIN analysis.theme_passage p ON p.theme_id = t.id "
        "WHERE t.state = :state GROUP BY t.id ORDER BY count(*) DESC",
        state=state,
    )
    return [theme_id for (theme_id,) in rows]


async def _see(city: City) -> str:
    answer = await city.client.get(PAGE)
    assert answer.status_code == 200, answer.text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text.split("<main", 1)[1])).split())


async def test_what_untagged_texts_have_in_common_is_proposed_with_words_and_voices(city: City) -> None:
    await _search(city)
    seen = await _see(city)
    assert "fahrradständer" in seen
    assert "6 Stimmen" in seen and "5 Stimmen" in seen
    assert BIKES[0] in seen or BIKES[1] in seen
    assert LATE not in seen
    assert await city.all("SELECT state, done, total, text_count FROM analysis.theme_search") == [
        ("finished", 3, 3, 11)
    ]


async def test_a_second_press_starts_no_second_search(city: City) -> None:
    assert await _post(city, f"{PAGE}/searches") == "started"
    assert await _post(city, f"{PAGE}/searches") == "running"
    assert "Die Suche läuft" in await _see(city)
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM analysis.theme_search") == 1


async def test_a_search_delivered_twice_proposes_once(city: City) -> None:
    await _search(city)
    before = await _themes(city, "proposed")
    await search_themes(city.database("analysis"), await city.one("SELECT id FROM analysis.theme_search"))
    assert await _themes(city, "proposed") == before


async def test_a_search_whose_worker_is_lost_can_be_started_again(city: City) -> None:
    assert await _post(city, f"{PAGE}/searches") == "started"
    long_ago = now() - timedelta(hours=1)
    await city.all("UPDATE analysis.theme_search SET requested_at = :at RETURNING id", at=long_ago)
    assert await _post(city, f"{PAGE}/searches") == "started"
    assert await city.one("SELECT count(*) FROM analysis.theme_search WHERE state = 'failed'") == 1


async def test_a_named_theme_stays_when_searched_again_and_later_voices_are_proposed_to_it(city: City) -> None:
    await _search(city)
    bikes, _ = await _themes(city, "proposed")
    assert await _post(city, f"{PAGE}/{bikes}", act="name", name=" Räder abstellen ") == "named"
    await _say(city, "Fahrradständer am Stadion fehlen", "Der Kuchen war lecker")
    rows = await city.all(
        "SELECT text FROM analysis.theme_passage t JOIN analysis.passage p ON p.id = t.passage_id "
        "WHERE theme_id = :theme AND state = 'proposed'",
        theme=bikes,
    )
    assert rows == [("Fahrradständer am Stadion fehlen",)]
    await _search(city)
    assert await _themes(city, "named") == [bikes]
    assert len(await _themes(city, "proposed")) == 1
    seen = await _see(city)
    assert "Räder abstellen 6 Stimmen" in seen
    assert "Eine weitere Stimme könnte dazugehören Fahrradständer am Stadion fehlen" in seen


async def test_a_person_says_whether_a_later_voice_belongs_to_the_theme(city: City) -> None:
    await _search(city)
    bikes, _ = await _themes(city, "proposed")
    await _post(city, f"{PAGE}/{bikes}", act="name", name="Räder abstellen")
    await _say(city, "Fahrradständer am Stadion fehlen")
    later = await city.one("SELECT passage_id FROM analysis.theme_passage WHERE state = 'proposed'")
    assert await _post(city, f"{PAGE}/{bikes}/voices/{later}", verdict="member") == "member"
    assert await _post(city, f"{PAGE}/{bikes}/voices/{later}", verdict="member") == "gone"
    assert "Räder abstellen 7 Stimmen" in await _see(city)


async def test_a_refused_theme_is_not_proposed_again_and_may_be_taken_back(city: City) -> None:
    await _search(city)
    bikes, rents = await _themes(city, "proposed")
    assert await _post(city, f"{PAGE}/{bikes}", act="refuse") == "refused"
    await _search(city)
    assert len(await _themes(city, "proposed")) == 1
    assert await _themes(city, "refused") == [bikes]
    assert await _post(city, f"{PAGE}/{bikes}", act="again") == "again"
    assert len(await _themes(city, "proposed")) == 2
    assert rents not in await _themes(city, "refused")


async def test_merged_themes_keep_all_their_voices(city: City) -> None:
    await _search(city)
    bikes, rents = await _themes(city, "proposed")
    await _post(city, f"{PAGE}/{bikes}", act="name", name="Alltag")
    assert await _post(city, f"{PAGE}/{rents}", act="merge", into=str(bikes)) == "merged"
    assert await city.one("SELECT count(*) FROM analysis.theme_passage WHERE theme_id = :theme", theme=bikes) == 11
    assert await _post(city, f"{PAGE}/{rents}", act="merge", into=str(bikes)) == "gone"
    assert "Alltag 11 Stimmen" in await _see(city)


async def test_every_decision_leaves_its_entry(city: City) -> None:
    await _search(city)
    bikes, rents = await _themes(city, "proposed")
    await _post(city, f"{PAGE}/{bikes}", act="name", name="Räder")
    await _post(city, f"{PAGE}/{rents}", act="refuse")
    verbs = [
        verb for (verb,) in await city.all("SELECT verb FROM staff.audit_entry WHERE verb LIKE 'theme%' ORDER BY at")
    ]
    assert verbs == ["themes.requested", "theme.named", "theme.refused"]


async def test_a_theme_without_a_name_keeps_what_was_typed_and_says_what_to_do(city: City) -> None:
    await _search(city)
    bikes, _ = await _themes(city, "proposed")
    answer = await city.client.post(f"{PAGE}/{bikes}", data={"act": "name", "name": "x" * 81}, headers=SAME)
    assert answer.status_code == 400
    assert f'href="#name-{bikes}"' in answer.text
    assert "x" * 81 in answer.text
    assert len(await _themes(city, "proposed")) == 2


async def test_a_reader_sees_themes_and_decides_nothing(city: City) -> None:
    await _search(city)
    bikes, _ = await _themes(city, "proposed")
    await sign_in(city, "ron", "reader", "sterkrade-mitte")
    answer = await city.client.get(PAGE)
    assert "<form" not in answer.text.split("<main", 1)[1]
    refused = await city.client.post(f"{PAGE}/{bikes}", data={"act": "refuse"}, headers=SAME)
    assert refused.status_code == 403


async def test_a_held_text_is_neither_compared_nor_shown(city: City) -> None:
    await _say(city, "Fahrradständer am Kanal fehlen, ich bring mich um")
    await _search(city)
    assert "Kanal" not in await _see(city)
    assert await city.one("SELECT text_count FROM analysis.theme_search") == 11
