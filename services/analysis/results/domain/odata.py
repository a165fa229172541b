"""OData 4 as Excel and Power BI speak it: what there is, what of it is asked for, and how it is told. Reading only.

Source: OASIS OData 4.01, protocol and CSDL XML. What is not here is refused, never ignored: a filter that was passed
over would show other people than were asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import quoteattr

import msgspec

from services.analysis.results.domain.odata_filter import Misunderstood, read_filter
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
#: One entity by its key: `Standards('x')`, `Breakdowns(facet='age',value='80-plus')`.
_BY_KEY: Final = re.compile(r"(\w+)\((.+)\)")
_PART: Final = re.compile(r"(?:(\w+)=)?'((?:[^']|'')*)'(?:,(?!$)|$)")
_KNOWN: Final = frozenset({"$filter", "$select", "$top", "$skip", "$count", "$format", "$orderby"})
#: What may be asked of one entity. Source: OData 4.01 protocol, 11.2.4.
_KNOWN_OF_ONE: Final = frozenset({"$select", "$format"})
#: Formats that an answer is already in.
_FORMATS: Final = re.compile(r"json|application/json(;.*)?", re.IGNORECASE)


class Unanswerable(ValueError):
    """Asked for in a way that makes no sense; the text says which option."""


class NotOffered(Unanswerable):
    """OData knows it, this house does not; the text says which option."""


class Asked(msgspec.Struct, frozen=True):
    """`where`: which entities. `select`: none for all."""

    where: Callable[[Mapping[str, Cell]], bool]
    select: tuple[str, ...] = ()
    top: int | None = None
    skip: int = 0
    count: bool = False
    order: tuple[tuple[str, bool], ...] = ()


def read_options(entities: EntitySet, query: Mapping[str, str], *, alone: bool = False) -> Asked:
    """Raises Unanswerable. Options without a dollar are the client's own. `alone`: of one entity."""
    known = _KNOWN_OF_ONE if alone else _KNOWN
    names = [one.name for one in entities.properties]
    if unknown := sorted(key for key in query if key.startswith("$") and key not in known):
        raise NotOffered(unknown[0])
    if not _FORMATS.fullmatch(query.get("$format", "json")):
        raise NotOffered("$format")
    return Asked(
        where=_filter(query.get("$filter"), names),
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
    return {
        "@odata.context": f"{context}#{entities.name}{_chosen(asked)}",
        **({"@odata.count": len(found)} if asked.count else {}),
        "value": [{name: row[name] for name in select} for row in page],
    }


def _chosen(asked: Asked) -> str:
    return f"({','.join(asked.select)})" if asked.select else ""


def matching(names: Sequence[str], rows: Iterable[Sequence[Cell]], asked: Asked) -> list[dict[str, Cell]]:
    """All that is filtered for, in the order that is asked for; what has no value comes first."""
    found = [dict(zip(names, row, strict=True)) for row in rows]
    found = [row for row in found if asked.where(row)]
    for name, falling in reversed(asked.order):
        found.sort(key=lambda row, name=name: (row[name] is not None, row[name] or 0), reverse=falling)  # type: ignore[misc]
    return found


def one_by_key(name: str) -> tuple[str, dict[str, str]] | None:
    """Entity set and key of an address such as `Breakdowns(facet='age',value='80-plus')`; None for any other.

    A key of one part may stand without its name.
    """
    found = _BY_KEY.fullmatch(name)
    entities = SETS.get(found[1]) if found else None
    if found is None or entities is None:
        return None
    names = [one.name for one in entities.properties[: entities.key]]
    parts = list(_PART.finditer(found[2]))
    key = {part[1] or names[0]: part[2].replace("''", "'") for part in parts}
    whole = "".join(part[0] for part in parts) == found[2] and len(parts) == len(names) and set(key) == set(names)
    return (entities.name, key) if whole else None


def told_alone(entities: EntitySet, row: Mapping[str, Cell], asked: Asked, context: str) -> dict[str, Any]:
    said = {name: row[name] for name in asked.select or row}
    return {"@odata.context": f"{context}#{entities.name}{_chosen(asked)}/$entity", **said}


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


def _filter(text: str | None, names: Sequence[str]) -> Callable[[Mapping[str, Cell]], bool]:
    if text is None:
        return lambda _row: True
    try:
        return read_filter(text, names)
    except Misunderstood:
        raise Unanswerable("$filter") from None


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
