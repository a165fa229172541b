"""Changing a catalogue: one draft, one page per standard, and nothing that was typed is ever lost."""

from __future__ import annotations

import asyncio
from typing import Any, Final
from uuid import UUID

import msgspec
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.storage.papers import list_bound
from services.analysis.domain.catalogue_forms import (
    arrange,
    clean,
    read_standard,
    read_whole,
    rearranged,
    saved,
    saved_whole,
    slug,
    with_standard,
)
from services.analysis.domain.comparing import compare
from services.analysis.domain.document import Document, Standard, Words
from services.analysis.operations.draft_catalogue import change_draft, discard_draft, open_draft
from services.analysis.operations.publish_catalogue import FaultyError, NotelessError, find_faults, publish_catalogue
from services.analysis.storage.catalogue import (
    CITY,
    Version,
    find_draft,
    find_effective,
    find_newest,
    find_version,
    read_document_of,
)
from services.analysis.storage.catalogue_files import UnreadableError, load_presets, read_document, write_document
from services.analysis.web.catalogue import DISTRICTS, PATH, as_file, reading
from services.analysis.web.pages import PAGES
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.kit.web.bodies import Fields, first, read_fields
from shared.staff.access import SignedIn, require, staff

LEAD: Final = staff("lead")
DRAFT: Final = PATH + "/drafts/{draft_id:uuid}"
DONE: Final = frozenset({"saved", "imported", "new", "there", "changed"})
CONFLICT: Final = 409
UNREADABLE: Final = 422
NOTE_LENGTH: Final = 2000


