"""What of an answer may stand in a file of single responses: only what at least five rows say.

What fewer say looks like not answered. So that the blanks of a question that everybody had to answer do not say who
they were, enough others are blank along with them, as in domain/anonymity.py. Numbers and dates are told in classes.
What fewer than five ticked was ticked by nobody, and what all but fewer than five ticked, by everybody.

Each step of a file is veiled by itself: who is blank for company there is the same in every file, whoever comes later.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from services.analysis.results.domain.anonymity import BLANK, anonymous
from services.analysis.results.domain.classes import number_of
from services.analysis.results.domain.columns import AnswerColumn, Reads
from services.analysis.results.domain.disclosure import FEWEST
from services.analysis.results.domain.tables import Cell, disarmed

#: The values of one response's closed answers by question, and its words by question.
Closed = Mapping[str, Sequence[str]]
Words = Mapping[str, str]
#: How many gave which answer to a question.
Counts = Mapping[str, int]
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


class Ticked(NamedTuple):
    """What is told of a question with several answers, as sets of choices: those that are told, and those that
    everybody is said to have. `blank`: rows of which nothing is told, though they ticked something.
    """

    kept: int
    everybodys: int
    blank: frozenset[int]


class Veils:
    """Learns from all rows first, in the order of the file, and says then what each row may tell.

    `steps`: with which step each row came, oldest 0.
    """

    def __init__(self, columns: Sequence[AnswerColumn], steps: Sequence[int]) -> None:
        deciding: dict[str, Counts] = {}
        self._veils = {step: Veil(columns, deciding) for step in sorted(set(steps))}
        self._steps, self._places, self._coming = steps, array("I"), iter(steps)
        sizes: Counter[int] = Counter()
        for step in steps:
            self._places.append(sizes[step])
            sizes[step] += 1

    def learn(self, closed: Closed) -> None:
        """The next row."""
        self._veils[next(self._coming)].learn(closed)

    def settle(self) -> None:
        """After the last row."""
        for veil in self._veils.values():
            veil.settle()

    def cells(self, row: int, closed: Closed, words: Words) -> list[Cell]:
        """The row's cells. `row`: of the file, from 0."""
        return self._veils[self._steps[row]].cells(self._places[row], closed, words)


class Veil:
    """The same for one step. `deciding`: answers of older steps by question; their classes are everybody's."""

    def __init__(self, columns: Sequence[AnswerColumn], deciding: dict[str, Counts]) -> None:
        self._columns, self._deciding = columns, deciding
        self._plain = {one.question: one for one in columns if one.reads in ("choice", "number", "day")}
        self._ticks = _choices(columns, "flag")
        self._ranks = _choices(columns, "rank")
        self._codes: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._known: dict[str, dict[str, int]] = defaultdict(dict)
        self._sets: dict[str, list[int]] = {question: [] for question in self._ticks}
        self._told: dict[str, Plain] = {}
        self._ticked: dict[str, Ticked] = {}
        self._unranked: dict[str, set[int]] = {}

    def learn(self, closed: Closed) -> None:
        """The next row."""
        for question in self._plain:
            values = closed.get(question, ())
            self._note(question, values[0] if values else "")
        for question, choices in self._ranks.items():
            values = closed.get(question, ())
            for choice in choices:
                self._note(_rank_key(question, choice), str(_rank(values, choice)) if values else "")
        for question in self._ticks:
            self._sets[question].append(self._set_of(question, closed.get(question, ())))

    def settle(self) -> None:
        """After the last row; what was noted of single rows is forgotten."""
        for question, one in self._plain.items():
            self._told[question] = self._settle_plain(question, one)
        for question, choices in self._ranks.items():
            self._unranked[question] = _together([self._codes.pop(_rank_key(question, one)) for one in choices])
        for question in self._ticks:
            self._ticked[question] = settle_ticks(self._sets.pop(question))
        self._codes.clear()

    def cells(self, row: int, closed: Closed, words: Words) -> list[Cell]:
        """The row's cells. `row`: as it was learned, from 0."""
        return [self._cell(one, row, closed, words) for one in self._columns]

    def _note(self, key: str, value: str) -> None:
        known = self._known[key]
        self._codes[key].append(known.setdefault(value, len(known) + 1) if value else BLANK)

    def _set_of(self, question: str, values: Iterable[str]) -> int:
        """A bit for each choice, in the order in which they were first met."""
        known = self._known[question]
        return sum(1 << known.setdefault(value, len(known)) for value in values)

    def _settle_plain(self, question: str, one: AnswerColumn) -> Plain:
        codes, known = self._codes.pop(question), self._known.pop(question, {})
        counts = Counter(codes)
        by_value = {value: counts[code] for value, code in known.items()}
        if sum(by_value.values()) >= FEWEST:
            self._deciding.setdefault(question, by_value)
        told = _classes_of(one)(by_value, self._deciding.get(question, by_value))
        numbers = {name: number for number, name in enumerate(dict.fromkeys(told.values()), 1)}
        new = {known[value]: numbers[name] for value, name in told.items()}
        return Plain(told, frozenset(_blanked([new.get(code, BLANK) for code in codes])))

    def _cell(self, one: AnswerColumn, row: int, closed: Closed, words: Words) -> Cell:
        if one.reads == "words":
            return words.get(one.question)
        if one.reads == "flag":
            return self._tick(one, row, closed)
        values = closed.get(one.question, ())
        if one.reads == "rank":
            return None if row in self._unranked[one.question] else _rank(values, one.choice)
        told = self._told[one.question]
        return told.told[values[0]] if values and row not in told.blank else None

    def _tick(self, one: AnswerColumn, row: int, closed: Closed) -> Cell:
        told = self._ticked[one.question]
        kept = self._set_of(one.question, closed.get(one.question, ())) & told.kept
        if not kept or row in told.blank:
            return None
        choice = self._known[one.question].get(one.choice)
        return int(choice is not None and (kept | told.everybodys) >> choice & 1)


