"""What is done with an outcome: a second person publishes or sends it back, files, voices, steps."""

from __future__ import annotations

import asyncio
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.exceptions import NotFoundException

from services.notify.domain.outcomes import MOST_ALT, MOST_REMARK, squeezed
from services.notify.operations.add_step import NotPublic, add_step
from services.notify.operations.attach_file import (
    MOST_BYTES,
    UnusableError,
    Usable,
    attach_file,
    describe_file,
    detach_file,
    read_file,
)
from services.notify.operations.draft_outcome import add_selection, remove_selection
from services.notify.operations.publish_outcome import NotAsked, NotYours, publish_outcome, send_back
from services.notify.storage.outcomes import content_of, find_attachment
from services.notify.web.outcome_form import languages_for, read_id, read_step
from services.notify.web.outcomes import CONFLICT, EDITOR, ONE, READER, UNREADABLE, outcome_for, outcome_page, to
from services.notify.web.results import as_attachment
from services.notify.wording import local_day
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, staff

LEAD: Final = staff("lead")
#: The file and the little beside it.
MOST_BODY: Final = MOST_BYTES + 64 * 1024


@post(ONE + "/publish", opt=LEAD)
async def publish(
    request: Request[Any, Any, Any], outcome_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    fields = await read_fields(request)
    typed = first(fields, "number")
    number = int(typed) if typed.isdecimal() and len(typed) < 10 else -1
    async with database.transaction() as session:
        outcome, campaign = await outcome_for(session, outcome_id, signed_in, "lead", lock=True)
        stop = ""
        try:
            await publish_outcome(session, outcome, number, signed_in, now())
        except NotYours:
            stop = "yours"
        except NotAsked:
            stop = "not-asked"
        if stop:
            return await outcome_page(session, outcome, campaign, signed_in, stop=stop, status=CONFLICT)
    return to(outcome_id, "published")


@post(ONE + "/return", opt=EDITOR)
async def give_back(
    request: Request[Any, Any, Any], outcome_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """A lead says what is missing; whoever asked may take it back."""
    remark = squeezed(first(await read_fields(request), "remark"), MOST_REMARK)
    async with database.transaction() as session:
        outcome, campaign = await outcome_for(session, outcome_id, signed_in, "editor", lock=True)
        mine = outcome.asked_by == signed_in.account_id
        if not mine:
            await outcome_for(session, outcome_id, signed_in, "lead")
        if not remark and not mine:
            values: dict[str, Any] = {"faults": {"remark": "missing"}, "status": UNREADABLE}
            return await outcome_page(session, outcome, campaign, signed_in, **values)
        try:
            await send_back(session, outcome, remark, signed_in, now())
        except NotAsked:
            return await outcome_page(session, outcome, campaign, signed_in, stop="not-asked", status=CONFLICT)
    return to(outcome_id, "returned")


@post(ONE + "/steps", opt=EDITOR)
async def move(
    request: Request[Any, Any, Any], outcome_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """`tell`: whoever's voice is in it gets a letter."""
    fields, at = await read_fields(request), now()
    tell = first(fields, "tell") == "yes"
    async with database.transaction() as session:
        outcome, campaign = await outcome_for(session, outcome_id, signed_in, "editor", lock=True)
        languages = languages_for(campaign.title, content_of(outcome.content))
        moved, faults = read_step(fields, languages, local_day(at))
        if faults:
            values: dict[str, Any] = {"faults": faults, "step": moved, "telling": tell, "status": UNREADABLE}
            return await outcome_page(session, outcome, campaign, signed_in, **values)
        try:
            await add_step(session, outcome, moved, signed_in, at, tell=tell)
        except NotPublic:
            raise NotFoundException from None
    return to(outcome_id, "told" if tell else "moved")


@post(ONE + "/attachments", opt=EDITOR, request_max_body_size=MOST_BODY)
async def attach(
    request: Request[Any, Any, Any], outcome_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    form = await request.form()
    fields = {name: [value] for name, value in form.items() if isinstance(value, str)}
    alt = squeezed(first(fields, "alt"), MOST_ALT)
    usable = await _usable(form.get("file"))
    async with database.transaction() as session:
        outcome, campaign = await outcome_for(session, outcome_id, signed_in, "editor", lock=True)
        faults = {"file": usable} if isinstance(usable, str) else {}
        faults |= {} if alt else {"alt": "missing"}
        values: dict[str, Any] = {"status": UNREADABLE, "typed_alt": alt}
        if faults or isinstance(usable, str):
            return await outcome_page(session, outcome, campaign, signed_in, faults=faults, **values)
        try:
            await attach_file(session, outcome, read_id(fields, "attachment"), usable, alt, signed_in, now())
        except UnusableError as error:
            faults = {"file": error.reason}
            return await outcome_page(session, outcome, campaign, signed_in, faults=faults, **values)
    return to(outcome_id, "attached")


@post(ONE + "/attachments/{attachment_id:uuid}/alt", opt=EDITOR)
async def describe(
    request: Request[Any, Any, Any], outcome_id: UUID, attachment_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """What a picture shows, or a paper is called, in every language of the outcome."""
    fields = await read_fields(request)
    async with database.transaction() as session:
        outcome, campaign = await outcome_for(session, outcome_id, signed_in, "editor", lock=True)
        languages = languages_for(campaign.title, content_of(outcome.content))
        alts = {code: squeezed(first(fields, f"alt-{code}"), MOST_ALT) for code in languages}
        await describe_file(session, outcome, attachment_id, alts, signed_in, now())
    return to(outcome_id, "saved")


@post(ONE + "/attachments/{attachment_id:uuid}/remove", opt=EDITOR)
async def detach(outcome_id: UUID, attachment_id: UUID, database: Database, signed_in: SignedIn) -> Response[Any]:
    async with database.transaction() as session:
        outcome, _ = await outcome_for(session, outcome_id, signed_in, "editor", lock=True)
        await detach_file(session, outcome, attachment_id, signed_in, now())
    return to(outcome_id, "removed")


@get(ONE + "/attachments/{attachment_id:uuid}", opt=READER)
async def show_attachment(
    outcome_id: UUID, attachment_id: UUID, database: Database, signed_in: SignedIn
) -> Response[bytes]:
    async with database.transaction() as session:
        await outcome_for(session, outcome_id, signed_in)
        found = await find_attachment(session, outcome_id, attachment_id)
    return as_attachment(found, cached=False)


@post(ONE + "/selections", opt=EDITOR)
async def extend(
    request: Request[Any, Any, Any], outcome_id: UUID, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """More voices for the same answer; of a public one they hear at once."""
    fields = await read_fields(request)
    async with database.transaction() as session:
        outcome, _ = await outcome_for(session, outcome_id, signed_in, "editor", lock=True)
        await add_selection(session, outcome, read_id(fields, "selection"), signed_in, now())
    return to(outcome_id, "added")


@post(ONE + "/selections/{selection_id:uuid}/remove", opt=EDITOR)
async def reduce(outcome_id: UUID, selection_id: UUID, database: Database, signed_in: SignedIn) -> Response[Any]:
    async with database.transaction() as session:
        outcome, campaign = await outcome_for(session, outcome_id, signed_in, "editor", lock=True)
        if not await remove_selection(session, outcome, selection_id, signed_in):
            return await outcome_page(session, outcome, campaign, signed_in, stop="public", status=CONFLICT)
    return to(outcome_id, "removed")


async def _usable(sent: object) -> Usable | str:
    """The file ready to be kept, or why it cannot be. Drawing a picture anew leaves the loop."""
    if not isinstance(sent, UploadFile):
        return "missing"
    try:
        return await asyncio.to_thread(read_file, await sent.read())
    except UnusableError as error:
        return error.reason
