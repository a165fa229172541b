"""The inventory as Open Referral HSDS 3, out and in: organizations, services, locations, schedules.

What HSDS has no field for goes into attributes under taxonomies of our own, so that nothing is lost on the way back.
Source: Human Services Data Specification 3.0; names of tables and fields are used as they stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from services.analysis.district.domain.entries import Entry, Inventory, Value
from services.analysis.district.domain.kinds import FIELDS, Kind
from services.analysis.district.domain.times import EVERY, Slot, clock, pack_slot
from services.analysis.district.domain.values import Names, ValueFault, read_value

VERSION: Final = "3.0.1"
DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ENTITIES: Final[Mapping[str, Kind]] = {"organization": "organisation", "service": "offer", "location": "room"}
#: Fields that HSDS has a place for; all others travel as attributes.
_PLACED: Final = frozenset(
    {"name", "about", "website", "phone", "address", "point", "languages", "times", "free_times", "owner", "room"}
)
_CO_PROVIDER: Final = "co-provider"
_ROOM: Final = "room"
_CITY: Final = "Oberhausen"
Row = dict[str, Any]


class HsdsError(ValueError):
    """The file is not HSDS; `reason` is the text `table-<reason>`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def write_hsds(inventory: Inventory) -> bytes:
    """Organisations, offers and rooms of a district."""
    organizations = [_organization(one) for one in inventory.by_kind["organisation"]]
    services = [_service(inventory, one) for one in inventory.by_kind["offer"] if inventory.named_by(one, "providers")]
    rooms = [_room(inventory, one) for one in inventory.by_kind["room"]]
    places = [_place(one) for kind in ("organisation", "offer") for one in inventory.by_kind[kind] if _has_place(one)]
    document = {
        "version": VERSION,
        "organizations": organizations,
        "services": services,
        "locations": [*rooms, *places],
        "taxonomies": [{"id": _id("taxonomy", key), "name": key, "description": key} for key in _taxonomies()],
        "taxonomy_terms": list(_terms()),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1)


def _organization(entry: Entry) -> Row:
    row: Row = {
        "id": str(entry.id),
        "name": entry.name,
        "description": entry.line("about"),
        "attributes": _attributes(entry, "organization"),
    }
    if entry.line("website"):
        row["website"] = f"https://{entry.line('website')}"
    if entry.line("phone"):
        row["phones"] = [
            {"id": _id(entry.id, "phone"), "organization_id": str(entry.id), "number": entry.line("phone")}
        ]
    if entry.line("languages"):
        row["attributes"].append(_attribute(entry, "organization", "languages", entry.line("languages")))
    return row


def _service(inventory: Inventory, entry: Entry) -> Row:
    first, *others = inventory.named_by(entry, "providers")
    row: Row = {
        "id": str(entry.id),
        "organization_id": str(first.id),
        "name": entry.name,
        "description": entry.line("about"),
        "status": "active",
        "schedules": [_schedule(entry, "service_id", slot) for slot in entry.slots("times")],
        "attributes": _attributes(entry, "service"),
    }
    row["attributes"] += [_attribute(entry, "service", _CO_PROVIDER, str(other.id)) for other in others]
    if entry.line("languages"):
        row["languages"] = [
            {"id": _id(entry.id, "language", str(n)), "service_id": str(entry.id), "name": name.strip()}
            for n, name in enumerate(entry.line("languages").split(","))
        ]
    if locations := _locations_of(inventory, entry):
        row["service_at_locations"] = [
            {"id": _id(entry.id, at), "service_id": str(entry.id), "location_id": at} for at in locations
        ]
    return row


def _locations_of(inventory: Inventory, entry: Entry) -> list[str]:
    rooms = [str(room.id) for room in inventory.named_by(entry, "room")]
    return [*rooms, *([_id(entry.id, "place")] if _has_place(entry) else [])]


