"""From who works with whom to a proposal, its campaign, its decision and the answer to those who wrote on it."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from playwright.async_api import Locator, Page, expect

from deploy.sow_inventory import DISTRICT, sow_inventory
from tests.journeys.conftest import EnterAs, OpenPage
from tests.support.browser import assert_well_made, click_through
from tests.support.city import City
from tests.support.needs import OLD, speak_of_trees
from tests.support.people import hire
from tests.support.voice import Voice, subjects

DESK: Final = {"width": 1280, "height": 800}
NETWORK: Final = f"/staff/inventory/network?district={DISTRICT}"
CONDITION: Final = "Nur mit Bänken im Schatten."


class Walk:
    """One browser of the journey. `scripts`: without them, axe has nothing to run on."""

    def __init__(self, page: Page, scripts: bool) -> None:
        self.page, self.scripts = page, scripts

    async def look(self) -> None:
        await self.page.wait_for_load_state()
        await assert_well_made(self.page, self.scripts)

    async def press(self, name: str, **options: Any) -> None:
        await click_through(self.page.get_by_role("button", name=name, **options))

    async def follow(self, name: str | re.Pattern[str]) -> None:
        await click_through(self.page.get_by_role("link", name=name).first)

    async def said(self, text: str) -> None:
        await expect(self.page.get_by_role("status")).to_contain_text(text)


def _row(page: Page, name: str) -> Locator:
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name))


async def _who_works_with_whom(lea: Walk) -> None:
    """The table says it; the drawing shows the same organisations; two of them beside each other say by what."""
    page = lea.page
    await page.goto(NETWORK)
    await expect(_row(page, "Gesundheitsladen Sterkrade")).to_contain_text("steht allein")
    await expect(_row(page, "Quartiersbüro Sterkrade-Mitte")).to_contain_text("Brücke")
    drawn = await page.locator("svg.wide-picture circle").count()
    assert drawn == await page.locator(".who-table tbody tr").count() > 30
    await lea.look()
    await _row(page, "Aufsuchende Arbeit Bahnhof").get_by_role("link", name="Jugendzentrum Parkhaus").click()
    await expect(_row(page, "Bahndamm, gemeinsame Runden")).to_contain_text("jede Woche")
    await lea.look()
    await lea.follow("Netzwerk")
    await page.get_by_label("Die eine").select_option(label="Seniorenkreis Friedenskirche (erfunden)")
    await page.get_by_label("Die andere").select_option(label="Deutsch-Türkischer Kulturverein Köprü (erfunden)")
    await page.locator("form.beside button").click()
    await expect(page.get_by_text("So führt ein Weg von der einen zur anderen")).to_be_visible()
    await expect(page.get_by_role("heading", name="Was sie gemeinsam haben")).to_be_visible()
    await lea.look()


async def _discuss(lea: Walk, city: City) -> str:
    """A wish of residents becomes a proposal, and the proposal a campaign; returns its code."""
    page = lea.page
    await lea.follow("Vorschläge")
    await lea.look()
    await lea.follow(re.compile("Menschen ab 65 Jahren sprechen von"))
    await expect(page.locator("#grounds + ul")).to_contain_text("Themen:")
    await expect(page.locator("figure.voice").first).to_contain_text(OLD)
    await expect(page.locator("figure.voice").first).to_contain_text("maschinell zugeordnet")
    await lea.look()
    await page.get_by_text("Vorschau: was die Menschen lesen").click()
    await expect(page.locator("details.preview")).to_contain_text("Was spricht dagegen?")
    await expect(page.get_by_label("Verantwortliche Stelle")).not_to_be_empty()
    await page.get_by_label("Verantwortliche Stelle").fill("")
    await page.get_by_label("Wo der Code hängt").fill("Bücherei")
    await lea.press("Jetzt veröffentlichen")
    await expect(page.get_by_role("alert")).to_contain_text("Verantwortliche Stelle: Bitte ausfüllen.")
    await lea.look()
    await page.get_by_label("Verantwortliche Stelle").fill("Stadtteilbüro Sterkrade")
    await lea.press("Jetzt veröffentlichen")
    await lea.said("Aufgegriffen.")
    await city.deliver_all()
    await lea.follow("Nachsehen")
    code = str(await city.one("SELECT code FROM intake.channel WHERE place = 'Bücherei'"))
    await expect(page.locator(".code")).to_have_text(f"{code[:4]} {code[4:]}")
    await lea.look()
    return code


async def _answer(city: City, open_page: OpenPage, code: str, scripts: bool) -> None:
    """Anna answers on her phone, in Polish, and wants a letter; eight agree, eight object."""
    anna = Walk(await open_page(f"/q/{code}?lang=pl", scripts=scripts), scripts)
    await anna.page.get_by_label("Tak, pod pewnymi warunkami").check()
    if not scripts:  # what depends on an answer is asked when the answer has been sent
        await anna.page.locator("button.send").click()
        await expect(anna.page.locator("[name='a-conditions']")).to_be_visible()
    await anna.page.locator("[name='a-conditions']").fill(CONDITION)
    await anna.look()
    await anna.page.locator("button.send").click()
    await expect(anna.page.locator("dl.check")).to_contain_text(CONDITION)
    await anna.look()
    await anna.page.locator("button.send").click()
    receipt = await anna.page.locator(".code").first.inner_text()
    for said in ({"a-support": "yes"}, {"a-support": "no", "a-objections": "Wer soll das gießen?"}):
        for _ in range(8):  # five may look like nobody
            await city.respond({"go": "send", **said}, code)
    voice = Voice(city)
    voice.receipt = receipt.replace(" ", "")
    await city.deliver_all()
    await voice.confirm(await voice.subscribed())


async def _decide(lea: Walk, proposal: str) -> None:
    page = lea.page
    await page.goto(proposal)
    await expect(page.get_by_role("heading", name="Bedingungen")).to_be_visible()
    await expect(page.locator("#opinions ~ blockquote").first).to_contain_text(CONDITION)
    await expect(page.get_by_text("Wer soll das gießen?").first).to_be_visible()
    await expect(page.locator("#discuss ~ dl")).to_contain_text("Nein")
    await page.get_by_label("Wir machen es", exact=True).check()
    await lea.press("Entscheidung festhalten")
    await expect(page.get_by_role("alert")).to_contain_text("Bitte nennen Sie die zuständige Stelle.")
    await expect(page.get_by_label("Wir machen es", exact=True)).to_be_checked()
    await lea.look()
    await page.locator("#reason").fill("Zehn Bäume sind bezahlt.")
    await page.locator("#owner").fill("Grünflächenamt")
    await page.locator("#due_on").fill("2027-03-31")
    await lea.press("Entscheidung festhalten")
    await lea.said("Die Entscheidung ist festgehalten.")
    await expect(page.locator("section", has=page.locator("#decided"))).to_contain_text("31. März 2027")
    await lea.look()


async def _tell(lea: Walk, eda: Walk, city: City) -> None:
    """The decision becomes an outcome: written by one, published by another."""
    page = lea.page
    await lea.press("Antwort an die Beteiligten schreiben")
    await city.deliver_all()
    await page.reload()
    await lea.press("Neue Antwort beginnen")
    await page.get_by_label("Wir tun es", exact=True).check()
    for field, text in (
        ("title-de", "Zehn Bäume für den Markt"),
        ("asked-de", "Soll es mehr Schatten geben?"),
        ("said-de", "Ja, mit Bänken darunter."),
        ("done-de", "Wir pflanzen zehn Bäume mit Bänken, weil die Hitze vielen schadet."),
        ("office", "Grünflächenamt"),
        ("due", "2027-03-31"),
    ):
        await page.locator(f"[id='{field}']").fill(text)
    await lea.press("Speichern und zur Veröffentlichung geben")
    await lea.said("zweite Person")
    await eda.page.goto(page.url.split("?")[0])
    await eda.press("Veröffentlichen", exact=True)
    await eda.said("Veröffentlicht")
    await city.deliver_all()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
async def test_a_wish_becomes_a_proposal_a_decision_and_an_answer(
    served: City, open_page: OpenPage, enter_as: EnterAs, monkeypatch: pytest.MonkeyPatch, scripts: bool
) -> None:
    await sow_inventory(served.parts)
    await speak_of_trees(served, monkeypatch)
    for name in ("lea", "eda"):
        await hire(served, name, "lead", DISTRICT)
    lea, eda = [Walk(await enter_as(name, scripts=scripts, viewport=DESK), scripts) for name in ("lea", "eda")]
    await _who_works_with_whom(lea)
    code = await _discuss(lea, served)
    await _answer(served, open_page, code, scripts)
    key = await served.one("SELECT key FROM analysis.proposal")
    await _decide(lea, f"/staff/inventory/proposals/{key}?district={DISTRICT}")
    await _tell(lea, eda, served)
    assert subjects(served)[-1] == "Antwort"
    slug = await served.one("SELECT slug FROM analysis.proposal")
    public = Walk(await open_page(f"/ergebnisse/{slug}", scripts=scripts), scripts)
    await expect(public.page.locator("article")).to_contain_text("Wir pflanzen zehn Bäume mit Bänken")
    await public.look()
