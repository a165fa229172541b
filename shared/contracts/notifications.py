"""Facts notify tells itself, so that a letter is owed like everything else on the bus."""

from __future__ import annotations

from uuid import UUID

import msgspec


class NotificationQueued(msgspec.Struct, frozen=True, tag="notification.queued.v1"):
    notification_id: UUID


class StaffAddressAsked(msgspec.Struct, frozen=True, tag="staff_address.asked.v1"):
    """Somebody of staff wants letters; the link number `number` that confirms it is to be sent. The address stays in
    the vault."""

    account_id: UUID
    number: int


class LettersQueued(msgspec.Struct, frozen=True, tag="letters.queued.v1"):
    """Many letters are owed, to be sent together: an outcome has thousands of readers."""

    notification_ids: tuple[UUID, ...]
