"""Staff to sign in with: made the way the command line makes them."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

import httpx

from shared.kit.clock import now
from shared.staff import commands
from shared.staff.domain.roles import EVERYWHERE, Role
from shared.staff.operations.set_password import digest_password, set_password
from tests.support.city import City

PASSWORD: Final = "der Markt hat samstags auf"


async def hire(city: City, name: str, role: Role | None = "reader", district: str = EVERYWHERE) -> UUID:
    """An account with this role in the district, and without a password."""
    account_id = await commands.create_account(city.database("staff"), name, name.capitalize())
    if role:
        await commands.grant_role(city.database("staff"), name, district, role)
    return account_id


async def hire_with_password(city: City, name: str, role: Role = "reader", district: str = EVERYWHERE) -> UUID:
    account_id = await hire(city, name, role, district)
    digest = await digest_password(PASSWORD)
    async with city.database("staff").transaction() as session:
        await set_password(session, account_id, digest, now())
    return account_id


async def link_path(city: City, name: str) -> str:
    """The path of a new one-time link into this account."""
    return urlsplit(await commands.sign_in_link(city.database("staff"), city.parts.staff, name)).path


async def sign_in(city: City, name: str, role: Role = "reader", district: str = EVERYWHERE) -> None:
    """From now on the city's client is this person."""
    await hire(city, name, role, district)
    answer = await city.client.post(await link_path(city, name))
    assert answer.status_code == 303, answer.text


async def enter(city: City, name: str, password: str, **more: str) -> httpx.Response:
    """Name and password into the sign-in page."""
    return await city.client.post("/staff/sign-in", data={"name": name, "password": password, **more})
