"""What became of a campaign, for everybody: a page, a feed, a text to be read aloud, and a poster for staff to hang."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.journey import title_in
from services.notify.domain.outcomes import Told
from services.notify.operations.draw_poster import MOST, Line, Paper, Poster, draw_poster
from services.notify.operations.write_results import Results, promise_text, write_aloud, write_feed
from services.notify.settings import Settings
from services.notify.storage import tables
from services.notify.storage.outcomes import find_attachment, find_campaign, list_places, list_told
from services.notify.storage.promises import read_clock
from services.notify.web.pages import PAGES, asked_language
from services.notify.wording import TEXTS, local_day
from shared.contracts.offers import HasOffers
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import LANGUAGES, WRITTEN, language_tag
from shared.kit.web.access import PUBLIC
from shared.staff.access import SignedIn, require, staff

PATH: Final = "/ergebnisse/{slug:str}"
READER: Final = staff("reader")
#: A file never changes under its id.
FOR_EVER: Final = "public, max-age=31536000, immutable"
EXTENSIONS: Final = {"application/pdf": "pdf", "image/webp": "webp"}


@get(PATH, opt=PUBLIC)
async def show_results(
    request: Request[Any, Any, Any], slug: str, database: Database, settings: Settings, has_offers: HasOffers
) -> Response[str]:
    language = asked_language(request)
    async with database.transaction() as session:
        campaign, results = await _read(session, settings, slug, language)
    return PAGES.page(
        "results.html",
        language,
        campaign=campaign,
        title=results.title,
        clock=results.clock,
        promise=promise_text(results.clock, language),
        outcomes=results.outcomes,
        offered=_offered(campaign, results.outcomes),
        slug=slug,
        offers=await has_offers(campaign.district),
    )


@get(PATH + "/feed.atom", opt=PUBLIC)
async def show_feed(
    request: Request[Any, Any, Any], slug: str, database: Database, settings: Settings
) -> Response[bytes]:
    async with database.transaction() as session:
        _, results = await _read(session, settings, slug, asked_language(request))
    return _plain(write_feed(results), "application/atom+xml; charset=utf-8", results.language)


@get(PATH + "/vorlesen.txt", opt=PUBLIC)
async def show_aloud(
    request: Request[Any, Any, Any], slug: str, database: Database, settings: Settings
) -> Response[bytes]:
    async with database.transaction() as session:
        _, results = await _read(session, settings, slug, asked_language(request))
    return _plain(write_aloud(results).encode(), "text/plain; charset=utf-8", results.language)


@get(PATH + "/datei/{outcome_id:uuid}/{attachment_id:uuid}", opt=PUBLIC)
async def show_file(slug: str, outcome_id: UUID, attachment_id: UUID, database: Database) -> Response[bytes]:
    """Only what stands in a public outcome."""
    async with database.transaction() as session:
        campaign = await find_campaign(session, slug)
        told = await list_told(session, campaign.id) if campaign else ()
        public = {one.id for outcome in told if outcome.id == outcome_id for one in outcome.content.attachments}
        found = await find_attachment(session, outcome_id, attachment_id) if attachment_id in public else None
    return as_attachment(found, cached=True)


@get("/staff/results/{slug:str}/poster.pdf", opt=READER)
async def download_poster(
    request: Request[Any, Any, Any], slug: str, database: Database, settings: Settings, signed_in: SignedIn
) -> Response[bytes]:
    """`?paper=a3` or `a4`, in the language that `?lang=` names; with `?places=1` a sheet for each place of a code."""
    paper: Paper = "a3" if request.query_params.get("paper") == "a3" else "a4"
    language = request.query_params.get("lang", "")
    async with database.transaction() as session:
        campaign, results = await _read(session, settings, slug, language if language in WRITTEN else "de")
        places = await list_places(session, campaign.id) if "places" in request.query_params else ()
    require(signed_in, "reader", campaign.district)
    pdf = await asyncio.to_thread(draw_poster, poster_of(results, paper, places))
    name = f"{'plakate' if places else 'plakat'}-{slug}-{paper}-{results.language}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(pdf, media_type="application/pdf", headers=headers)


def poster_of(results: Results, paper: Paper, places: Sequence[str] = ()) -> Poster:
    language = results.language

    def t(key: str, **values: str) -> str:
        return TEXTS.say(language, key, **values)

    return Poster(
        paper=paper,
        language=language_tag(language),
        direction=WRITTEN[language].direction,
        heading=t("results-title"),
        title=results.title,
        said=t("outcome-said"),
        lines=tuple(_line(outcome, language) for outcome in results.outcomes[:MOST]),
        more=len(results.outcomes) > MOST,
        rest=t("poster-more"),
        scan=t("poster-scan"),
        shown=results.address.split("://")[-1],
        promise=promise_text(results.clock, language),
        office=t("results-office", office=results.office),
        address=results.address,
        spoken=t("poster-spoken", address=results.address),
        places=tuple(t("poster-place", place=place) for place in places),
    )


def as_attachment(found: tuple[str, bytes] | None, *, cached: bool) -> Response[bytes]:
    """A file of staff, shut in: whatever is in a PDF may not speak to our pages. Raises NotFoundException."""
    if found is None:
        raise NotFoundException
    media_type, content = found
    headers = {
        "Content-Disposition": f'inline; filename="anhang.{EXTENSIONS[media_type]}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": FOR_EVER if cached else "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)


async def _read(session: AsyncSession, settings: Settings, slug: str, language: str) -> tuple[tables.Campaign, Results]:
    """Raises NotFoundException."""
    campaign = await find_campaign(session, slug)
    if campaign is None:
        raise NotFoundException
    outcomes = await list_told(session, campaign.id)
    clock = await read_clock(session, campaign, local_day(now()))
    since = datetime.combine(clock.promise_on, time(), UTC)
    results = Results(
        campaign_id=campaign.id,
        title=title_in(campaign.title, language),
        office=campaign.office,
        language=language,
        address=f"{settings.address}/ergebnisse/{slug}",
        clock=clock,
        outcomes=outcomes,
        updated_at=max((one.changed_at for one in outcomes), default=min(since, now())),
    )
    return campaign, results


def _offered(campaign: tables.Campaign, outcomes: Sequence[Told]) -> list[str]:
    """All languages of the interface, and those beyond that something of the campaign can be read in."""
    written = [code for outcome in outcomes for code in outcome.content.languages()]
    return [code for code in WRITTEN if code in {*LANGUAGES, *campaign.title, *written}]


def _line(outcome: Told, language: str) -> Line:
    spoken = outcome.content.spoken_in(language)
    words = outcome.content.words(language)
    heading = TEXTS.say(spoken, f"outcome-{outcome.content.decision}")
    tongue = WRITTEN[spoken]
    return Line(words.title, words.said, heading, words.done, tongue.tag, tongue.direction)


def _plain(content: bytes, media_type: str, language: str) -> Response[bytes]:
    headers = {"Content-Language": language_tag(language), "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=media_type, headers=headers)
