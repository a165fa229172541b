"""SentencePiece unigram in plain Python, with offsets: text to token ids and where each token stands in the text.

The same segmentation as the wheel's `e5.c`: characters swapped by its map, blanks collapsed, a mark before each word,
then the likeliest pieces (Viterbi). No piece crosses a word, so words are segmented one by one and remembered.
"""

import re
from typing import NamedTuple

from .weights import LONGEST, Vocabulary

_MARK = "▁"
_PREFIX = "query: "
_PIECE_LENGTH = 16
_REMEMBERED = 50_000
_WORD = re.compile(r"[^ ]+")


class Tokens(NamedTuple):
    """Ids with <s>, prefix and </s>; `starts[i]:ends[i]` is token i in the text, empty for those not of the text."""

    ids: list[int]
    starts: list[int]
    ends: list[int]


class Tokeniser:
    """Holds the vocabulary (about 40 MB) and the words seen; not for use from several threads at once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._unknown_score = min(vocabulary.scores) - 10.0
        self._known: dict[str, tuple[tuple[int, int], ...]] = {}
        self._prefix = [i for i, _ in self._pieces(_MARK + _PREFIX.strip())]

    def encode(self, text: str, longest: int = LONGEST) -> Tokens:
        """Tokens of a text, cut after `longest` ids; offsets count code points of `text`."""
        normal, places = self._normal(text)
        ids = [self._vocabulary.bos, *self._prefix]
        starts, ends = [0] * len(ids), [0] * len(ids)
        for word in _WORD.finditer(normal):
            at = word.start() - 1  # the mark before a word stands for no character
            for piece, length in self._pieces(_MARK + word.group()):
                first, last = max(at, word.start()), at + length - 1
                ids.append(piece)
                starts.append(places[first])
                ends.append(places[last] + 1 if last >= first else places[first])
                at += length
        last_kept = longest - 1
        cut = Tokens(ids[:last_kept], starts[:last_kept], ends[:last_kept])
        return Tokens([*cut.ids, self._vocabulary.eos], [*cut.starts, 0], [*cut.ends, 0])

    def _normal(self, text: str) -> tuple[str, list[int]]:
        """The text with swaps made, and the place in `text` of each of its characters."""
        swaps = self._vocabulary.swaps
        chars: list[str] = []
        places: list[int] = []
        for place, char in enumerate(text):
            into = swaps.get(char, char)
            chars.append(into)
            places.extend([place] * len(into))
        return "".join(chars), places

    def _pieces(self, word: str) -> tuple[tuple[int, int], ...]:
        """(id, length in characters) of the pieces of a marked word."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = tuple(self._segment(word))
        return known

    def _segment(self, word: str) -> list[tuple[int, int]]:
        pieces, scores = self._vocabulary.pieces, self._vocabulary.scores
        size = len(word)
        best = [0.0] + [-1e30] * size
        back: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for at in range(size):
            for end in range(at + 1, min(size, at + _PIECE_LENGTH) + 1):
                piece = pieces.get(word[at:end])
                if piece is None and end > at + 1:
                    continue
                score = best[at] + (self._unknown_score if piece is None else scores[piece])
                if score > best[end]:
                    best[end], back[end] = score, (self._vocabulary.unknown if piece is None else piece, at)
        found = []
        while size > 0:
            piece, start = back[size]
            found.append((piece, size - start))
            size = start
        return found[::-1]
