"""From logits to tags: probabilities, thresholds, stances, passages. No model here, only numbers."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from .adapt import NEUTRAL, Adapter
from .build import Card
from .domain.evidence import Span, best_span, overlap, snapped
from .domain.standards import STANCES, STANDARDS
from .domain.units import clauses
from .encoder import Encoded
from .weights import Floats

S, K = len(STANDARDS), len(STANCES)
STANCE_FEATURES = 7
_STRONGEST = 5


class Signals(NamedTuple):
    """What both halves say of one window: linear logits of the whole [S + 1], the last for "any standard";
    highest of any clause [S]."""

    whole: Floats
    clause: Floats


class Decision(NamedTuple):
    """A tag before it is put into words: indices, probability of the standard, shares of the stances [3], passage."""

    standard: int
    stance: int
    probability: float
    shares: tuple[float, ...]
    span: Span

    @property
    def confidence(self) -> float:
        """How likely standard and stance are both right."""
        return self.probability * self.shares[self.stance]


def signals(text: str, lang: str | None, logits: Callable[[str], Floats]) -> Signals:
    """Ask the linear half for the whole text and for each clause."""
    whole = logits(text)
    units = clauses(text, lang)
    if len(units) < 2:
        return Signals(whole, whole[:S])
    return Signals(whole, np.max([logits(text[u.start : u.end])[:S] for u in units], axis=0))


def standard_logits(cells: Floats) -> Floats:
    """Cell logits [..., 36] → standard logits [..., 12]."""
    by_standard = cells.reshape(*cells.shape[:-1], S, K)
    return np.asarray(np.logaddexp.reduce(by_standard, axis=-1), np.float32)


def stacked_logits(encoder: Floats, whole: Floats, clause: Floats, card: Card) -> Floats:
    """All standard logits [..., 12] → one calibrated logit each [..., 12]."""
    stack = card.stacking
    logits = stack.encoder * encoder + stack.linear * whole + stack.clause * clause
    return np.asarray(logits + np.array(stack.bias, np.float32), np.float32)


def gate_logit(logits: Floats, any_standard: Floats, card: Card) -> Floats:
    """Calibrated logit of "says something about some standard", [...]."""
    total = np.logaddexp.reduce(logits, axis=-1)
    return np.asarray(card.gate.total * total + card.gate.linear * any_standard + card.gate.bias, np.float32)


def sigmoid(logits: Floats) -> Floats:
    """Logits to probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), np.float32)


def chosen(logits: Floats, gate: float, card: Card) -> list[int]:
    """Indices of the standards of one text, likeliest first: none where the gate is closed."""
    if gate < card.gate.threshold:
        return []
    probability = sigmoid(logits)
    passed = np.nonzero(probability >= card.threshold + np.array(card.shifts, np.float32))[0]
    return sorted((int(i) for i in passed), key=lambda i: -float(probability[i]))


def decide(
    text: str,
    lang: str | None,
    encoded: Encoded,
    said: Signals,
    card: Card,
    stance_logits: Callable[[str], Floats],
    adapter: Adapter = NEUTRAL,
) -> list[Decision]:
    """All tags of one window of a text; two opposed stances to a standard give two, with passages apart."""
    logits, gate = window_logits(encoded, said, card)
    push = adapter.push(text[encoded.start : encoded.end], encoded.mean, logits)
    logits = logits + push.standards
    found: list[Decision] = []
    for standard in chosen(logits, gate + push.any_standard, card):
        likely = float(sigmoid(logits[standard]))
        found += _by_stance(text, lang, encoded, standard, likely, card, stance_logits, adapter)
    return found


def window_logits(encoded: Encoded, said: Signals, card: Card) -> tuple[Floats, float]:
    """The shipped model's calibrated logits of one window: standards [12], "says something about any standard"."""
    logits = stacked_logits(standard_logits(encoded.cells), said.whole[:S], said.clause, card)
    return logits, float(gate_logit(logits, said.whole[S], card))


