"""A person decides about a claim: once per form, audited, counted and told to others in the same transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Stance, check_quote
from services.analysis.domain.reviewing import Verdict, verdict_on
from services.analysis.operations.settle_response import settle_response
from services.analysis.operations.take_passage import let_go
from services.analysis.operations.tell_response import tell_response
from services.analysis.storage.items import Item, claim_of
from services.analysis.storage.tables import Passage, Review, Tag
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


class Outcome(msgspec.Struct, frozen=True):
    """What counts from now on."""

    standard: str
    stance: Stance
    start: int
    end: int


class Said(msgspec.Struct, frozen=True):
    """What a person says of a tag. No tag: of something the tagger missed. No outcome: that there is nothing."""

    review_id: UUID
    tag: Tag | None
    outcome: Outcome | None


async def review_tag(session: AsyncSession, item: Item, said: Said, by: SignedIn, at: datetime) -> Verdict | None:
    """Keeps the decision; None when this form's decision is kept already. Raises QuoteError."""
    verdict = _verdict(item, said)
    row = _row(item, said, verdict) | {"by": by.account_id, "at": at}
    if await session.scalar(insert(Review).values(row).on_conflict_do_nothing().returning(Review.id)) is None:
        return None
    await record_change(session, by, "review.made", said.review_id, {"verdict": verdict, "standard": row["standard"]})
    await tell_response(session, item.response.id, await settle_response(session, item.response.id))
    await let_go(session, item.passage.id, by.account_id)
    return verdict


async def undo_review(session: AsyncSession, review: Review, by: SignedIn, at: datetime) -> bool:
    """What was decided before counts again; False when it was undone already."""
    standing = update(Review).where(Review.id == review.id, Review.undone_at.is_(None))
    undone = standing.values(undone_at=at, undone_by=by.account_id).returning(Review.id)
    if await session.scalar(undone) is None:
        return False
    await record_change(session, by, "review.undone", review.id)
    passage = await session.get_one(Passage, review.passage_id)
    await tell_response(session, passage.response_id, await settle_response(session, passage.response_id))
    return True


def _verdict(item: Item, said: Said) -> Verdict:
    outcome, text = said.outcome, item.passage.text
    if outcome is None:
        return "rejected"
    check_quote(text, outcome.start, outcome.end, text[outcome.start : outcome.end])
    claim = claim_of(said.tag) if said.tag else None
    return verdict_on(claim, outcome.standard, outcome.stance, outcome.start, outcome.end)


def _row(item: Item, said: Said, verdict: Verdict) -> dict[str, Any]:
    claimed = said.tag or said.outcome
    return {
        "id": said.review_id,
        "campaign_id": item.campaign.id,
        "passage_id": item.passage.id,
        "tag_id": said.tag.id if said.tag else None,
        "claimed_standard": claimed.standard if claimed else None,
        "claimed_stance": claimed.stance if claimed else None,
        "verdict": verdict,
        **(msgspec.structs.asdict(said.outcome) if said.outcome else dict.fromkeys(Outcome.__struct_fields__)),
    }
