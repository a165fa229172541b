"""Entries and their facts: each fact has a source, an age and a confidence, and every change can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, TypeVar
from uuid import UUID

import msgspec

from services.analysis.district.domain.kinds import FIELDS, REFERS, Kind
from services.analysis.district.domain.times import Slot, unpack_slot

T = TypeVar("T")
#: Who says so. `residents`: somebody who stood in front of the code and tapped.
Source = Literal["staff", "organisation", "import", "public", "conversation", "residents"]
SOURCES: tuple[Source, ...] = ("conversation", "organisation", "public", "staff", "import", "residents")
Confidence = Literal["high", "medium", "low"]
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")
State = Literal["live", "merged", "removed"]
#: A text or key, a number, or several keys, ids of entries, or times (see times.pack_slot).
Value = str | float | tuple[str, ...]


class Fact(msgspec.Struct, frozen=True, omit_defaults=True):
    """`note`: where exactly it comes from. `recorded_at`: when this value was first written down."""

    value: Value
    source: Source
    recorded_at: datetime
    confirmed_at: datetime
    confidence: Confidence = "medium"
    note: str = ""


class Entry(msgspec.Struct, frozen=True):
    """One thing of a district. `seen_at`, `doubt_count`: what residents tapped since it was last confirmed.

    `code`: behind its QR, if it has one.
    """

    id: UUID
    district: str
    kind: Kind
    facts: Mapping[str, Fact]
    state: State = "live"
    merged_into: UUID | None = None
    edition: int = 1
    seen_at: datetime | None = None
    doubt_count: int = 0
    code: str = ""

    @property
    def name(self) -> str:
        """Of a cooperation: what it is about; whom it is between stands beside it."""
        return self.line("name") or self.line("about")

    def line(self, key: str) -> str:
        fact = self.facts.get(key)
        return fact.value if fact and isinstance(fact.value, str) else ""

    def number(self, key: str) -> float | None:
        fact = self.facts.get(key)
        return float(fact.value) if fact and isinstance(fact.value, int | float) else None

    def keys(self, key: str) -> tuple[str, ...]:
        fact = self.facts.get(key)
        return fact.value if fact and isinstance(fact.value, tuple) else ()

    def refs(self, key: str) -> tuple[UUID, ...]:
        return tuple(UUID(one) for one in self.keys(key))

    def slots(self, key: str) -> tuple[Slot, ...]:
        return tuple(unpack_slot(one) for one in self.keys(key))

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude."""
        parts = self.line("point").split(",")
        return (float(parts[0]), float(parts[1])) if len(parts) == 2 else None


class Diff(msgspec.Struct, frozen=True, omit_defaults=True):
    """One side of a change: the facts that changed as they stood there, None where there was none."""

    facts: dict[str, Fact | None] = {}
    state: State | None = None
    merged_into: UUID | None = None


def compare(before: Entry, after: Entry) -> tuple[Diff, Diff] | None:
    """What differs, before and after; None when nothing does."""
    keys = [key for key in {**before.facts, **after.facts} if before.facts.get(key) != after.facts.get(key)]
    moved = (before.state, before.merged_into) != (after.state, after.merged_into)
    if not keys and not moved:
        return None
    old, new = (
        Diff(
            {key: one.facts.get(key) for key in keys},
            one.state if moved else None,
            one.merged_into if moved else None,
        )
        for one in (before, after)
    )
    return old, new


def taken_back(entry: Entry, before: Diff, after: Diff) -> Entry:
    """The entry without a change; what was changed once more since then stays as it is."""
    facts = dict(entry.facts)
    for key, old in before.facts.items():
        if facts.get(key) == after.facts.get(key):
            facts.pop(key, None)
            if old is not None:
                facts[key] = old
    moved = after.state is not None and (entry.state, entry.merged_into) == (after.state, after.merged_into)
    state, merged_into = (before.state or "removed", before.merged_into) if moved else (entry.state, entry.merged_into)
    return msgspec.structs.replace(entry, facts=facts, state=state, merged_into=merged_into)


def stated(
    entry: Entry, values: Mapping[str, Value], source: Source, at: datetime, confidence: Confidence, note: str = ""
) -> Entry:
    """The entry with these values. A value that stays is confirmed, one that changes gets a new source and age.

    Fields that are not among the values stay as they are; an empty value takes a fact away.
    """
    facts = dict(entry.facts)
    for key, value in values.items():
        known = facts.pop(key, None)
        if value in ("", ()):
            continue
        if known and known.value == value:
            facts[key] = msgspec.structs.replace(known, confirmed_at=at)
        else:
            facts[key] = Fact(value, source, at, at, confidence, note)
    return msgspec.structs.replace(entry, facts=facts)


