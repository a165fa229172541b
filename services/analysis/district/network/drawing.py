"""Where things stand in the pictures of the network, the map and the time line; the pictures themselves are templates.

All coordinates are in the units of a picture's viewBox. The tables beside hold the same facts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

import msgspec
import networkx as nx

from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.network.graph import SEED, Circle, Network

WIDTH: Final = 960
HEIGHT: Final = 640
#: More organisations than this are no picture: the best connected are drawn, the table has all.
MOST: Final = 60
#: More dots than this are no map: what lies close together becomes one.
MOST_DOTS: Final = 60
#: As wide as one house.
HOUSE: Final = 6.0
_LABEL: Final = 24


class Dot(msgspec.Struct, frozen=True):
    """`side`: where its label stands, `start` or `end` of the dot. `count`: entries it stands for."""

    entry: Entry
    x: float
    y: float
    size: float
    circle: int
    label: str
    side: str
    label_y: float = 0.0
    count: int = 1


class Line(msgspec.Struct, frozen=True):
    x1: float
    y1: float
    x2: float
    y2: float
    strong: bool


class Picture(msgspec.Struct, frozen=True):
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    left_out: int = 0
    width: int = WIDTH
    height: int = HEIGHT


def draw_network(network: Network) -> Picture:
    """Circles side by side, their members around them; who belongs to none at the lower edge."""
    drawn = sorted(network.members, key=lambda one: (-one.strong - one.bridging * 10, one.entry.name))[:MOST]
    known = {one.entry.id: one for one in drawn}
    circles = [
        msgspec.structs.replace(circle, members=tuple(e for e in circle.members if e.id in known))
        for circle in network.circles
    ]
    places = _places([circle for circle in circles if circle.members], network)
    rest = [one.entry for one in drawn if one.entry.id not in places]
    for number, entry in enumerate(sorted(rest, key=lambda one: one.name)):
        row, column = divmod(number, 4)
        places[entry.id] = (24 + column * (WIDTH - 30) / 4, HEIGHT - 22 - row * 26)
    dots = _labelled(
        [
            Dot(
                known[key].entry,
                round(x, 1),
                round(y, 1),
                4 + min(8, known[key].strong),
                (known[key].circle or 0) % 6,
                short(known[key].entry.name),
                "start" if x < WIDTH * 0.77 else "end",
            )
            for key, (x, y) in places.items()
        ]
    )
    lines = tuple(
        _line(places[link.first], places[link.second], link.strong)
        for link in sorted(network.links, key=lambda link: link.strong)
        if link.first in places and link.second in places
    )
    return Picture(dots, lines, len(network.members) - len(drawn))


def _line(start: tuple[float, float], end: tuple[float, float], strong: bool) -> Line:
    return Line(round(start[0], 1), round(start[1], 1), round(end[0], 1), round(end[1], 1), strong)


def _places(circles: Sequence[Circle], network: Network) -> dict[UUID, tuple[float, float]]:
    """Middles on an ellipse; members by a spring layout of their own, as large as they are many."""
    places: dict[UUID, tuple[float, float]] = {}
    weights = {(link.first, link.second): link.weight for link in network.links}
    for number, circle in enumerate(circles):
        angle = 2 * math.pi * number / max(1, len(circles)) - math.pi * 0.75
        spread = 0.0 if len(circles) == 1 else 1.0
        middle = (WIDTH * (0.43 + 0.32 * spread * math.cos(angle)), HEIGHT * (0.44 + 0.30 * spread * math.sin(angle)))
        inner: nx.Graph = nx.Graph()
        inner.add_nodes_from(entry.id for entry in circle.members)
        inner.add_edges_from(pair for pair in weights if pair[0] in inner and pair[1] in inner)
        radius = 40 + 22 * math.sqrt(len(inner))
        for key, (x, y) in nx.spring_layout(inner, seed=SEED, iterations=60, k=1.6 / math.sqrt(len(inner))).items():
            places[key] = _inside(middle[0] + float(x) * radius * 1.35, middle[1] + float(y) * radius)
    return places


def _inside(x: float, y: float) -> tuple[float, float]:
    """Above the row of those who stand alone, and not over the edges."""
    return min(max(x, 20.0), WIDTH - 30.0), min(max(y, 20.0), HEIGHT - 70.0)


def _labelled(dots: list[Dot]) -> tuple[Dot, ...]:
    """Labels that would cover each other move down a line."""
    taken: list[tuple[float, float, float]] = []
    placed = []
    for dot in sorted(dots, key=lambda one: (one.y, one.x)):
        width = len(dot.label) * 6.6
        start = dot.x + 10 if dot.side == "start" else dot.x - 10 - width
        y = dot.y + 4
        while any(abs(y - other) < 14 and start < end and begin < start + width for begin, end, other in taken):
            y += 7
        taken.append((start, start + width, y))
        placed.append(msgspec.structs.replace(dot, label_y=round(y, 1)))
    return tuple(placed)


def draw_map(inventory: Inventory, entries: Sequence[Entry]) -> Picture:
    """A scheme: where things lie to each other, as far as it is known. North is up, distances are not true.

    Everything that has a place is in a dot: what stands in one house is one, and where there is too much to be read,
    what lies close together.
    """
    placed = [(entry, point) for entry in entries if (point := inventory.place_of(entry).point)]
    norths, easts = (_ranks(point[axis] for _entry, point in placed) for axis in (0, 1))
    spots = [
        (entry, 60 + easts[east] * (WIDTH - 280), 40 + (1 - norths[north]) * (HEIGHT - 90))
        for entry, (north, east) in placed
    ]
    step = HOUSE
    while len(houses := _gathered(spots, step)) > MOST_DOTS:
        step *= 1.5
    dots = [_heap(house) for house in houses]
    return Picture(_labelled(dots), (), len(entries) - len(placed))


Spot = tuple[Entry, float, float]


def _gathered(spots: Sequence[Spot], step: float) -> list[list[Spot]]:
    """Those that lie in the same field of a grid of this step."""
    fields: dict[tuple[int, int], list[Spot]] = {}
    for spot in spots:
        fields.setdefault((round(spot[1] / step), round(spot[2] / step)), []).append(spot)
    return list(fields.values())


def _heap(spots: Sequence[Spot]) -> Dot:
    """One dot for all of them: in their middle, under the name of an organisation if there is one."""
    named = min(spots, key=lambda spot: (spot[0].kind != "organisation", spot[0].name))[0]
    x, y = sum(spot[1] for spot in spots) / len(spots), sum(spot[2] for spot in spots) / len(spots)
    label = short(named.name) + (f" +{len(spots) - 1}" if len(spots) > 1 else "")
    size = 6 + min(10.0, 1.5 * math.sqrt(len(spots)))
    side = "start" if x < WIDTH * 0.7 else "end"
    return Dot(named, round(x, 1), round(y, 1), round(size, 1), 0, label, side, count=len(spots))


def _ranks(values: Iterable[float]) -> Mapping[float, float]:
    """0 to 1: half where it lies, half its place in the order, so that a dense middle gets room to be read."""
    known = sorted(set(values))
    if len(known) < 2:
        return dict.fromkeys(known, 0.5)
    low, high, last = known[0], known[-1], len(known) - 1
    return {value: ((value - low) / (high - low) + place / last) / 2 for place, value in enumerate(known)}


class Bar(msgspec.Struct, frozen=True):
    """One span of time."""

    entry: Entry
    x: float
    width: float
    y: float


class TimeLine(msgspec.Struct, frozen=True):
    """`years`: (place, year) of each beginning."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[float, int], ...]
    today: float
    height: int
    width: int = WIDTH


