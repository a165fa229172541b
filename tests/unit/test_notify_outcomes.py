"""Outcomes as they are written, and how they sound."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.domain.aloud import aloud
from services.notify.domain.journey import CampaignFacts, JourneyFacts, outcome_about, steps_of
from services.notify.domain.outcomes import (
    Content,
    Decision,
    Moved,
    Told,
    Words,
    faults_of,
    guarded,
    may_publish,
    missing_languages,
    squeezed,
)
from services.notify.web.outcome_form import read_content
from services.notify.wording import spoken_day

AT = datetime(2026, 5, 3, 9, tzinfo=UTC)
WHOLE = Words("Licht", "Was fehlt?", "Licht.", "Leuchten.")
READY = Content(texts={"de": WHOLE}, decision="do", office="Amt", due_on=date(2027, 1, 1))
SAID = {"&": "und", "%": "Prozent", "–": "bis"}


def told(decision: Decision = "do", percent: int = 0, *steps: Moved) -> Told:
    content = Content(texts={"de": WHOLE}, decision=decision, percent=percent)
    return Told(id=UUID(int=1), slug="park", content=content, published_at=AT, changed_at=AT, steps=steps)


def speak(text: str) -> str:
    return aloud(text, SAID, lambda day: spoken_day(day, "de"))


def test_what_is_ready_has_no_faults() -> None:
    assert faults_of(READY) == {}


@pytest.mark.parametrize("part", ["title", "asked", "said", "done"])
def test_german_is_never_half(part: str) -> None:
    half = Content(texts={"de": Words(**{"title": "a", "asked": "b", "said": "c", "done": "d", part: ""})}, office="x")
    assert f"{part}-de" in faults_of(half)


def test_another_language_may_be_missing_but_not_half() -> None:
    assert missing_languages(READY, ["de", "tr"]) == ["tr"]
    half = Content(texts={"de": WHOLE, "tr": Words(said="Işık")}, office="x")
    assert set(faults_of(half)) == {"title-tr", "asked-tr", "done-tr"}


def test_what_is_not_done_needs_no_day() -> None:
    assert faults_of(Content(texts={"de": WHOLE}, decision="not", office="x")) == {}
    assert faults_of(Content(texts={"de": WHOLE}, decision="partly", office="x")) == {"due": "missing"}


def test_neither_the_writer_nor_who_asked_publishes() -> None:
    eda, lea, kim = UUID(int=1), UUID(int=2), UUID(int=3)
    assert not may_publish(eda, eda, eda)
    assert not may_publish(eda, lea, lea)
    assert not may_publish(None, eda, kim)
    assert may_publish(eda, eda, kim)


def test_a_face_reads_its_language_and_the_others_german() -> None:
    content = Content(texts={"de": WHOLE, "tr": Words("t", "a", "s", "d"), "ar": Words("half")})
    assert content.words("de-du") == WHOLE
    assert content.words("tr").title == "t"
    assert content.words("ar") == WHOLE
    assert content.spoken_in("ar") == "de"


@given(st.integers(0, 1000))
def test_fewer_than_five_are_never_told_and_nobody_is_seen_to_join(count: int) -> None:
    told = guarded(count)
    assert told is None if count < 5 else told in range(count - 4, count + 1)
    assert told is None or told % 5 == 0


@given(st.text(), st.integers(0, 50))
def test_typed_texts_steer_no_machine(text: str, most: int) -> None:
    kept = squeezed(text, most)
    assert len(kept) <= most
    assert not any(sign < " " and sign not in "\n\t" for sign in kept)


def test_what_cannot_be_read_keeps_the_rest() -> None:
    fields = {"title-de": ["Neu"], "due": ["bald"], "percent": ["200"], "decision": ["magic"], "office": ["Amt"]}
    content, faults = read_content(fields, READY, ["de"])
    assert faults == {"due": "day", "percent": "percent"}
    assert (content.texts["de"].title, content.decision, content.office) == ("Neu", "do", "Amt")


def test_a_day_and_a_symbol_are_said_in_words() -> None:
    assert speak("Bis 03.05.2027: 30 % mehr") == "Bis 3. Mai 2027: 30 Prozent mehr."
    assert speak("• Bänke & Bäume – am Markt (Süd)") == "Bänke und Bäume, am Markt, Süd."
    assert speak("3–5 Bänke") == "3 bis 5 Bänke."
    assert speak("Licht (neu)\nBänke") == "Licht, neu.\nBänke."
    assert speak("Am 31.02.2027?") == "Am 31.02.2027?"


@given(st.text(alphabet="aä1 .:,;!?()[]{}–—•*„“»«_#~^|<>→✓▸…&%\n"))
def test_nothing_that_is_read_aloud_is_a_symbol(text: str) -> None:
    spoken = speak(text)
    assert not set(spoken) & set("()[]{}–—•*„“»«_#~^|<>→✓▸…&%")
    assert all(line.endswith((".", "!", "?", ":")) for line in spoken.split("\n") if line)


def test_a_journey_goes_on_to_report_decision_and_done() -> None:
    campaign = CampaignFacts({"de": "x"}, "Amt", AT.date())
    chosen = JourneyFacts(AT, AT, (), campaign, AT)
    assert [step.state for step in steps_of(chosen, AT.date())][3:] == ["done", "now", "ahead"]
    moved = Moved(UUID(int=2), 100, AT.date(), {"de": "fertig"})
    for outcomes, state in (((told(),), "now"), ((told("do", 0, moved),), "done"), ((told("not"),), "done")):
        journey = JourneyFacts(AT, AT, (), campaign, AT, outcomes)
        assert [step.state for step in steps_of(journey, date(2027, 1, 1))][3:] == ["done", "done", state]


def test_a_letter_is_only_about_what_the_voice_is_in() -> None:
    moved = Moved(UUID(int=2), 100, AT.date(), {"de": "fertig"})
    journey = JourneyFacts(AT, AT, (), None, AT, (told("do", 0, moved),))
    found = outcome_about(journey, str(moved.id))
    assert found and found.moved == moved
    assert outcome_about(journey, str(UUID(int=1))) == (journey.outcomes[0], None)
    assert outcome_about(journey, str(UUID(int=9))) is None
