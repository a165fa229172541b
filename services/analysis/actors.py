"""What analysis hears. Each consumer does its work in the transaction that marks the delivery done."""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import QuoteError
from services.analysis.operations import assess_response as assessing
from services.analysis.operations import learn_campaign as campaigns
from services.analysis.operations import learn_channel as channels
from services.analysis.operations import reassess_response as reassessing
from shared.contracts.assessments import ReassessmentRequested
from shared.contracts.campaigns import CampaignPublished, ChannelOpened
from shared.contracts.responses import ResponseReceived
from shared.kit.clock import now
from shared.kit.messaging import Consumers, Permanent

CONSUMERS: Final = Consumers("analysis")


@CONSUMERS.handles(CampaignPublished)
async def learn_campaign(session: AsyncSession, message: CampaignPublished) -> None:
    await campaigns.learn_campaign(session, message)


@CONSUMERS.handles(ChannelOpened)
async def learn_channel(session: AsyncSession, message: ChannelOpened) -> None:
    await channels.learn_channel(session, message)


@CONSUMERS.handles(ResponseReceived)
async def assess_response(session: AsyncSession, message: ResponseReceived) -> None:
    try:
        await assessing.assess_response(session, message, now())
    except QuoteError:
        raise Permanent("a quote is not where the tagger says") from None


@CONSUMERS.handles(ReassessmentRequested)
async def reassess_response(session: AsyncSession, message: ReassessmentRequested) -> None:
    try:
        await reassessing.reassess_response(session, message, now())
    except QuoteError:
        raise Permanent("a quote is not where the tagger says") from None
