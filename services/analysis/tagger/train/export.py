# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""Writes the artefact: graph, differences in 4 bits, heads, linear half, nearest examples, card."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from ..build import Card, assemble, base_linears
from ..domain.standards import STANDARDS
from ..layout import linear_names, small_shapes
from ..weights import Bytes, Floats, Weights
from .graph import build_graph
from .linear import Regression
from .network import Network
from .texts import K, Text

_KEPT = 64


def export(
    artefact: Path, net: Network, weights: Weights, standards: Regression, stances: Regression, card: Card
) -> Card:
    """Write everything but the nearest examples; the card gets the digest of the weights they make."""
    artefact.mkdir(parents=True, exist_ok=True)
    state = {name: p.detach().float().numpy() for name, p in net.state_dict().items()}
    (artefact / "graph.onnx").write_bytes(build_graph(float(weights.eps)).SerializeToString())
    (artefact / "differences.bin").write_bytes(_differences(state, weights))
    (artefact / "small.bin").write_bytes(_small(state))
    _write_linear(artefact / "linear.npz", standards)
    _write_linear(artefact / "stances.npz", stances)
    digest = hashlib.sha256(assemble(artefact)).hexdigest()
    card = msgspec.structs.replace(card, weights_sha256=digest)
    write_card(artefact, card)
    return card


def write_card(artefact: Path, card: Card) -> None:
    """`model.json`, indented so that differences can be read."""
    (artefact / "model.json").write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=2) + b"\n")


def write_nearest(path: Path, texts: Sequence[Text], means: Floats) -> None:
    """The labelled examples as directions: means [n, 384] → 64 principal components, int8."""
    centre = means.mean(0)
    _, _, axes = np.linalg.svd(means - centre, full_matrices=False)
    axes = axes[:_KEPT].T.astype(np.float16)
    points = (means - centre) @ axes.astype(np.float32)
    points /= np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
    labels = np.zeros((len(texts), len(STANDARDS)), np.bool_)
    for i, text in enumerate(texts):
        labels[i, [c // K for c, _, _ in text.spans]] = True
    whole = np.rint(points * 127).astype(np.int8)
    ids = np.array([t.id for t in texts])
    np.savez_compressed(path, centre=centre.astype(np.float32), axes=axes, points=whole, labels=labels, ids=ids)


def quantise_4bit(values: Floats) -> Bytes:
    """[outer, inner] → blocks of 32 as the wheel has them: fp16 scale, 16 bytes of nibbles."""
    blocks = values.reshape(-1, 32)
    peak = np.take_along_axis(blocks, np.abs(blocks).argmax(1)[:, None], 1)
    scale = (peak / -8).astype(np.float16)
    divisor = np.where(scale == 0, 1, scale).astype(np.float32)
    whole = np.clip(np.rint(blocks / divisor) + 8, 0, 15).astype(np.uint8)
    packed = whole[:, :16] | (whole[:, 16:] << 4)
    return np.concatenate([scale.view(np.uint8).reshape(-1, 2), packed], 1).reshape(-1)


def _differences(state: dict[str, Floats], weights: Weights) -> bytes:
    base = base_linears(weights.tensors)
    parts = [quantise_4bit(state[f"{name}.weight"] - base[name]) for name, _ in linear_names()]
    return np.concatenate(parts).tobytes()


def _small(state: dict[str, Floats]) -> bytes:
    cells = state["heads.by_standard"] + state["heads.by_stance"] + state["heads.by_cell"]
    made = {
        "heads.cells": cells.reshape(-1, cells.shape[-1]),
        "heads.evidence.weight": state["heads.evidence.weight"].T,
        "heads.whole.weight": state["heads.whole.weight"].T,
        "heads.sharpness": state["heads.sharpness"].reshape(1),
    }
    parts = [np.ascontiguousarray(made.get(name, state.get(name)), np.float32).ravel() for name in small_shapes()]
    return np.concatenate(parts).tobytes()


def _write_linear(path: Path, model: Regression) -> None:
    """Weights in int8 with a scale per output; document frequencies in 16 bits."""
    scale = np.abs(model.weights).max(0) / 127
    arrays: dict[str, Any] = {
        "idf": model.idf.astype(np.float16),
        "weights": np.rint(model.weights / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "intercepts": model.intercepts.astype(np.float32),
    }
    np.savez_compressed(path, **arrays)
