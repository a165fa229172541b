"""Choosing voices that get an answer: who may, what is in it, and that notify hears of it once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import httpx
import pytest

from services.analysis.operations import make_selection as making
from services.analysis.operations import tag_passages
from services.analysis.tagger import Found, Passage
from shared.kit.ids import random_id
from tests.support.city import City
from tests.support.demo import DISTRICT
from tests.support.holder import Holder
from tests.support.people import hire, link_path, sign_in

LATE: Final = "Vom Umbau haben wir erst aus der Zeitung erfahren."
KIND: Final = "Die Leute am Stand waren sehr nett."
PATH: Final = "/staff/campaigns/sterkrade-2026"
STANDARD: Final = f"{PATH}/standards/early-information"


class Finds:
    """Whoever mentions the newspaper misses early information; whoever was greeted nicely praises it."""

    version, catalogue_version = "finds-1", 1

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Found, ...]]:
        return [tuple(self._found(passage.text)) for passage in passages]

    def _found(self, text: str) -> list[Found]:
        found = []
        for word, stance in (("Zeitung", "not_met"), ("nett", "met")):
            if (start := text.find(word)) >= 0:
                end = start + len(word)
                reason: dict[str, Any] = {"model": self.version, "words": [word], "threshold": 0.4, "like": []}
                found.append(Found("early-information", stance, start, end, word, 0.8, 0.1, reason))  # type: ignore[arg-type] # a stance
        return found


@pytest.fixture(autouse=True)
def _finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())


async def _hear(city: City, *texts: str) -> None:
    await city.publish_demo()
    for text in texts:
        await city.respond({"a-informed": "2", "a-wish": text})
    await city.deliver_all()


async def _choose(city: City, selection_id: UUID | None = None, **fields: Any) -> httpx.Response:
    sent = {"selection": str(selection_id or random_id()), "key": "early-information", "back": STANDARD, **fields}
    return await city.client.post(f"{PATH}/selections", data=sent)


async def _chosen(city: City) -> list[str]:
    rows = await city.all(
        "SELECT p.text FROM analysis.selection_response s JOIN analysis.passage p USING (response_id) ORDER BY p.text"
    )
    return [text for (text,) in rows]


async def test_all_voices_of_a_standard_are_chosen_and_told(city: City) -> None:
    await _hear(city, LATE, KIND, "Mehr Bänke.")
    await sign_in(city, "eda", "editor", DISTRICT)
    selection_id = random_id()
    for _ in range(2):
        answer = await _choose(city, selection_id, do="standard")
        assert answer.headers["location"] == f"/staff/outcomes/new?selection={selection_id}"
    assert await _chosen(city) == sorted([LATE, KIND])
    await city.deliver_all()
    assert await city.all("SELECT id, label, response_count FROM notify.selection") == [
        (selection_id, "Frühzeitige Information", 2)
    ]
    assert await city.one("SELECT count(*) FROM notify.selection_voice") == 2
    assert await city.one("SELECT count(*) FROM staff.audit_entry WHERE verb = 'selection.made'") == 1
    assert "Neue Antwort beginnen" in (await city.client.get(answer.headers["location"])).text


async def test_notify_keeps_pseudonyms_and_no_id_of_a_response(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    await _choose(city, do="standard")
    await city.deliver_all()
    response_id = await city.one("SELECT response_id FROM analysis.selection_response")
    assert await city.all("SELECT pseudonym FROM notify.selection_voice") == [
        (city.parts.notify.pseudonym(response_id),)
    ]


async def test_only_those_who_say_so_where_a_stance_was_picked(city: City) -> None:
    await _hear(city, LATE, KIND)
    await sign_in(city, "eda", "editor")
    page = (await city.client.get(f"{STANDARD}?stance=met")).text
    assert '<input type="hidden" name="stance" value="met">' in page
    await _choose(city, do="standard", stance="met")
    assert await _chosen(city) == [KIND]


@pytest.mark.parametrize(
    ("stance", "expected"),
    [("", {"1", "2", "3", "4", "5"}), ("met", {"4", "5"}), ("not_met", {"1", "2"}), ("suggestion", set())],
)
async def test_whoever_only_ticked_the_scale_is_chosen_if_staff_want_that(
    city: City, stance: str, expected: set[str]
) -> None:
    await city.publish_demo()
    for number in "12345":
        await city.respond({"a-informed": number})
    await city.respond({"a-informed": "5", "a-wish": KIND})
    gone = Holder(city, await city.respond({"a-informed": "1"}))
    await city.deliver_all()
    await gone.withdraw()
    await city.deliver_all()
    await sign_in(city, "eda", "editor")
    assert ('name="ticked"' in (await city.client.get(f"{STANDARD}?stance={stance}")).text) == (stance != "suggestion")
    await _choose(city, do="standard", stance=stance, ticked="on")
    found = await city.all(
        "SELECT closed->0->'values'->>0 FROM analysis.selection_response JOIN analysis.response ON id = response_id"
    )
    assert {number for (number,) in found} == expected
    assert len(found) == len(expected) + (stance in ("", "met")), "who wrote and ticked counts once"


async def test_ticked_quotes_alone_are_chosen(city: City) -> None:
    await _hear(city, LATE, KIND)
    await sign_in(city, "eda", "editor")
    page = (await city.client.get(f"{STANDARD}?stance=not_met")).text
    (passage,) = re.findall(r'name="passage" value="([^"]+)"', page)
    await _choose(city, do="quotes", passage=[passage, passage])
    assert await _chosen(city) == [LATE]


async def test_nothing_ticked_is_said_kindly(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    answer = await _choose(city, do="quotes")
    assert answer.status_code == 422
    assert f'href="{STANDARD}"' in answer.text
    assert await _chosen(city) == []


async def test_a_topic_is_chosen_by_its_key(city: City) -> None:
    await _hear(city, LATE, KIND)
    await sign_in(city, "eda", "editor")
    await city.all(
        'INSERT INTO analysis.topic_tag (passage_id, topic, response_id, start, "end", confidence, reason) '
        "SELECT id, 'made-up', response_id, 0, 3, 0.9, '{}' FROM analysis.passage WHERE text = :text RETURNING 1",
        text=KIND,
    )
    await _choose(city, do="topic", key="made-up")
    assert await _chosen(city) == [KIND]


async def test_excluded_voices_and_other_campaigns_are_left_out(city: City) -> None:
    await _hear(city, LATE, KIND)
    await sign_in(city, "eda", "editor")
    response_id = await city.one("SELECT response_id FROM analysis.passage WHERE text = :text", text=KIND)
    await city.client.post(f"/staff/responses/{response_id}/exclude", data={"reason": "spam", "back": "/staff"})
    foreign = [str(UUID(int=9))]
    assert (await _choose(city, do="quotes", passage=foreign)).status_code == 422
    await _choose(city, do="standard")
    assert await _chosen(city) == [LATE]


async def test_readers_and_other_districts_choose_nothing(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "rea", "reader", DISTRICT)
    assert (await _choose(city, do="standard")).status_code == 403
    assert "selections" not in (await city.client.get(STANDARD)).text
    await hire(city, "far", "editor", "osterfeld")
    await city.client.post(await link_path(city, "far"))
    assert (await _choose(city, do="standard")).status_code == 403
    assert await _chosen(city) == []


async def test_a_large_selection_comes_in_parts_and_is_whole_in_notify(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "PART", 2)
    await _hear(city, *[f"{LATE} {number}" for number in range(5)])
    await sign_in(city, "eda", "editor")
    await _choose(city, do="standard")
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'selection.made.v1'") == 3
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM notify.selection") == 1
    assert await city.one("SELECT count(*) FROM notify.selection_voice") == 5


@pytest.mark.parametrize("fields", [{"do": "everything"}, {"do": "standard", "selection": "x"}, {"passage": "x"}])
async def test_what_no_page_sends_is_refused(city: City, fields: dict[str, Any]) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    assert (await _choose(city, **fields)).status_code == 400
