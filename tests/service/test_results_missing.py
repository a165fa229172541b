"""Who is missing: on rounded numbers, with doubt, and with what to do as long as it helps."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import text

from services.analysis.operations import tag_passages
from services.analysis.tagger import load_tagger
from tests.support.city import City
from tests.support.making import told
from tests.support.people import sign_in
from tests.support.residents import SLUG, answer, ask_who, bring_few, bring_residents

PATH = f"/staff/campaigns/{SLUG}/missing"


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


async def test_the_missing_are_named_with_what_to_do(city: City) -> None:
    campaign_id = await ask_who(city)
    await answer(city)
    await bring_residents(city)
    await sign_in(city, "rea")
    page = await city.client.get(PATH)
    text = told(page)
    assert re.search(r"65 bis 79: unter 5 von \d+ erwarteten\.", text)
    assert f"/staff/making/{campaign_id}/print?f=a4&amp;f=a5&amp;large=yes" in page.text
    assert "In Schwarze Heide gibt es noch keinen Zugang." in text
    assert f"/staff/making/{campaign_id}/channels/new" in page.text
    assert "Demo – erfundene Zahlen" in text
    assert f"/staff/making/{campaign_id}/print?f=a5&amp;f=a4&amp;lang=tr" in page.text


async def test_no_number_on_the_page_is_exact(city: City) -> None:
    await ask_who(city)
    await answer(city)
    await bring_residents(city)
    await sign_in(city, "rea")
    page = (await city.client.get(PATH)).text
    table = page[page.index('id="by-age"') : page.index('id="crossed"')]
    answered = re.findall(r'<th scope="row">.*?</th>\s*<td class="number">([^<]*)</td>', table)
    assert len(answered) == 7 + 5
    assert all(one == "unter 5" or int(one) % 5 == 0 for one in answered)
    assert answered.count("unter 5") >= 4


async def test_when_it_is_over_the_page_says_what_a_report_has_to_say(city: City) -> None:
    await ask_who(city)
    await answer(city)
    await bring_residents(city)
    async with city.owner.transaction() as session:
        await session.execute(text("UPDATE analysis.campaign SET closes_at = now() - interval '1 hour'"))
    await sign_in(city, "rea")
    said = told(await city.client.get(PATH))
    assert "hat die Beteiligung zu wenige Menschen dieser Gruppen erreicht" in said
    assert "Ihre Sicht fehlt in den Ergebnissen." in said
    assert "gibt es noch keinen Zugang" not in said


async def test_without_residents_or_questions_the_page_says_where_to_begin(city: City) -> None:
    demo = await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "rea")
    path = f"/staff/campaigns/{demo.slug}"
    said = await city.client.get(f"{path}/missing")
    assert said.status_code == 200
    assert "/staff/population?district=sterkrade-mitte" in said.text
    assert "fragt weder nach dem Alter noch nach dem Ortsteil" in told(said)
    weights = await city.client.get(f"{path}/weights")
    assert "Es gibt keine Einwohnerzahlen" in told(weights)


async def test_before_five_have_answered_nothing_is_judged(city: City) -> None:
    await ask_who(city)
    await answer(city, [("65-79", "centre", 4)])
    await bring_residents(city)
    await sign_in(city, "rea")
    page = await city.client.get(PATH)
    said = told(page)
    assert "Noch haben keine fünf Personen dazu etwas gesagt." in said
    assert "Es ist noch zu früh zum Vergleichen" in said
    assert set(re.findall(r">(deutlich zu wenige|eher zu wenige|passt|deutlich mehr)<", page.text)) == set()


async def test_few_answers_are_not_weighted(city: City) -> None:
    await ask_who(city)
    await answer(city)
    await bring_residents(city)
    await sign_in(city, "rea")
    said = told(await city.client.get(f"/staff/campaigns/{SLUG}/weights"))
    assert "Hier wird nicht gewichtet" in said
    assert "Die ungewichteten Zahlen bleiben, wie sie sind." in said


async def test_weighted_answers_stand_beside_the_raw_ones(city: City) -> None:
    await ask_who(city)
    await answer(
        city, [("18-26", "centre", 44), ("65-79", "centre", 40), ("18-26", "alsfeld", 40), ("65-79", "alsfeld", 36)]
    )
    await bring_few(city)
    await sign_in(city, "rea")
    page = await city.client.get(f"/staff/campaigns/{SLUG}/weights?question=q.way")
    assert page.status_code == 200
    said = told(page)
    assert "So sicher wie" in said, said
    assert "Kein Beitrag zählt mehr als 5-fach." in said
    shares = re.findall(r'<strong>(\d+)\u00a0%</strong></td><td class="number">(\d+)\u00a0%', page.text)
    assert len(shares) == 2
    for column in zip(*shares, strict=True):
        assert abs(sum(map(int, column)) - 100) <= 2


async def test_a_campaign_of_another_district_is_not_shown(city: City) -> None:
    await ask_who(city)
    await city.deliver_all()
    await sign_in(city, "rea", "reader", "osterfeld")
    assert (await city.client.get(PATH)).status_code == 403
    assert (await city.client.get(PATH.replace("missing", "weights"))).status_code == 403
