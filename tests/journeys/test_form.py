"""A resident fills the form on a small phone, in three languages, with and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.support.browser import assert_well_made
from tests.support.city import City
from tests.support.demo import CODE, WISH

pytestmark = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])

SEND = {"de": "Absenden", "tr": "Gönder", "ar": "إرسال"}
THANKS = {"de": "Danke", "tr": "Teşekkürler", "ar": "شكرًا"}
WORDS = {"de": WISH, "tr": "Park akşamları çok karanlık.", "ar": "الحديقة مظلمة في المساء."}
RECEIPT = re.compile(r"^[A-Z0-9]{4} [A-Z0-9]{4}$")


async def _send(page: Page, language: str = "de") -> None:
    await page.get_by_role("button", name=SEND[language], exact=True).last.click()


@pytest.mark.parametrize("language", ["de", "tr", "ar"])
async def test_a_filled_form_ends_with_a_receipt(
    served: City, open_page: OpenPage, scripts: bool, language: str
) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts, locale=language)
    root = page.locator("html")
    await expect(root).to_have_attribute("lang", language)
    await expect(root).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    await assert_well_made(page, scripts)
    await page.locator('input[name="a-informed"][value="2"]').check()
    await page.locator('input[name="a-places"][value="park"]').check()
    await page.locator("#a-wish").fill(WORDS[language])
    await _send(page, language)
    await expect(page.get_by_role("heading", level=1)).to_contain_text(THANKS[language])
    await expect(page.locator(".receipt .code")).to_have_text(RECEIPT)
    await assert_well_made(page, scripts)
    assert await served.all("SELECT language FROM intake.response") == [(language,)]
    assert await page.context.cookies() == []


async def test_a_missing_answer_is_named_and_everything_typed_stays(
    served: City, open_page: OpenPage, scripts: bool
) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    await page.locator("#a-wish").fill(WISH)
    await page.locator("#a-street").fill("Straße “Am Markt” <7>")
    await page.locator('input[name="a-way"][value="bus"]').check()
    await _send(page)
    await expect(page).to_have_title(re.compile("^Bitte prüfen: "))
    await expect(page.locator("#a-wish")).to_have_value(WISH)
    await expect(page.locator("#a-street")).to_have_value("Straße “Am Markt” <7>")
    await expect(page.locator('input[name="a-way"][value="bus"]')).to_be_checked()
    await assert_well_made(page, scripts)
    await page.locator("#faults a").first.click()
    await expect(page.locator("#a-informed")).to_be_focused()
    await page.locator("#a-informed").check()
    await _send(page)
    await expect(page.locator(".receipt .code")).to_have_text(RECEIPT)
    assert await served.one("SELECT count(*) FROM intake.response") == 1


async def test_a_switch_of_language_keeps_what_was_typed(open_page: OpenPage, scripts: bool) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    await page.locator("#a-wish").fill(WISH)
    await page.get_by_role("button", name="العربية").click()
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    await expect(page.locator("#a-wish")).to_have_value(WISH)


async def test_the_enter_key_in_a_field_sends_the_form_and_switches_no_language(
    served: City, open_page: OpenPage, scripts: bool
) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    await page.locator('input[name="a-informed"][value="4"]').check()
    await page.locator("#a-street").fill("Markt")
    await page.locator("#a-street").press("Enter")
    await expect(page.locator(".receipt .code")).to_have_text(RECEIPT)
    assert await served.one("SELECT count(*) FROM intake.response") == 1


async def test_a_reload_and_a_way_back_keep_one_response(served: City, open_page: OpenPage, scripts: bool) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    await page.locator('input[name="a-informed"][value="4"]').check()
    await _send(page)
    first = await page.locator(".receipt .code").inner_text()
    await page.reload()
    assert await page.locator(".receipt .code").inner_text() == first
    assert await served.one("SELECT count(*) FROM intake.response") == 1


@pytest.mark.parametrize("visits", [1, 2], ids=["first-visit", "later-visit"])
async def test_the_way_back_from_the_thanks_and_sending_again_double_nothing(
    served: City, open_page: OpenPage, scripts: bool, visits: int
) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    for _ in range(visits - 1):  # by then a service worker answers
        await page.wait_for_timeout(1000)
        await page.goto(f"/q/{CODE}")
    await page.locator('input[name="a-informed"][value="4"]').check()
    await page.locator("#a-wish").fill(WISH)
    await _send(page)
    receipt = await page.locator(".receipt .code").inner_text()
    await page.go_back()
    await expect(page.locator("#a-wish")).to_have_value(WISH)
    await _send(page)
    await expect(page.locator(".receipt .code")).to_have_text(receipt)
    await page.go_back()
    await page.locator("#a-wish").fill("Etwas anderes")
    await _send(page)
    await expect(page.get_by_role("status")).to_contain_text("Es gilt die zuerst gesendete Fassung")
    assert await served.one("SELECT count(*) FROM intake.response") == 1


async def test_the_form_can_be_filled_by_keyboard_alone(served: City, open_page: OpenPage, scripts: bool) -> None:
    page = await open_page(f"/q/{CODE}", scripts=scripts)
    await page.locator("#a-informed").focus()
    await page.keyboard.press("Space")
    for _ in range(30):
        await page.keyboard.press("Tab")
        if await page.locator("button.send:focus").count():
            break
    await page.keyboard.press("Enter")
    await expect(page.locator(".receipt .code")).to_have_text(RECEIPT)
    assert await served.one("SELECT count(*) FROM intake.response") == 1


async def test_a_typed_code_leads_to_the_form(open_page: OpenPage, scripts: bool) -> None:
    page = await open_page("/q", scripts=scripts)
    await assert_well_made(page, scripts)
    await page.get_by_label("Code vom Plakat").fill("st3 rk4")
    await page.get_by_role("button", name="Weiter").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Mitreden in Sterkrade")


async def test_an_unknown_code_is_told_kindly_and_stays_typed(open_page: OpenPage, scripts: bool) -> None:
    page = await open_page("/q/AB3CD4", scripts=scripts)
    await expect(page.get_by_role("alert")).to_contain_text("Diesen Code kennen wir nicht")
    await expect(page.locator("#code")).to_have_value("AB3CD4")
    await assert_well_made(page, scripts)


async def test_large_text_and_dark_colours_leave_the_form_whole(open_page: OpenPage, scripts: bool) -> None:
    """Half the width is what text at twice its size leaves on a phone."""
    narrow = {"width": 320, "height": 640}
    page = await open_page(f"/q/{CODE}", scripts=scripts, viewport=narrow, color_scheme="dark")
    await assert_well_made(page, scripts)
