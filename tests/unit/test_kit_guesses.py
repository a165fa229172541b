"""Guessing receipts gets slow and then stops; mistyping does not."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kit.guesses import ALARM, FREE, LONGEST_PAUSE_S, MOST, MOST_IN_ALARM, Guesses, admission, network_of

HERE = "192.0.2.1"
AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
counts = st.integers(0, 100_000)


class Counting:
    """A session whose only table is `guess`."""

    def __init__(self) -> None:
        self.counts: Counter[bytes] = Counter()

    async def execute(self, _query: object, values: dict[str, Any]) -> list[SimpleNamespace]:
        for bucket in values["buckets"]:
            self.counts[bucket] += values["change"]
        return [SimpleNamespace(bucket=one, failure_count=self.counts[one]) for one in values["buckets"]]


def test_a_few_mistyped_receipts_cost_nothing() -> None:
    assert admission(FREE, FREE) == (0.0, False)


def test_after_some_more_every_look_up_waits_and_then_there_is_none() -> None:
    assert admission(FREE + 1, FREE + 1).pause_s > 0
    assert not admission(MOST - 1, MOST - 1).refused
    assert admission(MOST, MOST).refused


def test_what_others_do_refuses_nobody_who_has_not_guessed() -> None:
    assert admission(0, 10 * ALARM) == (0.0, False)


def test_while_many_networks_guess_each_has_few_tries() -> None:
    assert not admission(MOST_IN_ALARM - 1, ALARM).refused
    assert admission(MOST_IN_ALARM, ALARM).refused


async def test_what_one_page_counts_locks_nobody_out_of_another() -> None:
    session: Any = Counting()
    taps, codes = Guesses("analysis", b"taps"), Guesses("analysis", b"codes")
    for number in range(ALARM):
        await taps.begin(session, f"10.{number // 250}.{number % 250}.1", AT)
    for _ in range(MOST_IN_ALARM + 1):
        tapped, looked_up = await taps.begin(session, HERE, AT), await codes.begin(session, HERE, AT)
    assert tapped.refused
    assert not looked_up.refused


@given(counts, counts)
def test_the_pause_never_leaves_its_bounds_and_more_guesses_never_help(of_network: int, of_all: int) -> None:
    now, later = admission(of_network, of_all), admission(of_network + 1, of_all + 1)
    assert 0 <= now.pause_s <= later.pause_s <= LONGEST_PAUSE_S
    assert later.refused >= now.refused


@pytest.mark.parametrize(
    ("one", "other"),
    [("192.0.2.1", "192.0.2.200"), ("2001:db8:1::1", "2001:db8:1:ffff::2"), ("unix", "")],
)
def test_addresses_of_one_network_are_one(one: str, other: str) -> None:
    assert network_of(one) == network_of(other)


@pytest.mark.parametrize(("one", "other"), [("192.0.2.1", "192.0.3.1"), ("2001:db8:1::1", "2001:db8:2::1")])
def test_addresses_of_two_networks_are_two(one: str, other: str) -> None:
    assert network_of(one) != network_of(other)
