"""What analysis hears. Each consumer does its work in the transaction that marks the delivery done."""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import QuoteError
from services.analysis.operations import ask_voice as voices
from services.analysis.operations import assess_response as assessing
from services.analysis.operations import correct_response as correcting
from services.analysis.operations import erase_response as erasing
from services.analysis.operations import learn_campaign as campaigns
from services.analysis.operations import learn_channel as channels
from services.analysis.operations import learn_promise as promises
from services.analysis.operations import learn_tally as tallies
from services.analysis.operations import reassess_response as reassessing
from services.analysis.operations import search_themes as themes
from services.analysis.operations import train_tagger as trainings
from services.analysis.results.operations import learn_visits as visits
from services.analysis.results.operations import write_export as exports
from shared.contracts.assessments import ReassessmentRequested
from shared.contracts.campaigns import CampaignPublished, ChannelOpened, TallyCounted, VisitsCounted
from shared.contracts.exports import ExportRequested
from shared.contracts.outcomes import PromiseSettled
from shared.contracts.responses import ResponseCorrected, ResponseErased, ResponseReceived
from shared.contracts.themes import ThemesRequested
from shared.contracts.trainings import TrainingRequested, VoiceRequested
from shared.kit.clock import now
from shared.kit.messaging import Consumers, Permanent
from shared.kit.storage import Database

CONSUMERS: Final = Consumers("analysis")


@CONSUMERS.handles(CampaignPublished)
async def learn_campaign(session: AsyncSession, message: CampaignPublished) -> None:
    await campaigns.learn_campaign(session, message)


@CONSUMERS.handles(ChannelOpened)
async def learn_channel(session: AsyncSession, message: ChannelOpened) -> None:
    await channels.learn_channel(session, message)


@CONSUMERS.handles(TallyCounted)
async def learn_tally(session: AsyncSession, message: TallyCounted) -> None:
    await tallies.learn_tally(session, message)


@CONSUMERS.handles(VisitsCounted)
async def learn_visits(session: AsyncSession, message: VisitsCounted) -> None:
    await visits.learn_visits(session, message)


@CONSUMERS.handles(ResponseReceived)
async def assess_response(session: AsyncSession, message: ResponseReceived) -> None:
    try:
        await assessing.assess_response(session, message, now())
    except QuoteError:
        raise Permanent("a quote is not where the tagger says") from None


@CONSUMERS.handles(ResponseCorrected)
async def correct_response(session: AsyncSession, message: ResponseCorrected) -> None:
    try:
        await correcting.correct_response(session, message, now())
    except QuoteError:
        raise Permanent("a quote is not where the tagger says") from None


@CONSUMERS.handles(ResponseErased)
async def erase_response(session: AsyncSession, message: ResponseErased) -> None:
    await erasing.erase_response(session, message)


@CONSUMERS.handles(PromiseSettled)
async def learn_promise(session: AsyncSession, message: PromiseSettled) -> None:
    await promises.learn_promise(session, message)


@CONSUMERS.handles(ReassessmentRequested)
async def reassess_response(session: AsyncSession, message: ReassessmentRequested) -> None:
    try:
        await reassessing.reassess_response(session, message, now())
    except QuoteError:
        raise Permanent("a quote is not where the tagger says") from None


@CONSUMERS.runs_errand_for(TrainingRequested)
async def train_tagger(database: Database, message: TrainingRequested) -> None:
    await trainings.train_tagger(database, message.training_id)


@CONSUMERS.runs_errand_for(VoiceRequested)
async def ask_voice(database: Database, message: VoiceRequested) -> None:
    await voices.ask_voice(database, message)


@CONSUMERS.runs_errand_for(ThemesRequested)
async def search_themes(database: Database, message: ThemesRequested) -> None:
    await themes.search_themes(database, message.search_id)


@CONSUMERS.runs_errand_for(ExportRequested)
async def write_export(database: Database, message: ExportRequested) -> None:
    await exports.write_export(database, message.export_id)
