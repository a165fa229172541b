"""One specification per kind of chart. What it shows stands in the domain's Chart; here is only how it looks."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from math import cos, hypot, inf, radians
from typing import Any, Final

import altair as alt

from services.analysis.results.charts.look import CONFIG, FILLS, SIZE, WIDTH
from services.analysis.results.domain.charts import Chart, Kind, Point

LINE: Final = SIZE + 4
BAR: Final = 14
#: Letters of a label in one line, and lines of it.
LETTERS: Final = 38
LINES: Final = 2
#: Room for the number behind a bar.
NUMBER: Final = 96
LETTER: Final = 9
CELL: Final = 66
DEEPEST: Final = 0.55
#: Letters of a name in one line on a map, and the latitude of Oberhausen.
MAP_LETTERS: Final = 12
MIDDLE: Final = 51.5
#: How much higher than wide a map may be.
HIGHEST: Final = 1.4
#: How far a place must be from a name, in degrees, and how much further at its side; how far a name may move away.
CLEAR: Final = 0.0037
WIDE: Final = 1.4
AWAY: Final = 0.4


def specify(chart: Chart) -> dict[str, Any]:
    """The Vega-Lite specification, with its data inside and colours as names (look.py)."""
    layers: Any = DRAWN[chart.kind](chart)
    spec: dict[str, Any] = layers.to_dict()
    # The schema knows no colours by name, only by number: they are added afterwards.
    return spec | {"description": chart.summary, "config": CONFIG}


def _bars(chart: Chart) -> Any:
    """Label above, bar below on a ground that stands for all, number behind."""
    lines = max((len(_wrapped(point.label)) for point in chart.points), default=1)
    step = lines * LINE + BAR + 14
    base = alt.Chart(_data(chart, lines)).encode(y=_rows(), tooltip=_told())
    room = alt.Scale(domain=[0, 1], range=[0, WIDTH - _room(chart)])
    shift = lines * LINE // 2
    bar = base.mark_bar(height=BAR, cornerRadius=2, yOffset=shift)
    ground = bar.encode(x=alt.X("whole:Q", scale=room, axis=None), color=alt.value("var(--line)"))
    part = bar.encode(x=alt.X("length:Q", scale=room, axis=None), color=alt.value(FILLS["plain"]))
    number = base.mark_text(align="right", yOffset=shift, fontWeight=600).encode(
        x=alt.value(WIDTH), text="said:N", color=alt.value("var(--ink)")
    )
    label = base.mark_text(
        align="left", baseline="middle", yOffset=-(BAR // 2) - 2 - (lines - 1) * LINE // 2, lineHeight=LINE, limit=WIDTH
    ).encode(x=alt.value(0), text="lines:N")
    mark = base.transform_filter(alt.datum.goal > 0).mark_tick(
        thickness=3, size=BAR + 8, yOffset=shift, orient="vertical", opacity=1
    )
    goal = mark.encode(x=alt.X("goal:Q", scale=room, axis=None), color=alt.value("var(--warm)"))
    goals = [goal] if any(one.goal for one in chart.points) else []
    return alt.layer(ground, part, *goals, number, label).properties(width=WIDTH, height=alt.Step(step))


def _room(chart: Chart) -> int:
    """For the numbers behind bars."""
    return max(NUMBER, max((len(point.said) for point in chart.points), default=0) * LETTER)


def _timeline(chart: Chart) -> Any:
    order = [point.label for point in chart.points]
    ticks = _few(order)
    base = alt.Chart(_data(chart, 1)).encode(
        x=alt.X("label:O", sort=order, axis=alt.Axis(title=None, values=ticks, labelAngle=0, labelOverlap=True)),
        tooltip=_told(),
    )
    top = max([*(point.value for point in chart.points), chart.target, 5])
    room = alt.Scale(domain=[0, top * 1.08], nice=False)
    axis = alt.Axis(title=None, tickCount=4, format="d", gridDash=[2, 3])
    bars = base.mark_bar(cornerRadius=1).encode(
        y=alt.Y("value:Q", scale=room, axis=axis), color=alt.value(FILLS["plain"])
    )
    if not chart.target:
        return bars.properties(width=WIDTH - 50, height=180)
    goal = alt.Chart(_table([{"value": chart.target, "label": chart.target_name}]))
    rule = goal.mark_rule(strokeDash=[6, 4], strokeWidth=2).encode(
        y=alt.Y("value:Q", scale=room), color=alt.value("var(--warm)")
    )
    name = goal.mark_text(align="left", dy=-9, fontWeight=600).encode(
        y=alt.Y("value:Q", scale=room), x=alt.value(4), text="label:N", color=alt.value("var(--warm)")
    )
    return alt.layer(bars, rule, name).properties(width=WIDTH - 50, height=180)


def _stances(chart: Chart) -> Any:
    """One bar per row, as long as its voices, in the order of the series."""
    order = list(dict.fromkeys(point.label for point in chart.points))
    lines = max((len(_wrapped(label)) for label in order), default=1)
    step = lines * LINE + BAR + 14
    totals = {label: sum(one.value for one in chart.points if one.label == label) for label in order}
    room = alt.Scale(domain=[0, max([*totals.values(), 1])])
    stacked = alt.Chart(_data(chart, lines)).encode(y=_rows(), tooltip=_told(series=True))
    bar = stacked.mark_bar(height=BAR, yOffset=lines * LINE // 2).encode(
        x=alt.X("value:Q", stack="zero", scale=room, axis=None),
        color=_toned(chart),
        order=alt.Order("place:Q"),
    )
    heads = [{"row": order.index(label), "lines": _wrapped(label)} for label in order]
    label = alt.Chart(_table(heads)).encode(y=_rows())
    text = label.mark_text(
        align="left", yOffset=-(BAR // 2) - 2 - (lines - 1) * LINE // 2, lineHeight=LINE, limit=WIDTH
    ).encode(x=alt.value(0), text="lines:N")
    return alt.layer(bar, text).properties(width=WIDTH, height=alt.Step(step))


def _grouped(chart: Chart) -> Any:
    """Two bars or more per row, told apart by pattern, each with its number behind."""
    series = len(chart.series)
    lines = max((len(_wrapped(point.label)) for point in chart.points), default=1)
    step = lines * LINE + series * (BAR + 4) + 16
    base = alt.Chart(_data(chart, lines)).encode(y=_rows(), tooltip=_told(series=True))
    room = alt.Scale(domain=[0, 1], range=[0, WIDTH - NUMBER])
    layers = []
    for number in range(series):
        own = base.transform_filter(alt.datum.place == number)
        offset = lines * LINE / 2 + (number - (series - 1) / 2) * (BAR + 4)
        bar = own.mark_bar(height=BAR, cornerRadius=2, yOffset=offset)
        layers.append(bar.encode(x=alt.X("whole:Q", scale=room, axis=None), color=alt.value("var(--line)")))
        layers.append(bar.encode(x=alt.X("length:Q", scale=room, axis=None), color=_toned(chart)))
        text = own.mark_text(align="right", yOffset=offset, fontWeight=600)
        layers.append(text.encode(x=alt.value(WIDTH), text="said:N"))
    rise = -(series * (BAR + 4)) / 2 - 4 - (lines - 1) * LINE / 2
    heads = base.transform_filter(alt.datum.place == 0).mark_text(
        align="left", yOffset=rise, lineHeight=LINE, limit=WIDTH
    )
    layers.append(heads.encode(x=alt.value(0), text="lines:N"))
    return alt.layer(*layers).properties(width=WIDTH, height=alt.Step(step))


def _heat(chart: Chart) -> Any:
    """The larger the share of its row, the deeper the cell; its number stands in it."""
    rows = list(dict.fromkeys(point.label for point in chart.points))
    columns = list(dict.fromkeys(point.column for point in chart.points))
    base = alt.Chart(_data(chart, 1)).encode(
        y=alt.Y("label:O", sort=rows, axis=alt.Axis(title=None, labelLimit=170)),
        x=alt.X("column:O", sort=columns, axis=alt.Axis(title=None, orient="top", labelAngle=-40, labelLimit=150)),
        tooltip=_told(column=True),
    )
    most = max([*(point.value for point in chart.points), 0.01])
    depth = alt.Opacity("value:Q", scale=alt.Scale(domain=[0, most], range=[0, DEEPEST]), legend=None)
    cells = base.mark_rect().encode(color=alt.value("var(--accent)"), opacity=depth)
    frame = base.mark_rect(fillOpacity=0).encode(stroke=alt.value("var(--line)"))
    numbers = base.mark_text(fontWeight=600, fontSize=SIZE - 1).encode(text="said:N")
    return alt.layer(cells, frame, numbers).properties(width=alt.Step(CELL), height=alt.Step(40))


def _map(chart: Chart) -> Any:
    """Parts of the district as they lie, the deeper the more people, with name and number; places are round."""
    parts = [point for point in chart.points if point.place]
    named, spots = [one for one in parts if one.label], [one for one in chart.points if one.spot]
    most = max([*(point.value for point in parts), 0.01])
    shapes = _table([_outline(point) for point in parts])
    depth = alt.Opacity("properties.value:Q", scale=alt.Scale(domain=[0, most], range=[0.06, DEEPEST]), legend=None)
    told = [alt.Tooltip("properties.label:N", title="Ortsteil"), alt.Tooltip("properties.said:N", title="Personen")]
    fills = alt.Chart(shapes).mark_geoshape().encode(fill=alt.value("var(--accent)"), opacity=depth, tooltip=told)
    edges = alt.Chart(shapes).mark_geoshape(fillOpacity=0, strokeWidth=1.5).encode(stroke=alt.value("var(--edge)"))
    layers = [fills, edges, *_names(named, spots), *_marks(spots)]
    high = min(HIGHEST, max(1.0, _aspect(parts))) * WIDTH
    return alt.layer(*layers).properties(width=WIDTH, height=high).project("identity", reflectY=True)


def _aspect(parts: list[Point]) -> float:
    """How much higher than wide the parts lie together."""
    corners = [corner for point in parts for corner in _flat(point)]
    across, up = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return (max(up) - min(up)) / ((max(across) - min(across)) or 1.0) if corners else 1.0


def _names(parts: list[Point], spots: list[Point]) -> list[Any]:
    """Names in lines short enough to stay inside, the number as the last line."""
    marks = [tuple(_on_paper(one.spot).values()) for one in spots if one.spot]
    rows = [{**_row(point, 0), **_free(point, marks), "lines": _short(point.label)} for point in parts]
    layers = []
    for count in sorted({len(row["lines"]) for row in rows}):
        alike = _table([row for row in rows if len(row["lines"]) == count])
        text = alt.Chart(alike).encode(longitude="longitude:Q", latitude="latitude:Q")
        names = text.mark_text(dy=-SIZE * count / 2, fontSize=SIZE - 2, lineHeight=SIZE, baseline="middle")
        numbers = text.mark_text(dy=SIZE * count / 2, fontWeight=600, baseline="middle")
        layers += [names.encode(text="lines:N"), numbers.encode(text="said:N")]
    return layers


def _short(label: str) -> list[str]:
    return textwrap.wrap(label.replace("\u00ad", ""), MAP_LETTERS, break_long_words=False)


def _free(point: Point, marks: list[tuple[float, ...]]) -> dict[str, float]:
    """Where a name stands: in the middle of its part, or off it where a place would lie on it."""
    middle = _middle(point)
    across, up = middle["longitude"], middle["latitude"]
    tried = [(across, up)]
    tried += [(across + AWAY * (corner[0] - across), up + AWAY * (corner[1] - up)) for corner in _flat(point)[:-1]]
    room = [min((hypot((x - mark[0]) / WIDE, y - mark[1]) for mark in marks), default=inf) for x, y in tried]
    best = 0 if room[0] > CLEAR else room.index(max(room))
    return {"longitude": tried[best][0], "latitude": tried[best][1]}


def _marks(spots: list[Point]) -> list[Any]:
    """A ring with the letter that the words beside the map begin with."""
    if not spots:
        return []
    rows = [{**_row(one, 0), **_on_paper(one.spot), "letter": one.label.split(" ")[0]} for one in spots if one.spot]
    place = alt.Chart(_table(rows)).encode(longitude="longitude:Q", latitude="latitude:Q")
    told = [alt.Tooltip("label:N", title="Zugang"), alt.Tooltip("said:N", title="Personen")]
    ring = place.mark_point(shape="circle", size=320, filled=True, strokeWidth=2, opacity=1)
    ring = ring.encode(fill=alt.value("var(--sheet)"), stroke=alt.value("var(--warm)"), tooltip=told)
    letter = place.mark_text(fontWeight=700, fontSize=SIZE - 2).encode(text="letter:N", color=alt.value("var(--warm)"))
    return [ring, letter]


def _outline(point: Point) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": [_flat(point)]}
    return {"type": "Feature", "geometry": geometry, "properties": _row(point, 0)}


def _middle(point: Point) -> dict[str, float]:
    corners = _flat(point)[:-1]
    across, up = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return {"longitude": sum(across) / len(across), "latitude": sum(up) / len(up)}


def _flat(point: Point) -> list[list[float]]:
    return [list(_on_paper(corner).values()) for corner in point.place]


def _on_paper(spot: tuple[float, float]) -> dict[str, float]:
    """A degree of longitude is shorter than one of latitude, everywhere on the map as in the middle of the city."""
    longitude, latitude = spot
    return {"longitude": longitude * cos(radians(MIDDLE)), "latitude": latitude}


def _toned(chart: Chart) -> Any:
    names = [one.name for one in chart.series]
    fills = [FILLS[one.tone] for one in chart.series]
    legend = alt.Legend(title=None, orient="top", direction="vertical" if _is_wide(names) else "horizontal")
    return alt.Color("series:N", scale=alt.Scale(domain=names, range=fills), sort=names, legend=legend)


def _is_wide(names: list[str]) -> bool:
    return sum(len(name) + 4 for name in names) > LETTERS


def _rows() -> Any:
    return alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))


def _data(chart: Chart, lines: int) -> Any:
    order = list(dict.fromkeys(point.label for point in chart.points))
    places = {one.name: number for number, one in enumerate(chart.series)}
    most = max([*(max(point.value, point.goal) for point in chart.points), 0.0])
    scale = 1.0 if most <= 1 else most
    rows = [
        {
            **_row(point, order.index(point.label)),
            "length": point.value / scale,
            "goal": point.goal / scale,
            "place": places.get(point.series, 0),
            "lines": [""] * (lines - len(_wrapped(point.label))) + _wrapped(point.label),
        }
        for point in chart.points
    ]
    return _table(rows)


def _table(rows: list[dict[str, Any]]) -> Any:
    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def _row(point: Point, row: int) -> dict[str, Any]:
    said: Mapping[str, Any] = {
        "label": point.label,
        "value": point.value,
        "said": point.said,
        "series": point.series,
        "column": point.column,
    }
    return {**said, "row": row, "whole": 1.0}


def _wrapped(label: str) -> list[str]:
    return textwrap.wrap(label.replace("\u00ad", ""), LETTERS, max_lines=LINES, placeholder=" …") or [""]


def _few(order: list[str]) -> list[str]:
    """The first, the last and some between: as many as have room."""
    every = max(1, -(-len(order) // 5))
    return order[::every]


def _told(*, series: bool = False, column: bool = False) -> list[Any]:
    told = [alt.Tooltip("label:N", title="Antwort")]
    if series:
        told.append(alt.Tooltip("series:N", title="Gruppe"))
    if column:
        told.append(alt.Tooltip("column:N", title="Spalte"))
    return [*told, alt.Tooltip("said:N", title="Anteil")]


DRAWN: Final[dict[Kind, Callable[[Chart], Any]]] = {
    "bars": _bars,
    "timeline": _timeline,
    "stances": _stances,
    "grouped": _grouped,
    "heat": _heat,
    "map": _map,
}
