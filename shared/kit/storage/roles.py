"""One database role per service: what a service must not see, the database refuses to show it."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, make_url, text

from shared.kit.ids import keyed_digest

WRITE = "SELECT, INSERT, UPDATE, DELETE"


class RoleError(RuntimeError):
    """The migrating role may not make the services' roles; the message says what to run instead."""


def role_name(url: str, service: str) -> str:
    """Roles belong to a whole server, so the database's name keeps two installations on one server apart."""
    return f"{make_url(url).database}_{service}"


def role_password(key: bytes, role: str) -> str:
    """Derived, not stored: every machine with the secret finds the same one."""
    return base64.urlsafe_b64encode(keyed_digest(key, role.encode())).decode().rstrip("=")


def ensure_role(connection: Connection, role: str, password: str) -> None:
    """Makes the login role, or sets its password anew. Raises RoleError without the right to do so."""
    quoted = password.replace("'", "''")
    exists = connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role})
    verb = "ALTER" if exists else "CREATE"
    with connection.begin_nested() as attempt:
        try:
            connection.execute(text(f"{verb} ROLE \"{role}\" LOGIN NOINHERIT PASSWORD '{quoted}'"))
        except Exception:
            attempt.rollback()
            if not exists:
                raise RoleError(
                    f'The database user may not create roles. Let its administrator run: CREATE ROLE "{role}" LOGIN; '
                    f"then grant your user ADMIN on it, and start again."
                ) from None


def grant(connection: Connection, role: str, rights: Mapping[str, Iterable[tuple[str, str]]]) -> None:
    """`rights`: schema → (privileges, table or "*"). Everything not named is taken away first."""
    for schema in ("bus", "staff", "intake", "analysis", "notify"):
        connection.execute(text(f'REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM "{role}"'))
        connection.execute(text(f'REVOKE ALL ON SCHEMA {schema} FROM "{role}"'))
    for schema, tables in rights.items():
        connection.execute(text(f'GRANT USAGE ON SCHEMA {schema} TO "{role}"'))
        for privileges, table in tables:
            target = f"ALL TABLES IN SCHEMA {schema}" if table == "*" else f"{schema}.{table}"
            connection.execute(text(f'GRANT {privileges} ON {target} TO "{role}"'))
