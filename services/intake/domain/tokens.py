"""The signed response id a page is born with: whoever sends it twice sends the same response."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from datetime import UTC, datetime
from uuid import UUID

_MAC_BYTES = 12
_ID_BYTES = 16
_TIME_BYTES = 4
#: A form that was opened without network has an id that its device made: this, and a random UUID.
DEVICE = "device-"


class TokenError(ValueError):
    """The token was not made here, or not for this channel."""


def sign_response_id(key: bytes, response_id: UUID, code: str, born_at: datetime | None = None) -> str:
    """38 or 43 characters for a hidden field: the id, perhaps when the page was made, and a MAC over both and the
    channel's code. It never expires.
    """
    body = response_id.bytes + (int(born_at.timestamp()).to_bytes(_TIME_BYTES) if born_at else b"")
    return base64.urlsafe_b64encode(body + _mac(key, body, code)).decode().rstrip("=")


def read_response_id(key: bytes, token: str, code: str) -> UUID:
    """Raises TokenError."""
    if token.startswith(DEVICE):
        return _device_response_id(key, token.removeprefix(DEVICE), code)
    raw = _raw(token)
    body, mac = raw[:-_MAC_BYTES], raw[-_MAC_BYTES:]
    if len(body) not in (_ID_BYTES, _ID_BYTES + _TIME_BYTES) or not hmac.compare_digest(mac, _mac(key, body, code)):
        raise TokenError
    return UUID(bytes=body[:_ID_BYTES])


def born_at(token: str) -> datetime | None:
    """When the page with this token was made, to the second; None where it does not say. The token was read before."""
    if token.startswith(DEVICE):
        return None
    stamp = _raw(token)[_ID_BYTES:-_MAC_BYTES]
    return datetime.fromtimestamp(int.from_bytes(stamp), UTC) if stamp else None


def _raw(token: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (binascii.Error, ValueError):
        raise TokenError from None


def _device_response_id(key: bytes, made: str, code: str) -> UUID:
    """Derived, never the device's own: who learns the id of a stored response cannot send it and get its receipt."""
    try:
        device_id = UUID(made)
    except ValueError:
        raise TokenError from None
    if str(device_id) != made or device_id.version != 4:
        raise TokenError
    return UUID(bytes=hmac.digest(key, b"device" + device_id.bytes + code.encode(), hashlib.sha256)[:16], version=4)


def _mac(key: bytes, body: bytes, code: str) -> bytes:
    return hmac.digest(key, body + code.encode(), hashlib.sha256)[:_MAC_BYTES]
