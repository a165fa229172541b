"""Tags free texts with the minimum standards: standard, stance, quote with exact offsets, confidence, reason, doubt.

Owns the model and how it is trained and measured; knows no database, no web, no clock. Callers use `load_tagger`.
"""

import logging
from pathlib import Path
from typing import Literal

import msgspec

from .domain.found import Found, Passage, Tagger
from .rules import LexiconTagger

__all__ = ["Found", "Kind", "Passage", "Tagger", "load_tagger", "shipped_version"]

Kind = Literal["best", "lexicon", "model"]


class _Named(msgspec.Struct):
    version: str


def shipped_version(kind: Kind = "best") -> str:
    """How the tagger calls itself that `load_tagger` gives where the model can be built; loads no model."""
    if kind == "lexicon":
        return LexiconTagger.version
    card = Path(__file__).parent / "artefact" / "model.json"
    return msgspec.json.decode(card.read_bytes(), type=_Named).version


def load_tagger(kind: Kind = "best") -> Tagger:
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
