"""The demo's inventory: one invented story of Sterkrade-Mitte. What is an organisation, network or room says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.parts import Parts
from services.analysis.district.domain.entries import Value
from services.analysis.district.domain.kinds import FIELDS, Field, Kind
from services.analysis.district.domain.values import Names, read_value
from services.analysis.district.operations.keep_entry import Statement, add_entry
from services.analysis.district.storage.entries import Act, change, find_entry
from shared.kit.clock import now

FILE: Final = Path(__file__).parent / "demo" / "inventory.yaml"
DISTRICT: Final = "sterkrade-mitte"
INVENTED: Final = " (erfunden)"
#: Kinds whose names would look like somebody real.
MARKED: Final = ("organisation", "network", "room", "project")
#: The code at the demo's library door: known, so that the README can name it.
DOOR: Final = ("buecherei", "BC4RK7")
Written = dict[str, Any]
_ABOUT: Final = ("ago", "source", "confidence", "note")


async def sow_inventory(parts: Parts) -> None:
    """Makes the inventory unless it is there."""
    written: dict[Kind, dict[str, Written]] = msgspec.yaml.decode(FILE.read_bytes())
    at = now()

    async def work(session: AsyncSession) -> None:
        for kind, key, entry in entries_in(written):
            if await find_entry(session, demo_id(key)):
                return
            said = Statement(
                values_in(kind, entry, written), entry["source"], entry["confidence"], entry.get("note", "")
            )
            confirmed_at = at - timedelta(days=entry["ago"])
            added = await add_entry(session, DISTRICT, kind, said, None, confirmed_at, entry_id=demo_id(key))
            if key == DOOR[0]:
                coded = msgspec.structs.replace(added, code=DOOR[1])
                await change(session, added, coded, Act("changed", "staff", confirmed_at))

    await parts.database("analysis").run(work)


def demo_id(key: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo/inventory/{key}")


def entries_in(written: Mapping[Kind, Mapping[str, Written]]) -> Iterator[tuple[Kind, str, Written]]:
    return ((kind, key, entry) for kind, entries in written.items() for key, entry in entries.items())


def values_in(kind: Kind, entry: Written, written: Mapping[Kind, Mapping[str, Written]]) -> dict[str, Value]:
    names = Names({}, {of: {key: str(demo_id(key)) for key in known} for of, known in written.items()})
    unknown = set(entry) - {field.key for field in FIELDS[kind]} - set(_ABOUT)
    assert not unknown, f"{kind}: {unknown}"
    values = {f.key: read_value(f, _said(f, entry[f.key]), names) for f in FIELDS[kind] if f.key in entry}
    if kind in MARKED:
        values["name"] = f"{values['name']}{INVENTED}"
    return values


def _said(field: Field, value: Any) -> list[str]:
    """As a form would say it."""
    if isinstance(value, list):
        return [str(one) for one in value]
    return [str(value).replace(".", ",") if field.type == "number" else str(value)]
