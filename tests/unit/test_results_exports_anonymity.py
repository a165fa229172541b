"""No row of a file stands out: every combination of what may be known of a person has five rows, whatever came in."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from services.analysis.results.domain.anonymity import BLANK, anonymous, smallest
from services.analysis.results.domain.columns import AnswerColumn, Reads
from services.analysis.results.domain.disclosure import FEWEST
from services.analysis.results.domain.tables import Column
from services.analysis.results.domain.veiling import Veils, date_classes, number_classes

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


def told(
    columns: list[AnswerColumn], rows: list[dict[str, list[str]]], steps: list[int] | None = None
) -> list[list[Any]]:
    veils = Veils(columns, [0] * len(rows) if steps is None else steps)
    for row in rows:
        veils.learn(row)
    veils.settle()
    return [veils.cells(number, row, {}) for number, row in enumerate(rows)]


@given(st.lists(st.sampled_from(["", "a", "a", "a", "b", "c", "d"]), min_size=5, max_size=60))
def test_an_answer_of_too_few_looks_like_none(values: list[str]) -> None:
    rows = told([single()], [{"q": [value]} if value else {} for value in values])
    counts = Counter(cells[0] for cells in rows)
    assert min(counts.values()) >= FEWEST


def choices(keys: str, kind: Reads) -> list[AnswerColumn]:
    return [AnswerColumn(Column(f"q__{key}", key, "number"), "q", kind, key) for key in keys]


TICKS: Final = st.lists(st.sets(st.sampled_from("aaaabbbccde"), max_size=3), min_size=5, max_size=60)


@given(TICKS)
def test_ticks_that_too_few_made_or_left_out_leave_no_trace(ticks: list[set[str]]) -> None:
    """Nor do empty cells among the others say that something was taken out, nor the rows that are empty."""
    rows = told(choices("abcde", "flag"), [{"q": sorted(one)} if one else {} for one in ticks])
    said = [cells for cells in rows if cells[0] is not None]
    assert all(len({cell is None for cell in cells}) == 1 for cells in rows)
    assert len(said) not in range(1, FEWEST)
    assert len(rows) - len(said) not in range(1, FEWEST)
    for column in zip(*said, strict=True):
        assert column.count(1) not in range(1, FEWEST)
        assert column.count(0) not in range(1, FEWEST)


@given(TICKS)
def test_of_ticks_that_enough_made_none_is_made_up(ticks: list[set[str]]) -> None:
    """Only what all but too few ticked is said of everybody."""
    rows = told(choices("abcde", "flag"), [{"q": sorted(one)} if one else {} for one in ticks])
    for place, key in enumerate("abcde"):
        added = sum(cells[place] == 1 and key not in one for cells, one in zip(rows, ticks, strict=True))
        assert added < FEWEST


def test_what_two_ticked_alone_is_hidden_among_others() -> None:
    """Two empty rows of a question that must be answered would be those two."""
    rows = told(choices("ab", "flag"), [{"q": ["a"]}] * 20 + [{"q": ["b"]}] * 2)
    assert Counter(cells[0] for cells in rows) == {1: 17, None: 5}


@given(st.lists(st.permutations("abc").map(lambda one: one[:2]) | st.just([]), min_size=5, max_size=80))
def test_a_place_in_a_ranking_has_five_rows_or_none(rankings: list[list[str]]) -> None:
    rows = told(choices("abc", "rank"), [{"q": list(one)} if one else {} for one in rankings])
    blank = [cells for cells in rows if cells == [None] * 3]
    assert len(blank) not in range(1, FEWEST)
    for column in zip(*(cells for cells in rows if cells not in blank), strict=True):
        assert min(Counter(column).values()) >= FEWEST


def test_half_a_ranking_is_told_too() -> None:
    rows = told(choices("abc", "rank"), [{"q": ["a", "b"]}] * 10)
    assert rows == [[1, 2, None]] * 10


def test_a_scale_is_told_as_it_is_or_not_at_all() -> None:
    """The lower end of a class would be a point that nobody chose."""
    scale = AnswerColumn(Column("q", "Frage", "number", {str(n): str(n) for n in range(1, 6)}), "q", "number")
    rows = told([scale], [{"q": [str(n)]} for n in (1, 1, 1, 2, 2, 4, 4, 4, 4, 4, 5)])
    assert Counter(cells[0] for cells in rows) == {None: 6, 4: 5}


def test_a_ranking_is_told_whole_or_not_at_all() -> None:
    """Of four places the fourth follows from three."""
    rows = told(choices("abc", "rank"), [{"q": ["a", "b", "c"]}] * 20 + [{"q": ["c", "a", "b"]}] * 2)
    assert all(len({cell is None for cell in cells}) == 1 for cells in rows)
    assert rows.count([1, 2, 3]) >= FEWEST
    assert [3, 1, 2] not in rows


@given(st.dictionaries(st.integers(0, 3000).map(str), st.integers(1, 9), min_size=1, max_size=80))
def test_numbers_are_told_so_that_few_are_lost(counts: dict[str, int]) -> None:
    classes = number_classes(counts, counts)
    assert classes.keys() == counts.keys()
    assert all(isinstance(lower, int) and lower <= float(value) for value, lower in classes.items())


def test_what_is_left_of_another_kind_of_question_is_blank() -> None:
    rows = told(
        [AnswerColumn(Column("q", "Zahl", "number"), "q", "number")], [{"q": ["7"]}] * 9 + [{"q": ["gern"]}] * 6
    )
    assert Counter(cells[0] for cells in rows) == {7: 9, None: 6}


def test_numbers_that_many_give_are_told_as_they_are() -> None:
    counts = {"1": 20, "2": 12, "3": 5}
    assert number_classes(counts, counts) == {"1": 1, "2": 2, "3": 3}
    years = {str(year): 1 for year in range(1940, 1960)}
    assert number_classes(years, years)["1947"] == 1945


def test_a_date_is_told_by_its_month_or_year() -> None:
    months = {"2026-05-01": 3, "2026-05-17": 4}
    assert date_classes(months, months) == {"2026-05-01": "2026-05", "2026-05-17": "2026-05"}
    years = {"2025-01-01": 3, "2025-09-09": 4}
    assert date_classes(years, years)["2025-09-09"] == "2025"


ANSWERS: Final = st.fixed_dictionaries(
    {
        "one": st.sampled_from(["a", "a", "a", "b", ""]).map(lambda value: [value] if value else []),
        "q": st.sets(st.sampled_from("aaabc"), max_size=2).map(sorted),
        "rank": st.permutations("ab") | st.just([]),
        "count": st.integers(0, 30).map(lambda value: [str(value)]),
        "date": st.integers(1, 12).map(lambda month: [f"2026-{month:02}-01"]),
    }
)
COLUMNS: Final = [
    single("one"),
    *choices("abc", "flag"),
    *(AnswerColumn(Column(f"rank__{key}", key, "number"), "rank", "rank", key) for key in "ab"),
    AnswerColumn(Column("count", "Zahl", "number"), "count", "number"),
    AnswerColumn(Column("date", "Tag", "day"), "date", "day"),
]


@given(st.lists(st.tuples(ANSWERS, st.integers(0, 2)), min_size=5, max_size=50))
@settings(max_examples=60, deadline=None)
def test_whoever_comes_later_changes_nothing_of_what_older_rows_tell(rows: list[tuple[Any, int]]) -> None:
    """Wherever the newcomers stand among them."""
    newest = told(COLUMNS, [answers for answers, _ in rows], [step for _, step in rows])
    for last in range(2):
        older = [(answers, step) for answers, step in rows if step <= last]
        before = told(COLUMNS, [answers for answers, _ in older], [step for _, step in older])
        assert before == [cells for cells, (_, step) in zip(newest, rows, strict=True) if step <= last]


def test_two_files_together_do_not_say_who_was_blanked_only_for_company() -> None:
    first = [{"q": ["no" if place == 7 else "yes"]} for place in range(12)]
    before = told([single()], first)
    after = told([single()], [*[{"q": ["yes"]}] * 5, *first], [1] * 5 + [0] * 12)[5:]
    assert sum(old == new == [None] for old, new in zip(before, after, strict=True)) == FEWEST


def test_classes_are_those_of_the_oldest_step_that_says_enough() -> None:
    column = AnswerColumn(Column("q", "Zahl", "number"), "q", "number")
    rows = [{"q": [value]} for value in ["3", *["10", "11"] * 5, *["20"] * 6, *["21"] * 6]]
    cells = told([column], rows, [0] + [1] * 10 + [2] * 12)
    assert [one for (one,) in cells] == [None, *[10, 11] * 5, *[20] * 6, *[21] * 6]
    years = [{"q": [str(year)]} for year in range(1940, 1960)]
    cells = told([column], [*years, *[{"q": ["1947"]}] * 6], [0] * 20 + [1] * 6)
    assert {one for (one,) in cells[20:]} == {1945}, "a number stands for the same class in every row"
