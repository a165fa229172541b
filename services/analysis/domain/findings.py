"""What all that is known of a standard in a campaign adds up to: state, strength, trend and contradictions.

Four kinds of evidence meet: what people write (standing tags), what they tick (ratings), what the responsible
department answers, and what the system knows (facts.py). People decide; facts weigh a little beside them; the
department's answers are never added in: they are the other side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import sqrt
from typing import Any, Final, Literal, NamedTuple
from uuid import UUID

import msgspec

from services.analysis.domain.assessing import STANCES, Stance
from services.analysis.domain.counts import FEWEST
from services.analysis.domain.facts import FULL, Fact

State = Literal["kept", "partly", "not_kept", "open"]
Strength = Literal["strong", "medium", "weak", "none"]
Direction = Literal["better", "worse", "steady", "unclear", "unknown"]
Who = Literal["people", "ticked", "said", "department", "fact"]

#: From this share of approval on a standard is kept, and up to its counterpart it is not.
KEPT: Final = 2 / 3
NOT_KEPT: Final = 1 / 3
#: So far apart, two shares contradict each other.
APART: Final = 0.35
#: A change that surely stays within this is none.
STEADY: Final = 0.2
#: Half the width of the interval that evidence may have to be called strong.
NARROW: Final = 0.15
#: Normal quantiles for intervals of 95 %, and of 90 % for a change.
Z_95: Final = 1.96
Z_90: Final = 1.645
#: What worries most comes first.
_WORRY: Final[Sequence[State]] = ("not_kept", "partly", "kept", "open")
_SURE: Final[Sequence[Strength]] = ("strong", "medium", "weak", "none")


class Voice(msgspec.Struct, frozen=True):
    """A standing tag of one response. `reviewed`: a person decided, and `confidence` is 1."""

    response_id: UUID
    standard: str
    stance: Stance
    confidence: float
    reviewed: bool
    day: date
    department: bool = False


class Rating(msgspec.Struct, frozen=True):
    """A scale that rates a standard, from 1 (not kept) to `points` (kept)."""

    response_id: UUID
    standard: str
    number: int
    day: date
    points: int = 5
    question: str = ""
    department: bool = False

    @property
    def share(self) -> float:
        """From 0 to 1, also where an older questionnaire had more points."""
        return min(1.0, (self.number - 1) / (self.points - 1))


class Opinion(NamedTuple):
    """What one response says of the standard: how sure, and how far it is kept, both from 0 to 1."""

    sure: float
    share: float
    day: date


class Share(msgspec.Struct, frozen=True):
    """`share`: how far the standard is kept, from 0 to 1, None for too few voices. `weight`: voices by confidence.

    `low` to `high`: where it would lie with 95 % certainty if these people had been drawn by lot. `agreed`: the part
    of the voices on the larger side.
    """

    voices: int
    weight: float
    share: float | None
    low: float = 0.0
    high: float = 1.0
    agreed: float = 0.0


class Trend(msgspec.Struct, frozen=True):
    """From the first half of the time to the second: `change` of the share, give or take `margin` (90 %)."""

    direction: Direction
    change: float = 0.0
    margin: float = 0.0


class Week(msgspec.Struct, frozen=True):
    """Named by its Monday."""

    monday: date
    share: Share


class Department(msgspec.Struct, frozen=True):
    """What the responsible department's own answers say. `agreeing` of `voices` say that the standard is kept.

    `mean`: of its ratings, on five points. Few as they are, they are shown: an office speaks, not a participant.
    """

    voices: int
    agreeing: int
    share: float | None
    rated: int
    mean: float | None
    counts: Mapping[Stance, int]


class View(msgspec.Struct, frozen=True):
    """One side of a contradiction: `count` of those who say so, their share, the mean of what they ticked."""

    who: Who
    count: int
    share: float | None = None
    mean: float | None = None
    agreeing: int = 0
    fact: Fact | None = None


class Contradiction(msgspec.Struct, frozen=True):
    """Each of the others says something else than the one; they are several only where they are facts."""

    one: View
    others: tuple[View, ...]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """`whole`: what people say; `with_facts`: the share that makes the state, None for too few voices.

    `tipped`: without the facts the state would be another. `counts`: people's tags by stance. `mean`: of their
    ratings, on five points, None for too few. `department` None: it said nothing of this standard.
    """

    standard: str
    state: State
    tipped: bool
    strength: Strength
    trend: Trend
    whole: Share
    with_facts: float | None
    counts: Mapping[Stance, int]
    reviewed: int
    rated: int
    mean: float | None
    weeks: Sequence[Week]
    facts: Sequence[Fact]
    department: Department | None
    contradictions: Sequence[Contradiction]

    @property
    def is_silent(self) -> bool:
        """Whether nobody says anything and nothing is known."""
        return not (self.whole.voices or self.counts["suggestion"] or self.department or self.facts)


def find(
    standards: Iterable[str], voices: Sequence[Voice], ratings: Sequence[Rating], facts: Sequence[Fact]
) -> list[Finding]:
    """One per standard, in the order given."""
    said, rated, known = _by_standard(voices), _by_standard(ratings), _by_standard(facts)
    return [_finding(one, said[one], rated[one], known[one]) for one in standards]


def by_worry(findings: Iterable[Finding]) -> list[Finding]:
    """What is surely not kept first; of what is open, that which facts speak against."""

    def rank(one: Finding) -> tuple[int, int, float]:
        against = sum(fact.evidence for fact in one.facts if not fact.kept)
        worst = -against if one.with_facts is None else one.with_facts
        return _WORRY.index(one.state), _SURE.index(one.strength), worst

    return sorted(findings, key=rank)


def worst_of(findings: Sequence[Finding]) -> Finding | None:
    """What worries most, of findings in that order; None where nothing is violated."""
    return next((one for one in findings if one.state in ("not_kept", "partly")), None)


def state_of_share(share: float | None) -> State:
    if share is None:
        return "open"
    return "kept" if share >= KEPT else "not_kept" if share <= NOT_KEPT else "partly"


def state_of(share: float | None, whole: Share) -> State:
    """A clear yes or no that the range of what people say allows to be the opposite is open."""
    state = state_of_share(share)
    denied = (state == "kept" and whole.low <= NOT_KEPT) or (state == "not_kept" and whole.high >= KEPT)
    return "open" if denied else state


def share_of(voices: Iterable[Voice], ratings: Iterable[Rating], fewest: int = FEWEST) -> Share:
    """Each response is one voice, as sure as its surest part; a suggestion speaks neither for nor against."""
    opinions = opinions_of(voices, ratings)
    weight = sum(one.sure for one in opinions)
    if len(opinions) < max(fewest, 1) or not weight:
        return Share(len(opinions), weight, None)
    share = sum(one.sure * one.share for one in opinions) / weight
    low, high = _interval(share, weight)
    approving = sum(one.share > 0.5 for one in opinions)
    opposing = sum(one.share < 0.5 for one in opinions)
    return Share(len(opinions), weight, share, low, high, max(approving, opposing) / len(opinions))


def opinions_of(voices: Iterable[Voice], ratings: Iterable[Rating]) -> list[Opinion]:
    """One per response that speaks for or against."""
    parts: dict[UUID, list[Opinion]] = defaultdict(list)
    for voice in voices:
        if voice.stance != "suggestion":
            parts[voice.response_id].append(Opinion(voice.confidence, float(voice.stance == "met"), voice.day))
    for rating in ratings:
        parts[rating.response_id].append(Opinion(1.0, rating.share, rating.day))
    return [Opinion(max(part.sure for part in said), _mean(said), said[0].day) for said in parts.values()]


def trend_of(opinions: Sequence[Opinion]) -> Trend:
    """The half of the days up to the middle against the half after it, each with enough voices.

    Source of the margin: Agresti and Caffo 2000, a yes and a no are added to each half.
    """
    if not opinions:
        return Trend("unknown")
    first, last = min(one.day for one in opinions), max(one.day for one in opinions)
    middle = first + (last - first) / 2
    early = [one for one in opinions if one.day <= middle]
    late = [one for one in opinions if one.day > middle]
    if min(len(early), len(late)) < FEWEST:
        return Trend("unknown")
    (before, spread), (after, more) = _softened(early), _softened(late)
    return _trend(after - before, Z_90 * sqrt(spread + more))


def _trend(change: float, margin: float) -> Trend:
    if abs(change) > margin:
        return Trend("better" if change > 0 else "worse", change, margin)
    return Trend("steady" if abs(change) + margin <= STEADY else "unclear", change, margin)


def _finding(standard: str, voices: Sequence[Voice], ratings: Sequence[Rating], facts: Sequence[Fact]) -> Finding:
    people = [one for one in voices if not one.department]
    ticked = [one for one in ratings if not one.department]
    whole, stances = share_of(people, ticked), Counter(one.stance for one in people)
    with_facts = _with_facts(whole, facts)
    department = _department([one for one in voices if one.department], [one for one in ratings if one.department])
    return Finding(
        standard=standard,
        state=state_of(with_facts, whole),
        tipped=state_of(with_facts, whole) != state_of(whole.share, whole),
        strength=_strength(whole, people, ticked),
        trend=trend_of(opinions_of(people, ticked)),
        whole=whole,
        with_facts=with_facts,
        counts={stance: stances[stance] for stance in STANCES},
        reviewed=sum(one.reviewed for one in people),
        rated=len(ticked),
        mean=_mean_of(ticked) if len(ticked) >= FEWEST else None,
        weeks=_weeks(people, ticked),
        facts=facts,
        department=department,
        contradictions=_contradictions(people, ticked, whole, department, facts),
    )


def _with_facts(whole: Share, facts: Sequence[Fact]) -> float | None:
    """Facts alone make no finding."""
    if whole.share is None:
        return None
    weight = whole.weight + sum(fact.evidence for fact in facts)
    return (whole.share * whole.weight + sum(fact.evidence for fact in facts if fact.kept)) / weight


def _department(voices: Sequence[Voice], ratings: Sequence[Rating]) -> Department | None:
    opinions, stances = opinions_of(voices, ratings), Counter(one.stance for one in voices)
    if not opinions and not stances:
        return None
    return Department(
        voices=len(opinions),
        agreeing=sum(one.share >= KEPT for one in opinions),
        share=share_of(voices, ratings, fewest=1).share,
        rated=len(ratings),
        mean=_mean_of(ratings) if ratings else None,
        counts={stance: stances[stance] for stance in STANCES},
    )


def _strength(whole: Share, voices: Sequence[Voice], ratings: Sequence[Rating]) -> Strength:
    """Many voices, half of them from people's own hands (ratings, and tags that somebody reviewed), and agreement."""
    if whole.share is None:
        return "none"
    sure = {voice.response_id for voice in voices if voice.reviewed and voice.stance != "suggestion"}
    sure |= {rating.response_id for rating in ratings}
    if whole.voices < 2 * FEWEST or len(sure) * 4 < whole.voices:
        return "weak"
    narrow = whole.high - whole.low <= 2 * NARROW
    return "strong" if whole.voices >= 6 * FEWEST and len(sure) * 2 >= whole.voices and narrow else "medium"


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


