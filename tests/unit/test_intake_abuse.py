"""What looks like a machine: no single weak sign does, and whatever is asked for, nothing is dropped."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.suspicion import (
    BITS,
    CROWD,
    FLOOD,
    WAIT,
    Asked,
    Sending,
    has_waited,
    is_counted,
    is_solution,
    judge,
    signs_of,
)
from services.intake.domain.tokens import TokenError, born_at, read_response_id, sign_response_id

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KEY = b"k" * 32
CODE = "AB3CD4"
HOME = "84.113.7.20"


@given(st.floats(0, 3600), st.integers(1, 40), st.integers(0, CROWD))
def test_being_quick_alone_costs_nobody_anything(seconds: float, answers: int, crowd: int) -> None:
    assert judge(signs_of(Sending(False, seconds, answers, crowd)), Asked()) == "take"


@given(st.integers(0, FLOOD), st.integers(1, 40))
def test_a_school_behind_one_address_costs_nobody_anything(crowd: int, answers: int) -> None:
    assert judge(signs_of(Sending(False, answers * 1.0, answers, crowd)), Asked()) == "take"


@pytest.mark.parametrize(
    ("sending", "signs"),
    [
        (Sending(True, 60, 5, 1), ("trap",)),
        (Sending(False, 1, 5, CROWD + 1), ("fast", "crowd")),
        (Sending(False, 60, 5, FLOOD + 1), ("flood",)),
    ],
)
def test_more_is_asked_for_and_then_it_is_taken_or_read(sending: Sending, signs: tuple[str, ...]) -> None:
    found = signs_of(sending)
    assert found == signs
    assert judge(found, Asked()) == "ask"
    assert judge(found, Asked(solved=True)) == ("hold" if sending.trapped else "take")
    assert judge(found, Asked(waited=True)) == "hold"


def test_a_puzzle_is_solved_by_counting() -> None:
    number = next(
        n for n in count() if hashlib.sha256(f"once:{n}".encode()).digest()[0] == 0 and is_solution("once", str(n))
    )
    assert 0 < number < 2 ** (BITS + 5)
    assert not is_solution("twice", str(number))
    assert not is_solution("once", "")
    assert not is_solution("once", "²")


def test_having_waited_takes_a_moment() -> None:
    assert not has_waited(AT, AT + WAIT - timedelta(milliseconds=1))
    assert has_waited(AT, AT + WAIT)


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.3", "", "testclient", "::1"])
def test_the_house_itself_is_no_crowd(host: str) -> None:
    assert not is_counted(host)


@pytest.mark.parametrize("host", [HOME, "2003:db:8::7"])
def test_whoever_comes_over_the_internet_is_counted(host: str) -> None:
    assert is_counted(host)


def test_a_token_says_when_its_page_was_made_and_older_ones_still_work() -> None:
    response_id = UUID(int=5, version=4)
    old, new = sign_response_id(KEY, response_id, CODE), sign_response_id(KEY, response_id, CODE, AT)
    assert read_response_id(KEY, old, CODE) == read_response_id(KEY, new, CODE) == response_id
    assert born_at(old) is None
    assert born_at(new) == AT
    forged = sign_response_id(b"x" * 32, response_id, CODE, AT - timedelta(hours=1))
    with pytest.raises(TokenError):
        read_response_id(KEY, forged, CODE)
