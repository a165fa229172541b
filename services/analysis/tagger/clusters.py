"""Themes that show in many texts: vectors of character n-grams, k-means on the sphere, words that stand out.

Deterministic: the same texts in the same order give the same clusters. Numpy only; 4,000 texts take a few seconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from .build import ARTEFACT
from .domain.grams import grams
from .topics import CARD, WEIGHTS, TopicCard
from .weights import Floats

#: Numbers of a vector: n-grams are folded into so many, each with a sign of its own.
SIZE: Final = 2048
#: A theme of fewer texts is none.
FEWEST: Final = 5
#: Mean likeness to its centre below which a cluster has nothing in common.
_COHERENT: Final = 0.36
#: Centres closer than this are one theme.
_SAME: Final = 0.6
#: People decide about what comes later: better some that do not belong than some that nobody sees.
_LOOSER: Final = 0.8
_LEAST_REACH: Final = 0.3
_MOST_CLUSTERS: Final = 40
_ROUNDS: Final = 15
_WORDS: Final = 5
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
#: A word in more than this share of the texts says nothing.
_COMMON: Final = 0.25
#: Words that say how and not what, in all eight languages of the form.
_EMPTY: Final = frozenset(
    """
    aber alle also auch auf bitte dann dass denn diese dieser dieses doch dort durch eine einem einen
    einer eines einfach endlich gibt haben hier ihre immer jeder kann kein keine keiner könnte leider
    mehr muss müsste nach nicht nichts noch oder ohne schon sehr sein sich sind sollte sollten sowie
    über unter viel viele vom wäre weil wenn werden wieder wird wurde zwischen
    etwas seid habt hatte hatten waren damit darum dabei davon dafür dazu ganz ganze gerne gibt's hätte ihnen euch eure
    jede jedes jetzt man manche mich mein meine möchte machen macht nichts niemand nein selbst seine seit soll
    sollen sonst statt uns unser unsere vielen vielleicht wollen welche wenig weniger wirklich wollte würde zum zur
    about also because been before could does every from have here into just like more much must need never only other
    please should some that than their them then there these they this very want were what when which will with would
    your
    ama bana beni biraz bizi bizim böyle bunu burada çünkü daha değil diye gibi hem hep için ile kadar lütfen neden olan
    olarak oldu olsa olsun olur onlar orada sadece şey sizin sonra veya yine yani zaman
    أيضا إلى التي الذي الى اليوم انا ايضا بعد بين جدا حتى حول دون ذلك عند على فقط في قبل كان كانت كثير كثيرا كل لكن
    لماذا ليس ليست مثل مع من منذ نحن نريد هذا هذه هنا هناك يجب يكون
    бути було більше вони дуже його коли лише мене навіть немає потрібно просто після також тільки треба хотів через
    щоби
    была были было быть вообще всегда даже если есть когда конечно который лучше меня может можно надо него нужно очень
    после просто себя также такой только тоже хотелось чтобы этого этой этот
    albo bardzo będzie było byłoby były dlaczego dla gdzie jest jeszcze jestem każdy kiedy które który mamy może można
    nawet niech ponieważ proszę przez przed także tego tutaj tylko tych wszystko więcej żeby
    acest aceasta acolo aici aproape aștept atunci avem bine când care către chiar cred dacă decât deci după este foarte
    fost fără mult multe nevoie noastră nostru nouă numai pentru poate prea sunt suntem trebuie unde vrea vrem
    """.split()  # noqa: SIM905 - words read best in few lines
)


class Cluster(NamedTuple):
    """Indices of its texts, most typical first, and how like the centre each is.

    `reach`: what texts that come later should exceed.
    """

    members: list[int]
    likeness: list[float]
    centroid: Floats
    reach: float
    words: list[str]


class Vectoriser:
    """Texts as directions of length one. The frequencies are those of the topic model, so vectors stay comparable."""

    def __init__(self, artefact: Path = ARTEFACT) -> None:
        self.version = msgspec.json.decode((artefact / CARD).read_bytes(), type=TopicCard).version
        with np.load(artefact / WEIGHTS) as stored:
            self._idf = stored["idf"].astype(np.float32)

    def vectors(self, texts: Sequence[str]) -> Floats:
        """[n, SIZE]; a text without letters is all zeros."""
        rows = np.zeros((len(texts), SIZE), np.float32)
        for row, text in zip(rows, texts, strict=True):
            counts = grams(text, len(self._idf))
            buckets = np.fromiter(counts, np.int64, len(counts))
            times = np.fromiter(counts.values(), np.float32, len(counts))
            signs = np.where((buckets // SIZE) % 2, -1.0, 1.0)
            np.add.at(row, buckets % SIZE, signs * (1 + np.log(times)) * self._idf[buckets] ** 2)
        return normed(rows)


@cache
def load_vectoriser() -> Vectoriser:
    return Vectoriser()


def clusters(texts: Sequence[str], vectors: Floats) -> list[Cluster]:
    """What several texts have in common, largest first; most texts may belong to none."""
    if len(texts) < FEWEST:
        return []
    count = min(_MOST_CLUSTERS, max(2, round((len(texts) / 2) ** 0.5)))
    centres = _joined(vectors, _settled(vectors, _spread(vectors, count)))
    nearest = (vectors @ centres.T).argmax(1)
    frequencies = _frequencies(texts)
    found = [_cluster(np.nonzero(nearest == i)[0], texts, vectors, frequencies) for i in range(len(centres))]
    return sorted((one for one in found if one), key=lambda one: (-len(one.members), one.members))


def normed(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9), np.float32)


def packed(centroid: Floats) -> bytes:
    """2 bytes a number."""
    return centroid.astype(np.float16).tobytes()


def unpacked(raw: bytes) -> Floats:
    return np.frombuffer(raw, np.float16).astype(np.float32)


def _spread(vectors: Floats, count: int) -> Floats:
    """Centres to begin with: the most typical text, then again and again one that is unlike all of them.

    Not the most unlike, which is an outlier, but the one at nine tenths of the way there.
    """
    first = int((vectors @ vectors.mean(0)).argmax())
    chosen, likeness = [first], vectors @ vectors[first]
    while len(chosen) < count:
        order = np.argsort(likeness, kind="stable")
        chosen.append(int(order[len(order) // 10]))
        likeness = np.maximum(likeness, vectors @ vectors[chosen[-1]])
    return vectors[chosen]


def _settled(vectors: Floats, centres: Floats) -> Floats:
    """K-means: each text to its nearest centre, each centre to the mean of its texts."""
    nearest = np.full(len(vectors), -1)
    for _ in range(_ROUNDS):
        before, nearest = nearest, (vectors @ centres.T).argmax(1)
        if (before == nearest).all():
            break
        for i in range(len(centres)):
            if (nearest == i).any():
                centres[i] = vectors[nearest == i].sum(0)
        centres = normed(centres)
    return centres


def _joined(vectors: Floats, centres: Floats) -> Floats:
    """Clusters with nearly one centre become one, the most alike first."""
    nearest = (vectors @ centres.T).argmax(1)
    sums = np.stack([vectors[nearest == i].sum(0) for i in range(len(centres)) if (nearest == i).any()])
    while len(sums) > 1:
        unit = normed(sums)
        alike = np.triu(unit @ unit.T, 1)
        one, other = divmod(int(alike.argmax()), len(sums))
        if alike[one, other] < _SAME:
            break
        sums[one] += sums[other]
        sums = np.delete(sums, other, 0)
    return normed(sums)


def _cluster(
    members: NDArray[np.int64], texts: Sequence[str], vectors: Floats, frequencies: Counter[str]
) -> Cluster | None:
    """The typical half is what the theme is about: those far from its centre are left out."""
    if len(members) < FEWEST:
        return None
    likeness = vectors[members] @ normed(vectors[members].sum(0))
    close = members[likeness >= min(_COHERENT, float(np.median(likeness)))]
    centroid = normed(vectors[close].sum(0))
    likeness = vectors[close] @ centroid
    if len(close) < FEWEST or float(likeness.mean()) < _COHERENT:
        return None
    order = np.argsort(-likeness, kind="stable")
    ranked = [float(likeness[i]) for i in order]
    shown = [int(close[i]) for i in order]
    reach = max(_LEAST_REACH, _LOOSER * float(np.quantile(_without_itself(vectors[close]), 0.25)))
    return Cluster(shown, ranked, centroid, reach, _telling([texts[i] for i in shown], frequencies, len(texts)))


def _without_itself(members: Floats) -> Floats:
    """How like each text is the centre of the others: what a text that comes later can be expected to reach."""
    others = normed(members.sum(0) - members)
    return np.asarray((members * others).sum(1), np.float32)


def _frequencies(texts: Sequence[str]) -> Counter[str]:
    """In how many texts each word stands."""
    return Counter(word for text in texts for word in set(_WORD.findall(text.lower())) - _EMPTY)


def _telling(texts: Sequence[str], frequencies: Counter[str], whole: int) -> list[str]:
    """Words that stand in many of these texts and in few others; of words with one beginning the commonest."""
    own = _frequencies(texts)
    expected = len(texts) / whole
    scores = {
        word: times * float(np.log(times / len(texts) * whole / frequencies[word]))
        for word, times in own.items()
        if times > 1 and (frequencies[word] <= max(_COMMON * whole, len(texts)) or expected > _COMMON)
    }
    found: list[str] = []
    for word in sorted(scores, key=lambda word: (-scores[word], word)):
        if scores[word] > 0 and all(word[:5] != other[:5] for other in found):
            found.append(word)
    return found[:_WORDS]
