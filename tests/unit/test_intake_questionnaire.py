"""What a questionnaire is."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from services.intake.domain.questionnaire import Choice, Question, Questionnaire, say
from tests.support.demo import QUESTIONNAIRE


def test_the_demo_questionnaire_is_complete_in_all_its_languages() -> None:
    assert QUESTIONNAIRE.languages == ("de", "tr", "ar")
    assert QUESTIONNAIRE.missing_texts() == []


@pytest.mark.parametrize(
    "question",
    [
        Question(key="q", kind="scale", label={"de": "Frage"}),
        Question(key="q", kind="scale", label={"de": "Frage", "tr": ""}),
        Question(key="q", kind="scale", label={"de": "Frage", "tr": "Soru"}, help={"de": "Hilfe"}),
        Question(key="q", kind="scale", label={"de": "Frage", "tr": "Soru"}, low={"de": "wenig"}),
        Question(key="q", kind="single", label={"de": "Frage", "tr": "Soru"}, choices=(Choice("a", {"de": "A"}),)),
    ],
)
def test_a_missing_text_is_named_by_question_and_language(question: Question) -> None:
    assert Questionnaire((question,), ("de", "tr")).missing_texts() == [("q", "tr")]


def test_a_text_falls_back_to_german_then_to_any() -> None:
    assert say({"de": "ja", "tr": "evet"}, "tr") == "evet"
    assert say({"de": "ja", "tr": ""}, "tr") == "ja"
    assert say({"tr": "evet"}, "ar") == "evet"
    assert say(None, "de") == ""
    assert say({}, "de") == ""


def test_a_questionnaire_is_read_back_as_it_was_stored() -> None:
    stored = msgspec.json.encode(QUESTIONNAIRE)
    assert msgspec.json.decode(stored, type=Questionnaire) == QUESTIONNAIRE


def test_a_published_question_cannot_be_changed_in_place() -> None:
    question = QUESTIONNAIRE.questions[0]
    with pytest.raises(AttributeError):
        question.required = False  # type: ignore[misc]
    assert replace(question, required=False) != question
