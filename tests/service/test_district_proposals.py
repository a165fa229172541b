"""A proposal is discussed in a campaign of its own, decided with a reason, and answered."""

from __future__ import annotations

import re
from typing import Any, Final

import httpx
import msgspec
import pytest

from deploy.sow_inventory import DISTRICT, sow_inventory
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.draft_discussion import load_discussion
from tests.support.city import City
from tests.support.people import sign_in

PROPOSALS: Final = "/staff/inventory/proposals"
TITLE: Final = "„Deutsch-Sprachcafé“ und „Sprachcafé Deutsch“: zweimal fast dasselbe"


@pytest.fixture
async def sown(city: City) -> City:
    await sow_inventory(city.parts)
    await sign_in(city, "lea", "lead", DISTRICT)
    return city


async def _way(city: City) -> str:
    """The address of the proposal about the two language cafés."""
    page = await city.client.get(PROPOSALS)
    found = re.search(rf'href="{PROPOSALS}/(double-\w+)\?[^"]*">{re.escape(TITLE)}<', page.text)
    assert found, page.text[:2000]
    return f"{PROPOSALS}/{found[1]}"


async def _act(city: City, way: str, act: str, **fields: Any) -> httpx.Response:
    return await city.client.post(f"{way}/{act}?district={DISTRICT}", data=fields)


async def test_a_proposal_says_its_grounds_and_what_speaks_against_it(sown: City) -> None:
    page = await sown.client.get(await _way(sown))
    assert "Sprachcafé Deutsch: Zeiten: Di 16:00–18:00" in page.text
    assert "Zwei Orte können Absicht sein" in page.text


async def test_discussing_it_drafts_one_campaign_with_a_ready_questionnaire(sown: City) -> None:
    way = await _way(sown)
    for _ in range(2):
        assert (await _act(sown, way, "discuss")).status_code == 303
    await sown.deliver_all()
    ((slug, state, title),) = await sown.all("SELECT slug, state, title FROM intake.campaign")
    assert (state, slug[:10]) == ("draft", "vorschlag-")
    assert set(title) == {"de", "de-einfach", "en", "tr", "ar", "uk"}
    definition = await sown.one("SELECT definition FROM intake.questionnaire")
    drafted = msgspec.convert(definition, Questionnaire)
    assert drafted.missing_texts() == []
    assert [question.key for question in drafted.asking][:4] == ["support", "conditions", "objections", "missing"]
    assert TITLE in drafted.questions[0].label["de"]
    assert "Entwurf der Kampagne" in (await sown.client.get(way)).text


async def test_every_kind_of_proposal_can_be_asked_about_in_every_language() -> None:
    found = load_discussion()
    assert set(found.about) == {"double", "room", "pots", "circles", "link", "need"}
    for texts in (found.word, found.intro, *found.about.values()):
        assert set(texts) == set(found.questionnaire.languages)


async def test_a_decision_needs_a_reason_and_an_owner_and_keeps_what_it_was_about(sown: City) -> None:
    way = await _way(sown)
    await _act(sown, way, "discuss")
    bare = await _act(sown, way, "decide", decision="do", owner="Quartiersbüro")
    assert bare.status_code == 422
    assert 'value="Quartiersbüro"' in bare.text and 'href="#reason"' in bare.text
    whole = {"decision": "do", "reason": "Beide wollen es", "owner": "Quartiersbüro", "due_on": "2027-01-31"}
    assert (await _act(sown, way, "decide", **whole)).status_code == 303
    page = await sown.client.get(way)
    assert "Beide wollen es" in page.text and "31. Januar 2027" in page.text
    assert await sown.all("SELECT after ->> 'decision' FROM staff.audit_entry WHERE verb = 'proposal.decided'") == [
        ("do",)
    ]
    assert "Wir machen es" in (await sown.client.get(PROPOSALS)).text


async def test_one_that_is_put_aside_leaves_the_list_with_its_reason_and_comes_back(sown: City) -> None:
    way = await _way(sown)
    assert (await _act(sown, way, "dismiss")).status_code == 422
    await _act(sown, way, "dismiss", reason="schon besprochen")
    assert "schon besprochen" in (await sown.client.get(way)).text
    await _act(sown, way, "reopen")
    assert await sown.one("SELECT state FROM analysis.proposal") == "kept"


async def test_an_answer_waits_for_somebody_who_said_something(sown: City) -> None:
    way = await _way(sown)
    await _act(sown, way, "discuss")
    assert (await _act(sown, way, "answer")).headers["location"].endswith("done=nobody")


async def test_only_who_leads_decides(city: City) -> None:
    await sow_inventory(city.parts)
    await sign_in(city, "eda", "editor", DISTRICT)
    way = await _way(city)
    await _act(city, way, "discuss")
    assert (await _act(city, way, "decide", decision="do", reason="a", owner="b")).status_code == 403


async def test_a_proposal_nobody_made_is_not_there(sown: City) -> None:
    assert (await sown.client.get(f"{PROPOSALS}/double-0000")).status_code == 404
