"""Dots from workshops, question by question, apart from the responses."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final
from uuid import UUID

from litestar import Response, get

from services.intake.domain.entry import dot_choices, dotted
from services.intake.storage.campaigns import list_versions
from services.intake.storage.tallies import list_tallies
from services.intake.web.entry import dot_name
from services.intake.web.making import ONE, READER, campaign_for, page
from services.intake.web.shown import Forms
from shared.staff.access import SignedIn

TALLIES: Final = ONE + "/tallies"


@get(TALLIES, opt=READER)
async def show_tallies(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[str]:
    """Of all channels together; answers that the newest version no longer has are not shown."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        counted = await list_tallies(session, campaign.id)
        versions = await list_versions(session, campaign.id)
    dots: Counter[tuple[str, str]] = Counter()
    for one in counted:
        dots[one.question, one.choice] += one.dots
    questions: list[Any] = [
        (one, [(dot_name(one, choice), dots[one.key, choice]) for choice in dot_choices(one)])
        for one in (dotted(versions[-1].questionnaire) if versions else ())
        if any(key == one.key for key, _ in dots)
    ]
    return page("staff_tallies.html", signed_in, campaign=campaign, questions=questions)
