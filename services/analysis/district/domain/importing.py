"""What a file of entries would change: which lines are new, which say more of what is known, which cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

import msgspec

from services.analysis.district.domain.directory import folded
from services.analysis.district.domain.entries import Inventory, Value
from services.analysis.district.domain.kinds import FIELDS, Field, Kind
from services.analysis.district.domain.values import Names, ValueFault, read_value

#: What a column may be mapped to beside the fields: nothing.
IGNORED: Final = ""
#: Other words for fields, as tables of offices call them.
_ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("bezeichnung", "titel", "einrichtung", "angebot", "organisation", "verein", "trager", "projekt", "raum"),
    "about": ("beschreibung", "inhalt", "kurzbeschreibung", "zweck", "bemerkung"),
    "groups": ("zielgruppe", "fur wen"),
    "topics": ("thema", "schlagworte", "themen"),
    "address": ("anschrift", "strasse", "adresse", "ort"),
    "part": ("stadtteil", "quartier", "ortsteil"),
    "point": ("koordinaten", "geo", "lage"),
    "phone": ("telefon", "tel", "tel.", "telefonnummer"),
    "website": ("internet", "web", "homepage", "webseite", "url"),
    "times": ("zeiten", "offnungszeiten", "wann", "zeit", "termin"),
    "providers": ("anbieter", "trager", "organisation", "veranstalter"),
    "seats": ("platze", "personen", "kapazitat"),
    "amount": ("betrag", "summe", "euro", "hohe"),
    "giver": ("geldgeber", "fordergeber", "mittelgeber"),
    "receivers": ("empfanger", "zuwendungsempfanger"),
    "hours": ("stunden", "wochenstunden", "std"),
    "owner": ("eigentumer", "trager", "gehort zu"),
    "carriers": ("trager",),
    "department": ("fachbereich", "amt", "dezernat"),
}


class ImportRow(msgspec.Struct, frozen=True):
    """`number`: of the line in the file. `entry_id`: what it is about, known or new. `faults`: (field, reason, piece).

    A field with a fault is left out; a line without what is needed is left out as a whole.
    """

    number: int
    kind: Kind
    name: str
    entry_id: UUID
    known: bool
    values: Mapping[str, Value]
    faults: tuple[tuple[str, str, str], ...] = ()
    left_out: bool = False


class ImportPlan(msgspec.Struct, frozen=True):
    """`made`: organisations that are named and not there yet, id → name."""

    rows: tuple[ImportRow, ...]
    made: Mapping[UUID, str]

    @property
    def new_count(self) -> int:
        return sum(not row.known and not row.left_out for row in self.rows)

    @property
    def known_count(self) -> int:
        return sum(row.known and not row.left_out for row in self.rows)

    @property
    def left_out(self) -> tuple[ImportRow, ...]:
        return tuple(row for row in self.rows if row.left_out)


def guess_mapping(columns: Iterable[str], kind: Kind, labels: Mapping[str, str]) -> dict[str, str]:
    """Column → field, as far as its heading says so. `labels`: field → German name."""
    mapping: dict[str, str] = {}
    for column in columns:
        found = next((f.key for f in FIELDS[kind] if f.key not in mapping.values() and _means(column, f, labels)), "")
        mapping[column] = found
    return mapping


def plan_table(
    rows: Sequence[Mapping[str, str]],
    kind: Kind,
    mapping: Mapping[str, str],
    inventory: Inventory,
    options: Mapping[str, str],
    make_id: Callable[[str], UUID],
) -> ImportPlan:
    """`options`: names of choices. `make_id`: the id that this import gives to something of this name."""
    by_field = {field: column for column, field in mapping.items() if field}
    made = _unknown_organisations(rows, kind, by_field, inventory, make_id)
    known: dict[str, dict[str, str]] = {
        k: {inventory.title(e): str(e.id) for e in entries} for k, entries in inventory.by_kind.items()
    }
    known["organisation"] |= {name: str(key) for key, name in made.items()}
    names, by_name = Names(options, known), {folded(e.name): e.id for e in inventory.by_kind[kind]}
    planned = []
    for number, row in enumerate(rows, 2):
        name = row.get(by_field.get("name", ""), "")
        values, faults = _read(row, kind, by_field, names)
        entry_id = by_name.get(folded(name)) or make_id(f"{kind}/{name or number}")
        missing = any(field.required and field.key not in values for field in FIELDS[kind])
        is_known = entry_id in inventory.all
        planned.append(ImportRow(number, kind, name, entry_id, is_known, values, faults, missing and not is_known))
    return ImportPlan(tuple(planned), made)


def _read(
    row: Mapping[str, str], kind: Kind, by_field: Mapping[str, str], names: Names
) -> tuple[dict[str, Value], tuple[tuple[str, str, str], ...]]:
    """An empty cell says nothing: it takes nothing away."""
    values: dict[str, Value] = {}
    faults = []
    for field in FIELDS[kind]:
        written = row.get(by_field.get(field.key, ""), "")
        if not written and not field.required:
            continue
        try:
            values[field.key] = read_value(field, [written], names)
        except ValueFault as error:
            faults.append((field.key, error.reason, error.part))
    return values, tuple(faults)


def _unknown_organisations(
    rows: Sequence[Mapping[str, str]],
    kind: Kind,
    by_field: Mapping[str, str],
    inventory: Inventory,
    make_id: Callable[[str], UUID],
) -> dict[UUID, str]:
    columns = [by_field[f.key] for f in FIELDS[kind] if f.refers == ("organisation",) and f.key in by_field]
    known = {folded(entry.name) for entry in inventory.by_kind["organisation"]}
    named = [part.strip() for row in rows for column in columns for part in row.get(column, "").split(";")]
    made: dict[str, str] = {}
    for name in named:
        if name and folded(name) not in known:
            made.setdefault(folded(name), name)
    return {make_id(f"organisation/{name}"): name for name in made.values()}


def _means(column: str, field: Field, labels: Mapping[str, str]) -> bool:
    heading = folded(column).strip()
    return heading in (folded(field.key), folded(labels.get(field.key, "")), *_ALSO.get(field.key, ()))


def plain_rows(rows: Iterable[Any]) -> list[dict[str, str]]:
    """Rows as they were kept."""
    return msgspec.convert(list(rows), list[dict[str, str]])


def plan_hsds(
    rows: Sequence[Mapping[str, Any]], inventory: Inventory, taken: set[str], make_id: Callable[[str], UUID]
) -> ImportPlan:
    """`rows`: {kind, id, values} with references by the file's ids. `taken`: ids that other districts have."""
    ids: dict[str, UUID] = {}
    for row in rows:
        ids[str(row["id"])] = _own_id(row, inventory, taken, make_id)
    planned = []
    for number, row in enumerate(rows, 1):
        kind: Kind = row["kind"]
        values: dict[str, Value] = {}
        for field in FIELDS[kind]:
            value = row["values"].get(field.key)
            if field.type == "refs" and value:
                value = [str(ids[one]) for one in map(str, value) if one in ids]
            if value not in (None, "", []):
                values[field.key] = tuple(value) if isinstance(value, list) else value
        missing = any(field.required and field.key not in values for field in FIELDS[kind])
        entry_id = ids[str(row["id"])]
        name = str(values.get("name", ""))
        planned.append(ImportRow(number, kind, name, entry_id, entry_id in inventory.all, values, (), missing))
    return ImportPlan(tuple(planned), {})


def _own_id(row: Mapping[str, Any], inventory: Inventory, taken: set[str], make_id: Callable[[str], UUID]) -> UUID:
    """Of what is known by its id or its name; otherwise the file's id, unless another district has it."""
    key, kind = str(row["id"]), row["kind"]
    by_name = inventory.once(f"names {kind}", lambda known: {folded(e.name): e.id for e in known.by_kind[kind]})
    try:
        found = UUID(key)
    except ValueError:
        found = make_id(key)
    known = inventory.all.get(found)
    if known and known.kind == kind:
        return found
    named = by_name.get(folded(str(row["values"].get("name") or "")))
    return named or (make_id(key) if known or key in taken else found)
