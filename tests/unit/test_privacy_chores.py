"""What is done by itself is told to staff in words, not by its name in the code."""

from __future__ import annotations

from typing import Final

from deploy.chores import BUS
from services.analysis.chores import CHORES as ANALYSIS
from services.intake.chores import CHORES as INTAKE
from services.notify.chores import chores_of
from services.notify.settings import Settings
from services.notify.web.privacy import chore_words

SETTINGS: Final = Settings("s" * 40, "https://resonanz.example.org", "mit@example.org", "unused")


def test_every_chore_has_words() -> None:
    names = [chore.name for chore in (*INTAKE, *ANALYSIS, *BUS, *chores_of(SETTINGS))]
    assert names and [name for name in names if chore_words(name) == name] == []
