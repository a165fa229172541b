"""What stands around a drawn chart: patterns and names of colours on a page, title, base and source on a file."""

from __future__ import annotations

import re
import textwrap
from html import escape
from typing import Final

from services.analysis.results.charts.look import MEASURED, PATTERNS, SIZE, WRITTEN, in_colour, palette
from services.analysis.results.domain.charts import Chart

EDGE: Final = 20
LINE: Final = SIZE + 6
_SIZE: Final = re.compile(r'width="([\d.]+)" height="([\d.]+)" viewBox="0 0 [\d.]+ [\d.]+"')
_FAMILY: Final = re.compile(rf'font-family="?(?:&quot;)?{MEASURED}(?:&quot;)?"?')


def for_page(svg: str, chart: Chart) -> str:
    """Follows the reader's light or dark; written in the letters of the page."""
    names = ";".join(f"--{name}:{colour}" for name, colour in palette().items())
    dark = ";".join(f"--{name}:{colour}" for name, colour in palette("dark").items())
    style = f"<style>:root{{{names}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}</style>"
    return _with(_FAMILY.sub(f'font-family="{WRITTEN}"', svg), f"{_words(chart)}{style}<defs>{PATTERNS}</defs>")


def for_file(svg: str, chart: Chart) -> str:
    """A picture that stands for itself, on white, with all that is needed to read it."""
    width, height = (float(found) for found in _size(svg).groups())
    letters = int((width + EDGE) / SIZE * 1.7)
    head = textwrap.wrap(chart.title.replace("\u00ad", ""), int(letters * 0.85)) or [""]
    base = textwrap.wrap(chart.base, letters)
    source = textwrap.wrap(chart.source, letters + 4)
    top = EDGE + (len(head) + len(base)) * LINE + EDGE / 2
    whole = top + height + EDGE / 2 + len(source) * LINE + EDGE / 2
    wide = width + 2 * EDGE
    inner = _with(svg, "").replace("<svg ", f'<svg x="{EDGE}" y="{top:g}" ', 1)
    written = _lines(head, EDGE + SIZE, "var(--ink)", SIZE + 3, 700)
    written += _lines(base, EDGE + SIZE + len(head) * LINE, "var(--soft)", SIZE, 400)
    written += _lines(source, top + height + EDGE, "var(--soft)", SIZE - 2, 400)
    size = f'width="{wide:g}" height="{whole:g}"'
    outer = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {wide:g} {whole:g}">'
    ground = f'{_words(chart)}<defs>{PATTERNS}</defs><rect {size} fill="#ffffff"/>'
    return in_colour(f"{outer}{ground}{written}{inner}</svg>")


def _lines(lines: list[str], top: float, colour: str, size: int, weight: int) -> str:
    return "".join(
        f'<text x="{EDGE}" y="{top + number * LINE:g}" font-family="{MEASURED}" font-size="{size}" '
        f'font-weight="{weight}" fill="{colour}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )


def _words(chart: Chart) -> str:
    return f"<title>{escape(chart.title)}</title><desc>{escape(chart.summary)}</desc>"


def _with(svg: str, first: str) -> str:
    end = svg.index(">") + 1
    return svg[:end] + first + svg[end:]


def _size(svg: str) -> re.Match[str]:
    found = _SIZE.search(svg[:600])
    assert found, "a drawn chart says its size"
    return found
