"""The receipt as it is handed over: its QR code leads to the journey, and nobody who serves it is told the code."""

from __future__ import annotations

import asyncio
from typing import Any

import cv2
import numpy as np
import pytest
import zxingcpp
from playwright.async_api import Page, Request, Route, expect

from tests.journeys.conftest import OpenPage
from tests.support.browser import assert_well_made
from tests.support.city import City
from tests.support.demo import CODE

QR = ".receipt svg[role=img]"
LOOKS = 5


async def answered(open_page: OpenPage, language: str = "de", **options: Any) -> Page:
    """The thank-you page after one answer."""
    page = await open_page(f"/q/{CODE}?whole=1&lang={language}", **options)
    await page.locator("[name=a-informed]").first.check()
    await page.locator("button.send").last.click()
    await page.wait_for_selector(QR)
    return page


async def scanned(page: Page, **options: Any) -> str:
    """What a phone's camera reads from the screen or from paper. Like a camera it looks again while the page moves."""
    for _ in range(LOOKS):
        image = cv2.imdecode(
            np.frombuffer(await page.locator(QR).screenshot(**options), np.uint8), cv2.IMREAD_GRAYSCALE
        )
        if found := zxingcpp.read_barcodes(image):
            return found[0].text
    raise AssertionError("no camera can read the code")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_code_on_the_thank_you_page_leads_to_the_journey(
    served: City, open_page: OpenPage, scripts: bool, scheme: str
) -> None:
    page = await answered(open_page, scripts=scripts, color_scheme=scheme)
    shown = (await page.locator(".receipt .code").inner_text()).replace(" ", "")
    address = await scanned(page)
    assert address == f"{served.address}/receipt?lang=de#{shown}"
    await served.deliver_all()
    other = await open_page(address, scripts=scripts)
    if not scripts:
        await other.locator("#receipt").fill(shown)
        await other.locator("form .send").first.click()
    await expect(other.locator(".journey")).to_be_visible()
    await expect(other.locator(".receipt .code")).to_have_text(f"{shown[:4]} {shown[4:]}")


async def test_nothing_moves_when_the_script_of_the_page_comes_late(served: City, open_page: OpenPage) -> None:
    page = await open_page(f"/q/{CODE}?whole=1&lang=de")

    async def late(route: Route) -> None:
        await asyncio.sleep(0.5)
        await route.continue_()

    await page.route("**/reading*.js*", late)
    await page.locator("[name=a-informed]").first.check()
    await page.locator("button.send").last.click()
    await expect(page.locator(".reading")).to_be_visible()
    moved = await page.evaluate(
        """() => new Promise((done) => {
            const watch = new PerformanceObserver((seen) => done(seen.getEntries().length));
            watch.observe({type: "layout-shift", buffered: true});
            setTimeout(() => done(0), 300);
        })"""
    )
    assert moved == 0


async def test_no_address_that_is_asked_for_has_the_code(served: City, open_page: OpenPage) -> None:
    receipt = await served.respond()
    await served.deliver_all()
    page = await open_page("/receipt?lang=de")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(f"{request.url.partition('#')[0]} {request.headers.get('referer', '')}")

    page.on("request", note)
    await page.goto(f"{served.address}/receipt?lang=en#{receipt}")
    await expect(page.locator(".journey")).to_be_visible()
    assert asked
    assert not [line for line in asked if receipt in line]
    assert receipt not in page.url
    await page.go_back()
    assert receipt not in page.url


async def test_a_second_code_scanned_in_the_same_window_is_looked_up_too(served: City, open_page: OpenPage) -> None:
    first, second = await served.respond(), await served.respond()
    await served.deliver_all()
    page = await open_page("/receipt?lang=de#AB3CD4EF")
    await expect(page.get_by_role("alert")).to_be_visible()
    for receipt in (first, second):
        await page.goto(f"{served.address}/receipt?lang=de#{receipt}")
        await expect(page.locator(".receipt .code")).to_have_text(f"{receipt[:4]} {receipt[4:]}")


async def test_what_is_no_code_is_left_alone(open_page: OpenPage) -> None:
    page = await open_page("/receipt?lang=de#main")
    await expect(page.locator("#receipt")).to_have_value("")
    assert page.url.endswith("#main")


async def test_the_thank_you_page_opens_the_journey_without_typing(served: City, open_page: OpenPage) -> None:
    page = await answered(open_page, scripts=False)
    await served.deliver_all()
    await page.get_by_role("button", name="Mit dem Beleg nachsehen").click()
    await expect(page.locator(".journey")).to_be_visible()


async def test_on_paper_it_is_a_card_that_scans(served: City, open_page: OpenPage) -> None:
    page = await answered(open_page)
    await page.emulate_media(media="print")
    await expect(page.locator("#address")).to_be_hidden()
    await expect(page.get_by_text(served.address.partition("://")[2] + "/receipt")).to_be_visible()
    assert (await scanned(page)).startswith(served.address)


@pytest.mark.parametrize("language", ["de", "ar"])
async def test_it_fits_a_phone_can_be_heard_and_said(open_page: OpenPage, language: str) -> None:
    page = await answered(open_page, language)
    await assert_well_made(page)
    code = (await page.locator(".receipt .code").inner_text()).replace(" ", "")
    spelled = await page.locator(".receipt .hidden").text_content()
    assert spelled == f"{' '.join(code[:4])}, {' '.join(code[4:])}"
    await page.locator(".receipt summary").click()
    await expect(page.locator(".receipt details p")).to_contain_text(f"{code[0]} wie {code[0]}")
