"""Tags free texts with the minimum standards: standard, stance, quote with exact offsets, confidence, reason, doubt.

Owns the model and how it is trained and measured; knows no database, no web, no clock. Callers use `load_tagger`.
"""

import logging
from typing import Literal

from .domain.found import Found, Passage, Tagger
from .rules import LexiconTagger

__all__ = ["Found", "Passage", "Tagger", "load_tagger"]


def load_tagger(kind: Literal["best", "lexicon", "model"] = "best") -> Tagger:
    """The tagger to use: `best` is the model, or the lexicon where the model cannot be built.

    `model` raises `model.ModelMissing` (a RuntimeError) with the cause instead of falling back, which is logged.
    The first call on a machine puts the model's weights into the cache folder (about a second, see README.md).
    """
    if kind == "lexicon":
        return LexiconTagger()
    try:
        from .model import ModelMissing, load_model  # numpy and onnxruntime: only where a model is wanted
    except ImportError:
        if kind == "model":
            raise
        return LexiconTagger()
    try:
        return load_model()
    except ModelMissing as error:
        if kind == "model":
            raise
        logging.getLogger(__name__).warning("falling back to the lexicon: %s", error)
        return LexiconTagger()
