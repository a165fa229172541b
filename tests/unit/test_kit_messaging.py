"""The parts of the bus that need no database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kit.messaging.broker import NothingPersonal
from shared.kit.messaging.deliver import ATTEMPTS, LONGEST_PAUSE, fail, pause_after
from shared.kit.messaging.publish import name_of, subject_of
from shared.kit.messaging.tables import SHELVED, WAITING, Delivery

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@given(st.integers(1, ATTEMPTS))
def test_pauses_grow_and_end_at_an_hour(attempts: int) -> None:
    pause = pause_after(attempts)
    assert timedelta(seconds=2) <= pause <= LONGEST_PAUSE * 1.25
    assert pause_after(attempts + 1) >= pause or pause >= LONGEST_PAUSE


def test_all_attempts_together_outlast_an_evening_without_a_mail_server() -> None:
    assert sum((pause_after(n) for n in range(1, ATTEMPTS)), timedelta()) > timedelta(minutes=30)


@given(st.text(max_size=500), st.booleans())
def test_a_failed_attempt_waits_or_is_shelved(error: str, give_up: bool) -> None:
    delivery = Delivery(state=WAITING, attempt_count=0, next_at=AT)
    for attempt in range(1, ATTEMPTS + 1):
        fail(delivery, error, AT, give_up=give_up)
        assert delivery.attempt_count == attempt
        assert len(delivery.last_error or "") <= 200
        if give_up or attempt == ATTEMPTS:
            assert delivery.state == SHELVED
            return
        assert delivery.state == WAITING
        assert delivery.next_at > AT


def test_the_encoder_keeps_no_traceback() -> None:
    encoder = NothingPersonal()
    encoded = encoder.encode({"args": ["id"], "options": {"traceback": "Bahnhofstraße 7", "x": 1}})
    assert encoder.decode(encoded) == {"args": ["id"], "options": {"x": 1}}


class Told(msgspec.Struct, frozen=True, tag="thing.told.v1"):
    thing_id: UUID
    text: str


class Said(msgspec.Struct, frozen=True, tag="thing.said.v1"):
    text: str


class Nameless(msgspec.Struct):
    text: str


def test_a_message_names_itself_and_its_subject() -> None:
    told = Told(UUID(int=7), "words")
    assert (name_of(Told), subject_of(told), subject_of(Said("words"))) == ("thing.told.v1", UUID(int=7), None)
    with pytest.raises(AssertionError):
        name_of(Nameless)
