"""The audit trail, and the changes that staff's own operations leave in it."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff import commands
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.create_account import NameTakenError
from shared.staff.operations.record_change import record_change
from tests.support.city import City
from tests.support.people import hire

CAMPAIGN = UUID(int=7)
TRAIL = "SELECT verb, before, after FROM staff.audit_entry ORDER BY at, id"


@pytest.mark.parametrize("service", ["intake", "analysis", "notify"])
async def test_a_change_says_who_what_and_when(city: City, service: str) -> None:
    ada = SignedIn(await hire(city, "ada"), "Ada", {})
    async with city.database(service).transaction() as session:
        await record_change(session, ada, "campaign.published", CAMPAIGN, {"version": 2}, {"version": 1})
    query = "SELECT account_id, verb, subject_kind, before, after FROM staff.audit_entry WHERE subject_id = :id"
    assert await city.all(query, id=CAMPAIGN) == [
        (ada.account_id, "campaign.published", "campaign", {"version": 1}, {"version": 2})
    ]
    assert await city.one("SELECT now() - at < '1 minute' FROM staff.audit_entry WHERE subject_id = :id", id=CAMPAIGN)


async def test_a_change_that_did_not_happen_leaves_no_entry(city: City) -> None:
    async def fail_after_recording(session: AsyncSession) -> None:
        await record_change(session, None, "campaign.published", CAMPAIGN)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await city.database("intake").run(fail_after_recording)
    assert await city.one("SELECT count(*) FROM staff.audit_entry") == 0


@pytest.mark.parametrize("statement", ["UPDATE staff.audit_entry SET verb = 'x'", "DELETE FROM staff.audit_entry"])
async def test_not_even_the_owner_rewrites_the_trail(city: City, statement: str) -> None:
    await hire(city, "ada")
    with pytest.raises(DBAPIError, match="only added to"):
        async with city.owner.transaction() as session:
            await session.execute(text(statement))


async def test_accounts_roles_and_links_leave_entries(city: City) -> None:
    await hire(city, "ada", "reader", "Ost")
    await commands.grant_role(city.database("staff"), "ada", "Ost", "lead")
    await commands.grant_role(city.database("staff"), "ada", "Ost", "lead")
    await commands.withdraw_role(city.database("staff"), "ada", "Ost")
    await commands.sign_in_link(city.database("staff"), city.parts.staff, "ada")
    await commands.close_account(city.database("staff"), "ada")
    reader, lead = {"district": "Ost", "role": "reader"}, {"district": "Ost", "role": "lead"}
    assert await city.all(TRAIL) == [
        ("account.created", None, {"name": "ada"}),
        ("account.role_granted", None, reader),
        ("account.role_granted", reader, lead),
        ("account.role_withdrawn", lead, None),
        ("account.invited", None, None),
        ("account.closed", None, None),
    ]


async def test_the_first_link_makes_an_administrator_and_later_ones_do_not(city: City) -> None:
    for _ in range(2):
        await commands.sign_in_link(city.database("staff"), city.parts.staff)
    assert await city.all("SELECT name, full_name FROM staff.account") == [("verwaltung", "Verwaltung")]
    assert await city.all("SELECT district, role FROM staff.membership") == [("*", "administrator")]


async def test_a_name_is_given_once_however_it_is_written(city: City) -> None:
    await hire(city, "ada")
    with pytest.raises(NameTakenError):
        await commands.create_account(city.database("staff"), " ADA ", "Ada")


async def test_a_role_goes_to_nobody_unknown_and_is_one_of_four(city: City) -> None:
    with pytest.raises(commands.UnknownAccountError):
        await commands.grant_role(city.database("staff"), "nobody", "*", "reader")
    await hire(city, "ada")
    with pytest.raises(ValueError, match="reader, editor, lead, administrator"):
        await commands.grant_role(city.database("staff"), "ada", "*", "king")  # type: ignore[arg-type]
