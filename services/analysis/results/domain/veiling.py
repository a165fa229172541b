"""What of an answer may stand in a file of single responses: only what at least five rows say.

What fewer say looks like not answered. So that the blanks of a question that everybody had to answer do not say who
they were, enough others are blank along with them, as in domain/anonymity.py. Numbers and dates are told in classes.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from services.analysis.results.domain.anonymity import BLANK, anonymous
from services.analysis.results.domain.columns import AnswerColumn
from services.analysis.results.domain.disclosure import FEWEST
from services.analysis.results.domain.tables import Cell

#: The values of one response's closed answers by question, and its words by question.
Closed = Mapping[str, Sequence[str]]
Words = Mapping[str, str]
#: Widths of classes of numbers, narrowest first.
STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000)
#: At most so many of the answers may be lost for being alone in their class; else classes are wider.
MOST_LOST: Final = 0.05
#: As much of a date as is told: year and month, or the year.
MONTH, YEAR = 7, 4


class Plain(NamedTuple):
    """What is told of a question with one answer: value → what stands for it, and which rows are blank."""

    told: Mapping[str, Cell]
    blank: frozenset[int]


class Veil:
    """Learns from all rows first, in the order of the file, and says then what each row may tell."""

    def __init__(self, columns: Sequence[AnswerColumn]) -> None:
        self._columns = columns
        self._plain = {one.question: one.reads for one in columns if one.reads in ("choice", "number", "day")}
        self._ranked = [one for one in columns if one.reads == "rank"]
        self._ticks: Counter[tuple[str, str]] = Counter()
        self._codes: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._known: dict[str, dict[str, int]] = defaultdict(dict)
        self._told: dict[str, Plain] = {}
        self._unranked: dict[str, set[int]] = defaultdict(set)

    def learn(self, closed: Closed) -> None:
        """The next row."""
        for question in self._plain:
            values = closed.get(question, ())
            self._note(question, values[0] if values else "")
        for one in self._ranked:
            self._note(_rank_key(one), str(_rank(closed.get(one.question, ()), one.choice) or ""))
        for question, values in closed.items():
            self._ticks.update((question, value) for value in values)

    def settle(self) -> None:
        """After the last row; what was noted of single rows is forgotten."""
        for question, reads in self._plain.items():
            self._told[question] = self._settle_plain(question, reads)
        for one in self._ranked:
            codes = self._codes.pop(_rank_key(one))
            self._unranked[one.question] |= _blanked(codes)
        self._codes.clear()

    def cells(self, row: int, closed: Closed, words: Words) -> list[Cell]:
        """The row's cells. `row`: as it was learned, from 0."""
        return [self._cell(one, row, closed, words) for one in self._columns]

    def _note(self, key: str, value: str) -> None:
        known = self._known[key]
        self._codes[key].append(known.setdefault(value, len(known) + 1) if value else BLANK)

    def _settle_plain(self, question: str, reads: str) -> Plain:
        codes, known = self._codes.pop(question), self._known.pop(question, {})
        counts = Counter(codes)
        by_value = {value: counts[code] for value, code in known.items()}
        told = {"number": number_classes, "day": date_classes}.get(reads, as_said)(by_value)
        numbers = {name: number for number, name in enumerate(dict.fromkeys(told.values()), 1)}
        new = {known[value]: numbers[name] for value, name in told.items()}
        return Plain(told, frozenset(_blanked([new.get(code, BLANK) for code in codes])))

    def _cell(self, one: AnswerColumn, row: int, closed: Closed, words: Words) -> Cell:
        if one.reads == "words":
            return words.get(one.question)
        values = closed.get(one.question, ())
        if one.reads == "flag":
            return self._tick(one, values)
        if one.reads == "rank":
            return None if row in self._unranked[one.question] else _rank(values, one.choice)
        told = self._told[one.question]
        return told.told[values[0]] if values and row not in told.blank else None

    def _tick(self, one: AnswerColumn, values: Sequence[str]) -> Cell:
        """A choice of too few was ticked by nobody; whoever ticked nothing else has not answered."""
        kept = [value for value in values if self._ticks[one.question, value] >= FEWEST]
        return int(one.choice in kept) if kept else None


def as_said(counts: Mapping[str, int]) -> dict[str, Cell]:
    return {value: value for value in counts}


def number_classes(counts: Mapping[str, int]) -> dict[str, Cell]:
    """Number as written → lower end of its class, in the narrowest classes that lose few answers."""
    numbers = {value: float(value) for value in counts}
    whole = all(number.is_integer() for number in numbers.values())
    if whole and not _lost(counts, {value: int(number) for value, number in numbers.items()}):
        return {value: int(number) for value, number in numbers.items()}
    classes: dict[str, Cell] = {}
    for step in STEPS:
        classes = {value: math.floor(number / step) * step for value, number in numbers.items()}
        if _lost(counts, classes) <= MOST_LOST:
            break
    return classes


def date_classes(counts: Mapping[str, int]) -> dict[str, Cell]:
    """Day → its month, or its year where months would lose too many."""
    months: dict[str, Cell] = {value: value[:MONTH] for value in counts}
    return months if _lost(counts, months) <= MOST_LOST else {value: value[:YEAR] for value in counts}


def _lost(counts: Mapping[str, int], classes: Mapping[str, Cell]) -> float:
    """The share of answers that stand in a class of too few."""
    sizes: Counter[Cell] = Counter()
    for value, count in counts.items():
        sizes[classes[value]] += count
    return sum(size for size in sizes.values() if size < FEWEST) / max(sum(sizes.values()), 1)


def _blanked(codes: Sequence[int]) -> set[int]:
    (left,) = anonymous([codes])
    return {row for row, code in enumerate(left) if code == BLANK}


def _rank(values: Sequence[str], choice: str) -> int | None:
    return list(values).index(choice) + 1 if choice in values else None


def _rank_key(one: AnswerColumn) -> str:
    return f"{one.question}\n{one.choice}"


def longest(columns: Iterable[AnswerColumn], rows: Iterable[Words]) -> dict[str, int]:
    """The longest text of each column of words, in bytes."""
    widths: dict[str, int] = {}
    worded = [one for one in columns if one.reads == "words"]
    for words in rows:
        for one in worded:
            width = len(words.get(one.question, "").encode())
            widths[one.column.key] = max(widths.get(one.column.key, 1), width)
    return widths
