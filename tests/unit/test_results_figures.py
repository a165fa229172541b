"""Sets are what was said, whatever came in whichever order; and whoever looks twice sees five changed at least."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from services.analysis.results.domain.classes import month_classes, month_of, number_classes
from services.analysis.results.domain.disclosure import FEWEST, STEP
from services.analysis.results.domain.figures import Facet, Figures, Filter
from services.analysis.results.domain.fives import (
    Entry,
    Register,
    Turnover,
    disband,
    members_of,
    numbers_of,
    seat,
    turn_over,
    whole,
)
from services.analysis.results.domain.folding import CHUNK, VALID, Key, Said, joined, kept, keys_of, place_of
from services.analysis.results.domain.views import channels_of
from services.analysis.results.operations.fold_figures import Before, Folded, Wanted, fold, wanted_of
from services.analysis.results.storage.targets import Aims
from services.analysis.results.web.pictures import funnel_of
from services.analysis.results.web.viewing import View
from services.analysis.storage.tables import Campaign

SIDE = "participants"
members = st.integers(0, 2 ** (3 * CHUNK) - 1)
#: What happens to a response: what it says from now on, or that it does not count any more.
happenings = st.dictionaries(st.integers(0, 39), st.sampled_from(["a", "a", "b", ""]), max_size=12)
campaigns = st.tuples(
    st.integers(0, 40).map(lambda count: dict.fromkeys(range(count), "a")), st.lists(happenings, max_size=15)
).map(lambda both: [both[0], *both[1]])


class Watched:
    """A campaign, and everything that can be seen of it."""

    def __init__(self) -> None:
        self.pieces: dict[int, dict[Key, int]] = {}
        self.opened: Mapping[str, int] = {}
        self.next_number = 0
        self.entries: dict[UUID, Entry] = {}
        self.steps: dict[int, set[bytes]] = {}
        self.shown: dict[int, int] = {}
        self.said_count = 0
        self.says: dict[UUID, str] = {}
        self.due: list[UUID] = []
        self.looks: list[dict[UUID, str]] = [{}]

    def of(self, facet: str, value: str) -> int:
        return joined((chunk, kept(piece.get((facet, value), 0))) for chunk, piece in self.pieces.items())

    def seen(self) -> dict[UUID, str]:
        """What those say who are shown."""
        shown = whole(self.of(VALID, SIDE))
        by_number = {entry.number: one for one, entry in self.entries.items()}
        return {by_number[n]: value for value in "ab" for n in numbers_of(shown & self.of("q.one", value))}

    def happen(self, changes: Mapping[int, str]) -> None:
        """`changes`: response → what it says, or nothing."""
        self.says |= {UUID(int=one): value for one, value in changes.items()}
        self.due = list(dict.fromkeys([*self.due, *(UUID(int=one) for one in changes)]))
        said = {one: self._said(value) for one, value in self.says.items() if value}
        known = {one: self.entries[one] for one in self.due if one in self.entries}
        register = Register({SIDE: self.of(VALID, SIDE)}, self.opened, self.next_number)
        turnover = turn_over(register, self.due, {one: SIDE for one in self.due if one in said}, known)
        numbers = turnover.register.waiting(SIDE, 100)
        seated = seat(turnover, {SIDE: {one: entry for one, entry in self.entries.items() if entry.number in numbers}})
        folded = self._fold(wanted_of(known, seated, said, ()))
        while members := self._shown_again(folded):
            lowest = numbers_of(members, STEP)
            people = {one: entry for one, entry in self.entries.items() if entry.number in lowest}
            known |= people
            seated = disband(seated, people)
            folded = self._fold(wanted_of(known, seated, said, ()))
        self._write(seated, folded)
        self.looks.append(self.seen())

    def _fold(self, wanted: Wanted) -> Folded:
        return fold(Before(self.pieces, {SIDE: self.of(VALID, SIDE)}, self.steps), wanted)

    def _shown_again(self, folded: Folded) -> int:
        _, now = folded.shown.get(SIDE, (0, 0))
        again = now and now in self.shown and (folded.before or self.shown[now] != self.said_count)
        return now if again else 0

    def _write(self, seated: Turnover, folded: Folded) -> None:
        self.opened, self.next_number = seated.register.opened, seated.register.next_number
        self.entries = {one: entry for one, entry in self.entries.items() if one not in seated.dropped}
        self.entries |= seated.entries
        assert len({entry.number for entry in self.entries.values()}) == len(self.entries)
        self.due = [one for one in self.due if one in self.entries and self.entries[one].number in folded.left]
        for (chunk, key), piece in folded.sets.items():
            self.pieces.setdefault(chunk, {})[key] = piece
        if SIDE in folded.shown:
            self.shown[folded.shown[SIDE][0]] = self.said_count
        self.said_count += bool(folded.before)
        for number, digest in folded.before.items():
            self.steps.setdefault(number, set()).add(digest)

    def _said(self, value: str) -> Said:
        return Said(SIDE, "c", "de", "2026-11-23", "v", "form", {"one": [value]})


def apart(one: Mapping[UUID, str], other: Mapping[UUID, str]) -> int:
    return sum(one.get(person) != other.get(person) for person in one.keys() | other.keys())


@settings(max_examples=150, deadline=None)
@given(campaigns)
def test_any_two_looks_at_a_campaign_differ_by_five_people_or_none(steps: list[dict[int, str]]) -> None:
    watched = Watched()
    for step in steps:
        watched.happen(step)
        now = watched.looks[-1]
        assert len(now) % STEP == 0
        assert all(apart(now, before) not in range(1, FEWEST) for before in watched.looks)


@settings(max_examples=150, deadline=None)
@given(campaigns)
def test_who_is_counted_says_what_was_said_and_who_left_is_gone_at_once(steps: list[dict[int, str]]) -> None:
    watched = Watched()
    for step in steps:
        watched.happen(step)
        says = {one: value for one, value in watched.says.items() if value}
        seen = watched.seen()
        assert seen.keys() <= says.keys()
        assert all(says[one] == value for one, value in seen.items() if one not in watched.due)


def test_people_who_come_one_by_one_are_seen_by_fives() -> None:
    watched, counts = Watched(), []
    for number in range(17):
        watched.happen({number: "a"})
        counts.append(len(watched.seen()))
    assert counts == [0] * 4 + [5] * 5 + [10] * 5 + [15] * 3


def test_who_takes_a_response_back_takes_four_others_out_of_sight_until_enough_new_ones_come() -> None:
    watched = Watched()
    watched.happen(dict.fromkeys(range(20), "a"))
    watched.happen({3: ""})
    assert {one.int for one in watched.seen()} == set(range(5, 20))
    for number, count in ((20, 15), (21, 15), (22, 20), (23, 20), (24, 20), (25, 25)):
        watched.happen({number: "b"})
        assert len(watched.seen()) == count


def test_of_many_who_leave_after_the_end_few_others_stay_out_of_sight() -> None:
    watched = Watched()
    watched.happen(dict.fromkeys(range(200), "a"))
    for number in range(0, 195, 5):
        watched.happen({number: ""})
    assert len(watched.seen()) >= 200 - 39 - 4 * FEWEST


def test_changes_wait_until_five_say_what_they_have_not_said_before() -> None:
    watched = Watched()
    watched.happen(dict.fromkeys(range(10), "a"))
    watched.happen(dict.fromkeys(range(4), "b"))
    assert set(watched.seen().values()) == {"a"}
    watched.happen({4: "b"})
    assert list(watched.seen().values()).count("b") == 5
    watched.happen({**dict.fromkeys(range(4), "a"), 5: "b"})  # else three looks ago would be two people away
    assert list(watched.seen().values()).count("b") == 5
    watched.happen(dict.fromkeys(range(6, 10), "b"))
    assert list(watched.seen().values()).count("b") == 6


@given(st.sets(st.integers(0, 3 * CHUNK)))
def test_a_set_is_its_numbers(numbers: set[int]) -> None:
    found = members_of(numbers)
    assert numbers_of(found) == sorted(numbers)
    assert numbers_of(found, 3) == sorted(numbers)[:3]
    fives = [five for five in range(3 * CHUNK // STEP + 1) if set(range(five * STEP, five * STEP + STEP)) <= numbers]
    assert numbers_of(whole(found)) == [five * STEP + place for five in fives for place in range(STEP)]


@given(members)
def test_a_set_is_its_pieces(one: int) -> None:
    assert joined((chunk, kept(one >> chunk * CHUNK & (1 << CHUNK) - 1)) for chunk in range(3)) == one


def test_the_place_of_a_number() -> None:
    assert place_of(CHUNK * 2 + 5) == (2, 5)


def test_of_a_ranking_counts_what_came_first() -> None:
    said = Said(
        SIDE, "c", "tr", date(2026, 11, 23).isoformat(), "v", "paper", {"first": ["b", "a"], "many": ["x", "y"]}
    )
    keys = keys_of(said, {"first"})
    assert {("q.first", "b"), ("q.many", "x"), ("q.many", "y"), ("answered", "first")} <= keys
    assert ("q.first", "a") not in keys


def test_channels_that_filters_choose_by_are_known_unless_something_else_chooses_too() -> None:
    origins = {
        ("place", "Markt"): ("channel", frozenset({"A", "B"})),
        ("language", "tr"): ("written", frozenset({"tr"})),
    }
    place, language = Filter("place", ("Markt",)), Filter("language", ("tr",))
    assert channels_of([place], origins) == frozenset({"A", "B"})
    assert channels_of([place, Filter("channel", ("B", "C"))], origins) == frozenset({"B"})
    assert channels_of([place, language], origins) is None
    assert channels_of([], origins) is None


@pytest.mark.parametrize("filters", [(), (Filter("channel", ("A",)),)])
def test_with_which_visit_a_funnel_goes_up_a_step_is_not_known(filters: tuple[Filter, ...]) -> None:
    channel = Facet("channel", "way", "Zugang", {"A": "A"})
    steps = set()
    for secret in range(60):
        figures = Figures({"channel": channel}, {}, 0, bytes([secret]))
        view = View(Campaign(), figures, filters, ())
        found = (funnel_of(view, Aims(0, count, count, visits={"A": (count, count)})) for count in range(20))
        tops = [told.base if told else 0 for told in found]
        assert all(abs(top - count) <= STEP for count, top in enumerate(tops))
        steps.add(next(count for count, top in enumerate(tops) if top >= 2 * STEP))
    assert steps >= set(range(5, 11)), "and higher where both are drawn so"


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


def test_what_is_remembered_belongs_to_these_figures_only() -> None:
    facet = Facet("way", "question", "Weg", {"bus": "Bus", "foot": "zu Fuß"})
    members = {("way", "bus"): (1 << 10) - 1, ("way", "foot"): ((1 << 10) - 1) << 10}
    figures = Figures({"way": facet}, members, (1 << 20) - 1, b"secret")
    only = [Filter("way", ("bus",))]
    before = figures.count(only), figures.breakdown("way", only)
    assert (figures.count(only), figures.breakdown("way", only)) == before
    nobody = replace(figures, members={})
    assert nobody.count(only) == nobody.breakdown("way").base == 0
    assert figures == replace(figures)
