"""What may be sensitive in a text, and what becomes of it."""

from __future__ import annotations

from typing import Final, Literal, get_args

import msgspec

Kind = Literal[
    "email",
    "phone",
    "account",
    "licence_plate",
    "address",
    "person_name",
    "cry_for_help",
    "threat",
    "accusation",
]
#: Where two masks cover the same place, the first of these gives the reason.
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
#: mask: replaced when shown. hold: shown to nobody but those who may decide, until a person decided.
Treatment = Literal["mask", "hold"]
HELD: Final[frozenset[Kind]] = frozenset({"cry_for_help", "threat", "accusation"})


class Sensitive(msgspec.Struct, frozen=True):
    """One sensitive place, `text[start:end]` in code points. `reason` is the key of a text for staff."""

    kind: Kind
    start: int
    end: int
    reason: str

    @property
    def treatment(self) -> Treatment:
        return "hold" if self.kind in HELD else "mask"


def in_order(found: Sensitive) -> tuple[int, int, int]:
    return found.start, -found.end, KINDS.index(found.kind)
