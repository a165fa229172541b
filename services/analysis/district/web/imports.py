"""Files of entries: a look at what would change first; taken as a whole, undone as a whole."""

from __future__ import annotations

from functools import partial
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Inventory
from services.analysis.district.domain.importing import ImportPlan, guess_mapping, plain_rows, plan_hsds, plan_table
from services.analysis.district.domain.kinds import FIELDS, KINDS
from services.analysis.district.operations.hsds import HsdsError, read_hsds
from services.analysis.district.operations.read_table import LARGEST_FILE, TableError, read_table
from services.analysis.district.operations.take_import import (
    discard_import,
    id_in,
    keep_import,
    map_import,
    take_import,
)
from services.analysis.district.operations.undo_change import undo_import
from services.analysis.district.storage.entries import ids_elsewhere, read_inventory
from services.analysis.district.storage.imports import Import, find_import
from services.analysis.district.web.access import EDITOR, READER, district_asked
from services.analysis.district.web.directory import PATH, shared_values
from services.analysis.district.web.files import field_names
from services.analysis.district.web.pages import option_names, page
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require

Asking = Request[Any, Any, Any]
ONE: Final = PATH + "/import/{import_id:uuid}"
UNREADABLE: Final = 422
COLUMN: Final = "column-"
#: Lines of a file that its preview shows.
MOST: Final = 30


@get(PATH + "/import", opt=EDITOR)
async def show_upload(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    district = district_asked(request, signed_in, "editor")
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    return _upload_page(inventory, signed_in)


@post(PATH + "/import", opt=EDITOR, request_max_body_size=LARGEST_FILE + 10_000)
async def upload(request: Asking, database: Database, signed_in: SignedIn) -> Response[Any]:
    """Keeps the lines to be looked at; the inventory stays as it is."""
    district, data = district_asked(request, signed_in, "editor"), await request.form()
    file, kind = data.get("file"), next((one for one in KINDS if one == data.get("kind")), KINDS[0])
    content = await file.read() if isinstance(file, UploadFile) else b""
    name = (file.filename if isinstance(file, UploadFile) else "") or ""
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
        try:
            if name.lower().endswith(".json"):
                rows: list[dict[str, Any]] = read_hsds(content)
                kept = partial(keep_import, session, district, "hsds", "organisation", name, rows, {})
            else:
                rows = list(read_table(name, content))
                columns = dict.fromkeys(column for row in rows for column in row)
                mapping = guess_mapping(columns, kind, field_names())
                kept = partial(keep_import, session, district, "table", kind, name, rows, mapping)
        except (TableError, HsdsError) as error:
            return _upload_page(inventory, signed_in, status=UNREADABLE, reason=error.reason, kind=kind)
        import_id = await kept(signed_in, now())
    return _to(import_id)


@get(ONE, opt=READER)
async def show_import(import_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        found = await _find(session, import_id, signed_in, lock=False)
        inventory = await read_inventory(session, found.district)
        plan = await _plan(session, found, inventory) if found.rows is not None else None
    columns = list(dict.fromkeys(column for row in found.rows or () for column in row)) if plan else []
    return page(
        "import.html",
        **shared_values(inventory, signed_in, "care"),
        found=found,
        plan=plan,
        columns=columns,
        fields=FIELDS[found.kind],
        most=MOST,
        examples=_examples(found, columns),
    )


@post(ONE, opt=EDITOR)
async def decide(request: Asking, import_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    """The button that was pressed says what is to be done: look again, take, throw away, undo."""
    fields = await read_fields(request)
    act = first(fields, "act")
    async with database.transaction() as session:
        found = await _find(session, import_id, signed_in)
        if act == "undo":
            await undo_import(session, import_id, signed_in, now())
            return _to(import_id)
        if found.state != "open":
            return _to(import_id)
        if act == "discard":
            await discard_import(session, import_id)
            return Redirect(f"{PATH}/care?district={found.district}", status_code=303)
        if found.format == "table":
            mapping = {column: first(fields, f"{COLUMN}{n}") for n, column in enumerate(_columns(found))}
            found = await _mapped(session, found, mapping)
        if act == "take":
            inventory = await read_inventory(session, found.district)
            await take_import(session, found, await _plan(session, found, inventory), signed_in, now())
    return _to(import_id)


async def _mapped(session: AsyncSession, found: Import, typed: dict[str, str]) -> Import:
    """Each field is filled by one column; a field that this kind does not have is nothing."""
    keys, used, mapping = {field.key for field in FIELDS[found.kind]}, set[str](), {}
    for column, field in typed.items():
        mapping[column] = field if field in keys and field not in used else ""
        used.add(field)
    await map_import(session, found.id, mapping)
    again = await find_import(session, found.id)
    assert again
    return again


async def _plan(session: AsyncSession, found: Import, inventory: Inventory) -> ImportPlan:
    make_id = partial(id_in, found)
    if found.format == "hsds":
        rows = found.rows or []
        taken = await ids_elsewhere(session, found.district, [str(row["id"]) for row in rows])
        return plan_hsds(rows, inventory, taken, make_id)
    return plan_table(plain_rows(found.rows or ()), found.kind, found.mapping, inventory, option_names(), make_id)


async def _find(session: AsyncSession, import_id: UUID, signed_in: SignedIn, *, lock: bool = True) -> Import:
    found = await find_import(session, import_id, lock=lock)
    if found is None:
        raise NotFoundException
    require(signed_in, "editor" if lock else "reader", found.district)
    return found


def _columns(found: Import) -> list[str]:
    return list(dict.fromkeys(column for row in found.rows or () for column in row))


def _examples(found: Import, columns: list[str]) -> dict[str, str]:
    """What stands in a column first."""
    rows = found.rows or ()
    return {column: next((str(row[column]) for row in rows if row.get(column)), "") for column in columns}


def _upload_page(inventory: Inventory, signed_in: SignedIn, *, status: int = 200, **values: Any) -> Response[str]:
    told = {"reason": "", "kind": "organisation", **values}
    return page(
        "import_new.html",
        status=status,
        **shared_values(inventory, signed_in, "care"),
        kinds=KINDS,
        fields=FIELDS,
        **told,
    )


def _to(import_id: UUID) -> Redirect:
    return Redirect(f"{PATH}/import/{import_id}", status_code=303)
