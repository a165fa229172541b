"""Taking results away: a lead asks for a file and sees it being made, with scripts and without; programs get a key."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pytest
from playwright.async_api import Page, expect

from services.analysis.operations import tag_passages
from services.analysis.tagger import load_tagger
from tests.journeys.conftest import PHONE, EnterAs, OpenPage
from tests.support.answers import hear_many, publish_asking
from tests.support.browser import assert_well_made, click_through
from tests.support.city import City
from tests.support.people import hire

DESK = {"width": 1280, "height": 900}
SLUG = "stadtpark-2026"
KEY = re.compile(r"rsz_[\w-]{43}")
EXPORTS = f"/staff/campaigns/{SLUG}/exports"


@pytest.fixture
async def look(served: City, enter_as: EnterAs, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Opens pages as a lead; forty people have answered."""
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))
    campaign, channels = await publish_asking(served, SLUG)
    await hear_many(served, campaign, channels, 40)
    await hire(served, "lea", "lead")

    return partial(enter_as, "lea")


async def _ask(page: Page) -> None:
    await page.get_by_label("Wofür brauchen Sie die Datei?").fill("Auswertung für den Sozialausschuss im Januar")
    await page.get_by_label("Mit Texten").check()
    await page.get_by_role("button", name="Datei anfordern").click()


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
async def test_a_file_is_asked_for_made_and_taken(served: City, look: Any, viewport: Any) -> None:
    page = await look(EXPORTS, viewport=viewport)
    await assert_well_made(page)
    await _ask(page)
    await expect(page.get_by_role("progressbar")).to_be_visible()
    await assert_well_made(page)
    await served.deliver_all()
    link = page.get_by_role("link", name="CSV herunterladen")
    await expect(link).to_be_visible()
    await assert_well_made(page)
    async with page.expect_download() as taken:
        await link.click()
    assert (await taken.value).suggested_filename == f"{SLUG}_antworten.csv"


async def test_without_scripts_a_link_looks_again(served: City, look: Any) -> None:
    page = await look(EXPORTS, scripts=False)
    await _ask(page)
    await served.deliver_all()
    await page.locator("#reload").click()
    await expect(page.get_by_role("link", name="CSV herunterladen")).to_be_visible()


async def test_without_a_purpose_the_page_says_so_at_the_field(look: Any) -> None:
    page = await look(EXPORTS)
    await page.locator("#purpose").evaluate("field => field.removeAttribute('required')")
    await page.get_by_label("Excel (XLSX)").check()
    await page.get_by_role("button", name="Datei anfordern").click()
    await page.get_by_role("alert").get_by_role("link").click()
    await expect(page.locator("#purpose")).to_be_focused()
    await expect(page.get_by_label("Excel (XLSX)")).to_be_checked()
    await assert_well_made(page)


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
async def test_a_key_for_a_program_is_shown_once(look: Any, viewport: Any) -> None:
    page = await look("/staff/tokens", viewport=viewport)
    await page.get_by_label("Wofür").fill("Sozialatlas der Statistikstelle")
    await page.get_by_role("button", name="Schlüssel ausgeben").click()
    await expect(page.get_by_label("Ihr Schlüssel")).to_have_value(KEY)
    await assert_well_made(page)
    await page.get_by_role("link", name="Alle Schlüssel").click()
    await expect(page.get_by_role("row", name="Sozialatlas")).to_contain_text("noch nie")
    await assert_well_made(page)
    await page.get_by_role("button", name="Sperren").click()
    await expect(page.get_by_role("row", name="Sozialatlas")).to_contain_text("gesperrt")


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
async def test_open_data_and_the_interface_are_described_for_everybody(
    look: Any, open_page: OpenPage, viewport: Any
) -> None:
    page = await look(EXPORTS, viewport=viewport)
    await page.get_by_role("button", name="Als offene Daten veröffentlichen").click()
    await click_through(page.get_by_role("link", name="Öffentliche Seite ansehen"))
    await assert_well_made(page)
    for path in ("/offene-daten", "/api"):
        public = await open_page(path, viewport=viewport)
        await assert_well_made(public)
