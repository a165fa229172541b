"""Two taggers on the same labelled texts: every measure before and after, and whether a change is more than chance."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .domain.compared import Comparison, Interval, Measured
from .domain.found import Found, Passage
from .domain.standards import STANDARDS
from .evaluate import Gold, Judged
from .weights import Floats

ROUNDS: Final = 1000
S: Final = len(STANDARDS)


class Labelled(NamedTuple):
    """A text, and which standards with which stance it should get."""

    passage: Passage
    labels: tuple[tuple[str, str], ...]


def read_labelled(file: Path) -> list[Labelled]:
    """Texts as in data/README.md."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [
        Labelled(
            Passage(row["id"], row["text"], row["lang"]), tuple((x["standard"], x["stance"]) for x in row["labels"])
        )
        for row in rows
    ]


def judged(one: Labelled, found: tuple[Found, ...]) -> Judged:
    """Passages of labels and tags are not compared."""
    return Judged(one.passage.lang or "", tuple(Gold(*label, ()) for label in one.labels), found)


def compare(before: Sequence[Judged], after: Sequence[Judged], rounds: int = ROUNDS) -> Comparison:
    """Of the same texts in the same order."""
    draws = _draws(len(before), rounds)
    pair = [np.array([_counts(one) for one in some], np.float32).reshape(-1, S + 2, 3) for some in (before, after)]
    sums = [np.einsum("rn,nkc->rkc", draws, counts) for counts in pair]
    held = [sum_of[:, :S].sum(axis=1) for sum_of in sums]
    measures = {
        "micro": _measured(_gold_count(before), *map(_f1, held)),
        "stance": _measured(_gold_count(before), *(_f1(one[:, S]) for one in sums)),
        "precision": _measured(sum(len(one.found) for one in after), *map(_precision, held)),
        "untagged": _measured(sum(not one.gold for one in before), *(_kept(one[:, S + 1]) for one in sums)),
    }
    present = [place for place in range(S) if pair[0][:, place].any() or pair[1][:, place].any()]
    standards = {STANDARDS[at]: _measured(_touched(pair[0], at), *(_f1(one[:, at]) for one in sums)) for at in present}
    return Comparison(len(before), {name: one for name, one in measures.items() if one.cases}, standards)


def _draws(count: int, rounds: int) -> Floats:
    """How often each text is drawn: the first row each once, the others with replacement; [rounds + 1, count]."""
    chance = np.random.default_rng(7)
    drawn = [np.bincount(chance.integers(count, size=count), minlength=count) for _ in range(rounds)]
    return np.stack([np.ones(count, np.int64), *drawn]).astype(np.float32)


def _counts(one: Judged) -> NDArray[np.float32]:
    """Right, superfluous, missing: per standard [12], of standards with stance, of leaving it untagged; [14, 3]."""
    gold, found = {g.standard for g in one.gold}, {f.standard for f in one.found}
    rows = [(s in gold and s in found, s in found and s not in gold, s in gold and s not in found) for s in STANDARDS]
    said, meant = {(f.standard, f.stance) for f in one.found}, {(g.standard, g.stance) for g in one.gold}
    empty = not gold
    return np.array(
        [
            *rows,
            (len(said & meant), len(said - meant), len(meant - said)),
            (empty and not found, 0, empty and bool(found)),
        ],
        np.float32,
    )


def _touched(counts: Floats, standard: int) -> int:
    return int(counts[:, standard, 0].sum() + counts[:, standard, 2].sum())


def _gold_count(judged: Sequence[Judged]) -> int:
    return sum(len(one.gold) for one in judged)


def _f1(sums: Floats) -> Floats:
    right, extra, missing = sums[..., 0], sums[..., 1], sums[..., 2]
    return np.asarray(2 * right / np.maximum(2 * right + extra + missing, 1), np.float32)


def _precision(sums: Floats) -> Floats:
    return np.asarray(sums[..., 0] / np.maximum(sums[..., 0] + sums[..., 1], 1), np.float32)


def _kept(sums: Floats) -> Floats:
    return np.asarray(sums[..., 0] / np.maximum(sums[..., 0] + sums[..., 2], 1), np.float32)


def _measured(cases: int, before: Floats, after: Floats) -> Measured:
    return Measured(_interval(before), _interval(after), _interval(after - before), cases)


def _interval(values: Floats) -> Interval:
    """The value is that of the first row, in which every text counts once."""
    low, high = np.quantile(values[1:], (0.025, 0.975)) if len(values) > 1 else (values[0], values[0])
    return round(float(values[0]), 4), round(float(low), 4), round(float(high), 4)
