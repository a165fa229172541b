"""Learning from reviews: who learns from what, how little few reviews change, and whether a table tells the truth."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.domain.assessing import DOUBTFUL_BELOW
from services.analysis.domain.model_address import AddressError, check_model_address
from services.analysis.domain.reviewing import Considered, Decision, Subject
from services.analysis.domain.trainings import LEAST, LEAST_HELD_OUT, Reviewed, is_held_out, reviewed_as, split
from services.analysis.settings import voice_settings
from services.analysis.tagger import Found
from services.analysis.tagger.adapt import Adaptation, Observed, Unfit, read_adaptation, write_adaptation
from services.analysis.tagger.compare import Labelled, compare, judged
from services.analysis.tagger.domain.circuit import FAILURES, REST_S, Circuit
from services.analysis.tagger.domain.compared import LEAST_TEXTS
from services.analysis.tagger.domain.found import Passage
from services.analysis.tagger.domain.standards import STANDARDS
from services.analysis.tagger.domain.voting import Said, unheard, vote
from services.analysis.tagger.evaluate import micro
from services.analysis.tagger.learn import Lesson, learn
from shared.kit.settings import SettingError

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TERMS = {standard: [standard] for standard in STANDARDS}
EARLY, LOUD = STANDARDS[0], STANDARDS[7]
WORDS = ("Weg", "Baum", "Bank", "Platz", "Licht", "Rad", "Markt", "Schule", "Regen", "Haus", "Ampel", "Kind", "Hund")


def reviewed(text: str, *, held_out: bool = False, minutes: int = 0, complete: bool = True) -> Reviewed:
    return Reviewed(text, "de", (), frozenset(), frozenset(), complete, held_out, NOON + timedelta(minutes=minutes))


def claim(standard: str, *, by_person: bool, stance: Any = "met") -> Considered:
    return Considered(UUID(int=1), standard, stance, 0.8, start=0, end=4, reviewed=by_person)


def decided(standard: str | None, verdict: Any, outcome: str | None = None) -> Decision:
    subject = Subject(UUID(int=1), standard, "met" if standard else None)
    place: dict[str, Any] = dict(standard=outcome, stance="met", start=0, end=4) if outcome else {}
    return Decision(id=UUID(int=9), subject=subject, verdict=verdict, by=UUID(int=2), at=NOON, **place)


def test_about_a_third_is_held_out_and_for_ever_the_same() -> None:
    draw = random.Random(3)
    ids = [UUID(int=draw.getrandbits(128)) for _ in range(3000)]
    assert 900 < sum(map(is_held_out, ids)) < 1100
    held_out = [number for number in range(20) if is_held_out(UUID(int=number))]
    assert held_out == [1, 5, 6, 8, 11, 13, 18]


def test_a_text_that_a_held_out_response_says_too_is_never_learned_from() -> None:
    texts = [reviewed("Mehr Licht", minutes=2), reviewed("Mehr Licht", held_out=True), reviewed("Mehr Bänke")]
    material = split(texts, 10)
    assert [one.text for one in material.learned] == ["Mehr Bänke"]
    assert [one.text for one in material.held_out] == ["Mehr Licht"]


def test_what_is_half_decided_teaches_and_measures_nothing() -> None:
    material = split([reviewed("a", complete=False), reviewed("b", complete=False, held_out=True)], 10)
    assert (len(material.learned), len(material.held_out)) == (1, 0)


@pytest.mark.parametrize(("count", "missing"), [(0, LEAST), (LEAST - 1, 1), (LEAST, 0), (LEAST + 50, 0)])
def test_it_says_how_many_reviews_are_missing(count: int, missing: int) -> None:
    texts = [reviewed(f"Text {number}", held_out=number % 3 == 0) for number in range(count)]
    assert split(texts, 1000).missing == missing


def test_without_a_held_out_review_nothing_could_be_measured() -> None:
    assert split([reviewed(f"Text {number}") for number in range(LEAST)], 1000).missing == 1


def test_a_passage_all_decided_says_of_every_standard_whether_it_is_touched() -> None:
    said: Any = reviewed_as(UUID(int=1), [claim(EARLY, by_person=True)], [decided(EARLY, "accepted", EARLY)], TERMS)
    one = Reviewed(text="Früh", language="de", held_out=False, decided_at=NOON, **said)
    assert [lesson.standard for lesson in one.lessons] == [EARLY]
    assert all(one.knows(standard) for standard in STANDARDS)


def test_a_passage_half_decided_says_only_what_was_decided() -> None:
    standing = [claim(LOUD, by_person=False)]
    said: Any = reviewed_as(UUID(int=1), standing, [decided(EARLY, "rejected")], TERMS)
    one = Reviewed(text="Früh", language="de", held_out=False, decided_at=NOON, **said)
    assert [standard for standard in STANDARDS if one.knows(standard)] == [EARLY]
    assert not one.says_nothing


def test_a_standard_of_the_city_that_stands_for_several_of_the_taggers_teaches_nothing_false() -> None:
    terms = {**TERMS, "both": [EARLY, LOUD]}
    said: Any = reviewed_as(UUID(int=1), [claim("both", by_person=True)], [decided("both", "accepted", "both")], terms)
    one = Reviewed(text="Früh", language="de", held_out=False, decided_at=NOON, **said)
    assert one.lessons == ()
    assert not one.knows(EARLY)
    assert not one.knows(LOUD)
    assert one.knows(STANDARDS[1])
    assert not one.says_nothing


def seen(draw: random.Random, word: str, logit: float) -> Observed:
    """A text with this word, which the shipped model takes for EARLY as surely as the logit says."""
    text = " ".join([*draw.choices(WORDS, k=8), word])
    logits = np.full(len(STANDARDS), -5.0, np.float32)
    logits[0] = logit
    mean = np.random.default_rng(draw.randrange(10**6)).normal(size=384).astype(np.float32)
    return Observed(text, 0, len(text), logits, max(logit, 0.0), mean, {0: (text, (0.1, 0.8, 0.1))})


def lesson(draw: random.Random, word: str, logit: float, *, touched: bool, stance: int = 1) -> Lesson:
    wanted = np.zeros(len(STANDARDS) + 1, np.float32)
    wanted[0] = wanted[-1] = touched
    stances = {0: stance} if touched else {}
    return Lesson(seen(draw, word, logit), wanted, np.ones_like(wanted), stances, str(draw.random()))


def pushes(adaptation: Adaptation, draw: random.Random, word: str) -> float:
    """What the adaptation adds to EARLY on average, of texts it never saw."""
    some = [seen(draw, word, 2.0) for _ in range(40)]
    return float(np.mean([adaptation.push(one.text, one.mean, one.logits).standards[0] for one in some]))


def test_reviews_that_agree_change_nothing() -> None:
    draw = random.Random(1)
    lessons = [lesson(draw, "früh", 4.0, touched=True) for _ in range(60)]
    lessons += [lesson(draw, "egal", -4.0, touched=False) for _ in range(60)]
    adaptation = learn("base-1", lessons)
    assert pushes(adaptation, draw, "früh") == pushes(adaptation, draw, "egal") == 0
    assert not adaptation.stance_push("früh", 0).any()


def test_one_error_corrected_again_and_again_is_unlearned_and_nothing_else() -> None:
    draw = random.Random(2)
    lessons = [lesson(draw, "Baustelle", 2.0, touched=False) for _ in range(40)]
    lessons += [lesson(draw, "frühzeitig", 2.0, touched=True) for _ in range(40)]
    adaptation = learn("base-1", lessons)
    assert pushes(adaptation, draw, "Baustelle") < -2.5
    assert pushes(adaptation, draw, "frühzeitig") > -0.5
    assert (
        adaptation.push("Baustelle", np.ones(384, np.float32), np.zeros(12, np.float32)).standards[1:].tolist()
        == [0.0] * 11
    )


def test_few_corrections_change_less_than_many() -> None:
    def unlearned(count: int) -> float:
        draw = random.Random(5)
        lessons = [lesson(draw, "Baustelle", 2.0, touched=False) for _ in range(count)]
        return pushes(learn("base-1", lessons), draw, "Baustelle")

    assert unlearned(40) < unlearned(4) <= 0


def test_a_stance_corrected_again_and_again_is_learned() -> None:
    draw = random.Random(4)
    lessons = [lesson(draw, "bitte", 3.0, touched=True, stance=2) for _ in range(40)]
    adaptation = learn("base-1", lessons)
    push = adaptation.stance_push("Weg Licht bitte", 0)
    assert push[2] - push[1] > 2


def test_random_verdicts_teach_no_words() -> None:
    draw = random.Random(6)
    lessons = [lesson(draw, draw.choice(WORDS), 0.0, touched=draw.random() < 0.5) for _ in range(120)]
    adaptation = learn("base-1", lessons)
    pushed = [pushes(adaptation, draw, word) for word in WORDS]
    assert max(pushed) - min(pushed) < 0.7


def test_the_same_lessons_teach_the_same_in_any_order() -> None:
    draw = random.Random(7)
    lessons = [lesson(draw, "Baustelle", 2.0, touched=number % 4 == 0) for number in range(40)]
    first = write_adaptation(learn("base-1", lessons))
    draw.shuffle(lessons)
    assert write_adaptation(learn("base-1", lessons)) == first
    assert len(first) < 400_000


def test_an_adaptation_of_another_model_is_refused() -> None:
    raw = write_adaptation(learn("base-1", [lesson(random.Random(8), "früh", 1.0, touched=True) for _ in range(5)]))
    assert read_adaptation(raw, "base-1").base == "base-1"
    for content, base in ((raw, "base-2"), (b"nothing of the kind", "base-1"), (raw[:-9], "base-1")):
        with pytest.raises(Unfit):
            read_adaptation(content, base)


def found(standard: str, confidence: float = 0.8, stance: Any = "met", quote: str = "Früh") -> Found:
    return Found(standard, stance, 0, len(quote), quote, confidence, 0.3, {"model": "m"})


def texts(count: int) -> list[Labelled]:
    return [Labelled(Passage(str(number), "Früh", "de"), ((EARLY, "met"),)) for number in range(count)]


def test_a_table_says_better_same_and_worse_as_it_is() -> None:
    labelled = texts(40)
    right = [judged(one, (found(EARLY),)) for one in labelled]
    wrong = [judged(one, (found(LOUD),)) for one in labelled]
    assert compare(wrong, right).verdict == "better"
    assert compare(right, wrong).verdict == "worse"
    same = compare(right, right)
    assert same.verdict == "same"
    assert same.measures["micro"].change == (0, 0, 0)


def test_a_table_counts_as_the_bench_does() -> None:
    labelled = [*texts(10), Labelled(Passage("x", "Nichts", "de"), ()), Labelled(Passage("y", "Nichts", "de"), ())]
    tags = [(found(EARLY),) if number < 7 else () for number in range(11)] + [(found(LOUD),)]
    some = [judged(*one) for one in zip(labelled, tags, strict=True)]
    table = compare(some, some)
    assert table.measures["micro"].before[0] == pytest.approx(micro(some), abs=1e-3)
    assert table.measures["untagged"].before[0] == 0.5
    assert table.measures["precision"].before[0] == pytest.approx(7 / 8, abs=1e-3)
    assert (table.measures["untagged"].cases, table.standards[EARLY].cases) == (2, 10)
    low, high = table.measures["micro"].before[1:]
    assert low < table.measures["micro"].before[0] < high


def test_what_both_voices_say_is_surer_and_what_one_says_doubtful() -> None:
    own = [found(EARLY, 0.6), found(LOUD, 0.6)]
    voted = {one.standard: one for one in vote("Früh", own, [Said(EARLY, "met", 0, 4)], "llm")}
    assert voted[EARLY].confidence > 0.6 > voted[LOUD].confidence
    assert voted[LOUD].doubt >= 0.9 > voted[EARLY].doubt
    assert (voted[EARLY].reason["voice"], voted[LOUD].reason["voice"]) == ("llm: agrees", "llm: does not see it")


def test_another_stance_is_a_disagreement_and_changes_no_stance() -> None:
    (one,) = vote("Früh", [found(EARLY, 0.7)], [Said(EARLY, "not_met", 0, 4)], "llm")
    assert (one.stance, one.reason["voice"]) == ("met", "llm: other stance")
    assert one.confidence < 0.7


def test_what_only_the_other_voice_says_waits_for_a_person() -> None:
    (one,) = vote("Früh", [], [Said(EARLY, "met", 0, 4)], "llm")
    assert one.confidence < DOUBTFUL_BELOW
    assert (one.doubt, one.quote, one.reason["model"]) == (1.0, "Früh", "llm")


def test_silence_leaves_the_tags_and_notes_the_doubt() -> None:
    (one,) = unheard([found(EARLY, 0.9)], "llm")
    assert (one.confidence, one.doubt, one.reason["voice"]) == (0.9, 0.4, "llm: silent")


CLAIMS = st.lists(
    st.builds(Said, st.sampled_from(STANDARDS), st.sampled_from(["met", "not_met"]), st.just(0), st.just(4))
)
TAGS = st.lists(st.builds(found, st.sampled_from(STANDARDS), st.floats(0, 1)), unique_by=lambda one: one.standard)


@given(TAGS, CLAIMS)
def test_a_vote_loses_no_tag_and_stays_a_probability(own: list[Found], said: list[Said]) -> None:
    voted = vote("Früh", own, said, "llm")
    assert {(one.standard, one.stance) for one in own} <= {(one.standard, one.stance) for one in voted}
    assert all(0 <= one.confidence <= 1 and 0 <= one.doubt <= 1 and one.quote == "Früh" for one in voted)
    assert len({(one.standard, one.stance) for one in voted}) == len(voted)


def test_who_does_not_answer_is_left_alone_for_a_while_and_then_asked_once() -> None:
    circuit = Circuit()
    for _ in range(FAILURES):
        assert not circuit.is_open(0)
        circuit.note(0, answered=False)
    assert circuit.is_open(REST_S - 1)
    assert not circuit.is_open(REST_S)
    circuit.note(REST_S, answered=False)
    assert circuit.is_open(REST_S + 1)
    circuit.note(2 * REST_S, answered=True)
    assert not circuit.is_open(2 * REST_S)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8080/v1",
        "http://localhost:11434/v1/",
        "http://10.0.0.7/v1",
        "http://192.168.1.9:8000/v1",
        "http://[::1]:8080/v1",
        "http://[fd00::7]/v1",
        "http://sprachmodell:8080/v1",
        "http://llm.intern.local/v1",
        "https://llm.example.org/v1",
    ],
)
def test_a_model_may_be_asked_inside_ones_own_walls_or_encrypted(address: str) -> None:
    assert check_model_address(address) == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "http://llm.example.org/v1",
        "http://8.8.8.8/v1",
        "http://0.0.0.0:8080/v1",
        "http://[2001:4860:4860::8888]/v1",
        "http://[::ffff:8.8.8.8]/v1",
        "ftp://127.0.0.1/v1",
        "127.0.0.1:8080",
        "http://",
        "http://user:secret@127.0.0.1/v1",
        "https://llm.example.org/v1?key=1",
        "http://127.0.0.1:port/v1",
    ],
)
def test_no_words_travel_in_the_clear_to_others(address: str) -> None:
    with pytest.raises(AddressError) as told:
        check_model_address(address)
    assert "secret@" not in str(told.value)


def test_no_model_is_asked_unless_the_city_says_so() -> None:
    assert voice_settings({}) is None


def test_a_wrong_setting_says_which_and_why() -> None:
    with pytest.raises(SettingError, match=r"RESONANZ_MODEL_ADDRESS cannot be used: api\.example\.com is neither"):
        voice_settings({"RESONANZ_MODEL_ADDRESS": "http://api.example.com/v1", "RESONANZ_MODEL_NAME": "x"})
    with pytest.raises(SettingError, match="RESONANZ_MODEL_NAME is missing"):
        voice_settings({"RESONANZ_MODEL_ADDRESS": "http://127.0.0.1/v1"})
    with pytest.raises(SettingError, match="RESONANZ_MODEL_TIMEOUT_S"):
        voice_settings({"RESONANZ_MODEL_ADDRESS": "http://127.0.0.1/v1", "RESONANZ_MODEL_TIMEOUT_S": "soon"})


def test_few_cases_have_no_range_and_few_texts_no_verdict() -> None:
    texts = [Labelled(Passage(str(number), "x", "de"), ((EARLY, "met"),)) for number in range(LEAST_TEXTS)]
    same = [judged(one, ()) for one in texts]
    few, enough = compare(same[:3], same[:3], 20), compare(same, same, 20)
    assert (few.tells, few.measures["micro"].has_range) == (False, False)
    assert (enough.tells, enough.measures["micro"].has_range) == (True, True)
    assert LEAST_TEXTS == LEAST_HELD_OUT, "one rule, said on both sides"
    held_out = [reviewed(f"Text {number}", held_out=True) for number in range(LEAST_HELD_OUT)]
    assert split(held_out, 100).is_comparable
    assert not split(held_out[1:], 100).is_comparable
