"""The catalogue to read: its versions, one of them, what changed between two, and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.storage.papers import Bound, list_bound
from services.analysis.domain.comparing import compare
from services.analysis.storage.catalogue import (
    CITY,
    PUBLISHED,
    Version,
    find_draft,
    find_version,
    list_versions,
    load_catalogue,
    read_document_of,
)
from services.analysis.storage.catalogue_files import load_presets, write_document
from services.analysis.web.access import districts_of
from services.analysis.web.pages import page
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.staff.access import SignedIn, require, staff
from shared.staff.web.pages import TEXTS

READER: Final = staff("reader")
PATH: Final = "/staff/catalogue"
#: What the page says after an action, by what the address names.
DONE: Final = frozenset({"published", "discarded", "gone", "there"})
DISTRICTS: Final = tuple(
    sorted(
        key.removeprefix("district-")
        for key in TEXTS.keys(FIRST)
        if key.startswith("district-") and key != "district-everywhere"
    )
)


@get(PATH, opt=READER)
async def show_catalogues(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        versions = await list_versions(session, districts_of(signed_in))
        bound = await list_bound(session, districts_of(signed_in))
    done = request.query_params.get("done", "")
    return page(
        "catalogue.html",
        signed_in=signed_in,
        homes={district: list(of_it) for district, of_it in groupby(versions, lambda one: one.district)},
        holds=_holding(versions, bound),
        bound=bound,
        may_edit=[one for one in (CITY, *DISTRICTS) if signed_in.may("lead", one)],
        presets=load_presets(),
        done=done if done in DONE else "",
    )


@get(PATH + "/versions/{number:int}", opt=READER)
async def show_version(number: int, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        version = await _version_for(session, number, signed_in)
        document = await read_document_of(session, version)
        others = await _others(session, version, signed_in)
    return page("catalogue_version.html", signed_in=signed_in, version=version, others=others, **reading(document))


@get(PATH + "/versions/{number:int}/export", opt=READER)
async def export_version(number: int, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        document = await read_document_of(session, await _version_for(session, number, signed_in))
    return as_file(write_document(document), f"katalog-{number}.yaml")


@get(PATH + "/presets/{name:str}", opt=READER)
async def show_preset(name: str, signed_in: SignedIn) -> Response[str]:
    document = load_presets().get(name)
    if document is None:
        raise NotFoundException
    return page("catalogue_version.html", signed_in=signed_in, version=None, others=(), **reading(document))


@get(PATH + "/compare", opt=READER)
async def show_comparison(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    """`old` and `new` are numbers; `new` may also be the id of a draft."""
    names = [request.query_params.get(side, "") for side in ("old", "new")]
    async with database.transaction() as session:
        sides = [await _side(session, name, signed_in) for name in names]
        old, new = [await read_document_of(session, side) for side in sides]
        choice = await list_versions(session, districts_of(signed_in))
    return page(
        "catalogue_compare.html",
        signed_in=signed_in,
        old=sides[0],
        new=sides[1],
        sections=compare(old, new),
        choice=choice,
    )


def _holding(versions: Sequence[Version], bound: Sequence[Bound]) -> dict[str, int]:
    """District → the number of the version that holds there: the newest, unless its adopted concept binds another."""
    newest: dict[str, int] = {}
    for version in versions:
        newest[version.district] = max(version.number, newest.get(version.district, 0))
    return newest | {one.district: one.catalogue for one in bound}


def reading(document: Any) -> dict[str, Any]:
    """What a page that shows a whole catalogue needs beside it."""
    return {"document": document, "titles": {one.id: one.title for one in load_catalogue().standards}}


def as_file(text: str, name: str) -> Response[str]:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(text, media_type="application/yaml; charset=utf-8", headers=headers)


def may_see(version: Version, signed_in: SignedIn) -> None:
    """The city's catalogue is for everybody who is signed in. Raises RoleTooLow."""
    if version.district != CITY:
        require(signed_in, "reader", version.district)


async def _version_for(session: AsyncSession, number: int, signed_in: SignedIn) -> Version:
    version = await find_version(session, number) if 0 < number < 2**31 else None
    if version is None:
        raise NotFoundException
    may_see(version, signed_in)
    return version


async def _side(session: AsyncSession, name: str, signed_in: SignedIn) -> Version:
    if name.isascii() and name.isdigit():
        return await _version_for(session, int(name[:12]), signed_in)
    try:
        version = await find_draft(session, UUID(name))
    except ValueError:
        version = None
    if version is None:
        raise NotFoundException
    may_see(version, signed_in)
    return version


async def _others(session: AsyncSession, version: Version, signed_in: SignedIn) -> Sequence[Version]:
    """Published versions that this one can be compared with, newest first."""
    listed = await list_versions(session, districts_of(signed_in))
    found = [one for one in listed if one.state == PUBLISHED and one.district in (version.district, CITY)]
    return sorted((one for one in found if one.id != version.id), key=lambda one: -one.number)
