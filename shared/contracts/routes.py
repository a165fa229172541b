"""Who hears what: message → consumers. A consumer is `service.verb_noun` and stands in that service's actors.py."""

from __future__ import annotations

from typing import Final

from shared.contracts.assessments import ReassessmentRequested, ResponseAssessed
from shared.contracts.campaigns import CampaignPublished, ChannelOpened
from shared.contracts.notifications import LettersQueued, NotificationQueued
from shared.contracts.outcomes import OutcomePublished, PromiseSettled, ReminderQueued, SelectionMade, StepAdded
from shared.contracts.responses import ReceiptIssued, ResponseCorrected, ResponseErased, ResponseReceived
from shared.contracts.themes import ThemesRequested
from shared.contracts.trainings import TrainingRequested, VoiceRequested
from shared.kit.messaging import Routes

ROUTES: Final = Routes(
    {
        CampaignPublished: ("analysis.learn_campaign", "notify.learn_campaign"),
        ChannelOpened: ("analysis.learn_channel",),
        ResponseReceived: ("analysis.assess_response",),
        ResponseCorrected: ("analysis.correct_response",),
        ResponseErased: ("analysis.erase_response", "notify.withdraw_journey"),
        ReassessmentRequested: ("analysis.reassess_response",),
        TrainingRequested: ("analysis.train_tagger",),
        VoiceRequested: ("analysis.ask_voice",),
        ThemesRequested: ("analysis.search_themes",),
        ReceiptIssued: ("notify.open_journey",),
        ResponseAssessed: ("notify.report_assessment",),
        NotificationQueued: ("notify.send_notification",),
        LettersQueued: ("notify.send_letters",),
        SelectionMade: ("notify.learn_selection",),
        OutcomePublished: ("notify.tell_outcome",),
        StepAdded: ("notify.tell_step",),
        PromiseSettled: ("analysis.learn_promise",),
        ReminderQueued: ("notify.send_reminder",),
    }
)

publish: Final = ROUTES.publish
