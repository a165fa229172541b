"""Weights as if every age and part had answered in proportion to the residents: beside the raw answers, never instead.

Everything here starts from counts as they may be shown, so that weights tell nothing that a page does not show anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from services.analysis.results.domain.figures import Facet

#: A group stands for itself only with as many answers; smaller ones are put together with a neighbour.
LEAST: Final = 20
#: Fewer answers than this, in all, make weighted shares a game of chance.
FEWEST_ANSWERS: Final = 100
#: Nobody counts for more than this many people.
CAP: Final = 5.0
#: How much of a question's answers must be left when too small cells look like empty ones.
COVERED: Final = 0.8

#: The part of the residents that nobody speaks for at most: others may not speak for more of them.
UNHEARD: Final = 0.25

Reason = Literal["traits", "unheard", "few", "alike", "apart", "covered"]


class WeightsError(ValueError):
    """Weighting would not be honest here: `weights-<reason>` is the text for it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Cell(msgspec.Struct, frozen=True):
    """One age group in one group of parts. `count`: as it may be shown. `weight`: how much one answer counts."""

    age: tuple[str, ...]
    part: tuple[str, ...]
    count: int
    weight: float = 1.0


class Scheme(msgspec.Struct, frozen=True):
    """Cells with their weights. `capped`: some would count for more than CAP and do not."""

    cells: tuple[Cell, ...]
    capped: bool

    @property
    def ages(self) -> tuple[tuple[str, ...], ...]:
        return tuple(dict.fromkeys(cell.age for cell in self.cells))

    @property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        return tuple(dict.fromkeys(cell.part for cell in self.cells))

    @property
    def count(self) -> int:
        return sum(cell.count for cell in self.cells)

    @property
    def effective(self) -> float:
        """As many answers of a mirror of the residents would be as certain as these weighted ones (Kish)."""
        weighted = sum(cell.weight * cell.count for cell in self.cells)
        squares = sum(cell.weight**2 * cell.count for cell in self.cells)
        return weighted**2 / squares if squares else 0.0

    @property
    def design_effect(self) -> float:
        """How many times as many answers the weighting costs: 1 costs nothing."""
        return self.count / self.effective if self.effective else 0.0


class Share(NamedTuple):
    """One answer, 0 to 1 each. `raw` is what every page shows."""

    key: str
    name: str
    raw: float
    weighted: float


class Weighted(msgspec.Struct, frozen=True):
    """`base`: who answered the question, as it may be shown. `covered`: how much of their answers the weights see."""

    facet: Facet
    shares: tuple[Share, ...]
    base: int
    covered: float


def gathered(
    values: Sequence[str], count: Callable[[tuple[str, ...]], int], *, neighbours: bool
) -> tuple[tuple[str, ...], ...]:
    """Groups of values with enough answers each. `neighbours`: only what stands side by side may come together, as ages
    do; others that are too small are put together. `count`: of several values, as it may be shown.
    """
    groups: list[tuple[str, ...]] = [(value,) for value in values]
    while len(groups) > 1:
        counts = [count(group) for group in groups]
        smallest = min(range(len(groups)), key=counts.__getitem__)
        if counts[smallest] >= LEAST:
            break
        others = [place for place in range(len(groups)) if place != smallest]
        near = [place for place in others if abs(place - smallest) == 1] if neighbours else others
        partner = min(near, key=counts.__getitem__)
        first, second = sorted((smallest, partner))
        groups[first : second + 1] = [(*groups[first], *groups[second]), *groups[first + 1 : second]]
    return tuple(groups)


def unheard(people: Mapping[tuple[str, ...], int], count: Callable[[tuple[str, ...]], int]) -> float:
    """The share of residents, 0 to 1, in groups from which nobody is seen to have answered."""
    everyone = sum(people.values())
    return sum(living for values, living in people.items() if living and not count(values)) / max(everyone, 1)


def margin(groups: Sequence[tuple[str, ...]], people: Mapping[tuple[str, ...], int]) -> dict[tuple[str, ...], float]:
    """The percentage of residents in each group."""
    everyone = sum(people.values())
    return {group: 100 * sum(people.get((value,), 0) for value in group) / everyone for group in groups}


def weigh(
    facet: Facet, scheme: Scheme, raw: Mapping[str, int], base: int, counts: Mapping[tuple[int, str], int]
) -> Weighted:
    """`raw`: answer → people. `counts`: (number of the cell, answer) → people; all as they may be shown.

    Raises WeightsError where so many cells are too small that little of the answers is left.
    """
    covered = sum(counts.values()) / max(sum(raw.values()), 1)
    if covered < COVERED:
        raise WeightsError("covered")
    weighted = {
        value: sum(cell.weight * counts[n, value] for n, cell in enumerate(scheme.cells)) for value in facet.values
    }
    everyone = sum(weighted.values())
    said = sum(raw.values())
    shares = (Share(value, name, raw[value] / said, weighted[value] / everyone) for value, name in facet.values.items())
    return Weighted(facet, tuple(shares), base, min(covered, 1.0))
