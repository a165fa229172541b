"""How much one receipt may ask for, and that nothing of what it asked in vain is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from services.notify.domain.letters import MOST_WISHES
from services.notify.operations.ask_by_sms import MOST_NUMBERS
from tests.support.city import City
from tests.support.texting import TextServer
from tests.support.voice import Voice

CONTACTS = "SELECT count(*) FROM notify.contact"


@pytest.fixture
async def server(city: City) -> AsyncIterator[TextServer]:
    """The city sends text messages by a service on this machine."""
    async with TextServer().serve() as serving:
        city.settle(sms_url=serving.url)
        yield serving


async def test_one_receipt_cannot_write_to_strangers_by_the_dozen(city: City) -> None:
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    for number in range(MOST_WISHES + 2):
        assert (await voice.subscribe(f"somebody-{number}@example.org")).status_code == 200, "and the page does not say"
    assert await city.one("SELECT count(*) FROM notify.notification") == MOST_WISHES
    assert await city.one(CONTACTS) == MOST_WISHES


async def test_a_number_that_is_one_too_many_is_not_kept(city: City, server: TextServer) -> None:
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    for number in range(MOST_NUMBERS + 2):
        assert (await voice.subscribe(f"0151 / 234 567 8{number}")).status_code == 200
    assert await city.one(CONTACTS) == MOST_NUMBERS