def confirmed(entry: Entry, at: datetime, fields: Iterable[str] | None = None) -> Entry:
    """The entry with these facts, or all, confirmed; their source stays who first said it."""
    chosen = set(entry.facts if fields is None else fields)
    facts = {
        key: msgspec.structs.replace(fact, confirmed_at=at) if key in chosen else fact
        for key, fact in entry.facts.items()
    }
    return msgspec.structs.replace(entry, facts=facts)


def joined(kept: Entry, other: Entry) -> Entry:
    """The kept entry with what only the other one knew; lists are put together."""
    facts = dict(kept.facts)
    for key, fact in other.facts.items():
        mine = facts.get(key)
        if mine is None:
            facts[key] = fact
        elif isinstance(mine.value, tuple) and isinstance(fact.value, tuple):
            facts[key] = msgspec.structs.replace(mine, value=tuple(dict.fromkeys((*mine.value, *fact.value))))
    return msgspec.structs.replace(kept, facts=facts)


class Inventory:
    """All entries of a district at one moment, and the ways between them. `revision` grows with every change."""

    def __init__(self, district: str, entries: Iterable[Entry], revision: int = 0) -> None:
        self.district, self.revision = district, revision
        self.all = {entry.id: entry for entry in entries}
        self._once: dict[str, tuple[object, Any]] = {}

    def once(self, name: str, make: Callable[[Inventory], T], as_of: object = None) -> T:
        """What was made from this inventory under this name: made when first asked for.

        `as_of`: the day, or whatever else it follows from; only what was made as of the last one is kept.
        """
        kept = self._once.get(name)
        if kept is None or kept[0] != as_of:
            kept = self._once[name] = as_of, make(self)
        made: T = kept[1]
        return made

    @cached_property
    def live(self) -> tuple[Entry, ...]:
        """By name."""
        return tuple(sorted((e for e in self.all.values() if e.state == "live"), key=lambda e: e.name.casefold()))

    @cached_property
    def by_kind(self) -> Mapping[Kind, tuple[Entry, ...]]:
        kinds: dict[Kind, list[Entry]] = {kind: [] for kind in FIELDS}
        for entry in self.live:
            kinds[entry.kind].append(entry)
        return {kind: tuple(found) for kind, found in kinds.items()}

    def find(self, entry_id: UUID) -> Entry | None:
        """The live entry behind an id, also where it was merged into another one."""
        seen: set[UUID] = set()
        entry = self.all.get(entry_id)
        while entry and entry.state == "merged" and entry.merged_into and entry.id not in seen:
            seen.add(entry.id)
            entry = self.all.get(entry.merged_into)
        return entry if entry and entry.state == "live" else None

    def named_by(self, entry: Entry, key: str) -> tuple[Entry, ...]:
        """The live entries that a field of this entry names, each once; of other kinds than it may name: none."""
        kinds = REFERS.get((entry.kind, key), ())
        found = (self.find(ref) for ref in entry.refs(key)) if kinds else ()
        return tuple({one.id: one for one in found if one and one.kind in kinds}.values())

    @cached_property
    def _naming(self) -> Mapping[UUID, tuple[tuple[Entry, str], ...]]:
        found: dict[UUID, list[tuple[Entry, str]]] = {}
        for entry in self.live:
            for key in _naming_fields(entry.kind):
                for named in self.named_by(entry, key):
                    found.setdefault(named.id, []).append((entry, key))
        return {entry_id: tuple(naming) for entry_id, naming in found.items()}

    def naming(self, entry: Entry) -> tuple[tuple[Entry, str], ...]:
        """Which live entries name this one, and by which field."""
        return self._naming.get(entry.id, ())

    def title(self, entry: Entry) -> str:
        """What people call it; of a cooperation, between whom it is."""
        if entry.kind != "cooperation":
            return entry.name
        return " – ".join(one.name for one in self.named_by(entry, "between")) or entry.name

    def place_of(self, entry: Entry) -> Entry:
        """The entry that says where this one is: itself, its room, or who provides, owns or employs it."""
        if entry.line("address") or entry.line("point") or entry.line("part"):
            return entry
        for key in ("room", "owner", "providers", "organisation", "carriers", "lead"):
            for named in self.named_by(entry, key):
                return self.place_of(named) if named.kind != entry.kind else named
        return entry


def _naming_fields(kind: Kind) -> Iterator[str]:
    return (field.key for field in FIELDS[kind] if field.type == "refs")
