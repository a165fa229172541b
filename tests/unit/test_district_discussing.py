"""The campaign of a proposal before it is published: days that keep the rules, and a form that loses nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.district.domain.discussion import Laid, read_laid
from services.intake.domain.concept import Planned, Rules, shortfalls
from services.intake.domain.discussion import first_days

TODAY: Final = date(2026, 11, 23)
GOOD: Final = {
    "office": "Quartiersbüro",
    "opens": "2026-11-23",
    "closes": "2026-12-20",
    "promise": "2027-01-03",
    "place": "Bücherei",
    "group": "",
}


@given(st.builds(Rules, st.integers(0, 90), st.integers(0, 30)), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_the_first_days_keep_what_a_concept_asks_of_days(rules: Rules, today: date) -> None:
    days = first_days(rules, today)
    assert shortfalls(rules, Planned(today, *days, (), frozenset(), is_evaluation=False, asks_person=False)) == ()
    assert days.closes_on - days.opens_on == timedelta(days=27)


def test_without_a_concept_it_opens_today_and_is_answered_two_weeks_after_its_end() -> None:
    assert first_days(Rules(), TODAY) == (TODAY, date(2026, 12, 20), date(2027, 1, 3))


def test_what_is_typed_is_what_is_laid_out() -> None:
    days = (TODAY, date(2026, 12, 20), date(2027, 1, 3))
    assert read_laid(GOOD, TODAY, published=True).laid == Laid("Quartiersbüro", *days, "Bücherei", "")


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"office": " "}, {"office": "missing"}),
        ({"place": ""}, {"place": "missing"}),
        ({"group": "x" * 121}, {"group": "long"}),
        ({"opens": "morgen"}, {"opens": "day"}),
        ({"opens": "2026-12-21"}, {"closes": "order"}),
        ({"opens": "2026-10-01", "closes": "2026-11-22"}, {"closes": "over"}),
        ({"promise": "2026-12-20"}, {"promise": "promise"}),
        ({"office": "", "closes": "", "promise": "1.1."}, {"office": "missing", "closes": "day", "promise": "day"}),
    ],
)
def test_each_fault_stands_at_its_field(changes: dict[str, str], faults: dict[str, str]) -> None:
    assert read_laid(GOOD | changes, TODAY, published=True) == (None, faults)


def test_a_draft_may_still_lack_its_office_and_its_place() -> None:
    assert read_laid(GOOD | {"office": "", "place": ""}, TODAY, published=False).faults == {}