def _room(inventory: Inventory, entry: Entry) -> Row:
    owner = next(iter(inventory.named_by(entry, "owner")), None)
    row = _location(entry, str(entry.id))
    row["schedules"] = [_schedule(entry, "location_id", slot) for slot in entry.slots("free_times")]
    row["attributes"] = [*_attributes(entry, "location"), _attribute(entry, "location", _ROOM, "")]
    return row | ({"organization_id": str(owner.id)} if owner else {})


def _place(entry: Entry) -> Row:
    """Where an organisation or an offer is, as a location of its own."""
    owner = {"organization_id": str(entry.id)} if entry.kind == "organisation" else {}
    return _location(entry, _id(entry.id, "place")) | owner


def _location(entry: Entry, location_id: str) -> Row:
    row: Row = {"id": location_id, "location_type": "physical", "name": entry.name}
    if entry.kind == "room" and entry.line("about"):
        row["description"] = entry.line("about")
    if entry.point:
        row["latitude"], row["longitude"] = entry.point
    if entry.line("address"):
        row["addresses"] = [
            {
                "id": _id(location_id, "address"),
                "location_id": location_id,
                "address_1": entry.line("address"),
                "city": _CITY,
                "state_province": "NW",
                "postal_code": "",
                "country": "DE",
                "address_type": "physical",
            }
        ]
    return row


def _has_place(entry: Entry) -> bool:
    return bool(entry.line("address") or entry.line("point"))


def _schedule(entry: Entry, link: str, slot: Slot) -> Row:
    return {
        "id": _id(entry.id, "schedule", pack_slot(slot)),
        link: str(entry.id),
        "freq": "MONTHLY" if slot.every == "monthly" else "WEEKLY",
        "interval": 2 if slot.every == "fortnightly" else 1,
        "byday": DAYS[slot.day],
        "opens_at": clock(slot.start),
        "closes_at": clock(slot.end),
    }


def _attributes(entry: Entry, entity: str) -> list[Row]:
    """Choices as terms, all other values as they are kept."""
    rows = []
    for field in FIELDS[entry.kind]:
        fact = entry.facts.get(field.key)
        if fact is None or field.key in _PLACED or field.type in ("refs", "times"):
            continue
        values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
        if field.options:
            rows += [_attribute(entry, entity, f"{field.key}/{value}", "") for value in values]
        else:
            rows += [_attribute(entry, entity, field.key, str(value)) for value in values]
    return rows


def _attribute(entry: Entry, entity: str, term: str, value: str) -> Row:
    row = {
        "id": _id(entry.id, "attribute", term, value),
        "link_id": str(entry.id),
        "link_entity": entity,
        "taxonomy_term_id": _id("term", term),
    }
    return row | ({"value": value} if value else {})


def _taxonomies() -> list[str]:
    return list(dict.fromkeys(term.split("/")[0] for term in _term_codes()))


def _terms() -> Iterator[Row]:
    for code in _term_codes():
        yield {
            "id": _id("term", code),
            "code": code,
            "name": code.split("/")[-1],
            "taxonomy_id": _id("taxonomy", code.split("/")[0]),
        }


def _term_codes() -> list[str]:
    codes: dict[str, None] = dict.fromkeys((_CO_PROVIDER, _ROOM))
    for kind in ENTITIES.values():
        for field in FIELDS[kind]:
            for code in [f"{field.key}/{option}" for option in field.options] or [field.key]:
                codes[code] = None
    return list(codes)


def _id(*parts: object) -> str:
    return str(uuid5(NAMESPACE_URL, "resonanz/hsds/" + "/".join(str(part) for part in parts)))


def read_hsds(content: bytes) -> list[Row]:
    """Entries as {kind, id, values}, references by the file's own ids. Raises HsdsError.

    Reads our own document, lists of services as an API hands them out (`contents`), and lists with everything nested.
    """
    try:
        document = msgspec.json.decode(content)
    except msgspec.DecodeError:
        raise HsdsError("json") from None
    tables = _gather(document)
    if not tables["organization"] and not tables["service"]:
        raise HsdsError("hsds")
    terms = {_id("term", code): code for code in _term_codes()}
    terms |= {row["id"]: str(row.get("code") or row.get("name") or "") for row in tables["taxonomy_term"].values()}
    reader = _Reader(tables, terms)
    return [
        *(reader.organization(row) for row in tables["organization"].values()),
        *(reader.room(row) for row in tables["location"].values() if reader.is_room(row)),
        *(reader.service(row) for row in tables["service"].values() if reader.provider_of(row)),
    ]


