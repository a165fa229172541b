# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""Labelled texts: reading, varying, turning into arrays."""

import json
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..domain.standards import STANCES, STANDARDS
from ..tokens import Tokeniser
from ..weights import Bytes, Floats, dequantise

S, K = len(STANDARDS), len(STANCES)
Span = tuple[int, int, int]  # cell, start, end
Draw = random.Random


class Text(NamedTuple):
    """A labelled text; `author` is the letter its id begins with; `weight` is its share in the loss."""

    id: str
    lang: str
    text: str
    spans: tuple[Span, ...]
    weight: float = 1.0

    @property
    def author(self) -> str:
        return self.id.split("-")[0]


class Arrays(NamedTuple):
    """One batch: rows [B, T, H], mask [B, T], cells [B, C], evidence [B, T, C], weight [B]."""

    rows: Floats
    mask: NDArray[np.bool_]
    cells: Floats
    evidence: Floats
    weight: Floats


def cell_of(standard: str, stance: str) -> int:
    """Index of standard and stance in the model's 36 outputs."""
    return STANDARDS.index(standard) * K + [*STANCES].index(stance)  # type: ignore[arg-type]


def read_texts(path: Path) -> list[Text]:
    """Texts of a JSONL file; a label without start is looked up by its evidence."""
    with path.open(encoding="utf-8") as file:
        return [_text(json.loads(line)) for line in file if line.strip()]


def _text(row: dict[str, Any]) -> Text:
    spans = []
    for label in row["labels"]:
        start = label.get("start", row["text"].find(label["evidence"]))
        if start < 0 or row["text"][start : start + len(label["evidence"])] != label["evidence"]:
            raise ValueError(f"{row['id']}: evidence is not in the text")
        spans.append((cell_of(label["standard"], label["stance"]), start, start + len(label["evidence"])))
    return Text(row["id"], row["lang"], row["text"], tuple(spans))


def read_unlabelled(path: Path, limit: int, draw: Draw, weight: float = 0.3) -> list[Text]:
    """Real contributions as texts without a standard (nearly all are); an absent file gives none."""
    if not path.is_file():
        return []
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    drawn = draw.sample(rows, min(limit, len(rows)))
    return [Text(f"real-{r['id']}", "de", r["text"], (), weight) for r in drawn]


def varied(text: Text, pool: dict[str, list[Text]], draw: Draw) -> Text:
    """A text as it might also have been written: joined with another, cut to or without its evidence, noisy."""
    dice = draw.random()
    if dice < 0.15:
        text = joined(text, draw.choice(pool[text.lang]), draw)
    elif dice < 0.22 and text.spans:
        text = only(text, draw)
    elif dice < 0.29 and text.spans:
        text = without(text)
    return noisy(text, draw) if draw.random() < 0.2 else text


def joined(first: Text, second: Text, draw: Draw) -> Text:
    """Two texts in one."""
    gap = draw.choice([" ", " ", "\n", ". "])
    shift = len(first.text) + len(gap)
    moved = tuple((c, a + shift, b + shift) for c, a, b in second.spans)
    return first._replace(text=first.text + gap + second.text, spans=first.spans + moved)


def only(text: Text, draw: Draw) -> Text:
    """One passage alone, with every label it carries."""
    _, start, end = draw.choice(text.spans)
    kept = tuple((c, 0, end - start) for c, a, b in text.spans if (a, b) == (start, end))
    return text._replace(text=text.text[start:end], spans=kept)


def without(text: Text) -> Text:
    """The text with every labelled passage taken out: nothing is said about a standard any more."""
    gone = {i for _, a, b in text.spans for i in range(a, b)}
    rest = "".join(c for i, c in enumerate(text.text) if i not in gone)
    rest = re.sub(r"\s+", " ", rest).strip(" .,;:–-")
    return text._replace(text=rest or "ok", spans=(), weight=text.weight * 0.4)


def noisy(text: Text, draw: Draw) -> Text:
    """Lower case, lost punctuation, swapped, doubled or dropped letters; lengths may change, spans follow."""
    lower, bare = draw.random() < 0.5, draw.random() < 0.3
    rate = draw.choice([0.0, 0.0, 0.01, 0.02])
    out: list[str] = []
    places = [0]
    for char in text.text:
        out.append(_noisy_char(char.lower() if lower else char, bare, rate, draw))
        places.append(places[-1] + len(out[-1]))
    spans = tuple((c, places[a], places[b]) for c, a, b in text.spans)
    return text._replace(text="".join(out), spans=tuple(s for s in spans if s[2] > s[1]))


def _noisy_char(char: str, bare: bool, rate: float, draw: Draw) -> str:
    if bare and char in ".,;:!?":
        return ""
    if char.isalpha() and draw.random() < rate:
        return draw.choice(["", char * 2])
    return char[:1]


def batches(texts: Sequence[Text], size: int, draw: Draw) -> list[list[Text]]:
    """Batches of texts of like length, in random order (padding costs as much as text)."""
    order = sorted(texts, key=lambda t: len(t.text) * draw.uniform(0.85, 1.15))
    cut = [order[i : i + size] for i in range(0, len(order), size)]
    draw.shuffle(cut)
    return cut


def arrays(texts: Sequence[Text], tokeniser: Tokeniser, words: Bytes, longest: int = 192) -> Arrays:
    """Turn texts into one padded batch."""
    encoded = [tokeniser.encode(t.text, longest) for t in texts]
    length = max(len(e.ids) for e in encoded)
    shape = (len(texts), length)
    rows = np.zeros((*shape, 384), np.float32)
    mask = np.zeros(shape, np.bool_)
    cells = np.zeros((len(texts), S * K), np.float32)
    evidence = np.zeros((*shape, S * K), np.float32)
    for i, (text, e) in enumerate(zip(texts, encoded, strict=True)):
        rows[i, : len(e.ids)] = dequantise(words[e.ids])
        mask[i, : len(e.ids)] = True
        starts, ends = np.array(e.starts), np.array(e.ends)
        for cell, start, end in text.spans:
            cells[i, cell] = 1
            evidence[i, : len(e.ids), cell] += (starts < end) & (ends > start) & (ends > starts)
    weight = np.array([t.weight for t in texts], np.float32)
    return Arrays(rows, mask, cells, np.minimum(evidence, 1), weight)
