"""The planner before the council meeting: which standard worries most, who says so, and what that rests on."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from playwright.async_api import expect

from services.analysis.operations import tag_passages
from services.intake.operations.open_channel import open_channel
from shared.kit.clock import now
from tests.journeys.conftest import PHONE, EnterAs
from tests.service.test_analysis_review import KIND, LATE, Finds
from tests.support.browser import assert_well_made
from tests.support.city import City
from tests.support.people import hire

DESK = {"width": 1280, "height": 800}
FINDINGS = "/staff/campaigns/sterkrade-2026/findings"
OFFICE = "FB6ST7"


@pytest.fixture
async def look(served: City, enter_as: EnterAs, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Opens the findings as a reader; participants say it was late, the department says it was early."""
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())
    ((campaign_id,),) = await served.all("SELECT id FROM intake.campaign")
    await served.database("intake").run(
        lambda s: open_channel(s, campaign_id, "department", "Fachbereich Planung", now(), OFFICE)
    )
    for _ in range(20):
        await served.respond({"a-informed": "1", "a-wish": LATE})
    for _ in range(2):
        await served.respond({"a-informed": "5", "a-wish": KIND}, OFFICE)
    await served.deliver_all()
    await hire(served, "rea")

    return partial(enter_as, "rea", FINDINGS)


@pytest.mark.parametrize(("viewport", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone-dark"])
async def test_the_answer_is_at_the_top_and_its_rows_one_click_away(look: Any, viewport: Any, scheme: str) -> None:
    page = await look(viewport=viewport, color_scheme=scheme)
    worst = page.get_by_role("region", name="Am meisten Sorge macht: Frühzeitige Information")
    await expect(worst).to_contain_text("Von 20 Teilnehmenden, die sich hierzu äußern, sagen 20 „nicht eingehalten“")
    await expect(worst).to_contain_text("2 von 2 Antworten sagen „eingehalten“")
    box = await worst.bounding_box()
    assert box
    assert box["y"] + box["height"] <= viewport["height"], "without scrolling"
    await assert_well_made(page)
    await worst.get_by_role("link", name="1,0 von 5").click()
    await expect(page.locator("h2#ratings")).to_be_in_viewport()
    await expect(page.locator("main")).to_contain_text("Wie gut fühlen Sie sich informiert?")
    await assert_well_made(page)


async def test_without_scripts_everything_is_there(look: Any) -> None:
    page = await look(scripts=False)
    card = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Frühzeitige Information"))
    await expect(card).to_contain_text("Widerspruch:")
    await card.get_by_role("link", name="2 von 2 Antworten sagen „eingehalten“").first.click()
    await expect(page.locator("h2#department")).to_be_in_viewport()
    await page.go_back()
    await page.get_by_role("link", name="Wie das gerechnet wird").click()
    await expect(
        page.get_by_text("Eine Stimme ist ein Mensch, der sich zu einem Mindeststandard äußert")
    ).to_be_in_viewport()
