"""`$filter`: what Excel and Power BI write is understood, and nothing else is passed over."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.results.domain.odata import one_by_key
from services.analysis.results.domain.odata_filter import Misunderstood, read_filter

ROWS: Final[list[dict[str, Any]]] = [
    {"name": "age", "label": "Alter", "count": 25},
    {"name": "part", "label": "Ortsteil d'Ost", "count": 5},
    {"name": "gender", "label": "Geschlecht", "count": None},
]
NAMES: Final = tuple(ROWS[0])


def found(text: str) -> list[str]:
    passes = read_filter(text, NAMES)
    return [row["name"] for row in ROWS if passes(row)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("name eq 'age'", ["age"]),
        ("'age' eq name", ["age"]),
        ("name ne 'age'", ["part", "gender"]),
        ("label eq 'Ortsteil d''Ost'", ["part"]),
        ("count gt 5", ["age"]),
        ("count ge 5.0 and count lt 25", ["part"]),
        ("count eq null", ["gender"]),
        ("count ne null", ["age", "part"]),
        ("count lt 25", ["part"]),
        ("name gt 3", []),
        ("name eq 'age' or name eq 'part' and count gt 5", ["age"]),
        ("(name eq 'age' or name eq 'part') and count gt 5", ["age"]),
        ("not (name eq 'age')", ["part", "gender"]),
        ("not contains(label,'er') and count ne null", ["part"]),
        ("startswith(tolower(label),'al')", ["age"]),
        ("endswith(label,'Ost') eq true", ["part"]),
        ("not (count gt 5)", ["part", "gender"]),
    ],
)
def test_a_filter_finds_what_it_asks_for(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name eq",
        "name eq 'age",
        "name eq 'age' and",
        "nothing eq 'age'",
        "name eq 'age') or (name eq 'part'",
        "length(name) eq 3",
        "name eq 'age'; drop",
        "name like 'age'",
        "contains(name)",
        "(" * 60 + "name eq 'age'" + ")" * 60,
        "not " * 60 + "(name eq 'age')",
        "name eq 'age' and " * 300 + "name eq 'age'",
    ],
)
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(Misunderstood):
        found(text)


@given(st.lists(st.sampled_from(["name", "count", "eq", "gt", "and", "or", "not", "(", ")", "'x'", "5", "null"])))
def test_words_in_any_order_are_a_filter_or_refused(words: list[str]) -> None:
    with suppress(Misunderstood):
        found(" ".join(words))


def test_a_long_row_of_conditions_is_answered() -> None:
    assert found(" and ".join(["name eq 'age'"] * 200)) == ["age"]


def test_a_key_names_its_parts() -> None:
    assert one_by_key("Breakdowns(facet='age',value='o''x')") == ("Breakdowns", {"facet": "age", "value": "o'x"})
    assert one_by_key("Standards('s1')") == ("Standards", {"standard": "s1"})
    for name in ("Breakdowns('age')", "Breakdowns(facet='age')", "Breakdowns(facet='a',other='b')", "Standards(s1)"):
        assert one_by_key(name) is None
