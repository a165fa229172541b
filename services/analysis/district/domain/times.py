"""Times of the week as people write them: `Mo 15–18`, `Mo-Fr 9:00–12:30`, `Di 19:30–21 monatlich`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

DAYS: Final = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
#: How often a time comes back, as it is written behind it; every week where nothing is.
EVERY: Final = {"weekly": "", "fortnightly": "alle zwei Wochen", "monthly": "monatlich"}
_HOUR: Final = r"(\d{1,2})(?:[:.](\d{2}))?"
_SLOT: Final = re.compile(
    rf"^(Mo|Di|Mi|Do|Fr|Sa|So)\w*\.?(?:\s*[-–]\s*(Mo|Di|Mi|Do|Fr|Sa|So)\w*\.?)?\s+{_HOUR}\s*(?:[-–]|bis)\s*{_HOUR}"
    r"(?:\s*Uhr)?(?:\s*,?\s*\(?(alle (?:zwei|2) Wochen|14-t\S+glich|monatlich)\)?)?$",
    re.IGNORECASE,
)


class Slot(msgspec.Struct, frozen=True, order=True):
    """`day` 0 to 6 from Monday; `start` and `end` in minutes of the day; `every`: a key of EVERY."""

    day: int
    start: int
    end: int
    every: str = "weekly"

    @property
    def minutes(self) -> int:
        return self.end - self.start

    def meets(self, other: Slot) -> int:
        """How many minutes two times have in common, whatever their rhythm."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.day == other.day else 0


def read_times(typed: str) -> tuple[Slot, ...]:
    """In order of the week. Parts stand apart by line, semicolon, or comma before a day. Raises ValueError."""
    parts = re.split(r"[;\n]|,(?=\s*(?:Mo|Di|Mi|Do|Fr|Sa|So))", typed, flags=re.IGNORECASE)
    return tuple(sorted({slot for part in parts if part.strip() for slot in _read(part.strip())}))


def say_times(slots: Iterable[Slot]) -> str:
    """`Mo–Fr 9:00–12:00; Sa 10:00–14:00`: what `read_times` reads."""
    return "; ".join(_runs(sorted(slots)))


def _runs(slots: Sequence[Slot]) -> Iterator[str]:
    for slot, last in in_a_row(slots):
        days = DAYS[slot.day] if last == slot.day else f"{DAYS[slot.day]}–{DAYS[last]}"
        yield f"{days} {clock(slot.start)}–{clock(slot.end)} {EVERY[slot.every]}".rstrip()


def in_a_row(slots: Sequence[Slot]) -> Iterator[tuple[Slot, int]]:
    """Days in a row with the same time together, as the first and the last day, in the order of the first."""
    said: set[Slot] = set()
    for slot in slots:
        if slot in said:
            continue
        last = slot
        while (following := replace(last, day=last.day + 1)) in slots:
            last = following
            said.add(following)
        yield slot, last.day


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def pack_slot(slot: Slot) -> str:
    """As it is kept: `0 15:00-18:00 weekly`."""
    return f"{slot.day} {clock(slot.start)}-{clock(slot.end)} {slot.every}"


def unpack_slot(kept: str) -> Slot:
    day, span, every = kept.split(" ")
    start, end = (int(part[:2]) * 60 + int(part[3:]) for part in span.split("-"))
    return Slot(int(day), start, end, every)


def _read(part: str) -> Iterator[Slot]:
    found = _SLOT.match(part)
    if found is None:
        raise ValueError(part)
    first, last, h1, m1, h2, m2, every = found.groups()
    start, end = int(h1) * 60 + int(m1 or 0), int(h2) * 60 + int(m2 or 0)
    if not 0 <= start < end <= 24 * 60 or int(m1 or 0) > 59 or int(m2 or 0) > 59:
        raise ValueError(part)
    begin = DAYS.index(first.capitalize())
    until = DAYS.index(last.capitalize()) if last else begin
    if until < begin:
        raise ValueError(part)
    for day in range(begin, until + 1):
        yield Slot(day, start, end, _every(every))


def _every(written: str | None) -> str:
    if not written:
        return "weekly"
    return "monthly" if written.lower().startswith("monat") else "fortnightly"
