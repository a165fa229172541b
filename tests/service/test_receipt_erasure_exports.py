"""Taking a response back reaches files that were made before: within a day its words are in none of them."""

from __future__ import annotations

from datetime import timedelta

from services.analysis.chores import CHORES
from services.analysis.results.operations.forget_exports import forget_exports
from shared.contracts.responses import ResponseErased
from shared.contracts.routes import publish
from shared.kit.clock import now
from tests.service.test_results_exports import ONE, answered, ask
from tests.support.city import City
from tests.support.demo import Demo


async def take_back(city: City, campaign: Demo) -> None:
    response_id, channel_id, received_at = (
        await city.all("SELECT id, channel_id, received_at FROM analysis.response ORDER BY received_at LIMIT 1")
    )[0]
    fact = ResponseErased(response_id, campaign.campaign_id, channel_id, "de", received_at, now(), "00" * 32)
    await city.database("intake").run(lambda session: publish(session, fact))
    await city.deliver_all()


async def test_a_file_from_before_is_gone_after_the_next_round(city: City) -> None:
    campaign, _ = await answered(city)
    await ask(city, texts="1")
    forget = city.database("analysis").run
    assert await forget(lambda session: forget_exports(session, now())) == 0
    assert (await city.client.get(f"{ONE}/file")).status_code == 200
    await take_back(city, campaign)
    assert await forget(lambda session: forget_exports(session, now())) == 1
    assert (await city.client.get(f"{ONE}/file")).status_code == 404
    assert await city.one("SELECT count(*) FROM analysis.export_part") == 0


async def test_a_file_made_afterwards_stays(city: City) -> None:
    campaign, _ = await answered(city)
    await take_back(city, campaign)
    await ask(city, texts="1")
    assert await city.database("analysis").run(lambda session: forget_exports(session, now())) == 0


def test_the_round_comes_far_more_often_than_once_a_day() -> None:
    (period,) = [chore.every for chore in CHORES if chore.name == "analysis.forget_exports"]
    assert period <= timedelta(hours=6)
