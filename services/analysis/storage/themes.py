"""Themes of a campaign with what may be shown of their passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import Text, cast, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.passages import SHOWN, read_shown
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import (
    Exclusion,
    Passage,
    Response,
    Screening,
    StandingTag,
    Theme,
    ThemePassage,
    ThemeSearch,
)

PROPOSED: Final = "proposed"
NAMED: Final = "named"
REFUSED: Final = "refused"
MERGED: Final = "merged"
MEMBER: Final = "member"
#: Voices of a theme that are shown with it.
FEW: Final = 4
#: Of so many times as many the same words are shown once.
_ALIKE: Final = 5
#: Passages that came later and are shown at once.
SOME: Final = 20


class Voice(msgspec.Struct, frozen=True):
    """A passage as it is shown. `language` is the one the form was filled in."""

    passage_id: UUID
    text: str
    language: str
    received_at: datetime


class Listed(msgspec.Struct, frozen=True):
    """`size`: passages that belong to it; `voices` the most typical of them, `later` those proposed to it."""

    theme: Theme
    size: int
    voices: Sequence[Voice]
    later: Sequence[Voice]


class Untagged(msgspec.Struct, frozen=True):
    """A text that touches no standard."""

    passage_id: UUID
    text: str


async def newest_search(session: AsyncSession, campaign_id: UUID) -> ThemeSearch | None:
    query = select(ThemeSearch).where(ThemeSearch.campaign_id == campaign_id)
    return await session.scalar(query.order_by(ThemeSearch.requested_at.desc()).limit(1))


async def list_themes(session: AsyncSession, campaign_id: UUID, states: Collection[str]) -> list[Listed]:
    """Largest first."""
    query = select(Theme).where(Theme.campaign_id == campaign_id, Theme.state.in_(states)).order_by(Theme.id)
    themes = (await session.scalars(query)).all()
    ids = [theme.id for theme in themes]
    sizes = await _sizes(session, ids)
    members, later = await _voices(session, ids, MEMBER, FEW), await _voices(session, ids, PROPOSED, SOME, every=True)
    listed = [Listed(theme, sizes.get(theme.id, 0), members[theme.id], later[theme.id]) for theme in themes]
    return sorted(listed, key=lambda one: -one.size)


async def passages_of_theme(session: AsyncSession, theme_id: UUID) -> Sequence[UUID]:
    query = select(ThemePassage.passage_id).where(ThemePassage.theme_id == theme_id, ThemePassage.state == MEMBER)
    return (await session.scalars(query)).all()


async def read_untagged(session: AsyncSession, campaign_id: UUID, most: int) -> list[Untagged]:
    """Passages without a standing tag that stand in no named theme: at most so many, drawn by their ids."""
    tagged = exists().where(StandingTag.passage_id == Passage.id)
    excluded = exists().where(Exclusion.response_id == Response.id, Exclusion.undone_at.is_(None))
    placed = exists().where(
        ThemePassage.passage_id == Passage.id, ThemePassage.theme_id == Theme.id, Theme.state.in_((NAMED, REFUSED))
    )
    query = (
        select(Passage.id, Passage.text)
        .join(Response, Response.id == Passage.response_id)
        .join(Screening, (Screening.passage_id == Passage.id) & Screening.state.in_(SHOWN))
        .where(Response.campaign_id == campaign_id, speaks("participants"), ~tagged, ~excluded, ~placed)
        .order_by(func.md5(cast(Passage.id, Text)))
        .limit(most)
    )
    return [Untagged(*row) for row in await session.execute(query)]


async def _sizes(session: AsyncSession, theme_ids: Collection[UUID]) -> dict[UUID, int]:
    query = (
        select(ThemePassage.theme_id, func.count())
        .where(ThemePassage.theme_id.in_(theme_ids), ThemePassage.state == MEMBER)
        .group_by(ThemePassage.theme_id)
    )
    return dict((await session.execute(query)).all())


async def _voices(
    session: AsyncSession, theme_ids: Collection[UUID], state: str, most: int, every: bool = False
) -> dict[UUID, list[Voice]]:
    """By theme, most typical first; only what may be shown. `every`: also those that say the same words."""
    place = func.row_number().over(
        partition_by=ThemePassage.theme_id, order_by=(ThemePassage.likeness.desc(), ThemePassage.passage_id)
    )
    ranked = (
        select(ThemePassage.theme_id, Passage.id, Response.language, Response.received_at, place.label("place"))
        .join(Passage, Passage.id == ThemePassage.passage_id)
        .join(Response, Response.id == Passage.response_id)
        .join(Screening, (Screening.passage_id == Passage.id) & Screening.state.in_(SHOWN))
        .where(ThemePassage.theme_id.in_(theme_ids), ThemePassage.state == state)
    ).subquery()
    near = select(ranked).where(ranked.c.place <= most * _ALIKE).order_by(ranked.c.place)
    rows = (await session.execute(near)).all()
    shown = await read_shown(session, [row.id for row in rows])
    found: dict[UUID, dict[str, Voice]] = defaultdict(dict)
    for row in rows:
        voice = Voice(row.id, shown[row.id].text, row.language, row.received_at)
        found[row.theme_id].setdefault(str(row.id) if every else voice.text.casefold(), voice)
    return defaultdict(list, {theme_id: list(voices.values())[:most] for theme_id, voices in found.items()})
