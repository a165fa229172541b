"""An attacker who has files of single responses, all tables beside them, and knows everything of somebody in there.

Of a file he knows the rows and how it was made blank; of the tables what test_results_disclosure.py tells him. He looks
by integer programming for rows that may be the person's, and always finds five.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from itertools import product
from typing import Any, Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from scipy.optimize import Bounds, LinearConstraint, milp

from services.analysis.results.domain.anonymity import anonymous
from services.analysis.results.domain.columns import AnswerColumn
from services.analysis.results.domain.disclosure import FEWEST, STEP
from services.analysis.results.domain.exporting import Plan, blurred_of, steps_of
from services.analysis.results.domain.figures import Facet, Figures
from services.analysis.results.domain.fives import whole
from services.analysis.results.domain.folding import VALID
from services.analysis.results.domain.tables import Column
from services.analysis.results.domain.veiling import Veils
from services.analysis.results.operations.plan_export import Before, members_of, packed, plan_export, worn_down
from tests.unit.test_results_disclosure import KINDS, Bound, Person, Town, _as_published, _town, _views
from tests.unit.test_results_figures import SIDE, Watched

#: What may be known of a person from elsewhere, by its place in a kind of people; the third is what they answer.
KNOWN: Final = 2
ANSWER: Final = AnswerColumn(Column("q_answer", "Antwort"), "answer", "choice")
Row = tuple[str, ...]


def _file(town: Town) -> list[Row]:
    """As it is made: traits blanked first, then answers of too few."""
    people = town.people[: town.figures.everyone.bit_count()]
    numbered = [[int(one[place] or -1) + 1 for one in people] for place in range(KNOWN)]
    traits = zip(*anonymous(numbered), strict=True)
    veil = Veils([ANSWER], [0] * len(people))
    for one in people:
        veil.learn(_closed(one))
    veil.settle()
    return [
        (*(str(code - 1) if code else "" for code in trait), str(veil.cells(row, _closed(one), {})[0] or ""))
        for row, (trait, one) in enumerate(zip(traits, people, strict=True))
    ]


def _tables(town: Town) -> list[Bound]:
    return [bound for view in _views(3) for bound in _as_published(town, view)]


def _closed(person: Person) -> dict[str, list[str]]:
    return {"answer": [person[KNOWN]]} if person[KNOWN] else {}


def _fits(row: Row, person: Person) -> bool:
    return all(cell in ("", known) for cell, known in zip(row, person, strict=True))


class _Attacker:
    """How many rows of each sort may be people of each kind, as far as file and tables allow it."""

    def __init__(self, rows: Sequence[Row], bounds: Sequence[Bound]) -> None:
        self.sorts = Counter(rows)
        self.pairs = [(sort, number) for sort in self.sorts for number, kind in enumerate(KINDS) if _fits(sort, kind)]
        places = {pair: place for place, pair in enumerate(self.pairs)}
        whole = np.zeros((len(self.sorts), len(self.pairs)))
        for line, sort in enumerate(self.sorts):
            for number in range(len(KINDS)):
                if (sort, number) in places:
                    whole[line, places[sort, number]] = 1
        said = np.array([[bound.weights[number] for _, number in self.pairs] for bound in bounds])
        counts = list(self.sorts.values())
        self.told = [
            LinearConstraint(whole, counts, counts),
            LinearConstraint(said, [bound.low for bound in bounds], [bound.high for bound in bounds]),
        ]

    def rows_of(self, person: Person) -> int:
        """How many rows may be somebody's whose traits are these, whatever the answer."""
        return sum(count for sort, count in self.sorts.items() if self._may_be(sort, person))

    def _may_be(self, sort: Row, person: Person) -> bool:
        kinds = {number for number, kind in enumerate(KINDS) if kind[:KNOWN] == person[:KNOWN]}
        wanted = np.array([one == sort and number in kinds for one, number in self.pairs], float)
        if not wanted.any():
            return False
        there = LinearConstraint(wanted[None, :], 1, np.inf)
        integers = np.ones(len(self.pairs))
        found = milp(np.zeros(len(self.pairs)), constraints=[*self.told, there], integrality=integers, bounds=Bounds(0))
        return bool(found.success)


@pytest.mark.parametrize(("size", "seed"), [(12, 0), (24, 1), (40, 2), (40, 3), (60, 4)])
def test_file_and_tables_together_leave_five_rows_to_everybody(size: int, seed: int) -> None:
    town = _town(size, seed, skew=1.8)
    attacker = _Attacker(_file(town), _tables(town))
    rare = Counter(one[:KNOWN] for one in town.people[: town.figures.everyone.bit_count()])
    people = sorted(rare, key=lambda one: rare[one])[:4]
    assert people
    for person in people:
        assert attacker.rows_of((*person, "")) >= FEWEST


def test_the_same_attacker_finds_who_is_not_blanked() -> None:
    town = _town(40, 2, skew=1.8)
    bare = town.people[: town.figures.everyone.bit_count()]
    attacker = _Attacker(bare, _tables(town))
    assert min(attacker.rows_of((*one[:KNOWN], "")) for one in bare) < FEWEST


TRAITS: Final = {"language": 3, "age": 4, "part": 2}


