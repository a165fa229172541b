"""A standard as a plain form: fields in, standard out, and lists that grow, shrink and change order without scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final, TypeVar

import msgspec

from services.analysis.domain.document import UNWRITABLE, Document, Indicator, Source, Standard, Words

Fields = Mapping[str, Sequence[str]]
T = TypeVar("T")
WORDS: Final = ("title", "definition", "met", "not_met", "suggestion")
_UNWRITABLE: Final = re.compile(f"[{UNWRITABLE}]")
_ACTION: Final = re.compile(r"\A(indicators|boundaries|rules|sources)-(?:(add)|(up|down|remove)-(\d{1,4}))\Z")
_FLAT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def read_standard(fields: Fields, standard_id: str) -> Standard:
    """What was typed, empty parts included: they stay on the page until it is saved."""
    return Standard(
        id=standard_id,
        indicators=tuple(
            Indicator(Words(*text), Words(*evidence))
            for text, evidence in zip_longest(
                _pairs(fields, "indicator"), _pairs(fields, "evidence"), fillvalue=("", "")
            )
        ),
        boundaries=tuple(Words(*pair) for pair in _pairs(fields, "boundary")),
        phrases=tuple(line.strip() for line in _one(fields, "phrases").split("\n") if line.strip()),
        sources=tuple(fields.get("source", ())),
        maps_to=tuple(fields.get("maps_to", ())),
        locked=_one(fields, "locked") == "yes",
        **{name: _words(fields, name) for name in WORDS},
    )


def read_whole(fields: Fields, document: Document) -> Document:
    """The catalogue's own texts and its sources; the standards are the document's."""
    columns = (fields.get(f"source-{name}", ()) for name in ("key", "title", "kind", "url", "note"))
    rows = [tuple(clean(one) for one in row) for row in zip_longest(*columns, fillvalue="")]
    return msgspec.structs.replace(
        document,
        title=_words(fields, "title"),
        about=_words(fields, "about"),
        rules=tuple(Words(*pair) for pair in _pairs(fields, "rule")),
        sources={
            key or slug(title): Source(title, "stored" if kind == "stored" else "gk", url, note)
            for key, title, kind, url, note in rows
            if key or title
        },
    )


def saved(standard: Standard, before: Standard | None) -> Standard:
    """Without the parts that were left empty; what was ticked `before` keeps its order.

    Raises msgspec.ValidationError for a text that is too long.
    """
    kept = msgspec.structs.replace(
        standard,
        indicators=tuple(one for one in standard.indicators if one != Indicator()),
        boundaries=tuple(one for one in standard.boundaries if one != Words()),
        sources=_ordered(standard.sources, before.sources if before else ()),
        maps_to=_ordered(standard.maps_to, before.maps_to if before else ()),
    )
    return msgspec.convert(msgspec.to_builtins(kept), Standard)


def saved_whole(document: Document) -> Document:
    """Raises msgspec.ValidationError for a text that is too long, or a source's key that is none."""
    kept = msgspec.structs.replace(document, rules=tuple(one for one in document.rules if one != Words()))
    return msgspec.convert(msgspec.to_builtins(kept), Document)


def with_standard(document: Document, standard: Standard) -> Document:
    """The standard in its place, or at the end."""
    if not document.find(standard.id):
        return msgspec.structs.replace(document, standards=(*document.standards, standard))
    standards = tuple(standard if one.id == standard.id else one for one in document.standards)
    return msgspec.structs.replace(document, standards=standards)


def arrange(whole: Any, action: str) -> Any:
    """The same struct after one press of a button: `indicators-add`, `boundaries-up-2`; as it was for any other."""
    pressed = _ACTION.match(action)
    if not pressed or not hasattr(whole, pressed[1]) or pressed[1] == "sources":
        return whole
    items: tuple[Any, ...] = getattr(whole, pressed[1])
    if pressed[2]:
        changed = (*items, Indicator() if pressed[1] == "indicators" else Words())
    else:
        changed = rearranged(items, int(pressed[4]), pressed[3])
    return msgspec.structs.replace(whole, **{pressed[1]: changed})


def rearranged(items: tuple[T, ...], place: int, way: str) -> tuple[T, ...]:
    """`way`: up, down or remove. As it was where there is no such place, or nowhere to go."""
    if place >= len(items):
        return items
    rest = [*items[:place], *items[place + 1 :]]
    if way != "remove":
        target = place - 1 if way == "up" else place + 1
        rest.insert(max(target, 0), items[place])
    return tuple(rest)


def slug(title: str) -> str:
    """An id from a title: `Frühe Info!` becomes `fruehe-info`; empty when nothing is left."""
    flat = re.sub(r"[^a-z0-9]+", "-", title.lower().translate(_FLAT)).strip("-")[:50].strip("-")
    return f"s-{flat}" if flat[:1].isdigit() else flat


def clean(typed: str) -> str:
    """Line breaks as one sign, and none of the signs that a database cannot keep."""
    return _UNWRITABLE.sub("", typed.replace("\r\n", "\n")).strip()


def _ordered(ticked: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    return (*(one for one in before if one in ticked), *(one for one in ticked if one not in before))


def _one(fields: Fields, name: str) -> str:
    return clean(next(iter(fields.get(name, ())), ""))


def _words(fields: Fields, name: str) -> Words:
    return Words(_one(fields, f"{name}-de"), _one(fields, f"{name}-en"))


def _pairs(fields: Fields, name: str) -> list[tuple[str, str]]:
    columns = (fields.get(f"{name}-de", ()), fields.get(f"{name}-en", ()))
    return [(clean(de), clean(en)) for de, en in zip_longest(*columns, fillvalue="")]
