"""Tables and migrations agree, and nothing is loaded behind anybody's back."""

from __future__ import annotations

from typing import Any

import pytest

from deploy.migrate import COMPONENTS
from shared.kit.storage.migrations import Component, pending
from shared.kit.storage.tables import Base
from tests.support.city import City


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.schema)
async def test_alembic_finds_nothing_to_generate(city: City, component: Component) -> None:
    async with city.owner.engine.connect() as connection:
        assert await connection.run_sync(lambda sync: pending(sync, component)) == []


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.schema)
def test_all_tables_of_a_component_live_in_its_schema(component: Component) -> None:
    tables: dict[str, Any] = dict(component.metadata.tables)
    assert tables
    assert {table.schema for table in tables.values()} == {component.schema}


def test_every_relationship_raises_when_it_was_not_loaded() -> None:
    relationships = [relationship for mapper in Base.registry.mappers for relationship in mapper.relationships]
    assert [str(relationship) for relationship in relationships if relationship.lazy != "raise"] == []


def test_every_time_has_a_zone() -> None:
    columns = [column for component in COMPONENTS for table in component.metadata.tables.values() for column in table.c]
    times = [column for column in columns if column.name.endswith("_at")]
    assert times
    assert [
        str(column)
        for column in times
        if not getattr(column.type, "timezone", column.type.__class__.__name__ == "Moment")
    ] == []
