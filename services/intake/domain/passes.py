"""Passes: single-use codes for a group, each good for one response, on the phone or on paper."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

from services.intake.domain.fields import Fields

#: Channels have six signs, receipts and codes to go on with eight: what somebody types says what it is. Twelve signs
#: have 2 * 10**14 forms: with 10,000 open passes, a thousand guesses a second find one in eight months. So nobody who
#: guesses has to be slowed down, and a class that opens its passes at once is not taken for somebody who does.
PASS_LENGTH: Final = 12
#: Fewer passes than answers that are told of a group would say who it was.
FEWEST: Final = 5
MOST: Final = 300
#: Counts below this are not told; see decision 14.
TOLD_FROM: Final = 5
#: So long after making it a sheet can be drawn again, and only while none of its passes is used.
PRINTABLE_FOR: Final = timedelta(hours=24)
MOST_LABEL: Final = 120

State = Literal["open", "used", "void"]
#: Why a pass opens no form.
Over = Literal["used", "void"]


class PassOverError(ValueError):
    """The pass was used from another page, or is void."""

    def __init__(self, state: Over) -> None:
        super().__init__(state)
        self.state: Over = state


class Counts(NamedTuple):
    """How many passes of a pack, by state."""

    open: int = 0
    used: int = 0
    void: int = 0

    @property
    def out(self) -> int:
        """Passes that are out in the world."""
        return self.open + self.used


class Told(NamedTuple):
    """What a page says of a pack: `used` of `of`; None where the number would point at somebody. See told_of."""

    used: int | None
    of: int
    nearly_all: bool = False


class PackForm(NamedTuple):
    """What staff typed to make a pack."""

    label: str
    passes: int
    language: str
    large: bool


def is_pass(code: str) -> bool:
    return len(code) == PASS_LENGTH


def told_of(counts: Counts) -> Told:
    """Nobody and everybody are told; one to four that answered, or one to four that did not, are not."""
    if 0 < counts.used < TOLD_FROM:
        return Told(None, counts.out)
    if 0 < counts.open < TOLD_FROM:
        return Told(None, counts.out, nearly_all=True)
    return Told(counts.used, counts.out)


def is_printable(made_at: datetime, used_count: int, at: datetime) -> bool:
    """Whoever draws a sheet sees its codes; once people have begun to use them, nobody shall."""
    return used_count == 0 and at - made_at < PRINTABLE_FOR


def read_pack(fields: Fields, languages: tuple[str, ...], label: str = "") -> tuple[PackForm, dict[str, str]]:
    """What was typed, and field → what is wrong with it (`staff-wrong-…`). `label`: of a pack that is there already."""
    typed = {name: next(iter(fields.get(name, ())), "").strip() for name in ("label", "count", "language", "large")}
    digits = typed["count"]
    count = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
    wanted = PackForm(label or typed["label"], count, typed["language"], typed["large"] == "yes")
    faults = {} if wanted.label else {"label": "missing"}
    if len(wanted.label) > MOST_LABEL:
        faults["label"] = "long"
    if not (1 if label else FEWEST) <= count <= MOST:
        faults["count"] = "pack-count"
    if wanted.language not in languages:
        faults["language"] = "pick"
    return wanted, faults
