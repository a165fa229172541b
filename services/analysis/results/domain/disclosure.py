"""What may be said of a group of people: the one place that decides it, for pages, charts, files, the API and print.

Fewer than five people look exactly like nobody, and taking fewer than five away looks like taking nobody away. Any
other group is said in fives, within five of what it is; how, is drawn once for each view and stays. So whatever anybody
works out of many numbers are bounds that are multiples of five, and one to four people lie strictly between two of
these: nobody can tell whether there is one of them. The reasons, and what can still be learned:
deploy/decisions/0017-figures.md.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection, Sequence
from functools import reduce
from operator import and_
from typing import Final, NamedTuple

#: A group of fewer people is never told from nobody. Source: practice of the statistical offices (3), raised to 5.
FEWEST: Final = 5
STEP: Final = 5
#: Where a count goes up a step: so many people before the step is full, each as likely.
EARLY: Final = range(-1, STEP + 1)


class Term(NamedTuple):
    """One condition of a view. `key`: what it says, the same however it was asked for. `members`: whom it holds for."""

    key: str
    members: int


class Crowd:
    """The people of one side of a campaign, and what may be said of those whom conditions hold for.

    `secret`: the campaign's own, or what was drawn could be worked out.
    """

    def __init__(self, everyone: int, secret: bytes) -> None:
        self.everyone, self.secret = everyone, secret
        self._met: dict[tuple[str, ...], int] = {}

    def met(self, terms: Sequence[Term]) -> int:
        """Those whom all of it holds for. All but the last condition are remembered: many views have them in common."""
        if not terms:
            return self.everyone
        *head, last = terms
        keys = tuple(term.key for term in head)
        if keys not in self._met:
            self._met[keys] = reduce(and_, (term.members for term in head), self.everyone)
        return self._met[keys] & last.members

    def shown(self, terms: Sequence[Term]) -> int:
        """How many they are said to be: 0 for fewer than five, else a multiple of five."""
        count = self.met(terms).bit_count()
        if count < FEWEST:
            return 0
        terms, count = self._widened(terms, count)
        return rounded(count, view_of(terms), self.secret) if terms else count // STEP * STEP

    def _widened(self, terms: Sequence[Term], count: int) -> tuple[Sequence[Term], int]:
        """Without the conditions that take fewer than five away, so that who they are does not show in a number."""
        for term in sorted(terms):  # whichever order they came in
            rest = [other for other in terms if other is not term]
            whole = self.met(rest).bit_count()
            if is_few(whole - count, f"{view_of(rest)} without {term.key}", self.secret):
                return self._widened(rest, whole)
        return terms, count


def view_of(terms: Collection[Term]) -> str:
    """What conditions say together, in whichever order."""
    return " & ".join(sorted(term.key for term in terms))


def is_few(count: int, view: str, secret: bytes) -> bool:
    """Fewer than five, or a little more often: exactly five. So being told does not tell five from four either."""
    return count < FEWEST or (count == FEWEST and _drawn(f"few {view}", secret) == 0)


def rounded(count: int, view: str, secret: bytes) -> int:
    """The last step that begins with so many people or fewer: `count` less five at least, plus five at most."""
    for step in range((count + STEP) // STEP, 0, -1):
        if count >= _begins(step, view, secret):
            return step * STEP
    return 0


def _begins(step: int, view: str, secret: bytes) -> int:
    """With how many people; the first with no fewer than five."""
    early = EARLY[_drawn(f"{step} {view}", secret)]
    return step * STEP - (min(early, 0) if step == 1 else early)


def _drawn(what: str, secret: bytes) -> int:
    """One of len(EARLY), as likely as the others and always the same."""
    digest = hmac.digest(secret, what.encode(), "sha256")
    return int.from_bytes(digest[:4], "big") % len(EARLY)