#: Names of lists in a file → table.
_LISTS: Final = {
    "organizations": "organization",
    "services": "service",
    "locations": "location",
    "schedules": "schedule",
    "service_at_locations": "service_at_location",
    "taxonomy_terms": "taxonomy_term",
    "attributes": "attribute",
    "phones": "phone",
    "addresses": "address",
    "languages": "language",
}
_SINGLE: Final = {"organization", "location", "service", "taxonomy_term"}
Tables = dict[str, dict[str, Row]]


def _gather(document: Any) -> Tables:
    """Every row of every table, wherever it is nested, by id; a nested row learns whose it is."""
    tables: Tables = {table: {} for table in (*_LISTS.values(),)}
    rows = document.get("contents", document) if isinstance(document, dict) else document
    if isinstance(rows, list):
        for row in rows:
            if isinstance(row, dict):
                _take(tables, "service" if "organization_id" in row or "status" in row else "organization", row, {})
    elif isinstance(rows, dict):
        _walk(tables, rows, {})
    return tables


def _take(tables: Tables, table: str, row: Row, links: Mapping[str, str]) -> None:
    key = str(row.get("id") or _id("row", table, *sorted(map(str, row.items()))))
    known = {**links, **{k: v for k, v in row.items() if not isinstance(v, list | dict)}, "id": key}
    tables[table][key] = {**tables[table].get(key, {}), **known}
    owner = {f"{table}_id": key} | ({"link_id": key} if table in ENTITIES else {})
    _walk(tables, row, owner)
    for name in _SINGLE & set(row):
        if isinstance(row[name], dict) and row[name].get("id"):
            tables[table][key][f"{name}_id"] = str(row[name]["id"])


def _walk(tables: Tables, row: Row, links: Mapping[str, str]) -> None:
    for name, value in row.items():
        if name in _LISTS and isinstance(value, list):
            for one in value:
                if isinstance(one, dict):
                    _take(tables, _LISTS[name], one, links)
        elif name in _SINGLE and isinstance(value, dict):
            _take(tables, name, value, {})


