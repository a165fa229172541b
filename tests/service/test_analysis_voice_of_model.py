"""A language model of the city's own: asked outside of transactions, weighed, never trusted, and never waited for."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import httpx
import pytest

from services.analysis.operations import ask_voice, tag_passages
from services.analysis.tagger import Found, Passage
from services.analysis.tagger.evaluate import measure
from services.analysis.tagger.voice import Silent
from shared.contracts.responses import ResponseReceived
from shared.contracts.trainings import VoiceRequested
from shared.kit.clock import now
from shared.kit.messaging.publish import name_of
from shared.kit.messaging.replay import replay
from tests.support.city import City
from tests.support.people import sign_in

LATE: Final = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."
KIND: Final = "Alle waren freundlich, das hat gutgetan."
NAME: Final = "modell-7b"
#: Plays an OpenAI-compatible server: the first part of the path says how it behaves; /seen tells what it was sent.
SERVER: Final = """
import json, sys, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
LATE = "Wir haben davon erst aus der Zeitung erfahren, leider viel zu spät."
seen = []
def tags(text):
    found = [{"standard": "early-information", "stance": "not_met", "quote": LATE}] if LATE in text else []
    if "Wünsche" in text:
        found += [{"standard": "genuine-influence", "stance": "suggestion", "quote": "Wünsche"},
                  {"standard": "respect-fairness", "stance": "met", "quote": "steht nirgends"},
                  {"standard": "world-peace", "stance": "met", "quote": "Wünsche"}]
    return {"tags": found}
class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *_): pass
    def answer(self, status, body, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_GET(self):
        self.answer(200, json.dumps(seen).encode())
    def do_POST(self):
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        seen.append({"path": self.path, "key": self.headers.get("Authorization"), **sent})
        mood = self.path.split("/")[1]
        said = json.dumps(tags(sent["messages"][-1]["content"]))
        if mood == "broken":
            return self.answer(500, b"internal error")
        if mood == "refusing":
            return self.answer(403, b"{}")
        if mood == "elsewhere":
            return self.answer(307, b"", Location="/good/v1/chat/completions")
        if mood == "babbling":
            said = "Sure! Here is the JSON you asked for: " + said
        if mood == "careless":
            said = json.dumps({"tags": [{"standard": "early-information", "stance": "maybe", "quote": LATE}]})
        if mood == "endless":
            said = said + " " * 500_000
        if mood == "slow":
            time.sleep(4)
        body = json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]}).encode()
        if mood == "page":
            body = b"<html>Welcome</html>"
        if mood == "dripping":
            self.send_response(200); self.send_header("Content-Length", str(len(body))); self.end_headers()
            for sign in body:
                self.wfile.write(bytes([sign])); self.wfile.flush(); time.sleep(0.3)
            return
        self.answer(200, body)
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
"""


class Finds:
    """A tagger that knows two sentences."""

    version = "finds-1"
    catalogue_version = 1

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Found, ...]]:
        return [tuple(self._found(passage.text)) for passage in passages]

    def _found(self, text: str) -> Iterator[Found]:
        known: dict[str, tuple[str, Any]] = {LATE: ("early-information", "not_met"), KIND: ("respect-fairness", "met")}
        for sentence, (standard, stance) in known.items():
            if (start := text.find(sentence)) >= 0:
                yield Found(standard, stance, start, start + len(sentence), sentence, 0.6, 0.3, {"model": self.version})


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    process = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture(autouse=True)
def _finds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: Finds())
    ask_voice.the_voice.cache_clear()
    yield
    if ask_voice.the_voice.cache_info().currsize and (voice := ask_voice.the_voice()):
        voice._client.close()
    ask_voice.the_voice.cache_clear()


def point(monkeypatch: pytest.MonkeyPatch, address: str, timeout_s: float = 1) -> None:
    monkeypatch.setenv("RESONANZ_MODEL_ADDRESS", address)
    monkeypatch.setenv("RESONANZ_MODEL_NAME", NAME)
    monkeypatch.setenv("RESONANZ_MODEL_KEY", "geheim-42")
    monkeypatch.setenv("RESONANZ_MODEL_TIMEOUT_S", str(timeout_s))


def asked(server: str, since: int = 0) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = httpx.get(f"{server}/seen").json()
    return found[since:]


async def hear(city: City, *texts: str) -> UUID:
    made = await city.publish_demo()
    for text in texts:
        await city.respond({"a-informed": "2", "a-wish": text})
    await city.deliver_all()
    return made.campaign_id


async def tags(city: City) -> list[tuple[Any, ...]]:
    """Of current readings: standard, confidence, doubt, what the voice said, who read."""
    return await city.all(
        "SELECT t.standard, round(t.confidence::numeric, 2)::float, round(t.doubt::numeric, 2)::float, "
        "t.reason->>'voice', a.tagger_version FROM analysis.tag t JOIN analysis.assessment a ON a.id = t.assessment_id "
        "WHERE a.current ORDER BY 1"
    )


async def outcomes(city: City) -> list[str]:
    return [outcome for (outcome,) in await city.all("SELECT outcome FROM analysis.hearing ORDER BY 1")]


async def test_nobody_is_asked_unless_the_city_says_so(city: City) -> None:
    await hear(city, LATE)
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'voice.requested.v1'") == 0
    assert await tags(city) == [("early-information", 0.6, 0.3, None, "finds-1")]


async def test_agreement_makes_surer_and_disagreement_doubtful_and_both_are_one_reading_more(
    city: City, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    point(monkeypatch, f"{server}/good/v1")
    await hear(city, f"{LATE} {KIND}")
    assert await tags(city) == [
        ("early-information", 0.8, 0.72, f"{NAME}: agrees", f"finds-1~{NAME}"),
        ("respect-fairness", 0.36, 0.9, f"{NAME}: does not see it", f"finds-1~{NAME}"),
    ]
    assert await city.all("SELECT tagger_version, current FROM analysis.assessment ORDER BY 1") == [
        ("finds-1", False),
        (f"finds-1~{NAME}", True),
    ]
    assert await outcomes(city) == ["heard"]
    (question,) = asked(server)[-1:]
    assert (question["model"], question["key"], question["temperature"]) == (NAME, "Bearer geheim-42", 0)
    assert question["response_format"]["json_schema"]["strict"]


async def test_what_comes_again_is_asked_once(city: City, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    point(monkeypatch, f"{server}/good/v1")
    since = len(asked(server))
    await hear(city, LATE)
    before = await tags(city)
    for kind, consumer in ((VoiceRequested, "analysis.ask_voice"), (ResponseReceived, "analysis.assess_response")):
        async with city.owner.transaction() as session:
            await replay(session, name_of(kind), consumer, now() - timedelta(hours=1), now())
        await city.deliver_all()
    assert len(asked(server, since)) == 1
    assert await tags(city) == before
    assert await city.one("SELECT count(*) FROM analysis.assessment") == 2


async def test_what_only_the_model_says_counts_for_nothing_and_waits_for_a_person(
    city: City, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quote that is not in the text, and a standard that nobody knows, are dropped."""
    point(monkeypatch, f"{server}/good/v1")
    await hear(city, "Unsere Wünsche liegen bei.")
    assert await tags(city) == [("genuine-influence", 0.2, 1.0, f"{NAME}: alone", f"finds-1~{NAME}")]
    assert await city.one("SELECT count(*) FROM analysis.standing_tag") == 0
    assert await city.all('SELECT quote, start, "end" FROM analysis.tag') == [("Wünsche", 7, 14)]
    await sign_in(city, "eda", "editor")
    seen = (await city.client.get("/staff/review")).text
    assert "Nur das Sprachmodell sieht es" in seen


