"""Reading a questionnaire out of a file that people bring: XLSForm, LimeSurvey structure or our own JSON."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any, Final

import defusedxml.ElementTree
import msgspec
import openpyxl
import structlog

from services.intake.domain.exchange import FormatError, Imported, Rows, fitted, whole
from services.intake.domain.limesurvey import read_limesurvey
from services.intake.domain.questionnaire import Questionnaire, Translated
from services.intake.domain.xlsform_in import read_xlsform
from services.intake.domain.xlsform_out import Sheets
from shared.kit.log import describe_error
from shared.kit.texts import WRITTEN

log = structlog.get_logger()
#: Bounds that no honest questionnaire reaches and that a file made to hurt would pass.
LARGEST_FILE: Final = 2_000_000
LARGEST_UNPACKED: Final = 40_000_000
MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 200
#: Ending → why a file with it cannot be read, where nothing more is known.
_BROKEN: Final = {"xlsx": "xlsx", "lss": "xml", "json": "json"}


class Document(msgspec.Struct, frozen=True, tag="resonanz-questionnaire", tag_field="format"):
    """A questionnaire as a JSON file of our own: nothing is lost in it."""

    title: Translated
    questionnaire: Questionnaire
    version: int = 1


def read_questionnaire(name: str, content: bytes) -> Imported:
    """By the ending of its name: `.xlsx`, `.lss` or `.json`. Raises FormatError. Takes a moment of CPU."""
    if len(content) > LARGEST_FILE:
        raise FormatError("too-large")
    ending = name.rsplit(".", 1)[-1].lower()
    if ending not in _BROKEN:
        raise FormatError("ending", ending)
    try:
        return fitted(_read(ending, content), WRITTEN)
    except FormatError:
        raise
    except Exception as error:  # what other programs write into their files, nobody knows beforehand
        log.warning("questionnaire.unreadable", ending=ending, error=describe_error(error))
        raise FormatError(_BROKEN[ending], type(error).__name__) from None


def read_document(content: str) -> Imported:
    """Our own JSON, as a page sent it back. Raises FormatError."""
    return fitted(_document(content.encode()), WRITTEN)


def _read(ending: str, content: bytes) -> Imported:
    if ending == "xlsx":
        return read_xlsform(_sheets(content), {code: language.name for code, language in WRITTEN.items()})
    if ending == "lss":
        return read_limesurvey(_tables(content))
    return _document(content)


def _document(content: bytes) -> Imported:
    try:
        document = msgspec.json.decode(content, type=Document)
    except msgspec.DecodeError as error:
        raise FormatError("json", str(error)) from None
    return Imported(document.title, document.questionnaire, ())


def _sheets(content: bytes) -> Sheets:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(each.file_size for each in packed.infolist()) > LARGEST_UNPACKED:
            raise FormatError("too-large")
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return Sheets({sheet.title.strip().lower(): _rows(sheet.iter_rows(values_only=True)) for sheet in book.worksheets})


def _rows(lines: Iterable[tuple[Any, ...]]) -> Rows:
    """Empty lines stay, so that row numbers are those of the spreadsheet."""
    headings: list[str] = []
    rows: Rows = []
    for line in lines:
        cells = [whole(cell).strip() if cell is not None else "" for cell in line[:MOST_COLUMNS]]
        if not headings:
            headings = cells
        elif len(rows) == MOST_ROWS:
            raise FormatError("too-large")
        else:
            rows.append({heading: cell for heading, cell in zip(headings, cells, strict=False) if heading and cell})
    return rows


def _tables(content: bytes) -> dict[str, Rows]:
    """Tables of a structure file: `<questions><rows><row><qid>…`."""
    document = defusedxml.ElementTree.fromstring(content)
    if document.findtext("LimeSurveyDocType") != "Survey":
        raise FormatError("no-survey-structure")
    return {
        table.tag: [{cell.tag: cell.text or "" for cell in row} for row in table.iterfind("rows/row")]
        for table in document
    }
