"""Whatever way a number leaves the house, it is the same number: so nobody learns more from two ways than from one.

What one way tells is attacked in tests/unit/test_results_disclosure.py.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import Any, Final

import httpx
import pytest
from defusedxml import ElementTree
from openpyxl import load_workbook

from services.analysis.operations import tag_passages
from services.analysis.results.domain.figures import Figures, Filter
from services.analysis.results.storage.figures import read_figures
from services.analysis.tagger import load_tagger
from tests.service.test_results_api import ONE, bearer, token
from tests.support.answers import hear_many, publish_asking
from tests.support.city import City
from tests.support.people import sign_in

STAFF: Final = "/staff/campaigns/sterkrade-2026"
VIEWS: Final = (
    (),
    (Filter("part", ("centre",)),),
    (Filter("language", ("de", "tr")),),
)
DRAWN: Final = ("age", "q.way", "q.informed")
#: Facet and value → the count as it was told; nobody and too few are nothing.
Counts = dict[tuple[str, str], int | None]
#: What a mark of a chart says of itself: what it stands for, and how many that are.
MARK: Final = re.compile(r"Antwort: (.*?); Anteil: (?:(\d+)|–)")


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


def _query(view: tuple[Filter, ...]) -> list[tuple[str, str | int | float | bool | None]]:
    return [(one.facet, value) for one in view for value in one.values]


def _true(figures: Figures, view: tuple[Filter, ...]) -> Counts:
    return {
        (facet, cell.key): cell.count or None
        for facet in figures.facets
        for cell in figures.breakdown(facet, view).cells
    }


def _read_csv(content: bytes) -> Counts:
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    return {(row["merkmal"], row["wert"]): int(row["anzahl"]) if row["anzahl"] else None for row in rows}


def _read_json(content: Mapping[str, Any]) -> Counts:
    return {(row["merkmal"], row["wert"]): row["anzahl"] for row in content["rows"]}


def _read_xlsx(content: bytes) -> Counts:
    lines: list[Any] = list(load_workbook(io.BytesIO(content))["Auswertung"].iter_rows(values_only=True))
    head, *rows = lines
    places = [head.index(name) for name in ("merkmal", "wert", "anzahl")]
    return {(row[places[0]], row[places[1]]): row[places[2]] for row in rows}


def _read_svg(figures: Figures, facet: str, picture: str) -> Counts:
    """What marks say of themselves, and nothing else is written in the picture but names and such numbers."""
    keys = {name: key for key, name in figures.facets[facet].values.items()}
    tree = ElementTree.fromstring(picture)
    labels = [found for node in tree.iter() if (found := MARK.search(node.get("aria-label", "")))]
    counts = {(facet, keys[found[1]]): int(found[2]) if found[2] else None for found in labels}
    written = [text for node in tree.iter() if node.tag.endswith("text") and (text := (node.text or "").strip())]
    told = {str(count) for count in counts.values() if count} | {"–"}
    assert all(text in keys or text.partition(" · ")[0] in told for text in written), written
    return counts


async def test_tables_pictures_programs_and_portals_tell_the_same_numbers(city: City) -> None:
    campaign, channels = await publish_asking(city)
    await hear_many(city, campaign, channels, 90)
    figures = await city.database("analysis").run(lambda session: read_figures(session, campaign.campaign_id))
    headers = bearer(await token(city, name="otto"))
    await sign_in(city, "lea", "lead", "sterkrade-mitte")
    transport = httpx.ASGITransport(city.app)  # type: ignore[arg-type] # two spellings of the same protocol
    async with httpx.AsyncClient(transport=transport, base_url=city.address, headers=headers) as program:
        for view in VIEWS:
            true = _true(figures, view)
            assert any(true.values())
            await _assert_tables_say(city, view, true)
            await _assert_programs_hear(program, figures, view, true)
            await _assert_pictures_show(city, figures, view, true)
        await _assert_everybody_reads(city, program, _true(figures, ()))


async def _assert_tables_say(city: City, view: tuple[Filter, ...], true: Counts) -> None:
    files = {
        kind: await city.client.get(f"{STAFF}/tables/{kind}", params=_query(view)) for kind in ("csv", "xlsx", "json")
    }
    assert _read_csv(files["csv"].content) == true
    assert _read_xlsx(files["xlsx"].content) == true
    assert _read_json(files["json"].json()) == true


async def _assert_programs_hear(
    program: httpx.AsyncClient, figures: Figures, view: tuple[Filter, ...], true: Counts
) -> None:
    for facet in figures.facets:
        found = (await program.get(f"{ONE}/breakdowns/{facet}", params=_query(view))).json()
        assert {(facet, cell["key"]): cell["count"] for cell in found["cells"]}.items() <= true.items()
        assert found["base"] == (figures.breakdown(facet, view).base or None)


async def _assert_pictures_show(city: City, figures: Figures, view: tuple[Filter, ...], true: Counts) -> None:
    for facet in DRAWN:
        picture = await city.client.get(f"{STAFF}/charts/{facet}.svg", params=_query(view))
        if figures.breakdown(facet, view).base:
            shown = _read_svg(figures, facet, picture.text)
            assert shown and shown.items() <= true.items()


async def _assert_everybody_reads(city: City, program: httpx.AsyncClient, true: Counts) -> None:
    fed = (await program.get("/odata/v4/sterkrade-2026/Breakdowns")).json()["value"]
    assert {(row["facet"], row["value"]): row["count"] for row in fed} == true
    await city.client.post(f"{STAFF}/open-data", data={"open": "1"})
    assert _read_csv((await program.get("/offene-daten/sterkrade-2026/auswertung.csv")).content) == true
    assert _read_json((await program.get("/offene-daten/sterkrade-2026/auswertung.json")).json()) == true
