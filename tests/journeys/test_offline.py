"""Forms without network: opened, filled, kept on the device, and sent once when the network is back."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Page, async_playwright, expect
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.questionnaire import Choice, Condition, Question, Questionnaire
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import publish_campaign
from services.intake.operations.receive_response import receipt_of
from services.intake.web import shown
from shared.kit.clock import now
from shared.kit.ids import grouped
from tests.journeys.conftest import PATIENCE_MS, PHONE
from tests.support.browser import OPTIONS, assert_no_violations, assert_well_made, find_chromium
from tests.support.city import City
from tests.support.demo import CODE, WISH, plan
from tests.support.network import Network, network

#: Opens the browser with the device's own profile; a second time: after a restart.
OpenDevice = Callable[..., Awaitable[BrowserContext]]
STORED = "SELECT count(*) FROM intake.response"
ENDED = """
    UPDATE intake.campaign SET opens_at = now() - interval '60 days', closes_at = now() - interval '30 days' RETURNING 1
"""
#: The device's queue: states, and which parts a sealed response has.
ROWS = """() => new Promise((done) => {
  indexedDB.open("resonanz").onsuccess = ({target}) => {
    target.result.transaction("kept").objectStore("kept").getAll().onsuccess = ({target}) =>
      done(target.result.map(({state, sealed}) => ({state, sealed: sealed && Object.keys(sealed).join()})));
  };
})"""
#: Two pages, and a question that only some are asked.
PAGES = Questionnaire(
    languages=("de", "ar"),
    questions=(
        Question(key="page-one", kind="section", label={"de": "Ihr Weg", "ar": "طريقكم"}),
        Question(
            key="way",
            kind="single",
            label={"de": "Wie sind Sie hier?", "ar": "كيف جئتم؟"},
            choices=(
                Choice("foot", {"de": "zu Fuß", "ar": "مشيًا"}),
                Choice("bus", {"de": "mit dem Bus", "ar": "بالحافلة"}),
            ),
        ),
        Question(key="page-two", kind="section", label={"de": "Mehr dazu", "ar": "المزيد"}),
        Question(
            key="line",
            kind="short_text",
            label={"de": "Mit welcher Linie?", "ar": "أي خط؟"},
            show_if=(Condition("way", "is", ("bus",)),),
        ),
        Question(key="wish", kind="long_text", label={"de": "Was wünschen Sie sich?", "ar": "ماذا تتمنون؟"}),
    ),
)


@pytest.fixture
async def line(served: City) -> AsyncIterator[Network]:
    async with network(served.settings.port) as made:
        yield made


@pytest.fixture
async def open_device(line: Network, tmp_path: Path) -> AsyncIterator[OpenDevice]:
    chromium = find_chromium()
    async with async_playwright() as playwright, AsyncExitStack() as closing:

        async def open_it(**more: Any) -> BrowserContext:
            options: dict[str, Any] = {"viewport": PHONE, "base_url": line.address, "locale": "de-DE", **more}
            context = await playwright.chromium.launch_persistent_context(
                tmp_path / "profile",
                executable_path=chromium.program,
                args=OPTIONS,
                env={**os.environ, **chromium.environment},
                **options,
            )
            context.set_default_timeout(PATIENCE_MS)
            closing.push_async_callback(context.close)
            return context

        yield open_it


async def _visit(context: BrowserContext, language: str = "de", code: str = CODE) -> Page:
    """The first visit, until the device keeps the form."""
    page = context.pages[0]
    await page.goto(f"/q/{code}?lang={language}")
    async with asyncio.timeout(PATIENCE_MS / 1000):
        while not await page.evaluate("async (path) => !!(await caches.match(path))", f"/q/{code}/offline.json"):
            await asyncio.sleep(0.1)
    return page


async def _fill(page: Page, wish: str = WISH) -> None:
    await page.locator('input[name="a-informed"][value="2"]').check()
    await page.locator("#a-wish").fill(wish)
    await page.locator("button.send").click()


async def _until_stored(city: City, count: int, patience_s: float = 90) -> None:
    async with asyncio.timeout(patience_s):
        while await city.one(STORED) < count:
            await asyncio.sleep(0.1)


async def _lose_network(context: BrowserContext, line: Network) -> None:
    line.go_down()
    await context.set_offline(True)


async def _network_back(context: BrowserContext, line: Network) -> None:
    line.come_back()
    await context.set_offline(False)


async def _receipt(city: City) -> str:
    """As the server gives it to whoever sends this response."""
    ((response_id, attempt),) = await city.all("SELECT id, receipt_attempt FROM intake.response")
    return grouped(receipt_of(city.parts.intake, response_id, attempt))


async def test_a_form_filled_without_network_arrives_once_after_a_restart(
    served: City, line: Network, open_device: OpenDevice
) -> None:
    context = await open_device()
    page = await _visit(context)
    await _lose_network(context, line)
    await page.reload()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Mitreden in Sterkrade")
    before = now()
    await _fill(page)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Danke, Ihr Beitrag ist gespeichert")
    await expect(page.locator("#counter")).to_contain_text("1")
    await page.goto(f"/q/{CODE}")
    await expect(page.locator(".kept-status")).to_contain_text("1")
    await context.close()

    context = await open_device()
    page = context.pages[0]
    await _lose_network(context, line)
    await page.goto(f"/q/{CODE}")
    await expect(page.locator(".kept-status")).to_contain_text("1")
    assert await served.one(STORED) == 0
    after = now()
    await asyncio.sleep(2)
    await _network_back(context, line)
    await _until_stored(served, 1)
    ((answers, filled_at, received_at),) = await served.all(
        "SELECT answers, filled_at, received_at FROM intake.response"
    )
    assert {one["question"] for one in answers} == {"informed", "wish"}
    assert answers[-1]["text"] == WISH
    slack = timedelta(seconds=1)
    assert before - slack <= filled_at <= after + slack < received_at + slack
    await page.goto("/offline")
    await expect(page.locator("#kept .code")).to_have_text(await _receipt(served))
    assert await page.evaluate(ROWS) == [{"state": "arrived", "sealed": None}]


async def test_forty_responses_of_one_day_without_network_arrive_once_each_though_answers_get_lost(
    served: City, line: Network, open_device: OpenDevice
) -> None:
    context = await open_device()
    page = await _visit(context)
    await _lose_network(context, line)
    for number in range(40):
        await page.goto(f"/q/{CODE}")
        await _fill(page, f"Wunsch {number}")
        await expect(page.locator("#just-kept")).to_be_visible()
    await expect(page.locator("#counter")).to_contain_text("40")
    line.lose("/kept", 7)
    await _network_back(context, line)
    for _ in range(60):
        await page.goto("/offline")
        await page.wait_for_timeout(500)
        if not line.still_to_lose and not await page.locator("#counter").is_visible():
            break
    await expect(page.locator("#counter")).to_be_hidden()
    wishes = await served.all("SELECT answers -> -1 ->> 'text' FROM intake.response")
    assert sorted(wishes) == sorted((f"Wunsch {number}",) for number in range(40))
    assert len(set(await page.locator("#kept .code").all_inner_texts())) == 40
    assert line.still_to_lose == 0


async def test_nothing_that_was_typed_lies_on_the_device_in_plain(
    line: Network, open_device: OpenDevice, tmp_path: Path
) -> None:
    context = await open_device()
    page = await _visit(context)
    await _lose_network(context, line)
    await page.reload()
    await _fill(page)
    await expect(page.locator("#just-kept")).to_be_visible()
    assert await page.evaluate(ROWS) == [{"state": "waiting", "sealed": "point,nonce,text"}]
    kept = await page.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async (name) => {
            const cache = await caches.open(name);
            return Promise.all((await cache.keys()).map(async (one) => (await cache.match(one)).text()));
        }))).flat().join()"""
    )
    assert WISH not in kept
    assert not re.search("device-[0-9a-f]{8}", kept)
    assert 'value="RESPONSE-TOKEN"' in kept
    async with page.expect_download() as download:
        await page.get_by_role("button", name="In einer Datei sichern").click()
    saved = json.loads(Path(await (await download.value).path()).read_text("utf-8"))
    assert [one["code"] for one in saved["responses"]] == [CODE]
    assert "Spielplatz" not in json.dumps(saved)


