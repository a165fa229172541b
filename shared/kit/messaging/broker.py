"""dramatiq as a doorbell: a queue per service, messages that hold nothing but a delivery's id."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any
from uuid import UUID

import dramatiq
from dramatiq import Actor
from dramatiq.brokers.redis import RedisBroker
from dramatiq.encoder import JSONEncoder, MessageData
from dramatiq.middleware import AsyncIO, Middleware

Deliver = Callable[[UUID], Awaitable[None]]


class NothingPersonal(JSONEncoder):
    """dramatiq adds tracebacks to what it keeps in Redis, and a traceback may repeat a value: it is taken out."""

    def encode(self, data: MessageData) -> bytes:
        options = {k: v for k, v in data.get("options", {}).items() if k != "traceback"}
        return super().encode({**data, "options": options})


def make_broker(url: str, middleware: Iterable[Middleware] = ()) -> RedisBroker:
    """Without dramatiq's retries, results and age limits: attempts, leases and the shelf are rows in PostgreSQL."""
    dramatiq.set_encoder(NothingPersonal())
    waiting = {"socket_timeout": 5, "socket_connect_timeout": 2}
    broker = RedisBroker(url=url, middleware=[AsyncIO(), *middleware], **waiting)  # type: ignore[no-untyped-call]
    dramatiq.set_broker(broker)
    return broker


def declare(broker: RedisBroker, consumer: str, deliver: Deliver | None = None) -> Actor[[str], Any]:
    """The actor of one consumer. The relay, which only rings, declares it without the work."""
    queue = consumer.split(".")[0]

    async def answer_the_door(delivery_id: str) -> None:
        assert deliver, "only a worker answers the door"
        await deliver(UUID(delivery_id))

    return Actor(answer_the_door, actor_name=consumer, queue_name=queue, priority=0, broker=broker, options={})
