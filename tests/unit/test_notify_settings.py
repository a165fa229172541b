"""What notify's keys make: nothing that tells without them."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.operations.read_address import read_address
from services.notify.settings import Settings

SETTINGS = Settings("s" * 40, "https://x", "a@example.org", "mail")
OTHER = Settings("t" * 40, "https://x", "a@example.org", "mail")


@given(st.uuids())
def test_the_token_of_a_subscription_is_always_the_same_and_says_nothing(subscription_id: UUID) -> None:
    token = SETTINGS.token(subscription_id)
    assert token == SETTINGS.token(subscription_id)
    assert len(token) == 43
    assert token != OTHER.token(subscription_id)
    assert token.encode() not in SETTINGS.token_digest(token)


@given(st.uuids())
def test_a_pseudonym_cannot_be_made_with_another_key(response_id: UUID) -> None:
    assert SETTINGS.pseudonym(response_id) != OTHER.pseudonym(response_id)
    assert response_id.bytes not in SETTINGS.pseudonym(response_id)


def test_an_address_is_found_again_however_its_capitals_were_typed() -> None:
    assert SETTINGS.address_digest("Anna@Example.org") == SETTINGS.address_digest("anna@example.ORG")
    assert SETTINGS.address_digest("anna@example.org") != SETTINGS.address_digest("anne@example.org")


def test_an_address_at_rest_is_not_readable() -> None:
    kept = SETTINGS.vault.encrypt(b"anna@example.org")
    assert b"anna" not in kept
    assert SETTINGS.vault.decrypt(kept) == b"anna@example.org"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("anna@example.org", "anna@example.org"),
        ("anna@Example.ORG", "anna@example.org"),
        ("anna@bücher.example.org", "anna@xn--bcher-kva.example.org"),
        ("anna", None),
        ("anna@", None),
        ("anna@example.org, berta@example.org", None),
        ("anna@example.org\r\nBcc: all@example.org", None),
        ("", None),
        ("a" * 300 + "@example.org", None),
    ],
)
def test_an_address_is_read_as_servers_take_it(typed: str, address: str | None) -> None:
    assert read_address(typed) == address
