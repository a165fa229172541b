"""A form filled with the answers of a response gives these answers again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from services.intake.domain.answers import Answer, read_answers
from services.intake.domain.corrections import changed_questions, fields_of, is_correctable
from services.intake.domain.questionnaire import Choice, Kind, Question, Questionnaire

AB = (Choice("a", {"de": "A"}), Choice("b", {"de": "B"}), Choice("c", {"de": "C"}))
GIVEN = [
    Answer("q", "short_text", text="Bahnhofstraße"),
    Answer("q", "long_text", text="Zwei\nZeilen, 50 % <b>"),
    Answer("q", "scale", number=3),
    Answer("q", "smiley", number=5),
    Answer("q", "number", number=2.5),
    Answer("q", "number", number=-7),
    Answer("q", "single", choices=("b",)),
    Answer("q", "single", text="anders"),
    Answer("q", "multiple", choices=("a", "c"), text="und anders"),
    Answer("q", "matrix", cells={"a": "b", "c": "a"}),
    Answer("q", "ranking", choices=("c", "a")),
    Answer("q", "date", text="2026-05-03"),
    Answer("q", "place", choices=("a",), point=(51.507, -6.9)),
    Answer("q", "consent", choices=("yes",)),
]


def _asked(kind: Kind) -> Questionnaire:
    question = Question(
        key="q",
        kind=kind,
        label={"de": "?"},
        choices=AB if kind in ("single", "multiple", "matrix", "ranking", "place") else (),
        rows=AB if kind == "matrix" else (),
        other=kind in ("single", "multiple"),
        locate=kind == "place",
    )
    return Questionnaire(languages=("de",), questions=(question,))


@pytest.mark.parametrize("answer", GIVEN, ids=lambda answer: f"{answer.kind}-{GIVEN.index(answer)}")
def test_what_is_shown_again_is_read_as_it_was(answer: Answer) -> None:
    questionnaire = _asked(answer.kind)
    assert read_answers(questionnaire, fields_of(questionnaire, [answer])) == ((answer,), ())


def test_every_kind_of_question_is_among_them() -> None:
    from services.intake.domain.answers import _READERS

    assert {answer.kind for answer in GIVEN} == set(_READERS)


def test_an_answer_to_a_question_that_is_gone_is_left_out() -> None:
    assert fields_of(_asked("short_text"), [Answer("gone", "short_text", text="x")]) == {}


def test_a_question_counts_as_changed_when_it_is_answered_differently_no_more_or_only_now() -> None:
    one, two = Answer("a", "short_text", text="1"), Answer("b", "short_text", text="2")
    assert changed_questions([one, two], [one, two]) == ()
    assert changed_questions([one, two], [Answer("a", "short_text", text="x")]) == ("a", "b")
    assert changed_questions([], [two]) == ("b",)


def test_answers_can_be_changed_as_long_as_the_campaign_takes_responses() -> None:
    opens = datetime(2026, 5, 1, tzinfo=UTC)
    closes, grace = opens + timedelta(days=9), timedelta(days=1)
    assert is_correctable(opens, closes, opens, grace)
    assert is_correctable(opens, closes, closes + timedelta(hours=23), grace)
    assert not is_correctable(opens, closes, closes + grace, grace)
