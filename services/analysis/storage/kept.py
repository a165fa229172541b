"""Remembering what is worked out from very many, for a while that is measured by how long it took."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final, Generic, NamedTuple, TypeVar
from uuid import UUID

T = TypeVar("T")
#: What took a second is kept for so many: then a twentieth of the machine's time goes into it, however often it is
#: looked at.
TIMES: Final = 20


class _Known(NamedTuple, Generic[T]):
    value: T
    until: float


class Kept(Generic[T]):
    """By campaign, in this process; the `most` that were looked at last. What is not large is never kept."""

    def __init__(
        self, is_large: Callable[[T], bool], most: int = 64, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._is_large, self._most, self._clock = is_large, most, clock
        self._known: OrderedDict[UUID, _Known[T]] = OrderedDict()

    async def get(self, campaign_id: UUID, make: Callable[[], Awaitable[T]]) -> T:
        """What was made not long ago, or else what `make` makes now."""
        known = self._known.get(campaign_id)
        if known and self._clock() < known.until:
            return known.value
        began = self._clock()
        value = await make()
        if self._is_large(value):
            took = self._clock() - began
            self._known[campaign_id] = _Known(value, self._clock() + took * TIMES)
            self._known.move_to_end(campaign_id)
        while len(self._known) > self._most:
            self._known.popitem(last=False)
        return value
