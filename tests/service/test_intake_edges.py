"""Where intake's edges meet: an old page and a closed campaign, doubt and a second sending, a database that is away."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from deploy.check import check
from deploy.kept_file import import_file
from services.intake.domain.questionnaire import Question, Questionnaire
from services.intake.domain.suspicion import TRAP
from services.intake.operations.publish_campaign import publish_campaign
from services.intake.operations.unseal import public_point
from services.intake.operations.write_questionnaire import write_json
from services.intake.web import shown
from shared.kit.clock import now
from shared.kit.messaging.prune import KEPT_FOR, prune_messages
from shared.kit.texts import WRITTEN
from shared.staff import commands
from tests.service.test_intake_abuse import HELD, STORED, challenge_of, held, opened, send, solve, visitor
from tests.service.test_intake_passes import codes, make_pack
from tests.support.city import City, receipt_of, token_of
from tests.support.demo import ANSWERS, CODE, QUESTIONNAIRE, WISH, plan
from tests.support.holder import Holder
from tests.support.making import told
from tests.support.people import sign_in
from tests.support.sealing import kept


async def test_what_was_typed_survives_a_database_that_is_away_for_longer_than_a_form_is_fresh(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.publish_demo()
    token = await city.open_form()

    async def away(*_: object, **__: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(shown, "FRESH_FOR", timedelta(0))
    monkeypatch.setattr(city.database("intake"), "_insist", away)
    page = await city.send_form(token)
    assert page.status_code == 503
    assert WISH in page.text
    assert token_of(page) == token
    assert (await city.client.get(f"/q/{CODE}")).status_code == 200, "a form that was found once is still shown"


async def test_a_page_of_an_earlier_version_learns_that_its_campaign_was_closed(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.publish_demo()
    monkeypatch.setattr(shown, "FRESH_FOR", timedelta(0))
    first = str(await city.one("SELECT id FROM intake.questionnaire"))
    tokens = [await city.open_form() for _ in range(2)]
    fewer = replace(QUESTIONNAIRE, questions=QUESTIONNAIRE.questions[1:])
    await city.database("intake").run(lambda session: publish_campaign(session, plan(), fewer, now()))
    assert (await city.send_form(tokens[0], {**ANSWERS, "questionnaire": first})).status_code == 200
    over = "UPDATE intake.campaign SET state = 'closed', closed_at = now() - interval '2 days' RETURNING 1"
    await city.all(over)
    assert (await city.send_form(tokens[1], {**ANSWERS, "questionnaire": first})).status_code == 410
    assert await city.one(STORED) == 1


async def test_the_check_is_content_with_responses_whose_messages_were_let_go(city: City) -> None:
    await city.publish_demo()
    await city.respond()
    await city.deliver_all()
    old = {"age": KEPT_FOR + timedelta(days=1)}
    await city.all("UPDATE intake.response SET received_at = received_at - CAST(:age AS interval) RETURNING 1", **old)
    await city.all("UPDATE bus.message SET published_at = published_at - CAST(:age AS interval) RETURNING 1", **old)
    await city.database("relay").run(lambda session: prune_messages(session, now()))
    findings = await check(city.parts)
    assert findings.good, findings.lines


async def test_a_held_response_that_is_sent_again_is_still_one_and_can_be_released(city: City) -> None:
    await city.publish_demo()
    async with visitor(city) as client:
        token = await opened(client)
        challenge = challenge_of(await send(client, token, **{TRAP: "x"}))
        first = await send(client, token, **{TRAP: "x", "challenge": challenge, "solution": solve(challenge)})
        again = await send(client, token)
    assert receipt_of(again) == receipt_of(first), "the network was bad, and this time nothing was in doubt"
    assert (await city.one(HELD), await city.one(STORED)) == (1, 0)
    await sign_in(city, "ada", "editor")
    answer = await city.client.post(f"/staff/suspects/{await city.one('SELECT id FROM intake.held')}/release")
    assert answer.headers["location"].endswith("released")
    assert (await city.one(HELD), await city.one(STORED)) == (0, 1)


async def test_a_response_that_was_held_and_stored_at_the_same_moment_is_released_once(city: City) -> None:
    """As earlier versions could leave it behind."""
    await held(city)
    await city.all(
        """INSERT INTO intake.response (id, campaign_id, channel_id, questionnaire_id, language, answers,
               receipt_digest, receipt_attempt, received_at)
           SELECT id, campaign_id, channel_id, questionnaire_id, language, answers, receipt_digest, receipt_attempt,
               received_at FROM intake.held RETURNING 1"""
    )
    await sign_in(city, "ada", "editor")
    answer = await city.client.post(f"/staff/suspects/{await city.one('SELECT id FROM intake.held')}/release")
    assert answer.headers["location"].endswith("released")
    assert (await city.one(HELD), await city.one(STORED)) == (0, 1)


async def test_a_held_response_can_be_taken_back_before_anybody_has_read_it(city: City) -> None:
    holder = Holder(city, await held(city))
    await city.deliver_all()
    assert "Ja, zurückziehen und löschen" in (await holder.post("withdraw")).text
    assert "zurückgezogen" in (await holder.withdraw()).text
    for table in ("intake.held", "intake.response", "bus.message"):
        assert await city.one(f"SELECT count(*) FROM {table} t WHERE t::text LIKE '%' || :wish || '%'", wish=WISH) == 0
    await city.deliver_all()
    assert "zurückgezogen" in (await holder.look()).text
    assert await city.one("SELECT count(*) FROM analysis.passage") == 0
    assert (await check(city.parts)).good


async def test_a_zero_byte_is_left_out_of_what_staff_type(city: City) -> None:
    await city.publish_demo()
    await sign_in(city, "ada", "editor")
    campaign_id = await city.one("SELECT id FROM intake.campaign")
    answer = await city.client.post(f"/staff/making/{campaign_id}/channels", data={"kind": "poster", "place": "a\0b"})
    assert answer.status_code == 303
    assert await city.one("SELECT count(*) FROM intake.channel WHERE place = 'ab'") == 1


async def test_a_proof_nobody_made_leads_to_where_receipts_are_typed(city: City) -> None:
    answer = await Holder(city, "ABCDEFGH", "ü" * 32).post("withdraw")
    assert answer.headers["location"].startswith("/receipt")


async def test_a_long_questionnaire_in_every_language_comes_back_from_its_look(city: City) -> None:
    await city.publish_demo()
    await sign_in(city, "ada", "editor")
    campaign_id = await city.one("SELECT id FROM intake.campaign")
    label = dict.fromkeys(WRITTEN, "ما مدى رضاك عن الأماكن التي يلعب فيها الأطفال هنا؟")
    questions = tuple(Question(key=f"q{number}", kind="long_text", label=label) for number in range(80))
    content = write_json({"de": "x"}, Questionnaire(questions, tuple(WRITTEN)))
    files = f"/staff/making/{campaign_id}/files"
    looked = await city.client.post(files, files={"file": ("bogen.json", content)})
    document = unescape(re.search('name="document" value="([^"]+)"', looked.text)[1])  # type: ignore[index]
    taken = await city.client.post(f"{files}/take", data={"document": document})
    assert taken.headers["location"].endswith("questions?done=imported")
    draft = "SELECT definition::text FROM intake.questionnaire WHERE published_at IS NULL"
    assert "q79" in await city.one(draft)


async def test_what_was_saved_under_a_code_goes_when_the_response_is_held(city: City) -> None:
    await city.publish_demo()
    async with visitor(city) as client:
        token = await opened(client)
        assert (await send(client, token, go="save")).status_code == 200
        again = {TRAP: "x", "saved": "1"}
        challenge = challenge_of(await send(client, token, **again))
        receipt_of(await send(client, token, **again, challenge=challenge, solution=solve(challenge)))
    assert (await city.one(HELD), await city.one("SELECT count(*) FROM intake.begun")) == (1, 0)


async def test_who_reads_here_and_edits_elsewhere_does_not_see_what_waits_here(city: City) -> None:
    await held(city)
    await sign_in(city, "bob", "editor", "ost")
    await commands.grant_role(city.database("staff"), "bob", "sterkrade-mitte", "reader")
    page = await city.client.get("/staff/suspects")
    assert page.status_code == 200
    assert WISH not in told(page)


async def test_what_a_device_kept_of_a_pass_is_taken_in_from_its_file(
    city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await make_pack(city)
    first, other = (await codes(city))[:2]
    point = public_point(city.parts.intake.kept_key)
    rows = [(first, kept(point, ANSWERS)), (other, kept(point, ANSWERS))]
    responses = [{"code": code, "filled_at": now(), "sealed": sealed} for code, sealed in rows]
    file = tmp_path / "queue.json"
    file.write_bytes(msgspec.json.encode({"format": "resonanz-kept-1", "responses": responses}))
    for _ in range(2):
        assert await import_file(city.parts, file)
    printed = capsys.readouterr().out
    assert "2 in the file: 2 new, 0 here already" in printed
    assert "2 in the file: 0 new, 2 here already" in printed
    assert await city.one(STORED) == 2


async def test_a_script_is_not_kept_for_days_beside_the_pages_of_a_newer_release(city: City) -> None:
    script = await city.client.get("/static/intake/form.js")
    assert script.headers["cache-control"] == "max-age=600"
