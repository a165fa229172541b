"""OData 4 as Excel and Power BI speak it: what there is, what of it is asked for, and how it is told. Reading only.

Source: OASIS OData 4.01, protocol and CSDL XML. What is not here is refused, never ignored: a filter that was passed
over would show other people than were asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import quoteattr

import msgspec

from services.analysis.results.domain.tables import Cell

NAMESPACE: Final = "Resonanz"
VERSION: Final = "4.0"
_EDM: Final = "http://docs.oasis-open.org/odata/ns/edm"
_EDMX: Final = "http://docs.oasis-open.org/odata/ns/edmx"


class Property(NamedTuple):
    name: str
    edm: str
    nullable: bool = False


class EntitySet(NamedTuple):
    """`key`: how many of the properties, from the first, tell entities apart."""

    name: str
    entity: str
    properties: tuple[Property, ...]
    key: int


_COUNTED: Final = (Property("count", "Edm.Int32", nullable=True), Property("share", "Edm.Double", nullable=True))
SETS: Final[Mapping[str, EntitySet]] = {
    "Breakdowns": EntitySet(
        "Breakdowns",
        "Breakdown",
        (
            Property("facet", "Edm.String"),
            Property("value", "Edm.String"),
            Property("facet_label", "Edm.String"),
            Property("label", "Edm.String"),
            *_COUNTED,
            Property("base", "Edm.Int32", nullable=True),
        ),
        2,
    ),
    "Standards": EntitySet(
        "Standards",
        "Standard",
        (
            Property("standard", "Edm.String"),
            Property("label", "Edm.String"),
            *(Property(name, "Edm.Int32", nullable=True) for name in ("met", "not_met", "suggestion", "base")),
        ),
        1,
    ),
}
_CLAUSE: Final = re.compile(r"\s*(\(*)\s*(\w+)\s+eq\s+('(?:[^']|'')*'|null|\d+)\s*(\)*)\s*")
_AND: Final = re.compile(r"and(?=[\s(])")
_KNOWN: Final = frozenset({"$filter", "$select", "$top", "$skip", "$count", "$format", "$orderby"})
#: Formats that an answer is already in.
_FORMATS: Final = re.compile(r"json|application/json(;.*)?", re.IGNORECASE)


class Unanswerable(ValueError):
    """Asked for in a way that is not understood; the text says which option."""


class Asked(msgspec.Struct, frozen=True):
    """`where`: property → the value it equals. `select`: none for all."""

    where: tuple[tuple[str, Cell], ...] = ()
    select: tuple[str, ...] = ()
    top: int | None = None
    skip: int = 0
    count: bool = False
    order: tuple[tuple[str, bool], ...] = ()


def read_options(entities: EntitySet, query: Mapping[str, str]) -> Asked:
    """Raises Unanswerable. Options without a dollar are the client's own."""
    names = [one.name for one in entities.properties]
    if unknown := sorted(key for key in query if key.startswith("$") and key not in _KNOWN):
        raise Unanswerable(unknown[0])
    if not _FORMATS.fullmatch(query.get("$format", "json")):
        raise Unanswerable("$format")
    return Asked(
        where=tuple(_clauses(names, query.get("$filter", ""))),
        select=_selected(names, query.get("$select", "")),
        top=_whole(query, "$top"),
        skip=_whole(query, "$skip") or 0,
        count=_truth(query.get("$count", "false")),
        order=tuple(_orders(names, query.get("$orderby", ""))),
    )


def answer(entities: EntitySet, rows: Iterable[Sequence[Cell]], asked: Asked, context: str) -> dict[str, Any]:
    """`context`: the address of $metadata."""
    names = [one.name for one in entities.properties]
    found = matching(names, rows, asked)
    page = found[asked.skip :] if asked.top is None else found[asked.skip : asked.skip + asked.top]
    select = asked.select or tuple(names)
    chosen = f"({','.join(select)})" if asked.select else ""
    return {
        "@odata.context": f"{context}#{entities.name}{chosen}",
        **({"@odata.count": len(found)} if asked.count else {}),
        "value": [{name: row[name] for name in select} for row in page],
    }


def matching(names: Sequence[str], rows: Iterable[Sequence[Cell]], asked: Asked) -> list[dict[str, Cell]]:
    """All that is filtered for, in the order that is asked for; what has no value comes first."""
    found = [dict(zip(names, row, strict=True)) for row in rows]
    found = [row for row in found if all(row[name] == value for name, value in asked.where)]
    for name, falling in reversed(asked.order):
        found.sort(key=lambda row, name=name: (row[name] is not None, row[name] or 0), reverse=falling)  # type: ignore[misc]
    return found


def service_document(context: str) -> dict[str, Any]:
    return {
        "@odata.context": context,
        "value": [{"name": name, "kind": "EntitySet", "url": name} for name in SETS],
    }


def metadata() -> str:
    types = "".join(_entity_type(one) for one in SETS.values())
    sets = "".join(f'<EntitySet Name="{one.name}" EntityType="{NAMESPACE}.{one.entity}"/>' for one in SETS.values())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><edmx:Edmx Version="{VERSION}" xmlns:edmx="{_EDMX}"><edmx:DataServices>'
        f'<Schema Namespace="{NAMESPACE}" xmlns="{_EDM}">{types}<EntityContainer Name="Container">{sets}'
        "</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"
    )


def _entity_type(one: EntitySet) -> str:
    key = "".join(f"<PropertyRef Name={quoteattr(prop.name)}/>" for prop in one.properties[: one.key])
    properties = "".join(
        f'<Property Name="{prop.name}" Type="{prop.edm}"{"" if prop.nullable else _REQUIRED}/>'
        for prop in one.properties
    )
    return f'<EntityType Name="{one.entity}"><Key>{key}</Key>{properties}</EntityType>'


_REQUIRED: Final = ' Nullable="false"'


def _clauses(names: Sequence[str], text: str) -> Iterator[tuple[str, Cell]]:
    """`facet eq 'age' and value eq '80-plus'`."""
    place = 0
    while place < len(text):
        found = _CLAUSE.match(text, place)
        if found is None or found[2] not in names or len(found[1]) != len(found[4]):
            raise Unanswerable("$filter")
        yield found[2], _literal(found[3])
        place = _after_and(text, found.end())


def _after_and(text: str, place: int) -> int:
    """Where the next clause begins, or the end."""
    if place == len(text):
        return place
    found = _AND.match(text, place)
    if found is None or not text[found.end() :].strip():
        raise Unanswerable("$filter")
    return found.end()


def _literal(text: str) -> Cell:
    if text == "null":
        return None
    return text[1:-1].replace("''", "'") if text.startswith("'") else int(text)


def _selected(names: Sequence[str], text: str) -> tuple[str, ...]:
    wanted = [part.strip() for part in text.split(",") if part.strip()]
    if not set(wanted) <= {*names, "*"}:
        raise Unanswerable("$select")
    return () if "*" in wanted else tuple(name for name in names if name in wanted)


def _orders(names: Sequence[str], text: str) -> list[tuple[str, bool]]:
    found = []
    for part in (part.split() for part in text.split(",") if part.strip()):
        if part[0] not in names or len(part) > 2 or part[1:] not in ([], ["asc"], ["desc"]):
            raise Unanswerable("$orderby")
        found.append((part[0], part[1:] == ["desc"]))
    return found


def _whole(query: Mapping[str, str], name: str) -> int | None:
    text = query.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Unanswerable(name)
    return int(text)


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise Unanswerable("$count")
    return text == "true"
