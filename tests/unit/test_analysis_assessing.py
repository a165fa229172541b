"""What an assessment comes to."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.domain.assessing import (
    DOUBTFUL_BELOW,
    STANCES,
    Claim,
    QuoteError,
    check_quote,
    state_of,
    touched,
)

CLAIMS = st.builds(
    Claim,
    passage_id=st.sampled_from([UUID(int=1), UUID(int=2)]),
    standard=st.sampled_from(["early-information", "respect-fairness"]),
    stance=st.sampled_from(STANCES),
    confidence=st.floats(0, 1),
)


def claim(confidence: float, passage: int = 1) -> Claim:
    return Claim(UUID(int=passage), "respect-fairness", "met", confidence)


def test_one_claim_that_counts_makes_a_response_tagged() -> None:
    assert state_of(["Alle durften ausreden."], [claim(0.1), claim(DOUBTFUL_BELOW)]) == "tagged"


def test_a_response_with_doubtful_claims_only_is_unclear() -> None:
    assert state_of(["Na ja."], [claim(DOUBTFUL_BELOW - 0.01)]) == "unclear"


def test_a_text_that_touches_no_standard_is_off_topic() -> None:
    assert state_of(["Mehr Bäume am Markt!"], []) == "off_topic"


@pytest.mark.parametrize("texts", [[], ["–"], ["…", "?!"], ["12"]])
def test_without_anything_to_read_a_response_is_unclear(texts: list[str]) -> None:
    assert state_of(texts, []) == "unclear"


def test_a_text_in_any_script_can_be_read() -> None:
    assert state_of(["المزيد من الأشجار"], []) == "off_topic"


@given(st.lists(CLAIMS))
def test_a_response_is_tagged_exactly_when_it_touches_something(claims: list[Claim]) -> None:
    assert (state_of(["Text"], claims) == "tagged") == bool(touched(claims))


@given(st.lists(CLAIMS))
def test_what_is_touched_does_not_depend_on_the_order_of_claims(claims: list[Claim]) -> None:
    assert touched(claims) == touched(list(reversed(claims)))


def test_two_claims_in_one_passage_are_one_passage() -> None:
    assert touched([claim(0.5), claim(0.9), claim(0.9, passage=2)]) == [("respect-fairness", "met", 2)]


@given(st.text(min_size=1), st.data())
def test_every_true_quote_is_taken(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    check_quote(text, start, end, text[start:end])


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 3, "Der"), (0, 2, "Die"), (2, 2, ""), (-3, 3, "Die")])
def test_a_quote_that_is_not_in_its_place_is_refused(start: int, end: int, quote: str) -> None:
    with pytest.raises(QuoteError):
        check_quote("Die Einladung kam zu spät.", start, end, quote)


def test_a_refused_quote_is_not_repeated_in_the_error() -> None:
    with pytest.raises(QuoteError) as refused:
        check_quote("Frau Yılmaz war freundlich.", 0, 4, "Herr")
    assert "Yılmaz" not in str(refused.value)
