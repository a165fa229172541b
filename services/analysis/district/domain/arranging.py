"""How people arrange a paper: chapters of their own, moved, hidden and restored. Live parts stay live.

A chapter is a section of level 1 with those of level 2 under it: they move together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from services.analysis.district.domain.papers import Section

Move = Literal["up", "down", "hide", "restore"]
MOVES: Final[tuple[Move, ...]] = ("up", "down", "hide", "restore")
#: What a body adopts, and what gives account: it moves, but never hides. By kind of paper.
FIRM: Final[Mapping[str, frozenset[str]]] = {
    "concept": frozenset({"standards", "rules"}),
    "sheet": frozenset({"project", "promise"}),
    "report": frozenset({"standards", "promises", "ledger"}),
}
#: Chapters of their own in one paper, and letters of the title of one.
MOST_OWN: Final = 30
TITLE_LENGTH: Final = 120


class Layout(msgspec.Struct, frozen=True, omit_defaults=True):
    """`order`: keys of chapters, as of the last move. `own`: key → title of those that people added. `hidden`: keys."""

    order: tuple[str, ...] = ()
    own: dict[str, str] = {}
    hidden: tuple[str, ...] = ()


class Chapter(msgspec.Struct, frozen=True):
    """One line of the outline."""

    key: str
    title: str
    is_own: bool
    is_hidden: bool


def arrange(sections: Sequence[Section], layout: Layout) -> tuple[Section, ...]:
    """The sections as people want them, without those that are hidden."""
    chapters = _chapters(sections, layout)
    return tuple(one for key in _keys(chapters, layout) if key not in layout.hidden for one in chapters[key])


def outline(sections: Sequence[Section], layout: Layout) -> list[Chapter]:
    """Every chapter at its place; a hidden one keeps its place, and comes back to it."""
    chapters = _chapters(sections, layout)
    return [
        Chapter(key, chapters[key][0].title, key in layout.own, key in layout.hidden) for key in _keys(chapters, layout)
    ]


def move(chapters: Sequence[Chapter], layout: Layout, key: str, how: Move, kind: str) -> Layout:
    """The same where it cannot be: the first goes no further up, and a firm one does not hide."""
    if how == "hide":
        firm = key in FIRM[kind] or key in layout.hidden
        return layout if firm else msgspec.structs.replace(layout, hidden=(*layout.hidden, key))
    if how == "restore":
        return msgspec.structs.replace(layout, hidden=tuple(one for one in layout.hidden if one != key))
    return msgspec.structs.replace(layout, order=_moved([one.key for one in chapters], key, how, layout.hidden))


def add(chapters: Sequence[Chapter], layout: Layout, title: str) -> tuple[Layout, str]:
    """With a chapter of that title at the end, and its key."""
    number = 1 + max((int(key.removeprefix("own-")) for key in layout.own), default=0)
    key = f"own-{number}"
    order = (*(one.key for one in chapters), key)
    return msgspec.structs.replace(layout, order=order, own={**layout.own, key: title}), key


def rename(layout: Layout, key: str, title: str) -> Layout:
    """Only chapters that people added have titles of theirs."""
    return msgspec.structs.replace(layout, own={**layout.own, key: title}) if key in layout.own else layout


def is_title(text: str) -> bool:
    return 0 < len(text) <= TITLE_LENGTH


def _chapters(sections: Iterable[Section], layout: Layout) -> dict[str, list[Section]]:
    """Key of the chapter → its sections, live ones first, in their own order."""
    found: dict[str, list[Section]] = {}
    for section in sections:
        if section.level == 1 or not found:
            found[section.key] = []
        found[next(reversed(found))].append(section)
    return found | {key: [Section(key, title)] for key, title in layout.own.items()}


def _keys(chapters: Mapping[str, object], layout: Layout) -> list[str]:
    """In people's order; a chapter that the order does not know stands behind the one it follows by itself."""
    keys = [key for key in layout.order if key in chapters]
    before = ""
    for key in chapters:
        if key not in keys:
            keys.insert(keys.index(before) + 1 if before else 0, key)
        before = key
    return keys


def _moved(keys: list[str], key: str, how: Move, hidden: Sequence[str]) -> tuple[str, ...]:
    """Past the next one that can be seen."""
    place, step = keys.index(key), -1 if how == "up" else 1
    target = place + step
    while 0 <= target < len(keys) and keys[target] in hidden:
        target += step
    if not 0 <= target < len(keys):
        return tuple(keys)
    rest = [one for one in keys if one != key]
    rest.insert(target, key)
    return tuple(rest)
