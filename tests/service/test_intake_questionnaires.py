"""The editor of questions: every press is kept, nothing typed is lost, the core questions stay what they are."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from services.intake.domain.questionnaire import Condition, Kind, Questionnaire
from services.intake.operations.draft_questionnaire import NoDraftError, replace_draft
from services.intake.storage.core import load_core, load_starts
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.texts import LANGUAGES
from shared.staff.domain.roles import SignedIn
from tests.support.city import City
from tests.support.demo import QUESTIONNAIRE
from tests.support.making import begin, draft_of, fields_of, fill, id_of, open_now, press, publish, see, told
from tests.support.people import sign_in


@pytest.fixture
async def base(city: City) -> str:
    """A draft of three languages without questions, and an editor who is signed in."""
    await sign_in(city, "ada", "lead")
    return await begin(city, start="empty", languages=["de", "tr", "ar"])


async def _add(city: City, base: str, kind: str, behind: str = "") -> str:
    answer = await city.client.post(f"{base}/kinds", data={"kind": kind, "behind": behind})
    assert answer.status_code == 303
    return str(answer.headers["location"].split("?")[0])


async def _questionnaire(city: City, base: str) -> Questionnaire:
    return (await draft_of(city, base)).questionnaire


async def _keys(city: City, base: str) -> list[str]:
    return [question.key for question in (await _questionnaire(city, base)).questions]


@pytest.mark.parametrize("kind", get_args(Kind))
async def test_a_new_question_of_every_kind_has_a_page_that_keeps_it_as_it_is(city: City, base: str, kind: str) -> None:
    path = await _add(city, base, kind)
    await fill(city, path, do="stay", **{"label-de": "Was ist Ihnen wichtig?"})
    written = await _questionnaire(city, base)
    assert written.questions[0].label == {"de": "Was ist Ihnen wichtig?"}
    assert (await fill(city, path, do="save")).headers["location"].endswith("#question-q1")
    assert await _questionnaire(city, base) == written
    assert "Was ist Ihnen wichtig?" in await see(city, f"{base}/questions")
    assert (await city.client.get(f"{base}/preview")).status_code == 200


async def test_questions_are_inserted_moved_copied_and_removed(city: City, base: str) -> None:
    for kind in ("scale", "single"):
        await _add(city, base, kind)
    await _add(city, base, "long_text", behind="q1")
    assert await _keys(city, base) == ["q1", "q3", "q2"]
    await press(city, base, "up-q2")
    await press(city, base, "copy-q1")
    assert await _keys(city, base) == ["q1", "q4", "q2", "q3"]
    await press(city, base, "remove-q2")
    assert await _keys(city, base) == ["q1", "q4", "q3"]


async def test_a_removed_question_comes_back_by_one_press(city: City, base: str) -> None:
    path = await _add(city, base, "long_text")
    await fill(city, path, do="save", **{"label-de": "Aus Versehen gelöscht"})
    await press(city, base, "remove-q1")
    page = await city.client.get(f"{base}/questions?done=removed")
    assert "Letzte Änderung zurücknehmen" in page.text
    await press(city, base, "undo")
    assert (await _questionnaire(city, base)).questions[0].label == {"de": "Aus Versehen gelöscht"}


async def test_choices_are_added_many_at_once_moved_and_removed(city: City, base: str) -> None:
    path = await _add(city, base, "single")
    await fill(
        city, path, do="choices-add", **{"choices-de": ["Ja", "Nein"], "choices-more": "Vielleicht\r\n\r\nWeiß nicht"}
    )
    await fill(city, path, do="choices-up-c4")
    await fill(city, path, do="choices-remove-c2")
    question = (await _questionnaire(city, base)).questions[0]
    assert [(choice.key, choice.label["de"]) for choice in question.choices] == [
        ("c1", "Ja"),
        ("c4", "Weiß nicht"),
        ("c3", "Vielleicht"),
    ]


async def test_rows_left_empty_go_when_the_question_is_saved(city: City, base: str) -> None:
    path = await _add(city, base, "matrix")
    await fill(city, path, do="save", **{"rows-de": ["Wege", ""], "choices-de": ["gut", "schlecht"]})
    question = (await _questionnaire(city, base)).questions[0]
    assert [row.label for row in question.rows] == [{"de": "Wege"}]


async def test_a_text_is_written_beside_any_language_and_the_others_stay(city: City, base: str) -> None:
    path = await _add(city, base, "scale")
    answer = await fill(city, path, do="language-ar", **{"label-de": "Frage", "label-tr": "Soru", "low-tr": "hiç"})
    assert answer.headers["location"].endswith("?with=ar&done=saved")
    page = await city.client.get(f"{path}?with=ar")
    assert re.search(r'name="label-ar"[^>]+dir="rtl"', page.text)
    await fill(city, f"{path}?with=ar", do="save", **{"label-ar": "سؤال"})
    question = (await _questionnaire(city, base)).questions[0]
    assert question.label == {"de": "Frage", "tr": "Soru", "ar": "سؤال"}
    assert question.low == {"tr": "hiç"}


async def test_a_condition_is_built_from_earlier_questions_only(city: City, base: str) -> None:
    first = await _add(city, base, "single")
    await fill(city, first, do="save", **{"label-de": "Kommen Sie oft?", "choices-de": ["Ja", "Nein"]})
    assert "Nur zeigen" not in await see(city, first)
    second, _ = await _add(city, base, "long_text"), await _add(city, base, "scale")
    page = (await city.client.get(second)).text
    assert re.findall(r'<select id="condition-new".*?</select>', page, re.DOTALL)[0].count("<option") == 1
    await fill(city, second, do="condition-add", **{"condition-new": "q1"})
    await fill(city, second, do="save", **{"label-de": "Warum?", "condition-0-value": ["c1"]})
    question = (await _questionnaire(city, base)).questions[1]
    assert question.show_if == (Condition("q1", "is", ("c1",)),)
    assert "„Kommen Sie oft?“ so beantwortet ist" in await see(city, f"{base}/questions")
    await press(city, base, "up-q2")
    assert "das steht nicht davor" in await see(city, f"{base}/questions")
    await fill(city, second, do="condition-remove-0")
    assert (await _questionnaire(city, base)).questions[0].show_if == ()


async def test_a_limit_is_one_step_in_the_words_of_the_question(city: City, base: str) -> None:
    first = await _add(city, base, "smiley")
    await fill(city, first, do="save", **{"label-de": "Wie war es?"})
    second = await _add(city, base, "long_text")
    await fill(city, second, do="condition-add", **{"condition-new": "q1"})
    page = (await city.client.get(second)).text
    assert '<input type="radio" name="condition-0-value" value="1">1 – sehr schlecht' in page
    more = {"label-de": "Warum?", "condition-0-comparison": "at_most", "condition-0-value": ["1", "3"]}
    await fill(city, second, do="save", **more)
    assert "braucht genau eine Stufe" in await see(city, f"{base}/questions")
    await fill(city, second, do="save", **{"condition-0-value": "2"})
    listed = await see(city, f"{base}/questions")
    assert "höchstens so hoch ist: 2 – eher schlecht" in listed
    assert "genau eine Stufe" not in listed


async def test_a_new_question_that_somebody_thinks_better_of_is_gone(city: City, base: str) -> None:
    new = await _add(city, base, "single")
    await fill(city, new, do="drop", **{"label-de": "Doch nicht"})
    assert await _keys(city, base) == []
    kept = await _add(city, base, "long_text")
    await fill(city, kept, do="save", **{"label-de": "Warum?"})
    assert 'value="drop"' not in (await city.client.get(kept)).text
    await fill(city, kept, do="drop")
    assert len(await _keys(city, base)) == 1


async def test_where_answers_are_always_shown_again_the_page_says_so(city: City, base: str) -> None:
    assert "Bei diesem Bogen immer" not in await see(city, f"{base}/languages")
    await _add(city, base, "long_text")
    await _add(city, base, "section")
    assert "Bei diesem Bogen immer" in await see(city, f"{base}/languages")


async def test_the_preview_marks_what_is_not_translated_and_what_not_everybody_sees(city: City, base: str) -> None:
    first = await _add(city, base, "single")
    await fill(city, first, do="save", **{"label-de": "Kommen Sie oft?", "choices-de": ["Ja", "Nein"]})
    second = await _add(city, base, "long_text")
    await fill(city, second, do="condition-add", **{"condition-new": "q1"})
    await fill(city, second, do="save", **{"label-de": "Warum?", "condition-0-value": ["c1"]})
    await fill(city, f"{base}/languages", languages=["de", "uk"])
    german, ukrainian = [await see(city, f"{base}/preview?language={code}") for code in ("de", "uk")]
    assert "Nur zu sehen, wenn „Kommen Sie oft?“ so beantwortet ist: Ja" in german
    assert "(Übersetzung fehlt)" not in german
    assert "Kommen Sie oft? (Übersetzung fehlt)" in ukrainian
    assert "Zurück zu den Fragen" in ukrainian
    large = (await city.client.get(f"{base}/preview?language=uk&view=large")).text
    assert 'data-view="large"' in large
    assert "language=de&amp;view=large" in large


async def test_a_condition_on_a_question_that_was_removed_is_named_and_kept(city: City, base: str) -> None:
    await _add(city, base, "scale")
    second = await _add(city, base, "long_text")
    await fill(city, second, do="condition-add", **{"condition-new": "q1"})
    await press(city, base, "remove-q1")
    assert "das steht nicht davor" in await see(city, second)
    await fill(city, second, do="save")
    assert (await _questionnaire(city, base)).questions[0].show_if[0].question == "q1"
    answer = await publish(city, base)
    assert answer.status_code == 422
    assert f'href="{base}/questions/q2"' in answer.text


@pytest.mark.parametrize(
    ("kind", "typed", "field"),
    [
        ("number", {"minimum": "viel"}, "minimum"),
        ("number", {"minimum": "9", "maximum": "3"}, "maximum"),
        ("date", {"earliest": "gestern"}, "earliest"),
        ("long_text", {"longest": "99999"}, "longest"),
        ("scale", {"points": "1"}, "points"),
        ("long_text", {"label-de": "x" * 4001}, "label-de"),
    ],
)
async def test_what_cannot_be_read_is_kept_and_named(
    city: City, base: str, kind: str, typed: dict[str, str], field: str
) -> None:
    path = await _add(city, base, kind)
    answer = await fill(city, path, do="save", **{"help-de": "Ein Hilfetext", **typed})
    assert answer.status_code == 422
    assert f'<a href="#{field}">' in answer.text
    assert "Ein Hilfetext" in answer.text
    assert (await _questionnaire(city, base)).questions[0].help is None


async def test_limits_are_kept_with_a_comma(city: City, base: str) -> None:
    path = await _add(city, base, "number")
    await fill(city, path, do="save", minimum="0,5", maximum="10", **{"unit-de": "Kilometer"})
    question = (await _questionnaire(city, base)).questions[0]
    assert (question.minimum, question.maximum, question.unit) == (0.5, 10, {"de": "Kilometer"})
    assert 'value="10"' in (await city.client.get(path)).text


async def test_a_scale_may_be_said_to_rate_a_standard(city: City, base: str) -> None:
    path = await _add(city, base, "scale")
    await fill(city, path, do="save", standard="respect-fairness")
    assert (await _questionnaire(city, base)).questions[0].standard == "respect-fairness"
    await fill(city, path, do="save", standard="made-up")
    assert (await _questionnaire(city, base)).questions[0].standard is None


async def test_two_who_change_one_question_at_once_see_both(city: City, base: str) -> None:
    path = await _add(city, base, "long_text")
    stale = await fields_of(city, path)
    await fill(city, path, do="save", **{"label-de": "Von Ada"})
    late = await city.client.post(path, data={**stale, "do": "save", "label-de": "Von Bert"})
    assert late.status_code == 409
    assert "Von Ada" in told(late)
    assert "Von Bert" in late.text
    seen = re.search(r'name="seen" value="(\w+)"', late.text)
    assert seen
    again = await city.client.post(path, data={**stale, "do": "save", "label-de": "Von Bert", "seen": seen[1]})
    assert again.status_code == 303
    assert (await _questionnaire(city, base)).questions[0].label["de"] == "Von Bert"


async def test_two_who_change_different_questions_do_not_disturb_each_other(city: City, base: str) -> None:
    first, second = await _add(city, base, "long_text"), await _add(city, base, "scale")
    stale = await fields_of(city, second)
    await fill(city, first, do="save", **{"label-de": "Eins"})
    answer = await city.client.post(second, data={**stale, "do": "save", "label-de": "Zwei"})
    assert answer.status_code == 303
    labels = [question.label["de"] for question in (await _questionnaire(city, base)).questions]
    assert labels == ["Eins", "Zwei"]


async def test_a_button_pressed_on_an_old_list_does_nothing_but_show_the_new_one(city: City, base: str) -> None:
    for kind in ("scale", "single"):
        await _add(city, base, kind)
    edition = (await draft_of(city, base)).edition
    await press(city, base, "down-q1")
    answer = await city.client.post(f"{base}/questions", data={"edition": str(edition), "do": "remove-q2"})
    assert answer.status_code == 409
    assert await _keys(city, base) == ["q2", "q1"]


async def test_a_question_somebody_removed_leads_to_the_list(city: City, base: str) -> None:
    path = await _add(city, base, "scale")
    stale = await fields_of(city, path)
    await press(city, base, "remove-q1")
    answer = await city.client.post(path, data={**stale, "do": "save"})
    assert answer.headers["location"] == f"{base}/questions?fault=gone"
    assert "Diese Frage gibt es nicht mehr" in await see(city, f"{base}/questions?fault=gone")
    assert (await city.client.get(path)).status_code == 303


async def test_an_evaluation_has_the_core_questions_by_itself(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start="evaluation")
    questions = (await _questionnaire(city, base)).questions
    assert questions[-6:] == load_core()
    key = questions[-6].key
    page = await city.client.get(f"{base}/questions/{key}")
    assert "Diese Kernfrage ist in allen Beteiligungen gleich" in page.text
    assert 'name="do" value="save"' not in page.text


@pytest.mark.parametrize("do", ["copy", "remove"])
async def test_a_core_question_is_neither_copied_nor_removed_nor_changed(city: City, do: str) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start="evaluation")
    key = load_core()[2].key
    assert (await press(city, base, f"{do}-{key}")).status_code == 409
    typed = {"seen": "", "beside": "", "do": "save", "label-de": "Umgedeutet"}
    answer = await city.client.post(f"{base}/questions/{key}", data=typed)
    assert answer.headers["location"].endswith("fault=locked")
    assert (await _questionnaire(city, base)).questions[-6:] == load_core()


async def test_the_core_questions_move_as_one(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start="evaluation")
    await press(city, base, f"up-{load_core()[3].key}")
    assert [question.core for question in (await _questionnaire(city, base)).questions] == [True] * 6 + [False]


async def test_another_kind_of_campaign_brings_the_core_questions_and_takes_them_away(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city)
    await fill(city, f"{base}/settings", kind="evaluation")
    assert (await _questionnaire(city, base)).questions[-6:] == load_core()
    await fill(city, f"{base}/settings", kind="feedback")
    assert [question.core for question in (await _questionnaire(city, base)).questions] == [False] * 4


async def test_an_evaluation_in_all_languages_of_the_core_can_go_public(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start="evaluation", languages=["de", "tr", "ar", "en"], title="Wie war es?")
    titles = {f"title-{code}": "Wie war es?" for code in ("tr", "ar", "en")}
    await open_now(city, base, **titles)
    assert (await publish(city, base)).status_code == 303
    await city.deliver_all()
    standards = await city.all("SELECT standard FROM analysis.question WHERE standard IS NOT NULL ORDER BY place")
    assert [standard for (standard,) in standards] == [one.standard for one in load_core() if one.standard]


async def test_easy_language_needs_who_tested_it(city: City, base: str) -> None:
    await fill(city, f"{base}/languages", languages=["de", "de-leicht"], tested_by="")
    assert "Es ist keine Prüfgruppe genannt." in await see(city, f"{base}/questions")
    await fill(city, f"{base}/languages", languages=["de", "de-leicht"], tested_by="Prüfgruppe der Lebenshilfe")
    assert (await _questionnaire(city, base)).tested_by == {"de-leicht": "Prüfgruppe der Lebenshilfe"}
    assert "Prüfgruppe genannt" not in await see(city, f"{base}/questions")


async def test_a_language_that_is_left_out_keeps_its_texts(city: City, base: str) -> None:
    path = await _add(city, base, "long_text")
    await fill(city, path, do="save", **{"label-de": "Frage", "label-tr": "Soru"})
    await fill(city, f"{base}/languages", languages=["de"])
    await fill(city, f"{base}/languages", languages=["de", "tr"])
    assert (await _questionnaire(city, base)).questions[0].label["tr"] == "Soru"


async def test_a_questionnaire_without_any_language_is_refused(city: City, base: str) -> None:
    edition = (await fields_of(city, f"{base}/languages"))["edition"]
    answer = await city.client.post(f"{base}/languages", data={"edition": edition})
    assert answer.status_code == 422
    assert (await _questionnaire(city, base)).languages == ("de", "tr", "ar")


async def test_two_who_change_the_languages_at_once_see_both(city: City, base: str) -> None:
    edition = (await fields_of(city, f"{base}/languages"))["edition"]
    await fill(city, f"{base}/languages", languages=["de", "uk"])
    answer = await city.client.post(f"{base}/languages", data={"edition": edition, "languages": ["de", "pl"]})
    assert answer.status_code == 409
    assert "Inzwischen gespeichert: Deutsch, Ukrainisch" in told(answer)
    assert 'value="pl" checked' in answer.text
    assert (await _questionnaire(city, base)).languages == ("de", "uk")


@pytest.mark.parametrize("start", list(load_starts()))
async def test_every_start_is_complete_in_every_language_and_face(city: City, start: str) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start=start, languages=list(LANGUAGES), title="Titel")
    await open_now(city, base, **{f"title-{code}": "Titel" for code in LANGUAGES})
    assert (await publish(city, base)).status_code == 303


@pytest.mark.parametrize("language", ["de", "tr", "ar"])
async def test_the_preview_speaks_every_language_and_sends_nothing(city: City, language: str) -> None:
    await sign_in(city, "ada", "reader")
    demo = await city.publish_demo()
    page = await city.client.get(f"/staff/making/{demo.campaign_id}/preview?language={language}")
    assert page.status_code == 200
    assert f'lang="{language}"' in page.text
    assert QUESTIONNAIRE.questions[0].label[language] in page.text


async def test_a_replaced_draft_keeps_the_core_and_can_be_taken_back(city: City) -> None:
    await sign_in(city, "ada", "lead")
    base = await begin(city, start="evaluation")
    before = await _questionnaire(city, base)
    by = SignedIn(await city.one("SELECT id FROM staff.account"), "Ada", {"*": "lead"})
    imported = replace(QUESTIONNAIRE, questions=QUESTIONNAIRE.questions[:2])
    await city.database("intake").run(lambda session: replace_draft(session, id_of(base), imported, by, now()))
    assert (await _questionnaire(city, base)).questions == (*imported.questions, *load_core())
    await press(city, base, "undo")
    assert await _questionnaire(city, base) == before
    with pytest.raises(NoDraftError):
        await city.database("intake").run(lambda session: replace_draft(session, random_id(), imported, by, now()))


async def test_a_key_that_was_published_is_never_given_again(city: City, base: str) -> None:
    path = await _add(city, base, "single")
    languages = {"label-de": "Eins", "choices-de": ["a", "b"], "label-tr": "Bir", "choices-tr": ["a", "b"]}
    await fill(city, f"{base}/languages", languages=["de", "tr"])
    await fill(city, path, do="save", **languages)
    await open_now(city, base, **{"title-tr": "Başlık"})
    assert (await publish(city, base)).status_code == 303
    await city.client.post(f"{base}/draft")
    await fill(city, path, do="choices-remove-c2")
    await fill(city, path, do="choices-add", **{"choices-more": "c"})
    question = (await _questionnaire(city, base)).questions[0]
    assert [choice.key for choice in question.choices] == ["c1", "c3"]
    await press(city, base, "remove-q1")
    assert (await _add(city, base, "scale")).endswith("/q2")


async def test_a_draft_beside_a_public_version_is_thrown_away_whole(city: City) -> None:
    await sign_in(city, "ada", "editor")
    demo = await city.publish_demo()
    base = f"/staff/making/{demo.campaign_id}"
    await city.client.post(f"{base}/draft")
    await press(city, base, "remove-way")
    edition = str((await draft_of(city, base)).edition)
    assert (await city.client.post(f"{base}/draft/discard", data={"edition": edition})).status_code == 303
    assert await city.all("SELECT version FROM intake.questionnaire") == [(1,)]


async def test_the_only_draft_cannot_be_thrown_away(city: City, base: str) -> None:
    edition = str((await draft_of(city, base)).edition)
    assert (await city.client.post(f"{base}/draft/discard", data={"edition": edition})).status_code == 409


@pytest.mark.parametrize("role", ["reader"])
async def test_a_reader_sees_the_questions_and_changes_none(city: City, role: Any) -> None:
    await sign_in(city, "ada", "editor")
    base = await begin(city)
    await sign_in(city, "rea", role)
    assert "Was ist Ihre Idee?" in await see(city, f"{base}/questions")
    assert (await city.client.get(f"{base}/questions/q1")).status_code == 200
    assert (await press(city, base, "remove-q1")).status_code == 403
    assert (await city.client.post(f"{base}/questions/q1", data={"do": "save"})).status_code == 403
    assert (await city.client.post(f"{base}/kinds", data={"kind": "scale"})).status_code == 403
    assert len(await _keys(city, base)) == 4
