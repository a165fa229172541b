"""Charts in German words: titles, bases, what a number is written as, and the sentence that stands for a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from babel.dates import format_date

from services.analysis.results.domain.charts import Chart, Point, Slice, TimeLine, highlights
from services.analysis.results.domain.figures import Breakdown, Cell
from services.analysis.results.web.pages import PAGES
from services.analysis.results.web.viewing import View
from services.analysis.web.pages import number, percent, say
from shared.kit.clock import now
from shared.kit.texts import FIRST
from shared.kit.web.pages import spoken_day

#: Nobody and too few look the same.
NONE: Final = "–"
#: Names in a sentence, before it becomes a list.
MOST_NAMED: Final = 3


def words(key: str, **values: Any) -> str:
    return PAGES.texts.say(FIRST, key, **values)


def counted(count: int) -> str:
    return number(count) if count else NONE


def counted_share(cell: Cell) -> str:
    """`20 · 65 %`, and of few people `5`."""
    return f"{number(cell.count)} · {percent(cell.share)}" if cell.count and cell.is_telling else counted(cell.count)


def share_of(cell: Cell) -> str:
    """`65 %`, and of few people how many they are."""
    return percent(cell.share) if cell.count and cell.is_telling else few_people(cell.count)


def few_people(count: int) -> str:
    """`5 Pers.`"""
    return words("view-few-people", count=number(count)) if count else NONE


def towards(cell: Cell, goal: int) -> str:
    """`20 von 50`"""
    return words("view-of-goal", count=counted(cell.count), goal=number(goal)) if goal else counted(cell.count)


def about_goals(title: str, breakdown: Breakdown, goals: Mapping[str, int]) -> str:
    """How many have come as far as they should, and which is the furthest away."""
    aimed = [cell for cell in breakdown.cells if cell.key in goals]
    short = [cell for cell in aimed if cell.count < goals[cell.key]]
    reached = words("view-summary-goals", reached=len(aimed) - len(short), aimed=len(aimed))
    if not short:
        return f"{ended(title)} {reached}"
    least = min(short, key=lambda cell: cell.count / goals[cell.key])
    name, said = breakdown.facet.values[least.key], towards(least, goals[least.key])
    return f"{ended(title)} {reached} {words('view-summary-furthest', what=name, number=said)}"


def source_line(view: View) -> str:
    campaign = view.campaign
    return words("view-source", campaign=say(campaign.title), office=campaign.office, day=spoken_day(now(), FIRST))


def base_line(view: View, base: int) -> str:
    """Who is counted: how many, and by what they were chosen."""
    chosen = ", ".join(f"{chip.name}: {chip.value}" for chip in view.chips())
    who = words("view-base", count=base) if base else words("view-base-few")
    return f"{who} {words('view-base-chosen', chosen=chosen)}" if chosen else who


def about_breakdown(title: str, breakdown: Breakdown) -> str:
    """`Am häufigsten: zu Fuß (20 · 65 %). Am seltensten …`"""
    found = highlights(breakdown)
    if not found.most:
        return f"{title} {words('view-summary-nobody')}"
    names = breakdown.facet.values
    most = words("view-summary-most", what=_named(found.most, names), number=counted_share(found.most[0]))
    least = (
        words("view-summary-least", what=_named(found.least, names), number=counted_share(found.least[0]))
        if found.least
        else ""
    )
    unseen = words("view-summary-unseen", count=found.unseen) if found.unseen else ""
    return " ".join(part for part in (ended(title), most, least, unseen) if part)


def about_time(line: TimeLine) -> str:
    peak = line.peak
    if peak is None or not peak.count:
        return words("view-summary-nobody")
    return words("view-summary-time", when=slice_name(peak, line), count=peak.count)


def slice_name(one: Slice, line: TimeLine) -> str:
    if line.grain == "month":
        return str(format_date(one.first, "LLLL yyyy", locale=FIRST))
    return f"{_day(one.first)} – {_day(one.last)}" if line.grain == "week" else _day(one.first)


def slice_tick(one: Slice) -> str:
    return str(format_date(one.first, "d.M.", locale=FIRST))


def points_of(breakdown: Breakdown) -> tuple[Point, ...]:
    names = breakdown.facet.values
    return tuple(Point(_plain(names[cell.key]), cell.share, counted_share(cell)) for cell in breakdown.cells)


def bars(view: View, title: str, breakdown: Breakdown) -> Chart:
    return Chart(
        kind="bars",
        title=title,
        base=base_line(view, breakdown.base),
        source=source_line(view),
        summary=about_breakdown(title, breakdown),
        points=points_of(breakdown),
    )


def _named(cells: Sequence[Cell], names: Any) -> str:
    said = [f"„{_plain(names[cell.key])}“" for cell in cells[:MOST_NAMED]]
    return ", ".join(said) + (" …" if len(cells) > MOST_NAMED else "")


def _day(day: date) -> str:
    return str(format_date(day, "EEE, d.M.", locale=FIRST))


def _plain(text: str) -> str:
    return text.replace("\u00ad", "")


def ended(title: str) -> str:
    """With a sign at its end, so that a sentence may follow."""
    return title if title.endswith((".", "?", "!", ":")) else f"{title}:"
