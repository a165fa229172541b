"""A questionnaire as a file to take along: XLSForm for Kobo, ODK and Enketo, or our own JSON."""

from __future__ import annotations

import io
from typing import Final

import msgspec
import openpyxl
from openpyxl.styles import Font

from services.intake.domain.exchange import Rows
from services.intake.domain.questionnaire import Questionnaire, Translated
from services.intake.domain.xlsform_out import write_xlsform
from services.intake.operations.read_questionnaire import Document
from shared.kit.texts import WRITTEN

_WIDTH: Final = 28


def write_json(title: Translated, questionnaire: Questionnaire) -> bytes:
    return msgspec.json.format(msgspec.json.encode(Document(title, questionnaire)), indent=2)


def write_workbook(title: Translated, questionnaire: Questionnaire, form_id: str) -> bytes:
    """An XLSX file whose sheets are those of XLSForm; its cells are texts, never formulas."""
    names = {code: language.name for code, language in WRITTEN.items()}
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in write_xlsform(questionnaire, title, form_id, names).items():
        _write_sheet(book, name, rows)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _write_sheet(book: openpyxl.Workbook, name: str, rows: Rows) -> None:
    sheet = book.create_sheet(name)
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    for column, heading in enumerate(headings, 1):
        sheet.cell(1, column, heading).font = Font(bold=True)
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = _WIDTH
    for number, row in enumerate(rows, 2):
        for column, heading in enumerate(headings, 1):
            cell = sheet.cell(number, column, row.get(heading, ""))
            cell.data_type = "s"
    sheet.freeze_panes = "A2"
