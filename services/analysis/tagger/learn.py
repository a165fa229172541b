"""Learning from reviews: a logistic layer on the shipped model's logits, held to them by a prior. Numpy only.

Every output starts at what the shipped model says; weights are drawn to zero, so few reviews change little. How
strongly is found by cross-validation over the reviews themselves, and "not at all" is one of the choices.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .adapt import (
    BUCKETS,
    FORM,
    Adaptation,
    Common,
    K,
    Observed,
    S,
    packed,
    stance_features,
    text_features,
    writing,
)
from .domain.grams import grams
from .weights import Floats

#: How hard weights are drawn to zero, from bold to timid; beyond the last: nothing is learned.
PRIORS: Final = (0.5, 1.5, 5.0)
FOLDS: Final = 4
#: So many lessons are enough, and keep a training within minutes and 200 MB.
MOST: Final = 2500
#: Standard errors, and mean log-loss, that a gain must exceed to count.
SURELY: Final = 1.64
LEAST_GAIN: Final = 0.01
_STEPS, _FEW_STEPS = 300, 120
#: Logits [n, outputs] to probabilities.
Likely = Callable[[Floats], Floats]


class Lesson(NamedTuple):
    """One window of a reviewed text.

    `wanted` [13]: 1 where the standard is touched, 0 where not (the last: any); `known` [13]: 0 where nobody decided.
    `stances`: the stance of each standard touched; `key`: lessons with the same key stay together.
    """

    seen: Observed
    wanted: Floats
    known: Floats
    stances: dict[int, int]
    key: str


class Task(NamedTuple):
    """Features [n, f], the shipped logits [n, outputs], what was wanted and what of that is known [n, outputs]."""

    features: Floats
    logits: Floats
    wanted: Floats
    known: Floats


def learn(base: str, lessons: Sequence[Lesson]) -> Adaptation:
    """The adaptation of the model `base`; the same for the same lessons in any order."""
    ordered = sorted(lessons, key=lambda one: (one.key, one.seen.start))
    centre = np.mean([one.seen.mean for one in ordered], axis=0).astype(np.float32)
    texts = [one.seen.text for one in ordered]
    rarity = _rarity(texts)
    common = Common(centre, rarity, np.mean([writing(text, rarity) for text in texts], axis=0))
    standards = _weights(_standards_task(ordered, common), _folds(ordered), _logistic)
    quotes = list(_quotes(ordered))
    stances = np.zeros((BUCKETS + S, K), np.float32)
    if quotes:
        stances = _weights(_stance_task(quotes, common), _folds([one for one, _, _ in quotes]), _softmax)
    return Adaptation(FORM, base, *map(packed, (*common, standards, stances)))


def _standards_task(lessons: Sequence[Lesson], common: Common) -> Task:
    return Task(
        np.stack([text_features(one.seen.text, one.seen.mean, one.seen.logits, common) for one in lessons]),
        np.stack([np.append(one.seen.logits, one.seen.gate) for one in lessons]).astype(np.float32),
        np.stack([one.wanted for one in lessons]).astype(np.float32),
        np.stack([one.known for one in lessons]).astype(np.float32),
    )


def _quotes(lessons: Sequence[Lesson]) -> Iterator[tuple[Lesson, int, int]]:
    """Lesson, standard and stance of every quote whose stance people agreed on."""
    for one in lessons:
        yield from ((one, standard, stance) for standard, stance in one.stances.items())


def _stance_task(quotes: Sequence[tuple[Lesson, int, int]], common: Common) -> Task:
    seen = [one.seen.stances[standard] for one, standard, _ in quotes]
    wanted = np.zeros((len(quotes), K), np.float32)
    wanted[range(len(quotes)), [stance for _, _, stance in quotes]] = 1
    features = [stance_features(quote, of[1], common) for (quote, _), of in zip(seen, quotes, strict=True)]
    logits = np.log(np.clip([shares for _, shares in seen], 1e-6, 1)).astype(np.float32)
    return Task(np.stack(features), logits, wanted, np.ones_like(wanted))


def _rarity(texts: Sequence[str]) -> Floats:
    seen = np.zeros(BUCKETS, np.float32)
    for text in texts:
        seen[list(grams(text, BUCKETS))] += 1
    return np.asarray(np.log((1 + len(texts)) / (1 + seen)) + 1, np.float32)


def _folds(lessons: Sequence[Lesson]) -> NDArray[np.int64]:
    """[n], windows of one text in one fold."""
    keys = {key: place for place, key in enumerate(dict.fromkeys(one.key for one in lessons))}
    return np.array([keys[one.key] % FOLDS for one in lessons])


def _logistic(logits: Floats) -> Floats:
    """Every output by itself."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), np.float32)


