"""A table that leaves the house: named columns and rows, whatever kind of file it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

import msgspec

from services.analysis.results.domain.figures import Cell as Figure
from services.analysis.results.domain.figures import Facet, Figures, Filter

#: What a cell holds. A day is its text as YYYY-MM-DD; none: nothing was said, or it may not be said.
Cell = str | int | float | None
Kind = Literal["text", "number", "share", "day", "flag"]
Row = Sequence[Cell]


class Column(msgspec.Struct, frozen=True):
    """`key`: stable, and fit for any program. `label`: German. `values`: what stands in the cells → its German name.

    A `flag` is 1 or 0; a `share` lies between 0 and 1.
    """

    key: str
    label: str
    kind: Kind = "text"
    values: Mapping[str, str] = {}


class Table(msgspec.Struct, frozen=True):
    """`rows` may be read once only, so that a long table is never whole in memory."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Row]


class About(msgspec.Struct, frozen=True):
    """What stands with every table, German name → value, in the order it is shown."""

    lines: Mapping[str, str]

    def table(self) -> Table:
        return Table("Hinweise", (Column("was", "Was"), Column("inhalt", "Inhalt")), list(self.lines.items()))


#: Of a table of figures. `anzahl` and `anteil` are empty for nobody and for fewer than five, which look the same;
#: `anteil` also where it is of few people.
BREAKDOWN: Final = (
    Column("merkmal", "Merkmal (Schlüssel)"),
    Column("merkmal_name", "Merkmal"),
    Column("wert", "Wert (Schlüssel)"),
    Column("wert_name", "Wert"),
    Column("anzahl", "Antworten, auf Fünfer gerundet", "number"),
    Column("anteil", "Anteil an der Basis", "share"),
    Column("basis", "Basis, auf Fünfer gerundet", "number"),
)
CROSS: Final = (
    Column("zeile", "Zeile (Schlüssel)"),
    Column("zeile_name", "Zeile"),
    Column("spalte", "Spalte (Schlüssel)"),
    Column("spalte_name", "Spalte"),
    Column("anzahl", "Antworten, auf Fünfer gerundet", "number"),
    Column("anteil", "Anteil an der Zeile", "share"),
)
STANDARDS: Final = (
    Column("standard", "Standard (Schlüssel)"),
    Column("standard_name", "Standard"),
    Column("erfuellt", "erfüllt", "number"),
    Column("nicht_erfuellt", "nicht erfüllt", "number"),
    Column("vorschlag", "Vorschläge", "number"),
    Column("antworten", "Antworten, die ihn berühren", "number"),
)
#: A facet of this prefix is what texts say of a standard; its values are the stances, in the order of STANDARDS.
STANDARD: Final = "standard."
STANCES: Final = ("met", "not_met", "suggestion")
#: Signs that no table program and no XML takes.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def breakdown_rows(figures: Figures, filters: Sequence[Filter], facets: Iterable[str]) -> Iterator[Row]:
    """One row for each value of each facet."""
    for key in facets:
        found = figures.breakdown(key, filters)
        for cell in found.cells:
            yield (key, found.facet.name, cell.key, found.facet.values[cell.key], *_said(cell), found.base or None)


def cross_rows(figures: Figures, filters: Sequence[Filter], rows: str, columns: str) -> Iterator[Row]:
    """One row for each pair of values."""
    found = figures.cross(rows, columns, filters)
    for (row, column), cell in found.cells.items():
        names = (row, found.rows.facet.values[row], column, found.columns.facet.values[column])
        yield (*names, *_said(cell))


def standard_rows(figures: Figures, filters: Sequence[Filter]) -> Iterator[Row]:
    """One row for each standard that texts are held against."""
    for key, facet in figures.facets.items():
        if key.startswith(STANDARD):
            found = figures.breakdown(key, filters)
            counts = {cell.key: cell.count or None for cell in found.cells}
            stances = (counts.get(stance) for stance in STANCES)
            yield (key.removeprefix(STANDARD), facet.name, *stances, found.base or None)


def filter_text(filters: Iterable[Filter], facets: Mapping[str, Facet]) -> str:
    """What a view shows, in words: `Sprache: Türkisch oder Arabisch; Alter: 65 bis 79`."""
    said = (
        f"{facets[one.facet].name}: {' oder '.join(facets[one.facet].values[value] for value in one.values)}"
        for one in filters
    )
    return "; ".join(said) or "alle"


def written(cell: Cell) -> Cell:
    """Without signs that files cannot hold."""
    return _UNWRITABLE.sub("", cell) if isinstance(cell, str) else cell


def disarmed(cell: Cell) -> Cell:
    """For files without types: a text that a table program would take for a formula begins with an apostrophe.

    Source: OWASP, CSV injection. Signs are looked for behind spaces too, since some programs trim them.
    """
    clean = written(cell)
    if isinstance(clean, str) and (clean.startswith(_ACTIVE) or clean.lstrip(" \u00a0").startswith(_ACTIVE)):
        return f"'{clean}"
    return clean


def _said(cell: Figure) -> tuple[Cell, Cell]:
    """Nothing for nobody and for too few: a 0 would say that there was nobody. Of few people no share."""
    if not cell.count:
        return None, None
    return cell.count, round(cell.share, 4) if cell.is_telling else None
