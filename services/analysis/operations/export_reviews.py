"""What people decided, as labelled texts for the next training; the form is that of tagger/data/README.md."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Stance
from services.analysis.domain.reviewing import Considered, Decision, consider
from services.analysis.storage.items import claim_of
from services.analysis.storage.passages import read_shown
from services.analysis.storage.reviews import decision_of
from services.analysis.storage.tables import Assessment, Passage, Response, Review, Tag

#: The letter before the dash names the author: people who reviewed.
AUTHOR: Final = "z"


class Label(msgspec.Struct, frozen=True):
    """`text[start:end] == evidence`, in code points."""

    standard: str
    stance: Stance
    evidence: str
    start: int
    end: int


class Labelled(msgspec.Struct, frozen=True):
    """No id of a response stands in it: `id` is made from the text as it is shown."""

    id: str
    lang: str
    text: str
    labels: tuple[Label, ...]


async def export_reviews(session: AsyncSession) -> AsyncIterator[Labelled]:
    """Every passage all of whose claims people decided about, masked as it is shown, and each text once.

    Withheld passages and excluded responses are left out, and so is what was only half decided: its labels would say
    that the rest bears on nothing. Unreviewed passages without tags are no evidence that there is nothing either.
    """
    decisions, claims = await _decisions(session), await _claims(session)
    languages = await _languages(session, list(decisions))
    shown = await read_shown(session, list(languages))
    told: set[str] = set()
    for passage_id in sorted(shown, key=lambda one: _name(shown[one].text)):
        standing = consider(claims[passage_id], decisions[passage_id])
        text = shown[passage_id].text
        if text not in told and all(one.reviewed for one in standing):
            told.add(text)
            yield Labelled(_name(text), languages[passage_id], text, _labels(text, standing))


def _name(text: str) -> str:
    return f"{AUTHOR}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _labels(text: str, standing: Sequence[Considered]) -> tuple[Label, ...]:
    ordered = sorted(standing, key=lambda one: (one.start, one.standard, one.stance))
    return tuple(Label(one.standard, one.stance, text[one.start : one.end], one.start, one.end) for one in ordered)


async def _decisions(session: AsyncSession) -> dict[UUID, list[Decision]]:
    found: dict[UUID, list[Decision]] = defaultdict(list)
    for row in await session.scalars(select(Review).where(Review.undone_at.is_(None))):
        found[row.passage_id].append(decision_of(row))
    return found


async def _claims(session: AsyncSession) -> dict[UUID, list[Considered]]:
    """What current assessments claim of passages about which somebody decided."""
    reviewed = select(Review.passage_id).where(Review.undone_at.is_(None))
    query = (
        select(Tag)
        .join(Assessment, Assessment.id == Tag.assessment_id)
        .where(Assessment.current, Tag.passage_id.in_(reviewed))
    )
    found: dict[UUID, list[Considered]] = defaultdict(list)
    for tag in await session.scalars(query):
        found[tag.passage_id].append(claim_of(tag))
    return found


async def _languages(session: AsyncSession, passage_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Of passages in responses that count."""
    query = (
        select(Passage.id, Response.language)
        .join(Response, Response.id == Passage.response_id)
        .join(Assessment, (Assessment.response_id == Response.id) & Assessment.current)
        .where(Passage.id.in_(passage_ids), Assessment.state != "excluded")
    )
    return {row.id: row.language for row in await session.execute(query)}
