"""One-time links."""

from __future__ import annotations

import asyncio

import pytest

from shared.kit.clock import now
from shared.staff import commands
from shared.staff.domain.tokens import INVITED_FOR, PLAIN_COOKIE
from shared.staff.operations.accept_invitation import accept_invitation, find_invited
from shared.staff.operations.open_session import Cookie
from tests.support.city import City
from tests.support.people import PASSWORD, enter, hire, hire_with_password, link_path


async def test_looking_at_a_link_uses_nothing_up(city: City) -> None:
    path = await link_path(city, "Verwaltung")
    for _ in range(3):
        assert "Willkommen, Verwaltung" in (await city.client.get(path)).text
    assert PLAIN_COOKIE not in city.client.cookies
    assert (await city.client.post(path)).status_code == 303


async def test_a_link_signs_in_once(city: City) -> None:
    path = await link_path(city, "Verwaltung")
    first = await city.client.post(path)
    assert (first.status_code, first.headers["location"]) == (303, "/staff")
    assert "Administration" in (await city.client.get("/staff/account")).text
    for answer in (await city.client.post(path), await city.client.get(path)):
        assert answer.status_code == 410
        assert "gilt nicht mehr" in answer.text


async def test_of_many_taps_on_one_link_one_signs_in(city: City) -> None:
    token = (await link_path(city, "Verwaltung")).rsplit("/", 1)[-1]
    database, at, cookie = city.database("staff"), now(), Cookie(PLAIN_COOKIE, "")
    opened = await asyncio.gather(
        *(database.run(lambda s: accept_invitation(s, token, None, cookie, at)) for _ in range(20))
    )
    assert sum(one is not None for one in opened) == 1


async def test_a_link_expires_after_a_day(city: City) -> None:
    token = (await link_path(city, "Verwaltung")).rsplit("/", 1)[-1]
    database, at = city.database("staff"), now()
    assert await database.run(lambda s: find_invited(s, token, at + INVITED_FOR * 0.99))
    assert await database.run(lambda s: find_invited(s, token, at + INVITED_FOR)) is None


async def test_a_made_up_link_leads_nowhere(city: City) -> None:
    assert (await city.client.post("/staff/invitation/made-up")).status_code == 410


async def test_a_new_password_can_be_set_on_the_way_in(city: City) -> None:
    await hire(city, "ada")
    await city.client.post(await link_path(city, "ada"), data={"password": PASSWORD})
    await city.client.post("/staff/sign-out")
    assert (await enter(city, "ada", PASSWORD)).status_code == 303


@pytest.mark.parametrize(
    ("password", "told"),
    [("kurz", "mindestens 12 Zeichen"), ("x" * 201, "länger als 200 Zeichen"), ("Adas Adas Adas", "nicht enthalten")],
)
async def test_a_password_that_will_not_do_leaves_the_link_as_it_is(city: City, password: str, told: str) -> None:
    await hire(city, "ada")
    path = await link_path(city, "ada")
    refused = await city.client.post(path, data={"password": password})
    assert refused.status_code == 422
    assert told in refused.text
    assert (await city.client.post(path, data={"password": PASSWORD})).status_code == 303


async def test_a_new_password_ends_all_other_sessions(city: City) -> None:
    await hire_with_password(city, "ada")
    await enter(city, "ada", PASSWORD)
    elsewhere = city.client.cookies[PLAIN_COOKIE]
    city.client.cookies.clear()
    await city.client.post(await link_path(city, "ada"), data={"password": PASSWORD + "!"})
    city.client.cookies.set(PLAIN_COOKIE, elsewhere)
    assert (await city.client.get("/staff/account")).status_code == 303


async def test_a_link_into_a_closed_account_leads_nowhere(city: City) -> None:
    path = await link_path(city, "Verwaltung")
    await commands.close_account(city.database("staff"), "Verwaltung")
    assert (await city.client.post(path)).status_code == 410


async def test_the_database_keeps_no_link(city: City) -> None:
    token = (await link_path(city, "Verwaltung")).rsplit("/", 1)[-1]
    rows = str(await city.all("SELECT i::text, a::text FROM staff.invitation i, staff.audit_entry a"))
    assert token not in rows
    assert token.encode().hex() not in rows
