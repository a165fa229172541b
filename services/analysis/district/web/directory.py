"""The directory: every entry can be found by words and filters, without scripts; and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeVar
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response, get

from services.analysis.district.domain.directory import (
    Wanted,
    count_freshness,
    count_kinds,
    freshness_of,
    parts_in,
    search,
)
from services.analysis.district.domain.entries import Inventory
from services.analysis.district.domain.freshness import FRESHNESS
from services.analysis.district.domain.kinds import FIELDS, KINDS
from services.analysis.district.domain.vocabulary import GROUPS, SEEKS, TOPICS
from services.analysis.district.storage.entries import read_inventory
from services.analysis.district.web.access import READER, district_asked, districts_of
from services.analysis.district.web.pages import page
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.staff.access import SignedIn

PATH: Final = "/staff/inventory"
#: Entries on one page of a list.
PAGE: Final = 40
ANYTHING: Final = Wanted()
Asking = Request[Any, Any, Any]
T = TypeVar("T")


@get(PATH, opt=READER)
async def show_directory(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    return _page("directory.html", request, inventory, signed_in, wanted_in(request))


@get(PATH + "/table", opt=READER)
async def show_table(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    """One kind at a time: each has its own columns."""
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    wanted = wanted_in(request)
    kind = wanted.kind if wanted.kind in KINDS else KINDS[0]
    wanted = msgspec.structs.replace(wanted, kind=kind)
    return _page("table.html", request, inventory, signed_in, wanted, fields=FIELDS[kind])


def wanted_in(request: Asking) -> Wanted:
    """What the address asks for; what nobody knows is left out."""
    known = {"kind": KINDS, "group": GROUPS, "topic": TOPICS, "seeks": SEEKS, "fresh": FRESHNESS}
    asked = {name: request.query_params.get(name, "").strip()[:100] for name in Wanted.__struct_fields__}
    return Wanted(**{name: text for name, text in asked.items() if name not in known or text in known[name]})


def address_of(path: str, district: str, wanted: Wanted, **more: str | int) -> str:
    asked = {"district": district, **msgspec.to_builtins(wanted), **more}
    return f"{path}?{urlencode(asked)}"


def shared_values(inventory: Inventory, signed_in: SignedIn, tab: str) -> dict[str, Any]:
    """What every page of an inventory needs for its head."""
    return {
        "signed_in": signed_in,
        "district": inventory.district,
        "districts": districts_of(signed_in),
        "inventory": inventory,
        "tab": tab,
        "at": now(),
    }


def _page(
    name: str, request: Asking, inventory: Inventory, signed_in: SignedIn, wanted: Wanted, **more: Any
) -> Response[str]:
    at = now()
    return page(
        name,
        **shared_values(inventory, signed_in, name.removesuffix(".html")),
        **more,
        **page_of(request, inventory.district, search(inventory, wanted, at), wanted),
        wanted=wanted,
        filtered=wanted != Wanted(kind=wanted.kind if name == "table.html" else ""),
        kind_counts=count_kinds(inventory.live),
        fresh_counts=count_freshness(inventory, at),
        fresh=freshness_of(inventory, at),
        parts=parts_in(inventory),
        kinds=KINDS,
        groups=GROUPS,
        topics=TOPICS,
        seeks=SEEKS,
        freshness=FRESHNESS,
    )


def page_of(request: Asking, district: str, found: Sequence[T], wanted: Wanted = ANYTHING) -> dict[str, Any]:
    """The page of a list that the address asks for, and the ways to those beside it, for the macro `pager`."""
    last = max(1, -(-len(found) // PAGE))
    number, path = page_number(request, last), str(request.url.path)
    return {
        "found": found[(number - 1) * PAGE : number * PAGE],
        "count": len(found),
        "number": number,
        "last": last,
        "addresses": {n: address_of(path, district, wanted, page=n) for n in (number - 1, number + 1)},
    }


def page_number(request: Asking, last: int) -> int:
    """Which page the address asks for, within those there are."""
    typed = request.query_params.get("page", "1")
    return min(max(1, int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1), last)
