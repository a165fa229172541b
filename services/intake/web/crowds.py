"""How many sendings come from one network through one channel: in memory, for ten minutes, and without an address."""

from __future__ import annotations

import ipaddress
from collections import Counter
from datetime import datetime
from typing import Final

from shared.kit.guesses import network_of
from shared.kit.ids import keyed_digest

SPAN_S: Final = 600
#: Beyond so many networks in a span the counts begin anew: memory is no reason to refuse anybody.
MOST_NETWORKS: Final = 50_000


class Crowds:
    """The counts of one web process: with several, a network has as many times the limit. Gone with the process.

    A network is known by a digest whose key changes with every span, so that counts of two spans cannot be put
    together. Addresses that are not on the internet are not counted: they are the proxy's, or those of people who
    run the house.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._span = 0
        self._counts: Counter[bytes] = Counter()

    def count(self, host: str, code: str, at: datetime) -> int:
        """This sending included; 0 for one that is not counted."""
        if not _is_public(host):
            return 0
        span = int(at.timestamp()) // SPAN_S
        if span != self._span or len(self._counts) > MOST_NETWORKS:
            self._span, self._counts = span, Counter()
        bucket = keyed_digest(self._key, f"{span} {code} {network_of(host)}".encode())[:8]
        self._counts[bucket] += 1
        return self._counts[bucket]


def _is_public(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return False
