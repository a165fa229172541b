"""A proposal is discussed in a campaign of its own, decided with a reason, and answered."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import httpx
import msgspec
import pytest
from sqlalchemy import text

from deploy.sow_inventory import DISTRICT, sow_inventory
from services.analysis.district.domain.proposals import Need
from services.analysis.district.storage.proposals import Voice, read_needs, voices_of
from services.intake.domain.days import day_of
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.draft_discussion import draft_discussion, load_discussion
from services.intake.operations.learn_concept import learn_concept
from shared.contracts.concepts import ConceptAdopted, ConceptRules
from shared.contracts.proposals import ProposalOpened
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.texts import LANGUAGES
from tests.support.city import City
from tests.support.making import PATH as MAKING
from tests.support.making import fields_of
from tests.support.needs import OLD, PASSING, TOPIC, YOUNG, speak_of_trees
from tests.support.people import hire, link_path, sign_in
from tests.support.source import HOUSE
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


async def _discuss(city: City, way: str, do: str = "draft", **changes: str) -> httpx.Response:
    """The form as it is proposed, with these changes, and one of its buttons."""
    fields = await fields_of(city, f"{way}?district={DISTRICT}", f"{way}/discuss")
    return await _act(city, way, "discuss", **{**fields, "do": do, **changes})


async def test_a_proposal_says_its_grounds_and_what_speaks_against_it(sown: City) -> None:
    page = await sown.client.get(await _way(sown))
    assert "Sprachcafé Deutsch: Zeiten: Di 16:00–18:00" in page.text
    assert "Zwei Orte können Absicht sein" in page.text


async def test_discussing_it_drafts_one_campaign_with_a_ready_questionnaire(sown: City) -> None:
    way = await _way(sown)
    assert (await _discuss(sown, way)).headers["location"].endswith("done=discussed")
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
    assert "Verantwortliche Stelle</a>: fehlt" in (await sown.client.get(way)).text


async def test_every_kind_of_proposal_can_be_asked_about_in_every_language() -> None:
    found = load_discussion()
    assert set(found.about) == {"double", "room", "pots", "circles", "link", "need"}
    for texts in (found.word, found.intro, *found.about.values()):
        assert set(texts) == set(found.questionnaire.languages) == set(LANGUAGES)


async def test_a_decision_needs_a_reason_and_an_owner_and_keeps_what_it_was_about(sown: City) -> None:
    way = await _way(sown)
    await _discuss(sown, way)
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
    await _discuss(sown, way)
    assert (await _act(sown, way, "answer")).headers["location"].endswith("done=nobody")


async def test_only_who_leads_decides(city: City) -> None:
    await sow_inventory(city.parts)
    await sign_in(city, "eda", "editor", DISTRICT)
    way = await _way(city)
    await _discuss(city, way)
    assert (await _act(city, way, "decide", decision="do", reason="a", owner="b")).status_code == 403


async def test_one_click_publishes_it_with_its_code_in_every_language(sown: City) -> None:
    way = await _way(sown)
    shown = (await sown.client.get(way)).text
    assert "Soll das so gemacht werden?" in shown and "Sollen sie es tun?" not in shown
    bare = await _discuss(sown, way, "publish", place="Bücherei")
    assert bare.status_code == 422
    assert 'href="#office"' in bare.text and 'value="Bücherei"' in bare.text
    assert await sown.one("SELECT count(*) FROM bus.message WHERE name = 'proposal.opened.v1'") == 0
    done = await _discuss(sown, way, "publish", office="Quartiersbüro", place="Bücherei")
    assert done.headers["location"].endswith("done=published")
    await sown.deliver_all()
    assert await sown.all("SELECT state, office FROM intake.campaign") == [("published", "Quartiersbüro")]
    code = await sown.one("SELECT code FROM intake.channel WHERE place = 'Bücherei'")
    assert f"/staff/channels/{code}/qr.svg" in (await sown.client.get(way)).text
    assert (await sown.client.get(f"/staff/channels/{code}/qr.svg")).status_code == 200
    for language in LANGUAGES:
        assert load_discussion().intro[language] in (await sown.client.get(f"/q/{code}?lang={language}")).text
    assert (await _act(sown, way, "discuss", **await _other_days(sown))).headers["location"].endswith("done=there")


async def test_a_draft_that_was_deleted_is_laid_out_anew(sown: City) -> None:
    way = await _way(sown)
    await _discuss(sown, way)
    await sown.deliver_all()
    assert (await sown.client.post(f"{MAKING}/{await sown.one('SELECT id FROM intake.campaign')}/delete")).is_redirect
    assert await sown.one("SELECT count(*) FROM intake.campaign") == 0
    assert (await _discuss(sown, way)).headers["location"].endswith("done=discussed")
    await sown.deliver_all()
    assert await sown.one("SELECT state FROM intake.campaign") == "draft"


async def _other_days(city: City) -> dict[str, Any]:
    """The form of another proposal, which knows the office by now."""
    page = (await city.client.get(PROPOSALS)).text
    way = next(one for one in re.findall(rf'href="({PROPOSALS}/[^"?]+)', page) if "/double-" not in one)
    fields = await fields_of(city, way, f"{way}/discuss")
    assert fields["office"] == ["Quartiersbüro"]
    return {**fields, "do": "publish"}


STRICT: Final = ConceptRules(14, 1, ("tr", "ar"), without_device=True, both_sides=True, person=True)


async def _adopt(city: City, rules: ConceptRules) -> None:
    concept = ConceptAdopted(DISTRICT, random_id(), 1, now().date(), "Rat der Stadt", 1, rules, now())
    await city.database("intake").run(lambda session: learn_concept(session, concept))


async def test_what_is_proposed_keeps_every_rule_of_an_adopted_concept(sown: City) -> None:
    await _adopt(sown, STRICT)
    await _discuss(sown, await _way(sown), "publish", office="Quartiersbüro")
    await sown.deliver_all()
    ((state, overruled, opens_at),) = await sown.all("SELECT state, overruled, opens_at FROM intake.campaign")
    assert (state, overruled) == ("published", {})
    assert day_of(opens_at) == day_of(now()) + timedelta(days=14)
    assert {kind for (kind,) in await sown.all("SELECT kind FROM intake.channel")} == {"poster", "group"}


async def test_what_breaks_a_rule_stays_a_draft_and_the_page_says_what_and_where(sown: City) -> None:
    await _adopt(sown, STRICT)
    way = await _way(sown)
    await _discuss(sown, way, "publish", office="Quartiersbüro", opens=day_of(now()).isoformat(), group="")
    await sown.deliver_all()
    assert await sown.one("SELECT state FROM intake.campaign") == "draft"
    base = f"{MAKING}/{await sown.one('SELECT id FROM intake.campaign')}"
    page = (await sown.client.get(f"{way}?done=published")).text
    assert "Die Beteiligung ist noch nicht öffentlich." in page
    assert f'<a href="{base}/settings#opens">Zu kurze Ankündigung</a>: Das Konzept verlangt 14 Tage' in page
    assert f'<a href="{base}/channels/new">Kein Weg ohne eigenes Gerät</a>' in page
    assert f'href="{base}/publish"' in page


async def _told(city: City) -> ProposalOpened:
    payload = await city.one("SELECT payload FROM bus.message WHERE name = 'proposal.opened.v1'")
    return msgspec.convert(payload, ProposalOpened)


async def _hear(city: City, message: ProposalOpened, days: int = 0) -> None:
    at = now() + timedelta(days=days)
    await city.database("intake").run(lambda session: draft_discussion(session, message, at))


async def test_told_again_nothing_is_published_that_people_wait_with(sown: City) -> None:
    """Told late, after its last day, it is a draft; told twice, it is still that draft."""
    await _discuss(sown, await _way(sown), "publish", office="Quartiersbüro")
    message = await _told(sown)
    await _hear(sown, message, days=40)
    await _hear(sown, message)
    await sown.deliver_all()
    assert await sown.all("SELECT state FROM intake.campaign") == [("draft",)]


async def test_only_who_leads_publishes_also_when_it_is_told_later(city: City) -> None:
    await sow_inventory(city.parts)
    await sign_in(city, "eda", "editor", DISTRICT)
    way = await _way(city)
    assert "Jetzt veröffentlichen" not in (await city.client.get(way)).text
    assert (await _discuss(city, way, "publish", office="Quartiersbüro")).status_code == 403
    await _discuss(city, way, office="Quartiersbüro")
    message = await _told(city)
    assert message.wanted and not message.wanted.published
    forged = msgspec.structs.replace(message, wanted=msgspec.structs.replace(message.wanted, published=True))
    await _hear(city, forged)
    assert await city.one("SELECT state FROM intake.campaign") == "draft"


async def test_a_proposal_of_an_earlier_release_is_drafted_as_ever(city: City) -> None:
    earlier = (HOUSE / "shared/contracts/samples/earlier/proposal.opened.v1.1.json").read_bytes()
    told = msgspec.json.decode(earlier, type=ProposalOpened)
    await _hear(city, msgspec.structs.replace(told, opened_by=await hire(city, "lea", "lead", DISTRICT)))
    assert await city.all("SELECT state, office FROM intake.campaign") == [("draft", "")]
    assert await city.one("SELECT count(*) FROM intake.channel") == 0


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
    assert (await _discuss(city, way, "publish", office="Quartiersbüro")).status_code == 303
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
