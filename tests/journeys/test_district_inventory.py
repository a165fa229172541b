"""The inventory in a real browser: kept by staff and organisations without scripts, confirmed at a door in Arabic."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from playwright.async_api import expect

from deploy.sow_inventory import DISTRICT, DOOR, demo_id, sow_inventory
from tests.journeys.conftest import EnterAs, OpenPage
from tests.support.browser import assert_no_violations, assert_well_made, click_through
from tests.support.city import City
from tests.support.people import hire

DESK: Final = {"width": 1280, "height": 800}
#: A desk at 400 %.
NARROW: Final = {"width": 320, "height": 256}
INVENTORY: Final = "/staff/inventory"
PAGES: Final = (
    "",
    "/table?kind=offer",
    "/map",
    "/timeline",
    "/overview",
    "/network",
    f"/network/pair?first={demo_id('parkhaus')}&second={demo_id('awo')}",
    "/proposals",
    "/care",
    "/import",
    "/new?kind=offer",
    f"/entries/{demo_id('parkhaus')}",
    f"/entries/{demo_id('parkhaus')}/edit",
)

OFFERS: Final = (
    "/angebote/sterkrade-mitte?group=seniors",
    "/angebote/sterkrade-mitte?lang=ar&view=large+contrast&page=2",
    f"/angebote/sterkrade-mitte/{demo_id('teestube')}?lang=uk",
)


@pytest.fixture
async def lead(served: City, enter_as: EnterAs) -> Any:
    """Opens pages as a lead of the demo's district."""
    await sow_inventory(served.parts)
    await hire(served, "lea", "lead", DISTRICT)

    return lambda path, **options: enter_as("lea", INVENTORY + path, **options)


async def test_an_offer_is_found_corrected_and_the_correction_undone_without_scripts(lead: Any) -> None:
    page = await lead("", scripts=False)
    await page.get_by_label("Wörter").fill("nahwerkstatt")
    await page.get_by_role("button", name="Suchen").click()
    await page.get_by_role("link", name="Nähwerkstatt").click()
    await page.get_by_role("link", name="Bearbeiten").click()
    await page.get_by_label("Zeiten").fill("wann es passt")
    await page.get_by_role("button", name="Speichern").click()
    await expect(page.get_by_role("alert")).to_contain_text("„wann es passt“ ist keine Zeit")
    await page.get_by_label("Zeiten").fill("Do 15-18")
    await page.get_by_role("button", name="Speichern").click()
    await expect(page.get_by_role("status")).to_contain_text("Gespeichert.")
    await page.get_by_role("button", name="Rückgängig machen – geändert").click()
    await expect(page.get_by_role("cell", name="Di 15:00–18:00")).to_be_visible()


async def test_a_table_comes_in_after_a_look_and_goes_out_again_whole(lead: Any) -> None:
    page = await lead("/import", scripts=False)
    await page.get_by_label("Was steht in der Tabelle?").select_option("Angebot")
    table = "Bezeichnung;Träger;Zeiten\nSchachrunde;Verein Turm;Mi 17-19\n".encode()
    await page.get_by_label("Datei").set_input_files({"name": "neu.csv", "mimeType": "text/csv", "buffer": table})
    await page.get_by_role("button", name="Ansehen", exact=True).click()
    await expect(page.get_by_text("Noch ist nichts übernommen.")).to_be_visible()
    await page.get_by_role("button", name="Alles übernehmen").click()
    await expect(page.get_by_role("status")).to_contain_text("Neu: 1.")
    await page.get_by_role("button", name="Ganz rückgängig machen").click()
    await expect(page.get_by_role("status")).to_contain_text("rückgängig gemacht")


async def test_somebody_at_the_door_confirms_with_one_tap_in_arabic(
    served: City, lead: Any, open_page: OpenPage
) -> None:
    page = await open_page(f"/inv/{DOOR[1]}?lang=ar")
    await assert_no_violations(page)
    await page.get_by_role("button", name="ما زال صحيحًا – Lernort am Samstag").click()
    await expect(page.get_by_role("status")).to_contain_text("شكرًا")
    assert await page.context.cookies() == []
    assert await served.one("SELECT verdict FROM analysis.hint") == "right"


async def test_an_organisation_corrects_its_own_offer_by_its_link(lead: Any, open_page: OpenPage) -> None:
    desk = await lead(f"/entries/{demo_id('frauenladen')}", scripts=False)
    await desk.get_by_role("button", name="Neuen Link ausgeben").click()
    link = await desk.locator(".secret").inner_text()
    own = await open_page(link)
    await assert_no_violations(own)
    await click_through(own.get_by_role("link", name="Berichtigen – Frauenfrühstück"))
    await assert_no_violations(own)
    await own.get_by_label("Zeiten").fill("Fr 9-11")
    await own.get_by_role("button", name="Speichern").click()
    await expect(own.get_by_role("status")).to_contain_text("Gespeichert.")
    await expect(own.get_by_text("Fr 09:00–11:00")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
async def test_a_resident_finds_what_there_is_and_says_what_is_wrong(
    served: City, open_page: OpenPage, scripts: bool
) -> None:
    """From the start page, in Arabic, on a phone."""
    await sow_inventory(served.parts)
    page = await open_page("/?lang=ar", scripts=scripts)
    await page.get_by_role("link", name="ماذا يوجد في حيّكم؟").click()
    await page.get_by_label("لمن").select_option(label="كبار السن")
    await page.get_by_label("في أي يوم").select_option(label="الثلاثاء")
    await page.get_by_label("أين").select_option(label="Alsfeld")
    await page.get_by_role("button", name="عرض", exact=True).click()
    await expect(page.locator("#found")).to_have_text(re.compile("3"))
    await expect(page.get_by_role("heading", name="Handy-Sprechstunde")).to_be_visible()
    if scripts:
        await assert_no_violations(page)
    await page.get_by_role("link", name="هل هناك خطأ؟ – Mittagstisch Lindenhof").click()
    await expect(page.get_by_role("button", name="ما زال صحيحًا")).to_have_count(0)
    await page.get_by_label("ما الذي تغيّر؟").fill("erst um eins")
    await page.get_by_role("button", name="هذا لم يعد صحيحًا").click()
    await expect(page.get_by_role("status")).to_contain_text("شكرًا")
    await page.get_by_role("link", name="العودة إلى الدليل").click()
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert await page.context.cookies() == []
    assert await served.one("SELECT remark FROM analysis.hint") == "erst um eins"


@pytest.mark.parametrize(("viewport", "scheme"), [(NARROW, "light"), (DESK, "dark")], ids=["narrow", "desk"])
async def test_every_view_is_well_made(lead: Any, viewport: Any, scheme: str) -> None:
    page = await lead("", viewport=viewport, color_scheme=scheme)
    for path in (*(INVENTORY + path for path in PAGES), *OFFERS):
        await page.goto(path)
        await assert_well_made(page)
