"""Putting what changed into the campaign's sets: one transaction per batch, one folder per campaign at a time."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import partial, reduce
from operator import or_
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.folding import CHUNK, PUBLIC, VALID, Key, keys_of, place_of, publish, rewrite
from services.analysis.results.storage.figures_rows import (
    Sets,
    campaigns_with_figures,
    due_campaigns,
    forget_due,
    hold_state,
    number_all,
    owe_all,
    pieces_of,
    read_due,
    read_pieces,
    read_rankings,
    read_said,
    read_sides,
    write_pieces,
)
from services.analysis.results.storage.figures_tables import FigureState
from services.analysis.storage.sides import SIDES
from shared.kit.storage import Database

#: Things due that are folded together.
BATCH: Final = 4_000
Wanted = Mapping[int, Collection[Key]]


class Folded(msgspec.Struct, frozen=True):
    """`sets`: those that change, `public`: who is counted from now on, by side. `left`: what waits for more."""

    sets: Mapping[tuple[int, Key], int]
    public: Mapping[str, int]
    left: frozenset[int] = frozenset()


class Before(msgspec.Struct, frozen=True):
    """The pieces that are touched, and by side who may be counted and who is."""

    pieces: Sets
    valid: Mapping[str, int]
    public: Mapping[str, int]


class Written(NamedTuple):
    """`sets`: those that change. `valid`: by side who may be counted then. `moved`: whose values changed."""

    sets: dict[tuple[int, Key], int]
    valid: Mapping[str, int]
    moved: int


async def fold_due(database: Database, waits: dict[UUID, int] | None = None) -> int:
    """Folds what is due in all campaigns, a batch per transaction; returns how many responses that were.

    `waits`: campaign → the newest of what is left until more comes; what nothing was added to is passed over.
    """
    waits = {} if waits is None else waits
    total = 0
    for campaign_id, newest in (await database.run(due_campaigns)).items():
        while waits.get(campaign_id) != newest:
            done = await database.run(partial(fold_campaign, campaign_id=campaign_id))
            if done is None:
                break
            total += done
            if not done:
                waits[campaign_id] = newest
    return total


async def rebuild_figures(database: Database) -> int:
    """Makes the figures of all campaigns anew from what responses say; returns how many responses that were."""
    for campaign_id in await database.run(campaigns_with_figures):
        await database.run(partial(owe_all, campaign_id=campaign_id))
    return await fold_due(database)


async def fold_campaign(session: AsyncSession, campaign_id: UUID) -> int | None:
    """Folds what is due longest; returns how much of it is done. 0: nothing, or all that is left waits for more.

    None while somebody else folds.

    Changes that fewer than five would be seen to make stay due; who came and who left is folded at once.
    """
    state = await hold_state(session, campaign_id, secrets.token_bytes(32))
    if state is None:
        return None
    due = await read_due(session, campaign_id, BATCH)
    if not due.ids:
        return 0
    state.heard_count += len(due.ids)
    known = state.next_number
    numbers = await number_all(session, state, due.response_ids)
    wanted = await _wanted(session, campaign_id, numbers)
    before = await _before(session, campaign_id, wanted)
    folded = fold(before, wanted, known)
    await _write(session, state, before, folded)
    await forget_due(session, due, {one for one, number in numbers.items() if number in folded.left})
    return len(wanted) - len(folded.left)


def fold(before: Before, wanted: Wanted, known: int) -> Folded:
    """The sets with these responses in them as they are wanted; none for what does not count. From number `known` on
    they are new.

    Where fewer than five would be seen to change, only who came and who left is folded, and the rest is left.
    """
    written = _write_into(before, wanted)
    public = _publish(before, written, insist=False)
    if public:
        return Folded(written.sets, public)
    left = _would_be_seen(before, written, {number for number, keys in wanted.items() if keys and number < known})
    written = _write_into(before, {number: keys for number, keys in wanted.items() if number not in left})
    public = _publish(before, written, insist=True)
    assert public, "with insistence there is always a way"
    return Folded(written.sets, public, left)


def _would_be_seen(before: Before, written: Written, numbers: Collection[int]) -> frozenset[int]:
    """Of these those that are counted and change, and those that count again."""
    valid, public = (reduce(or_, sides.values(), 0) for sides in (before.valid, before.public))
    seen = written.moved & (public | ~valid)
    return frozenset(number for number in numbers if seen >> number & 1)


def _write_into(before: Before, wanted: Wanted) -> Written:
    sets: dict[tuple[int, Key], int] = {}
    valid, moved = dict(before.valid), 0
    for chunk, bits in _by_chunk(wanted).items():
        piece = {key: one for (at, key), one in before.pieces.items() if at == chunk and key[0] != PUBLIC}
        changed, moved_here = rewrite(piece, bits)
        sets |= {(chunk, key): members for key, members in changed.items()}
        moved |= moved_here << chunk * CHUNK
        for (_, side), members in ((key, one) for key, one in changed.items() if key[0] == VALID):
            valid[side] = valid.get(side, 0) ^ (piece.get((VALID, side), 0) ^ members) << chunk * CHUNK
    return Written(sets, valid, moved)


def _publish(before: Before, written: Written, *, insist: bool) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for side in SIDES:
        after = publish(written.valid.get(side, 0), before.public.get(side, 0), written.moved, insist=insist)
        if after is None:
            return None
        found[side] = after
    return found


async def _wanted(session: AsyncSession, campaign_id: UUID, numbers: Mapping[UUID, int]) -> dict[int, set[Key]]:
    """Number → the sets it belongs in; none for what does not count."""
    said = await read_said(session, numbers.keys())
    rankings = await read_rankings(session, campaign_id)
    return {number: keys_of(said[one], rankings) if one in said else set() for one, number in numbers.items()}


async def _before(session: AsyncSession, campaign_id: UUID, wanted: Wanted) -> Before:
    return Before(
        await read_pieces(session, campaign_id, {place_of(number)[0] for number in wanted}),
        await read_sides(session, campaign_id, VALID),
        await read_sides(session, campaign_id, PUBLIC),
    )


def _by_chunk(wanted: Wanted) -> dict[int, dict[int, Collection[Key]]]:
    found: dict[int, dict[int, Collection[Key]]] = defaultdict(dict)
    for number, keys in wanted.items():
        chunk, bit = place_of(number)
        found[chunk][bit] = keys
    return found


async def _write(session: AsyncSession, state: FigureState, before: Before, folded: Folded) -> None:
    sets = dict(folded.sets)
    for side, members in folded.public.items():
        pieces = pieces_of(members, before.public.get(side, 0))
        sets |= {(chunk, (PUBLIC, side)): piece for chunk, piece in pieces.items()}
    if sets:
        state.revision += 1
        await write_pieces(session, state.campaign_id, state.revision, sets)
