"""Putting responses into sets piece by piece, and letting only five or more of them change at a time: pure.

A set is kept in pieces of CHUNK numbers, so that a response that comes changes little of what is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Final, NamedTuple

import msgspec

from services.analysis.results.domain.disclosure import FEWEST, STEP

#: How many numbers a piece holds: a kilobyte each, which PostgreSQL keeps in the row.
CHUNK: Final = 8_192

#: Facets of the sets' own: who may be counted, and who is; their values are the sides.
VALID: Final = "~valid"
PUBLIC: Final = "~public"

Key = tuple[str, str]
#: Members of a piece by facet and value.
Piece = Mapping[Key, int]


class Said(msgspec.Struct, frozen=True):
    """What counts of one response. `closed`: question → values; `texts`: questions answered in own words.

    `tags`: standard and stance.
    """

    side: str
    channel: str
    language: str
    day: str
    version: str
    source: str
    closed: Mapping[str, Sequence[str]]
    texts: tuple[str, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    topics: tuple[str, ...] = ()


class Rewritten(NamedTuple):
    """`changed`: the sets that have other members now. `moved`: who gained or lost a value."""

    changed: dict[Key, int]
    moved: int


def keys_of(said: Said, rankings: Collection[str]) -> set[Key]:
    """The sets that a response belongs in. Of a ranking counts what came first."""
    answers = {
        (f"q.{question}", value)
        for question, values in said.closed.items()
        for value in (values[:1] if question in rankings else values)
    }
    return {
        (VALID, said.side),
        ("channel", said.channel),
        ("language", said.language),
        ("day", said.day),
        ("version", said.version),
        ("source", said.source),
        *answers,
        *(("answered", question) for question in (*said.closed, *said.texts)),
        *((f"standard.{standard}", stance) for standard, stance in said.tags),
        *(("topic", topic) for topic in said.topics),
    }


def place_of(number: int) -> tuple[int, int]:
    """Piece and bit of a number."""
    return divmod(number, CHUNK)


def rewrite(piece: Piece, wanted: Mapping[int, Collection[Key]]) -> Rewritten:
    """The piece with these bits in the sets they are wanted in and in no others."""
    batch = reduce(or_, (1 << bit for bit in wanted), 0)
    target: dict[Key, int] = {}
    for bit, keys in wanted.items():
        for key in keys:
            target[key] = target.get(key, 0) | 1 << bit
    changed, moved = {}, 0
    for key in piece.keys() | target.keys():
        before = piece.get(key, 0)
        after = before & ~batch | target.get(key, 0)
        if before != after:
            changed[key] = after
            moved |= before ^ after
    return Rewritten(changed, moved)


def publish(valid: int, public: int, moved: int, *, insist: bool) -> int | None:
    """Who is counted from now on: a multiple of five, so that five or more differ from what was counted before.

    `valid`: everyone who may be counted; the newest wait. `public`: who is counted until now. `moved`: whose values
    change. None when fewer than five would be seen to differ. `insist`: then so many more wait until five do.
    """
    waiting = valid.bit_count() % STEP
    while True:
        after = _without_newest(valid, waiting)
        seen = (public ^ after | public & after & moved).bit_count()
        if seen == 0 or seen >= FEWEST:
            return after
        if not insist:
            return None
        waiting += STEP


def joined(pieces: Iterable[tuple[int, bytes]]) -> int:
    """One set of its pieces: number of the piece, members as they are kept."""
    whole = bytearray()
    for chunk, members in sorted(pieces):
        whole.extend(bytes(chunk * CHUNK // 8 - len(whole)))
        whole += members
    return int.from_bytes(whole, "little")


def kept(members: int) -> bytes:
    """Members of a piece as they are kept."""
    return members.to_bytes((members.bit_length() + 7) // 8, "little")


def _without_newest(members: int, most: int) -> int:
    for _ in range(most):
        if not members:
            break
        members ^= 1 << members.bit_length() - 1
    return members
