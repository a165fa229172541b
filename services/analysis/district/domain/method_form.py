"""A method as a plain form: fields in, method and faults out; nothing that was typed is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from services.analysis.district.domain.methods import GERMAN, GROUPS, KINDS, LEVELS, PHASES, Method

Fields = Mapping[str, Sequence[str]]
#: One line each.
LISTS: Final = ("steps", "checklist", "materials", "pitfalls")
WORDS: Final = ("name", "summary", "suits")
NUMBERS: Final = ("people_from", "people_to", "hours", "weeks", "cost_from", "cost_to", "team")
PRINTS: Final = ("a6", "a5", "a4", "a3", "stickers", "card", "slips")
#: The ready-made questionnaires that a campaign may begin with.
STARTS: Final = ("ideas", "event", "evaluation")
LONGEST: Final = 2000
MOST: Final = 1_000_000
_FLAT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def typed_of(method: Method) -> dict[str, list[str]]:
    """A method as the fields that make it."""
    lines = {name: ["\n".join(getattr(method, name))] for name in LISTS}
    picked = {name: list(getattr(method, name)) for name in ("groups", "levels", "phases", "standards", "prints")}
    single = {name: [str(getattr(method, name))] for name in (*WORDS, "kind", "weeks", "team", "german", "start")}
    spans = {
        f"{name}_{end}": [str(value)]
        for name in ("people", "cost")
        for end, value in zip(("from", "to"), getattr(method, name), strict=True)
    }
    return {**lines, **picked, **single, **spans, "hours": [f"{method.hours:g}".replace(".", ",")]}


def read_method(fields: Fields, key: str, standards: Sequence[str]) -> tuple[Method, tuple[str, ...]]:
    """The method, and the names of fields that cannot stay as they are."""
    faults = tuple(_faults(fields))
    made: dict[str, Any] = {
        "key": key or slug(_one(fields, "name")),
        "kind": _known(fields, "kind", KINDS) or KINDS[0],
        "groups": _picked(fields, "groups", GROUPS),
        "levels": _picked(fields, "levels", LEVELS),
        "phases": _picked(fields, "phases", PHASES),
        "people": (_whole(fields, "people_from"), _whole(fields, "people_to")),
        "hours": _number(_one(fields, "hours")) or 0.0,
        "weeks": _whole(fields, "weeks"),
        "cost": (_whole(fields, "cost_from"), _whole(fields, "cost_to")),
        "team": _whole(fields, "team"),
        "german": _known(fields, "german", GERMAN) or GERMAN[-1],
        "standards": _picked(fields, "standards", standards),
        "start": _known(fields, "start", STARTS),
        "prints": _picked(fields, "prints", PRINTS),
        **{name: _one(fields, name) for name in WORDS},
        **{name: _lines(fields, name) for name in LISTS},
    }
    return msgspec.convert(made, Method), faults


def slug(name: str) -> str:
    """A key of small letters, digits and dashes; empty for a name of other signs alone."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_FLAT)).strip("-")[:60]


def _faults(fields: Fields) -> Iterator[str]:
    yield from (name for name in WORDS if not _one(fields, name) or len(_one(fields, name)) > LONGEST)
    yield from (name for name in ("groups", "levels", "phases") if not fields.get(name))
    yield from (name for name in NUMBERS if _number(_one(fields, name)) is None)
    yield from (
        f"{one}_to" for one in ("people", "cost") if _whole(fields, f"{one}_to") < _whole(fields, f"{one}_from")
    )
    if not _lines(fields, "steps"):
        yield "steps"


def _one(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "").strip()


def _lines(fields: Fields, name: str) -> tuple[str, ...]:
    return tuple(line.strip()[:LONGEST] for line in _one(fields, name).splitlines() if line.strip())


def _picked(fields: Fields, name: str, known: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in known if one in fields.get(name, ()))


def _known(fields: Fields, name: str, known: Sequence[str]) -> str:
    return _one(fields, name) if _one(fields, name) in known else ""


def _whole(fields: Fields, name: str) -> int:
    return int(_number(_one(fields, name)) or 0)


def _number(text: str) -> float | None:
    """Not negative, with comma or point; None for what is no such number."""
    plain = text.replace(".", "").replace(",", ".") if "," in text else text
    if not re.fullmatch(r"[0-9]{1,7}(\.[0-9]{1,2})?", plain):
        return None
    return float(plain) if float(plain) <= MOST else None
