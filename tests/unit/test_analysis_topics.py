"""Topics: what shows them, what is told of them, that no wish is lost, and themes in many texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.domain.assessing import Claim, state_of
from services.analysis.domain.ledger import make_ledger
from services.analysis.tagger import Passage
from services.analysis.tagger.clusters import FEWEST, clusters, load_vectoriser, packed, unpacked
from services.analysis.tagger.domain.standards import LANGUAGES
from services.analysis.tagger.domain.topic_words import TopicWords
from services.analysis.tagger.evaluate_topics import measure, read_dev
from services.analysis.tagger.topic_catalogue import load_topics
from services.analysis.tagger.topics import FoundTopic, load_topic_tagger

DATA = Path(__file__).parents[2] / "services" / "analysis" / "tagger" / "data"
TOPICS = {topic.id for topic in load_topics().topics}
STATES = ("tagged", "topic", "unclear", "off_topic", "excluded", "waiting")


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def _topics(text: str, lang: str | None = None) -> tuple[FoundTopic, ...]:
    (found,) = load_topic_tagger().tag([Passage("1", text, lang)])
    return found


def _named(text: str, lang: str | None = None) -> set[str]:
    return {one.topic for one in _topics(text, lang)}


def test_every_topic_has_a_name_and_words_in_every_language() -> None:
    for topic in load_topics().topics:
        assert set(topic.name) == set(topic.words) == set(LANGUAGES)
        assert topic.definition["de"] and topic.definition["en"] and topic.boundary["de"]


def test_the_model_was_trained_with_this_catalogue() -> None:
    assert load_topic_tagger().catalogue_version == load_topics().version


def test_labelled_texts_name_known_topics_and_none_is_learnt_and_measured_with() -> None:
    train, dev = _rows("topics.jsonl"), _rows("topics-dev.jsonl")
    assert {topic for row in train + dev for topic in row["topics"]} == TOPICS
    assert {row["lang"] for row in train} == {row["lang"] for row in dev} == set(LANGUAGES)
    texts = [row["text"].casefold() for row in train + dev]
    assert len(set(texts)) == len(texts) == len({row["id"] for row in train + dev})


def test_of_real_contributions_only_labels_are_kept() -> None:
    for row in _rows("topics-real.jsonl"):
        assert set(row) == {"id", "topics"}
        assert set(row["topics"]) <= TOPICS


@pytest.mark.parametrize(
    ("text", "lang", "topic"),
    [
        ("Der Spielplatz braucht neue Schaukeln.", "de", "play"),
        ("Kreş yeri bulamıyoruz, öğretmen eksik.", "tr", "education"),
        ("الإيجار غالي جداً ولا نجد شقة.", "ar", "housing"),
        ("Багато сміття на вулиці, мало урн.", "uk", "cleanliness"),
        ("К врачу не попасть, в поликлинике очередь.", "ru", "health"),
        ("Brakuje ścieżek rowerowych, autobus nie jeździ.", "pl", "mobility"),
        ("Internetul e foarte lent.", "ro", "digital"),
        ("The swimming pool should stay open.", "en", "sport"),
    ],
)
def test_a_plain_wish_has_its_topic_in_every_language(text: str, lang: str, topic: str) -> None:
    assert topic in _named(text, lang)


def test_one_text_may_speak_of_several_topics_each_with_its_own_clause() -> None:
    found = {one.topic: one for one in _topics("Die Mieten sind zu hoch. Außerdem fehlt ein Kinderarzt.", "de")}
    assert "Miete" in found["housing"].quote
    assert "Kinderarzt" in found["health"].quote
    assert found["health"].reason["words"] == ["kinderarzt"]


@given(st.text(max_size=300))
def test_a_quote_is_where_it_says_in_any_text(text: str) -> None:
    for one in _topics(text, "de"):
        assert text[one.start : one.end] == one.quote
        assert 0 < one.confidence <= 1


def test_thanks_have_no_topic() -> None:
    assert _named("Danke für die Umfrage.", "de") == set()


def test_the_model_is_not_broken() -> None:
    report = measure(read_dev(), rounds=20)
    assert report.micro[0] >= 0.60
    assert report.macro[0] >= 0.60


def test_words_count_inside_german_compounds_but_short_ones_only_whole() -> None:
    words = TopicWords({"play": {"de": "spielplatz|=park"}})
    assert words.found("Der Wasserspielplatz", "de") == {"play": ["spielplatz"]}
    assert words.found("im Park", "de") == {"play": ["park"]}
    assert words.found("Parken verboten", "de") == {}


def test_arabic_words_are_found_behind_their_article() -> None:
    assert TopicWords({"green": {"ar": "حديقة"}}).found("نحب الحديقة", "ar") == {"green": ["حديقة"]}


def test_a_wish_about_no_standard_is_not_off_topic() -> None:
    assert state_of(["Mehr Bäume am Markt!"], [], has_topic=True) == "topic"
    assert state_of(["Mehr Bäume am Markt!"], [], has_topic=False) == "off_topic"


def test_a_standard_counts_before_a_topic_and_a_topic_before_a_doubtful_claim() -> None:
    sure = Claim(uuid4(), "early-information", "met", 0.9)
    doubtful = Claim(uuid4(), "early-information", "met", 0.1)
    assert state_of(["…"], [sure], has_topic=True) == "tagged"
    assert state_of(["Bäume und mehr"], [doubtful], has_topic=True) == "topic"


@given(st.dictionaries(st.sampled_from(STATES), st.integers(0, 10_000)))
def test_the_ledger_adds_up_with_topics_too(counts: dict[str, int]) -> None:
    ledger = make_ledger(counts)
    assert ledger.received == sum(counts.values())
    assert ledger.received == ledger.tagged + ledger.unclear + ledger.off_topic + ledger.excluded + ledger.waiting
    assert (ledger.by_standard, ledger.by_topic) == (counts.get("tagged", 0), counts.get("topic", 0))


BIKES = [f"Fahrradständer am {place} fehlen" for place in ("Bahnhof", "Markt", "Rathaus", "Freibad", "Museum", "Kino")]
RENTS = [f"Die Miete in der {street} ist zu hoch" for street in ("Altstadt", "Nordstadt", "Siedlung", "City", "Heide")]
ODD = ["Danke schön", "Lasst die Glocken läuten", "Wer hat meinen Schirm?"]


def test_texts_with_something_in_common_become_a_theme_and_odd_ones_none() -> None:
    texts = [*BIKES, *ODD, *RENTS]
    found = clusters(texts, load_vectoriser().vectors(texts))
    assert [{texts[i] for i in one.members} for one in found] == [set(BIKES), set(RENTS)]
    assert found[0].words[0] == "fahrradständer"


def test_the_same_texts_give_the_same_themes() -> None:
    texts = [*BIKES, *ODD, *RENTS]
    first, second = (clusters(texts, load_vectoriser().vectors(texts)) for _ in range(2))
    assert [one.members for one in first] == [one.members for one in second]


def test_few_texts_make_no_theme() -> None:
    texts = BIKES[: FEWEST - 1]
    assert clusters(texts, load_vectoriser().vectors(texts)) == []
    assert clusters([], load_vectoriser().vectors([])) == []


def test_a_centre_survives_being_stored() -> None:
    (vector,) = load_vectoriser().vectors(["Mehr Bäume am Markt"])
    assert np.allclose(unpacked(packed(vector)), vector, atol=1e-3)
