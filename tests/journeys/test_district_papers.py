"""From a method to a concept that is adopted and handed on: a lead in a real browser, with and without scripts."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.journeys.conftest import EnterAs
from tests.support.browser import assert_no_violations, assert_well_made, click_through
from tests.support.city import City
from tests.support.people import hire


@pytest.fixture
async def lead(served: City, enter_as: EnterAs) -> Any:
    """Opens pages as a lead of the whole city."""
    await served.deliver_all()
    await hire(served, "lea", "lead")

    return partial(enter_as, "lea")


@pytest.mark.parametrize("scripts", [True, False])
async def test_the_advisor_leads_from_who_is_missing_to_a_campaign(lead: Any, scripts: bool) -> None:
    page = await lead("/staff/methods", scripts=scripts)
    await page.get_by_role("link", name="Zum Berater").click()
    await page.get_by_role("group", name="Wer fehlte bisher?").get_by_label("Ältere").check()
    await page.get_by_label("Wie viel Geld in Euro?").fill("300")
    await page.get_by_role("button", name="Vorschlagen").click()
    await expect(page.get_by_text("erreicht, wer bisher fehlte: Ältere").first).to_be_visible()
    if scripts:
        await assert_no_violations(page)
    await page.locator(".advice h3 a").first.click()
    await expect(page.get_by_role("heading", name="Merkliste")).to_be_visible()
    if scripts:
        await assert_no_violations(page)
    await page.get_by_role("link", name="Beteiligung damit anlegen").click()
    await expect(page.get_by_role("button", name="Entwurf anlegen")).to_be_visible()


async def _concept(page: Page) -> None:
    """Written, ruled, kept and adopted."""
    await page.get_by_role("button", name="Konzept beginnen").click()
    await page.get_by_role("link", name="Worte dazu schreiben „Zuständigkeiten“").click()
    await page.get_by_label("Ihre Worte").fill("Das Stadtteilbüro koordiniert.")
    await page.get_by_role("button", name="Speichern").click()
    await expect(page.get_by_role("status")).to_contain_text("Gespeichert.")
    await page.get_by_role("link", name="Gliederung ändern").click()
    await page.get_by_label("Überschrift").fill("Was Kinder sagen")
    await page.get_by_role("button", name="Abschnitt anlegen").click()
    await page.get_by_role("button", name="Nach oben „Was Kinder sagen“").click()
    await page.get_by_role("button", name="Ausblenden „Kalender“").click()
    await expect(page.get_by_role("button", name="Wieder zeigen „Kalender“")).to_be_visible()
    await page.get_by_role("link", name="Beteiligungskonzept Sterkrade-Mitte").click()
    await expect(page.get_by_role("heading", name="Was Kinder sagen")).to_be_visible()
    await page.get_by_role("link", name="Regeln ändern").click()
    await page.get_by_label("Tage zwischen Veröffentlichen und Beginn").fill("14")
    await page.get_by_role("button", name="Speichern").click()
    await expect(page.get_by_text("Sie wird mindestens 14 Tage vor Beginn angekündigt.")).to_be_visible()
    await page.get_by_role("button", name="Festhalten").click()
    await page.get_by_label("Tag des Beschlusses").fill("2026-10-01")
    await page.get_by_label("Wer hat beschlossen?").fill("Rat der Stadt")
    await page.get_by_role("button", name="Als beschlossen vermerken").click()
    await expect(page.get_by_text("beschlossen am 1. Oktober 2026, Rat der Stadt").first).to_be_visible()


async def test_a_concept_is_written_adopted_and_taken_over_in_osterfeld(lead: Any, tmp_path: Path) -> None:
    page = await lead("/staff/papers?district=sterkrade-mitte", scripts=False)
    await _concept(page)
    await page.goto("/staff/papers/packages?district=sterkrade-mitte")
    async with page.expect_download() as downloading:
        await page.get_by_role("link", name="Paket Sterkrade-Mitte herunterladen").click()
    file = tmp_path / "sterkrade-mitte.resonanz.json"
    await (await downloading.value).save_as(file)
    await page.goto("/staff/papers/packages?district=osterfeld")
    await page.get_by_label("Paketdatei (.resonanz.json)").set_input_files(file)
    await page.get_by_role("button", name="Ansehen, was geschieht").click()
    await expect(page.get_by_role("heading", name="Paket aus Sterkrade-Mitte")).to_be_visible()
    await page.get_by_role("button", name="Übernehmen").click()
    await expect(page.get_by_text("Das Paket ist übernommen.")).to_be_visible()
    await page.goto("/staff/papers?district=osterfeld")
    await page.get_by_role("link", name="Beteiligungskonzept Osterfeld").click()
    await expect(page.get_by_text("Das Stadtteilbüro koordiniert.")).to_be_visible()
    await expect(page.get_by_text("Sie wird mindestens 14 Tage vor Beginn angekündigt.")).to_be_visible()


async def test_a_paper_is_taken_along_as_pdf_and_for_word(lead: Any) -> None:
    page = await lead("/staff/papers?district=sterkrade-mitte")
    await page.get_by_role("button", name=re.compile("^Bericht")).first.click()
    for name, start in (("PDF", b"%PDF"), ("Word (DOCX)", b"PK")):
        async with page.expect_download() as downloading:
            await page.get_by_role("link", name=name).click()
        content = Path(await (await downloading.value).path()).read_bytes()
        assert content.startswith(start)


async def test_every_page_of_papers_and_methods_is_well_made(lead: Any) -> None:
    page = await lead("/staff/papers?district=sterkrade-mitte")
    await click_through(page.get_by_role("button", name="Konzept beginnen"))
    paper = page.url.partition("?")[0]
    await page.get_by_role("button", name="Festhalten").click()
    pages = [
        paper,
        f"{paper}/sections/aim",
        f"{paper}/outline",
        f"{paper}/rules",
        f"{paper}/versions/1",
        f"{paper}/versions/2/changes",
    ]
    others = ["/staff/papers", "/staff/papers/packages", "/staff/methods", "/staff/methods/walk", "/staff/methods/new"]
    for path in [*pages, *others]:
        await page.goto(path)
        await assert_well_made(page)
