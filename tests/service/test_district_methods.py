"""The library on its pages: found, adapted by a district, used by a campaign, and proposed by the advisor."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from services.analysis.district.domain.method_form import typed_of
from services.analysis.district.storage.methods import shipped
from tests.support.city import City
from tests.support.people import sign_in

DISTRICT = "sterkrade-mitte"
SAME = {"Sec-Fetch-Site": "same-origin"}
WALK = next(one for one in shipped() if one.key == "walk")


@pytest.fixture(autouse=True)
async def _planner(city: City) -> None:
    await city.publish_demo()
    await sign_in(city, "eda", "editor", DISTRICT)


async def _page(city: City, path: str, status: int = 200) -> str:
    answer = await city.client.get(path)
    assert answer.status_code == status, answer.text
    return unescape(answer.text)


async def _post(city: City, path: str, status: int = 303, **fields: Any) -> str:
    answer = await city.client.post(path, data=fields, headers=SAME)
    assert answer.status_code == status, answer.text
    return unescape(answer.text) if status != 303 else str(answer.headers["location"])


async def test_the_list_is_narrowed_by_words_group_and_level(city: City) -> None:
    everything = await _page(city, "/staff/methods")
    assert everything.count("/staff/methods/") > 40
    narrowed = await _page(city, "/staff/methods?q=rollator&group=seniors&level=beratung")
    assert "Stadtteilspaziergang" in narrowed
    assert "Kiosk" not in narrowed
    assert "Nichts passt" in await _page(city, "/staff/methods?q=gibtesnicht")


async def test_a_method_leads_to_a_campaign_with_its_questionnaire(city: City) -> None:
    page = await _page(city, "/staff/methods/event-evaluation")
    link = re.search(r'href="(/staff/making/new[^"]+)"', page)
    assert link
    form = await _page(city, link[1])
    assert re.search(r'value="evaluation"[^>]* checked', form)


async def test_a_district_adapts_a_method_and_goes_back(city: City) -> None:
    typed: dict[str, Any] = typed_of(WALK) | {"name": ["Abendrundgang"], "district": [DISTRICT], "edition": ["0"]}
    assert (await _post(city, "/staff/methods/walk/edit", **typed)).endswith("done=kept")
    page = await _page(city, "/staff/methods/walk")
    assert "Abendrundgang" in page and "Stadtteilspaziergang" not in page
    assert (await _post(city, "/staff/methods/walk/retire", district=[DISTRICT])).endswith("done=retired")
    assert "Stadtteilspaziergang" in await _page(city, "/staff/methods/walk")


async def test_two_who_change_the_same_method_lose_nothing(city: City) -> None:
    mine: dict[str, Any] = typed_of(WALK) | {"district": [DISTRICT], "edition": ["0"]}
    await _post(city, "/staff/methods/walk/edit", **mine)
    late = await _post(city, "/staff/methods/walk/edit", 409, **(mine | {"suits": ["Was ich lange getippt habe"]}))
    assert "inzwischen geändert" in late
    assert "Was ich lange getippt habe" in late


async def test_a_form_with_gaps_comes_back_with_all_that_was_typed(city: City) -> None:
    typed: dict[str, Any] = {
        "district": [DISTRICT],
        "edition": ["0"],
        "name": ["Teestunde"],
        "hours": ["lang"],
        "groups": ["seniors"],
    }
    page = await _post(city, "/staff/methods/new", 422, **typed)
    assert 'value="Teestunde"' in page and 'value="lang"' in page
    assert 'href="#field-hours"' in page and 'href="#field-steps"' in page
    assert re.search(r'name="groups" value="seniors" checked', page)


async def test_an_own_method_is_found_and_no_second_takes_its_name(city: City) -> None:
    typed: dict[str, Any] = typed_of(WALK) | {"name": ["Teestunde im Hof"], "district": [DISTRICT], "edition": ["0"]}
    assert "/teestunde-im-hof?" in await _post(city, "/staff/methods/new", **typed)
    assert "Teestunde im Hof" in await _page(city, "/staff/methods?q=teestunde")
    assert "schon eine Methode" in await _post(city, "/staff/methods/new", 422, **typed)


async def test_what_a_campaign_used_is_noted_once_and_speaks_for_the_method(city: City) -> None:
    await city.respond({"a-informed": "2"})
    await city.deliver_all()
    campaign = str(await city.one("SELECT id FROM analysis.campaign"))
    use: dict[str, Any] = {"district": [DISTRICT], "campaign": [campaign]}
    for _ in range(2):
        await _post(city, "/staff/methods/walk/uses", **use, do=["use"])
    assert await city.one("SELECT count(*) FROM analysis.method_use WHERE undone_at IS NULL") == 1
    assert "ein Beitrag" in await _page(city, "/staff/methods/walk")
    assert "hat hier schon getragen" in await _page(city, "/staff/methods/advice?group=seniors&level=beratung")
    await _post(city, "/staff/methods/walk/uses", **use, do=["undo"])
    assert "hat hier schon getragen" not in await _page(city, "/staff/methods/advice?group=seniors&level=beratung")


async def test_the_advisor_says_why_and_names_what_cannot_be(city: City) -> None:
    page = await _page(city, "/staff/methods/advice?missing=seniors&level=beratung&budget=200&german=some&people=15")
    assert "erreicht, wer bisher fehlte: Ältere" in page
    assert "Passt zu den Menschen, geht aber nicht" in page and "zu teuer" in page
    dated = await _page(city, "/staff/methods/advice?group=youth&until=2099-05-01")
    assert "Antwort bis <strong>29. Mai 2099" in dated


async def test_the_advisor_asks_again_for_a_day_that_is_over(city: City) -> None:
    page = await _page(city, "/staff/methods/advice?group=youth&until=2020-01-01&budget=viel")
    assert "Bitte einen Tag ab heute." in page and 'value="viel"' in page
    assert "Unser Vorschlag" not in page


async def test_nobody_changes_the_library_of_others(city: City) -> None:
    typed: dict[str, Any] = typed_of(WALK) | {"district": ["osterfeld"], "edition": ["0"]}
    answer = await city.client.post("/staff/methods/walk/edit", data=typed, headers=SAME)
    assert answer.status_code == 403
    assert (await city.client.get("/staff/methods?district=osterfeld")).status_code == 403