async def test_the_network_goes_at_the_moment_of_sending_and_the_response_arrives_once(
    served: City, line: Network, open_device: OpenDevice
) -> None:
    context = await open_device()
    page = await _visit(context)
    line.lose(f"/q/{CODE}?sent=1", 50)  # the browser tries again by itself on connections that break
    await _fill(page)
    await expect(page.locator("#just-kept")).to_be_visible()
    assert line.still_to_lose < 50
    await _until_stored(served, 1)
    await expect(page.locator("#kept .code")).to_have_text(await _receipt(served))
    assert await served.one(STORED) == 1


async def test_a_question_that_must_be_answered_is_asked_again_without_network(
    line: Network, open_device: OpenDevice
) -> None:
    context = await open_device()
    page = await _visit(context)
    await _lose_network(context, line)
    await page.reload()
    await page.locator("#a-wish").fill(WISH)
    await page.locator('input[name="a-places"][value="park"]').check()
    await page.locator("button.send").click()
    notice = page.get_by_role("alert")
    await expect(notice).to_contain_text("Wie gut fühlen Sie sich informiert?")
    await expect(page.locator("#a-wish")).to_have_value(WISH)
    await expect(page.locator('input[name="a-places"][value="park"]')).to_be_checked()
    await notice.get_by_role("link").first.click()
    await expect(page.locator("#a-informed")).to_be_focused()
    await assert_no_violations(page)


