"""Intake's templates and texts."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from services.intake.domain.fields import clean
from services.intake.domain.questionnaire import say
from services.intake.wording import TEXTS
from shared.kit.web.pages import Pages
from shared.staff.web.pages import staff_pages

HERE: Final = Path(__file__).parent.parent
PAGES: Final = Pages(HERE / "templates", TEXTS)
STAFF_PAGES: Final = staff_pages(HERE)
for pages in (PAGES, STAFF_PAGES):
    pages.environment.filters.update(say=say, clean=clean)
