"""The start page, and a campaign's dashboard."""

from __future__ import annotations

from typing import Final

from litestar import Response, get
from litestar.response import ServerSentEvent

from services.analysis.domain.days import day_of
from services.analysis.domain.phases import phase_of
from services.analysis.operations import tag_passages
from services.analysis.results.storage.standards_kept import read_worries
from services.analysis.results.web.overview import read_overview
from services.analysis.settings import Settings
from services.analysis.storage.campaigns import list_campaigns
from services.analysis.storage.catalogue import read_provenance
from services.analysis.storage.dashboard import read_dashboard
from services.analysis.storage.held import count_held
from services.analysis.storage.passages import count_withheld
from services.analysis.storage.quotes import best_quotes, read_checks
from services.analysis.storage.reassessments import read_standing
from services.analysis.storage.tallies import read_tallies
from services.analysis.storage.trainings import wanted_version
from services.analysis.tagger.topic_catalogue import load_topics
from services.analysis.web.access import campaign_for, districts_led, districts_of
from services.analysis.web.live import Pulse
from services.analysis.web.pages import page
from shared.kit.clock import now
from shared.kit.messaging.shelf import bus_state
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
#: Quotes of a standard on the dashboard; the others stand on a page of their own.
FEW: Final = 5
NO_BUFFER: Final = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


@get("/staff", opt=READER)
async def show_start(database: Database, signed_in: SignedIn) -> Response[str]:
    at = now()
    async with database.transaction() as session:
        listed = await list_campaigns(session, districts_of(signed_in))
        worries = await read_worries(session, [one.campaign for one in listed], day_of(at))
        held_count = await count_held(session, districts_led(signed_in)) if signed_in.may("lead") else 0
    phases = {one.campaign.id: phase_of(one.campaign.opens_at, one.campaign.closes_at, at) for one in listed}
    return page(
        "start.html",
        signed_in=signed_in,
        listed=listed,
        phases=phases,
        worries=worries,
        today=day_of(at),
        held_count=held_count,
    )


@get("/staff/campaigns/{slug:str}", opt=READER)
async def show_campaign(slug: str, database: Database, settings: Settings, signed_in: SignedIn) -> Response[str]:
    at = now()
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        catalogue, provenance = await read_provenance(session, campaign)
        dashboard = await read_dashboard(session, campaign.id)
        values = {
            "dashboard": dashboard,
            "overview": await read_overview(session, campaign),
            "quotes": await best_quotes(session, campaign.id, FEW),
            "checks": await read_checks(session, campaign.id),
            "withheld": await count_withheld(session, campaign.id),
            "bus": await bus_state(session, at),
            "tallies": await read_tallies(session, campaign.id),
            "catalogue": catalogue,
            "provenance": provenance,
            "standing": await read_standing(
                session,
                campaign.id,
                provenance.holds,
                await wanted_version(session, tag_passages.the_shipped_version()),
            ),
        }
    return page(
        "campaign.html",
        signed_in=signed_in,
        campaign=campaign,
        phase=phase_of(campaign.opens_at, campaign.closes_at, at),
        address=settings.address,
        topics=load_topics(),
        at=at,
        today=day_of(at),
        **values,
    )


@get("/staff/campaigns/{slug:str}/live", opt=READER)
async def follow_campaign(slug: str, database: Database, signed_in: SignedIn, pulse: Pulse) -> ServerSentEvent:
    """A version number whenever the dashboard would show something new; what it shows is not in the stream."""
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
    return ServerSentEvent(pulse.follow(campaign.id), headers=NO_BUFFER)