def _figures(people: Sequence[tuple[int, ...]], count: int) -> Figures:
    members: dict[tuple[str, str], int] = {}
    for number, person in enumerate(people):
        for facet, value in zip(TRAITS, person, strict=True):
            members[facet, str(value)] = members.get((facet, str(value)), 0) | 1 << number
    facets = {key: Facet(key, "person", key, {str(n): str(n) for n in range(most)}) for key, most in TRAITS.items()}
    return Figures(facets, members, (1 << count) - 1, b"secret")


def _rows(plan: Plan | None) -> dict[int, tuple[Any, ...]]:
    """Number of the response → what its row says of the person."""
    if plan is None:
        return {}
    blurred = blurred_of(plan)
    return {number: tuple(blurred.before(row)[1:]) for row, number in enumerate(plan.order)}


@given(
    st.lists(st.tuples(*(st.integers(0, most - 1) for most in TRAITS.values())), min_size=200, max_size=200),
    st.lists(st.integers(0, 40), min_size=4, max_size=4).map(sorted),
    st.booleans(),
)
@settings(max_examples=25, deadline=None)
def test_files_side_by_side_show_nobody_who_came(
    people: list[tuple[int, ...]], moments: list[int], ended: bool
) -> None:
    """Old rows stay as they were, and every combination of traits of the new ones has five of these."""
    files: list[int] = []
    before: dict[int, tuple[Any, ...]] = {}
    for moment in moments:
        plan = plan_export(_figures(people, moment * STEP), Before(files=files, growing=not ended), [], texts=False)
        after = _rows(plan)
        assert all(after[number] == told for number, told in before.items())
        came = Counter(told for number, told in after.items() if number not in before)
        assert min(came.values(), default=FEWEST) >= FEWEST
        if plan is not None:
            files.append(members_of(worn_down(packed(plan))))
            before = after


def test_without_steps_newcomers_would_stand_alone() -> None:
    """If a file simply grew with the figures, by five."""
    kinds = list(product(*map(range, TRAITS.values())))
    people = [kinds[number * 7 % len(kinds)] for number in range(200)]
    told = zip(*anonymous([[one[place] + 1 for one in people] for place in range(len(TRAITS))]), strict=True)
    assert min(Counter(list(told)[-STEP:]).values()) < FEWEST


def _look(watched: Watched, people: Sequence[tuple[int, ...]], files: Sequence[int]) -> tuple[Plan | None, list[int]]:
    """A file of the campaign after its end, and who of the people has which row."""
    by_number = {entry.number: one.int for one, entry in watched.entries.items()}
    numbered = [people[by_number.get(number, 0)] for number in range(max(by_number) + 1)]
    figures = replace(_figures(numbered, 0), everyone=whole(watched.of(VALID, SIDE)))
    seen = [entry.number for entry in watched.entries.values() if entry.seen]
    plan = plan_export(figures, Before(files=files, seen=seen), [], texts=False)
    return plan, [by_number[number] for number in plan.order] if plan else []


@given(
    st.integers(0, 99),
    st.lists(st.sets(st.integers(0, 79), max_size=6), min_size=1, max_size=3),
    st.integers(1, 10),
)
@settings(max_examples=40, deadline=None)
def test_files_side_by_side_show_nobody_who_came_though_others_took_theirs_back(
    seed: int, leaving: list[set[int]], pace: int
) -> None:
    """Whoever has to be put into another five gets another number, and is no newcomer for that."""
    drawn = random.Random(seed)
    people = [tuple(map(drawn.randrange, TRAITS.values())) for _ in range(80)]
    watched = Watched()
    watched.happen(dict.fromkeys(range(40), "a"))
    files, known = list[int](), dict[int, int]()
    for time, left in enumerate([set[int](), *leaving]):
        watched.happen({40 + time * pace + place: "a" for place in range(pace)} | dict.fromkeys(left, ""))
        plan, rows = _look(watched, people, files)
        told = {} if plan is None else dict(zip(rows, _rows(plan).values(), strict=True))
        came = Counter(told[one] for one in rows if one not in known)
        assert min(came.values(), default=FEWEST) >= FEWEST
        if plan is not None:
            numbers = dict(zip(rows, plan.order, strict=True))
            assert (known | numbers).items() >= known.items(), "nobody has two rows"
            known |= numbers
            files.append(members_of(worn_down(packed(plan))))


def _set(*numbers: int) -> int:
    return sum(1 << number for number in numbers)


def test_newcomers_are_a_step_of_their_own_and_few_wait() -> None:
    everyone, old = (1 << 50) - 1, (1 << 40) - 1
    assert steps_of(everyone, [], growing=True) == [everyone]
    assert steps_of(everyone, [old], growing=True) == [old]
    assert steps_of(everyone, [old], growing=False) == [old, everyone & ~old]
    assert steps_of((1 << 60) - 1, [old], growing=True) == [old, ((1 << 60) - 1) & ~old]
    assert steps_of(_set(1, 2, 3, 4), [], growing=False) == []
    assert steps_of(everyone, [], seen=_set(7), growing=True) == [everyone]
    assert steps_of(everyone, [old], seen=_set(7, 45), growing=False) == [old, everyone & ~old & ~_set(45)]
    assert steps_of(everyone, [old, _set(45, 46, 47, 48), old], growing=True) == [old], "four stand for nobody"


def test_a_file_has_the_people_of_the_figures() -> None:
    figures = _figures([(0, 0, 0)] * 60, 50)
    assert set(_rows(plan_export(figures, Before(gone=[7]), [], texts=False))) == {*range(50)} - {7}
    assert plan_export(replace(figures, everyone=0), Before(), [], texts=False) is None
