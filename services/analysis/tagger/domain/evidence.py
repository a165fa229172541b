"""From a score per token to the passage a tag stands on."""

from collections.abc import Sequence

import msgspec

from .units import Unit, trim


class Span(msgspec.Struct, frozen=True):
    """A passage [start, end) of the text and the sum of its tokens' scores."""

    start: int
    end: int
    score: float


def best_span(text: str, starts: Sequence[int], ends: Sequence[int], scores: Sequence[float]) -> Span:
    """The run of tokens whose scores add up highest, widened to whole words.

    `scores` are above 0 where a token speaks for the passage, below 0 where against. Tokens that stand for no
    character (start == end) count nothing. Without any token the whole text is the passage.
    """
    best, best_at = float("-inf"), (0, len(text))
    total, first = 0.0, 0
    for start, end, score in zip(starts, ends, scores, strict=True):
        if start == end:
            continue
        if total <= 0:
            total, first = 0.0, start
        total += score
        if total > best:
            best, best_at = total, (first, end)
    start, end = trim(text, *whole_words(text, *best_at))
    return Span(start, end, best) if end > start else Span(0, len(text), best)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen [start, end) to the edges of the words it cuts."""
    while 0 < start < len(text) and _in_word(text[start]) and _in_word(text[start - 1]):
        start -= 1
    while 0 < end < len(text) and _in_word(text[end - 1]) and _in_word(text[end]):
        end += 1
    return start, end


def snapped(text: str, span: Span, units: Sequence[Unit], reach: float = 0.34) -> Span:
    """Move each edge to the edge of its unit when less than `reach` of that unit lies between."""
    start, end = span.start, span.end
    for unit in units:
        size = unit.end - unit.start
        if unit.start < start < unit.end and start - unit.start <= reach * size:
            start = unit.start
        if unit.start < end < unit.end and unit.end - end <= reach * size:
            end = unit.end
    return Span(start, end, span.score)


def overlap(a: Span, b: Span) -> float:
    """Share of the shorter of two passages that lies in the other (0–1)."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return max(0, common) / max(1, min(a.end - a.start, b.end - b.start))


def _in_word(char: str) -> bool:
    return char.isalnum() or char in "'’-_"
