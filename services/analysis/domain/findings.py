"""What all that is known of a standard in a campaign adds up to: state, strength, trend and contradictions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, Literal
from uuid import UUID

import msgspec

from services.analysis.domain.assessing import STANCES, Stance

State = Literal["kept", "partly", "not_kept", "few"]
Strength = Literal["strong", "medium", "weak", "none"]
Trend = Literal["better", "worse", "steady", "unknown"]

#: Nothing is concluded from fewer voices: a voice is a response, however often it says so.
FEWEST: Final = 5
#: From this share of approval on a standard is kept, and up to its counterpart it is not.
KEPT: Final = 2 / 3
NOT_KEPT: Final = 1 / 3
#: So far apart, two shares contradict each other; so far apart, two weeks show a trend.
APART: Final = 0.35
MOVED: Final = 0.15
#: Source: the catalogue's indicator for early-information, some three weeks between invitation and date.
LONG_ENOUGH: Final = 21


class Voice(msgspec.Struct, frozen=True):
    """A standing tag of one response. `reviewed`: a person decided, and `confidence` is 1."""

    response_id: UUID
    standard: str
    stance: Stance
    confidence: float
    reviewed: bool
    day: date


class Rating(msgspec.Struct, frozen=True):
    """A scale that rates a standard, from 1 (not kept) to 5 (kept)."""

    response_id: UUID
    standard: str
    number: int
    day: date

    @property
    def share(self) -> float:
        return (self.number - 1) / 4


class Fact(msgspec.Struct, frozen=True):
    """What the house itself knows. `kept` None: it speaks neither for nor against."""

    key: str
    standard: str
    count: int
    kept: bool | None


class Share(msgspec.Struct, frozen=True):
    """`share`: how far the standard is kept, from 0 to 1, None for too few voices. `weight`: voices by confidence."""

    voices: int
    weight: float
    share: float | None


class Week(msgspec.Struct, frozen=True):
    """Named by its Monday."""

    monday: date
    share: Share


class Contradiction(msgspec.Struct, frozen=True):
    """`key` names the words, `values` fill them."""

    key: str
    values: Mapping[str, Any]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """`counts`: tags by stance. `mean`: of the ratings. `voices` counts responses that speak for or against."""

    standard: str
    state: State
    strength: Strength
    trend: Trend
    whole: Share
    counts: Mapping[Stance, int]
    reviewed: int
    rated: int
    mean: float | None
    weeks: Sequence[Week]
    facts: Sequence[Fact]
    contradictions: Sequence[Contradiction]


def find(
    standards: Iterable[str], voices: Sequence[Voice], ratings: Sequence[Rating], facts: Sequence[Fact]
) -> list[Finding]:
    """One per standard, in the order given."""
    said, rated, known = _by_standard(voices), _by_standard(ratings), _by_standard(facts)
    return [_finding(one, said[one], rated[one], known[one]) for one in standards]


def state_of_share(share: float | None) -> State:
    if share is None:
        return "few"
    return "kept" if share >= KEPT else "not_kept" if share <= NOT_KEPT else "partly"


def share_of(voices: Iterable[Voice], ratings: Iterable[Rating]) -> Share:
    """Each response is one voice, as sure as its surest part; a suggestion speaks neither for nor against."""
    parts: dict[UUID, list[tuple[float, float]]] = defaultdict(list)
    for voice in voices:
        if voice.stance != "suggestion":
            parts[voice.response_id].append((voice.confidence, float(voice.stance == "met")))
    for rating in ratings:
        parts[rating.response_id].append((1.0, rating.share))
    weight = sum(max(sure for sure, _ in said) for said in parts.values())
    total = sum(max(sure for sure, _ in said) * _mean(said) for said in parts.values())
    return Share(len(parts), weight, total / weight if len(parts) >= FEWEST and weight else None)


def system_facts(opens: date, closes: date, promise_on: date, today: date, languages: int) -> list[Fact]:
    """How long people could take part, in how many languages, and how the promise stands (days left or overdue).

    Whether a promise was kept is not told to analysis, so it speaks neither for nor against.
    """
    days, left = (closes - opens).days, (promise_on - today).days
    return [
        Fact("lead", "early-information", days, days >= LONG_ENOUGH),
        Fact("languages", "accessibility-language", languages, languages > 1),
        Fact("promise-running" if left >= 0 else "promise-due", "feedback-accountability", abs(left), None),
    ]


def _finding(standard: str, voices: Sequence[Voice], ratings: Sequence[Rating], facts: Sequence[Fact]) -> Finding:
    whole, weeks = share_of(voices, ratings), _weeks(voices, ratings)
    numbers = [rating.number for rating in ratings]
    stances = Counter(voice.stance for voice in voices)
    return Finding(
        standard=standard,
        state=state_of_share(whole.share),
        strength=_strength(whole, voices, ratings),
        trend=_trend(weeks),
        whole=whole,
        counts={stance: stances[stance] for stance in STANCES},
        reviewed=sum(voice.reviewed for voice in voices),
        rated=len(numbers),
        mean=sum(numbers) / len(numbers) if numbers else None,
        weeks=weeks,
        facts=facts,
        contradictions=[*_between(voices, ratings), *_against(whole, facts)],
    )


def _strength(whole: Share, voices: Sequence[Voice], ratings: Sequence[Rating]) -> Strength:
    """Many voices, and at least half of them from people's own hands: ratings, and tags that somebody reviewed."""
    if whole.share is None:
        return "none"
    sure = {voice.response_id for voice in voices if voice.reviewed and voice.stance != "suggestion"}
    sure |= {rating.response_id for rating in ratings}
    if whole.voices < 2 * FEWEST or len(sure) * 4 < whole.voices:
        return "weak"
    return "strong" if whole.voices >= 6 * FEWEST and len(sure) * 2 >= whole.voices else "medium"


