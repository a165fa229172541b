"""The inventory as it is kept: read whole, since everything about it is a relation between its entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, Literal, NamedTuple
from uuid import UUID
from weakref import WeakKeyDictionary

import msgspec
from sqlalchemy import Text, cast, func, literal_column, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Diff, Entry, Fact, Inventory, Source, compare
from services.analysis.district.storage import tables
from shared.kit.ids import ordered_id
from shared.staff.domain.roles import SignedIn

Verb = Literal["added", "changed", "confirmed", "removed", "merged", "restored", "imported", "undone"]
_FACTS: Final = msgspec.json.Decoder(dict[str, Fact])
#: Which state of an inventory it is: its revision, and which transaction wrote that, since another database behind the
#: same address may have come as far.
Stamp = tuple[int, str]
#: What this process read last, by database and district: ten thousand facts take longer to read than to use.
_READ: Final[WeakKeyDictionary[Any, dict[str, tuple[Stamp, Inventory]]]] = WeakKeyDictionary()
ROW: Final = tables.Entry
_COLUMNS: Final = (
    ROW.id,
    ROW.district,
    ROW.kind,
    cast(ROW.facts, Text).label("facts"),
    ROW.state,
    ROW.merged_into,
    ROW.edition,
    ROW.seen_at,
    ROW.doubt_count,
    ROW.code,
)


class Act(NamedTuple):
    """Who does what to an entry. `by` None: an organisation by its own link, or the command line."""

    verb: Verb
    source: Source
    at: datetime
    by: SignedIn | None = None
    batch_id: UUID | None = None


async def read_inventory(session: AsyncSession, district: str) -> Inventory:
    """Whatever was changed before this transaction began; the same object as long as nothing changes."""
    stamp = await _stamp(session, district)
    read = _READ.setdefault(session.get_bind(), {})
    if district not in read or read[district][0] != stamp:
        rows = await session.execute(select(*_COLUMNS).where(ROW.district == district))
        read[district] = stamp, Inventory(district, [_entry(row) for row in rows], stamp[0])
    return read[district][1]


async def _stamp(session: AsyncSession, district: str) -> Stamp:
    row = tables.InventoryRevision
    written_by = literal_column("xmin::text", type_=Text())
    query = select(row.revision, written_by).where(row.district == district)
    found = (await session.execute(query)).one_or_none()
    return (found[0], found[1]) if found else (0, "")


async def find_entry(session: AsyncSession, entry_id: UUID, *, lock: bool = False) -> Entry | None:
    query = select(*_COLUMNS).where(ROW.id == entry_id)
    row = (await session.execute(query.with_for_update() if lock else query)).one_or_none()
    return _entry(row) if row else None


async def find_by_code(session: AsyncSession, code: str) -> Entry | None:
    row = (await session.execute(select(*_COLUMNS).where(ROW.code == code))).one_or_none()
    return _entry(row) if row else None


async def add(session: AsyncSession, entry: Entry, act: Act) -> None:
    """A new entry, with the change that made it."""
    await session.execute(insert(ROW).values(id=entry.id, **_values(entry)))
    nothing = msgspec.structs.replace(entry, facts={}, state="removed", merged_into=None)
    await _note(session, nothing, entry, act)


async def change(session: AsyncSession, before: Entry, after: Entry, act: Act) -> Entry:
    """The entry as it is now; nothing is written when nothing differs. `before` was read under a lock."""
    tapped = (before.seen_at, before.doubt_count, before.code) != (after.seen_at, after.doubt_count, after.code)
    if compare(before, after) is None and not tapped:
        return before
    grown = msgspec.structs.replace(after, edition=before.edition + 1)
    await session.execute(update(ROW).where(ROW.id == before.id).values(**_values(grown)))
    await _note(session, before, grown, act)
    return grown


async def mark_undone(session: AsyncSession, change_id: UUID, at: datetime) -> None:
    await session.execute(update(tables.EntryChange).where(tables.EntryChange.id == change_id).values(undone_at=at))


async def grow(session: AsyncSession, district: str) -> None:
    """The inventory is another one from now on."""
    new = insert(tables.InventoryRevision).values(district=district, revision=1)
    grown = {"revision": tables.InventoryRevision.revision + 1}
    await session.execute(new.on_conflict_do_update(index_elements=["district"], set_=grown))


async def districts_with_entries(session: AsyncSession) -> Mapping[str, int]:
    """District → live entries."""
    query = select(ROW.district, func.count().label("live")).where(ROW.state == "live").group_by(ROW.district)
    return {row.district: row.live for row in await session.execute(query)}


async def _note(session: AsyncSession, before: Entry, after: Entry, act: Act) -> None:
    await grow(session, after.district)
    differing = compare(before, after)
    if differing is None:
        return
    old, new = differing
    row = {
        "id": ordered_id(),
        "entry_id": after.id,
        "district": after.district,
        "edition": after.edition,
        "verb": act.verb,
        "source": act.source,
        "at": act.at,
        "by": act.by.account_id if act.by else None,
        "batch_id": act.batch_id,
        "before": msgspec.to_builtins(old),
        "after": msgspec.to_builtins(new),
    }
    await session.execute(insert(tables.EntryChange).values(row))


def _values(entry: Entry) -> dict[str, Any]:
    return {
        "district": entry.district,
        "kind": entry.kind,
        "name": entry.name,
        "facts": msgspec.to_builtins(dict(entry.facts)),
        "state": entry.state,
        "merged_into": entry.merged_into,
        "edition": entry.edition,
        "code": entry.code or None,
        "seen_at": entry.seen_at,
        "doubt_count": entry.doubt_count,
    }


def _entry(row: Any) -> Entry:
    return Entry(
        row.id,
        row.district,
        row.kind,
        _FACTS.decode(row.facts),
        row.state,
        row.merged_into,
        row.edition,
        row.seen_at,
        row.doubt_count,
        row.code or "",
    )


class Change(msgspec.Struct, frozen=True):
    """One line of the history. `by`: the account, None for an organisation's own link, residents, the command line."""

    id: UUID
    entry_id: UUID
    edition: int
    verb: Verb
    source: Source
    at: datetime
    by: UUID | None
    batch_id: UUID | None
    before: Diff
    after: Diff
    undone_at: datetime | None


async def changes_of(session: AsyncSession, entry_id: UUID) -> list[Change]:
    """The newest first."""
    return await _changes(session, tables.EntryChange.entry_id == entry_id)


async def newest_changes(session: AsyncSession, district: str, most: int) -> list[Change]:
    return await _changes(session, tables.EntryChange.district == district, most)


async def changes_of_batch(session: AsyncSession, batch_id: UUID) -> list[Change]:
    """The newest first."""
    return await _changes(session, tables.EntryChange.batch_id == batch_id)


async def find_change(session: AsyncSession, change_id: UUID) -> Change | None:
    found = await _changes(session, tables.EntryChange.id == change_id)
    return found[0] if found else None


async def _changes(session: AsyncSession, which: Any, most: int | None = None) -> list[Change]:
    change = tables.EntryChange
    rows: Iterable[tables.EntryChange] = await session.scalars(
        select(change).where(which).order_by(change.at.desc(), change.id.desc()).limit(most)
    )
    return [msgspec.convert(row, Change, from_attributes=True) for row in rows]


async def ids_elsewhere(session: AsyncSession, district: str, typed: Iterable[str]) -> set[str]:
    """Those of the ids that entries of other districts have."""
    ids = [found for one in typed if (found := _id(one))]
    rows = await session.scalars(select(ROW.id).where(ROW.id.in_(ids), ROW.district != district))
    return {str(one) for one in rows}


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
