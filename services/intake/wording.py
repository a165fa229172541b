"""Intake's texts, for pages and print alike."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from shared.kit.texts import Texts
from shared.kit.web import errors

HERE: Final = Path(__file__).parent
TEXTS: Final = Texts(errors.HERE / "texts", HERE / "texts")
