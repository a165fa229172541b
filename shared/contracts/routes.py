"""Who hears what: message → consumers. A consumer is `service.verb_noun` and stands in that service's actors.py."""

from __future__ import annotations

from typing import Final

from shared.contracts.assessments import ReassessmentRequested, ResponseAssessed
from shared.contracts.campaigns import CampaignPublished, ChannelOpened, TallyCounted, VisitsCounted
from shared.contracts.concepts import ConceptAdopted
from shared.contracts.evaluations import DepartmentAsked
from shared.contracts.exclusions import ResponseExcluded, ResponseReadmitted
from shared.contracts.exports import ExportRequested
from shared.contracts.kits import PagesOrdered
from shared.contracts.notifications import LettersQueued, NotificationQueued, StaffAddressAsked
from shared.contracts.outcomes import OutcomePublished, PromiseSettled, ReminderQueued, SelectionMade, StepAdded
from shared.contracts.proposals import ProposalOpened
from shared.contracts.responses import ReceiptIssued, ResponseCorrected, ResponseErased, ResponseReceived
from shared.contracts.themes import ThemesRequested
from shared.contracts.trainings import TrainingRequested, VoiceRequested
from shared.contracts.transfers import QuestionnaireTaken
from shared.kit.messaging import Routes

ROUTES: Final = Routes(
    {
        CampaignPublished: ("analysis.learn_campaign", "notify.learn_campaign"),
        ChannelOpened: ("analysis.learn_channel", "notify.learn_place"),
        TallyCounted: ("analysis.learn_tally",),
        VisitsCounted: ("analysis.learn_visits",),
        PagesOrdered: ("intake.draw_pages",),
        ConceptAdopted: ("intake.learn_concept",),
        QuestionnaireTaken: ("intake.take_questionnaire",),
        ProposalOpened: ("intake.draft_discussion",),
        ResponseReceived: ("analysis.assess_response",),
        ResponseCorrected: ("analysis.correct_response",),
        ResponseErased: ("analysis.erase_response", "notify.withdraw_journey"),
        ReassessmentRequested: ("analysis.reassess_response",),
        TrainingRequested: ("analysis.train_tagger",),
        VoiceRequested: ("analysis.ask_voice",),
        ThemesRequested: ("analysis.search_themes",),
        ExportRequested: ("analysis.write_export",),
        ReceiptIssued: ("notify.open_journey",),
        ResponseAssessed: ("notify.report_assessment",),
        ResponseExcluded: ("notify.learn_exclusion",),
        ResponseReadmitted: ("notify.learn_readmission",),
        NotificationQueued: ("notify.send_notification",),
        StaffAddressAsked: ("notify.ask_staff_address",),
        LettersQueued: ("notify.send_letters",),
        SelectionMade: ("notify.learn_selection",),
        OutcomePublished: ("notify.tell_outcome",),
        StepAdded: ("notify.tell_step",),
        PromiseSettled: ("analysis.learn_promise",),
        ReminderQueued: ("notify.send_reminder",),
        DepartmentAsked: ("notify.remind_department",),
    }
)

publish: Final = ROUTES.publish
