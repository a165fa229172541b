"""Bringing schemas up to date: Alembic run from code, one version table per schema, one migrator at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from alembic.autogenerate import compare_metadata
from alembic.autogenerate.api import RevisionContext
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, text

from shared.kit.storage.tables import Moment

#: Any number will do, as long as every version of the program takes the same one.
ADVISORY_LOCK = 7_310_277
LOCK_TIMEOUT = "5s"


class Component(NamedTuple):
    """One schema with its tables and the folder of its migrations."""

    schema: str
    metadata: MetaData
    folder: Path


def migrate(connection: Connection, components: list[Component]) -> None:
    """Brings every component to its newest version, in one transaction.

    A migration that would wait for a table longer than five seconds gives up rather than stopping the city.
    """
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
    connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
    for component in components:
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {component.schema}"))
        _upgrade(connection, component)


def pending(connection: Connection, component: Component) -> list[Any]:
    """What Alembic would generate: empty when tables and migrations agree."""
    context = MigrationContext.configure(connection, opts=_options(component))
    found: list[Any] = compare_metadata(context, component.metadata)
    return found


def write_revision(connection: Connection, component: Component, about: str) -> None:
    """Writes a new migration file with what `pending` finds; it is a draft to be read."""
    config, script = _config(component)
    context: Any = RevisionContext(
        config,
        script,
        {
            "message": about,
            "autogenerate": True,
            "sql": False,
            "head": "head",
            "splice": False,
            "branch_label": None,
            "version_path": None,
            "rev_id": None,
            "depends_on": None,
        },
    )

    def generate(revision: Any, migration: Any) -> list[Any]:
        context.run_autogenerate(revision, migration)
        return []

    _run(connection, component, generate)
    list(context.generate_scripts())


def _upgrade(connection: Connection, component: Component) -> None:
    script = _config(component)[1]
    _run(connection, component, lambda revision, _context: script._upgrade_revs("head", revision))


def _run(connection: Connection, component: Component, work: Any) -> None:
    config, script = _config(component)
    with EnvironmentContext(config, script, fn=work, as_sql=False) as environment:
        environment.configure(connection=connection, target_metadata=component.metadata, **_options(component))
        environment.run_migrations()


def _config(component: Component) -> tuple[Config, ScriptDirectory]:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "template"))
    config.set_main_option("version_locations", str(component.folder))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("file_template", "%%(year)d%%(month).2d%%(day).2d_%%(slug)s")
    return config, ScriptDirectory.from_config(config)


def _options(component: Component) -> dict[str, Any]:
    return {
        "version_table": "schema_version",
        "version_table_schema": component.schema,
        "include_schemas": True,
        "include_name": lambda name, kind, _parents: kind != "schema" or name == component.schema,
        "include_object": lambda _object, name, kind, *_rest: not (kind == "table" and name == "schema_version"),
        "compare_type": True,
        "compare_server_default": True,
        "render_item": _render,
    }


def _render(kind: str, item: Any, _context: Any) -> str | bool:
    """Migrations are history: they name plain types, not classes of ours that may change."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False
