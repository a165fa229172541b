"""The lexicon tagger: exact quotes in every language, a stance, a checkable reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.tagger import Passage, load_tagger
from services.analysis.tagger.domain.lexicon import LEXICON, hits
from services.analysis.tagger.domain.standards import LANGUAGES, STANDARDS

TAGGER = load_tagger("lexicon")


def test_every_standard_has_words_in_every_language() -> None:
    assert set(LEXICON) == set(STANDARDS)
    assert all(set(by_lang) == set(LANGUAGES) for by_lang in LEXICON.values())


@pytest.mark.parametrize(
    ("lang", "text", "standard", "stance"),
    [
        ("de", "Seit Mai Funkstille, niemand meldet sich.", "feedback-accountability", "not_met"),
        ("en", "Please bring a sign language interpreter.", "accessibility-language", "suggestion"),
        ("tr", "Toplantıdan haberimiz olmadı.", "early-information", "not_met"),
        ("pl", "Moderator nie dał mi skończyć.", "respect-fairness", "not_met"),
        ("uk", "Протокол ніде не знайти.", "documentation-traceability", "not_met"),
        ("ro", "Niciun răspuns din martie.", "feedback-accountability", "not_met"),
    ],
)
def test_a_plain_sentence_is_tagged(lang: str, text: str, standard: str, stance: str) -> None:
    (found,) = TAGGER.tag([Passage("1", text, lang)])
    assert (standard, stance) in {(f.standard, f.stance) for f in found}


def test_a_greeting_gets_no_tag() -> None:
    assert TAGGER.tag([Passage("1", "Hallo zusammen, schönes Wochende!", "de")]) == [()]


@given(
    st.lists(
        st.sampled_from(["Gru\u0308ße, ", "keine Antwort. ", "ликвид ", "лифт? ", "🙂", "مصعد ", "minutes\n"]),
        max_size=9,
    )
)
def test_every_quote_is_the_slice_of_the_original(parts: list[str]) -> None:
    text = "".join(parts)
    (found,) = TAGGER.tag([Passage("1", text)])
    assert all(text[f.start : f.end] == f.quote and f.quote for f in found)
    assert len({f.standard for f in found}) == len(found)


def test_hits_say_where_they_stand() -> None:
    text = "Erst die Treppe, dann das Protokoll."
    assert [(h.standard, text[h.start : h.end]) for h in hits(text, "de")] == [
        ("accessibility-language", "Treppe"),
        ("documentation-traceability", "Protokoll"),
    ]
