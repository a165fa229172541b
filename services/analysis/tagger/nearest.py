"""Which labelled examples a text is like: hints for people, of no weight in the decision."""

from pathlib import Path

import numpy as np

from .weights import Floats


class Nearest:
    """The labelled texts as 64 int8 numbers each; about 350 kB."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as stored:
            self._centre = stored["centre"]
            self._axes = stored["axes"].astype(np.float32)
            self._points = stored["points"].astype(np.float32) / 127
            self._labels = stored["labels"]
            self._ids = stored["ids"]

    def likeness(self, mean: Floats) -> Floats:
        """Cosine to each example, [n], from the encoder's mean [384]."""
        point = (mean - self._centre) @ self._axes
        point /= max(float(np.linalg.norm(point)), 1e-9)
        # Not by @: from so many rows on BLAS takes every core, and a worker is to stay on its own.
        return np.asarray(np.einsum("nk,k->n", self._points, point), np.float32)

    def examples(self, likeness: Floats, standard: int, count: int = 3) -> list[str]:
        """Ids of the most similar examples that carry the standard."""
        order = np.argsort(-np.where(self._labels[:, standard], likeness, -2.0))[:count]
        return [str(self._ids[i]) for i in order]
