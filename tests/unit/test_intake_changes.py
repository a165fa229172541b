"""What changed between two versions, and what may be compared across them only with care."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from services.intake.domain.changes import Detail, compare, compare_languages, compare_questions, differing
from services.intake.domain.questionnaire import Choice, Condition, Question, Questionnaire

KEYS = ("q1", "q2", "q3", "q4")
QUESTIONS = tuple(Question(key=key, kind="single", label={"de": f"Frage {key}"}) for key in KEYS)
OLD = Questionnaire(QUESTIONS, ("de",))
WITH_CHOICES = replace(
    QUESTIONS[0], choices=(Choice("c1", {"de": "Ja"}), Choice("c2", {"de": "Nein"}), Choice("c3", {"de": "Vielleicht"}))
)


def _with(question: Question) -> Questionnaire:
    return replace(OLD, questions=tuple(question if one.key == question.key else one for one in QUESTIONS))


def test_the_same_questionnaire_has_no_changes() -> None:
    assert compare(OLD, OLD) == []


@given(st.permutations(QUESTIONS))
def test_another_order_is_told_as_moves_of_as_few_as_needed(order: list[Question]) -> None:
    changes = compare(OLD, replace(OLD, questions=tuple(order)))
    assert {change.op for change in changes} <= {"moved"}
    kept = [question.key for question in order if question.key not in {change.key for change in changes}]
    assert kept == [key for key in KEYS if key in kept]
    assert (changes == []) == (tuple(order) == QUESTIONS)


@given(st.sets(st.sampled_from(KEYS)), st.sets(st.sampled_from(KEYS)))
def test_what_came_and_what_went_is_all_that_is_told(before: set[str], after: set[str]) -> None:
    old, new = (replace(OLD, questions=tuple(one for one in QUESTIONS if one.key in keys)) for keys in (before, after))
    told = {(change.key, change.op) for change in compare(old, new)}
    assert told == {(key, "added") for key in after - before} | {(key, "removed") for key in before - after}


@pytest.mark.parametrize(
    ("changed", "detail"),
    [
        ({"label": {"de": "Anders"}}, Detail("label", "de", "Frage q1", "Anders")),
        ({"label": {"de": "Frage q1", "tr": "Soru"}}, Detail("label", "tr", "", "Soru")),
        ({"help": {"de": "Hilfe"}}, Detail("help", "de", "", "Hilfe")),
        ({"kind": "multiple"}, Detail("kind", "", "single", "multiple")),
        ({"required": True}, Detail("required", "", "", "✓")),
        ({"points": 7}, Detail("points", "", "5", "7")),
        ({"earliest": date(2026, 1, 2)}, Detail("earliest", "", "", "2026-01-02")),
        ({"show_if": (Condition("q0", "is", ("c1",)),)}, Detail("show_if", "", "", "q0 is c1")),
    ],
)
def test_each_change_of_a_question_is_told(changed: dict[str, Any], detail: Detail) -> None:
    changes = compare(OLD, _with(replace(QUESTIONS[0], **changed)))
    assert [(change.key, change.op, change.details) for change in changes] == [("q1", "changed", (detail,))]


def test_choices_that_came_went_and_were_reworded_are_told_by_key() -> None:
    new = replace(
        WITH_CHOICES,
        choices=(Choice("c1", {"de": "Ja, gern"}), Choice("c3", {"de": "Vielleicht"}), Choice("c4", {"de": "Nie"})),
    )
    assert compare_questions(WITH_CHOICES, new) == [
        Detail("choices", "", "", "Nie"),
        Detail("choices", "", "Nein", ""),
        Detail("choices", "de", "Ja", "Ja, gern"),
    ]


def test_choices_in_another_order_are_told_as_that() -> None:
    new = replace(WITH_CHOICES, choices=WITH_CHOICES.choices[::-1])
    assert compare_questions(WITH_CHOICES, new) == [
        Detail("choices-order", "", "Ja, Nein, Vielleicht", "Vielleicht, Nein, Ja")
    ]


def test_languages_that_came_and_went_are_told() -> None:
    assert compare_languages(replace(OLD, languages=("de", "tr")), replace(OLD, languages=("de", "ar"))) == (
        ("ar",),
        ("tr",),
    )


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"label": {"de": "Anders"}}, ("label",)),
        ({"label": {"de": "Frage q1", "tr": "Soru"}}, ()),
        ({"help": {"de": "Hilfe"}}, ()),
        ({"required": True}, ()),
        ({"kind": "multiple"}, ("kind",)),
        ({"choices": (Choice("c1", {"de": "Ja"}),)}, ("choices",)),
    ],
)
def test_only_what_changes_the_meaning_asks_for_care(changed: dict[str, Any], fields: tuple[str, ...]) -> None:
    found = differing([OLD, OLD, _with(replace(QUESTIONS[0], **changed))])
    assert found == ({"q1": fields} if fields else {})


def test_a_question_that_was_away_and_came_back_otherwise_asks_for_care() -> None:
    without = replace(OLD, questions=QUESTIONS[1:])
    back = _with(replace(QUESTIONS[0], label={"de": "Anders"}))
    assert differing([OLD, without, back]) == {"q1": ("label",)}
    assert differing([OLD, without, OLD]) == {}
