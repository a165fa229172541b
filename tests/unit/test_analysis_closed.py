"""What is counted of an answer of any kind, and how numbers and days are put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.domain.answers import OTHER, POINT, ClosedAnswer, closed_answers
from services.analysis.domain.counts import MOST_CLASSES, Spread, spread_of, tabulate_dates, tabulate_numbers


def _closed(
    kind: str,
    choices: tuple[str, ...] = (),
    number: float | None = None,
    text: str = "",
    cells: dict[str, str] | None = None,
    *,
    located: bool = False,
) -> list[ClosedAnswer]:
    return closed_answers("q", kind, choices, number, text, cells or {}, located=located)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (_closed("single", ("a",)), ("a",)),
        (_closed("single", text="Rad"), (OTHER,)),
        (_closed("multiple", ("a", "b"), text="Rad"), ("a", "b", OTHER)),
        (_closed("ranking", ("b", "a")), ("b", "a")),
        (_closed("smiley", number=4), ("4",)),
        (_closed("number", number=2.5), ("2.5",)),
        (_closed("date", text="2026-05-03"), ("2026-05-03",)),
        (_closed("place", ("centre",), located=True), ("centre",)),
        (_closed("place", located=True), (POINT,)),
        (_closed("consent", ("yes",)), ("yes",)),
    ],
)
def test_what_counts_of_an_answer_is_told_as_values(found: list[ClosedAnswer], expected: tuple[str, ...]) -> None:
    assert found == [ClosedAnswer("q", expected)]


def test_a_matrix_counts_as_one_question_for_each_row() -> None:
    assert _closed("matrix", cells={"x": "a", "y": "b"}) == [ClosedAnswer("q.x", ("a",)), ClosedAnswer("q.y", ("b",))]


@pytest.mark.parametrize("kind", ["short_text", "long_text"])
def test_free_text_is_read_and_not_counted(kind: str) -> None:
    assert _closed(kind, text="Mehr Licht") == []


def test_numbers_have_a_middle() -> None:
    assert spread_of({"1": 1, "2.5": 1, "9": 1}) == Spread(1, 2.5, 9)
    assert spread_of({"1": 1, "2": 1}) == Spread(1, 1.5, 2)
    assert spread_of({}) is None


def test_few_numbers_stand_by_themselves_and_many_in_classes() -> None:
    assert [(row.key, row.count) for row in tabulate_numbers({"10": 1, "9": 2, "2.5": 1}, 4).rows] == [
        ("2.5", 1),
        ("9", 2),
        ("10", 1),
    ]
    many = tabulate_numbers({str(number): 1 for number in range(3, 60, 2)}, 29).rows
    assert (many[0].key, many[-1].key) == ("0 – 9", "50 – 59")


def test_many_days_are_counted_by_month() -> None:
    days = {f"2026-05-{day:02}": 1 for day in range(1, 12)} | {"2026-06-01": 2}
    assert [(row.key, row.count) for row in tabulate_dates(days, 13).rows] == [("2026-05", 11), ("2026-06", 2)]


@given(st.dictionaries(st.floats(-(10**12), 10**12).map(lambda number: str(round(number, 2))), st.integers(1, 9)))
def test_no_number_is_lost_in_classes(counts: dict[str, int]) -> None:
    table = tabulate_numbers(counts, sum(counts.values()))
    assert sum(row.count for row in table.rows) == sum(counts.values())
    assert len(table.rows) <= MOST_CLASSES
