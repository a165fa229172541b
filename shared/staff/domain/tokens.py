"""What stands in the database for the tokens of sessions and one-time links, which are never kept themselves."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Final

#: Browsers accept the first name from this very host over https only, so no neighbouring site can plant one.
SECURE_COOKIE: Final = "__Host-resonanz-staff"
PLAIN_COOKIE: Final = "resonanz-staff"
COOKIES: Final = (SECURE_COOKIE, PLAIN_COOKIE)
#: A session that was not used this long has ended, and so has one this old. Source: NIST SP 800-63B, AAL1 and AAL2.
IDLE_FOR: Final = timedelta(hours=12)
LASTS_FOR: Final = timedelta(days=7)
#: How long a one-time link is good for.
INVITED_FOR: Final = timedelta(hours=24)


def digest_session_token(cookie: str, token: str) -> bytes:
    """32 bytes. The cookie's name goes in, so that a session made for https is not found under the plain name."""
    return _digest(cookie, token)


def digest_invitation_token(token: str) -> bytes:
    return _digest("invitation", token)


def _digest(purpose: str, token: str) -> bytes:
    """No key and no salt needed: a token holds 256 random bits."""
    return hashlib.sha256(f"{purpose}:{token}".encode()).digest()
