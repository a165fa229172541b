"""The chain behind the ledger: every response that arrived is one link, and no link can be taken out unnoticed.

Anybody can work it out with SHA-256 alone; the recipe stands in deploy/decisions/0018-ledger.md. All hashes are
written as 64 hexadecimal digits, and what is hashed is text with `|` between its parts, in UTF-8.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal
from uuid import UUID

import msgspec

FaultKind = Literal["place", "double", "hash", "seal", "number", "head", "missing", "counts"]


class Link(msgspec.Struct, frozen=True):
    """`position` counts from 1 in the order of arrival. `fingerprint` stands for the response and tells nothing."""

    position: int
    fingerprint: str
    hash: str


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger said at a moment, bound to the chain up to `position` and to the seal before.

    `counts`: responses by state, of excluded ones by reason; they add up to `position`. `number` counts from 1.
    """

    number: int
    sealed_at: datetime
    position: int
    head: str
    counts: Mapping[str, int]
    hash: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """All that is public of a campaign's chain; `links` and `seals` in their order."""

    campaign: UUID
    links: Sequence[Link]
    seals: Sequence[Seal]


class Fault(msgspec.Struct, frozen=True):
    """`at`: the position of a link, or the number of a seal."""

    kind: FaultKind
    at: int


def fingerprint_of(response_id: UUID) -> str:
    """Of an id that is random in 122 bits: nobody finds it by trying."""
    return _hash(str(response_id))


def start_of(campaign_id: UUID) -> str:
    """What the first link and the first seal are tied to."""
    return _hash(str(campaign_id))


def extend(head: str, position: int, fingerprints: Sequence[str]) -> list[Link]:
    """The next links of a chain that ends at this position with this hash; 0 and `start_of` before the first."""
    links = []
    for place, fingerprint in enumerate(fingerprints, position + 1):
        head = _link_hash(head, place, fingerprint)
        links.append(Link(place, fingerprint, head))
    return links


def seal(before: str, number: int, sealed_at: datetime, position: int, head: str, counts: Mapping[str, int]) -> Seal:
    """`before`: the hash of the seal before, or `start_of`. `sealed_at` is kept to the second, in UTC."""
    second = sealed_at.astimezone(UTC).replace(microsecond=0)
    bare = Seal(number=number, sealed_at=second, position=position, head=head, counts=counts, hash="")
    return msgspec.structs.replace(bare, hash=_seal_hash(before, bare))


def verify(proof: Proof) -> list[Fault]:
    """Everything that is wrong with a chain; nothing where each response stands in it once and no count was altered.

    A chain that was cut short is found by the newest seal, so keep one.
    """
    start = start_of(proof.campaign)
    return [*_verify_links(start, proof.links), *_verify_seals(start, proof)]


def _verify_links(head: str, links: Sequence[Link]) -> Iterator[Fault]:
    times = Counter(link.fingerprint for link in links)
    for place, link in enumerate(links, 1):
        if link.position != place:
            yield Fault("place", link.position)
        if times[link.fingerprint] > 1:
            yield Fault("double", link.position)
        if link.hash != _link_hash(head, link.position, link.fingerprint):
            yield Fault("hash", link.position)
        head = link.hash


def _verify_seals(before: str, proof: Proof) -> Iterator[Fault]:
    hashes = [start_of(proof.campaign), *(link.hash for link in proof.links)]
    for place, one in enumerate(proof.seals, 1):
        if one.number != place:
            yield Fault("number", one.number)
        if one.hash != _seal_hash(before, one):
            yield Fault("seal", one.number)
        if one.position >= len(hashes):
            yield Fault("missing", one.number)
        elif one.head != hashes[one.position]:
            yield Fault("head", one.number)
        if sum(one.counts.values()) != one.position or min(one.counts.values(), default=0) < 0:
            yield Fault("counts", one.number)
        before = one.hash


def _link_hash(before: str, position: int, fingerprint: str) -> str:
    return _hash(f"{before}|{position}|{fingerprint}")


def _seal_hash(before: str, one: Seal) -> str:
    counts = ",".join(f"{state}={count}" for state, count in sorted(one.counts.items()))
    at = f"{one.sealed_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return _hash(f"{before}|{one.number}|{at}|{one.position}|{one.head}|{counts}")


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
