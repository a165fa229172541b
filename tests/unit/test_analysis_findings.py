"""What people's numbers, the department's answers and facts add up to."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.domain.assessing import STANCES, Stance
from services.analysis.domain.counts import ENOUGH, told_share
from services.analysis.domain.facts import FULL, PRECONDITION, Fact
from services.analysis.domain.findings import (
    KEPT,
    Finding,
    Parts,
    Rating,
    Share,
    Told,
    Voice,
    by_worry,
    find,
    share_of,
    trend_between,
    worst_of,
)

EARLY = "early-information"
DAY = date(2026, 11, 23)


def _voices(count: int, stance: Stance) -> list[Voice]:
    """The department's."""
    return [Voice(UUID(int=number), EARLY, stance) for number in range(count)]


def _ratings(count: int, number: int, first: int = 100) -> list[Rating]:
    """The department's."""
    return [Rating(UUID(int=one), EARLY, number) for one in range(first, first + count)]


def _fact(kept: bool | None, weight: float = FULL, key: str = "lead") -> Fact:
    return Fact(key=key, standard=EARLY, count=42, kept=kept, source="campaign", on=DAY, weight=weight)


def _finding(told: Told, *facts: Fact, voices: list[Voice] | None = None, ratings: Any = ()) -> Finding:
    (found,) = find({EARLY: told}, voices or [], ratings, facts)
    return found


def _told(kept: int = 0, partly: int = 0, not_kept: int = 0, **more: Any) -> Told:
    """By default everybody ticks."""
    parts = Parts(kept, partly, not_kept)
    return Told(**{"whole": parts, "ticked": parts, **more})


def _sides(found: Finding) -> list[tuple[str, ...]]:
    return [(one.one.who, *(other.who for other in one.others)) for one in found.contradictions]


FIVES = st.integers(0, 40).map(lambda number: number * 5)
PARTS = st.builds(Parts, FIVES, FIVES, FIVES)
FACTS = st.lists(st.builds(_fact, st.sampled_from([True, False, None]), st.sampled_from([FULL, PRECONDITION])))
OFFICE_VOICES = st.lists(
    st.builds(Voice, st.integers(0, 9).map(lambda n: UUID(int=n)), st.just(EARLY), st.sampled_from(STANCES))
)
OFFICE_RATINGS = st.lists(
    st.builds(Rating, st.integers(0, 9).map(lambda n: UUID(int=n)), st.just(EARLY), st.integers(1, 5))
)


@given(PARTS, FACTS)
def test_of_too_few_there_is_no_share_no_state_and_no_strength(parts: Parts, facts: list[Fact]) -> None:
    found = _finding(Told(whole=parts, ticked=parts), *facts)
    few = parts.base < ENOUGH
    assert (found.whole.share is None) == (found.strength == "none") == few
    assert found.state == "open" or not few


@given(PARTS, FACTS)
def test_shares_stay_within_their_bounds(parts: Parts, facts: list[Fact]) -> None:
    found = _finding(Told(whole=parts), *facts)
    whole = found.whole
    if whole.share is not None and found.with_facts is not None:
        assert 0 <= whole.low <= whole.share <= whole.high <= 1
        assert -1e-9 <= found.with_facts <= 1 + 1e-9
        assert abs(found.with_facts - whole.share) <= sum(fact.evidence for fact in facts) / whole.voices + 1e-9


@given(PARTS, OFFICE_VOICES, OFFICE_RATINGS)
def test_what_the_department_says_changes_nothing_of_what_people_say(
    parts: Parts, voices: list[Voice], ratings: list[Rating]
) -> None:
    alone, both = _finding(_told(*_each(parts))), _finding(_told(*_each(parts)), voices=voices, ratings=ratings)
    for name in ("state", "trend", "whole", "counts", "checks", "mean", "weeks"):
        assert getattr(both, name) == getattr(alone, name), name
    assert alone.department is None
    assert bool(both.department) == bool(voices or ratings)
    if office := both.department:
        assert 0 <= office.agreeing <= office.voices
        assert (office.share is None) == (office.voices == 0)
        if office.voices == office.agreeing > 0:
            assert office.share is not None
            assert office.share >= KEPT - 1e-9


