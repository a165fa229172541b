"""What every answer to a program has in common: how pages go on, what an answer is known by, how a refusal is told."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

#: Entries of one page: unless asked otherwise, and at most.
PAGE: Final = 50
MOST: Final = 200
#: Requests of one token in one minute.
PER_MINUTE: Final = 120
MINUTE_S: Final = 60


class Kind(NamedTuple):
    """A kind of problem: its status and its title in two languages."""

    status: int
    title: str
    title_de: str


#: The same for a token that is missing, unknown, expired or revoked: who is refused learns nothing.
PROBLEMS: Final[Mapping[str, Kind]] = {
    "bad-request": Kind(400, "The request cannot be read", "Die Anfrage ist nicht lesbar"),
    "no-access": Kind(401, "A valid token is needed", "Ein gültiger Schlüssel fehlt"),
    "no-scope": Kind(403, "The token may not read this", "Der Schlüssel darf das nicht lesen"),
    "not-found": Kind(404, "There is nothing here", "Hier ist nichts"),
    "no-method": Kind(405, "This can only be read", "Hier kann nur gelesen werden"),
    "too-many": Kind(429, "Too many requests in one minute", "Zu viele Anfragen in einer Minute"),
    "trouble": Kind(500, "Something is wrong on our side", "Bei uns ist etwas schiefgegangen"),
    "not-offered": Kind(501, "This part of OData is not offered", "Diesen Teil von OData gibt es hier nicht"),
    "away": Kind(503, "Please try again in a moment", "Bitte gleich noch einmal versuchen"),
}


class Page(msgspec.Struct, frozen=True):
    """`cursor`: where it goes on, as the page before said; none for the first."""

    limit: int
    cursor: tuple[str, ...]


class Unreadable(ValueError):
    """A parameter makes no sense; the text names it."""


def read_page(query: Mapping[str, str]) -> Page:
    """From `limit` and `cursor`. Raises Unreadable."""
    limit = query.get("limit", str(PAGE))
    if not (limit.isascii() and limit.isdigit() and 1 <= int(limit[:9]) <= MOST):
        raise Unreadable(f"limit: 1 … {MOST}")
    return Page(int(limit), read_cursor(query["cursor"]) if query.get("cursor") else ())


def write_cursor(parts: Sequence[str]) -> str:
    """Means nothing to anybody but us."""
    return base64.urlsafe_b64encode(msgspec.json.encode(list(parts))).decode().rstrip("=")


def read_cursor(text: str) -> tuple[str, ...]:
    """Raises Unreadable."""
    try:
        padded = text + "=" * (-len(text) % 4)
        parts = msgspec.json.decode(base64.b64decode(padded, altchars=b"-_", validate=True), type=tuple[str, ...])
    except (binascii.Error, ValueError, UnicodeError):
        raise Unreadable("cursor") from None
    if any("\x00" in part for part in parts):
        raise Unreadable("cursor")
    return parts


def tag_of(*parts: Any) -> str:
    """The entity tag of an answer that is made from these parts and nothing else. Source: RFC 9110, 8.8.3."""
    return f'"{hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:24]}"'


def is_known(header: str, tag: str) -> bool:
    """Whether If-None-Match names the tag; compression on the way may have made it a weak one."""
    return any(one.strip().removeprefix("W/") in (tag, "*") for one in header.split(","))


def problem(kind: str, address: str, detail: str = "") -> dict[str, Any]:
    """As RFC 9457 has it, with the title in German beside it. `detail`: which parameter."""
    status, title, german = PROBLEMS[kind]
    said = {"type": f"{address}/api#{kind}", "title": title, "title_de": german, "status": status}
    return said | ({"detail": detail} if detail else {})


def kind_of(status: int) -> str:
    """The kind of problem that an error of this status is."""
    by_status = {kind.status: name for name, kind in PROBLEMS.items()}
    return by_status.get(status, "trouble" if status >= 500 else "bad-request")


def limit_headers(used: int, second: int) -> dict[str, str]:
    """What is left in this minute, and in how many seconds the next begins. Source: IETF draft, RateLimit headers."""
    left = {"Limit": PER_MINUTE, "Remaining": max(PER_MINUTE - used, 0), "Reset": MINUTE_S - second}
    return {f"RateLimit-{name}": str(value) for name, value in left.items()}


def listed(items: Iterable[Any], following: str | None) -> dict[str, Any]:
    return {"items": list(items), "next": following}
