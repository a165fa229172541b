"""Being told on this device.

Headless Chromium has no push service and lets nobody allow notifications: both are replaced by ones that answer as a
browser does. What the worker does with a message is seen with a message event in the worker.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.async_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.support.browser import assert_no_violations
from tests.support.city import City
from tests.support.demo import CODE
from tests.support.push import Device

STAND_IN = """
(([fields, answer]) => {
  let permission = "default";
  Object.defineProperty(Notification, "permission", { get: () => permission });
  const made = {
    endpoint: fields.endpoint,
    toJSON: () => ({ endpoint: fields.endpoint, keys: { p256dh: fields.p256dh, auth: fields.auth } }),
    unsubscribe: async () => { kept = null; return true; },
  };
  let kept = null;
  Notification.requestPermission = async () => (permission = answer);
  PushManager.prototype.getSubscription = async () => kept;
  PushManager.prototype.subscribe = async ({ applicationServerKey, userVisibleOnly }) => {
    if (applicationServerKey.length !== 65 || !userVisibleOnly) throw new Error("not as a browser wants it");
    return (kept = made);
  };
})(%s)
"""
KINDS = "SELECT c.kind, s.state FROM notify.subscription s JOIN notify.contact c ON c.id = s.contact_id"


async def thanked(open_page: OpenPage, answer: str = "granted", **options: Any) -> Page:
    """After sending a form in a browser whose owner answers this when asked for permission."""
    page = await open_page(f"/q/{CODE}", **options)
    await page.add_init_script(STAND_IN % json.dumps([Device().fields, answer]))
    await page.locator('input[name="a-informed"][value="2"]').check()
    await page.locator("#a-wish").fill("Mehr Bänke auf dem Markt, bitte.")
    await page.locator("main button.send").last.click()
    await expect(page.locator(".receipt")).to_be_visible()
    return page


async def test_a_device_says_yes_and_later_no(served: City, open_page: OpenPage) -> None:
    page = await thanked(open_page)
    button = page.get_by_role("button", name="Ja, auf diesem Gerät")
    await expect(button).to_be_visible()
    await assert_no_violations(page)
    await button.click()
    await expect(page.get_by_role("status")).to_contain_text("Auf diesem Gerät geben wir Bescheid.")
    assert await served.all(KINDS) == [("push", "confirmed")]
    await page.get_by_role("button", name="Hier nicht mehr Bescheid geben").click()
    await expect(page.get_by_role("status")).to_contain_text("nicht mehr Bescheid")
    assert await served.all(KINDS) == []


async def test_a_browser_that_was_told_no_says_what_can_be_done(served: City, open_page: OpenPage) -> None:
    page = await thanked(open_page, "denied")
    await page.get_by_role("button", name="Ja, auf diesem Gerät").click()
    await expect(page.get_by_role("status")).to_contain_text("Einstellungen")
    assert await served.all(KINDS) == []


async def test_without_scripts_the_page_is_whole_and_says_nothing_of_devices(served: City, open_page: OpenPage) -> None:
    page = await thanked(open_page, scripts=False)
    await expect(page.get_by_text("auf diesem Gerät")).to_have_count(0)
    await expect(page.get_by_label("E-Mail-Adresse")).to_be_visible()


async def test_the_worker_shows_the_word_and_opens_the_receipt_page(served: City, open_page: OpenPage) -> None:
    page = await thanked(open_page)
    worker = page.context.service_workers[0] if page.context.service_workers else None
    worker = worker or await page.context.wait_for_event("serviceworker")
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    shown = await worker.evaluate(
        """async () => {
          const shown = [];
          self.registration.showNotification = async (title, more) => { shown.push([title, more]); };
          const told = { title: "Neues", body: "Nachsehen", link: "/receipt?lang=de", lang: "de", dir: "ltr" };
          const data = JSON.stringify(told);
          self.dispatchEvent(new PushEvent("push", { data }));
          for (let looks = 0; !shown.length && looks < 200; looks++) await new Promise((done) => setTimeout(done, 50));
          return shown;
        }"""
    )
    assert shown == [
        ["Neues", {"body": "Nachsehen", "lang": "de", "dir": "ltr", "tag": "resonanz", "data": "/receipt?lang=de"}]
    ]
