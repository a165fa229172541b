"""Having the tagger learn from reviews, comparing, and choosing which one reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.trainings import HELD_OUT_OF, LEAST, LEAST_HELD_OUT, split
from services.analysis.operations import tag_passages
from services.analysis.operations.request_training import TooFewError, cancel_training, request_training
from services.analysis.operations.switch_tagger import switch_tagger
from services.analysis.settings import voice_settings
from services.analysis.storage.campaigns import list_campaigns
from services.analysis.storage.catalogue import find_effective, load_catalogue
from services.analysis.storage.reassessments import Standing, read_standing
from services.analysis.storage.reviewed import read_reviewed
from services.analysis.storage.tables import Campaign
from services.analysis.storage.trainings import (
    FINISHED,
    RUNNING,
    Listed,
    list_switches,
    list_trainings,
    wanted_version,
)
from services.analysis.tagger.domain.standards import STANDARDS
from services.analysis.web.access import districts_led
from services.analysis.web.pages import page
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.staff.access import SignedIn, require, staff
from shared.staff.domain.roles import EVERYWHERE

LEAD: Final = staff("lead")
PATH: Final = "/staff/training"
#: Material is counted, not cut: the page says how much there is.
ALL: Final = 1_000_000
#: What the page says after an action, by what the address names.
DONE: Final = frozenset({"started", "running", "few", "stopped", "on", "back", "gone"})


class Unread(NamedTuple):
    """A campaign whose responses another tagger read than the one that is switched on."""

    campaign: Campaign
    standing: Standing


@get(PATH, opt=LEAD)
async def show_training(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    shipped = tag_passages.the_shipped_version()
    async with database.transaction() as session:
        wanted = await wanted_version(session, shipped)
        trainings = await list_trainings(session)
        values = {
            "switches": await list_switches(session),
            "material": split(await read_reviewed(session), ALL),
            "unread": await _unread(session, signed_in, wanted),
        }
    done = request.query_params.get("done", "")
    return page(
        "training.html",
        signed_in=signed_in,
        may_act=signed_in.may("lead", EVERYWHERE),
        reads=wanted or shipped,
        shipped=shipped,
        trainings=trainings,
        running=next((one for one in trainings if one.training.state == RUNNING), None),
        shown=_shown(trainings, request.query_params.get("number", "")),
        titles={one.id: one.title for one in load_catalogue().standards},
        standards=STANDARDS,
        done=done if done in DONE else "",
        voice=voice_settings(),
        least=LEAST,
        least_held_out=LEAST_HELD_OUT,
        share=HELD_OUT_OF,
        **values,
    )


@post(PATH, opt=LEAD)
async def start(database: Database, signed_in: SignedIn) -> Redirect:
    require(signed_in, "lead", EVERYWHERE)
    try:
        async with database.transaction() as session:
            begun = await request_training(session, signed_in, now())
    except TooFewError:
        return _back("few")
    return _back("started" if begun else "running")


@post(PATH + "/{training_id:uuid}/cancel", opt=LEAD)
async def cancel(training_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    require(signed_in, "lead", EVERYWHERE)
    async with database.transaction() as session:
        return _back("stopped" if await cancel_training(session, training_id, signed_in, now()) else "gone")


@post(PATH + "/{training_id:uuid}/switch", opt=LEAD)
async def switch_on(training_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    return await _switch(training_id, database, signed_in)


@post(PATH + "/back", opt=LEAD)
async def switch_back(database: Database, signed_in: SignedIn) -> Redirect:
    return await _switch(None, database, signed_in)


async def _switch(training_id: UUID | None, database: Database, signed_in: SignedIn) -> Redirect:
    """It holds for the whole city, so it takes somebody who answers for all of it."""
    require(signed_in, "lead", EVERYWHERE)
    async with database.transaction() as session:
        switched = await switch_tagger(session, training_id, signed_in, now())
    return _back(("on" if training_id else "back") if switched else "gone")


async def _unread(session: AsyncSession, signed_in: SignedIn, wanted: str | None) -> list[Unread]:
    """Of campaigns that the person answers for."""
    if wanted is None:
        return []
    found = []
    for one in await list_campaigns(session, districts_led(signed_in)):
        number = (await find_effective(session, one.campaign.district)).version.number
        standing = await read_standing(session, one.campaign.id, number, wanted)
        if standing.unread or (standing.run and standing.run.state == RUNNING):
            found.append(Unread(one.campaign, standing))
    return found


def _shown(trainings: Sequence[Listed], number: str) -> Listed | None:
    """The one the address names, or else the newest that made something."""
    made = [one for one in trainings if one.training.state == FINISHED]
    return next((one for one in made if str(one.training.number) == number), made[0] if made else None)


def _back(done: str) -> Redirect:
    """To the page again, by GET: a reload repeats nothing."""
    return Redirect(f"{PATH}?done={done}", status_code=303)
