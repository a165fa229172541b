"""Cries for help, threats, and accusations against people who can be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from services.analysis.domain.sensitive import phrases
from services.analysis.domain.sensitive.folding import Folded, pattern
from services.analysis.domain.sensitive.kinds import Kind, Sensitive

_STEP: Final = r"[^\w.!?\n]{1,4}"
_ROOM: Final = rf"{_STEP}(?:\w+(?:['\-]\w+)*{_STEP}){{0,4}}?"
_CLAUSE_END: Final = r"(?=\W*$|[^\S\n]*[.,;:!?)\n\"“]|\s+(?:und|oder|wenn|weil|and|or|if)\b)"
_TOKEN: Final = re.compile(r" ?\[[^\]]*\] ?|[(|)]|…|~|\$|!\w+| +|[^\[\]()|…~$! ]+")
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?\n]*")
#: So far from the reproach, in sentences, the person may have been named.
_REACH: Final = 1


def read_phrase(line: str) -> str:
    """A line of domain/sensitive/phrases.py as a regular expression."""
    parts: list[str] = []
    for token in _TOKEN.findall(re.sub(r" *… *", "…", line.strip())):
        parts.append(_part(token))
    return rf"(?<!\w){''.join(parts)}(?!\w)"


def _part(token: str) -> str:
    if "[" in token:
        return _optional(token)
    if token[0] == "!":
        return rf"(?!{_STEP}(?:\w+{_STEP}){{0,3}}{token[1:]}\b)"
    fixed = {"…": _ROOM, "~": r"\w*", "$": rf"(?!\w){_CLAUSE_END}", "(": "(?:"}
    return fixed.get(token, _STEP if token.isspace() else token)


def _optional(token: str) -> str:
    """With a space on both sides it takes one of them along, so that the words around it still stand apart."""
    words = token.strip().strip("[]").replace(" ", _STEP)
    before, after = token[0] == " ", token[-1] == " "
    inner = f"(?:{_STEP * before}(?:{words}){_STEP * (after and not before)})?"
    return inner + _STEP * (before and after)


def _compile(lines: str) -> list[tuple[str, re.Pattern[str]]]:
    """Lines of one alphabet together, so that a text is only held against the alphabets it is written in."""
    by_script = sorted((_script(line), read_phrase(line)) for line in lines.strip().splitlines())
    return [
        (script, pattern("|".join(source for _, source in group)))
        for script, group in groupby(by_script, key=lambda pair: pair[0])
    ]


def _script(text: str) -> str:
    if re.search("[\u0400-\u04ff]", text):
        return "cyrillic"
    return "arabic" if re.search("[\u0600-\u06ff]", text) else "latin"


_ALARMS: Final[tuple[tuple[Kind, str, list[tuple[str, re.Pattern[str]]]], ...]] = (
    ("cry_for_help", "sensitive-help-life", _compile(phrases.LIFE)),
    ("cry_for_help", "sensitive-help-violence", _compile(phrases.VIOLENCE)),
    ("cry_for_help", "sensitive-help-child", _compile(phrases.CHILD)),
    ("threat", "sensitive-threat", _compile(phrases.THREATS)),
)
#: What counts only where a person can be recognised.
_AT_SOMEBODY: Final[tuple[tuple[Kind, str, list[tuple[str, re.Pattern[str]]]], ...]] = (
    ("threat", "sensitive-threat", _compile(phrases.TARGETED)),
    ("accusation", "sensitive-accusation", _compile(phrases.REPROACHES)),
)
_ROLES: Final = _compile(phrases.ROLES)


def find_alarms(folded: Folded, people: Iterable[Sensitive]) -> Iterator[Sensitive]:
    """`people`: whatever was found that leads to a person."""
    for kind, reason, compiled in _ALARMS:
        for start, end in _spans(folded.text, compiled):
            yield Sensitive(kind, *folded.span(start, end), reason)
    yield from _find_at_somebody(folded, list(people))


def _find_at_somebody(folded: Folded, people: list[Sensitive]) -> Iterator[Sensitive]:
    sentences = [found.span() for found in _SENTENCE.finditer(folded.text)]
    for kind, reason, compiled in _AT_SOMEBODY:
        for start, end in _spans(folded.text, compiled):
            here = next(place for place, (_, stop) in enumerate(sentences) if start < stop)
            left, right = sentences[max(0, here - _REACH)][0], sentences[here][1]
            if _is_about_somebody(folded, (left, right), people) or _names_a_role(folded.text[slice(*sentences[here])]):
                yield Sensitive(kind, *folded.span(start, end), reason)


def _is_about_somebody(folded: Folded, place: tuple[int, int], people: list[Sensitive]) -> bool:
    start, end = folded.span(*place)
    return any(start <= one.start < end for one in people)


def _names_a_role(sentence: str) -> bool:
    return any(True for _ in _spans(sentence, _ROLES))


def _spans(text: str, compiled: list[tuple[str, re.Pattern[str]]]) -> Iterator[tuple[int, int]]:
    scripts = {"latin", _script(text)} if text.isascii() else {"latin", *_scripts(text)}
    for script, wanted in compiled:
        if script in scripts:
            yield from (found.span() for found in wanted.finditer(text))


def _scripts(text: str) -> set[str]:
    return {
        name for name, sign in (("cyrillic", "[\u0400-\u04ff]"), ("arabic", "[\u0600-\u06ff]")) if re.search(sign, text)
    }