def _by_stance(
    text: str,
    lang: str | None,
    encoded: Encoded,
    standard: int,
    likely: float,
    card: Card,
    stance_logits: Callable[[str], Floats],
    adapter: Adapter,
) -> list[Decision]:
    span, shares = leading_passage(text, lang, encoded, standard, card, stance_logits)
    shares = pushed_shares(shares, adapter.stance_push(text[span.start : span.end], standard))
    first, second = sorted(range(K), key=lambda k: -shares[k])[:2]
    found = [Decision(standard, first, likely, shares, span)]
    if shares[second] >= card.second_stance:
        other = passage(text, lang, encoded, standard, second, card)
        if overlap(span, other) < 0.2:
            found.append(Decision(standard, second, likely, shares, other))
    return found


def leading_passage(
    text: str,
    lang: str | None,
    encoded: Encoded,
    standard: int,
    card: Card,
    stance_logits: Callable[[str], Floats],
) -> tuple[Span, tuple[float, ...]]:
    """The passage of the standard's likeliest stance, and how the shipped model shares out the stances there."""
    leading = int(encoded.cells.reshape(S, K)[standard].argmax())
    span = passage(text, lang, encoded, standard, leading, card)
    features = stance_features(encoded, standard, stance_logits(text[span.start : span.end]))
    return span, stance_shares(features, card)


def pushed_shares(shares: tuple[float, ...], push: Floats) -> tuple[float, ...]:
    """Shares of the stances after something was added to their logits; the same when nothing was."""
    if not push.any():
        return shares
    parts = np.array(shares) * np.exp(np.clip(push, -10, 10))
    return tuple(float(part) for part in parts / parts.sum())


def stance_features(encoded: Encoded, standard: int, linear: Floats) -> Floats:
    """Seven views of the stance to a standard, each with its mean over the stances taken away, [7, 3]."""
    by_cell = encoded.evidence.reshape(-1, S, K)
    own = by_cell[:, standard]
    weight = sigmoid(np.logaddexp.reduce(own, axis=-1))[:, None]
    anywhere = np.logaddexp.reduce(by_cell, axis=1)
    cells = encoded.cells.reshape(S, K)
    views = (
        cells[standard],
        np.logaddexp.reduce(own, axis=0),
        np.sort(own, axis=0)[-_STRONGEST:].mean(0),
        (weight * own).sum(0) / weight.sum(),
        (weight * anywhere).sum(0) / weight.sum(),
        np.logaddexp.reduce(cells, axis=0),
        linear,
    )
    stacked = np.stack(views)
    return np.asarray(stacked - stacked.mean(1, keepdims=True), np.float32)


def stance_shares(features: Floats, card: Card) -> tuple[float, ...]:
    """How the standard's probability divides among met, not_met, suggestion; adds up to 1."""
    logits = np.array(card.stance_mix, np.float32) @ features + np.array(card.stance_bias, np.float32)
    parts = np.exp(logits - logits.max())
    return tuple(float(p) for p in parts / parts.sum())


def passage(text: str, lang: str | None, encoded: Encoded, standard: int, stance: int, card: Card) -> Span:
    """The passage for a standard and stance: tokens of that stance, with a little of the standard's others."""
    scores = token_scores(encoded.evidence, standard, stance, card.evidence_level)
    span = best_span(text, encoded.tokens.starts, encoded.tokens.ends, scores)
    return snapped(text, span, clauses(text, lang))


def token_scores(evidence: Floats, standard: int, stance: int, level: float) -> Sequence[float]:
    """Evidence logits [T, 36] → one score per token, above 0 inside the passage.

    `level` is the share of the strongest token's probability that a token must reach.
    """
    cells = evidence.reshape(len(evidence), S, K)[:, standard]
    likely = sigmoid(np.maximum(cells[:, stance], np.logaddexp.reduce(cells, axis=-1) - 0.7))
    scores: list[float] = (likely - level * float(likely.max())).tolist()
    return scores


def entropy(probability: float) -> float:
    """Binary entropy in bits: 1 where a probability is even, 0 where it is certain."""
    p = min(max(probability, 1e-6), 1 - 1e-6)
    return -(p * math.log2(p) + (1 - p) * math.log2(1 - p))


def doubt_of(decision: Decision) -> float:
    """How much a person's look would help (0–1): highest where standard and stance together are even or less."""
    return round(entropy(max(0.5, decision.confidence)), 4)
