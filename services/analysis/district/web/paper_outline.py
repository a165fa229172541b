"""The outline of a paper: chapters of people's own, moved, hidden and restored, one press of a button at a time."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.arranging import (
    FIRM,
    MOST_OWN,
    MOVES,
    Chapter,
    Layout,
    add,
    is_title,
    move,
    outline,
)
from services.analysis.district.operations.keep_paper import set_layout
from services.analysis.district.storage.paper_tables import Paper
from services.analysis.district.storage.papers import layout_of
from services.analysis.district.web.pages import page
from services.analysis.district.web.paper_live import number_typed, paper_for, read_title, write_sections
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, staff

EDITOR: Final = staff("editor")
PATH: Final = "/staff/papers/{paper_id:uuid}/outline"
CONFLICT: Final = 409
UNREADABLE: Final = 422
DONE: Final = (*MOVES, "add")


@get(PATH, opt=EDITOR)
async def show_outline(
    request: Request[Any, Any, Any], paper_id: UUID, database: Database, signed_in: SignedIn
) -> Response[str]:
    asked = {name: request.query_params.get(name, "") for name in ("done", "about")}
    async with database.transaction() as session:
        row = await paper_for(session, paper_id, signed_in, "editor")
        return await _page(session, row, signed_in, **asked)


@post(PATH, opt=EDITOR)
async def change_outline(
    request: Request[Any, Any, Any], paper_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """`do`: `add` with a `title`, or `up`, `down`, `hide`, `restore` and the chapter's key."""
    fields = await read_fields(request)
    how, _, key = first(fields, "do").partition(" ")
    title = " ".join(first(fields, "title").split())
    async with database.transaction() as session:
        row = await paper_for(session, paper_id, signed_in, "editor", lock=True)
        layout, chapters = layout_of(row), outline(await write_sections(session, row), layout_of(row))
        fault = _fault(title, layout) if how == "add" else ""
        if how == "add":
            layout, key = add(chapters, layout, title)
        elif how in MOVES and any(one.key == key for one in chapters):
            layout = move(chapters, layout, key, how, row.kind)
        else:
            raise NotFoundException
        if not fault and not await set_layout(session, row, layout, number_typed(fields), signed_in, now()):
            fault = "conflict"
        if fault:
            return await _page(session, row, signed_in, fault=fault, typed=first(fields, "title"))
    return Redirect(f"/staff/papers/{row.id}/outline?done={how}&about={key}#chapter-{key}", status_code=303)


def _fault(title: str, layout: Layout) -> str:
    if len(layout.own) >= MOST_OWN:
        return "many"
    return "" if is_title(title) else "title"


async def _page(
    session: AsyncSession,
    row: Paper,
    signed_in: SignedIn,
    *,
    done: str = "",
    about: str = "",
    fault: str = "",
    typed: str = "",
) -> Response[str]:
    chapters: list[Chapter] = outline(await write_sections(session, row), layout_of(row))
    shown = page(
        "paper_outline.html",
        signed_in=signed_in,
        district=row.district,
        row=row,
        title=await read_title(session, row),
        shown=[one for one in chapters if not one.is_hidden],
        hidden=[one for one in chapters if one.is_hidden],
        firm=FIRM[row.kind],
        done=done if done in DONE else "",
        about=next((one.title for one in chapters if one.key == about), ""),
        fault=fault,
        typed=typed,
    )
    shown.status_code = {"": 200, "conflict": CONFLICT}.get(fault, UNREADABLE)
    return shown
