"""The public directory of a district, as other services lead to it: analysis has it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

#: Whether a district's directory has anything to show.
HasOffers = Callable[[str], Awaitable[bool]]


async def nothing_offered(_district: str) -> bool:
    """Where nobody is there to be asked."""
    return False
