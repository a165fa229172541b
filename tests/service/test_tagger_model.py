"""The trained model: loads, keeps its promises on any text, and is not broken (a floor under its quality)."""

import subprocess
import sys
import unicodedata
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.analysis.tagger import Found, Passage, Tagger, load_tagger
from services.analysis.tagger.domain.standards import STANCES, STANDARDS
from services.analysis.tagger.evaluate import Report, measure

LAMENT = "Der Abend war nett, aber von meinem Vorschlag habe ich seit März nichts mehr gehört."


@cache
def _tagger() -> Tagger:
    return load_tagger("model")


@cache
def _report() -> Report:
    return measure(_tagger(), rounds=20)


def _tag(text: str, lang: str | None = None) -> tuple[Found, ...]:
    (found,) = _tagger().tag([Passage("1", text, lang)])
    return found


def test_the_model_is_there_and_says_which_it_is() -> None:
    assert _tagger().version.startswith("e5-ft-")
    assert _tagger().catalogue_version == 1


def test_best_is_the_model() -> None:
    assert load_tagger().version == _tagger().version


def test_a_plain_lament_is_tagged_with_quote_and_reason() -> None:
    found = _tag(LAMENT, "de")
    tag = found[0]
    assert (tag.standard, tag.stance) == ("feedback-accountability", "not_met")
    assert "gehört" in tag.quote
    assert tag.reason["model"] == _tagger().version
    assert tag.reason["like"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "🙂🙂", "...", "1234", "\u200f", "a"])
def test_a_text_without_words_gets_no_tag(text: str) -> None:
    assert _tag(text) == ()


def test_decomposed_letters_change_neither_tags_nor_quotes() -> None:
    composed, decomposed = _tag(LAMENT, "de"), _tag(unicodedata.normalize("NFD", LAMENT), "de")
    assert [t.standard for t in composed] == [t.standard for t in decomposed]
    assert [t.quote for t in composed] == [unicodedata.normalize("NFC", t.quote) for t in decomposed]


def test_a_long_text_is_read_to_its_end() -> None:
    text = "Die Sonne schien und der Kuchen war gut. " * 200 + LAMENT
    assert any(t.start > 8000 and t.standard == "feedback-accountability" for t in _tag(text, "de"))


def test_neighbours_in_a_batch_change_nothing() -> None:
    texts = [LAMENT, "No lift, so I waited in the hall.", "ok"]
    together = _tagger().tag([Passage(str(i), t) for i, t in enumerate(texts)])
    assert together == [_tag(t) for t in texts]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Gru\u0308ße ", LAMENT, "لم يردّ أحد", " Ніхто не відповів!", "\n", "🙂", "??", "e\u0301"]),
        max_size=8,
    )
)
def test_every_tag_keeps_its_promises(parts: list[str]) -> None:
    text = "".join(parts)
    for tag in _tag(text):
        assert text[tag.start : tag.end] == tag.quote
        assert tag.quote.strip()
        assert tag.standard in STANDARDS
        assert tag.stance in STANCES
        assert 0 <= tag.confidence <= 1
        assert 0 <= tag.doubt <= 1


def test_quality_on_the_development_texts_is_not_broken() -> None:
    report = _report()
    assert report.micro[0] >= 0.55
    assert report.stance_micro[0] >= 0.40
    assert report.untagged[0] >= 0.80
    assert report.passage[0] >= 0.60


def test_a_worker_stays_within_its_memory() -> None:
    worker = "from services.analysis.tagger.evaluate import measure; print(measure(rounds=1).memory_mb)"
    done = subprocess.run([sys.executable, "-c", worker], capture_output=True, check=True, text=True)
    assert float(done.stdout) <= 600
