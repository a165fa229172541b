"""Fixtures of the journeys: a real browser in front of a city behind a real port."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.support.browser import click_through, find_chromium
from tests.support.people import link_path

if TYPE_CHECKING:
    from tests.support.city import City

#: The narrowest phone that is still common.
PHONE = {"width": 360, "height": 740}
#: For a page that does not come: a machine that is slow and busy is no fault of the page.
PATIENCE_MS = 45_000
expect.set_options(timeout=PATIENCE_MS)
OpenPage = Callable[..., Awaitable[Page]]
EnterAs = Callable[..., Awaitable[Page]]


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await find_chromium().launch(playwright)
        yield started
        await started.close()


@pytest.fixture
async def served(city: City) -> AsyncIterator[City]:
    """The city with its demo campaign, reachable at `city.address`."""
    await city.publish_demo()
    async with city.served():
        yield city


@pytest.fixture
async def open_page(browser: Browser, served: City) -> AsyncIterator[OpenPage]:
    """Opens a page on a phone of its own. `scripts=False` is a browser that runs none.

    A page that loads anything from elsewhere, keeps a cookie, or reports an error in its console fails the test.
    """
    contexts = []
    faults: list[str] = []

    async def open_it(path: str, *, scripts: bool = True, locale: str = "de-DE", **options: Any) -> Page:
        wanted = {"viewport": PHONE, "base_url": served.address, **options}
        context = await browser.new_context(java_script_enabled=scripts, locale=locale, **wanted)
        contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("request", lambda r: None if r.url.startswith((served.address, "data:")) else faults.append(r.url))
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" and "status of" not in m.text else None)
        await page.goto(path)
        return page

    yield open_it
    for context in contexts:
        await context.close()
    assert not faults


@pytest.fixture
def enter_as(served: City, open_page: OpenPage) -> EnterAs:
    """Opens a page as somebody who was hired, by the link in their mail; options as for `open_page`."""

    async def enter(name: str, path: str = "/staff", **options: Any) -> Page:
        page = await open_page(await link_path(served, name), **options)
        await click_through(page.get_by_role("button").first)
        await page.goto(path)
        return page

    return enter
