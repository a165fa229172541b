"""Single responses as a file: rows are read twice, first to learn what too few say, then to be written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO, Any, Final, NamedTuple, Protocol

from services.analysis.results.domain.exporting import Blurred, Plan, blurred_of
from services.analysis.results.domain.formats import Format
from services.analysis.results.domain.spss import CODEBOOK, codebook_page, codebook_rows, syntax
from services.analysis.results.domain.tables import About, Cell, Row, Table
from services.analysis.results.domain.veiling import MONTH, Veils, longest
from services.analysis.results.operations.write_table import write_csv, write_tables
from services.analysis.results.storage.export_tables import Export
from services.analysis.results.storage.exports import Given
from services.analysis.storage.tables import Campaign

#: What a package for SPSS holds.
CSV_NAME: Final = "antworten.csv"
SYNTAX_NAME: Final = "antworten.sps"
CODEBOOK_PAGE: Final = "codebuch.html"
CODEBOOK_CSV: Final = "codebuch.csv"
_BREAKS: Final = re.compile(r"[ \t]*[\r\n]+[ \t]*")


class Job(NamedTuple):
    """What is to be written. `labels`: a second row with German names."""

    format: Format
    labels: bool
    about: About


class Read(Protocol):
    """All rows in the order of the plan, a portion at a time. `last`: they are read for the last time."""

    def __call__(self, *, last: bool) -> Iterator[Sequence[Given]]: ...


def write_responses(job: Job, plan: Plan, read: Read, file: IO[bytes]) -> None:
    """Takes as much CPU as there are cells."""
    blurred = blurred_of(plan)
    veils, widths = _learned(plan, read)
    table = Table("Antworten", plan.columns, _rows(plan, blurred, veils, read))
    if job.format == "spss":
        _write_spss(job, table, widths, file)
    else:
        codebook = Table("Codebuch", CODEBOOK, codebook_rows(plan.columns))
        write_tables(job.format, [table, codebook, job.about.table()], file, labels=job.labels)


def about_export(campaign: Campaign, export: Export) -> About:
    """What everybody who gets the file has to know of it."""
    return About(
        {
            "Beteiligung": str(campaign.title.get("de") or campaign.slug),
            "Stelle": campaign.office,
            "Erstellt für": export.purpose,
            "Angefordert am": f"{export.requested_at:%Y-%m-%d}",
            "Schutz": "Angaben zur Person und zum Weg stehen nur dort, wo mindestens fünf Zeilen dieselbe Kombination "
            "haben. Was weniger als fünf sagen, sieht aus wie nicht beantwortet; dazu sind weitere Zellen geleert. "
            "Die Zeilennummer sagt nichts über Personen oder Reihenfolge.",
            "Weitergabe": "Nur für den genannten Zweck. Nicht veröffentlichen, nicht mit anderen Dateien abgleichen, "
            "um Menschen zu erkennen; nach Gebrauch löschen.",
        }
    )


def _learned(plan: Plan, read: Read) -> tuple[Veils, Mapping[str, int]]:
    veils, widths = Veils(plan.answers, plan.came), _widths(plan)
    for portion in read(last=False):
        for given in portion:
            veils.learn(given.closed)
        for key, width in longest(plan.answers, (given.words for given in portion)).items():
            widths[key] = max(widths.get(key, 1), width)
    veils.settle()
    return veils, widths


def _widths(plan: Plan) -> dict[str, int]:
    """Of texts that are no words of people, in bytes: what they may say is known beforehand."""
    days = {one.column.key: MONTH for one in plan.answers if one.reads == "day"}
    return days | {one.column.key: max(len(value.encode()) for value in one.values) for one in plan.attributes}


def _rows(plan: Plan, blurred: Blurred, veils: Veils, read: Read) -> Iterator[Row]:
    number = 0
    for portion in read(last=True):
        for given in portion:
            words = given.words if blurred.tells_language(number) else {}
            yield [*blurred.before(number), *veils.cells(number, given.closed, words), *blurred.after(number)]
            number += 1


def _write_spss(job: Job, table: Table, widths: Mapping[str, int], file: IO[bytes]) -> None:
    """Everything in one package; the CSV without line breaks in texts, which SPSS would take for new rows."""
    flat = Table(table.name, table.columns, ([_flat(cell) for cell in row] for row in table.rows))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        _add(package, CSV_NAME, lambda content: write_csv(flat, content, labels=job.labels))
        package.writestr(SYNTAX_NAME, "\ufeff" + syntax(table.columns, CSV_NAME, widths, labels=job.labels))
        package.writestr(CODEBOOK_PAGE, codebook_page("Codebuch", job.about.lines, table.columns))
        codebook = Table("Codebuch", CODEBOOK, codebook_rows(table.columns))
        _add(package, CODEBOOK_CSV, lambda content: write_csv(codebook, content))


def _add(package: zipfile.ZipFile, name: str, write: Callable[[IO[bytes]], Any]) -> None:
    with package.open(name, "w", force_zip64=True) as content:
        write(io.BufferedWriter(content))


def _flat(cell: Cell) -> Cell:
    return _BREAKS.sub(" ", cell) if isinstance(cell, str) else cell
