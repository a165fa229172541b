"""Identifiers and codes."""

from __future__ import annotations

import time
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from shared.kit.ids import DIGITS, LETTERS, derived_code, grouped, keyed_digest, ordered_id, random_code, read_code

codes = st.binary(min_size=1, max_size=40).map(lambda subject: derived_code(b"key", subject, 8))


@given(st.integers(1, 20))
def test_every_third_sign_of_a_code_is_a_digit(length: int) -> None:
    code = random_code(length)
    assert len(code) == length
    assert all(sign in (DIGITS if place % 3 == 2 else LETTERS) for place, sign in enumerate(code))


def test_no_sign_looks_like_another() -> None:
    assert not set("IOQZ01") & set(LETTERS + DIGITS)


@given(codes)
def test_a_code_is_read_back_however_it_is_typed(code: str) -> None:
    for typed in (code, code.lower(), grouped(code), f" {code[:4]}-{code[4:]}. ", grouped(code).lower()):
        assert read_code(typed) == code


@given(st.text(max_size=50))
def test_what_was_typed_becomes_signs_of_the_alphabet_or_nothing(typed: str) -> None:
    assert set(read_code(typed)) <= set(LETTERS + DIGITS)


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_a_derived_code_depends_on_key_and_subject_alone(key: bytes, subject: bytes) -> None:
    assert derived_code(key, subject, 8) == derived_code(key, subject, 8)
    assert derived_code(key, subject, 8)[:5] == derived_code(key, subject, 5)


def test_derived_codes_spread_over_the_whole_alphabet() -> None:
    signs = Counter(derived_code(b"key", n.to_bytes(4), 8)[0] for n in range(22_000))
    assert set(signs) == set(LETTERS)
    assert max(signs.values()) < 1.25 * min(signs.values())


def test_ordered_ids_sort_by_the_time_of_their_making() -> None:
    ids = []
    for _ in range(5):
        ids.append(ordered_id())
        time.sleep(0.002)
    assert ids == sorted(ids)
    assert {made.version for made in ids} == {7}
    assert len({ordered_id() for _ in range(1000)}) == 1000


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_a_digest_needs_its_key(key: bytes, subject: bytes) -> None:
    assert len(keyed_digest(key, subject)) == 32
    assert keyed_digest(key, subject) != keyed_digest(key + b"!", subject)
