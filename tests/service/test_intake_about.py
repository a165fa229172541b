"""Ready-made questions about the person: put in by one press, comparable ever after, and told to the others."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from services.intake.domain.questionnaire import Question
from services.intake.operations.read_questionnaire import read_questionnaire
from services.intake.operations.write_questionnaire import write_json, write_workbook
from services.intake.storage.core import load_person
from shared.contracts.campaigns import QuestionFact
from shared.contracts.person import AGES, ELSEWHERE, NO_ANSWER, parts_of
from tests.support.city import City
from tests.support.demo import DISTRICT, QUESTIONNAIRE
from tests.support.making import begin, draft_of, fields_of, fill, open_now, press, publish, see, told
from tests.support.people import sign_in
from tests.support.residents import CODE, ask_who


@pytest.fixture
async def base(city: City) -> str:
    await sign_in(city, "ada", "lead")
    return await begin(city, start="empty", languages=["de", "tr"])


async def _add(city: City, base: str, about: str) -> Any:
    return await city.client.post(f"{base}/kinds", data={"kind": f"about-{about}", "behind": ""})


async def _questions(city: City, base: str) -> tuple[Question, ...]:
    return (await draft_of(city, base)).questionnaire.questions


async def test_a_ready_made_question_is_complete_by_one_press(city: City, base: str) -> None:
    assert "Fertige Fragen zur Person" in await see(city, f"{base}/kinds")
    for about in ("age", "part", "gender"):
        assert (await _add(city, base, about)).status_code == 303
    age, part, gender = await _questions(city, base)
    assert [choice.key for choice in age.choices] == [*AGES, NO_ANSWER]
    assert [choice.key for choice in part.choices] == [*(one.key for one in parts_of(DISTRICT)), ELSEWHERE, NO_ANSWER]
    assert not any(question.required for question in (age, part, gender))
    assert "Fertige Fragen zur Person" not in await see(city, f"{base}/kinds")
    await open_now(city, base, **{"title-tr": "Başlık"})
    assert (await publish(city, base)).status_code == 303


async def test_its_words_may_change_and_its_answers_stay(city: City, base: str) -> None:
    path = (await _add(city, base, "age")).headers["location"].split("?")[0]
    assert "bleiben, wie sie sind" in await see(city, path)
    before = (await _questions(city, base))[0]
    changes = {"label-de": "Ihr Alter?", "choices-key": ["x"], "choices-de": ["steinalt"], "required": "yes"}
    await fill(city, path, do="save", kind="multiple", **changes)
    after = (await _questions(city, base))[0]
    assert after.label["de"] == "Ihr Alter?"
    assert replace(after, label=before.label) == before
    await fill(city, path, do="choices-remove-80-plus")
    assert (await _questions(city, base))[0].choices == before.choices


async def test_a_copy_is_a_question_like_any_other(city: City, base: str) -> None:
    await _add(city, base, "age")
    await press(city, base, "copy-q1")
    assert [question.about for question in await _questions(city, base)] == ["age", ""]


async def test_a_district_without_parts_is_not_asked_for_them(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start="empty", district="osterfeld")
    assert "about-part" not in (await city.client.get(f"{base}/kinds")).text
    assert (await _add(city, base, "part")).status_code == 404
    assert (await _add(city, base, "age")).status_code == 303


@pytest.mark.parametrize("start", ["event", "ideas", "evaluation"])
async def test_a_campaign_begins_with_them_if_wanted(city: City, start: str) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start=start, person="yes")
    questions = await _questions(city, base)
    assert [question.about for question in questions[-2:]] == ["age", "part"]
    await open_now(city, base)
    assert (await publish(city, base)).status_code == 303


async def test_nobody_is_asked_unless_wanted(city: City) -> None:
    await sign_in(city, "ada", "lead")
    assert 'name="person" value="yes">' in (await city.client.get("/staff/making/new")).text
    base = await begin(city, start="event")
    assert not any(question.about for question in await _questions(city, base))


async def test_the_others_hear_what_a_question_is_about(city: City, base: str) -> None:
    await _add(city, base, "age")
    await open_now(city, base, **{"title-tr": "Başlık"})
    await publish(city, base)
    await city.deliver_all()
    assert await city.all("SELECT key, about FROM analysis.question") == [("q1", "age")]


async def test_what_was_told_before_questions_said_so_is_about_nobody() -> None:
    assert msgspec.convert({"key": "age", "kind": "single", "label": {}}, QuestionFact).about == ""
    assert b"about" not in msgspec.json.encode(QuestionFact("age", "single", {}))


@pytest.mark.parametrize("name", ["bogen.xlsx", "bogen.json"])
async def test_files_keep_what_a_question_is_about(name: str) -> None:
    asked = replace(
        QUESTIONNAIRE, questions=tuple(_spoken(one, QUESTIONNAIRE.languages) for one in load_person(DISTRICT))
    )
    title = {"de": "Titel"}
    content = write_json(title, asked) if name.endswith("json") else write_workbook(title, asked, "titel")
    assert read_questionnaire(name, content).questionnaire == asked


def _spoken(question: Question, languages: tuple[str, ...]) -> Question:
    """Without languages that the questionnaire is not in: an XLSForm has columns for its own only."""

    def cut(text: dict[str, str]) -> dict[str, str]:
        return {code: text[code] for code in languages}

    choices = tuple(replace(choice, label=cut(choice.label)) for choice in question.choices)
    return replace(question, label=cut(question.label), help=cut(question.help or {}), choices=choices)


async def test_answers_of_another_tool_are_not_taken_for_ours(city: City, base: str) -> None:
    person = load_person(DISTRICT)
    foreign = replace(person[0], choices=person[0].choices[2:])
    asked = replace(QUESTIONNAIRE, questions=(foreign,), languages=("de",))
    document = write_json({"de": "Titel"}, asked).decode()
    await city.client.post(f"{base}/files/take", data={"document": document})
    assert "lassen sich nicht vergleichen" in await see(city, f"{base}/questions")
    await fill(city, f"{base}/languages", languages=["de"])
    await open_now(city, base)
    edition = await fields_of(city, f"{base}/questions")
    assert edition
    assert "nicht die der fertigen Frage" in told(await publish(city, base))


async def test_a_question_about_the_person_says_why_and_can_be_left_open(city: City) -> None:
    await ask_who(city)
    page = await city.client.get(f"/q/{CODE}?lang=de")
    assert "keine Angabe" in page.text
    assert "damit wir merken, wenn eine Altersgruppe oder ein Ortsteil fehlt" in page.text
    assert await city.respond({"a-informed": "2"}, CODE)
