"""Texts to be read aloud by a machine or a person: no symbols, days in words, every sentence with its end."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")
#: A list's bullet at the beginning of a line.
_BULLET: Final = re.compile(r"^\s*[-–—•*·▪→]+\s*", re.MULTILINE)
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+")
#: Between numbers, a dash is a span.
_SPAN: Final = re.compile(r"(?<=\d)\s?[–—]\s?(?=\d)")
#: Between words, a dash or a bracket is a pause.
_PAUSE: Final = re.compile(r"[^\S\n]+[-–—]+[^\S\n]+|[^\S\n]*[()\[\]{}][^\S\n]*")
_MARKS: Final = re.compile(r"[–—„“”»«\"*_#~^|<>•→←↔✓✕●▸▾…]")
_ENDS: Final = (".", "!", "?", "؟", "。")


def aloud(text: str, words: Mapping[str, str], spoken_day: Callable[[date], str]) -> str:
    """`words`: how symbols are said in the language, such as `&` → `und`, `–` between numbers. Lines stay lines."""
    text = _DAY.sub(lambda found: _said(found, spoken_day), text)
    text = _LINK.sub("", _BULLET.sub("", text))
    text = _SPAN.sub(f" {words['–']} ", text)
    for symbol, word in words.items():
        text = text if symbol == "–" else text.replace(symbol, f" {word} ")
    text = _MARKS.sub(" ", _PAUSE.sub(", ", text))
    lines = [re.sub(r"\s+([,.;:!?؟،])", r"\1", " ".join(line.split())) for line in text.split("\n")]
    return "\n".join(_ended(re.sub(r",\s*([,.;:!?])", r"\1", line).strip(" ,/")) for line in lines if line.strip(" ,/"))


def _ended(line: str) -> str:
    """A line that ends without a mark would be read into the next."""
    return line if line.endswith((*_ENDS, ":")) else f"{line}."


def _said(found: re.Match[str], spoken_day: Callable[[date], str]) -> str:
    day, month, year, iso_year, iso_month, iso_day = found.groups()
    try:
        return spoken_day(date(int(year or iso_year), int(month or iso_month), int(day or iso_day)))
    except ValueError:
        return found[0]
