"""The linear half at run time: hashed character n-grams, int8 weights, numpy only."""

import math
from pathlib import Path

import numpy as np

from .domain.grams import grams
from .weights import Floats


class Linear:
    """Logistic regressions that share features: weights [F, N] int8 with a scale for each of N outputs; idf [F]."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as stored:
            self._idf = stored["idf"].astype(np.float32)
            self._weights = stored["weights"]
            self._scale = stored["scale"]
            self._intercepts = stored["intercepts"]

    def logits(self, text: str) -> Floats:
        """One logit per output, [N]."""
        counts = grams(text, len(self._idf))
        if not counts:
            return np.asarray(self._intercepts, np.float32)
        buckets = np.fromiter(counts, np.int64, len(counts))
        values = np.fromiter((1 + math.log(c) for c in counts.values()), np.float32, len(counts))
        values *= self._idf[buckets]
        values /= max(float(np.linalg.norm(values)), 1e-9)
        total = values @ self._weights[buckets].astype(np.float32)
        return np.asarray(total * self._scale + self._intercepts, np.float32)
