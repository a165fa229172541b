"""Every kind of question on its way from the form to the dashboard."""

from __future__ import annotations

from typing import Any

import pytest

from services.analysis.storage.dashboard import Distribution, read_dashboard
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


@pytest.fixture
async def counted(city: City) -> dict[str, Distribution]:
    await publish(city, Questionnaire(tuple(asks(kind, kind) for kind in ASKING), ("de",), check=True))
    for answers in PEOPLE:
        await city.respond({**answers, "go": "send"}, CODE)
    await city.deliver_all()
    campaign_id = await city.one("SELECT id FROM analysis.campaign")
    board = await city.database("analysis").run(lambda session: read_dashboard(session, campaign_id))
    return {one.question.key: one for one in board.distributions}


def _rows(one: Distribution) -> dict[str, int]:
    return {row.key: row.count for row in one.table.rows if row.count}


async def test_every_kind_is_counted_as_befits_it(counted: dict[str, Distribution]) -> None:
    assert {key: _rows(one) for key, one in counted.items()} == {
        "single": {"a": 1, "~other": 1},
        "multiple": {"a": 1, "b": 1, "~other": 1},
        "scale": {"4": 1},
        "smiley": {"2": 1},
        "matrix.x": {"a": 2},
        "matrix.y": {"c": 1},
        "ranking": {"a": 1, "b": 1},
        "number": {"2.5": 1, "9": 1},
        "date": {"2026-05-03": 1},
        "place": {"b": 1, "~point": 1},
        "consent": {"yes": 1},
    }
    assert counted["matrix.x"].question.label["de"] == "Frage matrix – Zeile X"
    assert counted["ranking"].means == {"a": 1.5, "b": 1.0}
    assert counted["ranking"].table.base == 2
    spread = counted["number"].spread
    assert spread is not None and (spread.least, spread.median, spread.most) == (2.5, 5.75, 9)
    assert all(row.key in one.labels for one in counted.values() for row in one.table.rows if row.key.startswith("~"))


async def test_words_for_something_else_are_read_like_any_other_words(
    city: City, counted: dict[str, Distribution]
) -> None:
    rows = await city.all("SELECT question, text FROM analysis.passage ORDER BY question")
    assert rows == [("long_text", "Es ist zu dunkel."), ("multiple", "Schach im Park"), ("single", "Rad")]
    assert counted
