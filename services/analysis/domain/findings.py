"""What all that is known of a standard in a campaign adds up to: state, strength, trend and contradictions.

Four kinds of evidence meet: what people write (standing tags), what they tick (ratings), what the responsible
department answers, and what the system knows (facts.py). People decide; facts weigh a little beside them; the
department's answers are never added in: they are the other side.

Of people nothing comes in here but numbers that may be shown (results/domain/disclosure.py), so nothing that comes out,
be it a word, says more of them than these numbers do. The department's own answers are counted as they are: an office
speaks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import hypot, sqrt
from typing import Any, Final, Literal
from uuid import UUID

import msgspec

from services.analysis.domain.assessing import STANCES, Stance
from services.analysis.domain.counts import ENOUGH, FEWEST
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
#: Half the width of a range: a wider one gives no state, and a strong one is as narrow as this.
WIDE: Final = 0.25
NARROW: Final = 0.15
#: So many people make evidence strong, and so many medium.
MANY: Final = 60
SOME: Final = 30
#: Normal quantiles for intervals of 95 %, and of 90 % for a change.
Z_95: Final = 1.96
Z_90: Final = 1.645
#: How far a number that is said in fives is off, as a standard deviation; the largest error is five.
OFF: Final = 2.9
#: What worries most comes first.
_WORRY: Final[Sequence[State]] = ("not_kept", "partly", "kept", "open")
_SURE: Final[Sequence[Strength]] = ("strong", "medium", "weak", "none")


class Parts(msgspec.Struct, frozen=True):
    """People by what they say of a standard, each in one part and each part as it may be shown.

    `partly`: the middle of a scale, or both kept and not kept. Who only suggests something is in none.
    """

    kept: int = 0
    partly: int = 0
    not_kept: int = 0

    @property
    def base(self) -> int:
        """Made of the parts, so no part is ever larger than the whole."""
        return self.kept + self.partly + self.not_kept

    def within(self, whole: Parts) -> Parts:
        """Of some people: no part larger than that of all of them."""
        return Parts(min(self.kept, whole.kept), min(self.partly, whole.partly), min(self.not_kept, whole.not_kept))


class Share(msgspec.Struct, frozen=True):
    """`share`: how far people say that it is kept, from 0 to 1: partly counts half; None for too few of them.

    `low` to `high`: where it would lie with 95 % certainty if these people had been drawn by lot, and their numbers
    are rounded as they are.
    """

    parts: Parts
    share: float | None = None
    low: float = 0.0
    high: float = 1.0

    @property
    def voices(self) -> int:
        return self.parts.base

    @property
    def doubt(self) -> float:
        """Half the width of the range."""
        return (self.high - self.low) / 2


class Week(msgspec.Struct, frozen=True):
    """Named by its Monday."""

    monday: date
    share: Share


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What may be said of people and one standard. `ticked` and `said` are those of `whole` who tick and who write.

    `counts`: people by the stance of their tags; `checks`: what part of these tags a person reviewed. `early`, `late`:
    the first and the second half of the time. `mean`: of what is ticked, on five points.
    """

    whole: Parts = Parts()
    ticked: Parts = Parts()
    said: Parts = Parts()
    early: Parts = Parts()
    late: Parts = Parts()
    weeks: tuple[tuple[date, Parts], ...] = ()
    counts: Mapping[Stance, int] = {}
    checks: Mapping[Stance, float] = {}
    mean: float | None = None


class Voice(msgspec.Struct, frozen=True):
    """A standing tag of one of the department's responses."""

    response_id: UUID
    standard: str
    stance: Stance


class Rating(msgspec.Struct, frozen=True):
    """The department's answer to a scale that rates a standard, from 1 (not kept) to `points` (kept)."""

    response_id: UUID
    standard: str
    number: int
    points: int = 5
    question: str = ""

    @property
    def share(self) -> float:
        """From 0 to 1, also where an older questionnaire had more points."""
        return min(1.0, (self.number - 1) / (self.points - 1))


