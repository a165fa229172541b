"""Which districts a person works with, and which entries."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from litestar import Request
from litestar.exceptions import NotFoundException
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Entry
from services.analysis.district.storage.entries import find_entry
from shared.staff.access import Role, SignedIn, require, staff
from shared.staff.domain.roles import EVERYWHERE

READER: Final = staff("reader")
EDITOR: Final = staff("editor")
LEAD: Final = staff("lead")
#: The city's social areas, the first home first.
DISTRICTS: Final = ("sterkrade-mitte", "sterkrade-nord", "osterfeld", "mitte-styrum", "ost", "alstaden-lirich")


def districts_of(signed_in: SignedIn) -> tuple[str, ...]:
    """Those the person may see, in the city's order."""
    if EVERYWHERE in signed_in.memberships:
        return DISTRICTS
    others = sorted(set(signed_in.memberships) - set(DISTRICTS))
    return (*(one for one in DISTRICTS if one in signed_in.memberships), *others)


def district_asked(request: Request[Any, Any, Any], signed_in: SignedIn, role: Role = "reader") -> str:
    """The one that the address names, or else the person's first. Raises RoleTooLow."""
    mine = districts_of(signed_in)
    asked = request.query_params.get("district") or (mine[0] if mine else DISTRICTS[0])
    require(signed_in, role, asked)
    return asked


async def entry_for(
    session: AsyncSession, entry_id: UUID, signed_in: SignedIn, role: Role = "reader", *, lock: bool = False
) -> Entry:
    """Raises NotFoundException, and RoleTooLow for one of a district of others."""
    entry = await find_entry(session, entry_id, lock=lock)
    if entry is None:
        raise NotFoundException
    require(signed_in, role, entry.district)
    return entry
