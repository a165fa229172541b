"""What people decided about passages, all of it: for the next training, here or elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.reviewing import Considered, Decision, consider
from services.analysis.domain.trainings import Reviewed, Terms, is_held_out, reviewed_as
from services.analysis.storage.catalogue import CITY, find_effective
from services.analysis.storage.items import claim_of
from services.analysis.storage.passages import Shown, read_shown
from services.analysis.storage.reviews import decision_of
from services.analysis.storage.tables import Assessment, Campaign, Passage, Response, Review, Tag
from services.analysis.tagger.domain.standards import STANDARDS


class _Home(NamedTuple):
    """Where a passage comes from."""

    response_id: UUID
    language: str
    district: str


async def read_reviewed(session: AsyncSession) -> list[Reviewed]:
    """Every passage that people decided about, masked as it is shown; none that is withheld or excluded."""
    decisions, claims = await read_all_decisions(session), await read_reviewed_claims(session)
    homes = await _homes(session, list(decisions))
    shown = await read_shown(session, list(homes))
    terms = {district: await _terms(session, district) for district in {home.district for home in homes.values()}}
    return [_reviewed(shown[key], homes[key], decisions[key], claims[key], terms[homes[key].district]) for key in shown]


async def read_all_decisions(session: AsyncSession) -> dict[UUID, list[Decision]]:
    """By passage, without what was undone."""
    found: dict[UUID, list[Decision]] = defaultdict(list)
    for row in await session.scalars(select(Review).where(Review.undone_at.is_(None))):
        found[row.passage_id].append(decision_of(row))
    return found


async def read_reviewed_claims(session: AsyncSession) -> dict[UUID, list[Considered]]:
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


async def read_languages(session: AsyncSession, passage_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Of passages in responses that count."""
    return {key: home.language for key, home in (await _homes(session, passage_ids)).items()}


async def _homes(session: AsyncSession, passage_ids: Sequence[UUID]) -> dict[UUID, _Home]:
    """Of passages in responses that count."""
    query = (
        select(Passage.id, Response.id.label("response_id"), Response.language, Campaign.district)
        .join(Response, Response.id == Passage.response_id)
        .join(Assessment, (Assessment.response_id == Response.id) & Assessment.current)
        .outerjoin(Campaign, Campaign.id == Response.campaign_id)
        .where(Passage.id.in_(passage_ids), Assessment.state != "excluded")
    )
    rows = await session.execute(query)
    return {row.id: _Home(row.response_id, row.language, row.district or CITY) for row in rows}


async def _terms(session: AsyncSession, district: str) -> Terms:
    """Which of the tagger's standards stand under each of the district's, and the tagger's own names."""
    document = (await find_effective(session, district)).document
    found: dict[str, list[str]] = {standard: [standard] for standard in STANDARDS}
    for one in (one for one in document.standards if one.id not in found):
        found[one.id] = [known for known in STANDARDS if one.id in document.standards_for(known)]
    return found


def _reviewed(
    shown: Shown, home: _Home, decisions: Sequence[Decision], claims: Sequence[Considered], terms: Terms
) -> Reviewed:
    standing = consider(claims, decisions)
    said: dict[str, Any] = reviewed_as(shown.id, standing, decisions, terms)
    return Reviewed(
        text=shown.text,
        language=home.language,
        held_out=is_held_out(home.response_id),
        decided_at=max(one.at for one in decisions),
        **said,
    )
