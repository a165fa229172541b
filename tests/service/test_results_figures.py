"""Figures are what the responses say, whichever way and order they came, and five or more change at a time."""

from __future__ import annotations

import asyncio
import contextlib
import random
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, Final, TypeVar
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.figures import keep
from deploy.settings import HOUSE
from deploy.up import environment_of
from services.analysis.operations import tag_passages
from services.analysis.operations.assess_response import assess_response
from services.analysis.operations.correct_response import correct_response
from services.analysis.operations.erase_response import erase_response
from services.analysis.operations.exclude_response import exclude_response, readmit_response
from services.analysis.operations.keep_response import keep_arrivals, keep_responses
from services.analysis.operations.learn_channel import learn_channel
from services.analysis.results.domain.figures import Figures, Filter
from services.analysis.results.domain.fives import members_of, whole
from services.analysis.results.domain.folding import VALID, Key, keys_of
from services.analysis.results.operations import fold_figures
from services.analysis.results.operations.fold_figures import fold_due, rebuild_figures
from services.analysis.results.storage.figures import read_figures, read_revision
from services.analysis.results.storage.figures_rows import read_rankings, read_said
from services.analysis.storage.dashboard import read_version
from services.analysis.storage.tables import Response
from services.analysis.tagger import load_tagger
from shared.contracts.campaigns import ChannelOpened
from shared.contracts.responses import AnswerGiven, ResponseCorrected, ResponseErased, ResponseReceived
from shared.contracts.routes import publish
from shared.kit.clock import now
from shared.staff.domain.roles import SignedIn
from tests.support.city import City
from tests.support.people import hire

T = TypeVar("T")
CAMPAIGN = UUID(int=1)
CHANNELS = [UUID(int=number) for number in range(10, 14)]
QUESTIONNAIRE = UUID(int=2)
AT = now()
TEXTS = ("Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät.", "Mehr Licht.", "Danke!", "")


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


async def _figures(city: City, campaign_id: UUID = CAMPAIGN) -> Figures:
    return await city.database("analysis").run(lambda session: read_figures(session, campaign_id))


async def _run(city: City, work: Callable[[AsyncSession], Awaitable[T]]) -> T:
    async with city.database("analysis").transaction() as session:
        return await work(session)


def _answers(chance: random.Random) -> tuple[AnswerGiven, ...]:
    return (
        AnswerGiven("way", "single", choices=(chance.choice(("foot", "bus", "car")),)),
        AnswerGiven("places", "multiple", choices=tuple(key for key in ("park", "market") if chance.random() < 0.5)),
        AnswerGiven("wish", "long_text", text=chance.choice(TEXTS)),
    )


def _received(chance: random.Random, number: int) -> ResponseReceived:
    return ResponseReceived(
        response_id=UUID(int=1_000 + number),
        campaign_id=CAMPAIGN,
        channel_id=chance.choice(CHANNELS),
        questionnaire_id=QUESTIONNAIRE,
        language=chance.choice(("de", "de-einfach", "tr")),
        received_at=AT - timedelta(days=number % 3),
        answers=_answers(chance),
        source=chance.choice(("form", "paper")),
    )


def _corrected(chance: random.Random, before: ResponseReceived, revision: int) -> ResponseCorrected:
    same = {name: getattr(before, name) for name in ("response_id", "campaign_id", "channel_id", "questionnaire_id")}
    return ResponseCorrected(
        **same,
        language=before.language,
        received_at=before.received_at,
        revision=revision,
        corrected_at=AT,
        answers=_answers(chance),
        source=before.source,
    )


def _erased(before: ResponseReceived) -> ResponseErased:
    return ResponseErased(
        before.response_id, CAMPAIGN, before.channel_id, before.language, before.received_at, AT, "00" * 32
    )


