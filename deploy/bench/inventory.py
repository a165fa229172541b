"""Ten thousand facts in one district: how long every page of its wing takes, two web processes, four readers.

Papers and the comparison also read a campaign of some thousand responses.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

import asyncpg
import httpx
import msgspec
from rich.console import Console
from rich.table import Table
from sqlalchemy import insert, make_url

from deploy.bench.intake import HOST, _until_it_answers
from deploy.bench.sow_results import BEGAN, sow_campaign, sow_responses
from deploy.migrate import bring_up_to_date
from deploy.parts import Parts
from deploy.settings import Settings, ensure_secret
from deploy.supervisor import Supervisor
from deploy.up import environment_of, processes, with_servers
from deploy.web import listen
from services.analysis.district.domain.entries import Entry, stated
from services.analysis.district.domain.kinds import Kind
from services.analysis.district.domain.times import Slot, pack_slot
from services.analysis.district.domain.vocabulary import GROUPS, RHYTHMS, SEEKS, TOPICS
from services.analysis.district.storage import tables
from services.analysis.district.storage.entries import grow
from services.analysis.results.operations.fold_figures import fold_due
from shared.kit.clock import now
from shared.staff import commands
from shared.staff.domain.roles import EVERYWHERE

DISTRICT: Final = "sterkrade-mitte"
READERS: Final = 4
#: How many entries of each kind make ten thousand facts, in the proportions of the demo.
COUNTS: Final[dict[Kind, int]] = {
    "organisation": 330,
    "network": 60,
    "room": 90,
    "offer": 460,
    "project": 80,
    "money": 100,
    "role": 80,
    "task": 60,
    "cooperation": 260,
}
WORDS: Final = ("Treff", "Hilfe", "Kurs", "Beratung", "Sprachcafé", "Werkstatt", "Runde", "Chor", "Garten", "Sport")
PARTS: Final = ("Innenstadt", "Alsfeld", "Tackenberg", "Schwarze Heide", "Buschhausen")
PAGES: Final = (
    "",
    "?q=kurs&group=seniors",
    "/table?kind=offer",
    "/map",
    "/map?kind=offer",
    "/timeline",
    "/overview",
    "/network",
    "/network/pair?first={entry}&second={other}",
    "/proposals",
    "/care",
    "/new?kind=offer",
    "/entries/{entry}",
    "/entries/{entry}/edit",
)
#: Of the district's papers: beside the list of them each paper, as it is now and as it was kept.
PAPERS: Final = "/staff/papers"
SUBJECTS: Final = {"concept": "", "report": str(BEGAN.year)}
PAPER_PAGES: Final = ("", "/sections/standards", "/outline", "/versions/1", "/versions/2/changes")
OTHER_PAGES: Final = (
    PAPERS,
    f"{PAPERS}/packages",
    "/staff/methods",
    "/staff/compare",
    f"/staff/compare/table.csv?district={DISTRICT}",
)
#: In the one campaign that papers and comparison read.
RESPONSES: Final = 5_000
#: What residents look at, without signing in.
OPEN_PAGES: Final = (
    "/angebote/sterkrade-mitte",
    "/angebote/sterkrade-mitte?lang=ar&q=kurs&group=seniors&day=1",
    "/angebote/sterkrade-mitte?all=1",
)
console = Console(highlight=False)


async def run(rounds: int) -> None:
    """A city of its own in a temporary folder; the first round of each page, which reads everything, counts too."""
    supervisor = Supervisor()
    with tempfile.TemporaryDirectory(prefix="resonanz-bench-") as folder:
        Path(folder).chmod(0o755)  # the private PostgreSQL may belong to another account
        try:
            await _measure(supervisor, Settings(data=folder), rounds)
        finally:
            await supervisor.stop()


async def _measure(supervisor: Supervisor, settings: Settings, rounds: int) -> None:
    listener = listen(HOST, 0)
    settings = msgspec.structs.replace(settings, secret=ensure_secret(settings.folder), port=listener.getsockname()[1])
    settings = await with_servers(supervisor, settings)
    assert settings.database_url and settings.secret
    await bring_up_to_date(settings.database_url, settings.secret)
    parts = Parts(settings)
    entries = list(_entries())
    facts = await _sow(parts, entries)
    await _sow_campaign(settings.database_url, parts)
    for child in processes(settings, environment_of(settings), listener):
        if child.name.startswith("web"):
            await supervisor.add(child)
    await _until_it_answers(listener, "/health/ready")
    async with httpx.AsyncClient(base_url=settings.address, timeout=60) as client:
        await _sign_in(parts, client)
        table = Table("page", "p50 ms", "p95 ms", "longest ms")
        ids = {"entry": entries[0].id, "other": entries[1].id, **await _keep_papers(client)}
        papers = [f"{PAPERS}/{{{kind}}}{page}" for kind in SUBJECTS for page in PAPER_PAGES]
        for page in (*(f"/staff/inventory{page}" for page in PAGES), *papers, *OTHER_PAGES, *OPEN_PAGES):
            path = page.format(**ids)
            table.add_row(page, *(f"{ms:.0f}" for ms in await _ask(client, path, rounds)))
    await parts.close()
    console.print(f"{os.cpu_count()} cores, {len(entries):,} entries, {facts:,} facts, {READERS} readers at once")
    console.print(f"{RESPONSES:,} responses in the district's campaign; load {os.getloadavg()[0]:.1f}")
    console.print(table)


async def _ask(client: httpx.AsyncClient, path: str, rounds: int) -> tuple[float, float, float]:
    """Median, 95th percentile, longest: in milliseconds."""
    taken: list[float] = []

    async def read() -> None:
        for _ in range(rounds):
            began = time.monotonic()
            (await client.get(path, headers={"Accept": "text/html"})).raise_for_status()
            taken.append((time.monotonic() - began) * 1000)

    await asyncio.gather(*(read() for _ in range(READERS)))
    return statistics.median(taken), statistics.quantiles(taken, n=100)[94], max(taken)


async def _sign_in(parts: Parts, client: httpx.AsyncClient) -> None:
    await commands.create_account(parts.database("staff"), "bench", "Bench")
    await commands.grant_role(parts.database("staff"), "bench", EVERYWHERE, "lead")
    link = await commands.sign_in_link(parts.database("staff"), parts.staff, "bench")
    await client.post(urlsplit(link).path, headers={"Accept": "text/html"})


async def _sow_campaign(url: str, parts: Parts) -> None:
    address = make_url(url).render_as_string(hide_password=False).replace("postgresql+asyncpg", "postgresql")
    connection = await asyncpg.connect(address)
    await parts.database("analysis").run(sow_campaign)
    await sow_responses(connection, RESPONSES, seed=RESPONSES)
    await connection.execute("ANALYZE")
    await connection.close()
    await fold_due(parts.database("analysis"))


async def _keep_papers(client: httpx.AsyncClient) -> dict[str, str]:
    """Each kept twice; kind → id."""
    ids = {}
    for kind, subject in SUBJECTS.items():
        begun = await client.post(PAPERS, data={"kind": kind, "district": DISTRICT, "subject": subject})
        path = begun.headers["location"].partition("?")[0]
        for _ in range(2):
            assert (await client.post(f"{path}/versions", data={"note": ""})).is_redirect
        ids[kind] = path.rpartition("/")[2]
    return ids


async def _sow(parts: Parts, entries: list[Entry]) -> int:
    """Written at once, without a history: pages of the inventory read the entries."""
    rows = [
        {
            "id": one.id,
            "district": one.district,
            "kind": one.kind,
            "name": one.name,
            "facts": msgspec.to_builtins(dict(one.facts)),
            "state": "live",
            "edition": 1,
            "doubt_count": 0,
        }
        for one in entries
    ]
    async with parts.database("analysis").transaction() as session:
        await session.execute(insert(tables.Entry), rows)
        await grow(session, DISTRICT)
    return sum(len(one.facts) for one in entries)


def _entries() -> Iterator[Entry]:
    """The same at every run."""
    chance = random.Random(7)
    ids = {kind: [UUID(int=chance.getrandbits(128), version=4) for _ in range(n)] for kind, n in COUNTS.items()}
    for kind, keys in ids.items():
        for number, key in enumerate(keys):
            at = now() - timedelta(days=chance.randint(1, 500))
            bare = Entry(key, DISTRICT, kind, {})
            yield stated(bare, _values(kind, number, ids, chance), "staff", at, "medium")


def _values(kind: Kind, number: int, ids: dict[Kind, list[UUID]], chance: random.Random) -> dict[str, Any]:
    def some(keys: tuple[str, ...], most: int) -> tuple[str, ...]:
        return tuple(chance.sample(keys, chance.randint(1, most)))

    def of(other: Kind, most: int) -> tuple[str, ...]:
        """Mostly neighbours: a city falls into circles, too."""
        near = [ids[other][(number * 3 + chance.randint(0, 25)) % len(ids[other])] for _ in range(most)]
        return tuple(dict.fromkeys(str(one) for one in near))

    place = {"address": f"Straße {number}", "part": chance.choice(PARTS)}
    place["point"] = f"{51.50 + chance.random() / 40:.5f},{6.83 + chance.random() / 30:.5f}"
    common = {
        "name": f"{chance.choice(WORDS)} {chance.choice(WORDS)} {number}",
        "about": "Was es ist und für wen, in einem Satz.",
        "groups": some(GROUPS, 2),
        "topics": some(TOPICS, 3),
    }
    slot = pack_slot(Slot(number % 7, 540 + 30 * chance.randint(0, 16), 1080 + 30 * chance.randint(0, 4)))
    span = {"from": "2026-01-01", "until": f"202{chance.randint(6, 9)}-12-31"}
    seeks = {"seeks": some(SEEKS, 1)} if number % 4 == 0 else {}
    match kind:
        case "organisation":
            return {**common, **place, **seeks, "phone": f"0208 {100000 + number}", "form": "club"}
        case "network":
            return {**common, "members": of("organisation", 8), "rhythm": "monthly"}
        case "offer":
            return {**common, **place, **seeks, "providers": of("organisation", 1), "times": (slot,), "cost": "free"}
        case "room":
            return {**common, **place, "owner": of("organisation", 1), "seats": 30.0, "free_times": (slot,)}
        case "project":
            return {**common, **span, "carriers": of("organisation", 1), "partners": of("organisation", 2)}
        case "money":
            return {**common, **span, "giver": "Stiftung", "receivers": of("organisation", 1), "amount": 500.0 * number}
        case "role":
            return {**common, **span, "organisation": of("organisation", 1), "hours": 19.5}
        case "task":
            return {**common, "department": "Amt", "hours": 5.0}
        case "cooperation":
            return {"about": common["about"], "between": of("organisation", 2), "rhythm": chance.choice(RHYTHMS)}
