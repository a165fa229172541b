"""Counting the dots of a workshop, and taking the last count back. Either way analysis is told what counts now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.entry import Dots
from services.intake.storage.channels import find_channel
from services.intake.storage.forms import Form
from services.intake.storage.tallies import add_tally, sum_dots, take_back_tally
from shared.contracts.campaigns import DotFact, TallyCounted
from shared.contracts.routes import publish
from shared.kit.clock import now


async def count_dots(
    session: AsyncSession, form: Form, dots: Sequence[Dots], count_id: UUID, by: UUID | None, at: datetime
) -> None:
    """`count_id`: of the page it was typed into; sent twice, it counts once."""
    await _one_at_a_time(session, form)
    await add_tally(session, form, dots, count_id, by, at)
    await _tell(session, form, form.questionnaire_id, at)


async def take_back_dots(session: AsyncSession, form: Form, at: datetime) -> bool:
    """The count that was typed in last. False where there is none."""
    await _one_at_a_time(session, form)
    questionnaire_id = await take_back_tally(session, form.channel_id)
    if questionnaire_id is None:
        return False
    await _tell(session, form, questionnaire_id, at)
    return True


async def _one_at_a_time(session: AsyncSession, form: Form) -> None:
    """Two who count at once would each tell a sum without the other's dots."""
    await find_channel(session, form.campaign_id, form.channel_id, lock=True)


async def _tell(session: AsyncSession, form: Form, questionnaire_id: UUID, at: datetime) -> None:
    """`told_at` is taken behind the lock: it has to grow as the sums do."""
    dots = tuple(DotFact(*one) for one in await sum_dots(session, form.channel_id, questionnaire_id))
    message = TallyCounted(form.channel_id, form.campaign_id, questionnaire_id, dots, at, told_at=now())
    await publish(session, message)
