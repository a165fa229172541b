"""Character n-grams of a text as hashed numbers: the features of the linear half of the model."""

import itertools
import re
import zlib
from collections import Counter

_WORD = re.compile(r"\w+|[?!…]+")
_SHORTEST, _LONGEST = 2, 5


def grams(text: str, buckets: int) -> Counter[int]:
    """Counts of the hashed 2- to 5-grams within words (with their edges) and of word pairs, by bucket."""
    words = _WORD.findall(text.casefold())
    counts: Counter[int] = Counter()
    for word in words:
        counts.update(_of_word(f" {word} ", buckets))
    counts.update(_bucket(f"{a} {b}", buckets) for a, b in itertools.pairwise(words))
    return counts


def _of_word(word: str, buckets: int) -> list[int]:
    size = len(word)
    return [_bucket(word[at : at + n], buckets) for n in range(_SHORTEST, _LONGEST + 1) for at in range(size - n + 1)]


def _bucket(gram: str, buckets: int) -> int:
    return zlib.crc32(gram.encode()) % buckets
