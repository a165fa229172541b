"""The questions of a draft as a list: moved, copied, removed, inserted. Each press is kept, and one takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast, get_args
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain import editing
from services.intake.domain.campaign_form import one
from services.intake.domain.checking import EASY, Fault, check_questionnaire, untranslated_core
from services.intake.domain.editing import LockedError, UnknownError
from services.intake.domain.flow import steps_of
from services.intake.domain.questionnaire import Kind, Question, Questionnaire
from services.intake.operations.draft_questionnaire import change_draft, discard_draft, open_draft, undo_change
from services.intake.storage.campaigns import Draft, find_draft, list_versions, read_keys_used
from services.intake.storage.core import load_core, load_person
from services.intake.storage.tables import Campaign
from services.intake.web.making import (
    CONFLICT,
    EDITOR,
    ONE,
    READER,
    UNREADABLE,
    asked_in,
    campaign_for,
    edition_of,
    labels_of,
    page,
    to,
)
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.texts import WRITTEN
from shared.kit.web.bodies import Fields, first, read_fields
from shared.staff.access import SignedIn

#: In the order they are offered: what people need most often first.
KINDS: Final[tuple[tuple[str, tuple[Kind, ...]], ...]] = (
    ("choose", ("single", "multiple", "ranking", "matrix")),
    ("rate", ("scale", "smiley")),
    ("write", ("long_text", "short_text", "number", "date", "place")),
    ("order", ("section", "info", "consent")),
)
MOST_QUESTIONS: Final = 200
TESTER_LENGTH: Final = 200


@get(ONE + "/questions", opt=READER)
async def show_questions(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        done, fault = (request.query_params.get(name, "") for name in ("done", "fault"))
        return await _list(session, campaign, signed_in, done=done, fault=_told(fault))


@post(ONE + "/questions", opt=EDITOR)
async def arrange(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """One press of a button: `up-q3`, `down-q3`, `copy-q3`, `remove-q3`, or `undo`."""
    fields = await read_fields(request)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        draft = await _draft_of(session, campaign)
        if draft.edition != edition_of(fields):
            return await _list(session, campaign, signed_in, fault="conflict", status=CONFLICT)
        if first(fields, "do") == "undo":
            await undo_change(session, draft, signed_in, now())
            return to(campaign, "/questions", done="undone")
        try:
            changed, done, key = await _arranged(session, campaign, draft.questionnaire, first(fields, "do"))
        except (LockedError, UnknownError) as error:
            fault = "locked" if isinstance(error, LockedError) else "gone"
            return await _list(session, campaign, signed_in, fault=fault, status=CONFLICT)
        await change_draft(session, draft, changed, signed_in, now(), done)
    return to(campaign, "/questions", done=done, anchor=f"question-{key}" if key else "")


@get(ONE + "/kinds", opt=EDITOR)
async def show_kinds(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[str]:
    """`behind`: the question that the new one is to follow; none: at the end."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        draft = await _draft_of(session, campaign)
    labels = labels_of(draft.questionnaire)
    behind = request.query_params.get("behind", "")
    known = behind if behind in labels else ""
    there = {question.about for question in draft.questionnaire.questions}
    person = [question for question in load_person(campaign.district) if question.about not in there]
    values: dict[str, Any] = {"groups": KINDS, "behind": known, "labels": labels, "person": person}
    return page("staff_kinds.html", signed_in, campaign=campaign, **values)


