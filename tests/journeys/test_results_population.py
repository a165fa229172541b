"""Residents brought by a lead, and the page that says who is missing: on a phone, on a desk, without scripts."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pytest
from playwright.async_api import FilePayload, expect

from services.analysis.operations import tag_passages
from services.analysis.results.operations.upload_population import demo_table
from services.analysis.tagger import load_tagger
from tests.journeys.conftest import PHONE, EnterAs
from tests.support.browser import assert_well_made
from tests.support.city import City
from tests.support.people import hire
from tests.support.residents import SLUG, answer, ask_who, bring_few, bring_residents

DESK = {"width": 1280, "height": 900}
MISSING = f"/staff/campaigns/{SLUG}/missing"
#: Of the city itself, or so it says: without the notes of the invented table.
TABLE = "\n".join(demo_table().decode().splitlines()[3:]).encode()


@pytest.fixture
async def enter(served: City, enter_as: EnterAs, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Opens a page as somebody who leads."""
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))
    await hire(served, "lea", "lead")

    return partial(enter_as, "lea")


def _file(content: bytes) -> FilePayload:
    return {"name": "einwohner.csv", "mimeType": "text/csv", "buffer": content}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
async def test_a_table_is_brought_looked_at_and_taken(enter: Any, scripts: bool) -> None:
    page = await enter("/staff/population", scripts=scripts)
    await page.get_by_label("Tabelle", exact=True).set_input_files(_file(b"nichts"))
    await page.get_by_label("Jahr").fill("2025")
    await page.get_by_role("button", name="Erst ansehen").click()
    await expect(page.get_by_role("alert")).to_contain_text("Die Spalte „alter“ fehlt.")
    await expect(page.get_by_label("Jahr")).to_have_value("2025")
    if scripts:
        await assert_well_made(page)
    await page.get_by_label("Quelle").fill("Melderegister")
    await page.get_by_label("Tabelle", exact=True).set_input_files(_file(TABLE))
    await page.get_by_role("button", name="Erst ansehen").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Vor dem Übernehmen")
    if scripts:
        await assert_well_made(page)
    await page.get_by_role("button", name="Diese Zahlen übernehmen").click()
    await expect(page.get_by_role("status")).to_contain_text("Ab jetzt wird mit diesen Zahlen verglichen.")
    if scripts:
        await assert_well_made(page)


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_who_is_missing_leads_to_where_it_is_mended(enter: Any, served: City, viewport: Any, scheme: str) -> None:
    await ask_who(served)
    await answer(served)
    await bring_residents(served)
    page = await enter(MISSING, viewport=viewport, color_scheme=scheme)
    first = page.get_by_role("listitem").filter(has_text="65 bis 79: unter 5 von")
    await expect(first).to_be_visible()
    await assert_well_made(page)
    await page.get_by_text("Alle Gruppen zeigen").click()
    await assert_well_made(page)
    await first.get_by_role("link", name="In großer Schrift drucken").click()
    await expect(page.get_by_label("Große Schrift")).to_be_checked()


async def test_without_scripts_the_missing_are_there_as_well(enter: Any, served: City) -> None:
    await ask_who(served)
    await answer(served)
    await bring_residents(served)
    page = await enter(MISSING, scripts=False)
    await page.get_by_text("Alle Gruppen zeigen").click()
    await expect(page.get_by_role("group", name="Alter und Ortsteil zusammen")).to_be_visible()
    await page.get_by_role("link", name="Zugang in Buschhausen einrichten").click()
    await expect(page).to_have_url(re.compile(r"/channels/new$"))


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
async def test_weighted_shares_stand_beside_the_raw_ones(enter: Any, served: City, viewport: Any) -> None:
    await ask_who(served)
    await answer(served, [(age, part, 40) for age in ("18-26", "65-79") for part in ("centre", "alsfeld")])
    await bring_few(served)
    page = await enter(MISSING, viewport=viewport)
    await page.get_by_role("link", name="Beiträge gewichtet ansehen").click()
    await page.get_by_label("Frage").select_option("Wie sind Sie heute hier?")
    await page.get_by_role("button", name="Zeigen").click()
    row = page.get_by_role("row", name="zu Fuß")
    await expect(row.get_by_role("cell")).to_have_count(3)
    await page.get_by_text("Gruppen und ihre Gewichte").click()
    await assert_well_made(page)