def _contradictions(
    voices: Sequence[Voice],
    ratings: Sequence[Rating],
    whole: Share,
    department: Department | None,
    facts: Sequence[Fact],
) -> list[Contradiction]:
    """Between the sides, between what people tick and what they write, and between people and facts."""
    people = View("people", whole.voices, whole.share)
    said, ticked = share_of(voices, ()), share_of((), ratings)
    wrote = View("said", said.voices, said.share)
    rated = View("ticked", ticked.voices, ticked.share, _mean_of(ratings) if ticked.share is not None else None)
    found = [Contradiction(rated, (wrote,))] if _apart(rated, wrote) else []
    office = _view_of(department)
    if office and department:
        both_rated = rated if department.rated and _apart(office, rated) else people
        found = [Contradiction(office, (both_rated,)), *found] if _apart(office, both_rated) else found
    denied = [(side, tuple(_view(fact) for fact in facts if _denies(side, fact))) for side in (people, office) if side]
    return found + [Contradiction(side, views) for side, views in denied if views]


def _view_of(department: Department | None) -> View | None:
    if department is None:
        return None
    return View("department", department.voices, department.share, department.mean, department.agreeing)


def _view(fact: Fact) -> View:
    return View("fact", fact.count, fact=fact)


def _apart(one: View, other: View) -> bool:
    return one.share is not None and other.share is not None and abs(one.share - other.share) >= APART


