"""How many people live where, by age and perhaps gender: read from a table, written as one, added up."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final, Literal, NamedTuple

import msgspec

#: How residents may be told apart.
Trait = Literal["part", "age", "gender"]
TRAITS: Final[tuple[Trait, ...]] = ("part", "age", "gender")
MOST_LINES: Final = 5_000
#: The largest number one cell may have: ten times the city.
MOST_PEOPLE: Final = 2_150_000
#: What columns may be called; the first name is how they are written.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "part": ("ortsteil", "part", "stadtteil", "bezirk"),
    "age": ("alter", "age", "altersgruppe"),
    "gender": ("geschlecht", "gender"),
    "count": ("einwohner", "count", "anzahl", "personen", "residents"),
}
_NOTE: Final = re.compile(r"#\s*(jahr|quelle)\s*:\s*(.+)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d{1,9}|\d{1,3}(?:[. \u00a0\u202f]\d{3}){1,2}", re.ASCII)


class Group(msgspec.Struct, frozen=True, omit_defaults=True):
    """`count` residents of one part and age band; `gender` only in tables that tell it."""

    part: str
    age: str
    count: int
    gender: str = ""


class Fault(NamedTuple):
    """`population-fault-<reason>` is the text for it. `line` counts as editors do, the first being 1; 0: the file."""

    reason: str
    line: int = 0
    what: str = ""


class Table(NamedTuple):
    """What a file says. With faults, nothing of it may be used. `year`, `source`: from its notes, or "" ."""

    groups: tuple[Group, ...]
    faults: tuple[Fault, ...]
    year: str = ""
    source: str = ""
    demo: bool = False


def decoded(content: bytes) -> str:
    """UTF-8 with or without mark, or else what older office programs write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_table(text: str, known: Mapping[Trait, Mapping[str, str]]) -> Table:
    """`known`: trait → key → name, of the values a table may have; either may stand in a cell, in any case."""
    lines = text.splitlines()
    notes = [line for line in lines if line.lstrip().startswith("#")]
    told = {found[1].lower(): found[2].strip(' ;,"') for line in notes if (found := _NOTE.match(line.strip()))}
    groups, faults = _read(lines, known)
    demo = any("demo" in line.casefold() for line in notes)
    return Table(groups, faults, told.get("jahr", ""), told.get("quelle", ""), demo)


def write_table(groups: Iterable[Group], notes: Sequence[str] = ()) -> str:
    """As read_table reads it: semicolons, keys, one line per group; `notes` stand above."""
    listed = list(groups)
    traits = [trait for trait in TRAITS if trait != "gender" or any(group.gender for group in listed)]
    heading = ";".join([*(COLUMNS[trait][0] for trait in traits), COLUMNS["count"][0]])
    rows = [";".join([*(getattr(group, trait) for trait in traits), str(group.count)]) for group in listed]
    return "\n".join([*(f"# {' '.join(note.split())}" for note in notes), heading, *rows]) + "\n"


def residents(groups: Iterable[Group], *traits: Trait) -> dict[tuple[str, ...], int]:
    """Added up over all other traits: (value of each trait) → residents."""
    found: dict[tuple[str, ...], int] = {}
    for group in groups:
        key = tuple(str(getattr(group, trait)) for trait in traits)
        found[key] = found.get(key, 0) + group.count
    return found


def _read(
    lines: Sequence[str], known: Mapping[Trait, Mapping[str, str]]
) -> tuple[tuple[Group, ...], tuple[Fault, ...]]:
    if len(lines) > MOST_LINES:
        return (), (Fault("long"),)
    rows = list(_rows(lines))
    if not rows:
        return (), (Fault("empty"),)
    (top, heading), *body = rows
    columns = _columns(heading)
    wanted = [name for name in ("part", "age", "count") if name not in columns and (name != "part" or known["part"])]
    if wanted:
        return (), tuple(Fault("column", top, COLUMNS[name][0]) for name in wanted)
    words = {trait: _words(known[trait]) for trait in TRAITS if trait in columns and known[trait]}
    read = [(number, _group(number, cells, columns, words)) for number, cells in body]
    groups = [one for _number, one in read if isinstance(one, Group)]
    faults = [one for _number, one in read if isinstance(one, Fault)]
    return tuple(groups), tuple([*faults, *_twice(read)] or _lacking(groups, known))


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) without notes and empty lines, separated as the first of them is."""
    kept = [(n, line) for n, line in enumerate(lines, 1) if line.strip(" ;,\t") and not line.lstrip().startswith("#")]
    separator = max(";,\t", key=kept[0][1].count) if kept else ";"
    for number, line in kept:
        yield number, [cell.strip() for cell in next(csv.reader([line], delimiter=separator), [])]


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Column → place, of those that are there."""
    places = {cell.casefold(): place for place, cell in reversed(list(enumerate(cells)))}
    found = {column: [places[name] for name in names if name in places] for column, names in COLUMNS.items()}
    return {column: there[0] for column, there in found.items() if there}


def _words(values: Mapping[str, str]) -> dict[str, str]:
    return {word.casefold(): key for key, name in values.items() for word in (name, key)}


def _group(
    number: int, cells: Sequence[str], columns: Mapping[str, int], words: Mapping[Trait, Mapping[str, str]]
) -> Group | Fault:
    if len(cells) <= max(columns.values()):
        return Fault("cells", number)
    found: dict[str, str] = {"part": ""}
    for trait, keys in words.items():
        said = cells[columns[trait]]
        if said.casefold() not in keys:
            return Fault(trait, number, said)
        found[trait] = keys[said.casefold()]
    typed = cells[columns["count"]]
    if not _NUMBER.fullmatch(typed):
        return Fault("number", number, typed)
    count = int(re.sub(r"\D", "", typed))
    return Fault("many", number, typed) if count > MOST_PEOPLE else Group(count=count, **found)


def _twice(read: Sequence[tuple[int, Group | Fault]]) -> list[Fault]:
    """Groups that stood further up already."""
    seen: dict[tuple[str, ...], int] = {}
    faults = []
    for number, one in read:
        if isinstance(one, Group) and seen.setdefault((one.part, one.age, one.gender), number) != number:
            faults.append(Fault("twice", number, str(seen[one.part, one.age, one.gender])))
    return faults


def _lacking(groups: Sequence[Group], known: Mapping[Trait, Mapping[str, str]]) -> list[Fault]:
    """A table with gaps would make those who are in it look like more than they are."""
    told = residents(groups, *TRAITS)
    genders = sorted({group.gender for group in groups})
    wanted = product(known["part"] or {"": ""}, known["age"], genders)
    gaps = [one for one in wanted if one not in told]
    if not sum(told.values()):
        return [Fault("nobody")]
    return [Fault("gap", 0, _named(one, known)) for one in gaps]


def _named(values: Sequence[str], known: Mapping[Trait, Mapping[str, str]]) -> str:
    return ", ".join(known[trait].get(value, value) for trait, value in zip(TRAITS, values, strict=True) if value)
