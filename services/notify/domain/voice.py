"""What a participant said, as it is shown on the receipt's page and kept nowhere in notify.

It is asked for in the participant's own request, from those who have it; who asks is put in by deploy/voice.py.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

import msgspec


class Quote(msgspec.Struct, frozen=True):
    """The exact words that were read as bearing on a standard. `stance`: met, not_met, suggestion.

    `reviewed`: a person decided so; else a program did.
    """

    standard: str
    stance: str
    text: str
    reviewed: bool = False


class Topic(msgspec.Struct, frozen=True):
    """What the response speaks of: the topic's name by language, and the words that say so."""

    name: Mapping[str, str]
    quotes: tuple[str, ...]


class Voice(msgspec.Struct, frozen=True):
    """`language`: of the form it was written into. `corrected_at`: when its participant changed it last.

    `fingerprint`: what stands for it in the public ledger.
    """

    language: str
    quotes: tuple[Quote, ...] = ()
    topics: tuple[Topic, ...] = ()
    remarks: tuple[str, ...] = ()
    corrected_at: datetime | None = None
    withdrawn_at: datetime | None = None
    fingerprint: str = ""

    def words(self, standard: str, stance: str) -> Sequence[str]:
        return [one.text for one in self._read(standard, stance)]

    def is_reviewed(self, standard: str, stance: str) -> bool:
        """Whether people looked at all that was read so."""
        return all(one.reviewed for one in self._read(standard, stance))

    def _read(self, standard: str, stance: str) -> list[Quote]:
        return [one for one in self.quotes if (one.standard, one.stance) == (standard, stance)]


#: Receipt → what was said under it. None where nothing is known, or those who know are away.
Ask = Callable[[str], Awaitable[Voice | None]]


async def ask_nobody(_receipt: str) -> Voice | None:
    return None
