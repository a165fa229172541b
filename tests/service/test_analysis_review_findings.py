"""What reviews come to: findings with links to their quotes, agreement of reviewers, labels for the next training."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from services.analysis.operations import tag_passages
from services.analysis.operations.export_reviews import Labelled, export_reviews
from services.analysis.tagger.train.texts import read_texts
from shared.contracts.campaigns import QuestionFact
from tests.service.test_analysis_review import KIND, LATE, LONG, PAGE, QUEUE, Finds, _decide, _hear, _look, _seen
from tests.support.city import City
from tests.support.people import hire, link_path, sign_in

FINDINGS = f"{PAGE}/findings"


@pytest.fixture(autouse=True)
def _finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())


async def _export(city: City) -> list[Labelled]:
    async with city.database("analysis").transaction() as session:
        return [one async for one in export_reviews(session)]


async def test_ratings_and_quotes_add_up_and_every_number_leads_to_its_quotes(city: City) -> None:
    await city.publish_demo()
    for number in range(6):
        await city.respond({"a-informed": "5", "a-wish": LATE if number < 5 else KIND})
    await city.deliver_all()
    await sign_in(city, "rea")
    seen = _seen(await _look(city, FINDINGS))
    assert "Frühzeitige Information" in seen
    assert "5,0 von 5 (n = 6)" in seen
    assert "31 Tage" in seen, "time to take part is a fact of the system"
    (early,) = re.findall(
        r'<li class="sheet finding" aria-labelledby="finding-early.*?</li>', (await _look(city, FINDINGS)).text, re.S
    )
    numbers = re.findall(r"<dd>(.*?)</dd>", early)
    assert numbers
    assert all(number.startswith('<a href="/staff/campaigns/sterkrade-2026') for number in numbers)
    for path in set(re.findall(r'href="(/staff/campaigns/[^"#]+)', early)):
        await _look(city, unescape(path))


async def test_what_people_tick_against_what_they_write_is_said(city: City) -> None:
    await city.publish_demo()
    for _ in range(5):
        await city.respond({"a-informed": "5", "a-wish": LATE})
    await city.deliver_all()
    await sign_in(city, "rea")
    seen = _seen(await _look(city, FINDINGS))
    assert "Widerspruch: Angekreuzt wurde 5,0 von 5 (n = 5), geschrieben aber 0 % Zustimmung (n = 5)." in seen


async def test_fewer_than_five_voices_give_no_state(city: City) -> None:
    await _hear(city, *[LATE] * 4)
    await sign_in(city, "rea")
    seen = _seen(await _look(city, FINDINGS))
    assert "zu wenig Stimmen" in seen
    assert not re.search(r"\beingehalten", seen.split("Frühzeitige Information")[1].split("Barrierefreiheit")[0])


async def test_a_review_changes_the_finding_at_once_and_an_exclusion_too(city: City) -> None:
    await _hear(city, *[LATE] * 5)
    await sign_in(city, "eda", "editor")
    assert "nicht eingehalten" in _seen(await _look(city, FINDINGS))
    await _decide(city, "accept")
    assert "geprüfte Zitate 1" in _seen(await _look(city, FINDINGS))
    response = await city.one("SELECT id FROM analysis.response LIMIT 1")
    await city.client.post(f"/staff/responses/{response}/exclude", data={"reason": "double"})
    assert "n = 4" in _seen(await _look(city, FINDINGS)), "its tick counts no more"
    assert "zu wenig Stimmen" in _seen(await _look(city, FINDINGS))
    dashboard = _seen(await _look(city, PAGE))
    assert "2 4 (100 %)" in dashboard, "neither among the answers"
    assert "eingegangen 5" in dashboard, "but it stays received"


async def test_findings_are_for_ones_own_districts(city: City) -> None:
    await _hear(city, LATE)
    assert (await city.client.get(FINDINGS)).status_code == 303
    await sign_in(city, "ost", "lead", "ost")
    assert (await city.client.get(FINDINGS)).status_code == 403
    assert (await city.client.get(f"{QUEUE}/agreement")).status_code == 200


async def test_a_question_tells_which_standard_it_rates(city: City) -> None:
    await _hear(city)
    assert await city.all("SELECT key, standard FROM analysis.question WHERE standard IS NOT NULL") == [
        ("informed", "early-information")
    ]


def test_a_question_of_old_has_no_standard() -> None:
    old = {"key": "informed", "kind": "scale", "label": {"de": "Wie?"}, "choices": []}
    assert msgspec.json.decode(msgspec.json.encode(msgspec.convert(old, QuestionFact))) == old


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