def _each(parts: Parts) -> tuple[int, int, int]:
    return parts.kept, parts.partly, parts.not_kept


@given(PARTS, PARTS)
def test_no_part_is_ever_larger_than_the_whole(some: Parts, whole: Parts) -> None:
    within = some.within(whole)
    assert all(one <= other for one, other in zip(_each(within), _each(whole), strict=True))
    assert within.base == sum(_each(within)) <= whole.base


@pytest.mark.parametrize(("parts", "state"), [((50, 0, 5), "kept"), ((20, 10, 25), "partly"), ((5, 5, 45), "not_kept")])
def test_a_state_follows_from_the_share(parts: tuple[int, int, int], state: str) -> None:
    assert _finding(_told(*parts)).state == state


@pytest.mark.parametrize("parts", [(15, 0, 5), (5, 0, 15), (10, 0, 10), (20, 0, 10)])
def test_what_the_range_leaves_in_doubt_is_open(parts: tuple[int, int, int]) -> None:
    found = _finding(_told(*parts))
    assert found.whole.share is not None
    assert found.whole.low < 0.5 < found.whole.high
    assert found.state == "open"


def test_the_range_knows_that_the_numbers_are_rounded() -> None:
    narrow, wide = share_of(Parts(0, 0, 200)), share_of(Parts(0, 0, 20))
    assert wide.doubt > narrow.doubt > 0
    assert wide.high > 0.3, "four who say otherwise may be hidden"


def test_the_middle_of_a_scale_counts_half() -> None:
    assert share_of(Parts(10, 20, 10)).share == 0.5
    assert share_of(Parts(0, 40, 0)).share == 0.5


def test_evidence_is_strong_by_number_range_and_more_than_one_side() -> None:
    wrote = Parts(0, 0, 20)
    assert _finding(_told(0, 0, 60)).strength == "medium", "only ticked"
    assert _finding(_told(0, 0, 60, said=wrote)).strength == "strong"
    assert _finding(_told(0, 0, 60), ratings=_ratings(1, 5)).strength == "strong", "the other side spoke"
    assert _finding(_told(15, 0, 15, said=wrote)).strength == "medium"
    assert _finding(_told(0, 0, 25, said=wrote)).strength == "weak"
    unread = _told(0, 0, 60, ticked=Parts(), said=Parts(0, 0, 60), counts={"not_met": 60}, checks={"not_met": 0.1})
    assert _finding(unread, ratings=_ratings(1, 5)).strength == "weak", "a program read it, and nobody looked"


def test_facts_weigh_little_beside_people_and_make_no_finding_alone() -> None:
    assert _finding(Told(), _fact(True), _fact(True)).state == "open"
    found = _finding(_told(0, 0, 20), _fact(True), _fact(True, PRECONDITION), _fact(None))
    assert found.whole.share == 0
    assert found.with_facts == pytest.approx(1.5 / 21.5)
    assert (found.state, found.tipped) == ("not_kept", False)


def test_it_is_said_when_facts_tip_a_finding() -> None:
    found = _finding(_told(80, 0, 40, said=Parts()), _fact(True), _fact(True, key="ways"))
    assert (found.state, found.tipped) == ("kept", False)
    assert _finding(_told(65, 0, 35), *[_fact(True)] * 6).tipped


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        (None, Parts(50, 0, 50), "unknown"),
        (Parts(10, 0, 0), Parts(50, 0, 50), "unknown"),
        (Parts(80, 0, 20), Parts(20, 0, 80), "worse"),
        (Parts(20, 0, 80), Parts(80, 0, 20), "better"),
        (Parts(500, 0, 500), Parts(510, 0, 490), "steady"),
        (Parts(10, 0, 10), Parts(15, 0, 10), "unclear"),
    ],
)
def test_better_is_only_what_is_more_than_its_doubt(before: Parts | None, after: Parts, direction: str) -> None:
    assert trend_between(share_of(before) if before else None, share_of(after)).direction == direction
    if before:
        assert _finding(_told(1, early=before, late=after)).trend.direction == direction


