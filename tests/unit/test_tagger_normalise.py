"""Offsets survive normalisation."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from services.analysis.tagger.domain.normalise import normalise

# Decomposed letters, marks out of order, jamo, Arabic marks, emoji: what phones really send.
written = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("aoué\u0308\u0301\u0323ᄒ\u1161\u11abئ\u064b\u0651 🙂\u200d"))
)


@given(written)
@example("Gru\u0308ße a\u0323\u0301b")
def test_the_text_becomes_nfc(text: str) -> None:
    assert normalise(text).text == unicodedata.normalize("NFC", text)


@given(written, st.data())
def test_every_passage_leads_back_to_the_same_words(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    left, right = normal.original_span(start, end)
    assert 0 <= left <= right <= len(text)
    assert normal.text[start:end] in unicodedata.normalize("NFC", text[left:right]) or start == end


@given(written)
def test_the_whole_leads_back_to_the_whole(text: str) -> None:
    normal = normalise(text)
    assert normal.original_span(0, len(normal.text)) == (0, len(text))


def test_a_passage_after_a_decomposed_letter_keeps_its_place() -> None:
    text = "Gru\u0308ße! Niemand hat geantwortet."
    normal = normalise(text)
    start = normal.text.index("Niemand")
    left, right = normal.original_span(start, start + 7)
    assert text[left:right] == "Niemand"
    assert normal.normal_span(left, right) == (start, start + 7)
