"""Answers as staff work on them: the list with the promise clock, beginning one, writing it."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.outcomes import DECISIONS, MOST_TEXT, MOST_TITLE, Content, faults_of, missing_languages
from services.notify.operations.draft_outcome import add_selection, open_outcome, save_content
from services.notify.operations.publish_outcome import FaultyError, NotAsked, ask_publication
from services.notify.storage import tables
from services.notify.storage.outcomes import (
    content_of,
    count_voices,
    find_outcome,
    find_told,
    list_campaigns,
    list_outcomes,
    list_selections,
    list_steps,
    list_versions,
    written_by,
)
from services.notify.storage.promises import read_clock, read_clocks
from services.notify.web.outcome_form import languages_for, read_content, read_id
from services.notify.web.pages import STAFF_PAGES
from services.notify.wording import local_day
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.kit.texts import FIRST, WRITTEN
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import Role, SignedIn, require, staff

READER: Final = staff("reader")
EDITOR: Final = staff("editor")
PATH: Final = "/staff/outcomes"
ONE: Final = PATH + "/{outcome_id:uuid}"
UNREADABLE: Final = 422
CONFLICT: Final = 409
#: What the page says after an action, by what the address names.
DONE: Final = frozenset(
    {"begun", "saved", "asked", "published", "returned", "moved", "told", "added", "removed", "attached"}
)
#: A choice made a moment ago comes by the bus; the page waits so long for it.
PATIENCE_S: Final = 4.0
PAUSE_S: Final = 0.1


@get(PATH, opt=READER)
async def show_outcomes(database: Database, signed_in: SignedIn) -> Response[str]:
    today = local_day(now())
    async with database.transaction() as session:
        campaigns = await list_campaigns(session, signed_in.districts())
        values: dict[str, Any] = {
            "campaigns": campaigns,
            "clocks": await read_clocks(session, campaigns, today),
            "listed": await list_outcomes(session, signed_in.districts()),
            "waiting": await list_selections(session, [campaign.id for campaign in campaigns]),
        }
    return page("outcomes.html", signed_in, today=today, **values)


@get(PATH + "/new", opt=EDITOR)
async def show_new(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    """What was chosen in analysis: begin an answer with it, or add it to one."""
    selection_id = _asked_for(request)
    selection = await _arrived(database, selection_id)
    if selection is None:
        return page("outcome_new.html", signed_in, selection=None, selection_id=selection_id)
    async with database.transaction() as session:
        campaign = await session.get(tables.Campaign, selection.campaign_id)
        if campaign is None:
            return page("outcome_new.html", signed_in, selection=None, selection_id=selection_id)
        require(signed_in, "editor", campaign.district)
        others = [one for one in await list_outcomes(session, {campaign.district}) if one.campaign.id == campaign.id]
    values: dict[str, Any] = {
        "selection": selection,
        "selection_id": selection_id,
        "campaign": campaign,
        "others": others,
    }
    return page("outcome_new.html", signed_in, outcome_id=random_id(), **values)


@post(PATH, opt=EDITOR)
async def begin(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[Any]:
    """`outcome`: a new one's id, or one there is already."""
    fields = await read_fields(request)
    outcome_id, at = read_id(fields, "outcome"), now()
    async with database.transaction() as session:
        selection = await session.get(tables.Selection, read_id(fields, "selection"))
        campaign = await session.get(tables.Campaign, selection.campaign_id) if selection else None
        if selection is None or campaign is None:
            raise NotFoundException
        require(signed_in, "editor", campaign.district)
        new = await open_outcome(session, outcome_id, campaign.id, signed_in, at)
        outcome, _ = await outcome_for(session, outcome_id, signed_in, "editor", lock=True)
        await add_selection(session, outcome, selection.id, signed_in, at)
    return to(outcome_id, "begun" if new else "added")


@get(ONE, opt=READER)
async def show_outcome(
    request: Request[Any, Any, Any], outcome_id: UUID, database: Database, signed_in: SignedIn
) -> Response[str]:
    async with database.transaction() as session:
        outcome, campaign = await outcome_for(session, outcome_id, signed_in)
        return await outcome_page(session, outcome, campaign, signed_in, done=request.query_params.get("done", ""))


