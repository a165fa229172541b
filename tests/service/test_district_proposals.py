"""A proposal is discussed in a campaign of its own, decided with a reason, and answered."""

from __future__ import annotations

import re
from typing import Any, Final
from uuid import UUID

import httpx
import msgspec
import pytest
from sqlalchemy import text

from deploy.sow_inventory import DISTRICT, sow_inventory
from services.analysis.district.domain.proposals import Need
from services.analysis.district.storage.proposals import Voice, read_needs, voices_of
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.draft_discussion import load_discussion
from shared.kit.ids import random_id
from shared.kit.texts import LANGUAGES
from tests.support.city import City
from tests.support.making import PATH as MAKING
from tests.support.making import open_now, publish
from tests.support.needs import OLD, PASSING, TOPIC, YOUNG, speak_of_trees
from tests.support.people import hire, link_path, sign_in
from tests.support.voice import Voice as Resident
from tests.support.voice import subjects

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
    assert set(title) == set(LANGUAGES)
    definition = await sown.one("SELECT definition FROM intake.questionnaire")
    drafted = msgspec.convert(definition, Questionnaire)
    assert drafted.missing_texts() == []
    assert [question.key for question in drafted.asking][:4] == ["support", "conditions", "objections", "missing"]
    grounded = {language for language, label in drafted.questions[0].label.items() if TITLE in label}
    assert grounded == {"de", "de-du"}, "the grounds are in German, and not plain"
    assert "Entwurf der Kampagne" in (await sown.client.get(way)).text


async def test_every_kind_of_proposal_can_be_asked_about_in_every_language() -> None:
    found = load_discussion()
    assert set(found.about) == {"double", "room", "pots", "circles", "link", "need"}
    for texts in (found.word, found.intro, *found.about.values()):
        assert set(texts) == set(found.questionnaire.languages) == set(LANGUAGES)


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


@pytest.fixture
async def spoken(city: City, monkeypatch: pytest.MonkeyPatch) -> City:
    await speak_of_trees(city, monkeypatch)
    return city


async def _voices(city: City, need: Need) -> list[Voice]:
    async with city.database("analysis").transaction() as session:
        return await voices_of(session, need, 50)


async def test_a_need_is_counted_by_those_whose_it_is_and_cites_only_them(spoken: City) -> None:
    async with spoken.database("analysis").transaction() as session:
        needs = {need.speakers: need for need in await read_needs(session, DISTRICT) if need.topic == TOPIC}
    assert set(needs) == {"all", "youth", "seniors"}, "fewer than five children look like nobody"
    assert all(need.people >= 5 and need.people % 5 == 0 for need in needs.values())
    old = {one.quote.before + one.quote.text + one.quote.after for one in await _voices(spoken, needs["seniors"])}
    assert old == {OLD}, "neither the young nor a word in passing"
    young = {one.quote.before + one.quote.text + one.quote.after for one in await _voices(spoken, needs["youth"])}
    assert young == {YOUNG}


async def test_a_proposal_from_a_need_shows_its_voices_the_reviewed_ones_first(spoken: City) -> None:
    await _review(spoken)
    await sow_inventory(spoken.parts)
    await sign_in(spoken, "lea", "lead", DISTRICT)
    page = await spoken.client.get(PROPOSALS)
    found = re.search(rf'href="{PROPOSALS}/(need-\w+)\?[^"]*">[^<]*Menschen ab 65', page.text)
    assert found, "somebody here is there for the old, and for green"
    shown = (await spoken.client.get(f"{PROPOSALS}/{found[1]}")).text
    assert "Schatten" in shown
    marks = re.findall(r"Thema maschinell zugeordnet, Text von Menschen geprüft|noch von niemandem geprüft", shown)
    assert [mark.startswith("Thema") for mark in marks] == [True, False, False]
    assert YOUNG not in shown and PASSING not in shown


async def _review(city: City) -> None:
    """Somebody has read the newest of the old people's texts."""
    passage = await city.one("SELECT id FROM analysis.passage WHERE text = :words ORDER BY id DESC LIMIT 1", words=OLD)
    async with city.owner.transaction() as session:
        await session.execute(
            text(
                "INSERT INTO analysis.review (id, campaign_id, passage_id, verdict, by, at) "
                "SELECT :id, campaign_id, :passage, 'rejected', :id, now() FROM analysis.response LIMIT 1"
            ),
            {"id": random_id(), "passage": passage},
        )


