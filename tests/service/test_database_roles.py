"""What a service must not see, the database refuses to show it."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from deploy.migrate import COMPONENTS
from shared.kit.storage import Database
from tests.support.city import City

TABLES = {c.schema: [table.fullname for table in c.metadata.sorted_tables] for c in COMPONENTS}
SERVICES = ("intake", "analysis", "notify")
FOREIGN = [
    (service, table) for service in SERVICES for schema in SERVICES if schema != service for table in TABLES[schema]
]
HARMLESS_OF_STAFF = {"account", "membership", "session", "audit_entry"}
#: Programs read results with tokens, of which there is a keyed digest only.
READ_OF_STAFF = frozenset({("analysis", "token")})


async def _refused(database: Database, statement: str) -> bool:
    try:
        async with database.transaction() as session:
            await session.execute(text(statement))
    except DBAPIError as error:
        return "permission denied" in str(error) or "must be owner" in str(error)
    return False


@pytest.mark.parametrize(("service", "table"), FOREIGN)
async def test_a_service_is_refused_the_tables_of_another(city: City, service: str, table: str) -> None:
    database = city.database(service)
    assert await _refused(database, f"SELECT 1 FROM {table}")
    assert await _refused(database, f"DELETE FROM {table}")


@pytest.mark.parametrize("service", SERVICES)
async def test_a_service_reads_and_writes_its_own_tables(city: City, service: str) -> None:
    for table in TABLES[service]:
        assert not await _refused(city.database(service), f"SELECT 1 FROM {table}")
        assert not await _refused(city.database(service), f"DELETE FROM {table}")


@pytest.mark.parametrize("service", SERVICES)
async def test_a_service_cannot_change_who_may_sign_in(city: City, service: str) -> None:
    for table in TABLES["staff"]:
        assert await _refused(city.database(service), f"DELETE FROM {table}")
        name = table.removeprefix("staff.")
        if name not in HARMLESS_OF_STAFF and (service, name) not in READ_OF_STAFF:
            assert await _refused(city.database(service), f"SELECT 1 FROM {table}")


async def test_analysis_reads_tokens_of_programs_and_makes_none(city: City) -> None:
    analysis = city.database("analysis")
    assert not await _refused(analysis, "UPDATE staff.token SET used_on = used_on")
    assert await _refused(analysis, "UPDATE staff.token SET digest = digest")
    assert await _refused(analysis, "INSERT INTO staff.token DEFAULT VALUES")


@pytest.mark.parametrize("service", SERVICES)
async def test_the_audit_trail_can_be_added_to_and_not_rewritten(city: City, service: str) -> None:
    assert await _refused(city.database(service), "UPDATE staff.audit_entry SET id = id")
    assert await _refused(city.database(service), "DELETE FROM staff.audit_entry")


@pytest.mark.parametrize("schema", [*SERVICES, "staff"])
async def test_the_relay_sees_the_bus_alone(city: City, schema: str) -> None:
    for table in TABLES[schema]:
        assert await _refused(city.database("relay"), f"SELECT 1 FROM {table}")


@pytest.mark.parametrize("service", [*SERVICES, "staff", "relay"])
async def test_no_service_makes_tables_or_roles(city: City, service: str) -> None:
    for schema in TABLES:
        assert await _refused(city.database(service), f"CREATE TABLE {schema}.own (id int)")
    assert await _refused(city.database(service), "CREATE ROLE somebody")
    assert await _refused(city.database(service), "CREATE TABLE public.own (id int)")


@pytest.mark.parametrize("service", SERVICES)
async def test_a_service_cannot_become_another(city: City, service: str) -> None:
    for other in {*SERVICES, "staff"} - {service}:
        assert await _refused(city.database(service), f"SET ROLE city_{other}")


async def test_one_service_cannot_sign_in_as_another(city: City) -> None:
    stranger = Database(city.url, "city_notify", "the wrong password", pool_size=1)
    with pytest.raises(Exception, match="password authentication failed"):
        async with stranger.transaction() as session:
            await session.execute(text("SELECT 1"))
    await stranger.close()
