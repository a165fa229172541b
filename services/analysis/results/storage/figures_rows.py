"""The sets as rows: what folding reads and writes, and what is due to be folded."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    ColumnElement,
    Integer,
    LargeBinary,
    Text,
    Uuid,
    any_,
    bindparam,
    delete,
    literal,
    select,
    text,
    union,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.fives import Entry, Turnover
from services.analysis.results.domain.folding import Key, Said, joined, kept
from services.analysis.results.storage.figures_tables import (
    Figure,
    FigureDue,
    FigureEntry,
    FigureLook,
    FigureState,
    FigureStep,
)
from services.analysis.storage.sides import DEPARTMENT
from services.analysis.storage.tables import Question, Response

#: Campaigns that have something due that is not held. One step of the index per campaign, however much is due.
DUE_CAMPAIGNS: Final = text(
    """
    WITH RECURSIVE due AS (
        (SELECT campaign_id FROM analysis.figure_due WHERE NOT held ORDER BY campaign_id LIMIT 1)
        UNION ALL
        SELECT (SELECT d.campaign_id FROM analysis.figure_due d WHERE NOT d.held AND d.campaign_id > due.campaign_id
            ORDER BY d.campaign_id LIMIT 1)
        FROM due WHERE due.campaign_id IS NOT NULL
    )
    SELECT campaign_id FROM due WHERE campaign_id IS NOT NULL
    """
)
#: A response that is withdrawn or excluded says nothing.
SAID: Final = text(
    f"""
    SELECT r.id, CASE WHEN c.id IS NULL THEN 'participants' ELSE '{DEPARTMENT}' END AS side,
        r.channel_id, r.language, r.day, r.questionnaire_id, r.source, r.closed,
        ARRAY(SELECT DISTINCT p.question FROM analysis.passage p WHERE p.response_id = r.id) AS texts,
        ARRAY(
            SELECT DISTINCT t.standard || ' ' || t.stance FROM analysis.standing_tag t WHERE t.response_id = r.id
        ) AS tags,
        ARRAY(SELECT DISTINCT t.topic FROM analysis.topic_tag t WHERE t.response_id = r.id) AS topics
    FROM analysis.response r
    LEFT JOIN analysis.channel c ON c.id = r.channel_id AND c.kind = '{DEPARTMENT}'
    WHERE r.id = ANY(:ids) AND r.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT FROM analysis.exclusion x WHERE x.response_id = r.id AND x.undone_at IS NULL)
    """  # noqa: S608 - our own condition, nothing from outside
).bindparams(bindparam("ids", type_=ARRAY(Uuid)))
WRITE: Final = text(
    """
    INSERT INTO analysis.figure (campaign_id, chunk, facet, value, members, revision)
    SELECT :campaign_id, n.chunk, n.facet, n.value, n.members, :revision
    FROM unnest(:chunks, :facets, :values, :members) AS n (chunk, facet, value, members)
    ON CONFLICT (campaign_id, chunk, facet, value) DO UPDATE
    SET members = excluded.members, revision = excluded.revision
    """
).bindparams(
    bindparam("campaign_id", type_=Uuid),
    bindparam("revision", type_=BigInteger),
    bindparam("chunks", type_=ARRAY(Integer)),
    bindparam("facets", type_=ARRAY(Text)),
    bindparam("values", type_=ARRAY(Text)),
    bindparam("members", type_=ARRAY(LargeBinary)),
)
ENTER: Final = text(
    """
    INSERT INTO analysis.figure_entry (response_id, campaign_id, number, seen)
    SELECT n.id, :campaign_id, n.number, n.seen FROM unnest(:ids, :numbers, :seen) AS n (id, number, seen)
    ON CONFLICT (response_id) DO UPDATE SET number = excluded.number, seen = excluded.seen
    """
).bindparams(
    bindparam("campaign_id", type_=Uuid),
    bindparam("ids", type_=ARRAY(Uuid)),
    bindparam("numbers", type_=ARRAY(Integer)),
    bindparam("seen", type_=ARRAY(Boolean)),
)
STEP: Final = text(
    """
    INSERT INTO analysis.figure_step (campaign_id, number, said)
    SELECT :campaign_id, n.number, n.said FROM unnest(:numbers, :said) AS n (number, said)
    ON CONFLICT DO NOTHING
    """
).bindparams(
    bindparam("campaign_id", type_=Uuid),
    bindparam("numbers", type_=ARRAY(Integer)),
    bindparam("said", type_=ARRAY(LargeBinary)),
)
FORGET: Final = text("DELETE FROM analysis.figure_due WHERE id = ANY(:ids)").bindparams(
    bindparam("ids", type_=ARRAY(BigInteger))
)
HOLD: Final = text("UPDATE analysis.figure_due SET held = true WHERE id = ANY(:ids) AND NOT held").bindparams(
    bindparam("ids", type_=ARRAY(BigInteger))
)

#: Sets of several pieces: piece and key → members, bit 0 being the first number of the piece.
Sets = Mapping[tuple[int, Key], int]


class Due(NamedTuple):
    """Row → response. `new`: not looked at yet; `held`: looked at, and waiting for more."""

    new: dict[int, UUID]
    held: dict[int, UUID]

    @property
    def response_ids(self) -> list[UUID]:
        """Each once."""
        return list(dict.fromkeys([*self.new.values(), *self.held.values()]))


async def due_campaigns(session: AsyncSession) -> Sequence[UUID]:
    """Those with something that nobody looked at yet."""
    return (await session.scalars(DUE_CAMPAIGNS)).all()


async def campaigns_with_figures(session: AsyncSession) -> Sequence[UUID]:
    """Also those of which a response was heard before anything else."""
    return (await session.scalars(select(Response.campaign_id).distinct())).all()


async def read_due(session: AsyncSession, campaign_id: UUID, most: int) -> Due:
    """What is due longest, so many rows; and as many of what is held, the newest: it never keeps others waiting."""
    query = select(FigureDue.id, FigureDue.response_id).where(FigureDue.campaign_id == campaign_id).limit(most)
    new = await session.execute(query.where(~FigureDue.held).order_by(FigureDue.id))
    held = await session.execute(query.where(FigureDue.held).order_by(FigureDue.id.desc()))
    return Due(dict(new.all()), dict(held.all()))


async def settle_due(session: AsyncSession, due: Due, left: Collection[UUID]) -> None:
    """Forgets all of it but for the responses that are left for later: these are held, a row each."""
    rows = {one: row for row, one in (due.held | due.new).items() if one in left}
    await session.execute(FORGET, {"ids": list((due.new.keys() | due.held.keys()) - set(rows.values()))})
    await session.execute(HOLD, {"ids": list(rows.values())})


async def owe_all(session: AsyncSession, campaign_id: UUID) -> int:
    """Makes everything due that there is, and what there was: to make the sets anew. Returns how much that is."""
    kept = select(Response.campaign_id, Response.id).where(Response.campaign_id == campaign_id)
    numbered = select(FigureEntry.campaign_id, FigureEntry.response_id).where(FigureEntry.campaign_id == campaign_id)
    owed = insert(FigureDue).from_select(["campaign_id", "response_id"], union(kept, numbered))
    return len((await session.scalars(owed.returning(FigureDue.id))).all())


async def hold_state(session: AsyncSession, campaign_id: UUID, secret: bytes) -> FigureState | None:
    """The campaign's row, made with this secret where there is none; None while somebody else folds."""
    row = {
        "campaign_id": campaign_id,
        "revision": 0,
        "secret": secret,
        "next_number": 0,
        "heard_count": 0,
        "opened": {},
    }
    await session.execute(insert(FigureState).values(row).on_conflict_do_nothing())
    query = select(FigureState).where(FigureState.campaign_id == campaign_id)
    return await session.scalar(query.with_for_update(skip_locked=True))


