"""What is still to do before a campaign can go public, step by step, in the order a planner goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from services.intake.domain.checking import ABOUT_CAMPAIGN, ABOUT_LANGUAGES, Fault

Name = Literal["settings", "questions", "translations", "channels"]


class Step(NamedTuple):
    """`staff-step-<name>` is the text for it. `faults`: what still keeps it from being done."""

    name: Name
    done: bool
    faults: tuple[Fault, ...] = ()


def checklist(faults: Sequence[Fault], first_language: str, channel_count: int) -> list[Step]:
    """A text that is missing in the first language is not written yet; in any other it is not translated yet."""
    sorted_by: dict[Name, list[Fault]] = {"settings": [], "questions": [], "translations": []}
    for fault in faults:
        sorted_by[_step_of(fault, first_language)].append(fault)
    steps = [Step(name, not found, tuple(found)) for name, found in sorted_by.items()]
    return [*steps, Step("channels", channel_count > 0)]


def _step_of(fault: Fault, first_language: str) -> Name:
    if fault.reason in ABOUT_LANGUAGES or (fault.language and fault.language != first_language):
        return "translations"
    return "settings" if fault.reason in ABOUT_CAMPAIGN else "questions"
