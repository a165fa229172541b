"""The message bus: facts that cross services, owed to each consumer until done.

PostgreSQL is the truth, Redis is the doorbell. A message and its deliveries are written in the publisher's own
transaction; the relay rings for what is due; a consumer does its work and marks the delivery done in one transaction.
"""

from shared.kit.messaging.consumers import Consumer, Consumers, NotYet, Permanent
from shared.kit.messaging.publish import Routes

__all__ = ["Consumer", "Consumers", "NotYet", "Permanent", "Routes"]
