"""Looking things up in an inventory: words, kind, target group, topic, part of town, freshness."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

import msgspec

from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.freshness import FRESHNESS, Freshness, entry_freshness
from services.analysis.district.domain.kinds import Kind

#: Fields whose words an entry is found by.
_WORDS = ("name", "about", "address", "part", "department", "giver", "equipment", "languages")


class Wanted(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is looked for; empty is anything."""

    q: str = ""
    kind: str = ""
    group: str = ""
    topic: str = ""
    part: str = ""
    seeks: str = ""
    fresh: str = ""


def search(inventory: Inventory, wanted: Wanted, at: datetime) -> list[Entry]:
    """By name; every word must be there. What is for everyone is found under every target group."""
    words = folded(wanted.q).split()
    fresh = freshness_of(inventory, at) if wanted.fresh else {}
    index = inventory.once("words", _index) if words else {}
    return [
        entry
        for entry in inventory.live
        if (not wanted.kind or entry.kind == wanted.kind)
        and _has(entry, "groups", wanted.group, "everyone")
        and _has(entry, "topics", wanted.topic)
        and _has(entry, "seeks", wanted.seeks)
        and (not wanted.part or inventory.place_of(entry).line("part") == wanted.part)
        and (not wanted.fresh or fresh[entry.id] == wanted.fresh)
        and all(word in index[entry.id] for word in words)
    ]


def freshness_of(inventory: Inventory, at: datetime) -> Mapping[UUID, Freshness]:
    """Of every live entry, as of that day."""
    return inventory.once(
        "freshness", lambda known: {entry.id: entry_freshness(entry, at) for entry in known.live}, at.date()
    )


def count_kinds(entries: Iterable[Entry]) -> Counter[Kind]:
    return Counter(entry.kind for entry in entries)


def count_freshness(inventory: Inventory, at: datetime) -> dict[Freshness, int]:
    counts = Counter(freshness_of(inventory, at).values())
    return {one: counts[one] for one in FRESHNESS}


def parts_in(inventory: Inventory) -> list[str]:
    """Parts of town that are named anywhere."""
    return inventory.once("parts", lambda known: sorted({part for e in known.live if (part := e.line("part"))}))


def folded(text: str) -> str:
    """Small letters without marks: `Cafe` finds `Café`."""
    marks = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in marks if not unicodedata.combining(sign))


def _has(entry: Entry, field: str, key: str, always: str = "") -> bool:
    return not key or key in entry.keys(field) or bool(always and always in entry.keys(field))


def _index(inventory: Inventory) -> Mapping[UUID, str]:
    return {entry.id: folded(" ".join(_words(inventory, entry))) for entry in inventory.live}


def _words(inventory: Inventory, entry: Entry) -> Iterable[str]:
    yield from (entry.line(key) for key in _WORDS)
    for key in ("providers", "owner", "organisation", "carriers", "receivers", "lead", "between", "room"):
        yield from (named.name for named in inventory.named_by(entry, key))
