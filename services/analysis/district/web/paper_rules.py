"""The rules of a concept as a plain form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from services.analysis.district.domain.papers import Rules
from shared.kit.texts import WRITTEN

#: Longer notice and later answers than these are typing errors.
MOST_DAYS = 365
MOST_WEEKS = 52
TICKS = ("without_device", "both_sides", "person")


def typed_rules(rules: Rules) -> dict[str, list[str]]:
    ticked = {name: ["yes"] for name in TICKS if getattr(rules, name)}
    numbers = {"notice_days": [str(rules.notice_days)], "feedback_weeks": [str(rules.feedback_weeks)]}
    return {**numbers, **ticked, "languages": list(rules.languages)}


def read_rules(fields: Mapping[str, Sequence[str]]) -> tuple[Rules, tuple[str, ...]]:
    """The rules, and which numbers cannot be."""
    numbers = {name: _whole(fields, name) for name in ("notice_days", "feedback_weeks")}
    most = {"notice_days": MOST_DAYS, "feedback_weeks": MOST_WEEKS}
    faults = tuple(name for name, value in numbers.items() if value is None or value > most[name])
    rules = Rules(
        notice_days=numbers["notice_days"] or 0,
        feedback_weeks=numbers["feedback_weeks"] or 0,
        languages=tuple(code for code in WRITTEN if code in fields.get("languages", ())),
        without_device=bool(fields.get("without_device")),
        both_sides=bool(fields.get("both_sides")),
        person=bool(fields.get("person")),
    )
    return rules, faults


def _whole(fields: Mapping[str, Sequence[str]], name: str) -> int | None:
    text = next(iter(fields.get(name, ())), "").strip() or "0"
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
