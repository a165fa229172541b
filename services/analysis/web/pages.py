"""Analysis' templates, texts, and how its numbers and times are written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from babel import Locale
from babel.dates import format_date, format_datetime, format_timedelta
from babel.numbers import format_decimal, format_percent
from litestar import Response

from services.analysis.domain.days import HERE as BERLIN
from shared.kit.texts import FIRST
from shared.staff.web.pages import staff_pages

HERE: Final = Path(__file__).parent.parent
PAGES: Final = staff_pages(HERE)


@lru_cache(maxsize=4_096)
def number(value: int) -> str:
    return str(format_decimal(value, locale=FIRST))


@lru_cache(maxsize=4_096)
def percent(share: float) -> str:
    return str(format_percent(share, locale=FIRST))


def decimal(value: float, pattern: str = "0.00") -> str:
    return str(format_decimal(value, pattern, locale=FIRST))


def signed(value: float) -> str:
    """`+0,05`: a change; one that rounds to nothing has no sign."""
    rounded = round(value, 2)
    return decimal(rounded, "+0.00;−0.00") if rounded else decimal(0)


def moment(value: datetime, pattern: str = "d.\u00a0MMMM, HH:mm\u00a0'Uhr'") -> str:
    return str(format_datetime(value, pattern, tzinfo=BERLIN, locale=FIRST))


def short_day(value: date) -> str:
    """`Mo., 3.11.`"""
    return str(format_date(value, "EEE, d.M.", locale=FIRST))


def month(value: date) -> str:
    """`November 2026`"""
    return str(format_date(value, "LLLL yyyy", locale=FIRST))


def span(value: timedelta) -> str:
    """`3 Minuten`: the largest unit only."""
    return str(format_timedelta(value, locale=FIRST, threshold=1.2))


def beginning(text: str, most: int) -> str:
    """The text, or its beginning up to a whole word with a sign that more follows."""
    return text if len(text) <= most else f"{text[:most].rsplit(None, 1)[0]} …"


def ending(text: str, most: int) -> str:
    """The text, or its end from a whole word on with a sign that more stands before."""
    return text if len(text) <= most else f"… {text[-most:].split(None, 1)[-1]}"


def say(text: Mapping[str, str]) -> str:
    """A translated text in German, or else in the first language there is."""
    return text.get(FIRST) or next(iter(text.values()), "")


def named(key: str, fallback: str) -> str:
    """The text of this key, for names that come from data; one that no text knows is shown as it is."""
    try:
        return PAGES.texts.say(FIRST, key.replace(".", "-"))
    except KeyError:
        return fallback


def language_name(code: str) -> str:
    """A language in German: `Türkisch`."""
    return str(Locale.parse(FIRST).languages.get(code, code))


def page(name: str, **values: Any) -> Response[str]:
    return PAGES.page(name, FIRST, **values)


PAGES.environment.globals.update(named=named)
WRITINGS: Final = (
    number,
    decimal,
    signed,
    percent,
    moment,
    month,
    short_day,
    span,
    say,
    language_name,
    beginning,
    ending,
)
PAGES.environment.filters.update({way.__name__: way for way in WRITINGS})
