# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""Trains the topics: `python -m services.analysis.tagger.train.topics [--real FILE] [--out FOLDER]` (a minute or two).

Needs scikit-learn 1.9.1, and no torch. `--real` names real contributions to cycling participations as weakly labelled
texts (`shared/data/contributions.jsonl`); without the file training works, with less of what people write about roads.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
import numpy as np
from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.model_selection import KFold  # type: ignore[import-untyped]

from ..build import ARTEFACT
from ..topic_catalogue import load_topics
from ..topics import CARD, WEIGHTS, TopicCard, word_features, words_of
from ..weights import Floats
from .linear import BUCKETS, _matrix, _weighted

DATA = Path(__file__).parent.parent / "data"
VERSION = "topics-2026-11-a"
CATALOGUE = load_topics()
TOPICS: Final = [topic.id for topic in CATALOGUE.topics]
WORDS = words_of(CATALOGUE)
#: Topics that a word of the catalogue is trusted to show in a contribution about cycling.
_WEAK: Final = ("safety", "cleanliness", "green")
_STRENGTH: Final = 10.0
_JOINED: Final = 400
_REAL: Final = 400


class Text(NamedTuple):
    """A labelled text; `weight` is its share in the loss."""

    lang: str
    text: str
    topics: frozenset[str]
    weight: float = 1.0


class Fitted(NamedTuple):
    """Document frequencies [F], weights [F + 2 N, N], intercepts [N]."""

    idf: Floats
    weights: Floats
    intercepts: Floats


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--real", type=Path, default=Path("../shared/data/contributions.jsonl"))
    parser.add_argument("--out", type=Path, default=ARTEFACT)
    asked = parser.parse_args()
    texts = read_texts(DATA / "topics.jsonl")
    more = weakly_labelled(asked.real) + words_as_texts()
    logits = out_of_fold(texts, more)
    card = calibrated(logits, gold_of(texts))
    write(asked.out, fit(texts + joined(texts) + more), card)


def read_texts(path: Path) -> list[Text]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Text(row["lang"], row["text"], frozenset(row["topics"])) for row in rows]


def weakly_labelled(path: Path) -> list[Text]:
    """Real contributions, nearly all about cycling; those that measure (`topics-real.jsonl`) are left out."""
    if not path.is_file():
        return []
    kept_apart = {json.loads(line)["id"] for line in (DATA / "topics-real.jsonl").read_text("utf-8").splitlines()}
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    drawn = random.Random(1).sample([row for row in rows if row["id"] not in kept_apart], _REAL)
    return [Text("de", row["text"], frozenset({"mobility"} | _shown(row["text"])), 0.3) for row in drawn]


def words_as_texts() -> list[Text]:
    """Each word of the catalogue as a text of its own."""
    topics: dict[tuple[str, str], set[str]] = {}
    for topic in CATALOGUE.topics:
        for lang, words in topic.words.items():
            for word in words.split("|"):
                topics.setdefault((lang, word.lstrip("=")), set()).add(topic.id)
    return [Text(lang, word, frozenset(of), 0.5) for (lang, word), of in topics.items()]


def joined(texts: Sequence[Text]) -> list[Text]:
    """Two texts of a language in one: people write about several things at once."""
    draw = random.Random(4)
    by_lang: dict[str, list[Text]] = {}
    for text in texts:
        by_lang.setdefault(text.lang, []).append(text)
    firsts = [draw.choice(texts) for _ in range(_JOINED)]
    pairs = [(first, draw.choice(by_lang[first.lang])) for first in firsts]
    return [Text(one.lang, f"{one.text} {two.text}", one.topics | two.topics, 0.5) for one, two in pairs]


def out_of_fold(texts: Sequence[Text], more: Sequence[Text]) -> Floats:
    """Logits [n, N] of each text by a model that has not read it."""
    logits = np.zeros((len(texts), len(TOPICS)), np.float32)
    for kept, left in KFold(4, shuffle=True, random_state=0).split(texts):
        read = [texts[i] for i in kept]
        logits[left] = logits_of(fit([*read, *joined(read), *more]), [texts[i] for i in left])
    return logits


def fit(texts: Sequence[Text]) -> Fitted:
    """One logistic regression per topic."""
    counts = _matrix([text.text for text in texts])
    idf = np.log((1 + len(texts)) / (1 + np.asarray((counts > 0).sum(0)).ravel())) + 1
    features = hstack([_weighted(counts, idf), _words(texts)]).tocsr()
    gold, share = gold_of(texts), np.array([text.weight for text in texts])
    weights = np.zeros((features.shape[1], len(TOPICS)), np.float32)
    intercepts = np.zeros(len(TOPICS), np.float32)
    for i in range(len(TOPICS)):
        one = LogisticRegression(C=_STRENGTH, solver="liblinear", tol=1e-2)
        one.fit(features, gold[:, i], sample_weight=share)
        weights[:, i], intercepts[i] = one.coef_[0], one.intercept_[0]
    return Fitted(idf.astype(np.float32), weights, intercepts)


def logits_of(model: Fitted, texts: Sequence[Text]) -> Floats:
    features = hstack([_weighted(_matrix([text.text for text in texts]), model.idf), _words(texts)]).tocsr()
    return np.asarray(features @ model.weights + model.intercepts, np.float32)


def gold_of(texts: Sequence[Text]) -> Any:
    return np.array([[topic in text.topics for topic in TOPICS] for text in texts])


def calibrated(logits: Floats, gold: Any) -> TopicCard:
    """One sigmoid for all topics, and the threshold of the best F1, both out of fold."""
    scale = LogisticRegression(C=1e6).fit(logits.reshape(-1, 1), gold.ravel())
    slope, shift = float(scale.coef_[0, 0]), float(scale.intercept_[0])
    likely = 1 / (1 + np.exp(-(slope * logits + shift)))
    thresholds = [round(0.2 + 0.02 * step, 2) for step in range(26)]
    best = max(thresholds, key=lambda threshold: _f1(gold, likely >= threshold))
    return TopicCard(VERSION, CATALOGUE.version, round(slope, 4), round(shift, 4), best)


def write(folder: Path, model: Fitted, card: TopicCard) -> None:
    """The n-grams' weights in int8 with a scale per topic, those of the words in floats."""
    grams, words = model.weights[:BUCKETS], model.weights[BUCKETS:]
    scale = np.abs(grams).max(0) / 127
    arrays: dict[str, Any] = {
        "idf": model.idf.astype(np.float16),
        "weights": np.rint(grams / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "intercepts": model.intercepts.astype(np.float32),
        "words": words.astype(np.float32),
    }
    np.savez_compressed(folder / WEIGHTS, **arrays)
    (folder / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=2) + b"\n")


def _shown(text: str) -> set[str]:
    return WORDS.found(text, "de").keys() & set(_WEAK)


def _words(texts: Sequence[Text]) -> Any:
    return csr_matrix(np.stack([word_features(WORDS, TOPICS, text.text, text.lang) for text in texts]))


def _f1(gold: Any, told: Any) -> float:
    return float(2 * (gold & told).sum() / max(1, gold.sum() + told.sum()))


if __name__ == "__main__":
    main()
