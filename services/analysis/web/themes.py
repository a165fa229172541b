"""Themes that the machine proposes and people name, merge or refuse. Nothing here is published."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import ClientException, NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations.decide_theme import (
    decide_passage_of,
    merge_theme,
    name_theme,
    reconsider_theme,
    refuse_theme,
)
from services.analysis.operations.search_themes import MOST, request_themes
from services.analysis.storage.selections import list_selections
from services.analysis.storage.tables import Campaign, Theme
from services.analysis.storage.themes import MEMBER, NAMED, PROPOSED, REFUSED, list_themes, newest_search
from services.analysis.web.access import campaign_for
from services.analysis.web.pages import page
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.kit.web.bodies import Fields, first, read_fields
from shared.staff.access import SignedIn, require, staff

READER: Final = staff("reader")
EDITOR: Final = staff("editor")
PATH: Final = "/staff/campaigns/{slug:str}/themes"
LONGEST_NAME: Final = 80
#: What the page says after an action, by what the address names.
DONE: Final = frozenset({"started", "running", "named", "refused", "merged", "again", "member", "out", "gone"})


@get(PATH, opt=READER)
async def show_themes(
    request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    done = request.query_params.get("done", "")
    return await _page(slug, database, signed_in, done=done if done in DONE else "")


@post(PATH + "/searches", opt=EDITOR)
async def start_search(slug: str, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        campaign = await _editable(session, slug, signed_in)
        started = await request_themes(session, campaign.id, signed_in, now())
    return _back(slug, "started" if started else "running")


@post(PATH + "/{theme_id:uuid}", opt=EDITOR)
async def decide(
    request: Request[Any, Any, Any], slug: str, theme_id: UUID, database: Database, signed_in: SignedIn
) -> Response[str] | Redirect:
    """One form per theme: the button that was pressed says what is to be done."""
    fields = await read_fields(request)
    if error := _wrong(fields):
        return await _page(slug, database, signed_in, error=error, wrong=str(theme_id), typed=first(fields, "name"))
    async with database.transaction() as session:
        campaign = await _editable(session, slug, signed_in)
        theme = await _theme_of(session, campaign, theme_id)
        done = await _decide(session, theme, fields, signed_in)
    return _back(slug, done)


@post(PATH + "/{theme_id:uuid}/voices/{passage_id:uuid}", opt=EDITOR)
async def decide_voice(
    request: Request[Any, Any, Any],
    slug: str,
    theme_id: UUID,
    passage_id: UUID,
    database: Database,
    signed_in: SignedIn,
) -> Redirect:
    belongs = first(await read_fields(request), "verdict") == MEMBER
    async with database.transaction() as session:
        campaign = await _editable(session, slug, signed_in)
        theme = await _theme_of(session, campaign, theme_id)
        verdict: Any = MEMBER if belongs else REFUSED
        changed = await decide_passage_of(session, theme, passage_id, verdict, signed_in)
    return _back(slug, ("member" if belongs else "out") if changed else "gone")


async def _page(slug: str, database: Database, signed_in: SignedIn, **values: str) -> Response[str]:
    """With `error` and what was typed when the form cannot be taken as it is."""
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        search = await newest_search(session, campaign.id)
        kept = await list_themes(session, campaign.id, [NAMED])
        proposed = await list_themes(session, campaign.id, [PROPOSED])
        refused = await list_themes(session, campaign.id, [REFUSED])
        made = {one.theme.id: await list_selections(session, campaign.id, "quotes", str(one.theme.id)) for one in kept}
    answers = {"selection_ids": {one.theme.id: random_id() for one in kept}, "made": made}
    shown = {"search": search, "kept": kept, "proposed": proposed, "refused": refused, "campaign": campaign}
    said = {"done": "", "error": "", "wrong": "", "typed": "", **values}
    status = 400 if said["error"] else 200
    return page("themes.html", status=status, signed_in=signed_in, most=MOST, **answers, **shown, **said)


def _wrong(fields: Fields) -> str:
    """Which text says what is wrong; empty when nothing is."""
    act, name = first(fields, "act"), first(fields, "name").strip()
    if act == "name" and not name:
        return "theme-name-missing"
    if act == "name" and len(name) > LONGEST_NAME:
        return "theme-name-long"
    return "theme-into-missing" if act == "merge" and not first(fields, "into") else ""


async def _decide(session: AsyncSession, theme: Theme, fields: Fields, by: SignedIn) -> str:
    """What the page says then."""
    match first(fields, "act"):
        case "name":
            return "named" if await name_theme(session, theme, first(fields, "name").strip(), by, now()) else "gone"
        case "refuse":
            return "refused" if await refuse_theme(session, theme, by, now()) else "gone"
        case "again":
            return "again" if await reconsider_theme(session, theme, by, now()) else "gone"
        case "merge":
            into = await _find(session, first(fields, "into"))
            return "merged" if into and await merge_theme(session, theme, into, by, now()) else "gone"
    raise ClientException("act_missing")


async def _find(session: AsyncSession, typed: str) -> Theme | None:
    try:
        return await session.get(Theme, UUID(typed))
    except ValueError:
        return None


async def _editable(session: AsyncSession, slug: str, signed_in: SignedIn) -> Campaign:
    campaign = await campaign_for(session, slug, signed_in)
    require(signed_in, "editor", campaign.district)
    return campaign


async def _theme_of(session: AsyncSession, campaign: Campaign, theme_id: UUID) -> Theme:
    theme = await session.get(Theme, theme_id)
    if theme is None or theme.campaign_id != campaign.id:
        raise NotFoundException
    return theme


def _back(slug: str, done: str) -> Redirect:
    """To the page again, by GET: a reload repeats nothing."""
    return Redirect(f"/staff/campaigns/{slug}/themes?done={done}", status_code=303)