async def test_what_is_masked_for_people_is_masked_for_the_model_and_places_stay_true(
    city: City, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    point(monkeypatch, f"{server}/good/v1")
    text = f"Ich bin unter gerda.probe@beispiel.example oder 0208 555 01 99 da. {LATE}"
    await hear(city, text)
    sent = json.dumps(asked(server)[-1], ensure_ascii=False)
    assert "gerda" not in sent
    assert "555" not in sent
    assert LATE in sent
    ((start, end),) = await city.all(
        'SELECT t.start, t."end" FROM analysis.tag t JOIN analysis.assessment a ON a.id = t.assessment_id WHERE current'
    )
    assert text[start:end] == LATE


async def test_a_text_that_is_held_back_leaves_the_house_on_no_way(
    city: City, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    point(monkeypatch, f"{server}/good/v1")
    since = len(asked(server))
    await hear(city, f"{LATE} Ich will nicht mehr leben.")
    assert asked(server, since) == []
    assert await outcomes(city) == ["withheld"]
    assert [row[-1] for row in await tags(city)] == ["finds-1"]


@pytest.mark.parametrize(
    "mood",
    ["broken", "refusing", "elsewhere", "babbling", "careless", "endless", "page", "slow", "dripping"],
)
async def test_whatever_goes_wrong_the_taggers_own_reading_stands_with_a_note_of_doubt(
    city: City, server: str, monkeypatch: pytest.MonkeyPatch, mood: str
) -> None:
    point(monkeypatch, f"{server}/{mood}/v1", timeout_s=2.0)
    since = len(asked(server))
    async with asyncio.timeout(30):  # the whole answer would drip for twice as long
        await hear(city, LATE)
    assert await tags(city) == [("early-information", 0.6, 0.4, f"{NAME}: silent", "finds-1")]
    assert await outcomes(city) == ["silent"]
    assert await city.one("SELECT count(*) FROM bus.delivery WHERE attempt_count > 0") == 0
    assert len(asked(server, since)) == 1


async def test_who_is_not_there_is_not_asked_for_long(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three failures open the circuit: the fourth response waits for nobody."""
    point(monkeypatch, "http://127.0.0.1:9/v1")
    await hear(city, *(f"{LATE} {number}" for number in range(5)))
    assert await outcomes(city) == ["silent"] * 5
    voice = ask_voice.the_voice()
    assert voice
    with pytest.raises(Silent, match="circuit open"):
        voice.hear(LATE)


async def test_no_transaction_is_open_while_the_model_thinks(
    city: City, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    point(monkeypatch, f"{server}/slow/v1", timeout_s=10)
    await city.publish_demo()
    await city.respond({"a-informed": "2", "a-wish": LATE})
    since = len(asked(server))
    delivering = asyncio.create_task(city.deliver_all())
    while not asked(server, since):
        await asyncio.sleep(0.05)
    assert [row[-1] for row in await tags(city)] == ["finds-1"], "the tagger's own reading is there already"
    open_now = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE '%analysis' "
        "AND xact_start IS NOT NULL"
    )
    assert await city.one(open_now) == 0
    await delivering
    assert [row[-1] for row in await tags(city)] == [f"finds-1~{NAME}"]


async def test_an_answer_that_comes_after_a_newer_reading_is_late(
    city: City, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    point(monkeypatch, f"{server}/slow/v1", timeout_s=10)
    await city.publish_demo()
    await city.respond({"a-informed": "2", "a-wish": LATE})
    since = len(asked(server))
    delivering = asyncio.create_task(city.deliver_all())
    while not asked(server, since):
        await asyncio.sleep(0.05)
    await city.all("UPDATE analysis.assessment SET current = false RETURNING 1")
    await delivering
    assert await outcomes(city) == ["late"]
    assert await city.one("SELECT count(*) FROM analysis.assessment") == 1


async def test_without_a_free_slot_the_question_is_put_off_and_nothing_has_failed(
    city: City, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    point(monkeypatch, f"{server}/good/v1")
    taken = [ask_voice._SLOTS.acquire(blocking=False) for _ in range(ask_voice.SLOTS)]
    try:
        await city.publish_demo()
        await city.respond({"a-informed": "2", "a-wish": LATE})
        with pytest.raises(AssertionError, match=r"analysis\.ask_voice', 'waiting', None"):
            await city.deliver_all()
        ((attempts, later),) = await city.all(
            "SELECT attempt_count, next_at > now() + interval '10 seconds' FROM bus.delivery WHERE state = 'waiting'"
        )
        assert (attempts, later) == (0, True)
    finally:
        for _ in taken:
            ask_voice._SLOTS.release()
    await city.all("UPDATE bus.delivery SET next_at = now() WHERE state = 'waiting' RETURNING 1")
    await city.deliver_all()
    assert await outcomes(city) == ["heard"]


def test_both_together_are_measured_like_the_tagger_alone(
    server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    point(monkeypatch, f"{server}/good/v1")
    label = {"standard": "early-information", "stance": "not_met", "evidence": LATE, "start": 0, "end": len(LATE)}
    file = tmp_path / "labelled.jsonl"
    row = {"id": "a-1", "lang": "de", "text": LATE, "labels": [label]}
    file.write_text(json.dumps(row) + "\n" + json.dumps({**row, "id": "a-2", "text": "Mehr Bäume!", "labels": []}))
    result = measure(ask_voice.with_voice(Finds()), file, rounds=5)
    assert (result.version, result.micro[0], result.untagged[0]) == (f"finds-1~{NAME}", 1.0, 1.0)


def test_measuring_with_a_voice_that_is_not_set_says_so() -> None:
    with pytest.raises(LookupError, match="RESONANZ_MODEL_ADDRESS"):
        ask_voice.with_voice(Finds())


def test_nothing_starts_that_would_send_words_in_the_clear() -> None:
    environment = {**os.environ, "RESONANZ_MODEL_ADDRESS": "http://api.example.com/v1", "RESONANZ_MODEL_NAME": "x"}
    done = subprocess.run(
        [sys.executable, "-m", "deploy", "worker", "analysis"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "RESONANZ_MODEL_ADDRESS cannot be used: api.example.com is neither this machine nor" in done.stderr


def test_the_key_stands_in_no_error(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    point(monkeypatch, f"{server}/broken/v1")
    voice = ask_voice.the_voice()
    assert voice
    with pytest.raises(Silent) as told:
        voice.hear(LATE)
    assert str(told.value) == "status 500"
