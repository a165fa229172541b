"""Catalogues as YAML: the one that is shipped, the presets, what staff export and import."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
import yaml

from services.analysis.domain.document import Document, plain

FOLDER: Final = Path(__file__).parent.parent / "catalogue"
SHIPPED: Final = FOLDER / "standards.yaml"
PRESETS: Final = FOLDER / "presets"
MOST_SIGNS: Final = 200_000
_PLACE: Final = re.compile(r" - at `\$?(.*)`$")
_STEP: Final = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")


class UnreadableError(ValueError):
    """A text is no catalogue. `line` counts from 1; `kind` and `value` say what is wrong, `field` where."""

    def __init__(self, kind: str, line: int, field: str = "", value: str = "") -> None:
        super().__init__(f"{kind} in line {line}")
        self.kind, self.line, self.field, self.value = kind, line, field, value


def write_document(document: Document) -> str:
    """YAML with German first, as people would write it; reading it gives the same document again."""
    head = "# Ein Katalog aus Resonanz. Zum Einlesen: Katalog, Entwurf, Einlesen.\n"
    return head + yaml.dump(plain(document), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def read_document(text: str) -> Document:
    """Raises UnreadableError."""
    if len(text) > MOST_SIGNS:
        raise UnreadableError("too-long", 1)
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        _refuse_tricks(node, text)
        read = loader.construct_document(node) if node else None
    except UnreadableError:
        raise
    except yaml.YAMLError as error:
        raise _unreadable(error) from None
    except (ValueError, RecursionError):  # a date that there is not, a number too long, a hole without a bottom
        raise UnreadableError("no-yaml", 1) from None
    try:
        return msgspec.convert(read, Document)
    except msgspec.ValidationError as error:
        raise _misplaced(error, node) from None


@cache
def load_shipped() -> Document:
    """Our twelve, the city's first version."""
    return read_document(SHIPPED.read_text("utf-8"))


@cache
def load_presets() -> Mapping[str, Document]:
    """Name of the file → document. Our twelve come first."""
    found = {file.stem: read_document(file.read_text("utf-8")) for file in sorted(PRESETS.glob("*.yaml"))}
    return {"resonanz": load_shipped(), **found}


class _Dumper(yaml.SafeDumper):
    """No anchors: who edits a file by hand should not have to know them."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _refuse_tricks(node: yaml.Node | None, text: str) -> None:
    """Aliases can make a small file huge, and of two equal keys one would be lost without a word."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise UnreadableError("alias", _row(event.start_mark))
    for one in _mappings(node):
        seen: set[str] = set()
        for key, _ in one.value:
            if not isinstance(key.value, str) or key.value in seen:
                raise UnreadableError("key-twice", key.start_mark.line + 1, value=str(key.value)[:60])
            seen.add(key.value)


def _row(mark: Any) -> int:
    """Counted from 1. PyYAML's own types allow for events without a place, which its reader never makes."""
    return int(mark.line) + 1 if mark else 1


def _mappings(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value)


def _unreadable(error: yaml.YAMLError) -> UnreadableError:
    mark = getattr(error, "problem_mark", None)
    return UnreadableError("no-yaml", mark.line + 1 if mark else 1)


def _misplaced(error: msgspec.ValidationError, root: yaml.Node | None) -> UnreadableError:
    """msgspec says where in the document, the tree of nodes says in which line that is."""
    told = str(error)
    found = _PLACE.search(told)
    steps = [name or index for name, index in _STEP.findall(found[1] if found else "") if index != "..."]
    line, value = _line(root, steps), _named(told)
    field = ".".join(str(int(step) + 1) if step.isdigit() else step for step in steps)
    if "unknown field" in told:
        return UnreadableError("unknown-field", _line(root, [*steps, value]), field, value)
    if "missing required field" in told:
        return UnreadableError("missing-field", line, field, value)
    return UnreadableError(_kind(told), line, field)


def _kind(told: str) -> str:
    if "matching regex" in told:
        return "bad-id" if "[a-z]" in told else "bad-sign"
    if "length <=" in told:
        return "text-too-long"
    if "Invalid enum value" in told:
        return "bad-choice"
    expected = re.search(r"Expected `(\w+)", told)
    return {"str": "not-text", "array": "not-list", "object": "not-fields", "bool": "not-bool"}.get(
        expected[1] if expected else "", "bad-value"
    )


def _named(told: str) -> str:
    found = re.search(r"field `([^`]*)`", told)
    return found[1] if found else ""


def _line(node: yaml.Node | None, steps: list[str]) -> int:
    """The line of the node that the steps lead to, or of the last one on the way there."""
    line = node.start_mark.line + 1 if node else 1
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == step), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
            node = node.value[int(step)]
            line = node.start_mark.line + 1
        else:
            break
    return line
