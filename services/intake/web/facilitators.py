"""Who may type in sheets: staff who are signed in, and facilitators by the PIN of their channel.

A facilitator's browser keeps one cookie, for the pages of this one channel, until the evening: it says that the PIN
was typed, and nothing about who did. Participants have none.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from litestar import Request
from litestar.datastructures import Cookie

from services.intake.domain.entry import FACILITATING
from services.intake.operations.check_pin import find_pin
from services.intake.settings import Settings
from services.intake.storage.forms import Form
from services.intake.web.shown import Forms
from shared.kit.web.bodies import first, read_fields

COOKIE: Final = "facilitator"
_TIME_BYTES: Final = 6


def ticket(settings: Settings, channel_id: UUID, pin: bytes, until: datetime) -> str:
    """Worth nothing after `until`, for another channel, or once the PIN is changed."""
    stamp = int(until.timestamp()).to_bytes(_TIME_BYTES)
    return base64.urlsafe_b64encode(stamp + _mac(settings, channel_id, pin, stamp)).decode()


def is_valid(settings: Settings, channel_id: UUID, pin: bytes, shown: str, at: datetime) -> bool:
    try:
        raw = base64.urlsafe_b64decode(shown)
    except (binascii.Error, ValueError):
        return False
    stamp, mac = raw[:_TIME_BYTES], raw[_TIME_BYTES:]
    genuine = hmac.compare_digest(mac, _mac(settings, channel_id, pin, stamp))
    return genuine and datetime.fromtimestamp(int.from_bytes(stamp), UTC) > at


async def is_facilitator(request: Request[Any, Any, Any], forms: Forms, form: Form, at: datetime) -> bool:
    shown = request.cookies.get(COOKIE, "")
    if not shown:
        return False
    pin = await forms.database.run(lambda session: find_pin(session, form.channel_id))
    return pin is not None and is_valid(forms.settings, form.channel_id, pin, shown, at)


async def admitting(forms: Forms, form: Form, at: datetime) -> Cookie:
    """The cookie for somebody who has just typed the right PIN."""
    pin = await forms.database.run(lambda session: find_pin(session, form.channel_id))
    return Cookie(
        key=COOKIE,
        value=ticket(forms.settings, form.channel_id, pin or b"", at + FACILITATING),
        path=f"/entry/{form.code}",
        max_age=int(FACILITATING.total_seconds()),
        httponly=True,
        secure=forms.settings.address.startswith("https://"),
        samesite="strict",
    )


async def typed_pin(request: Request[Any, Any, Any]) -> str:
    return "".join(first(await read_fields(request), "pin").split())


def _mac(settings: Settings, channel_id: UUID, pin: bytes, stamp: bytes) -> bytes:
    return hmac.digest(settings.pin_key, b"ticket" + channel_id.bytes + pin + stamp, hashlib.sha256)
