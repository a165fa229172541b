"""An answer to a theme that people named: all its voices are chosen, and notify hears of it under the theme's name."""

from __future__ import annotations

import re
from typing import Final

import pytest

from services.analysis.operations import tag_passages
from services.analysis.tagger import load_tagger
from shared.kit.ids import random_id
from tests.support.city import City
from tests.support.people import sign_in

BIKES: Final = [f"Fahrradständer am {place} fehlen" for place in ("Bahnhof", "Markt", "Rathaus", "Freibad", "Museum")]
RENTS: Final = [f"Die Miete in der {street} ist zu hoch" for street in ("Altstadt", "Nordstadt", "City", "Heide")]
CAMPAIGN: Final = "/staff/campaigns/sterkrade-2026"
SAME: Final = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


async def found(city: City) -> list[str]:
    """Ids of the proposed themes."""
    await city.publish_demo()
    for text in [*BIKES, *RENTS]:
        await city.respond({"a-informed": "2", "a-wish": text})
    await city.deliver_all()
    await sign_in(city, "eda", "editor", "sterkrade-mitte")
    await city.client.post(f"{CAMPAIGN}/themes/searches", headers=SAME)
    await city.deliver_all()
    return [str(row[0]) for row in await city.all("SELECT id FROM analysis.theme ORDER BY id")]


async def voices(city: City, theme: str) -> int:
    """Responses that a theme's passages come from."""
    return int(
        await city.one(
            "SELECT count(DISTINCT p.response_id) FROM analysis.theme_passage t "
            f"JOIN analysis.passage p ON p.id = t.passage_id WHERE t.theme_id = '{theme}' AND t.state = 'member'"
        )
    )


async def test_all_voices_of_a_named_theme_get_one_answer(city: City) -> None:
    theme, *_ = await found(city)
    await city.client.post(f"{CAMPAIGN}/themes/{theme}", data={"act": "name", "name": "Räder abstellen"}, headers=SAME)
    page = (await city.client.get(f"{CAMPAIGN}/themes")).text
    sent = re.search(r'name="selection" value="([^"]+)"><input type="hidden" name="key" value="' + theme, page)
    assert sent
    fields = {"selection": sent[1], "key": theme, "do": "theme", "back": f"{CAMPAIGN}/themes"}
    for _ in range(2):
        answer = await city.client.post(f"{CAMPAIGN}/selections", data=fields, headers=SAME)
        assert answer.headers["location"] == f"/staff/outcomes/new?selection={sent[1]}"
    await city.deliver_all()
    chosen = await voices(city, theme)
    assert chosen >= 3
    assert await city.all("SELECT kind, label, response_count FROM notify.selection") == [
        ("quotes", "Räder abstellen", chosen)
    ]
    assert await city.one("SELECT count(*) FROM notify.selection_voice") == chosen
    assert "Räder abstellen" in (await city.client.get(answer.headers["location"])).text
    assert '<a href="/staff/outcomes">' in (await city.client.get(f"{CAMPAIGN}/themes")).text


@pytest.mark.parametrize("key", ["proposed", "nonsense", "00000000-0000-4000-8000-000000000000"])
async def test_what_nobody_named_cannot_be_answered(city: City, key: str) -> None:
    theme, *_ = await found(city)
    fields = {"selection": str(random_id()), "key": theme if key == "proposed" else key, "do": "theme", "back": "/"}
    answer = await city.client.post(f"{CAMPAIGN}/selections", data=fields, headers=SAME)
    assert answer.status_code == 404
    assert await city.one("SELECT count(*) FROM analysis.selection") == 0
