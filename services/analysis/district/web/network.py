"""Who is connected, who is alone, who bridges, and which circles never meet: in words first, drawn second."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

from litestar import Request, Response, get

from services.analysis.district.network.drawing import draw_network
from services.analysis.district.network.graph import network_of
from services.analysis.district.storage.entries import read_inventory
from services.analysis.district.web.access import READER, district_asked
from services.analysis.district.web.directory import PATH, shared_values
from services.analysis.district.web.pages import page
from shared.kit.storage import Database
from shared.staff.access import SignedIn

#: Places in the order the table shows them: what needs attention first.
ORDER = ("alone", "table", "bridge", "connected")
#: Lines of the table; more are in the files.
MOST = 120


@get(PATH + "/network", opt=READER)
async def show_network(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    network = await asyncio.to_thread(network_of, inventory)
    picture = await asyncio.to_thread(lambda: inventory.once("picture", lambda _known: draw_network(network)))
    members = sorted(network.members, key=lambda one: (ORDER.index(one.place), -one.strong, one.entry.name.casefold()))
    return page(
        "network.html",
        **shared_values(inventory, signed_in, "network"),
        network=network,
        picture=picture,
        members=members[:MOST],
        left_out=max(0, len(members) - MOST),
        places=Counter(one.place for one in members),
        order=ORDER,
        strong=sum(link.strong for link in network.links),
        weak=sum(not link.strong for link in network.links),
    )