async def test_a_switch_of_language_without_network_keeps_what_was_typed(
    line: Network, open_device: OpenDevice
) -> None:
    context = await open_device()
    page = await _visit(context)
    await _lose_network(context, line)
    await page.reload()
    await page.locator("#a-wish").fill(WISH)
    await page.get_by_role("button", name="العربية").click()
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    await expect(page.locator("#a-wish")).to_have_value(WISH)


async def test_a_device_that_cannot_keep_anything_says_so_and_leaves_the_form_open(
    line: Network, open_device: OpenDevice
) -> None:
    context = await open_device()
    page = await _visit(context)
    await _lose_network(context, line)
    await page.reload()
    await context.service_workers[0].evaluate("Object.defineProperty(self, 'indexedDB', { value: null })")
    await _fill(page)
    await expect(page.get_by_role("alert")).to_contain_text("kann nichts aufbewahren")
    await expect(page.locator("#a-wish")).to_have_value(WISH)
    line.come_back()
    await context.set_offline(False)
    await page.locator("button.send").click()
    await expect(page.locator(".receipt .code")).to_be_visible()


async def test_a_browser_without_a_service_worker_keeps_the_form_open(
    served: City, line: Network, open_device: OpenDevice
) -> None:
    context = await open_device(service_workers="block")
    page = context.pages[0]
    await page.goto(f"/q/{CODE}")
    await context.set_offline(True)
    await _fill(page)
    await expect(page.get_by_role("alert")).to_contain_text("kann nichts aufbewahren")
    await expect(page.locator("#a-wish")).to_have_value(WISH)
    await context.set_offline(False)
    await page.locator("button.send").click()
    await expect(page.locator(".receipt .code")).to_be_visible()
    assert await served.one(STORED) == 1


