"""Runs the fine-tuned encoder with onnxruntime: a text becomes a logit per standard and stance, and one per token."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnxruntime

from .domain.units import sentences
from .tokens import Tokeniser, Tokens
from .weights import HIDDEN, Floats, dequantise, find_file, read_weights

_LONG = 900  # characters: about 220 tokens, the longest seen in training
_WINDOW = 450  # of a longer text; what is said in one sentence drowns in a longer window


class Encoded(NamedTuple):
    """One window [start, end) of a text: cells [36], evidence [T, 36], mean [384].

    Tokens count characters of the whole text.
    """

    cells: Floats
    evidence: Floats
    mean: Floats
    tokens: Tokens
    start: int = 0
    end: int = 0


class Encoder:
    """Holds session, vocabulary and (mapped, 52 MB, shared by all workers) embedding table; one per worker."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        weights = read_weights(find_file(), tensors=False)
        self._words = weights.words
        self._positions = weights.tensors["emb.pos"].reshape(-1, HIDDEN) + weights.tensors["emb.type"][:HIDDEN]
        self._tokeniser = Tokeniser(weights.vocabulary)
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "graph.onnx"), _options(threads), providers=["CPUExecutionProvider"]
        )

    def encode(self, text: str) -> list[Encoded]:
        """One entry per window; a text of ordinary length is one window. Texts run one by one: no padding."""
        return [self._window(text[a:b], a) for a, b in windows(text)]

    def _window(self, text: str, shift: int) -> Encoded:
        tokens = self._tokeniser.encode(text)
        size = len(tokens.ids)
        rows = dequantise(self._words[tokens.ids]) + self._positions[:size]
        feed = {"rows": rows[None], "mask": np.ones((1, size), np.float32)}
        cells, evidence, mean = self._session.run(["cells", "evidence", "mean"], feed)
        moved = Tokens(tokens.ids, [s + shift for s in tokens.starts], [e + shift for e in tokens.ends])
        return Encoded(cells[0], evidence[0], mean[0], moved, shift, shift + len(text))


def windows(text: str, longest: int = _WINDOW, whole: int = _LONG) -> Iterator[tuple[int, int]]:
    """Cut a text of more than `whole` characters at sentence ends into pieces of about `longest`; none is empty."""
    start = 0
    if len(text) > whole:
        for unit in sentences(text):
            while unit.end - start > longest and unit.start > start:
                yield start, unit.start
                start = unit.start
            while unit.end - start > 2 * longest:
                yield start, start + longest
                start += longest
    if start < len(text):
        yield start, len(text)


def _options(threads: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options
