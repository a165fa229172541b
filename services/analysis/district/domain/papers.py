"""Papers that a district writes from live data: the concept, a project's sheet, the report of a period.

A paper is sections of blocks. Live blocks are made anew from the data; words are people's own and stay. A version is a
paper as it stood, kept whole: it never changes, whatever becomes of the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Final, Literal, TypeAlias, get_args

import msgspec

PaperKind = Literal["concept", "sheet", "report"]
PAPER_KINDS: Final[tuple[PaperKind, ...]] = get_args(PaperKind)
#: The longest text of one section, in signs.
LONGEST: Final = 20_000


class Words(msgspec.Struct, frozen=True, tag="words"):
    """Paragraphs, with an empty line between them."""

    text: str


class Points(msgspec.Struct, frozen=True, tag="points"):
    items: tuple[str, ...]


class Grid(msgspec.Struct, frozen=True, tag="grid", omit_defaults=True):
    """A table with a title and column heads; the first column names the row. `numbers`: columns that hold numbers."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


class Voice(msgspec.Struct, frozen=True, tag="voice"):
    """A quote as it may be shown. `language`: a tag. `about`: what it speaks for."""

    text: str
    language: str
    about: str


class Bars(msgspec.Struct, frozen=True, tag="bars"):
    """A picture of numbers: (label, length from 0 to 1, the number as it is written). `summary`: it in a sentence."""

    title: str
    summary: str
    bars: tuple[tuple[str, float, str], ...]


class Note(msgspec.Struct, frozen=True, tag="note"):
    """Said smaller: where numbers come from, and what to mind about them."""

    text: str


Block: TypeAlias = Words | Points | Grid | Voice | Bars | Note


class Section(msgspec.Struct, frozen=True, omit_defaults=True):
    """`words`: people's own, before the live blocks. `level`: of its heading, 1 or 2."""

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    words: str = ""
    level: int = 1


class Rules(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an adopted concept asks of every campaign of the district. 0, False or nothing: not asked.

    `notice_days`: between publishing and the first day. `feedback_weeks`: from the last day to the promised answer.
    `languages`: that the questionnaire has to be in. `without_device`: a way in for those without a phone.
    `both_sides`: the responsible department answers the evaluation, too. `person`: questions that show who is missing.
    """

    notice_days: int = 0
    feedback_weeks: int = 0
    languages: tuple[str, ...] = ()
    without_device: bool = False
    both_sides: bool = False
    person: bool = False


class Adoption(msgspec.Struct, frozen=True):
    """`body`: who decided, such as the district council. `catalogue`: the version of the standards it binds."""

    on: date
    body: str
    catalogue: int


class Paper(msgspec.Struct, frozen=True, omit_defaults=True):
    """`subject`: of a sheet the campaign's address, of a report the year, of a concept nothing.

    `rules`: of a concept. `number`: of the version, 0 while it is live. `demo`: parts of it are invented.
    `catalogue`: the version of the standards that it speaks of; adopting a concept binds it.
    """

    kind: PaperKind
    district: str
    subject: str
    title: str
    as_of: date
    sections: tuple[Section, ...]
    rules: Rules | None = None
    number: int = 0
    adoption: Adoption | None = None
    demo: bool = False
    catalogue: int = 0


class Changed(msgspec.Struct, frozen=True):
    """One section in two versions: lines that were there before and lines that are now, in their order.

    Each line with `-`, `+` or a blank for what stayed; of a new or a gone section there is only what it says.
    `follows`: the title of the chapter it was moved behind, empty for the beginning; None: it was not moved.
    """

    key: str
    title: str
    way: Literal["new", "gone", "changed"]
    lines: tuple[tuple[str, str], ...] = ()
    follows: str | None = None


def lines_of(section: Section) -> list[str]:
    """A section as plain lines: for comparing, and for reading aloud."""
    return [*(line for line in section.words.split("\n") if line.strip()), *_all_lines(section.blocks)]


def differences(before: Paper, after: Paper) -> tuple[Changed, ...]:
    """Sections that differ, in the order of the later paper, those that are gone last."""
    old = {section.key: section for section in before.sections}
    new = {section.key: section for section in after.sections}
    follows = _follows(before.sections, after.sections)
    return tuple(
        changed
        for key in (*new, *(key for key in old if key not in new))
        if (changed := _changed(old.get(key), new.get(key), follows.get(key)))
    )


def with_words(sections: Iterable[Section], words: Mapping[str, str]) -> tuple[Section, ...]:
    """The live sections with what people wrote; a section they wrote nothing for keeps its proposal."""
    return tuple(msgspec.structs.replace(one, words=words[one.key]) if one.key in words else one for one in sections)


def _changed(before: Section | None, after: Section | None, follows: str | None) -> Changed | None:
    """None: nothing is different."""
    one = after or before
    assert one
    lines = tuple(_compared(_titled(before), _titled(after)))
    if before is None or after is None:
        return Changed(one.key, one.title, "new" if after else "gone", lines)
    if follows is None and all(sign == " " for sign, _ in lines):
        return None
    return Changed(one.key, one.title, "changed", lines, follows)


def _titled(section: Section | None) -> list[str]:
    return [section.title, *lines_of(section)] if section else []


def _follows(before: Sequence[Section], after: Sequence[Section]) -> dict[str, str]:
    """Chapter that was moved → the title of the one it stands behind now."""
    chapters = [one for one in after if one.level == 1]
    elsewhere = moved([one.key for one in before if one.level == 1], [one.key for one in chapters])
    titles = ["", *(one.title for one in chapters)]
    return {one.key: titles[place] for place, one in enumerate(chapters) if one.key in elsewhere}


def moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """What stands elsewhere than before: the fewest that explain the new order."""
    places = {key: place for place, key in enumerate(before)}
    both = [key for key in after if key in places]
    runs: list[list[str]] = []
    for key in both:
        before_it = [run for run in runs if places[run[-1]] < places[key]]
        runs.append([*_longest(before_it), key])
    return set(both) - set(_longest(runs))


def _longest(runs: Sequence[list[str]]) -> list[str]:
    return max(runs, key=len) if runs else []


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    for verb, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if verb == "equal":
            yield from ((" ", line) for line in before[i:j])
        else:
            yield from (("-", line) for line in before[i:j])
            yield from (("+", line) for line in after[k:m])


def _all_lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Words(text=text) | Note(text=text):
                yield from (line for line in text.split("\n") if line.strip())
            case Points(items=items):
                yield from items
            case Grid(title=title, rows=rows):
                yield title
                yield from (" · ".join(row) for row in rows)
            case Voice(text=text, about=about):
                yield f"„{text}“ ({about})"
            case Bars(title=title, bars=bars):
                yield title
                yield from (f"{label}: {said}" for label, _, said in bars)
