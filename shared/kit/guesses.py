"""Slowing down whoever guesses receipts and other codes, without knowing who it is.

Look-ups are counted in PostgreSQL, for all web processes together: under everybody, and under the network they come
from; for each key apart, so that what one page counts locks nobody out of another. A network is known by a digest whose
key changes with every span, so no address is kept, and what is kept is of no use a few minutes later. Codes have seven
thousand million forms: with 10,000 responses one guess in 700,000 hits. One network has 40 guesses in ten minutes: it
would take it four months. Where many networks guess at once, each has 5.
"""

from __future__ import annotations

import ipaddress
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import ARRAY, LargeBinary, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from shared.kit.ids import keyed_digest

SPAN_S: Final = 600
#: Failed look-ups of one network in a span that cost nothing: people mistype, and a waiting room shares a network.
FREE: Final = 10
STEP_S: Final = 0.2
LONGEST_PAUSE_S: Final = 5.0
#: Beyond so many, a network is asked to come again in the next span.
MOST: Final = 40
#: Failed look-ups of everybody in a span that no crowd of mistyping people makes, and what a network has from then on.
ALARM: Final = 1000
MOST_IN_ALARM: Final = 5
#: Bits of an address that stand for a network: what one household or school has, and can change within.
PREFIX: Final = {4: 24, 6: 48}


class GuessCount:
    """Columns of a service's table `guess`: failures by bucket (a digest of everybody or of a network) and span."""

    bucket: Mapped[bytes] = mapped_column(primary_key=True)
    span: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    failure_count: Mapped[int]


class Admission(NamedTuple):
    """`pause_s`: to be waited before the look-up, right or wrong. `refused`: there is to be none for now."""

    pause_s: float = 0.0
    refused: bool = False


class Guesses:
    """The look-ups of one service for one purpose. `schema` has a table `guess`. `key`: of this purpose alone."""

    def __init__(self, schema: str, key: bytes) -> None:
        self._key = key
        self._everybody = self._bucket("everybody")
        self._count = text(
            f"""
            WITH over AS (DELETE FROM {schema}.guess WHERE span < :span - 1)
            INSERT INTO {schema}.guess AS known (bucket, span, failure_count)
            SELECT bucket, :span, greatest(:change, 0) FROM unnest(:buckets) WITH ORDINALITY AS b (bucket, place)
            ORDER BY place
            ON CONFLICT (bucket, span) DO UPDATE SET failure_count = greatest(known.failure_count + :change, 0)
            RETURNING bucket, failure_count
            """  # noqa: S608 - the schema is a constant of a service, never input
        ).bindparams(bindparam("buckets", type_=ARRAY(LargeBinary)))

    async def begin(self, session: AsyncSession, host: str, at: datetime) -> Admission:
        """Counts the look-up as failed before it is made: a hundred at once count like a hundred in a row.

        One statement. `host`: the address it comes from, which is not kept.
        """
        of_network, of_all = await self._change(session, host, at, 1)
        return admission(of_network - 1, of_all - 1)

    async def found(self, session: AsyncSession, host: str, at: datetime) -> None:
        """Takes it back: the look-up was no guess. One statement."""
        await self._change(session, host, at, -1)

    async def _change(self, session: AsyncSession, host: str, at: datetime, change: int) -> tuple[int, int]:
        """Failures of the network and of everybody, with this one."""
        span = int(at.timestamp()) // SPAN_S
        network = self._bucket(f"{span} {network_of(host)}")
        # Everybody's row first, always: then no two statements wait for each other.
        values = {"span": span, "change": change, "buckets": [self._everybody, network]}
        counted = {bytes(row.bucket): row.failure_count for row in await session.execute(self._count, values)}
        return counted[network], counted[self._everybody]

    def _bucket(self, whose: str) -> bytes:
        return keyed_digest(self._key, whose.encode())[:8]


def admission(of_network: int, of_all: int) -> Admission:
    """What failures so far in this span lead to."""
    most = MOST_IN_ALARM if of_all >= ALARM else MOST
    pause = min(max(0, of_network - FREE) * STEP_S, LONGEST_PAUSE_S)
    return Admission(pause, refused=of_network >= most)


def network_of(host: str) -> str:
    """The network of an address; of anything else nothing, so that all of those are one."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return ""
    return str(ipaddress.ip_network((address, PREFIX[address.version]), strict=False))
