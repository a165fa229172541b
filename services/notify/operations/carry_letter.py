"""Which way a letter leaves by: mail, a device, a phone. Letters on paper leave by print_letters.py."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol
from uuid import UUID

from services.notify.domain.media import MAIL, PUSH, SMS
from services.notify.operations.compose_letter import Letter, write_letter
from services.notify.operations.hand_over import Delayed, Mail, Medium, medium_of
from services.notify.operations.push_out import PushService
from services.notify.operations.text_out import TextService
from services.notify.settings import Settings


class Carrier(Protocol):
    """Takes the word that there is something new to one person."""

    lease: timedelta

    async def send(self, letter: Letter) -> None:
        """Raises Refused for good, Delayed for now."""


class Carriers:
    """A medium for mails that also knows the other ways."""

    def __init__(self, mail: Medium, others: dict[str, Carrier]) -> None:
        self._mail, self._others = mail, others
        # Letters are started in the first quarter of a claim (send_letters.py).
        self.lease = max(mail.lease, *(one.lease * 4 / 3 for one in others.values()))

    async def hand_over(self, notification_id: UUID, mail: Mail) -> None:
        await self._mail.hand_over(notification_id, mail)

    async def send(self, letter: Letter) -> None:
        carrier = self._others.get(letter.medium)
        if carrier is None:  # switched off since: when it is on again, the letter goes
            raise Delayed(f"no {letter.medium}", "domain")
        await carrier.send(letter)


def carriers_of(settings: Settings) -> Carriers:
    others: dict[str, Carrier] = {PUSH: PushService(settings)}
    if settings.sms_url:
        others[SMS] = TextService(settings, settings.sms_url)
    return Carriers(medium_of(settings), others)


async def carry_letter(settings: Settings, medium: Medium, letter: Letter) -> None:
    """Raises Refused for good, Delayed for now."""
    if letter.medium == MAIL:
        await medium.hand_over(letter.id, write_letter(settings, letter))
    elif isinstance(medium, Carriers):
        await medium.send(letter)
    else:
        raise Delayed(f"no {letter.medium}", "domain")
