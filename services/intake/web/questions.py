"""One question on a page of its own: texts side by side in two languages, and the fields that its kind has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain import editing
from services.intake.domain.campaign_form import one
from services.intake.domain.changes import compare_questions
from services.intake.domain.checking import MOST_POINTS, check_questionnaire
from services.intake.domain.conditions import earlier, values_of
from services.intake.domain.editing import UnknownError, is_unwritten
from services.intake.domain.question_form import (
    STANDARDS,
    arranged,
    comparisons,
    conditions_in_words,
    digest_of,
    kinds_of,
    parts_of,
    read_question,
)
from services.intake.domain.questionnaire import Question, Questionnaire, texts_of
from services.intake.operations.draft_questionnaire import change_draft
from services.intake.storage.campaigns import Draft, find_draft, list_versions, read_keys_used
from services.intake.storage.core import load_core, load_person
from services.intake.storage.tables import Campaign
from services.intake.web.making import (
    CONFLICT,
    EDITOR,
    MOST_FIELDS,
    ONE,
    READER,
    UNREADABLE,
    asked_in,
    campaign_for,
    labels_of,
    page,
    to,
)
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.web.bodies import Fields, read_fields
from shared.staff.access import SignedIn

QUESTION: Final = ONE + "/questions/{key:str}"
#: Fields that are kept as they were typed when they cannot be read.
RAW: Final = ("points", "minimum", "maximum", "earliest", "latest", "longest")


@get(QUESTION, opt=READER)
async def show_question(
    request: Request[Any, Any, Any], campaign_id: UUID, key: str, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """`with`: the language beside the first."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        draft = await find_draft(session, campaign.id)
        questionnaire = draft.questionnaire if draft else (await list_versions(session, campaign.id))[-1].questionnaire
        question = next((one for one in questionnaire.questions if one.key == key), None)
    if question is None:
        return to(campaign, "/questions", fault="gone")
    values = {"beside": request.query_params.get("with", ""), "done": request.query_params.get("done", "")}
    return _question_page(campaign, draft, questionnaire, question, signed_in, **values)


@post(QUESTION, opt=EDITOR)
async def save_question(
    request: Request[Any, Any, Any], campaign_id: UUID, key: str, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """Every button keeps what was typed: `save`, `stay`, `language-tr`, and those that change a list.

    `drop` takes a new question back that nothing was ever written in.
    """
    fields = await read_fields(request, MOST_FIELDS)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        draft = await find_draft(session, campaign.id, lock=True)
        stored = _stored(draft, key)
        if draft is None or stored is None or stored.core:
            return to(campaign, "/questions", fault="locked" if stored else "gone")
        if one(fields, "do") == "drop" and is_unwritten(stored):
            without = editing.remove(draft.questionnaire, key)
            await change_draft(session, draft, without, signed_in, now(), "removed")
            return to(campaign, "/questions")
        read = read_question(fields, stored, _shown(draft.questionnaire, one(fields, "beside")))
        values: dict[str, Any] = {"beside": one(fields, "beside")}
        if read.faults:
            values |= {"faults": read.faults, "raw": _raw(fields), "seen": one(fields, "seen"), "status": UNREADABLE}
            return _question_page(campaign, draft, draft.questionnaire, read.question, signed_in, **values)
        if one(fields, "seen") != digest_of(stored):
            values |= {"fault": "conflict", "meanwhile": compare_questions(stored, read.question), "status": CONFLICT}
            return _question_page(campaign, draft, draft.questionnaire, read.question, signed_in, **values)
        changed = await _changed(session, campaign, draft, read.question, fields)
        if changed != stored:
            await change_draft(session, draft, editing.put(draft.questionnaire, changed), signed_in, now(), "question")
    return _onward(campaign, key, one(fields, "do"), one(fields, "beside"))


def _stored(draft: Draft | None, key: str) -> Question | None:
    try:
        return editing.find(draft.questionnaire, key) if draft else None
    except UnknownError:
        return None


async def _changed(
    session: AsyncSession, campaign: Campaign, draft: Draft, question: Question, fields: Fields
) -> Question:
    """The question as typed, after what the button does to it; rows left empty go when it is saved."""
    action = one(fields, "do")
    if action in ("save", "stay"):
        return editing.trimmed(question)
    taken = (await read_keys_used(session, campaign.id)).get(question.key, frozenset())
    return arranged(question, action, fields, draft.questionnaire, taken)


def _onward(campaign: Campaign, key: str, action: str, beside: str) -> Response[Any]:
    """Back to the list, or to the same page where the button that was pressed stands."""
    if action in ("", "save"):
        return to(campaign, "/questions", done="saved", anchor=f"question-{key}")
    language = action.removeprefix("language-") if action.startswith("language-") else beside
    part = action.split("-")[0]
    anchor = {"choices": "choices", "rows": "rows", "condition": "conditions"}.get(part, "")
    more = {"with": language} if language else {}
    return to(campaign, f"/questions/{key}", done="saved" if not anchor else "", anchor=anchor, **more)


def _shown(questionnaire: Questionnaire, beside: str) -> tuple[str, ...]:
    """The language it is written in, and the one chosen to stand beside it."""
    first, *others = questionnaire.languages
    return (first, beside) if beside in others else (first, *others[:1])


def _raw(fields: Fields) -> Mapping[str, str]:
    return {name: one(fields, name) for name in RAW if name in fields}


def _question_page(
    campaign: Campaign,
    draft: Draft | None,
    questionnaire: Questionnaire,
    question: Question,
    signed_in: SignedIn,
    **values: Any,
) -> Response[str]:
    shown = _shown(questionnaire, str(values.pop("beside", "")))
    stored = next(one for one in questionnaire.questions if one.key == question.key)
    told = {"raw": {}, "meanwhile": (), "seen": digest_of(stored), **values}
    typed, person = _as_typed(questionnaire, question), load_person(campaign.district)
    checked = check_questionnaire(typed, campaign.kind, load_core(), person) if draft else []
    return page(
        "staff_question.html",
        signed_in,
        **told,
        campaign=campaign,
        draft=draft,
        question=question,
        place=[one.key for one in questionnaire.questions if one.asks or one.key == question.key].index(question.key)
        + 1,
        labels=labels_of(questionnaire),
        asked_by_key=asked_in(questionnaire),
        questionnaire=questionnaire,
        unwritten=is_unwritten(stored),
        shown_languages=shown,
        parts=parts_of(question),
        family=kinds_of(question),
        missing=_missing(question, questionnaire.languages),
        checked=[fault for fault in checked if fault.question == question.key and fault.reason != "text"],
        conditions=[
            (condition, asked, comparisons(asked, condition), values_of(asked) if asked else {})
            for condition, asked in conditions_in_words(question, questionnaire)
        ],
        earlier=earlier(questionnaire, question.key),
        locked=question.core or draft is None or not signed_in.may("editor", campaign.district),
        most_points=MOST_POINTS,
        standards=STANDARDS,
    )


def _as_typed(questionnaire: Questionnaire, question: Question) -> Questionnaire:
    """The questionnaire with the question as it is typed, to say what is still wrong with it."""
    questions = tuple(question if one.key == question.key else one for one in questionnaire.questions)
    return replace(questionnaire, questions=questions)


def _missing(question: Question, languages: Collection[str]) -> dict[str, int]:
    """language → how many texts of the question are missing in it."""
    counts = {code: sum(not text.get(code) for text in texts_of(question)) for code in languages}
    return {code: count for code, count in counts.items() if count}
