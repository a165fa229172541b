"""What an adopted participation concept asks of a campaign before it goes public, and where one falls short of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Literal, get_args

import msgspec

from services.intake.domain.channels import ChannelKind

Rule = Literal["notice", "feedback", "languages", "phone", "sides", "person"]
RULES: Final[tuple[Rule, ...]] = get_args(Rule)
#: Ways in that need no device of one's own.
WITHOUT_PHONE: Final[frozenset[ChannelKind]] = frozenset({"group", "kiosk"})
#: So much a reason says at least; it is read by everybody.
SHORTEST_REASON: Final = 20
LONGEST_REASON: Final = 600


class Rules(msgspec.Struct, frozen=True):
    """As in shared/contracts/concepts.py."""

    notice_days: int = 0
    feedback_weeks: int = 0
    languages: tuple[str, ...] = ()
    without_device: bool = False
    both_sides: bool = False
    person: bool = False


class Planned(msgspec.Struct, frozen=True):
    """A campaign as far as the rules look at it. `published_on` None: it is public already, and was announced then."""

    published_on: date | None
    opens_on: date
    closes_on: date
    promise_on: date
    languages: tuple[str, ...]
    ways: frozenset[str]
    is_evaluation: bool
    asks_person: bool


class Needed(msgspec.Struct, frozen=True):
    """What would keep the rules: the earliest first day, the latest promised day, the languages that are missing."""

    opens_on: date
    promise_on: date
    languages: tuple[str, ...]


def shortfalls(rules: Rules, planned: Planned) -> tuple[Rule, ...]:
    """The rules that the campaign does not keep, in their order."""
    broken: Mapping[Rule, bool] = {
        "notice": _is_sudden(rules, planned),
        "feedback": _is_late(rules, planned),
        "languages": bool(set(rules.languages) - set(planned.languages)),
        "phone": rules.without_device and not planned.ways & WITHOUT_PHONE,
        "sides": rules.both_sides and planned.is_evaluation and "department" not in planned.ways,
        "person": rules.person and not planned.asks_person,
    }
    return tuple(rule for rule in RULES if broken[rule])


def needed(rules: Rules, planned: Planned) -> Needed:
    return Needed(
        opens_on=(planned.published_on or planned.opens_on) + timedelta(days=rules.notice_days),
        promise_on=planned.closes_on + timedelta(weeks=rules.feedback_weeks),
        languages=tuple(code for code in rules.languages if code not in planned.languages),
    )


def unreasoned(short: Sequence[Rule], reasons: Mapping[str, str]) -> tuple[Rule, ...]:
    """Shortfalls for which nobody gave a reason that says something."""
    return tuple(rule for rule in short if not SHORTEST_REASON <= len(reasons.get(rule, "")) <= LONGEST_REASON)


def _is_sudden(rules: Rules, planned: Planned) -> bool:
    if planned.published_on is None or not rules.notice_days:
        return False
    return planned.opens_on - planned.published_on < timedelta(days=rules.notice_days)


def _is_late(rules: Rules, planned: Planned) -> bool:
    weeks = timedelta(weeks=rules.feedback_weeks)
    return bool(rules.feedback_weeks) and planned.promise_on - planned.closes_on > weeks
