"""The signed response id a page is born with: whoever sends it twice sends the same response."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from uuid import UUID

_MAC_BYTES = 12
#: A form that was opened without network has an id that its device made: this, and a random UUID.
DEVICE = "device-"


class TokenError(ValueError):
    """The token was not made here, or not for this channel."""


def sign_response_id(key: bytes, response_id: UUID, code: str) -> str:
    """38 characters for a hidden field: the id and a MAC over id and channel code. It never expires."""
    return base64.urlsafe_b64encode(response_id.bytes + _mac(key, response_id.bytes, code)).decode().rstrip("=")


def read_response_id(key: bytes, token: str, code: str) -> UUID:
    """Raises TokenError."""
    if token.startswith(DEVICE):
        return _device_response_id(key, token.removeprefix(DEVICE), code)
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (binascii.Error, ValueError):
        raise TokenError from None
    body, mac = raw[:16], raw[16:]
    if len(body) != 16 or not hmac.compare_digest(mac, _mac(key, body, code)):
        raise TokenError
    return UUID(bytes=body)


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