def _softmax(logits: Floats) -> Floats:
    """Outputs that exclude each other."""
    parts = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(parts / parts.sum(axis=1, keepdims=True), np.float32)


def _weights(task: Task, folds: NDArray[np.int64], likely: Likely) -> Floats:
    """[f, outputs]. Found in the space that the reviews span, which has far fewer dimensions and the same optimum."""
    scale, turn = np.linalg.eigh(task.features @ task.features.T)
    there = scale > 1e-5 * scale[-1]
    scale, turn = np.sqrt(scale[there]), turn[:, there]
    inside = _chosen(task._replace(features=np.asarray(turn * scale, np.float32)), folds, likely)
    return np.asarray((task.features.T @ (turn / scale)) @ inside, np.float32)


def _chosen(task: Task, folds: NDArray[np.int64], likely: Likely) -> Floats:
    """Each output with the prior that did best on reviews left out; zeros where none clearly beat the shipped model.

    It must be wrong less often too: to be surer of what nobody corrected is no reason to change anything.
    """
    none = np.full(task.logits.shape[1], np.inf, np.float32)
    before, wrong = _losses(task, task.logits, likely), _errors(task, task.logits, likely)
    best, prior = np.full(before.shape[1], LEAST_GAIN), none
    for one in PRIORS:
        logits = _left_out(task, folds, np.full_like(none, one), likely)
        gain = _clear_gain(before - _losses(task, logits, likely), task.known)
        gain = np.where(_errors(task, logits, likely) < wrong, gain, 0)
        prior = np.where(gain > best, np.float32(one), prior)
        best = np.maximum(gain, best)
    return fitted(task, prior, likely, _STEPS)


def _left_out(task: Task, folds: NDArray[np.int64], prior: Floats, likely: Likely) -> Floats:
    """Logits of every row from weights that never saw it."""
    found = task.logits.copy()
    for fold in range(FOLDS):
        inside, outside = folds == fold, folds != fold
        if inside.any() and outside.any():
            weights = fitted(Task(*(part[outside] for part in task)), prior, likely, _FEW_STEPS)
            found[inside] += task.features[inside] @ weights
    return found


def _losses(task: Task, logits: Floats, likely: Likely) -> Floats:
    """Log-loss of every row and output, 0 where nothing is known; one column for outputs that exclude each other."""
    sure = np.clip(likely(logits), 1e-6, 1 - 1e-6)
    losses = -task.known * (task.wanted * np.log(sure) + (1 - task.wanted) * np.log(1 - sure))
    return np.asarray(losses.sum(axis=1, keepdims=True) if likely is _softmax else losses, np.float32)


def _errors(task: Task, logits: Floats, likely: Likely) -> NDArray[np.int64]:
    """How often each output, or the likeliest of those that exclude each other, is wrong."""
    if likely is _softmax:
        return np.array([(logits.argmax(axis=1) != task.wanted.argmax(axis=1)).sum()])
    return np.asarray((((logits > 0) != (task.wanted > 0)) & (task.known > 0)).sum(axis=0))


def _clear_gain(gains: Floats, known: Floats) -> Floats:
    """Mean gain per output, less what chance alone brings in one of twenty cases."""
    count = np.maximum(known[:, : gains.shape[1]].sum(axis=0), 1)
    mean = gains.sum(axis=0) / count
    error = np.sqrt((gains**2).sum(axis=0)) / count
    return np.asarray(mean - SURELY * error, np.float32)


def fitted(task: Task, prior: Floats, likely: Likely, steps: int) -> Floats:
    """Weights [f, outputs] by Nesterov's accelerated gradient from zero. An infinite prior leaves its output at zero.

    The step is 1 / (a bound of the curvature), so the loss falls whatever the data.
    """
    free = np.isfinite(prior)
    draw = np.where(free, prior, 0).astype(np.float32)
    step = (free / (0.5 * _squared_norm(task.features) + draw)).astype(np.float32)
    weights = ahead = np.zeros((task.features.shape[1], task.logits.shape[1]), np.float32)
    for turn in range(steps if free.any() else 0):
        slope = (likely(task.logits + task.features @ ahead) - task.wanted) * task.known
        moved = ahead - step * (task.features.T @ slope + draw * ahead)
        ahead = moved + turn / (turn + 3) * (moved - weights)
        weights = moved
    return np.asarray(weights, np.float32)


def _squared_norm(features: Floats) -> float:
    """The largest eigenvalue of features' features, by power iteration, rounded up."""
    direction = np.ones(features.shape[1], np.float32)
    for _ in range(20):
        direction = features.T @ (features @ direction)
        direction /= max(float(np.linalg.norm(direction)), 1e-9)
    return 1.05 * float(np.linalg.norm(features @ direction)) ** 2
