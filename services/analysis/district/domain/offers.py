"""What residents find of an inventory: what there is, for whom, when and where, and whom to ask.

An offer is there for the public and stands in the directory until staff say no; an organisation or a room only when
staff say yes. Nothing else ever does: no money, no posts, no notes, and of who offers something only its name and the
ways to reach the house, where that house stands in the directory itself (decision 26).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from services.analysis.district.domain.directory import folded
from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.freshness import vouched_at
from services.analysis.district.domain.kinds import Kind
from services.analysis.district.domain.times import DAYS, Slot

#: In the order they stand in.
OPEN_KINDS: Final[tuple[Kind, ...]] = ("offer", "organisation", "room")
#: Times of the day in minutes, from and until.
DAYTIMES: Final[Mapping[str, tuple[int, int]]] = {
    "morning": (0, 12 * 60),
    "afternoon": (12 * 60, 17 * 60),
    "evening": (17 * 60, 24 * 60),
}
#: What is for everyone is found under every group.
_EVERYONE: Final = "everyone"
_ASKED: Final = ("providers", "owner")


class Sought(msgspec.Struct, frozen=True, omit_defaults=True):
    """What somebody looks for; empty is anything. `day`: 0 to 6 from Monday; `time`: a key of DAYTIMES."""

    q: str = ""
    group: str = ""
    day: str = ""
    time: str = ""
    part: str = ""


class Offered(msgspec.Struct, frozen=True):
    """An entry as residents see it. `place`: names and addresses, in German. `slots`: of a room when it is free."""

    entry: Entry
    by: tuple[str, ...]
    place: str
    part: str
    slots: tuple[Slot, ...]
    phone: str
    website: str
    vouched_at: datetime


def is_open(entry: Entry) -> bool:
    """Whether it stands in the public directory."""
    said = entry.line("public")
    return entry.state == "live" and (said == "yes" if entry.kind != "offer" else said != "no")


def _is_kept_back(entry: Entry) -> bool:
    """Whether staff want it told nowhere, not even beside something public."""
    return entry.line("public") == "no"


def offered_in(inventory: Inventory) -> Mapping[UUID, Offered]:
    """All that is public, by name within its kind."""
    return inventory.once("offered", _offered)


def find_offered(
    inventory: Inventory, sought: Sought, names: Mapping[str, str], language: str
) -> Sequence[tuple[Offered, tuple[Slot, ...]]]:
    """What fits, each with the times that fit: those that begin first on a day that was asked for come first.

    `names`: of groups and topics as `group-youth`, so that words are found in the reader's language too.
    """
    words = folded(sought.q).split()
    index = inventory.once(f"offered words {language}", lambda known: _index(known, names)) if words else {}
    found = [
        (one, fitting)
        for one in offered_in(inventory).values()
        if _is_for(one.entry, sought.group)
        and (not sought.part or one.part == sought.part)
        and all(word in index[one.entry.id] for word in words)
        and ((fitting := _fitting(one.slots, sought)) or not (sought.day or sought.time))
    ]
    return sorted(found, key=lambda pair: pair[1][0].start) if sought.day else found


def groups_in(offered: Iterable[Offered]) -> set[str]:
    return {group for one in offered for group in one.entry.keys("groups")} - {_EVERYONE}


def _offered(inventory: Inventory) -> Mapping[UUID, Offered]:
    return {
        entry.id: _shown(inventory, entry) for kind in OPEN_KINDS for entry in inventory.by_kind[kind] if is_open(entry)
    }


def _shown(inventory: Inventory, entry: Entry) -> Offered:
    """Whose it is and where, unless staff keep that back; whom to ask only where that is public itself."""
    behind = [one for key in _ASKED for one in inventory.named_by(entry, key) if not _is_kept_back(one)]
    room = next((one for one in inventory.named_by(entry, "room") if not _is_kept_back(one)), None)
    place = inventory.place_of(entry)
    if place not in (entry, room, *behind):
        place = room or entry
    parts = (room.name if room else "", place.line("address"), place.line("part"))
    asked = (entry, *(one for one in behind if is_open(one)))
    return Offered(
        entry,
        tuple(one.name for one in behind),
        ", ".join(dict.fromkeys(part for part in parts if part)),
        place.line("part"),
        entry.slots("free_times" if entry.kind == "room" else "times"),
        next((said for one in asked if (said := one.line("phone"))), ""),
        next((said for one in asked if (said := one.line("website"))), ""),
        vouched_at(entry),
    )


def _is_for(entry: Entry, group: str) -> bool:
    return not group or group in entry.keys("groups") or _EVERYONE in entry.keys("groups")


def _fitting(slots: Sequence[Slot], sought: Sought) -> tuple[Slot, ...]:
    """The times on that day and at that time of the day."""
    begin, end = DAYTIMES.get(sought.time, (0, 24 * 60))
    day = int(sought.day) if sought.day else None
    return tuple(slot for slot in slots if (day is None or slot.day == day) and slot.start < end and slot.end > begin)


def _index(inventory: Inventory, names: Mapping[str, str]) -> Mapping[UUID, str]:
    return {key: folded(" ".join(_words(one, names))) for key, one in offered_in(inventory).items()}


def _words(one: Offered, names: Mapping[str, str]) -> Iterable[str]:
    """Only what everybody sees, and what it is about."""
    yield from (one.entry.name, one.entry.line("about"), one.entry.line("languages"), one.place, *one.by)
    yield from (names.get(f"{field}-{key}", "") for field in ("group", "topic") for key in one.entry.keys(field + "s"))


def read_sought(asked: Mapping[str, str], groups: Iterable[str], parts: Iterable[str]) -> Sought:
    """What the address asks for; what nobody knows is left out."""
    known = {
        "group": set(groups),
        "day": {str(day) for day in range(len(DAYS))},
        "time": set(DAYTIMES),
        "part": set(parts),
    }
    said = {name: asked.get(name, "").strip()[:100] for name in Sought.__struct_fields__}
    return Sought(**{name: text for name, text in said.items() if name not in known or text in known[name]})
