"""Reading what a form sent."""

from __future__ import annotations

import gzip
import unicodedata
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.intake.domain.answers import PREFIX, Answer, Fault, Reason, read_answers
from services.intake.domain.fields import names_of
from services.intake.domain.questionnaire import (
    LONG_TEXT_LIMIT,
    SHORT_TEXT_LIMIT,
    SMILEYS,
    Choice,
    Kind,
    Question,
    Questionnaire,
)
from services.intake.web.layout import WHOLE, Where
from services.intake.web.shown import Campaign, Typed, preview_page, typed_page
from tests.support.forms import ASKING, answers_in, asks, filled, form_of, questionnaires, sent_by
from tests.support.source import HOUSE

CHOICES = (Choice("a", {"de": "A"}), Choice("b", {"de": "B"}), Choice("c", {"de": "C"}))
KINDS: tuple[Kind, ...] = ("single", "multiple", "scale", "short_text", "long_text")
#: Any sign that may be in a form field, also such as nobody can type.
ANYTHING = st.text(max_size=30) | st.sampled_from(["", "a", "1", "yes", "~other", "51.5,6.8", "x" * 5001])


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


def _given(question: Question, **parts: str) -> Answer | Fault | None:
    """What is read from this question; `_` is its own field, any other name a part of it."""
    fields = {PREFIX + question.key + ("" if part == "_" else f".{part}"): [value] for part, value in parts.items()}
    reading = read_answers(Questionnaire((question,), ("de",)), fields)
    found: tuple[Answer | Fault, ...] = (*reading.answers, *reading.faults)
    return found[0] if found else None


@pytest.mark.parametrize("kind", ASKING)
def test_a_question_of_any_kind_may_stay_empty_unless_it_must_not(kind: Kind) -> None:
    assert _given(asks("q", kind)) is None
    reason: Reason = "consent" if kind == "consent" else "required"
    assert _given(asks("q", kind, required=True)) == Fault("q", reason)


def test_words_for_something_else_choose_it() -> None:
    assert _given(asks("q", "single"), other="Rad") == Answer("q", "single", text="Rad")
    assert _given(asks("q", "single"), _="~other", other="Rad") == Answer("q", "single", text="Rad")
    assert _given(asks("q", "multiple"), _="b", other="Rad") == Answer("q", "multiple", choices=("b",), text="Rad")


def test_something_else_without_words_and_with_another_choice_are_faults() -> None:
    assert _given(asks("q", "single"), _="~other") == Fault("q", "other_empty")
    assert _given(asks("q", "multiple"), _="~other", other=" ") == Fault("q", "other_empty")
    assert _given(asks("q", "single"), _="a", other="Rad") == Fault("q", "one_only")
    assert _given(asks("q", "single"), _="a", other="x" * 201) == Fault("q", "one_only")
    assert _given(asks("q", "multiple"), _="a", other="x" * 201) == Fault("q", "too_long", 200, 201)


def test_something_else_is_unknown_where_it_is_not_offered() -> None:
    question = Question(key="q", kind="single", label={}, choices=CHOICES)
    assert _given(question, _="~other") == Fault("q", "unknown_choice")
    assert _given(question, other="Rad") is None


def test_a_matrix_is_read_row_by_row() -> None:
    matrix = asks("q", "matrix", required=True)
    assert _given(matrix, x="a", y="c") == Answer("q", "matrix", cells={"x": "a", "y": "c"})
    assert _given(matrix, y="c") == Fault("q", "rows", 1)
    assert _given(asks("q", "matrix"), y="c") == Answer("q", "matrix", cells={"y": "c"})
    assert _given(matrix, x="z", y="c") == Fault("q", "unknown_choice")


def test_a_ranking_is_read_from_the_first_place_on_and_may_stay_unfinished() -> None:
    ranking = asks("q", "ranking", required=True)
    assert _given(ranking, a="3", b="1", c="2") == Answer("q", "ranking", choices=("b", "c", "a"))
    assert _given(ranking, c="1") == Answer("q", "ranking", choices=("c",))
    assert _given(ranking, a="3", c="1") == Answer("q", "ranking", choices=("c", "a"))
    assert _given(ranking, a="1", b="2", c="2") == Fault("q", "place_twice", 2)
    assert _given(ranking, a="4") == Fault("q", "unknown_choice")


@pytest.mark.parametrize(
    ("typed", "number"), [("7", 7), ("2,5", 2.5), ("2.5", 2.5), ("٧", 7), (" 0 ", 0), ("10,00", 10)]
)
def test_a_number_is_taken_with_comma_and_point_and_in_arabic_digits(typed: str, number: float) -> None:
    assert _given(asks("q", "number"), _=typed) == Answer("q", "number", number=number)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("viel", Fault("q", "no_number")),
        ("1.200", Fault("q", "no_number")),
        ("-1", Fault("q", "too_small", 0)),
        ("10,01", Fault("q", "too_large", 10)),
    ],
)
def test_a_number_keeps_to_its_limits(typed: str, fault: Fault) -> None:
    assert _given(asks("q", "number"), _=typed) == fault


