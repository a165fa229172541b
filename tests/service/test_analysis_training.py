"""The tagger learns from reviews: started by staff, measured on what it never saw, switched on and back."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import text as sql

from services.analysis.domain.trainings import is_held_out
from services.analysis.operations import tag_passages, train_tagger
from services.analysis.operations.review_tag import Outcome, Said, review_tag
from services.analysis.storage.items import find_item
from services.analysis.storage.tables import Tag
from services.analysis.storage.trainings import Report
from services.analysis.tagger import Passage, load_tagger
from services.analysis.tagger.adapt import Teachable
from services.analysis.tagger.compare import Labelled, compare, judged
from services.analysis.tagger.domain.standards import STANCES, STANDARDS
from services.analysis.tagger.evaluate import DEV
from services.analysis.tagger.learn import Lesson, learn
from shared.contracts.responses import AnswerGiven, ResponseReceived
from shared.contracts.routes import publish
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.staff.domain.roles import SignedIn
from tests.support.catalogues import see
from tests.support.city import City
from tests.support.people import hire, sign_in

PATH: Final = "/staff/training"
WRONG, RIGHT = "feedback-accountability", "documentation-traceability"
LEARN, MEASURE, LATER = 40, 14, 10
TRAINING: Final = "SELECT state, done = total, failure FROM analysis.training ORDER BY number"
Verdict = Callable[[Tag], Outcome | None]


@cache
def texts() -> list[str]:
    """German texts that the shipped model takes for WRONG, and as many others at the end."""
    rows = [json.loads(line) for line in (DEV.parent / "train.jsonl").read_text("utf-8").splitlines()]
    short = [row for row in rows if row["lang"] == "de" and len(row["text"]) < 160 and len(row["labels"]) == 1]
    wrong = _sure((row["text"] for row in short if row["labels"][0]["standard"] == WRONG), of_wrong=True)
    others = _sure((row["text"] for row in short if row["labels"][0]["standard"] not in (WRONG, RIGHT)), of_wrong=False)
    return [*islice(wrong, LEARN + MEASURE + LATER), *islice(others, 16)]


def _sure(some: Iterable[str], *, of_wrong: bool) -> Iterator[str]:
    """Those of the texts about which the shipped model is sure."""
    tagger = load_tagger("model")
    for text in dict.fromkeys(some):
        (found,) = tagger.tag([Passage("", text, "de")])
        if len(found) == 1 and found[0].confidence > 0.3 and (found[0].standard == WRONG) is of_wrong:
            yield text


def misread(tag: Tag) -> Outcome | None:
    """These reviewers hold that what the tagger takes for WRONG is RIGHT."""
    return Outcome(RIGHT if tag.standard == WRONG else tag.standard, tag.stance, tag.start, tag.end)  # type: ignore[arg-type]


def ids(held_out: bool) -> Any:
    return (UUID(int=number) for number in count(1) if is_held_out(UUID(int=number)) is held_out)


@pytest.fixture(autouse=True)
def _few_texts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Sixteen of the development texts are enough to see that they are measured."""
    file = tmp_path / "dev.jsonl"
    file.write_text("\n".join(DEV.read_text("utf-8").splitlines()[:16]), "utf-8")
    monkeypatch.setattr(train_tagger, "DEVELOPMENT", file)
    tag_passages.the_tagger.cache_clear()


async def hear(city: City, campaign_id: UUID, response_id: UUID, text: str) -> None:
    fact = ResponseReceived(
        response_id=response_id,
        campaign_id=campaign_id,
        channel_id=campaign_id,
        questionnaire_id=campaign_id,
        language="de",
        received_at=now(),
        answers=(AnswerGiven("a-wish", "long_text", text=text),),
    )
    await city.database("intake").run(lambda session: publish(session, fact))


async def review(city: City, by: SignedIn, verdict: Verdict) -> int:
    """Somebody decides about every tag there is."""
    passages = await city.all("SELECT DISTINCT t.passage_id FROM analysis.tag t")
    decided = 0
    for (passage_id,) in passages:
        async with city.database("analysis").transaction() as session:
            item = await find_item(session, passage_id)
            assert item
            for tag in item.tags:
                decided += bool(await review_tag(session, item, Said(random_id(), tag, verdict(tag)), by, now()))
    return decided


