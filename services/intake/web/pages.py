"""Intake's templates and texts."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from services.intake.domain.questionnaire import SCALE, say
from shared.kit.texts import Texts
from shared.kit.web import errors
from shared.kit.web.pages import Pages

HERE: Final = Path(__file__).parent.parent
TEXTS: Final = Texts(errors.HERE / "texts", HERE / "texts")
PAGES: Final = Pages(HERE / "templates", TEXTS)
PAGES.environment.globals.update(scale=SCALE)
PAGES.environment.filters.update(say=say)
