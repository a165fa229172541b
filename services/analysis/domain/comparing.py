"""What changed between two versions of a catalogue, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from services.analysis.domain.document import Document, Indicator, Standard, Words

Op = Literal["same", "added", "removed"]


class Piece(NamedTuple):
    op: Op
    text: str


class Change(NamedTuple):
    """One text that is not as it was. `field`: what it is, for instance `definition`; `language`: de, en, or none."""

    field: str
    language: str
    pieces: tuple[Piece, ...]


class Section(NamedTuple):
    """A standard that changed; one without an id: the catalogue's own texts."""

    standard_id: str
    title: str
    op: Literal["added", "removed", "changed", "moved"]
    changes: tuple[Change, ...]


def compare(old: Document, new: Document) -> list[Section]:
    """Sections in the new order, those that are gone last; nothing for what stayed."""
    found = [Section("", "", "changed", tuple(_changes(_texts_of_whole(old), _texts_of_whole(new))))]
    found += [_section(old.find(one.id), one, one.id in _moved(old, new)) for one in new.standards]
    found += [_section(one, None, moved=False) for one in old.standards if not new.find(one.id)]
    return [one for one in found if one.changes or one.op == "moved"]


def compare_texts(old: str, new: str) -> tuple[Piece, ...]:
    """Whole words; spaces between two changed words belong to them, so that nobody reads a patchwork."""
    before, after = _words(old), _words(new)
    pieces: list[Piece] = []
    for op, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
            continue
        pieces += [Piece("removed", "".join(before[a:b]))] if b > a else []
        pieces += [Piece("added", "".join(after[c:d]))] if d > c else []
    return tuple(pieces)


def _words(text: str) -> list[str]:
    """Each word with the space behind it; signs of punctuation by themselves."""
    return re.findall(r"\w+\s*|[^\w\s]\s*|\s+", text)


def _section(old: Standard | None, new: Standard | None, moved: bool) -> Section:
    shown = new or old
    assert shown
    changes = tuple(_changes(_texts(old) if old else {}, _texts(new) if new else {}))
    op: Literal["added", "removed", "changed", "moved"] = "changed"
    if not old or not new:
        op = "removed" if old else "added"
    elif moved and not changes:
        op = "moved"
    return Section(shown.id, shown.title.de or shown.id, op, changes)


def _moved(old: Document, new: Document) -> set[str]:
    """Standards that stand elsewhere among those that both have."""
    before = [one.id for one in old.standards if new.find(one.id)]
    after = [one.id for one in new.standards if old.find(one.id)]
    kept = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return set(after) - {one for block in kept for one in before[block.a : block.a + block.size]}


Texts = dict[tuple[str, str], Sequence[str]]


def _changes(old: Texts, new: Texts) -> Iterator[Change]:
    for key in dict.fromkeys([*old, *new]):
        for before, after in _paired(old.get(key, ()), new.get(key, ())):
            if before != after:
                yield Change(*key, compare_texts(before, after))


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Texts of two lists side by side: equal ones with each other, the rest in order."""
    for op, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op != "equal":
            before, after = [*old[a:b]], [*new[c:d]]
            longest = max(len(before), len(after))
            yield from zip(before + [""] * (longest - len(before)), after + [""] * (longest - len(after)), strict=True)


def _texts_of_whole(document: Document) -> Texts:
    sources = [f"{key}: {one.title} {one.url} {one.note}".strip() for key, one in document.sources.items()]
    return {
        **_both("name", [document.title]),
        **_both("about", [document.about]),
        **_both("rules", document.rules),
        ("sources", ""): sources,
    }


def _texts(standard: Standard) -> Texts:
    found: Texts = {}
    for name in ("title", "definition"):
        found |= _both(name, [getattr(standard, name)])
    found |= _both("indicators", [_told(one) for one in standard.indicators])
    for name in ("met", "not_met", "suggestion"):
        found |= _both(name, [getattr(standard, name)])
    return found | {
        **_both("boundaries", standard.boundaries),
        ("phrases", ""): standard.phrases,
        ("sources", ""): [", ".join(standard.sources)],
        ("maps_to", ""): [", ".join(standard.maps_to)],
        ("locked", ""): ["✓" if standard.locked else ""],
    }


def _told(one: Indicator) -> Words:
    """An indicator and its evidence as one text in each language."""
    return Words(*(" – ".join(part for part in pair if part) for pair in _languages(one)))


def _languages(one: Indicator) -> Iterator[tuple[str, str]]:
    yield one.text.de, one.evidence.de
    yield one.text.en, one.evidence.en


def _both(field: str, words: Sequence[Words]) -> Texts:
    return {
        (field, "de"): [one.de for one in words if one.de],
        (field, "en"): [one.en for one in words if one.en],
    }
