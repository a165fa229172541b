"""Letters that ask the responsible department for its answers, as reminders know them: `department-ended-FB6ST7`."""

from __future__ import annotations

from typing import Final, NamedTuple

DEPARTMENT: Final = "department"


class Asking(NamedTuple):
    """`code`: of the department's channel, empty where there is none."""

    when: str
    code: str


def occasion_of(when: str, code: str) -> str:
    return f"{DEPARTMENT}-{when}-{code}"


def asking_of(occasion: str) -> Asking | None:
    """None for a reminder of something else."""
    about, _, rest = occasion.partition("-")
    when, _, code = rest.partition("-")
    return Asking(when, code) if about == DEPARTMENT else None
