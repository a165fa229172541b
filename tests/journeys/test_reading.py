"""Everybody can read: large text, strong contrast, aloud; by keyboard, on the narrowest screen, from either side."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Final

import pytest
from playwright.async_api import Page, expect

from tests.journeys.conftest import PHONE, EnterAs, OpenPage
from tests.support.browser import assert_fits, assert_no_violations, assert_well_made
from tests.support.city import City
from tests.support.demo import CODE, WISH
from tests.support.people import hire

PUBLIC: Final = (
    "/",
    "/q",
    f"/q/{CODE}",
    "/receipt",
    "/modell",
    "/datenschutz",
    "/barrierefreiheit",
    "/barriere-melden",
    "/nowhere",
)
STAFF: Final = ("/staff", "/staff/barriers", "/staff/review", "/staff/catalogue", "/staff/held", "/staff/operations")
#: A desk's screen of 1280 pixels at 400 %.
ZOOMED: Final = {"width": 320, "height": 256}
LARGE: Final = re.compile(r"\blarge\b")
#: Links inside a sentence may be as small as its letters (WCAG 2.5.8).
SMALL_TARGETS: Final = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
    .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && one.type !== "hidden")
    .filter((one) => !(one.matches("p a, li a, td a, bdi a") && getComputedStyle(one).display === "inline"))
    .map((one) => (one.closest("label") || one).getBoundingClientRect())
    .filter((box) => box.right > 0 && (box.width < 24 || box.height < 24))
    .map((box) => `${box.width} × ${box.height}`)"""
#: What a device says about its voices, and a place where what was said is written down.
VOICES: Final = """(() => {
    window.said = [];
    const voices = %s;
    const speech = { getVoices: () => voices, addEventListener() {}, cancel() { window.said.push("STOP"); },
        speak(words) { window.said.push(words.text); setTimeout(() => words.onstart?.()); } };
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})()"""
HERE: Final = VOICES % '[{ lang: "de_DE", localService: true }]'
ELSEWHERE: Final = VOICES % '[{ lang: "de-DE", localService: false }, { lang: "tr-TR", localService: true }]'


async def _send(page: Page) -> None:
    await page.locator("#a-informed").check()
    await page.locator("button.send").click()
    await expect(page.locator(".receipt .code")).to_be_visible()


@pytest.fixture
async def enter(served: City, open_page: OpenPage, enter_as: EnterAs) -> Any:
    """Opens the start page as an administrator, with one report on the list."""
    await hire(served, "ada", "administrator")
    page = await open_page("/barriere-melden?lang=de&page=/q")
    await page.locator("#what").fill("Die Schrift ist zu klein.")
    await page.get_by_role("button", name="Absenden", exact=True).last.click()
    await expect(page.get_by_role("status")).to_be_visible()
    return partial(enter_as, "ada")


