"""Behind the receipt, on a phone and without JavaScript: reading one's own words, correcting them, taking them back."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Page, expect

from services.analysis.operations import tag_passages
from tests.journeys.conftest import OpenPage
from tests.service.test_analysis_review import LATE, Finds
from tests.support.browser import assert_no_violations, assert_well_made, click_through
from tests.support.city import City
from tests.support.demo import ANSWERS


@pytest.fixture
async def receipt(served: City, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())
    given = await served.respond({**ANSWERS, "a-wish": LATE})
    await served.deliver_all()
    return given


async def _look(open_page: OpenPage, receipt: str, language: str = "de", **options: Any) -> Page:
    page = await open_page(f"/receipt?lang={language}", **options)
    await page.locator("#receipt").fill(receipt)
    await page.locator("form .send").first.click()
    await page.wait_for_selector(".journey")
    return page


async def test_without_scripts_a_voice_is_read_corrected_added_to_and_taken_back(
    served: City, open_page: OpenPage, receipt: str
) -> None:
    page = await _look(open_page, receipt, scripts=False)
    await expect(page.locator("blockquote").first).to_contain_text("erst aus der Zeitung")

    await page.get_by_role("button", name="Meine Antworten ansehen und berichtigen").click()
    await expect(page.get_by_label("Was wünschen Sie sich?")).to_have_value(LATE)
    await page.get_by_label("In welcher Straße?").fill("Steinbrinkstraße")
    await page.get_by_role("button", name="Änderungen speichern").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Ihre Antworten sind geändert")
    await page.get_by_role("button", name="Zum Weg Ihres Beitrags").click()
    await expect(page.get_by_text("Zuletzt von Ihnen geändert")).to_be_visible()

    await page.get_by_role("button", name="Etwas dazu schreiben").click()
    await page.get_by_role("button", name="Absenden").click()
    await expect(page.get_by_role("alert")).to_contain_text("Bitte schreiben Sie etwas")
    await page.get_by_label("Ihr Text").fill("Inzwischen hängt ein Aushang.")
    await page.get_by_role("button", name="Absenden").click()
    await page.get_by_role("button", name="Zum Weg Ihres Beitrags").click()
    await expect(page.get_by_text("Inzwischen hängt ein Aushang.")).to_be_visible()

    await click_through(page.get_by_role("button", name="Beitrag zurückziehen"))
    assert await served.one("SELECT withdrawn_at FROM intake.response") is None
    await page.get_by_role("button", name="Ja, zurückziehen und löschen").click()
    await page.get_by_role("button", name="Zum Weg Ihres Beitrags").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Dieser Beitrag ist zurückgezogen")
    assert receipt not in page.url


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_page_behind_the_receipt_is_accessible(
    served: City, open_page: OpenPage, receipt: str, language: str, scheme: str
) -> None:
    for action in ("answers", "remark", "withdraw"):
        page = await _look(open_page, receipt, language, color_scheme=scheme)
        await assert_well_made(page)
        await page.locator(f'form[action="/receipt/{action}"] button').click()
        await page.wait_for_selector("h1")
        await assert_well_made(page)
    await page.locator('button[value="withdraw"]').click()
    await page.locator("h1").wait_for()
    await assert_no_violations(page)
    await page.locator("button.send").click()
    await page.locator(".code").wait_for()
    await assert_well_made(page)
