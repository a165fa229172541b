"""What the system itself knows of a campaign, and which standards that speaks to.

A fact is small evidence: it weighs as much as one person who is sure, a mere precondition half of that, and what says
nothing either way weighs nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal

import msgspec

from services.analysis.domain.counts import FEWEST

#: Where a fact was read.
Source = Literal["campaign", "channels", "questionnaire", "responses"]
#: Source: the catalogue's indicator for early-information, some three weeks between invitation and date.
LONG_ENOUGH: Final = 21
#: How much a fact weighs beside people, in people who are sure.
FULL: Final = 1.0
PRECONDITION: Final = 0.5
#: The language that everything is in; and the face of it that is easy to read.
HOME: Final = "de"
EASY: Final = ("de-einfach", "de-leicht")


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """`kept` None: it speaks neither for nor against. `on`: the day it is about, or on which it was counted.

    `rows`: what `count` is made of, groups of people as they may be shown.
    """

    key: str
    standard: str
    count: int
    kept: bool | None
    source: Source
    on: date
    weight: float = FULL
    rows: tuple[tuple[str, int], ...] = ()

    @property
    def evidence(self) -> float:
        """Its weight, nothing for what says nothing."""
        return 0.0 if self.kept is None else self.weight


class Way(msgspec.Struct, frozen=True):
    """A channel for participants, and how many came by it, as it may be shown."""

    kind: str
    place: str
    opened_on: date
    response_count: int


class Promised(msgspec.Struct, frozen=True):
    """What became of one promised day. `settled_on`: the day of the answer, or the first day that was too late."""

    promise_on: date
    kept: bool
    settled_on: date


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """`offered`: languages and faces all questions are in. `answered`: participants by the language of their form, as
    they may be shown.

    `rating_count`: questions by which people rate a standard. `waiting_count`: responses not read yet. `promised`: days
    that were kept or missed, oldest first.
    """

    opens_on: date
    closes_on: date
    promise_on: date
    today: date
    offered: tuple[str, ...]
    answered: Mapping[str, int]
    ways: tuple[Way, ...]
    rating_count: int
    received_count: int
    waiting_count: int
    promised: tuple[Promised, ...] = ()


def system_facts(known: Known) -> list[Fact]:
    """Of each standard the facts that speak to it."""
    return [*_time(known), *_ways(known), *_languages(known), *_groups(known), *_promise(known), *_record(known)]


def _time(known: Known) -> Iterator[Fact]:
    days = (known.closes_on - known.opens_on).days + 1  # people can take part on both
    yield Fact(
        key="lead",
        standard="early-information",
        count=days,
        kept=days >= LONG_ENOUGH,
        source="campaign",
        on=known.opens_on,
    )
    if known.ways:
        yield _notice(known, min(way.opened_on for way in known.ways))


def _notice(known: Known, first_on: date) -> Fact:
    """How long before the beginning the first way in could be seen; after it, people could not know in time."""
    days = (known.opens_on - first_on).days
    return Fact(
        key="notice" if days >= 0 else "notice-late",
        standard="early-information",
        count=abs(days),
        kept=False if days < 0 else None,
        source="channels",
        on=first_on,
    )


def _ways(known: Known) -> Iterator[Fact]:
    """More than one way in is asked for by two standards: to hear of it, and to get in."""
    rows = tuple(_sums((way.kind, way.response_count) for way in known.ways).items())
    if not rows:
        return
    for standard in ("early-information", "low-threshold-access"):
        yield Fact(
            key="ways",
            standard=standard,
            count=len(rows),
            kept=len(rows) > 1,
            source="channels",
            on=known.today,
            rows=rows,
        )


def _languages(known: Known) -> Iterator[Fact]:
    offered = dict.fromkeys(map(_base, known.offered))
    if not offered:
        return
    answered: Counter[str] = Counter(dict.fromkeys(offered, 0))
    for language, count in known.answered.items():
        answered[_base(language)] += count
    spoken = [language for language, count in answered.items() if count >= FEWEST]
    standard = "accessibility-language"
    yield Fact(
        key="languages",
        standard=standard,
        count=len(offered),
        kept=len(offered) > 1,
        source="questionnaire",
        on=known.opens_on,
    )
    yield Fact(
        key="languages-used",
        standard=standard,
        count=len(spoken),
        kept=True if set(spoken) - {HOME} else None,
        source="responses",
        on=known.today,
        rows=tuple(answered.items()),
    )
    yield Fact(
        key="easy" if set(known.offered) & set(EASY) else "easy-missing",
        standard=standard,
        count=0,
        kept=bool(set(known.offered) & set(EASY)),
        source="questionnaire",
        on=known.opens_on,
        weight=PRECONDITION,
    )


def _groups(known: Known) -> Iterator[Fact]:
    if not known.ways:
        return
    groups = [way for way in known.ways if way.kind == "group"]
    came = sum(way.response_count for way in groups)
    yield Fact(
        key="groups",
        standard="target-group-inclusion",
        count=len(groups),
        kept=False if not groups else True if came >= FEWEST else None,
        source="channels",
        on=known.today,
        rows=tuple(_sums((way.place, way.response_count) for way in groups).items()),
    )


def _promise(known: Known) -> Iterator[Fact]:
    left = (known.promise_on - known.today).days
    standard = "feedback-accountability"
    yield Fact(
        key="promise-named",
        standard=standard,
        count=0,
        kept=True,
        source="campaign",
        on=known.promise_on,
        weight=PRECONDITION,
    )
    yield from _settled(known)
    if known.promise_on in {one.promise_on for one in known.promised}:
        return
    yield Fact(
        key="promise-running" if left >= 0 else "promise-due",
        standard=standard,
        count=abs(left),
        kept=None,
        source="campaign",
        on=known.promise_on,
    )


def _settled(known: Known) -> Iterator[Fact]:
    """A promise that was moved after it was missed is still missed. An answer before the day keeps it so far."""
    running = [one for one in known.promised if one.kept and one.promise_on >= known.today]
    for key, kept, days in (
        ("promise-kept", True, [one for one in known.promised if one.kept and one not in running]),
        ("promise-so-far", None, running),
        ("promise-missed", False, [one for one in known.promised if not one.kept]),
    ):
        if days:
            yield Fact(
                key=key,
                standard="feedback-accountability",
                count=len(days),
                kept=kept,
                source="campaign",
                on=days[-1].settled_on,
            )


def _record(known: Known) -> Iterator[Fact]:
    yield Fact(
        key="rated",
        standard="evaluation-learning",
        count=known.rating_count,
        kept=known.rating_count > 0,
        source="questionnaire",
        on=known.opens_on,
        weight=PRECONDITION,
    )
    if known.received_count:
        yield Fact(
            key="accounted",
            standard="documentation-traceability",
            count=known.received_count - known.waiting_count,
            kept=True if not known.waiting_count else None,
            source="responses",
            on=known.today,
            weight=PRECONDITION,
        )


def _sums(counts: Iterator[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for key, count in counts:
        sums[key] = sums.get(key, 0) + count
    return sums


def _base(language: str) -> str:
    """The language of a face: `de-du` is German."""
    return language.split("-")[0]