@pytest.mark.parametrize(
    ("day", "month", "year", "expected"),
    [
        ("9", "2", "2024", "2024-02-09"),
        ("٢٩", "٠٢", "٢٠٢٤", "2024-02-29"),
        ("29", "2", "2025", Fault("q", "no_day")),
        ("9", "2", "24", Fault("q", "no_date")),
        ("9", "", "2024", Fault("q", "no_date")),
        ("9", "Mai", "2024", Fault("q", "no_date")),
        ("1,5", "2", "2024", Fault("q", "no_date")),
        ("31", "12", "1999", Fault("q", "too_early", date(2000, 1, 1))),
        ("1", "1", "2027", Fault("q", "too_late", date(2026, 12, 31))),
    ],
)
def test_a_date_is_a_day_that_there_is(day: str, month: str, year: str, expected: str | Fault) -> None:
    read = _given(asks("q", "date"), day=day, month=month, year=year)
    assert (read.text if isinstance(read, Answer) else read) == expected


def test_a_point_is_kept_to_about_a_hundred_metres() -> None:
    place = asks("q", "place", required=True)
    assert _given(place, point="51.523456,6.851999") == Answer("q", "place", point=(51.523, 6.852))
    assert _given(place, _="b", point="-0.0001,6") == Answer("q", "place", choices=("b",), point=(0.0, 6.0))
    for wrong in ("51.5", "91,6", "51,181", "nan,1", "51.5;6.8", "1e3,2"):
        assert _given(place, point=wrong) == Fault("q", "unknown_choice")


def test_a_consent_is_given_by_its_own_tick_only() -> None:
    assert _given(asks("q", "consent"), _="yes") == Answer("q", "consent", choices=("yes",))
    assert _given(asks("q", "consent"), _="on") == Fault("q", "unknown_choice")


def test_a_scale_ends_where_the_questionnaire_says() -> None:
    scale = Question(key="q", kind="scale", label={}, points=7)
    assert _given(scale, _="7") == Answer("q", "scale", number=7)
    assert _given(scale, _="8") == Fault("q", "unknown_choice")


@settings(deadline=None)
@given(st.data())
def test_whatever_is_sent_gives_answers_or_faults_and_never_an_error(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    names = [name for question in questionnaire.asking for name in names_of(question)]
    sent = st.dictionaries(st.sampled_from([*names, "a-", "a-q0.x"]), st.lists(ANYTHING, max_size=3))
    reading = read_answers(questionnaire, data.draw(sent))
    keys = [answer.question for answer in reading.answers] + [fault.question for fault in reading.faults]
    assert len(set(keys)) == len(keys)
    for answer in reading.answers:
        assert msgspec.json.decode(msgspec.json.encode(answer), type=Answer) == answer, "it can be stored and told"
        assert answer.text.encode() is not None


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_words_that_nobody_can_see_tick_nothing(kind: Kind) -> None:
    question = Question(key="q", kind=kind, label={"de": "Q"}, choices=CHOICES, other=True)
    form = form_of(Questionnaire((question,), ("de",)))
    assert " checked" not in typed_page(form, "de", "token", Typed({"a-q.other": [" \ufeff"]}), Where("a-q"))
    assert " checked" in typed_page(form, "de", "token", Typed({"a-q.other": ["Bank"]}), Where("a-q"))


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_what_was_typed_stands_in_the_page_and_is_sent_again_as_it_was(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    fields = data.draw(filled(questionnaire))
    keys = ["", WHOLE, *(PREFIX + question.key for question in questionnaire.questions)]
    where = Where(data.draw(st.sampled_from(keys)), live=data.draw(st.booleans()))
    page = typed_page(form_of(questionnaire), "de", "token", Typed(fields), where)
    again = answers_in(sent_by(page))
    before = read_answers(questionnaire, fields)
    assert read_answers(questionnaire, again) == before
    plain = {name: values for name, values in answers_in(fields).items() if "\r" not in "".join(values)}
    # Where words choose "something else", the page ticks it.
    assert (
        plain.items() <= {name: _without_other(values, plain.get(name, [])) for name, values in again.items()}.items()
    )


def _without_other(values: list[str], typed: list[str]) -> list[str]:
    return sorted((value for value in values if value != "~other" or "~other" in typed), key=[*typed, *values].index)


@pytest.mark.parametrize("page", [-1, 0, 1, 99])
def test_a_preview_shows_every_page_and_sends_nothing(page: int) -> None:
    questions = (
        asks("s", "section"),
        *(asks(kind, kind) for kind in ASKING),
        asks("t", "section"),
        asks("z", "number"),
    )
    campaign = Campaign(title={"de": "Titel"}, intro={}, office="Amt", promise_on=date(2026, 12, 1))
    shown = preview_page(Questionnaire(questions, ("de", "ar")), campaign, "ar", page)
    assert "<form" not in shown and "Vorschau" in shown and 'dir="rtl"' in shown
    assert ('id="a-z"' in shown) == (page > 0)


def test_a_form_of_every_kind_fits_into_one_congestion_window() -> None:
    """With everything a first visit needs; what a script adds comes after and is small."""
    questionnaire = Questionnaire(tuple(asks(kind, kind) for kind in ASKING), ("de",))
    page = typed_page(form_of(questionnaire), "de", "x" * 38, Typed())
    assert len(gzip.compress(page.encode(), 6)) <= 8_192 < 14_600
    script = HOUSE / "services" / "intake" / "static" / "form.js"
    assert len(gzip.compress(script.read_bytes(), 6)) <= 3_072
