"""A planner covers her places: from a list to printed codes, from a scanned code to a receipt."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

import pypdfium2
import pytest
import zxingcpp
from playwright.async_api import FilePayload, Page, expect

from services.intake.domain.channels import Laid
from services.intake.operations.open_channel import open_channels
from services.intake.web import shown
from shared.kit.clock import now
from tests.journeys.conftest import PHONE, EnterAs, OpenPage
from tests.support.browser import assert_no_violations, assert_well_made
from tests.support.city import City
from tests.support.making import PATH
from tests.support.people import hire

DESK: Final = {"width": 1280, "height": 900}
LIST: Final = (
    "Ort;Gruppe;Art;von;bis\nBäckerei;;Plakat;;\nSeniorentreff;Mittagstisch;Zeppelin;;\nWochenmarkt;;Gerät vor Ort;;\n"
)
AGENT: Final = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36"


@pytest.fixture
async def planner(served: City, enter_as: EnterAs) -> Any:
    """Opens pages as a lead of the whole city."""
    await hire(served, "lea", "lead")

    return partial(enter_as, "lea")


async def demo_base(city: City) -> str:
    return f"{PATH}/{await city.one('SELECT id::text FROM intake.campaign')}"


async def open_many(page: Page) -> None:
    """From a file with one fault to three ways in."""
    await page.get_by_role("link", name="Viele auf einmal anlegen").click()
    await page.get_by_text("Aus einer Tabelle").click()
    file: FilePayload = {"name": "orte.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    await page.get_by_label("Datei").set_input_files(file)
    await page.get_by_role("button", name="Ansehen").click()
    await expect(page.get_by_role("alert")).to_contain_text("Zeile 2, Art")
    await page.get_by_role("link", name="Zeile 2, Art").click()
    await page.get_by_label("Art (Zeile 2)").select_option(label="Gruppe")
    await page.get_by_role("button", name="Alle anlegen").last.click()
    await expect(page.get_by_role("status")).to_contain_text("3 Zugänge sind angelegt.")


async def order(page: Page, label: str, language: str, *, large: bool) -> None:
    """One format in one language, and nothing else."""
    await page.get_by_role("link", name="Drucken", exact=True).click()
    await page.wait_for_url("**/print")
    for box in await page.locator("input[name=f], input[name=lang]").all():
        await box.set_checked(False)
    await page.get_by_label(label).check()
    await page.locator(f'input[name=lang][value="{language}"]').check()
    if large:
        await page.get_by_label("Große Schrift").check()
    await page.get_by_role("button", name="Druckpaket bestellen").click()
    await expect(page.get_by_text("von 5 Seiten sind gesetzt")).to_be_visible()


async def print_all(city: City, page: Page, label: str, language: str, *, large: bool) -> zipfile.ZipFile:
    """Ordered, drawn while the page looks on, and downloaded; with or without scripts nobody has to reload."""
    await order(page, label, language, large=large)
    await city.deliver_all()
    await expect(page.get_by_text("Fertig: 5 Dateien.").first).to_be_visible()
    async with page.expect_download() as waiting:
        await page.get_by_role("link", name="ZIP-Datei herunterladen").click()
    download = await waiting.value
    assert download.suggested_filename == "sterkrade-2026-druck.zip"
    return zipfile.ZipFile(io.BytesIO(Path(await download.path()).read_bytes()))


def scanned(pdf: bytes) -> list[str]:
    """What an office scanner at 150 dpi finds on the first page."""
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=150 / 72).to_pil()
    codes = zxingcpp.read_barcodes(image)
    return [code.text for code in codes if code.format == zxingcpp.BarcodeFormat.QRCode]


@pytest.mark.parametrize(
    ("scripts", "label", "folder", "language", "large"),
    [
        (False, "Plakat A3", "a3", "de", False),
        (True, "Plakat A3", "a3", "de", False),
        (True, "Postkarte A6", "a6", "ar", True),
        (True, "Aufkleber", "stickers", "tr", False),
    ],
)
async def test_a_list_becomes_posters_and_a_scanned_poster_a_receipt(
    served: City, planner: Any, open_page: OpenPage, scripts: bool, label: str, folder: str, language: str, large: bool
) -> None:
    page = await planner(await demo_base(served), scripts=scripts, viewport=DESK)
    await open_many(page)
    archive = await print_all(served, page, label, language, large=large)
    (poster,) = (archive.read(name) for name in archive.namelist() if name.startswith(f"{folder}/baeckerei"))
    (address,) = set(scanned(poster))
    resident = await open_page(address.removeprefix(served.address), scripts=scripts, user_agent=AGENT)
    await expect(resident.get_by_text("Bäckerei")).to_be_visible()
    await resident.get_by_label(re.compile("2")).first.check()
    await resident.get_by_role("button", name="Absenden").click()
    await expect(resident.locator(".code").first).to_be_visible()
    bakery = "SELECT id FROM intake.channel WHERE place = 'Bäckerei'"
    opened = f"SELECT sum(opened_count) FROM intake.visit WHERE channel_id IN ({bakery})"
    for _ in range(250):
        if await served.one(opened):
            break
        await page.wait_for_timeout(200)
    assert await served.one(opened) == 1
    assert await served.one(f"SELECT count(*) FROM intake.response WHERE channel_id IN ({bakery})") == 1


async def test_a_slip_of_a_class_is_scanned_once_and_then_leads_to_a_kind_page(
    served: City, planner: Any, open_page: OpenPage
) -> None:
    page = await planner(await demo_base(served), viewport=DESK)
    await page.get_by_role("link", name="Zettel für Gruppen").click()
    await page.get_by_label("Name der Gruppe").fill("Klasse 7b")
    await page.get_by_label("Wie viele Zettel?").fill("6")
    await page.get_by_role("button", name="Zettel anlegen").click()
    async with page.expect_download() as waiting:
        await page.get_by_role("link", name="Bogen herunterladen").first.click()
    slips = Path(await (await waiting.value).path()).read_bytes()
    addresses = scanned(slips)
    assert len(set(addresses)) == 6
    for expected in (200, 410):
        pupil = await open_page("/q", viewport=PHONE)
        answer = await pupil.goto(addresses[0])
        assert answer and answer.status == expected
        if expected == 200:
            await pupil.get_by_label(re.compile("2")).first.check()
            await pupil.get_by_role("button", name="Absenden").click()
            await expect(pupil.locator(".receipt .code")).to_be_visible()
        await assert_no_violations(pupil)
    assert await served.one("SELECT count(*) FROM intake.response") == 1


async def test_an_old_poster_leads_on(
    served: City, planner: Any, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await served.one("SELECT id FROM intake.campaign")
    await served.database("intake").run(lambda s: open_channels(s, made, [Laid("poster", "Rathaus")], now()))
    page = await planner(f"{await demo_base(served)}/channels", scripts=False, viewport=DESK)
    await page.get_by_role("link", name="Stadtteilbücherei Sterkrade").click()
    await page.get_by_label("Wohin der Code danach führt").select_option(index=1)
    await page.get_by_role("button", name="Speichern").last.click()
    await page.get_by_text("Zugang beenden").click()
    await page.get_by_role("button", name="Jetzt beenden").click()
    await expect(page.get_by_role("status")).to_contain_text("Der Zugang ist beendet.")
    monkeypatch.setattr(shown, "FRESH_FOR", timedelta(0))  # what a web process knows may be five seconds old
    code = await served.one("SELECT code FROM intake.channel WHERE ended_at IS NOT NULL")
    resident = await open_page(f"/q/{code}", scripts=False)
    await resident.get_by_role("link", name="Jetzt hier mitmachen").click()
    await expect(resident.get_by_text("Rathaus")).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK, {"width": 320, "height": 256}], ids=["phone", "desk", "400 percent"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_page_about_channels_is_well_made(
    served: City, planner: Any, viewport: dict[str, int], scheme: str
) -> None:
    made = await served.one("SELECT id FROM intake.campaign")
    laid = [
        Laid("group", "Friedenskirche Sterkrade", "Seniorenkreis am Mittwoch"),
        Laid("poster", "Bücherei", "", now().date()),
    ]
    await served.database("intake").run(lambda s: open_channels(s, made, laid, now()))
    base, channel = await demo_base(served), await served.one("SELECT min(id::text) FROM intake.channel")
    page = await planner(base, viewport=viewport, color_scheme=scheme)
    code = await served.one("SELECT min(code) FROM intake.channel")
    await page.goto(f"{base}/print")
    await page.get_by_role("button", name="Druckpaket bestellen").click()
    await page.wait_for_url("**/print/kits/*")
    kit = page.url.removeprefix(served.address)
    for path in (
        kit,
        f"{base}/channels",
        f"{base}/channels/new",
        f"{base}/channels/{channel}",
        f"{base}/print",
        f"/staff/channels/{code}",
    ):
        await page.goto(path)
        await assert_well_made(page)
