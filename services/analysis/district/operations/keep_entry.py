"""Adding an entry, stating facts of it, confirming and removing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Confidence, Entry, Source, Value, confirmed, stated
from services.analysis.district.domain.kinds import Kind
from services.analysis.district.storage import entries
from services.analysis.district.storage.entries import Act, Verb
from services.analysis.district.storage.ways import settle_hints
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


class Statement(msgspec.Struct, frozen=True):
    """What is said about an entry, and who says so how surely. An empty value takes a fact away."""

    values: Mapping[str, Value]
    source: Source
    confidence: Confidence = "medium"
    note: str = ""


async def add_entry(
    session: AsyncSession,
    district: str,
    kind: Kind,
    said: Statement,
    by: SignedIn | None,
    at: datetime,
    *,
    entry_id: UUID | None = None,
    batch_id: UUID | None = None,
) -> Entry:
    """`entry_id`: where it has one already, so that the same twice is one."""
    bare = Entry(entry_id or random_id(), district, kind, {})
    entry = stated(bare, said.values, said.source, at, said.confidence, said.note)
    await entries.add(session, entry, Act("imported" if batch_id else "added", said.source, at, by, batch_id))
    await _record(session, by, "entry.added", entry, tuple(entry.facts))
    return entry


async def state_facts(
    session: AsyncSession,
    entry: Entry,
    said: Statement,
    by: SignedIn | None,
    at: datetime,
    *,
    batch_id: UUID | None = None,
) -> Entry:
    """The entry, read under a lock by the caller, with what is said; doubts of residents are settled by it."""
    spoken = stated(entry, said.values, said.source, at, said.confidence, said.note)
    after = msgspec.structs.replace(spoken, doubt_count=0)
    verb: Verb = "imported" if batch_id else "changed"
    changed = await entries.change(session, entry, after, Act(verb, said.source, at, by, batch_id))
    await settle_hints(session, entry.id, at)
    if changed is not entry:
        await _record(session, by, "entry.changed", entry, tuple(said.values))
    return changed


async def confirm_entry(
    session: AsyncSession,
    entry: Entry,
    source: Source,
    by: SignedIn | None,
    at: datetime,
    fields: Iterable[str] | None = None,
) -> Entry:
    """All facts, or these, are still right; doubts of residents are settled by it."""
    after = msgspec.structs.replace(confirmed(entry, at, fields), doubt_count=0)
    changed = await entries.change(session, entry, after, Act("confirmed", source, at, by))
    await settle_hints(session, entry.id, at)
    await _record(session, by, "entry.confirmed", entry)
    return changed


async def remove_entry(session: AsyncSession, entry: Entry, by: SignedIn, at: datetime) -> Entry:
    after = msgspec.structs.replace(entry, state="removed")
    changed = await entries.change(session, entry, after, Act("removed", "staff", at, by))
    await _record(session, by, "entry.removed", entry)
    return changed


async def _record(
    session: AsyncSession, by: SignedIn | None, verb: str, entry: Entry, fields: tuple[str, ...] = ()
) -> None:
    """The audit trail is of staff; what organisations say by their own link stands in the entry's history."""
    if by:
        after = {"kind": entry.kind, **({"fields": list(fields)} if fields else {})}
        await record_change(session, by, verb, entry.id, after)
