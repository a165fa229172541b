"""A tablet that many people use in turn: large, without memory, without network if need be, left by PIN."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from datetime import timedelta

import pytest
from playwright.async_api import BrowserContext, Page, expect

from services.intake.operations.check_pin import set_pin
from services.intake.operations.open_channel import open_channel
from shared.kit.clock import now
from shared.staff.domain.roles import SignedIn
from tests.journeys.conftest import OpenPage

# The device of the offline journeys, with its own profile, behind a line that can be cut.
from tests.journeys.test_offline import (
    OpenDevice,
    _lose_network,
    _network_back,
    _visit,
    line,
    open_device,
)
from tests.support.browser import assert_no_violations
from tests.support.city import City
from tests.support.demo import WISH
from tests.support.network import Network
from tests.support.people import hire

__all__ = ["line", "open_device"]
CODE = "AB3CD4"
START = f"/q/{CODE}?kiosk=1"
TABLET = {"width": 768, "height": 1024}
PIN = "481516"
#: Everything a finger is meant to hit, and how large it is.
TARGETS = """() => {
  const fields = "select, textarea, input:not([type=radio], [type=checkbox], [type=hidden])";
  return [...document.querySelectorAll(`a, button, label.pick, summary, ${fields}`)]
    .filter((one) => one.offsetParent && !one.matches(".skip, .default"))
    .map((one) => [one.textContent.trim().slice(0, 30) || one.name, one.getBoundingClientRect()])
    .filter(([, {width, height}]) => width < 44 || height < 44)
    .map(([name, {width, height}]) => `${name} ${width} ${height}`);
}"""


@pytest.fixture
async def kiosk(served: City) -> City:
    campaign_id, at = await served.one("SELECT id FROM intake.campaign"), now()
    staff = SignedIn(await hire(served, "ada", "editor"), "Ada", {})
    await served.database("intake").run(
        lambda session: open_channel(session, campaign_id, "kiosk", "Stand auf dem Markt", at, CODE)
    )
    channel_id = await served.one("SELECT id FROM intake.channel WHERE code = :code", code=CODE)
    async with served.database("intake").transaction() as session:
        await set_pin(session, served.parts.intake, channel_id, PIN, staff, at)
    return served


async def fill(page: Page, wish: str = WISH) -> None:
    await page.locator('input[name="a-informed"][value="2"]').check()
    await page.locator("#a-wish").fill(wish)
    await page.locator("main button.send").last.click()


async def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("PICTURES"):
        await page.screenshot(path=f"{folder}/{name}.png", full_page=True)


async def test_a_class_of_25_takes_part_at_one_kiosk_one_after_the_other(kiosk: City, open_page: OpenPage) -> None:
    page = await open_page(START, viewport=TABLET)
    receipts = set()
    for number in range(25):
        await expect(page.locator("#a-wish")).to_have_value("")
        assert await page.locator("input:checked").count() == 0
        await fill(page, f"Wunsch {number}")
        receipts.add(await page.locator(".receipt .code").inner_text())
        await page.locator("#next").click()
        await expect(page.locator("#a-wish")).to_be_visible()
    assert len(receipts) == 25
    wishes = await kiosk.all("SELECT answers -> -1 ->> 'text' FROM intake.response")
    assert Counter(wish for (wish,) in wishes) == Counter(f"Wunsch {number}" for number in range(25))


async def test_back_shows_nothing_of_the_person_before(kiosk: City, open_page: OpenPage) -> None:
    page = await open_page("/q", viewport=TABLET)
    await page.goto(START)
    await fill(page)
    await expect(page.locator(".receipt .code")).to_be_visible()
    receipt = await page.locator(".receipt .code").inner_text()
    await page.locator("#next").click()
    await expect(page.locator("#a-wish")).to_have_value("")
    for _ in range(3):
        await page.go_back()
        shown = await page.content()
        assert receipt not in shown
        assert WISH not in shown
        assert await page.locator("#a-wish").count() == 0 or await page.locator("#a-wish").input_value() == ""
    assert await kiosk.one("SELECT count(*) FROM intake.response") == 1


async def test_every_target_is_large_enough_for_a_finger(kiosk: City, open_page: OpenPage) -> None:
    page = await open_page(START, viewport=TABLET)
    await picture(page, "kiosk-form")
    assert await page.evaluate(TARGETS) == []
    await assert_no_violations(page)
    await fill(page)
    await expect(page.locator(".receipt .code")).to_be_visible()
    await picture(page, "kiosk-thanks")
    assert await page.evaluate(TARGETS) == []
    await assert_no_violations(page)


async def test_after_forty_seconds_of_quiet_somebody_is_asked_and_after_a_minute_all_is_gone(
    kiosk: City, open_page: OpenPage
) -> None:
    page = await open_page("/q", viewport=TABLET)
    await page.clock.install()
    await page.goto(START)
    await page.locator("#a-wish").fill(WISH)
    await page.clock.run_for(39_000)
    await expect(page.locator("#idle")).to_be_hidden()
    await page.clock.run_for(2_000)
    await expect(page.locator("#idle")).to_be_visible()
    await picture(page, "kiosk-idle")
    await page.get_by_role("button", name="Ich bin noch da").click()
    await expect(page.locator("#idle")).to_be_hidden()
    await expect(page.locator("#a-wish")).to_have_value(WISH)
    await page.clock.run_for(41_000)
    await expect(page.locator("#idle .seconds")).to_have_text("19")
    await page.clock.run_for(20_000)
    await expect(page.locator("#a-wish")).to_have_value("")
    await expect(page.locator("#idle")).to_be_hidden()


async def test_the_thank_you_page_goes_after_twenty_seconds_unless_somebody_wants_more(
    kiosk: City, open_page: OpenPage
) -> None:
    page = await open_page("/q", viewport=TABLET)
    await page.clock.install()
    await page.goto(START)
    await fill(page)
    await expect(page.locator(".receipt .code")).to_be_visible()
    await page.get_by_role("button", name="Mehr Zeit").click()
    await page.clock.run_for(25_000)
    await expect(page.locator(".receipt .code")).to_be_visible()
    await page.clock.run_for(60_000)
    await expect(page.locator("#a-wish")).to_have_value("")
    await expect(page.locator(".receipt")).to_have_count(0)


async def test_what_is_wrong_and_another_language_come_into_the_same_page(kiosk: City, open_page: OpenPage) -> None:
    page = await open_page(START, viewport=TABLET)
    await page.locator("#a-wish").fill(WISH)
    await page.locator("main button.send").last.click()
    await expect(page.locator("#faults")).to_be_focused()
    await page.get_by_role("button", name="العربية").click()
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    await expect(page.locator("#a-wish")).to_have_value(WISH)
    await page.locator('input[name="a-informed"][value="5"]').check()
    await page.locator("main button.send").last.click()
    await expect(page.locator(".receipt .code")).to_be_visible()
    assert await page.evaluate("history.length") <= 2


async def test_without_scripts_a_kiosk_takes_responses_and_leads_on(kiosk: City, open_page: OpenPage) -> None:
    page = await open_page(START, viewport=TABLET, scripts=False)
    await fill(page)
    await expect(page.locator(".receipt .code")).to_be_visible()
    await page.locator("#next").click()
    await expect(page.locator("#a-wish")).to_have_value("")


async def test_only_the_pin_leads_out(kiosk: City, open_page: OpenPage) -> None:
    page = await open_page(START, viewport=TABLET)
    inside = await page.evaluate(
        "[...document.querySelectorAll('a:not(.skip)')].map((one) => one.getAttribute('href'))"
    )
    assert [address.removeprefix(kiosk.address) for address in inside] == [f"/q/{CODE}/kiosk/leave?lang=de"]
    await page.get_by_role("link", name="Für die Betreuung").click()
    await page.get_by_label("PIN").fill("000000")
    await page.get_by_role("button", name="Weiter").click()
    await expect(page.get_by_role("alert")).to_contain_text("stimmt nicht")
    await assert_no_violations(page)
    await page.get_by_label("PIN").fill(PIN)
    await page.get_by_role("button", name="Weiter").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Was auf diesem Gerät wartet")


async def _type_pin(page: Page, pin: str) -> None:
    await page.get_by_label("PIN").fill(pin)
    await page.get_by_role("button", name="Weiter").click()


async def test_a_facilitator_makes_the_device_ready_and_the_form_stands_there(kiosk: City, open_page: OpenPage) -> None:
    page = await open_page(f"/q/{CODE}/kiosk/start", viewport=TABLET)
    await picture(page, "kiosk-start")
    await assert_no_violations(page)
    assert await page.evaluate(TARGETS) == []
    await _type_pin(page, "111111")
    await expect(page.get_by_role("alert")).to_contain_text("stimmt nicht")
    assert await page.evaluate("localStorage.length") == 0, "only the right PIN leaves something behind"
    await _type_pin(page, PIN)
    await expect(page.locator("#a-wish")).to_be_visible()
    left = await page.evaluate("Object.values(localStorage).join()")
    assert PIN not in left and "digest" in left


async def test_without_scripts_the_pin_starts_and_ends_a_device_too(kiosk: City, open_page: OpenPage) -> None:
    page = await open_page(f"/q/{CODE}/kiosk/start", viewport=TABLET, scripts=False)
    await _type_pin(page, "111111")
    await expect(page.get_by_role("alert")).to_contain_text("stimmt nicht")
    await _type_pin(page, PIN)
    await expect(page.locator("#a-wish")).to_be_visible()
    await page.get_by_role("link", name="Für die Betreuung").click()
    await _type_pin(page, PIN)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Was auf diesem Gerät wartet")


async def _started_device(context: BrowserContext) -> Page:
    """Ready for a day without network."""
    page = await _visit(context, code=CODE)
    await page.goto(f"/q/{CODE}/kiosk/start")
    await _type_pin(page, PIN)
    await expect(page.locator("#a-wish")).to_be_visible()
    return page


async def _to_the_way_out(page: Page) -> None:
    await page.get_by_role("link", name="Für die Betreuung").click()
    await expect(page.get_by_label("PIN")).to_be_visible()


async def test_without_network_the_pin_leads_out_of_a_device_that_was_started_with_it(
    kiosk: City, line: Network, open_device: OpenDevice
) -> None:
    context = await open_device(viewport=TABLET)
    page = await _started_device(context)
    await _lose_network(context, line)
    await page.goto(START)
    await fill(page)
    await page.locator("#next").click()
    await _to_the_way_out(page)
    await _type_pin(page, "000000")
    await expect(page.get_by_role("alert")).to_contain_text("stimmt nicht")
    await _type_pin(page, PIN)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Was auf diesem Gerät wartet")
    await expect(page.locator("#counter")).to_contain_text("1")
    assert await page.evaluate("localStorage.length") == 0, "whoever leaves takes the digest along"


async def test_five_wrong_pins_without_network_and_the_device_rests_also_after_a_reload(
    kiosk: City, line: Network, open_device: OpenDevice
) -> None:
    context = await open_device(viewport=TABLET)
    page = await _started_device(context)
    await _lose_network(context, line)
    await page.goto(START)
    await _to_the_way_out(page)
    for _ in range(5):
        await _type_pin(page, "000000")
        await expect(page.get_by_role("alert")).to_be_visible()
        await expect(page.locator("#pin-status")).to_be_hidden()
    await expect(page.get_by_role("alert")).to_contain_text("fünfzehn Minuten")
    await page.reload()
    await _type_pin(page, PIN)
    await expect(page.get_by_role("alert")).to_contain_text("fünfzehn Minuten")
    await page.clock.install()
    await page.clock.fast_forward("16:00")
    await _type_pin(page, PIN)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Was auf diesem Gerät wartet")


async def test_without_network_a_device_that_was_not_started_says_so(
    kiosk: City, line: Network, open_device: OpenDevice
) -> None:
    context = await open_device(viewport=TABLET)
    page = await _kiosk_device(context)
    await _lose_network(context, line)
    await page.goto(START)
    await _to_the_way_out(page)
    await _type_pin(page, PIN)
    await expect(page.get_by_role("alert")).to_contain_text("kennt die PIN von heute nicht")


async def _kiosk_device(context: BrowserContext) -> Page:
    page = await _visit(context, code=CODE)
    await page.goto(START)
    return page


async def test_a_day_without_network_at_a_kiosk_ends_in_forty_rows_with_the_right_times(
    kiosk: City, line: Network, open_device: OpenDevice
) -> None:
    context = await open_device(viewport=TABLET)
    page = await _kiosk_device(context)
    await _lose_network(context, line)
    await page.goto(START)
    spans = {}
    for number in range(40):
        await expect(page.locator("#a-wish")).to_have_value("")
        begun = now()
        await fill(page, f"Wunsch {number}")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Danke, Ihr Beitrag ist gespeichert")
        spans[f"Wunsch {number}"] = begun, now()
        assert await page.locator(".receipt").count() == 0
        await page.locator("#next").click()
    await expect(page.locator("#kiosk-waiting")).to_contain_text("40")
    line.lose("/kept", 5)
    await asyncio.sleep(1)
    await _network_back(context, line)
    for _ in range(90):
        await page.goto(START)
        await page.wait_for_timeout(500)
        if await kiosk.one("SELECT count(*) FROM intake.response") == 40:
            break
    await expect(page.locator("#kiosk-waiting")).to_be_empty()
    rows = await kiosk.all("SELECT answers -> -1 ->> 'text', filled_at FROM intake.response")
    assert sorted(wish for wish, _ in rows) == sorted(spans)
    slack = timedelta(seconds=5)  # the time on the way stands in no clock of the device
    assert all(spans[wish][0] - slack <= filled_at <= spans[wish][1] + slack for wish, filled_at in rows)
