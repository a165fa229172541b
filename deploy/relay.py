"""The relay process: rings for what is due."""

from __future__ import annotations

import asyncio
import signal
from datetime import timedelta
from uuid import UUID

import structlog

from deploy.parts import Parts
from deploy.worker import CONSUMERS
from shared.kit.messaging.broker import declare, make_broker
from shared.kit.messaging.relay import Relay

log = structlog.get_logger()


def run_relay(parts: Parts) -> None:
    """Runs until told to stop."""
    settings = parts.settings
    assert settings.redis_url
    broker = make_broker(settings.redis_url)
    actors = {c.name: declare(broker, c.name) for consumers in CONSUMERS.values() for c in consumers}

    def ring(consumer: str, delivery_id: UUID) -> None:
        actors[consumer].send(str(delivery_id))

    relay = Relay(parts.database("relay"), ring, timedelta(seconds=settings.lease_s))
    asyncio.run(_until_told(relay))


async def _until_told(relay: Relay) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    log.info("relay.ready")
    await relay.run(stop)
