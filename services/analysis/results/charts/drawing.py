"""One specification per kind of chart. What it shows stands in the domain's Chart; here is only how it looks."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from math import cos, radians
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
CELL: Final = 58
DEEPEST: Final = 0.55


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
    room = alt.Scale(domain=[0, 1], range=[0, WIDTH - NUMBER])
    bar = base.mark_bar(height=BAR, cornerRadius=2, yOffset=lines * LINE // 2)
    ground = bar.encode(x=alt.X("whole:Q", scale=room, axis=None), color=alt.value("var(--line)"))
    part = bar.encode(x=alt.X("length:Q", scale=room, axis=None), color=alt.value(FILLS["plain"]))
    shift = lines * LINE // 2
    number = base.mark_text(align="right", yOffset=shift, fontWeight=600).encode(
        x=alt.value(WIDTH), text="said:N", color=alt.value("var(--ink)")
    )
    label = base.mark_text(
        align="left", baseline="middle", yOffset=-(BAR // 2) - 2 - (lines - 1) * LINE // 2, lineHeight=LINE, limit=WIDTH
    ).encode(x=alt.value(0), text="lines:N")
    return alt.layer(ground, part, number, label).properties(width=WIDTH, height=alt.Step(step))


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
    """Parts of the district as they lie, the deeper the more people; name and number stand in each."""
    known = [(number, point) for number, point in enumerate(chart.points) if point.place]
    most = max([*(point.value for point in chart.points), 0.01])
    shapes = _table([_outline(point) for _, point in known])
    middles = _table([{**_row(point, 0), **_middle(point)} for _, point in known])
    depth = alt.Opacity("properties.value:Q", scale=alt.Scale(domain=[0, most], range=[0.06, DEEPEST]), legend=None)
    told = [alt.Tooltip("properties.label:N", title="Ortsteil"), alt.Tooltip("properties.said:N", title="Anteil")]
    parts = alt.Chart(shapes).mark_geoshape().encode(fill=alt.value("var(--accent)"), opacity=depth, tooltip=told)
    edges = alt.Chart(shapes).mark_geoshape(fillOpacity=0, strokeWidth=1.5).encode(stroke=alt.value("var(--edge)"))
    text = alt.Chart(middles).encode(longitude="longitude:Q", latitude="latitude:Q")
    names = text.mark_text(dy=-9, fontSize=SIZE - 1).encode(text="label:N")
    numbers = text.mark_text(dy=9, fontWeight=600).encode(text="said:N")
    return (
        alt.layer(parts, edges, names, numbers)
        .properties(width=WIDTH, height=WIDTH * 0.85)
        .project("identity", reflectY=True)
    )


def _outline(point: Point) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": [_flat(point)]}
    return {"type": "Feature", "geometry": geometry, "properties": _row(point, 0)}


def _middle(point: Point) -> dict[str, float]:
    corners = _flat(point)[:-1]
    across, up = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return {"longitude": sum(across) / len(across), "latitude": sum(up) / len(up)}


def _flat(point: Point) -> list[list[float]]:
    """On paper: a degree of longitude is shorter than one of latitude."""
    return [[longitude * cos(radians(latitude)), latitude] for longitude, latitude in point.place]


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
    most = max([*(point.value for point in chart.points), 0.0])
    scale = 1.0 if most <= 1 else most
    rows = [
        {
            **_row(point, order.index(point.label)),
            "length": point.value / scale,
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
