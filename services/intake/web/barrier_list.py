"""What people told of barriers, for those who see to it."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.response import Redirect

from services.intake.domain.barriers import MOST_NOTE, clean
from services.intake.operations.settle_barrier import reopen_barrier, settle_barrier
from services.intake.storage.barriers import list_open, list_settled
from services.intake.web.pages import STAFF_PAGES
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.texts import FIRST
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, staff

EDITOR: Final = staff("editor")
PATH: Final = "/staff/barriers"
#: What the page says after an action, by what the address names.
DONE: Final = frozenset({"settled", "reopened", "gone"})


@get(PATH, opt=EDITOR)
async def show_barriers(request: Request[Any, Any, Any], forms: Forms, signed_in: SignedIn) -> Response[str]:
    async with forms.database.transaction() as session:
        waiting, settled = await list_open(session), await list_settled(session)
    done = request.query_params.get("done", "")
    values: dict[str, Any] = {"waiting": waiting, "settled": settled, "done": done if done in DONE else ""}
    return STAFF_PAGES.page("barriers.html", FIRST, signed_in=signed_in, most=MOST_NOTE, **values)


@post(PATH + "/{barrier_id:uuid}/settle", opt=EDITOR)
async def settle(request: Request[Any, Any, Any], barrier_id: UUID, forms: Forms, signed_in: SignedIn) -> Redirect:
    note = clean(first(await read_fields(request), "note"))[:MOST_NOTE]
    async with forms.database.transaction() as session:
        return _back("settled", await settle_barrier(session, barrier_id, note, signed_in, now()))


@post(PATH + "/{barrier_id:uuid}/reopen", opt=EDITOR)
async def reopen(barrier_id: UUID, forms: Forms, signed_in: SignedIn) -> Redirect:
    async with forms.database.transaction() as session:
        return _back("reopened", await reopen_barrier(session, barrier_id, signed_in))


def _back(done: str, changed: bool) -> Redirect:
    return Redirect(f"{PATH}?done={done if changed else 'gone'}", status_code=303)
