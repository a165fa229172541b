"""A text as it is searched: without accents, invisible signs and foreign digits, with a way back to every place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

import msgspec

#: What has no decomposition in Unicode, and is typed one way or the other.
_SPECIAL: Final = {
    "ß": "ss", "ẞ": "SS", "ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE",
    "ə": "e", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "", "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'",
}  # fmt: skip


class Folded(msgspec.Struct, frozen=True):
    """`cased` keeps capitals, `text` has none; both have one character per entry of `places`.

    `places[i]` is where character i stood in the original.
    """

    text: str
    cased: str
    places: tuple[int, ...]
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Leads [start, end) back to the original, together with the accents and invisible signs inside and after."""
        left, right = self.places[start], self.places[end - 1] + 1
        while right < len(self.original) and not fold_character(self.original[right]):
            right += 1
        return left, right


def fold(text: str) -> Folded:
    signs: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for sign in fold_character(character):
            signs.append(sign)
            places.append(place)
    cased = "".join(signs)
    return Folded("".join(map(_lower, signs)), cased, tuple(places), text)


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """Usually one character; none for accents and invisible signs, several for ligatures."""
    if character.isascii():
        return character
    if character in _SPECIAL:
        return _SPECIAL[character]
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd":
        return "-"
    return _base(character) if category[0] in "LPSZ" else character


def _base(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if unicodedata.category(part)[0] != "M")


def _lower(sign: str) -> str:
    lowered = sign.lower()
    return lowered if len(lowered) == 1 else sign


def pattern(source: str) -> re.Pattern[str]:
    """For `Folded.text`: letters of the source may be written as usual, with accents."""
    return re.compile("".join(sign if sign.isascii() else fold_character(sign).lower() for sign in source))


def words(source: str) -> frozenset[str]:
    """For comparing with `Folded.text`, word by word."""
    return frozenset(fold(source).text.split())