def settle_ticks(rows: Sequence[int]) -> Ticked:
    """Gives up choices of too few, and blanks rows along with too few blank ones, until neither is left to do.

    `rows`: the sets of choices that were ticked, in the order of the file; whoever ticked none is blank.
    """
    kept, blank = -1, set[int]()
    while True:
        told = {row: ticks & kept for row, ticks in enumerate(rows) if ticks & kept and row not in blank}
        company = _company(list(told), len(rows) - len(told))
        counts = _counted(ticks for row, ticks in told.items() if row not in company)
        few = sum(1 << choice for choice, count in counts.items() if count < FEWEST)
        if not company and not few:
            everybodys = sum(1 << choice for choice, count in counts.items() if len(told) - count < FEWEST)
            return Ticked(kept, everybodys, frozenset(blank))
        kept &= ~few
        blank |= company


def _company(told: Sequence[int], blank_count: int) -> set[int]:
    """Rows that become blank so that neither the blank ones nor the others are too few; always the same."""
    if 0 < blank_count < FEWEST:
        told, given = told[FEWEST - blank_count :], told[: FEWEST - blank_count]
    else:
        given = ()
    return {*given, *(told if len(told) < FEWEST else ())}


def _counted(sets: Iterable[int]) -> Counter[int]:
    """How many sets hold each number; equal sets are common, so each is taken apart once."""
    counts: Counter[int] = Counter()
    for ticks, count in Counter(sets).items():
        for choice in range(ticks.bit_length()):
            if ticks >> choice & 1:
                counts[choice] += count
    return counts


def _classes_of(one: AnswerColumn) -> Callable[[Counts, Counts], dict[str, Cell]]:
    """A number out of few is told as it is: a class would be none of them."""
    if one.reads == "number":
        return as_numbers if one.column.values else number_classes
    return date_classes if one.reads == "day" else as_said


def as_numbers(counts: Counts, _deciding: Counts) -> dict[str, Cell]:
    return {value: int(value) for value in counts if value.isdecimal()}


def as_said(counts: Counts, _deciding: Counts) -> dict[str, Cell]:
    return {value: value for value in counts}


def number_classes(counts: Counts, deciding: Counts) -> dict[str, Cell]:
    """Number as written → lower end of its class, in the narrowest classes that lose few answers of the deciding ones.
    What is no number is left from when the question was another.
    """
    known = {value: count for value, count in deciding.items() if number_of(value) is not None}
    width = next((width for width in STEPS if _lost(known, _in_classes(known, width)) <= MOST_LOST), STEPS[-1])
    return _in_classes(counts, width)


def _in_classes(values: Iterable[str], width: int) -> dict[str, Cell]:
    numbers = {value: number for value in values if (number := number_of(value)) is not None}
    return {value: math.floor(number / width) * width for value, number in numbers.items()}


def date_classes(counts: Counts, deciding: Counts) -> dict[str, Cell]:
    """Day → its month, or its year where months would lose too many of the deciding ones."""
    length = MONTH if _lost(deciding, {value: value[:MONTH] for value in deciding}) <= MOST_LOST else YEAR
    return {value: value[:length] for value in counts}


def _lost(counts: Counts, classes: Mapping[str, Cell]) -> float:
    """The share of answers that stand in a class of too few."""
    sizes: Counter[Cell] = Counter()
    for value, count in counts.items():
        sizes[classes[value]] += count
    return sum(size for size in sizes.values() if size < FEWEST) / max(sum(sizes.values()), 1)


def _blanked(codes: Sequence[int]) -> set[int]:
    (left,) = anonymous([codes])
    return {row for row, code in enumerate(left) if code == BLANK}


def _together(columns: Sequence[Sequence[int]]) -> set[int]:
    """Rows that are blank in any of the columns: in all of them, until no value of any is left with too few."""
    blank: set[int] = set()
    while True:
        left = ([BLANK if row in blank else code for row, code in enumerate(codes)] for codes in columns)
        more = set().union(*map(_blanked, left))
        if more == blank:
            return blank
        blank = more


def _choices(columns: Iterable[AnswerColumn], reads: Reads) -> dict[str, list[str]]:
    """Of questions with a column for each choice: the choices."""
    found: dict[str, list[str]] = {}
    for one in columns:
        if one.reads == reads:
            found.setdefault(one.question, []).append(one.choice)
    return found


def _rank(values: Sequence[str], choice: str) -> int | None:
    return list(values).index(choice) + 1 if choice in values else None


def _rank_key(question: str, choice: str) -> str:
    return f"{question}\n{choice}"


def longest(columns: Iterable[AnswerColumn], rows: Iterable[Words]) -> dict[str, int]:
    """The longest text of each column of words, as a file without types has it, in bytes."""
    widths: dict[str, int] = {}
    worded = [one for one in columns if one.reads == "words"]
    for words in rows:
        for one in worded:
            width = len(str(disarmed(words.get(one.question, ""))).encode())
            widths[one.column.key] = max(widths.get(one.column.key, 1), width)
    return widths