async def read_entries(session: AsyncSession, response_ids: Sequence[UUID]) -> dict[UUID, Entry]:
    """Of those that have one."""
    return await _entries(session, FigureEntry.response_id == any_(literal(response_ids, ARRAY(Uuid))))


async def read_numbered(session: AsyncSession, campaign_id: UUID, numbers: Sequence[int]) -> dict[UUID, Entry]:
    own = (FigureEntry.campaign_id == campaign_id, FigureEntry.number == any_(literal(numbers, ARRAY(Integer))))
    return await _entries(session, *own)


async def write_entries(session: AsyncSession, campaign_id: UUID, turnover: Turnover) -> None:
    if turnover.dropped:
        await session.execute(delete(FigureEntry).where(FigureEntry.response_id.in_(turnover.dropped)))
    if turnover.entries:
        values: dict[str, Any] = {
            "campaign_id": campaign_id,
            "ids": list(turnover.entries),
            "numbers": [entry.number for entry in turnover.entries.values()],
            "seen": [entry.seen for entry in turnover.entries.values()],
        }
        await session.execute(ENTER, values)


async def read_steps(session: AsyncSession, campaign_id: UUID, numbers: Collection[int]) -> dict[int, set[bytes]]:
    """What the people with these numbers said before what they say."""
    own = (FigureStep.campaign_id == campaign_id, FigureStep.number == any_(literal(list(numbers), ARRAY(Integer))))
    found: dict[int, set[bytes]] = {}
    for row in await session.execute(select(FigureStep.number, FigureStep.said).where(*own)):
        found.setdefault(row.number, set()).add(row.said)
    return found


