"""Writing facts down, in the transaction of whoever states them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import ARRAY, DateTime, Text, TextClause, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.clock import now
from shared.kit.ids import ordered_id


def stating(fact: str) -> TextClause:
    """One statement that does `fact` and, for each row it returns, writes the messages and what they owe.

    `fact` is SQL with a RETURNING clause, or a SELECT: no row from it, no message. Its parameters come on top of those
    of `Routes.outbox`.
    """
    return text(
        f"""
        WITH fact AS ({fact}), message AS (
            INSERT INTO bus.message (id, name, subject, payload, published_at)
            SELECT m.id, m.name, m.subject, m.payload, :published_at
            FROM fact, jsonb_to_recordset(:messages) AS m (id uuid, name text, subject uuid, payload jsonb)
        ), delivery AS (
            INSERT INTO bus.delivery (id, message_id, consumer, next_at)
            SELECT d.id, d.message_id, d.consumer, :published_at
            FROM fact, unnest(:delivery_ids, :message_ids, :consumers) AS d (id, message_id, consumer)
        )
        SELECT * FROM fact
        """  # noqa: S608 - the fact is a constant of a module, never input
    ).bindparams(
        bindparam("messages", type_=JSONB),
        bindparam("published_at", type_=DateTime(timezone=True)),
        bindparam("delivery_ids", type_=ARRAY(Uuid)),
        bindparam("message_ids", type_=ARRAY(Uuid)),
        bindparam("consumers", type_=ARRAY(Text)),
    )


PUBLISH: Final = stating("SELECT 1 AS one")


class Routes:
    """Which consumers hear which message. `routes` maps a message's name to its kind and consumers."""

    def __init__(self, routes: Mapping[type[msgspec.Struct], tuple[str, ...]]) -> None:
        self.consumers = {name_of(kind): consumers for kind, consumers in routes.items()}
        self.kinds = {name_of(kind): kind for kind in routes}

    async def publish(self, session: AsyncSession, *messages: msgspec.Struct) -> None:
        """Writes each message once and one delivery per consumer. Nothing is sent: the relay rings after the commit.

        Raises KeyError for a message that has no route.
        """
        await session.execute(PUBLISH, self.outbox(*messages))

    def outbox(self, *messages: msgspec.Struct) -> dict[str, Any]:
        """What a statement made by `stating` writes for these messages."""
        rows: list[dict[str, Any]] = []
        deliveries: list[tuple[UUID, UUID, str]] = []
        for message in messages:
            name, message_id = name_of(type(message)), ordered_id()
            payload = msgspec.to_builtins(message)
            rows.append({"id": message_id, "name": name, "subject": subject_of(message), "payload": payload})
            deliveries += [(ordered_id(), message_id, consumer) for consumer in self.consumers[name]]
        ids, message_ids, consumers = zip(*deliveries, strict=True) if deliveries else ((), (), ())
        return {
            "messages": rows,
            "published_at": now(),
            "delivery_ids": list(ids),
            "message_ids": list(message_ids),
            "consumers": list(consumers),
        }

    def read(self, name: str, payload: Mapping[str, Any]) -> msgspec.Struct:
        """The message as it was stated. Raises msgspec.ValidationError when the payload is not of its kind."""
        return msgspec.convert(payload, self.kinds[name])


def name_of(kind: type[msgspec.Struct]) -> str:
    """`response.received.v1`: a contract names itself by its struct tag."""
    tag = kind.__struct_config__.tag
    assert isinstance(tag, str), f"{kind.__name__} has no message name"
    return tag


def subject_of(message: msgspec.Struct) -> UUID | None:
    """What the message is about: its first field that is an id."""
    first = message.__struct_fields__[0]
    value = getattr(message, first)
    return value if isinstance(value, UUID) else None
