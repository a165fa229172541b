"""Schemas, roles and rights: everything a database needs before a service may connect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import Connection

from services.analysis.schema import COMPONENT as ANALYSIS
from services.analysis.storage.catalogue import ship_catalogue
from services.intake.storage.tables import COMPONENT as INTAKE
from services.notify.storage.tables import COMPONENT as NOTIFY
from shared.kit.clock import now
from shared.kit.messaging.tables import COMPONENT as BUS
from shared.kit.settings import derive_key
from shared.kit.storage import Database
from shared.kit.storage.migrations import Component, migrate, write_revision
from shared.kit.storage.roles import WRITE, ensure_role, grant, role_name, role_password
from shared.staff.storage.tables import COMPONENT as STAFF

COMPONENTS: Final[list[Component]] = [BUS, STAFF, INTAKE, ANALYSIS, NOTIFY]

CHANGE: Final = "SELECT, INSERT, UPDATE"
Rights = Mapping[str, Iterable[tuple[str, str]]]
#: What every service may do with the bus and with staff: take part, see who is signed in, leave an audit trail.
COMMON: Final[Rights] = {
    "bus": [(CHANGE, "message"), (CHANGE, "delivery"), (CHANGE, "chore")],
    "staff": [
        ("SELECT", "account"),
        ("SELECT", "membership"),
        ("SELECT, UPDATE (used_at)", "session"),  # a session that is not used ends
        ("SELECT, INSERT", "audit_entry"),
    ],
}
RIGHTS: Final[Mapping[str, Rights]] = {
    "intake": {**COMMON, "intake": [(WRITE, "*")]},
    "analysis": {
        "bus": COMMON["bus"],
        "staff": [*COMMON["staff"], ("SELECT, UPDATE (used_on)", "token")],  # programs read with tokens
        "analysis": [(WRITE, "*")],
    },
    "notify": {**COMMON, "notify": [(WRITE, "*")]},
    "staff": {"staff": [(WRITE, "*")]},
    "relay": {"bus": [("SELECT, DELETE", "message"), ("SELECT, UPDATE, DELETE", "delivery"), (CHANGE, "chore")]},
}


async def bring_up_to_date(url: str, secret: str) -> None:
    """Migrates every schema, gives every role its rights, ships the first catalogue. Safe to run twice at once."""
    database = Database(url, pool_size=1)
    try:
        async with database.engine.begin() as connection:
            await connection.run_sync(lambda sync: _bring_up_to_date(sync, url, secret))
        await database.run(lambda session: ship_catalogue(session, now()))
    finally:
        await database.close()


def _bring_up_to_date(connection: Connection, url: str, secret: str) -> None:
    migrate(connection, COMPONENTS)
    for service, rights in RIGHTS.items():
        role = role_name(url, service)
        ensure_role(connection, role, role_password(roles_key(secret), role))
        grant(connection, role, rights)


async def draft_revision(url: str, schema: str, about: str) -> None:
    """Writes a migration file for what the tables have and the database lacks. The schema must be one of ours."""
    component = next(c for c in COMPONENTS if c.schema == schema)
    database = Database(url, pool_size=1)
    try:
        async with database.engine.begin() as connection:
            await connection.run_sync(lambda sync: write_revision(sync, component, about))
    finally:
        await database.close()


def roles_key(secret: str) -> bytes:
    return derive_key(secret, "database roles")


def service_database(url: str, secret: str, service: str, pool_size: int = 16) -> Database:
    """The database as this service sees it."""
    role = role_name(url, service)
    return Database(url, role, role_password(roles_key(secret), role), pool_size)
