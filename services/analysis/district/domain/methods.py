"""The library of methods, and the advisor: whom, which level, what budget, until when, who has been missing so far.

The advisor adds up what speaks for a method and says each reason; what cannot be done in time or for the money is not
ranked low but named apart, with what stands in the way. It knows nothing that its page does not show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

Weight = Literal["missing", "groups", "level", "phase", "german", "people", "here"]
#: What a reason counts: those who have been missing count most, and what went well here more than what could suit.
WEIGHTS: Final[Mapping[Weight, int]] = {
    "missing": 6,
    "groups": 4,
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
    """A campaign that used a method. `heard_count`: responses. `kept`, `broken`: its standards, as they were found."""

    method: str
    campaign: str
    slug: str
    heard_count: int
    kept: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


class Reason(msgspec.Struct, frozen=True):
    """`about`: what it is about: groups, a campaign's title, a standard; the text of `weight` says the rest."""

    weight: Weight
    about: tuple[str, ...] = ()


class Advice(msgspec.Struct, frozen=True):
    """`score`: what the reasons count together. `doubts`: what to mind, as keys of texts."""

    method: Method
    score: int
    reasons: tuple[Reason, ...]
    doubts: tuple[str, ...]


class Ruled(msgspec.Struct, frozen=True):
    """A method that cannot be, and why: `level`, `budget`, `time` or `german`."""

    method: Method
    why: tuple[str, ...]


class Step(msgspec.Struct, frozen=True):
    """`what`: prepare, invite, hold, answer."""

    what: str
    on: date


def advise(
    methods: Iterable[Method], wish: Wish, uses: Sequence[Use], today: date
) -> tuple[tuple[Advice, ...], tuple[Ruled, ...]]:
    """What suits the wish, best first and equal ones by name; and what cannot be, with the reasons."""
    found, ruled = [], []
    for method in sorted(methods, key=lambda one: one.name):
        if why := tuple(_obstacles(method, wish, today)):
            ruled.append(Ruled(method, why))
        else:
            found.append(_weigh(method, wish, [use for use in uses if use.method == method.key]))
    suits = [one for one in found if one.score]
    return tuple(sorted(suits, key=lambda one: -one.score)), tuple(ruled)


def calendar(method: Method, until: date) -> tuple[Step, ...]:
    """When what has to begin so that people are heard by then and answered in time."""
    notice = min(max(NOTICE_WEEKS, method.weeks // 2), method.weeks) or NOTICE_WEEKS
    return (
        Step("prepare", until - timedelta(weeks=max(method.weeks, notice))),
        Step("invite", until - timedelta(weeks=notice)),
        Step("hold", until),
        Step("answer", until + timedelta(weeks=ANSWER_WEEKS)),
    )


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


def _obstacles(method: Method, wish: Wish, today: date) -> Iterator[str]:
    if wish.level and wish.level not in method.levels:
        yield "level"
    if wish.budget is not None and method.cost[0] > wish.budget:
        yield "budget"
    if wish.until and calendar(method, wish.until)[0].on < today:
        yield "time"
    if wish.german and GERMAN.index(method.german) > GERMAN.index(wish.german):
        yield "german"


def _weigh(method: Method, wish: Wish, uses: Sequence[Use]) -> Advice:
    reasons = tuple(_reasons(method, wish, uses))
    suits = any(reason.weight in ("groups", "missing") for reason in reasons) or not (wish.groups or wish.missing)
    score = sum(WEIGHTS[one.weight] * max(1, len(one.about)) for one in reasons) if suits else 0
    return Advice(method, score, reasons, tuple(_doubts(method, wish, uses)))


def _reasons(method: Method, wish: Wish, uses: Sequence[Use]) -> Iterator[Reason]:
    if reached := tuple(group for group in wish.missing if group in method.groups):
        yield Reason("missing", reached)
    if meant := tuple(group for group in wish.groups if group in method.groups and group not in wish.missing):
        yield Reason("groups", meant)
    if wish.level:
        yield Reason("level")
    if wish.phase and wish.phase in method.phases:
        yield Reason("phase")
    if wish.german and wish.german != "much":
        yield Reason("german")
    if wish.people and method.people[0] <= wish.people <= method.people[1]:
        yield Reason("people")
    if good := [use for use in uses if use.heard_count and not use.broken]:
        yield Reason("here", (good[0].campaign,))


def _doubts(method: Method, wish: Wish, uses: Sequence[Use]) -> Iterator[str]:
    if wish.people and not method.people[0] <= wish.people <= method.people[1]:
        yield "people"
    if wish.budget is not None and method.cost[1] > wish.budget:
        yield "cost"
    if wish.phase and wish.phase not in method.phases:
        yield "phase"
    if any(use.broken for use in uses):
        yield "here"


def _text(method: Method) -> str:
    return " ".join((method.name, method.summary, method.suits, *method.steps, *method.checklist)).casefold()
