"""A training from reviews: one worker claims it, learns beside its other work, measures, and keeps what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar
from uuid import UUID

import msgspec
import numpy as np
import structlog
from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.trainings import Material, Reviewed, split, version_of
from services.analysis.operations import tag_passages
from services.analysis.operations.tag_passages import with_tagger
from services.analysis.storage.reviewed import read_reviewed
from services.analysis.storage.tables import Training
from services.analysis.storage.trainings import FAILED, FINISHED, RUNNING, Report
from services.analysis.tagger import Found, Passage, Tagger
from services.analysis.tagger.adapt import Adaptation, Observed, Teachable, write_adaptation
from services.analysis.tagger.compare import Labelled, compare, judged, read_labelled
from services.analysis.tagger.domain.compared import Comparison
from services.analysis.tagger.domain.standards import STANCES, STANDARDS
from services.analysis.tagger.evaluate import DEV
from services.analysis.tagger.learn import MOST, Lesson, learn
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.messaging import NotYet
from shared.kit.storage import Database

log = structlog.get_logger()
T = TypeVar("T")
#: A worker that says nothing for so long has died, and another takes over from the beginning.
LEASE: Final = timedelta(seconds=60)
#: How often the worker says that it lives while it does something long.
BEAT_S: Final = 10.0
#: Until somebody looks whether the worker that holds the claim is alive.
PAUSE: Final = timedelta(seconds=20)
#: Texts read at once: between two such portions the tagger reads what comes in.
PORTION: Final = 8
#: On which labelled texts every training is measured as well, so that what it unlearns is seen.
DEVELOPMENT: Path = DEV


class UntrainableError(Exception):
    """Trying again would not help; the cause is a text's key."""


class LostError(Exception):
    """The training is no longer this worker's: somebody stopped it, or took it over."""


class _Work(NamedTuple):
    """A training in this worker's hands, by its claim."""

    database: Database
    training_id: UUID
    claim: UUID
    number: int
    material: Material


class _Made(NamedTuple):
    base: str
    version: str
    content: bytes
    report: Report


async def train_tagger(database: Database, training_id: UUID) -> None:
    """Does the training once, however often called and whoever dies over it. Raises NotYet while another is at it."""
    claim = random_id()
    work = await database.run(lambda session: _claim(session, database, training_id, claim))
    if work is None:
        return
    log.info("training.begun", training=str(training_id), texts=work.material.texts)
    try:
        made = await _train(work)
    except UntrainableError as error:
        failure = {"failure": str(error)}
        await database.run(lambda session: _end(session, work, FAILED, failure))
    except LostError:
        await database.run(lambda session: _leave(session, training_id))
    else:
        values = {**made._asdict(), "report": msgspec.to_builtins(made.report)}
        await database.run(lambda session: _end(session, work, FINISHED, values))
        log.info("training.finished", training=str(training_id), bytes=len(made.content))


async def _claim(session: AsyncSession, database: Database, training_id: UUID, claim: UUID) -> _Work | None:
    """None when nothing is left to do. Raises NotYet when somebody else holds it."""
    free = or_(Training.claimed_until.is_(None), Training.claimed_until < now(), Training.claim == claim)
    taken = update(Training).where(Training.id == training_id, Training.state == RUNNING, free)
    values = {"claim": claim, "claimed_until": now() + LEASE, "done": 0}
    number = await session.scalar(taken.values(values).returning(Training.number))
    if number is None:
        await _leave(session, training_id)
        return None
    return _Work(database, training_id, claim, number, split(await read_reviewed(session), MOST))


async def _leave(session: AsyncSession, training_id: UUID) -> None:
    """Raises NotYet when somebody else is at it, so that this delivery looks again whether they lived."""
    if await session.scalar(select(Training.state).where(Training.id == training_id)) == RUNNING:
        raise NotYet(PAUSE)


async def _train(work: _Work) -> _Made:
    shipped = await with_tagger(lambda: tag_passages.the_tagger())
    if not isinstance(shipped, Teachable):
        raise UntrainableError("no-model")
    if work.material.missing:
        raise UntrainableError("too-few")
    held_out = [_labelled(one) for one in work.material.held_out]
    development = read_labelled(DEVELOPMENT)
    steps = _Steps(work, len(work.material.learned) + 2 * (len(held_out) + len(development)))
    adaptation = await _adapt(shipped, work, steps)
    version = version_of(shipped.version, work.number)
    adapted = shipped.adapted(adaptation, version)
    report = Report(
        learned=len(work.material.learned),
        held_out=await _compared(shipped, adapted, held_out, steps),
        development=await _compared(shipped, adapted, development, steps),
    )
    return _Made(shipped.version, version, write_adaptation(adaptation), report)


