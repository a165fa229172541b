"""Understanding a mail that came back: a delivery status (RFC 3464), a complaint (RFC 5965), or something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from email.message import Message
from typing import Final, Literal, NamedTuple
from uuid import UUID

from services.notify.settings import Settings

#: hard: nobody is there; soft: it may work later; complaint: the reader does not want letters; other: a person's
#: answer, an absence note, a delivery that worked.
Kind = Literal["hard", "soft", "complaint", "other"]

_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w.-]+")
_LETTER: Final = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")
_STATUS: Final = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_TO: Final = ("to", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to")
#: Nobody's fault but the policy's or the letter's: another letter may well arrive.
_NOT_THE_ADDRESS: Final = re.compile(r"5\.(?:2\.2|3\.4|6\.|7\.)")


class Came(NamedTuple):
    """`letter`: which one came back; None when it says so nowhere that can be trusted."""

    kind: Kind
    status: str
    letter: UUID | None


def read_bounce(settings: Settings, content: bytes) -> Came:
    """`content`: the whole mail. Never raises: what cannot be read is something else."""
    message = message_from_bytes(content, policy=policy.compat32)
    letter = _letter_of(settings, message, content)
    report = str(message.get_param("report-type") or "").lower()
    if report == "feedback-report" or _part(message, "message/feedback-report"):
        return Came("complaint", "", letter)
    status = _part(message, "message/delivery-status")
    if status is None:
        return Came("other", "", letter)
    return _judged(_fields(status), letter)


def judge_status(status: str, action: str = "failed") -> Kind:
    """`status`: such as 5.1.1."""
    if action in ("delivered", "relayed", "expanded"):
        return "other"
    permanent = action == "failed" and status.startswith("5")
    return "hard" if permanent and not _NOT_THE_ADDRESS.match(status) else "soft"


def _judged(fields: dict[str, str], letter: UUID | None) -> Came:
    found = _STATUS.search(fields.get("status", "")) or _STATUS.search(fields.get("diagnostic-code", ""))
    status = found[1] if found else ""
    return Came(judge_status(status, fields.get("action", "").strip().lower()), status, letter)


def _fields(part: Message) -> dict[str, str]:
    """Of the report: its blocks put together; there is one recipient, since every letter has one."""
    blocks = part.get_payload()
    return {
        name.lower(): str(value)
        for block in (blocks if isinstance(blocks, list) else [])
        if isinstance(block, Message)
        for name, value in block.items()
    }


def _part(message: Message, kind: str) -> Message | None:
    return next((part for part in message.walk() if part.get_content_type() == kind), None)


def _letter_of(settings: Settings, message: Message, content: bytes) -> UUID | None:
    """By the return path, which nobody can make up; or else by the letter's own Message-ID in what came back."""
    for address in _addresses(message.get_all(name, []) for name in _TO):
        if letter := settings.returned(address):
            return letter
    found = _LETTER.search(content.decode("ascii", "replace"))
    return UUID(found[1]) if found else None


def _addresses(headers: Iterable[list[str]]) -> Iterator[str]:
    for values in headers:
        for value in values:
            yield from _ADDRESS.findall(str(value))
