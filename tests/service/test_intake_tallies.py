"""Dots of workshops reach the dashboard with where they were counted, and change no number of the responses."""

from __future__ import annotations

import asyncio
import itertools
from datetime import timedelta
from functools import partial

import pytest
from msgspec.structs import replace

from services.analysis.operations.learn_channel import learn_channel
from services.analysis.operations.learn_tally import learn_tally
from shared.contracts.campaigns import NEVER, ChannelOpened, DotFact, TallyCounted
from shared.contracts.routes import ROUTES
from shared.kit.ids import random_id
from tests.support.city import City, token_of
from tests.support.demo import CODE
from tests.support.making import PATH, told
from tests.support.people import sign_in

TALLY = f"/staff/entry/{CODE}/tally"


async def at_desk(city: City) -> str:
    """The campaign's address on the dashboard."""
    made = await city.publish_demo()
    await sign_in(city, "ada", "editor")
    return f"/staff/campaigns/{made.slug}"


async def count(city: City, **dots: int) -> None:
    token = token_of(await city.client.get(TALLY))
    sent = {f"dots-{name.replace('_', '.')}": str(number) for name, number in dots.items()}
    assert (await city.client.post(TALLY, data={"token": token, **sent})).status_code == 303


async def facts(city: City) -> list[TallyCounted]:
    """In the order in which they were told."""
    query = "SELECT payload FROM bus.message WHERE name = 'tally.counted.v1' ORDER BY payload->>'told_at'"
    rows = await city.all(query)
    return [ROUTES.read("tally.counted.v1", payload) for (payload,) in rows]  # type: ignore[misc] # one name, one kind


async def test_dots_stand_beside_the_responses_and_are_counted_in_none_of_their_numbers(city: City) -> None:
    dashboard = await at_desk(city)
    await city.respond()
    await city.deliver_all()
    without = told(await city.client.get(dashboard))
    assert "Punkte aus Workshops" not in without
    await count(city, way_foot=12, informed_5=3)
    await count(city, way_foot=1, way_bus=7)
    await city.deliver_all()
    page = told(await city.client.get(dashboard))
    assert "Punkte aus Workshops" in page
    assert "Punkte 20 Punkte." in page
    assert "zu Fuß 13 (65 %)" in page
    assert "20 Punkte, Fassung 1, gezählt am" in page
    start, end = page.index("Punkte aus Workshops"), page.index("Verbleib", page.index("Punkte aus Workshops"))
    as_before = page[:start] + page[end:]
    figures = ("Eine Person hat geantwortet", "Unter 5 Personen")
    assert [as_before.count(words) for words in figures] == [without.count(words) for words in figures]
    assert await city.one("SELECT count(*) FROM analysis.response") == 1


async def test_what_is_taken_back_is_gone_from_the_dashboard_too(city: City) -> None:
    dashboard = await at_desk(city)
    await count(city, way_foot=12)
    await count(city, way_foot=30)
    await city.client.post(TALLY, data={"go": "back"})
    await city.deliver_all()
    assert "zu Fuß 12 (100 %)" in told(await city.client.get(dashboard))
    await city.client.post(TALLY, data={"go": "back"})
    await city.deliver_all()
    assert "Punkte aus Workshops" not in told(await city.client.get(dashboard))


async def test_the_same_page_sent_twice_counts_once_on_the_dashboard(city: City) -> None:
    await at_desk(city)
    sent = {"token": token_of(await city.client.get(TALLY)), "dots-way.foot": "4"}
    for _ in range(2):
        await city.client.post(TALLY, data=sent)
    assert [fact.dots for fact in await facts(city)] == [(DotFact("way", "foot", 4),)] * 2


async def test_two_who_count_at_once_are_both_in_what_is_told_last(city: City) -> None:
    await at_desk(city)
    tokens = [token_of(await city.client.get(TALLY)) for _ in range(6)]
    sending = (city.client.post(TALLY, data={"token": token, "dots-way.foot": "1"}) for token in tokens)
    await asyncio.gather(*sending)
    await city.deliver_all()
    assert await city.one("SELECT dots FROM analysis.tally") == [{"question": "way", "choice": "foot", "dots": 6}]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
async def test_what_was_told_last_stands_in_whichever_order_it_arrives(city: City, order: tuple[int, ...]) -> None:
    await at_desk(city)
    await count(city, way_foot=1)
    await count(city, way_foot=1)
    await city.client.post(TALLY, data={"go": "back"})
    sent = await facts(city)
    for place in order:
        await city.database("analysis").run(partial(learn_tally, message=sent[place]))
    assert await city.one("SELECT dots FROM analysis.tally") == [{"question": "way", "choice": "foot", "dots": 1}]


async def test_dots_of_a_channel_nobody_has_told_of_yet_are_shown_as_such(city: City) -> None:
    dashboard = await at_desk(city)
    await count(city, way_bus=6)
    await city.deliver_all()
    (fact,) = await facts(city)
    stranger = replace(fact, channel_id=random_id(), dots=(DotFact("way", "foot", 2),))
    await city.database("analysis").run(lambda session: learn_tally(session, stranger))
    page = told(await city.client.get(dashboard))
    assert "Zugang noch nicht bekannt: 2 Punkte" in page
    assert "8 Punkte." in page


async def channel_page(city: City) -> str:
    row = await city.all("SELECT campaign_id::text, id::text FROM intake.channel")
    return f"{PATH}/{row[0][0]}/channels/{row[0][1]}"


async def test_a_renamed_channel_is_renamed_on_the_dashboard(city: City) -> None:
    dashboard = await at_desk(city)
    await city.respond()
    await city.client.post(await channel_page(city), data={"place": "Café am Markt", "group": "Seniorenkreis"})
    await city.deliver_all()
    assert await city.all("SELECT place, group_name FROM analysis.channel") == [("Café am Markt", "Seniorenkreis")]
    assert "Café am Markt" in told(await city.client.get(dashboard))


async def test_new_days_alone_are_told_to_nobody(city: City) -> None:
    await at_desk(city)
    (place,) = (await city.all("SELECT place FROM intake.channel"))[0]
    await city.client.post(await channel_page(city), data={"place": place, "group": "", "ends": "2030-01-01"})
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'channel.opened.v1'") == 1


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
async def test_names_of_a_channel_may_arrive_in_any_order(city: City, order: tuple[int, ...]) -> None:
    """The first was told before such messages said when."""
    await city.publish_demo()
    payload = await city.one("SELECT payload FROM bus.message WHERE name = 'channel.opened.v1'")
    first = ROUTES.read("channel.opened.v1", payload)
    assert isinstance(first, ChannelOpened)
    told_of = [
        replace(first, told_at=NEVER),
        replace(first, place="Bäckerei", told_at=first.told_at + timedelta(minutes=1)),
        replace(first, place="Café", group="Frühstück", told_at=first.told_at + timedelta(minutes=2)),
    ]
    for place in order:
        await city.database("analysis").run(partial(learn_channel, message=told_of[place]))
    assert await city.all("SELECT place, group_name FROM analysis.channel") == [("Café", "Frühstück")]
