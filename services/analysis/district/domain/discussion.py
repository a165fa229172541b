"""How a proposal's campaign is to be laid out: fields in, values out, and what is wrong with a field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

MOST_LETTERS: Final = {"office": 200, "place": 120, "group": 120}
DAYS: Final = ("opens", "closes", "promise")
FIELDS: Final = ("office", *DAYS, "place", "group")
EARLIEST: Final = date(2000, 1, 1)
LATEST: Final = date(2100, 1, 1)


class Laid(NamedTuple):
    """`place`: where its code will stand; `group`: who answers without a device; both empty where there is none."""

    office: str
    opens_on: date
    closes_on: date
    promise_on: date
    place: str
    group: str


class Read(NamedTuple):
    """`laid`: None where there are faults: field → reason; `discuss-wrong-<reason>` is the text for it."""

    laid: Laid | None
    faults: Mapping[str, str]


def read_laid(typed: Mapping[str, str], today: date, *, published: bool) -> Read:
    """`published`: at once; a draft may still lack its office and its place."""
    lines = {name: " ".join(typed.get(name, "").split()) for name in MOST_LETTERS}
    faults = {name: "long" for name, most in MOST_LETTERS.items() if len(lines[name]) > most}
    if published:
        faults |= {name: "missing" for name in ("office", "place") if not lines[name]}
    opens, closes, promise = (_day(typed.get(name, "")) for name in DAYS)
    faults |= {name: "day" for name, day in zip(DAYS, (opens, closes, promise), strict=True) if day is None}
    if not (opens and closes and promise):
        return Read(None, faults)
    faults |= _order(opens, closes, promise, today)
    return Read(
        None if faults else Laid(lines["office"], opens, closes, promise, lines["place"], lines["group"]), faults
    )


def _order(opens: date, closes: date, promise: date, today: date) -> dict[str, str]:
    faults = {}
    if closes < opens:
        faults["closes"] = "order"
    elif closes < today:
        faults["closes"] = "over"
    if promise <= closes:
        faults["promise"] = "promise"
    return faults


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if EARLIEST < day < LATEST else None
