"""What is to be known of a question before its numbers are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.storage.texts import read_questions
from services.analysis.results.web.wording import words
from services.analysis.storage.dashboard import read_reworded
from services.analysis.storage.tables import Campaign, Question


async def read_notes(session: AsyncSession, campaign: Campaign) -> Mapping[str, tuple[str, ...]]:
    """By question."""
    reworded = await read_reworded(session, campaign.id)
    questions = await read_questions(session, campaign.id)
    return {one.key: tuple(_notes(one, campaign, one.key in reworded)) for one in questions}


def _notes(question: Question, campaign: Campaign, reworded: bool) -> Iterator[str]:
    if question.kind == "ranking":
        yield words("view-note-first-places")
    if question.kind == "scale":
        kept = "kept" if question.standard else "ends"
        yield words(f"view-note-scale-{kept}", points=question.points)
    if question.version < campaign.version:
        yield words("view-note-old", version=question.version)
    if reworded:
        yield words("view-note-reworded")
