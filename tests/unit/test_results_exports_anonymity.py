"""No row of a file stands out: every combination of what may be known of a person has five rows, whatever came in."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from services.analysis.results.domain.anonymity import BLANK, anonymous, smallest
from services.analysis.results.domain.columns import AnswerColumn
from services.analysis.results.domain.disclosure import FEWEST
from services.analysis.results.domain.tables import Column
from services.analysis.results.domain.veiling import Veil, date_classes, number_classes

#: Few common and many rare values, as in life.
VALUE: Final = st.one_of(st.sampled_from([0, 1, 1, 1, 2, 2]), st.integers(0, 40))


@st.composite
def attributes(draw: st.DrawFn) -> list[list[int]]:
    rows = draw(st.integers(0, 120))
    columns = draw(st.integers(1, 5))
    return [draw(st.lists(VALUE, min_size=rows, max_size=rows)) for _ in range(columns)]


@given(attributes())
@settings(max_examples=80, deadline=None)
def test_every_combination_has_at_least_five_rows(before: list[list[int]]) -> None:
    after = anonymous(before)
    rows = len(before[0])
    assert smallest(after) >= FEWEST or rows < FEWEST
    assert all(len(values) == rows for values in after)


@given(attributes())
@settings(max_examples=60, deadline=None)
def test_nothing_is_made_up(before: list[list[int]]) -> None:
    """A cell is what it was, or blank; what was given goes in unchanged."""
    copy = [list(values) for values in before]
    after = anonymous(before)
    assert before == copy
    pairs = [pair for old, new in zip(before, after, strict=True) for pair in zip(old, new, strict=True)]
    assert all(new in (old, BLANK) for old, new in pairs)


@given(attributes())
@settings(max_examples=60, deadline=None)
def test_whoever_knows_all_of_a_person_is_left_with_five_rows(before: list[list[int]]) -> None:
    """An attacker who knows every attribute of somebody in the file, and how files are made."""
    after = anonymous(before)
    rows = list(zip(*after, strict=True))
    for person in set(zip(*before, strict=True)):
        fitting = [row for row in rows if all(cell in (known, BLANK) for cell, known in zip(row, person, strict=True))]
        assert len(fitting) >= min(FEWEST, len(rows))


def test_what_enough_people_share_is_kept() -> None:
    assert anonymous([[1] * 6 + [2] * 5]) == [[1] * 6 + [2] * 5]


def test_too_few_are_hidden_among_others() -> None:
    """Three alone would be three blanks, and everybody could see who they were."""
    (after,) = anonymous([[1] * 10 + [2] * 3])
    assert Counter(after) == {1: 8, BLANK: 5}
    assert after[10:] == [BLANK] * 3


def test_the_same_people_are_hidden_in_every_file() -> None:
    """Were others chosen each time, whoever is blank in all of two files would be one of the few."""
    before = [[random.Random(place).choice([1, 1, 1, 2, 3]) for place in range(40)]]
    assert anonymous(before) == anonymous(before)


def single(question: str = "q") -> AnswerColumn:
    return AnswerColumn(Column(f"q_{question}", "Frage", "text"), question, "choice")


def told(columns: list[AnswerColumn], rows: list[dict[str, list[str]]]) -> list[list[Any]]:
    veil = Veil(columns)
    for row in rows:
        veil.learn(row)
    veil.settle()
    return [veil.cells(number, row, {}) for number, row in enumerate(rows)]


@given(st.lists(st.sampled_from(["", "a", "a", "a", "b", "c", "d"]), min_size=5, max_size=60))
def test_an_answer_of_too_few_looks_like_none(values: list[str]) -> None:
    rows = told([single()], [{"q": [value]} if value else {} for value in values])
    counts = Counter(cells[0] for cells in rows)
    assert min(counts.values()) >= FEWEST


@given(st.lists(st.sets(st.sampled_from("abcde"), max_size=3), min_size=5, max_size=60))
def test_a_tick_of_too_few_leaves_no_trace(ticks: list[set[str]]) -> None:
    """Nor does an empty cell among the others say that something was taken out."""
    columns = [AnswerColumn(Column(f"q__{key}", key, "flag"), "q", "flag", key) for key in "abcde"]
    rows = told(columns, [{"q": sorted(one)} if one else {} for one in ticks])
    for place in range(5):
        assert sum(cells[place] or 0 for cells in rows) not in range(1, FEWEST)
    assert all(len({cell is None for cell in cells}) == 1 for cells in rows)
    assert all(sum(cells) > 0 for cells in rows if cells[0] is not None)


def test_a_ranking_is_told_whole_or_not_at_all() -> None:
    """Of four places the fourth follows from three."""
    columns = [AnswerColumn(Column(f"q__{key}", key, "number"), "q", "rank", key) for key in "abc"]
    rows = told(columns, [{"q": ["a", "b", "c"]}] * 20 + [{"q": ["c", "a", "b"]}] * 2)
    assert all(len({cell is None for cell in cells}) == 1 for cells in rows)
    assert rows.count([1, 2, 3]) >= FEWEST
    assert [3, 1, 2] not in rows


@given(st.dictionaries(st.integers(0, 3000).map(str), st.integers(1, 9), min_size=1, max_size=80))
def test_numbers_are_told_so_that_few_are_lost(counts: dict[str, int]) -> None:
    classes = number_classes(counts)
    assert classes.keys() == counts.keys()
    assert all(isinstance(lower, int) and lower <= float(value) for value, lower in classes.items())


def test_numbers_that_many_give_are_told_as_they_are() -> None:
    assert number_classes({"1": 20, "2": 12, "3": 5}) == {"1": 1, "2": 2, "3": 3}
    assert number_classes({str(year): 1 for year in range(1940, 1960)})["1947"] == 1945


def test_a_date_is_told_by_its_month_or_year() -> None:
    assert date_classes({"2026-05-01": 3, "2026-05-17": 4}) == {"2026-05-01": "2026-05", "2026-05-17": "2026-05"}
    assert date_classes({"2025-01-01": 3, "2025-09-09": 4})["2025-09-09"] == "2025"
