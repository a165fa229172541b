"""What notify hears. Facts may arrive twice and in any order; letters are errands, since they leave the house."""

from __future__ import annotations

from typing import Final, NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations import ask_staff_address as staff_addresses
from services.notify.operations import learn_campaign as campaigns
from services.notify.operations import learn_exclusion as exclusions
from services.notify.operations import learn_place as places
from services.notify.operations import learn_selection as selections
from services.notify.operations import open_journey as journeys
from services.notify.operations import remind_department as departments
from services.notify.operations import report_assessment as assessments
from services.notify.operations import send_letters as letters
from services.notify.operations import send_reminder as reminders
from services.notify.operations import tell_outcome as outcomes
from services.notify.operations import withdraw_journey as withdrawals
from services.notify.operations.carry_letter import carriers_of
from services.notify.operations.hand_over import Medium
from services.notify.settings import Settings
from shared.contracts.assessments import ResponseAssessed
from shared.contracts.campaigns import CampaignPublished, ChannelOpened
from shared.contracts.evaluations import DepartmentAsked
from shared.contracts.exclusions import ResponseExcluded, ResponseReadmitted
from shared.contracts.notifications import LettersQueued, NotificationQueued, StaffAddressAsked
from shared.contracts.outcomes import OutcomePublished, ReminderQueued, SelectionMade, StepAdded
from shared.contracts.responses import ReceiptIssued, ResponseErased
from shared.kit.clock import now
from shared.kit.messaging import Consumers
from shared.kit.storage import Database

CONSUMERS: Final = Consumers("notify")


class Tools(NamedTuple):
    settings: Settings
    medium: Medium


_tools: Tools | None = None


def equip(settings: Settings) -> None:
    """Gives the consumers of this process what they need; before it, they can be listed but do no work."""
    global _tools
    _tools = Tools(settings, carriers_of(settings))


def _equipped() -> Tools:
    assert _tools, "equip() comes before work"
    return _tools


@CONSUMERS.handles(CampaignPublished)
async def learn_campaign(session: AsyncSession, message: CampaignPublished) -> None:
    await campaigns.learn_campaign(session, message, now())


@CONSUMERS.handles(ChannelOpened)
async def learn_place(session: AsyncSession, message: ChannelOpened) -> None:
    await places.learn_place(session, message)


@CONSUMERS.handles(ReceiptIssued)
async def open_journey(session: AsyncSession, message: ReceiptIssued) -> None:
    await journeys.open_journey(session, _equipped().settings, message, now())


@CONSUMERS.handles(ResponseErased)
async def withdraw_journey(session: AsyncSession, message: ResponseErased) -> None:
    await withdrawals.withdraw_journey(session, _equipped().settings, message, now())


@CONSUMERS.handles(ResponseAssessed)
async def report_assessment(session: AsyncSession, message: ResponseAssessed) -> None:
    await assessments.report_assessment(session, _equipped().settings, message, now())


@CONSUMERS.handles(ResponseExcluded)
async def learn_exclusion(session: AsyncSession, message: ResponseExcluded) -> None:
    await exclusions.learn_exclusion(session, _equipped().settings, message)


@CONSUMERS.handles(ResponseReadmitted)
async def learn_readmission(session: AsyncSession, message: ResponseReadmitted) -> None:
    await exclusions.learn_readmission(session, _equipped().settings, message)


@CONSUMERS.runs_errand_for(StaffAddressAsked)
async def ask_staff_address(database: Database, message: StaffAddressAsked) -> None:
    tools = _equipped()
    await staff_addresses.ask_staff_address(database, tools.settings, tools.medium, message)


@CONSUMERS.runs_errand_for(NotificationQueued)
async def send_notification(database: Database, message: NotificationQueued) -> None:
    tools = _equipped()
    await letters.send_letters(database, tools.settings, tools.medium, [message.notification_id])


@CONSUMERS.runs_errand_for(LettersQueued)
async def send_letters(database: Database, message: LettersQueued) -> None:
    tools = _equipped()
    await letters.send_letters(database, tools.settings, tools.medium, message.notification_ids)


@CONSUMERS.handles(SelectionMade)
async def learn_selection(session: AsyncSession, message: SelectionMade) -> None:
    await selections.learn_selection(session, _equipped().settings, message, now())


@CONSUMERS.handles(OutcomePublished)
async def tell_outcome(session: AsyncSession, message: OutcomePublished) -> None:
    await outcomes.owe_letters(session, message.outcome_id, now())


@CONSUMERS.handles(StepAdded)
async def tell_step(session: AsyncSession, message: StepAdded) -> None:
    await outcomes.owe_step_letters(session, message.step_id, message.outcome_id, now())


@CONSUMERS.handles(DepartmentAsked)
async def remind_department(session: AsyncSession, message: DepartmentAsked) -> None:
    await departments.remind_department(session, _equipped().settings, message, now())


@CONSUMERS.runs_errand_for(ReminderQueued)
async def send_reminder(database: Database, message: ReminderQueued) -> None:
    tools = _equipped()
    await reminders.send_reminder(database, tools.settings, tools.medium, message.reminder_id)