def _opened(channel_id: UUID, kind: str = "poster") -> ChannelOpened:
    code = f"CH4N{channel_id.int}"
    return ChannelOpened(channel_id, CAMPAIGN, code, kind, f"Ort {channel_id.int % 2}", AT, group="Seniorenkreis")


async def _sets(city: City) -> dict[Key, int]:
    found: dict[Key, int] = {}
    rows = await city.all("SELECT facet, value, chunk, members FROM analysis.figure")
    for facet, value, _, members in rows:
        if bits := int.from_bytes(members, "little"):
            found[facet, value] = bits
    return found


async def _expected(city: City) -> tuple[dict[UUID, int], dict[int, set[Key]]]:
    """Numbers of all who have one, and what those say who count."""
    numbers = dict(await city.all("SELECT response_id, number FROM analysis.figure_entry"))

    async def read(session: AsyncSession) -> dict[int, set[Key]]:
        said = await read_said(session, list(await session.scalars(select(Response.id))))
        rankings = await read_rankings(session, CAMPAIGN)
        return {numbers[one]: keys_of(told, rankings) for one, told in said.items()}

    return numbers, await _run(city, read)


async def _check(city: City) -> None:
    """Whoever counts says what the rows say, but for what waits for more; whoever does not is nowhere."""
    sets = await _sets(city)
    numbers, says = await _expected(city)
    due = {numbers[one] for (one,) in await city.all("SELECT DISTINCT response_id FROM analysis.figure_due")}
    for number in range(max(numbers.values()) + 1):
        has = {key for key, members in sets.items() if members >> number & 1}
        assert number in due or has == says.get(number, set())
    assert {key[1] for key in sets if key[0] == VALID} <= {"participants", "department"}
    assert sum(sets.get((VALID, side), 0).bit_count() for side in ("participants", "department")) == len(says)


async def test_figures_are_what_people_said(city: City) -> None:
    demo = await city.publish_demo()
    for number in range(11):
        await city.respond({"a-informed": "2", "a-way": "foot" if number < 6 else "bus", "a-wish": "Mehr Licht."})
    await city.deliver_all()
    figures = await _figures(city, demo.campaign_id)
    assert figures.received_count == 11
    assert figures.everyone.bit_count() == 10
    assert figures.chosen([Filter("q.informed", ("2",))]) == figures.everyone
    assert (figures.members["q.way", "foot"] & figures.everyone).bit_count() == 6
    assert figures.breakdown("q.informed").base == figures.count() == 10
    assert figures.facets["place"].values == {"Stadtteilbücherei Sterkrade": "Stadtteilbücherei Sterkrade"}
    assert figures.facets["q.way"].values == {"foot": "zu Fuß", "bus": "mit dem Bus"}
    assert figures.facets["language"].values["tr"] == "Türkisch"


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_happens_in_whichever_order_figures_are_as_if_made_anew(city: City, seed: int) -> None:
    chance = random.Random(seed)
    happenings = await _happenings(city, chance)
    chance.shuffle(happenings)
    for happening in happenings:
        await _run(city, happening)
        if chance.random() < 0.2:
            await fold_due(city.database("analysis"))
    await fold_due(city.database("analysis"))
    await _check(city)
    before = await _sets(city)
    await rebuild_figures(city.database("analysis"))
    assert await _sets(city) == before
    await _check(city)


