"""Columns stay where they are, names fit every program, and no cell is a command."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import datetime
from typing import Any, Final

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odf import opendocument, table, teletype
from odf.text import P
from openpyxl import load_workbook

from services.analysis.results.domain.columns import Asked, answer_columns, merged
from services.analysis.results.domain.formats import Format
from services.analysis.results.domain.spss import CODEBOOK, codebook_page, codebook_rows, syntax
from services.analysis.results.domain.tables import About, Cell, Column, Table, disarmed
from services.analysis.results.operations.write_table import write_tables

KEY: Final = st.from_regex(r"[a-z][a-z0-9-]{0,40}", fullmatch=True)
KINDS: Final = ["single", "multiple", "scale", "number", "date", "ranking", "long_text", "place", "consent"]


def asked(key: str, kind: str = "multiple", *choices: str) -> Asked:
    return Asked(key, kind, f"Frage {key}", {choice: choice.upper() for choice in choices})


def keys(*versions: list[Asked], texts: bool = True) -> list[str]:
    return [one.column.key for one in answer_columns(merged(versions), texts=texts)]


def test_a_later_version_moves_no_column() -> None:
    first = [asked("a", "multiple", "x", "y"), asked("b", "scale"), asked("c", "long_text")]
    second = [asked("b", "scale"), asked("new", "scale"), asked("a", "multiple", "y", "z", "x")]
    before, after = keys(first), keys(first, second)
    assert [key for key in after if key in before] == before
    assert after.index("q_new") == after.index("q_b") + 1
    assert after.index("q_a__z") == after.index("q_a__y") + 1, "a new choice stands behind the old ones"


@given(st.lists(st.lists(st.tuples(KEY, st.sampled_from(KINDS)), max_size=8, unique_by=lambda one: one[0]), max_size=4))
@settings(deadline=None)
def test_columns_only_ever_grow(versions: list[list[tuple[str, str]]]) -> None:
    """Whatever was asked in whatever order: names are unique, fit SPSS, and keep their order as versions come."""
    kinds = {key: kind for version in reversed(versions) for key, kind in version}
    told = [[asked(key, kinds[key], "x", "y") for key, _ in version] for version in versions]
    before: list[str] = []
    for count in range(len(told) + 1):
        after = keys(*told[:count])
        assert len({key.lower() for key in after}) == len(after)
        assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,63}", key) for key in after)
        assert [key for key in after if key in before] == [key for key in before if key in after]
        before = after


def test_without_texts_there_is_no_column_for_words() -> None:
    questions = [asked("a", "single", "x"), asked("b", "long_text")]
    assert keys(questions, texts=False) == ["q_a"]
    assert keys(questions) == ["q_a", "q_a__words", "q_b__words", "remark"]


@pytest.mark.parametrize("text", ["=1+1", "+49 208", "-5", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\n=cmd"])
def test_a_formula_becomes_a_text(text: str) -> None:
    assert str(disarmed(text)).startswith("'")


@pytest.mark.parametrize("cell", ["Spielplatz = dunkel", "", -5, 0.5, None, "'schon"])
def test_what_is_no_formula_stays_as_it_is(cell: Cell) -> None:
    assert disarmed(cell) == cell


COLUMNS: Final = (
    Column("wort", "Wort"),
    Column("zahl", "Zahl", "number"),
    Column("anteil", "Anteil", "share"),
    Column("tag", "Tag", "day"),
)
ROWS: Final[list[list[Cell]]] = [
    ['=HYPERLINK("x")', 12, 0.25, "2026-11-03"],
    ['zwei\nZeilen; mit "Zeichen" & <Ecken>  und\x00 Lücken', None, None, None],
    ["مرحبا", -3, 1.0, "2026-01-31"],
]


def made(kind: Format, rows: list[list[Cell]] = ROWS, *, labels: bool = False) -> bytes:
    file = io.BytesIO()
    tables = [Table("Antworten", COLUMNS, iter(rows)), About({"Beteiligung": "Test"}).table()]
    write_tables(kind, tables, file, labels=labels)
    return file.getvalue()


def test_a_csv_opens_in_german_excel_and_commands_nothing() -> None:
    content = made("csv", labels=True)
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert lines[:2] == [["wort", "zahl", "anteil", "tag"], ["Wort", "Zahl", "Anteil", "Tag"]]
    assert lines[2] == ['\'=HYPERLINK("x")', "12", "0,25", "2026-11-03"]
    assert lines[3] == ['zwei\nZeilen; mit "Zeichen" & <Ecken>  und Lücken', "", "", ""]


def test_xlsx_cells_have_types_and_no_formulas() -> None:
    book = load_workbook(io.BytesIO(made("xlsx", labels=True)))
    assert book.sheetnames == ["Antworten", "Hinweise"]
    rows = list(book["Antworten"].iter_rows())
    first = rows[2]
    assert [cell.value for cell in first] == ['=HYPERLINK("x")', 12, 0.25, datetime.fromisoformat("2026-11-03")]
    assert [cell.data_type for cell in first] == ["s", "n", "n", "d"]
    assert [cell.value for cell in rows[3]][1:] == [None, None, None]


def test_ods_cells_have_types_and_no_formulas() -> None:
    content = made("ods", labels=True)
    package = zipfile.ZipFile(io.BytesIO(content))
    assert package.namelist()[0] == "mimetype" and package.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
    sheet, about = opendocument.load(io.BytesIO(content)).spreadsheet.getElementsByType(table.Table)
    assert (sheet.getAttribute("name"), about.getAttribute("name")) == ("Antworten", "Hinweise")
    rows = sheet.getElementsByType(table.TableRow)
    cells = rows[2].getElementsByType(table.TableCell)
    assert [cell.getAttribute("valuetype") for cell in cells] == ["string", "float", "percentage", "date"]
    assert not any(cell.getAttribute("formula") for cell in cells)
    assert [cells[1].getAttribute("value"), cells[3].getAttribute("datevalue")] == ["12", "2026-11-03"]
    written = [
        teletype.extractText(line) for line in rows[3].getElementsByType(table.TableCell)[0].getElementsByType(P)
    ]
    assert written == ["zwei", 'Zeilen; mit "Zeichen" & <Ecken>  und Lücken']


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1", "#N/A", "#REF!"])
def test_nothing_is_a_command_in_any_file_whether_cell_name_or_codebook(text: str) -> None:
    columns = [Column("q", text, "text", {"a": text}), Column("w", "Worte")]
    tables = [Table("Antworten", columns, [["a", text]]), Table("Codebuch", CODEBOOK, list(codebook_rows(columns)))]
    files: dict[Format, io.BytesIO] = {"csv": io.BytesIO(), "xlsx": io.BytesIO(), "ods": io.BytesIO()}
    for kind, file in files.items():
        write_tables(kind, tables if kind != "csv" else tables[:1], file, labels=True)
    write_tables("csv", tables[1:], files["csv"], labels=True)
    lines = csv.reader(io.StringIO(files["csv"].getvalue().decode("utf-8-sig"), newline=""), delimiter=";")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for line in lines for cell in line)
    book = load_workbook(files["xlsx"])
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    cells = opendocument.load(files["ods"]).spreadsheet.getElementsByType(table.TableCell)
    assert {cell.getAttribute("valuetype") for cell in cells} <= {"string", None}
    assert not any(cell.getAttribute("formula") for cell in cells)


def test_json_lines_are_objects_by_key() -> None:
    lines = made("jsonl").decode().splitlines()
    assert msgspec.json.decode(lines[0]) == {
        "wort": '=HYPERLINK("x")',
        "zahl": 12,
        "anteil": 0.25,
        "tag": "2026-11-03",
    }
    assert len(lines) == 3


def test_json_says_what_its_columns_are() -> None:
    whole: dict[str, Any] = msgspec.json.decode(made("json"))
    assert whole["about"] == {"Beteiligung": "Test"}
    assert [column["label"] for column in whole["columns"]] == ["Wort", "Zahl", "Anteil", "Tag"]
    assert whole["rows"][2]["wort"] == "مرحبا"


SPSS: Final = [
    Column("age", "Wie alt? Ja's", "text", {"18-26": "18 bis 26", "80-plus": "80 und älter"}),
    Column("q_places__park", "Wo: Park", "flag"),
    Column("q_informed", "Informiert", "number", {"1": "1", "5": "5"}),
    Column("day", "Tag", "day"),
    Column("q_wish__words", "Wunsch"),
]


def test_spss_syntax_names_and_labels_every_column() -> None:
    text = syntax(SPSS, "antworten.csv", {"q_wish__words": 99}, labels=True)
    assert "/FIRSTCASE=3" in text
    assert "  age A7\r\n" in text and "  q_wish__words A99\r\n" in text and "  day SDATE10\r\n" in text
    assert "  age 'Wie alt? Ja''s'" in text
    assert "VALUE LABELS age\r\n  '18-26' '18 bis 26'\r\n  '80-plus' '80 und älter'\r\n." in text
    assert "VALUE LABELS q_places__park\r\n  0 'nein'\r\n  1 'ja'\r\n." in text
    assert "MISSING VALUES age (' ')." in text
    assert text.count("'") % 2 == 0


@given(st.text(min_size=1, max_size=400))
def test_no_label_breaks_out_of_its_quotes(label: str) -> None:
    line = next(
        line for line in syntax([Column("a", label)], "x.csv", {}, labels=False).split("\r\n") if "  a '" in line
    )
    inner = line.removeprefix("  a '").removesuffix("'")
    assert "'" not in inner.replace("''", "")
    assert len(inner.encode()) <= 500


def test_the_codebook_says_what_every_value_means() -> None:
    rows = list(codebook_rows(SPSS))
    assert ("age", "Wie alt? Ja's", "Text", "80-plus", "80 und älter") in rows
    assert ("day", "Tag", "Tag (JJJJ-MM-TT)", "", "") in rows
    page = codebook_page("Codebuch", {"Zweck": "<b>"}, SPSS)
    assert "&lt;b&gt;" in page and "80 und älter" in page
