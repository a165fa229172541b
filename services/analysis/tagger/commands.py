"""`python -m deploy tag --in texts.jsonl --out tags.jsonl`: tags a file without a database."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from . import Found, Passage, Tagger, load_tagger

_BATCH = 64


class TextLine(msgspec.Struct):
    """One line of the input; `lang` may be missing."""

    id: str | int
    text: str
    lang: str | None = None


class BadLine(ValueError):
    """A line of the input cannot be read; the message names it by number (from 1)."""


def tag_file(source: Path, target: Path, progress: Callable[[int, int], None], tagger: Tagger | None = None) -> None:
    """Tag every line of `source` into `target`, in order; `progress(done, of)` is called after each batch.

    All lines are read first, so a bad one (BadLine) leaves no half-written target. An empty line is skipped.
    """
    lines = read_lines(source)
    using = tagger or load_tagger()
    scratch = target.with_name(target.name + ".part")
    progress(0, len(lines))
    with scratch.open("wb") as out:
        for done, batch in _batches(lines):
            for line, tags in zip(batch, using.tag([_passage(x) for x in batch]), strict=True):
                out.write(msgspec.json.encode({"id": line.id, "tags": [as_json(t) for t in tags]}) + b"\n")
            progress(done, len(lines))
    os.replace(scratch, target)


def read_lines(source: Path) -> list[TextLine]:
    """The texts of a JSONL file; raises BadLine naming the first line that is none."""
    found = []
    for number, raw in enumerate(source.read_bytes().split(b"\n"), 1):
        if not raw.strip():
            continue
        try:
            found.append(msgspec.json.decode(raw, type=TextLine))
        except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
            raise BadLine(f"{source.name}, line {number}: {error}") from error
    return found


def as_json(found: Found) -> dict[str, Any]:
    """A tag as the output has it; offsets count code points of the original text."""
    keys = ("standard", "stance", "start", "end", "quote", "confidence")
    return {key: getattr(found, key) for key in keys}


def _passage(line: TextLine) -> Passage:
    return Passage(str(line.id), line.text, line.lang)


def _batches(lines: list[TextLine]) -> Iterator[tuple[int, list[TextLine]]]:
    for at in range(0, len(lines), _BATCH):
        batch = lines[at : at + _BATCH]
        yield at + len(batch), batch
