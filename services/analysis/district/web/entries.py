"""One entry: its facts with source and age, its history, its form."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.freshness import entry_freshness, fact_freshness, faded
from services.analysis.district.domain.kinds import FIELDS, KINDS, Kind
from services.analysis.district.operations.keep_entry import (
    add_entry,
    confirm_entry,
    remove_entry,
    state_facts,
)
from services.analysis.district.operations.open_link import open_link, revoke_links
from services.analysis.district.operations.undo_change import undo_change
from services.analysis.district.storage.entries import changes_of, find_change, read_inventory
from services.analysis.district.storage.people import names_of
from services.analysis.district.storage.ways import hints_of, links_of
from services.analysis.district.web.access import EDITOR, READER, district_asked, entry_for
from services.analysis.district.web.directory import PATH, shared_values
from services.analysis.district.web.entry_form import (
    Fault,
    changed_only,
    form_values,
    read_form,
    statement_of,
    typed_of,
)
from services.analysis.district.web.pages import page
from services.analysis.settings import Settings
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require

Asking = Request[Any, Any, Any]
ONE: Final = PATH + "/entries/{entry_id:uuid}"
UNREADABLE: Final = 422
#: What the page says after an action, by what the address names.
DONE: Final = frozenset({"added", "changed", "confirmed", "same", "removed", "undone", "gone", "merged", "revoked"})


@get(ONE, opt=READER)
async def show_entry(request: Asking, entry_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    done = request.query_params.get("done", "")
    async with database.transaction() as session:
        entry = await entry_for(session, entry_id, signed_in)
        values = await _values(session, entry, signed_in)
    return page("entry.html", **values, done=done if done in DONE else "", link="")


@get(PATH + "/new", opt=EDITOR)
async def show_new(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    """First which kind; then its form."""
    district = district_asked(request, signed_in, "editor")
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    kind = next((one for one in KINDS if one == request.query_params.get("kind")), None)
    if kind is None:
        return page("entry_new.html", **shared_values(inventory, signed_in, "directory"), kinds=KINDS)
    return _form(inventory, signed_in, kind, None, entry_id=random_id())


@post(PATH + "/new", opt=EDITOR)
async def add(request: Asking, database: Database, signed_in: SignedIn) -> Response[Any]:
    """The id comes with the form, so that a double tap makes one entry."""
    fields = await read_fields(request)
    district = first(fields, "district")
    require(signed_in, "editor", district)
    kind = next((one for one in KINDS if one == first(fields, "kind")), None)
    if kind is None:
        raise NotFoundException
    entry_id = _id(first(fields, "entry"))
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
        filled = read_form(kind, fields, inventory)
        said, more = statement_of(filled.values, fields, kind)
        if faults := (*filled.faults, *more):
            about: dict[str, Any] = {"typed": filled.typed, "faults": faults, "said": fields, "entry_id": entry_id}
            return _form(inventory, signed_in, kind, None, **about, status=UNREADABLE)
        if entry_id not in inventory.all:
            await add_entry(session, district, kind, said, signed_in, now(), entry_id=entry_id)
    return _to(entry_id, "added")


@get(ONE + "/edit", opt=EDITOR)
async def show_edit(entry_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        entry = await entry_for(session, entry_id, signed_in, "editor")
        inventory = await read_inventory(session, entry.district)
    return _form(inventory, signed_in, entry.kind, entry, typed=typed_of(entry, inventory))


@post(ONE + "/edit", opt=EDITOR)
async def change(request: Asking, entry_id: UUID, database: Database, signed_in: SignedIn) -> Response[Any]:
    fields = await read_fields(request)
    async with database.transaction() as session:
        entry = await entry_for(session, entry_id, signed_in, "editor", lock=True)
        inventory = await read_inventory(session, entry.district)
        filled = read_form(entry.kind, fields, inventory)
        said, more = statement_of(filled.values, fields, entry.kind)
        faults = (*filled.faults, *more)
        if first(fields, "edition") != str(entry.edition):
            faults = (Fault("edition", "meanwhile"), *faults)
        if faults:
            about: dict[str, Any] = {"typed": filled.typed, "faults": faults, "said": fields, "status": UNREADABLE}
            return _form(inventory, signed_in, entry.kind, entry, **about)
        said = said if first(fields, "checked") else changed_only(entry, said)
        after = await state_facts(session, entry, said, signed_in, now())
    return _to(entry_id, "same" if after is entry else "changed")


@post(ONE + "/confirm", opt=EDITOR)
async def confirm(entry_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        entry = await entry_for(session, entry_id, signed_in, "editor", lock=True)
        await confirm_entry(session, entry, "staff", signed_in, now())
    return _to(entry_id, "confirmed")


@post(ONE + "/remove", opt=EDITOR)
async def remove(entry_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        entry = await entry_for(session, entry_id, signed_in, "editor", lock=True)
        await remove_entry(session, entry, signed_in, now())
    return _to(entry_id, "removed")


@post(ONE + "/undo/{change_id:uuid}", opt=EDITOR)
async def undo(entry_id: UUID, change_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        await entry_for(session, entry_id, signed_in, "editor", lock=True)
        found = await find_change(session, change_id)
        if found is None or found.entry_id != entry_id:
            raise NotFoundException
        done = await undo_change(session, found, signed_in, now())
    return _to(entry_id, "undone" if done else "gone")


@post(ONE + "/link", opt=EDITOR, status_code=200)
async def make_link(entry_id: UUID, database: Database, settings: Settings, signed_in: SignedIn) -> Response[str]:
    """The organisation's own link, shown this once."""
    async with database.transaction() as session:
        entry = await entry_for(session, entry_id, signed_in, "editor", lock=True)
        token = await open_link(session, settings, entry, signed_in, now())
        values = await _values(session, entry, signed_in)
    return page("entry.html", **values, done="", link=f"{settings.address}/inv/own/{token}")


