"""How facts fade. The rule, as the pages say it:

A fact is fresh for as many months after its last confirmation as its field has (times 6, phone 12, address 24). For as
long again it is to be checked; then it is stale. A tap of residents on "still right" counts like a confirmation of what
they can see, one "not right any more" makes the entry one to check, three make it stale, until somebody settles it.
What was said with low confidence is never better than to be checked. An entry is as fresh as its oldest fact.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal

from services.analysis.district.domain.entries import Confidence, Entry, Fact
from services.analysis.district.domain.kinds import FIELDS, Field

Freshness = Literal["fresh", "check", "stale"]
#: From good to bad.
FRESHNESS: Final[tuple[Freshness, ...]] = ("fresh", "check", "stale")
MONTH: Final = timedelta(days=30.44)
#: So many doubts make an entry stale.
DOUBTS: Final = 3
#: What somebody in front of the door can see.
VISIBLE: Final = frozenset({"name", "address", "part", "point", "times", "room", "providers", "groups", "cost"})


def fact_freshness(field: Field, fact: Fact, at: datetime, seen_at: datetime | None = None) -> Freshness:
    """`seen_at`: when residents last confirmed the entry."""
    confirmed = max(fact.confirmed_at, seen_at) if seen_at and field.key in VISIBLE else fact.confirmed_at
    months = (at - confirmed) / MONTH
    found: Freshness = "fresh" if months <= field.months else "check" if months <= 2 * field.months else "stale"
    return worse(found, "check") if fact.confidence == "low" else found


def entry_freshness(entry: Entry, at: datetime) -> Freshness:
    """The worst of its facts' and of what doubts make of it."""
    found = [
        fact_freshness(field, entry.facts[field.key], at, entry.seen_at)
        for field in FIELDS[entry.kind]
        if field.key in entry.facts
    ]
    return worse(*found, _doubted(entry.doubt_count))


def faded(fact: Fact, freshness: Freshness) -> Confidence:
    """How far a fact can be relied on today: what was sure loses a step with its freshness, twice when stale."""
    steps: tuple[Confidence, ...] = ("high", "medium", "low")
    return steps[min(2, steps.index(fact.confidence) + FRESHNESS.index(freshness))]


def worse(*found: Freshness) -> Freshness:
    return max(found, key=FRESHNESS.index, default="fresh")


def checked_at(entry: Entry) -> datetime:
    """When the fact was confirmed that waits longest."""
    return min(fact.confirmed_at for fact in entry.facts.values())


def vouched_at(entry: Entry) -> datetime:
    """Since when nobody has confirmed all that residents see of it."""
    seen = [fact.confirmed_at for key, fact in entry.facts.items() if key in VISIBLE]
    return max(min(seen), entry.seen_at) if entry.seen_at else min(seen)


def _doubted(count: int) -> Freshness:
    return "stale" if count >= DOUBTS else "check" if count else "fresh"
