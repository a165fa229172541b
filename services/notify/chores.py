"""What notify does from time to time."""

from __future__ import annotations

from datetime import timedelta

from services.notify.operations.forget_over import forget_over
from services.notify.operations.forget_unconfirmed import forget_unconfirmed
from services.notify.operations.gather_digests import gather_digests
from services.notify.operations.hear_bounces import read_folder
from services.notify.operations.keep_staff_address import forget_staff_addresses
from services.notify.operations.owe_reminders import owe_reminders, settle_passed
from services.notify.operations.rotate_vault import rotate_vault
from services.notify.operations.suppress import forget_trouble
from services.notify.settings import Settings
from shared.kit.messaging.chores import Chore


def chores_of(settings: Settings) -> tuple[Chore, ...]:
    return (
        Chore("notify.forget_unconfirmed", timedelta(hours=1), forget_unconfirmed),
        Chore("notify.forget_over", timedelta(hours=6), forget_over),
        Chore("notify.forget_staff_addresses", timedelta(hours=6), forget_staff_addresses),
        Chore("notify.settle_passed", timedelta(hours=1), settle_passed),
        Chore("notify.owe_reminders", timedelta(hours=1), lambda session, at: owe_reminders(session, settings, at)),
        Chore("notify.gather_digests", timedelta(minutes=15), gather_digests),
        Chore("notify.read_bounces", timedelta(minutes=1), lambda session, at: read_folder(session, settings, at)),
        Chore("notify.forget_trouble", timedelta(hours=12), forget_trouble),
        Chore("notify.rotate_vault", timedelta(minutes=5), lambda session, _at: rotate_vault(session, settings)),
    )
