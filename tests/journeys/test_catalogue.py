"""A lead changes the catalogue in a real browser, without scripts; every page is well made on a phone and on a desk."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import pytest
from playwright.async_api import Page, expect

from services.analysis.operations import tag_passages
from services.analysis.tagger import load_tagger
from tests.journeys.conftest import PHONE, EnterAs
from tests.support.browser import assert_well_made, click_through
from tests.support.city import City
from tests.support.people import hire

LATE: Final = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."
DESK: Final = {"width": 1280, "height": 800}
CAMPAIGN: Final = "/staff/campaigns/sterkrade-2026"


@pytest.fixture
async def lead(served: City, enter_as: EnterAs, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Opens pages as a lead of the whole city; five responses were read."""
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))
    for _ in range(5):  # fewer are told by no heading
        await served.respond({"a-informed": "2", "a-wish": LATE})
    await served.deliver_all()
    await hire(served, "lea", "lead")

    return partial(enter_as, "lea")


async def _change_title(page: Page, title: str) -> None:
    await page.get_by_role("button", name="Entwurf öffnen").click()
    await page.get_by_role("link", name="Frühzeitige Information").click()
    await page.get_by_label("Titel", exact=True).fill(title)
    await page.get_by_label("Titel", exact=True).press("Tab")
    await page.get_by_role("button", name="Speichern").last.click()
    await expect(page.get_by_role("status")).to_contain_text("Gespeichert.")


async def test_a_draft_is_changed_published_and_read_again_without_scripts(served: City, lead: Any) -> None:
    page = await lead("/staff/catalogue", scripts=False)
    await _change_title(page, "Rechtzeitig Bescheid wissen")
    await page.get_by_role("button", name="Indikator hinzufügen").click()
    await page.get_by_label("Indikator 5", exact=True).fill("Aushang im Treppenhaus")
    await page.get_by_role("button", name="Speichern").last.click()
    await page.get_by_role("link", name="Zum Entwurf").click()
    await expect(page.locator("ins")).to_have_count(2)
    await page.get_by_label("Was ist neu, und warum?").fill("Klarer gesagt")
    await page.get_by_role("button", name="Jetzt veröffentlichen").click()
    await expect(page.get_by_text("Klarer gesagt")).to_be_visible()
    await page.goto(CAMPAIGN)
    await page.get_by_role("button", name="Mit der neuen Fassung lesen").click()
    await expect(page.get_by_text("0 von 5.")).to_be_visible()
    await served.deliver_all()
    await page.reload()
    await expect(page.get_by_role("heading", name="Neuer Katalog")).to_have_count(0)
    await expect(page.get_by_role("heading", name="Rechtzeitig Bescheid wissen")).to_be_visible()


async def test_an_open_page_sees_the_reading_end(served: City, lead: Any) -> None:
    page = await lead("/staff/catalogue", viewport=DESK)
    await _change_title(page, "Rechtzeitig Bescheid wissen")
    await page.get_by_role("link", name="Zum Entwurf").click()
    await page.get_by_label("Was ist neu, und warum?").fill("Klarer gesagt")
    await click_through(page.get_by_role("button", name="Jetzt veröffentlichen"))
    await page.goto(CAMPAIGN)
    await page.get_by_role("button", name="Mit der neuen Fassung lesen").click()
    await expect(page.get_by_role("progressbar")).to_have_attribute("value", "0")
    await served.deliver_all()
    await expect(page.get_by_role("heading", name="Neuer Katalog")).to_have_count(0)


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
async def test_every_page_of_the_catalogue_is_well_made(lead: Any, viewport: dict[str, int]) -> None:
    page = await lead("/staff/catalogue", viewport=viewport)
    await _change_title(page, "Rechtzeitig Bescheid wissen")
    draft = page.url.split("/standards/")[0]
    for path in (
        "/staff/catalogue",
        "/staff/catalogue/versions/1",
        "/staff/catalogue/presets/oberhausen-stufen",
        f"/staff/catalogue/compare?old=1&new={draft.rsplit('/', 1)[1]}",
        draft,
        f"{draft}/standards/early-information",
        f"{draft}/whole",
        f"{draft}/preview",
        f"{draft}/import",
        f"{CAMPAIGN}/terms/netzwerk",
        "/modell",
    ):
        await page.goto(path)
        await assert_well_made(page)
