"""Responses that a device kept: sealing, times that are believed, ids that devices make."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.kept import GRACE, OLDEST, Contents, NotTakenError, before, believed, check_dates, read_kept
from services.intake.domain.questionnaire import Condition, Question, Questionnaire
from services.intake.domain.tokens import TokenError, read_response_id
from services.intake.operations.draw_icon import draw_icon
from services.intake.operations.unseal import public_point, unseal
from services.intake.web.offline import required_fields
from tests.support.forms import asks
from tests.support.sealing import seal

KEY = b"k" * 32
CODE = "ST3RK4"
AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
CONTENTS = Contents(f"device-{uuid4()}", (("a-wish", "Licht"), ("a-places", "park"), ("a-places", "market")))


def test_what_was_sealed_is_read_by_the_city_alone() -> None:
    sealed = seal(public_point(KEY), msgspec.json.encode(CONTENTS))
    assert unseal(KEY, sealed) == CONTENTS
    assert unseal(KEY, sealed).by_name == {"a-wish": ["Licht"], "a-places": ["park", "market"]}
    with pytest.raises(NotTakenError, match="unreadable"):
        unseal(b"x" * 32, sealed)


@given(st.integers(0, 200), st.integers(1, 255))
def test_what_was_changed_on_its_way_is_not_read(place: int, change: int) -> None:
    sealed = seal(public_point(KEY), msgspec.json.encode(CONTENTS))
    text = bytearray(sealed.text)
    text[place % len(text)] ^= change
    with pytest.raises(NotTakenError, match="unreadable"):
        unseal(KEY, msgspec.structs.replace(sealed, text=bytes(text)))


@pytest.mark.parametrize("point", [b"\0" * 65, b"\4" + b"\1" * 64, os.urandom(65)])
def test_a_point_beside_the_curve_is_not_read(point: bytes) -> None:
    sealed = seal(public_point(KEY), b"{}")
    with pytest.raises(NotTakenError, match="unreadable"):
        unseal(KEY, msgspec.structs.replace(sealed, point=point))


@given(st.floats(), st.timedeltas(timedelta(0), timedelta(days=200)))
def test_a_time_of_filling_is_never_in_the_future_long_ago_or_before_the_opening(
    waited_s: float, open_for: timedelta
) -> None:
    opens_at = AT - open_for
    filled_at = believed(before(AT, waited_s), opens_at, AT)
    assert max(opens_at, AT - OLDEST) <= filled_at <= AT


def test_a_time_of_filling_is_the_time_it_waited_before_now() -> None:
    assert before(AT, 3600) == AT - timedelta(hours=1)


def test_what_was_filled_in_time_may_arrive_late_but_not_for_ever() -> None:
    opens_at, closes_at = AT - timedelta(days=30), AT
    filled_at = AT - timedelta(minutes=1)
    check_dates(filled_at, opens_at, closes_at, AT + GRACE - timedelta(seconds=1), GRACE)
    for late in ((filled_at, AT + GRACE), (AT, AT + timedelta(seconds=1))):
        with pytest.raises(NotTakenError, match="closed"):
            check_dates(late[0], opens_at, closes_at, late[1], GRACE)
    with pytest.raises(NotTakenError, match="early"):
        check_dates(filled_at, AT, AT + GRACE, opens_at, GRACE)


@given(st.uuids(version=4))
def test_an_id_made_on_a_device_is_never_stored_as_it_is(made: UUID) -> None:
    stored = read_response_id(KEY, f"device-{made}", CODE)
    assert stored != made and stored.version == 4
    assert stored == read_response_id(KEY, f"device-{made}", CODE)
    assert stored != read_response_id(KEY, f"device-{made}", "AB3CD4")
    assert stored != read_response_id(b"x" * 32, f"device-{made}", CODE)


@pytest.mark.parametrize(
    "token", ["device-", "device-1", f"device-{UUID(int=0)}", f"device-{str(uuid4()).upper()}", f"device-{uuid4().hex}"]
)
def test_an_id_that_no_browser_makes_is_refused(token: str) -> None:
    with pytest.raises(TokenError):
        read_response_id(KEY, token, CODE)


def test_a_device_asks_for_what_must_be_answered_in_any_case() -> None:
    def asks(key: str, **more: object) -> Question:
        return Question(key=key, kind="single", label={"de": key}, required=True, **more)  # type: ignore[arg-type]

    only_then = (Condition("one", "answered"),)
    questionnaire = Questionnaire(
        languages=("de",),
        questions=(
            asks("one"),
            asks("two", show_if=only_then),
            Question(key="section", kind="section", label={"de": "Wenn"}, show_if=only_then),
            asks("three"),
            Question(key="next", kind="section", label={"de": "Immer"}),
            asks("four"),
        ),
    )
    assert required_fields(questionnaire) == ["a-one", "a-four"]


def test_the_icon_stays_within_what_a_round_mask_leaves() -> None:
    from io import BytesIO

    from PIL import Image

    image = Image.open(BytesIO(draw_icon(192)))
    assert image.size == (192, 192)
    ground = image.getpixel((0, 0))
    outside = [(x, y) for x in range(192) for y in range(192) if (x - 95.5) ** 2 + (y - 95.5) ** 2 > (0.4 * 192) ** 2]
    assert {image.getpixel(place) for place in outside} == {ground}


def test_what_can_be_taken_is_taken_and_a_missing_consent_is_no_bad_answer() -> None:
    questionnaire = Questionnaire(
        languages=("de",),
        questions=(
            asks("hours", "number", required=True),
            asks("day", "date"),
            asks("wish", "short_text"),
            asks("agreed", "consent", required=True),
        ),
    )
    day = {"a-day.day": ["31"], "a-day.month": ["2"], "a-day.year": ["2026"]}
    typed = {"a-hours": ["500"], "a-wish": [" " + "ä" * 201], **day}
    reading = read_kept(questionnaire, {**typed, "a-agreed": ["yes"]})
    assert [(answer.question, answer.text) for answer in reading.answers] == [("wish", "ä" * 200), ("agreed", "")]
    assert [fault.reason for fault in reading.faults] == ["too_large", "no_day", "too_long"]
    with pytest.raises(NotTakenError, match="consent"):
        read_kept(questionnaire, typed)
    with pytest.raises(NotTakenError, match="answers"):
        read_kept(Questionnaire(languages=("de",), questions=questionnaire.questions[:1]), typed)
