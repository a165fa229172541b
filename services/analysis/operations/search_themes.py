"""Looking for themes: asked for by staff, done by a worker, and nothing is published of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

import numpy as np
import structlog
from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.tables import Campaign, Theme, ThemePassage, ThemeSearch
from services.analysis.storage.themes import MEMBER, NAMED, PROPOSED, REFUSED, Untagged, read_untagged
from services.analysis.tagger.clusters import Cluster, clusters, load_vectoriser, packed, unpacked
from services.analysis.tagger.weights import Floats
from shared.contracts.routes import publish
from shared.contracts.themes import ThemesRequested
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

log = structlog.get_logger()

#: Texts that are looked at: of more, so many are drawn.
MOST: Final = 4000
#: Reading, comparing, writing.
STEPS: Final = 3
#: A search that has not ended by then has lost its worker for good.
PATIENCE: Final = timedelta(minutes=20)
RUNNING: Final = "running"
FINISHED: Final = "finished"
FAILED: Final = "failed"
#: A cluster this like a theme that people refused is not proposed to them again.
REFUSED_ALIKE: Final = 0.8


class Searched(NamedTuple):
    """`vectors` [n, SIZE] of the texts, and what was found in them."""

    version: str
    vectors: Floats
    found: list[Cluster]


async def request_themes(session: AsyncSession, campaign_id: UUID, by: SignedIn, at: datetime) -> bool:
    """False when a search is on."""
    await session.execute(select(Campaign.id).where(Campaign.id == campaign_id).with_for_update())
    running = (ThemeSearch.campaign_id == campaign_id, ThemeSearch.state == RUNNING)
    lost = update(ThemeSearch).where(*running, ThemeSearch.requested_at < at - PATIENCE)
    await session.execute(lost.values(state=FAILED, ended_at=at))
    if await session.scalar(select(ThemeSearch.id).where(*running)):
        return False
    search_id = random_id()
    row = {"id": search_id, "campaign_id": campaign_id, "state": RUNNING, "requested_at": at}
    await session.execute(insert(ThemeSearch).values(**row, done=0, total=STEPS, text_count=0))
    await record_change(session, by, "themes.requested", search_id)
    await publish(session, ThemesRequested(search_id, campaign_id, at))
    return True


async def search_themes(database: Database, search_id: UUID) -> None:
    """Safe to repeat: a search that has ended is left as it is, and its results are written at once."""
    async with database.transaction() as session:
        search = await session.get(ThemeSearch, search_id)
        if search is None or search.state != RUNNING:
            return
        campaign_id = search.campaign_id
        texts = await read_untagged(session, campaign_id, MOST)
        progress = update(ThemeSearch).where(ThemeSearch.id == search_id, ThemeSearch.state == RUNNING)
        await session.execute(progress.values(done=1, text_count=len(texts)))
    searched = await asyncio.to_thread(_search, texts)
    async with database.transaction() as session:
        await _keep(session, search_id, campaign_id, texts, searched)
    log.info("themes.searched", search=str(search_id), texts=len(texts), themes=len(searched.found))


def _search(texts: Sequence[Untagged]) -> Searched:
    vectoriser = load_vectoriser()
    words = [one.text for one in texts]
    vectors = vectoriser.vectors(words)
    return Searched(vectoriser.version, vectors, clusters(words, vectors))


async def _keep(
    session: AsyncSession, search_id: UUID, campaign_id: UUID, texts: Sequence[Untagged], searched: Searched
) -> None:
    """Proposals that nobody decided about give way to the new ones; what people decided stays."""
    ended = update(ThemeSearch).where(ThemeSearch.id == search_id, ThemeSearch.state == RUNNING)
    at = now()
    values = {"state": FINISHED, "done": STEPS, "ended_at": at}
    if await session.scalar(ended.values(values).returning(ThemeSearch.id)) is None:
        return
    await session.execute(delete(Theme).where(Theme.campaign_id == campaign_id, Theme.state == PROPOSED))
    decided = await _decided(session, campaign_id, searched.version)
    refused = [unpacked(theme.centroid) for theme in decided if theme.state == REFUSED]
    for cluster in searched.found:
        if all(float(cluster.centroid @ other) < REFUSED_ALIKE for other in refused):
            await _propose(session, campaign_id, searched.version, cluster, texts, at)
    await _propose_to_named(session, [theme for theme in decided if theme.state == NAMED], texts, searched.vectors)


async def _decided(session: AsyncSession, campaign_id: UUID, version: str) -> Sequence[Theme]:
    own = (Theme.campaign_id == campaign_id, Theme.model_version == version, Theme.state.in_((NAMED, REFUSED)))
    return (await session.scalars(select(Theme).where(*own).order_by(Theme.id))).all()


async def _propose(
    session: AsyncSession, campaign_id: UUID, version: str, cluster: Cluster, texts: Sequence[Untagged], at: datetime
) -> None:
    theme = Theme(
        id=random_id(),
        campaign_id=campaign_id,
        state=PROPOSED,
        name="",
        words=cluster.words,
        model_version=version,
        centroid=packed(cluster.centroid),
        reach=cluster.reach,
        proposed_at=at,
    )
    session.add(theme)
    await session.flush()
    rows = [
        {"theme_id": theme.id, "passage_id": texts[i].passage_id, "state": MEMBER, "likeness": likeness}
        for i, likeness in zip(cluster.members, cluster.likeness, strict=True)
    ]
    await session.execute(insert(ThemePassage), rows)


async def _propose_to_named(
    session: AsyncSession, themes: Sequence[Theme], texts: Sequence[Untagged], vectors: Floats
) -> None:
    """Texts that the first search did not draw, and those that came when no worker knew of the theme."""
    if not themes or not texts:
        return
    likeness = vectors @ np.stack([unpacked(theme.centroid) for theme in themes]).T
    rows: list[dict[str, Any]] = [
        {"theme_id": themes[i].id, "passage_id": text.passage_id, "state": PROPOSED, "likeness": float(row[i])}
        for text, row, i in zip(texts, likeness, likeness.argmax(1).tolist(), strict=True)
        if row[i] >= themes[i].reach
    ]
    if rows:
        await session.execute(insert(ThemePassage).on_conflict_do_nothing(), rows)