async def person(city: City, name: str) -> SignedIn:
    return SignedIn(await hire(city, name, "lead"), name, {"*": "lead"})


async def taught_city(city: City, verdict: Verdict = misread) -> UUID:
    """A campaign whose texts were read and reviewed, and somebody who may train is signed in."""
    made = await city.publish_demo()
    some = texts()
    learned, held_out = ids(held_out=False), ids(held_out=True)
    wrong, others = some[: LEARN + MEASURE], some[-16:]
    for place, text in enumerate(wrong):
        await hear(city, made.campaign_id, next(learned if place < LEARN else held_out), text)
    for place, text in enumerate(others):
        await hear(city, made.campaign_id, next(learned if place < 10 else held_out), text)
    await city.deliver_all()
    await review(city, await person(city, "rita"), verdict)
    await sign_in(city, "lea", "lead")
    return made.campaign_id


async def train(city: City) -> Report:
    assert (await city.client.post(PATH)).headers["location"].endswith("done=started")
    await city.deliver_all()
    ((state, whole, failure),) = (await city.all(TRAINING))[-1:]
    assert (state, whole, failure) == ("finished", True, None)
    ((report,),) = await city.all("SELECT report FROM analysis.training ORDER BY number DESC LIMIT 1")
    return msgspec.convert(report, Report)


async def newest(city: City) -> UUID:
    found: UUID = await city.one("SELECT id FROM analysis.training ORDER BY number DESC LIMIT 1")
    return found


async def tags(city: City, response_ids: Sequence[UUID] = ()) -> list[tuple[Any, ...]]:
    """What the current readings claim, and who read."""
    return await city.all(
        "SELECT a.response_id, t.standard, t.stance, t.start, t.end, t.confidence, t.reason->>'model', "
        "a.tagger_version FROM analysis.assessment a "
        "LEFT JOIN analysis.tag t ON t.assessment_id = a.id WHERE a.current "
        "AND (CAST(:few AS boolean) OR a.response_id = ANY(:ids)) ORDER BY 1, 2, 3, 4",
        ids=list(response_ids),
        few=not response_ids,
    )


async def test_a_consistent_correction_is_learned_measured_switched_on_and_switched_back(city: City) -> None:
    campaign_id = await taught_city(city)
    report = await train(city)
    shipped = load_tagger("model").version
    assert report.learned == LEARN + 10
    assert report.held_out.texts == MEASURE + 6
    assert report.held_out.verdict == "better"
    held_out = report.held_out.measures["micro"]
    assert held_out.before[0] < 0.4 < 0.8 < held_out.after[0]
    assert report.held_out.standards[RIGHT].cases >= MEASURE
    assert report.development.texts == 16
    assert report.development.measures["stance"].change[0] >= -0.05, "what nobody corrected is not unlearned"
    before = await tags(city)

    # nothing has changed until somebody says so
    page = await see(city, PATH)
    assert f"Gemessen ist an {MEASURE + 6} aufgehobenen Prüfungen. Unter 30 wäre ein Vergleich Zufall" in page
    fresh = texts()[LEARN + MEASURE : LEARN + MEASURE + LATER]
    early = [random_id() for _ in fresh[:4]]
    for response_id, text in zip(early, fresh, strict=False):
        await hear(city, campaign_id, response_id, text)
    await city.deliver_all()
    assert {row[-1] for row in await tags(city, early)} == {shipped}

    # switched on: the error is gone, and every reading says who made it
    await city.client.post(f"{PATH}/{await newest(city)}/switch")
    late = [random_id() for _ in fresh[4:]]
    for response_id, text in zip(late, fresh[4:], strict=True):
        await hear(city, campaign_id, response_id, text)
    await city.deliver_all()
    seen = await tags(city, late)
    assert {row[-1] for row in seen} == {f"{shipped}+1"} == {row[-2] for row in seen if row[1]}
    assert sum(row[1] == WRONG for row in seen) <= 1
    assert sum(row[1] == RIGHT for row in seen) >= 3

    # what was read before is offered to be read again
    runs = "/staff/campaigns/sterkrade-2026/reassessments"
    assert "von einer anderen Fassung des Taggers gelesen" in await see(city, "/staff/campaigns/sterkrade-2026")
    await city.client.post(runs)
    await city.deliver_all()
    assert {row[-1] for row in await tags(city)} == {f"{shipped}+1"}
    assert "Anderer Tagger" not in await see(city, "/staff/campaigns/sterkrade-2026")

    # and back again: the same tags as before
    await city.client.post(f"{PATH}/back")
    await city.client.post(runs)
    await city.deliver_all()
    again = {row for row in await tags(city) if row[0] not in {*early, *late}}
    assert again == set(before)
    verbs = [
        verb
        for (verb,) in await city.all("SELECT verb FROM staff.audit_entry WHERE subject_kind = 'training' ORDER BY at")
    ]
    assert verbs == ["training.requested", "training.switched_on", "training.switched_back"]


