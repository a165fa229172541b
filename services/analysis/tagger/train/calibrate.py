# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""From held-out logits to the numbers the tagger decides by: stacking, thresholds, stances, passages."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray

from ..build import Card, Stacking
from ..classifier import chosen, decide, probabilities, standard_logits
from ..domain.found import Found
from ..encoder import Encoded
from ..evaluate import Gold, Judged, passage_f1, stance_micro, words
from ..tokens import Tokeniser
from ..weights import Floats, Weights
from .fit import gold_cells
from .texts import K, S, Text

Bools = NDArray[np.bool_]
UNTAGGED = 0.92  # the goal is 0.90 on texts of other authors


class Held(NamedTuple):
    """Texts no part of the model has seen, with both halves' logits."""

    texts: list[Text]
    cells: Floats
    evidence: list[Floats]
    linear: Floats


def calibrate(held: Held, weights: Weights, card: Card) -> Card:
    """A card with every number fitted on held-out texts, one after the other."""
    gold: Bools = np.asarray(gold_cells(held.texts).reshape(-1, S, K).any(-1))
    encoder = standard_logits(held.cells)
    card = msgspec.structs.replace(card, stacking=stacked(encoder, held.linear, gold))
    likely = probabilities(encoder, held.linear, card)
    card = with_thresholds(likely, gold, card)
    encoded = _encoded(held, weights)
    card = _best(card, held, encoded, likely, "stance_bias", _biases(), stance_micro)
    card = _best(card, held, encoded, likely, "second_stance", [0.25, 0.3, 0.35, 0.4, 0.45, 1.0], stance_micro)
    return _best(card, held, encoded, likely, "evidence_level", [0.2, 0.3, 0.4, 0.5, 0.6], passage_f1)


def stacked(encoder: Floats, linear: Floats, gold: Bools) -> Stacking:
    """Logistic regression on both logits with a bias per standard, drawn towards their mean."""
    x, z, y = (torch.from_numpy(np.asarray(a, np.float32)) for a in (encoder, linear, gold))
    shares = torch.tensor([0.7, 0.5], requires_grad=True)
    bias = torch.zeros(S, requires_grad=True)
    optimiser = torch.optim.LBFGS([shares, bias], max_iter=200)

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        logits = shares[0] * x + shares[1] * z + bias
        fit = torch.nn.functional.binary_cross_entropy_with_logits(logits, y, reduction="sum")
        total = fit + 4.0 * (bias - bias.mean()).pow(2).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    return Stacking(float(shares[0]), float(shares[1]), [round(float(b), 4) for b in bias])


def with_thresholds(likely: Floats, gold: Bools, card: Card) -> Card:
    """First and next threshold for the best micro-F1 that leaves enough untagged; then small shifts per standard."""
    card = msgspec.structs.replace(card, thresholds=[0.0] * S)
    grid = np.arange(0.2, 0.72, 0.02)
    pairs = [(float(a), float(b)) for a in grid for b in grid if b <= a]
    found = [msgspec.structs.replace(card, first_threshold=a, next_threshold=b) for a, b in pairs]
    card = max(found, key=lambda c: _score(likely, gold, c))
    for _ in range(2):
        for standard in range(S):
            card = max(_shifted(card, standard), key=lambda c: _score(likely, gold, c) - 0.01 * _spread(c))
    return card


def predicted(likely: Floats, card: Card) -> Bools:
    """What the card's thresholds choose, [n, S]."""
    found = np.zeros(likely.shape, np.bool_)
    for i, row in enumerate(likely):
        found[i, chosen(row, card)] = True
    return found


def _score(likely: Floats, gold: Bools, card: Card) -> float:
    """Micro-F1, less where more than 8 % of the texts without a standard get a tag."""
    found = predicted(likely, card)
    micro = 2 * (gold & found).sum() / max(1, gold.sum() + found.sum())
    kept = 1 - found[~gold.any(1)].any(1).mean()
    return float(micro - 2 * max(0.0, UNTAGGED - kept))


def _shifted(card: Card, standard: int) -> list[Card]:
    cards = []
    for shift in (-0.1, -0.06, -0.03, 0.0, 0.03, 0.06, 0.1):
        shifts = [*card.thresholds]
        shifts[standard] = shift
        cards.append(msgspec.structs.replace(card, thresholds=shifts))
    return cards


def _spread(card: Card) -> float:
    return sum(abs(t) for t in card.thresholds) / S


def _biases() -> list[list[float]]:
    steps = (-0.4, -0.2, 0.0, 0.2, 0.4)
    return [[a, 0.0, b] for a in steps for b in steps]


def _best(
    card: Card, held: Held, encoded: Sequence[Encoded], likely: Floats, field: str, values: Sequence[Any], by: Any
) -> Card:
    """The card with the value of one field that does best by a measure."""
    cards = [msgspec.structs.replace(card, **{field: value}) for value in values]
    return max(cards, key=lambda c: by(judge(held.texts, encoded, likely, c)))


def judge(texts: Sequence[Text], encoded: Sequence[Encoded], likely: Floats, card: Card) -> list[Judged]:
    """Gold and tags of each text, for the measures."""
    return [_judged(t, e, row, card) for t, e, row in zip(texts, encoded, likely, strict=True)]


def _judged(text: Text, encoded: Encoded, row: Floats, card: Card) -> Judged:
    from ..domain.standards import STANCES, STANDARDS

    gold = tuple(Gold(STANDARDS[c // K], STANCES[c % K], words(text.text[a:b])) for c, a, b in text.spans)
    tags = tuple(
        Found(STANDARDS[d.standard], STANCES[d.stance], *_place(text, d.span), d.probability, 0.0, {})
        for d in decide(text.text, text.lang, encoded, row, card)
    )
    return Judged(text.lang, gold, tags)


def _place(text: Text, span: Any) -> tuple[int, int, str]:
    return span.start, span.end, text.text[span.start : span.end]


def _encoded(held: Held, weights: Weights) -> list[Encoded]:
    tokeniser = Tokeniser(weights.vocabulary)
    none = np.zeros(0, np.float32)
    return [
        Encoded(cells, evidence, none, tokeniser.encode(text.text, 192))
        for text, cells, evidence in zip(held.texts, held.cells, held.evidence, strict=True)
    ]
