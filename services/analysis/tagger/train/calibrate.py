# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""From held-out logits to the numbers the tagger decides by: stacking, gate, thresholds, stances, passages."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from msgspec.structs import replace
from numpy.typing import NDArray
from torch.nn import functional

from ..build import Card, Gate, Stacking
from ..classifier import (
    STANCE_FEATURES,
    Signals,
    chosen,
    decide,
    gate_logit,
    passage,
    stacked_logits,
    stance_features,
    standard_logits,
)
from ..domain.found import Found
from ..domain.standards import STANCES, STANDARDS
from ..encoder import Encoded
from ..evaluate import Gold, Judged, passage_f1, stance_micro, words
from ..tokens import Tokeniser
from ..weights import Floats, Weights
from .fit import gold_cells
from .linear import Regression, clause_logits, logits_of
from .texts import K, S, Text

Bools = NDArray[np.bool_]
UNTAGGED = 0.92  # the goal is 0.90 on texts of other authors


class Held(NamedTuple):
    """Texts no part of the model has read, with what both halves say of them."""

    texts: list[Text]
    encoded: list[Encoded]
    whole: Floats
    clause: Floats
    stances: Callable[[str], Floats]

    @property
    def cells(self) -> Floats:
        """Cell logits [n, 36]."""
        return np.stack([e.cells for e in self.encoded])

    @property
    def gold(self) -> Bools:
        """Which standards should be found, [n, S]."""
        return np.asarray(gold_cells(self.texts).reshape(-1, S, K).any(-1))


def gather(
    texts: list[Text],
    cells: Floats,
    evidence: Sequence[Floats],
    weights: Weights,
    standards: Regression,
    stances: Regression,
) -> Held:
    """Put a network's logits and the linear halves together."""
    tokeniser = Tokeniser(weights.vocabulary)
    none = np.zeros(0, np.float32)
    encoded = [
        Encoded(c, e, none, tokeniser.encode(t.text, 192)) for t, c, e in zip(texts, cells, evidence, strict=True)
    ]
    whole = logits_of([t.text for t in texts], standards)
    return Held(texts, encoded, whole, clause_logits(texts, standards), lambda p: logits_of([p], stances)[0])


def calibrate(held: Held, card: Card) -> Card:
    """A card with every number fitted on held-out texts, one after the other."""
    gold = held.gold
    card = replace(card, stacking=fit_stacking(held, gold))
    logits = logits_by(held, card)
    card = replace(card, gate=fit_gate(logits, held.whole[:, S], gold))
    card = with_thresholds(logits, gate_logit(logits, held.whole[:, S], card), gold, card)
    card = with_stances(held, card)
    card = _best(card, held, "second_stance", [0.3, 0.35, 0.4, 0.45, 1.0], stance_micro)
    return _best(card, held, "evidence_level", [0.2, 0.3, 0.4, 0.5], passage_f1)


def logits_by(held: Held, card: Card) -> Floats:
    """Stacked standard logits [n, S]."""
    return stacked_logits(standard_logits(held.cells), held.whole[:, :S], held.clause, card)


def fit_stacking(held: Held, gold: Bools) -> Stacking:
    """Logistic regression on three logits with a bias per standard, drawn towards their mean."""
    x = _tensor(np.stack([standard_logits(held.cells), held.whole[:, :S], held.clause], -1))
    y, mix, bias = _tensor(gold), torch.full((3,), 0.5), torch.zeros(S)

    def loss() -> torch.Tensor:
        fit = functional.binary_cross_entropy_with_logits(x @ mix + bias, y, reduction="sum")
        return fit + 4.0 * (bias - bias.mean()).pow(2).sum()

    _minimise(loss, mix, bias)
    encoder, linear, clause = _rounded(mix)
    return Stacking(encoder, linear, clause, _rounded(bias))


def fit_gate(logits: Floats, some: Floats, gold: Bools) -> Gate:
    """Logistic regression for "any standard"."""
    x = _tensor(np.stack([np.logaddexp.reduce(logits, -1), some], -1))
    y, mix, bias = _tensor(gold.any(1)), torch.full((2,), 0.5), torch.zeros(1)
    _minimise(lambda: functional.binary_cross_entropy_with_logits(x @ mix + bias, y, reduction="sum"), mix, bias)
    total, linear = _rounded(mix)
    return Gate(total, linear, _rounded(bias)[0], 0.0)


