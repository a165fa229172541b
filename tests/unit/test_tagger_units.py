"""Sentences and clauses are exact stretches of the text."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from services.analysis.tagger.domain.units import clauses, sentences, trim, unit_at


def test_clauses_are_cut_at_commas_dashes_and_contrast_words() -> None:
    text = "Der Abend war nett, aber zu spät – um neun. Danke dafür."
    cut = [text[u.start : u.end] for u in clauses(text, "de")]
    assert cut == ["Der Abend war nett", "aber zu spät", "um neun.", "Danke", "dafür."]


def test_a_contrast_word_inside_a_word_cuts_nothing() -> None:
    assert len(clauses("Alle waren an der Oder", "en")) == 1


def test_numbers_and_times_stay_whole() -> None:
    assert len(sentences("Um 18.30 Uhr kamen 2,5 Leute")) == 1


@given(st.text())
def test_units_are_ordered_inside_the_text_and_hold_something(text: str) -> None:
    for units in (sentences(text), clauses(text)):
        assert all(0 <= u.start < u.end <= len(text) for u in units)
        assert all(a.end <= b.start for a, b in itertools.pairwise(units))
        assert all(any(c.isalnum() for c in text[u.start : u.end]) for u in units)


@given(st.text())
def test_no_letter_is_lost_between_units(text: str) -> None:
    covered = {i for u in clauses(text) for i in range(u.start, u.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


def test_an_offset_finds_its_unit() -> None:
    units = sentences("Eins. Zwei.")
    assert unit_at(units, 6) == units[1]
    assert unit_at(units, 5) is None


def test_trimming_may_leave_nothing() -> None:
    assert trim("  , ", 0, 4) == (4, 4)