@pytest.mark.parametrize(
    ("language", "scheme", "view"),
    [("de", "light", ""), ("ar", "dark", ""), ("ar", "light", "large+contrast"), ("uk", "dark", "large+contrast")],
)
async def test_every_public_page_is_for_everybody(open_page: OpenPage, language: str, scheme: str, view: str) -> None:
    page = await open_page("/", color_scheme=scheme)
    for path in PUBLIC:
        spoken = language if language in ("de", "ar") or path != f"/q/{CODE}" else "de"
        await page.goto(f"{path}?lang={spoken}&view={view}")
        for summary in await page.locator(".reading summary").all():
            await summary.click()
        await assert_well_made(page)
    await page.goto(f"/q/{CODE}?lang=ar&view={view}")
    await _send(page)
    await assert_well_made(page)
    await page.goto(f"/barriere-melden?lang={language}&view={view}")
    await page.locator("button.send").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await assert_no_violations(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_list_of_barriers_is_for_everybody(enter: Any, scheme: str) -> None:
    page = await enter(color_scheme=scheme)
    await page.goto("/staff/barriers")
    await expect(page.locator("article")).to_contain_text("Die Schrift ist zu klein.")
    await assert_no_violations(page)
    await page.get_by_label("Was Sie getan haben").fill("Schrift ist größer.")
    await page.get_by_role("button", name="Erledigt").click()
    await expect(page.get_by_role("status")).to_contain_text("Als erledigt festgehalten")
    await expect(page.locator("main")).to_contain_text("Schrift ist größer.")
    await assert_no_violations(page)


async def test_nothing_scrolls_sideways_at_four_times_the_size(enter: Any) -> None:
    page = await enter(viewport=ZOOMED)
    for path in (*PUBLIC, *STAFF):
        for view in ("", "large") if path in PUBLIC else ("",):
            await page.goto(f"{path}?lang=de&view={view}")
            await assert_fits(page)


async def test_everything_to_be_hit_is_large_enough(enter: Any) -> None:
    page = await enter()
    for path in (*PUBLIC, "/staff/barriers"):
        await page.goto(f"{path}?lang=de&view=")
        for summary in await page.locator(".reading summary").all():
            await summary.click()
        assert await page.evaluate(SMALL_TARGETS) == [], path


async def test_whoever_wants_no_movement_sees_none(open_page: OpenPage) -> None:
    moving = "getComputedStyle(document.querySelector('button.send')).transitionDuration"
    page = await open_page(f"/q/{CODE}", reduced_motion="no-preference")
    assert await page.evaluate(moving) != "0s"
    page = await open_page(f"/q/{CODE}", reduced_motion="reduce")
    assert await page.evaluate(moving) == "0s"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
async def test_large_text_is_switched_on_by_keyboard_and_keeps_all_that_was_typed(
    open_page: OpenPage, scripts: bool
) -> None:
    page = await open_page(f"/q/{CODE}?lang=de", scripts=scripts)
    await page.locator("#a-wish").fill(WISH)
    await page.locator("#a-informed").check()
    await page.get_by_text("Lesehilfen").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Große Schrift")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("html")).to_have_attribute("data-view", LARGE)
    assert await page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
    await expect(page.locator("#a-wish")).to_have_value(WISH)
    await page.locator("button.send").click()
    await expect(page.locator(".receipt .code")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("data-view", LARGE)
    await page.get_by_role("button", name="Mit dem Beleg nachsehen").click()
    await expect(page.locator("html")).to_have_attribute("data-view", LARGE)
    assert await page.context.cookies() == []


async def test_with_a_script_a_view_changes_at_once_and_holds_on_the_next_page(open_page: OpenPage) -> None:
    page = await open_page("/?lang=de")
    await page.evaluate("window.stayed = true")
    await page.get_by_text("Lesehilfen").click()
    for name in ("Große Schrift", "Starker Kontrast"):
        await page.get_by_role("link", name=name).click()
    await expect(page.locator("html")).to_have_attribute("data-view", "large contrast")
    assert await page.evaluate("window.stayed")
    await page.goto("/q?lang=de")
    await expect(page.locator("html")).to_have_attribute("data-view", "large contrast")
    await page.get_by_text("Lesehilfen").click()
    await page.get_by_role("link", name="Große Schrift").click()
    await page.get_by_role("link", name="Barrierefreiheit").click()
    await expect(page.locator("html")).to_have_attribute("data-view", "contrast")


async def test_the_thank_you_page_can_be_made_large_too(open_page: OpenPage) -> None:
    page = await open_page(f"/q/{CODE}?lang=de")
    await _send(page)
    await page.get_by_text("Lesehilfen").click()
    await page.get_by_role("button", name="Große Schrift").click()
    await expect(page.locator("html")).to_have_attribute("data-view", "large")
    await expect(page.locator(".receipt .code")).to_be_visible()


async def test_a_question_is_read_aloud_by_a_voice_of_the_device(open_page: OpenPage) -> None:
    page = await open_page("/")
    await page.context.add_init_script(HERE)
    await page.goto(f"/q/{CODE}?lang=de")
    await expect(page.locator("button.aloud")).to_have_count(0)
    await page.get_by_text("Lesehilfen").click()
    await page.locator("[data-aid=aloud]").click()
    places = page.locator("main fieldset, main .question")
    await expect(places.locator("button.aloud")).to_have_count(5)
    await assert_no_violations(page)
    await places.nth(1).get_by_role("button", name="Vorlesen").click()
    said = await page.evaluate("said.slice(said.lastIndexOf('STOP') + 1)")
    assert said == ["Wie sind Sie heute hier? (freiwillig)", "zu Fuß", "mit dem Bus"]
    await expect(places.nth(1).get_by_role("button", name="Anhalten")).to_be_visible()
    await places.nth(1).get_by_role("button", name="Anhalten").click()
    assert await page.evaluate("said.at(-1)") == "STOP"
    await page.locator("h1 + button.aloud").click()
    said = await page.evaluate("said.slice(said.lastIndexOf('STOP') + 1)")
    assert said[0] == "Mitreden in Sterkrade"
    assert "Ein Satz genügt." in said
    assert not [words for words in said if "Türkçe" in words]


async def test_without_a_voice_of_the_device_nothing_is_offered_and_nothing_sent_away(open_page: OpenPage) -> None:
    page = await open_page("/")
    await page.context.add_init_script(ELSEWHERE)
    await page.goto(f"/q/{CODE}?lang=de")
    await page.get_by_text("Lesehilfen").click()
    await expect(page.get_by_role("button", name="Große Schrift")).to_be_visible()
    await expect(page.locator("[data-aid=aloud]")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
async def test_eleven_languages_stay_calm_on_a_phone(open_page: OpenPage, scripts: bool) -> None:
    page = await open_page("/?lang=bg", scripts=scripts, viewport=PHONE)
    chooser = page.locator(".reading .languages:not(.looks)")
    await expect(chooser.first.get_by_role("link")).to_have_text(["Български", "Deutsch", "Einfache Sprache"])
    await expect(chooser.first.locator("[aria-current]")).to_have_text("Български")
    box = await page.locator(".reading").bounding_box()
    assert box and box["height"] < PHONE["height"] / 4
    await page.get_by_text("Други езици").click()
    await expect(chooser.nth(1).get_by_role("link")).to_have_count(8)
    await page.get_by_role("link", name="Українська").click()
    await expect(page.locator("html")).to_have_attribute("lang", "uk")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
async def test_a_barrier_is_reported_from_the_page_where_it_stands(
    served: City, open_page: OpenPage, scripts: bool
) -> None:
    page = await open_page(f"/q/{CODE}?lang=de", scripts=scripts)
    await page.get_by_role("link", name="Barriere melden").click()
    await expect(page.get_by_label("Auf welcher Seite?")).to_have_value(f"/q/{CODE}")
    await page.get_by_label("Was war schwierig?").fill("Ich finde den Knopf nicht.")
    await page.get_by_role("button", name="Absenden", exact=True).last.click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Danke für Ihre Meldung")
    await page.reload()
    assert await served.all("SELECT text, page FROM intake.barrier") == [("Ich finde den Knopf nicht.", f"/q/{CODE}")]
