"""What a district hands on to another: inherited parts that stay as they came, and copies that are free to change.

A package names nobody and holds no response. Rules and standards are inherited: they stay locked, and a later package
of the same origin brings them up to date. Words, methods and questionnaires are copies: what was changed here stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal

import msgspec

from services.analysis.district.domain.methods import Method
from services.analysis.district.domain.papers import Rules

FORMAT: Final = "resonanz-package"
Part = Literal["rules", "standard", "words", "method", "questionnaire"]
#: What taking a package does to a part. `kept`: it was changed here, and stays.
Verb = Literal["new", "update", "same", "kept", "gone"]
#: Parts that stay locked as they came.
INHERITED: Final[frozenset[Part]] = frozenset({"rules", "standard"})


class Sheet(msgspec.Struct, frozen=True):
    """A questionnaire. `document`: as a JSON file of our own."""

    slug: str
    title: dict[str, str]
    level: str
    kind: str
    document: str


class Package(msgspec.Struct, frozen=True):
    """`number`: of the concept's version. `standards`: id → the standard as it is kept. `adopted`: when and by whom."""

    district: str
    number: int
    made_on: date
    adopted: str
    rules: Rules
    words: dict[str, str]
    standards: dict[str, dict[str, Any]]
    methods: tuple[Method, ...]
    sheets: tuple[Sheet, ...]


class Signed(msgspec.Struct, frozen=True, tag=FORMAT, tag_field="format"):
    """A package as a file. `content`: the package in JSON, letter by letter what was signed (Ed25519, hexadecimal)."""

    content: str
    key: str
    signature: str
    version: int = 1


class Change(msgspec.Struct, frozen=True):
    """What taking the package does to one part; `name` as people call it."""

    part: Part
    key: str
    name: str
    verb: Verb

    @property
    def is_inherited(self) -> bool:
        return self.part in INHERITED


class Home(msgspec.Struct, frozen=True):
    """What the taking district has: `slugs`: of questionnaires it took before."""

    rules: Rules
    standards: Mapping[str, dict[str, Any]]
    words: Mapping[str, str]
    methods: Mapping[str, Method]
    slugs: Collection[str]


def changes(package: Package, home: Home, before: Package | None) -> tuple[Change, ...]:
    """Part by part, in the order of the package. `before`: what was taken of the same origin last."""
    return tuple(_changes(package, home, before))


def is_taken(change: Change) -> bool:
    return change.verb in ("new", "update")


def _changes(package: Package, home: Home, before: Package | None) -> Iterator[Change]:
    yield Change("rules", "rules", "", "same" if package.rules == home.rules else "update" if before else "new")
    for key, standard in package.standards.items():
        yield Change("standard", key, _title(standard), _inherited(standard, home.standards.get(key)))
    if before:
        yield from (
            Change("standard", key, _title(standard), "gone")
            for key, standard in before.standards.items()
            if key not in package.standards
        )
    for key, text in package.words.items():
        yield Change("words", key, key, _copied(text, home.words.get(key), before and before.words.get(key)))
    old = {one.key: one for one in before.methods} if before else {}
    for method in package.methods:
        here = home.methods.get(method.key)
        yield Change(
            "method", method.key, method.name, _copied(_plain(method), here and _plain(here), _was(old, method.key))
        )
    for sheet in package.sheets:
        verb: Verb = "kept" if sheet.slug in home.slugs else "new"
        yield Change("questionnaire", sheet.slug, sheet.title.get("de", sheet.slug), verb)


def _inherited(new: Any, here: Any) -> Verb:
    return "new" if here is None else "same" if _unlocked(new) == _unlocked(here) else "update"


def _copied(new: Any, here: Any, before: Any) -> Verb:
    """What nobody changed here since it was taken over is brought up to date; what somebody did stays."""
    if not here:
        return "new"
    if here == new:
        return "same"
    return "update" if here == before else "kept"


def _was(old: Mapping[str, Method], key: str) -> Any:
    return _plain(old[key]) if key in old else None


def _plain(method: Method) -> Method:
    """Whose version it is makes no difference."""
    return msgspec.structs.replace(method, own_of="")


def _unlocked(standard: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in standard.items() if key != "locked"}


def _title(standard: Mapping[str, Any]) -> str:
    title = standard.get("title", {})
    return str(title.get("de", "") if isinstance(title, Mapping) else title)
