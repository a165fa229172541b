"""What Sterkrade-Mitte hands on, and how Osterfeld lives with it: in a browser, without scripts and with them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from deploy.sow import PLAYGROUND, WALK, sow_campaign
from deploy.sow_methods import sow_methods
from tests.journeys.conftest import EnterAs
from tests.support import making
from tests.support.browser import assert_no_violations, click_through
from tests.support.city import City
from tests.support.people import hire, sign_in

PACKAGES = "/staff/papers/packages"
Lead = Callable[..., Awaitable[Page]]


@pytest.fixture
async def lead(served: City, enter_as: EnterAs) -> Lead:
    """Opens pages as a lead of the whole city."""
    await served.deliver_all()
    await hire(served, "lea", "lead")

    return partial(enter_as, "lea")


async def _hand_on(page: Page, file: Path) -> None:
    """From Sterkrade-Mitte to Osterfeld, as far as the preview."""
    await page.goto(f"{PACKAGES}?district=sterkrade-mitte")
    async with page.expect_download() as downloading:
        await page.get_by_role("link", name="Paket Sterkrade-Mitte herunterladen").click()
    await (await downloading.value).save_as(file)
    await page.goto(f"{PACKAGES}?district=osterfeld")
    await page.get_by_label("Paketdatei (.resonanz.json)").set_input_files(file)
    await page.get_by_role("button", name="Ansehen, was geschieht").click()
    await expect(page.get_by_role("heading", name="Paket aus Sterkrade-Mitte")).to_be_visible()


async def _rule(page: Page, days: int) -> None:
    """How long before its first day a campaign of Sterkrade-Mitte is announced."""
    await page.goto("/staff/papers?district=sterkrade-mitte")
    begin = page.get_by_role("button", name="Konzept beginnen")
    await (begin if await begin.count() else page.locator(".papers a").first).click()
    await page.get_by_role("link", name="Regeln ändern").click()
    await page.get_by_label("Tage zwischen Veröffentlichen und Beginn").fill(str(days))
    await page.get_by_role("button", name="Speichern").click()


async def test_osterfeld_takes_over_lets_one_part_go_and_orders_the_same_kit(
    lead: Lead, served: City, tmp_path: Path
) -> None:
    page, file = await lead("/staff", scripts=False), tmp_path / "sterkrade-mitte.resonanz.json"
    campaign = await served.one("SELECT id FROM intake.campaign")
    await page.goto(f"/staff/making/{campaign}/print")
    for one in ("Aushang A4", "Handzettel A5"):
        await page.get_by_role("checkbox", name=one).uncheck()
    await page.get_by_role("checkbox", name="Postkarte A6").check()
    await page.get_by_role("button", name="Druckpaket bestellen").click()
    await _rule(page, 14)
    await _hand_on(page, file)
    await expect(page.get_by_text("Druckpaket").first).to_be_visible()
    await page.get_by_role("button", name="Übernehmen").click()
    await expect(page.get_by_role("status")).to_contain_text("Das Paket ist übernommen.")

    await page.get_by_role("link", name="Regeln für jede Beteiligung").click()
    await page.get_by_label("Warum?").fill("Bei uns hat der Rat anders beschlossen.")
    await page.get_by_role("button", name="Lösen und eigenständig führen").click()
    await expect(page.get_by_role("status")).to_contain_text("gehört jetzt Ihrem Sozialraum")
    await _rule(page, 21)
    await _hand_on(page, file)
    await expect(page.get_by_role("cell", name="gelöst, bleibt Ihres")).to_be_visible()
    await page.get_by_role("button", name="Übernehmen").click()
    await page.get_by_role("link", name="Regeln für jede Beteiligung").click()
    await page.get_by_role("button", name="Wieder verbinden").click()
    await expect(page.get_by_role("status")).to_contain_text("wieder verbunden")
    await _order(page, served)


async def _order(page: Page, city: City) -> None:
    """The kit that came along, for a place of Osterfeld's own."""
    await city.deliver_all()
    await sign_in(city, "ada", "lead")
    taken = await city.one("SELECT id FROM intake.campaign WHERE district = 'osterfeld'")
    base = f"/staff/making/{taken}"
    await making.open_now(city, base)
    reason = "Der Rat tagt erst danach; ausnahmsweise kürzer angekündigt."
    assert (await making.publish(city, base, **{"reason-notice": reason})).status_code == 303
    await city.client.post(f"{base}/channels/new", data={"place": "Bürgerhaus", "group": "", "kind": "poster"})
    await page.goto(f"{base}/print")
    await expect(page.get_by_text("Angekreuzt ist, was zuletzt bestellt wurde")).to_be_visible()
    await expect(page.get_by_role("checkbox", name="Postkarte A6")).to_be_checked()
    await click_through(page.get_by_role("button", name="Druckpaket bestellen"))
    await city.deliver_all()
    await page.reload()
    await expect(page.get_by_role("link", name="ZIP-Datei herunterladen")).to_be_visible()


async def test_districts_are_compared_and_every_page_is_for_everybody(lead: Lead, served: City, tmp_path: Path) -> None:
    for sample in (WALK, PLAYGROUND):
        await sow_campaign(served.parts, sample)
    await sow_methods(served.parts)
    await served.deliver_all()
    page = await lead("/staff/compare")
    await expect(page.get_by_role("img", name="Respekt und Fairness")).to_be_visible()
    await page.get_by_text("Als Tabelle").first.click()
    await expect(page.get_by_role("row", name="Osterfeld").first).to_be_visible()
    await expect(page.get_by_text("Alstaden/Lirich: Hier lief noch keine Beteiligung.")).to_be_visible()
    await assert_no_violations(page)
    for path in ("/staff/methods", "/staff/methods?group=youth", "/staff/methods/uses", "/staff/methods/walk"):
        await page.goto(path)
        await assert_no_violations(page)
    await page.goto("/staff/methods/advice?missing=seniors&level=beratung&people=20")
    await expect(page.get_by_text("hat hier schon getragen").first).to_be_visible()
    await assert_no_violations(page)
    await _hand_on(page, tmp_path / "paket.resonanz.json")
    await assert_no_violations(page)
    await click_through(page.get_by_role("button", name="Übernehmen"))
    await assert_no_violations(page)
    await page.get_by_role("link", name="Frühzeitige Information").click()
    await page.get_by_role("button", name="Lösen und eigenständig führen").click()
    await expect(page.get_by_role("alert")).to_contain_text("Bitte sagen Sie, warum.")
    await assert_no_violations(page)
