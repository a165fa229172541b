"""Taking results away: tables of a view, single responses for who answers for it, and what is open to everybody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import msgspec
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect, Stream
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.exporting import LONGEST_PURPOSE, SHORTEST_PURPOSE
from services.analysis.results.domain.formats import MADE, OF_RESPONSES, OF_TABLES, Format, Made, file_name
from services.analysis.results.domain.spss import codebook_page
from services.analysis.results.operations.forget_exports import KEPT_FOR
from services.analysis.results.operations.open_data import publish_data, withdraw_data
from services.analysis.results.operations.plan_export import unpacked
from services.analysis.results.operations.request_export import Wanted, delete_export, request_export
from services.analysis.results.operations.write_responses import about_export
from services.analysis.results.storage.export_tables import Export, OpenData
from services.analysis.results.storage.exports import FINISHED, Listed, find_export, list_exports, read_file
from services.analysis.results.web.files import download, stream
from services.analysis.results.web.pages import page
from services.analysis.results.web.viewing import View, open_view, pairs_of
from services.analysis.web.access import campaign_for
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.kit.web.bodies import Fields, first, read_fields
from shared.staff.access import SignedIn, require, staff
from shared.staff.operations.record_change import record_change

READER: Final = staff("reader")
LEAD: Final = staff("lead")
PATH: Final = "/staff/campaigns/{slug:str}/exports"
ONE: Final = "/staff/exports/{export_id:uuid}"
#: What the page says after an action, by what the address names.
DONE: Final = frozenset({"deleted", "gone", "opened", "closed"})
HTML: Final = Made("html", "text/html; charset=utf-8")


@get(PATH, opt=READER)
async def show_exports(
    request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    """The view's address stands behind this one, so that what is taken away is what was looked at."""
    wanted = Wanted(random_id(), "csv", texts=False, labels=False, purpose="")
    async with database.transaction() as session:
        view = await open_view(session, slug, signed_in, pairs_of(request))
        done = request.query_params.get("done", "")
        return await _page(session, view, signed_in, wanted, done=done if done in DONE else "")


@post(PATH, opt=LEAD)
async def ask(request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn) -> Response[Any]:
    wanted = _read(await read_fields(request))
    async with database.transaction() as session:
        view = await open_view(session, slug, signed_in, ())
        require(signed_in, "lead", view.campaign.district)
        if wanted.faults:
            return await _page(session, view, signed_in, wanted, faults=wanted.faults, status=422)
        await request_export(session, view.campaign.id, wanted, signed_in, now())
    return Redirect(f"/staff/exports/{wanted.id}", status_code=303)


@get(ONE, opt=LEAD)
async def show_export(export_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        listed = await _find(session, export_id, signed_in)
    return page("export.html", signed_in=signed_in, one=listed, campaign=listed.campaign, over=_over(listed.export))


@get(ONE + "/progress", opt=LEAD)
async def show_progress(export_id: UUID, database: Database, signed_in: SignedIn) -> Response[dict[str, Any]]:
    """For the script that keeps the bar moving."""
    async with database.transaction() as session:
        export = (await _find(session, export_id, signed_in)).export
    said = {"state": export.state, "done": export.done, "total": export.total}
    return Response(said, headers={"Cache-Control": "no-store"})


@get(ONE + "/file", opt=LEAD)
async def download_export(export_id: UUID, database: Database, signed_in: SignedIn) -> Stream:
    """Who took it is written down too."""
    async with database.transaction() as session:
        listed = await _find(session, export_id, signed_in)
        if listed.export.state != FINISHED or listed.export.size is None:
            raise NotFoundException
        await record_change(session, signed_in, "export.downloaded", export_id)
    kind: Any = listed.export.format  # the table checks it
    name = file_name(listed.campaign.slug, "antworten", made=MADE[kind])
    return stream(read_file(database, export_id), MADE[kind], name, listed.export.size)


@get(ONE + "/codebook", opt=LEAD)
async def download_codebook(export_id: UUID, database: Database, signed_in: SignedIn) -> Response[bytes]:
    async with database.transaction() as session:
        listed = await _find(session, export_id, signed_in)
        content = (await session.get_one(Export, export_id, populate_existing=True)).plan
    if content is None:
        raise NotFoundException
    about = about_export(listed.campaign, listed.export)
    shown = codebook_page(f"Codebuch: {about.lines['Beteiligung']}", about.lines, unpacked(content).columns)
    return download(shown.encode(), HTML, file_name(listed.campaign.slug, "codebuch", made=HTML))


@post(ONE + "/delete", opt=LEAD)
async def delete(export_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        listed = await _find(session, export_id, signed_in)
        gone = await delete_export(session, export_id, signed_in)
    return _back(listed.campaign.slug, "deleted" if gone else "gone")


@post("/staff/campaigns/{slug:str}/open-data", opt=LEAD)
async def switch_open_data(
    request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn
) -> Redirect:
    is_open = first(await read_fields(request), "open") == "1"
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        require(signed_in, "lead", campaign.district)
        if is_open:
            changed = await publish_data(session, campaign.id, signed_in, now())
        else:
            changed = await withdraw_data(session, campaign.id, signed_in)
    return _back(slug, ("opened" if is_open else "closed") if changed else "gone")


async def _page(
    session: AsyncSession,
    view: View,
    signed_in: SignedIn,
    wanted: Wanted,
    *,
    faults: tuple[str, ...] = (),
    done: str = "",
    status: int = 200,
) -> Response[str]:
    is_lead = signed_in.may("lead", view.campaign.district)
    shown = page(
        "exports.html",
        signed_in=signed_in,
        view=view,
        campaign=view.campaign,
        wanted=wanted,
        faults=faults,
        done=done,
        is_lead=is_lead,
        exports=await list_exports(session, view.campaign.id) if is_lead else [],
        opened=await session.get(OpenData, view.campaign.id),
        formats=OF_RESPONSES,
        table_formats=OF_TABLES,
        shortest=SHORTEST_PURPOSE,
        longest=LONGEST_PURPOSE,
        days=KEPT_FOR // timedelta(days=1),
    )
    shown.status_code = status
    return shown


async def _find(session: AsyncSession, export_id: UUID, signed_in: SignedIn) -> Listed:
    """Raises NotFoundException, and RoleTooLow for one of another district."""
    listed = await find_export(session, export_id)
    if listed is None:
        raise NotFoundException
    require(signed_in, "lead", listed.campaign.district)
    return listed


def _read(fields: Fields) -> Wanted:
    """What was typed; what no form of ours sends is a fault like an empty field."""
    kind: Format | None = next((known for known in OF_RESPONSES if known == first(fields, "format")), None)
    try:
        export_id = msgspec.convert(first(fields, "id"), UUID)
    except msgspec.ValidationError:
        export_id = random_id()
    purpose = " ".join(first(fields, "purpose").split())
    return Wanted(export_id, kind, texts="texts" in fields, labels="labels" in fields, purpose=purpose)


def _over(export: Export) -> Any:
    return export.requested_at + KEPT_FOR


def _back(slug: str, done: str) -> Redirect:
    return Redirect(f"/staff/campaigns/{slug}/exports?done={done}", status_code=303)
