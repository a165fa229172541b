"""Staff decide about tags in a real browser: by keys, by mouse, and with no script at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest
from playwright.async_api import expect

from services.analysis.operations import tag_passages
from services.analysis.tagger import Found, Passage
from tests.journeys.conftest import EnterAs
from tests.support.browser import assert_well_made
from tests.support.city import City
from tests.support.people import hire

LATE = "🌳 Grüße! Vom Umbau haben wir erst aus der Zeitung erfahren. Die Leute am Stand waren aber sehr nett."
QUOTE = "erst aus der Zeitung erfahren"
STANDING = (
    'SELECT standard, stance, substr(text, start + 1, "end" - start) '
    "FROM analysis.standing_tag s JOIN analysis.passage p ON p.id = s.passage_id WHERE reviewed ORDER BY standard"
)
CAMPAIGN = "/staff/campaigns/sterkrade-2026"
DESK = {"width": 1280, "height": 800}


class Finds:
    version, catalogue_version = "finds-1", 1

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Found, ...]]:
        return [tuple(self._found(passage.text)) for passage in passages]

    def _found(self, text: str) -> list[Found]:
        if (start := text.find(QUOTE)) < 0:
            return []
        reason: dict[str, Any] = {"model": self.version, "words": ["Zeitung"], "threshold": 0.41, "like": ["a-17"]}
        return [Found("early-information", "not_met", start, start + len(QUOTE), QUOTE, 0.71, 0.9, reason)]


@pytest.fixture
async def queue(served: City, enter_as: EnterAs, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Opens the queue as an editor; two passages with the same tag wait."""
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())
    for _ in range(2):
        await served.respond({"a-informed": "2", "a-wish": LATE})
    await served.deliver_all()
    await hire(served, "eda", "editor")

    return partial(enter_as, "eda", "/staff/review")


async def test_keys_decide_and_undo(served: City, queue: Any) -> None:
    page = await queue(viewport=DESK)
    await expect(page.locator("mark")).to_have_text(QUOTE)
    await expect(page.get_by_role("button", name="Stimmt", exact=True).locator("kbd")).to_be_visible()
    await page.keyboard.press("r")
    await expect(page.get_by_role("status")).to_contain_text("Verworfen")
    await page.keyboard.press("u")
    await expect(page.get_by_role("status")).to_contain_text("Zurückgenommen")
    await page.keyboard.press("a")
    await expect(page.get_by_role("status")).to_contain_text("Bestätigt")
    await expect(page.locator("main")).to_contain_text("1 von 2 geprüft")
    await page.keyboard.press("s")
    await expect(page.locator("main")).to_contain_text("Hier wartet nichts auf Sie")
    assert await served.all(STANDING) == [("early-information", "not_met", QUOTE)]


async def test_a_selection_in_the_text_becomes_the_mark(served: City, queue: Any) -> None:
    page = await queue(viewport=DESK)
    await page.keyboard.press("n")
    await page.locator("#add-standard").select_option("respect-fairness")
    await page.evaluate(
        """() => {
            const text = document.getElementById("passage").lastChild;
            const start = text.data.indexOf("Die Leute");
            const range = document.createRange();
            range.setStart(text, start);
            range.setEnd(text, start + "Die Leute am Stand waren aber sehr nett".length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    await expect(page.locator("#add input[name=first]")).not_to_have_value("")
    await page.locator("#add input[value=met]").check()
    await page.get_by_role("button", name="Zuordnung speichern").click()
    await expect(page.get_by_role("status")).to_contain_text("Ergänzt")
    assert await served.all(STANDING) == [("respect-fairness", "met", "Die Leute am Stand waren aber sehr nett")], (
        "counted in code points, past the tree"
    )


async def test_a_digit_opens_the_change_with_that_stance(queue: Any) -> None:
    page = await queue(viewport=DESK)
    await page.keyboard.press("3")
    await expect(page.locator("#change input[value=suggestion]")).to_be_checked()
    await page.locator("#change input[name=first]").press("a")
    await expect(page).to_have_url(re.compile("/staff/review$"))
    await expect(page.get_by_role("status")).to_have_count(0)


async def test_escape_closes_what_a_key_opened_and_gives_the_keys_back(queue: Any) -> None:
    page = await queue(viewport=DESK)
    chosen = await page.locator("#change-standard").input_value()
    await page.keyboard.press("c")
    await expect(page.locator("#change")).to_have_attribute("open", "")
    await page.keyboard.press("n")
    await expect(page.locator("#add")).to_have_attribute("open", "")
    assert await page.locator("#change-standard").input_value() == chosen, "letters are keys, not a search in the list"
    await page.locator("#add-standard").focus()
    await page.keyboard.press("Escape")
    await expect(page.locator("#add")).not_to_have_attribute("open", "")
    await page.keyboard.press("a")
    await expect(page.get_by_role("status")).to_contain_text("Bestätigt")


async def test_keys_can_be_switched_off(queue: Any) -> None:
    page = await queue(viewport=DESK)
    await page.get_by_role("button", name="Tasten ausschalten").click()
    await expect(page.locator("kbd").first).to_be_hidden()
    await page.reload()
    await expect(page.locator("kbd").first).to_be_hidden()
    await page.keyboard.press("a")
    await expect(page.get_by_role("status")).to_have_count(0)
    await page.get_by_role("button", name="Tasten einschalten").click()
    await page.keyboard.press("a")
    await expect(page.get_by_role("status")).to_contain_text("Bestätigt")


async def test_without_scripts_everything_can_be_decided(served: City, queue: Any) -> None:
    page = await queue(scripts=False)
    await page.locator("#change summary").click()
    await page.locator("#change-standard").select_option("scope-transparency")
    await page.locator("#change input[name=stance][value=suggestion]").check()
    await page.locator("#change input[name=mark]").nth(1).check()
    await page.get_by_role("button", name="Änderung speichern").click()
    await expect(page.get_by_role("status")).to_contain_text("Geändert")
    await page.get_by_role("button", name="Zurücknehmen").first.click()
    await expect(page.get_by_role("status")).to_contain_text("Zurückgenommen")
    await page.get_by_role("button", name="Stimmt", exact=True).click()
    await expect(page.get_by_role("status")).to_contain_text("Bestätigt")
    assert await served.all(STANDING) == [("early-information", "not_met", QUOTE)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [None, DESK], ids=["phone", "desk"])
async def test_the_pages_are_for_everybody(queue: Any, scheme: str, viewport: Any) -> None:
    options = {"color_scheme": scheme} | ({"viewport": viewport} if viewport else {})
    page = await queue(**options)
    await assert_well_made(page)
    for part in ("change", "add", "exclude", "selection"):
        await page.locator(f"#{part} > summary").click()
    await assert_well_made(page)
    await page.get_by_role("button", name=re.compile("^Stimmt nicht")).click()
    await expect(page.get_by_role("status")).to_contain_text("Verworfen")
    await assert_well_made(page)
    for path in ("/staff/review/agreement", f"{CAMPAIGN}/findings", f"{CAMPAIGN}/excluded"):
        await page.goto(path)
        await assert_well_made(page)
