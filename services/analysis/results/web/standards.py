"""Minimum standards of a campaign: which worries most, who says so, what they say, and both sides of it."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.analysis.domain.assessing import STANCES, Stance
from services.analysis.domain.counts import ENOUGH
from services.analysis.domain.days import day_of
from services.analysis.domain.findings import Finding, by_worry, trend_between
from services.analysis.results.domain import standards as domain
from services.analysis.results.domain.standards import Chosen, Row, choose
from services.analysis.results.storage.standards import find_before, read_asked, read_scales, strongest_quotes
from services.analysis.results.storage.standards_kept import findings_of
from services.analysis.results.storage.standards_quotes import page_quotes
from services.analysis.results.web.pages import page
from services.analysis.results.web.viewing import View, open_view, pairs_of
from services.analysis.storage.catalogue import read_provenance
from services.analysis.storage.findings import department_channels
from services.analysis.storage.passages import count_withheld
from services.analysis.storage.quotes import PAGE
from services.analysis.storage.selections import list_selections
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
PATH: Final = "/staff/campaigns/{slug:str}/standards"


class Shortcut(msgspec.Struct, frozen=True):
    """People whom one asks about by name: the address of what they say, and whether it is the one looked at."""

    key: str
    query: str
    current: bool


@get(PATH, opt=READER)
async def show_standards(
    request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    at = now()
    async with database.transaction() as session:
        view = await open_view(session, slug, signed_in, pairs_of(request))
        campaign = view.campaign
        catalogue, provenance = await read_provenance(session, campaign)
        findings = by_worry(await findings_of(session, campaign, day_of(at)))
        before = await find_before(session, campaign)
        earlier = {one.standard: one for one in await findings_of(session, before, day_of(at))} if before else {}
        scales = await read_scales(session, campaign.id)
        values = {
            "quotes": {} if view.pairs else await strongest_quotes(session, campaign.id),
            "channels": await department_channels(session, campaign.id),
            "asked": await read_asked(session, campaign.id),
        }
    figures = domain.with_voices(view.figures, scales)
    chosen = {one.standard: choose(figures, view.filters, one.standard, scales) for one in findings if view.pairs}
    rows = domain.by_worry(_row(one, earlier.get(one.standard), chosen.get(one.standard)) for one in findings)
    return page(
        "standards.html",
        signed_in=signed_in,
        view=view,
        campaign=campaign,
        catalogue=catalogue,
        provenance=provenance,
        before=before,
        rows=[row for row in rows if not row.finding.is_silent],
        silent=[row for row in rows if row.finding.is_silent],
        enough=ENOUGH,
        at=at,
        **values,
    )


@get(PATH + "/{standard_id:str}", opt=READER)
async def show_standard(
    request: Request[Any, Any, Any], slug: str, standard_id: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    """Who says what of one standard, and every quote."""
    stance, number = _wanted(request)
    async with database.transaction() as session:
        view = await open_view(session, slug, signed_in, pairs_of(request))
        campaign = view.campaign
        catalogue, provenance = await read_provenance(session, campaign)
        standard = catalogue.find(standard_id)
        if standard is None:
            raise NotFoundException
        quotes = await page_quotes(session, view.figures, campaign.id, view.filters, standard_id, stance, number)
        values = {
            "withheld": await count_withheld(session, campaign.id),
            "made": await list_selections(session, campaign.id, "standard", standard_id),
        }
        scales = await read_scales(session, campaign.id)
    figures = domain.with_voices(view.figures, scales)
    return page(
        "standard.html",
        signed_in=signed_in,
        view=view,
        campaign=campaign,
        standard=standard,
        provenance=provenance,
        stance=stance,
        stances=STANCES,
        who=domain.who_says(figures, standard_id, view.filters),
        shortcuts=_shortcuts(view),
        chosen=choose(figures, view.filters, standard_id, scales),
        everyone=choose(figures, (), standard_id, scales),
        enough=ENOUGH,
        quotes=quotes[:PAGE] if quotes is not None else None,
        rated=stance != "suggestion" and any(one.standard == standard_id for one in scales),
        number=number,
        more=quotes is not None and len(quotes) > PAGE,
        selection_id=random_id(),
        **values,
    )


def _row(finding: Finding, earlier: Finding | None, chosen: Chosen | None) -> Row:
    before = earlier.whole if earlier else None
    return Row(finding=finding, before=trend_between(before, finding.whole), chosen=chosen)


def _shortcuts(view: View) -> list[Shortcut]:
    """Each leaves the rest of the view as it is."""
    others = [pair for pair in view.pairs if pair[0] != domain.AGE]
    now_chosen = {value for key, value in view.pairs if key == domain.AGE}
    groups = domain.groups_of(view.figures)
    return [
        Shortcut(
            one.key, urlencode([*others, *((one.facet, value) for value in one.values)]), now_chosen == set(one.values)
        )
        for one in groups
    ]


def _wanted(request: Request[Any, Any, Any]) -> tuple[Stance | None, int]:
    """Stance and page from the address; what makes no sense there is taken as not given."""
    stance = next((known for known in STANCES if known == request.query_params.get("stance")), None)
    typed = request.query_params.get("page", "")
    return stance, int(typed) if typed.isascii() and typed.isdigit() and 0 < int(typed) < 10_000 else 1
