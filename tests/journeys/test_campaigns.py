"""A planner makes a campaign from nothing without scripts, a resident answers, and a second version follows."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from typing import Any, Final

import pytest
from playwright.async_api import Page, expect

from shared.kit.clock import now
from tests.journeys.conftest import PHONE, EnterAs, OpenPage
from tests.support.browser import assert_well_made, click_through
from tests.support.city import City
from tests.support.making import PATH, begin, fill, open_now
from tests.support.people import hire, sign_in

DESK: Final = {"width": 1280, "height": 800}
TITLE: Final = "Wie soll der Volkspark werden?"


@pytest.fixture
async def planner(served: City, enter_as: EnterAs) -> Any:
    """Opens pages as a lead of the whole city."""
    await hire(served, "lea", "lead")

    return partial(enter_as, "lea")


def _day(days: int) -> str:
    return (now() + timedelta(days=days)).date().isoformat()


async def _begin(page: Page) -> None:
    await page.get_by_role("link", name="Neue Beteiligung").click()
    await page.get_by_role("button", name="Entwurf anlegen").click()
    await expect(page.get_by_role("alert")).to_contain_text("Bitte prüfen Sie")
    await page.get_by_label("Ideen sammeln").check()
    await page.get_by_label("Titel der Beteiligung").fill(TITLE)
    await page.get_by_label("Sozialraum", exact=True).select_option(label="Sterkrade-Mitte")
    await page.get_by_label("Beratung").check()
    await page.get_by_label("Arabisch", exact=True).check()
    await page.get_by_role("button", name="Entwurf anlegen").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


async def _lay_down(page: Page) -> None:
    await page.get_by_role("link", name="Angaben ändern").click()
    await page.get_by_label("Titel (Arabisch)").fill("كيف تريدون الحديقة؟")
    await page.get_by_label("Erster Tag").fill(_day(-1))
    await page.get_by_label("Letzter Tag").fill(_day(30))
    await page.get_by_label("Antwort spätestens am").fill(_day(60))
    await page.get_by_label("Verantwortliche Stelle").fill("Stadtteilbüro Sterkrade")
    await page.get_by_role("button", name="Speichern", exact=True).click()
    await expect(page.get_by_role("status")).to_contain_text("Gespeichert.")


async def _ask_more(page: Page) -> None:
    """One more question, behind the first, in two languages, shown to some."""
    await page.get_by_role("link", name="Fragen bearbeiten").click()
    await page.get_by_role("link", name="Danach einfügen").nth(1).click()
    await page.get_by_role("button", name="Eine Antwort").click()
    await page.get_by_label("Frage", exact=True).fill("Wann sind Sie dort?")
    await page.get_by_label("Frage (Arabisch)").fill("متى تكونون هناك؟")
    await page.get_by_label("Zeile 1, Deutsch").fill("tagsüber")
    await page.get_by_label("Zeile 1, Arabisch").fill("نهارًا")
    await page.get_by_label("Zeile 2, Deutsch").fill("abends")
    await page.get_by_label("Zeile 2, Arabisch").fill("مساءً")
    await page.get_by_label("Weitere Antworten").fill("am Wochenende\nnie")
    await page.get_by_role("button", name="Antworten hinzufügen").click()
    await page.get_by_label("Zeile 3, Arabisch").fill("في عطلة نهاية الأسبوع")
    await page.get_by_role("button", name="Löschen: nie").click()
    await page.get_by_label("Neue Bedingung zu der Frage").select_option(label="Worum geht es dabei?")
    await page.get_by_role("button", name="Bedingung hinzufügen").click()
    await page.get_by_label("Plätze und Grün").check()
    await page.get_by_role("button", name="Speichern und zurück").click()
    await expect(page.get_by_text("Nur zu sehen, wenn „Worum geht es dabei?“")).to_be_visible()


async def _publish(page: Page) -> None:
    await page.get_by_label("Ort oder Gruppe", exact=True).fill("Bücherei")
    await page.get_by_role("button", name="Zugang anlegen").click()
    await expect(page.get_by_role("heading", name="Bereit zum Veröffentlichen")).to_be_visible()
    await page.get_by_role("link", name="Veröffentlichen").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Veröffentlichen?")
    await page.get_by_role("button", name="Jetzt veröffentlichen").click()
    await expect(page.get_by_role("status")).to_contain_text("Veröffentlicht.")


async def test_a_campaign_from_the_first_click_to_its_second_version(
    served: City, planner: Any, open_page: OpenPage
) -> None:
    page = await planner(PATH, scripts=False, viewport=DESK)
    await _begin(page)
    base = page.url.split("?")[0]
    await _lay_down(page)
    await _ask_more(page)
    await page.goto(f"{base}/preview?language=ar")
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    await expect(page.get_by_text("متى تكونون هناك؟")).to_be_visible()
    await page.goto(base)
    await _publish(page)
    code = await served.one("SELECT code FROM intake.channel WHERE place = 'Bücherei'")
    resident = await open_page(f"/q/{code}", scripts=False)
    await expect(resident.get_by_role("heading", level=1)).to_have_text(TITLE)
    await served.respond({"a-q1": "Mehr Bänke am Teich"}, code)
    await page.reload()
    await page.get_by_role("button", name="Neue Fassung vorbereiten").click()
    await page.get_by_role("link", name="An welchem Ort?", exact=True).click()
    await page.get_by_label("Frage", exact=True).fill("Wo genau?")
    await click_through(page.get_by_role("button", name="Speichern und zurück"))
    await page.goto(base)
    await page.get_by_role("link", name="Fassung 2 veröffentlichen").click()
    await page.get_by_role("button", name="Jetzt veröffentlichen").click()
    await page.get_by_role("link", name=re.compile("^Fassungen")).click()
    await expect(page.get_by_role("heading", name="Nur mit Vorsicht vergleichen")).to_be_visible()
    await expect(page.locator("ins")).to_contain_text("Wo genau?")
    versions = await served.all(
        "SELECT version, count(r.id) FROM intake.questionnaire q"
        " LEFT JOIN intake.response r ON r.questionnaire_id = q.id GROUP BY q.id ORDER BY q.published_at DESC LIMIT 2"
    )
    assert versions == [(2, 0), (1, 1)]


async def test_a_question_is_moved_and_brought_back_by_keyboard_alone(planner: Any, served: City) -> None:
    await sign_in(served, "ada", "lead")
    base = await begin(served)
    page = await planner(f"{base}/questions", scripts=False)
    down = page.get_by_role("button", name="nach unten: Was ist Ihre Idee?")
    await down.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status")).to_contain_text("Verschoben.")
    await expect(page.locator(".question h2").nth(1)).to_contain_text("Was ist Ihre Idee?")
    await page.get_by_role("button", name="Letzte Änderung zurücknehmen").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".question h2").first).to_contain_text("Was ist Ihre Idee?")


async def test_enter_in_a_field_saves_and_moves_nothing(planner: Any, served: City) -> None:
    await sign_in(served, "ada", "lead")
    base = await begin(served)
    page = await planner(f"{base}/questions/q2", scripts=False)
    await page.get_by_label("Zeile 2, Deutsch").fill("Wege")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status")).to_contain_text("Gespeichert.")
    await expect(page.get_by_label("Zeile 2, Deutsch")).to_have_value("Wege")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_page_of_making_is_well_made(
    served: City, planner: Any, viewport: dict[str, int], scheme: str
) -> None:
    await sign_in(served, "ada", "lead")
    draft = await begin(served, start="evaluation", languages=["de", "tr", "ar"])
    await fill(served, f"{draft}/questions/q1", do="choices-add")
    public = await begin(served)
    await open_now(served, public)
    edition = {"edition": (await served.all("SELECT max(edition)::text FROM intake.questionnaire"))[0][0]}
    await served.client.post(f"{public}/publish", data=edition)
    page = await planner(PATH, viewport=viewport, color_scheme=scheme)
    paths = [PATH, f"{PATH}/new", *(f"{draft}{path}" for path in PAGES), public, f"{public}/versions"]
    for path in paths:
        await page.goto(path)
        await assert_well_made(page)


PAGES: Final = (
    "",
    "/settings",
    "/questions",
    "/questions/q1?with=ar",
    "/questions/core-early-information",
    "/kinds?behind=q1",
    "/languages",
    "/versions",
    "/preview?language=ar",
    "/delete",
)


@pytest.mark.parametrize("path", ["/questions", "/questions/q1", "/settings"])
async def test_a_page_at_400_percent_needs_no_scrolling_sideways(served: City, planner: Any, path: str) -> None:
    """A window of 1280 pixels at 400 % is one of 320."""
    await sign_in(served, "ada", "lead")
    base = await begin(served, languages=["de", "ar"])
    page = await planner(f"{base}{path}", viewport={"width": 320, "height": 256})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
