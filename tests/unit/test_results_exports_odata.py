"""`$filter`: what Excel and Power BI write is understood, and nothing else is passed over."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.results.domain.odata import SETS, NotOffered, one_by_key, read_options, told_alone
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
    for name in ("Standards('s1',)", "Breakdowns(facet='age',value='x',)", "Breakdowns(facet='a',facet='b',value='x')"):
        assert one_by_key(name) is None, "a key says each part once and nothing else"


def test_of_one_entity_only_its_properties_are_asked() -> None:
    asked = read_options(SETS["Standards"], {"$select": "label", "$format": "json", "own": "1"}, alone=True)
    assert told_alone(SETS["Standards"], {"standard": "s1", "label": "Eins"}, asked, "meta") == {
        "@odata.context": "meta#Standards(label)/$entity",
        "label": "Eins",
    }
    for option in ("$filter", "$expand", "$top", "$skip", "$count", "$orderby"):
        with pytest.raises(NotOffered, match=re.escape(option)):
            read_options(SETS["Standards"], {option: "1"}, alone=True)
