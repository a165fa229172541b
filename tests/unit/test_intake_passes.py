"""Passes: what is told of a group, how long a sheet can be drawn, and that codes say what they are."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.begun import CODE_LENGTH as BEGUN_LENGTH
from services.intake.domain.passes import (
    PASS_LENGTH,
    PRINTABLE_FOR,
    TOLD_FROM,
    Counts,
    is_printable,
    read_pack,
    told_of,
)
from services.intake.operations.issue_passes import codes_of, pass_digest
from services.intake.operations.open_channel import CODE_LENGTH as CHANNEL_LENGTH
from services.intake.operations.use_pass import response_id_of
from services.intake.settings import Settings
from shared.contracts.receipts import LENGTH as RECEIPT_LENGTH
from shared.kit.clock import now
from shared.kit.ids import read_code

SETTINGS = Settings(secret="s" * 40, address="http://localhost")
SHEET = UUID(int=7)


def test_the_length_of_a_code_says_what_it_is() -> None:
    assert RECEIPT_LENGTH == BEGUN_LENGTH
    assert len({CHANNEL_LENGTH, RECEIPT_LENGTH, PASS_LENGTH}) == 3


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 9))
def test_nobody_in_a_small_group_is_pointed_at(used: int, still_open: int, void: int) -> None:
    told = told_of(Counts(still_open, used, void))
    hidden = 0 < used < TOLD_FROM or 0 < still_open < TOLD_FROM
    assert (told.used is None) == hidden
    assert told.of == used + still_open
    if told.used is not None:
        assert told.used in (0, told.of) or (told.used >= TOLD_FROM and told.of - told.used >= TOLD_FROM)


def test_a_sheet_is_drawn_for_a_day_and_until_its_first_pass_is_used() -> None:
    at = now()
    assert is_printable(at, 0, at + PRINTABLE_FOR - timedelta(seconds=1))
    assert not is_printable(at, 0, at + PRINTABLE_FOR)
    assert not is_printable(at, 1, at)


def test_a_sheet_has_the_same_codes_whenever_it_is_drawn_and_no_other_sheet_has_them() -> None:
    codes = codes_of(SETTINGS, SHEET, 300)
    assert codes == codes_of(SETTINGS, SHEET, 300)
    assert len(set(codes)) == 300
    assert all(len(code) == PASS_LENGTH and read_code(code) == code for code in codes)
    assert not set(codes).intersection(codes_of(SETTINGS, UUID(int=8), 300))


def test_without_the_houses_key_no_pass_leads_to_a_digest_or_a_response() -> None:
    code, other = codes_of(SETTINGS, SHEET, 1)[0], Settings(secret="t" * 40, address="http://localhost")
    assert pass_digest(SETTINGS, code) != pass_digest(other, code)
    assert response_id_of(SETTINGS, code) != response_id_of(other, code)
    assert pass_digest(SETTINGS, code)[:16] != response_id_of(SETTINGS, code).bytes


def test_a_pack_too_small_to_hide_in_is_refused_and_more_slips_for_it_are_not() -> None:
    fields = {"label": ["Klasse 7b"], "count": ["4"], "language": ["de"]}
    assert read_pack(fields, ("de",))[1] == {"count": "pack-count"}
    assert read_pack(fields, ("de",), "Klasse 7b")[1] == {}


def test_what_is_wrong_with_a_pack_is_named_and_the_rest_is_kept() -> None:
    wanted, faults = read_pack({"label": ["x" * 121], "count": ["²5"], "language": ["fr"], "large": ["yes"]}, ("de",))
    assert faults == {"label": "long", "count": "pack-count", "language": "pick"}
    assert wanted.large
    assert read_pack({}, ("de",))[1]["label"] == "missing"
