"""The wing's templates and texts over those of analysis."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from litestar import Response

from services.analysis.results.charts.look import PATTERNS
from services.analysis.results.charts.studio import Studio
from services.analysis.web.pages import HERE as ANALYSIS
from services.analysis.web.pages import WRITINGS, named
from shared.kit.texts import FIRST
from shared.staff.web.pages import staff_pages

HERE: Final = Path(__file__).parent.parent
PAGES: Final = staff_pages(HERE, ANALYSIS)


def page(name: str, **values: Any) -> Response[str]:
    return PAGES.page(name, FIRST, **values)


def signed_whole(value: int) -> str:
    """`+5`, `−12`, `0`"""
    return f"{value:+d}".replace("-", "−") if value else "0"


PAGES.environment.globals.update(named=named, patterns=PATTERNS, drawing_script=Studio.script)
PAGES.environment.filters.update({way.__name__: way for way in (*WRITINGS, signed_whole)})
