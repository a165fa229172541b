"""From a quote to an answer that arrives: chosen, written, published by a second person, read with the receipt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image
from playwright.async_api import Page, expect

from services.analysis.operations import tag_passages
from services.analysis.tagger import Found, Passage
from tests.journeys.conftest import EnterAs, OpenPage
from tests.support.browser import assert_well_made
from tests.support.city import City
from tests.support.demo import DISTRICT, WISH
from tests.support.people import hire
from tests.support.voice import Voice, letters

DESK: Final = {"width": 1280, "height": 900}
RESULTS: Final = "/ergebnisse/sterkrade-2026"
WORD: Final = "dunkel"
ARABIC: Final = {"title": "ضوء أكثر", "asked": "ماذا تتمنون؟", "said": "الملعب مظلم.", "done": "نركّب أربعة مصابيح."}


class Finds:
    version, catalogue_version = "finds-1", 1

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Found, ...]]:
        return [tuple(self._found(passage.text)) for passage in passages]

    def _found(self, text: str) -> list[Found]:
        if (start := text.find(WORD)) < 0:
            return []
        reason: dict[str, Any] = {"model": self.version, "words": [WORD], "threshold": 0.4, "like": []}
        return [Found("low-threshold-access", "not_met", start, start + len(WORD), WORD, 0.8, 0.1, reason)]


@pytest.fixture(autouse=True)
def _finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())


@pytest.fixture
async def voice(served: City) -> Voice:
    """Anna said something and wants to hear what becomes of it."""
    anna = Voice(served)
    anna.receipt = await served.respond({"a-informed": "2", "a-wish": WISH})
    await anna.confirm(await anna.subscribed())
    await served.deliver_all()
    return anna


async def _write(city: City, page: Page, picture: Path) -> None:
    await page.goto("/staff/campaigns/sterkrade-2026/standards/low-threshold-access")
    await page.get_by_role("checkbox").check()
    await page.get_by_role("button", name="Antwort nur auf die angekreuzten").click()
    await expect(page.locator("h1")).to_have_text("Ihre Auswahl ist unterwegs")
    await city.deliver_all()
    await page.get_by_role("link", name="Noch einmal nachsehen").click()
    await page.get_by_role("button", name="Neue Antwort beginnen").click()
    await page.get_by_role("button", name="Speichern und zur Veröffentlichung geben").click()
    await expect(page.get_by_role("alert")).to_contain_text("Bitte prüfen Sie")
    await page.get_by_label("Wir tun es", exact=True).check()
    for field, text in (
        ("title-de", "Mehr Licht am Spielplatz"),
        ("asked-de", "Was wünschen Sie sich?"),
        ("said-de", "Der Spielplatz ist dunkel."),
        ("done-de", "Wir stellen vier Leuchten auf, weil dort Kinder spielen."),
        ("office", "Grünflächenamt"),
        ("due", "2027-05-31"),
    ):
        await page.locator(f"[id='{field}']").fill(text)
    await page.locator("details.tongue summary", has_text="العربية").click()
    for part, text in (
        ("title", "ضوء أكثر"),
        ("asked", "ماذا تتمنون؟"),
        ("said", "الملعب مظلم."),
        ("done", "نركّب أربعة مصابيح."),
    ):
        await page.locator(f"[id='{part}-ar']").fill(text)
    await page.get_by_role("button", name="Entwurf speichern").click()
    await page.locator("#file").set_input_files(picture)
    await page.locator("#alt").fill("Der Spielplatz mit den neuen Leuchten")
    await page.get_by_role("button", name="Hochladen").click()
    await expect(page.get_by_role("status")).to_contain_text("Hochgeladen")
    await page.get_by_role("button", name="Speichern und zur Veröffentlichung geben").click()
    await expect(page.get_by_role("status")).to_contain_text("zweite Person")


async def test_a_quote_becomes_an_answer_that_arrives(
    served: City, open_page: OpenPage, enter_as: EnterAs, voice: Voice, tmp_path: Path
) -> None:
    """Without any script, from the tick at a quote to the letter."""
    Image.new("RGB", (800, 500), "#86a873").save(tmp_path / "spielplatz.jpg")
    for name, role in (("eda", "editor"), ("lea", "lead")):
        await hire(served, name, role, DISTRICT)  # type: ignore[arg-type] # roles
    writing = await enter_as("eda", viewport=DESK, scripts=False)
    await _write(served, writing, tmp_path / "spielplatz.jpg")
    await expect(writing.get_by_role("button", name="Veröffentlichen", exact=True)).to_have_count(0)

    leading = await enter_as("lea", viewport=DESK, scripts=False)
    await leading.goto(writing.url.split("?")[0])
    await expect(leading.locator(".second")).to_contain_text("نركّب أربعة مصابيح.")
    await expect(leading.get_by_alt_text("Der Spielplatz mit den neuen Leuchten")).to_be_visible()
    await leading.get_by_role("button", name="Veröffentlichen", exact=True).click()
    await expect(leading.get_by_role("status")).to_contain_text("Veröffentlicht")
    await served.deliver_all()

    letter = letters(served)[-1]
    assert str(letter["Subject"]).startswith("Antwort auf Ihren Beitrag")
    address = re.search(r"http\S+/ergebnisse/\S+", str(letter.get_body(("plain",))))
    assert address

    receipt = await open_page("/receipt", scripts=False)
    await receipt.locator("#receipt").fill(voice.receipt)
    await receipt.get_by_role("button", name="Nachsehen").click()
    await expect(receipt.locator("ol.journey > li.done")).to_have_count(5)
    await expect(receipt.locator("ol.journey")).to_contain_text("vier Leuchten")
    await expect(receipt.locator("ol.journey img")).to_have_attribute("alt", "Der Spielplatz mit den neuen Leuchten")

    results = await open_page(address[0].removeprefix(served.address), scripts=False)
    await expect(results.locator("article")).to_contain_text("Wir stellen vier Leuchten auf")
    await expect(results.locator(".promise-clock")).to_contain_text("gehalten")
    assert await results.locator("article img").evaluate("image => image.naturalWidth") == 800


@pytest.fixture
async def answered(served: City, open_page: OpenPage, enter_as: EnterAs, voice: Voice, tmp_path: Path) -> Voice:
    """The whole way, quickly."""
    await test_a_quote_becomes_an_answer_that_arrives(served, open_page, enter_as, voice, tmp_path)
    return voice


async def test_every_page_is_well_made_on_phone_and_desktop(
    served: City, open_page: OpenPage, enter_as: EnterAs, answered: Voice
) -> None:
    for language in ("de", "ar", "pl"):
        for size in ({}, {"viewport": DESK}):
            page = await open_page(f"{RESULTS}?lang={language}", **size)
            await assert_well_made(page)
    await hire(served, "ada", "lead")
    outcome_id = await served.one("SELECT id FROM notify.outcome")
    for size in ({}, {"viewport": DESK}):
        page = await enter_as("ada", **size)
        for path in ("/staff/outcomes", f"/staff/outcomes/{outcome_id}"):
            await page.goto(path)
            await assert_well_made(page)
        await page.goto("/staff/campaigns/sterkrade-2026/standards/low-threshold-access")
        await assert_well_made(page)
    page = await open_page("/receipt")
    await page.locator("#receipt").fill(answered.receipt)
    await page.get_by_role("button", name="Nachsehen").click()
    await expect(page.locator("ol.journey")).to_contain_text("Entschieden")
    await assert_well_made(page)


async def test_arabic_runs_from_the_right_and_says_what_is_not_translated(
    served: City, open_page: OpenPage, answered: Voice
) -> None:
    page = await open_page(f"{RESULTS}?lang=ar", locale="ar")
    article = page.locator("article")
    await expect(article.locator("h2")).to_have_text("ضوء أكثر")
    assert await article.evaluate("node => getComputedStyle(node).direction") == "rtl"
    turkish = await open_page(f"{RESULTS}?lang=tr")
    await expect(turkish.locator("article .notice")).to_contain_text("Almanca")
    await expect(turkish.locator("article dl")).to_have_attribute("lang", "de")
