"""SPSS syntax that reads a table from its CSV, and the codebook for everybody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from services.analysis.results.domain.tables import Column, Row, disarmed

#: Bytes that SPSS takes of a label of a variable and of a value.
_LABEL: Final = 250
_VALUE_LABEL: Final = 115
_FLAGS: Final[Mapping[str, str]] = {"0": "nein", "1": "ja"}
#: How wide a text is read; SPSS holds no longer one.
_WIDEST: Final = 32_000
_FORMATS: Final[Mapping[str, str]] = {"number": "F12.2", "share": "F8.4", "flag": "F1.0", "day": "SDATE10"}


def syntax(columns: Sequence[Column], csv_name: str, widths: Mapping[str, int], *, labels: bool) -> str:
    """`widths`: the longest text of each text column, in bytes. `labels`: the CSV has German names in its second line.

    Nothing answered is an empty cell, which SPSS reads as system-missing, and of a text as an empty one that is
    declared missing. Source: IBM SPSS Statistics Command Syntax Reference, GET DATA /TYPE=TXT.
    """
    lines = [
        "* Liest die Tabelle ein und beschriftet sie. Vorher mit CD in den Ordner der Dateien wechseln.",
        "* Leer: nicht beantwortet, oder zum Schutz der Menschen nicht weitergegeben.",
        "SET DECIMAL=COMMA.",
        f"GET DATA /TYPE=TXT /FILE={_quoted(csv_name)} /ENCODING='UTF8' /DELCASE=LINE /DELIMITERS=\";\"",
        f"  /QUALIFIER='\"' /ARRANGEMENT=DELIMITED /FIRSTCASE={3 if labels else 2} /VARIABLES=",
        *(f"  {column.key} {_format(column, widths)}" for column in columns),
        ".",
        "DATASET NAME Antworten WINDOW=FRONT.",
        "VARIABLE LABELS",
        *(f"  {column.key} {_quoted(column.label, _LABEL)}" for column in columns),
        ".",
        *_value_labels(columns),
        *_missing(columns),
        *_levels(columns),
        "EXECUTE.",
    ]
    return "\r\n".join(lines) + "\r\n"


CODEBOOK: Final = (
    Column("spalte", "Spalte"),
    Column("bedeutung", "Bedeutung"),
    Column("art", "Art"),
    Column("wert", "Wert"),
    Column("wert_bedeutung", "Bedeutung des Wertes"),
)
_KINDS: Final[Mapping[str, str]] = {
    "text": "Text",
    "number": "Zahl",
    "share": "Anteil",
    "day": "Tag (JJJJ-MM-TT)",
    "flag": "1 ja, 0 nein",
}


def codebook_rows(columns: Sequence[Column]) -> Iterator[Row]:
    """One row for each column, or for each of its values."""
    for column in columns:
        for value, name in (_values(column) or {"": ""}).items():
            yield (column.key, column.label, _KINDS[column.kind], value, name)


def codebook_page(title: str, about: Mapping[str, str], columns: Sequence[Column]) -> str:
    """A page that stands alone and goes along with the file."""
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in about.items())
    rows = "".join(_described(column) for column in columns)
    return (
        f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1><dl>{facts}</dl><table><thead><tr><th>Spalte</th><th>Bedeutung</th>"
        f"<th>Art</th><th>Werte</th></tr></thead><tbody>{rows}</tbody></table></body></html>"
    )


_STYLE: Final = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:"
    "collapse}th,td{text-align:start;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #999}"
    "dt{font-weight:600}ul{margin:0;padding-inline-start:1.2rem}"
)


def _described(column: Column) -> str:
    values = "".join(f"<li><code>{escape(key)}</code> {escape(name)}</li>" for key, name in _values(column).items())
    listed = f"<ul>{values}</ul>" if values else ""
    return (
        f"<tr><th><code>{escape(column.key)}</code></th><td>{escape(column.label)}</td><td>{_KINDS[column.kind]}</td>"
        f"<td>{listed}</td></tr>"
    )


def _format(column: Column, widths: Mapping[str, int]) -> str:
    return _FORMATS.get(column.kind) or f"A{_width(column, widths)}"


def _width(column: Column, widths: Mapping[str, int]) -> int:
    longest = max((len(_as_text(value).encode()) for value in column.values), default=1)
    return min(max(longest, widths.get(column.key, 1)), _WIDEST)


def _values(column: Column) -> Mapping[str, str]:
    return _FLAGS if column.kind == "flag" else column.values


def _value_labels(columns: Sequence[Column]) -> Iterator[str]:
    named = [column for column in columns if _values(column)]
    for column in named:
        yield f"VALUE LABELS {column.key}"
        for value, name in _values(column).items():
            said = _quoted(_as_text(value)) if column.kind == "text" else value
            yield f"  {said} {_quoted(name, _VALUE_LABEL)}"
        yield "."


def _missing(columns: Sequence[Column]) -> Iterator[str]:
    """Numbers without a value are system-missing by themselves."""
    for column in columns:
        if column.kind == "text" and column.values:
            yield f"MISSING VALUES {column.key} (' ')."


def _levels(columns: Sequence[Column]) -> Iterator[str]:
    for column in columns:
        level = {"text": "NOMINAL", "flag": "NOMINAL"}.get(column.kind) or ("ORDINAL" if column.values else "SCALE")
        yield f"VARIABLE LEVEL {column.key} ({level})."


def _as_text(value: str) -> str:
    """As it stands in the CSV."""
    return str(disarmed(value))


def _quoted(text: str, most: int = 10_000) -> str:
    """In single quotes, on one line, cut to so many bytes between two signs."""
    line = " ".join(text.split()).encode()[:most].decode(errors="ignore")
    return "'" + line.replace("'", "''") + "'"
