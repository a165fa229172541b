"""Papers as files: PDF (Typst, PDF/UA-1) and DOCX with real headings and tables. The same paper is the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Final

import docx
import msgspec
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from services.analysis.district.domain.papers import (
    Bars,
    Block,
    Grid,
    Note,
    Paper,
    Points,
    Section,
    Voice,
    Words,
    written,
)
from services.analysis.results.charts.studio import Studio, digest_of
from services.analysis.results.domain.charts import Chart, Point
from shared.kit.print.typeset import typeset

TEMPLATE: Final = Path(__file__).parent.parent / "templates" / "paper.typ"
PICTURE_WIDTH: Final = Cm(15)
#: Zip files cannot say an earlier day.
EPOCH: Final = (1980, 1, 1, 0, 0, 0)


class Said(msgspec.Struct, frozen=True):
    """The words around a paper: `kind` (Beteiligungskonzept …), `place`, `stand`, `source`, and `demo` or nothing."""

    kind: str
    place: str
    stand: str
    source: str
    contents: str
    demo: str = ""


def chart_of(bars: Bars, source: str) -> Chart:
    points = tuple(Point(label, length, said) for label, length, said in bars.bars)
    return Chart("bars", bars.title, bars.summary, source, bars.summary, points)


async def draw_bars(paper: Paper, studio: Studio, form: Any, source: str) -> dict[str, bytes]:
    """Digest → picture, of all the paper's bars."""
    charts = [
        chart_of(block, source) for section in paper.sections for block in section.blocks if isinstance(block, Bars)
    ]
    return {digest_of(chart): await studio.draw(chart, form) for chart in charts}


def to_pdf(paper: Paper, said: Said, pictures: Mapping[str, bytes]) -> bytes:
    """Off the loop: it takes a moment. `pictures`: SVG by digest."""
    told = {
        "title": paper.title,
        "day": {"year": paper.as_of.year, "month": paper.as_of.month, "day": paper.as_of.day},
        "said": msgspec.to_builtins(said),
        "sections": [
            {
                "title": section.title,
                "level": section.level,
                "words": _paragraphs(section.words),
                "blocks": [_typed(block, said.source) for block in section.blocks],
            }
            for section in written(paper.sections)
        ],
    }
    drawn = {name: picture.decode() for name, picture in pictures.items()}
    return typeset(
        TEMPLATE, {"paper": msgspec.json.encode(told).decode(), "pictures": msgspec.json.encode(drawn).decode()}
    )


def to_docx(paper: Paper, said: Said, pictures: Mapping[str, bytes]) -> bytes:
    """Off the loop. `pictures`: PNG by digest."""
    document = docx.Document()
    _prepare(document, paper, said)
    document.add_heading(paper.title, 0)
    document.add_paragraph(said.stand, style="Subtitle")
    if said.demo:
        document.add_paragraph(said.demo, style="Intense Quote")
    for section in written(paper.sections):
        _write_section(document, section, said, pictures)
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def _typed(block: Block, source: str) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(block)
    if isinstance(block, Words | Note):
        told["text"] = _paragraphs(block.text)
    if isinstance(block, Grid):
        told["numbers"] = list(block.numbers)
    if isinstance(block, Bars):
        told["picture"] = digest_of(chart_of(block, source))
    return told


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _prepare(document: Document, paper: Paper, said: Said) -> None:
    noon = datetime.combine(paper.as_of, time(12), UTC).replace(tzinfo=None)
    core = document.core_properties
    core.title, core.author, core.language, core.subject = paper.title, said.place, "de-DE", said.kind
    core.created = core.modified = core.last_printed = noon
    core.last_modified_by, core.revision = said.place, max(paper.number, 1)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "de-DE")
    normal.element.get_or_add_rPr().append(language)


def _write_section(document: Document, section: Section, said: Said, pictures: Mapping[str, bytes]) -> None:
    document.add_heading(section.title, section.level)
    for text in _paragraphs(section.words):
        document.add_paragraph(text)
    for block in section.blocks:
        _write_block(document, block, said, pictures)


def _write_block(document: Document, block: Block, said: Said, pictures: Mapping[str, bytes]) -> None:
    match block:
        case Words(text=text):
            for part in _paragraphs(text):
                document.add_paragraph(part)
        case Points(items=items):
            for item in items:
                document.add_paragraph(item, style="List Bullet")
        case Voice(text=text, about=about):
            document.add_paragraph(f"„{text}“ ({about})", style="Quote")
        case Note(text=text):
            document.add_paragraph().add_run(text).italic = True
        case Grid():
            _write_grid(document, block)
        case Bars(title=title, summary=summary, bars=bars):
            document.add_paragraph(title, style="Caption")
            _add_picture(document, pictures[digest_of(chart_of(block, said.source))], summary)
            _write_grid(document, Grid(summary, (title, ""), tuple((label, text) for label, _, text in bars), (1,)))


def _add_picture(document: Document, picture: bytes, words: str) -> None:
    """With its words for those who do not see it."""
    shape = document.add_picture(io.BytesIO(picture), width=PICTURE_WIDTH)
    shape._inline.docPr.set("descr", words)  # python-docx has no other way


def _write_grid(document: Document, grid: Grid) -> None:
    document.add_paragraph(grid.title, style="Caption")
    table = document.add_table(rows=1, cols=len(grid.columns), style="Light Grid Accent 1")
    for cell, name in zip(table.rows[0].cells, grid.columns, strict=True):
        cell.text = name
    _repeat_head(table.rows[0]._tr)
    for row in grid.rows:
        for place, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            cell.text = text
            if place in grid.numbers:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph()


def _repeat_head(row: Any) -> None:
    """On every page that the table goes on to; and readers that speak call it a head."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row.get_or_add_trPr().append(mark)


def _timeless(made: bytes) -> bytes:
    """The same parts, without the time at which each was put into the file."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            target.writestr(zipfile.ZipInfo(name, EPOCH), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
