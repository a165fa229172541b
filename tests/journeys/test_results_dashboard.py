"""The planner at her desk, on her phone and without scripts: who said what, and what do the others say."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.async_api import Page, expect

from services.analysis.operations import tag_passages
from services.analysis.results.operations.fold_figures import fold_due
from services.analysis.tagger import load_tagger
from tests.journeys.conftest import PHONE, EnterAs
from tests.support.browser import assert_fits, assert_well_made
from tests.support.city import City
from tests.support.people import hire

DESK = {"width": 1280, "height": 800}
PATH = "/staff/campaigns/sterkrade-2026"
LATE = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."


async def _answer(city: City, number: int) -> None:
    way, language = ("foot", "de") if number % 2 else ("bus", "tr")
    await city.respond({"a-informed": "2", "a-way": way, "a-places": ["park"], "a-wish": LATE}, language=language)


@pytest.fixture
async def look(served: City, enter_as: EnterAs, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Opens a page of the figures as an editor; twenty people answered."""
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))
    for number in range(20):
        await _answer(served, number)
    await served.deliver_all()
    await fold_due(served.database("analysis"))
    await hire(served, "eda", "editor")

    return lambda page, **options: enter_as("eda", f"{PATH}/{page}", **options)


async def _assert_large_text_fits(page: Page) -> None:
    """Twice as large as usual, with all that can be opened open: the menu as well."""
    await page.evaluate(
        "document.documentElement.style.fontSize = '200%';"
        "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
    )
    await assert_fits(page)


@pytest.mark.parametrize(("viewport", "scheme"), [(DESK, "dark"), (PHONE, "light")], ids=["desk", "phone"])
async def test_every_page_of_figures_is_well_made(look: Any, viewport: Any, scheme: str) -> None:
    page = await look("figures", viewport=viewport, color_scheme=scheme)
    for path in ("figures?language=tr", "cross", "compare?a=language:de&b=language:tr", "texts?q=Zeitung"):
        await page.goto(f"{PATH}/{path}")
        await assert_well_made(page)
        if viewport == PHONE:
            await _assert_large_text_fits(page)
            await page.reload()
    await page.get_by_role("link", name=re.compile("Ganzer Beitrag")).first.click()
    await expect(page.locator("main")).to_contain_text("aus der Zeitung")
    await assert_well_made(page)


async def test_a_chart_is_drawn_in_the_browser_under_the_same_policy(look: Any) -> None:
    page = await look("figures", viewport=DESK)
    figure = page.locator("figure#chart-q\\.way")
    await figure.get_by_role("button", name="Interaktiv zeigen").click()
    await expect(figure.locator(".drawn svg")).to_be_visible()
    await expect(figure.locator("img")).to_be_hidden()
    await figure.locator(".drawn svg path[aria-roledescription=bar]").last.hover(force=True)
    await expect(page.locator("#vg-tooltip-element")).to_contain_text("Anteil")
    await figure.get_by_role("button", name="Als Bild zeigen").click()
    await expect(figure.locator("img")).to_be_visible()


async def test_news_come_by_themselves_and_leave_what_was_chosen_and_opened(look: Any, served: City) -> None:
    page = await look("figures?language=tr", viewport=DESK)
    await page.locator("#table-q\\.way summary").click()
    first = await page.locator("#live").get_attribute("data-version")
    for number in range(20, 32):
        await _answer(served, number)
    await served.deliver_all()
    await fold_due(served.database("analysis"))
    await page.wait_for_function("v => document.getElementById('live').dataset.version !== v", arg=first)
    await expect(page.locator("#table-q\\.way")).to_have_attribute("open", "")
    await expect(page.locator(".picked")).to_contain_text("Türkisch")
    await expect(page.locator(".held")).to_contain_text("Diese Ansicht zählt")


async def test_without_scripts_a_view_is_chosen_by_a_form_and_taken_back_by_a_link(look: Any) -> None:
    page = await look("figures", scripts=False)
    await page.locator("#filters > summary").click()
    await page.get_by_text("Sprache", exact=True).first.click()
    await page.get_by_label("Türkisch").check()
    await page.get_by_role("button", name="Anzeigen").click()
    await expect(page).to_have_url(re.compile("language=tr"))
    await expect(page.locator(".held")).to_contain_text(re.compile("Diese Ansicht zählt (5|10|15) von"))
    await expect(page.locator("figure#chart-q\\.way img")).to_be_visible()
    await expect(page.get_by_role("button", name="Interaktiv zeigen")).to_have_count(0)
    await page.get_by_role("link", name="Sprache: Türkisch").click()
    await expect(page.locator(".held")).to_contain_text("Personen stehen in diesen Zahlen")
