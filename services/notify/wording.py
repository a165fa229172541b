"""Notify's texts, for pages and letters alike."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Final

from markupsafe import Markup, escape

from services.notify.domain.outcomes import Content
from shared.kit.texts import WRITTEN, Texts
from shared.kit.web import errors, pages

HERE: Final = Path(__file__).parent
TEXTS: Final = Texts(errors.HERE / "texts", HERE / "texts")


def local_day(at: datetime) -> date:
    return at.astimezone(pages.ZONE).date()


def spoken_day(day: date, language: str) -> str:
    """A date in words, such as 3. Mai 2026."""
    return pages.spoken_day(day, language)


def standard_title(standard: str, language: str) -> str:
    """The standard's title; a standard that is newer than these texts goes by a general word."""
    return _known(f"standard-{standard}", "standard-other", language)


def standard_plain(standard: str, language: str) -> str:
    """What the standard is about, in a short sentence."""
    return _known(f"plain-{standard}", "plain-other", language)


def owner_of(content: Content) -> str:
    """Who answers for an outcome: the office, and the function in it."""
    return ", ".join(part for part in (content.office, content.function) if part)


def lines(text: str) -> Markup:
    """A typed text in HTML, with its line breaks."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def known_language(language: str) -> str:
    """The language or face if there are texts for it, else German."""
    return language if language in WRITTEN else "de"


def _known(key: str, otherwise: str, language: str) -> str:
    return TEXTS.say(language, key if key in TEXTS.keys("de") else otherwise)
