"""Fixtures of the service tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.city import City
    from tests.support.notes import Notes


@pytest.fixture(autouse=True)
def _one_span(monkeypatch: pytest.MonkeyPatch) -> None:
    """No span of counting ends while a test runs: failures and sendings would be counted from nought again."""
    for place in ("shared.kit.guesses.SPAN_S", "services.intake.domain.suspicion.SPAN_S"):
        monkeypatch.setattr(place, 10**10)


@pytest.fixture
async def notes(city: City) -> Notes:
    """A made-up service with one message, for tests of the bus."""
    from tests.support.notes import Notes

    made = Notes(city)
    await made.prepare()
    return made
