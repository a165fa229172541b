"""Letters: each is owed once and sent once, whatever happens in between."""

from __future__ import annotations

import asyncio
import itertools
from uuid import UUID

import pytest

from services.notify.operations.confirm_subscription import confirm_subscription
from services.notify.operations.hand_over import Delayed, Folder, Mail, Refused
from services.notify.operations.send_letters import BeingSent, send_letters
from shared.kit.clock import now
from shared.kit.messaging import NotYet
from tests.support.city import City
from tests.support.voice import ANNA, Voice, letters, subjects, token_in

READ = "SELECT count(*) FROM notify.notification WHERE letter = 'read'"


class Counter:
    """A medium that counts what it is given and fails as often as told. While its gate is shut it takes nothing."""

    lease = Folder.lease

    def __init__(self, *troubles: Exception, is_open: bool = True) -> None:
        self.troubles = list(troubles)
        self.gate = asyncio.Event()
        self.taken: list[Mail] = []
        if is_open:
            self.gate.set()

    async def hand_over(self, _notification_id: UUID, mail: Mail) -> None:
        await self.gate.wait()
        if self.troubles:
            raise self.troubles.pop(0)
        self.taken.append(mail)


async def owed(city: City) -> tuple[Voice, UUID]:
    """A voice whose confirmation is owed and not sent."""
    voice = Voice(city)
    await voice.subscribe()
    return voice, await city.one("SELECT id FROM notify.notification")


async def send(city: City, notification_id: UUID, medium: Counter) -> None:
    await send_letters(city.database("notify"), city.parts.notify, medium, [notification_id])


async def make_due(city: City) -> None:
    """As if the pause were over."""
    await city.all("UPDATE notify.notification SET due_at = NULL RETURNING 1")


async def state(city: City) -> tuple[str, str | None]:
    ((found, error),) = await city.all("SELECT state, error FROM notify.notification")
    return found, error


@pytest.mark.parametrize("order", itertools.permutations(["issue", "assess", "confirm"]))
async def test_whichever_comes_last_makes_the_one_letter(city: City, order: tuple[str, ...]) -> None:
    voice = Voice(city)
    await voice.publish()
    token = await voice.subscribed()
    for number, step in enumerate(order):
        assert await city.one(READ) == 0, f"a letter after {order[:number]}"
        await (voice.confirm(token) if step == "confirm" else getattr(voice, step)())
    await city.deliver_all()
    assert subjects(city) == ["Bitte", "Ihr"]


async def test_replays_and_later_assessments_make_no_second_letter(city: City) -> None:
    voice = Voice(city)
    await voice.publish()
    token = await voice.subscribed()
    for _ in range(3):
        await voice.issue()
        await voice.assess()
        await voice.confirm(token)
        await city.deliver_all()
    assert subjects(city) == ["Bitte", "Ihr"]


async def test_a_confirmation_and_an_assessment_at_the_same_moment_make_one_letter(city: City) -> None:
    voices = [Voice(city) for _ in range(30)]
    tokens = [await voice.subscribed(f"a{number}@example.org") for number, voice in enumerate(voices)]
    await voices[0].publish()
    for number, (voice, token) in enumerate(zip(voices, tokens, strict=True)):
        facts = [voice.issue(), voice.confirm(token), voice.assess(), voice.assess()]
        await asyncio.gather(*facts[number % 4 :], *facts[: number % 4])
        assert await city.one(READ) == number + 1
    await city.deliver_all()
    assert subjects(city).count("Ihr") == len(voices)


async def test_neither_of_two_transactions_misses_the_other(city: City) -> None:
    """The confirmation commits while the assessment is open: the assessment must see it, or nobody writes."""
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    token = await voice.subscribed()
    async with city.database("notify").transaction() as session:
        await confirm_subscription(session, voice.settings, token, now())
        assessing = asyncio.create_task(voice.assess())
        await asyncio.sleep(0.3)
        assert not assessing.done()
    await assessing
    assert await city.one(READ) == 1


async def test_two_addresses_of_one_response_get_a_letter_each(city: City) -> None:
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    for address in (ANNA, "berta@example.org"):
        await voice.confirm(await voice.subscribed(address))
    await voice.assess()
    await city.deliver_all()
    assert subjects(city, ANNA) == subjects(city, "berta@example.org") == ["Bitte", "Ihr"]


