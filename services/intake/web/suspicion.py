"""Asking for a moment where a sending looks like a machine's: a puzzle for the browser, or a short wait without one."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from datetime import UTC, datetime
from typing import Any, Final

from litestar import Request

from services.intake.domain.suspicion import (
    CHALLENGE_LASTS,
    TRAP,
    Asked,
    Judgement,
    Sending,
    Sign,
    has_waited,
    is_solution,
    judge,
    signs_of,
)
from services.intake.domain.tokens import born_at
from services.intake.settings import Settings
from services.intake.storage.forms import Form
from services.intake.web.shown import Forms
from services.intake.web.steps import Page, Visit, show
from shared.kit.web.bodies import first

_TIME_BYTES: Final = 8
#: Where somebody stands beside, or where a pass says already that it is one person, nobody is suspected.
TRUSTED: Final = frozenset({"kiosk", "department"})
STATUS: Final = 429


async def weigh(forms: Forms, visit: Visit, answers: int) -> tuple[Judgement, tuple[Sign, ...]]:
    """`answers`: how many questions were answered."""
    if visit.form.by_pass or visit.form.channel_kind in TRUSTED:
        return "take", ()
    born = born_at(visit.token)
    sending = Sending(
        trapped=bool(first(visit.fields, TRAP)),
        seconds=(visit.at - born).total_seconds() if born else None,
        answers=answers,
        crowd=await forms.count_crowd(visit.host, visit.form.code, visit.at),
    )
    signs = signs_of(sending)
    return judge(signs, _asked(forms.settings, visit)), signs


async def signs_of_kept(forms: Forms, form: Form, host: str, at: datetime) -> tuple[Sign, ...]:
    """Of a response that waited on a device: nobody is there to solve anything, so only a flood counts."""
    if form.by_pass or form.channel_kind in TRUSTED:
        return ()
    crowd = await forms.count_crowd(host, form.code, at)
    sending = Sending(trapped=False, seconds=None, answers=0, crowd=crowd)
    signs = signs_of(sending)
    return signs if judge(signs, Asked(waited=True)) == "hold" else ()


def ask_for_a_moment(forms: Forms, visit: Visit) -> Page:
    """The page with all that was typed. A script sends it again by itself; without one, a person does."""
    challenge = make_challenge(forms.settings, visit.token, visit.at)
    return show(visit, visit.where, notice="notice-moment", status=STATUS, challenge=challenge)


def make_challenge(settings: Settings, token: str, at: datetime) -> str:
    """Good for this page only, for half an hour. Nothing of it is kept."""
    stamp = int(at.timestamp() * 1000).to_bytes(_TIME_BYTES)
    return base64.urlsafe_b64encode(stamp + _mac(settings, token, stamp)).decode().rstrip("=")


def host_of(request: Request[Any, Any, Any]) -> str:
    return request.client.host if request.client else ""


def _asked(settings: Settings, visit: Visit) -> Asked:
    challenge = first(visit.fields, "challenge")
    made_at = _made_at(settings, visit.token, challenge)
    if made_at is None or not visit.at - made_at < CHALLENGE_LASTS:
        return Asked()
    return Asked(is_solution(challenge, first(visit.fields, "solution")), has_waited(made_at, visit.at))


def _made_at(settings: Settings, token: str, challenge: str) -> datetime | None:
    """None for one that was not made here for this page."""
    try:
        raw = base64.urlsafe_b64decode(challenge + "=" * (-len(challenge) % 4))
    except (binascii.Error, ValueError):
        return None
    stamp, mac = raw[:_TIME_BYTES], raw[_TIME_BYTES:]
    if not challenge or not hmac.compare_digest(mac, _mac(settings, token, stamp)):
        return None
    return datetime.fromtimestamp(int.from_bytes(stamp) / 1000, UTC)


def _mac(settings: Settings, token: str, stamp: bytes) -> bytes:
    return hmac.digest(settings.suspicion_key, b"challenge" + stamp + token.encode(), hashlib.sha256)[:16]
