"""Which routes open for whom, and what the database itself refuses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from litestar import Litestar, Router, get, post
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from shared.kit.web.access import PUBLIC
from shared.kit.web.errors import show_error
from shared.staff.access import REFUSALS, SIGNED_IN, SignedIn, admit, require, staff
from shared.staff.domain.tokens import PLAIN_COOKIE
from tests.support.city import City
from tests.support.people import sign_in


@get("/open", opt=PUBLIC, sync_to_thread=False)
def show_open() -> str:
    return "open"


@get("/unstated", sync_to_thread=False)
def show_unstated() -> str:
    return "unstated"


@get("/for-editors", opt=staff("editor"), sync_to_thread=False)
def show_for_editors() -> str:
    return "for editors"


@get("/ost", opt=staff("reader"), sync_to_thread=False)
def show_ost(signed_in: SignedIn) -> str:
    require(signed_in, "editor", "ost")
    return signed_in.name


@post("/change", opt=staff("reader"), sync_to_thread=False)
def change() -> str:
    return "changed"


@pytest.fixture
async def client(city: City) -> AsyncIterator[httpx.AsyncClient]:
    """A service's router as analysis would make it, under analysis' own database role."""
    router = Router(
        "/",
        route_handlers=[show_open, show_unstated, show_for_editors, show_ost, change],
        guards=[admit(city.database("analysis"))],
        exception_handlers=REFUSALS,
        dependencies=SIGNED_IN,
    )
    app: Any = Litestar([router], exception_handlers={Exception: show_error}, openapi_config=None)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://t", headers={"Accept": "text/html"}) as client:
        yield client


async def be(city: City, client: httpx.AsyncClient, *who: Any) -> None:
    """The client is this person from now on: name, role, district."""
    await sign_in(city, *who)
    client.cookies.set(PLAIN_COOKIE, city.client.cookies[PLAIN_COOKIE])


async def test_a_public_route_asks_nobody(client: httpx.AsyncClient) -> None:
    assert (await client.get("/open")).text == "open"


async def test_who_is_not_signed_in_is_led_to_the_sign_in_page_and_back(client: httpx.AsyncClient) -> None:
    answer = await client.get("/for-editors?day=1&page=2")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/staff/sign-in?next=/for-editors%3Fday%3D1%26page%3D2"


async def test_a_program_gets_a_status_and_no_page(client: httpx.AsyncClient) -> None:
    answer = await client.get("/for-editors", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()) == (401, {"status": 401})


async def test_what_was_sent_without_a_session_can_be_sent_again(client: httpx.AsyncClient) -> None:
    answer = await client.post("/change", data={"text": "long"})
    assert answer.status_code == 401
    assert "laden Sie diese Seite neu" in answer.text


async def test_a_route_that_states_no_rule_is_closed(city: City, client: httpx.AsyncClient) -> None:
    assert (await client.get("/unstated")).status_code == 303
    await be(city, client, "ada", "administrator")
    assert (await client.get("/unstated")).status_code == 500


async def test_a_role_too_low_is_told_kindly(city: City, client: httpx.AsyncClient) -> None:
    await be(city, client, "ada", "reader")
    answer = await client.get("/for-editors")
    assert answer.status_code == 403
    assert "Bearbeiten" in answer.text
    assert "Abmelden" in answer.text


async def test_a_role_high_enough_in_any_district_opens_the_route(city: City, client: httpx.AsyncClient) -> None:
    await be(city, client, "ada", "lead", "osterfeld")
    assert (await client.get("/for-editors")).text == "for editors"


async def test_a_role_in_another_district_does_not_open_this_one(city: City, client: httpx.AsyncClient) -> None:
    await be(city, client, "ada", "lead", "osterfeld")
    answer = await client.get("/ost")
    assert answer.status_code == 403
    assert "im Sozialraum Ost" in answer.text
    await be(city, client, "bea", "editor", "ost")
    assert (await client.get("/ost")).text == "Bea"


@pytest.mark.parametrize("service", ["intake", "analysis", "notify"])
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM staff.credential",
        "SELECT * FROM staff.invitation",
        "SELECT * FROM staff.audit_entry FOR UPDATE",
        "UPDATE staff.session SET ends_at = now() + interval '1 year'",
        "UPDATE staff.membership SET role = 'administrator'",
        "INSERT INTO staff.session SELECT * FROM staff.session",
        "DELETE FROM staff.audit_entry",
    ],
)
async def test_a_service_cannot_let_anybody_in(city: City, service: str, statement: str) -> None:
    with pytest.raises(DBAPIError, match="permission denied"):
        async with city.database(service).transaction() as session:
            await session.execute(text(statement))
