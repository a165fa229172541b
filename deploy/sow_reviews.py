"""Some readings of the demo are confirmed by an invented person, the way staff do it, as soon as they are there."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.parts import Parts
from deploy.sow_answer import WRITER, demo_person
from services.analysis.domain.assessing import Stance
from services.analysis.operations.review_tag import Outcome, Said, review_tag
from services.analysis.storage.items import find_item
from services.analysis.storage.tables import Campaign, Passage, Response
from shared.kit.clock import now
from shared.staff.domain.roles import SignedIn

FILE: Final = Path(__file__).parent / "demo" / "geprueft.yaml"
#: So long the readings may take; what is not read by then stays unreviewed.
PATIENCE_S: Final = 180.0
PAUSE_S: Final = 3.0


class Confirmed(msgspec.Struct, frozen=True):
    """`text`: how the passage begins."""

    text: str
    standard: str
    stance: Stance


async def sow_reviews(parts: Parts, slug: str) -> None:
    """Waits for the workers. What was reviewed before stays as it is."""
    deadline = time.monotonic() + PATIENCE_S
    by = await demo_person(parts, *WRITER)
    wanted = msgspec.yaml.decode(FILE.read_bytes(), type=list[Confirmed])
    while True:
        work = [partial(_confirm, slug=slug, one=one, by=by) for one in wanted]
        done = [await parts.database("analysis").run(one) for one in work]
        wanted = [one for one, is_done in zip(wanted, done, strict=True) if not is_done]
        if not wanted or time.monotonic() > deadline:
            return
        await asyncio.sleep(PAUSE_S)


async def _confirm(session: AsyncSession, slug: str, one: Confirmed, by: SignedIn) -> bool:
    """False where it is not read yet, or was read otherwise."""
    query = (
        select(Passage.id)
        .join(Response, Response.id == Passage.response_id)
        .join(Campaign, Campaign.id == Response.campaign_id)
        .where(Campaign.slug == slug, Passage.text.startswith(one.text, autoescape=True))
    )
    passage_id = await session.scalar(query.limit(1))
    item = await find_item(session, passage_id) if passage_id else None
    tags = item.tags if item else ()
    tag = next((tag for tag in tags if (tag.standard, tag.stance) == (one.standard, one.stance)), None)
    if item is None or tag is None:
        return False
    outcome = Outcome(one.standard, one.stance, tag.start, tag.end)
    review_id = uuid5(NAMESPACE_URL, f"demo/{slug}/{one.standard}/{one.text}")
    await review_tag(session, item, Said(review_id, tag, outcome), by, now())
    return True
