"""Staff look at every letter in every language, on a phone and on a desk, on a light and on a dark ground."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import pytest
from playwright.async_api import expect

from services.notify.operations.preview_letter import KINDS
from shared.kit.texts import LANGUAGES
from tests.journeys.conftest import PHONE, EnterAs
from tests.support.browser import assert_fits, assert_no_violations
from tests.support.city import City
from tests.support.people import hire

PREVIEWS: Final = "/staff/letters/preview"
#: Ratio of luminances (WCAG 2.2, 1.4.3) of every piece of text to the ground it stands on.
WEAKEST: Final = """() => {
  const parse = (text) => text.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const found = parse(getComputedStyle(one).backgroundColor);
      if (found.length < 4 || found[3] > 0) return found;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let weakest = 21;
  while (walker.nextNode()) {
    if (!walker.currentNode.data.trim()) continue;
    const node = walker.currentNode.parentElement;
    const pair = [parse(getComputedStyle(node).color), ground(node)].map(luminance).sort((a, b) => b - a);
    weakest = Math.min(weakest, (pair[0] + 0.05) / (pair[1] + 0.05));
  }
  return weakest;
}"""


@pytest.fixture
async def enter(served: City, enter_as: EnterAs) -> Any:
    """Opens the list of letters as a lead."""
    await hire(served, "lea", "lead")
    return partial(enter_as, "lea", PREVIEWS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_letter_fits_a_phone_and_can_be_read(enter: Any, scheme: str) -> None:
    page = await enter(color_scheme=scheme)
    for kind in KINDS:
        for code, tongue in LANGUAGES.items():
            await page.goto(f"{PREVIEWS}/{kind}?lang={code}&part=html")
            await assert_fits(page)
            assert await page.evaluate("document.documentElement.dir") == tongue.direction
            assert await page.evaluate(WEAKEST) >= 4.5, f"{kind} in {code} cannot be read on a {scheme} ground"


async def test_staff_find_each_letter_as_text_and_as_it_looks(enter: Any) -> None:
    page = await enter(viewport={"width": 1280, "height": 900})
    await assert_no_violations(page)
    assert await page.locator("main ul a").count() == len(KINDS) * len(LANGUAGES)
    await page.locator('main a[href*="outcome?lang=ar"]').click()
    await expect(page.locator("section.sheet")).to_have_attribute("dir", "rtl")
    await assert_no_violations(page)
    await page.set_viewport_size(PHONE)
    await assert_fits(page)
    await page.get_by_role("link", name="Mit Gestaltung ansehen").click()
    await expect(page.locator("a.button")).to_be_visible()
