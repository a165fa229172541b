"""The service worker hears that its push address changed, and tells the city by the old one."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.test_push import KINDS, thanked
from tests.support.city import City
from tests.support.push import Device

MOVE = """async ([fields, told]) => {
  const made = (one) => one && { ...one, options: {}, toJSON: () => one };
  const kept = [];
  self.registration.pushManager.subscribe = async (wanted) => { kept.push(wanted); return made(fields); };
  const event = Object.assign(new ExtendableEvent("pushsubscriptionchange"), {
    oldSubscription: made(told.old), newSubscription: told.fresh ? made(fields) : null,
  });
  const asked = new Promise((done) => {
    const real = self.fetch;
    self.fetch = async (...args) => {
      const answer = await real(...args);
      done([args[0], answer.status]);
      return answer;
    };
  });
  self.dispatchEvent(event);
  const [path, status] = await Promise.race([asked, new Promise((done) => setTimeout(done, 30000, ["nothing", 0]))]);
  return [path, status, kept.map((one) => one.applicationServerKey?.length ?? 0)];
}"""


@pytest.mark.parametrize("told", ["both", "neither"])
async def test_the_worker_moves_the_address_whatever_the_browser_tells(
    served: City, open_page: OpenPage, told: str
) -> None:
    page = await thanked(open_page)
    await page.get_by_role("button", name="Ja, auf diesem Gerät").click()
    await expect(page.get_by_role("status")).to_contain_text("Auf diesem Gerät geben wir Bescheid.")
    worker = page.context.service_workers[0]
    new = Device("new")
    fields: dict[str, Any] = {
        "endpoint": new.endpoint,
        "keys": {name: new.fields[name] for name in ("p256dh", "auth")},
    }
    known = {"old": {"endpoint": Device().endpoint} if told == "both" else None, "fresh": told == "both"}
    path, status, subscribed = await worker.evaluate(MOVE, [fields, known])
    assert (path, status) == ("/receipt/push/move", 200)
    assert subscribed == ([] if told == "both" else [65])
    assert await served.all(KINDS) == [("push", "confirmed")]
    settings = served.parts.notify
    assert await served.one("SELECT address_digest FROM notify.contact") == settings.address_digest(new.endpoint)