async def test_every_link_in_every_letter_works(city: City) -> None:
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    await voice.assess()
    await voice.confirm(await voice.subscribed())
    await city.deliver_all()
    last = letters(city)[-1]
    assert "Respekt und Fairness" in str(last.get_body(("plain",)))
    assert (await city.client.post(f"/subscription/{token_in(last)}/end")).status_code == 200


async def test_two_workers_with_one_letter_send_it_once(city: City) -> None:
    _, notification_id = await owed(city)
    medium = Counter(is_open=False)
    workers = [asyncio.create_task(send(city, notification_id, medium)) for _ in range(5)]
    while sum(worker.done() for worker in workers) < 4:
        await asyncio.sleep(0.01)
    medium.gate.set()
    outcomes = await asyncio.gather(*workers, return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["BeingSent"] * 4 + ["NoneType"]
    assert len(medium.taken) == 1
    await send(city, notification_id, medium)
    assert len(medium.taken) == 1
    assert await state(city) == ("sent", None)


async def test_the_letter_of_a_dead_worker_is_sent_by_the_next_after_its_claim(city: City) -> None:
    _, notification_id = await owed(city)
    medium = Counter(is_open=False)
    dying = asyncio.create_task(send(city, notification_id, medium))
    while not await city.one("SELECT count(*) FROM notify.notification WHERE claimed_until > now()"):
        await asyncio.sleep(0.05)
    dying.cancel()
    with pytest.raises(BeingSent):
        await send(city, notification_id, Counter())
    await city.all("UPDATE notify.notification SET claimed_until = claimed_until - interval '1 minute' RETURNING 1")
    next_one = Counter()
    await send(city, notification_id, next_one)
    assert len(next_one.taken) == 1


async def test_what_may_pass_is_tried_again(city: City) -> None:
    _, notification_id = await owed(city)
    medium = Counter(Delayed("RCPT 451", "domain"))
    for _ in range(2):  # the second finds that it is not the time yet
        with pytest.raises(NotYet) as later:
            await send(city, notification_id, medium)
        assert later.value.pause.total_seconds() > 30
    assert await state(city) == ("waiting", "RCPT 451")
    await make_due(city)
    await send(city, notification_id, medium)
    assert await state(city) == ("sent", None)


async def test_what_nobody_foresaw_is_tried_again_too(city: City) -> None:
    _, notification_id = await owed(city)
    with pytest.raises(NotYet):
        await send(city, notification_id, Counter(ValueError("the words of a server about anna@example.org")))
    assert await state(city) == ("waiting", "ValueError")


async def test_what_is_refused_for_good_is_not_tried_again(city: City) -> None:
    _, notification_id = await owed(city)
    medium = Counter(Refused("DATA 554"))
    await send(city, notification_id, medium)
    await send(city, notification_id, medium)
    assert medium.taken == []
    assert await state(city) == ("refused", "DATA 554")


async def test_a_letter_that_nobody_wants_any_more_is_not_sent(city: City) -> None:
    voice = Voice(city)
    token = await voice.subscribed()
    await voice.publish()
    await voice.issue()
    await voice.confirm(token)
    await voice.assess()
    await city.client.post(f"/subscription/{token}/end")
    await city.deliver_all()
    assert subjects(city) == ["Bitte"]
    assert await city.one("SELECT state FROM notify.notification WHERE letter = 'read'") == "unwanted"


async def test_a_letter_waits_for_its_campaign(city: City) -> None:
    voice = Voice(city)
    token = await voice.subscribed()
    await voice.issue()
    await voice.assess()
    await voice.confirm(token)
    with pytest.raises(AssertionError, match="still owed"):
        await city.deliver_all()
    assert await city.one("SELECT error FROM notify.notification WHERE letter = 'read'") == "campaign unknown"
    await voice.publish()
    await make_due(city)
    await city.all("UPDATE bus.delivery SET next_at = now() WHERE state = 'waiting' RETURNING 1")
    await city.deliver_all()
    assert subjects(city) == ["Bitte", "Ihr"]


async def test_a_whole_voice_from_form_to_letter(city: City) -> None:
    await city.publish_demo()
    voice = Voice(city)
    voice.receipt = await city.respond()
    await voice.confirm(await voice.subscribed())
    await city.deliver_all()
    assert subjects(city) == ["Bitte", "Ihr"]
    assert "Mitreden in Sterkrade" in letters(city)[-1]["Subject"]
