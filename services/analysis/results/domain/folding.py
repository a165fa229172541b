"""Putting responses into sets piece by piece: pure.

A set is kept in pieces of CHUNK numbers, so that a response that comes changes little of what is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Final, NamedTuple

import msgspec

#: How many numbers a piece holds: a kilobyte each, which PostgreSQL keeps in the row.
CHUNK: Final = 8_192

#: A facet of the sets' own: who may be counted; its values are the sides. Who of them is: domain/fives.py.
VALID: Final = "~valid"

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


def says(piece: Piece, bit: int) -> set[Key]:
    """The sets that this bit of a piece is in."""
    return {key for key, members in piece.items() if members >> bit & 1}


def digest_of(keys: Collection[Key]) -> bytes:
    """The same for the same sets, and practically never for others; eight bytes."""
    said = "\n".join(sorted("\t".join(key) for key in keys))
    return hashlib.blake2b(said.encode(), digest_size=8).digest()


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
