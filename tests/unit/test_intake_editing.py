"""Editing a draft: whatever is pressed in whatever order, keys stay unique, and conditions hold or are named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from services.intake.domain import editing
from services.intake.domain.checking import check_questionnaire
from services.intake.domain.conditions import comparisons_of, earlier, values_of
from services.intake.domain.editing import LockedError, UnknownError
from services.intake.domain.question_form import PARTS, arranged, digest_of, family_of, read_question
from services.intake.domain.questionnaire import Choice, Condition, Kind, Question, Questionnaire
from services.intake.storage.core import load_core

KINDS: tuple[Kind, ...] = tuple(PARTS)
CORE = load_core()
EMPTY = Questionnaire((), ("de",))
#: A change, given three numbers to choose by.
Change = Callable[[Questionnaire, int, int, int], Questionnaire]


def _key(questionnaire: Questionnaire, number: int) -> str:
    keys = [question.key for question in questionnaire.questions]
    return keys[number % len(keys)] if keys else "q0"


def _insert(questionnaire: Questionnaire, where: int, kind: int, _third: int) -> Questionnaire:
    key = editing.free_key("q", {question.key for question in questionnaire.questions})
    behind = _key(questionnaire, where) if questionnaire.questions and where % 3 else None
    return editing.insert(questionnaire, editing.new_question(KINDS[kind % len(KINDS)], key), behind)


def _move(questionnaire: Questionnaire, which: int, way: int, _third: int) -> Questionnaire:
    return editing.move(questionnaire, _key(questionnaire, which), -1 if way % 2 else 1)


def _copy(questionnaire: Questionnaire, which: int, _second: int, _third: int) -> Questionnaire:
    key = editing.free_key("q", {question.key for question in questionnaire.questions})
    return editing.copy(questionnaire, _key(questionnaire, which), key)


def _remove(questionnaire: Questionnaire, which: int, _second: int, _third: int) -> Questionnaire:
    return editing.remove(questionnaire, _key(questionnaire, which))


def _choose(questionnaire: Questionnaire, which: int, how: int, row: int) -> Questionnaire:
    question = editing.find(questionnaire, _key(questionnaire, which))
    keys = [choice.key for choice in question.choices] or ["c1"]
    changed = [
        editing.add_choices(question, "choices", [{"de": "neu"}], ()),
        editing.move_choice(question, "choices", keys[row % len(keys)], 1),
        editing.remove_choice(question, "choices", keys[row % len(keys)]),
    ][how % 3]
    return editing.put(questionnaire, changed)


def _condition(questionnaire: Questionnaire, which: int, asked: int, value: int) -> Questionnaire:
    question = editing.find(questionnaire, _key(questionnaire, which))
    before = earlier(questionnaire, question.key)
    if not before:
        return questionnaire
    changed = editing.add_condition(question, before[asked % len(before)])
    values = list(values_of(before[asked % len(before)])) or ["1"]
    last = replace(changed.show_if[-1], values=(values[value % len(values)],))
    return editing.put(questionnaire, replace(changed, show_if=(*changed.show_if[:-1], last)))


def _core(questionnaire: Questionnaire, kind: int, _second: int, _third: int) -> Questionnaire:
    return editing.with_core(questionnaire, "evaluation" if kind % 2 else "feedback", CORE)


CHANGES: tuple[Change, ...] = (_insert, _insert, _move, _copy, _remove, _choose, _condition, _core)
PRESSES = st.lists(
    st.tuples(st.sampled_from(CHANGES), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50)), max_size=30
)


def _pressed(presses: list[tuple[Change, int, int, int]], start: Questionnaire = EMPTY) -> list[Questionnaire]:
    """Every state on the way; a press that is refused changes nothing."""
    states = [start]
    for change, *numbers in presses:
        try:
            states.append(change(states[-1], *numbers))
        except (LockedError, UnknownError):
            continue
    return states


@given(PRESSES)
def test_keys_stay_unique_whatever_is_pressed(presses: list[Any]) -> None:
    for state in _pressed(presses):
        keys = [question.key for question in state.questions]
        assert len(keys) == len(set(keys))
        for question in state.questions:
            choices = [choice.key for choice in question.choices]
            assert len(choices) == len(set(choices))


@given(PRESSES)
def test_a_condition_points_to_what_is_asked_before_or_is_named_as_a_fault(presses: list[Any]) -> None:
    state = _pressed(presses)[-1]
    named = {
        (fault.question, fault.about)
        for fault in check_questionnaire(state, "feedback", CORE)
        if fault.reason.startswith("condition-")
    }
    for question in state.questions:
        before = {asked.key: asked for asked in earlier(state, question.key)}
        for condition in question.show_if:
            asked = before.get(condition.question)
            fine = asked is not None and condition.comparison in comparisons_of(asked)
            if fine and asked and values_of(asked) and condition.comparison in ("is", "is_not"):
                fine = set(condition.values) <= set(values_of(asked)) and bool(condition.values)
            assert fine or (question.key, condition.question) in named


@given(PRESSES)
def test_the_core_questions_stay_together_and_as_they_are(presses: list[Any]) -> None:
    start = editing.with_core(EMPTY, "evaluation", CORE)
    for state in _pressed([press for press in presses if press[0] is not _core], start):
        places = [place for place, question in enumerate(state.questions) if question.core]
        assert places == list(range(places[0], places[0] + len(CORE)))
        assert tuple(question for question in state.questions if question.core) == CORE


@given(PRESSES, st.booleans())
def test_fitting_the_core_twice_is_fitting_it_once(presses: list[Any], evaluates: bool) -> None:
    kind = "evaluation" if evaluates else "feedback"
    once = editing.with_core(_pressed(presses)[-1], kind, CORE)
    assert editing.with_core(once, kind, CORE) == once
    assert sum(question.core for question in once.questions) == (len(CORE) if evaluates else 0)


@given(PRESSES, st.integers(0, 50))
def test_up_and_down_again_is_as_it_was(presses: list[Any], which: int) -> None:
    state = _pressed(presses)[-1]
    if not state.questions:
        return
    key = _key(state, which)
    up = editing.move(state, key, -1)
    assert up == state or editing.move(up, key, 1) == state


@given(PRESSES, st.lists(st.sampled_from(["de", "tr", "ar"]), max_size=5))
def test_a_language_left_out_takes_no_text_with_it(presses: list[Any], languages: list[str]) -> None:
    state = _pressed(presses)[-1]
    changed = editing.with_languages(state, languages, {"de-leicht": "Gruppe"})
    assert changed.questions == state.questions
    assert len(set(changed.languages)) == len(changed.languages)
    assert changed.tested_by == {}


@pytest.mark.parametrize(
    ("taken", "key"), [((), "q1"), (("q1", "q2"), "q3"), (("q9", "wish"), "q10"), (("qx", "q03"), "q4")]
)
def test_a_new_key_is_higher_than_any_that_was_given(taken: tuple[str, ...], key: str) -> None:
    assert editing.free_key("q", taken) == key


def test_keys_of_all_versions_count_as_given() -> None:
    old = Questionnaire((Question(key="q1", kind="single", label={}, choices=(Choice("c7", {}),)),), ("de",))
    used = editing.keys_used([old, EMPTY])
    assert used == {"": frozenset({"q1"}), "q1": frozenset({"c7"})}
    grown = editing.add_choices(editing.new_question("single", "q1"), "choices", [{"de": "neu"}], used["q1"])
    assert grown.choices[-1].key == "c8"


def test_a_question_that_is_not_there_is_said_so() -> None:
    with pytest.raises(UnknownError):
        editing.move(EMPTY, "q1", 1)
    with pytest.raises(UnknownError):
        editing.copy(EMPTY, "q1", "q2")
    with pytest.raises(UnknownError):
        editing.remove(EMPTY, "q1")


def test_nobody_smuggles_a_core_question_in() -> None:
    own = Questionnaire((Question(key="q1", kind="scale", label={}),), ("de",))
    assert not editing.put(own, Question(key="q1", kind="scale", label={}, core=True)).questions[0].core


@given(st.sampled_from(KINDS), st.text(max_size=40))
def test_a_form_sent_untouched_changes_no_question(kind: Kind, text: str) -> None:
    before = editing.new_question(kind, "q1")
    label = " ".join(text.split())
    question = read_question({"label-de": [label], "points": ["5"], **_rows(before)}, before, ("de",))
    assert question.faults == {}
    again = read_question(
        {"label-de": [question.question.label.get("de", "")], "points": ["5"], **_rows(before)},
        question.question,
        ("de",),
    )
    assert again.question == question.question


def _rows(question: Question) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {"required": ["yes"] if question.required else []}
    for name in ("choices", "rows"):
        listed = getattr(question, name)
        fields |= {f"{name}-key": [one.key for one in listed], f"{name}-de": ["" for _ in listed]}
    return fields


@pytest.mark.parametrize(
    "action", ["choices-up-c1", "choices-down-c9", "choices-", "x", "condition-remove-7", "rows-up-"]
)
def test_a_button_there_is_not_changes_nothing(action: str) -> None:
    question = editing.new_question("single", "q1")
    assert arranged(question, action, {}, replace(EMPTY, questions=(question,)), ()) == question


def test_a_condition_is_offered_on_earlier_questions_only() -> None:
    whole = replace(EMPTY, questions=tuple(editing.new_question("scale", key) for key in ("q1", "q2", "q3")))
    added = [
        arranged(whole.questions[1], "condition-add", {"condition-new": [key]}, whole, ()).show_if
        for key in ("q1", "q2", "q3")
    ]
    assert added == [(Condition("q1", "at_least"),), (), ()]


def test_the_digest_changes_with_the_question_and_not_with_the_order_of_languages() -> None:
    question = Question(key="q1", kind="scale", label={"de": "a", "tr": "b"})
    assert digest_of(question) == digest_of(replace(question, label={"tr": "b", "de": "a"}))
    assert digest_of(question) != digest_of(replace(question, required=True))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_may_become_only_one_that_what_was_written_fits(kind: Kind) -> None:
    before = editing.new_question(kind, "q1")
    for other in KINDS:
        read = read_question({"kind": [other], "points": ["5"], **_rows(before)}, before, ("de",))
        assert (read.question.kind == other) == (other in family_of(kind))