def test_department_and_participants_may_contradict_each_other() -> None:
    found = _finding(_told(0, 5, 40, mean=2.0), ratings=_ratings(5, 5))
    (one,) = found.contradictions
    assert (one.one.who, one.one.count, one.one.agreeing, one.one.mean) == ("department", 5, 5, 5.0)
    (other,) = one.others
    assert (other.who, other.count, other.mean) == ("ticked", 45, 2.0)
    assert found.state == "not_kept"


def test_a_department_that_writes_is_held_against_everything_people_say() -> None:
    wrote = Parts(0, 0, 20)
    assert _sides(_finding(Told(whole=wrote, said=wrote), voices=_voices(1, "met"))) == [("department", "people")]
    few = Parts(0, 0, 15)
    assert _sides(_finding(Told(whole=few, said=few), voices=_voices(1, "met"))) == [], "too few participants"
    assert _sides(_finding(_told(20), voices=_voices(1, "met"))) == []


def test_what_people_tick_and_what_they_write_may_contradict_each_other() -> None:
    told = Told(whole=Parts(0, 40, 0), ticked=Parts(40, 0, 0), said=Parts(0, 0, 40), mean=5.0)
    found = _finding(told)
    assert _sides(found) == [("ticked", "said")]
    assert found.contradictions[0].one.mean == 5.0
    assert _sides(_finding(Told(whole=Parts(15, 0, 15), ticked=Parts(15), said=Parts(0, 0, 15)))) == []


def test_a_difference_that_both_may_be_off_by_is_no_contradiction() -> None:
    told = Told(whole=Parts(20, 0, 20), ticked=Parts(15, 0, 10), said=Parts(5, 0, 15))
    assert _sides(_finding(told)) == []


def test_a_fact_contradicts_whoever_says_the_opposite() -> None:
    late, office = _told(0, 0, 25), _voices(2, "met")
    assert _sides(_finding(late, _fact(True), _fact(True, key="ways"))) == [("people", "fact", "fact")]
    assert _sides(_finding(late, _fact(True, PRECONDITION), _fact(False), _fact(None))) == []
    assert ("department", "fact") in _sides(_finding(late, _fact(False), voices=office))


def test_what_worries_most_comes_first() -> None:
    worst, worse = _finding(_told(0, 0, 100, said=Parts(0, 0, 20))), _finding(_told(0, 0, 25))
    partly = _finding(_told(25, 0, 25))
    doubtful, open_, kept = _finding(Told(), _fact(False)), _finding(Told()), _finding(_told(40))
    ordered = by_worry([open_, partly, doubtful, kept, worse, worst])
    assert ordered == [worst, worse, partly, kept, doubtful, open_]
    assert worst_of(ordered) == worst
    assert worst_of([open_, kept]) is None


def test_silence_is_nobody_and_nothing() -> None:
    assert _finding(Told()).is_silent
    assert not _finding(Told(), _fact(None)).is_silent
    assert not _finding(Told(counts={"suggestion": 5})).is_silent
    assert not _finding(Told(), voices=_voices(1, "suggestion")).is_silent


@pytest.mark.parametrize(("count", "base", "share"), [(5, 15, None), (0, 0, None), (5, 20, 0.25), (30, 25, 1.0)])
def test_shares_are_told_of_enough_people_only(count: int, base: int, share: float | None) -> None:
    assert told_share(count, base) == share
    assert share_of(Parts(not_kept=base)).share == (None if share is None else 0.0)
    assert isinstance(share_of(Parts()), Share)
