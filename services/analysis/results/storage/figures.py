"""The figures of a campaign as they are kept: read once, then only what changed."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final
from uuid import UUID

from sqlalchemy import BigInteger, Uuid, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.figures import Figures
from services.analysis.results.domain.fives import whole
from services.analysis.results.domain.folding import CHUNK, VALID, Key, joined
from services.analysis.results.storage.figures_facets import read_telling, tell
from services.analysis.results.storage.figures_tables import FigureState
from services.analysis.storage.sides import Side

#: Campaigns whose sets this process keeps in memory.
_KEPT: Final = 32
#: One statement, so that all of it is of one moment.
NEWS: Final = text(
    """
    SELECT s.secret, s.revision, f.chunk, f.facet, f.value, f.members
    FROM analysis.figure_state s
    LEFT JOIN analysis.figure f ON f.campaign_id = s.campaign_id AND f.revision > :seen
    WHERE s.campaign_id = :campaign_id
    """
).bindparams(bindparam("campaign_id", type_=Uuid), bindparam("seen", type_=BigInteger))


class Sets:
    """The sets of one campaign at one revision."""

    def __init__(self, secret: bytes = b"", revision: int = 0, members: dict[Key, int] | None = None) -> None:
        self.secret, self.revision, self.members = secret, revision, members or {}

    def public(self, side: Side) -> int:
        return whole(self.valid(side))

    def valid(self, side: Side) -> int:
        return self.members.get((VALID, side), 0)


_sets: OrderedDict[UUID, Sets] = OrderedDict()
_figures: OrderedDict[tuple[UUID, Side], Figures] = OrderedDict()


async def read_figures(session: AsyncSession, campaign_id: UUID, side: Side = "participants") -> Figures:
    """Those of a campaign that nobody answered yet are empty."""
    sets = await _read_sets(session, campaign_id)
    telling = await read_telling(session, campaign_id)
    facets, members, origins = tell(telling, sets.members, sets.public(side))
    figures = Figures(
        facets=facets,
        members=members,
        everyone=sets.public(side),
        secret=sets.secret,
        revision=sets.revision,
        received_count=sets.valid(side).bit_count(),
        origins=origins,
    )
    return _remembering((campaign_id, side), figures)


def _remembering(key: tuple[UUID, Side], figures: Figures) -> Figures:
    """Those read before where nothing is different: what was asked of them need not be worked out again."""
    known = _figures.get(key)
    if known is None or known.revision != figures.revision or known != figures:
        _figures[key] = known = figures
    _figures.move_to_end(key)
    while len(_figures) > _KEPT:
        _figures.popitem(last=False)
    return known


async def read_revision(session: AsyncSession, campaign_id: UUID) -> int:
    """Grows whenever the figures change; 0 before the first response. One row by its key."""
    return await session.scalar(select(FigureState.revision).where(FigureState.campaign_id == campaign_id)) or 0


async def _read_sets(session: AsyncSession, campaign_id: UUID) -> Sets:
    known = _sets.get(campaign_id, Sets())
    rows = (await session.execute(NEWS, {"campaign_id": campaign_id, "seen": known.revision})).all()
    if not rows:
        return Sets()
    secret, revision = rows[0].secret, rows[0].revision
    if known.revision and known.secret != secret:  # another database has the same campaign: begin anew
        del _sets[campaign_id]
        return await _read_sets(session, campaign_id)
    pieces: dict[Key, list[tuple[int, bytes]]] = {}
    for row in rows:
        if row.facet is not None:
            pieces.setdefault((row.facet, row.value), []).append((row.chunk, row.members))
    members = known.members | {key: _renewed(known.members.get(key, 0), found) for key, found in pieces.items()}
    fresh = Sets(secret, revision, members)
    if fresh.revision >= _sets.get(campaign_id, fresh).revision:  # somebody else may have read meanwhile
        _sets[campaign_id] = fresh
        _sets.move_to_end(campaign_id)
    while len(_sets) > _KEPT:
        _sets.popitem(last=False)
    return fresh


def _renewed(members: int, pieces: list[tuple[int, bytes]]) -> int:
    """The set with these pieces instead of what stood in their places."""
    new = joined(pieces)
    if members:
        places = joined((chunk, b"\xff" * (CHUNK // 8)) for chunk, _ in pieces)
        members &= ~places
    return members | new
