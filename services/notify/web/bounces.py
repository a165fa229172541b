"""Where a mail server or a provider tells what came back, with a key that both know."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any, Final, Literal
from uuid import UUID

import msgspec
from litestar import Request, Response, post
from litestar.datastructures import State
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.hear_bounces import MOST_BYTES, hear_bounce
from services.notify.operations.read_bounce import Came, judge_status, read_bounce
from services.notify.settings import Settings
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.access import PUBLIC

MOST_EVENTS: Final = 1000
WHOLE_MAIL: Final = "message/rfc822"


class Event(msgspec.Struct, frozen=True):
    """`message_id`: as in the letter's header. `status`: such as 5.1.1; needed for a bounce."""

    kind: Literal["bounce", "complaint"]
    message_id: str
    status: str = ""


class Unreadable(ValueError):
    """The body is neither a list of events nor a mail."""


@post("/notify/bounces", opt=PUBLIC, status_code=200)
async def hear_bounces(request: Request[Any, Any, State], database: Database, settings: Settings) -> Response[Any]:
    """A JSON list of events, or one whole mail as message/rfc822. Telling twice does no harm."""
    if not _may(settings, request.headers.get("authorization", "")):
        return Response({"status": 401}, status_code=401, headers={"WWW-Authenticate": "Bearer"})
    body = await _body(request)
    if body is None:
        return Response({"status": 413}, status_code=413)
    try:
        told = _read(settings, body, request.headers.get("content-type", ""))
    except (Unreadable, msgspec.DecodeError):
        return Response({"status": 422}, status_code=422)

    async def work(session: AsyncSession) -> int:
        return sum([await hear_bounce(session, came, digest, now()) for came, digest in told])

    return Response({"status": 200, "heard": await database.run(work)})


def _may(settings: Settings, authorization: str) -> bool:
    """Without a key in the settings nobody may."""
    sent = authorization.removeprefix("Bearer ").encode()
    return bool(settings.bounce_key) and hmac.compare_digest(sent, str(settings.bounce_key).encode())


async def _body(request: Request[Any, Any, State]) -> bytes | None:
    """None when it is too large."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    return body


def _read(settings: Settings, body: bytes, kind: str) -> list[tuple[Came, bytes]]:
    if kind.split(";")[0].strip() == WHOLE_MAIL:
        return [(read_bounce(settings, body), hashlib.sha256(body).digest())]
    events = msgspec.json.decode(body, type=list[Event])
    if len(events) > MOST_EVENTS:
        raise Unreadable
    return [(_came(event), hashlib.sha256(msgspec.json.encode(event)).digest()) for event in events]


def _came(event: Event) -> Came:
    try:
        letter = UUID(event.message_id.strip("<> ").partition("@")[0])
    except ValueError:
        letter = None
    return Came("complaint" if event.kind == "complaint" else judge_status(event.status), event.status, letter)
