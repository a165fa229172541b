"""What stands where in `weights.bin`: the file graph.onnx reads its weights from.

A linear layer [outer, inner] is kept as bytes [outer, inner / 128, 128] around 128 with one float scale per block.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from .domain.standards import STANCES, STANDARDS
from .weights import HIDDEN, INNER, LAYERS, Bytes, Floats

BLOCK = 128  # a third faster than 32
_ALIGN = 64
_CELLS = len(STANDARDS) * len(STANCES)
LINEAR: dict[str, tuple[int, int]] = {
    "qkv": (3 * HIDDEN, HIDDEN),
    "ao": (HIDDEN, HIDDEN),
    "fi": (INNER, HIDDEN),
    "fo": (HIDDEN, INNER),
}
HEAD_SHAPES: dict[str, tuple[int, ...]] = {
    "heads.evidence.weight": (HIDDEN, _CELLS),
    "heads.evidence.bias": (_CELLS,),
    "heads.whole.weight": (HIDDEN, _CELLS),
    "heads.whole.bias": (_CELLS,),
    "heads.cells": (_CELLS, HIDDEN),
    "heads.sharpness": (1,),
}


class Slot(NamedTuple):
    """A tensor in the file; offset and length in bytes."""

    name: str
    kind: str
    shape: tuple[int, ...]
    offset: int
    length: int


def slots() -> list[Slot]:
    """Every tensor in the order of the file, each on a multiple of 64 bytes."""
    found, at = [], 0
    for name, kind, shape in _tensors():
        length = math.prod(shape) * (1 if kind == "uint8" else 4)
        found.append(Slot(name, kind, shape, at, length))
        at += -(-length // _ALIGN) * _ALIGN
    return found


def linear_names() -> list[tuple[str, tuple[int, int]]]:
    """Name and shape [outer, inner] of every linear layer of the encoder."""
    return [(f"layers.{i}.{n}", shape) for i in range(LAYERS) for n, shape in LINEAR.items()]


def small_shapes() -> dict[str, tuple[int, ...]]:
    """Name and shape of every tensor that is kept in floats: biases, norms, heads."""
    found: dict[str, tuple[int, ...]] = {"eln.weight": (HIDDEN,), "eln.bias": (HIDDEN,)}
    for name, (outer, _) in linear_names():
        found[f"{name}.bias"] = (outer,)
    for i in range(LAYERS):
        found |= {f"layers.{i}.{n}.{p}": (HIDDEN,) for n in ("aln", "oln") for p in ("weight", "bias")}
    return found | HEAD_SHAPES


def quantise(weight: Floats) -> tuple[Bytes, Floats]:
    """[outer, inner] → bytes [outer, inner / BLOCK, BLOCK] around 128 and scales [outer, inner / BLOCK]."""
    blocks = weight.reshape(len(weight), -1, BLOCK)
    scale = np.maximum(np.abs(blocks).max(2) / 127.0, 1e-12).astype(np.float32)
    whole = np.rint(blocks / scale[:, :, None]).clip(-127, 127) + 128
    return whole.astype(np.uint8), scale


def _tensors() -> Iterator[tuple[str, str, tuple[int, ...]]]:
    for name, (outer, inner) in linear_names():
        yield f"{name}.q", "uint8", (outer, inner // BLOCK, BLOCK)
        yield f"{name}.scale", "float32", (outer, inner // BLOCK)
    for name, shape in small_shapes().items():
        yield name, "float32", shape
