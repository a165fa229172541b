"""Two voices about one text: what both say is surer, what only one says is doubtful."""

import math
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from .found import Found
from .standards import Stance

#: What the other voice adds to the odds when it agrees, and takes from them when it does not.
AGREED, DENIED = 1.0, 1.0
#: Doubt at least: where the voices differ, and where the other one could not be heard.
DIFFERING, UNHEARD = 0.9, 0.4
#: What nobody but the other voice says is put before people, and counts for nothing until one of them decides.
ALONE: Final = 0.2


class Said(msgspec.Struct, frozen=True):
    """What the other voice claims; `text[start:end]` is its quote, in code points of the original."""

    standard: str
    stance: Stance
    start: int
    end: int


def vote(text: str, own: Sequence[Found], other: Iterable[Said], name: str) -> tuple[Found, ...]:
    """The tagger's tags, weighed by what the other voice says, and then what it says alone; surest first."""
    said = list({(one.standard, one.stance): one for one in other}.values())
    known = {one.standard for one in own}
    weighed = [_weighed(one, said, name) for one in own]
    alone = [_alone(text, one, name) for one in said if one.standard not in known]
    return tuple(sorted([*weighed, *alone], key=lambda one: -one.confidence))


def unheard(own: Iterable[Found], name: str) -> tuple[Found, ...]:
    """The tagger's tags alone, with the doubt that nobody else confirmed them."""
    return tuple(_noted(one, one.confidence, max(one.doubt, UNHEARD), f"{name}: silent") for one in own)


def _weighed(one: Found, said: Sequence[Said], name: str) -> Found:
    stances = {other.stance for other in said if other.standard == one.standard}
    if one.stance in stances:
        confidence = _moved(one.confidence, AGREED)
        return _noted(one, confidence, _doubt(confidence), f"{name}: agrees")
    confidence = _moved(one.confidence, -DENIED)
    word = "other stance" if stances else "does not see it"
    return _noted(one, confidence, max(DIFFERING, one.doubt), f"{name}: {word}")


def _alone(text: str, one: Said, name: str) -> Found:
    return Found(
        standard=one.standard,
        stance=one.stance,
        start=one.start,
        end=one.end,
        quote=text[one.start : one.end],
        confidence=ALONE,
        doubt=1.0,
        reason={"model": name, "rule": "language model", "voice": f"{name}: alone"},
    )


def _noted(one: Found, confidence: float, doubt: float, word: str) -> Found:
    return msgspec.structs.replace(
        one, confidence=round(confidence, 4), doubt=round(doubt, 4), reason={**one.reason, "voice": word}
    )


def _moved(share: float, by: float) -> float:
    """A probability whose log-odds are moved."""
    share = min(max(share, 1e-4), 1 - 1e-4)
    return 1 / (1 + math.exp(-(math.log(share / (1 - share)) + by)))


def _doubt(confidence: float) -> float:
    """Entropy in bits, 1 at even odds or less: as the tagger's own."""
    p = min(max(confidence, 0.5), 1 - 1e-6)
    return -(p * math.log2(p) + (1 - p) * math.log2(1 - p))
