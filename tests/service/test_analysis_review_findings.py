"""What reviews come to: agreement of reviewers, labels for the next training."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from services.analysis.operations import tag_passages
from services.analysis.operations.export_reviews import Labelled, export_reviews
from services.analysis.tagger.train.texts import read_texts
from shared.contracts.campaigns import QuestionFact
from tests.service.test_analysis_review import KIND, LATE, LONG, QUEUE, Finds, _decide, _hear, _look, _seen
from tests.support.city import City
from tests.support.people import hire, link_path, sign_in


@pytest.fixture(autouse=True)
def _finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())


async def _export(city: City) -> list[Labelled]:
    async with city.database("analysis").transaction() as session:
        return [one async for one in export_reviews(session)]


async def test_a_question_tells_which_standard_it_rates(city: City) -> None:
    await _hear(city)
    assert await city.all("SELECT key, standard FROM analysis.question WHERE standard IS NOT NULL") == [
        ("informed", "early-information")
    ]


def test_a_question_of_old_has_no_standard() -> None:
    old = {"key": "informed", "kind": "scale", "label": {"de": "Wie?"}, "choices": []}
    read = msgspec.convert(old, QuestionFact)
    assert (read.standard, read.points, read.core) == (msgspec.UNSET, 5, False)
    assert "standard" not in msgspec.json.decode(msgspec.json.encode(read))


async def test_two_reviewers_are_compared_and_few_pairs_mean_little(city: City) -> None:
    await _hear(city, LATE, KIND)
    for name in ("eda", "kim"):
        await hire(city, name, "editor")
        await city.client.post(await link_path(city, name))
        if name == "eda":
            assert "Noch wurde kein Text von zwei Personen" in _seen(await _look(city, f"{QUEUE}/agreement"))
        for act in ("accept", "accept" if name == "eda" else "reject"):
            await _decide(city, act, second="yes")
    answer = await _look(city, f"{QUEUE}/agreement")
    seen = _seen(answer)
    assert "Weniger als 20 Paare: Das sagt noch wenig." in seen
    rows = dict(re.findall(r"(Frühzeitige Information|Respekt und Fairness) (\d \d \d)", seen))
    assert sorted(rows.values()) == ["2 1 1", "2 1 2"]


async def test_decided_passages_become_labels_without_any_id_of_a_response(city: City, tmp_path: Path) -> None:
    await _hear(city, f"🌳 {LATE}", KIND, LONG, f"{KIND} {LATE}")
    await sign_in(city, "eda", "editor")
    passages = dict(await city.all("SELECT text, id FROM analysis.passage"))
    change = {"standard": "scope-transparency", "stance": "suggestion", "mark": "own", "first": "3", "last": "17"}
    await _decide(city, "change", f"{QUEUE}?passage={passages[f'🌳 {LATE}']}", **change)
    await _decide(city, "reject", f"{QUEUE}?passage={passages[LONG.strip()]}")
    await _decide(city, "accept", f"{QUEUE}?passage={passages[f'{KIND} {LATE}']}")
    exported = {one.text: one for one in await _export(city)}
    assert set(exported) == {f"🌳 {LATE}", LONG.strip()}, "half decided is not decided"
    assert exported[LONG.strip()].labels == ()
    (label,) = exported[f"🌳 {LATE}"].labels
    assert (label.standard, label.evidence, label.start, label.end) == ("scope-transparency", "Wir haben davon", 2, 17)
    written = b"\n".join(msgspec.json.encode(one) for one in exported.values())
    ids: list[UUID] = [
        row[0] for row in await city.all("SELECT id FROM analysis.response UNION SELECT id FROM analysis.passage")
    ]
    assert not [one for one in ids if str(one).encode() in written or one.hex.encode() in written]
    (tmp_path / "reviews.jsonl").write_bytes(written)
    assert len(read_texts(tmp_path / "reviews.jsonl")) == 2, "the trainer reads it"