class Trend(msgspec.Struct, frozen=True):
    """`change` of the share, give or take `margin` (90 %)."""

    direction: Direction
    change: float = 0.0
    margin: float = 0.0


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
    """One side of a contradiction: `count` of those who say so, their share, the mean of what they ticked.

    `doubt`: how far the share may be off.
    """

    who: Who
    count: int
    share: float | None = None
    mean: float | None = None
    agreeing: int = 0
    fact: Fact | None = None
    doubt: float = 0.0


class Contradiction(msgspec.Struct, frozen=True):
    """Each of the others says something else than the one; they are several only where they are facts."""

    one: View
    others: tuple[View, ...]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """`whole`: what people say; `with_facts`: the share that makes the state, None for too few voices.

    `tipped`: without the facts the state would be another. `counts`, `checks`, `mean`: see Told. `department` None: it
    said nothing of this standard.
    """

    standard: str
    state: State
    tipped: bool
    strength: Strength
    trend: Trend
    whole: Share
    with_facts: float | None
    counts: Mapping[Stance, int]
    checks: Mapping[Stance, float]
    mean: float | None
    weeks: Sequence[Week]
    facts: Sequence[Fact]
    department: Department | None
    contradictions: Sequence[Contradiction]

    @property
    def is_silent(self) -> bool:
        """Whether nobody is said to say anything and nothing is known."""
        return not (self.whole.voices or any(self.counts.values()) or self.department or self.facts)


def find(
    told: Mapping[str, Told], voices: Sequence[Voice], ratings: Sequence[Rating], facts: Sequence[Fact]
) -> list[Finding]:
    """One per standard, in the order told. `voices`, `ratings`: the department's."""
    said, rated, known = _by_standard(voices), _by_standard(ratings), _by_standard(facts)
    return [_finding(one, people, _department(said[one], rated[one]), known[one]) for one, people in told.items()]


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
    """What the range of what people say leaves in doubt is open: whether most say so, or where most of them are."""
    state = state_of_share(share)
    doubted = (state == "kept" and whole.low <= 0.5) or (state == "not_kept" and whole.high >= 0.5)
    return "open" if doubted or whole.doubt > WIDE else state


def share_of(parts: Parts) -> Share:
    """None for a share of fewer than ENOUGH: there the rounding says more than the people."""
    if parts.base < ENOUGH:
        return Share(parts)
    share = (parts.kept + parts.partly / 2) / parts.base
    doubt = hypot(_by_lot(share, parts.base), _by_rounding(share, parts.base))
    return Share(parts, share, max(0.0, share - doubt), min(1.0, share + doubt))


def trend_between(before: Share | None, after: Share) -> Trend:
    """From one time to another, or one campaign to the next."""
    if before is None or before.share is None or after.share is None:
        return Trend("unknown")
    change = after.share - before.share
    margin = hypot(before.doubt, after.doubt) * Z_90 / Z_95
    if abs(change) > margin:
        return Trend("better" if change > 0 else "worse", change, margin)
    return Trend("steady" if abs(change) + margin <= STEADY else "unclear", change, margin)


def _finding(standard: str, told: Told, department: Department | None, facts: Sequence[Fact]) -> Finding:
    whole = share_of(told.whole)
    with_facts = _with_facts(whole, facts)
    return Finding(
        standard=standard,
        state=state_of(with_facts, whole),
        tipped=state_of(with_facts, whole) != state_of(whole.share, whole),
        strength=_strength(whole, told, department),
        trend=trend_between(share_of(told.early), share_of(told.late)),
        whole=whole,
        with_facts=with_facts,
        counts={stance: told.counts.get(stance, 0) for stance in STANCES},
        checks=told.checks,
        mean=told.mean,
        weeks=[Week(monday, share_of(parts)) for monday, parts in told.weeks],
        facts=facts,
        department=department,
        contradictions=_contradictions(told, whole, department, facts),
    )


def _with_facts(whole: Share, facts: Sequence[Fact]) -> float | None:
    """Facts alone make no finding."""
    if whole.share is None:
        return None
    weight = whole.voices + sum(fact.evidence for fact in facts)
    return (whole.share * whole.voices + sum(fact.evidence for fact in facts if fact.kept)) / weight


