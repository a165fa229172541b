"""The kinds of files in which tables leave the house."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, get_args

Format = Literal["csv", "xlsx", "ods", "json", "jsonl", "spss"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)


class Made(NamedTuple):
    """`ending` of the file's name, and how it is served."""

    ending: str
    media_type: str


MADE: Final[dict[Format, Made]] = {
    "csv": Made("csv", "text/csv; charset=utf-8"),
    "xlsx": Made("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ods": Made("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    "json": Made("json", "application/json"),
    "jsonl": Made("jsonl", "application/jsonl"),
    "spss": Made("zip", "application/zip"),
}
#: Of figures: a program for statistics wants single responses, so it gets no tables.
OF_TABLES: Final[tuple[Format, ...]] = ("csv", "xlsx", "ods", "json")
#: Of responses: one whole document of a million of them helps nobody.
OF_RESPONSES: Final[tuple[Format, ...]] = ("csv", "xlsx", "ods", "jsonl", "spss")
#: What a sheet of Excel holds, with two rows of names; the rows beyond would be lost without a word.
MOST_ROWS_OF_XLSX: Final = 1_048_576 - 2


def file_name(*parts: str, made: Made) -> str:
    return f"{'_'.join(part for part in parts if part)}.{made.ending}"
