"""A span of days in an address: `from=2026-11-01&until=2026-11-07` stands for every day between that has responses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from services.analysis.results.domain.figures import Facet

DAY: Final = "day"
FIRST: Final = "from"
LAST: Final = "until"


def spelled_out(pairs: Iterable[tuple[str, str]], facets: Mapping[str, Facet]) -> list[tuple[str, str]]:
    """The pairs, with every day of the span instead of its ends. A span without a response passes nobody."""
    asked = list(pairs)
    first, last = day_in(asked, FIRST), day_in(asked, LAST)
    kept = [(key, value) for key, value in asked if key not in (FIRST, LAST)]
    if (first is None and last is None) or DAY not in facets:
        return kept
    return [*kept, *((DAY, day) for day in _between(facets[DAY].values, first, last))]


def is_empty(pairs: Sequence[tuple[str, str]], facets: Mapping[str, Facet]) -> bool:
    """There is a span, and nothing came in it: no filter could say so."""
    has_ends = day_in(pairs, FIRST) is not None or day_in(pairs, LAST) is not None
    return has_ends and not any(key == DAY for key, _ in spelled_out(pairs, facets))


def day_in(pairs: Iterable[tuple[str, str]], key: str) -> date | None:
    """None where it is not given, or no day."""
    for name, value in pairs:
        if name == key:
            try:
                return date.fromisoformat(value)
            except ValueError:
                return None
    return None


def _between(days: Iterable[str], first: date | None, last: date | None) -> list[str]:
    return [
        day for day in days if (first is None or day >= first.isoformat()) and (last is None or day <= last.isoformat())
    ]
