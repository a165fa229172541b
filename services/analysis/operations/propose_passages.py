"""Proposing passages that came later to the themes that people have named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations.tag_passages import with_tagger
from services.analysis.storage.tables import StandingTag, Theme, ThemePassage
from services.analysis.storage.themes import NAMED
from services.analysis.tagger import Passage
from services.analysis.tagger.clusters import Vectoriser, load_vectoriser, unpacked


async def propose_passages(session: AsyncSession, campaign_id: UUID, texts: Sequence[Passage]) -> int:
    """To the nearest named theme that reaches so far, if the passage touches no standard and stands in none yet."""
    query = select(Theme).where(Theme.campaign_id == campaign_id, Theme.state == NAMED).order_by(Theme.id)
    themes = (await session.scalars(query)).all()
    if not themes:
        return 0
    free = await _free(session, texts)
    vectoriser = await with_tagger(load_vectoriser)
    usable = [theme for theme in themes if theme.model_version == vectoriser.version]
    if not free or not usable:
        return 0
    rows = await with_tagger(lambda: _near(vectoriser, usable, free))
    if rows:
        await session.execute(insert(ThemePassage).values(rows).on_conflict_do_nothing())
    return len(rows)


async def _free(session: AsyncSession, texts: Sequence[Passage]) -> list[Passage]:
    ids = [UUID(text.id) for text in texts]
    tagged = await session.scalars(select(StandingTag.passage_id).where(StandingTag.passage_id.in_(ids)))
    placed = await session.scalars(select(ThemePassage.passage_id).where(ThemePassage.passage_id.in_(ids)))
    taken = {*tagged, *placed}
    return [text for text in texts if UUID(text.id) not in taken]


def _near(vectoriser: Vectoriser, themes: Sequence[Theme], texts: Sequence[Passage]) -> list[dict[str, Any]]:
    centroids = np.stack([unpacked(theme.centroid) for theme in themes])
    likeness = vectoriser.vectors([text.text for text in texts]) @ centroids.T
    best = likeness.argmax(1)
    return [
        {"theme_id": themes[i].id, "passage_id": UUID(text.id), "state": "proposed", "likeness": float(likeness[n, i])}
        for n, (text, i) in enumerate(zip(texts, best.tolist(), strict=True))
        if likeness[n, i] >= themes[i].reach
    ]
