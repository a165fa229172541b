"""Who is connected, who is alone, who bridges, and which circles never meet: in words first, drawn second."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.network.drawing import draw_network
from services.analysis.district.network.graph import between, network_of
from services.analysis.district.storage.entries import read_inventory
from services.analysis.district.web.access import READER, district_asked
from services.analysis.district.web.directory import PATH, page_of, shared_values
from services.analysis.district.web.pages import page
from shared.kit.storage import Database
from shared.staff.access import SignedIn

Asking = Request[Any, Any, Any]
#: Places in the order the table shows them: what needs attention first.
ORDER = ("alone", "table", "bridge", "connected")
#: Fields in which two organisations are held against each other.
COMPARED: Final = ("form", "groups", "topics", "part", "languages", "seeks")


@get(PATH + "/network", opt=READER)
async def show_network(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    network = await asyncio.to_thread(network_of, inventory)
    picture = await asyncio.to_thread(lambda: inventory.once("picture", lambda _known: draw_network(network)))
    members = sorted(network.members, key=lambda one: (ORDER.index(one.place), -one.strong, one.entry.name.casefold()))
    return page(
        "network.html",
        **shared_values(inventory, signed_in, "network"),
        **page_of(request, district, members),
        network=network,
        picture=picture,
        places=Counter(one.place for one in members),
        order=ORDER,
        strong=sum(link.strong for link in network.links),
        weak=sum(not link.strong for link in network.links),
    )


@get(PATH + "/network/pair", opt=READER)
async def show_between(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    """Two organisations beside each other: what links them, or over whom a way leads."""
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    first, second = (_organisation(inventory, request.query_params.get(name, "")) for name in ("first", "second"))
    found = await asyncio.to_thread(between, inventory, first, second) if first is not second else None
    return page(
        "network_pair.html",
        **shared_values(inventory, signed_in, "network"),
        first=first,
        second=second,
        between=found,
        ways=[(way.via, inventory.all[way.entry_id]) for way in found.link.ways] if found and found.link else [],
        compared=COMPARED,
    )


def _organisation(inventory: Inventory, asked: str) -> Entry:
    """Raises NotFoundException for what is none of this district."""
    try:
        entry = inventory.find(UUID(asked))
    except ValueError:
        entry = None
    if entry is None or entry.kind != "organisation":
        raise NotFoundException
    return entry
