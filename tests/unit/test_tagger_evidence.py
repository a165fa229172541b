"""The passage is the stretch its tokens speak for, in whole words."""

from hypothesis import given
from hypothesis import strategies as st

from services.analysis.tagger.domain.evidence import Span, best_span, overlap, snapped, whole_words
from services.analysis.tagger.domain.units import clauses

TEXT = "Schöner Abend, aber niemand hat geantwortet."


def test_the_strongest_run_of_tokens_is_widened_to_words() -> None:
    starts, ends = [0, 0, 8, 15, 20, 28, 32], [0, 7, 13, 19, 24, 31, 43]
    span = best_span(TEXT, starts, ends, [9.0, -1, -1, -1, 0.5, 0.2, 0.9])
    assert TEXT[span.start : span.end] == "niemand hat geantwortet"


def test_without_tokens_the_whole_text_is_the_passage() -> None:
    assert best_span("abc", [], [], []).end == 3


def test_an_edge_near_its_clause_moves_there() -> None:
    span = Span(24, 43, 1.0)
    moved = snapped(TEXT, span, clauses(TEXT, "de"))
    assert TEXT[moved.start : moved.end] == "aber niemand hat geantwortet."


def test_overlap_is_the_share_of_the_shorter() -> None:
    assert overlap(Span(0, 10, 0), Span(5, 9, 0)) == 1.0
    assert overlap(Span(0, 4, 0), Span(4, 9, 0)) == 0.0


@given(st.text(min_size=1), st.data())
def test_a_passage_always_lies_in_the_text(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    starts, ends = [0, *cuts], [*cuts, len(text)]
    scores = data.draw(st.lists(st.floats(-1, 1), min_size=len(starts), max_size=len(starts)))
    span = best_span(text, starts, ends, scores)
    assert 0 <= span.start < span.end <= len(text)
    left, right = whole_words(text, span.start, span.end)
    assert left <= span.start
    assert right >= span.end
