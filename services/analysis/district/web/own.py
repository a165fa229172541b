"""An organisation keeps its own entry true: by a secret link, in German, without an account.

What it says counts at once, with itself as the source; staff see it among the newest changes and can take it back.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.freshness import entry_freshness
from services.analysis.district.domain.kinds import FIELDS, STAFFS
from services.analysis.district.operations.keep_entry import Statement, confirm_entry, state_facts
from services.analysis.district.operations.open_link import link_digest, note_use
from services.analysis.district.storage.entries import find_entry, read_inventory
from services.analysis.district.storage.ways import find_by_link
from services.analysis.district.web.door import count_guess, forgive_guess
from services.analysis.district.web.entry_form import Fault, changed_only, form_values, read_form, typed_of
from services.analysis.district.web.pages import page
from services.analysis.settings import Settings
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import first, read_fields

PATH: Final = "/inv/own/{token:str}"
Asking = Request[Any, Any, Any]
UNREADABLE: Final = 422
DONE: Final = frozenset({"confirmed", "changed", "same"})
#: By which fields an entry belongs to an organisation.
OWNING: Final = frozenset({"providers", "owner", "carriers", "organisation", "lead"})


class Own(NamedTuple):
    """The organisation behind a link, and what belongs to it."""

    inventory: Inventory
    entry: Entry
    others: tuple[Entry, ...]

    def find(self, entry_id: UUID) -> Entry:
        """Raises NotFoundException for what is not theirs."""
        for one in (self.entry, *self.others):
            if one.id == entry_id:
                return one
        raise NotFoundException


@get(PATH, opt=PUBLIC)
async def show_own(request: Asking, token: str, database: Database, settings: Settings) -> Response[str]:
    done = request.query_params.get("done", "")
    own = await _own(request, token, database, settings)
    if own is None:
        return page("own_closed.html", status=404)
    at = now()
    states = {one.id: entry_freshness(one, at) for one in (own.entry, *own.others)}
    done = done if done in DONE else ""
    return page("own.html", **own._asdict(), fields=FIELDS, token=token, states=states, done=done)


@get(PATH + "/{entry_id:uuid}", opt=PUBLIC)
async def show_form(
    request: Asking, token: str, entry_id: UUID, database: Database, settings: Settings
) -> Response[str]:
    own = await _own(request, token, database, settings)
    if own is None:
        return page("own_closed.html", status=404)
    entry = own.find(entry_id)
    return _form(own.inventory, entry, token, typed_of(entry, own.inventory))


@post(PATH + "/{entry_id:uuid}", opt=PUBLIC)
async def send_form(
    request: Asking, token: str, entry_id: UUID, database: Database, settings: Settings
) -> Response[Any]:
    fields = await read_fields(request)
    own = await _own(request, token, database, settings)
    if own is None:
        return page("own_closed.html", status=404)
    own.find(entry_id)
    async with database.transaction() as session:
        entry = await _locked(session, entry_id)
        filled = read_form(entry.kind, fields, own.inventory)
        faults = filled.faults
        if first(fields, "edition") != str(entry.edition):
            faults = (Fault("edition", "meanwhile"), *faults)
        if faults:
            return _form(own.inventory, entry, token, filled.typed, faults)
        values = {key: value for key, value in filled.values.items() if key not in STAFFS}
        said = Statement(values, "organisation", "high")
        said = said if first(fields, "checked") else changed_only(entry, said)
        after = await state_facts(session, entry, said, None, now())
        await note_use(session, settings, token, now())
    return Redirect(f"/inv/own/{token}?done={'same' if after is entry else 'changed'}", status_code=303)


@post(PATH, opt=PUBLIC)
async def confirm_own(request: Asking, token: str, database: Database, settings: Settings) -> Response[Any]:
    """One tap: one entry, or everything that belongs to the organisation."""
    fields = await read_fields(request)
    own = await _own(request, token, database, settings)
    if own is None:
        return page("own_closed.html", status=404)
    chosen = first(fields, "entry")
    wanted = [one for one in (own.entry, *own.others) if chosen in ("all", str(one.id))]
    async with database.transaction() as session:
        for one in sorted(wanted, key=lambda entry: entry.id):
            entry = await _locked(session, one.id)
            await confirm_entry(session, entry, "organisation", None, now())
        await note_use(session, settings, token, now())
    return Redirect(f"/inv/own/{token}?done=confirmed", status_code=303)


async def _own(request: Asking, token: str, database: Database, settings: Settings) -> Own | None:
    """Slower with every wrong link from one network, as with codes."""
    await count_guess(request, database, settings)
    async with database.transaction() as session:
        entry = await find_by_link(session, link_digest(settings, token))
        if entry is None or entry.state == "removed":
            return None
        inventory = await read_inventory(session, entry.district)
    await forgive_guess(request, database, settings)
    mine = inventory.find(entry.id) or entry
    others = {other.id: other for other, key in inventory.naming(mine) if key in OWNING}
    return Own(inventory, mine, tuple(others.values()))


async def _locked(session: AsyncSession, entry_id: UUID) -> Entry:
    entry = await find_entry(session, entry_id, lock=True)
    if entry is None:
        raise NotFoundException
    return entry


def _form(inventory: Inventory, entry: Entry, token: str, typed: Any, faults: tuple[Fault, ...] = ()) -> Response[str]:
    values = form_values(inventory, entry.kind)
    return page(
        "own_form.html",
        status=UNREADABLE if faults else 200,
        **{**values, "fields": [field for field in values["fields"] if field.key not in STAFFS]},
        inventory=inventory,
        entry=entry,
        token=token,
        typed=typed,
        faults=faults,
    )