@post(ONE + "/kinds", opt=EDITOR)
async def add_question(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """A question of the `kind`, empty or ready-made, right `behind` another one; leads to its page."""
    fields = await read_fields(request)
    kind, behind = one(fields, "kind"), one(fields, "behind")
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        draft = await _draft_of(session, campaign)
        if len(draft.questionnaire.questions) >= MOST_QUESTIONS:
            return await _list(session, campaign, signed_in, fault="many", status=UNREADABLE)
        key = await _free_key(session, campaign, draft.questionnaire)
        new = _new_question(campaign, kind, key)
        known = behind if behind in labels_of(draft.questionnaire) else None
        await change_draft(session, draft, editing.insert(draft.questionnaire, new, known), signed_in, now(), "added")
    return to(campaign, f"/questions/{key}", done="added")


@get(ONE + "/languages", opt=EDITOR)
async def show_languages(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        draft = await _draft_of(session, campaign)
    return _languages_page(campaign, draft, draft.questionnaire, signed_in, done=request.query_params.get("done", ""))


@post(ONE + "/languages", opt=EDITOR)
async def save_languages(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """`languages`, `first`: the one it is written in, `tested_by` a group for Leichte Sprache, `check`."""
    fields = await read_fields(request)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        draft = await _draft_of(session, campaign)
        changed = _with_languages(draft.questionnaire, fields)
        if faults := _language_faults(changed):
            return _languages_page(campaign, draft, changed, signed_in, faults=faults, status=UNREADABLE)
        if draft.edition != edition_of(fields):
            values: dict[str, Any] = {"fault": "conflict", "stored": draft.questionnaire, "status": CONFLICT}
            return _languages_page(campaign, draft, changed, signed_in, **values)
        await change_draft(session, draft, changed, signed_in, now(), "languages")
    return to(campaign, "/languages", done="saved")


@post(ONE + "/draft", opt=EDITOR)
async def open_next(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Redirect:
    """The next version, beside the one that is public."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        await open_draft(session, campaign, signed_in, now())
    return to(campaign, "/questions", done="opened")


@post(ONE + "/draft/discard", opt=EDITOR)
async def discard_next(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    fields = await read_fields(request)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        draft = await _draft_of(session, campaign)
        if campaign.state == "draft" or draft.edition != edition_of(fields):
            return await _list(session, campaign, signed_in, fault="conflict", status=CONFLICT)
        await discard_draft(session, draft, signed_in)
    return to(campaign, done="discarded")


async def _arranged(
    session: AsyncSession, campaign: Campaign, questionnaire: Questionnaire, action: str
) -> tuple[Questionnaire, str, str]:
    """The questionnaire after one press, what the page says of it, and the question to come back to.

    Raises LockedError, UnknownError.
    """
    way, _, key = action.partition("-")
    match way:
        case "up" | "down":
            return editing.move(questionnaire, key, -1 if way == "up" else 1), "moved", key
        case "copy":
            new = await _free_key(session, campaign, questionnaire)
            return editing.copy(questionnaire, key, new), "added", new
        case "remove":
            return editing.remove(questionnaire, key), "removed", ""
    raise UnknownError(action)


def _new_question(campaign: Campaign, kind: str, key: str) -> Question:
    """`kind`: one that is empty, or `about-age` and the like. Raises NotFoundException for another."""
    if kind in get_args(Kind):
        return editing.new_question(cast(Kind, kind), key)
    made = {f"about-{question.about}": question for question in load_person(campaign.district)}
    if kind not in made:
        raise NotFoundException
    return replace(made[kind], key=key)


async def _free_key(session: AsyncSession, campaign: Campaign, questionnaire: Questionnaire) -> str:
    used = (await read_keys_used(session, campaign.id)).get("", frozenset())
    return editing.free_key("q", used | {question.key for question in questionnaire.questions})


async def _draft_of(session: AsyncSession, campaign: Campaign) -> Draft:
    """Raises NotFoundException where nothing is being written."""
    draft = await find_draft(session, campaign.id, lock=True)
    if draft is None:
        raise NotFoundException
    return draft


async def _list(
    session: AsyncSession, campaign: Campaign, signed_in: SignedIn, *, status: int = 200, **values: Any
) -> Response[str]:
    draft = await find_draft(session, campaign.id)
    versions = await list_versions(session, campaign.id)
    questionnaire = draft.questionnaire if draft else versions[-1].questionnaire
    person = load_person(campaign.district)
    faults = check_questionnaire(questionnaire, campaign.kind, load_core(), person) if draft else []
    return page(
        "staff_questions.html",
        signed_in,
        status=status,
        campaign=campaign,
        draft=draft,
        versions=versions,
        questionnaire=questionnaire,
        labels=labels_of(questionnaire),
        asked=asked_in(questionnaire),
        faults_of=_by_question(faults),
        untranslated=untranslated_core(questionnaire),
        **values,
    )


def _by_question(faults: Sequence[Fault]) -> dict[str, list[Fault]]:
    found: dict[str, list[Fault]] = {}
    for fault in faults:
        found.setdefault(fault.question, []).append(fault)
    return found


def _told(fault: str) -> str:
    return fault if fault in ("gone", "locked") else ""


def _with_languages(questionnaire: Questionnaire, fields: Fields) -> Questionnaire:
    picked = [code for code in WRITTEN if code in fields.get("languages", ())]
    first_one = one(fields, "first")
    ordered = sorted(picked, key=lambda code: code != first_one)
    tested = {EASY: one(fields, "tested_by")[:TESTER_LENGTH]}
    changed = editing.with_languages(questionnaire, ordered, tested)
    return changed if len(steps_of(changed)) > 1 else replace(changed, check=bool(fields.get("check")))


def _language_faults(questionnaire: Questionnaire) -> dict[str, str]:
    return {} if questionnaire.languages else {"languages": "pick"}


def _languages_page(
    campaign: Campaign, draft: Draft, shown: Questionnaire, signed_in: SignedIn, **values: Any
) -> Response[str]:
    missing: dict[str, int] = {}
    for fault in check_questionnaire(shown, campaign.kind, load_core()):
        if fault.reason == "text":
            missing[fault.language] = missing.get(fault.language, 0) + 1
    told = {"stored": None, **values}
    return page(
        "staff_languages.html",
        signed_in,
        campaign=campaign,
        draft=draft,
        shown=shown,
        missing=missing,
        easy=EASY,
        always_checked=len(steps_of(shown)) > 1,
        **told,
    )
