# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""The linear half: one logistic regression per standard over hashed character n-grams (scikit-learn, training only)."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from ..domain.grams import grams
from ..domain.standards import STANDARDS
from ..weights import Floats
from .texts import K, Text

BUCKETS = 1 << 16


def fit_linear(texts: Sequence[Text], strength: float = 8.0) -> tuple[Floats, Floats, Floats]:
    """Inverse document frequencies [F], weights [F, S], intercepts [S]; passages count as texts of their own."""
    shown, gold, share = _with_passages(texts)
    counts = matrix(shown)
    idf = np.log((1 + len(shown)) / (1 + np.asarray((counts > 0).sum(0)).ravel())) + 1
    features = weighted(counts, idf)
    weights = np.zeros((BUCKETS, len(STANDARDS)), np.float32)
    intercepts = np.zeros(len(STANDARDS), np.float32)
    for i in range(len(STANDARDS)):
        one = LogisticRegression(C=strength, solver="liblinear", tol=1e-3)
        one.fit(features, gold[:, i], sample_weight=share)
        weights[:, i], intercepts[i] = one.coef_[0], one.intercept_[0]
    return idf.astype(np.float32), weights, intercepts


def matrix(shown: Sequence[str]) -> Any:
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


def weighted(counts: Any, idf: Any) -> Any:
    """tf × idf, rows of length one."""
    scaled = counts.multiply(idf).tocsr()
    length = np.sqrt(np.asarray(scaled.multiply(scaled).sum(1)).ravel())
    return scaled.multiply(1 / np.maximum(length, 1e-9)[:, None]).tocsr()


def linear_logits(texts: Sequence[str], idf: Floats, weights: Floats, intercepts: Floats) -> Floats:
    """Logits [n, S]."""
    return np.asarray(weighted(matrix(texts), idf) @ weights + intercepts, np.float32)


def _with_passages(texts: Sequence[Text]) -> tuple[list[str], Any, Any]:
    shown: list[str] = []
    gold: list[list[int]] = []
    share: list[float] = []
    for text in texts:
        views = [(text.text, text.spans, text.weight)]
        views += [(text.text[a:b], ((c, a, b),), 0.7) for c, a, b in text.spans if b - a < len(text.text) * 0.8]
        for view, spans, weight in views:
            standards = {c // K for c, _, _ in spans}
            shown.append(view)
            gold.append([int(i in standards) for i in range(len(STANDARDS))])
            share.append(weight)
    return shown, np.array(gold), np.array(share)
