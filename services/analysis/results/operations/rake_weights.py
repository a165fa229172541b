"""Post-stratification: weights by raking over age and part (weightipy), on numbers as they may be shown.

weightipy brings pandas, which is slow to import: only here, and off the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any, Final

from msgspec.structs import replace

from services.analysis.results.domain.figures import Facet, Figures, Filter
from services.analysis.results.domain.population import Group, residents
from services.analysis.results.domain.weights import (
    CAP,
    FEWEST_ANSWERS,
    UNHEARD,
    Cell,
    Scheme,
    Weighted,
    WeightsError,
    gathered,
    margin,
    unheard,
    weigh,
)

#: Rows that are weighted at most: one for each answer, or for several where there are more.
MOST_ROWS: Final = 20_000
#: How far from the residents a margin may be left, in percentage points, before the weights are worth nothing.
FAR: Final = 2.0


async def rake_weights(
    figures: Figures, groups: Sequence[Group], facet: Facet | None
) -> tuple[Scheme, Weighted | None]:
    """The weights, and the answers to a question with them. Raises WeightsError where they would not be honest."""
    return await asyncio.to_thread(_both, figures, groups, facet)


def _both(figures: Figures, groups: Sequence[Group], facet: Facet | None) -> tuple[Scheme, Weighted | None]:
    scheme = rake(figures, groups)
    return scheme, _weigh(figures, scheme, facet) if facet else None


def rake(figures: Figures, groups: Sequence[Group]) -> Scheme:
    """Raises WeightsError."""
    if not {"age", "part"} <= figures.facets.keys():
        raise WeightsError("traits")
    ages, parts = residents(groups, "age"), residents(groups, "part")
    by_age = _groups(ages, lambda values: _count(figures, age=values), neighbours=True)
    by_part = _groups(parts, lambda values: _count(figures, part=values), neighbours=False)
    if len(by_age) < 2 and len(by_part) < 2:
        raise WeightsError("alike")
    counted = (Cell(age, part, _count(figures, age=age, part=part)) for age, part in product(by_age, by_part))
    cells = tuple(cell for cell in counted if cell.count)
    if sum(cell.count for cell in cells) < FEWEST_ANSWERS:
        raise WeightsError("few")
    return _raked(cells, {"age": margin(by_age, ages), "part": margin(by_part, parts)})


def _groups(
    people: Mapping[tuple[str, ...], int], count: Callable[[tuple[str, ...]], int], *, neighbours: bool
) -> tuple[tuple[str, ...], ...]:
    """Raises WeightsError where too many residents would be spoken for by others."""
    if unheard(people, count) > UNHEARD:
        raise WeightsError("unheard")
    return gathered([values[0] for values in people], count, neighbours=neighbours)


def _raked(cells: Sequence[Cell], margins: dict[str, dict[tuple[str, ...], float]]) -> Scheme:
    """Raises WeightsError where the cells that are left cannot be made to look like the residents."""
    from pandas import DataFrame
    from weightipy import scheme_from_dict, weight_dataframe

    total = sum(cell.count for cell in cells)
    thin = min(1.0, MOST_ROWS / total)
    rows = [(n, "/".join(cell.age), "/".join(cell.part)) for n, cell in enumerate(cells) for _ in _rows(cell, thin)]
    wanted = {trait: {"/".join(group): share for group, share in groups.items()} for trait, groups in margins.items()}
    frame = DataFrame(rows, columns=["cell", "age", "part"])
    if any(
        set(frame[trait]) != {group for group, share in groups.items() if share} for trait, groups in wanted.items()
    ):
        raise WeightsError("apart")
    weighted = weight_dataframe(frame, scheme_from_dict(wanted, "raking", {"cap": CAP}))
    weights = weighted.groupby("cell")["weights"].mean()
    _check(weighted, wanted)
    scheme = tuple(replace(cell, weight=float(weights[n])) for n, cell in enumerate(cells))
    return Scheme(scheme, capped=max(cell.weight for cell in scheme) >= CAP * 0.99)


def _rows(cell: Cell, thin: float) -> range:
    return range(max(1, round(cell.count * thin)))


def _check(weighted: Any, wanted: dict[str, dict[str, float]]) -> None:
    """Raking gives up after a while, or at the cap; then its margins are not those of the residents."""
    for trait, groups in wanted.items():
        reached = weighted.groupby(trait, observed=True)["weights"].sum()
        share = reached / reached.sum() * 100
        if any(abs(float(share.get(group, 0.0)) - target) > FAR for group, target in groups.items()):
            raise WeightsError("apart")


def _weigh(figures: Figures, scheme: Scheme, facet: Facet) -> Weighted:
    counts = {
        (n, value): _count(figures, age=cell.age, part=cell.part, **{facet.key: (value,)})
        for n, cell in enumerate(scheme.cells)
        for value in facet.values
    }
    known = [Filter("age", _all(scheme.ages)), Filter("part", _all(scheme.parts))]
    shown = figures.breakdown(facet.key, known)
    return weigh(facet, scheme, {cell.key: cell.count for cell in shown.cells}, shown.base, counts)


def _count(figures: Figures, **values: tuple[str, ...]) -> int:
    return figures.count([Filter(facet, wanted) for facet, wanted in values.items()])


def _all(groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(value for group in groups for value in group)
