"""What was done for an answer, counted: that says the same on every machine, and a stopwatch does not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest
from sqlalchemy import Engine, event

from shared.kit.settings import derive_key


class Work(NamedTuple):
    """`statements`: sent to PostgreSQL by anybody. `derivations`: purposes of keys that were derived for receipts."""

    statements: list[str]
    derivations: list[str]


@contextmanager
def watched() -> Iterator[Work]:
    """What is done while the block runs."""
    work = Work([], [])

    def derive(secret: str, purpose: str) -> bytes:
        work.derivations.append(purpose)
        return derive_key(secret, purpose)

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        work.statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("shared.contracts.receipts.derive_key", derive)
            yield work
    finally:
        event.remove(Engine, "before_cursor_execute", note)
