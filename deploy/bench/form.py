"""Weight, requests and first paint of a ten-question form, in a real Chromium on a slow phone with a slow network.

The network is Chromium's own Slow 3G (400 ms, 400 kbit/s), the phone a processor four times slower. Bytes are counted
on the wire between browser and server, headers included. The browser is the one of the tests.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec
from rich.console import Console
from rich.table import Table
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.bench.intake import HOST
from deploy.migrate import bring_up_to_date
from deploy.parts import Parts
from deploy.settings import Settings, ensure_secret
from deploy.sow import plan_of
from deploy.supervisor import Supervisor
from deploy.up import environment_of, processes, until, web_answers, with_servers
from deploy.web import listen
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import publish_campaign
from shared.kit.clock import now

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

    from tests.support.network import Network, Passed

CODE: Final = "BN4CH5"
VISITS: Final = 9
#: One TCP congestion window of ten segments (RFC 6928), and the paint of a plain page with room to spare.
MOST_REQUESTS, MOST_BYTES, MOST_PAINT_MS = 1, 14_600, 800
SLOW_3G: Final = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER: Final = 4
#: After this much silence the first visit is over.
QUIET_S: Final = 2.0
console = Console(highlight=False)


class Visit(NamedTuple):
    """`needed`, `scripts`, `later`: what must pass before the form can be used, what its page loads then, and the rest.

    `usable_ms`: until the page was read to its end.
    """

    paint_ms: float
    usable_ms: float
    needed: list[Passed]
    scripts: list[Passed]
    later: list[Passed]


async def run() -> None:
    """Starts a city of its own in a temporary folder, measures, and takes it down."""
    supervisor = Supervisor()
    with tempfile.TemporaryDirectory(prefix="resonanz-bench-") as folder:
        Path(folder).chmod(0o755)  # the private PostgreSQL may belong to another account
        try:
            port = await _start(supervisor, Settings(data=folder))
            for language in ("de", "ar"):
                _show(language, await _visits(port, language))
        finally:
            await supervisor.stop()


async def _start(supervisor: Supervisor, settings: Settings) -> int:
    listener = listen(HOST, 0)
    port = int(listener.getsockname()[1])
    settings = msgspec.structs.replace(settings, port=port, web_processes=1, secret=ensure_secret(settings.folder))
    settings = await with_servers(supervisor, settings)
    assert settings.database_url and settings.secret
    await bring_up_to_date(settings.database_url, settings.secret)
    parts = Parts(settings)
    await parts.database("intake").run(_publish)
    await parts.close()
    for child in processes(settings, environment_of(settings), listener):
        if child.name.startswith("web"):
            await supervisor.add(child)
    await until(web_answers(settings), "the web server")
    return port


async def _publish(session: AsyncSession) -> None:
    at = now()
    questionnaire = msgspec.yaml.decode((Path(__file__).parent / "ten.yaml").read_bytes(), type=Questionnaire)
    campaign = await publish_campaign(session, plan_of(at - timedelta(days=1)), questionnaire, at)
    await open_channel(session, campaign.id, "poster", "Bäckerei am Kleinen Markt", at, CODE)


async def _visits(port: int, language: str) -> list[Visit]:
    from playwright.async_api import async_playwright

    from tests.support.browser import find_chromium
    from tests.support.network import network

    async with AsyncExitStack() as stack:
        playwright = await stack.enter_async_context(async_playwright())
        browser = await find_chromium().launch(playwright)
        stack.push_async_callback(browser.close)
        visits = []
        for _ in range(VISITS + 1):
            async with network(port) as line:
                visits.append(await _visit(browser, line, language))
        return visits[1:]  # the first one warms the server and the browser


async def _visit(browser: Browser, line: Network, language: str) -> Visit:
    """Somebody who was never here before."""
    context = await browser.new_context(viewport={"width": 360, "height": 740}, locale=language)
    page = await context.new_page()
    cdp = await context.new_cdp_session(page)
    await cdp.send("Network.enable")
    await cdp.send("Network.emulateNetworkConditions", SLOW_3G)
    await cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    await page.goto(f"{line.address}/q/{CODE}", wait_until="commit")
    await page.locator("button.send").wait_for()
    paint = await _paint_ms(page)
    await _until_quiet(line)
    usable = await page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    needed, scripts = await _loaded(page)
    await context.close()
    by_kind: dict[str, list[Passed]] = {"needed": [], "scripts": [], "later": []}
    for passed in line.requests:
        path = passed.line.split()[1]
        kind = "needed" if path in needed else "scripts" if path in scripts else "later"
        by_kind[kind].append(passed)
    return Visit(paint, usable, **by_kind)


async def _loaded(page: Page) -> tuple[set[str], set[str]]:
    """What the browser may not paint without, and what else the page itself loads, as the browser says."""
    loaded: list[tuple[str, bool]] = await page.evaluate(
        """performance.getEntriesByType('resource').filter((one) => one.initiatorType !== 'fetch')
        .map((one) => [new URL(one.name).pathname, one.renderBlockingStatus === 'blocking'])"""
    )
    blocking = {path for path, blocks in loaded if blocks}
    return {f"/q/{CODE}", *blocking}, {path for path, blocks in loaded if not blocks}


async def _paint_ms(page: Page) -> float:
    """First contentful paint as Chromium reports it."""
    script = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()[0].startTime))
        .observe({ type: 'paint', buffered: true }))"""
    await page.evaluate(script)
    entries: list[dict[str, Any]] = await page.evaluate("performance.getEntriesByType('paint').map((e) => e.toJSON())")
    return next(float(entry["startTime"]) for entry in entries if entry["name"] == "first-contentful-paint")


async def _until_quiet(line: Network) -> None:
    known = -1
    while known != len(line.requests):
        known = len(line.requests)
        await asyncio.sleep(QUIET_S)


def _show(language: str, visits: list[Visit]) -> None:
    last = visits[-1]
    paints = sorted(visit.paint_ms for visit in visits)
    table = Table("ten questions, first visit", "measured", "goal", title=f"language {language}")
    first, scripts, later = (_bytes(part) for part in (last.needed, last.scripts, last.later))
    table.add_row("requests before it is usable", str(len(last.needed)), f"{MOST_REQUESTS}")
    table.add_row("bytes on the wire before it is usable", f"{first:,}", f"≤ {MOST_BYTES:,}")
    table.add_row("… and with what the page loads then", f"{first + scripts:,}", f"≤ {MOST_BYTES:,}")
    spread = f"{statistics.median(paints):.0f} ({paints[0]:.0f} to {paints[-1]:.0f})"
    table.add_row(f"first contentful paint, ms, median of {len(paints)}", spread, f"≤ {MOST_PAINT_MS}")
    table.add_row("usable, ms", f"{statistics.median(visit.usable_ms for visit in visits):.0f}", "")
    table.add_row("later requests, to be ready without network", str(len(last.later)), "")
    table.add_row("their bytes on the wire", f"{later:,}", "")
    console.print(table)
    for passed in (*last.needed, *last.scripts, *last.later):
        console.print(f"  {passed.answer_bytes:>7,}  {passed.line}")


def _bytes(part: list[Passed]) -> int:
    return sum(passed.answer_bytes for passed in part)
