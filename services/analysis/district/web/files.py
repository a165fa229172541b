"""The inventory as files to take along."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Final

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.analysis.district.domain.entries import Inventory
from services.analysis.district.domain.kinds import FIELDS, KINDS
from services.analysis.district.operations.export_inventory import (
    Wording,
    write_csv,
    write_geojson,
    write_graphml,
    write_workbook,
)
from services.analysis.district.operations.hsds import write_hsds
from services.analysis.district.storage.entries import read_inventory
from services.analysis.district.web.access import READER, district_asked
from services.analysis.district.web.directory import PATH
from services.analysis.district.web.entry_form import titles_in
from services.analysis.district.web.pages import option_names, say
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.staff.access import SignedIn

Asking = Request[Any, Any, Any]
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Writer = Callable[[Inventory, Wording], bytes]
#: Name of the file → how it is written, and what it is.
WRITERS: Final[dict[str, tuple[Writer, str]]] = {
    "csv": (lambda inventory, wording: write_csv(inventory, wording, now()), "text/csv; charset=utf-8"),
    "xlsx": (lambda inventory, wording: write_workbook(inventory, wording, now()), XLSX),
    "hsds.json": (lambda inventory, _wording: write_hsds(inventory), "application/json"),
    "geojson": (write_geojson, "application/geo+json"),
    "graphml": (lambda inventory, _wording: write_graphml(inventory), "application/graphml+xml"),
}


@get(PATH + "/export/{name:str}", opt=READER)
async def export(request: Asking, name: str, database: Database, signed_in: SignedIn) -> Response[bytes]:
    if name not in WRITERS:
        raise NotFoundException
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
    write, media_type = WRITERS[name]
    content = await asyncio.to_thread(write, inventory, wording_of(inventory))
    headers = {
        "Content-Disposition": f'attachment; filename="bestand-{district}.{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=media_type, headers=headers)


def wording_of(inventory: Inventory) -> Wording:
    return Wording(option_names(), field_names(), {kind: say(f"kind-{kind}") for kind in KINDS}, titles_in(inventory))


def field_names() -> dict[str, str]:
    """Field → German name."""
    return {field.key: say(f"its-{field.key}") for fields in FIELDS.values() for field in fields}
