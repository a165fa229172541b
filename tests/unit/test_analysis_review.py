"""What people decide, what counts then, what is asked next, and how far two people agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.domain.agreement import FEW, Agreement, agree, cohens_kappa
from services.analysis.domain.assessing import STANCES, Stance, state_of, touched
from services.analysis.domain.ledger import make_ledger
from services.analysis.domain.marking import Mark, grade_of, read_mark, whole_words
from services.analysis.domain.queue import LONG, Candidate, first_of, silence, weight, worth
from services.analysis.domain.reviewing import Considered, Decision, Subject, consider, in_force, verdict_on
from services.analysis.tagger.examples import Example, load_examples

PASSAGE = UUID(int=1)
START = datetime(2026, 11, 23, 8, tzinfo=UTC)
STANDARDS = ("early-information", "respect-fairness", "privacy-protection")


def _claim(standard: str = "early-information", stance: Stance = "not_met", confidence: float = 0.6) -> Considered:
    return Considered(PASSAGE, standard, stance, confidence, start=0, end=5)


def _decision(number: int, claim: Considered | None, outcome: tuple[str, Stance] | None, by: int = 1) -> Decision:
    """The number-th decision about a claim (None: that the passage bears on nothing)."""
    subject = Subject(PASSAGE, claim.standard, claim.stance) if claim else Subject(PASSAGE, None, None)
    told: dict[str, Any] = {}
    if outcome:
        told = {"standard": outcome[0], "stance": outcome[1], "start": 0, "end": 5}
    told |= {"id": UUID(int=number), "by": UUID(int=by), "at": START + timedelta(minutes=number)}
    return Decision(subject=subject, verdict="changed" if outcome else "rejected", **told)


def _added(number: int, standard: str = "early-information", by: int = 1, stance: Stance = "met") -> Decision:
    told: dict[str, Any] = {"id": UUID(int=number), "by": UUID(int=by), "at": START + timedelta(minutes=number)}
    subject = Subject(PASSAGE, standard, stance)
    return Decision(subject=subject, verdict="added", standard=standard, stance=stance, start=0, end=5, **told)


def test_where_nobody_decided_the_claim_stands_as_sure_as_the_tagger_is() -> None:
    assert consider([_claim()], []) == [_claim()]


def test_the_latest_decision_counts_in_full() -> None:
    rejected, changed = _decision(1, _claim(), None), _decision(2, _claim(), ("respect-fairness", "met"))
    assert consider([_claim()], [rejected]) == []
    (found,) = consider([_claim()], [changed, rejected])
    assert (found.standard, found.stance, found.confidence, found.reviewed) == ("respect-fairness", "met", 1.0, True)
    assert [one.id for one in in_force([changed, rejected])] == [changed.id]


def test_a_claim_changed_into_another_is_counted_once() -> None:
    claims = [_claim(), _claim("respect-fairness", "met")]
    found = consider(claims, [_decision(1, claims[0], ("respect-fairness", "met"))])
    assert [(one.standard, one.reviewed) for one in found] == [("respect-fairness", True)]


def test_that_there_is_nothing_takes_back_what_was_added_before_and_not_after() -> None:
    nothing = _decision(2, None, None)
    assert consider([], [_added(1), nothing]) == []
    assert len(consider([], [_added(3), nothing])) == 1


def test_a_verdict_is_named_by_what_it_changes() -> None:
    assert verdict_on(_claim(), "early-information", "not_met", 0, 5) == "accepted"
    assert verdict_on(_claim(), "early-information", "not_met", 0, 4) == "changed"
    assert verdict_on(None, "early-information", "not_met", 0, 4) == "added"


class Office:
    """One campaign in memory: everything that may happen to its responses, in any order."""

    def __init__(self, count: int) -> None:
        self.texts = {number: "Mehr Bäume!" if number % 3 else "…" for number in range(count)}
        self.claims: dict[int, list[Considered]] = {}
        self.decisions: dict[int, list[Decision]] = {number: [] for number in self.texts}
        self.excluded: set[int] = set()
        self.clock = 0

    def assess(self, number: int, claims: list[Considered]) -> None:
        self.claims[number] = claims

    def review(self, number: int, subject: Considered, outcome: tuple[str, Stance] | None) -> None:
        self.clock += 1
        self.decisions[number].append(_decision(self.clock, subject, outcome))

    def undo(self, number: int) -> None:
        if self.decisions[number]:
            self.decisions[number].pop()

    def exclude(self, number: int) -> None:
        self.excluded ^= {number}

    def state(self, number: int) -> str:
        if number not in self.claims:
            return "waiting"
        return "excluded" if number in self.excluded else state_of([self.texts[number]], self.considered(number))

    def considered(self, number: int) -> list[Considered]:
        return consider(self.claims[number], self.decisions[number])


CLAIMS = st.builds(
    _claim, st.sampled_from(STANDARDS), st.sampled_from(STANCES), st.floats(0, 1, allow_nan=False, exclude_min=True)
)
OUTCOMES = st.none() | st.tuples(st.sampled_from(STANDARDS), st.sampled_from(STANCES))
NUMBERS = st.integers(0, 5)
STEPS = st.lists(
    st.tuples(st.just("assess"), NUMBERS, st.lists(CLAIMS, max_size=4))
    | st.tuples(st.just("review"), NUMBERS, CLAIMS, OUTCOMES)
    | st.tuples(st.sampled_from(["undo", "exclude"]), NUMBERS),
    max_size=60,
)


@given(STEPS)
def test_no_response_is_ever_dropped_or_counted_twice(steps: list[tuple[Any, ...]]) -> None:
    office = Office(6)
    for verb, *values in steps:
        getattr(office, verb)(*values)
        ledger = make_ledger(Counter(map(office.state, office.texts)))
        assert ledger.received == 6
        assert ledger.excluded == len(office.excluded & set(office.claims))
        tagged = [number for number in office.texts if office.state(number) == "tagged"]
        assert all(touched(office.considered(number)) for number in tagged)


@given(st.lists(CLAIMS, max_size=5), st.lists(st.tuples(CLAIMS, OUTCOMES), max_size=8))
def test_what_is_considered_stands_once_per_standard_and_stance(
    claims: list[Considered], said: list[tuple[Considered, tuple[str, Stance] | None]]
) -> None:
    decisions = [_decision(number, claim, outcome) for number, (claim, outcome) in enumerate(said)]
    found = consider(claims, decisions)
    assert len({(one.standard, one.stance) for one in found}) == len(found)
    assert consider(claims, list(reversed(decisions))) == found, "the order in which rows are read does not matter"
    shown = {(one.standard, one.stance) for one in found}
    for claim, outcome in said[-1:]:
        assert outcome is None or outcome in shown
        assert all(not one.reviewed or one.confidence == 1 for one in found), claim


def _candidate(**more: Any) -> Candidate:
    given = {"passage_id": PASSAGE, "tag_id": UUID(int=9), "standard": "respect-fairness", "doubt": 0.5, "length": 50}
    return Candidate(**{**given, "asked": False, "touched_count": 10, "days_left": 60, **more})


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"doubt": 0.9}, {"doubt": 0.4}),
        ({"touched_count": 0}, {"touched_count": 50}),
        ({"days_left": 3}, {"days_left": 40}),
        ({"asked": True}, {}),
        ({}, {"standard": None, "doubt": 0.9, "length": LONG}),
    ],
    ids=["doubt", "rare", "urgent", "asked", "tagged"],
)
def test_what_helps_more_comes_first(better: dict[str, Any], worse: dict[str, Any]) -> None:
    one, other = _candidate(**better), _candidate(**worse)
    assert worth(one) > worth(other)
    assert first_of([other, one]) == one
    assert first_of([]) is None


@given(st.integers(0, 10_000), st.integers(-1000, 1000), st.booleans())
def test_a_weight_stays_within_its_bounds(touched_count: int, days_left: int, asked: bool) -> None:
    assert 1 <= weight(touched_count, days_left, asked) <= 12


def test_a_short_text_without_tags_is_nobodys_business() -> None:
    assert silence(LONG - 1) == 0
    assert 0 < silence(LONG) < silence(400) < silence(5000) == 0.5


@given(st.text(max_size=80), st.integers(-5, 90), st.integers(-5, 90))
def test_a_mark_is_a_part_of_the_text_without_blanks_at_its_edges(text: str, first: int, last: int) -> None:
    mark = read_mark(text, "own", str(first), str(last))
    assert mark == read_mark(text, "", str(first), str(last))
    if mark:
        assert 0 <= first - 1 <= mark.start < mark.end <= last <= len(text)
        assert text[mark.start : mark.end].strip(" \n\t") == text[mark.start : mark.end]
        assert read_mark(text, mark.value, "", "") == mark


@pytest.mark.parametrize("chosen", ["1", "a-b", "1-2-3", "3-1", "0-99", "-1-2", "²-3", "own"])
def test_what_marks_nothing_is_no_mark(chosen: str) -> None:
    assert read_mark("Guten Tag", chosen, "", "") is None


def test_signs_are_counted_from_one_as_people_do() -> None:
    assert read_mark("🌳 Guten Tag", "own", "3", "7") == Mark(2, 7)


def test_every_share_has_a_word() -> None:
    assert [grade_of(share) for share in (0.9, 0.7, 0.5, 0.1)] == ["high", "fair", "low", "faint"]


def _pairs(yes_yes: int, yes_no: int, no_yes: int, no_no: int) -> list[tuple[str, str]]:
    kinds = [("y", "y")] * yes_yes + [("y", "n")] * yes_no + [("n", "y")] * no_yes
    return [*kinds, *([("n", "n")] * no_no)]


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        (_pairs(20, 5, 10, 15), 0.4),
        (_pairs(45, 15, 25, 15), 0.1304),
        (_pairs(25, 35, 5, 35), 0.2593),
        (_pairs(0, 5, 5, 0), -1.0),
    ],
    ids=["grants", "same-agreement-one", "same-agreement-two", "opposites"],
)
def test_kappa_has_its_known_values(pairs: list[tuple[str, str]], kappa: float) -> None:
    """The first three are the textbook's examples that are printed everywhere."""
    assert cohens_kappa(pairs) == pytest.approx(kappa, abs=5e-5)


