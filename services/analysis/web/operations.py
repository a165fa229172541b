"""The state of the bus, and what a person must look at."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.response import Redirect

from services.analysis.operations.mend_delivery import discard_delivery, retry_delivery, retry_everything
from services.analysis.web.pages import page
from shared.kit.clock import now
from shared.kit.messaging.shelf import bus_state, list_shelf
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
LEAD: Final = staff("lead")
PATH: Final = "/staff/operations"
#: What the page says after an action, by what the address names.
DONE: Final = frozenset({"retried", "discarded", "gone"})


@get(PATH, opt=READER)
async def show_operations(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    at = now()
    async with database.transaction() as session:
        bus, shelf = await bus_state(session, at), await list_shelf(session)
    done = request.query_params.get("done", "")
    values = {"bus": bus, "shelf": shelf, "at": at, "done": done if done in DONE else ""}
    return page("operations.html", signed_in=signed_in, **values)


@post(PATH + "/retry", opt=LEAD)
async def retry_all(database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        return _back("retried", await retry_everything(session, signed_in, now()))


@post(PATH + "/{delivery_id:uuid}/retry", opt=LEAD)
async def retry_one(delivery_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        return _back("retried", await retry_delivery(session, delivery_id, signed_in, now()))


@post(PATH + "/{delivery_id:uuid}/discard", opt=LEAD)
async def discard_one(delivery_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        return _back("discarded", await discard_delivery(session, delivery_id, signed_in, now()))


def _back(done: str, count: int) -> Redirect:
    """To the page again, by GET: a reload repeats nothing."""
    return Redirect(f"{PATH}?done={done if count else 'gone'}", status_code=303)
