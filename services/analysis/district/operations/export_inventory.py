"""The inventory as files: facts as CSV, a workbook with a sheet per kind, GeoJSON, GraphML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

import msgspec
import networkx as nx
import openpyxl
from openpyxl.styles import Alignment, Font

from services.analysis.district.domain.entries import Entry, Fact, Inventory
from services.analysis.district.domain.freshness import fact_freshness
from services.analysis.district.domain.kinds import FIELDS, KINDS, Field
from services.analysis.district.domain.links import links_in
from services.analysis.district.domain.values import write_value
from services.analysis.domain.days import day_of

#: Columns of the facts, in their order for ever; new ones are added behind.
COLUMNS: Final = (
    "entry_id",
    "kind",
    "entry",
    "field",
    "value",
    "source",
    "note",
    "recorded_on",
    "confirmed_on",
    "confidence",
    "freshness",
)
#: Signs that a table program takes for the beginning of a formula. Source: OWASP, CSV injection.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_WIDTH: Final = 32


class Wording(msgspec.Struct, frozen=True):
    """German names: of choices, of fields, of kinds; ids of entries → their names."""

    options: Mapping[str, str]
    fields: Mapping[str, str]
    kinds: Mapping[str, str]
    titles: Mapping[str, str]


def write_csv(inventory: Inventory, wording: Wording, at: datetime) -> bytes:
    """One line for each fact. UTF-8 with BOM and semicolons."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in inventory.live:
        for field, fact in _facts(entry):
            writer.writerow([_harmless(str(cell)) for cell in _cells(inventory, entry, field, fact, wording, at)])
    return out.getvalue().encode("utf-8-sig")


def write_workbook(inventory: Inventory, wording: Wording, at: datetime) -> bytes:
    """A sheet for each kind, as it can be read in again, and one with all facts and where they come from."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for kind in KINDS:
        rows = [[_typed(field, entry, wording) for field in FIELDS[kind]] for entry in inventory.by_kind[kind]]
        _sheet(book, wording.kinds[kind], [wording.fields[field.key] for field in FIELDS[kind]], rows)
    facts = [
        list(_cells(inventory, entry, field, fact, wording, at))
        for entry in inventory.live
        for field, fact in _facts(entry)
    ]
    _sheet(book, "Angaben", COLUMNS, facts)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def write_geojson(inventory: Inventory, wording: Wording) -> bytes:
    """Whatever has a position of its own or of its place, WGS 84. Source: RFC 7946."""
    features = []
    for entry in inventory.live:
        point = inventory.place_of(entry).point
        if point is None:
            continue
        said = {
            field.key: write_value(field, fact.value, wording.options, wording.titles)
            for field, fact in _facts(entry)
            if field.key != "point"
        }
        features.append(
            {
                "type": "Feature",
                "id": str(entry.id),
                "geometry": {"type": "Point", "coordinates": [point[1], point[0]]},
                "properties": {"kind": entry.kind, **said},
            }
        )
    return msgspec.json.encode({"type": "FeatureCollection", "features": features})


def write_graphml(inventory: Inventory) -> bytes:
    """Organisations and the links between them; `ways` names what links."""
    graph = nx.Graph()
    for entry in inventory.by_kind["organisation"]:
        told = {"groups": ";".join(entry.keys("groups")), "topics": ";".join(entry.keys("topics"))}
        graph.add_node(str(entry.id), name=entry.name, form=entry.line("form"), part=entry.line("part"), **told)
    for link in links_in(inventory):
        ways = "; ".join(inventory.title(inventory.all[way.entry_id]) for way in link.ways)
        graph.add_edge(str(link.first), str(link.second), weight=link.weight, strong=link.strong, ways=ways)
    out = io.BytesIO()
    nx.write_graphml_xml(graph, out, named_key_ids=True)
    return out.getvalue()


def _facts(entry: Entry) -> Iterator[tuple[Field, Fact]]:
    return ((field, entry.facts[field.key]) for field in FIELDS[entry.kind] if field.key in entry.facts)


def _cells(
    inventory: Inventory, entry: Entry, field: Field, fact: Fact, wording: Wording, at: datetime
) -> tuple[Any, ...]:
    return (
        str(entry.id),
        entry.kind,
        inventory.title(entry),
        field.key,
        write_value(field, fact.value, wording.options, wording.titles),
        fact.source,
        fact.note,
        day_of(fact.recorded_at).isoformat(),
        day_of(fact.confirmed_at).isoformat(),
        fact.confidence,
        fact_freshness(field, fact, at, entry.seen_at),
    )


def _typed(field: Field, entry: Entry, wording: Wording) -> Any:
    fact = entry.facts.get(field.key)
    if fact is None:
        return None
    if field.type == "number" and isinstance(fact.value, int | float):
        return fact.value
    if field.type == "day" and isinstance(fact.value, str):
        return date.fromisoformat(fact.value)
    return write_value(field, fact.value, wording.options, wording.titles)


def _sheet(book: Any, name: str, headings: Any, rows: list[list[Any]]) -> None:
    """Texts are cells of texts, never formulas."""
    sheet = book.create_sheet(name[:31])
    sheet.append(list(headings))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = _WIDTH
    for row in rows:
        sheet.append([cell if not isinstance(cell, str) else None for cell in row])
        for place, value in enumerate(row, 1):
            if isinstance(value, str):
                cell = sheet.cell(sheet.max_row, place)
                cell.value, cell.data_type = value, "s"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "B2"


def _harmless(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
