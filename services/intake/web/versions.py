"""What was and is asked: every version with what changed, and how the form will look before anybody sees it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from uuid import UUID

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.intake.domain.changes import compare, compare_languages, differing
from services.intake.domain.editing import gap_shown, gaps_shown
from services.intake.storage.campaigns import find_draft, list_versions
from services.intake.web import shown
from services.intake.web.making import ONE, READER, asked_in, campaign_for, condition_words, page, to
from services.intake.web.pages import STAFF_PAGES
from services.intake.web.shown import Forms
from shared.kit.texts import FIRST
from shared.kit.web.pages import html
from shared.staff.access import SignedIn


@get(ONE + "/versions", opt=READER)
async def show_versions(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[str]:
    """All versions, newest first, each with what changed since the one before; the draft on top."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        versions, draft = await list_versions(session, campaign.id), await find_draft(session, campaign.id)
    questionnaires = [version.questionnaire for version in versions]
    steps = [*questionnaires, *([draft.questionnaire] if draft else [])]
    return page(
        "staff_versions.html",
        signed_in,
        campaign=campaign,
        draft=draft,
        versions=versions,
        changes=[(compare(old, new), compare_languages(old, new)) for old, new in pairwise(steps)],
        differing=differing(questionnaires),
        labels={question.key: question for one in steps for question in one.questions},
    )


@get(ONE + "/versions/{number:int}", opt=READER)
async def show_version(number: int, campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        versions = await list_versions(session, campaign.id)
    version = next((one for one in versions if one.number == number), None)
    if version is None:
        raise NotFoundException
    questionnaire = version.questionnaire
    values: dict[str, Any] = {"version": version, "questionnaire": questionnaire, "asked": asked_in(questionnaire)}
    return page("staff_version.html", signed_in, campaign=campaign, **values)


@get(ONE + "/preview", opt=READER)
async def preview(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """`page` from 0 and `language`: of the draft, or of what is public where there is none."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        draft, versions = await find_draft(session, campaign.id), await list_versions(session, campaign.id)
    questionnaire = draft.questionnaire if draft else versions[-1].questionnaire
    if not questionnaire.questions:
        return to(campaign, "/questions")
    wanted, number = (request.query_params.get(name, "") for name in ("language", "page"))
    language = wanted if wanted in questionnaire.languages else questionnaire.languages[0]
    asked = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
    marks = [STAFF_PAGES.texts.say(FIRST, f"staff-preview-{name}") for name in ("gap", "untranslated")]
    told = shown.Campaign(
        title=gap_shown(campaign.title, language, *marks),
        intro=gap_shown(campaign.intro, language, *marks) if any(campaign.intro.values()) else {},
        office=campaign.office,
        promise_on=campaign.promise_on,
    )
    by_key = asked_in(questionnaire)
    conditions = {key: condition_words(question, by_key) for key, question in by_key.items() if question.show_if}
    whole = gaps_shown(questionnaire, language, *marks)
    return html(shown.preview_page(whole, told, language, asked, conditions), language)
