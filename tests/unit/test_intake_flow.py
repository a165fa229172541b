"""The way through a questionnaire: what is shown, in which steps, and that nothing hidden counts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.intake.domain.answers import Answer, read_answers
from services.intake.domain.begun import carry_over
from services.intake.domain.fields import OTHER, PREFIX, Fields, field, names_of, parse_number
from services.intake.domain.flow import (
    NOTHING,
    Said,
    find_step,
    holds,
    is_plain,
    is_shown,
    shown_keys,
    shown_steps,
    steps_of,
)
from services.intake.domain.questionnaire import Condition, Kind, Question, Questionnaire
from services.intake.web.layout import CHECK, WHOLE, Where, lay_out
from tests.support.forms import CHOICES, asks, filled, questionnaires

#: Drawing questionnaires takes its time on a busy machine.
some = settings(deadline=None, max_examples=50)


def _said(*values: str, number: float | None = None) -> Said:
    return Said(frozenset(values), number)


@pytest.mark.parametrize(
    ("condition", "said", "expected"),
    [
        (Condition("q", "is", ("a", "b")), _said("b", "c"), True),
        (Condition("q", "is", ("a",)), _said("b"), False),
        (Condition("q", "is", ("a",)), NOTHING, False),
        (Condition("q", "is_not", ("a",)), _said("b"), True),
        (Condition("q", "is_not", ("a",)), _said("a", "b"), False),
        (Condition("q", "is_not", ("a",)), NOTHING, True),
        (Condition("q", "answered"), _said("a"), True),
        (Condition("q", "answered"), NOTHING, False),
        (Condition("q", "not_answered"), NOTHING, True),
        (Condition("q", "at_least", ("3",)), _said("3", number=3), True),
        (Condition("q", "at_least", ("3",)), _said("2.5", number=2.5), False),
        (Condition("q", "at_most", ("2,5",)), _said("2.5", number=2.5), True),
        (Condition("q", "at_most", ("3",)), NOTHING, False),
        (Condition("q", "at_least", ()), _said("3", number=3), False),
        (Condition("q", "at_least", ("many",)), _said("3", number=3), False),
    ],
)
def test_a_condition_holds_for_what_was_said(condition: Condition, said: Said, expected: bool) -> None:
    assert holds(condition, said) is expected


def _asked(kind: Kind, condition: Condition, **fields: list[str]) -> bool:
    """Whether the second question is shown, when this was sent for the first."""
    questionnaire = Questionnaire(
        (asks("q", kind), Question(key="r", kind="short_text", label={"de": "R"}, show_if=(condition,))), ("de",)
    )
    sent = {PREFIX + "q" + part.replace("_", "."): values for part, values in fields.items()}
    return "r" in shown_keys(questionnaire, {name.rstrip("."): values for name, values in sent.items()})


def test_every_kind_can_be_asked_about() -> None:
    assert _asked("single", Condition("q", "is", ("a",)), _=["a"])
    assert _asked("single", Condition("q", "is", (OTHER,)), _other=["Rad"])
    assert _asked("multiple", Condition("q", "is", ("b",)), _=["a", "b"])
    assert _asked("scale", Condition("q", "at_least", ("4",)), _=["5"])
    assert _asked("smiley", Condition("q", "is", ("1",)), _=["1"])
    assert _asked("matrix", Condition("q", "is", ("y.b",)), _y=["b"])
    assert _asked("ranking", Condition("q", "is", ("b",)), _b=["1"], _a=["2"])
    assert not _asked("ranking", Condition("q", "is", ("a",)), _b=["1"], _a=["2"])
    assert _asked("number", Condition("q", "is", ("2.5",)), _=["٢٫٥"])
    assert _asked("date", Condition("q", "answered"), _day=["1"])
    assert _asked("short_text", Condition("q", "answered"), _=["x"])
    assert not _asked("short_text", Condition("q", "answered"), _=[" \ufeff\n"])
    assert _asked("place", Condition("q", "is", ("c",)), _=["c"])
    assert _asked("consent", Condition("q", "is", ("yes",)), _=["yes"])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3),
        ("2,5", 2.5),
        ("2.50", 2.5),
        ("٢٫٥", 2.5),
        ("۱۲", 12),
        ("-4", -4),
        ("−4", -4),
        ("1 200", 1200),
        ("1\u202f200", 1200),
        ("-0", 0),
        ("1.200", None),
        ("1.200,50", None),
        ("1e3", None),
        ("zwei", None),
        ("", None),
        ("²", None),
        ("9" * 13, None),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: float | None) -> None:
    assert parse_number(text) == number


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = parse_number(text)
    assert number is None or abs(number) < 10**12


@some
@given(questionnaires(), st.data())
def test_every_question_is_in_exactly_one_step(questionnaire: Questionnaire, data: st.DataObject) -> None:
    live = data.draw(st.booleans())
    steps = steps_of(questionnaire, live=live)
    assert [question for step in steps for question in step.questions] == [
        question for question in questionnaire.questions if question.kind != "section"
    ]
    assert sum(step.begins for step in steps) == len(questionnaire.pages)
    for number, step in enumerate(steps):
        if step.key:
            assert find_step(steps, step.key) == number


@some
@given(questionnaires())
def test_without_a_script_no_question_stands_in_one_step_with_what_it_depends_on(questionnaire: Questionnaire) -> None:
    assert len(steps_of(questionnaire, live=True)) == len(questionnaire.pages)
    for step in steps_of(questionnaire):
        for question in step.questions:
            assert not {condition.question for condition in question.show_if} & step.keys


@some
@given(questionnaires(), st.data())
def test_going_on_step_by_step_asks_every_shown_question_once(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    """What a browser without scripts does: only what stands on a page is typed, and it is carried to the next."""
    wanted = data.draw(filled(questionnaire))
    live = data.draw(st.booleans())
    steps = steps_of(questionnaire, live=live)
    typed: dict[str, list[str]] = {}
    passed: list[str] = []
    number = 0
    while number < len(steps):
        for question in steps[number].questions:
            typed |= {name: wanted[name] for name in names_of(question) if name in wanted}
        shown = shown_keys(questionnaire, typed)
        passed += [question.key for question in steps[number].questions if question.key in shown]
        later = [step for step in shown_steps(steps, shown) if step > number]
        number = later[0] if later else len(steps)
    shown = shown_keys(questionnaire, typed)
    assert passed == [one.key for one in questionnaire.questions if one.key in shown and one.kind != "section"]
    assert read_answers(questionnaire, typed) == read_answers(questionnaire, wanted)


@some
@given(questionnaires(), st.data())
def test_what_is_sent_for_a_hidden_question_is_never_read(questionnaire: Questionnaire, data: st.DataObject) -> None:
    fields = data.draw(filled(questionnaire))
    shown = shown_keys(questionnaire, fields)
    reading = read_answers(questionnaire, fields)
    assert {answer.question for answer in reading.answers} | {fault.question for fault in reading.faults} <= shown
    hidden = {name for one in questionnaire.asking if one.key not in shown for name in names_of(one)}
    without = {name: values for name, values in fields.items() if name not in hidden}
    assert read_answers(questionnaire, without) == reading
    assert shown_keys(questionnaire, without) == shown


@some
@given(questionnaires(), st.data())
def test_a_hidden_section_hides_all_of_its_questions(questionnaire: Questionnaire, data: st.DataObject) -> None:
    shown = shown_keys(questionnaire, data.draw(filled(questionnaire)))
    for page in questionnaire.pages:
        if page.section and page.section.key not in shown:
            assert not shown & {question.key for question in page.questions}


@some
@given(questionnaires(), st.data())
def test_every_page_holds_or_carries_everything_that_was_typed(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    fields: Fields = data.draw(filled(questionnaire))
    keys = [question.key for question in questionnaire.questions]
    step = data.draw(st.sampled_from(["", CHECK, WHOLE, *(PREFIX + key for key in keys)]))
    layout = lay_out(questionnaire, fields, Where(step, live=data.draw(st.booleans())))
    here = {name for question in layout.questions for name in names_of(question)}
    carried = [*layout.carried, *layout.idle]
    assert {name for name, _ in carried}.isdisjoint(here)
    known = {name for question in questionnaire.asking for name in names_of(question)}
    assert {name for name in fields if name in known and any(fields[name])} <= here | {name for name, _ in carried}
    assert all(value in fields[name] for name, value in carried)
    assert 1 <= layout.number <= max(layout.of, 1)


@some
@given(questionnaires(), st.data())
def test_the_page_of_a_shown_question_shows_it(questionnaire: Questionnaire, data: st.DataObject) -> None:
    fields = data.draw(filled(questionnaire))
    live = data.draw(st.booleans())
    steps, shown = steps_of(questionnaire, live=live), shown_keys(questionnaire, fields)
    for question in questionnaire.asking:
        if question.key in shown:
            assert is_shown(steps[find_step(steps, question.key)], shown)
            items = lay_out(questionnaire, fields, Where(field(question.key), live=live)).blocks[0].items
            assert [item.hidden for item in items if item.question == question] == [False]


def test_a_questionnaire_without_sections_and_conditions_is_one_page() -> None:
    questions = (asks("a", "single"), asks("b", "long_text"))
    assert is_plain(Questionnaire(questions, ("de",)))
    assert not is_plain(Questionnaire(questions, ("de",), check=True))


@some
@given(questionnaires(), questionnaires(), st.data())
def test_a_later_version_takes_over_only_what_it_still_asks(
    before: Questionnaire, after: Questionnaire, data: st.DataObject
) -> None:
    fields = data.draw(filled(before))
    kept = carry_over(after, fields)
    shown = shown_keys(after, kept)
    known = {name for question in after.asking if question.key in shown for name in names_of(question)}
    assert set(kept) <= known
    assert carry_over(after, kept) == kept
    reading = read_answers(after, kept)
    assert "unknown_choice" not in {
        fault.reason for fault in reading.faults if _kind(after, fault.question) in ("matrix", "multiple")
    }


@some
@given(questionnaires(), st.data())
def test_the_same_version_takes_over_every_answer(questionnaire: Questionnaire, data: st.DataObject) -> None:
    fields = data.draw(filled(questionnaire))
    if not read_answers(questionnaire, fields).faults:
        assert read_answers(questionnaire, carry_over(questionnaire, fields)) == read_answers(questionnaire, fields)


def _kind(questionnaire: Questionnaire, key: str) -> Kind:
    return next(question.kind for question in questionnaire.questions if question.key == key)


def test_choices_that_are_gone_are_not_taken_over() -> None:
    before = {"a-q": ["a", "c"], "a-gone": ["x"]}
    after = Questionnaire((Question(key="q", kind="multiple", label={}, choices=CHOICES[1:]),), ("de",))
    assert carry_over(after, before) == {"a-q": ["c"]}
    assert read_answers(after, carry_over(after, before)).answers == (Answer("q", "multiple", choices=("c",)),)
