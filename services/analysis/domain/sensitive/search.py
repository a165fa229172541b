"""Everything sensitive in one text, and every place where a value that was found stands once more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from services.analysis.domain.sensitive.accounts import find_ibans
from services.analysis.domain.sensitive.alarms import find_alarms
from services.analysis.domain.sensitive.emails import find_emails
from services.analysis.domain.sensitive.folding import Folded, fold
from services.analysis.domain.sensitive.homes import find_homes, find_plates
from services.analysis.domain.sensitive.kinds import Kind, Sensitive, in_order
from services.analysis.domain.sensitive.names import PARTICLES, find_names
from services.analysis.domain.sensitive.numbers import find_numbers

_WORD: Final = re.compile(r"[^\W\d_]+")
#: Endings of a name in other cases: Müllers, Kowalskiego.
_ENDING: Final = r"(?:[^\W\d_]{0,3})"
_LONG_NAME: Final = 5
#: What people put between the signs of a number, and which of its signs make it the same number.
_GAPS: Final[dict[Kind, frozenset[str]]] = dict.fromkeys(("phone", "account"), frozenset("-./()·_,:+\\'"))
_COUNTS: Final[dict[Kind, Callable[[str], bool]]] = {"phone": str.isdigit, "account": str.isalnum}
#: Stands for whatever interrupts a value.
_STOP: Final = "\0"


def find_sensitive(text: str) -> tuple[Sensitive, ...]:
    """In order of place; masks that lie within other masks are left out.

    The language a form was filled in says little about the words used in it, so every text is held against all eight.
    """
    folded = fold(text)
    masks = [*find_emails(folded), *find_ibans(folded), *find_numbers(folded), *find_plates(folded)]
    names = list(find_names(folded))
    masks += [*names, *find_homes(folded, names)]
    masks += list(_find_again(folded, masks))
    return tuple(sorted({*_outermost(masks), *find_alarms(folded, masks)}, key=in_order))


def _find_again(folded: Folded, masks: Iterable[Sensitive]) -> Iterator[Sensitive]:
    """Each value once, wherever it stands."""
    values = {(one.kind, fold(folded.original[one.start : one.end]).cased): one.reason for one in masks}
    inks = {kind: _ink(folded.text, kind) for kind in {kind for kind, _ in values}}
    for (kind, value), reason in values.items():
        same = _same_name(folded.cased, value) if kind == "person_name" else _same_ink(inks[kind], value.lower(), kind)
        for start, end in same:
            yield Sensitive(kind, *folded.span(start, end), reason)


def _same_name(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Every word of the name, wherever it stands as a word of its own."""
    for word in {word for word in _WORD.findall(name) if len(word) > 1 and word not in PARTICLES}:
        ending = _ENDING if len(word) >= _LONG_NAME else "s?"
        yield from (found.span() for found in re.finditer(rf"(?<![^\W\d_]){re.escape(word)}{ending}(?![^\W\d_])", text))


class Ink(NamedTuple):
    """A text without what may stand between the signs of a value, and where each of its signs stood."""

    signs: str
    places: list[int]


def _ink(text: str, kind: Kind) -> Ink:
    gaps, counts = _GAPS.get(kind, frozenset()), _COUNTS.get(kind, _is_any)
    places = [place for place, sign in enumerate(text) if not (sign.isspace() or sign in gaps)]
    return Ink("".join(text[place] if counts(text[place]) else _STOP for place in places), places)


def _same_ink(ink: Ink, value: str, kind: Kind) -> Iterator[tuple[int, int]]:
    """The signs of the value that count, one after the other, however they are spaced."""
    wanted = _ink(value, kind).signs.replace(_STOP, "")
    start = ink.signs.find(wanted) if wanted else -1
    while start >= 0:
        yield ink.places[start], ink.places[start + len(wanted) - 1] + 1
        start = ink.signs.find(wanted, start + 1)


def _is_any(sign: str) -> bool:
    return True


def _outermost(masks: Iterable[Sensitive]) -> Iterator[Sensitive]:
    reach = -1
    for one in sorted(masks, key=in_order):
        if one.end > reach:
            yield one
            reach = one.end
