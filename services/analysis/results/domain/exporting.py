"""A file of single responses as it is laid down before the first row is written."""

from __future__ import annotations

import hmac
from array import array
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import msgspec

from services.analysis.results.domain.columns import AnswerColumn
from services.analysis.results.domain.disclosure import FEWEST
from services.analysis.results.domain.figures import Facet, FacetKind, Figures
from services.analysis.results.domain.tables import Cell, Column

#: Of the attributes that somebody may know of a person from elsewhere, those that the file tells most of come first:
#: what stands last is blanked first. Language is first, since words stay in a row only where it does.
FIRST_TOLD: Final = ("language", "age", "part", "gender", "group", "place", "source", "channel", "face", "version")
KINDS: Final[frozenset[FacetKind]] = frozenset({"person", "way", "form"})
DAY: Final = "day"
LANGUAGE: Final = "language"
#: What else stands in the figures of a response: what its words say of standards and topics.
READ: Final[frozenset[FacetKind]] = frozenset({"standard", "topic"})
NUMBER: Final = Column("nr", "Zeile in dieser Datei", "number")
LONGEST_PURPOSE: Final = 500
SHORTEST_PURPOSE: Final = 10
#: Rows that are put together at once.
PORTION: Final = 1000
#: While people may still answer, at least so many have to come until a new file has more rows than the last one.
FEWEST_NEW: Final = 20


class Attribute(msgspec.Struct, frozen=True):
    """A column that is blurred. `values`: what the number of a value stands for; 0 is blank. `codes`: array of "H"."""

    column: Column
    values: tuple[str, ...]
    codes: bytes


class Flag(msgspec.Struct, frozen=True):
    """A column of 1 and 0: a byte for each row."""

    column: Column
    bits: bytes


class Plan(msgspec.Struct, frozen=True):
    """Everything about the rows but their answers. `numbers`: of the figures' responses, row by row, array of "I".

    `steps`: with which step each row came, oldest 0, array of "H"; empty when only who was in the file is left.
    """

    numbers: bytes
    attributes: tuple[Attribute, ...]
    flags: tuple[Flag, ...]
    answers: tuple[AnswerColumn, ...]
    steps: bytes = b""

    @property
    def columns(self) -> list[Column]:
        blurred = [one.column for one in self.attributes]
        return [NUMBER, *blurred, *(one.column for one in self.answers), *(one.column for one in self.flags)]

    @property
    def order(self) -> Sequence[int]:
        return array("I", self.numbers)

    @property
    def came(self) -> Sequence[int]:
        return array("H", self.steps)


class Blurred(NamedTuple):
    """The attributes and flags of a plan, ready to be read row by row."""

    attributes: Sequence[tuple[tuple[str, ...], Sequence[int]]]
    flags: list[bytes]
    language: Sequence[int] | None

    def before(self, row: int) -> list[Cell]:
        return [row + 1, *(values[codes[row] - 1] if codes[row] else None for values, codes in self.attributes)]

    def after(self, row: int) -> list[Cell]:
        return [bits[row] for bits in self.flags]

    def tells_language(self, row: int) -> bool:
        """A text says its language by itself: where that had to be blanked, the row's words are left out too."""
        return self.language is None or self.language[row] != 0


def blurred_of(plan: Plan) -> Blurred:
    attributes = [(one.values, array("H", one.codes)) for one in plan.attributes]
    keyed = {one.column.key: codes for one, (_, codes) in zip(plan.attributes, attributes, strict=True)}
    return Blurred(attributes, [one.bits for one in plan.flags], keyed.get(LANGUAGE))


def shuffled(numbers: Iterable[int], secret: bytes) -> list[int]:
    """In an order that says nothing of when they came, and is the campaign's own for good."""
    return sorted(numbers, key=lambda number: hmac.digest(secret, b"row %d" % number, "sha256"))


def steps_of(everyone: int, files: Iterable[int], *, seen: int = 0, growing: bool) -> list[int]:
    """Responses by which file they came into, as sets; each is anonymous by itself. Those in none wait.

    Whoever compares two files sees who is in the newer one only: these are a step, so every combination of what may be
    known of them has five. `files`: who is in those so far, oldest first. `seen`: who has another number than before
    (domain/fives.py); they may stand in an older file under that one, so they come into the first or into none.
    `growing`: people may still answer, and steps of five would leave little of anybody.
    """
    steps, new = [], everyone
    for members in files:
        steps.append(new & members)
        new &= ~members
    if steps:
        new &= ~seen
    if not steps or not growing or new.bit_count() >= FEWEST_NEW:
        steps.append(new)
    return [step for step in steps if step.bit_count() >= FEWEST]


def told_facets(figures: Figures) -> list[Facet]:
    """What is known of whom by how they came and who they are, most telling last; the day is told apart."""
    known = [one for one in figures.facets.values() if one.kind in KINDS and not one.several]
    return sorted(known, key=lambda facet: FIRST_TOLD.index(facet.key) if facet.key in FIRST_TOLD else len(FIRST_TOLD))


def read_facets(figures: Figures) -> list[Facet]:
    return [one for one in figures.facets.values() if one.kind in READ]