@post(ONE + "/content", opt=EDITOR)
async def save(
    request: Request[Any, Any, Any], outcome_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """`do` is the button: save, or save and ask for publication."""
    fields, at = await read_fields(request), now()
    asking = first(fields, "do") == "ask"
    async with database.transaction() as session:
        outcome, campaign = await outcome_for(session, outcome_id, signed_in, "editor", lock=True)
        before = content_of(outcome.content)
        content, faults = read_content(fields, before, languages_for(campaign.title, before))
        if first(fields, "number") != str(outcome.number):
            values: dict[str, Any] = {"content": content, "stop": "conflict", "status": CONFLICT}
            return await outcome_page(session, outcome, campaign, signed_in, **values)
        if faults:
            values = {"content": content, "faults": faults, "status": UNREADABLE}
            return await outcome_page(session, outcome, campaign, signed_in, **values)
        await save_content(session, outcome, content, signed_in, at)
        if not asking:
            return to(outcome_id, "saved")
        try:
            await ask_publication(session, outcome, signed_in, at)
        except FaultyError as error:
            values = {"faults": error.faults, "status": UNREADABLE}
            return await outcome_page(session, outcome, campaign, signed_in, **values)
        except NotAsked:
            return to(outcome_id, "saved")
    return to(outcome_id, "asked")


async def outcome_for(
    session: AsyncSession, outcome_id: UUID, signed_in: SignedIn, role: Role = "reader", *, lock: bool = False
) -> tuple[tables.Outcome, tables.Campaign]:
    """Raises NotFoundException, and RoleTooLow when the outcome belongs to a district of others."""
    found = await find_outcome(session, outcome_id, lock=lock)
    if found is None:
        raise NotFoundException
    require(signed_in, role, found[1].district)
    return found


async def outcome_page(
    session: AsyncSession,
    outcome: tables.Outcome,
    campaign: tables.Campaign,
    signed_in: SignedIn,
    *,
    content: Content | None = None,
    faults: dict[str, str] | None = None,
    status: int = 200,
    **more: Any,
) -> Response[str]:
    """The page of one outcome. `content`: what was typed, where it differs from what is kept."""
    shown = content or content_of(outcome.content)
    languages = languages_for(campaign.title, shown)
    values: dict[str, Any] = {"stop": "", "done": "", "step": None, "telling": False, **more}
    values["done"] = values["done"] if values["done"] in DONE else ""
    return page(
        "outcome.html",
        signed_in,
        status=status,
        outcome=outcome,
        campaign=campaign,
        content=shown,
        faults=faults or {},
        open_faults=faults_of(shown),
        languages_here=[WRITTEN[code] for code in languages],
        missing=(missing := missing_languages(shown, languages)),
        missing_names=", ".join(WRITTEN[code].name for code in missing),
        faulty_languages={field.partition("-")[2] for field in faults or {}},
        author=await written_by(session, outcome.id),
        public=await find_told(session, outcome.id),
        selections=await list_selections(session, [campaign.id], outcome.id),
        waiting=await list_selections(session, [campaign.id]),
        voice_count=(await count_voices(session, [outcome.id])).get(outcome.id, 0),
        versions=await list_versions(session, outcome.id),
        steps=await list_steps(session, outcome.id),
        clock=await read_clock(session, campaign, local_day(now())),
        today=local_day(now()),
        step_id=random_id(),
        attachment_id=random_id(),
        **values,
    )


def page(name: str, signed_in: SignedIn, *, status: int = 200, **values: Any) -> Response[str]:
    limits = {"most_title": MOST_TITLE, "most_text": MOST_TEXT, "decisions": DECISIONS}
    return STAFF_PAGES.page(name, FIRST, status=status, signed_in=signed_in, **limits, **values)


def to(outcome_id: UUID, done: str) -> Redirect:
    return Redirect(f"{PATH}/{outcome_id}?done={done}", status_code=303)


def _asked_for(request: Request[Any, Any, Any]) -> UUID:
    try:
        return UUID(request.query_params.get("selection", ""))
    except ValueError:
        raise NotFoundException from None


async def _arrived(database: Database, selection_id: UUID) -> tables.Selection | None:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        async with database.transaction() as session:
            selection = await session.get(tables.Selection, selection_id)
        if selection or time.monotonic() > deadline:
            return selection
        await asyncio.sleep(PAUSE_S)
