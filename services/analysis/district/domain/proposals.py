"""Proposals that follow from an inventory: what could be bundled, and where a bridge is missing.

Each cites the facts it rests on, at least one; without a fact there is no proposal. What speaks against it stands
beside it. The texts are `proposal-<kind>-title`, -benefit, -effort, -doubt, filled with `values`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, Literal
from uuid import UUID

import msgspec

from services.analysis.district.domain.directory import folded
from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.freshness import Freshness
from services.analysis.district.domain.links import links_in
from services.analysis.district.domain.times import Slot, say_times

#: double, room, pots: something could be bundled. link, circles, need: a bridge is missing.
ProposalKind = Literal["double", "room", "pots", "link", "circles", "need"]
BUNDLING: Final[frozenset[ProposalKind]] = frozenset({"double", "room", "pots"})
KINDS: Final[tuple[ProposalKind, ...]] = ("double", "room", "pots", "circles", "link", "need")
#: Pots up to this many euros a period are small: their applications cost more than they bring.
SMALL_POT: Final = 10_000
#: Two offers overlap from so many minutes at the same time on.
OVERLAP: Final = 45
#: What lasts longer is opening hours.
LONG: Final = 240
#: Words of names that say nothing about what is offered.
_EMPTY: Final = frozenset(
    {"sterkrade", "oberhausen", "gruppe", "treff", "angebot", "offene", "offener", "altere", "samstag"}
)
_SHORTEST: Final = 5
#: Of each kind the likeliest: a list nobody reads to the end helps nobody.
MOST: Final = 12
#: Topics that are about people of their own; what is there for others does not serve them.
TOPIC_GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "youth": ("youth",),
    "age": ("seniors",),
    "play": ("children", "families"),
    "barriers": ("disabilities", "seniors"),
}
#: Target groups that are told by age, and the ages that campaigns ask for (services/intake/core/person.yaml).
AGES: Final[Mapping[str, tuple[str, ...]]] = {
    "children": ("under-14",),
    "youth": ("14-17", "18-26"),
    "seniors": ("65-79", "80-plus"),
}
#: A need that fewer people name is nobody's yet. Source: the disclosure rule of the results.
FEWEST: Final = 5


class Cited(msgspec.Struct, frozen=True):
    """A fact that a proposal rests on."""

    entry_id: UUID
    field: str


class Need(msgspec.Struct, frozen=True):
    """What residents speak of in a campaign: `people` as it may be shown, rounded.

    `groups`: whom it is about, which the topic says or the age of those who speak; empty for everybody.
    `ages`: theirs, where that is what says it.
    """

    campaign_id: UUID
    slug: str
    title: str
    topic: str
    people: int
    groups: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()

    @property
    def speakers(self) -> str:
        """Who speaks, as the text `speakers-<this>` says it."""
        return self.groups[0] if self.ages else "all"


class Proposal(msgspec.Struct, frozen=True):
    """`key`: the same as long as it is about the same things. `score`: the higher, the further up."""

    key: str
    kind: ProposalKind
    values: Mapping[str, str]
    cited: tuple[Cited, ...]
    groups: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    need: Need | None = None
    score: float = 0.0

    @property
    def entry_ids(self) -> tuple[UUID, ...]:
        return tuple(dict.fromkeys(one.entry_id for one in self.cited))


class Circles(msgspec.Struct, frozen=True):
    """What the network says: pairs of circles that never meet, and who works with nobody."""

    gaps: Sequence[tuple[Sequence[Entry], Sequence[Entry]]]
    alone: Sequence[Entry]


def propose(
    inventory: Inventory, circles: Circles, needs: Iterable[Need], fresh: Mapping[UUID, Freshness]
) -> tuple[Proposal, ...]:
    """By kind, the likeliest first. What is stale is no ground to stand on: facts of stale entries make none."""
    solid = {key for key, state in fresh.items() if state != "stale"}
    found: dict[ProposalKind, list[Proposal]] = {
        "double": list(_doubles(inventory, solid)),
        "room": list(_rooms(inventory, solid)),
        "pots": list(_pots(inventory, solid)),
        "circles": list(_circles(inventory, circles, solid)),
        "link": list(_links(inventory, circles, solid)),
        "need": list(_needs(inventory, needs, solid)),
    }
    return tuple(one for kind in KINDS for one in sorted(found[kind], key=lambda one: (-one.score, one.key))[:MOST])


def _doubles(inventory: Inventory, solid: set[UUID]) -> Iterator[Proposal]:
    """The same offered twice: for the same people about the same, under the same word or at the same time."""
    offers = [one for one in inventory.by_kind["offer"] if one.id in solid and _specific(one) and one.keys("topics")]
    by_sense: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for offer in offers:
        for group in _specific(offer):
            for topic in offer.keys("topics"):
                by_sense[group, topic].append(offer)
    pairs = {(one.id, other.id): (one, other) for same in by_sense.values() for one, other in combinations(same, 2)}
    words, slots = {one.id: _words(one) for one in offers}, {one.id: one.slots("times") for one in offers}
    for one, other in pairs.values():
        if set(one.keys("providers")) & set(other.keys("providers")):
            continue
        alike = words[one.id] & words[other.id]
        groups, topics = _share(_specific(one), _specific(other)), _share(one.keys("topics"), other.keys("topics"))
        minutes = _together(slots[one.id], slots[other.id])
        at_once = minutes >= OVERLAP and topics >= 0.5
        if groups < 0.5 or topics < 0.3 or not (alike or at_once):
            continue
        cited = [*_cite((one, other), ("groups", "topics")), *_cite((one, other), ("times",) if minutes else ())]
        values = {"first": one.name, "second": other.name, "times": say_times(slots[one.id]) if minutes else ""}
        values |= {"who": _names(inventory, one, "providers"), "other": _names(inventory, other, "providers")}
        score = groups + topics + len(alike) + min(minutes, 180) / 180
        yield _make("double", (one, other), values, cited, score)


def _rooms(inventory: Inventory, solid: set[UUID]) -> Iterator[Proposal]:
    """A room stands empty while somebody looks for one: at their own times if they have any."""
    rooms = [one for one in inventory.by_kind["room"] if one.id in solid and one.slots("free_times")]
    booked = _booked(inventory)
    seekers = [one for one in inventory.live if "room" in one.keys("seeks") and one.id in solid]
    told = {one.id for offer in seekers for one in inventory.named_by(offer, "providers")}
    for seeker in seekers:
        if seeker.id in told:  # its own offer says when: that says more
            continue
        ranked = [(fit, room) for room in rooms if (fit := _fit(inventory, seeker, room, booked[room.id])) > 0]
        if not ranked:
            continue
        score, room = max(ranked, key=lambda one: (one[0], one[1].name))
        cited = [Cited(seeker.id, "seeks"), Cited(room.id, "free_times"), *_cite((seeker,), ("times",))]
        values = {
            "first": inventory.title(seeker),
            "second": room.name,
            "times": say_times(_covered(seeker, room, booked[room.id]) or room.slots("free_times")),
            "who": _names(inventory, seeker, "providers") or _names(inventory, seeker, "carriers"),
            "other": _names(inventory, room, "owner"),
        }
        yield _make("room", (seeker, room), values, cited, score)


def _pots(inventory: Inventory, solid: set[UUID]) -> Iterator[Proposal]:
    """Small sums for the same, at the same time, each with its own form: they could be one."""
    small = [
        one
        for one in inventory.by_kind["money"]
        if one.id in solid and (amount := one.number("amount")) is not None and 0 < amount <= SMALL_POT
    ]
    by_topic: dict[str, list[Entry]] = defaultdict(list)
    for pot in small:
        for topic in pot.keys("topics"):
            by_topic[topic].append(pot)
    seen: set[frozenset[UUID]] = set()
    for topic, pots in by_topic.items():
        together = [pot for pot in pots if any(_meet(pot, other) for other in pots if other is not pot)]
        ids = frozenset(pot.id for pot in together)
        if len(together) < 2 or ids in seen:
            continue
        seen.add(ids)
        total = sum(pot.number("amount") or 0 for pot in together)
        cited = [*_cite(together, ("amount", "topics"))]
        values = {
            "count": str(len(together)),
            "first": ", ".join(pot.name for pot in together),
            "amount": f"{total:.0f}",
        }
        yield _make("pots", together, values, cited, len(together) + total / 1e6, topics=(topic,))


def _circles(inventory: Inventory, circles: Circles, solid: set[UUID]) -> Iterator[Proposal]:
    """Two circles never meet although they are there for the same people: who could begin?"""
    for first, second in circles.gaps:
        pairs = (
            (_kinship(one, other), one, other)
            for one in first
            for other in second
            if one.id in solid and other.id in solid
        )
        best = max(pairs, key=lambda pair: (pair[0], pair[1].name, pair[2].name), default=None)
        if best is None or best[0] <= 0:
            continue
        score, one, other = best
        values = {"first": one.name, "second": other.name, "count": str(len(first)), "amount": str(len(second))}
        yield _make("circles", (one, other), values, _cite((one, other), ("groups", "topics")), score)


def _links(inventory: Inventory, circles: Circles, solid: set[UUID]) -> Iterator[Proposal]:
    """Who works with nobody, and somebody well connected who is there for the same people."""
    linked: dict[UUID, int] = defaultdict(int)
    for link in links_in(inventory):
        for end in (link.first, link.second):
            linked[end] += link.strong
    hosts = [one for one in inventory.by_kind["organisation"] if one.id in solid and linked[one.id] > 1]
    for lone in circles.alone:
        if lone.id not in solid:
            continue
        pairs = ((_kinship(lone, host) + min(linked[host.id], 5) / 20, host) for host in hosts if host is not lone)
        best = max(pairs, key=lambda pair: (pair[0], pair[1].name), default=None)
        if best is None or _kinship(lone, best[1]) <= 0:
            continue
        values = {"first": lone.name, "second": best[1].name, "count": str(linked[best[1].id])}
        yield _make("link", (lone, best[1]), values, _cite((lone, best[1]), ("groups", "topics")), best[0])


def _needs(inventory: Inventory, needs: Iterable[Need], solid: set[UUID]) -> Iterator[Proposal]:
    """Residents speak of something, and somebody here is made for it."""
    for need in needs:
        if need.people < FEWEST:
            continue
        able = [
            one
            for kind in ("organisation", "project", "task")
            for one in inventory.by_kind[kind]
            if one.id in solid and _serves(one, need)
        ]
        if not able:
            continue
        chosen = sorted(able, key=lambda one: (len(one.keys("topics")), len(one.keys("groups")), one.name))[:3]
        cited = _cite(chosen, ("topics", "groups"))
        values = {"first": ", ".join(one.name for one in chosen), "count": str(need.people), "second": need.title}
        key = _key("need", [need.topic, str(need.campaign_id), *(need.groups if need.ages else ())])
        yield Proposal(key, "need", values, tuple(cited), need.groups, (need.topic,), need, float(need.people))


def _serves(entry: Entry, need: Need) -> bool:
    """It is about the same, and there for these very people. A department's task is for all unless it says for whom."""
    if need.topic not in entry.keys("topics"):
        return False
    groups = set(entry.keys("groups")) or ({"everyone"} if entry.kind == "task" else set())
    return bool(groups & (set(need.groups) or {"everyone"}))