LABELS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), min_size=1, max_size=60)


@given(LABELS)
def test_kappa_is_symmetric_and_within_its_bounds(pairs: list[tuple[str, str]]) -> None:
    kappa = cohens_kappa(pairs)
    assert kappa == cohens_kappa([(other, one) for one, other in pairs])
    assert kappa is None or -1 <= kappa <= 1


@given(st.lists(st.sampled_from("abcd"), min_size=2).filter(lambda labels: len(set(labels)) > 1))
def test_kappa_of_identical_raters_is_one(labels: list[str]) -> None:
    assert cohens_kappa(list(zip(labels, labels, strict=True))) == 1


def test_kappa_of_nothing_or_of_one_label_alone_is_unknown() -> None:
    assert cohens_kappa([]) is None
    assert cohens_kappa([("a", "a")] * 5) is None


def _agreement(decisions: Sequence[Decision]) -> dict[str | None, Agreement]:
    return {one.standard: one for one in agree(STANDARDS, decisions)}


def test_two_who_say_the_same_agree() -> None:
    claim = _claim()
    found = _agreement([_decision(n, claim, ("early-information", "met"), by=n) for n in (1, 2)])
    assert (found["early-information"].pairs, found["early-information"].touched) == (1, 1)
    assert found["early-information"].same == 1
    assert (found[None].pairs, found[None].same, found[None].kappa) == (1, 1, 1), "one passage, however many standards"
    assert found[None].grade == "few"


