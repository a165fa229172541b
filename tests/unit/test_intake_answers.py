"""Reading what a form sent."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.answers import PREFIX, Answer, Fault, read_answers
from services.intake.domain.questionnaire import (
    LONG_TEXT_LIMIT,
    SHORT_TEXT_LIMIT,
    SMILEYS,
    Choice,
    Kind,
    Question,
    Questionnaire,
)

CHOICES = (Choice("a", {"de": "A"}), Choice("b", {"de": "B"}), Choice("c", {"de": "C"}))
KINDS: tuple[Kind, ...] = ("single", "multiple", "scale", "short_text", "long_text")


def _questionnaire(*kinds: Kind, required: bool = False) -> Questionnaire:
    """One question per kind, whose key is the kind."""
    questions = (
        Question(key=kind, kind=kind, label={"de": kind}, required=required, choices=CHOICES) for kind in kinds
    )
    return Questionnaire(tuple(questions), ("de",))


def _read(kind: Kind, *values: str) -> Answer | Fault | None:
    """What is read from one question of this kind, when the form sent these values."""
    reading = read_answers(_questionnaire(kind), {PREFIX + kind: values})
    found: tuple[Answer | Fault, ...] = (*reading.answers, *reading.faults)
    return found[0] if found else None


@pytest.mark.parametrize("kind", KINDS)
def test_an_unanswered_question_has_no_answer(kind: Kind) -> None:
    assert _read(kind) is None
    assert _read(kind, "", "  \r\n\t ") is None


@pytest.mark.parametrize("kind", KINDS)
def test_an_unanswered_question_that_must_be_answered_is_a_fault(kind: Kind) -> None:
    reading = read_answers(_questionnaire(kind, required=True), {PREFIX + kind: [" "]})
    assert reading == ((), (Fault(kind, "required"),))


def test_a_single_choice_takes_one_known_choice() -> None:
    assert _read("single", "b") == Answer("single", "single", choices=("b",))
    assert _read("single", "z") == Fault("single", "unknown_choice")
    assert _read("single", "a", "b") == Fault("single", "unknown_choice")


def test_several_choices_come_in_the_order_of_the_question() -> None:
    assert _read("multiple", "c", "a", "c") == Answer("multiple", "multiple", choices=("a", "c"))
    assert _read("multiple", "a", "z") == Fault("multiple", "unknown_choice")


@given(st.integers())
def test_a_scale_takes_its_own_numbers_only(number: int) -> None:
    expected = Answer("scale", "scale", number=number) if number in SMILEYS else Fault("scale", "unknown_choice")
    assert _read("scale", str(number)) == expected


@pytest.mark.parametrize("value", ["٣", "3.0", "+3", "three", "3 4", "1e0", "²", "9" * 5000])
def test_a_scale_takes_plain_digits_only(value: str) -> None:
    assert _read("scale", value) == Fault("scale", "unknown_choice")


@pytest.mark.parametrize(("kind", "limit"), [("short_text", SHORT_TEXT_LIMIT), ("long_text", LONG_TEXT_LIMIT)])
def test_a_text_may_be_as_long_as_its_limit(kind: Kind, limit: int) -> None:
    assert _read(kind, "ü" * limit) == Answer(kind, kind, text="ü" * limit)
    assert _read(kind, "ü" * (limit + 1)) == Fault(kind, "too_long", limit, limit + 1)


def test_a_line_break_counts_once_however_the_browser_sends_it() -> None:
    assert _read("long_text", "a\r\nb\rc\nd") == Answer("long_text", "long_text", text="a\nb\nc\nd")


def test_one_spelling_stands_for_one_text() -> None:
    assert _read("long_text", "Gru\u0308n") == _read("long_text", "Grün")


@given(st.text(max_size=300))
def test_a_text_keeps_what_was_written_but_signs_nobody_sees(text: str) -> None:
    answer = _read("long_text", text)
    read = answer.text if isinstance(answer, Answer) else ""
    assert read == read.strip()
    assert not any(unicodedata.category(sign) == "Cc" and sign not in "\n\t" for sign in read)
    again = _read("long_text", read)
    assert (again.text if isinstance(again, Answer) else "") == read, "reading twice changes nothing"
    wanted = unicodedata.normalize("NFC", text)
    assert [sign for sign in read if sign.isalnum()] == [sign for sign in wanted if sign.isalnum()]


@given(st.text(max_size=200))
def test_what_is_read_can_be_written_as_utf_8(text: str) -> None:
    answer = _read("long_text", text)
    assert answer is None or isinstance(answer, Fault) or answer.text.encode("utf-8")


FIELDS = st.dictionaries(
    st.sampled_from([PREFIX + kind for kind in KINDS] + ["other", PREFIX, ""]),
    st.lists(st.sampled_from(["", "a", "b", "z", "3", "9", "Text", "x" * 201, "x" * 5001]), max_size=4),
)


@given(FIELDS)
def test_every_question_has_an_answer_or_a_fault_or_was_left_empty(fields: dict[str, list[str]]) -> None:
    questionnaire = _questionnaire(*KINDS)
    reading = read_answers(questionnaire, fields)
    answered = [answer.question for answer in reading.answers]
    faulty = [fault.question for fault in reading.faults]
    empty = {kind for kind in KINDS if not any(fields.get(PREFIX + kind, ()))}
    assert set(answered) | set(faulty) | empty == set(KINDS)
    assert set(answered).isdisjoint(faulty)
    assert answered == [kind for kind in KINDS if kind in answered], "in the order of the questions"
