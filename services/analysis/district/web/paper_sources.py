"""All that papers of a district are written from, and how their blocks say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Inventory
from services.analysis.district.domain.methods import Method, Use
from services.analysis.district.domain.papers import Grid, Note
from services.analysis.district.storage.entries import read_inventory
from services.analysis.district.storage.methods import read_methods, read_uses
from services.analysis.district.storage.papers import Bound, find_bound
from services.analysis.district.web.pages import PAGES
from services.analysis.domain.days import day_of
from services.analysis.domain.document import Document
from services.analysis.domain.findings import Finding
from services.analysis.domain.ledger import Ledger
from services.analysis.results.domain.figures import Figures
from services.analysis.results.operations.compare_residents import compare_residents
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.storage.population import Stand, read_population
from services.analysis.results.storage.standards_kept import findings_of
from services.analysis.results.web.missing import gaps_of, list_ways, report_of
from services.analysis.results.web.population import known_in
from services.analysis.storage.campaigns import list_campaigns
from services.analysis.storage.catalogue import Version, find_effective, find_newest
from services.analysis.storage.dashboard import read_ledger
from services.analysis.storage.quotes import Quote, best_quotes
from services.analysis.storage.selections import list_promises
from services.analysis.storage.tables import Campaign
from shared.kit.texts import FIRST
from shared.kit.web.pages import spoken_day

#: Quotes of one standard to choose from.
QUOTES = 40


class Round(NamedTuple):
    """One campaign with all that a paper says of it. `missing`: who was not reached, in a sentence or two."""

    campaign: Campaign
    ledger: Ledger
    findings: Sequence[Finding]
    quotes: dict[str, list[Quote]]
    figures: Figures
    promises: Sequence[Any]
    missing: str

    @property
    def title(self) -> str:
        return str(self.campaign.title.get(FIRST, self.campaign.slug))


class Sources(NamedTuple):
    """Campaigns in the order they opened. `bound`: the adopted concept that holds, and the catalogue it binds."""

    district: str
    today: date
    at: datetime
    document: Document
    catalogue: Version
    bound: Bound | None
    inventory: Inventory
    methods: Sequence[Method]
    uses: Sequence[Use]
    stand: Stand | None
    rounds: Sequence[Round]


async def read_sources(
    session: AsyncSession, district: str, at: datetime, slugs: Iterable[str] | None = None, *, newest: bool = False
) -> Sources:
    """`slugs`: of the campaigns that matter; None: all of the district.

    `newest`: with the standards that the next concept would bind, not with those that hold.
    """
    today = day_of(at)
    catalogue = await (find_newest if newest else find_effective)(session, district)
    methods = await read_methods(session, district)
    stand = await read_population(session, district)
    wanted = None if slugs is None else set(slugs)
    listed = [one.campaign for one in await list_campaigns(session, frozenset({district}))]
    chosen = sorted(
        (one for one in listed if wanted is None or one.slug in wanted), key=lambda one: (one.opens_at, one.slug)
    )
    return Sources(
        district,
        today,
        at,
        catalogue.document,
        catalogue.version,
        await find_bound(session, district),
        await read_inventory(session, district),
        methods,
        await read_uses(session, district, methods, today),
        stand,
        [await _round(session, one, today, stand) for one in chosen],
    )


async def _round(session: AsyncSession, campaign: Campaign, today: date, stand: Stand | None) -> Round:
    figures = await read_figures(session, campaign.id)
    compared = await compare_residents(figures, stand.groups) if stand else []
    gaps = gaps_of(compared, known_in(campaign.district), await list_ways(session, campaign))
    return Round(
        campaign,
        await read_ledger(session, campaign.id),
        await findings_of(session, campaign, today),
        dict(await best_quotes(session, campaign.id, QUOTES)),
        figures,
        await list_promises(session, campaign.id),
        report_of(stand, compared, gaps),
    )


def t(key: str, **values: Any) -> str:
    return PAGES.texts.say(FIRST, key, **values)


def spoken(day: date | datetime) -> str:
    return spoken_day(day, FIRST)


def grid(name: str, columns: Sequence[str], rows: Iterable[tuple[str, ...]], numbers: tuple[int, ...] = ()) -> Grid:
    """`name`, `columns`: of texts."""
    return Grid(t(f"paper-grid-{name}"), tuple(t(f"paper-column-{one}") for one in columns), tuple(rows), numbers)


def sourced(name: str, sources: Sources, **values: Any) -> Note:
    """Where what stands above comes from, and of which day it is."""
    return Note(t(f"paper-from-{name}", date=spoken(sources.today), **values))
