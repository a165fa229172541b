"""People decide: one decision per form, seen at once, undone at will, and every response stays in the ledger."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Sequence
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from services.analysis.operations import tag_passages
from services.analysis.storage.dashboard import read_ledger, read_version
from services.analysis.tagger import Found, Passage
from shared.contracts.responses import ResponseReceived
from shared.kit.clock import now
from shared.kit.messaging.publish import name_of
from shared.kit.messaging.replay import replay
from tests.support.city import City
from tests.support.people import hire, link_path, sign_in

LATE = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."
KIND = "Alle waren freundlich, das hat gutgetan."
DULL = "Mehr Bäume!"
LONG = "Am Platz stehen viele Autos und wenige Bäume, " * 5
QUEUE = "/staff/review"
PAGE = "/staff/campaigns/sterkrade-2026"
STANDING = (
    'SELECT standard, stance, reviewed, substr(text, start + 1, "end" - start) '
    "FROM analysis.standing_tag s JOIN analysis.passage p ON p.id = s.passage_id ORDER BY standard, stance"
)


class Finds:
    """A tagger that knows two sentences, and how sure it is of each."""

    catalogue_version = 1

    def __init__(self, version: str = "finds-1", stance: Any = "not_met") -> None:
        self.version, self.stance = version, stance

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Found, ...]]:
        return [tuple(self._found(passage.text)) for passage in passages]

    def _found(self, text: str) -> list[Found]:
        known = {LATE: ("early-information", self.stance, 0.6, 0.9), KIND: ("respect-fairness", "met", 0.9, 0.3)}
        found = []
        for sentence, (standard, stance, confidence, doubt) in known.items():
            if (start := text.find(sentence)) >= 0:
                reason: dict[str, Any] = {"model": self.version, "words": ["zu spät"], "threshold": 0.5}
                found.append(Found(standard, stance, start, start + len(sentence), sentence, confidence, doubt, reason))
        return found


@pytest.fixture(autouse=True)
def _finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())


async def _hear(city: City, *texts: str) -> UUID:
    made = await city.publish_demo()
    for text in texts:
        await city.respond({"a-informed": "2", "a-wish": text})
    await city.deliver_all()
    return made.campaign_id


async def _look(city: City, path: str = QUEUE) -> httpx.Response:
    answer = await city.client.get(path)
    assert answer.status_code == 200, answer.text
    return answer


def _seen(answer: httpx.Response) -> str:
    main = answer.text.split("<main", 1)[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def _fields(answer: httpx.Response) -> dict[str, str]:
    """The hidden fields of the first form that decides."""
    form = answer.text.split('class="decide', 1)[1]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form.split("</form>")[0]))


async def _decide(city: City, act: str, path: str = QUEUE, **more: str) -> httpx.Response:
    """Looks and decides, as one would with a browser."""
    fields = _fields(await _look(city, path))
    return await city.client.post(QUEUE, data={**fields, "act": act, **more})


async def _ledger(city: City, campaign_id: UUID) -> tuple[int, int, int, int]:
    async with city.database("analysis").transaction() as session:
        ledger = await read_ledger(session, campaign_id)
    assert ledger.received == await city.one("SELECT count(*) FROM intake.response")
    return ledger.by_standard, ledger.unclear, ledger.by_topic + ledger.off_topic, ledger.excluded


async def _version(city: City, campaign_id: UUID) -> str:
    async with city.database("analysis").transaction() as session:
        return await read_version(session, campaign_id)


async def _read_again(city: City) -> None:
    async with city.owner.transaction() as session:
        await replay(session, name_of(ResponseReceived), "analysis.assess_response", now() - timedelta(hours=1), now())
    await city.deliver_all()


async def test_the_most_doubtful_claim_comes_first_with_its_place_and_its_reasons(city: City) -> None:
    await _hear(city, KIND, f"Guten Tag. {LATE}", DULL)
    await sign_in(city, "eda", "editor")
    answer = await _look(city)
    assert f'Guten Tag. <mark class="not_met">{LATE}</mark>' in answer.text
    seen = _seen(answer)
    assert "0 von 2 geprüft" in seen
    assert "Frühzeitige Information ✕ nicht erfüllt" in seen
    assert "Der Tagger ist sich ziemlich sicher (60 %)" in seen
    assert "Wörter der Stelle, die zum Standard passen zu spät" in seen


async def test_a_reviewer_sees_the_example_sentences_and_where_the_standard_ends(city: City) -> None:
    await _hear(city, LATE)
    await city.all('UPDATE analysis.tag SET reason = reason || \'{"like": ["a-004", "gone"]}\' RETURNING 1')
    await sign_in(city, "eda", "editor")
    seen = _seen(await _look(city))
    assert "„Frühzeitig im Bilde.“" in seen
    assert "a-004" not in seen
    assert "Abgrenzungen:" in seen


async def test_accepting_counts_in_full_and_the_next_comes(city: City) -> None:
    campaign_id = await _hear(city, KIND, LATE)
    await sign_in(city, "eda", "editor")
    before = await _version(city, campaign_id)
    answer = await _decide(city, "accept")
    assert answer.status_code == 303
    assert await _version(city, campaign_id) != before, "open dashboards hear of it"
    seen = _seen(await _look(city, answer.headers["location"]))
    assert "Bestätigt. Die Zuordnung zählt jetzt voll." in seen
    assert "1 von 2 geprüft" in seen
    assert "Respekt und Fairness" in seen
    assert await city.all(STANDING) == [
        ("early-information", "not_met", True, LATE),
        ("respect-fairness", "met", False, KIND),
    ]


async def test_a_rejected_claim_leaves_the_ledger_at_once_and_the_numbers_along_with_four_others(city: City) -> None:
    campaign_id = await _hear(city, *[LATE] * 5, DULL)
    await sign_in(city, "eda", "editor")
    assert "✕ nicht erfüllt 5" in _seen(await _look(city, PAGE))
    assert await _ledger(city, campaign_id) == (5, 0, 1, 0)
    await _decide(city, "reject")
    await city.deliver_all()
    assert "✕ nicht erfüllt 5" in _seen(await _look(city, PAGE)), "one alone would be told apart"
    assert await _ledger(city, campaign_id) == (4, 0, 2, 0)
    for _ in range(4):
        await _decide(city, "reject")
    await city.deliver_all()
    assert "✕ nicht erfüllt 5" not in _seen(await _look(city, PAGE))
    assert await _ledger(city, campaign_id) == (0, 0, 6, 0)
    assert "Hier wartet nichts auf Sie" in _seen(await _look(city))


async def test_a_change_counts_as_it_was_changed(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    change = {"standard": "scope-transparency", "stance": "suggestion", "mark": "own", "first": "1", "last": "16"}
    answer = await _decide(city, "change", **change)
    assert "done=changed" in answer.headers["location"]
    assert await city.all(STANDING) == [("scope-transparency", "suggestion", True, "Wir haben davon")]
    assert await city.one("SELECT count(*) FROM analysis.tag") == 1, "what the tagger said stays on record"


async def test_a_clause_can_be_chosen_instead_of_counting_signs(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    clauses = re.findall(r'name="mark" value="(\d+-\d+)"', (await _look(city)).text)
    assert len(clauses) > 2
    last = f"{LATE.index('leider')}-{len(LATE)}"
    assert last in clauses
    await _decide(city, "change", standard="early-information", stance="not_met", mark=last)
    assert await city.all(STANDING) == [("early-information", "not_met", True, "leider viel zu spät.")]


async def test_a_change_that_changes_nothing_accepts(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    mark = f"0-{len(LATE)}"
    answer = await _decide(city, "change", standard="early-information", stance="not_met", mark=mark)
    assert "done=accepted" in answer.headers["location"]


async def test_what_is_missing_in_a_form_is_named_and_what_was_typed_stays(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    answer = await _decide(city, "change", standard="respect-fairness", stance="", mark="own", first="9", last="3")
    assert answer.status_code == 422
    assert "Wählen Sie eine Stelle im Text." in answer.text
    assert '<option value="respect-fairness" selected>' in answer.text
    assert 'name="first" min="1" max="67" value="9"' in answer.text
    assert await city.one("SELECT count(*) FROM analysis.review") == 0


async def test_a_long_text_without_tags_is_offered_and_a_tag_can_be_added(city: City) -> None:
    campaign_id = await _hear(city, LONG)
    await sign_in(city, "eda", "editor")
    assert "Keine Zuordnung gefunden" in _seen(await _look(city))
    added = {"standard": "early-information", "stance": "suggestion", "mark": "own", "first": "1", "last": "8"}
    await _decide(city, "add", **added)
    assert await city.all(STANDING) == [("early-information", "suggestion", True, "Am Platz")]
    assert await _ledger(city, campaign_id) == (1, 0, 0, 0)
    assert "Hier wartet nichts auf Sie" in _seen(await _look(city))


async def test_that_there_is_nothing_can_be_confirmed(city: City) -> None:
    await _hear(city, LONG)
    await sign_in(city, "eda", "editor")
    await _decide(city, "reject")
    assert await city.all("SELECT verdict, claimed_standard FROM analysis.review") == [("rejected", None)]
    assert "1 von 1 geprüft" in _seen(await _look(city))


async def test_a_double_click_makes_one_decision_and_one_entry(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    fields = _fields(await _look(city))
    sent = [city.client.post(QUEUE, data={**fields, "act": "accept"}) for _ in range(5)]
    answers = await asyncio.gather(*sent)
    assert {answer.status_code for answer in answers} == {303}
    assert await city.one("SELECT count(*) FROM analysis.review") == 1
    assert await city.all("SELECT verb, after FROM staff.audit_entry WHERE subject_kind = 'review'") == [
        ("review.made", {"verdict": "accepted", "standard": "early-information"})
    ]


async def test_an_undone_decision_counts_no_more_and_the_passage_comes_back(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    answer = await _decide(city, "reject")
    shown = await _look(city, answer.headers["location"])
    path = re.search(r'action="(/staff/review/decisions/[^"]+)"', shown.text)
    assert path
    back = await city.client.post(unescape(path[1]))
    seen = _seen(await _look(city, back.headers["location"]))
    assert "Zurückgenommen. Sie können neu entscheiden." in seen
    assert "Verworfen Eda" in seen
    assert "zurückgenommen" in seen, "the history keeps it"
    assert await city.all(STANDING) == [("early-information", "not_met", False, LATE)]
    again = await city.client.post(unescape(path[1]))
    assert "done=gone" in again.headers["location"]
    assert await city.one("SELECT count(*) FROM staff.audit_entry WHERE verb = 'review.undone'") == 1


async def test_a_decision_outlives_a_new_version_of_the_tagger(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign_id = await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    await _decide(city, "reject")
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds("finds-2"))
    await _read_again(city)
    assert await city.all(STANDING) == []
    assert await _ledger(city, campaign_id) == (0, 0, 1, 0)
    assert "Hier wartet nichts auf Sie" in _seen(await _look(city)), "the same claim is not asked about again"
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds("finds-3", "met"))
    await _read_again(city)
    assert await city.all(STANDING) == [("early-information", "met", False, LATE)]
    assert "Frühzeitige Information ✓ erfüllt" in _seen(await _look(city)), "another claim is"


async def test_two_people_are_not_given_the_same_passage(city: City) -> None:
    await _hear(city, LATE, KIND)
    await sign_in(city, "eda", "editor")
    assert "Zeitung" in _seen(await _look(city))
    await sign_in(city, "kim", "editor")
    assert "freundlich" in _seen(await _look(city))
    await city.all("UPDATE analysis.review_lease SET ends_at = ends_at - interval '6 minutes' RETURNING 1")
    assert "Zeitung" in _seen(await _look(city)), "after five minutes it is free again"


async def test_a_passage_that_somebody_looks_at_can_still_be_opened_by_name(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    passage = _fields(await _look(city))["passage"]
    await sign_in(city, "kim", "editor")
    assert "Diesen Text prüft gerade jemand anderes" in _seen(await _look(city, f"{QUEUE}?passage={passage}"))


async def test_a_skipped_passage_goes_to_others(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    answer = await _decide(city, "skip")
    assert "Hier wartet nichts auf Sie" in _seen(await _look(city, answer.headers["location"]))
    await sign_in(city, "kim", "editor")
    assert "Zeitung" in _seen(await _look(city))


async def test_the_second_reviewer_does_not_see_the_first_decision(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    await _decide(city, "reject", second="yes")
    assert "Hier wartet nichts auf Sie" in _seen(await _look(city))
    await sign_in(city, "kim", "editor")
    seen = _seen(await _look(city))
    assert "zweite Meinung gebeten" in seen
    assert "Eda" not in seen
    assert "Verworfen" not in seen
    answer = await _decide(city, "accept")
    assert "Hier wartet nichts auf Sie" in _seen(await _look(city, answer.headers["location"]))
    assert await city.all(STANDING) == [("early-information", "not_met", True, LATE)], "the latest decision counts"


async def test_who_is_not_sure_hands_the_passage_on_and_may_take_that_back(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    shown = await _look(city, (await _decide(city, "ask")).headers["location"])
    assert "Hier wartet nichts auf Sie" in _seen(shown)
    path = re.search(r'action="(/staff/review/opinions/[^"]+)"', shown.text)
    assert path
    await city.client.post(unescape(path[1]))
    assert "Zeitung" in _seen(await _look(city))


async def test_a_withheld_passage_is_put_before_nobody(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    fields = _fields(await _look(city)) | {"act": "accept"}
    await city.all("UPDATE analysis.screening SET state = 'held' RETURNING 1")
    assert "0 von 0 geprüft" in _seen(await _look(city))
    assert (await city.client.get(f"{QUEUE}?passage={fields['passage']}")).status_code == 404
    assert (await city.client.post(QUEUE, data=fields)).status_code == 404
    assert "Zeitung" not in (await _look(city, f"{PAGE}/findings")).text


async def test_what_is_masked_stays_masked_and_marks_keep_their_places(city: City) -> None:
    await _hear(city, f"Rufen Sie mich an: 0208 4711 2345. {LATE}")
    await sign_in(city, "eda", "editor")
    answer = await _look(city)
    assert "4711" not in answer.text
    assert f'<mark class="not_met">{LATE}</mark>' in answer.text


async def test_the_queue_shows_a_campaign_or_a_standard_alone(city: City) -> None:
    await _hear(city, LATE, KIND)
    await sign_in(city, "eda", "editor")
    assert "freundlich" in _seen(await _look(city, f"{QUEUE}?standard=respect-fairness"))
    assert "0 von 1 geprüft" in _seen(await _look(city, f"{QUEUE}?standard=respect-fairness"))
    assert "Hier wartet nichts" in _seen(await _look(city, f"{QUEUE}?campaign=elsewhere"))
    answer = await _decide(city, "accept", f"{QUEUE}?standard=respect-fairness&campaign=sterkrade-2026")
    assert answer.headers["location"].startswith(f"{QUEUE}?campaign=sterkrade-2026&standard=respect-fairness&")


async def test_only_editors_of_the_district_decide(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    fields = _fields(await _look(city)) | {"act": "accept"}
    await sign_in(city, "rea", "reader")
    assert (await city.client.get(QUEUE)).status_code == 403
    assert (await city.client.post(QUEUE, data=fields)).status_code == 403
    await sign_in(city, "ost", "lead", "ost")
    assert "Hier wartet nichts auf Sie" in _seen(await _look(city))
    assert (await city.client.post(QUEUE, data=fields)).status_code == 403
    assert (await city.client.get(f"{QUEUE}?passage={fields['passage']}")).status_code == 403
    assert await city.one("SELECT count(*) FROM analysis.review") == 0


async def test_an_editor_undoes_only_what_is_their_own_and_a_lead_everything(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    await _decide(city, "accept")
    path = f"{QUEUE}/decisions/{await city.one('SELECT id FROM analysis.review')}/undo"
    await sign_in(city, "kim", "editor")
    assert (await city.client.post(path)).status_code == 403
    await sign_in(city, "lea", "lead")
    assert (await city.client.post(path)).status_code == 303
    assert (await city.client.post(f"{QUEUE}/decisions/{uuid4()}/undo")).status_code == 404


async def test_a_form_that_no_page_sends_is_refused(city: City) -> None:
    await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    assert (await city.client.post(QUEUE, data={"act": "accept"})).status_code == 400
    assert (await city.client.post(QUEUE, data={"act": "accept", "decision": str(uuid4())})).status_code == 400
    gone = {"act": "accept", "decision": str(uuid4()), "passage": str(uuid4())}
    assert (await city.client.post(QUEUE, data=gone)).status_code == 404
    assert (await city.client.get(f"{QUEUE}?passage=nonsense&last=x&done=<b>")).status_code == 200


async def test_an_excluded_response_counts_nowhere_and_stays_in_the_ledger_with_its_reason(city: City) -> None:
    campaign_id = await _hear(city, LATE)
    await sign_in(city, "eda", "editor")
    response = await city.one("SELECT id FROM analysis.response")
    answer = await city.client.post(f"/staff/responses/{response}/exclude", data={"reason": "spam", "back": PAGE})
    assert answer.headers["location"] == PAGE
    assert await _ledger(city, campaign_id) == (0, 0, 0, 1)
    assert await city.all(STANDING) == []
    assert "Hier wartet nichts auf Sie" in _seen(await _look(city))
    seen = _seen(await _look(city, f"{PAGE}/excluded"))
    assert "Werbung oder Unsinn" in seen
    assert "ausgeschlossen von Eda" in seen
    await _read_again(city)
    await city.client.post(f"/staff/responses/{response}/exclude", data={"reason": "double", "back": PAGE})
    assert await city.one("SELECT count(*) FROM analysis.exclusion") == 1
    away = await city.client.post(f"/staff/responses/{response}/readmit", data={"back": "https://elsewhere.example"})
    assert away.headers["location"] == "/staff"
    assert await _ledger(city, campaign_id) == (1, 0, 0, 0)
    trail = await city.all("SELECT verb FROM staff.audit_entry WHERE subject_kind = 'response' ORDER BY at")
    assert trail == [("response.excluded",), ("response.readmitted",)]


async def test_excluding_takes_a_reason_and_an_editor(city: City) -> None:
    await _hear(city, LATE)
    path = f"/staff/responses/{await city.one('SELECT id FROM analysis.response')}/exclude"
    await sign_in(city, "rea", "reader")
    assert (await city.client.post(path, data={"reason": "spam"})).status_code == 403
    await sign_in(city, "eda", "editor")
    assert (await city.client.post(path, data={"reason": "dislike"})).status_code == 400
    assert (await city.client.post(f"/staff/responses/{uuid4()}/exclude", data={"reason": "spam"})).status_code == 404


@pytest.mark.parametrize("seed", range(3))
async def test_the_ledger_holds_whatever_happens_in_whatever_order(
    city: City, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    draw = random.Random(seed)
    campaign_id = await _hear(city, LATE, KIND, f"{KIND} {LATE}", DULL, LONG, "…")
    for name in ("eda", "kim"):
        await hire(city, name, "lead")
    responses = [row[0] for row in await city.all("SELECT id FROM analysis.response ORDER BY id")]
    for step in range(25):
        if step % 8 == 0:
            await city.client.post(await link_path(city, draw.choice(["eda", "kim"])))
        await _anything(city, monkeypatch, draw, responses)
        states = await _ledger(city, campaign_id)
        assert sum(states) == len(responses)
        standing = await city.one("SELECT count(DISTINCT response_id) FROM analysis.standing_tag")
        assert states[0] == standing, "tagged is what has a tag that counts"
        assert states[3] == await city.one("SELECT count(*) FROM analysis.exclusion WHERE undone_at IS NULL")


async def _anything(
    city: City, monkeypatch: pytest.MonkeyPatch, draw: random.Random, responses: Sequence[UUID]
) -> None:
    """One thing that a person or a worker may do."""
    response = draw.choice(responses)
    dice = draw.random()
    if dice < 0.15:
        await city.client.post(f"/staff/responses/{response}/exclude", data={"reason": "spam"})
    elif dice < 0.3:
        await city.client.post(f"/staff/responses/{response}/readmit", data={})
    elif dice < 0.4:
        version, stance = f"finds-{draw.random()}", draw.choice(["met", "not_met"])
        monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds(version, stance))
        await _read_again(city)
    elif dice < 0.6:
        for (review_id,) in await city.all("SELECT id FROM analysis.review ORDER BY random() LIMIT 1"):
            await city.client.post(f"{QUEUE}/decisions/{review_id}/undo")
    else:
        passages = await city.all("SELECT id FROM analysis.passage ORDER BY id")
        path = f"{QUEUE}?passage={draw.choice(passages)[0]}"
        stance = draw.choice(["met", "suggestion"])
        change = {"standard": draw.choice(["early-information", "respect-fairness"]), "stance": stance}
        act = draw.choice(["accept", "reject", "change", "add", "skip", "ask"])
        await _decide(city, act, path, mark="0-1", **change)