@post(PATH + "/drafts", opt=LEAD)
async def open_new(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Redirect:
    """`district`, and `start`: a version's number, a preset's name, or nothing for what holds there now."""
    fields = await read_fields(request)
    district = first(fields, "district")
    if district not in (CITY, *DISTRICTS):
        raise NotFoundException
    require(signed_in, "lead", district)
    async with database.transaction() as session:
        document = await _start(session, district, first(fields, "start"))
        draft, new = await open_draft(session, district, document, signed_in, now())
    return _to(draft, done="new" if new else "there")


@get(DRAFT, opt=LEAD)
async def show_draft(
    request: Request[Any, Any, Any], draft_id: UUID, database: Database, signed_in: SignedIn
) -> Response[str]:
    async with database.transaction() as session:
        draft, document = await _draft_for(session, draft_id, signed_in)
        return await _overview(session, draft, document, signed_in, done=request.query_params.get("done", ""))


@post(DRAFT, opt=LEAD)
async def arrange_standards(
    request: Request[Any, Any, Any], draft_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """One press of a button: `up-3`, `down-3`, `remove-3`, or `add` with a title."""
    fields = await read_fields(request)
    async with database.transaction() as session:
        draft, document = await _draft_for(session, draft_id, signed_in)
        changed, fault = _arranged(document, fields)
        if fault or not await change_draft(session, draft, _edition(fields), changed, signed_in, now()):
            values = {"fault": fault or "conflict", "title": first(fields, "title"), "status": _status(fault)}
            return await _overview(session, draft, document, signed_in, **values)
    new = first(fields, "do") == "add"
    return _to(draft, f"/standards/{changed.standards[-1].id}") if new else _to(draft, done="changed")


@get(DRAFT + "/standards/{standard_id:str}", opt=LEAD)
async def show_standard_form(
    request: Request[Any, Any, Any], draft_id: UUID, standard_id: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    async with database.transaction() as session:
        draft, document = await _draft_for(session, draft_id, signed_in)
        standard = document.find(standard_id)
        if standard is None:
            raise NotFoundException
        locked = await _locked(session, draft, standard_id)
    done = "saved" if request.query_params.get("done") == "saved" else ""
    return _standard_page(draft, document, standard, signed_in, locked=locked, done=done)


@post(DRAFT + "/standards/{standard_id:str}", opt=LEAD)
async def save_standard(
    request: Request[Any, Any, Any], draft_id: UUID, standard_id: str, database: Database, signed_in: SignedIn
) -> Response[Any]:
    fields = await read_fields(request)
    async with database.transaction() as session:
        draft, document = await _draft_for(session, draft_id, signed_in)
        locked = await _locked(session, draft, standard_id)
        typed, action = _typed(fields, standard_id), first(fields, "do")
        values: dict[str, Any] = {"locked": locked, "edition": _edition(fields)}
        if action != "save":
            return _standard_page(draft, document, arrange(typed, action), signed_in, **values)
        try:
            changed = with_standard(document, saved(typed, document.find(standard_id)))
        except msgspec.ValidationError:
            return _standard_page(draft, document, typed, signed_in, fault="long", status=UNREADABLE, **values)
        if not await change_draft(session, draft, _edition(fields), changed, signed_in, now()):
            values |= {"edition": draft.edition, "fault": "conflict", "sections": compare(document, changed)}
            return _standard_page(draft, document, typed, signed_in, status=CONFLICT, **values)
    return _to(draft, f"/standards/{standard_id}", done="saved")


@get(DRAFT + "/whole", opt=LEAD)
async def show_whole_form(
    request: Request[Any, Any, Any], draft_id: UUID, database: Database, signed_in: SignedIn
) -> Response[str]:
    async with database.transaction() as session:
        draft, document = await _draft_for(session, draft_id, signed_in)
    done = "saved" if request.query_params.get("done") == "saved" else ""
    return _whole_page(draft, document, signed_in, done=done)


@post(DRAFT + "/whole", opt=LEAD)
async def save_whole(
    request: Request[Any, Any, Any], draft_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    fields = await read_fields(request)
    async with database.transaction() as session:
        draft, document = await _draft_for(session, draft_id, signed_in)
        typed, action = read_whole(fields, document), first(fields, "do")
        if action != "save":
            return _whole_page(draft, arrange(typed, action), signed_in, edition=_edition(fields))
        try:
            changed = saved_whole(typed)
        except msgspec.ValidationError:
            values: dict[str, Any] = {"fault": "long", "status": UNREADABLE, "edition": _edition(fields)}
            return _whole_page(draft, typed, signed_in, **values)
        if not await change_draft(session, draft, _edition(fields), changed, signed_in, now()):
            values = {"fault": "conflict", "status": CONFLICT, "sections": compare(document, changed)}
            return _whole_page(draft, typed, signed_in, **values)
    return _to(draft, "/whole", done="saved")


@get(DRAFT + "/preview", opt=LEAD)
async def preview_draft(draft_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        draft, document = await _draft_for(session, draft_id, signed_in)
    return _page("catalogue_version.html", signed_in, version=draft, others=(), **reading(document))


@get(DRAFT + "/export", opt=LEAD)
async def export_draft(draft_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        _, document = await _draft_for(session, draft_id, signed_in)
    return as_file(write_document(document), "katalog-entwurf.yaml")


@get(DRAFT + "/import", opt=LEAD)
async def show_import_form(draft_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        draft, _ = await _draft_for(session, draft_id, signed_in)
    return _import_page(draft, signed_in)


@post(DRAFT + "/import", opt=LEAD)
async def import_draft(
    request: Request[Any, Any, Any], draft_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """The whole draft is replaced by what was pasted; nothing changes when it cannot be read."""
    fields = await read_fields(request)
    typed = next(iter(fields.get("yaml", ())), "").replace("\r\n", "\n")
    read = await asyncio.to_thread(_read, typed)  # others are served while a large text is taken apart
    async with database.transaction() as session:
        draft, document = await _draft_for(session, draft_id, signed_in)
        if isinstance(read, UnreadableError):
            return _import_page(draft, signed_in, typed=typed, error=read, status=UNREADABLE)
        if not await change_draft(session, draft, _edition(fields), read, signed_in, now()):
            sections = compare(document, read)
            return _import_page(draft, signed_in, typed=typed, fault="conflict", sections=sections, status=CONFLICT)
    return _to(draft, done="imported")


@post(DRAFT + "/publish", opt=LEAD)
async def publish_draft(
    request: Request[Any, Any, Any], draft_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    fields = await read_fields(request)
    note = clean(first(fields, "note"))[:NOTE_LENGTH]
    async with database.transaction() as session:
        draft, document = await _draft_for(session, draft_id, signed_in)
        try:
            number = await publish_catalogue(session, draft, _edition(fields), note, signed_in, now())
        except FaultyError:
            number, fault = None, "faults"
        except NotelessError:
            number, fault = None, "note"
        else:
            fault = "conflict"
        if number is None:
            return await _overview(session, draft, document, signed_in, fault=fault, note=note, status=_status(fault))
    return Redirect(f"{PATH}?done=published", status_code=303)


@post(DRAFT + "/discard", opt=LEAD)
async def discard(draft_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        draft, _ = await _draft_for(session, draft_id, signed_in)
        gone = await discard_draft(session, draft, signed_in)
    return Redirect(f"{PATH}?done={'discarded' if gone else 'gone'}", status_code=303)


def _read(typed: str) -> Document | UnreadableError:
    try:
        return read_document(typed)
    except UnreadableError as error:
        return error


async def _start(session: AsyncSession, district: str, start: str) -> Document:
    if start in load_presets():
        return load_presets()[start]
    version = await find_version(session, int(start[:9])) if start.isascii() and start.isdigit() else None
    if version and version.district in (CITY, district):
        return await read_document_of(session, version)
    return (await find_newest(session, district)).document


async def _draft_for(session: AsyncSession, draft_id: UUID, signed_in: SignedIn) -> tuple[Version, Document]:
    """Raises NotFoundException, and RoleTooLow for the draft of a district of others."""
    draft = await find_draft(session, draft_id)
    if draft is None:
        raise NotFoundException
    require(signed_in, "lead", draft.district)
    return draft, await read_document_of(session, draft)


async def _locked(session: AsyncSession, draft: Version, standard_id: str) -> bool:
    """Whether the city locks this standard and the draft is a district's."""
    if draft.district == CITY:
        return False
    standard = (await find_effective(session, CITY)).document.find(standard_id)
    return standard is not None and standard.locked


def _arranged(document: Document, fields: Fields) -> tuple[Document, str]:
    """The document after one press of a button, and what was wrong with it."""
    way, _, place = first(fields, "do").partition("-")
    if way == "add":
        title = clean(first(fields, "title"))
        new = Standard(slug(title), title=Words(title))
        if not new.id or document.find(new.id):
            return document, "taken" if new.id else "nameless"
        return msgspec.structs.replace(document, standards=(*document.standards, new)), ""
    if way not in ("up", "down", "remove") or not place.isascii() or not place.isdigit():
        return document, "button"
    standards = rearranged(document.standards, int(place[:4]), way)
    return msgspec.structs.replace(document, standards=standards), ""


def _typed(fields: Fields, standard_id: str) -> Standard:
    """Raises NotFoundException for an id that is none."""
    if not slug(standard_id) == standard_id.strip("-"):
        raise NotFoundException
    return read_standard(fields, standard_id)


def _edition(fields: Fields) -> int:
    typed = first(fields, "edition")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def _status(fault: str) -> int:
    return CONFLICT if fault in ("", "conflict") else UNREADABLE


async def _overview(
    session: AsyncSession, draft: Version, document: Document, signed_in: SignedIn, **values: Any
) -> Response[str]:
    told = {"fault": "", "note": "", "title": "", "done": "", **values}
    told["done"] = told["done"] if told["done"] in DONE else ""
    before = await find_newest(session, draft.district)
    return _page(
        "catalogue_draft.html",
        signed_in,
        draft=draft,
        document=document,
        before=before.version,
        bound=await list_bound(session, None if draft.district == CITY else [draft.district]),
        faults=await find_faults(session, draft, document),
        names={one.id: one.title.de or one.id for one in document.standards},
        sections=compare(before.document, document),
        **told,
    )


def _standard_page(
    draft: Version, document: Document, standard: Standard, signed_in: SignedIn, **values: Any
) -> Response[str]:
    told = {"edition": draft.edition, "fault": "", "done": "", "sections": (), **values}
    kept = {**reading(document), **told}
    return _page("catalogue_standard.html", signed_in, draft=draft, standard=standard, **kept)


def _whole_page(draft: Version, document: Document, signed_in: SignedIn, **values: Any) -> Response[str]:
    told = {"edition": draft.edition, "fault": "", "done": "", "sections": (), **values}
    return _page("catalogue_whole.html", signed_in, draft=draft, document=document, **told)


def _import_page(draft: Version, signed_in: SignedIn, **values: Any) -> Response[str]:
    told = {"typed": "", "error": None, "fault": "", "sections": (), **values}
    return _page("catalogue_import.html", signed_in, draft=draft, **told)


def _page(name: str, signed_in: SignedIn, *, status: int = 200, **values: Any) -> Response[str]:
    return PAGES.page(name, FIRST, status=status, signed_in=signed_in, **values)


def _to(draft: Version, path: str = "", done: str = "") -> Redirect:
    """By GET, so that a reload repeats nothing."""
    query = f"?done={done}" if done else ""
    return Redirect(f"{PATH}/drafts/{draft.id}{path}{query}", status_code=303)