async def test_reviews_that_agree_leave_every_tag_as_it_was(city: City) -> None:
    await taught_city(city, lambda tag: Outcome(tag.standard, tag.stance, tag.start, tag.end))  # type: ignore[arg-type]
    report = await train(city)
    assert report.held_out.verdict == "same"
    assert report.held_out.measures["micro"].change == (0, 0, 0)
    assert "Wir raten, noch nicht einzuschalten." in await see(city, PATH)


async def test_a_worker_that_dies_is_followed_by_another_from_the_beginning(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await taught_city(city)
    await city.client.post(PATH)
    (delivery,) = await _owed(city)
    killed = asyncio.create_task(city.deliverer("analysis").deliver(delivery))
    while not await city.one("SELECT done FROM analysis.training"):
        await asyncio.sleep(0.05)
    killed.cancel()  # as kill -9 does: no word to anybody
    await asyncio.wait({killed})
    assert await city.all(TRAINING) == [("running", False, None)]

    # while its claim lasts others wait, and that is no failure
    await city.deliverer("analysis").deliver(delivery)
    ((attempts, waits),) = await city.all(
        "SELECT attempt_count, next_at > now() + interval '15 seconds' AND rung_at IS NULL FROM bus.delivery "
        "WHERE id = :id",
        id=delivery,
    )
    assert (attempts, waits) == (0, True)
    assert (await city.client.post(PATH)).headers["location"].endswith("done=running")

    await city.all("UPDATE analysis.training SET claimed_until = now() - interval '1 second' RETURNING 1")
    await city.deliverer("analysis").deliver(delivery)
    assert await city.all(TRAINING) == [("finished", True, None)]
    await city.deliverer("analysis").deliver(delivery)
    assert await city.one("SELECT count(*) FROM analysis.training") == 1


async def test_a_training_that_was_stopped_makes_nothing(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    await taught_city(city)
    await city.client.post(PATH)
    await city.client.post(f"{PATH}/{await newest(city)}/cancel")
    await city.deliver_all()
    assert await city.all("SELECT state, version FROM analysis.training") == [("cancelled", None)]
    assert (await city.client.post(f"{PATH}/{await newest(city)}/switch")).headers["location"].endswith("done=gone")
    assert await city.one("SELECT count(*) FROM analysis.tagger_switch") == 0
    await city.client.post(PATH)
    (delivery,) = await _owed(city)

    async def stop(database: Database) -> None:
        while not await city.one("SELECT coalesce(max(done), 0) FROM analysis.training WHERE state = 'running'"):
            await asyncio.sleep(0.02)
        await city.client.post(f"{PATH}/{await newest(city)}/cancel")

    await asyncio.gather(city.deliverer("analysis").deliver(delivery), stop(city.owner))
    assert (await city.all("SELECT state FROM analysis.training ORDER BY number"))[-1] == ("cancelled",)
    assert await city.one("SELECT state FROM bus.delivery WHERE id = :id", id=delivery) == "done"


async def test_too_few_reviews_are_said_kindly_and_start_nothing(city: City) -> None:
    await city.publish_demo()
    await sign_in(city, "lea", "lead")
    assert "Noch 30 geprüfte Texte, dann kann der Tagger daraus lernen." in await see(city, PATH)
    assert (await city.client.post(PATH)).headers["location"].endswith("done=few")
    assert "Es fehlen noch 30." in await see(city, f"{PATH}?done=few")
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'training.requested.v1'") == 0


async def test_it_takes_somebody_who_answers_for_the_whole_city(city: City) -> None:
    await sign_in(city, "ost", "lead", "ost")
    assert "Das kann, wer die Rolle „Leitung“ in allen Sozialräumen hat." in await see(city, PATH)
    for path in (PATH, f"{PATH}/back", f"{PATH}/{random_id()}/switch", f"{PATH}/{random_id()}/cancel"):
        assert (await city.client.post(path)).status_code == 403
    city.client.cookies.clear()
    await sign_in(city, "eda", "editor")
    assert (await city.client.get(PATH)).status_code == 403


async def test_what_was_learned_for_another_model_is_not_used(city: City) -> None:
    """A release brings a new model: it reads as it is shipped, and the page says so."""
    campaign_id = (await city.publish_demo()).campaign_id
    await sign_in(city, "lea", "lead")
    training = random_id()
    async with city.owner.transaction() as session:
        report = {
            "learned": 1,
            **{key: {"texts": 1, "measures": {}, "standards": {}} for key in ("held_out", "development")},
        }
        await session.execute(
            sql(
                "INSERT INTO analysis.training (id, number, state, requested_at, requested_by, done, total, base, "
                "version, content, report, ended_at) "
                "VALUES (:id, 1, 'finished', now(), :id, 0, 0, 'older', 'older+1', 'x', "
                "CAST(:report AS jsonb), now())"
            ),
            {"id": training, "report": json.dumps(report)},
        )
    await city.client.post(f"{PATH}/{training}/switch")
    await hear(city, campaign_id, random_id(), texts()[0])
    await city.deliver_all()
    assert {row[-1] for row in await tags(city)} == {load_tagger("model").version}
    page = await see(city, PATH)
    assert "Inzwischen ist ein neuer Tagger ausgeliefert" in page


async def test_random_corrections_show_no_gain() -> None:
    """Coins instead of people: on texts that were held out the table claims nothing."""
    tagger = load_tagger("model")
    assert isinstance(tagger, Teachable)
    coin, lessons, held_out = random.Random(5), [], []
    for place, text in enumerate(texts()):
        (found,) = tagger.tag([Passage("", text, "de")])
        kept = [(one, coin.choice(STANDARDS)) for one in found if coin.random() < 0.7]
        labels = {STANDARDS.index(standard): STANCES.index(one.stance) for one, standard in kept}
        if place % 3 == 0:
            named = tuple((STANDARDS[key], STANCES[stance]) for key, stance in labels.items())
            held_out.append(Labelled(Passage("", text, "de"), named))
            continue
        for seen in tagger.observe(Passage("", text, "de"), list(labels)):
            wanted = [float(key in labels) for key in range(len(STANDARDS))]
            every = learned([*wanted, float(bool(labels))])
            lessons.append(Lesson(seen, every, learned([1.0] * len(every)), labels, text))
    adapted = tagger.adapted(learn(tagger.version, lessons), "coin")
    before, after = ([judged(one, *some.tag([one.passage])) for one in held_out] for some in (tagger, adapted))
    assert compare(before, after).verdict != "better"


def learned(values: Sequence[float]) -> Any:
    import numpy as np

    return np.array(values, np.float32)


async def _owed(city: City) -> list[UUID]:
    query = "SELECT id FROM bus.delivery WHERE consumer = 'analysis.train_tagger' AND state = 'waiting'"
    return [found for (found,) in await city.all(query)]
