"""Reading a report of a barrier."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.barriers import MOST_TEXT, Fault, Report, read_place, read_report


def test_what_was_written_is_read_without_its_edges() -> None:
    assert read_report({"what": [" zu\r\nklein "], "page": ["/q "]}) == (Report("zu\nklein", "/q"), ())


def test_a_text_of_exactly_the_limit_is_taken() -> None:
    assert read_report({"what": ["x" * MOST_TEXT]})[1] == ()
    assert read_report({"what": ["x" * (MOST_TEXT + 1)]})[1] == (Fault("what", "long", MOST_TEXT, MOST_TEXT + 1),)


@pytest.mark.parametrize(("address", "place"), [("/q/AB3CD4?x#y", "/q/AB3CD4"), ("q", ""), ("", ""), ("/\x00", "")])
def test_a_place_is_a_path(address: str, place: str) -> None:
    assert read_place(address) == place


@given(st.text())
def test_whatever_an_address_says_a_place_is_short_and_begins_with_a_slash(text: str) -> None:
    place = read_place(text)
    assert place == "" or (place.startswith("/") and "?" not in place)
