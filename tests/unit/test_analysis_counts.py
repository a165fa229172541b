"""How a dashboard counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.domain.answers import closed_values
from services.analysis.domain.counts import tabulate, tabulate_standards
from services.analysis.domain.days import day_of
from services.analysis.domain.ledger import make_ledger
from services.analysis.domain.phases import phase_of

STATES = ("tagged", "topic", "unclear", "off_topic", "excluded", "waiting")
COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 500))


@given(COUNTS)
def test_no_count_is_lost_in_a_table(counts: dict[str, int]) -> None:
    table = tabulate("abc", counts)
    assert sum(row.count for row in table.rows) == table.base == sum(counts.values())
    assert [row.key for row in table.rows][:3] == ["a", "b", "c"]


@given(COUNTS)
def test_bars_fit_into_their_box(counts: dict[str, int]) -> None:
    rows = tabulate("abc", counts).rows
    assert all(0 <= row.share <= 1 and 0 <= row.length <= 1 for row in rows)
    assert not any(counts.values()) or max(row.length for row in rows) == 1


def test_an_empty_table_has_rows_of_nothing() -> None:
    assert [(row.count, row.share, row.length) for row in tabulate("a", {}).rows] == [(0, 0.0, 0.0)]


def test_where_several_answers_are_allowed_shares_refer_to_people() -> None:
    table = tabulate("ab", {"a": 3, "b": 4}, base=4)
    assert [row.share for row in table.rows] == [0.75, 1.0]


def test_the_most_touched_standard_comes_first_and_the_untouched_keep_their_order() -> None:
    rows = tabulate_standards(["a", "b", "c", "d"], {("c", "met"): 1, ("d", "not_met"): 2, ("d", "suggestion"): 2})
    assert [(row.standard, row.total, row.length) for row in rows] == [
        ("d", 4, 1.0), ("c", 1, 0.25), ("a", 0, 0.0), ("b", 0, 0.0)
    ]  # fmt: skip
    assert list(rows[0].counts.items()) == [("met", 0), ("not_met", 2), ("suggestion", 2)]


@given(st.dictionaries(st.sampled_from(STATES), st.integers(0, 10_000)))
def test_a_ledger_adds_up_to_what_was_received(counts: dict[str, int]) -> None:
    ledger = make_ledger(counts)
    assert ledger.received == sum(counts.values())
    read = ledger.tagged + ledger.unclear + ledger.off_topic + ledger.excluded
    assert ledger.received == read + ledger.withdrawn + ledger.waiting


def test_a_state_the_ledger_does_not_know_is_not_dropped_silently() -> None:
    with pytest.raises(TypeError):
        make_ledger({"tagged": 1, "mislaid": 1})


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 7, 31, 21, 59, tzinfo=UTC), date(2026, 7, 31)),
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_a_day_begins_at_midnight_in_oberhausen(moment: datetime, day: date) -> None:
    assert day_of(moment) == day


def test_a_campaign_is_open_from_its_first_to_before_its_last_moment() -> None:
    opens, closes = datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)
    moments = [opens - timedelta(seconds=1), opens, closes - timedelta(seconds=1), closes]
    assert [phase_of(opens, closes, at) for at in moments] == ["planned", "open", "open", "closed"]


def test_a_number_of_a_scale_is_counted_like_a_choice() -> None:
    assert closed_values((), 3) == ("3",)
    assert closed_values(("park", "market"), None) == ("park", "market")
