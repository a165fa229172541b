"""The public ledger on real tables: every response in the chain once, whatever happens to it, and nothing rewritten."""

from __future__ import annotations

import asyncio
import random
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from deploy.check import check
from services.analysis.operations import tag_passages
from services.analysis.results.domain.chain import Proof, fingerprint_of, verify
from services.analysis.results.operations import link_ledger as linking
from services.analysis.results.operations.link_ledger import link_campaign, link_ledger
from services.analysis.results.operations.seal_ledger import seal_daily, seal_ended
from services.analysis.results.storage.ledger import count_arrivals, count_states, read_head
from services.intake.operations.open_channel import open_channel
from shared.kit.clock import now
from shared.kit.texts import LANGUAGES
from tests.service.test_analysis_ledger_runs import OFFICE, Run
from tests.service.test_analysis_review import KIND, LATE, Finds, _seen
from tests.support.city import City
from tests.support.holder import Holder
from tests.support.people import sign_in

PATH = "/ergebnisse/sterkrade-2026/nachweis"
DAY = timedelta(days=1)
INSERT = """
    INSERT INTO analysis.response (id, campaign_id, channel_id, language, received_at, day, closed, revision)
    SELECT gen_random_uuid(), :campaign, gen_random_uuid(), 'de', now(), current_date, '[]', 0
    FROM generate_series(1, :many)
"""


async def _link(city: City) -> None:
    database, at = city.database("analysis"), now()
    while await database.run(lambda session: link_ledger(session, at)):
        pass


async def _proof(city: City) -> Proof:
    answer = await city.client.get(f"{PATH}.json")
    assert answer.status_code == 200
    return msgspec.json.decode(answer.content, type=Proof)


async def _arrive(city: City, campaign_id: UUID, many: int) -> None:
    async with city.owner.transaction() as session:
        await session.execute(text(INSERT), {"campaign": campaign_id, "many": many})


async def test_every_response_is_in_the_chain_once_and_its_participant_can_find_it(city: City) -> None:
    await city.publish_demo()
    receipts = [await city.respond() for _ in range(3)]
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM analysis.ledger_arrival") == 3
    page = await city.client.get(f"{PATH}?lang=de")
    assert "Gerade eingegangen, gleich in der Kette: 3" in _seen(page)
    await _link(city)
    proof = await _proof(city)
    ids = {row[0] for row in await city.all("SELECT id FROM intake.response")}
    assert {link.fingerprint for link in proof.links} == {fingerprint_of(one) for one in ids}
    assert verify(proof) == []
    journey = await city.client.post("/receipt", data={"receipt": receipts[1], "language": "de"})
    mine = journey.text.split('name="fingerprint" value="')[1].split('"')[0]
    found = await city.client.post(PATH, data={"fingerprint": f" {mine[:32].upper()} {mine[32:]}", "language": "de"})
    place = next(link.position for link in proof.links if link.fingerprint == mine)
    assert f"Ja, Ihr Beitrag ist dabei: Platz {place} von 3." in _seen(found)
    for row in ids:
        assert str(row) not in page.text + found.text, "ids stay inside"


