"""A campaign's dashboard with very many responses: how fast it answers, how it grows, how soon a response is in it."""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import asyncpg
import httpx
import msgspec
import psutil
from rich.console import Console
from rich.table import Table
from sqlalchemy import make_url

from deploy.bench.paced import CONNECTIONS, Paced, Sent, drive_paced
from deploy.bench.sow_results import CAMPAIGN, SLUG, sow_campaign, sow_responses
from deploy.migrate import bring_up_to_date
from deploy.parts import Parts
from deploy.settings import Settings, ensure_secret
from deploy.sow import FIRST_CODE, sow
from deploy.supervisor import Child, Supervisor
from deploy.up import environment_of, processes, until, with_servers
from deploy.web import listen
from services.analysis.results.domain.figures import Figures, Filter
from services.analysis.results.operations.fold_figures import fold_due
from services.analysis.results.storage.figures import read_figures
from shared.staff.commands import sign_in_link

HOST: Final = "127.0.0.1"
LOOKS: Final = 60
#: Looks before that, in which every web process loads what it keeps in memory from then on.
WARM: Final = 6
#: What, page, and by how many filters at once.
LOOKED_AT: Final = (
    ("figures", "figures", 0),
    ("figures, two filters", "figures", 2),
    ("standards", "standards", 0),
    ("standards, two filters", "standards", 2),
)
#: Between two looks at whether a response is in the figures.
LOOK_EVERY_S: Final = 0.05
PATIENCE_S: Final = 120.0
DEMO: Final = "SELECT campaign_id FROM analysis.channel WHERE code = $1"
SIZES: Final = """
    SELECT relname, pg_total_relation_size(oid) FROM pg_class
    WHERE relnamespace = 'analysis'::regnamespace AND relname IN ('figure', 'figure_entry', 'response')
"""
console = Console(highlight=False)


class City(NamedTuple):
    """What is measured in. `connection`: as the database's owner."""

    settings: Settings
    parts: Parts
    supervisor: Supervisor
    connection: asyncpg.Connection[Any]


async def run(sizes: Sequence[int], rate: int, seconds: float) -> None:
    """Starts a city of its own in a temporary folder, measures, and takes it down."""
    supervisor = Supervisor()
    with tempfile.TemporaryDirectory(prefix="resonanz-bench-") as folder:
        Path(folder).chmod(0o755)  # the private PostgreSQL may belong to another account
        try:
            await _measure(supervisor, Settings(data=folder), sizes, rate, seconds)
        finally:
            await supervisor.stop()


async def _measure(supervisor: Supervisor, settings: Settings, sizes: Sequence[int], rate: int, seconds: float) -> None:
    city = await _build(supervisor, settings)
    listener = listen(HOST, 0)
    children = processes(city.settings, environment_of(city.settings), listener)
    webs = [child for child in children if child.name.startswith("web")]
    for child in webs:
        await supervisor.add(child)
    address = f"http://{HOST}:{listener.getsockname()[1]}"
    table = Table("responses", "what", "p50 ms", "p95 ms", "numbers alone p95 ms", "processor of the web, mean ms")
    client = await _signed_in(city, address)
    for size in sorted(sizes):
        await _grow(city, size)
        for name, page, filters in LOOKED_AT:
            table.add_row(f"{size:,}", name, *await _time(city, client, webs, page, filters))
        await _say_sizes(city, webs)
    await client.aclose()
    console.print(table)
    if rate:
        await _follow(
            city, [one for one in children if one not in webs and one.name != "chores"], address, rate, seconds
        )
    console.print(f"{os.cpu_count()} cores, {city.settings.web_processes} web processes; load {os.getloadavg()[0]:.1f}")
    await city.connection.close()
    await city.parts.close()


async def _build(supervisor: Supervisor, settings: Settings) -> City:
    settings = msgspec.structs.replace(settings, secret=ensure_secret(settings.folder))
    settings = await with_servers(supervisor, settings)
    assert settings.database_url and settings.secret
    await bring_up_to_date(settings.database_url, settings.secret)
    parts = Parts(settings)
    await sow(parts, voices=False)
    await parts.database("analysis").run(sow_campaign)
    address = make_url(settings.database_url).render_as_string(hide_password=False)
    connection = await asyncpg.connect(address.replace("postgresql+asyncpg", "postgresql"))
    return City(settings, parts, supervisor, connection)


async def _signed_in(city: City, address: str) -> httpx.AsyncClient:
    client = httpx.AsyncClient(base_url=address, timeout=PATIENCE_S, headers={"Accept": "text/html"})

    async def ask() -> None:
        (await client.get("/health/ready")).raise_for_status()

    await until(ask, "the web server")
    link = await sign_in_link(city.parts.database("staff"), city.parts.staff)
    entered = await client.post(urlsplit(link).path)
    client.cookies = httpx.Cookies({one.name: one.value or "" for one in entered.cookies.jar})
    return client


async def _grow(city: City, size: int) -> None:
    """To so many responses, folded as they are folded where an older city is brought up to date."""
    there = await city.connection.fetchval("SELECT count(*) FROM analysis.response WHERE campaign_id = $1", CAMPAIGN)
    began = time.monotonic()
    with console.status(f"Sowing {size - there:,} responses"):
        await sow_responses(city.connection, size - there, seed=size)
        await city.connection.execute("ANALYZE")
    sown = time.monotonic()
    with console.status("Folding"):
        await fold_due(city.parts.database("analysis"))
    folded = time.monotonic() - sown
    console.print(f"{size:,} responses: sown in {sown - began:.0f} s, {(size - there) / folded:,.0f}/s folded")


