"""Sets are what was said, whatever came in whichever order; and who watches them change sees five change at least."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from services.analysis.results.domain.classes import month_classes, month_of, number_classes
from services.analysis.results.domain.disclosure import FEWEST, STEP
from services.analysis.results.domain.folding import CHUNK, PUBLIC, VALID, Said, joined, kept, keys_of, place_of
from services.analysis.results.operations.fold_figures import Before, fold
from services.analysis.results.storage.figures_rows import pieces_of

SIDE = "participants"
members = st.integers(0, 2 ** (3 * CHUNK) - 1)
#: What happens to a response: what it says from now on, or that it does not count any more.
happenings = st.lists(st.tuples(st.integers(0, 24), st.sampled_from(["a", "b", ""])), max_size=12)


class Watched:
    """A campaign as somebody sees it who looks after every change."""

    def __init__(self) -> None:
        self.sets: dict[tuple[int, tuple[str, str]], int] = {}
        self.known = 0
        self.numbers: dict[int, int] = {}
        self.says: dict[int, str] = {}
        self.due: set[int] = set()

    def of(self, facet: str, value: str) -> int:
        pieces = [(chunk, kept(one)) for (chunk, key), one in self.sets.items() if key == (facet, value)]
        return joined(pieces)

    def seen(self) -> dict[int, str]:
        """Number → what it says, of those who are counted."""
        public = self.of(PUBLIC, SIDE)
        return {
            number: value
            for value in "ab"
            for number in self.numbers.values()
            if (public & self.of("q.one", value)) >> number & 1
        }

    def happen(self, changes: Mapping[int, str]) -> None:
        """`changes`: response → what it says, or nothing."""
        self.says |= changes
        self.due |= set(changes)
        known = self.known
        for one in sorted(self.due - self.numbers.keys()):
            self.numbers[one], self.known = self.known, self.known + 1
        wanted = {self.numbers[one]: self._keys(self.says[one]) for one in self.due}
        public = {SIDE: self.of(PUBLIC, SIDE)}
        folded = fold(Before(self.sets, {SIDE: self.of(VALID, SIDE)}, public), wanted, known)
        self.due = {one for one in self.due if self.numbers[one] in folded.left}
        pieces = pieces_of(folded.public[SIDE], public[SIDE])
        self.sets |= {**folded.sets, **{(chunk, (PUBLIC, SIDE)): piece for chunk, piece in pieces.items()}}

    def _keys(self, value: str) -> set[tuple[str, str]]:
        said = Said(SIDE, "c", "de", "2026-11-23", "v", "form", {"one": [value]})
        return keys_of(said, ()) if value else set()


@settings(max_examples=150, deadline=None)
@given(st.lists(happenings, max_size=12))
def test_whoever_looks_after_every_change_sees_five_change_or_none(steps: list[list[tuple[int, str]]]) -> None:
    watched = Watched()
    for step in steps:
        before = watched.seen()
        watched.happen(dict(step))
        after = watched.seen()
        changed = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
        assert len(changed) == 0 or len(changed) >= FEWEST
        assert len(after) % STEP == 0


@settings(max_examples=150, deadline=None)
@given(st.lists(happenings, max_size=12))
def test_who_is_counted_says_what_was_said_and_who_left_is_gone_at_once(steps: list[list[tuple[int, str]]]) -> None:
    watched = Watched()
    for step in steps:
        watched.happen(dict(step))
        says = {watched.numbers[one]: value for one, value in watched.says.items() if value}
        seen = watched.seen()
        waiting = {watched.numbers[one] for one in watched.due}
        assert seen.keys() <= says.keys()
        assert {one: value for one, value in seen.items() if one not in waiting} == {
            one: says[one] for one in seen if one not in waiting
        }
        assert len(waiting) < FEWEST or not seen


def test_people_who_come_one_by_one_are_seen_by_fives() -> None:
    watched, counts = Watched(), []
    for number in range(17):
        watched.happen({number: "a"})
        counts.append(len(watched.seen()))
    assert counts == [0] * 4 + [5] * 5 + [10] * 5 + [15] * 3


def test_who_takes_a_response_back_takes_four_others_out_of_sight() -> None:
    watched = Watched()
    watched.happen(dict.fromkeys(range(20), "a"))
    watched.happen({3: ""})
    assert len(watched.seen()) == 15
    watched.happen({20: "b"})
    assert len(watched.seen()) == 20


@given(members, members)
def test_a_set_is_its_pieces(one: int, other: int) -> None:
    every = [(chunk, kept(one >> chunk * CHUNK & (1 << CHUNK) - 1)) for chunk in range(3)]
    assert joined(every) == one
    changed = pieces_of(one, other)
    assert all(other >> chunk * CHUNK & (1 << CHUNK) - 1 != piece for chunk, piece in changed.items())
    apart = {chunk for chunk in range(3) if (one ^ other) >> chunk * CHUNK & (1 << CHUNK) - 1}
    assert changed.keys() == apart


def test_the_place_of_a_number() -> None:
    assert place_of(CHUNK * 2 + 5) == (2, 5)


def test_of_a_ranking_counts_what_came_first() -> None:
    said = Said(
        SIDE, "c", "tr", date(2026, 11, 23).isoformat(), "v", "paper", {"first": ["b", "a"], "many": ["x", "y"]}
    )
    keys = keys_of(said, {"first"})
    assert {("q.first", "b"), ("q.many", "x"), ("q.many", "y"), ("answered", "first")} <= keys
    assert ("q.first", "a") not in keys


@given(st.dictionaries(st.integers(-50, 5_000), st.integers(1, 30), max_size=60))
def test_every_number_is_in_one_class_and_the_outer_ones_hold_five(counts: dict[int, int]) -> None:
    classes = number_classes({float(number): count for number, count in counts.items()})
    for number in counts if classes else ():
        assert sum(one.holds(number) for one in classes) == 1
    for end in (classes[0], classes[-1]) if classes else ():
        assert sum(count for number, count in counts.items() if end.holds(number)) >= FEWEST


def test_months_are_put_together_in_years_where_they_would_be_too_many() -> None:
    counts = {month_of(f"{year}-0{month}-15"): 5 for year in range(2020, 2027) for month in range(1, 7)}
    classes = month_classes({month: count for month, count in counts.items() if month is not None})
    assert [one.name for one in classes] == ["vor 2021", "2021", "2022", "2023", "2024", "2025", "ab 2026"]
