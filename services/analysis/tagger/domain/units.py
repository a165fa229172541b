"""Sentences and clauses of a text, as spans: cut by punctuation, dashes and each language's contrast words."""

import itertools
import re
from typing import Final

import msgspec


class Unit(msgspec.Struct, frozen=True):
    """A stretch [start, end) of a text without blanks at its edges; `kind` is sentence or clause."""

    start: int
    end: int
    kind: str


CONTRAST: Final[dict[str, tuple[str, ...]]] = {
    "de": ("aber", "doch", "jedoch", "allerdings", "nur dass", "bloß", "trotzdem", "obwohl", "dafür", "sondern"),
    "tr": ("ama", "fakat", "ancak", "lakin", "oysa", "yalnız", "gerçi", "yine de", "halbuki"),
    "ar": ("لكن", "ولكن", "غير أن", "إلا أن", "بينما", "مع أن", "رغم", "بس"),
    "uk": ("але", "проте", "однак", "зате", "хоча", "втім", "тільки"),
    "ru": ("но", "однако", "зато", "хотя", "только", "правда"),
    "pl": ("ale", "jednak", "lecz", "natomiast", "za to", "chociaż", "choć", "tylko że"),
    "ro": ("dar", "însă", "totuși", "deși", "în schimb", "numai că", "doar că"),
    "en": ("but", "however", "yet", "though", "although", "whereas", "still"),
}

_SENTENCE_END: Final = re.compile(r"(?:[.!?…؟۔]+[\"'”“»)\]]*(?=\s|$)|\n+)")
_CLAUSE_END: Final = re.compile(r"[,;:،؛](?=\s)|\s[–—-]+(?=\s)|[–—](?=\s)|[()\[\]]")


def sentences(text: str) -> list[Unit]:
    """The sentences of a text in order; a text without marks is one sentence, a blank one has none."""
    return _between(text, [m.end() for m in _SENTENCE_END.finditer(text)], 0, len(text), "sentence")


def clauses(text: str, lang: str | None = None) -> list[Unit]:
    """The clauses of a text in order; contrast words are looked up for `lang`, or for all languages."""
    contrast = _contrast(lang)
    found: list[Unit] = []
    for one in sentences(text):
        marks = [m.end() for m in _CLAUSE_END.finditer(text, one.start, one.end)]
        marks += [m.start() for m in contrast.finditer(text, one.start + 1, one.end)]
        found += _between(text, sorted(set(marks)), one.start, one.end, "clause")
    return found


def unit_at(units: list[Unit], offset: int) -> Unit | None:
    """The unit that covers an offset, if any."""
    return next((u for u in units if u.start <= offset < u.end), None)


def trim(text: str, start: int, end: int, blank: str = " \t\r\n,;:–—-،؛") -> tuple[int, int]:
    """Shrink [start, end) past blanks and light punctuation at both edges; may become empty."""
    while start < end and (text[start].isspace() or text[start] in blank):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in blank):
        end -= 1
    return start, end


def _between(text: str, marks: list[int], start: int, end: int, kind: str) -> list[Unit]:
    edges = [start, *marks, end]
    spans = (trim(text, a, b) for a, b in itertools.pairwise(edges) if b > a)
    return [Unit(a, b, kind) for a, b in spans if b > a and any(c.isalnum() for c in text[a:b])]


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


_ALL_CONTRAST: Final = _pattern(tuple(w for words in CONTRAST.values() for w in words))
_CONTRAST_BY_LANG: Final = {lang: _pattern(words) for lang, words in CONTRAST.items()}


def _contrast(lang: str | None) -> re.Pattern[str]:
    return _CONTRAST_BY_LANG.get(lang or "", _ALL_CONTRAST)
