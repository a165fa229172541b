"""What keeps the inventory true: doubts, doubles, what fades, what others changed, codes to hang up."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect

from services.analysis.district.domain.directory import freshness_of
from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.freshness import checked_at
from services.analysis.district.operations.find_duplicates import find_duplicates
from services.analysis.district.operations.merge_entries import merge_entries, tell_apart
from services.analysis.district.operations.open_code import open_codes
from services.analysis.district.storage.entries import newest_changes, read_inventory
from services.analysis.district.storage.imports import list_imports
from services.analysis.district.storage.people import names_of
from services.analysis.district.storage.ways import count_taps, open_hints
from services.analysis.district.web.access import EDITOR, READER, district_asked, entry_for
from services.analysis.district.web.directory import PATH, shared_values
from services.analysis.district.web.entries import ONE
from services.analysis.district.web.pages import HERE, page, say, where
from services.analysis.domain.days import day_of
from services.analysis.settings import Settings
from shared.kit.clock import now
from shared.kit.ids import grouped, spelled
from shared.kit.print.qr import draw_svg
from shared.kit.print.typeset import typeset
from shared.kit.storage import Database
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn

Asking = Request[Any, Any, Any]
SHEET: Final[Path] = HERE / "templates" / "codes.typ"
#: On the page; the rest is in the directory, with the filter for what is stale.
MOST: Final = 25
#: Kinds whose doors have a place to hang a code.
AT_A_DOOR: Final = ("organisation", "room")
DONE: Final = frozenset({"merged", "apart", "coded", "undone"})


@get(PATH + "/care", opt=READER)
async def show_care(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    district, at = district_asked(request, signed_in), now()
    done = request.query_params.get("done", "")
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
        pairs = await find_duplicates(session, inventory)
        hints = await open_hints(session, district, MOST)
        changes = await newest_changes(session, district, MOST)
        taps = await count_taps(session, district, day_of(at - timedelta(days=30)))
        imports = await list_imports(session, district)
        people = await names_of(session, {by for one in (*changes, *imports) if (by := getattr(one, "by", None))})
    fading = _fading(inventory)
    return page(
        "care.html",
        **shared_values(inventory, signed_in, "care"),
        pairs=pairs[:MOST],
        pair_count=len(pairs),
        hints=[(hint, entry) for hint in hints if (entry := inventory.find(hint.entry_id))],
        changes=[(one, inventory.all[one.entry_id]) for one in changes if one.entry_id in inventory.all],
        people=people,
        taps=taps,
        imports=imports,
        fading=fading[:MOST],
        fading_count=len(fading),
        fresh=freshness_of(inventory, at),
        coded=[one for one in inventory.live if one.code],
        uncoded=len(_uncoded(inventory)),
        done=done if done in DONE else "",
    )


@get(PATH + "/pairs/{first_id:uuid}/{second_id:uuid}", opt=READER)
async def show_pair(first_id: UUID, second_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        one, other = [await entry_for(session, each, signed_in) for each in (first_id, second_id)]
        inventory = await read_inventory(session, one.district)
    if one.kind != other.kind or one.district != other.district:
        raise NotFoundException
    return page("pair.html", **shared_values(inventory, signed_in, "care"), first=one, second=other)


@post(PATH + "/pairs/{first_id:uuid}/{second_id:uuid}", opt=EDITOR)
async def decide_pair(
    request: Asking, first_id: UUID, second_id: UUID, database: Database, signed_in: SignedIn
) -> Redirect:
    """`keep`: which of the two stays; empty when they are two."""
    keep = first(await read_fields(request), "keep")
    async with database.transaction() as session:
        low, high = sorted((first_id, second_id))
        entries = [await entry_for(session, each, signed_in, "editor", lock=True) for each in (low, high)]
        if len({(one.kind, one.district, one.state) for one in entries}) > 1 or low == high:
            raise NotFoundException
        if not keep:
            await tell_apart(session, entries[0], entries[1], signed_in, now())
            return _to(entries[0].district, "apart")
        kept = next((one for one in entries if str(one.id) == keep), None)
        if kept is None:
            raise NotFoundException
        other = next(one for one in entries if one is not kept)
        await merge_entries(session, kept, other, signed_in, now())
    return Redirect(f"{PATH}/entries/{kept.id}?done=merged", status_code=303)


@post(ONE + "/code", opt=EDITOR)
async def make_code(entry_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        entry = await entry_for(session, entry_id, signed_in, "editor")
        await open_codes(session, [entry], signed_in, now())
    return Redirect(f"{PATH}/entries/{entry_id}", status_code=303)


@get(ONE + "/code.svg", opt=READER)
async def show_code(entry_id: UUID, database: Database, settings: Settings, signed_in: SignedIn) -> Response[bytes]:
    async with database.transaction() as session:
        entry = await entry_for(session, entry_id, signed_in)
    if not entry.code:
        raise NotFoundException
    return Response(draw_svg(f"{settings.address}/inv/{entry.code}"), media_type="image/svg+xml")


@post(PATH + "/codes", opt=EDITOR)
async def make_codes(request: Asking, database: Database, signed_in: SignedIn) -> Redirect:
    """For every door of the district that has none yet."""
    district = district_asked(request, signed_in, "editor")
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
        await open_codes(session, _uncoded(inventory), signed_in, now())
    return _to(district, "coded")


@get(PATH + "/codes.pdf", opt=READER)
async def print_codes(request: Asking, database: Database, settings: Settings, signed_in: SignedIn) -> Response[bytes]:
    """One card for each door, to be cut out and hung up."""
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    coded = [one for one in inventory.live if one.code]
    if not coded:
        raise NotFoundException
    cards = [_card(inventory, one, settings.address) for one in coded]
    sheet = msgspec.json.encode({"title": say("codes-title"), "ask": say("codes-ask"), "cards": cards}).decode()
    drawn = await asyncio.to_thread(typeset, SHEET, {"sheet": sheet})
    return pdf(drawn, f"codes-{district}.pdf")


def pdf(content: bytes, name: str) -> Response[bytes]:
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


def _card(inventory: Inventory, entry: Entry, address: str) -> dict[str, str]:
    link = f"{address}/inv/{entry.code}"
    return {
        "name": inventory.title(entry),
        "where": where(inventory, entry),
        "code": grouped(entry.code),
        "link": link.removeprefix("https://").removeprefix("http://"),
        "spoken": say("code-alt", code=spelled(entry.code)),
        "qr": draw_svg(link).decode(),
    }


def _uncoded(inventory: Inventory) -> list[Entry]:
    return [one for one in inventory.live if one.kind in AT_A_DOOR and not one.code]


def _fading(inventory: Inventory) -> list[Entry]:
    """What is not fresh any more, the longest unconfirmed first."""
    fresh = freshness_of(inventory, now())
    return sorted((one for one in inventory.live if one.facts and fresh[one.id] != "fresh"), key=checked_at)


def _to(district: str, done: str) -> Redirect:
    return Redirect(f"{PATH}/care?district={district}&done={done}", status_code=303)
