"""Every kind of question on its way from the form to the dashboard."""

from __future__ import annotations

from typing import Any

import pytest

from services.analysis.results.domain.figures import Figures
from services.analysis.results.operations.fold_figures import fold_due
from services.analysis.results.storage.figures import read_figures
from services.intake.domain.questionnaire import Questionnaire
from tests.support.city import City
from tests.support.forms import ASKING, asks
from tests.support.paged import CODE, publish

PEOPLE: list[dict[str, Any]] = [
    {
        "a-single.other": "Rad",
        "a-multiple": ["a", "b"],
        "a-scale": "4",
        "a-smiley": "2",
        "a-matrix.x": "a",
        "a-matrix.y": "c",
        "a-ranking.b": "1",
        "a-ranking.a": "2",
        "a-number": "2,5",
        "a-date.day": "3",
        "a-date.month": "5",
        "a-date.year": "2026",
        "a-long_text": "Es ist zu dunkel.",
        "a-place": "b",
        "a-consent": "yes",
    },
    {
        "a-single": "a",
        "a-multiple.other": "Schach im Park",
        "a-matrix.x": "a",
        "a-ranking.a": "1",
        "a-number": "9",
        "a-place.point": "51.5,6.8",
    },
]


#: So many of each, to be told whatever is drawn.
TIMES = 10


@pytest.fixture
async def counted(city: City) -> Figures:
    await publish(city, Questionnaire(tuple(asks(kind, kind) for kind in ASKING), ("de",), check=True))
    for answers in PEOPLE * TIMES:
        await city.respond({**answers, "go": "send"}, CODE)
    await city.deliver_all()
    campaign_id = await city.one("SELECT id FROM analysis.campaign")
    await fold_due(city.database("analysis"))
    return await city.database("analysis").run(lambda session: read_figures(session, campaign_id))


def _given(figures: Figures, key: str) -> set[str]:
    """Answers that are told, by name."""
    found = figures.breakdown(key)
    return {found.facet.values[cell.key] for cell in found.cells if cell.count}


async def test_every_kind_is_counted_as_befits_it(counted: Figures) -> None:
    keys = {key.removeprefix("q."): _given(counted, key) for key in counted.facets if key.startswith("q.")}
    assert keys == {
        "single": {"Wahl A", "Etwas anderes"},
        "multiple": {"Wahl A", "Wahl B", "Etwas anderes"},
        "scale": {"4"},
        "smiley": {"2 – eher schlecht"},
        "matrix.x": {"Wahl A"},
        "matrix.y": {"Wahl C"},
        "ranking": {"Wahl A", "Wahl B"},
        "number": {"unter 3", "ab 9"},
        "date": {"alle"},
        "place": {"Wahl B", "Nur vom Gerät genannt"},
        "consent": {"Ja"},
    }
    assert counted.facets["q.matrix.x"].name == "Frage matrix – Zeile X"
    assert counted.breakdown("q.ranking").base == counted.count()


async def test_words_for_something_else_are_read_like_any_other_words(city: City, counted: Figures) -> None:
    rows = await city.all("SELECT question, text FROM analysis.passage GROUP BY question, text ORDER BY question")
    assert rows == [("long_text", "Es ist zu dunkel."), ("multiple", "Schach im Park"), ("single", "Rad")]
    assert counted.count()
