"""The districts of a city side by side, as far as they can be compared.

What counts is what people ticked on a core question: it is the same in every district, as long as the standard it
rates says the same there. Whatever is said of people are numbers that may be shown (results/domain/disclosure.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal

import msgspec

from services.analysis.domain.findings import Parts, Share, State, share_of, state_of

#: Why there is no number: nobody was asked, the standard is unknown there or says something else, the core question
#: was asked otherwise, or fewer answered than may be told.
Why = Literal["none", "standard", "words", "question", "few"]
#: Of a standard: who may change it and where it was read change nothing of what it asks.
_BESIDE: Final = ("locked", "sources", "phrases")


class Core(msgspec.Struct, frozen=True):
    """A core question of one campaign, by which people rate a standard from 1 (not kept) to `points` (kept)."""

    question: str
    standard: str
    points: int
    label: str


class Round(msgspec.Struct, frozen=True):
    """One campaign. `rated`: who ticked what on each of its core questions. `promise`: of the day that holds now."""

    slug: str
    heard_count: int
    promise: Literal["open", "kept", "missed"]
    rated: tuple[tuple[Core, Parts], ...] = ()


class Place(msgspec.Struct, frozen=True):
    """A district. `standards`: id → as it is kept, of the catalogue that holds there. `residents`: 0 for unknown."""

    district: str
    standards: Mapping[str, Mapping[str, Any]]
    rounds: tuple[Round, ...] = ()
    residents: int = 0

    @property
    def heard_count(self) -> int:
        return sum(one.heard_count for one in self.rounds)

    @property
    def per_thousand(self) -> float | None:
        """Voices for every thousand residents: somebody who speaks in two campaigns counts twice."""
        return 1000 * self.heard_count / self.residents if self.residents else None

    def promised(self, state: str) -> int:
        return sum(one.promise == state for one in self.rounds)


class Cell(msgspec.Struct, frozen=True):
    """`why`: there is no number."""

    district: str
    share: Share | None = None
    why: Why | None = None

    @property
    def state(self) -> State:
        return state_of(self.share.share, self.share) if self.share else "open"


class Row(msgspec.Struct, frozen=True):
    """A standard that a core question rates, in all districts."""

    standard: str
    title: str
    question: str
    cells: tuple[Cell, ...]

    @property
    def told(self) -> tuple[Cell, ...]:
        return tuple(one for one in self.cells if one.share)


def compare_places(places: Sequence[Place], measure: Place) -> tuple[Row, ...]:
    """`measure`: the district whose standards and questions are what the others are compared with.

    A row for each of its standards that a core question rates, there or anywhere; questions as asked last.
    """
    asked = _asked(places) | _asked([measure])
    wanted = ((key, asked[key]) for key in measure.standards if key in asked)
    return tuple(
        Row(key, _title(measure, key), core.label, tuple(_cell(one, key, core, measure) for one in places))
        for key, core in wanted
    )


def unasked(measure: Place, rows: Iterable[Row]) -> tuple[str, ...]:
    """Titles of standards that no core question rates."""
    rated = {row.standard for row in rows}
    return tuple(_title(measure, key) for key in measure.standards if key not in rated)


def _cell(place: Place, standard: str, core: Core, measure: Place) -> Cell:
    told = [(one, parts) for each in place.rounds for one, parts in each.rated if one.standard == standard]
    same = [parts for one, parts in told if (one.points, one.label) == (core.points, core.label)]
    why: Why | None = None
    if standard not in place.standards:
        why = "standard"
    elif _wording(place, standard) != _wording(measure, standard):
        why = "words"
    elif not same:
        why = "question" if told else "none"
    share = share_of(_joined(same))
    if why is None and share.share is None:
        why = "few"
    return Cell(place.district, None if why else share, why)


def _asked(places: Iterable[Place]) -> dict[str, Core]:
    return {core.standard: core for place in places for one in reversed(place.rounds) for core, _ in one.rated}


def _joined(parts: Iterable[Parts]) -> Parts:
    """Sums of what may be shown: nothing is told that each campaign does not tell."""
    listed = list(parts)
    return Parts(*(sum(getattr(one, name) for one in listed) for name in ("kept", "partly", "not_kept")))


def _wording(place: Place, standard: str) -> dict[str, Any]:
    return {key: value for key, value in place.standards[standard].items() if key not in _BESIDE}


def _title(place: Place, standard: str) -> str:
    return str(place.standards[standard].get("title", {}).get("de", standard))
