"""A view of one campaign, as an address asks for it: whose answers, and what leads to the views beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

import msgspec
from litestar import Request
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain import ranges
from services.analysis.results.domain.figures import Facet, FacetKind, Figures, Filter
from services.analysis.results.domain.views import filters_from
from services.analysis.results.storage.figures import read_figures
from services.analysis.storage.tables import Campaign
from services.analysis.web.access import campaign_for
from services.analysis.web.pages import short_day
from shared.staff.access import SignedIn

#: The kinds of facets in the order in which they are offered to choose from.
OFFERED: Final[tuple[FacetKind, ...]] = ("person", "way", "time", "form", "question", "standard", "topic")
#: What no filter may be: nobody looks for single days one by one, there is a span for that.
UNOFFERED: Final = frozenset({ranges.DAY})
NOBODY: Final = Filter("nobody", ("nobody",))
#: The ends of a span in an address, and what they are called.
ENDS: Final = {ranges.FIRST: "ab", ranges.LAST: "bis"}
#: What else the addresses of these pages hold: what is crossed, compared, looked for or has just been done.
CROSSED: Final = ("rows", "columns", "of", "look")
COMPARED: Final = ("a", "b", "a-from", "a-until", "b-from", "b-until", "with")
BESIDE: Final = frozenset((*CROSSED, *COMPARED, "q", "page", "stance", "done", "wrong"))
#: So much of what is not known is said again.
MOST_UNKNOWN: Final = 5
MOST_LETTERS: Final = 60
Pairs = Sequence[tuple[str, str]]


class Chip(msgspec.Struct, frozen=True):
    """One thing that is filtered by, and the address without it."""

    name: str
    value: str
    without: str


class View(msgspec.Struct, frozen=True):
    """`pairs`: what of the address chooses people, as it was written; `query`: the same to be put behind `?`.

    `unknown`: what it asks for and the campaign does not know, in words.
    `count`: how many people it holds, `everyone` without filters, both as they may be shown.
    """

    campaign: Campaign
    figures: Figures
    filters: tuple[Filter, ...]
    pairs: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return f"/staff/campaigns/{self.campaign.slug}"

    @property
    def query(self) -> str:
        return urlencode(self.pairs)

    @property
    def count(self) -> int:
        return self.figures.count(self.filters)

    @property
    def everyone(self) -> int:
        return self.figures.count()

    @property
    def first_day(self) -> date | None:
        return ranges.day_in(self.pairs, ranges.FIRST)

    @property
    def last_day(self) -> date | None:
        return ranges.day_in(self.pairs, ranges.LAST)

    def holds(self, facet: str, value: str) -> bool:
        return (facet, value) in self.pairs

    def of_kind(self, *kinds: FacetKind) -> list[Facet]:
        return [one for one in self.figures.facets.values() if one.kind in kinds and one.values]

    def offered(self) -> list[tuple[FacetKind, list[Facet]]]:
        """Facets to filter by, by kind."""
        found = [(kind, [one for one in self.of_kind(kind) if one.key not in UNOFFERED]) for kind in OFFERED]
        return [(kind, facets) for kind, facets in found if facets]

    def with_pairs(self, *more: tuple[str, str]) -> str:
        """The query with these as well."""
        return urlencode([*self.pairs, *more])

    def chips(self) -> list[Chip]:
        return [Chip(*self._said(key, value), self._without(key, value)) for key, value in self.pairs]

    def _said(self, key: str, value: str) -> tuple[str, str]:
        if key in ENDS:
            return ENDS[key], short_day(date.fromisoformat(value))
        facet = self.figures.facets[key]
        return facet.name, facet.values[value]

    def _without(self, key: str, value: str) -> str:
        return urlencode([pair for pair in self.pairs if pair != (key, value)])


async def open_view(session: AsyncSession, slug: str, signed_in: SignedIn, pairs: Pairs) -> View:
    """Raises NotFoundException, and RoleTooLow for a campaign of others."""
    campaign = await campaign_for(session, slug, signed_in)
    return view_of(campaign, await read_figures(session, campaign.id), pairs)


def view_of(campaign: Campaign, figures: Figures, pairs: Pairs) -> View:
    """What the campaign does not know is left out of what was asked, and said to be."""
    filters = filters_from(ranges.spelled_out(pairs, figures.facets), figures.facets)
    if ranges.is_empty(pairs, figures.facets):
        filters = (*filters, NOBODY)
    return View(campaign, figures, filters, _known(pairs, figures), _unknown(pairs, figures))


def pairs_of(request: Request[Any, Any, Any]) -> list[tuple[str, str]]:
    return list(request.query_params.multi_items())


def _known(pairs: Pairs, figures: Figures) -> tuple[tuple[str, str], ...]:
    ends = [(key, day.isoformat()) for key in ENDS if (day := ranges.day_in(pairs, key))]
    known = filters_from(pairs, figures.facets)  # in their own order: the framework gives parameters in any
    return (*((one.facet, value) for one in known for value in one.values), *ends)


def _unknown(pairs: Pairs, figures: Figures) -> tuple[str, ...]:
    asked = [(key, value) for key, value in pairs if value and key not in BESIDE]
    said = {_in_words(key, value, figures) for key, value in asked if not _is_known(key, value, figures)}
    return tuple(sorted(said)[:MOST_UNKNOWN])  # in their own order: the framework gives parameters in any


def _is_known(key: str, value: str, figures: Figures) -> bool:
    if key in ENDS:
        return ranges.day_in([(key, value)], key) is not None
    return key in figures.facets and value in figures.facets[key].values


def _in_words(key: str, value: str, figures: Figures) -> str:
    name = figures.facets[key].name if key in figures.facets else ENDS.get(key, key)
    return f"{name}: {value}"[:MOST_LETTERS]
