"""Campaigns from draft to archive: made, copied, published, closed, reopened; told to the others and written down."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection

from deploy.migrate import COMPONENTS
from services.intake.domain.days import day_of
from services.intake.operations.publish_campaign import FaultyError, TransitionError, publish_campaign
from services.intake.storage.core import load_core
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import migrations
from shared.kit.storage.migrations import Component
from tests.support.city import City
from tests.support.demo import CODE, QUESTIONNAIRE, plan
from tests.support.making import NEW, PATH, begin, draft_of, fill, id_of, open_now, press, publish, see, told
from tests.support.people import sign_in

#: Two campaigns as the first version of the program kept them: one that is public, one that is not.
BEFORE = (
    """
    INSERT INTO intake.campaign SELECT gen_random_uuid(), 'ost', slug, '{}', '{}', 'Amt', 'beratung', now(),
        now() + interval '1 day', '2099-01-01', now() FROM unnest(ARRAY['asked', 'begun']) AS slug
    """,
    """
    INSERT INTO intake.questionnaire SELECT gen_random_uuid(), id, 1, '{}', CASE slug WHEN 'asked' THEN now() END
    FROM intake.campaign
    """,
)
CAMPAIGN = "SELECT state FROM intake.campaign"


def _day(days: int) -> str:
    return (day_of(now()) + timedelta(days=days)).isoformat()


async def _code(city: City, base: str, place: str = "Bücherei") -> str:
    answer = await city.client.post(f"{base}/channels", data={"kind": "poster", "place": place})
    assert answer.status_code == 303, told(answer)
    return str(await city.one("SELECT code FROM intake.channel WHERE place = :place", place=place))


async def _verbs(city: City) -> list[str]:
    rows = await city.all("SELECT verb FROM staff.audit_entry WHERE verb ~ '^(campaign|questionnaire)' ORDER BY at, id")
    return [row[0] for row in rows]


async def test_the_empty_list_says_what_to_do(city: City) -> None:
    await sign_in(city, "ada", "editor")
    page = await see(city, PATH)
    assert "Noch keine Beteiligung" in page
    assert "Erste Beteiligung anlegen" in page


async def test_a_campaign_is_begun_with_a_title_and_finished_by_the_checklist(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city)
    assert await city.all("SELECT slug, state, kind FROM intake.campaign") == [
        ("was-wird-aus-dem-volkspark", "draft", "feedback")
    ]
    page = await see(city, base)
    assert "Noch zu tun" in page
    assert "noch kein Zugang angelegt" in page
    assert "Verantwortliche Stelle : fehlt" in page
    await open_now(city, base)
    code = await _code(city, base)
    assert "Bereit zum Veröffentlichen" in await see(city, base)
    assert (await publish(city, base)).status_code == 303
    assert await city.one(CAMPAIGN) == "published"
    await city.respond({"a-q1": "Mehr Bänke"}, code)
    await city.deliver_all()
    assert "1 Beitrag" in await see(city, base)
    assert await city.one("SELECT title->>'de' FROM analysis.campaign") == NEW["title"]


@pytest.mark.parametrize("field", ["start", "title", "district", "level", "languages"])
async def test_what_is_missing_to_begin_is_named_and_the_rest_stays(city: City, field: str) -> None:
    await sign_in(city, "ada", "editor")
    answer = await city.client.post(f"{PATH}/new", data={name: value for name, value in NEW.items() if name != field})
    assert answer.status_code == 422
    assert f'<a href="#{field}">' in answer.text
    assert field == "title" or 'value="Was wird aus dem Volkspark?"' in answer.text
    assert await city.one("SELECT count(*) FROM intake.campaign") == 0


async def test_two_campaigns_of_one_title_have_two_addresses(city: City) -> None:
    await sign_in(city, "ada", "editor")
    await begin(city)
    await begin(city)
    rows = await city.all("SELECT slug FROM intake.campaign ORDER BY slug")
    assert rows == [("was-wird-aus-dem-volkspark",), ("was-wird-aus-dem-volkspark-2",)]


async def test_publishing_is_refused_with_a_list_that_leads_to_each_place(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, languages=["de", "de-leicht"])
    answer = await publish(city, base)
    assert answer.status_code == 422
    assert "So geht es noch nicht" in answer.text
    easy = (f"{base}/settings#title-de-leicht", f"{base}/questions/q1?with=de-leicht")
    for place in (f"{base}/settings#office", *easy):
        assert f'href="{place}"' in answer.text
    assert await city.one(CAMPAIGN) == "draft"
    assert await city.one("SELECT count(*) FROM bus.message") == 0


async def test_a_promise_must_come_after_the_last_day(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city)
    answer = await fill(
        city, f"{base}/settings", closes="2027-03-10", opens="2027-03-01", promise="2027-03-10", office="Büro"
    )
    assert answer.status_code == 422
    assert '<a href="#promise">' in answer.text
    assert 'value="Büro"' in answer.text
    assert await city.one("SELECT office FROM intake.campaign") == ""


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"opens": "bald"}, "opens"),
        ({"opens": "2027-05-01", "closes": "2027-04-01"}, "closes"),
        ({"slug": "Über uns!"}, "slug"),
        ({"level": "alles"}, "level"),
        ({"title-de": ""}, "title-de"),
        ({"title-de": "x" * 201}, "title-de"),
        ({"district": "ost"}, "district"),
    ],
)
async def test_settings_that_do_not_fit_are_named_beside_their_field(
    city: City, typed: dict[str, str], field: str
) -> None:
    await sign_in(city, "ada", "editor", "sterkrade-mitte")
    base = await begin(city)
    answer = await fill(city, f"{base}/settings", **typed)
    assert answer.status_code == 422
    assert f'<a href="#{field}">' in answer.text
    assert f'id="{field}"' in answer.text


async def test_an_address_that_is_taken_is_refused(city: City) -> None:
    await sign_in(city, "ada", "editor")
    await begin(city)
    base = await begin(city)
    answer = await fill(city, f"{base}/settings", slug="was-wird-aus-dem-volkspark")
    assert answer.status_code == 422
    assert "Diesen Kurznamen hat schon eine andere Beteiligung." in told(answer)


async def test_two_who_change_the_settings_at_once_see_each_other(city: City) -> None:
    await sign_in(city, "ada", "editor")
    base = await begin(city)
    first, late = [
        {"edition": "1", "title-de": title, "office": office} for title, office in (("Von Ada", "A"), ("Von Bert", "B"))
    ]
    assert (await fill(city, f"{base}/settings", **first)).status_code == 303
    answer = await fill(city, f"{base}/settings", **late)
    assert answer.status_code == 409
    assert 'value="Von Bert"' in answer.text
    assert "Inzwischen gespeichert: Von Ada" in told(answer)
    assert (await fill(city, f"{base}/settings", **{**late, "edition": "2"})).status_code == 303
    assert await city.one("SELECT title->>'de' FROM intake.campaign") == "Von Bert"


async def test_closing_reopening_and_archiving_are_told_and_shown_to_whoever_scans(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city)
    await open_now(city, base)
    code = await _code(city, base)
    await publish(city, base)
    assert (await city.client.post(f"{base}/close")).status_code == 303
    assert (await city.client.get(f"/q/{code}")).status_code == 410
    await city.deliver_all()
    assert await city.one("SELECT closes_at <= now() FROM analysis.campaign")
    assert (await city.client.post(f"{base}/publish", data={"edition": "1"})).status_code == 409
    early = await city.client.post(f"{base}/reopen", data={"closes": _day(-3), "promise": _day(90)})
    assert early.status_code == 422
    assert await city.one(CAMPAIGN) == "closed"
    assert (await city.client.post(f"{base}/reopen", data={"closes": _day(30), "promise": _day(20)})).status_code == 422
    assert (await city.client.post(f"{base}/reopen", data={"closes": _day(30), "promise": _day(90)})).status_code == 303
    await city.deliver_all()
    assert await city.one("SELECT closes_at > now() FROM analysis.campaign")
    assert str(await city.one("SELECT promise_on FROM notify.campaign")) == _day(90)
    assert (await city.client.post(f"{base}/archive")).status_code == 409, "it is open"
    await city.client.post(f"{base}/close")
    assert (await city.client.post(f"{base}/archive")).status_code == 303
    assert "Noch keine Beteiligung" in await see(city, PATH)
    assert str(NEW["title"]) in await see(city, f"{PATH}?archived=yes")
    assert await _verbs(city) == [
        "campaign.drafted",
        "campaign.changed",
        "campaign.extended",
        "campaign.published",
        "campaign.closed",
        "campaign.reopened",
        "campaign.closed",
        "campaign.archived",
    ]


async def test_a_printed_code_outlives_its_campaign(city: City) -> None:
    await sign_in(city, "ada", "lead")
    demo = await city.publish_demo()
    base = f"{PATH}/{demo.campaign_id}"
    await city.client.post(f"{base}/close")
    await city.client.post(f"{base}/archive")
    page = await city.client.get(f"/q/{CODE}?lang=de")
    assert page.status_code == 410
    assert "Antwort bis" in page.text


async def test_a_campaign_over_by_its_date_may_be_archived_or_opened_again(city: City) -> None:
    await sign_in(city, "ada", "lead")
    demo = await city.publish_demo(plan(opened_ago=timedelta(days=9), days=-1))
    base = f"{PATH}/{demo.campaign_id}"
    assert "Wieder öffnen" in await see(city, base)
    assert (await city.client.post(f"{base}/close")).status_code == 409
    assert (await city.client.post(f"{base}/archive")).status_code == 303
    assert await city.one("SELECT closed_at = closes_at FROM intake.campaign")


async def test_a_changed_promise_of_a_public_campaign_is_told_at_once(city: City) -> None:
    await sign_in(city, "ada", "lead")
    demo = await city.publish_demo()
    base = f"{PATH}/{demo.campaign_id}"
    before = await city.all("SELECT opens_at, closes_at FROM intake.campaign")
    answer = await fill(city, f"{base}/settings", promise=_day(99), moved=_day(99))
    assert answer.status_code == 303, told(answer)
    await city.deliver_all()
    assert str(await city.one("SELECT promise_on FROM notify.campaign")) == _day(99)
    assert str(await city.one("SELECT promise_on FROM analysis.campaign")) == _day(99)
    assert await city.all("SELECT opens_at, closes_at FROM intake.campaign") == before, (
        "days that stayed keep their hour"
    )


async def test_a_public_promise_is_moved_only_by_who_confirms_it_and_the_earlier_day_stays(city: City) -> None:
    await sign_in(city, "ada", "lead")
    demo = await city.publish_demo()
    base = f"{PATH}/{demo.campaign_id}"
    first = await city.one("SELECT promise_on FROM intake.campaign")
    await city.respond()
    answer = await fill(city, f"{base}/settings", promise=_day(99), office="Neues Büro")
    assert answer.status_code == 422
    assert "Ein Mensch hat mit der bisherigen Zusage schon geantwortet." in told(answer)
    assert 'value="Neues Büro"' in answer.text
    assert (await fill(city, f"{base}/settings", promise=_day(98), moved=_day(99))).status_code == 422, "another day"
    assert await city.one("SELECT promise_on FROM intake.campaign") == first
    assert (await fill(city, f"{base}/settings", promise=_day(99), moved=_day(99))).status_code == 303
    assert "zuerst " in await see(city, base)
    entry = await city.one("SELECT before->>'promise_on' FROM staff.audit_entry WHERE verb = 'campaign.changed'")
    assert entry == first.isoformat()


async def test_a_draft_may_still_promise_another_day_without_asking(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city)
    await open_now(city, base)
    assert (await fill(city, f"{base}/settings", promise=_day(99))).status_code == 303
    assert (await publish(city, base)).status_code == 303
    assert "zuerst " not in await see(city, base)


async def test_publishing_says_first_what_it_does(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city)
    assert (await city.client.get(f"{base}/publish")).status_code == 303, "there is nothing to ask yet"
    await open_now(city, base)
    page = await see(city, f"{base}/publish")
    assert "Es gibt noch keinen Zugang" in page
    assert "nimmt in wenigen Sekunden Antworten an" in page
    assert await city.one(CAMPAIGN) == "draft"
    assert (await fill(city, f"{base}/publish")).status_code == 303
    assert await city.one(CAMPAIGN) == "published"


async def test_a_campaign_that_was_never_public_is_deleted_whole(city: City) -> None:
    await sign_in(city, "ada", "editor")
    base = await begin(city)
    await _code(city, base)
    assert "ein Zugang" in await see(city, f"{base}/delete")
    answer = await fill(city, f"{base}/delete")
    assert answer.headers["location"] == f"{PATH}?done=deleted"
    assert "Die Beteiligung ist gelöscht." in await see(city, f"{PATH}?done=deleted")
    for table in ("campaign", "questionnaire", "channel"):
        assert await city.one(f"SELECT count(*) FROM intake.{table}") == 0
    assert (await _verbs(city))[-1] == "campaign.deleted"


async def test_what_was_public_is_never_deleted(city: City) -> None:
    await sign_in(city, "ada", "lead")
    demo = await city.publish_demo()
    base = f"{PATH}/{demo.campaign_id}"
    assert (await city.client.get(f"{base}/delete")).status_code == 303
    assert (await city.client.post(f"{base}/delete")).status_code == 409
    assert await city.one(CAMPAIGN) == "published"


async def test_a_public_campaign_may_not_lose_a_title(city: City) -> None:
    await sign_in(city, "ada", "lead")
    demo = await city.publish_demo()
    answer = await fill(city, f"{PATH}/{demo.campaign_id}/settings", **{"title-tr": ""})
    assert answer.status_code == 422
    assert '<a href="#title-tr">' in answer.text


async def test_a_copy_is_a_draft_with_the_same_questions_and_dates_ahead(city: City) -> None:
    await sign_in(city, "ada", "editor")
    demo = await city.publish_demo()
    answer = await city.client.post(f"{PATH}/{demo.campaign_id}/copy")
    base = answer.headers["location"].split("?")[0]
    draft = await draft_of(city, base)
    assert draft.questionnaire == QUESTIONNAIRE
    row = await city.all("SELECT state, opens_at > now(), slug FROM intake.campaign WHERE id = :id", id=id_of(base))
    assert row == [("draft", True, "sterkrade-2026-2")]
    assert await city.one("SELECT count(*) FROM intake.channel") == 1, "channels are not copied"


@pytest.mark.parametrize("deed", ["publish", "close", "reopen", "archive"])
async def test_only_a_lead_decides_what_is_public(city: City, deed: str) -> None:
    demo = await city.publish_demo()
    await sign_in(city, "ed", "editor")
    answer = await city.client.post(f"{PATH}/{demo.campaign_id}/{deed}", data={"edition": "1"})
    assert answer.status_code == 403
    assert await city.one(CAMPAIGN) == "published"


async def test_an_editor_does_not_change_what_is_public_and_a_reader_changes_nothing(city: City) -> None:
    demo = await city.publish_demo()
    base = f"{PATH}/{demo.campaign_id}"
    await sign_in(city, "ed", "editor")
    assert (await fill(city, f"{base}/settings", promise=_day(99))).status_code == 403
    await sign_in(city, "rea", "reader")
    assert (await city.client.get(base)).status_code == 200
    assert (await city.client.post(f"{base}/copy")).status_code == 403
    assert (await city.client.post(f"{base}/draft")).status_code == 403
    assert (await city.client.get(f"{PATH}/new")).status_code == 403


async def test_a_district_of_others_is_not_shown_and_not_open(city: City) -> None:
    demo = await city.publish_demo()
    await sign_in(city, "osi", "lead", "ost")
    assert "Mitreden in Sterkrade" not in await see(city, PATH)
    assert (await city.client.get(f"{PATH}/{demo.campaign_id}")).status_code == 403
    assert (await city.client.get(f"{PATH}/{demo.campaign_id}/preview")).status_code == 403
    assert (await city.client.get(f"{PATH}/{random_id()}")).status_code == 404


async def test_a_new_version_leaves_the_old_answers_with_the_old_one(city: City) -> None:
    await sign_in(city, "ada", "lead")
    demo = await city.publish_demo()
    base = f"{PATH}/{demo.campaign_id}"
    await city.respond()
    old = await city.one("SELECT definition FROM intake.questionnaire")
    await city.client.post(f"{base}/draft")
    await fill(city, f"{base}/questions/wish", **{"do": "save", "label-de": "Was fehlt Ihnen?"})
    await press(city, base, "remove-street")
    assert "Was wünschen Sie sich?" in (await city.client.get(f"/q/{CODE}?lang=de")).text
    assert (await publish(city, base)).status_code == 303
    rows = await city.all("SELECT version, definition FROM intake.questionnaire ORDER BY version")
    assert [version for version, _ in rows] == [1, 2]
    assert rows[0][1] == old != rows[1][1]
    assert (
        await city.one("SELECT version FROM intake.response r JOIN intake.questionnaire q ON q.id = r.questionnaire_id")
        == 1
    )
    page = await see(city, f"{base}/versions")
    assert "Nur mit Vorsicht vergleichen" in page
    assert "[bisher] Was wünschen Sie sich? [jetzt] Was fehlt Ihnen?" in page
    assert "entfernt In welcher Straße?" in page
    assert "Was wünschen Sie sich?" in await see(city, f"{base}/versions/1")


async def test_the_dashboard_warns_where_a_question_was_put_in_other_words(city: City) -> None:
    await sign_in(city, "ada", "lead")
    demo = await city.publish_demo()
    base = f"{PATH}/{demo.campaign_id}"
    dashboard = f"/staff/campaigns/{demo.slug}/figures"
    await city.client.post(f"{base}/draft")
    await press(city, base, "down-way")
    await publish(city, base)
    await city.deliver_all()
    page = await see(city, dashboard)
    assert "lautete nicht in allen Fassungen gleich" not in page, "another place changes no question"
    await city.client.post(f"{base}/draft")
    await fill(city, f"{base}/questions/way", **{"do": "save", "label-de": "Womit sind Sie gekommen?"})
    await publish(city, base)
    await city.deliver_all()
    page = (await city.client.get(dashboard)).text
    assert page.count("lautete nicht in allen Fassungen gleich") == 1
    assert f'href="{base}"' in (await city.client.get(dashboard.removesuffix("/figures"))).text


async def test_publishing_what_somebody_changed_meanwhile_is_asked_for_again(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city)
    await open_now(city, base)
    stale = (await draft_of(city, base)).edition
    await press(city, base, "down-q1")
    answer = await city.client.post(f"{base}/publish", data={"edition": str(stale)})
    assert answer.status_code == 409
    assert await city.one(CAMPAIGN) == "draft"


async def test_publishing_twice_at_once_makes_one_version(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city)
    await open_now(city, base)
    await asyncio.gather(*(publish(city, base) for _ in range(3)))
    assert await city.one("SELECT count(*) FROM intake.questionnaire WHERE published_at IS NOT NULL") == 1
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'campaign.published.v1'") == 1


async def test_the_operation_refuses_an_evaluation_without_its_core_questions(city: City) -> None:
    evaluation = replace(plan(), kind="evaluation")
    with pytest.raises(FaultyError) as caught:
        await city.database("intake").run(lambda session: publish_campaign(session, evaluation, QUESTIONNAIRE, now()))
    assert [fault.reason for fault in caught.value.faults] == ["core-missing"] * 6
    whole = replace(QUESTIONNAIRE, questions=(*QUESTIONNAIRE.questions, *load_core()))
    await city.database("intake").run(lambda session: publish_campaign(session, evaluation, whole, now()))
    assert await city.one(CAMPAIGN) == "published"


async def test_the_operation_leaves_a_closed_campaign_closed(city: City) -> None:
    await sign_in(city, "ada", "lead")
    demo = await city.publish_demo()
    await city.client.post(f"{PATH}/{demo.campaign_id}/close")
    with pytest.raises(TransitionError):
        await city.database("intake").run(lambda session: publish_campaign(session, plan(), QUESTIONNAIRE, now()))


async def test_rows_from_before_get_the_state_they_are_in(city: City) -> None:
    """The migration itself, on a database as it was before it."""
    intake = next(component for component in COMPONENTS if component.schema == "intake")
    async with city.owner.engine.begin() as connection:
        await connection.exec_driver_sql("DROP SCHEMA intake CASCADE")
        await connection.exec_driver_sql("CREATE SCHEMA intake")
        await connection.run_sync(lambda sync: _up_to(sync, intake, "72b7326c09e5"))
        for statement in BEFORE:
            await connection.exec_driver_sql(statement)
        await connection.run_sync(lambda sync: _up_to(sync, intake, "head"))
    rows = await city.all("SELECT slug, state, kind, changed_at = created_at FROM intake.campaign ORDER BY slug")
    assert rows == [("asked", "published", "feedback", True), ("begun", "draft", "feedback", True)]
    assert await city.all("SELECT edition, changed_by FROM intake.questionnaire") == [(1, ""), (1, "")]


def _up_to(connection: Connection, component: Component, revision: str) -> None:
    script = migrations._config(component)[1]
    migrations._run(connection, component, lambda current, _context: script._upgrade_revs(revision, current))


@pytest.mark.parametrize("typed", [{"kind": "zeppelin", "place": "Markt"}, {"kind": "poster", "place": " "}])
async def test_a_channel_needs_a_kind_and_a_place(city: City, typed: dict[str, Any]) -> None:
    await sign_in(city, "ada", "editor")
    base = await begin(city)
    assert (await city.client.post(f"{base}/channels", data=typed)).status_code == 422
    assert await city.one("SELECT count(*) FROM intake.channel") == 0
