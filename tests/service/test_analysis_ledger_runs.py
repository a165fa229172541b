"""The ledger holds at every moment: random runs of people, workers and failures on a real database."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from services.analysis.operations import assess_response, review_tag, tag_passages
from services.analysis.storage.dashboard import read_dashboard, read_ledger
from services.analysis.storage.sides import speaks
from services.analysis.tagger import Found, Passage
from services.intake.operations.open_channel import open_channel
from shared.contracts.responses import ResponseReceived
from shared.kit.clock import now
from shared.kit.messaging.publish import name_of
from shared.kit.messaging.replay import replay
from shared.kit.messaging.shelf import retry_shelved
from tests.service.test_analysis_review import DULL, KIND, LATE, LONG, PAGE, QUEUE, Finds, _decide
from tests.support import catalogues
from tests.support.city import City
from tests.support.demo import CODE
from tests.support.people import sign_in

CONSUMER = "analysis.assess_response"
OFFICE = "FB6ST7"
TEXTS = (LATE, KIND, f"{KIND} {LATE}", DULL, LONG, "…", f"{LATE} Ich will nicht mehr leben.")
OWED = "SELECT id FROM bus.delivery WHERE consumer LIKE 'analysis.%' AND state <> 'done' ORDER BY id"
UNHEARD = "SELECT count(*) FROM intake.response i WHERE NOT EXISTS (SELECT FROM analysis.response r WHERE r.id = i.id)"
STEPS = 30


class HalfwayError(RuntimeError):
    """What breaks in the middle of work."""


class Shaky(Finds):
    """Breaks after so many passages of one response, if it is to."""

    breaks = False

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Found, ...]]:
        found = super().tag(passages)
        if Shaky.breaks:
            raise HalfwayError
        return found


class Run:
    """One campaign to which anything may happen. Every step is one thing that a person or a machine does."""

    def __init__(self, city: City, campaign_id: UUID, draw: random.Random, patch: pytest.MonkeyPatch) -> None:
        self.city, self.campaign_id, self.draw, self.patch = city, campaign_id, draw, patch
        self.versions = 0
        self.use_tagger()

    def use_tagger(self) -> None:
        self.versions += 1
        tagger = Shaky(f"shaky-{self.versions}", self.draw.choice(["met", "not_met"]))
        self.patch.setattr(tag_passages, "the_tagger", lambda: tagger)

    async def step(self) -> str:
        steps = (
            [self.receive] * 5
            + [self.deliver] * 5
            + [self.break_halfway] * 3
            + [self.decide] * 5
            + [self.undo, self.exclude, self.exclude, self.readmit, self.hold, self.read_again, self.change_catalogue]
        )
        chosen = self.draw.choice(steps)
        await chosen()
        return chosen.__name__

    async def receive(self) -> None:
        answers = {"a-informed": str(self.draw.randint(1, 5)), "a-wish": self.draw.choice(TEXTS)}
        code = self.draw.choice([CODE, CODE, OFFICE])
        token = await self.city.open_form(code)
        for _ in range(self.draw.choice([1, 1, 2])):
            await self.city.send_form(token, answers, code)

    async def deliver(self) -> None:
        """Some of what is owed, in any order, some of it by two workers at once."""
        owed = await self.owed()
        some = self.draw.sample(owed, self.draw.randint(0, len(owed)))
        await self.ring([one for one in some for _ in range(self.draw.choice([1, 2]))])

    async def break_halfway(self) -> None:
        """In the tagger, or when all is written and it is to be told."""
        with self.patch.context() as patch:
            if self.draw.random() < 0.5:
                patch.setattr(Shaky, "breaks", True)
            else:
                patch.setattr(assess_response, "tell_response", _break)
                patch.setattr(review_tag, "tell_response", _break)
            await self.ring((await self.owed())[:3])
            await self.decide()

    async def decide(self) -> None:
        passages = await self.city.all(
            "SELECT p.id FROM analysis.passage p JOIN analysis.screening s ON s.passage_id = p.id "
            "WHERE s.state IN ('clear', 'released') ORDER BY p.id"
        )
        if not passages:
            return
        stance = self.draw.choice(["met", "not_met", "suggestion"])
        change = {"standard": self.draw.choice(["early-information", "respect-fairness"]), "stance": stance}
        act = self.draw.choice(["accept", "reject", "change", "add"])
        more = {"mark": "own", "first": "1", "last": "1"}
        await _decide(self.city, act, f"{QUEUE}?passage={self.draw.choice(passages)[0]}", **more, **change)

    async def undo(self) -> None:
        if review := await self.any("analysis.review"):
            await self.city.client.post(f"{QUEUE}/decisions/{review}/undo")

    async def exclude(self) -> None:
        reason = self.draw.choice(["spam", "double", "not_for_us"])
        if response := await self.any("analysis.response"):
            await self.city.client.post(f"/staff/responses/{response}/exclude", data={"reason": reason})

    async def readmit(self) -> None:
        if response := await self.any("analysis.response"):
            await self.city.client.post(f"/staff/responses/{response}/readmit", data={})

    async def hold(self) -> None:
        held = await self.city.all(
            "SELECT passage_id FROM analysis.screening WHERE state <> 'clear' ORDER BY passage_id"
        )
        if held:
            way = self.draw.choice(["release", "hide", "undo"])
            await self.city.client.post(f"/staff/held/{self.draw.choice(held)[0]}/{way}")

    async def read_again(self) -> None:
        """With another version of the tagger, told anew by the bus."""
        self.use_tagger()
        async with self.city.owner.transaction() as session:
            await replay(session, name_of(ResponseReceived), CONSUMER, now() - timedelta(hours=1), now())

    async def change_catalogue(self) -> None:
        await catalogues.publish_change(self.city, f"Ganz früh {self.versions} {self.draw.random()}")
        await self.city.client.post(f"{PAGE}/reassessments", data={})

    async def any(self, table: str) -> UUID | None:
        rows = await self.city.all(f"SELECT id FROM {table} ORDER BY id")
        return self.draw.choice(rows)[0] if rows else None

    async def owed(self) -> list[UUID]:
        """What fails too often lies on the shelf, until a person takes it down."""
        async with self.city.owner.transaction() as session:
            await retry_shelved(session, now())
        return [row[0] for row in await self.city.all(OWED)]

    async def ring(self, delivery_ids: Sequence[UUID]) -> None:
        deliverer = self.city.deliverer("analysis")
        await asyncio.gather(*(deliverer.deliver(one) for one in delivery_ids))

    async def settle(self) -> None:
        for _ in range(50):
            owed = await self.owed()
            if not owed:
                return
            await self.ring(owed)
        pytest.fail(f"still owed: {owed}")


async def _break(*_: Any) -> None:
    raise HalfwayError


async def _check(run: Run, after: str) -> None:
    city, campaign_id = run.city, run.campaign_id
    async with city.database("analysis").transaction() as session:
        ledger = await read_ledger(session, campaign_id)
        people = await read_ledger(session, campaign_id, speaks("participants"))
        office = await read_ledger(session, campaign_id, speaks("department"))
        board = await read_dashboard(session, campaign_id)
    heard = await city.one("SELECT count(*) FROM analysis.response")
    accounted = ledger.tagged + ledger.unclear + ledger.off_topic + ledger.excluded + ledger.waiting
    assert accounted == ledger.received == heard, after
    assert heard + await city.one(UNHEARD) == await city.one("SELECT count(*) FROM intake.response"), after
    assert ledger.excluded <= await city.one("SELECT count(*) FROM analysis.exclusion WHERE undone_at IS NULL"), after
    for state in ("tagged", "unclear", "off_topic", "excluded", "waiting"):
        assert getattr(people, state) + getattr(office, state) == getattr(ledger, state), (after, state)
    assert board.participants == people
    assert (
        await city.one(
            "SELECT count(*) FROM analysis.standing_tag s JOIN analysis.exclusion x ON x.response_id = s.response_id "
            "WHERE x.undone_at IS NULL"
        )
        == 0
    ), "what is excluded counts nowhere"


@pytest.mark.parametrize("seed", range(4))
async def test_every_response_is_accounted_for_at_every_moment(
    city: City, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    made = await city.publish_demo()
    await city.database("intake").run(
        lambda s: open_channel(s, made.campaign_id, "department", "Fachbereich", now(), OFFICE)
    )
    await sign_in(city, "ada", "administrator")
    run = Run(city, made.campaign_id, random.Random(seed), monkeypatch)
    await run.receive()
    for _ in range(STEPS):
        await _check(run, await run.step())
    await run.settle()
    await _check(run, "settled")
    await _is_settled(city, made.campaign_id)


async def _is_settled(city: City, campaign_id: UUID) -> None:
    async with city.database("analysis").transaction() as session:
        ledger = await read_ledger(session, campaign_id)
    assert ledger.waiting == 0
    assert ledger.received == await city.one("SELECT count(*) FROM intake.response")
    assert await city.one("SELECT count(*) FROM analysis.assessment WHERE current") == ledger.received
    told = await city.all(
        "SELECT payload->>'response_id', array_agg((payload->>'revision')::int ORDER BY (payload->>'revision')::int) "
        "FROM bus.message WHERE name = 'response.assessed.v1' GROUP BY 1"
    )
    assert all(revisions == list(range(1, len(revisions) + 1)) for _, revisions in told), "each revision is told once"
    assert len(told) == ledger.received