def _denies(side: View, fact: Fact) -> bool:
    """Whether the fact says the opposite; a mere precondition contradicts nobody."""
    return fact.weight >= FULL and (state_of_share(side.share), fact.kept) in {("not_kept", True), ("kept", False)}


def _interval(share: float, weight: float) -> tuple[float, float]:
    """Where a share lies with 95 % certainty. Source: Agresti and Coull 1998."""
    size = weight + Z_95**2
    middle = (share * weight + Z_95**2 / 2) / size
    half = Z_95 * sqrt(middle * (1 - middle) / size)
    return max(0.0, middle - half), min(1.0, middle + half)


def _softened(opinions: Sequence[Opinion]) -> tuple[float, float]:
    """Share and variance, with a yes and a no more."""
    size = sum(one.sure for one in opinions) + 2
    share = (sum(one.sure * one.share for one in opinions) + 1) / size
    return share, share * (1 - share) / size


def _by_standard(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.standard].append(row)
    return found


def _mean(said: Sequence[Opinion]) -> float:
    weight = sum(one.sure for one in said)
    return sum(one.sure * one.share for one in said) / weight if weight else 0.0


def _mean_of(ratings: Sequence[Rating]) -> float:
    """On five points, however many the scale has."""
    return 1 + 4 * sum(one.share for one in ratings) / len(ratings)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
