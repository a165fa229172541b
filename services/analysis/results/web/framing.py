"""A chart as a template shows it."""

from __future__ import annotations

import msgspec

from services.analysis.results.charts.look import rough_height
from services.analysis.results.charts.studio import digest_of
from services.analysis.results.domain.charts import Chart
from services.analysis.results.web.viewing import View


class Picture(msgspec.Struct, frozen=True):
    """A chart as a template shows it. `address`: without its ending, and the query that belongs to it."""

    name: str
    chart: Chart
    path: str
    query: str
    digest: str
    height: int

    def at(self, ending: str) -> str:
        return f"{self.path}/charts/{self.name}.{ending}?{self.query}{'&' if self.query else ''}v={self.digest}"


def picture(view: View, name: str, chart: Chart, query: str | None = None) -> Picture:
    asked = view.query if query is None else query
    return Picture(name, chart, view.path, asked, digest_of(chart), rough_height(chart))
