"""Which handler does which delivery."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any, NamedTuple

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.storage import Database

#: Work that is all in the database: runs in the transaction that marks the delivery done.
Handler = Callable[[AsyncSession, Any], Awaitable[None]]
#: Work that reaches outside (a mail server): opens its own short transactions and must be safe to repeat.
Errand = Callable[[Database, Any], Awaitable[None]]


class Permanent(Exception):
    """Trying again will not help: the delivery goes to the shelf at once. The text is shown to staff: no values."""


class NotYet(Exception):
    """Nothing failed, but it is not the time: somebody else is at it, or there is no room. Due again after `pause`."""

    def __init__(self, pause: timedelta) -> None:
        super().__init__("not yet")
        self.pause = pause


class Consumer(NamedTuple):
    name: str
    kind: type[msgspec.Struct]
    handler: Handler | None
    errand: Errand | None

    @property
    def service(self) -> str:
        return self.name.split(".")[0]


class Consumers:
    """The consumers of one service, filled by its actors.py."""

    def __init__(self, service: str) -> None:
        self.service = service
        self._by_name: dict[str, Consumer] = {}

    def handles(self, kind: type[msgspec.Struct]) -> Callable[[Handler], Handler]:
        """The function does the delivery of this message inside the delivery's own transaction."""

        def register(handler: Handler) -> Handler:
            self._add(handler.__name__, kind, handler, None)
            return handler

        return register

    def runs_errand_for(self, kind: type[msgspec.Struct]) -> Callable[[Errand], Errand]:
        """The function does the delivery of this message with short transactions around something outside."""

        def register(errand: Errand) -> Errand:
            self._add(errand.__name__, kind, None, errand)
            return errand

        return register

    def __getitem__(self, name: str) -> Consumer:
        return self._by_name[name]

    def __iter__(self) -> Iterator[Consumer]:
        return iter(self._by_name.values())

    def _add(self, verb: str, kind: type[msgspec.Struct], handler: Handler | None, errand: Errand | None) -> None:
        name = f"{self.service}.{verb}"
        self._by_name[name] = Consumer(name, kind, handler, errand)
