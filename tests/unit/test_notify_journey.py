"""What the page behind the receipt says, step by step."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.domain.journey import (
    CampaignFacts,
    JourneyFacts,
    Touched,
    standards_of,
    steps_of,
    title_in,
)

RECEIVED = datetime(2026, 5, 3, 9, tzinfo=UTC)
ASSESSED = RECEIVED + timedelta(minutes=1)
TODAY = RECEIVED.date()
CAMPAIGN = CampaignFacts({"de": "Mitreden"}, "Büro", TODAY + timedelta(days=30))


def states(assessed_at: datetime | None, campaign: CampaignFacts | None = CAMPAIGN, today: date = TODAY) -> list[str]:
    return [step.state for step in steps_of(JourneyFacts(RECEIVED, assessed_at, (), campaign), today)]


def test_a_response_that_just_came_in_is_being_read() -> None:
    assert states(None) == ["done", "now", "ahead", "ahead", "ahead", "ahead"]


def test_an_assessed_response_waits_for_the_report() -> None:
    assert states(ASSESSED) == ["done", "done", "done", "now", "ahead", "ahead"]


def test_a_promise_whose_day_has_passed_is_called_late() -> None:
    assert states(ASSESSED, today=CAMPAIGN.promise_on)[4] == "ahead"
    assert states(ASSESSED, today=CAMPAIGN.promise_on + timedelta(days=1))[4] == "late"
    assert states(None, today=CAMPAIGN.promise_on + timedelta(days=1))[4] == "late"


def test_a_journey_can_be_shown_before_its_campaign_is_known() -> None:
    steps = steps_of(JourneyFacts(RECEIVED, ASSESSED, (), None), TODAY)
    assert steps[4].state == "ahead"
    assert steps[4].day is None


touched = st.builds(
    Touched,
    st.sampled_from(["early-information", "respect-fairness", "genuine-influence"]),
    st.sampled_from(["met", "not_met", "suggestion"]),
    st.integers(1, 9),
)


@given(st.lists(touched))
def test_grouping_by_standard_loses_nothing(told: list[Touched]) -> None:
    groups = list(standards_of(told))
    assert len({group.standard for group in groups}) == len(groups)
    assert sorted(map(repr, (one for group in groups for one in group.stances))) == sorted(map(repr, told))


@pytest.mark.parametrize(("language", "title"), [("tr", "söz"), ("de", "Wort"), ("ar", "Wort")])
def test_a_title_falls_back_to_german(language: str, title: str) -> None:
    assert title_in({"tr": "söz", "de": "Wort"}, language) == title