def _make(
    kind: ProposalKind,
    entries: Sequence[Entry],
    values: Mapping[str, str],
    cited: Iterable[Cited],
    score: float,
    topics: tuple[str, ...] | None = None,
) -> Proposal:
    groups = set.intersection(*(set(_specific(one)) for one in entries))
    common = set.intersection(*(set(one.keys("topics")) for one in entries)) if topics is None else set(topics)
    key = _key(kind, sorted(str(one.id) for one in entries))
    return Proposal(key, kind, values, tuple(cited), tuple(sorted(groups)), tuple(sorted(common)), None, score)


def _key(kind: str, parts: Iterable[str]) -> str:
    return f"{kind}-{hashlib.sha256('/'.join(parts).encode()).hexdigest()[:16]}"


def _cite(entries: Iterable[Entry], fields: Iterable[str]) -> list[Cited]:
    keys = tuple(fields)
    return [Cited(one.id, key) for one in entries for key in keys if key in one.facts]


def _fit(inventory: Inventory, seeker: Entry, room: Entry, booked: Sequence[Slot]) -> float:
    """0: not this one. Times that fit count most, then the same part of town, then steps."""
    mine = {seeker.id, *(one.id for key in ("providers", "carriers") for one in inventory.named_by(seeker, key))}
    if mine & set(room.refs("owner")) or room.id in seeker.refs("room"):
        return 0.0
    wanted, seats = seeker.slots("times"), (seeker.number("seats") or 0, room.number("seats"))
    if seats[1] is not None and seats[0] > seats[1]:
        return 0.0
    covered = _covered(seeker, room, booked)
    if wanted and not covered:
        return 0.0
    near = inventory.place_of(seeker).line("part") == inventory.place_of(room).line("part") != ""
    return 1.0 + 2 * len(covered) / max(1, len(wanted)) + near + 0.5 * (room.line("step_free") == "yes")


