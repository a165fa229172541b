"""Notify's texts, for pages and letters alike."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Final

from babel.dates import format_date, get_timezone

from shared.kit.texts import LANGUAGES, Texts
from shared.kit.web import errors

HERE: Final = Path(__file__).parent
TEXTS: Final = Texts(errors.HERE / "texts", HERE / "texts")
#: Days are days in Oberhausen: what comes in at half past midnight did not come in yesterday.
ZONE: Final = get_timezone("Europe/Berlin")


def local_day(at: datetime) -> date:
    return at.astimezone(ZONE).date()


def spoken_day(day: date, language: str) -> str:
    """A date in words, such as 3. Mai 2026."""
    return format_date(day, "long", locale=language)


def standard_title(standard: str, language: str) -> str:
    """The standard's title; a standard that is newer than these texts goes by a general word."""
    return _known(f"standard-{standard}", "standard-other", language)


def standard_plain(standard: str, language: str) -> str:
    """What the standard is about, in a short sentence."""
    return _known(f"plain-{standard}", "plain-other", language)


def known_language(language: str) -> str:
    """The language if there are texts in it, else German."""
    return language if language in LANGUAGES else "de"


def _known(key: str, otherwise: str, language: str) -> str:
    return TEXTS.say(language, key if key in TEXTS.keys("de") else otherwise)
