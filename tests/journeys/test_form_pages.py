"""A resident goes through a form in pages, with every kind of question, with and without scripts."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from playwright.async_api import Browser, Page, expect

from services.intake.domain.fields import Fields
from services.intake.domain.flow import shown_keys
from services.intake.domain.questionnaire import Question, Questionnaire, Translated
from services.intake.web.layout import WHOLE, Where
from services.intake.web.shown import Typed, typed_page
from tests.journeys.conftest import OpenPage
from tests.support import paged
from tests.support.browser import assert_no_violations, assert_well_made, click_through
from tests.support.city import City
from tests.support.forms import ASKING, asks, filled, form_of, questionnaires
from tests.support.source import HOUSE

CODE: Final = paged.CODE
RECEIPT: Final = re.compile(r"^[A-Z0-9]{4} [A-Z0-9]{4}$")
SCRIPT: Final = (HOUSE / "services/intake/static/form.js").read_text("utf-8")
in_pages = pytest.mark.usefixtures("_paged")
both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
HERE: Final = {"latitude": 51.5234567, "longitude": 6.8519999}


@pytest.fixture
async def _paged(served: City) -> None:
    await paged.publish(served)


def _everything() -> Questionnaire:
    """Every kind of question, in one page."""
    questions = [asks("part", "section"), asks("word", "info"), *(asks(kind.replace("_", ""), kind) for kind in ASKING)]
    return Questionnaire(tuple(_in_arabic(question) for question in questions), ("de", "ar"), check=True)


def _in_arabic(question: Question) -> Question:
    """Also in Arabic, so far as it matters for how a page looks."""
    choices, rows = (
        tuple(replace(one, label=_both(one.label)) for one in few) for few in (question.choices, question.rows)
    )
    return replace(question, label=_both(question.label), choices=choices, rows=rows)


def _both(text: Translated) -> Translated:
    return {**text, "ar": f"سؤال {text['de'][-1]}"}


async def _next(page: Page) -> None:
    await click_through(page.locator("button.send"))


async def _fill_everything(page: Page) -> None:
    await page.locator('[name="a-single.other"]').fill("Rad")
    await page.locator('[name="a-multiple"][value="b"]').check()
    await page.locator('[name="a-scale"][value="4"]').check()
    await page.locator('[name="a-smiley"][value="2"]').check()
    await page.locator('[name="a-matrix.x"][value="c"]').check()
    await page.locator('[name="a-ranking.b"]').select_option("1")
    await page.locator('[name="a-ranking.a"]').select_option("2")
    await page.locator("#a-number").fill("٢٫٥")
    for part, value in {"day": "9", "month": "2", "year": "2024"}.items():
        await page.locator(f'[name="a-date.{part}"]').fill(value)
    await page.locator("#a-shorttext").fill("Straße “Am Markt” <7>")
    await page.locator("#a-longtext").fill("Zwei\nZeilen")
    await page.locator('[name="a-place"][value="a"]').check()
    await page.locator("#a-consent").check()


@both
@pytest.mark.parametrize("language", ["de", "ar"])
async def test_every_kind_of_question_is_answered_checked_and_received(
    served: City, open_page: OpenPage, scripts: bool, language: str
) -> None:
    await paged.publish(served, _everything())
    page = await open_page(f"/q/{CODE}", scripts=scripts, locale=language)
    await assert_well_made(page, scripts)
    await _fill_everything(page)
    await _next(page)
    await expect(page.locator("dl.check dt")).to_have_count(len(ASKING))
    await expect(page.locator("dl.check")).to_contain_text("Straße “Am Markt” <7>")
    await assert_well_made(page, scripts)
    await _next(page)
    await expect(page.locator(".receipt .code")).to_have_text(RECEIPT)
    answers = await served.one("SELECT answers FROM intake.response")
    said = {answer.pop("question"): answer for answer in answers}
    assert [answer.pop("kind") for answer in said.values()] == list(ASKING)
    assert list(said.values()) == [
        {"text": "Rad"},
        {"choices": ["b"]},
        {"number": 4},
        {"number": 2},
        {"cells": {"x": "c"}},
        {"choices": ["b", "a"]},
        {"number": 2.5},
        {"text": "2024-02-09"},
        {"text": "Straße “Am Markt” <7>"},
        {"text": "Zwei\nZeilen"},
        {"choices": ["a"]},
        {"choices": ["yes"]},
    ]


@both
@in_pages
async def test_what_depends_on_an_answer_is_asked_at_once_or_on_the_next_step(
    served: City, open_page: OpenPage, scripts: bool
) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    await expect(page.locator("#a-line")).to_be_hidden()
    await page.locator('[name="a-how"][value="bus"]').check()
    if not scripts:
        await _next(page)
    await expect(page.locator("#a-line")).to_be_visible()
    await assert_well_made(page, scripts)
    await page.locator("#a-line").fill("SB98")
    await _next(page)
    await expect(page).to_have_title(re.compile("^Schritt [23] von etwa [34]: "))
    await page.locator('[name="a-mood"][value="1"]').check()
    await _next(page)
    await page.locator("#a-agreed").check()
    await _next(page)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Stimmt alles?")
    await _next(page)
    await expect(page.locator(".receipt .code")).to_have_text(RECEIPT)
    stored = await served.one("SELECT answers FROM intake.response")
    assert [answer["question"] for answer in stored] == ["how", "line", "mood", "agreed"]


@both
@in_pages
async def test_the_browsers_back_button_loses_and_doubles_nothing(
    served: City, open_page: OpenPage, scripts: bool
) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    await page.locator('[name="a-how"][value="foot"]').check()
    await _next(page)
    if not scripts:
        await _next(page)
    await page.locator("#a-wish").fill("Mehr Licht")
    await page.locator("#a-agreed").check()
    await _next(page)
    await page.go_back()
    await expect(page.locator("#a-wish")).to_have_value("Mehr Licht")
    await page.locator("#a-wish").fill("Mehr Bänke")
    await _next(page)
    await expect(page.locator("dl.check")).to_contain_text("Mehr Bänke")
    await _next(page)
    receipt = await page.locator(".receipt .code").inner_text()
    await page.go_back()
    await expect(page.locator("dl.check")).to_contain_text("Mehr Bänke")
    await _next(page)
    assert await page.locator(".receipt .code").inner_text() == receipt
    assert await served.one("SELECT count(*) FROM intake.response") == 1


@both
@in_pages
async def test_back_to_the_first_page_finds_what_was_typed_there(open_page: OpenPage, scripts: bool) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    await page.locator('[name="a-how.other"]').fill("Mit dem Rad")
    if scripts:
        await page.locator("#a-minutes").fill("12")
    await _next(page)
    await page.go_back()
    await expect(page.locator('[name="a-how.other"]')).to_have_value("Mit dem Rad")
    if scripts:
        await expect(page.locator("#a-minutes")).to_have_value("12")


@both
@in_pages
async def test_a_form_is_left_and_gone_on_with_on_another_device(
    served: City, open_page: OpenPage, scripts: bool
) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    await page.locator('[name="a-how"][value="foot"]').check()
    await page.get_by_role("button", name="Später weitermachen").click()
    code = await page.locator(".code").inner_text()
    await assert_well_made(page, scripts)
    other = await open_page("/q", scripts=scripts)
    await other.locator("#code").fill(code.lower())
    await other.get_by_role("button", name="Weiter").click()
    await expect(other.locator('[name="a-how"][value="foot"]')).to_be_checked()
    assert code.replace(" ", "") not in other.url


@both
@in_pages
async def test_a_changed_answer_is_reached_from_the_check(open_page: OpenPage, scripts: bool) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    await page.locator('[name="a-how"][value="foot"]').check()
    await _next(page)
    if not scripts:
        await _next(page)
    await page.locator("#a-agreed").check()
    await _next(page)
    await click_through(page.get_by_role("button", name=re.compile("^Ändern ?: Ihr Wunsch$")))
    assert page.url.endswith("#a-wish")
    await page.locator("#a-wish").fill("Eine Bank")
    await _next(page)
    await expect(page.locator("dl.check")).to_contain_text("Eine Bank")


@both
@in_pages
async def test_pages_are_gone_through_by_keyboard_alone(served: City, open_page: OpenPage, scripts: bool) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    for wanted in ("#a-how", "#a-agreed"):
        await _tab_to(page, wanted)
        await page.keyboard.press("Space")
        await _tab_to(page, "button.send")
        await page.keyboard.press("Enter")
        if wanted == "#a-how" and not scripts:
            await _tab_to(page, "#a-minutes")
            await page.keyboard.press("Enter")
    await _tab_to(page, "button.send")
    await page.keyboard.press("Enter")
    await expect(page.locator(".receipt .code")).to_have_text(RECEIPT)


async def _tab_to(page: Page, wanted: str) -> None:
    await page.locator(wanted).wait_for()
    for _ in range(60):
        if await page.locator(f"{wanted}:focus").count():
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {wanted}")


@both
async def test_large_text_and_dark_colours_leave_every_kind_whole(
    served: City, open_page: OpenPage, scripts: bool
) -> None:
    """A window of 1280 pixels at 400 per cent is 320 wide."""
    await paged.publish(served, _everything())
    for language in ("de", "ar"):
        narrow = {"width": 320, "height": 640}
        page = await open_page(f"/q/{CODE}?lang={language}", scripts=scripts, viewport=narrow, color_scheme="dark")
        await assert_well_made(page, scripts)
        await _next(page)
        await assert_well_made(page, scripts)


async def test_a_place_comes_from_the_device_only_after_a_tap_and_rounded(served: City, open_page: OpenPage) -> None:
    await paged.publish(served, _everything())
    page = await open_page(f"/q/{CODE}", geolocation=HERE, permissions=["geolocation"])
    assert await page.locator('[name="a-place.point"]').count() == 0
    await page.locator("[data-locate]").click()
    point = page.locator('[name="a-place.point"]')
    await expect(point).to_be_checked()
    assert await point.get_attribute("value") == "51.523,6.852"
    await assert_no_violations(page)
    await point.uncheck()
    await page.locator("[data-locate]").click()
    await expect(point).to_be_checked()
    await _next(page)
    await _next(page)
    await expect(page.locator(".receipt .code")).to_have_text(RECEIPT)
    assert await served.one("SELECT answers -> 0 -> 'point' FROM intake.response") == [51.523, 6.852]


async def test_a_device_that_tells_no_place_is_told_kindly(served: City, open_page: OpenPage) -> None:
    await paged.publish(served, _everything())
    page = await open_page(f"/q/{CODE}", geolocation=HERE, permissions=[])
    await page.locator("[data-locate]").click()
    await expect(page.locator(".locate [role=status]")).to_contain_text("ließ sich nicht bestimmen")


@in_pages
async def test_writing_something_else_chooses_it_and_choosing_again_puts_it_aside(open_page: OpenPage) -> None:
    page = await open_page(f"/q/{CODE}")
    words, other = page.locator('[name="a-how.other"]'), page.locator('[name="a-how"][value="~other"]')
    await words.fill("Rad")
    await expect(other).to_be_checked()
    await page.locator('[name="a-how"][value="foot"]').check()
    await expect(words).to_have_value("")
    await other.check()
    await expect(words).to_have_value("Rad")


@in_pages
async def test_all_pages_in_one_document_follow_the_answers_without_a_server(open_page: OpenPage, served: City) -> None:
    page = await open_page(f"/q/{CODE}?whole=1")
    await expect(page.locator("#a-mood")).to_be_hidden()
    await page.context.set_offline(True)
    await page.locator('[name="a-how"][value="bus"]').check()
    await expect(page.locator("#a-mood")).to_be_visible()
    await expect(page.locator("#a-line")).to_be_visible()
    await page.locator("#a-line").fill("SB98")
    await page.locator("#a-agreed").check()
    await page.context.set_offline(False)
    await assert_no_violations(page)
    await _next(page)
    await expect(page.locator(".receipt .code")).to_have_text(RECEIPT)


async def test_the_script_and_the_server_show_the_same_questions(browser: Browser) -> None:
    """Random questionnaires, half filled in any way: what the browser hides is what the server does not read."""
    page = await browser.new_page()
    try:
        for questionnaire, fields in _cases():
            await page.set_content(typed_page(form_of(questionnaire), "de", "token", Typed(fields), Where(WHOLE)))
            await page.add_script_tag(content=SCRIPT)
            assert await _visible(page, questionnaire) == _expected(questionnaire, fields), (questionnaire, fields)
    finally:
        await page.close()


def _expected(questionnaire: Questionnaire, fields: Fields) -> list[str]:
    shown = shown_keys(questionnaire, fields)
    return [question.key for question in questionnaire.asking if question.key in shown]


async def _visible(page: Page, questionnaire: Questionnaire) -> list[str]:
    keys = [question.key for question in questionnaire.asking]
    told: list[str] = await page.evaluate(
        "keys => keys.filter((key) => !document.getElementById(`a-${key}`).closest('[data-if][hidden]'))", keys
    )
    return told


def _cases() -> list[tuple[Questionnaire, dict[str, list[str]]]]:
    """Forty, always the same: a browser is no place to shrink examples in."""
    found: list[tuple[Questionnaire, dict[str, list[str]]]] = []

    @settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(questionnaires(most=9), st.data())
    def gather(questionnaire: Questionnaire, data: st.DataObject) -> None:
        if questionnaire.asking and any(question.show_if for question in questionnaire.asking):
            found.append((questionnaire, data.draw(filled(questionnaire))))

    gather()
    assert len(found) > 15
    return found