async def write_steps(
    session: AsyncSession, campaign_id: UUID, before: Mapping[int, bytes], left: Collection[int]
) -> None:
    """`before`: number → what was said until now. `left`: numbers that stand for nobody any more."""
    if left:
        gone = FigureStep.number == any_(literal(list(left), ARRAY(Integer)))
        await session.execute(delete(FigureStep).where(FigureStep.campaign_id == campaign_id, gone))
    if before:
        values = {"campaign_id": campaign_id, "numbers": list(before), "said": list(before.values())}
        await session.execute(STEP, values)


async def read_look(session: AsyncSession, campaign_id: UUID, side: str, shown: int) -> int | None:
    """How often people had said something else when exactly these were shown last; None if they never were."""
    return await session.scalar(
        select(FigureLook.said_count).filter_by(campaign_id=campaign_id, side=side, shown=_look_of(shown))
    )


async def note_look(session: AsyncSession, state: FigureState, side: str, shown: int) -> None:
    """Others are shown from now on."""
    row = {"campaign_id": state.campaign_id, "side": side, "shown": _look_of(shown), "said_count": state.said_count}
    look = insert(FigureLook).values(row)
    renewed = {"said_count": look.excluded.said_count}
    await session.execute(look.on_conflict_do_update(constraint="pk_figure_look", set_=renewed))


async def read_said(session: AsyncSession, response_ids: Collection[UUID]) -> dict[UUID, Said]:
    """Of those that count."""
    rows = await session.execute(SAID, {"ids": list(response_ids)})
    return {row.id: _said(row) for row in rows}


async def read_rankings(session: AsyncSession, campaign_id: UUID) -> frozenset[str]:
    query = select(Question.key).where(Question.campaign_id == campaign_id, Question.kind == "ranking")
    return frozenset(await session.scalars(query))


async def read_pieces(session: AsyncSession, campaign_id: UUID, chunks: Collection[int]) -> dict[int, dict[Key, int]]:
    query = select(Figure.chunk, Figure.facet, Figure.value, Figure.members)
    found: dict[int, dict[Key, int]] = {}
    for row in await session.execute(query.where(Figure.campaign_id == campaign_id, Figure.chunk.in_(chunks))):
        found.setdefault(row.chunk, {})[row.facet, row.value] = int.from_bytes(row.members, "little")
    return found


async def read_sides(session: AsyncSession, campaign_id: UUID, facet: str) -> dict[str, int]:
    """Of one of the sets' own facets: side → members, as one number."""
    query = select(Figure.chunk, Figure.value, Figure.members)
    rows = await session.execute(query.where(Figure.campaign_id == campaign_id, Figure.facet == facet))
    pieces: dict[str, list[tuple[int, bytes]]] = {}
    for row in rows:
        pieces.setdefault(row.value, []).append((row.chunk, row.members))
    return {side: joined(found) for side, found in pieces.items()}


async def write_pieces(session: AsyncSession, campaign_id: UUID, revision: int, sets: Sets) -> None:
    if not sets:
        return
    values: dict[str, Any] = {
        "campaign_id": campaign_id,
        "revision": revision,
        "chunks": [chunk for chunk, _ in sets],
        "facets": [facet for _, (facet, _) in sets],
        "values": [value for _, (_, value) in sets],
        "members": [kept(members) for members in sets.values()],
    }
    await session.execute(WRITE, values)


async def _entries(session: AsyncSession, *own: ColumnElement[bool]) -> dict[UUID, Entry]:
    rows = await session.execute(select(FigureEntry.response_id, FigureEntry.number, FigureEntry.seen).where(*own))
    return {row.response_id: Entry(row.number, row.seen) for row in rows}


def _look_of(shown: int) -> bytes:
    return hashlib.blake2b(kept(shown), digest_size=8).digest()


def _said(row: Any) -> Said:
    return Said(
        side=row.side,
        channel=str(row.channel_id),
        language=row.language,
        day=row.day.isoformat(),
        version=str(row.questionnaire_id or ""),
        source=row.source,
        closed={answer["question"]: answer["values"] for answer in row.closed},
        texts=tuple(row.texts),
        tags=tuple(tuple(tag.split(" ")) for tag in row.tags),
        topics=tuple(row.topics),
    )
