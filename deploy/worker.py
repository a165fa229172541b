"""A worker process: answers the doorbell for the deliveries of one or more services."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
from collections.abc import Sequence
from typing import Final

import redis
import structlog
import uvloop
from dramatiq import Worker

from deploy.parts import Parts
from services.analysis.actors import CONSUMERS as ANALYSIS
from services.intake.actors import CONSUMERS as INTAKE
from services.intake.actors import equip as equip_intake
from services.notify.actors import CONSUMERS as NOTIFY
from services.notify.actors import equip as equip_notify
from shared.contracts.routes import ROUTES
from shared.kit.messaging import Consumers
from shared.kit.messaging.broker import declare, make_broker
from shared.kit.messaging.deliver import Deliverer

log = structlog.get_logger()

#: Intake hears only what it tells itself: what is to be printed.
CONSUMERS: Final[dict[str, Consumers]] = {"intake": INTAKE, "analysis": ANALYSIS, "notify": NOTIFY}


def work(parts: Parts, services: Sequence[str]) -> None:
    """Works until told to stop; what is under way is finished first."""
    settings = parts.settings
    assert settings.redis_url
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # dramatiq makes the loop that all deliveries share
    broker = make_broker(settings.redis_url)
    for service in services:
        deliverer = make_deliverer(parts, service)
        for consumer in CONSUMERS[service]:
            declare(broker, consumer.name, deliverer.deliver)
    broker.emit_after("process_boot")
    worker = Worker(broker, worker_threads=settings.worker_threads)
    worker.start()
    log.info("worker.ready", services=list(services))
    _wait_for_the_end()
    with contextlib.suppress(redis.RedisError):  # what was fetched and not done is still owed in PostgreSQL
        worker.stop(timeout=10_000)
        broker.close()


def make_deliverer(parts: Parts, service: str) -> Deliverer:
    """Does the deliveries of one service under its own role, with its settings."""
    if service == "intake":
        equip_intake(parts.intake)
    if service == "notify":
        equip_notify(parts.notify)
    return Deliverer(parts.database(service), ROUTES, CONSUMERS[service])


def _wait_for_the_end() -> None:
    ended = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: ended.set())
    ended.wait()
