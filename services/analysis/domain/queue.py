"""Which decision of a person helps most."""

from __future__ import annotations

from typing import Final
from uuid import UUID

import msgspec

#: A text this long that touches no standard may have been read too hastily; counted in characters.
LONG: Final = 120
#: A standard this often touched is half as rare as one that nobody touched.
OFTEN: Final = 5
#: From so many days before its promise date on, a campaign grows more urgent.
SOON: Final = 28


class Candidate(msgspec.Struct, frozen=True):
    """Something to decide. `standard` None: a passage without tags, and `doubt` comes from its length.

    `touched_count`: tags of this standard in this campaign. `asked`: somebody waits for a second opinion.
    """

    passage_id: UUID
    tag_id: UUID | None
    standard: str | None
    doubt: float
    length: int
    asked: bool
    touched_count: int
    days_left: int


def worth(one: Candidate) -> float:
    """How much a decision helps: doubt × weight."""
    doubt = silence(one.length) if one.standard is None else one.doubt
    return doubt * weight(one.touched_count, one.days_left, one.asked)


def weight(touched_count: int, days_left: int, asked: bool) -> float:
    """1 to 12: rarity (1 to 2) × urgency (1 to 2) × 3 when a person waits for the answer.

    Rarity: the first tags of a standard decide whether anything can be said of it. Urgency: grows over the four weeks
    before the promise date, and stays when it has passed.
    """
    rarity = 1 + OFTEN / (OFTEN + touched_count)
    urgency = 1 + min(1.0, max(0.0, (SOON - days_left) / SOON))
    return rarity * urgency * (3 if asked else 1)


def silence(length: int) -> float:
    """How doubtful it is that so many characters touch nothing: 0 to 0.5."""
    return min(0.5, length / 1000) if length >= LONG else 0.0


def first_of(candidates: list[Candidate]) -> Candidate | None:
    """The one whose decision helps most; among equals always the same one."""
    return min(candidates, key=lambda one: (-worth(one), one.passage_id, one.standard or ""), default=None)