def _department(voices: Sequence[Voice], ratings: Sequence[Rating]) -> Department | None:
    shares, stances = _office_shares(voices, ratings), Counter(one.stance for one in voices)
    if not shares and not stances:
        return None
    return Department(
        voices=len(shares),
        agreeing=sum(share >= KEPT for share in shares),
        share=_mean(shares) if shares else None,
        rated=len(ratings),
        mean=1 + 4 * _mean([one.share for one in ratings]) if ratings else None,
        counts={stance: stances[stance] for stance in STANCES},
    )


def _office_shares(voices: Iterable[Voice], ratings: Iterable[Rating]) -> list[float]:
    """One per response that speaks for or against, be it ticked, written or both."""
    parts: dict[UUID, list[float]] = defaultdict(list)
    for voice in voices:
        if voice.stance != "suggestion":
            parts[voice.response_id].append(float(voice.stance == "met"))
    for rating in ratings:
        parts[rating.response_id].append(rating.share)
    return [_mean(said) for said in parts.values()]


def _strength(whole: Share, told: Told, department: Department | None) -> Strength:
    """Strong: many people, sure of it (ticked, or reviewed), more than one kind of evidence, and a narrow range."""
    if whole.share is None:
        return "none"
    kinds = sum((told.ticked.base >= FEWEST, told.said.base >= FEWEST, bool(department and department.voices)))
    sure = max(told.ticked.base / whole.voices, _reviewed(told))
    if whole.voices >= MANY and whole.doubt <= NARROW and sure >= 0.5 and kinds > 1:
        return "strong"
    return "medium" if whole.voices >= SOME and whole.doubt <= 2 * NARROW and sure >= 0.25 else "weak"


def _reviewed(told: Told) -> float:
    """What part of the tags for and against a person reviewed, about."""
    speaking = [(told.counts.get(stance, 0), told.checks.get(stance, 0.0)) for stance in ("met", "not_met")]
    count = sum(number for number, _ in speaking)
    return sum(number * part for number, part in speaking) / count if count else 0.0


def _contradictions(
    told: Told, whole: Share, department: Department | None, facts: Sequence[Fact]
) -> list[Contradiction]:
    """Between the sides, between what people tick and what they write, and between people and facts."""
    people, wrote = _side("people", whole), _side("said", share_of(told.said))
    ticked = share_of(told.ticked)
    rated = msgspec.structs.replace(_side("ticked", ticked), mean=told.mean if ticked.share is not None else None)
    found = [Contradiction(rated, (wrote,))] if _apart(rated, wrote) else []
    office = _view_of(department)
    if office and department:
        both_rated = rated if department.rated and _apart(office, rated) else people
        found = [Contradiction(office, (both_rated,)), *found] if _apart(office, both_rated) else found
    denied = [(side, tuple(_view(fact) for fact in facts if _denies(side, fact))) for side in (people, office) if side]
    return found + [Contradiction(side, views) for side, views in denied if views]


def _side(who: Who, share: Share) -> View:
    return View(who, share.voices, share.share, doubt=share.doubt if share.share is not None else 0.0)


def _view_of(department: Department | None) -> View | None:
    if department is None:
        return None
    return View("department", department.voices, department.share, department.mean, department.agreeing)


def _view(fact: Fact) -> View:
    return View("fact", fact.count, fact=fact)


def _apart(one: View, other: View) -> bool:
    """Far apart, and farther than both may be off."""
    if one.share is None or other.share is None:
        return False
    return abs(one.share - other.share) >= max(APART, hypot(one.doubt, other.doubt))


def _denies(side: View, fact: Fact) -> bool:
    """Whether the fact says the opposite; a mere precondition contradicts nobody."""
    return fact.weight >= FULL and (state_of_share(side.share), fact.kept) in {("not_kept", True), ("kept", False)}


def _by_lot(share: float, count: int) -> float:
    """How far a share of so many people is off with 95 % certainty. Source: Agresti and Coull 1998."""
    size = count + Z_95**2
    middle = (share * count + Z_95**2 / 2) / size
    return abs(middle - share) + Z_95 * sqrt(middle * (1 - middle) / size)


def _by_rounding(share: float, count: int) -> float:
    """How far it is off since each of its three parts is said in fives."""
    return Z_95 * OFF / count * sqrt(sum((worth - share) ** 2 for worth in (1.0, 0.5, 0.0)))


def _by_standard(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.standard].append(row)
    return found


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares)