async def test_what_is_typed_wrong_is_said_and_kept(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    wrong = await city.client.post(PATH, data={"fingerprint": "abc <b>", "language": "de"})
    assert wrong.status_code == 422
    assert "Eine Prüfzahl hat 64 Zeichen" in _seen(wrong) and 'value="abc &lt;b&gt;"' in wrong.text
    strange = await city.client.post(PATH, data={"fingerprint": "0" * 64, "language": "de"})
    assert strange.status_code == 200 and "steht nicht in der Kette" in _seen(strange)
    assert (await city.client.get("/ergebnisse/nowhere/nachweis")).status_code == 404
    assert (await city.client.get("/ergebnisse/nowhere/nachweis.json")).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_speaks_every_language_and_the_results_lead_to_it(city: City, language: str) -> None:
    await city.publish_demo()
    await city.respond()
    await city.deliver_all()
    await _link(city)
    page = await city.client.get(f"{PATH}?lang={language}")
    assert page.status_code == 200 and f'dir="{LANGUAGES[language].direction}"' in page.text
    results = await city.client.get(f"/ergebnisse/sterkrade-2026?lang={language}")
    assert f'href="{PATH}?lang={language}' in results.text


async def test_many_workers_make_one_chain(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "BITE", 7)
    made = await city.publish_demo()
    await city.deliver_all()
    database = city.database("analysis")

    async def work(number: int) -> None:
        await _arrive(city, made.campaign_id, 20)
        for _ in range(6):
            await database.run(lambda session: link_campaign(session, made.campaign_id))

    await asyncio.gather(*map(work, range(4)))
    await _link(city)
    assert await city.one("SELECT count(*) FROM analysis.ledger_link") == 80
    assert verify(await _proof(city)) == []


async def test_order_is_the_order_of_arrival_and_the_chain_table_says_the_same(city: City) -> None:
    made = await city.publish_demo()
    await city.deliver_all()
    await _arrive(city, made.campaign_id, 5)
    arrived = await city.all("SELECT response_id FROM analysis.ledger_arrival ORDER BY number")
    await _link(city)
    assert await city.all("SELECT response_id FROM analysis.ledger_link ORDER BY position") == arrived
    table = (await city.client.get(f"{PATH}.csv")).text.lstrip("\ufeff").split("\r\n")
    assert table[0] == "position;fingerprint;hash"
    links = (await _proof(city)).links
    assert table[1:-1] == [f"{link.position};{link.fingerprint};{link.hash}" for link in links]


@pytest.mark.parametrize("change", ["UPDATE {} SET hash = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
@pytest.mark.parametrize("table", ["ledger_link", "ledger_seal"])
async def test_not_even_the_owner_of_the_database_changes_a_link_or_a_seal(city: City, table: str, change: str) -> None:
    with pytest.raises(DBAPIError, match="added to and never changed"):
        async with city.owner.transaction() as session:
            await session.execute(text(change.format(f"analysis.{table}")))


async def test_a_published_state_stays_as_it_was_whatever_is_decided_later(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())
    await city.publish_demo()
    for words in (LATE, KIND, KIND):
        await city.respond({"a-informed": "2", "a-wish": words})
    await city.deliver_all()
    database, at = city.database("analysis"), now()
    assert await database.run(lambda session: seal_daily(session, at)) == 0, "nothing is linked yet"
    await _link(city)
    assert await database.run(lambda session: seal_daily(session, at)) == 1
    assert await database.run(lambda session: seal_daily(session, at)) == 0, "once a day"
    assert await database.run(lambda session: seal_daily(session, at + DAY)) == 0, "and only what is new"
    first = (await _proof(city)).seals[0]
    assert first.counts == {"tagged": 3}
    await sign_in(city, "ada", "administrator")
    response = await city.one("SELECT response_id FROM analysis.ledger_link WHERE position = 2")
    await city.client.post(f"/staff/responses/{response}/exclude", data={"reason": "double"})
    await city.client.post(f"/staff/responses/{response}/exclude", data={"reason": "spam"})
    assert await database.run(lambda session: seal_daily(session, at + 2 * DAY)) == 1
    proof = await _proof(city)
    assert proof.seals[0] == first
    assert proof.seals[1].counts == {"tagged": 2, "excluded.double": 1}
    assert verify(proof) == []
    assert "Nicht gezählt: doppelt gesendet 1" in _seen(await city.client.get(f"{PATH}?lang=de"))


async def test_a_campaign_that_ends_is_sealed_once_at_its_end(city: City) -> None:
    await city.publish_demo()
    await city.respond()
    await city.deliver_all()
    database, end = city.database("analysis"), now() + 31 * DAY
    assert await database.run(lambda session: seal_ended(session, now())) == 0
    assert await database.run(lambda session: seal_ended(session, end)) == 1
    assert await database.run(lambda session: seal_ended(session, end + DAY)) == 0
    assert (await _proof(city)).seals[0].position == 1, "what has just arrived is in it"


class Life(Run):
    """All that can happen to responses, corrections and withdrawals among it."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.receipts: list[str] = []

    async def step(self) -> str:
        own = [self.come, self.come, self.take_back, self.correct, self.link, self.seal]
        if self.draw.random() < 0.5:
            chosen = self.draw.choice(own)
            await chosen()
            return chosen.__name__
        return await super().step()

    async def come(self) -> None:
        words = self.draw.choice([LATE, KIND, "…"])
        self.receipts.append(await self.city.respond({"a-informed": "3", "a-wish": words}))

    async def take_back(self) -> None:
        if self.receipts:
            holder = Holder(self.city, self.draw.choice(self.receipts))
            await holder.withdraw()

    async def correct(self) -> None:
        if self.receipts:
            holder = Holder(self.city, self.draw.choice(self.receipts))
            await holder.correct({"a-informed": "4", "a-wish": f"{KIND} {LATE}"})

    async def link(self) -> None:
        database = self.city.database("analysis")
        await asyncio.gather(*(database.run(lambda s: link_campaign(s, self.campaign_id)) for _ in range(2)))

    async def seal(self) -> None:
        at = now() + self.draw.randint(0, 40) * DAY
        await self.city.database("analysis").run(lambda session: seal_daily(session, at))


@pytest.mark.parametrize("seed", range(3))
async def test_the_ledger_adds_up_after_every_step(city: City, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    made = await city.publish_demo()
    await city.database("intake").run(lambda s: open_channel(s, made.campaign_id, "department", "Amt", now(), OFFICE))
    await sign_in(city, "ada", "administrator")
    life = Life(city, made.campaign_id, random.Random(100 + seed), monkeypatch)
    await life.come()
    for _ in range(30):
        step = await life.step()
        await _adds_up(city, made.campaign_id, step)
    await life.settle()
    await city.deliver_all()
    await _link(city)
    await _adds_up(city, made.campaign_id, "settled")
    assert verify(await _proof(city)) == []
    office = await city.one(
        "SELECT count(*) FROM analysis.response r JOIN analysis.channel c ON c.id = r.channel_id "
        "WHERE c.kind = 'department'"
    )
    page = (await city.client.get(f"{PATH}?lang=de")).text
    assert f"Davon Antworten der zuständigen Stelle selbst: {office}<" in page
    lines = (await check(city.parts)).lines
    assert [line for line in lines if "chain" in line and not line.startswith("ok")] == []
    assert await city.one("SELECT count(*) FROM analysis.ledger_link") == await city.one(
        "SELECT count(*) FROM intake.response"
    )


async def _adds_up(city: City, campaign_id: UUID, step: str) -> None:
    async with city.database("analysis").transaction() as session:
        head = await read_head(session, campaign_id)
        counts = await count_states(session, campaign_id, head.position)
        waiting = await count_arrivals(session, campaign_id)
    assert sum(counts.values()) == head.position, step
    assert "missing" not in counts and "excluded.unknown" not in counts, step
    assert head.position + waiting == await city.one("SELECT count(*) FROM analysis.response"), step
