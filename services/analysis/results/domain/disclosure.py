"""What may be said of a group of people: the one place that decides it, for pages, charts, files, the API and print.

Fewer than five people look exactly like nobody. Any other group is said in fives, rounded up or down by a shift that
the group itself decides: the same people are the same number whatever way they were asked for, and it only grows as
people come. So no number is exact, and no difference of two numbers tells one person from none. The rounding to fives
is what official statistics in Germany do; see deploy/decisions/0017-figures.md.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from typing import Final

#: A group of fewer people is never told from nobody. Source: practice of the statistical offices (3), raised to 5.
FEWEST: Final = 5
STEP: Final = 5


def shown(members: int, secret: bytes) -> int:
    """How many people a set of responses is said to be: 0 for fewer than five, else a multiple of five.

    `members`: bit n stands for response n. `secret`: the campaign's own, or the shift could be worked out.
    """
    count = members.bit_count()
    return 0 if count < FEWEST else (count + _shift(members, secret)) // STEP * STEP


def _shift(members: int, secret: bytes) -> int:
    """0 to 4, from the five who came first: later ones do not change it, other five have another."""
    first = ",".join(str(number) for number in _first(members, FEWEST))
    return hmac.digest(secret, first.encode(), "sha256")[0] % STEP


def _first(members: int, most: int) -> Iterator[int]:
    for _ in range(most):
        lowest = members & -members
        yield lowest.bit_length() - 1
        members ^= lowest