async def test_a_refused_response_stays_and_says_why(
    served: City, line: Network, open_device: OpenDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = await open_device()
    page = await _visit(context)
    await _lose_network(context, line)
    await page.reload()
    await _fill(page)
    await expect(page.locator("#just-kept")).to_be_visible()
    await served.all(ENDED)
    monkeypatch.setattr(shown, "FRESH_FOR", timedelta(0))  # a web process may not notice for five seconds
    await _network_back(context, line)
    await page.goto("/offline")
    await expect(page.locator("#kept .fault")).to_contain_text("beendet")
    assert await served.one(STORED) == 0
    await page.get_by_role("button", name="Löschen").click()
    await page.get_by_role("button", name="Behalten").click()
    await expect(page.locator("#kept .sheet")).to_have_count(1)
    await page.get_by_role("button", name="Löschen").click()
    await page.locator("#sure button[value=yes]").click()
    await expect(page.locator("#kept .sheet")).to_have_count(0)


async def test_one_bad_answer_costs_no_other_and_the_list_says_what_is_missing(
    served: City, line: Network, open_device: OpenDevice
) -> None:
    context = await open_device()
    page = await _visit(context)
    await _lose_network(context, line)
    await page.reload()
    await page.locator("#a-street").fill("x" * 201)
    await _fill(page)
    await expect(page.locator("#just-kept")).to_contain_text("ob alles angekommen ist")
    await _network_back(context, line)
    await _until_stored(served, 1)
    await page.goto("/offline")
    await expect(page.locator("#kept .left-out li")).to_contain_text("Übernommen sind die ersten 200 Zeichen")
    await expect(page.locator("#kept .code")).to_have_text(await _receipt(served))
    await assert_no_violations(page)


@pytest.mark.parametrize("language", ["de", "ar"])
async def test_the_list_of_what_waits_breaks_no_rule(line: Network, open_device: OpenDevice, language: str) -> None:
    context = await open_device()
    page = await _visit(context, language)
    await _lose_network(context, line)
    await page.reload()
    await _fill(page)
    await expect(page.locator("#kept .sheet")).to_have_count(1)
    await expect(page.locator("html")).to_have_attribute("lang", language)
    await assert_well_made(page)


async def test_a_form_of_several_pages_is_whole_without_network_and_follows_its_conditions(
    served: City, line: Network, open_device: OpenDevice
) -> None:
    code, wanted = "AB3CD4", plan("pages")

    async def publish(session: AsyncSession) -> None:
        campaign = await publish_campaign(session, wanted, PAGES, now())
        await open_channel(session, campaign.id, "poster", "Bücherei", now(), code)

    await served.database("intake").run(publish)
    context = await open_device()
    page = await _visit(context, code=code)
    await page.locator('input[value="bus"]').check()
    await _lose_network(context, line)
    await page.locator("button.send").click()
    await expect(page.get_by_role("alert")).to_contain_text("Gerade ist kein Netz da")
    await expect(page.locator('input[value="bus"]')).to_be_checked()
    await page.locator("#a-line").fill("SB 91")
    await page.locator('input[value="foot"]').check()
    await expect(page.locator("#a-line")).to_be_hidden()
    await page.locator("#a-wish").fill(WISH)
    await page.locator("button.send").click()
    await expect(page.locator("#just-kept")).to_be_visible()
    await _network_back(context, line)
    await _until_stored(served, 1)
    answers = await served.one("SELECT answers FROM intake.response")
    assert [one["question"] for one in answers] == ["way", "wish"]


async def test_a_device_that_goes_from_hand_to_hand_shows_no_receipt(
    served: City, line: Network, open_device: OpenDevice
) -> None:
    code, campaign_id = "AB3CD4", await served.one("SELECT id FROM intake.campaign")
    at = now()
    await served.database("intake").run(
        lambda session: open_channel(session, campaign_id, "group", "Stand auf dem Markt", at, code)
    )
    context = await open_device()
    page = await _visit(context, code=code)
    await _lose_network(context, line)
    await page.reload()
    await _fill(page)
    await expect(page.locator("#just-kept")).to_be_visible()
    await _network_back(context, line)
    await expect(page.locator("#kept")).to_contain_text("ist angekommen")
    await expect(page.locator("#kept .code")).to_have_count(0)
    assert (
        await page.evaluate("(receipt) => document.body.innerText.includes(receipt)", await _receipt(served)) is False
    )
    await page.get_by_role("link", name="Noch einen Beitrag schreiben").click()
    await expect(page.locator("#a-wish")).to_have_value("")
