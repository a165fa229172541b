"""Texts that are kept back until somebody who answers for it has read them."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations.decide_passage import hold_again, keep_hidden, release_passage
from services.analysis.storage.held import district_of_passage, list_decided, list_held
from services.analysis.web.access import districts_led
from services.analysis.web.pages import page
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.staff.access import SignedIn, require, staff
from shared.staff.domain.roles import EVERYWHERE

LEAD: Final = staff("lead")
PATH: Final = "/staff/held"
#: What the page says after an action, by what the address names.
DONE: Final = frozenset({"released", "hidden", "again", "gone"})


@get(PATH, opt=LEAD)
async def show_held(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    districts = districts_led(signed_in)
    async with database.transaction() as session:
        held, decided = await list_held(session, districts), await list_decided(session, districts)
    done = request.query_params.get("done", "")
    values = {"held": held, "decided": decided, "done": done if done in DONE else ""}
    return page("held.html", signed_in=signed_in, **values)


@post(PATH + "/{passage_id:uuid}/release", opt=LEAD)
async def release(passage_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        await _require_lead(session, passage_id, signed_in)
        return _back("released", await release_passage(session, passage_id, signed_in, now()))


@post(PATH + "/{passage_id:uuid}/hide", opt=LEAD)
async def hide(passage_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        await _require_lead(session, passage_id, signed_in)
        return _back("hidden", await keep_hidden(session, passage_id, signed_in, now()))


@post(PATH + "/{passage_id:uuid}/undo", opt=LEAD)
async def undo_decision(passage_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        await _require_lead(session, passage_id, signed_in)
        return _back("again", await hold_again(session, passage_id, signed_in, now()))


async def _require_lead(session: AsyncSession, passage_id: UUID, signed_in: SignedIn) -> None:
    """Raises RoleTooLow; what belongs to no known campaign is for those who lead everywhere."""
    require(signed_in, "lead", await district_of_passage(session, passage_id) or EVERYWHERE)


def _back(done: str, changed: bool) -> Redirect:
    """To the page again, by GET: a reload repeats nothing."""
    return Redirect(f"{PATH}?done={done if changed else 'gone'}", status_code=303)