async def _happenings(city: City, chance: random.Random) -> list[Callable[[AsyncSession], Awaitable[Any]]]:
    """Arrivals, corrections and withdrawals, some of them twice; channels; people who take out and put in."""
    by = SignedIn(await hire(city, "karin"), "Karin", {})
    found: list[Callable[[AsyncSession], Awaitable[Any]]] = []
    for number in range(35):
        message = _received(chance, number)
        arrivals = [partial(assess_response, message=message, at=AT)] * chance.choice((1, 1, 2))
        found += [*arrivals, partial(keep_responses, messages=[message])]
        for revision in range(2, chance.choice((2, 2, 3, 4))):
            correction = _corrected(chance, message, revision)
            found += [partial(correct_response, message=correction, at=AT)] * chance.choice((1, 2))
        if chance.random() < 0.1:
            found += [partial(erase_response, message=_erased(message))] * chance.choice((1, 2))
        if chance.random() < 0.2:
            found.append(partial(_exclude, response_id=message.response_id, by=by))
        if chance.random() < 0.1:
            found.append(partial(_readmit, response_id=message.response_id, by=by))
    found += [partial(learn_channel, message=_opened(one)) for one in CHANNELS[1:]]
    found.append(partial(learn_channel, message=_opened(CHANNELS[0], "department")))
    return found


async def _exclude(session: AsyncSession, response_id: UUID, by: SignedIn) -> None:
    if response := await session.get(Response, response_id):
        await exclude_response(session, response, "spam", by, AT)


async def _readmit(session: AsyncSession, response_id: UUID, by: SignedIn) -> None:
    if response := await session.get(Response, response_id):
        await readmit_response(session, response, by, AT)


