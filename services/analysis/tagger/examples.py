"""The labelled texts that the tagger learned from, for people who want to see what a text is like."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from .domain.standards import Stance

FILE: Final = Path(__file__).parent / "data" / "train.jsonl"


class _Label(msgspec.Struct):
    standard: str
    stance: Stance
    evidence: str


class _Row(msgspec.Struct):
    id: str
    lang: str
    text: str
    labels: tuple[_Label, ...] = ()


class Example(msgspec.Struct, frozen=True):
    """`quote` is what speaks of the standard; all of it was invented."""

    lang: str
    standard: str
    stance: Stance
    quote: str


@cache
def load_examples() -> Mapping[str, tuple[Example, ...]]:
    """By id, one per standard that the text bears on; a tenth of a second. Empty where the data is not installed."""
    if not FILE.is_file():
        return {}
    rows = (_READER.decode(line) for line in FILE.read_bytes().splitlines() if line.strip())
    return {row.id: tuple(_example(row.lang, one) for one in row.labels) for row in rows}


def _example(lang: str, label: _Label) -> Example:
    return Example(lang, label.standard, label.stance, label.evidence)


_READER: Final = msgspec.json.Decoder(_Row)
