"""The visual language of charts: the colours of tokens.css by name, and patterns that tell apart without colour.

Colours stay names (`var(--accent)`) in what a browser shows, so a chart follows light, dark and strong contrast;
what is downloaded gets the light ones.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from services.analysis.results.domain.charts import Chart, Tone

TOKENS: Final = Path(__file__).parents[4] / "shared/kit/web/static/tokens.css"
#: What is measured with; DejaVu is wider than what most machines have, so everything fits there too.
MEASURED: Final = "DejaVu Sans"
WRITTEN: Final = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
SIZE: Final = 14
WIDTH: Final = 340
FILLS: Final[dict[Tone, str]] = {
    "plain": "var(--accent)",
    "other": "url(#tone-other)",
    "met": "var(--good)",
    "not_met": "url(#tone-not-met)",
    "suggestion": "url(#tone-suggestion)",
}
#: Stripes one way, stripes the other way, dots: also told apart in grey.
PATTERNS: Final = (
    '<pattern id="tone-other" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="var(--warm)"/><rect width="2" height="6" fill="var(--sheet)"/></pattern>'
    '<pattern id="tone-not-met" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
    '<rect width="6" height="6" fill="var(--bad)"/><rect width="2" height="6" fill="var(--sheet)"/></pattern>'
    '<pattern id="tone-suggestion" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<rect width="6" height="6" fill="var(--warm)"/><circle cx="3" cy="3" r="1.5" fill="var(--sheet)"/></pattern>'
)
#: Config of Vega-Lite: quiet axes, no frame, our letters.
CONFIG: Final[dict[str, Any]] = {
    "font": MEASURED,
    "background": None,
    "view": {"stroke": None},
    "text": {"font": MEASURED, "fontSize": SIZE, "color": "var(--ink)"},
    "axis": {
        "labelFont": MEASURED,
        "labelFontSize": SIZE - 1,
        "labelColor": "var(--soft)",
        "titleFont": MEASURED,
        "titleColor": "var(--soft)",
        "titleFontSize": SIZE - 1,
        "titleFontWeight": "normal",
        "gridColor": "var(--line)",
        "domainColor": "var(--edge)",
        "tickColor": "var(--edge)",
    },
    "legend": {
        "labelFont": MEASURED,
        "labelFontSize": SIZE,
        "labelColor": "var(--ink)",
        "symbolSize": 180,
        "symbolType": "square",
        "labelLimit": WIDTH,
    },
}
_NAMED: Final = re.compile(r"var\(--([a-z-]+)\)")
_TOKEN: Final = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")


def palette(scheme: str = "light") -> dict[str, str]:
    """Name → colour of tokens.css, `light` or `dark`."""
    light, dark = TOKENS.read_text("utf-8").split("@media (prefers-color-scheme: dark)", 1)
    found = dict(_TOKEN.findall(light))
    return found if scheme == "light" else found | dict(_TOKEN.findall(dark.split("@media")[0].split("*,")[0]))


def rough_height(chart: Chart) -> int:
    """About how high the picture will be, in pixels, so that a page keeps its place free."""
    rows = len({point.label for point in chart.points})
    each = {"bars": 52, "stances": 52, "grouped": 34 + 18 * len(chart.series), "heat": 40}
    if chart.kind in each:
        return rows * each[chart.kind] + (110 if chart.kind == "heat" else 30 * bool(chart.series))
    return 210 if chart.kind == "timeline" else 400


def in_colour(svg: str) -> str:
    """With light colours instead of names."""
    colours = palette()
    return _NAMED.sub(lambda found: colours[found[1]], svg)
