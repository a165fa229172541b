"""Letters through a real mail server that refuses, stalls, postpones and hangs up: nobody gets two, nobody none."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from uuid import UUID

import msgspec
import pytest

from services.notify.operations.hand_over import Medium
from services.notify.operations.send_letters import send_letters
from services.notify.operations.subscribe import Wish, subscribe
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.messaging import NotYet
from tests.support.city import City
from tests.support.post_office import PostOffice, bound, post_office, url_of

ATTEMPTS = "SELECT sum(attempt_count) FROM notify.notification"


@pytest.fixture
async def office() -> AsyncIterator[PostOffice]:
    async with post_office() as served:
        yield served


async def owe(city: City, *addresses: str) -> list[UUID]:
    """One letter owed to each address; returns their ids, in that order."""
    for address in addresses:
        await ask(city, address)
    return [row[0] for row in await city.all("SELECT id FROM notify.notification ORDER BY queued_at")]


async def ask(city: City, address: str) -> None:
    wish = Wish(random_id().bytes, address, "de")
    await city.database("notify").run(lambda session: subscribe(session, city.parts.notify, wish, now()))


async def send(city: City, medium: Medium, ids: list[UUID], **settings: object) -> float:
    """One delivery; returns the pause until the next, 0 when nothing is left to do."""
    try:
        changed = msgspec.structs.replace(city.parts.notify, **settings)
        await send_letters(city.database("notify"), changed, medium, ids)
    except NotYet as later:
        return later.pause.total_seconds()
    return 0


async def forget_pauses(city: City) -> None:
    """As if all pauses were over."""
    await city.all("UPDATE notify.notification SET due_at = NULL RETURNING 1")
    await city.all(
        "UPDATE notify.provider SET rest_until = now() - interval '1 s', failed_at = now() - interval '1 h' "
        "WHERE rest_until IS NOT NULL RETURNING 1"
    )


async def send_until_over(city: City, office: PostOffice, ids: list[UUID]) -> None:
    medium = office.server()
    for _ in range(60):
        if not await send(city, medium, ids):
            return
        await forget_pauses(city)
    raise AssertionError("letters are left")


async def states(city: City) -> list[tuple[str, str | None]]:
    return [
        (row[0], row[1]) for row in await city.all("SELECT state, error FROM notify.notification ORDER BY queued_at")
    ]


@pytest.mark.parametrize("order", ["RCPT 451", "DATA 451", "drop", "stall"])
async def test_what_may_pass_is_tried_again_and_comes_once(city: City, office: PostOffice, order: str) -> None:
    ids = await owe(city, "anna@example.org")
    office.orders["anna@example.org"] = [order, order]
    assert await send(city, office.server(), ids) > 30
    assert (await states(city))[0][0] == "waiting"
    await send_until_over(city, office, ids)
    assert office.count() == {"anna@example.org": 1}
    assert await states(city) == [("sent", None)]


async def test_a_server_that_hangs_up_after_its_answer_has_the_letter_once(city: City, office: PostOffice) -> None:
    ids = await owe(city, "anna@example.org", "berta@example.org")
    office.orders["anna@example.org"] = ["answer and drop"]
    await send_until_over(city, office, ids)
    assert office.count() == {"anna@example.org": 1, "berta@example.org": 1}


async def test_where_nobody_can_know_it_comes_again_under_the_same_id(city: City, office: PostOffice) -> None:
    """The gap: taken, and no answer. A second copy of the same Message-ID is better than none."""
    ids = await owe(city, "anna@example.org")
    office.orders["anna@example.org"] = ["take and drop"]
    await send_until_over(city, office, ids)
    assert len(office.taken) == 2
    assert len({message_id for _, message_id, _ in office.taken}) == 1


async def test_an_address_that_does_not_exist_is_written_to_no_more(city: City, office: PostOffice) -> None:
    ids = await owe(city, "anna@example.org", "berta@example.org")
    office.orders["anna@example.org"] = ["RCPT 550"]
    assert await send(city, office.server(), ids) == 0
    assert await states(city) == [("refused", "RCPT 550"), ("sent", None)]
    assert await city.one("SELECT count(*) FROM notify.contact") == 1
    assert await city.one("SELECT reason FROM notify.suppression") == "bounced"
    await ask(city, "Anna@example.org")
    assert await city.one("SELECT count(*) FROM notify.notification") == 2
    assert await city.one("SELECT count(*) FROM notify.contact") == 1


async def test_a_letter_that_is_not_taken_says_nothing_of_the_address(city: City, office: PostOffice) -> None:
    ids = await owe(city, "anna@example.org")
    office.orders["anna@example.org"] = ["DATA 554"]
    assert await send(city, office.server(), ids) == 0
    assert await states(city) == [("refused", "DATA 554")]
    assert await city.one("SELECT count(*) FROM notify.contact") == 1
    assert await city.one("SELECT count(*) FROM notify.suppression") == 0


async def test_while_our_server_is_away_it_is_left_alone_and_nothing_is_lost(city: City) -> None:
    ids = await owe(city, *(f"a{number}@d{number}.example" for number in range(9)))
    place = bound()
    away = PostOffice(url_of(place))
    assert await send(city, away.server(), ids) > 0
    attempts = await city.one(ATTEMPTS)
    for _ in range(5):
        assert await send(city, away.server(), ids) > 5
    assert await city.one(ATTEMPTS) == attempts, "nobody waits for a server that rests"
    async with post_office(place) as office:
        await send_until_over(city, office, ids)
        assert set(office.count().values()) == {1}
        assert len(office.count()) == 9


async def test_a_domain_that_stalls_holds_up_nobody_else(city: City, office: PostOffice) -> None:
    slow = [f"s{number}@slow.example" for number in range(4)]
    quick = [f"q{number}@quick.example" for number in range(12)]
    ids = await owe(city, *slow, *quick)
    for address in slow:
        office.orders[address] = ["stall"] * 3
    medium = office.server()
    sending = asyncio.create_task(send(city, medium, ids))
    while set(office.count()) != set(quick):
        assert not sending.done(), "the others waited"
        await asyncio.sleep(0.01)
    await sending
    for _ in range(3):
        await city.all("UPDATE notify.notification SET due_at = NULL RETURNING 1")
        await city.all("UPDATE notify.provider SET failed_at = failed_at - interval '1 h' RETURNING 1")
        await send(city, medium, ids)
    attempts = await city.one(ATTEMPTS)
    await city.all("UPDATE notify.notification SET due_at = NULL RETURNING 1")
    assert await send(city, medium, ids) > 5
    assert await city.one(ATTEMPTS) == attempts, "a domain that rests is not asked"
    await send_until_over(city, office, ids)
    assert office.count() == dict.fromkeys([*slow, *quick], 1)


async def test_after_a_rest_one_letter_goes_first(city: City, office: PostOffice) -> None:
    ids = await owe(city, *(f"a{number}@one.example" for number in range(5)))
    for address in (f"a{number}@one.example" for number in range(5)):
        office.orders[address] = ["RCPT 451"] * 9
    medium = office.server()
    for _ in range(3):
        await send(city, medium, ids)
        await city.all("UPDATE notify.provider SET failed_at = failed_at - interval '1 h' RETURNING 1")
        await city.all("UPDATE notify.notification SET due_at = NULL RETURNING 1")
    await forget_pauses(city)
    before = await city.one(ATTEMPTS)
    await send(city, medium, ids)
    assert await city.one(ATTEMPTS) == before + 1


async def test_no_more_letters_a_minute_go_to_a_domain_than_it_likes(city: City, office: PostOffice) -> None:
    ids = await owe(city, *(f"a{number}@one.example" for number in range(5)), "b@two.example")
    pause = await send(city, office.server(), ids, mail_per_minute=2)
    assert 30 < pause <= 61
    assert sum(address.endswith("@one.example") for address in office.count()) == 2
    assert office.count()["b@two.example"] == 1
    await city.all("UPDATE notify.notification SET due_at = NULL RETURNING 1")
    await city.all("UPDATE notify.provider SET minute_at = minute_at - interval '61 s' RETURNING 1")
    await send(city, office.server(), ids, mail_per_minute=2)
    assert sum(office.count().values()) == 5


async def test_many_workers_with_one_bag_and_a_moody_server_send_each_letter_once(
    city: City, office: PostOffice
) -> None:
    moods = ["RCPT 451", "DATA 452", "drop", "answer and drop", "take"]
    chance = random.Random(7)
    addresses = [f"a{number}@d{number % 4}.example" for number in range(24)]
    ids = await owe(city, *addresses)
    for address in addresses:
        office.orders[address] = [chance.choice(moods) for _ in range(chance.randrange(3))]
    for _ in range(20):
        await asyncio.gather(*(send(city, office.server(), ids) for _ in range(4)))
        await forget_pauses(city)
        if await city.one("SELECT count(*) FROM notify.notification WHERE state <> 'sent'") == 0:
            break
    assert office.count() == dict.fromkeys(addresses, 1)


async def test_after_four_days_a_letter_waits_for_a_person(city: City, office: PostOffice) -> None:
    ids = await owe(city, "anna@example.org")
    office.orders["anna@example.org"] = ["RCPT 451"]
    await city.all("UPDATE notify.notification SET queued_at = queued_at - interval '5 days' RETURNING 1")
    assert await send(city, office.server(), ids) == 0
    assert await states(city) == [("stranded", "RCPT 451")]


async def test_what_comes_back_says_which_letter_it_was(city: City, office: PostOffice) -> None:
    (letter,) = await owe(city, "anna@example.org")
    await send(city, office.server(), [letter], bounce_address="bounce@mit.example")
    (path,) = office.return_paths
    settings = msgspec.structs.replace(city.parts.notify, bounce_address="bounce@mit.example")
    assert settings.returned(path.upper()) == letter
    assert settings.returned(path.replace("+", "+0")[:-19] + "0@mit.example") is None
