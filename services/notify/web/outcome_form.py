"""What staff typed about an outcome, as it is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from litestar.exceptions import ClientException
from msgspec.structs import replace

from services.notify.domain.outcomes import (
    DECISIONS,
    HOME,
    MOST_OWNER,
    MOST_TEXT,
    Content,
    Decision,
    Moved,
    read_words,
    squeezed,
)
from shared.kit.texts import WRITTEN
from shared.kit.web.bodies import Fields, first


def languages_for(title: Mapping[str, Any], content: Content) -> list[str]:
    """Those of the campaign and those somebody has written in, German first."""
    known = {HOME, *title, *content.texts}
    return [code for code in WRITTEN if code in known]


def read_content(fields: Fields, before: Content, languages: Sequence[str]) -> tuple[Content, dict[str, str]]:
    """What was typed over what there was, and what of it could not be read: field → reason."""
    flat = {name: values[0] for name, values in fields.items() if values}
    words = {code: read_words(flat, code) for code in languages}
    due_on, due_fault = read_day(flat.get("due", ""))
    percent, percent_fault = _read_percent(flat.get("percent", ""), before.percent)
    content = replace(
        before,
        texts={code: said for code, said in words.items() if code == HOME or not said.is_empty},
        decision=_read_decision(flat.get("decision", ""), before.decision),
        office=squeezed(flat.get("office", ""), MOST_OWNER),
        function=squeezed(flat.get("function", ""), MOST_OWNER),
        due_on=due_on,
        percent=percent,
    )
    faults = {"due": due_fault, "percent": percent_fault}
    return content, {field: reason for field, reason in faults.items() if reason}


def read_step(fields: Fields, languages: Sequence[str], today: date) -> tuple[Moved, dict[str, str]]:
    """A step as typed, and what is wrong with it. Raises ClientException without an id."""
    percent, percent_fault = _read_percent(first(fields, "percent"), 0)
    on, day_fault = read_day(first(fields, "on") or today.isoformat())
    text = {code: squeezed(first(fields, f"text-{code}"), MOST_TEXT) for code in languages}
    faults = {"step-percent": percent_fault, "step-on": day_fault, f"text-{HOME}": "" if text[HOME] else "missing"}
    if not faults["step-on"] and on and on > today:
        faults["step-on"] = "future"
    moved = Moved(read_id(fields, "step"), percent, on or today, {code: said for code, said in text.items() if said})
    return moved, {field: reason for field, reason in faults.items() if reason}


def read_id(fields: Fields, name: str) -> UUID:
    """Raises ClientException for what no page of ours sends."""
    try:
        return UUID(first(fields, name))
    except ValueError:
        raise ClientException("no_id") from None


def read_day(typed: str) -> tuple[date | None, str]:
    """A day as browsers send it, and why it is none."""
    if not typed.strip():
        return None, ""
    try:
        return date.fromisoformat(typed.strip()), ""
    except ValueError:
        return None, "day"


def _read_percent(typed: str, before: int) -> tuple[int, str]:
    digits = typed.strip().removesuffix("%").strip()
    if digits.isascii() and digits.isdigit() and len(digits) < 10 and int(digits) <= 100:
        return int(digits), ""
    return before, "percent"


def _read_decision(typed: str, before: Decision) -> Decision:
    return next((known for known in DECISIONS if known == typed), before)