async def _discussed(city: City) -> tuple[str, str]:
    """The proposal's address, and the code behind which its campaign takes answers."""
    way = await _way(city)
    await _act(city, way, "discuss")
    await city.deliver_all()
    base = f"{MAKING}/{await city.one('SELECT id FROM intake.campaign')}"
    await open_now(city, base)
    await city.client.post(f"{base}/channels", data={"kind": "poster", "place": "Haus Ankommen"})
    assert (await publish(city, base)).status_code == 303
    await city.deliver_all()
    return way, await city.one("SELECT code FROM intake.channel")


async def _resident(city: City, code: str, address: str = "", **answers: str) -> None:
    """One of them, who wants letters if there is an address."""
    one = Resident(city)
    one.receipt = await city.respond({"go": "send", **answers}, code)
    await city.deliver_all()
    if address:
        await one.confirm(await one.subscribed(address))


async def _answered(city: City, selection: str) -> None:
    """Lea writes the outcome, Eda publishes it."""
    outcome, path = random_id(), "/staff/outcomes"
    await city.client.post(path, data={"selection": selection, "outcome": str(outcome)})
    number = "SELECT number FROM notify.outcome"
    written = {
        "title-de": "Ein Sprachcafé",
        "asked-de": "Soll aus zweien eines werden?",
        "said-de": "Ja, wenn beide Orte bleiben.",
        "done-de": "Wir legen sie zusammen, im Wechsel an beiden Orten, weil so alle hinkommen.",
        "decision": "do",
        "office": "Quartiersbüro",
        "due": "2027-05-31",
        "percent": "10",
    }
    fields = {**written, "number": str(await city.one(number)), "do": "ask"}
    assert (await city.client.post(f"{path}/{outcome}/content", data=fields)).headers["location"].endswith("asked")
    await hire(city, "eda", "lead", DISTRICT)
    await city.client.post(await link_path(city, "eda"))
    answer = await city.client.post(f"{path}/{outcome}/publish", data={"number": str(await city.one(number))})
    assert answer.headers["location"].endswith("published")
    await city.deliver_all()


BY_HER: Final = "Nur wenn die Kinderbetreuung bleibt."


async def test_exactly_those_who_wrote_on_a_proposal_and_gave_an_address_hear_what_became_of_it(sown: City) -> None:
    way, code = await _discussed(sown)
    await _resident(sown, code, "anna@example.org", **{"a-support": "if", "a-conditions": BY_HER})
    await _resident(sown, code, "berta@example.org", **{"a-support": "yes"})
    await _resident(sown, code, "", **{"a-support": "no", "a-objections": "Zu weit für mich."})
    await _act(sown, way, "decide", decision="do", reason="Beide wollen es", owner="Quartiersbüro")
    location = (await _act(sown, way, "answer")).headers["location"]
    await sown.deliver_all()
    writers = {row[0] for row in await sown.all("SELECT response_id FROM analysis.passage")}
    (told,) = await sown.all("SELECT payload->'response_ids' FROM bus.message WHERE name = 'selection.made.v1'")
    assert {UUID(one) for one in told[0]} == writers
    assert len(writers) == 2
    await _answered(sown, location.split("selection=")[1])
    assert subjects(sown, "anna@example.org")[-1] == "Antwort"
    assert "Antwort" not in subjects(sown, "berta@example.org")
    assert await sown.one("SELECT count(*) FROM notify.notification WHERE letter = 'outcome'") == 1
    public = await sown.client.get(f"/ergebnisse/{await sown.one('SELECT slug FROM intake.campaign')}")
    assert "im Wechsel an beiden Orten" in public.text


async def test_what_is_said_and_who_said_it_never_stand_in_one_schema(sown: City) -> None:
    _, code = await _discussed(sown)
    await _resident(sown, code, "anna@example.org", **{"a-support": "if", "a-conditions": BY_HER})
    for schema, kept_out in (("analysis", "anna@example.org"), ("intake", "anna@example.org"), ("notify", BY_HER)):
        assert await _tables_with(sown, schema, kept_out) == []
    assert await sown.one("SELECT count(*) FROM bus.message WHERE payload::text LIKE '%@example.org%'") == 0


async def _tables_with(city: City, schema: str, words: str) -> list[str]:
    rows = await city.all("SELECT tablename FROM pg_tables WHERE schemaname = :schema", schema=schema)
    count = "SELECT count(*) FROM {}.{} t WHERE t::text LIKE :words"
    return [table for (table,) in rows if await city.one(count.format(schema, table), words=f"%{words}%")]
