"""Reading a table of entries that people bring: CSV as offices write it, or XLSX."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

#: Bounds that no honest table of a district reaches and that a file made to hurt would pass.
LARGEST_FILE: Final = 2_000_000
LARGEST_UNPACKED: Final = 40_000_000
MOST_ROWS: Final = 2_000
MOST_COLUMNS: Final = 60
Rows = list[dict[str, str]]


class TableError(ValueError):
    """The file cannot be read; `reason` is the text `table-<reason>`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_table(name: str, content: bytes) -> Rows:
    """Column → text, one for each line that says anything. Raises TableError."""
    if len(content) > LARGEST_FILE:
        raise TableError("large")
    lines = _workbook(content) if name.lower().endswith(".xlsx") else _csv(content)
    rows = _named(lines)
    if not rows:
        raise TableError("empty")
    return rows


def _csv(content: bytes) -> Iterable[Iterable[Any]]:
    """UTF-8, or what older Excel writes; semicolon, comma or tabulator, whichever the first line has most of."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise TableError("unreadable")
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        raise TableError("unreadable") from None


def _workbook(content: bytes) -> Iterable[Iterable[Any]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(each.file_size for each in packed.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise TableError("large")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("unreadable") from None
    sheet = book.worksheets[0]
    return sheet.iter_rows(values_only=True)


def _named(lines: Iterable[Iterable[Any]]) -> Rows:
    headings: list[str] = []
    rows: Rows = []
    for line in lines:
        cells = [_text(cell) for cell in line][:MOST_COLUMNS]
        if not any(cells):
            continue
        if not headings:
            headings = [cell or f"#{place}" for place, cell in enumerate(cells, 1)]
        elif len(rows) == MOST_ROWS:
            raise TableError("large")
        else:
            rows.append({heading: cell for heading, cell in zip(headings, cells, strict=False) if cell})
    return rows


def _text(cell: Any) -> str:
    """A leading apostrophe marks text that is no formula: ours to take off."""
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, float):
        return f"{cell:g}".replace(".", ",")
    text = str(cell).strip()
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@" else text