SOON_DAYS: Final = 183
_LEFT: Final = 330
_ROW: Final = 26


def draw_timeline(entries: Sequence[Entry], today: date, within: Sequence[Entry] = ()) -> TimeLine:
    """Whatever has a beginning or an end, in this order; open ends lead to the edge.

    `within`: all whose years it shows, where that is more than is drawn, so that pages can be laid side by side.
    """
    days = [day for entry in (*entries, *within) for day in _span(entry) if day] + [today]
    first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    scale = (WIDTH - _LEFT - 20) / max(1, (last - first).days)

    def place(day: date) -> float:
        return round(_LEFT + (day - first).days * scale, 1)

    bars = []
    for row, entry in enumerate(entries):
        begin, end = _span(entry)
        start, stop = place(begin or first), place(end or last)
        bars.append(Bar(entry, start, max(3.0, stop - start), 34 + row * _ROW))
    years = tuple((place(date(year, 1, 1)), year) for year in range(first.year, last.year + 1))
    return TimeLine(tuple(bars), years, place(today), 44 + len(bars) * _ROW)


def ends_soon(entry: Entry, today: date) -> bool:
    """Within half a year."""
    end = _span(entry)[1]
    return end is not None and 0 <= (end - today).days <= SOON_DAYS


def _span(entry: Entry) -> tuple[date | None, date | None]:
    begin, end = (entry.line(key) for key in ("from", "until"))
    return date.fromisoformat(begin) if begin else None, date.fromisoformat(end) if end else None


def short(name: str, most: int = _LABEL) -> str:
    """A name as a label: without what stands in brackets, and not longer than there is room."""
    bare = name.split(" (")[0]
    return bare if len(bare) <= most else bare[: most - 1].rstrip() + "…"
