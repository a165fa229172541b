"""Questionnaires as files: out and in again, and in from other tools."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pyxform.xls2xform import convert

from services.intake.domain.exchange import FormatError
from services.intake.domain.questionnaire import Choice, Condition, Question, Questionnaire, Translated
from services.intake.domain.relevance import RelevanceError, read_relevance, write_relevance
from services.intake.operations.read_questionnaire import read_questionnaire
from services.intake.operations.write_questionnaire import write_json, write_workbook
from tests import support
from tests.support.demo import QUESTIONNAIRE

LANGUAGES = ("de", "tr", "ar")
TITLE = {"de": "Wie war das Fest?"}


def both(text: str) -> Translated:
    return {"de": text, "tr": f"{text} (tr)", "ar": f"{text} ع"}


CHOICES = (Choice("yes", both("Ja")), Choice("18-29", both("18 bis 29")))
SCALE: Any = {"low": both("schlecht"), "high": both("gut")}
EVERY_KIND = Questionnaire(
    (
        Question(key="welcome", kind="info", label=both("Guten Tag")),
        Question(key="visit", kind="single", label=both("Wie oft?"), choices=CHOICES, required=True, other=True),
        Question(key="wishes", kind="multiple", label=both("Was?"), help=both("Mehrere"), choices=CHOICES),
        Question(key="part", kind="section", label=both("Teil 2"), show_if=(Condition("visit", "is", ("yes",)),)),
        Question(key="early", kind="scale", label=both("Früh?"), standard="early-information", core=True, **SCALE),
        Question(key="many", kind="scale", label=both("Zehn"), points=10),
        Question(key="mood", kind="smiley", label=both("Laune")),
        Question(key="grid", kind="matrix", label=both("Orte"), rows=CHOICES, choices=CHOICES, required=True),
        Question(key="order", kind="ranking", label=both("Reihenfolge"), choices=CHOICES),
        Question(key="years", kind="number", label=both("Jahre"), minimum=0, maximum=99.5, unit=both("Jahre")),
        Question(key="day", kind="date", label=both("Tag"), earliest=date(2026, 1, 2), latest=date(2026, 12, 31)),
        Question(key="idea", kind="short_text", label=both("Idee"), longest=80),
        Question(
            key="more",
            kind="long_text",
            label=both("Mehr"),
            show_if=(Condition("wishes", "is_not", ("yes", "18-29")), Condition("many", "at_least", ("7",))),
        ),
        Question(key="place", kind="place", label=both("Wo?"), choices=CHOICES, locate=True),
        Question(key="agree", kind="consent", label=both("Einverstanden"), required=True),
    ),
    LANGUAGES,
    check=True,
)


@pytest.mark.parametrize("questionnaire", [QUESTIONNAIRE, EVERY_KIND], ids=["demo", "every kind"])
def test_an_xlsform_is_read_back_as_it_was_written(questionnaire: Questionnaire) -> None:
    read = read_questionnaire("bogen.xlsx", write_workbook(TITLE, questionnaire, "fest"))
    assert read.left_out == ()
    assert read.questionnaire == questionnaire
    assert read.title == TITLE


@pytest.mark.parametrize("questionnaire", [QUESTIONNAIRE, EVERY_KIND], ids=["demo", "every kind"])
def test_a_json_file_is_read_back_as_it_was_written(questionnaire: Questionnaire) -> None:
    read = read_questionnaire("bogen.JSON", write_json(TITLE, questionnaire))
    assert (read.questionnaire, read.title, read.left_out) == (questionnaire, TITLE, ())


@pytest.mark.parametrize("questionnaire", [QUESTIONNAIRE, EVERY_KIND], ids=["demo", "every kind"])
def test_other_tools_take_the_xlsform(questionnaire: Questionnaire) -> None:
    """pyxform is what ODK, Kobo and Enketo turn spreadsheets into forms with."""
    form = convert(xlsform=io.BytesIO(write_workbook(TITLE, questionnaire, "fest")), validate=False).xform
    for question in questionnaire.questions:
        assert question.key in form


def test_cells_that_look_like_formulas_stay_texts() -> None:
    question = Question(key="q", kind="short_text", label={"de": "=1+1"})
    content = write_workbook({}, Questionnaire((question,), ("de",)), "f")
    sheet = openpyxl.load_workbook(io.BytesIO(content))["survey"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1")
    assert cell.data_type == "s"


def workbook(survey: list[dict[str, Any]], choices: list[dict[str, Any]] = []) -> bytes:  # noqa: B006 - only read
    book = openpyxl.Workbook()
    for name, rows in (("survey", survey), ("choices", choices)):
        sheet = book.create_sheet(name)
        headings = list(dict.fromkeys(heading for row in rows for heading in row))
        sheet.append(headings)
        for row in rows:
            sheet.append([row.get(heading) for heading in headings])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


YES_NO = [{"list_name": "yn", "name": name, "label": name.title()} for name in ("yes", "no")]


def test_a_form_of_another_tool_comes_in_with_a_list_of_what_was_left_out() -> None:
    survey = [
        {"type": "start", "name": "start"},
        {"type": "select_one yn or_other", "name": "Q.1", "label": "Waren Sie da?", "required": "true"},
        {"type": "begin group", "name": "g", "label": "Teil", "relevant": "${Q.1} = 'yes'"},
        {"type": "integer", "name": "n", "label": "Wie viele?", "constraint": ". >= 1 and . <= 10 and . != 7"},
        {"type": "range", "name": "r", "label": "Note", "parameters": "start=1 end=6 step=1"},
        {"type": "end group", "name": "g"},
        {"type": "image", "name": "photo", "label": "Ein Bild"},
        {"type": "calculate", "name": "c", "calculation": "1 + 1"},
        {"type": "text", "name": "t", "label": "Warum?", "relevant": "pulldata('a', 'b')"},
        {"type": "begin repeat", "name": "rep", "label": "Kinder"},
        {"type": "text", "name": "child", "label": "Name"},
        {"type": "end repeat", "name": "rep"},
    ]
    read = read_questionnaire("kobo.xlsx", workbook(survey, YES_NO))
    by_key = {question.key: question for question in read.questionnaire.questions}
    assert list(by_key) == ["q-1", "g", "n", "r", "t"]
    assert (by_key["q-1"].kind, by_key["q-1"].other, by_key["q-1"].required) == ("single", True, True)
    assert by_key["g"].show_if == (Condition("q-1", "is", ("yes",)),)
    assert (by_key["n"].minimum, by_key["n"].maximum) == (1, 10)
    assert (by_key["r"].kind, by_key["r"].points) == ("scale", 6)
    assert [left.reason for left in read.left_out] == ["device", "constraint", "type", "type", "condition", "repeat"]
    assert read.left_out[1].where == "survey 5: n"


LSS = (Path(support.__file__).parent / "fest.lss").read_bytes()


def test_a_limesurvey_structure_comes_in_with_a_list_of_what_was_left_out() -> None:
    read = read_questionnaire("fest.lss", LSS)
    by_key = {question.key: question for question in read.questionnaire.questions}
    assert list(by_key) == ["part-1", "been", "what", "part-2", "grid", "why"]
    assert read.title == {"de": "Fest"}
    assert read.questionnaire.languages == ("de", "en")
    assert by_key["been"].label == {"de": "Waren Sie da?", "en": "Were you there?"}
    assert [choice.key for choice in by_key["been"].choices] == ["Y", "N"]
    assert (by_key["what"].kind, by_key["what"].other) == ("multiple", True)
    assert by_key["part-2"].show_if == (Condition("been", "is", ("Y",)),)
    assert by_key["grid"].show_if == (Condition("what", "is", ("a",)),)
    assert by_key["grid"].choices == (Choice("1", {"de": "gut"}),)
    assert by_key["grid"].rows == (Choice("x", {"de": "das Essen"}),)
    assert [(left.where, left.reason) for left in read.left_out] == [("file", "type"), ("why", "condition")]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("bogen.docx", b"", "ending"),
        ("bogen.xlsx", b"no zip", "xlsx"),
        ("bogen.json", b"{", "json"),
        ("bogen.json", b'{"format": "resonanz-questionnaire", "title": {}}', "json"),
        ("bogen.lss", b"<document>", "xml"),
        ("bogen.lss", b'<!DOCTYPE d [<!ENTITY a "b">]><document>&a;</document>', "xml"),
        ("bogen.lss", b"<document/>", "no-survey-structure"),
        ("bogen.json", b" " * 2_000_001, "too-large"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name: str, content: bytes, reason: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_questionnaire(name, content)
    assert caught.value.reason == reason


def test_a_workbook_without_questions_says_so() -> None:
    with pytest.raises(FormatError, match="no-question"):
        read_questionnaire("leer.xlsx", workbook([{"type": "note", "name": "n", "label": "Hallo"}]))


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 41_000_000)
    with pytest.raises(FormatError, match="too-large"):
        read_questionnaire("bombe.xlsx", packed.getvalue())


KINDS = {"one": Question(key="one", kind="single", label={}), "many": Question(key="many", kind="multiple", label={})}
KINDS["count"] = Question(key="count", kind="number", label={})
keys = st.text("abcdefgh-19", min_size=1, max_size=6).filter(lambda key: key[0] in "abcdefgh")
chosen = st.builds(
    Condition,
    st.sampled_from(["one", "many"]),
    st.sampled_from(["is", "is_not"]),
    st.lists(keys, min_size=1, max_size=3, unique=True).map(tuple),
)
compared = st.builds(
    Condition,
    st.just("count"),
    st.sampled_from(["at_least", "at_most"]),
    st.integers(-5, 500).map(lambda number: (str(number),)),
)
there = st.builds(Condition, st.sampled_from(sorted(KINDS)), st.sampled_from(["answered", "not_answered"]))


@given(st.lists(chosen | compared | there, max_size=4).map(tuple))
def test_every_condition_survives_the_way_through_a_spreadsheet(conditions: tuple[Condition, ...]) -> None:
    written = write_relevance(conditions, KINDS)
    assert read_relevance(written, lambda name: name if name in KINDS else None) == conditions if written else True


@pytest.mark.parametrize(
    "expression",
    [
        "${one} = 'a' or ${many} = 'b'",
        "count-selected(${many}) > 2",
        "${gone} = 'a'",
        "${one} = ${many}",
        "not(${count} > 3)",
    ],
)
def test_what_a_condition_cannot_say_is_refused(expression: str) -> None:
    with pytest.raises(RelevanceError):
        read_relevance(expression, lambda name: name if name in KINDS else None)


@given(st.binary(max_size=200), st.sampled_from(["a.xlsx", "a.lss", "a.json"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    try:
        read_questionnaire(name, content)
    except FormatError as error:
        assert error.reason


def test_json_of_a_version_before_leaves_out_what_was_not_there_yet() -> None:
    old = replace(QUESTIONNAIRE, questions=QUESTIONNAIRE.questions[:1])
    written = msgspec.json.decode(write_json(TITLE, old))
    assert "rows" not in written["questionnaire"]["questions"][0]
