"""Taking in what waited on a device, and what a device is told to keep."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from msgspec.structs import replace

from deploy.kept_file import import_file
from deploy.migrate import COMPONENTS
from services.intake.domain.kept import Sealed
from services.intake.domain.tokens import read_response_id
from services.intake.operations.publish_campaign import publish_campaign
from services.intake.operations.unseal import public_point
from services.intake.web import shown
from shared.kit.clock import now
from tests.support.city import City
from tests.support.demo import ANSWERS, CODE, QUESTIONNAIRE, WISH, plan
from tests.support.sealing import kept, seal

RECEIVED = "SELECT count(*) FROM intake.response"
HOUR = 3600.0


@pytest.fixture(autouse=True)
async def _demo(city: City) -> None:
    await city.publish_demo()


def _sealed(city: City, answers: dict[str, Any] | None = None, token: str = "") -> Sealed:
    return kept(public_point(city.parts.intake.kept_key), ANSWERS if answers is None else answers, token)


async def _send(city: City, sealed: Sealed, code: str = CODE, waited_s: float = HOUR, **more: Any) -> Any:
    body = {"sealed": sealed, "waited_s": waited_s, "language": "de", **more}
    return await city.client.post(f"/q/{code}/kept", content=msgspec.json.encode(body))


async def test_what_waited_is_one_response_with_the_time_it_was_filled_in(city: City) -> None:
    before = now()
    answer = await _send(city, _sealed(city))
    assert answer.status_code == 200
    ((language, filled_at, received_at),) = await city.all(
        "SELECT language, filled_at, received_at FROM intake.response"
    )
    assert language == "de"
    assert timedelta(0) <= filled_at - (before - timedelta(hours=1)) < timedelta(seconds=30)
    assert received_at >= before
    assert await city.one("SELECT answers -> -1 ->> 'text' FROM intake.response") == WISH


async def test_fifty_sendings_at_once_are_one_response_and_one_receipt(city: City) -> None:
    sealed = _sealed(city)
    answers = await asyncio.gather(*(_send(city, sealed) for _ in range(50)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["receipt"] for answer in answers}) == 1
    assert await city.one(RECEIVED) == 1


async def test_a_page_of_the_server_and_the_queue_of_the_device_are_one_response(city: City) -> None:
    """The answer to the page was lost, so the device kept the response and sent it again."""
    token = await city.open_form()
    await city.send_form(token)
    assert (await _send(city, _sealed(city, token=token))).status_code == 200
    assert await city.one(RECEIVED) == 1


async def test_a_form_opened_without_network_may_be_sent_to_its_page(city: City) -> None:
    token = f"device-{uuid4()}"
    page = await city.send_form(token)
    assert page.status_code == 200
    assert (await _send(city, _sealed(city, token=token))).status_code == 200
    assert await city.one(RECEIVED) == 1


async def test_whoever_knows_the_id_of_a_response_cannot_get_its_receipt(city: City) -> None:
    first = await _send(city, _sealed(city))
    stored: UUID = await city.one("SELECT id FROM intake.response")
    second = await _send(city, _sealed(city, token=f"device-{stored}"))
    assert second.json()["receipt"] != first.json()["receipt"]
    assert await city.one(RECEIVED) == 2


async def test_the_dashboard_counts_it_on_the_day_it_was_filled_in(city: City) -> None:
    two_days = timedelta(days=2)
    other = await city.publish_demo(plan("long", opened_ago=timedelta(days=9)), code="AB3CD4")
    await _send(city, _sealed(city), other.code, two_days.total_seconds())
    await city.deliver_all()
    counted, filled_at = (await city.all("SELECT day, received_at FROM analysis.response"))[0]
    assert (filled_at.date() - counted).days in (1, 2, 3)
    told = await city.one("SELECT payload ->> 'filled_at' FROM bus.message WHERE name = 'response.received.v1'")
    assert now() - datetime.fromisoformat(told) >= two_days


@pytest.mark.parametrize("waited_s", [-HOUR, 1e12, 0.0])
async def test_a_clock_that_goes_wrong_loses_no_response(city: City, waited_s: float) -> None:
    assert (await _send(city, _sealed(city), waited_s=waited_s)).status_code == 200
    opens_at, filled_at = (await city.all("SELECT c.opens_at, r.filled_at FROM intake.response r, intake.campaign c"))[
        0
    ]
    assert opens_at <= filled_at <= now()


async def test_a_response_to_an_earlier_version_is_read_and_kept_with_that_version(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (await city.client.get(f"/q/{CODE}/offline.json")).json()
    shorter = replace(QUESTIONNAIRE, questions=QUESTIONNAIRE.questions[1:])
    await city.database("intake").run(lambda session: publish_campaign(session, plan(), shorter, now()))
    monkeypatch.setattr(shown, "FRESH_FOR", timedelta(0))
    assert (await city.client.get(f"/q/{CODE}/offline.json")).json()["version"] != told["version"]
    assert (await _send(city, _sealed(city), questionnaire=told["questionnaire"])).status_code == 200
    assert str(await city.one("SELECT questionnaire_id FROM intake.response")) == told["questionnaire"]
    assert await city.one("SELECT answers -> 0 ->> 'question' FROM intake.response") == "informed"


async def test_a_version_of_another_campaign_is_not_taken(city: City) -> None:
    await city.publish_demo(plan("another"), code="AB3CD4")
    other = (await city.client.get("/q/AB3CD4/offline.json")).json()["questionnaire"]
    own = (await city.client.get(f"/q/{CODE}/offline.json")).json()["questionnaire"]
    await _send(city, _sealed(city), questionnaire=other)
    assert str(await city.one("SELECT questionnaire_id FROM intake.response")) == own


async def test_what_is_missing_stays_missing_and_the_rest_counts(city: City) -> None:
    assert (await _send(city, _sealed(city, {"a-wish": WISH}))).status_code == 200
    assert await city.one("SELECT jsonb_array_length(answers) FROM intake.response") == 1


async def test_one_bad_answer_costs_no_other_and_is_named_with_its_reason(city: City) -> None:
    sealed = _sealed(city, {"a-wish": WISH, "a-way": "rocket", "a-street": "x" * 201})
    first, again = await _send(city, sealed), await _send(city, sealed)
    assert first.status_code == 200
    assert first.json() == again.json()
    assert first.json()["changed"] is False
    way, street = first.json()["left_out"]
    assert "angebotenen Antworten" in way
    assert "ersten 200 Zeichen" in street
    stored = {one["question"]: one["text"] for one in await city.one("SELECT answers FROM intake.response")}
    assert stored == {"street": "x" * 200, "wish": WISH}


@pytest.mark.parametrize(
    ("answers", "reason"),
    [({}, "empty"), ({"a-way": "rocket"}, "answers")],
    ids=["empty", "choice"],
)
async def test_what_cannot_be_taken_is_refused_with_a_reason_in_words(
    city: City, answers: dict[str, Any], reason: str
) -> None:
    refusal = await _send(city, _sealed(city, answers))
    assert refusal.status_code == 422
    assert refusal.json()["reason"] == reason
    assert refusal.json()["text"]
    assert await city.one(RECEIVED) == 0


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"sealed": 1}', b'{"sealed": {"point": "", "nonce": "", "text": ""}}']
)
async def test_nonsense_is_refused_and_breaks_nothing(city: City, body: bytes) -> None:
    assert (await city.client.post(f"/q/{CODE}/kept", content=body)).status_code == 422


async def test_what_was_sealed_for_another_house_or_channel_is_refused(city: City) -> None:
    strange = seal(public_point(b"x" * 32), b"{}")
    assert (await _send(city, strange)).json()["reason"] == "unreadable"
    await city.publish_demo(plan("another"), code="AB3CD4")
    token = await city.open_form()
    assert (await _send(city, _sealed(city, token=token), "AB3CD4")).json()["reason"] == "unreadable"


async def test_a_body_beyond_all_measure_is_refused(city: City) -> None:
    assert (await city.client.post(f"/q/{CODE}/kept", content=b"x" * 1024 * 1025)).status_code == 413


async def test_another_site_cannot_send(city: City) -> None:
    body = msgspec.json.encode({"sealed": _sealed(city)})
    answer = await city.client.post(f"/q/{CODE}/kept", content=body, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert await city.one(RECEIVED) == 0


async def test_filled_in_time_and_sent_after_the_end_counts_for_two_weeks(city: City) -> None:
    ended = await city.publish_demo(plan("ended", opened_ago=timedelta(days=9), days=-2), code="AB3CD4")
    late = await _send(city, _sealed(city), ended.code, HOUR)
    assert late.json()["reason"] == "closed"
    in_time = await _send(city, _sealed(city), ended.code, timedelta(days=3).total_seconds())
    assert in_time.status_code == 200
    gone = await city.publish_demo(plan("gone", opened_ago=timedelta(days=40), days=-20), code="CD3EF4")
    assert (await _send(city, _sealed(city), gone.code, 25 * 24 * HOUR)).json()["reason"] == "closed"


async def test_a_file_of_a_device_is_taken_in_once(
    city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = await city.publish_demo(plan("gone", opened_ago=timedelta(days=40), days=-20), code="CD3EF4")
    sent, waiting, strange = _sealed(city), _sealed(city), seal(public_point(b"x" * 32), b"{}")
    await _send(city, sent)
    rows = [
        (CODE, sent, 1),
        (CODE, waiting, 1),
        (gone.code, _sealed(city), 25 * 24),
        (CODE, strange, 1),
        ("NN9NN9", waiting, 1),
    ]
    responses = [
        {"code": code, "filled_at": now() - timedelta(hours=hours), "sealed": sealed} for code, sealed, hours in rows
    ]
    file = tmp_path / "queue.json"
    file.write_bytes(msgspec.json.encode({"format": "resonanz-kept-1", "responses": responses}))
    assert not await import_file(city.parts, file)
    assert await city.one(RECEIVED) == 3
    assert not await import_file(city.parts, file)
    assert await city.one(RECEIVED) == 3
    told = capsys.readouterr().out
    assert "5 in the file: 2 new, 1 here already" in told
    assert "5 in the file: 0 new, 3 here already" in told


async def test_a_file_with_a_bad_answer_is_taken_in_without_it(
    city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = {"code": CODE, "filled_at": now(), "sealed": _sealed(city, {"a-wish": WISH, "a-way": "rocket"})}
    file = tmp_path / "queue.json"
    file.write_bytes(msgspec.json.encode({"format": "resonanz-kept-1", "responses": [bad]}))
    assert await import_file(city.parts, file)
    assert await city.one(RECEIVED) == 1
    assert "1 of them taken without" in capsys.readouterr().out


async def test_a_file_that_no_device_saved_is_named_as_such(city: City, tmp_path: Path) -> None:
    file = tmp_path / "queue.json"
    file.write_text('{"format": "resonanz-kept-9", "responses": []}')
    with pytest.raises(ValueError, match="no file that a device saved"):
        await import_file(city.parts, file)


async def test_a_device_keeps_only_what_is_open(city: City) -> None:
    await city.publish_demo(plan("ended", opened_ago=timedelta(days=9), days=-2), code="AB3CD4")
    assert (await city.client.get("/q/AB3CD4/offline.json")).status_code == 410
    assert (await city.client.get("/q/NN9NN9/offline.json")).status_code == 404


async def test_the_worker_and_its_page_are_the_same_for_everybody(city: City) -> None:
    first, second = await city.client.get("/worker.js"), await city.client.get("/worker.js")
    assert first.text == second.text
    assert first.headers["content-type"].startswith("text/javascript")
    assert (await city.client.get("/offline?lang=ar")).text == (await city.client.get("/offline?lang=ar")).text


async def test_the_manifest_speaks_the_language_of_the_page(city: City) -> None:
    manifest = (await city.client.get(f"/q/{CODE}/manifest.webmanifest?lang=ar")).json()
    assert (manifest["lang"], manifest["dir"], manifest["name"]) == ("ar", "rtl", "شاركوا برأيكم في شتيركراده")
    for icon in manifest["icons"]:
        assert (await city.client.get(icon["src"])).status_code == 200


async def test_no_word_of_what_waited_reaches_the_logs(city: City, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await _send(city, _sealed(city))
    await _send(city, _sealed(city, {"a-wish": WISH, "a-way": "rocket"}))
    assert WISH not in caplog.text


async def test_the_id_a_device_made_is_stored_nowhere(city: City) -> None:
    made = str(uuid4())
    await _send(city, _sealed(city, token=f"device-{made}"))
    await city.deliver_all()
    assert await city.one("SELECT id FROM intake.response") == read_response_id(
        city.parts.intake.token_key, f"device-{made}", CODE
    )
    for table in (table.fullname for component in COMPONENTS for table in component.metadata.sorted_tables):
        assert await city.one(f"SELECT count(*) FROM {table} t WHERE t::text LIKE '%' || :made || '%'", made=made) == 0
