"""Words by which a topic shows: looked up by their beginnings, in German and Arabic inside words as well."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")
_LONGEST: Final = 16
#: Shorter ones count only as whole words, but in Arabic, which writes article and prepositions onto the word.
_BEGINNING: Final = 4
#: How long a piece must be to count within a German compound.
_WITHIN: Final = 6
#: As many letters may stand before an Arabic word.
_PREFIXED: Final = 4


class TopicWords:
    """`lists`: topic → language → its words, separated by `|`; `=` before one: the whole word only."""

    def __init__(self, lists: Mapping[str, Mapping[str, str]]) -> None:
        self._single: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._several: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for topic, by_language in lists.items():
            for language, words in by_language.items():
                for word in words.casefold().split("|"):
                    if " " in word:
                        self._several[language].append((word, topic))
                    else:
                        self._single[language][word].append(topic)

    def found(self, text: str, language: str | None) -> dict[str, list[str]]:
        """Topic → its words in the text, sorted. A language without lists is read as German."""
        known = language if language in self._single else "de"
        low = text.casefold()
        hits: dict[str, set[str]] = defaultdict(set)
        for word, topic in self._several[known]:
            if word in low:
                hits[topic].add(word)
        for written in _WORD.findall(low):
            for piece, topics in self._pieces(written, known):
                for topic in topics:
                    hits[topic].add(piece)
        return {topic: sorted(words) for topic, words in hits.items()}

    def _pieces(self, word: str, language: str) -> list[tuple[str, list[str]]]:
        table = self._single[language]
        found = [(word, table[f"={word}"])] if f"={word}" in table else []
        for start in _starts(len(word), language):
            for end in range(start + 2, min(len(word), start + _LONGEST) + 1):
                piece = word[start:end]
                if piece in table and _counts(start, end, len(word), language):
                    found.append((piece, table[piece]))
        return found


def _starts(length: int, language: str) -> range:
    if language == "de":
        return range(max(1, length - _WITHIN + 1))
    return range(min(_PREFIXED + 1, length)) if language == "ar" else range(1)


def _counts(start: int, end: int, length: int, language: str) -> bool:
    if language == "ar":
        return not start or end - start >= _BEGINNING
    if start:
        return end - start >= _WITHIN
    return end - start >= _BEGINNING or end == length
