"""Letters on paper, for staff: addresses from signed sheets go in, batches of letters come out."""

from __future__ import annotations

import asyncio
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.datastructures import State, UploadFile
from litestar.exceptions import NotFoundException
from litestar.response import Redirect

from services.notify.domain.media import PostalAddress
from services.notify.operations.draw_letters import draw_letters, draw_sheet
from services.notify.operations.enter_address import Entry, TableError, end_post, enter_address, read_table
from services.notify.operations.print_letters import NothingToPrint, print_letters, read_run
from services.notify.settings import Settings
from services.notify.storage.post import list_runs, list_waiting
from services.notify.storage.tables import PrintRun
from services.notify.web.outcome_form import read_id
from services.notify.web.pages import STAFF_PAGES
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.kit.texts import FIRST, LANGUAGES
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require, staff

EDITOR: Final = staff("editor")
PATH: Final = "/staff/post"
UNREADABLE: Final = 422
#: A table of 500 addresses has about 50 kB.
MOST_BODY: Final = 1024 * 1024
#: What the page says after an action, by what the address names.
DONE: Final = frozenset({"entered", "imported", "printed", "nothing", "ended", "unknown"})
FIELDS: Final = ("receipt", "name", "extra", "street", "postcode", "town", "language", "large", "consent")
Page = Response[Any]


@get(PATH, opt=EDITOR)
async def show_post(request: Request[Any, Any, State], database: Database, signed_in: SignedIn) -> Page:
    done = request.query_params.get("done", "")
    return await _page(database, signed_in, done=done if done in DONE else "")


@post(PATH + "/addresses", opt=EDITOR)
async def enter(request: Request[Any, Any, State], database: Database, settings: Settings, signed_in: SignedIn) -> Page:
    fields = await read_fields(request)
    typed = {name: first(fields, name) for name in FIELDS}
    faults = {} if typed["consent"] else {"consent": "consent"}
    if not faults:
        entry = _entry(typed)
        faults = await database.run(lambda session: enter_address(session, settings, entry, signed_in, now()))
    if faults:
        return await _page(database, signed_in, typed=typed, faults=faults, status=UNREADABLE)
    return _to("entered")


@post(PATH + "/import", opt=EDITOR, request_max_body_size=MOST_BODY)
async def import_table(
    request: Request[Any, Any, State], database: Database, settings: Settings, signed_in: SignedIn
) -> Page:
    """Good rows are taken, the others are named by their number. The same table again changes nothing."""
    form = await request.form()
    file = form.get("file")
    if not form.get("consent"):
        return await _page(database, signed_in, faults={"import-consent": "consent"}, status=UNREADABLE)
    try:
        entries = read_table(await file.read() if isinstance(file, UploadFile) else b"")
    except TableError as error:
        return await _page(database, signed_in, faults={"file": error.reason}, status=UNREADABLE)
    wrong: list[tuple[int, dict[str, str]]] = []
    async with database.transaction() as session:
        for number, entry in enumerate(entries, 2):
            if faults := await enter_address(session, settings, entry, signed_in, now()):
                wrong.append((number, faults))
    if wrong:
        taken = len(entries) - len(wrong)
        return await _page(database, signed_in, rows=wrong, taken=taken, status=UNREADABLE)
    return _to("imported")


@post(PATH + "/end", opt=EDITOR)
async def end(request: Request[Any, Any, State], database: Database, settings: Settings, signed_in: SignedIn) -> Page:
    receipt = first(await read_fields(request), "receipt")
    count = await database.run(lambda session: end_post(session, settings, receipt, signed_in, now()))
    return _to("ended" if count else "unknown")


@post(PATH + "/runs", opt=EDITOR)
async def begin_run(request: Request[Any, Any, State], database: Database, signed_in: SignedIn) -> Page:
    fields = await read_fields(request)
    run_id, district = read_id(fields, "run"), first(fields, "district")
    require(signed_in, "editor", district)
    try:
        await database.run(lambda session: print_letters(session, run_id, district, signed_in, now()))
    except NothingToPrint:
        return _to("nothing")
    return _to("printed")


@post(PATH + "/runs/{run_id:uuid}", opt=EDITOR, status_code=200)
async def open_run(run_id: UUID, database: Database, settings: Settings, signed_in: SignedIn) -> Page:
    """The batch as a PDF. By POST, since it shows addresses and every look is noted."""
    async with database.transaction() as session:
        run = await session.get(PrintRun, run_id)
        if run is None:
            raise NotFoundException
        require(signed_in, "editor", run.district)
        letters = await read_run(session, settings, run, signed_in)
    if not letters:
        return _to("nothing")
    return _pdf(await asyncio.to_thread(draw_letters, letters), f"briefe-{run.printed_at:%Y-%m-%d}.pdf")


@get(PATH + "/sheet.pdf", opt=EDITOR)
async def show_sheet(request: Request[Any, Any, State]) -> Page:
    """The sheet on which people leave their address, in the language that `?lang=` names."""
    asked = request.query_params.get("lang", "")
    language = asked if asked in LANGUAGES else FIRST
    return _pdf(await asyncio.to_thread(draw_sheet, language), f"adressblatt-{language}.pdf")


def _entry(typed: dict[str, str]) -> Entry:
    words = {name: " ".join(typed[name].split()) for name in ("name", "street", "postcode", "town", "extra")}
    return Entry(typed["receipt"], PostalAddress(**words, large=bool(typed["large"])), typed["language"] or FIRST)


def _pdf(content: bytes, name: str) -> Page:
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


def _to(done: str) -> Page:
    return Redirect(f"{PATH}?done={done}", status_code=303)


async def _page(database: Database, signed_in: SignedIn, *, status: int = 200, **more: Any) -> Page:
    async with database.transaction() as session:
        districts = signed_in.districts("editor")
        waiting, runs = await list_waiting(session, districts), await list_runs(session, districts)
    values = {"typed": {}, "faults": {}, "rows": [], "taken": 0, "done": "", **more}
    keys = {one.district: random_id() for one in waiting}
    return STAFF_PAGES.page(
        "post.html", FIRST, status=status, signed_in=signed_in, waiting=waiting, runs=runs, keys=keys, **values
    )
