"""The receipt's page: one's own words, for nobody else; guessing leads nowhere and nothing can be told by time."""

from __future__ import annotations

import math
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from deploy.web import make_app
from services.analysis.operations import tag_passages
from services.analysis.tagger import Found
from services.notify.web import receipt as pages
from shared.contracts.receipts import receipt_digest
from shared.kit import guesses
from shared.kit.ids import random_code, spelled
from shared.kit.texts import language_tag
from tests.service.test_analysis_review import LATE, Finds
from tests.support.city import City
from tests.support.demo import ANSWERS, WISH
from tests.support.holder import Holder
from tests.support.work import watched

ACTIONS = ("answers", "remark", "withdraw", "subscribe")


class Clock:
    """Time that passes only when somebody works or waits. `slept`: the waits, in seconds."""

    def __init__(self) -> None:
        self.at = 0.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += seconds
        self.slept.append(seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What the page behind the receipt takes for the time."""
    made = Clock()
    monkeypatch.setattr(pages, "time", made)
    monkeypatch.setattr(pages, "asyncio", made)
    return made


@pytest.fixture
async def holder(city: City, monkeypatch: pytest.MonkeyPatch) -> Holder:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())
    await city.publish_demo()
    receipt = await city.respond({**ANSWERS, "a-wish": LATE})
    await city.deliver_all()
    return Holder(city, receipt)


async def test_the_exact_words_stand_under_the_standard_they_were_read_for(holder: Holder) -> None:
    page = (await holder.look()).text
    standard = page.index("Frühzeitige Information")
    quote = re.search(r'<blockquote class="lines" lang="de" dir="auto">([^<]+)</blockquote>', page[standard:])
    assert quote
    assert quote[1] in LATE


async def test_topics_are_named_with_their_words(city: City) -> None:
    await city.publish_demo()
    holder = Holder(city, await city.respond({**ANSWERS, "a-wish": "Bitte mehr Bäume und Bänke im Park."}))
    await city.deliver_all()
    page = (await holder.look()).text
    assert "Darum geht es in Ihrem Beitrag" in page
    assert "Grün, Natur und Tiere" in page


async def test_words_that_are_held_back_from_staff_are_shown_to_whoever_wrote_them(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Everything())
    await city.publish_demo()
    words = "Rufen Sie mich an: 0208 1234567, Erika Mustermann."
    holder = Holder(city, await city.respond({**ANSWERS, "a-wish": words}))
    await city.deliver_all()
    assert words in (await holder.look()).text


class Everything:
    """Takes each text as a whole."""

    version = "everything"
    catalogue_version = 1

    def tag(self, passages: Any) -> list[Any]:
        return [(Found("early-information", "met", 0, len(p.text), p.text, 0.9, 0.1, {}),) for p in passages]


async def test_markup_in_words_is_shown_as_it_was_typed(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Everything())
    await city.publish_demo()
    holder = Holder(city, await city.respond({**ANSWERS, "a-wish": "<script>alert(1)</script> & so"}))
    await city.deliver_all()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; so" in (await holder.look()).text


@pytest.mark.parametrize("away", ["intake", "analysis"])
async def test_the_journey_is_shown_while_those_who_have_the_words_are_away(
    city: City, holder: Holder, away: str
) -> None:
    async with _locked_out(city, str(city.database(away).engine.url.username)):
        page = await holder.look()
    assert page.status_code == 200
    assert "Frühzeitige Information" in page.text
    assert "können wir gerade nicht zeigen" in page.text


@asynccontextmanager
async def _locked_out(city: City, role: str) -> AsyncIterator[None]:
    """The role's connections are ended, and it gets no new ones."""
    await _as_owner(city, f'ALTER ROLE "{role}" NOLOGIN')
    await city.all("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :role", role=role)
    try:
        yield
    finally:
        await _as_owner(city, f'ALTER ROLE "{role}" LOGIN')


async def _as_owner(city: City, statement: str) -> None:
    async with city.owner.transaction() as session:
        await session.execute(text(statement))


async def test_notify_keeps_nothing_of_the_words(city: City, holder: Holder) -> None:
    await holder.look()
    tables = await city.all("SELECT table_name FROM information_schema.tables WHERE table_schema = 'notify'")
    for (table,) in tables:
        assert await city.one(f"SELECT count(*) FROM notify.{table} t WHERE t::text LIKE '%Zeitung%'") == 0


async def test_the_receipt_can_be_read_aloud(holder: Holder) -> None:
    assert spelled("AB3CD4EF") == "A B 3 C, D 4 E F"
    assert spelled(holder.receipt) in (await holder.look()).text


async def test_the_receipt_stands_in_no_address(holder: Holder) -> None:
    for page in (await holder.look(), *[await holder.post(action) for action in ACTIONS[:3]], await holder.remark("x")):
        assert not re.search(rf'(href|action|src)="[^"]*{holder.receipt}', page.text)
        assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("language", ["de", "de-du", "de-einfach", "en", "tr", "ar", "uk", "ru", "pl", "ro", "bg"])
async def test_every_page_speaks_every_language(holder: Holder, language: str) -> None:
    for page in (await holder.look(language), await holder.post("remark", language=language)):
        assert page.status_code == 200
        assert f'lang="{language_tag(language)}"' in page.text
    assert (await holder.post("withdraw", language=language)).status_code == 200
    assert (await holder.post("answers", language=language)).status_code == 200


# What a guesser learns


@pytest.mark.parametrize("action", ACTIONS)
async def test_without_the_proof_known_unknown_and_erased_receipts_look_the_same(
    city: City, holder: Holder, action: str
) -> None:
    known, erased, unknown = await _three(city, holder)
    answers = [
        await Holder(city, one, "f" * 32).post(action, address="a@example.org") for one in (known, erased, unknown)
    ]
    seen = {
        (answer.status_code, answer.text.replace(one, ""), answer.headers.get("location"))
        for answer, one in zip(answers, (known, erased, unknown), strict=True)
    }
    assert len(seen) == 1


@pytest.mark.parametrize("action", ACTIONS)
async def test_without_the_proof_nothing_is_done_that_could_take_longer(
    city: City, holder: Holder, action: str
) -> None:
    """Time can tell nothing where nothing is looked up, and as many keys are derived for one receipt as for another."""
    three = await _three(city, holder)
    done = []
    for one in three:
        with watched() as work:
            await Holder(city, one, "f" * 32).post(action, address="a@example.org")
        assert work.statements == []
        done.append(work.derivations)
    assert done[0]
    assert done[0] == done[1] == done[2]


@pytest.mark.parametrize("spent", [(0.14, 0.06, 0.001), (0.001, 0.149, 0.07), (0.31, 0.4, 0.44)])
async def test_a_look_up_takes_whole_beats_whatever_is_found(
    city: City, holder: Holder, clock: Clock, monkeypatch: pytest.MonkeyPatch, spent: tuple[float, ...]
) -> None:
    """`spent`: how long looking takes for a known receipt, for an erased one, and for one that nobody has."""
    three = await _three(city, holder)
    costs = dict(zip(three, spent, strict=True))
    took = []

    def slowly(secret: str, receipt: str) -> bytes:
        clock.at += costs[receipt]
        return receipt_digest(secret, receipt)

    monkeypatch.setattr(pages, "receipt_digest", slowly)
    for one in three:
        asked = clock.at
        await Holder(city, one).look()
        took.append(clock.at - asked)
    beats = math.ceil(max(spent) / pages.BEAT_S)
    assert took == pytest.approx([beats * pages.BEAT_S] * 3)


async def _three(city: City, holder: Holder) -> tuple[str, str, str]:
    """A known receipt, an erased one, and one that nobody has."""
    erased = Holder(city, await city.respond({**ANSWERS, "a-wish": WISH}))
    await erased.withdraw()
    await city.deliver_all()
    return holder.receipt, erased.receipt, random_code(8)


# Guessing


async def test_many_wrong_guesses_from_one_network_get_slow_and_then_a_kind_page(
    city: City, holder: Holder, clock: Clock
) -> None:
    for _ in range(guesses.MOST):
        assert (await Holder(city, "AB3CD4EF").look()).status_code == 404
    assert max(clock.slept[: 2 * guesses.FREE]) <= pages.BEAT_S
    assert max(clock.slept) == guesses.LONGEST_PAUSE_S
    page = await holder.look()
    assert page.status_code == 429
    assert "zehn Minuten" in page.text
    assert holder.receipt in page.text
    assert page.headers["retry-after"] == "600"


async def test_right_receipts_are_no_guesses(city: City, holder: Holder) -> None:
    for _ in range(3):
        await holder.look()
    assert await city.all("SELECT DISTINCT failure_count FROM notify.guess") == [(0,)]


async def test_all_web_processes_count_together(city: City, holder: Holder) -> None:
    """Another application with the same database has another memory."""
    transport = httpx.ASGITransport(make_app(city.parts))  # type: ignore[arg-type] # two spellings of one protocol
    async with httpx.AsyncClient(transport=transport, base_url=city.address) as other:
        await other.post("/receipt", data={"receipt": "AB3CD4EF"})
    await Holder(city, "AB3CD4EF").look()
    assert await city.all("SELECT DISTINCT failure_count FROM notify.guess") == [(2,)]


async def test_no_address_is_kept_and_what_is_kept_is_gone_after_two_spans(city: City, holder: Holder) -> None:
    await Holder(city, "AB3CD4EF").look()
    assert await city.one("SELECT count(*) FROM notify.guess g WHERE g::text LIKE '%127%0%0%'") == 0
    assert await city.one("SELECT relpersistence = 'u' FROM pg_class WHERE oid = 'notify.guess'::regclass")
    await city.all("UPDATE notify.guess SET span = span - 2 RETURNING 1")
    await holder.look()
    assert await city.one("SELECT count(DISTINCT span) FROM notify.guess") == 1


async def test_others_are_not_held_up_by_a_guesser(city: City, holder: Holder, clock: Clock) -> None:
    transport = httpx.ASGITransport(city.app, client=("203.0.113.9", 1))  # type: ignore[arg-type] # as above
    async with httpx.AsyncClient(transport=transport, base_url=city.address) as guesser:
        for _ in range(guesses.FREE + 5):
            await guesser.post("/receipt", data={"receipt": "AB3CD4EF"})
    assert max(clock.slept) > pages.BEAT_S
    clock.slept.clear()
    assert (await holder.look()).status_code == 200
    assert max(clock.slept) <= pages.BEAT_S
