"""The topics of a text: hashed character n-grams and the catalogue's words, one logistic regression per topic.

It needs no encoder, so that topics stay the same whichever model reads the standards.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from .build import ARTEFACT
from .domain.found import Passage
from .domain.normalise import normalise
from .domain.topic_words import TopicWords
from .domain.units import Unit, clauses, sentences
from .language import language_of
from .linear import Linear
from .topic_catalogue import TopicCatalogue, load_topics
from .weights import Floats

WEIGHTS: Final = "topics.npz"
CARD: Final = "topics.json"
#: What a topic's words count against the n-grams, whose length is one.
WORDS_SCALE: Final = 0.7
#: A clause shorter than this says too little to be shown as evidence.
_SHORTEST: Final = 12


class TopicCard(msgspec.Struct, frozen=True):
    """`artefact/topics.json`: probability = sigmoid(slope · logit + shift); a topic is told from `threshold` on."""

    version: str
    catalogue_version: int
    slope: float
    shift: float
    threshold: float


class FoundTopic(msgspec.Struct, frozen=True):
    """A topic of a text. The quote is the clause that speaks most for it; offsets count code points of the original."""

    topic: str
    start: int
    end: int
    quote: str
    confidence: float
    reason: dict[str, str | float | list[str]]


class TopicTagger:
    """Small (a few MB) and without state: about a millisecond a text."""

    def __init__(self, catalogue: TopicCatalogue, artefact: Path = ARTEFACT) -> None:
        self._card = msgspec.json.decode((artefact / CARD).read_bytes(), type=TopicCard)
        self.version = self._card.version
        self.catalogue_version = self._card.catalogue_version
        self._topics = [topic.id for topic in catalogue.topics]
        self._words = words_of(catalogue)
        self._linear = Linear(artefact / WEIGHTS)
        with np.load(artefact / WEIGHTS) as stored:
            self._word_weights = stored["words"].astype(np.float32)

    def tag(self, passages: Sequence[Passage]) -> list[tuple[FoundTopic, ...]]:
        """One tuple of topics per passage, surest first; a text without letters has none."""
        return [self._tag_one(passage) for passage in passages]

    def _tag_one(self, passage: Passage) -> tuple[FoundTopic, ...]:
        normal = normalise(passage.text)
        if not any(c.isalpha() for c in normal.text):
            return ()
        language = language_of(normal.text, passage.lang)
        likely = self._likely(normal.text, language)
        chosen = [i for i in np.argsort(-likely, kind="stable") if likely[i] >= self._card.threshold]
        if not chosen:
            return ()
        units, by_unit = self._units(normal.text, language)
        found = []
        for i in chosen:
            unit = units[int(by_unit[:, i].argmax())]
            start, end = normal.original_span(unit.start, unit.end)
            reason = self._reason(normal.text, language, self._topics[i])
            quote, sure = passage.text[start:end], round(float(likely[i]), 4)
            found.append(FoundTopic(self._topics[i], start, end, quote, sure, reason))
        return tuple(found)

    def _likely(self, text: str, language: str | None) -> Floats:
        """Calibrated probability of each topic, [N]."""
        logits = self._linear.logits(text) + word_features(self._words, self._topics, text, language) @ (
            self._word_weights
        )
        return np.asarray(1 / (1 + np.exp(-(self._card.slope * logits + self._card.shift))), np.float32)

    def _units(self, text: str, language: str | None) -> tuple[list[Unit], Floats]:
        """The clauses, or where they say too little the sentences, and how likely each topic is in each, [U, N]."""
        units = [unit for unit in clauses(text, language) if unit.end - unit.start >= _SHORTEST] or sentences(text)
        if len(units) < 2:
            whole = units or [Unit(0, len(text), "sentence")]
            return whole, np.zeros((1, len(self._topics)), np.float32)
        return units, np.stack([self._likely(text[unit.start : unit.end], language) for unit in units])

    def _reason(self, text: str, language: str | None, topic: str) -> dict[str, str | float | list[str]]:
        """What a person can check: version, threshold, words of the catalogue."""
        return {
            "model": self.version,
            "rule": "ngrams+words",
            "lang": language or "unknown",
            "threshold": self._card.threshold,
            "words": self._words.found(text, language).get(topic, []),
        }


def words_of(catalogue: TopicCatalogue) -> TopicWords:
    return TopicWords({topic.id: topic.words for topic in catalogue.topics})


def word_features(words: TopicWords, topics: Sequence[str], text: str, language: str | None) -> Floats:
    """Per topic whether one of its words stands in the text, then the logarithm of how many, [2 N]."""
    features = np.zeros(2 * len(topics), np.float32)
    for topic, hits in words.found(text, language).items():
        at = topics.index(topic)
        features[at] = WORDS_SCALE
        features[len(topics) + at] = WORDS_SCALE * math.log(len(hits))
    return features


@cache
def load_topic_tagger() -> TopicTagger:
    return TopicTagger(load_topics())