async def _time(
    city: City, client: httpx.AsyncClient, webs: Sequence[Child], page: str, filters: int
) -> tuple[str, ...]:
    """The page over HTTP, each time with other filters, and all numbers of the dashboard without a page.

    What the web processes take of a processor does not depend on what else the machine does, or little.
    """
    figures = await _figures(city, CAMPAIGN)
    chance = random.Random(filters)
    pages, data, busy = [], [], 0.0
    for number in range(LOOKS + WARM):
        chosen = _filters(chance, figures, filters)
        pairs = urlencode([(one.facet, value) for one in chosen for value in one.values])
        began, worked = time.perf_counter(), _processor_s(webs)
        answer = await client.get(f"/staff/campaigns/{SLUG}/{page}?{pairs}")
        took, worked = (time.perf_counter() - began) * 1000, _processor_s(webs) - worked
        assert answer.status_code == 200, answer.status_code
        computed = await _timed_data(city, chosen)
        if number >= WARM:
            pages.append(took)
            data.append(computed)
            busy += worked * 1000
    return f"{statistics.median(pages):.0f}", _p95(pages), _p95(data), f"{busy / len(pages):.0f}"


def _processor_s(webs: Sequence[Child]) -> float:
    times = [psutil.Process(web.process.pid).cpu_times() for web in webs if web.process]
    return sum(one.user + one.system for one in times)


def _filters(chance: random.Random, figures: Figures, count: int) -> list[Filter]:
    facets = [one for one in figures.facets.values() if len(one.values) > 1 and one.kind != "time"]
    return [Filter(one.key, (chance.choice(list(one.values)),)) for one in chance.sample(facets, count)]


async def _timed_data(city: City, filters: Sequence[Filter]) -> float:
    began = time.perf_counter()
    figures = await _figures(city, CAMPAIGN)
    for facet in figures.facets:
        figures.breakdown(facet, filters)
    return (time.perf_counter() - began) * 1000


async def _figures(city: City, campaign_id: UUID) -> Figures:
    return await city.parts.database("analysis").run(lambda session: read_figures(session, campaign_id))


def _p95(values: Sequence[float]) -> str:
    return f"{statistics.quantiles(values, n=20)[18]:.0f}"


async def _say_sizes(city: City, webs: Sequence[Child]) -> None:
    sizes = {row["relname"]: row["pg_total_relation_size"] / 1e6 for row in await city.connection.fetch(SIZES)}
    memory = [psutil.Process(web.process.pid).memory_info().rss / 1e6 for web in webs if web.process]
    said = ", ".join(f"{name} {size:,.0f} MB" for name, size in sizes.items())
    console.print(f"on disk: {said}; memory of the web processes: {', '.join(f'{one:,.0f} MB' for one in memory)}")


async def _follow(city: City, others: Sequence[Child], address: str, rate: int, seconds: float) -> None:
    """From the answer to a POST until a dashboard that is read all the time has the response in it."""
    for child in others:
        await city.supervisor.add(child)
    await until(lambda: _known(city), "the demo campaign")
    campaign_id = await city.connection.fetchval(DEMO, FIRST_CODE)
    host, port = urlsplit(address).hostname, urlsplit(address).port
    assert host and port
    seen: list[float] = []
    stop = asyncio.Event()
    watching = asyncio.create_task(_watch(city, campaign_id, seen, stop))
    load = Paced(host, port, f"/q/{FIRST_CODE}", rate, seconds)
    first = await _send(load._replace(rate=CONNECTIONS, seconds=1), seen)  # until all processes have begun to work
    posted = await _send(load, seen)
    stop.set()
    await watching
    there = seen[len(first.answered_at) :]
    late = [(one - sent) * 1000 for sent, one in zip(sorted(posted.answered_at), there, strict=False)]
    console.print(f"{len(posted.answered_at):,} responses taken in at {posted.rate:,.0f}/s, {posted.failures} refused")
    console.print(
        f"from POST to dashboard: p50 {statistics.median(late):.0f} ms, p95 {_p95(late)} ms; {len(there):,} seen"
    )


async def _send(load: Paced, seen: Sequence[float]) -> Sent:
    before = len(seen)
    sent = await asyncio.to_thread(drive_paced, load)
    await _settle(lambda: len(seen) - before >= len(sent.answered_at))
    return sent


async def _known(city: City) -> None:
    if await city.connection.fetchval(DEMO, FIRST_CODE) is None:
        raise LookupError("not yet")


async def _watch(city: City, campaign_id: UUID, seen: list[float], stop: asyncio.Event) -> None:
    """When the first, the second … response was there. Which one it was does not matter for how late they are."""
    while not stop.is_set():
        count = (await _figures(city, campaign_id)).received_count
        seen.extend([time.time()] * (count - len(seen)))
        await asyncio.sleep(LOOK_EVERY_S)


async def _settle(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not done() and time.monotonic() < deadline:
        await asyncio.sleep(LOOK_EVERY_S)
