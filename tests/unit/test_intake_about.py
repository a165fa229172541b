"""Questions about the person: complete in every language, and the same words as residents are counted by."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from services.intake.domain.checking import check_questionnaire
from services.intake.domain.person import NO_ANSWER, unfit, with_person
from services.intake.domain.questionnaire import About, Choice, Question, Questionnaire, texts_of
from services.intake.storage.core import load_person
from shared.contracts import person as words
from shared.kit.texts import LANGUAGES

DISTRICT = "sterkrade-mitte"
PERSON = load_person(DISTRICT)
AGE, PART, GENDER = PERSON
PLAIN = Question(key="q1", kind="long_text", label={"de": "Und sonst?"})
CONSENT = Question(key="q2", kind="consent", label={"de": "Ja"}, required=True)


def test_intake_and_the_contract_use_the_same_words() -> None:
    assert get_args(About) == get_args(words.About)
    assert NO_ANSWER == words.NO_ANSWER
    assert [choice.key for choice in AGE.choices] == [*words.AGES, words.NO_ANSWER]
    assert [choice.key for choice in GENDER.choices] == [*words.GENDERS, words.NO_ANSWER]
    assert [choice.key for choice in PART.choices][-2:] == [words.ELSEWHERE, words.NO_ANSWER]


@pytest.mark.parametrize("question", PERSON, ids=lambda question: question.about)
def test_they_are_written_in_every_language_and_face(question: Question) -> None:
    assert question.help
    for text in texts_of(question):
        assert set(text) == set(LANGUAGES)
        assert all(text.values())
    assert not question.required


def test_they_fit_as_they_are() -> None:
    asked = Questionnaire((PLAIN, *PERSON), ("de",))
    assert check_questionnaire(asked, "feedback", (), PERSON) == []


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (replace(AGE, required=True), "about-required"),
        (replace(AGE, choices=AGE.choices[:-1]), "about-required"),
        (replace(AGE, choices=AGE.choices[1:]), "about-choices"),
        (replace(AGE, choices=(Choice("90", {"de": "90"}), *AGE.choices)), "about-choices"),
        (replace(AGE, other=True), "about-choices"),
        (replace(AGE, kind="multiple"), "about-choices"),
        (replace(PART, choices=(*PART.choices[3:],)), "about-choices"),
        (AGE, ""),
        (PLAIN, ""),
    ],
)
def test_what_could_not_be_compared_is_a_fault(question: Question, reason: str) -> None:
    assert unfit(question, (), PERSON) == reason


def test_the_same_twice_is_a_fault() -> None:
    assert unfit(AGE, (AGE,), PERSON) == "about-twice"


def test_they_come_last_but_before_what_is_agreed_to() -> None:
    assert with_person((PLAIN, CONSENT), (AGE, PART)) == (PLAIN, AGE, PART, CONSENT)
    assert with_person((PLAIN,), (AGE,)) == (PLAIN, AGE)
    assert with_person((), (AGE,)) == (AGE,)
    assert with_person((AGE, PLAIN), (AGE, PART)) == (AGE, PLAIN, PART)


def test_a_district_without_parts_is_not_asked_for_them() -> None:
    assert [question.about for question in load_person("osterfeld")] == ["age", "gender"]
