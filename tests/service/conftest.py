"""Fixtures of the service tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.city import City
    from tests.support.notes import Notes


@pytest.fixture
async def notes(city: City) -> Notes:
    """A made-up service with one message, for tests of the bus."""
    from tests.support.notes import Notes

    made = Notes(city)
    await made.prepare()
    return made
