"""Who came how is blurred in a file of single responses until nobody stands out: k-anonymity by blanking.

What somebody may know of a person from elsewhere (age, part of town, language, poster, week) stands in a row only as
far as at least five rows say exactly the same. What is blanked looks like what nobody answered, and so many rows are
blanked along with too few that the blank ones are five at least. Source: Sweeney 2002, with local suppression.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from services.analysis.results.domain.disclosure import FEWEST

#: Stands where nothing was answered, and where it may not be said.
BLANK: Final = 0
Rows = list[int]


def anonymous(attributes: Sequence[Sequence[int]]) -> list[list[int]]:
    """The attributes, blanked so far that every combination that is left has at least five rows.

    `attributes`: one after the other, what matters most first; each says for every row the number of its value, or
    BLANK. The rows stand in an order that belongs to the campaign for good: whoever is blanked along with others is
    the same in the next file, or two files together would tell who was not. With fewer than five rows all is blank.
    """
    known = [list(values) for values in attributes]
    groups: list[Rows] = [list(range(len(known[0])))] if known and known[0] else []
    if sum(map(len, groups)) < FEWEST:
        return [[BLANK] * len(values) for values in known]
    for values in known:
        groups = [part for group in groups for part in _parted(group, values)]
    return known


def smallest(attributes: Sequence[Sequence[int]]) -> int:
    """How many rows the rarest combination has; 0 where there is no row."""
    counts: dict[tuple[int, ...], int] = {}
    for row in zip(*attributes, strict=True):
        counts[row] = counts.get(row, 0) + 1
    return min(counts.values(), default=0)


def _parted(group: Rows, values: list[int]) -> list[Rows]:
    """The group by value; those with a value of too few are blanked, and enough others with them."""
    by_value: dict[int, Rows] = {}
    for row in group:
        by_value.setdefault(values[row], []).append(row)
    blank = by_value.pop(BLANK, [])
    for value in [value for value, rows in by_value.items() if len(rows) < FEWEST]:
        blank += by_value.pop(value)
    while 0 < len(blank) < FEWEST:
        blank += _given_up(by_value, FEWEST - len(blank))
    for row in blank:
        values[row] = BLANK
    return [*by_value.values(), sorted(blank)] if blank else list(by_value.values())


def _given_up(by_value: dict[int, Rows], wanted: int) -> Rows:
    """So many rows of the most frequent value, or all of it where too few would be left.

    A group has five rows at least, so there is always somebody left to give.
    """
    most = max(by_value, key=lambda value: len(by_value[value]))
    if len(by_value[most]) - wanted < FEWEST:
        return by_value.pop(most)
    given, by_value[most] = by_value[most][:wanted], by_value[most][wanted:]
    return given
