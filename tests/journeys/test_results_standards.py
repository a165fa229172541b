"""The council's question in three clicks: which standard worries us most, who says so, and what do the seniors say?"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from deploy import sow_reviews
from deploy.sow import sow
from services.analysis.results.operations.fold_figures import fold_due
from services.analysis.results.operations.link_ledger import link_ledger
from services.analysis.results.operations.seal_ledger import seal_daily
from shared.kit.clock import now
from tests.support.browser import assert_well_made
from tests.support.city import City
from tests.support.people import hire, link_path

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
SLUG = "marktplatz-sterkrade"


@pytest.fixture
async def demo(city: City, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[City]:
    """The city as it is shown to newcomers: read, partly reviewed, counted and sealed."""
    await sow(city.parts)
    await city.deliver_all()
    monkeypatch.setattr(sow_reviews, "PATIENCE_S", 0)
    await sow_reviews.sow_reviews(city.parts, SLUG)
    assert await city.one("SELECT count(*) FROM analysis.review") == 13, "all that stands in the file"
    while await fold_due(city.database("analysis")):
        pass
    at = now()
    while await city.database("analysis").run(lambda session: link_ledger(session, at)):
        pass
    await city.database("analysis").run(lambda session: seal_daily(session, at))
    await hire(city, "rea")
    async with city.served():
        yield city


async def _enter(browser: Browser, demo: City, scripts: bool, **options: Any) -> Page:
    context = await browser.new_context(java_script_enabled=scripts, locale="de-DE", base_url=demo.address, **options)
    page = await context.new_page()
    await page.goto(await link_path(demo, "rea"))
    await page.get_by_role("button").first.click()
    await page.wait_for_url("**/staff**")
    await page.goto("/staff")
    return page


async def test_three_clicks_answer_the_council(browser: Browser, demo: City) -> None:
    for scripts, viewport in ((True, PHONE), (False, DESK)):
        await _ask(browser, demo, scripts, viewport)


async def _ask(browser: Browser, demo: City, scripts: bool, viewport: Any) -> None:
    page = await _enter(browser, demo, scripts, viewport=viewport)
    card = (
        page.get_by_role("listitem")
        .filter(has=page.get_by_role("link", name="Wie soll der Kleine Markt werden?"))
        .first
    )
    await expect(card).to_contain_text("Am meisten Sorge macht:")
    await assert_well_made(page, scripts)

    # Click 1: which standard, and who says so.
    await card.locator(".start-worry a").click()
    await expect(page.get_by_role("heading", name="Wer sagt was?")).to_be_visible()
    await expect(page.get_by_role("heading", name="Alter", exact=True)).to_be_visible()
    await expect(page.locator(".big")).to_contain_text("„nicht eingehalten“")
    await assert_well_made(page, scripts)

    # Click 2: what do the seniors say?
    await page.get_by_role("link", name="Seniorinnen und Senioren (ab 65)").click()
    await expect(page.get_by_role("link", name="Seniorinnen und Senioren (ab 65)")).to_have_attribute(
        "aria-current", "true"
    )
    await expect(page.locator(".big")).to_contain_text("Personen")
    await assert_well_made(page, scripts)

    # And there they speak; click 3: one of them, whole.
    quotes = page.locator("blockquote.quote.not_met")
    await expect(quotes.filter(has_text="als alles schon beschlossen war")).to_be_visible()
    assert await quotes.count() >= 5
    await expect(quotes.first.locator(".check")).to_have_text("geprüft")
    words = await quotes.first.locator("mark").inner_text()
    await quotes.first.get_by_role("link", name="Ganzer Beitrag").click()
    await expect(page.get_by_text(words)).to_be_visible()
    await expect(page.locator(".check").first).to_be_visible()
    await assert_well_made(page, scripts)
    await page.context.close()


async def test_the_pages_behind_it_are_well_made_in_every_look(browser: Browser, demo: City) -> None:
    filters = "?age=27-44&age=45-64"
    staff = [f"/staff/campaigns/{SLUG}/standards", f"/staff/campaigns/{SLUG}/standards{filters}"]
    for viewport, scheme in ((PHONE, "light"), (DESK, "dark")):
        page = await _enter(browser, demo, True, viewport=viewport, color_scheme=scheme)
        for path in (*staff, f"/ergebnisse/{SLUG}/nachweis?lang=de"):
            await page.goto(path)
            await assert_well_made(page, True)
        await page.goto(staff[0])
        await page.locator("summary").filter(has_text="Stärkste Zitate und Tatsachen").first.click()
        await assert_well_made(page, True)
        await page.goto(f"/ergebnisse/{SLUG}/nachweis?lang=ar&view=large")
        await assert_well_made(page, True)
        await page.context.close()
    await _go_from_row_to_quote(await _enter(browser, demo, False, viewport=DESK))


async def _go_from_row_to_quote(page: Page) -> None:
    """From the row to the quotes, and from one of them to the whole response."""
    await page.goto(f"/staff/campaigns/{SLUG}/standards")
    row = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Frühzeitige Information"))
    await row.locator(".made-of a").first.click()
    await expect(page.locator("#quotes")).to_be_in_viewport()
    quote = page.locator("blockquote").first
    words = await quote.locator("mark").inner_text()
    await quote.get_by_role("link", name="Ganzer Beitrag").click()
    await expect(page.get_by_text(words)).to_be_visible()
    await page.context.close()
