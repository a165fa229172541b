"""What is told of a campaign may arrive in any order: what was told last stands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from services.analysis.operations.learn_campaign import learn_campaign as analysis_learns
from services.notify.operations.learn_campaign import learn_campaign as notify_learns
from shared.contracts.campaigns import CampaignPublished
from shared.contracts.routes import ROUTES
from shared.kit.clock import now
from tests.support.city import City


async def _tell(city: City, fact: CampaignPublished) -> None:
    await city.database("analysis").run(lambda session: analysis_learns(session, fact))
    await city.database("notify").run(lambda session: notify_learns(session, fact, now()))


async def _fact(city: City) -> CampaignPublished:
    await city.publish_demo()
    payload = await city.one("SELECT payload FROM bus.message WHERE name = 'campaign.published.v1'")
    fact = ROUTES.read("campaign.published.v1", payload)
    assert isinstance(fact, CampaignPublished)
    return fact


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1)])
async def test_closing_and_reopening_may_arrive_in_any_order(city: City, order: tuple[int, ...]) -> None:
    """The same version, told three times: published, closed, opened again with another office and promise."""
    first = await _fact(city)
    told = [
        first,
        replace(first, closes_at=now(), told_at=first.told_at + timedelta(minutes=1)),
        replace(
            first,
            office="Neues Büro",
            closes_at=first.closes_at + timedelta(days=9),
            told_at=first.told_at + timedelta(minutes=2),
        ),
    ]
    for place in order:
        fact = told[place]
        await _tell(city, fact)
    assert await city.all("SELECT office, closes_at FROM analysis.campaign") == [("Neues Büro", told[2].closes_at)]
    assert await city.one("SELECT office FROM notify.campaign") == "Neues Büro"


async def test_a_newer_version_stands_even_if_the_older_is_told_later(city: City) -> None:
    first = await _fact(city)
    second = replace(first, version=2, office="Zweite Fassung")
    late = replace(first, told_at=first.told_at + timedelta(days=1))
    for fact in (second, late):
        await _tell(city, fact)
    assert await city.one("SELECT office FROM analysis.campaign") == "Zweite Fassung"
    assert await city.one("SELECT office FROM notify.campaign") == "Zweite Fassung"
