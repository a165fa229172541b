"""How far two people who decided about the same passages agree: Cohen's κ per standard."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, Literal
from uuid import UUID

import msgspec

from services.analysis.domain.reviewing import Decision, Subject, in_force

#: Below so many pairs the number means little.
FEW: Final = 20
#: What somebody said about a standard in a passage: the stances, none of them for "not touched".
Label = frozenset[str]
NOTHING: Final[Label] = frozenset()
Grade = Literal["few", "none", "poor", "fair", "good", "high"]


class Agreement(msgspec.Struct, frozen=True):
    """`pairs` counts passages, `touched` those in which at least one person saw the standard.

    `standard` None: all together, `same` where two people agree on every standard, and κ over all their answers.
    `kappa` None: where chance alone explains everything, because nobody ever said anything else.
    """

    standard: str | None
    pairs: int
    touched: int
    same: int
    kappa: float | None

    @property
    def grade(self) -> Grade:
        """In words. Source of the bounds: Landis and Koch 1977, the lower two grades put together."""
        if self.pairs < FEW:
            return "few"
        if self.kappa is None:
            return "none"
        if self.kappa < 0.4:
            return "poor"
        return "fair" if self.kappa < 0.6 else "good" if self.kappa < 0.8 else "high"


def cohens_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """κ = (p_o - p_e) / (1 - p_e), from -1 to 1; None without pairs, or when p_e is 1.

    Source: Cohen 1960, A coefficient of agreement for nominal scales. Counted in whole numbers, so that identical
    raters give exactly 1.
    """
    count = len(pairs)
    same = sum(one == other for one, other in pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(first[label] * second[label] for label in first)
    return (same * count - expected) / (count * count - expected) if count * count > expected else None


def agree(standards: Iterable[str], decisions: Iterable[Decision]) -> list[Agreement]:
    """One per standard, in the order given, and first of all one for all of them together."""
    compared = _compared(decisions)
    found = {
        standard: [(one.get(standard, NOTHING), other.get(standard, NOTHING)) for one, other in compared]
        for standard in standards
    }
    answers = [pair for pairs in found.values() for pair in pairs]
    together = _agreement(None, compared, cohens_kappa(answers))
    return [together, *(_agreement(standard, pairs, cohens_kappa(pairs)) for standard, pairs in found.items())]


def _agreement(standard: str | None, pairs: Sequence[tuple[Any, Any]], kappa: float | None) -> Agreement:
    touched = sum(bool(one or other) for one, other in pairs)
    same = sum(one == other for one, other in pairs)
    return Agreement(standard, len(pairs), touched, same, kappa)


def _compared(decisions: Iterable[Decision]) -> list[tuple[Mapping[str, Label], Mapping[str, Label]]]:
    """What the first two people who decided about a passage said of it, per standard."""
    by_passage: dict[UUID, dict[UUID, list[Decision]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(decisions, key=lambda decision: (decision.at, decision.id)):
        by_passage[one.subject.passage_id][one.by].append(one)
    firsts = [list(people.values())[:2] for people in by_passage.values() if len(people) > 1]
    return [both for first, second in firsts if (both := _labels(in_force(first), in_force(second)))]


def _labels(
    first: Sequence[Decision], second: Sequence[Decision]
) -> tuple[Mapping[str, Label], Mapping[str, Label]] | None:
    """Only claims that both decided about, and what either added: who was asked and added nothing saw nothing there."""
    both = {one.subject for one in first} & {one.subject for one in second}
    if not both and not (_looked_for_more(first) and _looked_for_more(second)):
        return None
    return _said(first, both), _said(second, both)


def _looked_for_more(decisions: Sequence[Decision]) -> bool:
    return any(one.verdict == "added" or one.subject.standard is None for one in decisions)


def _said(decisions: Sequence[Decision], both: set[Subject]) -> dict[str, Label]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in decisions:
        if one.standard and one.stance and (one.verdict == "added" or one.subject in both):
            found[one.standard].add(one.stance)
    return {standard: frozenset(stances) for standard, stances in found.items()}
