"""The library of methods, and the advisor: whom, which level, what budget, until when, who has been missing so far.

The advisor adds up what speaks for a method and says each reason; what cannot be done in time or for the money is not
ranked low but named apart, with what stands in the way. It knows nothing that its page does not show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import Final, Literal

import msgspec

Kind = Literal["method", "instrument", "structure"]
Level = Literal["information", "anhoerung", "beratung", "mitbestimmung"]
Phase = Literal["begin", "ideas", "plan", "decide", "build", "look-back"]
German = Literal["none", "little", "some", "much"]

#: How much German somebody needs for it, the least first.
GERMAN: Final[tuple[German, ...]] = ("none", "little", "some", "much")
LEVELS: Final[tuple[Level, ...]] = ("information", "anhoerung", "beratung", "mitbestimmung")
PHASES: Final[tuple[Phase, ...]] = ("begin", "ideas", "plan", "decide", "build", "look-back")
KINDS: Final[tuple[Kind, ...]] = ("method", "instrument", "structure")
#: Whom it suits; the same words as in the inventory.
GROUPS: Final = ("children", "youth", "families", "seniors", "newcomers", "disabilities", "traders", "hard_to_reach")
#: Between the last day on which something is said and the answer to it. The usual promise of a campaign.
ANSWER_WEEKS: Final = 4
#: An invitation that comes later finds people's days taken. Source: standard early-information.
NOTICE_WEEKS: Final = 2

#: What is for more groups than these is for everybody, and for nobody in particular.
EVERYBODY: Final = 6
#: What is for no more groups than these is made for them.
AIMED: Final = 2
#: What belongs to this phase alone is no answer to how people are heard: it comes after that.
AFTERWARDS: Final[Phase] = "look-back"

Weight = Literal["missing", "groups", "aimed", "level", "phase", "german", "people", "here"]
#: What a reason counts: those who have been missing count most, and what went well here more than what could suit.
WEIGHTS: Final[Mapping[Weight, int]] = {
    "missing": 6,
    "groups": 4,
    "aimed": 1,
    "level": 3,
    "here": 3,
    "phase": 2,
    "german": 2,
    "people": 1,
}


class Method(msgspec.Struct, frozen=True):
    """One way to take part, in German. `people`, `cost` (euros): least and most. `hours`: of a participant's time.

    `weeks`: of preparation. `german`: how much of it participants need. `standards`: which it helps to keep.
    `start`: the ready-made questionnaire. `prints`: formats of the print kit, and `slips` for a group pack.
    `own_of`: the district that added it; empty for those that come with the house.
    """

    key: str
    name: str
    kind: Kind
    summary: str
    suits: str
    groups: tuple[str, ...]
    levels: tuple[Level, ...]
    phases: tuple[Phase, ...]
    people: tuple[int, int]
    hours: float
    weeks: int
    cost: tuple[int, int]
    team: int
    german: German
    steps: tuple[str, ...]
    checklist: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    start: str = ""
    prints: tuple[str, ...] = ()
    own_of: str = ""


class Wish(msgspec.Struct, frozen=True):
    """What a planner says. `german`: how much the people speak. `until`: the last day on which they can be heard."""

    groups: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    level: Level | None = None
    phase: Phase | None = None
    budget: int | None = None
    people: int | None = None
    german: German | None = None
    until: date | None = None


class Use(msgspec.Struct, frozen=True):
    """A campaign that used a method. `heard_count`: responses. `kept`, `broken`: its standards, as they were found.

    `reached`: groups of which five or more answered, as far as people said who they are.
    """

    method: str
    campaign: str
    slug: str
    heard_count: int
    kept: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()


class Reason(msgspec.Struct, frozen=True):
    """`about`: the groups it is about; `use`: what was done here. The text of `weight` says the rest."""

    weight: Weight
    about: tuple[str, ...] = ()
    use: Use | None = None


class Advice(msgspec.Struct, frozen=True):
    """`score`: what the reasons count together. `doubts`: what to mind, as keys of texts."""

    method: Method
    score: int
    reasons: tuple[Reason, ...]
    doubts: tuple[str, ...]


class Ruled(msgspec.Struct, frozen=True):
    """A method that cannot be, and why: `level`, `budget`, `time`, `german` or `after`."""

    method: Method
    why: tuple[str, ...]


class Step(msgspec.Struct, frozen=True):
    """`what`: prepare, invite, hold, answer."""

    what: str
    on: date


def advise(
    methods: Iterable[Method], wish: Wish, uses: Sequence[Use], today: date, notice_days: int = 0
) -> tuple[tuple[Advice, ...], tuple[Ruled, ...]]:
    """What suits the wish, best first and equal ones by name; and what cannot be, with the reasons."""
    found, ruled = [], []
    for method in sorted(methods, key=lambda one: one.name):
        if why := tuple(_obstacles(method, wish, today, notice_days)):
            ruled.append(Ruled(method, why))
        else:
            found.append(_weigh(method, wish, [use for use in uses if use.method == method.key]))
    suits = [one for one in found if one.score]
    return tuple(sorted(suits, key=lambda one: -one.score)), tuple(ruled)


def calendar(method: Method, until: date, notice_days: int = 0) -> tuple[Step, ...]:
    """When what has to begin so that people are heard by then and answered in time.

    `notice_days`: that the district's concept asks for.
    """
    return (
        Step("prepare", until - _lead(method, notice_days)),
        Step("invite", until - _notice(method, notice_days)),
        Step("hold", until),
        Step("answer", until + timedelta(weeks=ANSWER_WEEKS)),
    )


def earliest(method: Method, today: date, notice_days: int = 0) -> date:
    """The first day on which people can be heard and will come, for who begins today."""
    first = today + _lead(method, notice_days)
    return date(first.year + (first.month == 12), 1, 7) if is_quiet(first) else first


def is_quiet(day: date) -> bool:
    """Around Christmas and New Year nobody comes."""
    return (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 6)


def matching(
    methods: Iterable[Method], *, words: str = "", groups: Sequence[str] = (), level: str = "", kind: str = ""
) -> list[Method]:
    """For the list: every word somewhere in it, any of the groups, the level, the kind."""
    asked = words.casefold().split()
    return [
        one
        for one in methods
        if (not groups or set(groups) & set(one.groups))
        and (not level or level in one.levels)
        and (not kind or kind == one.kind)
        and all(word in _text(one) for word in asked)
    ]


def _lead(method: Method, notice_days: int) -> timedelta:
    """Between beginning and hearing people."""
    return max(timedelta(weeks=method.weeks), _notice(method, notice_days))


def _notice(method: Method, notice_days: int) -> timedelta:
    return max(timedelta(weeks=max(NOTICE_WEEKS, method.weeks // 2)), timedelta(days=notice_days))


def _obstacles(method: Method, wish: Wish, today: date, notice_days: int) -> Iterator[str]:
    if wish.level and wish.level not in method.levels:
        yield "level"
    if wish.budget is not None and method.cost[0] > wish.budget:
        yield "budget"
    if wish.until and wish.until < today + _lead(method, notice_days):
        yield "time"
    if not wish.phase and method.phases == (AFTERWARDS,):
        yield "after"
    if wish.german and GERMAN.index(method.german) > GERMAN.index(wish.german):
        yield "german"


def _weigh(method: Method, wish: Wish, uses: Sequence[Use]) -> Advice:
    reasons = tuple(_reasons(method, wish, uses))
    suits = any(reason.weight in ("groups", "missing") for reason in reasons) or not (wish.groups or wish.missing)
    score = sum(_counts(one, method) for one in reasons) if suits else 0
    return Advice(method, score, reasons, tuple(_doubts(method, wish, uses)))


def _counts(reason: Reason, method: Method) -> int:
    if reason.weight in ("missing", "groups") and len(method.groups) > EVERYBODY:
        return len(reason.about)
    return WEIGHTS[reason.weight] * max(1, len(reason.about))


def _reasons(method: Method, wish: Wish, uses: Sequence[Use]) -> Iterator[Reason]:
    if reached := tuple(group for group in wish.missing if group in method.groups):
        yield Reason("missing", reached)
    if meant := tuple(group for group in wish.groups if group in method.groups and group not in wish.missing):
        yield Reason("groups", meant)
    wanted = {*wish.missing, *wish.groups}
    if wanted & set(method.groups) and len(method.groups) <= AIMED:
        yield Reason("aimed")
    if wish.level:
        yield Reason("level")
    if wish.phase and wish.phase in method.phases:
        yield Reason("phase")
    if wish.german and wish.german != "much":
        yield Reason("german")
    if wish.people and method.people[0] <= wish.people <= method.people[1]:
        yield Reason("people")
    if good := [use for use in uses if _speaks_for(use, wanted)]:
        best = max(good, key=lambda use: (len(wanted & set(use.reached)), len(use.kept), use.heard_count))
        yield Reason("here", use=best)


def _speaks_for(use: Use, wanted: Set[str]) -> bool:
    """Not where it is known that others were reached than those who are wanted now."""
    others = bool(wanted and use.reached) and not wanted & set(use.reached)
    return bool(use.heard_count) and not use.broken and not others


def _doubts(method: Method, wish: Wish, uses: Sequence[Use]) -> Iterator[str]:
    if wish.people and not method.people[0] <= wish.people <= method.people[1]:
        yield "people"
    if wish.budget is not None and method.cost[1] > wish.budget:
        yield "cost"
    if wish.phase and wish.phase not in method.phases:
        yield "phase"
    if wish.until and is_quiet(wish.until):
        yield "quiet"
    if any(use.broken for use in uses):
        yield "here"


def _text(method: Method) -> str:
    return " ".join((method.name, method.summary, method.suits, *method.steps, *method.checklist)).casefold()
