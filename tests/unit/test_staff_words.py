"""Names, passwords, paths and tokens of staff."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.staff.domain.names import read_name
from shared.staff.domain.passwords import LONGEST, SHORTEST, fault_of
from shared.staff.domain.paths import HOME, local_path
from shared.staff.domain.tokens import PLAIN_COOKIE, SECURE_COOKIE, digest_session_token


@pytest.mark.parametrize("path", ["/staff/campaigns/sterkrade?day=2026-11-23", "/staff", "/"])
def test_a_path_of_our_own_is_kept(path: str) -> None:
    assert local_path(path) == path


@pytest.mark.parametrize(
    "path",
    ["", "staff", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "/\t/evil.example",
     "/\n/evil.example", "javascript:alert(1)", "/a\\b"],
)  # fmt: skip
def test_a_path_that_could_leave_the_site_is_not(path: str) -> None:
    assert local_path(path) == HOME


@given(st.text(alphabet="/\\:.@?#a\t\n\r é", max_size=12))
def test_no_path_leads_to_another_host(wanted: str) -> None:
    read_by_browsers = local_path(wanted).replace("\\", "/")
    assert urlsplit(urljoin("https://here.example/x", read_by_browsers)).netloc == "here.example"


def test_a_password_is_long_and_is_not_the_name() -> None:
    assert fault_of("x" * (SHORTEST - 1), "ada") == "short"
    assert fault_of("x" * (LONGEST + 1), "ada") == "long"
    assert fault_of("Ada-Ada-Ada-Ada", "ada") == "name"
    assert fault_of("der Markt hat samstags auf", "ada") is None


def test_a_name_is_read_without_spaces_and_capitals() -> None:
    assert read_name(" Ada.Lovelace ") == "ada.lovelace"


def test_a_session_made_for_https_is_not_found_under_the_plain_name() -> None:
    assert digest_session_token(SECURE_COOKIE, "token") != digest_session_token(PLAIN_COOKIE, "token")
