"""What somebody looks for in texts: words, found also where they go on or are bent."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MOST_LETTERS: Final = 100
MOST_WORDS: Final = 6
#: Endings that German adds and takes away.
BENT: Final = 3
SHORT: Final = 4
_WORD: Final = re.compile(r"\w+")


def words_of(typed: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(typed[:MOST_LETTERS]))[:MOST_WORDS]


def query_of(words: tuple[str, ...]) -> str:
    """For PostgreSQL's to_tsquery: all words, each with whatever follows. Words hold no sign that means something."""
    return " & ".join(f"{word}:*" for word in words)


def is_seen_in(words: tuple[str, ...], text: str) -> bool:
    """Whether the words stand in what is shown: what is masked cannot be found out by looking for it."""
    plain = folded(text)
    return all(_stem(folded(word)) in plain for word in words)


def folded(text: str) -> str:
    """Without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _stem(word: str) -> str:
    return word[: max(SHORT, len(word) - BENT)]
