"""Whoever draws a print kit is killed over it, twice: every page is there once, and people answer meanwhile."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from uuid import UUID

import pytest
from sqlalchemy import select

from services.intake.domain.channels import Laid
from services.intake.domain.kits import FORMATS, Wanted
from services.intake.operations.open_channel import open_channels
from services.intake.operations.order_kit import order_kit
from services.intake.storage.forms import list_forms
from services.intake.storage.tables import Campaign
from shared.kit.clock import now
from shared.staff.domain.roles import SignedIn
from tests.support.running import RunningCity, running_city

PLACES = 40


@pytest.fixture
async def running() -> AsyncIterator[RunningCity]:
    async with running_city() as city:
        yield city


async def order(city: RunningCity) -> UUID:
    """Forty places more, in all six formats."""
    async with city.parts() as parts, parts.database("intake").transaction() as session:
        campaign = (await session.scalars(select(Campaign).where(Campaign.state == "published"))).first()
        assert campaign
        laid = [Laid("poster", f"Ort {number}") for number in range(PLACES)]
        codes = await open_channels(session, campaign.id, laid, now())
        chosen = [form for form in await list_forms(session, campaign.id) if form.code in codes]
        staff = SignedIn(campaign.id, "Ada", {})
        wanted = Wanted(FORMATS, ("de",), tuple(codes), large=False)
        return await order_kit(session, parts.intake, campaign, wanted, chosen, staff, now())


async def drawn(city: RunningCity, kit_id: UUID) -> int:
    query = f"SELECT count(pdf) FROM intake.kit_page WHERE kit_id = '{kit_id}'"
    return int((await city.rows(query))[0][0])


@pytest.mark.timeout(1800)
async def test_a_kit_is_whole_though_its_workers_are_killed(running: RunningCity) -> None:
    all_pages = PLACES * len(FORMATS) + 1
    kit_id = await order(running)
    begun = time.monotonic()
    for least in (1, all_pages // 2):

        async def under_way(least: int = least) -> bool:
            return await drawn(running, kit_id) >= least

        await running.until(under_way, "pages to be drawn")
        running.kill("worker intake")

    async def whole() -> bool:
        return await drawn(running, kit_id) == all_pages

    await running.until(whole, "the kit to be whole")
    took = time.monotonic() - begun
    ((count, different),) = await running.rows("SELECT count(*), count(DISTINCT name) FROM intake.kit_page")
    assert count == different == all_pages
    ((shelved,),) = await running.rows("SELECT count(*) FROM bus.delivery WHERE state = 'shelved'")
    assert shelved == 0
    assert (await running.check()).good, f"after {took:.1f} s"
