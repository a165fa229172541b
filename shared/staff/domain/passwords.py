"""What a password must be. Source: NIST SP 800-63B: long, no rules about kinds of signs, no forced changes."""

from __future__ import annotations

from typing import Final, Literal

SHORTEST: Final = 12
LONGEST: Final = 200

Fault = Literal["short", "long", "name"]


def fault_of(password: str, account_name: str) -> Fault | None:
    """What is wrong with the password for this account, if anything."""
    if len(password) < SHORTEST:
        return "short"
    if len(password) > LONGEST:
        return "long"
    return "name" if account_name in password.lower() else None