async def _adapt(shipped: Teachable, work: _Work, steps: _Steps) -> Adaptation:
    lessons: list[Lesson] = []
    for one in work.material.learned:
        passage = Passage("", one.text, one.language)
        wanted = sorted({STANDARDS.index(lesson.standard) for lesson in one.lessons})
        seen = await with_tagger(lambda passage=passage, wanted=wanted: shipped.observe(passage, wanted))  # type: ignore[misc]
        lessons += [_lesson(one, window) for window in seen]
        await steps.take()
    if not lessons:
        raise UntrainableError("too-few")
    return await steps.beside(asyncio.to_thread(learn, shipped.version, lessons))


def _lesson(one: Reviewed, seen: Observed) -> Lesson:
    """What is to be learned from one window of a reviewed text."""
    here = [lesson for lesson in one.lessons if lesson.start < seen.end and lesson.end > seen.start]
    named = [STANDARDS.index(lesson.standard) for lesson in here]
    wanted, known = np.zeros(len(STANDARDS) + 1, np.float32), np.zeros(len(STANDARDS) + 1, np.float32)
    wanted[named] = 1
    wanted[-1] = bool(here)
    known[:-1] = [one.knows(standard) for standard in STANDARDS]
    known[-1] = bool(here) or one.says_nothing
    stances = {place: STANCES.index(x.stance) for place, x in zip(named, here, strict=True) if named.count(place) == 1}
    return Lesson(seen, wanted, known, stances, one.text)


async def _compared(before: Tagger, after: Tagger, texts: Sequence[Labelled], steps: _Steps) -> Comparison:
    found = [await _tagged(tagger, texts, steps) for tagger in (before, after)]
    earlier, later = [[judged(*one) for one in zip(texts, some, strict=True)] for some in found]
    return await steps.beside(asyncio.to_thread(compare, earlier, later))


async def _tagged(tagger: Tagger, texts: Sequence[Labelled], steps: _Steps) -> list[tuple[Found, ...]]:
    found: list[tuple[Found, ...]] = []
    for first in range(0, len(texts), PORTION):
        some = [one.passage for one in texts[first : first + PORTION]]
        found += await with_tagger(lambda some=some: tagger.tag(some))  # type: ignore[misc]
        await steps.take(len(some))
    return found


def _labelled(one: Reviewed) -> Labelled:
    return Labelled(Passage("", one.text, one.language), tuple((x.standard, x.stance) for x in one.lessons))


class _Steps:
    """How far the training is; saying so keeps the claim. Raises LostError when the claim is gone."""

    def __init__(self, work: _Work, total: int) -> None:
        self._work, self._total, self._done, self._said = work, total, 0, 0

    async def take(self, count: int = 1) -> None:
        self._done += count
        if self._done - self._said >= PORTION:
            await self.say()

    async def say(self) -> None:
        self._said = self._done
        await self._work.database.run(self._write)

    async def beside(self, work: Awaitable[T]) -> T:
        """Keeps the claim while something long is done elsewhere."""
        task = asyncio.ensure_future(work)
        while True:
            await self.say()
            done, _ = await asyncio.wait({task}, timeout=BEAT_S)
            if done:
                return task.result()

    async def _write(self, session: AsyncSession) -> None:
        mine = update(Training).where(*_mine(self._work)).returning(Training.id)
        values = {"done": min(self._done, self._total), "total": self._total, "claimed_until": now() + LEASE}
        if await session.scalar(mine.values(values)) is None:
            raise LostError


def _mine(work: _Work) -> tuple[ColumnElement[bool], ...]:
    return (Training.id == work.training_id, Training.state == RUNNING, Training.claim == work.claim)


async def _end(session: AsyncSession, work: _Work, state: str, values: Mapping[str, Any]) -> None:
    """Nothing is written when somebody stopped the training at the last moment."""
    ended = {"state": state, "ended_at": now(), "claimed_until": None, "done": Training.total, **values}
    await session.execute(update(Training).where(*_mine(work)).values(ended))