def _covered(seeker: Entry, room: Entry, booked: Sequence[Slot]) -> tuple[Slot, ...]:
    """Those of the seeker's times at which the room is free from beginning to end, and nobody else is in it."""
    free = room.slots("free_times")
    return tuple(
        slot
        for slot in seeker.slots("times")
        if any(slot.meets(other) == slot.minutes for other in free) and not any(slot.meets(other) for other in booked)
    )


def _booked(inventory: Inventory) -> Mapping[UUID, list[Slot]]:
    """When offers are in a room, by room."""
    found: dict[UUID, list[Slot]] = defaultdict(list)
    for offer in inventory.by_kind["offer"]:
        for room in inventory.named_by(offer, "room"):
            found[room.id] += offer.slots("times")
    return found


def _together(first: Iterable[Slot], second: Sequence[Slot]) -> int:
    """Minutes at the same time, where it is at least half of either: a house that is open all day is no course."""
    shared = ((slot.meets(other), max(slot.minutes, other.minutes)) for slot in first for other in second)
    return max((minutes for minutes, longest in shared if 2 * minutes >= longest and longest <= LONG), default=0)


def _meet(pot: Entry, other: Entry) -> bool:
    """Their periods have a day in common; a period that nobody wrote down may be any."""
    return (pot.line("from") or "0") <= (other.line("until") or "9") and (other.line("from") or "0") <= (
        pot.line("until") or "9"
    )


def _kinship(one: Entry, other: Entry) -> float:
    """How much two have in common: whom they are there for counts more than what it is about."""
    if not set(_specific(one)) & set(_specific(other)):
        return 0.0
    near = one.line("part") == other.line("part") != ""
    return 2 * _share(_specific(one), _specific(other)) + _share(one.keys("topics"), other.keys("topics")) + 0.2 * near


def _share(one: Iterable[str], other: Iterable[str]) -> float:
    """What two sets have in common, of all that they have: 0 to 1 (Jaccard)."""
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first | second else 0.0


def _specific(entry: Entry) -> tuple[str, ...]:
    """Target groups without "everyone": that tells nothing apart."""
    return tuple(key for key in entry.keys("groups") if key != "everyone")


def _words(entry: Entry) -> set[str]:
    found = "".join(sign if sign.isalnum() else " " for sign in folded(entry.name)).split()
    return {word for word in found if len(word) >= _SHORTEST and word not in _EMPTY}


def _names(inventory: Inventory, entry: Entry, key: str) -> str:
    return ", ".join(one.name for one in inventory.named_by(entry, key))
