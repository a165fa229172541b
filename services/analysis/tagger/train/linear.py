# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""The linear half: logistic regressions over hashed character n-grams (scikit-learn, training only)."""

import itertools
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from ..domain.grams import grams
from ..domain.standards import STANDARDS
from ..domain.units import clauses
from ..weights import Floats
from .texts import K, Text

BUCKETS = 1 << 16
_S = len(STANDARDS)


class Regression(NamedTuple):
    """Inverse document frequencies [F], weights [F, N], intercepts [N]."""

    idf: Floats
    weights: Floats
    intercepts: Floats


def fit_standards(texts: Sequence[Text]) -> Regression:
    """Twelve standards, for which passages count as texts of their own, and "any standard", for which they do not."""
    views = [view for text in texts for view in _views(text)]
    gold = np.array([[i in standards for i in range(_S)] for _, standards, _, _ in views])
    share = np.array([weight for _, _, weight, _ in views])
    whole = np.array([is_whole for _, _, _, is_whole in views])
    some = gold.any(1)
    targets = [(gold[:, i], share, 8.0) for i in range(_S)] + [(some, share * whole, 4.0)]
    return _fit([shown for shown, _, _, _ in views], targets)


def fit_stances(texts: Sequence[Text]) -> Regression:
    """Three stances, from the labelled passages alone."""
    passages = [(text.text[a:b], c % K) for text in texts for c, a, b in text.spans]
    stances = np.array([stance for _, stance in passages])
    share = np.ones(len(passages))
    return _fit([shown for shown, _ in passages], [(stances == k, share, 4.0) for k in range(K)])


def logits_of(shown: Sequence[str], model: Regression) -> Floats:
    """Logits [n, N]."""
    return np.asarray(_weighted(_matrix(shown), model.idf) @ model.weights + model.intercepts, np.float32)


def clause_logits(texts: Sequence[Text], model: Regression) -> Floats:
    """The highest logit of any clause of each text, [n, S]; as `classifier.signals` has it at run time."""
    units = [[t.text[u.start : u.end] for u in clauses(t.text, t.lang)] for t in texts]
    shown = [us if len(us) > 1 else [t.text] for us, t in zip(units, texts, strict=True)]
    flat = logits_of([u for us in shown for u in us], model)[:, :_S]
    edges = np.cumsum([0, *map(len, shown)])
    return np.stack([flat[a:b].max(0) for a, b in itertools.pairwise(edges)])


def _fit(shown: Sequence[str], targets: Sequence[tuple[Any, Any, float]]) -> Regression:
    counts = _matrix(shown)
    idf = np.log((1 + len(shown)) / (1 + np.asarray((counts > 0).sum(0)).ravel())) + 1
    features = _weighted(counts, idf)
    weights = np.zeros((BUCKETS, len(targets)), np.float32)
    intercepts = np.zeros(len(targets), np.float32)
    for i, (gold, share, strength) in enumerate(targets):
        used = share > 0
        one = LogisticRegression(C=strength, solver="liblinear", tol=1e-3)
        one.fit(features[used], gold[used], sample_weight=share[used])
        weights[:, i], intercepts[i] = one.coef_[0], one.intercept_[0]
    return Regression(idf.astype(np.float32), weights, intercepts)


def _matrix(shown: Sequence[str]) -> Any:
    """Hashed counts with sublinear term frequency, [n, F] sparse."""
    data: list[float] = []
    columns: list[int] = []
    rows = [0]
    for text in shown:
        counted = grams(text, BUCKETS)
        columns.extend(counted)
        data.extend(1 + math.log(c) for c in counted.values())
        rows.append(len(columns))
    return csr_matrix((np.array(data, np.float32), columns, rows), shape=(len(shown), BUCKETS))


def _weighted(counts: Any, idf: Any) -> Any:
    """tf × idf, rows of length one."""
    scaled = counts.multiply(idf).tocsr()
    length = np.sqrt(np.asarray(scaled.multiply(scaled).sum(1)).ravel())
    return scaled.multiply(1 / np.maximum(length, 1e-9)[:, None]).tocsr()


def _views(text: Text) -> list[tuple[str, set[int], float, bool]]:
    """The text and its passages: what is shown, standards, weight, whether it is the whole."""
    views = [(text.text, {c // K for c, _, _ in text.spans}, text.weight, True)]
    short = [(c, a, b) for c, a, b in text.spans if b - a < len(text.text) * 0.8]
    return views + [(text.text[a:b], {c // K}, 0.7, False) for c, a, b in short]
