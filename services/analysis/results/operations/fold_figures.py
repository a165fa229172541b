"""Putting what changed into the campaign's sets: one transaction per batch, one folder per campaign at a time."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import partial
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.disclosure import FEWEST, STEP
from services.analysis.results.domain.fives import (
    Entry,
    Register,
    Turnover,
    disband,
    numbers_of,
    seat,
    turn_over,
    whole,
)
from services.analysis.results.domain.folding import (
    CHUNK,
    VALID,
    Key,
    Piece,
    Said,
    digest_of,
    keys_of,
    place_of,
    rewrite,
    says,
)
from services.analysis.results.storage.figures_rows import (
    campaigns_with_figures,
    due_campaigns,
    hold_state,
    note_look,
    owe_all,
    read_due,
    read_entries,
    read_look,
    read_numbered,
    read_pieces,
    read_rankings,
    read_said,
    read_sides,
    read_steps,
    settle_due,
    write_entries,
    write_pieces,
    write_steps,
)
from services.analysis.results.storage.figures_tables import FigureState
from services.analysis.storage.sides import SIDES
from shared.kit.storage import Database

#: Things due that are folded together; and those held, and those waiting, that are looked at along with them.
BATCH: Final = 4_000
Wanted = Mapping[int, Collection[Key]]


class Folded(msgspec.Struct, frozen=True):
    """`sets`: those that change. `shown`: side → who was shown and who is from now on, where that is not the same.

    `before`: of people who are shown and say something else from now on, what they said until now. `left`: what waits
    for more.
    """

    sets: Mapping[tuple[int, Key], int]
    shown: Mapping[str, tuple[int, int]] = {}
    before: Mapping[int, bytes] = {}
    left: frozenset[int] = frozenset()


class Before(msgspec.Struct, frozen=True):
    """The pieces that are touched, by side who may be counted, and what people said before what they say."""

    pieces: Mapping[int, Piece]
    valid: Mapping[str, int]
    said: Mapping[int, Collection[bytes]] = {}

    def piece(self, chunk: int) -> Piece:
        return self.pieces.get(chunk, {})


class Written(NamedTuple):
    """`sets`: those that change. `valid`: by side who may be counted then. `moved`: whose values changed."""

    sets: dict[tuple[int, Key], int]
    valid: Mapping[str, int]
    moved: int


async def fold_due(database: Database) -> int:
    """Folds what is due in all campaigns, a batch per transaction; returns how many responses that were."""
    total = 0
    for campaign_id in await database.run(due_campaigns):
        while count := await database.run(partial(fold_campaign, campaign_id=campaign_id)):
            total += count
    return total


async def rebuild_figures(database: Database) -> int:
    """Makes the figures of all campaigns anew from what responses say; returns how many responses that were."""
    for campaign_id in await database.run(campaigns_with_figures):
        await database.run(partial(owe_all, campaign_id=campaign_id))
    return await fold_due(database)


async def fold_campaign(session: AsyncSession, campaign_id: UUID) -> int:
    """Looks at what is due longest; returns how many responses that is. 0: nothing, or somebody else folds.

    Changes that fewer than five would be seen to make are held, and looked at again along with what comes later; who
    came and who left is folded at once.
    """
    state = await hold_state(session, campaign_id, secrets.token_bytes(32))
    if state is None:
        return 0
    due = await read_due(session, campaign_id, BATCH)
    if not due.new:
        return 0
    state.heard_count += len(due.new)
    valid = await read_sides(session, campaign_id, VALID)
    rankings = await read_rankings(session, campaign_id)
    register = Register(valid, state.opened, state.next_number)
    said = await read_said(session, due.response_ids)
    known = await read_entries(session, due.response_ids)
    turnover = turn_over(register, due.response_ids, {one: told.side for one, told in said.items()}, known)
    waiting = await _waiting(session, campaign_id, turnover.register)
    said |= await read_said(session, {one for found in waiting.values() for one in found})
    seated = seat(turnover, {side: _of_side(side, found, said) for side, found in waiting.items()})
    folded = await _fold(session, campaign_id, wanted_of(known, seated, said, rankings), valid)
    while members := await _shown_again(session, state, folded):
        people = await read_numbered(session, campaign_id, numbers_of(members, STEP))
        known, said = known | people, said | await read_said(session, people.keys())
        seated = disband(seated, people)
        folded = await _fold(session, campaign_id, wanted_of(known, seated, said, rankings), valid)
    await _write(session, state, seated, folded)
    await settle_due(session, due, {one for one, entry in known.items() if entry.number in folded.left})
    return len(set(due.new.values()))


def wanted_of(
    known: Mapping[UUID, Entry], seated: Turnover, said: Mapping[UUID, Said], rankings: Collection[str]
) -> dict[int, Collection[Key]]:
    """Number → the sets it belongs in; none for what does not count."""
    entries = {one: entry for one, entry in known.items() if one not in seated.dropped}
    entries.update(seated.entries)
    keys = {entry.number: keys_of(said[one], rankings) for one, entry in entries.items() if one in said}
    return {number: keys.get(number, ()) for number in seated.left.union(entry.number for entry in entries.values())}


def fold(before: Before, wanted: Wanted) -> Folded:
    """The sets with these responses in them as they are wanted; none for what does not count.

    Where others are shown than before, those are five or more. Where the same are, five at least say what they never
    said before, or nobody says anything else: so this view differs by five from every one before.
    """
    written = _write_into(before, wanted)
    shown = {side: (whole(before.valid.get(side, 0)), whole(written.valid.get(side, 0))) for side in SIDES}
    changed = {side: numbers_of(written.moved & then & now) for side, (then, now) in shown.items()}
    moved: dict[str, tuple[int, int]] = {side: both for side, both in shown.items() if both[0] != both[1]}
    few = [side for side in changed.keys() - moved.keys() if _fresh_count(before, wanted, changed[side]) < FEWEST]
    left = frozenset(number for side in few for number in changed.pop(side))
    if left:
        written = _write_into(before, {number: keys for number, keys in wanted.items() if number not in left})
    said = {number: _said(before, number) for numbers in changed.values() for number in numbers}
    return Folded(written.sets, moved, said, left)


def _fresh_count(before: Before, wanted: Wanted, numbers: Collection[int]) -> int:
    return sum(digest_of(wanted[number]) not in before.said.get(number, ()) for number in numbers)


def _said(before: Before, number: int) -> bytes:
    chunk, bit = place_of(number)
    return digest_of(says(before.piece(chunk), bit))


def _write_into(before: Before, wanted: Wanted) -> Written:
    sets: dict[tuple[int, Key], int] = {}
    valid, moved = dict(before.valid), 0
    for chunk, bits in _by_chunk(wanted).items():
        piece = before.piece(chunk)
        changed, moved_here = rewrite(piece, bits)
        sets |= {(chunk, key): members for key, members in changed.items()}
        moved |= moved_here << chunk * CHUNK
        for (_, side), members in ((key, one) for key, one in changed.items() if key[0] == VALID):
            valid[side] = valid.get(side, 0) ^ (piece.get((VALID, side), 0) ^ members) << chunk * CHUNK
    return Written(sets, valid, moved)


async def _fold(session: AsyncSession, campaign_id: UUID, wanted: Wanted, valid: Mapping[str, int]) -> Folded:
    pieces = await read_pieces(session, campaign_id, {place_of(number)[0] for number in wanted})
    return fold(Before(pieces, valid, await read_steps(session, campaign_id, wanted)), wanted)


async def _shown_again(session: AsyncSession, state: FigureState, folded: Folded) -> int:
    """Who would be shown as they were before, and not say the same any more; none if that is not so."""
    for side, (_, now) in folded.shown.items():
        then = await read_look(session, state.campaign_id, side, now) if now else None
        if then is not None and (folded.before or then != state.said_count):
            return now
    return 0


async def _waiting(session: AsyncSession, campaign_id: UUID, register: Register) -> dict[str, dict[UUID, Entry]]:
    """By side those who might be put in another five."""
    return {
        side: await read_numbered(session, campaign_id, numbers)
        for side in register.valid
        if (numbers := register.waiting(side, BATCH))
    }


def _of_side(side: str, entries: Mapping[UUID, Entry], said: Mapping[UUID, Said]) -> dict[UUID, Entry]:
    """Who has left meanwhile is due, and met then."""
    return {one: entry for one, entry in entries.items() if one in said and said[one].side == side}


def _by_chunk(wanted: Wanted) -> dict[int, dict[int, Collection[Key]]]:
    found: dict[int, dict[int, Collection[Key]]] = defaultdict(dict)
    for number, keys in wanted.items():
        chunk, bit = place_of(number)
        found[chunk][bit] = keys
    return found


async def _write(session: AsyncSession, state: FigureState, seated: Turnover, folded: Folded) -> None:
    state.opened, state.next_number = dict(seated.register.opened), seated.register.next_number
    await write_entries(session, state.campaign_id, seated)
    if folded.sets:
        state.revision += 1
        await write_pieces(session, state.campaign_id, state.revision, folded.sets)
    for side, (then, _) in folded.shown.items():
        await note_look(session, state, side, then)
    if folded.before:
        state.said_count += 1
    await write_steps(session, state.campaign_id, folded.before, seated.left)
