"""Laying down a file of single responses: who is in it, in which order, and what of each may be told."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any, Final, NamedTuple

import msgspec
import numpy as np

from services.analysis.results.domain.anonymity import anonymous
from services.analysis.results.domain.columns import Asked, answer_columns, fit, merged, told_apart
from services.analysis.results.domain.disclosure import FEWEST
from services.analysis.results.domain.exporting import (
    DAY,
    Attribute,
    Flag,
    Plan,
    read_facets,
    shuffled,
    steps_of,
    told_facets,
)
from services.analysis.results.domain.figures import Facet, Figures
from services.analysis.results.domain.tables import Column

#: What of the day is told, as far as it can be: column, German name, how it is made of the ISO day.
_TIMES: Final = (
    ("month", "Monat des Eingangs", lambda day: f"{day:%Y-%m}"),
    ("week", "Woche des Eingangs (ISO)", lambda day: f"{day:%G-W%V}"),
    ("day", "Tag des Eingangs", lambda day: day.isoformat()),
)
Codes = np.ndarray[Any, np.dtype[np.uint16]]


class Before(NamedTuple):
    """What happened before a file is planned. `gone`: numbers of responses that were taken back. `files`: who is in
    those so far, as sets, oldest first. `seen`: numbers of those who had another one before. `growing`: people may
    still answer.
    """

    gone: Sequence[int] = ()
    files: Sequence[int] = ()
    seen: Sequence[int] = ()
    growing: bool = False


def plan_export(figures: Figures, before: Before, versions: Sequence[Sequence[Asked]], *, texts: bool) -> Plan | None:
    """None where fewer than five have answered. Takes seconds of CPU for a million responses."""
    there = figures.everyone & ~_set_of(before.gone)
    sets = steps_of(there, before.files, seen=_set_of(before.seen), growing=before.growing)
    steps = [_numbers(step) for step in sets]
    order = shuffled(chain.from_iterable(steps), figures.secret)
    if not order:
        return None
    places = np.array(order, dtype=np.int64)
    found = [*_attributes(figures, places), *_times(figures, places)]
    left = _anonymous_by_step([codes for _, _, codes in found], steps, places)
    return Plan(
        numbers=array("I", order).tobytes(),
        attributes=tuple(
            _attribute(column, names, codes) for (column, names, _), codes in zip(found, left, strict=True)
        ),
        flags=_all_flags(figures, places),
        answers=tuple(answer_columns(merged(versions), texts=texts)),
        steps=_steps(steps, places).tobytes(),
    )


def _anonymous_by_step(attributes: Sequence[Codes], steps: Sequence[Sequence[int]], places: Any) -> list[list[int]]:
    """Blanked in each step by itself; rows keep the order of the file."""
    left = [np.zeros_like(codes) for codes in attributes]
    for step in steps:
        rows = np.flatnonzero(np.isin(places, step))
        for codes, told in zip(left, anonymous([codes[rows].tolist() for codes in attributes]), strict=True):
            codes[rows] = told
    return [codes.tolist() for codes in left]


def _steps(steps: Sequence[Sequence[int]], places: Any) -> Codes:
    """For each place the number of its step."""
    came = np.zeros(len(places), dtype=np.uint16)
    for number, step in enumerate(steps):
        came[np.isin(places, step)] = number
    return came


def packed(plan: Plan) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(plan), 6)


def unpacked(content: bytes) -> Plan:
    return msgspec.msgpack.decode(zlib.decompress(content), type=Plan)


def members_of(content: bytes) -> int:
    """Who is in the file of a packed plan."""
    return _set_of(unpacked(content).order)


def worn_down(content: bytes) -> bytes:
    """What is kept of a plan when its file is gone: who was in it."""
    numbers = array("I", sorted(unpacked(content).order))
    return packed(Plan(numbers=numbers.tobytes(), attributes=(), flags=(), answers=()))


Found = tuple[Column, tuple[str, ...], Codes]


def _attributes(figures: Figures, places: Any) -> list[Found]:
    """Columns that hold keys, with their German names as values."""
    made = []
    for facet in told_facets(figures):
        column = Column(fit(facet.key), facet.name, "text", facet.values)
        made.append((column, tuple(facet.values), _codes(figures, facet, places)))
    return made


def _times(figures: Figures, places: Any) -> list[Found]:
    facet = figures.facets.get(DAY)
    if facet is None:
        return []
    days = [date.fromisoformat(value) for value in facet.values]
    codes, made = _codes(figures, facet, places), []
    for key, label, of in _TIMES:
        said = [of(day) for day in days]
        names = tuple(dict.fromkeys(said))
        as_said = np.array([0, *(names.index(one) + 1 for one in said)], dtype=np.uint16)
        made.append((Column(key, label, "day" if key == DAY else "text"), names, as_said[codes]))
    return made


def _codes(figures: Figures, facet: Facet, places: Any) -> Codes:
    """For each place the number of the facet's value, from 1; 0 for none."""
    codes = np.zeros(len(places), dtype=np.uint16)
    for number, value in enumerate(facet.values, 1):
        codes[_bits(figures.members.get((facet.key, value), 0), figures.everyone)[places]] = number
    return codes


def _all_flags(figures: Figures, places: Any) -> tuple[Flag, ...]:
    made = [flag for facet in read_facets(figures) for flag in _flags(figures, facet, places)]
    names = told_apart([one.column.key for one in made])
    return tuple(
        msgspec.structs.replace(one, column=msgspec.structs.replace(one.column, key=name))
        for one, name in zip(made, names, strict=True)
    )


def _flags(figures: Figures, facet: Facet, places: Any) -> list[Flag]:
    """A value that fewer than five have is had by nobody, and one that all but fewer than five have, by everybody."""
    made = []
    for value, name in facet.values.items():
        bits = _bits(figures.members.get((facet.key, value), 0), figures.everyone)[places].astype(np.uint8)
        column = Column(f"{fit(facet.key)}__{fit(value)}", f"{facet.name}: {name}", "flag")
        made.append(Flag(column, _veiled(bits).tobytes()))
    return made


def _veiled(bits: Any) -> Any:
    count = int(bits.sum())
    if count < FEWEST:
        return np.zeros_like(bits)
    return np.ones_like(bits) if len(bits) - count < FEWEST else bits


def _bits(members: int, everyone: int) -> Any:
    """An array of truths, as long as everyone has bits."""
    size = (everyone.bit_length() + 7) // 8
    limited = members & everyone
    return np.unpackbits(np.frombuffer(limited.to_bytes(size, "little"), np.uint8), bitorder="little").astype(bool)


def _set_of(numbers: Sequence[int]) -> int:
    if not numbers:
        return 0
    bits = np.zeros(max(numbers) + 1, dtype=np.uint8)
    bits[np.array(numbers, dtype=np.int64)] = 1
    return int.from_bytes(np.packbits(bits, bitorder="little").tobytes(), "little")


def _numbers(members: int) -> list[int]:
    found: list[int] = np.flatnonzero(_bits(members, members)).tolist() if members else []
    return found


def _attribute(column: Column, names: tuple[str, ...], codes: Sequence[int]) -> Attribute:
    """Only values that are left stand in the codebook."""
    left = {names[code - 1] for code in set(codes) if code}
    values: Mapping[str, str] = {key: name for key, name in column.values.items() if key in left}
    return Attribute(msgspec.structs.replace(column, values=values), names, array("H", codes).tobytes())
