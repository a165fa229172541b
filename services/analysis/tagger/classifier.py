"""From logits to tags: probabilities, thresholds, stances, passages. No model here, only numbers."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .build import Card
from .domain.evidence import Span, best_span, overlap, snapped
from .domain.standards import STANCES, STANDARDS
from .domain.units import clauses
from .encoder import Encoded
from .weights import Floats

_S, _K = len(STANDARDS), len(STANCES)


class Decision(NamedTuple):
    """A tag before it is put into words: indices, calibrated probability, stance shares [3], passage."""

    standard: int
    stance: int
    probability: float
    shares: tuple[float, ...]
    span: Span


def standard_logits(cells: Floats) -> Floats:
    """Cell logits [..., 36] → standard logits [..., 12]."""
    by_standard = cells.reshape(*cells.shape[:-1], _S, _K)
    return np.asarray(np.logaddexp.reduce(by_standard, axis=-1), np.float32)


def probabilities(encoder: Floats, linear: Floats, card: Card) -> Floats:
    """Both halves' standard logits [..., 12] → calibrated probabilities [..., 12]."""
    stack = card.stacking
    logits = stack.encoder * encoder + stack.linear * linear + np.array(stack.bias, np.float32)
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def chosen(probability: Floats, card: Card) -> list[int]:
    """Indices of the standards of one text [12], likeliest first.

    A text is tagged at all only when one standard passes the first threshold; then others may pass the lower next one.
    """
    shift = np.array(card.thresholds, np.float32)
    if not (probability >= card.first_threshold + shift).any():
        return []
    passed = np.nonzero(probability >= card.next_threshold + shift)[0]
    return sorted((int(i) for i in passed), key=lambda i: -float(probability[i]))


def stance_shares(cells: Floats, standard: int, card: Card) -> tuple[float, ...]:
    """How the standard's probability divides among met, not_met, suggestion; adds up to 1."""
    logits = cells.reshape(_S, _K)[standard] + np.array(card.stance_bias, np.float32)
    parts = np.exp(logits - logits.max())
    return tuple(float(p) for p in parts / parts.sum())


def decide(text: str, lang: str | None, encoded: Encoded, probability: Floats, card: Card) -> list[Decision]:
    """All tags of one window of a text; two opposed stances to a standard give two, with passages apart."""
    found: list[Decision] = []
    for standard in chosen(probability, card):
        shares = stance_shares(encoded.cells, standard, card)
        ranked = sorted(range(_K), key=lambda k: -shares[k])
        first = passage(text, lang, encoded, standard, ranked[0], card)
        found.append(Decision(standard, ranked[0], float(probability[standard]), shares, first))
        if shares[ranked[1]] < card.second_stance:
            continue
        second = passage(text, lang, encoded, standard, ranked[1], card)
        if overlap(first, second) < 0.2:
            likely = float(probability[standard]) * shares[ranked[1]] / shares[ranked[0]]
            found.append(Decision(standard, ranked[1], likely, shares, second))
    return found


def passage(text: str, lang: str | None, encoded: Encoded, standard: int, stance: int, card: Card) -> Span:
    """The passage for a standard and stance: tokens of that stance, with a little of the standard's others."""
    scores = token_scores(encoded.evidence, standard, stance, card.evidence_level)
    span = best_span(text, encoded.tokens.starts, encoded.tokens.ends, scores)
    return snapped(text, span, clauses(text, lang))


def token_scores(evidence: Floats, standard: int, stance: int, level: float) -> Sequence[float]:
    """Evidence logits [T, 36] → one score per token, above 0 inside the passage.

    `level` is the share of the strongest token's probability that a token must reach.
    """
    cells = evidence.reshape(len(evidence), _S, _K)[:, standard]
    both = np.maximum(cells[:, stance], np.logaddexp.reduce(cells, axis=-1) - 0.7)
    likely = 1 / (1 + np.exp(-both))
    scores: list[float] = (likely - level * float(likely.max())).tolist()
    return scores


def entropy(probability: float) -> float:
    """Binary entropy in bits: 1 where a probability is even, 0 where it is certain."""
    p = min(max(probability, 1e-6), 1 - 1e-6)
    return -(p * math.log2(p) + (1 - p) * math.log2(1 - p))


def doubt_of(decision: Decision) -> float:
    """How much a person's look would help (0–1): unsure of the standard, or of the stance."""
    rest = 1 - max(decision.shares)
    return round(max(entropy(decision.probability), min(1.0, entropy(rest) * 0.9)), 4)
