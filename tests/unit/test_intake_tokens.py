"""The signed response id of a form page."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.tokens import TokenError, read_response_id, sign_response_id

KEY = b"k" * 32
CODE = "ST3RK4"
uuids = st.uuids()


@given(uuids, st.binary(min_size=16, max_size=64), st.text(max_size=12))
def test_a_signed_id_is_read_back(response_id, key, code) -> None:  # type: ignore[no-untyped-def]
    assert read_response_id(key, sign_response_id(key, response_id, code), code) == response_id


@given(uuids)
def test_a_token_is_38_characters_that_need_no_escaping(response_id) -> None:  # type: ignore[no-untyped-def]
    token = sign_response_id(KEY, response_id, CODE)
    assert len(token) == 38
    assert token.replace("-", "").replace("_", "").isalnum()


@given(uuids, st.integers(0, 27), st.integers(1, 255))
def test_a_token_with_one_changed_byte_is_refused(response_id, place, change) -> None:  # type: ignore[no-untyped-def]
    raw = bytearray(base64.urlsafe_b64decode(sign_response_id(KEY, response_id, CODE) + "=="))
    raw[place] ^= change
    with pytest.raises(TokenError):
        read_response_id(KEY, base64.urlsafe_b64encode(raw).decode().rstrip("="), CODE)


@given(uuids)
def test_a_token_is_good_for_its_key_and_channel_only(response_id) -> None:  # type: ignore[no-untyped-def]
    token = sign_response_id(KEY, response_id, CODE)
    for key, code in ((b"x" * 32, CODE), (KEY, "AB3CD4"), (KEY, "")):
        with pytest.raises(TokenError):
            read_response_id(key, token, code)


@given(st.text(max_size=60))
def test_anything_else_is_refused_and_breaks_nothing(token: str) -> None:
    with pytest.raises(TokenError):
        read_response_id(KEY, token, CODE)