def test_a_rejection_means_that_the_standard_is_not_there() -> None:
    claim = _claim()
    accepted, rejected = _decision(1, claim, ("early-information", "not_met")), _decision(2, claim, None, by=2)
    found = _agreement([accepted, rejected])["early-information"]
    assert (found.touched, found.same) == (1, 0)


def test_what_only_one_person_decided_about_is_not_compared() -> None:
    one, other = _claim(), _claim("respect-fairness", "met")
    both = [_decision(n, one, ("early-information", "met"), by=n) for n in (1, 2)]
    found = _agreement([*both, _decision(3, other, ("respect-fairness", "met"))])["respect-fairness"]
    assert (found.touched, found.same) == (0, 1)
    assert _agreement([both[0]])[None].pairs == 0
    assert _agreement([both[0], _decision(4, other, None, by=2)])[None].pairs == 0


def test_what_one_added_and_the_other_did_not_is_a_difference() -> None:
    found = _agreement([_added(1), _decision(2, None, None, by=2)])["early-information"]
    assert (found.touched, found.same) == (1, 0)


@pytest.mark.parametrize(
    ("kappa", "pairs", "grade"),
    [
        (0.9, FEW - 1, "few"),
        (None, FEW, "none"),
        (0.1, FEW, "poor"),
        (0.5, 50, "fair"),
        (0.7, 50, "good"),
        (1, 50, "high"),
    ],
)
def test_an_agreement_has_words(kappa: float | None, pairs: int, grade: str) -> None:
    assert Agreement("x", pairs, 0, 0, kappa).grade == grade


def test_letter_pieces_are_shown_as_the_words_they_begin() -> None:
    assert whole_words("Мне перевели и переклали всё", ["перекла", "nirgends"]) == ["переклали"]
    assert whole_words("Zu spät, viel zu spät erfahren", ["zu spät", "erfahr"]) == ["erfahren", "zu spät"]


def test_the_sentences_the_tagger_learned_from_are_found_by_their_ids() -> None:
    (example,) = load_examples()["a-004"]
    assert example == Example("de", "early-information", "met", "Frühzeitig im Bilde.")
