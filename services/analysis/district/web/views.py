"""The inventory as map, time line and overview: pictures with the same facts beside them in words."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec
from litestar import Request, Response, get
from markupsafe import Markup

from services.analysis.district.domain.directory import count_freshness, count_kinds, freshness_of, search
from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.kinds import KINDS, Kind
from services.analysis.district.domain.times import say_times
from services.analysis.district.domain.vocabulary import GROUPS, TOPICS
from services.analysis.district.network.drawing import draw_map, draw_timeline, ends_soon
from services.analysis.district.storage.entries import read_inventory
from services.analysis.district.web.access import READER, district_asked
from services.analysis.district.web.care import pdf
from services.analysis.district.web.directory import PATH, page_of, shared_values, wanted_in
from services.analysis.district.web.pages import HERE, PAGES, euros, option, page, plain, say, where
from services.analysis.domain.days import day_of
from shared.kit.clock import now
from shared.kit.print.typeset import typeset
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.kit.web.pages import spoken_day
from shared.staff.access import SignedIn
from shared.staff.web.pages import district_name

Asking = Request[Any, Any, Any]
SHEET: Final[Path] = HERE / "templates" / "overview.typ"
#: Kinds that stand somewhere.
PLACED: Final[tuple[Kind, ...]] = ("organisation", "offer", "room")


@get(PATH + "/map", opt=READER)
async def show_map(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    """A scheme without a map service: nothing is asked of anybody, and nobody learns who looked."""
    district, wanted = district_asked(request, signed_in), wanted_in(request)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    kind = wanted.kind if wanted.kind in PLACED else "organisation"
    wanted = msgspec.structs.replace(wanted, kind=kind)
    found = search(inventory, wanted, now())
    paged = page_of(request, inventory.district, found, wanted)
    return page(
        "map.html",
        **shared_values(inventory, signed_in, "map"),
        **paged,
        wanted=wanted,
        kinds=PLACED,
        groups=GROUPS,
        topics=TOPICS,
        fresh=freshness_of(inventory, now()),
        picture=draw_map(inventory, found),
    )


@get(PATH + "/timeline", opt=READER)
async def show_timeline(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    today = day_of(now())
    lasting, ended = _dated(inventory, today)
    paged = page_of(request, district, [*lasting, *ended])
    soon = [one for one in lasting if one.line("until") and ends_soon(one, today)]
    money = sum(one.number("amount") or 0 for one in soon if one.kind == "money")
    hours = sum(one.number("hours") or 0 for one in soon if one.kind == "role")
    line = draw_timeline(paged["found"], today, (*lasting, *ended))
    more = {"line": line, "soon": soon, "money": money, "hours": hours, **paged}
    return page("timeline.html", **shared_values(inventory, signed_in, "timeline"), **more)


def _dated(inventory: Inventory, today: date) -> tuple[list[Entry], list[Entry]]:
    """What has a beginning or an end and lasts, what ends first before; and what is over."""
    dated = [one for one in inventory.live if one.line("from") or one.line("until")]
    dated.sort(key=lambda one: (one.line("until") or "9", one.name))
    over = [one for one in dated if (one.line("until") or "9") < today.isoformat()]
    return dated[len(over) :], over


@get(PATH + "/overview", opt=READER)
async def show_overview(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    """The district on paper, as far as a browser prints it."""
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    body = await asyncio.to_thread(inventory.once, f"overview {day_of(now())}", _body)
    return page("overview.html", **shared_values(inventory, signed_in, "overview"), body=body)


def _body(inventory: Inventory) -> Markup:
    values = {"inventory": inventory, "district": inventory.district, **_overview(inventory)}
    return Markup(PAGES.render("overview_body.html", FIRST, **values))  # noqa: S704 - a template of ours


@get(PATH + "/overview.pdf", opt=READER)
async def print_overview(request: Asking, database: Database, signed_in: SignedIn) -> Response[bytes]:
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    sheet = msgspec.json.encode(_sheet(inventory)).decode()
    return pdf(await asyncio.to_thread(typeset, SHEET, {"sheet": sheet}), f"bestand-{district}.pdf")


def _overview(inventory: Inventory) -> dict[str, Any]:
    """Sums, and the offers by target group: what somebody looks for first."""
    at = now()
    offers = {group: [one for one in inventory.by_kind["offer"] if group in one.keys("groups")] for group in GROUPS}
    return {
        "kind_counts": count_kinds(inventory.live),
        "fresh_counts": count_freshness(inventory, at),
        "kinds": KINDS,
        "money": sum(one.number("amount") or 0 for one in inventory.by_kind["money"]),
        "hours": sum(one.number("hours") or 0 for one in inventory.by_kind["role"]),
        "offers": {group: found for group, found in offers.items() if found},
        "without": [group for group in GROUPS if group not in ("everyone",) and not offers[group]],
    }


def _sheet(inventory: Inventory) -> dict[str, Any]:
    """The overview as overview.typ sets it: sections of rows, each with a name and lines under it."""
    found, today = _overview(inventory), spoken_day(now(), FIRST)
    counts = [
        {"count": str(found["kind_counts"][k]), "name": say(f"kinds-{k}", count=found["kind_counts"][k])} for k in KINDS
    ]
    sections = [
        {"title": say(f"kinds-{kind}", count=2), "rows": _rows(inventory, kind)} for kind in KINDS if kind != "offer"
    ]
    offers = [
        {"title": f"{say('overview-for')} {option('group', group)}", "rows": [_row(inventory, one) for one in entries]}
        for group, entries in found["offers"].items()
    ]
    return {
        "title": say("inventory-of", district=district_name(inventory.district)),
        "asof": say("overview-as-of", day=today),
        "sums": say("overview-sums", money=euros(found["money"]), hours=plain(found["hours"])),
        "counts": counts,
        "sections": [one for one in (*offers, *sections) if one["rows"]],
    }


def _rows(inventory: Inventory, kind: Kind) -> list[dict[str, Any]]:
    return [_row(inventory, one) for one in inventory.by_kind[kind]]


def _row(inventory: Inventory, entry: Entry) -> dict[str, Any]:
    by = [
        f"{say(f'by-{key}')} {', '.join(one.name for one in named)}"
        for key in ("providers", "owner", "carriers", "organisation", "receivers", "lead")
        if (named := inventory.named_by(entry, key))
    ]
    amount, hours = entry.number("amount"), entry.number("hours")
    lines = [
        *by,
        entry.line("department"),
        entry.line("about") if entry.kind != "offer" else "",
        say_times(entry.slots("times")),
        where(inventory, entry) if entry.kind != "cooperation" else "",
        entry.line("phone"),
        euros(amount) if amount is not None else "",
        f"{plain(hours)} {say('its-hours')}" if hours is not None else "",
        option("rhythm", entry.line("rhythm")) if entry.line("rhythm") else "",
        f"{say('its-seeks')}: {', '.join(option('seeks', one) for one in entry.keys('seeks'))}"
        if entry.keys("seeks")
        else "",
    ]
    return {"name": inventory.title(entry), "lines": [line for line in lines if line]}