async def test_many_who_say_again_what_they_said_before_keep_nobody_else_waiting(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(6)
    messages = [_received(chance, number) for number in range(35)]
    await _run(city, lambda session: keep_responses(session, messages[:30]))
    await fold_due(city.database("analysis"))
    for questionnaire_id in (UUID(int=3), QUESTIONNAIRE):
        if questionnaire_id == QUESTIONNAIRE:
            monkeypatch.setattr(fold_figures, "BATCH", 10)
        for _ in range(2):
            await city.all("UPDATE analysis.response SET questionnaire_id = :id RETURNING 1", id=questionnaire_id)
        await fold_due(city.database("analysis"))
    assert await city.all(HELD) == [(True, 30, 30)], "nobody says what they never said"
    assert await fold_due(city.database("analysis")) == 0
    await _run(city, lambda session: keep_responses(session, messages[30:]))
    await _run(city, lambda session: erase_response(session, _erased(messages[0])))
    await fold_due(city.database("analysis"))
    counted = (await _sets(city))[VALID, "participants"]
    numbers = dict(await city.all("SELECT response_id, number FROM analysis.figure_entry"))
    assert counted == members_of([numbers[one.response_id] for one in messages[1:]])
    assert await city.all(HELD) == [(True, 20, 20)], "along with others a batch of them changed"
    await _check(city)


#: Whether it is held, rows, and responses of what is due.
HELD: Final = "SELECT held, count(*), count(DISTINCT response_id) FROM analysis.figure_due GROUP BY held"


async def test_the_department_is_not_among_the_participants(city: City) -> None:
    chance = random.Random(1)
    for number in range(20):
        message = _received(chance, number)
        await _run(city, partial(keep_responses, messages=[message]))
    await fold_due(city.database("analysis"))
    assert (await _figures(city)).received_count == 20
    await _run(city, partial(learn_channel, message=_opened(CHANNELS[1])))
    await _run(city, partial(learn_channel, message=_opened(CHANNELS[0], "department")))
    await fold_due(city.database("analysis"))
    theirs = await city.one("SELECT count(*) FROM analysis.response WHERE channel_id = :id", id=CHANNELS[0])
    figures = await _figures(city)
    assert figures.received_count == 20 - theirs
    assert list(figures.facets["channel"].values) == ["CH4N11"]
    department = await city.database("analysis").run(lambda session: read_figures(session, CAMPAIGN, "department"))
    assert department.received_count == theirs


async def test_nothing_is_read_twice_and_a_reader_sees_every_change(city: City) -> None:
    chance = random.Random(2)
    for number in range(0, 30, 6):
        messages = [_received(chance, number + place) for place in range(6)]
        await _run(city, partial(keep_responses, messages=messages))
        before = await _run(city, lambda session: read_revision(session, CAMPAIGN))
        version = await _run(city, lambda session: read_version(session, CAMPAIGN))
        await fold_due(city.database("analysis"))
        assert await _run(city, lambda session: read_revision(session, CAMPAIGN)) > before
        assert await _run(city, lambda session: read_version(session, CAMPAIGN)) != version
        figures, sets = await _figures(city), await _sets(city)
        assert figures.everyone == whole(sets[VALID, "participants"])
        assert figures.members["source", "paper"] == sets["source", "paper"]


async def test_what_was_read_changes_the_version_though_nothing_was_found(city: City) -> None:
    message = _received(random.Random(3), 0)
    await _run(city, lambda session: keep_responses(session, [message]))
    await fold_due(city.database("analysis"))
    before = await _run(city, lambda session: read_version(session, CAMPAIGN))
    await _run(city, lambda session: assess_response(session, message, AT))
    await fold_due(city.database("analysis"))
    assert await _run(city, lambda session: read_version(session, CAMPAIGN)) != before


async def test_an_arrival_is_kept_before_it_is_read_and_once(city: City) -> None:
    message = _received(random.Random(4), 0)
    await _run(city, lambda session: publish(session, message))
    since = now() - timedelta(minutes=1)
    assert await _run(city, lambda session: keep_arrivals(session, since, 10)) == 1
    assert await _run(city, lambda session: keep_arrivals(session, since, 10)) == 0
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM analysis.response") == 1
    assert await city.one("SELECT count(*) FROM analysis.assessment") == 1
    assert await city.one("SELECT count(*) FROM analysis.passage") <= 1


async def test_a_keeper_killed_in_the_middle_of_a_batch_loses_and_doubles_nothing(city: City) -> None:
    chance = random.Random(5)
    for start in (0, 60):
        keeper = await _keeper(city)
        async with _nobody_writes_sets(city):
            await _publish(city, [_received(chance, number) for number in range(start, start + 60)])
            await _until(city, BEGUN)
            keeper.kill()
            await keeper.wait()
        await _until(city, UNDONE)
        assert await city.one("SELECT count(*) FROM analysis.figure_entry") == start
        assert await city.one("SELECT count(DISTINCT response_id) FROM analysis.figure_due") > 0
        stop = asyncio.Event()
        going_on = asyncio.create_task(keep(city.database("analysis"), stop))
        await _until(city, f"SELECT count(*) = {start + 60} FROM analysis.figure_entry")
        await _until(city, "SELECT count(*) = 0 FROM analysis.figure_due")
        stop.set()
        await going_on
    await _check(city)
    assert (await _figures(city)).everyone.bit_count() == 120
    before = await _sets(city)
    await rebuild_figures(city.database("analysis"))
    assert await _sets(city) == before


#: Somebody is about to write what they made of a batch; and nobody is any more.
BEGUN: Final = "SELECT count(*) > 0 FROM pg_locks WHERE relation = 'analysis.figure'::regclass AND NOT granted"
UNDONE: Final = "SELECT count(*) = 0 FROM pg_locks WHERE relation = 'analysis.figure_state'::regclass"


@contextlib.asynccontextmanager
async def _nobody_writes_sets(city: City) -> AsyncIterator[None]:
    async with city.owner.engine.begin() as connection:
        await connection.execute(text("LOCK TABLE analysis.figure IN SHARE MODE"))
        yield


async def _until(city: City, query: str) -> None:
    async with asyncio.timeout(60):
        while not await city.one(query):
            await asyncio.sleep(0.02)


async def _publish(city: City, messages: Sequence[ResponseReceived]) -> None:
    await _run(city, lambda session: publish(session, *messages))


async def _keeper(city: City) -> asyncio.subprocess.Process:
    environment: Mapping[str, str] = environment_of(city.settings)
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "deploy", "figures", "keep"),
        env=environment,
        cwd=HOUSE,
        stderr=asyncio.subprocess.DEVNULL,
    )
