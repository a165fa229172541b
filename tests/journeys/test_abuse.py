"""What somebody sees whose sending looks like a machine's: a moment's wait, no question, and nothing typed is lost."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any, Final

import httpx
import pytest
from playwright.async_api import Page, expect

from services.intake.domain.suspicion import TRAP, WAIT
from tests.journeys.conftest import OpenPage
from tests.support.browser import assert_no_violations
from tests.support.city import City, receipt_of, token_of
from tests.support.demo import ANSWERS, CODE, WISH

#: Where everybody in this journey seems to come from; the browser says so as a proxy would.
NETWORK: Final = {"X-Forwarded-For": "84.113.7.20"}
STORED: Final = "SELECT count(*) FROM intake.response"
HELD: Final = "SELECT reasons FROM intake.held"
MANY: Final = 3


@pytest.fixture
async def crowded(served: City, monkeypatch: pytest.MonkeyPatch) -> City:
    """More has come from this network than anybody would believe."""
    monkeypatch.setattr("services.intake.domain.suspicion.FLOOD", MANY)
    monkeypatch.setattr("services.intake.domain.suspicion.CROWD", MANY)
    monkeypatch.setattr("services.intake.domain.suspicion.SPAN_S", 10**10)  # no span ends while this runs
    async with httpx.AsyncClient(base_url=served.address, headers={**NETWORK, "Accept": "text/html"}) as client:
        for _ in range(MANY):
            data = {"token": token_of(await client.get(f"/q/{CODE}?lang=de")), "language": "de", **ANSWERS}
            assert receipt_of(await client.post(f"/q/{CODE}", data=data))
    return served


async def fill(page: Page) -> None:
    await page.locator('input[name="a-informed"][value="2"]').check()
    await page.locator("#a-wish").fill(WISH)
    await page.get_by_role("button", name="Absenden").click()


async def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("PICTURES"):
        await page.screenshot(path=f"{folder}/{name}.png", full_page=True)


async def test_a_browser_solves_the_puzzle_by_itself_and_nobody_has_to_do_anything(
    crowded: City, open_page: OpenPage
) -> None:
    page = await open_page(f"/q/{CODE}", extra_http_headers=NETWORK)
    statuses: list[int] = []
    page.on("response", lambda answer: statuses.append(answer.status) if answer.request.method == "POST" else None)
    await fill(page)
    await expect(page.locator(".receipt .code")).to_be_visible()
    assert statuses == [429, 200], "it was asked for, once, and then taken"
    assert await crowded.one(STORED) == MANY + 1
    assert await crowded.all(HELD) == []


async def test_the_page_in_between_says_what_happens_and_keeps_what_was_typed(
    crowded: City, open_page: OpenPage
) -> None:
    """It is gone in a second; here its script is held up, as by a bad network."""
    page = await open_page(f"/q/{CODE}", extra_http_headers=NETWORK)
    await page.route("**/puzzle.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    await fill(page)
    await expect(page.get_by_role("alert")).to_contain_text("warten Sie einen Moment")
    await expect(page.locator("#a-wish")).to_have_value(WISH)
    await assert_no_violations(page)
    await picture(page, "moment")


@pytest.mark.parametrize("language", ["de", "ar"])
async def test_without_scripts_a_person_waits_a_moment_and_sends_again(
    crowded: City, open_page: OpenPage, language: str
) -> None:
    page = await open_page(f"/q/{CODE}?lang={language}", scripts=False, extra_http_headers=NETWORK)
    await page.locator('input[name="a-informed"][value="2"]').check()
    await page.locator("#a-wish").fill(WISH)
    await page.locator("main button.send").last.click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await expect(page.locator("#a-wish")).to_have_value(WISH)
    await picture(page, f"moment-{language}-no-scripts")
    await page.wait_for_timeout((WAIT + timedelta(milliseconds=300)).total_seconds() * 1000)
    await page.locator("main button.send").last.click()
    await expect(page.locator(".receipt .code")).to_be_visible()
    assert await crowded.one(STORED) == MANY
    assert await crowded.all(HELD) == [(["flood"],)], "it waits for a person, with its receipt"


async def test_a_filled_trap_gets_its_receipt_and_is_read_by_a_person(served: City, open_page: OpenPage) -> None:
    page = await open_page(f"/q/{CODE}")
    await page.evaluate("(name) => { document.querySelector(`[name=${name}]`).value = 'buy now'; }", TRAP)
    await fill(page)
    await expect(page.locator(".receipt .code")).to_be_visible()
    assert await served.one(STORED) == 0
    assert "trap" in (await served.one(HELD))


#: What a password manager and a browser's own autofill put into fields that they think they know.
AUTOFILL: Final = """() => {
  for (const field of document.querySelectorAll("input, textarea")) {
    const known = /name|mail|tel|phone|street|address|city|zip|postal|country|company|organi[sz]ation|url|website/i;
    const told = [field.name, field.id, field.autocomplete, field.type, field.labels?.[0]?.textContent].join(" ");
    const shown = field.type !== "hidden" && field.autocomplete !== "off";
    if (shown && known.test(told)) field.value = "Ada Lovelace";
  }
}"""


async def test_autofill_leaves_the_trap_alone(served: City, open_page: OpenPage) -> None:
    page = await open_page(f"/q/{CODE}")
    await page.evaluate(AUTOFILL)
    assert await page.locator(f"[name={TRAP}]").input_value() == ""
    right = await page.evaluate("(name) => document.getElementsByName(name)[0].getBoundingClientRect().right", TRAP)
    assert right < 0, "it lies outside of the page"
    reached: list[Any] = []
    for _ in range(60):
        await page.keyboard.press("Tab")
        reached.append(await page.evaluate("document.activeElement.name"))
    assert TRAP not in reached, "nobody gets there by keyboard"
    await fill(page)
    await expect(page.locator(".receipt .code")).to_be_visible()
    assert await served.one(STORED) == 1
