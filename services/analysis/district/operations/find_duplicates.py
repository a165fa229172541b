"""Entries that seem to be the same: similar names, or the same telephone, website or address. People decide."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

import msgspec
from rapidfuzz import fuzz, process
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.directory import folded
from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.kinds import Kind
from services.analysis.district.storage import tables

#: How like two names must be, of 100. Below, pairs like two parishes of one town come up.
LIKENESS: Final = 87
#: Kinds that have a name of their own in town; of these names are compared.
NAMED: Final[tuple[Kind, ...]] = ("organisation", "network", "room", "project", "money")
#: Words that make every second name alike.
_COMMON: Final = re.compile(r"\b(?:e ?v|ggmbh|gmbh|erfunden|oberhausen|sterkrade|mitte|und|der|die|das|am|im|in|fur)\b")


class Pair(msgspec.Struct, frozen=True):
    """`reasons`: texts `same-<reason>`. `likeness` of the names, 0 to 100."""

    first: Entry
    second: Entry
    reasons: tuple[str, ...]
    likeness: int


async def find_duplicates(session: AsyncSession, inventory: Inventory) -> list[Pair]:
    """The likeliest first, without what people told apart."""
    rows = await session.execute(select(tables.EntryDistinction.first_id, tables.EntryDistinction.second_id))
    apart = {(row.first_id, row.second_id) for row in rows}
    pairs = inventory.once("duplicates", compare_all)
    return [pair for pair in pairs if (pair.first.id, pair.second.id) not in apart]


def compare_all(inventory: Inventory) -> list[Pair]:
    found: dict[tuple[UUID, UUID], dict[str, int]] = defaultdict(dict)
    for kind in NAMED:
        entries = inventory.by_kind[kind]
        for one, other, likeness in _alike(entries):
            found[_key(one, other)]["name"] = likeness
    for reason, one, other in _shared(inventory.by_kind["organisation"]):
        found[_key(one, other)][reason] = 100
    for providers in _offers_of(inventory).values():
        for one, other, likeness in _alike(providers):
            found[_key(one, other)]["name"] = likeness
    pairs = [
        Pair(inventory.all[first], inventory.all[second], tuple(reasons), reasons.get("name", 0))
        for (first, second), reasons in found.items()
        if set(reasons) != {"address"}  # several offices in one house are no doubles
    ]
    return sorted(pairs, key=lambda pair: (-len(pair.reasons), -pair.likeness, pair.first.name))


def bare(name: str) -> str:
    """A name without what every second one has."""
    return " ".join(_COMMON.sub(" ", re.sub(r"[^\w]+", " ", folded(name))).split())


def _alike(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry, int]]:
    names = [bare(entry.name) for entry in entries]
    tight = [name.replace(" ", "") for name in names]
    scores = process.cdist(names, names, scorer=fuzz.token_sort_ratio, score_cutoff=LIKENESS)
    joined = process.cdist(tight, tight, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    for row, column in zip(*(scores + joined).nonzero(), strict=True):
        if row < column and names[row]:
            likeness = max(scores[row, column], joined[row, column])
            yield entries[int(row)], entries[int(column)], int(likeness)


def _shared(entries: Sequence[Entry]) -> Iterator[tuple[str, Entry, Entry]]:
    for reason, key in (("phone", _phone), ("website", _website), ("address", _address)):
        groups: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if value := key(entry):
                groups[value].append(entry)
        for same in groups.values():
            yield from ((reason, one, other) for place, one in enumerate(same) for other in same[place + 1 :])


def _offers_of(inventory: Inventory) -> dict[UUID, list[Entry]]:
    """Of offers only those of one provider: two sprach-cafés of two houses are a matter for proposals."""
    found: dict[UUID, list[Entry]] = defaultdict(list)
    for offer in inventory.by_kind["offer"]:
        for provider in inventory.named_by(offer, "providers"):
            found[provider.id].append(offer)
    return found


def _phone(entry: Entry) -> str:
    return re.sub(r"^(?:0049|49|0)", "", re.sub(r"\D", "", entry.line("phone")))


def _website(entry: Entry) -> str:
    return entry.line("website").lower().removeprefix("www.").rstrip("/")


def _address(entry: Entry) -> str:
    return re.sub(r"str(?:asse|\.)", "str", folded(entry.line("address").replace("ß", "ss"))).replace(" ", "")


def _key(one: Entry, other: Entry) -> tuple[UUID, UUID]:
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)
