"""The names people type to sign in."""

from __future__ import annotations


def read_name(typed: str) -> str:
    """What somebody typed, as the name it means: small letters, no spaces."""
    return "".join(typed.split()).lower()
