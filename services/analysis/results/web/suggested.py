"""Comparisons that are asked for most, ready to be opened: with the campaign before, of versions, of times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from services.analysis.results.domain import ranges
from services.analysis.results.storage.relatives import Relative
from services.analysis.results.web.viewing import View
from services.analysis.results.web.wording import words
from services.analysis.web.pages import say, short_day

VERSION: Final = "version"


class Suggestion(NamedTuple):
    name: str
    query: str


def suggested(view: View, relatives: Sequence[Relative]) -> list[Suggestion]:
    """For the same selection as in the view."""
    return [*_with_before(view, relatives), *_versions(view), *_halves(view)]


def _with_before(view: View, relatives: Sequence[Relative]) -> Iterator[Suggestion]:
    for one in relatives:
        if one.is_before:
            name = words("compare-suggest-before", title=say(one.campaign.title))
            yield Suggestion(name, view.with_pairs(("with", one.campaign.slug)))


def _versions(view: View) -> Iterator[Suggestion]:
    """The two newest."""
    found = view.figures.facets.get(VERSION)
    if found and len(found.values) > 1:
        old, new = list(found.values)[-2:]
        name = words("compare-suggest-versions", old=old, new=new)
        yield Suggestion(name, view.with_pairs(("a", f"{VERSION}:{old}"), ("b", f"{VERSION}:{new}")))


def _halves(view: View) -> Iterator[Suggestion]:
    days = view.figures.facets.get(ranges.DAY)
    if days and len(days.values) > 1:
        first, last = (date.fromisoformat(day) for day in (min(days.values), max(days.values)))
        begins = first + (last - first + timedelta(days=1)) / 2
        name = words("compare-suggest-halves", day=short_day(begins))
        until = (begins - timedelta(days=1)).isoformat()
        yield Suggestion(name, view.with_pairs(("a-until", until), ("b-from", begins.isoformat())))