def with_thresholds(logits: Floats, gate: Floats, gold: Bools, card: Card) -> Card:
    """Gate and threshold for the best micro-F1 that leaves enough untagged; then small shifts per standard."""
    card = replace(card, shifts=[0.0] * S)
    shut = np.quantile(gate[~gold.any(1)], np.arange(UNTAGGED, 0.975, 0.01))
    pairs = [(float(g), float(t)) for g in [-9.0, *shut] for t in np.arange(0.2, 0.62, 0.02)]
    found = [replace(card, gate=replace(card.gate, threshold=round(g, 4)), threshold=round(t, 2)) for g, t in pairs]
    card = max(found, key=lambda c: _score(logits, gate, gold, c))
    for standard in range(S):
        card = max(_shifted(card, standard), key=lambda c: _score(logits, gate, gold, c) - 0.01 * _spread(c))
    return card


def with_stances(held: Held, card: Card) -> Card:
    """Mix the seven views of a stance, on every labelled pair of text and standard with one stance."""
    rows = [
        row
        for text, encoded in zip(held.texts, held.encoded, strict=True)
        for row in _stances(text, encoded, held, card)
    ]
    x, y = _tensor(np.stack([features.T for features, _ in rows])), torch.tensor([stance for _, stance in rows])
    mix, bias = torch.full((STANCE_FEATURES,), 0.2), torch.zeros(K)
    _minimise(lambda: functional.cross_entropy(x @ mix + bias, y) + 1e-3 * mix.pow(2).sum(), mix, bias)
    return replace(card, stance_mix=_rounded(mix), stance_bias=_rounded(bias))


def _stances(text: Text, encoded: Encoded, held: Held, card: Card) -> list[tuple[Floats, int]]:
    found = []
    for standard in {c // K for c, _, _ in text.spans}:
        stances = {c % K for c, _, _ in text.spans if c // K == standard}
        if len(stances) == 1:
            leading = int(encoded.cells.reshape(S, K)[standard].argmax())
            span = passage(text.text, text.lang, encoded, standard, leading, card)
            linear = held.stances(text.text[span.start : span.end])
            found.append((stance_features(encoded, standard, linear), stances.pop()))
    return found


def _score(logits: Floats, gate: Floats, gold: Bools, card: Card) -> float:
    """Micro-F1, less where more than 8 % of the texts without a standard get a tag."""
    found = np.zeros(gold.shape, np.bool_)
    for i in np.nonzero(gate >= card.gate.threshold)[0]:
        found[i, chosen(logits[i], float(gate[i]), card)] = True
    micro = 2 * (gold & found).sum() / max(1, gold.sum() + found.sum())
    kept = 1 - found[~gold.any(1)].any(1).mean()
    return float(micro - 2 * max(0.0, UNTAGGED - kept))


def _shifted(card: Card, standard: int) -> list[Card]:
    cards = []
    for shift in (-0.1, -0.05, 0.0, 0.05, 0.1):
        shifts = [*card.shifts]
        shifts[standard] = shift
        cards.append(replace(card, shifts=shifts))
    return cards


def _spread(card: Card) -> float:
    return sum(abs(t) for t in card.shifts) / S


def _best(card: Card, held: Held, field: str, values: Sequence[Any], by: Callable[[list[Judged]], float]) -> Card:
    """The card with the value of one field that does best by a measure."""
    cards: list[Card] = [replace(card, **{field: value}) for value in values]
    return max(cards, key=lambda c: by(judge(held, c)))


def judge(held: Held, card: Card) -> list[Judged]:
    """Gold and tags of each text, for the measures."""
    rows = zip(held.texts, held.encoded, held.whole, held.clause, strict=True)
    return [_judged(t, decide(t.text, t.lang, e, Signals(w, c), card, held.stances)) for t, e, w, c in rows]


def _judged(text: Text, decisions: Sequence[Any]) -> Judged:
    gold = tuple(Gold(STANDARDS[c // K], STANCES[c % K], words(text.text[a:b])) for c, a, b in text.spans)
    tags = tuple(
        Found(STANDARDS[d.standard], STANCES[d.stance], *_place(text, d.span), d.confidence, 0.0, {}) for d in decisions
    )
    return Judged(text.lang, gold, tags)


def _place(text: Text, span: Any) -> tuple[int, int, str]:
    return span.start, span.end, text.text[span.start : span.end]


def _minimise(loss: Callable[[], torch.Tensor], *parameters: torch.Tensor) -> None:
    for parameter in parameters:
        parameter.requires_grad_(True)
    optimiser = torch.optim.LBFGS(parameters, max_iter=200)

    def step() -> torch.Tensor:
        optimiser.zero_grad()
        value = loss()
        value.backward()
        return value

    optimiser.step(step)  # type: ignore[arg-type]


def _tensor(values: Any) -> torch.Tensor:
    return torch.from_numpy(np.asarray(values, np.float32))


def _rounded(values: torch.Tensor) -> list[float]:
    return [round(float(v), 4) for v in values.detach()]
