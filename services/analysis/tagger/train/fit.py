# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""The training loop."""

import math
import random
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from ..tokens import Tokeniser
from ..weights import Floats, Weights
from .network import Network, encoder_state, standard_logits
from .texts import Arrays, Text, arrays, batches, varied


@dataclass(frozen=True)
class Plan:
    """How to train; the defaults are those of the published artefact."""

    epochs: int = 7
    planned: int = 0  # epochs the falling rate is laid out for, when more than are run
    size: int = 32
    rate: float = 1e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.92
    weight_decay: float = 0.05
    evidence_share: float = 1.0
    stance_share: float = 0.0
    drop: float = 0.0
    frozen: int = 4
    seed: int = 1
    order: int = 1
    vary: bool = True


FINAL = (  # each goes on from the one before
    Plan(epochs=1, planned=4, rate=8e-5, head_rate=6e-4, drop=0.05, order=2),
    Plan(epochs=1, rate=6e-5, head_rate=4e-4, drop=0.05, order=3),
    Plan(epochs=2, rate=6e-5, head_rate=4e-4, drop=0.05, order=4),
    Plan(epochs=3, rate=6e-5, head_rate=4e-4, drop=0.05, order=5, stance_share=1.0),
    Plan(epochs=1, rate=4e-5, head_rate=2e-4, drop=0.05, order=6, stance_share=1.0),
)


def fit(
    texts: Sequence[Text], weights: Weights, plan: Plan, keep: Path | None = None, start: Network | None = None
) -> Network:
    """Fine-tune the encoder and its heads; prints one line per epoch, keeps its state in `keep`."""
    torch.manual_seed(plan.seed)
    draw = random.Random(plan.order)
    net = Network(weights.eps, plan.drop)
    net.load_state_dict(start.state_dict() if start else encoder_state(weights), strict=False)
    tokeniser = Tokeniser(weights.vocabulary)
    pool = _pool(texts)
    steps = max(plan.epochs, plan.planned) * math.ceil(len(texts) / plan.size)
    optimiser = torch.optim.AdamW(_groups(net, plan))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: _rate(s, steps))
    for epoch in range(plan.epochs):
        began, total = time.perf_counter(), 0.0
        shown = [varied(t, pool, draw) for t in texts] if plan.vary else list(texts)
        net.train()
        for batch in batches(shown, plan.size, draw):
            loss = _loss(net, arrays(batch, tokeniser, weights.words), plan)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([p for p in net.parameters() if p.requires_grad], 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(batch)
        say(f"epoch {epoch + 1}: loss {total / len(texts):.4f}, {time.perf_counter() - began:.0f} s")
        if keep:
            torch.save(net.state_dict(), keep)
    return net.eval()


def say(line: str) -> None:
    """Tell how far training is."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def predict(net: Network, texts: Sequence[Text], weights: Weights) -> tuple[Floats, list[Floats]]:
    """Cell logits [n, C] and evidence logits per text [T, C], in the order of `texts`."""
    tokeniser = Tokeniser(weights.vocabulary)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i].text))
    cells = np.zeros((len(texts), 36), np.float32)
    evidence: list[Floats] = [np.zeros((0, 36), np.float32)] * len(texts)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), 64):
            ids = order[at : at + 64]
            batch = arrays([texts[i] for i in ids], tokeniser, weights.words)
            c, e = net(torch.from_numpy(batch.rows), torch.from_numpy(batch.mask))
            for row, i in enumerate(ids):
                cells[i] = c[row].float().numpy()
                evidence[i] = e[row, batch.mask[row]].float().numpy()
    return cells, evidence


def _loss(net: Network, batch: Arrays, plan: Plan) -> Tensor:
    mask, weight = torch.from_numpy(batch.mask), torch.from_numpy(batch.weight)
    gold, marks = torch.from_numpy(batch.cells), torch.from_numpy(batch.evidence)
    with torch.autocast("cpu", torch.bfloat16):
        cells, evidence = net(torch.from_numpy(batch.rows), mask)
    cells, evidence = cells.float(), evidence.float()
    by_cell = functional.binary_cross_entropy_with_logits(cells, gold, reduction="none").sum(1)
    there = gold.unflatten(-1, (12, 3)).amax(-1)
    by_standard = functional.binary_cross_entropy_with_logits(standard_logits(cells), there, reduction="none").sum(1)
    by_token = functional.binary_cross_entropy_with_logits(evidence, marks, reduction="none").sum(-1)
    by_token = (by_token * mask).sum(1) / mask.sum(1)
    whole = by_cell + by_standard + plan.evidence_share * by_token + plan.stance_share * _by_stance(cells, gold)
    return (whole * weight).mean()


def _by_stance(cells: Tensor, gold: Tensor) -> Tensor:
    """Which stance, where a standard is there with just one: cell logits [B, C], gold [B, C] → loss [B]."""
    gold = gold.unflatten(-1, (12, 3))
    single = gold.sum(-1) == 1
    right = (cells.unflatten(-1, (12, 3)).log_softmax(-1) * gold).sum(-1)
    return -(right * single).sum(-1)


def _groups(net: Network, plan: Plan) -> list[dict[str, object]]:
    """Upper layers learn faster than lower ones; the heads fastest; no decay on biases and norms."""
    groups = []
    for name, p in net.named_parameters():
        depth = int(name.split(".")[1]) + 1 if name.startswith("layers.") else 0
        if not name.startswith("heads.") and depth <= plan.frozen:
            p.requires_grad = False
            continue
        rate = plan.head_rate if name.startswith("heads.") else plan.rate * plan.layer_decay ** (12 - depth)
        groups.append({"params": [p], "lr": rate, "weight_decay": plan.weight_decay if p.dim() > 1 else 0.0})
    return groups


def _rate(step: int, steps: int) -> float:
    warm = max(1, steps // 10)
    return (step + 1) / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def _pool(texts: Sequence[Text]) -> dict[str, list[Text]]:
    pool: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        pool[text.lang].append(text)
    return dict(pool)


def gold_cells(texts: Sequence[Text]) -> NDArray[np.bool_]:
    """What should be found, [n, C]."""
    gold = np.zeros((len(texts), 36), np.bool_)
    for i, text in enumerate(texts):
        for cell, _, _ in text.spans:
            gold[i, cell] = True
    return gold
