"""What reviews taught on top of the shipped model: small changes to its logits, kept in a few hundred kilobytes.

The shipped model stays as it is. An adaptation adds to its logits: per standard, for "says something about any", and
for the stance of a quote. Where it knows nothing it adds next to nothing, so the model it was made for speaks.
"""

import math
from collections.abc import Collection
from functools import cached_property
from typing import Final, NamedTuple, Protocol, runtime_checkable

import msgspec
import numpy as np

from .domain.found import Passage, Tagger
from .domain.grams import grams
from .domain.standards import STANCES, STANDARDS
from .weights import Floats

S, K = len(STANDARDS), len(STANCES)
#: Outputs: one per standard, and the last for "any standard".
OUTPUTS: Final = S + 1
BUCKETS: Final = 4096
#: Shares of the kinds of features: what the shipped model takes a text for, what it means, how it is written, that it
#: is a text at all (little: people review what is doubtful, not a fair sample), and which standard a stance is to.
OPINION, MEANING, WRITING, PRESENCE, STANDARD = 1.0, 1.0, 1.5, 0.3, 1.0
FORM: Final = 1


class Unfit(ValueError):
    """An adaptation that this program or this model cannot use; the message says why."""


class Push(NamedTuple):
    """What an adaptation adds to the logits of one window: standards [12], any standard."""

    standards: Floats
    any_standard: float


class Adapter(Protocol):
    """Anything that corrects the shipped model's logits."""

    def push(self, text: str, mean: Floats, logits: Floats) -> Push: ...

    def stance_push(self, quote: str, standard: int) -> Floats: ...


class Neutral:
    """The shipped model as it is."""

    def push(self, text: str, mean: Floats, logits: Floats) -> Push:
        return Push(np.zeros(S, np.float32), 0.0)

    def stance_push(self, quote: str, standard: int) -> Floats:
        return np.zeros(K, np.float32)


NEUTRAL: Final = Neutral()


class Observed(NamedTuple):
    """What the shipped model thinks of one window [start, end) of a passage, in the original's code points.

    `logits` [12], `gate`: of any standard; `mean` [384]; `stances`: per standard asked for, the quote and its shares.
    """

    text: str
    start: int
    end: int
    logits: Floats
    gate: float
    mean: Floats
    stances: dict[int, tuple[str, tuple[float, ...]]]


@runtime_checkable
class Teachable(Tagger, Protocol):
    """A tagger that reviews can teach."""

    def observe(self, passage: Passage, standards: Collection[int]) -> list[Observed]: ...

    def adapted(self, adapter: Adapter, version: str) -> Tagger: ...


class Common(NamedTuple):
    """What the reviewed texts have in common: mean of their meaning [H], rarity of n-grams and their mean [BUCKETS]."""

    centre: Floats
    rarity: Floats
    habit: Floats


class Adaptation(msgspec.Struct, frozen=True, dict=True):
    """Weights as little-endian float16: `standards` [12 + H + BUCKETS + 1, 13], `stances` [BUCKETS + 12, 3]; and what
    all reviewed texts have in common, which teaches nothing: `centre` [H] and `habit` [BUCKETS] of their features, with
    `rarity` [BUCKETS]. `base`: the version of the model it was made for.
    """

    form: int
    base: str
    centre: bytes
    rarity: bytes
    habit: bytes
    standards: bytes
    stances: bytes

    def push(self, text: str, mean: Floats, logits: Floats) -> Push:
        found = text_features(text, mean, logits, self._common) @ self._standards
        return Push(np.asarray(found[:S], np.float32), float(found[S]))

    def stance_push(self, quote: str, standard: int) -> Floats:
        return np.asarray(stance_features(quote, standard, self._common) @ self._stances, np.float32)

    @cached_property
    def _common(self) -> Common:
        return Common(unpacked(self.centre), unpacked(self.rarity), unpacked(self.habit))

    @cached_property
    def _standards(self) -> Floats:
        return unpacked(self.standards).reshape(-1, OUTPUTS)

    @cached_property
    def _stances(self) -> Floats:
        return unpacked(self.stances).reshape(-1, K)


def text_features(text: str, mean: Floats, logits: Floats, common: Common) -> Floats:
    """What the model takes the text for, what it means, how it is written, and a constant; [12 + H + BUCKETS + 1].

    Meaning and writing have a fixed length, so that long texts push no harder than short ones.
    """
    opinion = OPINION / (1 + np.exp(-np.clip(logits, -30, 30)))
    meaning = mean - common.centre
    meaning = meaning * (MEANING / max(float(np.linalg.norm(meaning)), 1e-9))
    written = WRITING * (writing(text, common.rarity) - common.habit)
    return np.concatenate([opinion, meaning, written, [PRESENCE]]).astype(np.float32)


def stance_features(quote: str, standard: int, common: Common) -> Floats:
    """How the quote is written, and to which standard its stance is; [BUCKETS + 12]."""
    own = np.zeros(S, np.float32)
    own[standard] = STANDARD
    return np.concatenate([WRITING * (writing(quote, common.rarity) - common.habit), own]).astype(np.float32)


def writing(text: str, rarity: Floats) -> Floats:
    """Hashed character n-grams, rare ones more than common ones, length 1; [BUCKETS]."""
    found = np.zeros(BUCKETS, np.float32)
    for bucket, count in grams(text, BUCKETS).items():
        found[bucket] = 1 + math.log(count)
    found *= rarity
    return np.asarray(found / max(float(np.linalg.norm(found)), 1e-9), np.float32)


def packed(values: Floats) -> bytes:
    return np.asarray(values, "<f2").tobytes()


def unpacked(raw: bytes) -> Floats:
    return np.frombuffer(raw, "<f2").astype(np.float32)


def write_adaptation(adaptation: Adaptation) -> bytes:
    return msgspec.msgpack.encode(adaptation)


def read_adaptation(raw: bytes, base: str) -> Adaptation:
    """Raises Unfit for one that was made for another model, or that this program cannot read."""
    try:
        found = msgspec.msgpack.decode(raw, type=Adaptation)
    except (msgspec.DecodeError, msgspec.ValidationError):
        raise Unfit("this is no adaptation") from None
    if (found.form, found.base) != (FORM, base):
        raise Unfit(f"made for {found.base}, not for {base}")
    return found
