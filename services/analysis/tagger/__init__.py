"""Tags free texts with the minimum standards: standard, stance, quote with exact offsets, confidence, reason, doubt.

Owns the model and how it is trained and measured; knows no database, no web, no clock. Callers use `load_tagger`.
"""

from typing import Literal

from .domain.found import Found, Passage, Tagger
from .rules import LexiconTagger

__all__ = ["Found", "Passage", "Tagger", "load_tagger"]


def load_tagger(kind: Literal["best", "lexicon", "model"] = "best") -> Tagger:
    """The tagger to use: `best` is the model, or the lexicon where the model cannot be built.

    `model` raises `ModelMissing` (a RuntimeError) with the cause instead of falling back. The first call on a machine builds the
    model's weights into the cache folder (see README.md); later calls load them in about a second.
    """
    if kind == "lexicon":
        return LexiconTagger()
    from .model import ModelMissing, load_model

    try:
        return load_model()
    except ModelMissing:
        if kind == "model":
            raise
        return LexiconTagger()