def _weeks(voices: Sequence[Voice], ratings: Sequence[Rating]) -> list[Week]:
    days = [*(voice.day for voice in voices), *(rating.day for rating in ratings)]
    mondays = sorted(set(map(_monday, days)))
    return [
        Week(
            monday,
            share_of(
                [one for one in voices if _monday(one.day) == monday],
                [one for one in ratings if _monday(one.day) == monday],
            ),
        )
        for monday in mondays
    ]


def _trend(weeks: Sequence[Week]) -> Trend:
    """From the first week with enough voices to the last."""
    shares = [week.share.share for week in weeks if week.share.share is not None]
    if len(shares) < 2:
        return "unknown"
    moved = shares[-1] - shares[0]
    return "better" if moved >= MOVED else "worse" if moved <= -MOVED else "steady"


def _between(voices: Sequence[Voice], ratings: Sequence[Rating]) -> list[Contradiction]:
    """What people tick against what they write."""
    said, ticked = share_of(voices, ()), share_of((), ratings)
    if said.share is None or ticked.share is None or abs(said.share - ticked.share) < APART:
        return []
    values = {"mean": 1 + 4 * ticked.share, "ticked": ticked.voices, "share": said.share, "said": said.voices}
    return [Contradiction("ticked-said", values)]


def _against(whole: Share, facts: Sequence[Fact]) -> list[Contradiction]:
    """What the house knows of itself against what people say."""
    state = state_of_share(whole.share)
    apart = {("not_kept", True), ("kept", False)}
    return [
        Contradiction(f"{fact.key}-{state.replace('_', '-')}", {"count": fact.count, "voices": whole.voices})
        for fact in facts
        if (state, fact.kept) in apart
    ]


def _by_standard(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.standard].append(row)
    return found


def _mean(said: Sequence[tuple[float, float]]) -> float:
    weight = sum(sure for sure, _ in said)
    return sum(sure * share for sure, share in said) / weight if weight else 0.0


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