class _Reader:
    def __init__(self, tables: Tables, terms: Mapping[str, str]) -> None:
        self.tables, self.terms = tables, terms
        self._by_link: dict[tuple[str, str, str], list[Row]] = {}
        links = {"attribute": "link_id", "phone": "organization_id", "address": "location_id", "language": "service_id"}
        for table, link in links.items():
            self._index(table, link)
        for link in ("service_id", "location_id"):
            self._index("schedule", link)
        self._index("service_at_location", "service_id")
        self._index("location", "organization_id")

    def organization(self, row: Row) -> Row:
        phones = self._of("phone", "organization_id", row["id"])
        places = [one for one in self._of("location", "organization_id", row["id"]) if not self.is_room(one)]
        said = {
            "name": row.get("name"),
            "about": row.get("description"),
            "website": row.get("website") or row.get("url"),
            "phone": phones[0].get("number") if phones else None,
            **self._where(places[:1]),
        }
        return self._entry("organization", row, said)

    def service(self, row: Row) -> Row:
        links = self._of("service_at_location", "service_id", row["id"])
        places = [self.tables["location"].get(str(one.get("location_id")), {}) for one in links]
        also = [value for code, value in self._attributes(row) if code == _CO_PROVIDER]
        said = {
            "name": row.get("name"),
            "about": row.get("description"),
            "languages": ", ".join(str(one.get("name")) for one in self._of("language", "service_id", row["id"])),
            **self._where([place for place in places if place and not self.is_room(place)][:1]),
        }
        entry = self._entry("service", row, said)
        entry["values"] |= {
            "providers": [self.provider_of(row), *also],
            "room": [place["id"] for place in places if place and self.is_room(place)],
            "times": list(_slots(self._of("schedule", "service_id", row["id"]))),
        }
        return entry

    def room(self, row: Row) -> Row:
        entry = self._entry("location", row, {"name": row.get("name"), "about": row.get("description")})
        entry["values"] |= {
            **_values("room", self._where([row])),
            "owner": [row["organization_id"]] if row.get("organization_id") else [],
            "free_times": list(_slots(self._of("schedule", "location_id", row["id"]))),
        }
        return entry

    def is_room(self, row: Row) -> bool:
        return any(code == _ROOM for code, _value in self._attributes(row))

    def provider_of(self, row: Row) -> str:
        return str(row.get("organization_id") or "")

    def _entry(self, entity: str, row: Row, said: Mapping[str, Any]) -> Row:
        kind = ENTITIES[entity]
        return {"kind": kind, "id": row["id"], "values": _values(kind, {**said, **self._extra(kind, row)})}

    def _extra(self, kind: Kind, row: Row) -> dict[str, Any]:
        """What came as attributes; terms of others that we do not know are left out."""
        found: dict[str, list[str]] = {}
        for code, value in self._attributes(row):
            key, _, option = code.partition("/")
            found.setdefault(key, []).append(option or value)
        keys = {field.key for field in FIELDS[kind] if field.key not in _PLACED or field.key == "languages"}
        return {key: ";".join(values) for key, values in found.items() if key in keys}

    def _attributes(self, row: Row) -> Iterator[tuple[str, str]]:
        for one in self._of("attribute", "link_id", row["id"]):
            yield self.terms.get(str(one.get("taxonomy_term_id")), ""), str(one.get("value") or "")

    def _where(self, places: Iterable[Row]) -> dict[str, Any]:
        for place in places:
            addresses = self._of("address", "location_id", place["id"])
            at = (place.get("latitude"), place.get("longitude"))
            return {
                "address": addresses[0].get("address_1") if addresses else None,
                "point": f"{float(at[0]):.5f}, {float(at[1]):.5f}" if all(at) else None,  # type: ignore[arg-type]
            }
        return {}

    def _index(self, table: str, link: str) -> None:
        for row in self.tables[table].values():
            if row.get(link):
                self._by_link.setdefault((table, link, str(row[link])), []).append(row)

    def _of(self, table: str, link: str, key: str) -> list[Row]:
        return self._by_link.get((table, link, str(key)), [])


def _values(kind: Kind, said: Mapping[str, Any]) -> dict[str, Value]:
    """As they are kept; what cannot be read is left out."""
    names, values = Names({}, {}), {}
    for field in FIELDS[kind]:
        written = said.get(field.key)
        if field.type in ("refs", "times") or written in (None, ""):
            continue
        text = str(written).replace(".", ",") if field.type == "number" else str(written)
        try:
            values[field.key] = read_value(field, [text], names)
        except ValueFault:
            continue
    return values


def _slots(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        try:
            start, end = (_minutes(str(row[key])) for key in ("opens_at", "closes_at"))
        except (KeyError, ValueError):
            continue
        interval = int(row.get("interval") or 1)
        every = "monthly" if row.get("freq") == "MONTHLY" else "fortnightly" if interval == 2 else "weekly"
        for part in str(row.get("byday") or "").split(","):
            if (day := part.strip().lstrip("-+0123456789")) in DAYS and start < end and every in EVERY:
                yield pack_slot(Slot(DAYS.index(day), start, end, every))


def _minutes(time: str) -> int:
    hours, minutes = time.strip()[:5].split(":")
    return int(hours) * 60 + int(minutes)


def as_uuid(key: str, namespace: UUID) -> UUID:
    """An id of a file as one of ours."""
    try:
        return UUID(key)
    except ValueError:
        return uuid5(namespace, key)
