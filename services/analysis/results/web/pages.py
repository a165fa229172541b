"""The wing's templates and texts over those of analysis."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from litestar import Response

from services.analysis.web.pages import HERE as ANALYSIS
from services.analysis.web.pages import WRITINGS, named
from shared.kit.texts import FIRST
from shared.staff.web.pages import staff_pages

HERE: Final = Path(__file__).parent.parent
PAGES: Final = staff_pages(HERE, ANALYSIS)


def page(name: str, **values: Any) -> Response[str]:
    return PAGES.page(name, FIRST, **values)


PAGES.environment.globals.update(named=named)
PAGES.environment.filters.update({way.__name__: way for way in WRITINGS})
