"""Who is connected with whom, by what: the links between organisations that an inventory's facts make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, Literal
from uuid import UUID

import msgspec

from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.vocabulary import TIMES_A_YEAR

#: What makes a link: an agreed cooperation, a common offer or project, or only a seat at the same table.
Via = Literal["cooperation", "offer", "project", "network"]
_FIELDS: Final[Mapping[Via, tuple[str, ...]]] = {
    "cooperation": ("between",),
    "offer": ("providers",),
    "project": ("carriers", "partners"),
    "network": ("members", "lead"),
}
#: A seat at the same table is not working together.
STRONG: Final[frozenset[Via]] = frozenset({"cooperation", "offer", "project"})


class Way(msgspec.Struct, frozen=True):
    """One fact that links: the entry that says so."""

    via: Via
    entry_id: UUID


class Link(msgspec.Struct, frozen=True):
    """Two organisations, the smaller id first. `weight` grows with how often they meet."""

    first: UUID
    second: UUID
    ways: tuple[Way, ...]
    weight: float

    @property
    def strong(self) -> bool:
        return any(way.via in STRONG for way in self.ways)


def links_in(inventory: Inventory) -> tuple[Link, ...]:
    """Every pair of organisations that some fact links, once."""
    return inventory.once("links", _links)


def _links(inventory: Inventory) -> tuple[Link, ...]:
    ways: dict[tuple[UUID, UUID], list[Way]] = {}
    weights: dict[tuple[UUID, UUID], float] = {}
    for via, fields in _FIELDS.items():
        for entry in inventory.by_kind[via]:
            members = sorted({one.id for one in _organisations(inventory, entry, fields)})
            for pair in combinations(members, 2):
                ways.setdefault(pair, []).append(Way(via, entry.id))
                weights[pair] = weights.get(pair, 0.0) + weight_of(via, entry, len(members))
    return tuple(Link(*pair, tuple(found), weights[pair]) for pair, found in ways.items())


def weight_of(via: Via, entry: Entry, size: int) -> float:
    """A large round links each pair a little; a weekly cooperation links most."""
    if via == "network":
        return 1.0 / max(2, size - 1)
    times = TIMES_A_YEAR.get(entry.line("rhythm"), 6)
    return 3.0 if times >= 26 else 2.0 if times >= 6 else 1.0


def _organisations(inventory: Inventory, entry: Entry, fields: Iterable[str]) -> Iterator[Entry]:
    for key in fields:
        for named in inventory.named_by(entry, key):
            if named.kind == "organisation":
                yield named
            elif named.kind == "network":  # a round that works with somebody does so by who leads it
                yield from inventory.named_by(named, "lead")
