"""What to do next about a group that is missing: a sentence and the page where it is done."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, Literal, NamedTuple

from services.analysis.results.domain.missing import Line
from services.analysis.results.domain.population import Trait

#: `advice-<kind>` is the text for it.
Kind = Literal["large", "young", "children", "working", "channel", "more", "gender", "language"]
_BY_AGE: Final[dict[str, Kind]] = {
    "under-14": "children",
    "14-17": "young",
    "18-26": "young",
    "27-44": "working",
    "45-64": "working",
    "65-79": "large",
    "80-plus": "large",
}


class Way(NamedTuple):
    """A channel as analysis knows it. `group`: whom it is for, where somebody said so."""

    code: str
    kind: str
    place: str
    group: str = ""


class Advice(NamedTuple):
    """`path`: below the campaign's own pages under /staff/making/{id}."""

    kind: Kind
    path: str


def advise(trait: Trait, value: str, name: str, ways: Collection[Way]) -> Advice:
    """`name`: of the part, as channels name their place."""
    if trait == "age":
        kind = _BY_AGE.get(value, "working")
        return Advice(kind, _PATHS[kind])
    if trait == "part":
        near = sorted(way.code for way in ways if name.casefold() in f"{way.place} {way.group}".casefold())
        chosen = "".join(f"&c={code}" for code in near)
        return Advice("more", f"/print?f=a5&f=a3{chosen}") if near else Advice("channel", "/channels/new")
    return Advice("gender", "/channels/new")


def speak(language: str) -> Advice:
    """Nobody has answered in this language of the questionnaire yet."""
    return Advice("language", f"/print?f=a5&f=a4&lang={language}")


def silent(offered: Sequence[str], heard: Collection[str]) -> list[str]:
    """Languages that were offered and in which too few answered to be shown."""
    return [code for code in offered if code not in heard]


def due(line: Line) -> int:
    """How many answers of this group were to be expected, in whole people."""
    return round(max(line.goal, line.expected))


_PATHS: Final[dict[Kind, str]] = {
    "large": "/print?f=a4&f=a5&large=yes",
    "young": "/packs",
    "children": "/packs",
    "working": "/print?f=a3&f=stickers",
}
