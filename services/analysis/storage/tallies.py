"""Dots of workshops as the dashboard shows them: with where they were counted, and never among responses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.counts import Table, tabulate
from services.analysis.storage.dashboard import FACES, NUMBERED
from services.analysis.storage.tables import Channel, Question, Tally


class Counted(NamedTuple):
    """How many dots one question was given at one channel. `place`: None where nobody has told of the channel yet."""

    place: str | None
    version: int
    dots: int
    at: datetime


class Dotted(NamedTuple):
    """One question, as the newest version with dots words it. `labels`: choice → its words; shares are of the dots."""

    question: Question
    labels: Mapping[str, Mapping[str, str]]
    table: Table[str]
    counted: Sequence[Counted]


class _Found(NamedTuple):
    tally: Tally
    question: Question
    place: str | None

    @property
    def dots(self) -> Counter[str]:
        """Choice → dots."""
        mine = (one for one in self.tally.dots if one["question"] == self.question.key)
        return Counter({one["choice"]: one["dots"] for one in mine})


async def read_tallies(session: AsyncSession, campaign_id: UUID) -> list[Dotted]:
    """Questions with dots, in their order; those of a version that nobody has told of yet come when it is told."""
    query = (
        select(Tally, Question, Channel.place)
        .join(Question, Question.questionnaire_id == Tally.questionnaire_id)
        .outerjoin(Channel, Channel.id == Tally.channel_id)
        .where(Tally.campaign_id == campaign_id)
        .order_by(Question.version, Question.place, Channel.place)
    )
    by_question: dict[str, list[_Found]] = defaultdict(list)
    for row in await session.execute(query):
        if (found := _Found(*row)).dots:
            by_question[found.question.key].append(found)
    return [_dotted(found) for found in by_question.values()]


def _dotted(found: Sequence[_Found]) -> Dotted:
    question = found[-1].question
    labels = dict(_labels(question))
    dots: Counter[str] = sum((one.dots for one in found), Counter())
    counted = [Counted(one.place, one.question.version, one.dots.total(), one.tally.counted_at) for one in found]
    return Dotted(question, labels, tabulate(labels, dots), counted)


def _labels(question: Question) -> Iterator[tuple[str, Mapping[str, str]]]:
    """What stands on the poster; numbers stand for themselves."""
    if question.kind not in NUMBERED:
        yield from ((choice["key"], choice["label"]) for choice in question.choices)
        return
    for number in range(1, question.points + 1):
        face = f" – {FACES[number - 1]}" if question.kind == "smiley" else ""
        yield str(number), {"de": f"{number}{face}"}
