"""What an adopted concept asks of a campaign."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.district.domain.papers import Rules as PaperRules
from services.intake.domain.concept import RULES, Planned, Rules, needed, shortfalls, unreasoned
from shared.contracts.concepts import ConceptRules

STRICT = Rules(14, 8, ("tr", "ar"), without_device=True, both_sides=True, person=True)
GOOD = Planned(
    published_on=date(2026, 3, 1),
    opens_on=date(2026, 3, 15),
    closes_on=date(2026, 4, 12),
    promise_on=date(2026, 6, 7),
    languages=("de", "tr", "ar"),
    ways=frozenset({"poster", "group", "department"}),
    is_evaluation=True,
    asks_person=True,
)


def test_a_campaign_that_keeps_every_rule_falls_short_of_none() -> None:
    assert shortfalls(STRICT, GOOD) == ()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"opens_on": date(2026, 3, 14)}, "notice"),
        ({"promise_on": date(2026, 6, 8)}, "feedback"),
        ({"languages": ("de", "tr")}, "languages"),
        ({"ways": frozenset({"poster", "department"})}, "phone"),
        ({"ways": frozenset({"kiosk"})}, "sides"),
        ({"asks_person": False}, "person"),
    ],
)
def test_each_rule_is_missed_by_a_day_or_a_thing(change: dict[str, object], rule: str) -> None:
    assert shortfalls(STRICT, msgspec.structs.replace(GOOD, **change)) == (rule,)


def test_what_was_announced_before_is_not_sudden_again() -> None:
    assert shortfalls(STRICT, msgspec.structs.replace(GOOD, published_on=None, opens_on=date(2026, 3, 2))) == ()


def test_the_office_need_not_answer_where_nothing_is_evaluated() -> None:
    plain = msgspec.structs.replace(GOOD, is_evaluation=False, ways=frozenset({"group"}))
    assert shortfalls(STRICT, plain) == ()


@given(
    st.integers(-400, 400), st.integers(-400, 400), st.sets(st.sampled_from(["poster", "group", "link"])), st.booleans()
)
def test_no_rules_ask_nothing(opens: int, promised: int, ways: set[str], asks: bool) -> None:
    planned = msgspec.structs.replace(
        GOOD,
        opens_on=GOOD.opens_on + timedelta(days=opens),
        promise_on=GOOD.promise_on + timedelta(days=promised),
        ways=frozenset(ways),
        asks_person=asks,
    )
    assert shortfalls(Rules(), planned) == ()


def test_a_reason_says_something_and_is_no_novel() -> None:
    reasons = {"notice": "weil eben", "feedback": "Der Rat tagt erst nach der Sommerpause.", "phone": "x" * 601}
    assert unreasoned(("notice", "feedback", "phone", "person"), reasons) == ("notice", "phone", "person")


def test_all_three_speak_of_the_same_rules() -> None:
    assert Rules.__struct_fields__ == ConceptRules.__struct_fields__ == PaperRules.__struct_fields__
    assert len(RULES) == len(Rules.__struct_fields__)


def test_what_would_keep_a_rule_is_said() -> None:
    late = msgspec.structs.replace(GOOD, opens_on=date(2026, 3, 2), promise_on=date(2026, 9, 1), languages=("de", "tr"))
    found = needed(STRICT, late)
    assert (found.opens_on, found.promise_on, found.languages) == (GOOD.opens_on, GOOD.promise_on, ("ar",))
    mended = msgspec.structs.replace(
        late, opens_on=found.opens_on, promise_on=found.promise_on, languages=("de", "tr", "ar")
    )
    assert shortfalls(STRICT, mended) == ()
