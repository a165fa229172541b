"""The trained model as a tagger."""

import copy
import os
from collections.abc import Collection, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import msgspec
import numpy as np

from .adapt import NEUTRAL, Adapter, Observed
from .build import ARTEFACT, Card, build, cache_folder, read_card
from .classifier import Decision, Signals, decide, doubt_of, leading_passage, signals, window_logits
from .domain.cues import stance_cues
from .domain.found import Found, Passage
from .domain.lexicon import hits
from .domain.normalise import Normalised, normalise
from .domain.standards import STANCES, STANDARDS
from .encoder import Encoded, Encoder
from .language import language_of
from .linear import Linear
from .nearest import Nearest
from .weights import Floats, WeightsMissing

THREADS_VARIABLE = "RESONANZ_TAGGER_THREADS"


class ModelMissing(RuntimeError):
    """No model can be had on this machine; the message says why."""


class ModelTagger:
    """Encoder and linear half, averaged and calibrated; one per worker, not for several threads at once."""

    def __init__(self, card: Card, folder: Path, artefact: Path = ARTEFACT, threads: int = 1) -> None:
        self.version = card.version
        self.catalogue_version = card.catalogue_version
        self._card = card
        self._encoder = Encoder(folder, threads)
        self._linear = Linear(artefact / "linear.npz")
        self._stances = Linear(artefact / "stances.npz")
        self._nearest = Nearest(artefact / "nearest.npz")
        self._adapter: Adapter = NEUTRAL

    def adapted(self, adapter: Adapter, version: str) -> "ModelTagger":
        """The same model, its memory shared, corrected by what reviews taught; for the same one thread."""
        other = copy.copy(self)
        other.version, other._adapter = version, adapter
        return other

    def observe(self, passage: Passage, standards: Collection[int]) -> list[Observed]:
        """One entry per window, without any adaptation; none for a text without letters."""
        normal = normalise(passage.text)
        if not any(c.isalpha() for c in normal.text):
            return []
        lang = language_of(normal.text, passage.lang)
        return [self._observed(normal, lang, *one, standards) for one in self._windows(normal.text, lang)]

    def _observed(
        self, normal: Normalised, lang: str | None, encoded: Encoded, said: Signals, standards: Collection[int]
    ) -> Observed:
        logits, gate = window_logits(encoded, said, self._card)
        stances: dict[int, tuple[str, tuple[float, ...]]] = {}
        for standard in standards:
            span, shares = leading_passage(normal.text, lang, encoded, standard, self._card, self._stances.logits)
            stances[standard] = normal.text[span.start : span.end], shares
        start, end = normal.original_span(encoded.start, encoded.end)
        text = normal.text[encoded.start : encoded.end]
        return Observed(text, start, end, logits, gate, encoded.mean, stances)

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Found, ...]]:
        """One tuple of tags per passage, surest first; a text without letters has none."""
        return [self._tag_one(p) for p in passages]

    def _tag_one(self, passage: Passage) -> tuple[Found, ...]:
        normal = normalise(passage.text)
        if not any(c.isalpha() for c in normal.text):
            return ()
        lang = language_of(normal.text, passage.lang)
        best: dict[tuple[int, int], Found] = {}
        for encoded, said in self._windows(normal.text, lang):
            likeness = self._nearest.likeness(encoded.mean)
            for one in decide(normal.text, lang, encoded, said, self._card, self._stances.logits, self._adapter):
                found = self._found(passage, normal, lang, one, likeness)
                key = one.standard, one.stance
                if key not in best or best[key].confidence < found.confidence:
                    best[key] = found
        return tuple(sorted(best.values(), key=lambda f: -f.confidence))

    def _windows(self, text: str, lang: str | None) -> list[tuple[Encoded, Signals]]:
        windows = self._encoder.encode(text)
        return [(w, signals(text[w.start : w.end], lang, self._linear.logits)) for w in windows]

    def _found(self, passage: Passage, normal: Normalised, lang: str | None, one: Decision, likeness: Floats) -> Found:
        start, end = normal.original_span(one.span.start, one.span.end)
        quote = normal.text[one.span.start : one.span.end]
        return Found(
            standard=STANDARDS[one.standard],
            stance=STANCES[one.stance],
            start=start,
            end=end,
            quote=passage.text[start:end],
            confidence=round(one.confidence, 4),
            doubt=doubt_of(one),
            reason=self._reason(quote, lang, one, likeness),
        )

    def _reason(
        self, quote: str, lang: str | None, one: Decision, likeness: Floats
    ) -> dict[str, str | float | list[str]]:
        """What a person can check: version, threshold, similar labelled texts, cue words."""
        standard, stance = STANDARDS[one.standard], STANCES[one.stance]
        return {
            "model": self.version,
            "rule": "encoder+ngrams",
            "lang": lang or "unknown",
            "threshold": round(self._card.threshold + self._card.shifts[one.standard], 4),
            "stance_share": round(one.shares[one.stance], 4),
            "like": self._nearest.examples(likeness, one.standard),
            "words": sorted({h.word.strip().lower() for h in hits(quote, lang) if h.standard == standard}),
            "stance_words": stance_cues(quote, lang)[stance],
        }


def load_model(artefact: Path = ARTEFACT) -> ModelTagger:
    """Load the artefact, building its weights when this machine has none yet; raises ModelMissing."""
    threads = int(os.environ.get(THREADS_VARIABLE, "1"))
    try:
        folder = _built(artefact)
        return ModelTagger(read_card(artefact), folder, artefact, threads)
    except (OSError, ImportError, msgspec.DecodeError, WeightsMissing) as error:
        raise ModelMissing(f"the tagger's model cannot be loaded: {error}") from error


def _built(artefact: Path) -> Path:
    """The weights, put together in a process of its own: it takes memory that a worker would never give back."""
    if not (cache_folder(read_card(artefact).version) / "weights.bin").is_file():
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as builder:
            builder.submit(build, artefact).result()
    return build(artefact)


def means_of(encoder: Encoder, texts: Sequence[str]) -> Floats:
    """The encoder's mean of each text's first window, [n, 384]; used when the artefact is made."""
    return np.stack([encoder.encode(t)[0].mean for t in texts])
