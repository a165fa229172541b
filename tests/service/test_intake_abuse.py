"""Machines are asked for a moment, people get through, and what is still in doubt is read by somebody."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import count
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from deploy.parts import Parts
from deploy.up import environment_of
from deploy.web import listen, make_app
from services.intake.domain.suspicion import CROWD, TRAP, is_solution
from services.intake.operations.unseal import public_point
from services.intake.storage.crowds import count_sending, forget_crowds
from shared.kit.clock import now
from shared.kit.ids import keyed_digest
from tests.service.test_intake_passes import codes, make_pack
from tests.support.city import City, receipt_of, token_of
from tests.support.demo import ANSWERS, CODE, WISH
from tests.support.making import told
from tests.support.people import sign_in
from tests.support.sealing import kept

STORED = "SELECT count(*) FROM intake.response"
HELD = "SELECT count(*) FROM intake.held"
SCHOOL = "84.113.7.20"
#: As `python -m deploy`, for processes of their own: no span ends while a test runs, and on no machine it is unhurried.
DEPLOY = """
import runpy
from services.intake.domain import suspicion

suspicion.SPAN_S, suspicion.SECONDS_PER_QUESTION = 10**10, 60.0
runpy.run_module("deploy", run_name="__main__", alter_sys=True)
"""


def visitor(city: City, host: str = SCHOOL, app: Litestar | None = None) -> httpx.AsyncClient:
    """A browser behind this address."""
    transport = httpx.ASGITransport(app or city.app, client=(host, 40000))  # type: ignore[arg-type]
    return httpx.AsyncClient(transport=transport, base_url=city.address, headers={"Accept": "text/html"})


@asynccontextmanager
async def web_processes(city: City, count: int) -> AsyncIterator[list[str]]:
    """`python -m deploy web`, several times on ports of their own, and no span ends; yields their addresses."""
    environment = {**environment_of(city.settings), "RESONANZ_HOST": "127.0.0.1"}
    listeners = [listen("127.0.0.1", 0) for _ in range(count)]
    addresses = [f"http://127.0.0.1:{listener.getsockname()[1]}" for listener in listeners]
    commands = [(sys.executable, "-c", DEPLOY, "web", "--fd", str(one.fileno())) for one in listeners]
    processes = [
        await asyncio.create_subprocess_exec(*command, env=environment, pass_fds=[one.fileno()])
        for command, one in zip(commands, listeners, strict=True)
    ]
    try:
        yield addresses
    finally:
        for process in processes:
            process.terminate()
            await process.wait()
        for listener in listeners:
            listener.close()


async def send(client: httpx.AsyncClient, token: str, **more: Any) -> httpx.Response:
    return await client.post(f"/q/{CODE}", data={"token": token, "language": "de", **ANSWERS, **more})


async def opened(client: httpx.AsyncClient) -> str:
    return token_of(await client.get(f"/q/{CODE}?lang=de"))


def challenge_of(page: httpx.Response) -> str:
    found = re.search('name="challenge" value="([^"]+)"', page.text)
    assert found, page.text
    return found[1]


def solve(challenge: str) -> str:
    return next(str(number) for number in count() if is_solution(challenge, str(number)))


async def test_thirty_pupils_behind_one_school_address_all_get_through(city: City) -> None:
    await city.publish_demo()
    async with visitor(city) as client:

        async def pupil() -> int:
            return (await send(client, await opened(client))).status_code

        assert await asyncio.gather(*(pupil() for _ in range(30))) == [200] * 30
    assert await city.one(STORED) == 30
    assert await city.one(HELD) == 0


async def test_what_one_web_process_counted_the_others_know(city: City) -> None:
    """Two applications with nothing in common but the database, as two web processes or two machines are."""
    await city.publish_demo()
    beside = Parts(city.settings)
    apps = (city.app, make_app(beside))
    answers = []
    for number in range(CROWD + 2):
        async with visitor(city, app=apps[number % 2]) as client:
            answers.append((await send(client, await opened(client))).status_code)
    await beside.close()
    assert answers == [200] * CROWD + [429, 429]


async def test_thirty_pupils_get_through_two_web_processes_and_a_flood_is_noticed_by_both(city: City) -> None:
    """Real processes, as `up` starts them, behind a proxy on this machine that says where somebody comes from."""
    await city.publish_demo()
    async with web_processes(city, 2) as addresses:

        async def sender(number: int) -> int:
            headers = {"X-Forwarded-For": SCHOOL, "Accept": "text/html"}
            async with httpx.AsyncClient(base_url=addresses[number % 2], headers=headers, timeout=120) as client:
                return (await send(client, await opened(client))).status_code

        assert await asyncio.gather(*(sender(number) for number in range(30))) == [200] * 30
        more = await asyncio.gather(*(sender(number) for number in range(34)))
    assert sorted(more) == [200] * (CROWD - 30) + [429] * 4
    assert await city.one(STORED) == CROWD


async def test_what_is_counted_of_a_network_names_no_address_and_is_soon_gone(city: City) -> None:
    await city.publish_demo()
    async with visitor(city) as client:
        await send(client, await opened(client))
    async with visitor(city, "84.113.7.99") as client:
        await send(client, await opened(client))
    ((bucket, span, sendings),) = await city.all("SELECT bucket, span, sending_count FROM intake.crowd")
    assert (len(bucket), sendings) == (8, 2), "one network"
    guesses = (keyed_digest(b"", f"{span} {CODE} {place}".encode()) for place in (SCHOOL, "84.113.7.0/24"))
    assert bytes(bucket) not in {guess[:8] for guess in guesses}, "without the house's key nobody can look it up"
    assert await city.one("SELECT relpersistence FROM pg_class WHERE oid = 'intake.crowd'::regclass") == b"u"
    database = city.database("intake")
    assert await database.run(lambda session: forget_crowds(session, now())) == 0
    assert await database.run(lambda session: forget_crowds(session, now() + timedelta(seconds=10**10))) == 1


async def test_a_count_that_cannot_be_written_costs_nobody_an_answer(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.publish_demo()

    async def away(*_: Any) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr("services.intake.web.shown.count_sending", away)
    async with visitor(city) as client:
        assert receipt_of(await send(client, await opened(client)))


async def test_networks_and_channels_are_counted_apart(city: City) -> None:
    await city.publish_demo()
    database, key = city.database("intake"), city.parts.intake.suspicion_key

    async def counted(host: str, code: str) -> int:
        return await database.run_statement(lambda session: count_sending(session, key, host, code, now()))

    assert [await counted(SCHOOL, CODE) for _ in range(3)] == [1, 2, 3]
    assert await counted("84.113.7.99", CODE) == 4, "the same network"
    assert await counted(SCHOOL, "XY5ST6") == 1
    assert await counted("91.64.3.2", CODE) == 1


async def test_a_filled_trap_is_asked_for_a_moment_and_then_read_by_a_person(city: City) -> None:
    await city.publish_demo()
    async with visitor(city) as client:
        token = await opened(client)
        asked = await send(client, token, **{TRAP: "buy now"})
        assert asked.status_code == 429
        assert "warten Sie einen Moment" in told(asked)
        assert WISH in asked.text
        assert await city.one(HELD) == 0
        challenge = challenge_of(asked)
        answer = await send(client, token, **{TRAP: "buy now", "challenge": challenge, "solution": solve(challenge)})
    assert receipt_of(answer)
    assert "trap" in await city.one("SELECT reasons FROM intake.held")
    assert await city.one(STORED) == 0


async def test_a_machine_in_a_hurry_solves_a_puzzle_and_is_taken(city: City) -> None:
    await city.publish_demo()
    async with visitor(city) as client:
        for _ in range(CROWD):
            assert (await send(client, await opened(client))).status_code == 200
        token = await opened(client)
        asked = await send(client, token)
        assert asked.status_code == 429
        challenge = challenge_of(asked)
        assert (await send(client, token, challenge=challenge, solution="1")).status_code == 429
        assert (
            await send(client, await opened(client), challenge=challenge, solution=solve(challenge))
        ).status_code == 429
        assert (await send(client, token, challenge=challenge, solution=solve(challenge))).status_code == 200
    assert await city.one(STORED) == CROWD + 1
    assert await city.one(HELD) == 0


async def test_without_scripts_waiting_is_enough_to_be_read(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    await city.publish_demo()
    async with visitor(city) as client:
        token = await opened(client)
        asked = await send(client, token, **{TRAP: "x"})
        again = {TRAP: "x", "challenge": challenge_of(asked), "solution": ""}
        assert (await send(client, token, **again)).status_code == 429, "too soon"
        monkeypatch.setattr("services.intake.web.suspicion.has_waited", lambda made_at, at: True)
        receipt = receipt_of(await send(client, token, **again))
        assert receipt_of(await send(client, token, **again)) == receipt, "a second tap is the same response"
    assert await city.one(HELD) == 1


async def held(city: City) -> str:
    """One response that is held; returns its receipt."""
    await city.publish_demo()
    async with visitor(city) as client:
        token = await opened(client)
        challenge = challenge_of(await send(client, token, **{TRAP: "x"}))
        answer = await send(client, token, **{TRAP: "x", "challenge": challenge, "solution": solve(challenge)})
    return receipt_of(answer)


async def test_analysis_hears_of_a_held_response_only_when_it_is_released(city: City) -> None:
    await held(city)
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM notify.journey") == 1, "the receipt works from the first moment"
    assert await city.one("SELECT count(*) FROM analysis.response") == 0
    await sign_in(city, "ada", "editor")
    page = told(await city.client.get("/staff/suspects"))
    assert "Ein unsichtbares Feld" in page
    assert WISH in page
    response_id = await city.one("SELECT id FROM intake.held")
    answer = await city.client.post(f"/staff/suspects/{response_id}/release")
    assert answer.headers["location"].endswith("released")
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM analysis.response") == 1
    assert await city.one("SELECT id FROM intake.response") == response_id
    assert await city.one("SELECT count(*) FROM notify.journey") == 1
    again = await city.client.post(f"/staff/suspects/{response_id}/release")
    assert again.headers["location"].endswith("gone")


async def test_what_is_set_aside_needs_a_reason_stays_and_can_still_be_released(city: City) -> None:
    await held(city)
    await sign_in(city, "ada", "editor")
    response_id = await city.one("SELECT id FROM intake.held")
    path = f"/staff/suspects/{response_id}"
    assert (await city.client.post(f"{path}/aside", data={"note": " "})).status_code == 422
    assert (await city.client.post(f"{path}/aside", data={"note": "Werbung"})).status_code == 303
    page = told(await city.client.get("/staff/suspects"))
    assert "Zur Seite gelegt: 1" in page
    assert "Werbung" in page
    assert await city.one("SELECT jsonb_array_length(answers) FROM intake.held") > 0
    assert (await city.client.post(f"{path}/release")).headers["location"].endswith("released")
    assert await city.one(STORED) == 1
    verbs = [row[0] for row in await city.all("SELECT verb FROM staff.audit_entry WHERE verb ~ 'response' ORDER BY at")]
    assert verbs == ["response.set_aside", "response.released"]


async def test_another_district_neither_sees_nor_settles_it(city: City) -> None:
    await held(city)
    await sign_in(city, "bob", "editor", "ost")
    assert WISH not in told(await city.client.get("/staff/suspects"))
    response_id = await city.one("SELECT id FROM intake.held")
    answer = await city.client.post(f"/staff/suspects/{response_id}/release")
    assert answer.headers["location"].endswith("gone")
    assert await city.one(STORED) == 0


async def test_passes_are_never_suspected(city: City) -> None:
    await make_pack(city)
    code = (await codes(city))[0]
    async with visitor(city) as client:
        token = token_of(await client.get(f"/q/{code}"))
        data = {"token": token, "language": "de", TRAP: "x", **ANSWERS}
        assert (await client.post(f"/q/{code}", data=data)).status_code == 200
    assert await city.one(STORED) == 1


async def test_the_trap_travels_through_the_pages_and_is_out_of_the_way(city: City) -> None:
    await city.publish_demo()
    page = await city.client.get(f"/q/{CODE}")
    field = re.search(f'<p class="default" aria-hidden="true">.*name="{TRAP}".*</p>', page.text)
    assert field
    assert 'tabindex="-1"' in field[0]
    assert 'autocomplete="off"' in field[0]
    token = token_of(page)
    switched = await city.client.post(
        f"/q/{CODE}", data={"token": token, "language": "de", "switch": "tr", TRAP: "still there"}
    )
    assert 'value="still there"' in switched.text


async def test_a_flood_past_the_form_is_read_first_too(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """What devices kept comes without a puzzle, so only numbers count there, and never those of a kiosk."""
    await city.publish_demo()
    monkeypatch.setattr("services.intake.domain.suspicion.FLOOD", 2)
    monkeypatch.setattr("services.intake.domain.suspicion.CROWD", 2)
    point = public_point(city.parts.intake.kept_key)
    async with visitor(city) as client:
        for _ in range(3):
            body = {"sealed": msgspec.to_builtins(kept(point, ANSWERS)), "waited_s": 60, "language": "de"}
            answer = await client.post(f"/q/{CODE}/kept", content=msgspec.json.encode(body))
            assert answer.status_code == 200, answer.text
            assert len(answer.json()["receipt"]) == 9
    assert await city.one(STORED) == 2
    assert await city.all("SELECT reasons FROM intake.held") == [(["flood"],)]
