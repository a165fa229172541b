"""Papers as files: PDF (Typst, PDF/UA-1) and DOCX with real headings and tables. The same paper is the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import docx
import msgspec
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt

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
)
from services.analysis.results.charts.studio import Studio, digest_of
from services.analysis.results.domain.charts import Chart, Point
from shared.kit.print.typeset import typeset
from shared.kit.texts import FIRST, WRITTEN

TEMPLATE: Final = Path(__file__).parent.parent / "templates" / "paper.typ"
PICTURE_WIDTH: Final = Cm(9.5)
#: Zip files cannot say an earlier day.
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
#: Letters in a line, in the widest column, and what a cell needs beside its text.
LINE: Final = 92
WIDE: Final = 60
SPARE: Final = 5
#: Rows, or lines of text, of a table that stays on one page.
SHORT: Final = 14
TEXT_WIDTH: Final = Cm(16)


class Said(msgspec.Struct, frozen=True):
    """The words around a paper: `kind` (Beteiligungskonzept …), `place`, `stand`, `source`, and `demo` or nothing.

    `empty`: stands in a section that nobody wrote in.
    """

    kind: str
    place: str
    stand: str
    source: str
    contents: str
    empty: str
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
                "blocks": list(_typed_all(_blocks(section, said), said.source)),
            }
            for section in paper.sections
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
    for section in paper.sections:
        _write_section(document, section, said, pictures)
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def _blocks(section: Section, said: Said) -> tuple[Block, ...]:
    """No heading stands over nothing."""
    return section.blocks if section.blocks or section.words else (Note(said.empty),)


def _typed_all(blocks: Sequence[Block], source: str) -> Iterator[dict[str, Any]]:
    """Pictures that follow each other stand side by side."""
    for drawn, some in groupby(blocks, lambda block: isinstance(block, Bars)):
        told = [_typed(block, source) for block in some]
        yield from [{"type": "pictures", "pictures": told}] if drawn else told


def _typed(block: Block, source: str) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(block)
    if isinstance(block, Words | Note):
        told["text"] = _paragraphs(block.text)
    if isinstance(block, Grid):
        told |= {"numbers": list(block.numbers), "weights": weights_of(block), "short": _is_short(block)}
    if isinstance(block, Bars):
        told |= {"picture": digest_of(chart_of(block, source)), "told": in_words(block)}
    if isinstance(block, Voice):
        told["dir"] = _direction(block.language)
    return told


def in_words(bars: Bars) -> str:
    """All that a picture says, for those who do not see it."""
    return f"{bars.title}. {bars.summary} {', '.join(f'{label}: {said}' for label, _, said in bars.bars)}."


def _direction(language: str) -> str:
    return WRITTEN.get(language, WRITTEN[FIRST]).direction


def weights_of(grid: Grid) -> list[int]:
    """How wide the columns are to each other: no word breaks while there is room, and long texts get the rest."""
    columns = [[name, *(row[place] for row in grid.rows)] for place, name in enumerate(grid.columns)]
    least = [max(len(word) for text in column for word in (*text.split(), "")) + SPARE for column in columns]
    most = [min(max(len(text) for text in column) + SPARE, WIDE) for column in columns]
    wanted = [max(0, much - little) for much, little in zip(most, least, strict=True)]
    room = max(0, LINE - sum(least))
    return [little + room * want // (sum(wanted) or 1) for little, want in zip(least, wanted, strict=True)]


def _is_short(grid: Grid) -> bool:
    """Less than half a page."""
    return len(grid.rows) <= SHORT and sum(len(text) for row in grid.rows for text in row) <= SHORT * LINE


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
    normal.element.get_or_add_rPr().append(_language("de-DE"))
    document.styles["Caption"].paragraph_format.keep_with_next = True


def _write_section(document: Document, section: Section, said: Said, pictures: Mapping[str, bytes]) -> None:
    document.add_heading(section.title, section.level)
    for text in _paragraphs(section.words):
        document.add_paragraph(text)
    for block in _blocks(section, said):
        _write_block(document, block, said, pictures)


def _write_block(document: Document, block: Block, said: Said, pictures: Mapping[str, bytes]) -> None:
    match block:
        case Words(text=text):
            for part in _paragraphs(text):
                document.add_paragraph(part)
        case Points(items=items):
            for item in items:
                document.add_paragraph(item, style="List Bullet")
        case Voice():
            _write_voice(document, block)
        case Note(text=text):
            document.add_paragraph().add_run(text).italic = True
        case Grid():
            _write_grid(document, block)
        case Bars():
            shape = document.add_picture(io.BytesIO(pictures[digest_of(chart_of(block, said.source))]), PICTURE_WIDTH)
            shape._inline.docPr.set("descr", in_words(block))  # python-docx has no other way


def _write_voice(document: Document, voice: Voice) -> None:
    """Read aloud and written in its own language, from its own side."""
    paragraph = document.add_paragraph(style="Quote")
    run = paragraph.add_run(voice.text)
    run._r.get_or_add_rPr().append(_language(voice.language))
    if _direction(voice.language) == "rtl":
        run.font.rtl = True
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    paragraph.paragraph_format.keep_with_next = True
    document.add_paragraph(voice.about)


def _language(tag: str) -> Any:
    mark = OxmlElement("w:lang")
    for name in ("w:val", "w:bidi"):
        mark.set(qn(name), tag)
    return mark


def _write_grid(document: Document, grid: Grid) -> None:
    document.add_paragraph(grid.title, style="Caption")
    table = document.add_table(rows=1, cols=len(grid.columns), style="Light Grid Accent 1")
    table.autofit = False
    _name(table, grid.title)
    _repeat_head(table.rows[0]._tr)
    rows = (grid.columns, *grid.rows)
    weights = weights_of(grid)
    widths = [Emu(TEXT_WIDTH * weight // sum(weights)) for weight in weights]
    for number, texts in enumerate(rows):
        cells = table.rows[0].cells if number == 0 else table.add_row().cells
        for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            cell.text, cell.width = text, widths[place]
            if place in grid.numbers:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph()


def _name(table: Any, title: str) -> None:
    """What readers that speak call it."""
    mark = OxmlElement("w:tblCaption")
    mark.set(qn("w:val"), title)
    table._tbl.tblPr.append(mark)


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
