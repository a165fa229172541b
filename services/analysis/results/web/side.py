"""One side of a comparison: whose answers, and what they are called beside the other side's."""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec.structs import replace

from services.analysis.domain.days import day_of
from services.analysis.results.domain import ranges
from services.analysis.results.web.viewing import ENDS, Chip, Pairs, View, view_of
from services.analysis.results.web.wording import words
from services.analysis.storage.tables import Campaign
from services.analysis.web.pages import month, say

#: Things by which one side may be chosen at once.
MOST_CHOSEN: Final = 2


class Side(msgspec.Struct, frozen=True):
    """`view`: the people of one side. `chosen`: by what, as `facet:value`; `name`: in words, short; `full`: with what
    the words answer.
    """

    key: str
    view: View
    chosen: tuple[str, ...]
    name: str
    full: str
    first_day: str
    last_day: str


def side_of(key: str, of: View, common: View, pairs: Pairs) -> Side:
    """`of`: the campaign the side is of. What holds for both holds for it too, as far as its campaign knows it."""
    chosen = tuple(value for name, value in pairs if name == key and value)[:MOST_CHOSEN]
    own = [(facet, value) for facet, _, value in (one.rpartition(":") for one in chosen)]
    ends = [(end, value) for end in ENDS for name, value in pairs if name == f"{key}-{end}" and value]
    shared = [pair for pair in common.pairs if not ends or pair[0] not in ENDS]
    view = view_of(of.campaign, of.figures, [*shared, *own, *ends])
    chips = view_of(of.campaign, of.figures, [*own, *ends]).chips()
    days = {end: day.isoformat() for end in ENDS if (day := ranges.day_in(ends, end))}
    return Side(
        key=key,
        view=view,
        chosen=chosen,
        name=", ".join(say_chip(chip, short=True) for chip in chips) or words("compare-all"),
        full=", ".join(say_chip(chip) for chip in chips) or words("compare-all"),
        first_day=days.get(ranges.FIRST, ""),
        last_day=days.get(ranges.LAST, ""),
    )


def say_chip(chip: Chip, *, short: bool = False) -> str:
    if chip.name in ENDS.values():
        return f"{chip.name} {chip.value}"
    return chip.value if short else f"{chip.name}: {chip.value}"


def told_apart(first: Side, second: Side) -> tuple[Side, Side]:
    """With names that differ: by the campaign where there are two, and as far as needed by what the words answer."""
    one, other = first.view.campaign, second.view.campaign
    if one.id != other.id:
        # Rounds of one questionnaire often have one title, and long ones have no room in a chart.
        by_month = _opened(one) != _opened(other)
        return _of_campaign(first, by_month), _of_campaign(second, by_month)
    if first.name == second.name and first.full != second.full:
        return replace(first, name=first.full), replace(second, name=second.full)
    return first, second


def _of_campaign(side: Side, by_month: bool) -> Side:
    campaign = side.view.campaign
    title, opened = say(campaign.title), _opened(campaign)
    short, whole = opened if by_month else title, f"{title} ({opened})"
    if side.full == words("compare-all"):
        return replace(side, name=short, full=whole)
    return replace(side, name=f"{short}: {side.name}", full=f"{whole} – {side.full}")


def _opened(campaign: Campaign) -> str:
    return month(day_of(campaign.opens_at))