@post(ONE + "/link/revoke", opt=EDITOR)
async def end_links(entry_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        await entry_for(session, entry_id, signed_in, "editor", lock=True)
        await revoke_links(session, entry_id, signed_in, now())
    return _to(entry_id, "revoked")


async def _values(session: AsyncSession, entry: Entry, signed_in: SignedIn) -> dict[str, Any]:
    at, inventory = now(), await read_inventory(session, entry.district)
    changes = await changes_of(session, entry.id)
    states = {f.key: fact_freshness(f, entry.facts[f.key], at, entry.seen_at) for f in _known(entry)}
    return {
        **shared_values(inventory, signed_in, "directory"),
        "entry": entry,
        "fields": _known(entry),
        "missing": [field.key for field in FIELDS[entry.kind] if field.key not in entry.facts],
        "states": states,
        "relied": {key: faded(entry.facts[key], state) for key, state in states.items()},
        "state": entry_freshness(entry, at),
        "into": inventory.find(entry.id) if entry.state == "merged" else None,
        "naming": _naming(inventory, entry),
        "changes": changes,
        "people": await names_of(session, {one.by for one in changes if one.by}),
        "links": await links_of(session, entry.id),
        "hints": await hints_of(session, entry.id),
    }


def _known(entry: Entry) -> list[Any]:
    return [field for field in FIELDS[entry.kind] if field.key in entry.facts]


def _naming(inventory: Inventory, entry: Entry) -> dict[Kind, list[Entry]]:
    """Who names this entry, by kind in the order of kinds."""
    found: dict[Kind, dict[UUID, Entry]] = {kind: {} for kind in KINDS}
    for other, _key in inventory.naming(entry):
        found[other.kind][other.id] = other
    return {kind: list(entries.values()) for kind, entries in found.items() if entries}


def _form(
    inventory: Inventory, signed_in: SignedIn, kind: Kind, entry: Entry | None, *, status: int = 200, **about: Any
) -> Response[str]:
    values = {"typed": {}, "faults": (), "said": {}, "entry_id": entry.id if entry else None, **about}
    return page(
        "entry_form.html",
        status=status,
        **shared_values(inventory, signed_in, "directory"),
        **form_values(inventory, kind),
        entry=entry,
        **values,
    )


def _id(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        raise NotFoundException from None


def _to(entry_id: UUID, done: str) -> Redirect:
    return Redirect(f"{PATH}/entries/{entry_id}?done={done}", status_code=303)
