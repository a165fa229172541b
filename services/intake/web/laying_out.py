"""Beginning a campaign, and the page with its title, dates, promise and all else that is laid down about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import KINDS, LEVELS, Plan
from services.intake.domain.campaign_form import one, proposal, read_plan, shown
from services.intake.domain.days import day_of
from services.intake.domain.editing import with_core, with_languages
from services.intake.domain.kits import FORMATS, Format, Wanted
from services.intake.domain.person import with_person
from services.intake.domain.questionnaire import Question, Questionnaire
from services.intake.operations.draft_campaign import change_campaign, draft_campaign
from services.intake.operations.publish_campaign import FaultyError
from services.intake.storage.campaigns import count_received, find_draft, find_newest, is_slug_taken, plan_of
from services.intake.storage.core import load_core, load_person, load_starts
from services.intake.storage.kits import keep_wanted
from services.intake.storage.tables import Campaign
from services.intake.web.making import (
    CONFLICT,
    EDITOR,
    MOST_FIELDS,
    ONE,
    PATH,
    UNREADABLE,
    campaign_for,
    districts_edited,
    edition_of,
    page,
    to,
)
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.texts import FIRST, WRITTEN
from shared.kit.web.bodies import Fields, read_fields
from shared.staff.access import SignedIn, require

#: Begins without a single question.
EMPTY: Final = "empty"
#: For a title from which no address can be made.
NAMELESS: Final = "kampagne"
TITLE_LENGTH: Final = 200


@get(PATH + "/new", opt=EDITOR)
async def show_new(request: Request[Any, Any, Any], signed_in: SignedIn) -> Response[str]:
    """`start`, `title`, `district`, `level`, `f` may be in the address, for pages that lead here with a proposal."""
    proposed = {name: request.query_params.getall(name) for name in set(request.query_params)}
    return _new_page(signed_in, {"languages": (FIRST,), **proposed})


@post(PATH + "/new", opt=EDITOR)
async def begin(request: Request[Any, Any, Any], forms: Forms, signed_in: SignedIn) -> Response[Any]:
    """`start`, `title`, `district`, `level`, `languages`: enough to begin; all else is proposed.

    `person`: whether questions about age and part follow at the end. `f`: formats to print it in.
    """
    fields, at = await read_fields(request), now()
    faults = _new_faults(fields, signed_in)
    if faults:
        return _new_page(signed_in, fields, faults)
    district, start = one(fields, "district"), load_starts().get(one(fields, "start"))
    require(signed_in, "editor", district)
    plan = proposal(
        district, one(fields, "title"), one(fields, "level"), start.kind if start else "feedback", day_of(at)
    )
    questionnaire = start.questionnaire if start else Questionnaire((), (FIRST,))
    async with forms.database.transaction() as session:
        plan = replace(plan, slug=await free_slug(session, plan.slug), intro=start.intro if start else {})
        person = _person(district) if fields.get("person") else ()
        cored = with_core(questionnaire, plan.kind, load_core())
        whole = replace(cored, questions=with_person(cored.questions, person))
        asked = with_languages(whole, _languages(fields), {})
        campaign = await draft_campaign(session, plan, asked, signed_in, at)
        if formats := _formats(fields):
            wanted = Wanted(formats, asked.languages, (), large=False)
            await keep_wanted(session, campaign.id, wanted, signed_in.account_id, at)
    return to(campaign, done="drafted")


@get(ONE + "/settings", opt=EDITOR)
async def show_settings(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        languages = await _languages_of(session, campaign)
    return _settings_page(campaign, languages, signed_in, shown(plan_of(campaign), languages))


@post(ONE + "/settings", opt=EDITOR)
async def save_settings(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """What is public already changes at once, and only by those who publish."""
    fields = await read_fields(request, MOST_FIELDS)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        public = campaign.state != "draft"
        require(signed_in, "lead" if public else "editor", campaign.district)
        languages = await _languages_of(session, campaign)
        before = plan_of(campaign)
        plan, wrong = read_plan(fields, before, languages, fixed=public)
        faults = {**wrong, **await _address_faults(session, campaign, plan, signed_in)}
        typed = {name: one(fields, name) for name in shown(before, languages)}
        values: dict[str, Any] = {}
        if public:
            typed |= {name: getattr(before, name) for name in ("district", "kind", "slug")}
        if faults:
            return _settings_page(campaign, languages, signed_in, typed, faults=faults, status=UNREADABLE)
        if public and _moves_promise(fields, plan, before):
            told = {"moving": plan.promise_on, "received": await count_received(session, campaign.id)}
            values = {"faults": {"promise": "moved"}, "status": UNREADABLE, **told}
            return _settings_page(campaign, languages, signed_in, typed, **values)
        try:
            saved = await change_campaign(session, campaign, edition_of(fields), plan, signed_in, now())
        except FaultyError as error:
            faults = {_field_of(one.reason, one.language): "public" for one in error.faults}
            return _settings_page(campaign, languages, signed_in, typed, faults=faults, status=UNREADABLE)
        if not saved:
            stored = {name: value for name, value in shown(before, languages).items() if value != typed[name]}
            values = {"fault": "conflict", "stored": stored, "status": CONFLICT}
            return _settings_page(campaign, languages, signed_in, typed, **values)
    return to(campaign, done="told" if public else "saved")


def _moves_promise(fields: Fields, plan: Plan, before: Plan) -> bool:
    """Whether what people were told changes, and nobody has said yet that it shall. `moved`: the day agreed to."""
    return plan.promise_on != before.promise_on and one(fields, "moved") != plan.promise_on.isoformat()


async def free_slug(session: AsyncSession, wanted: str) -> str:
    """The short name, or the next one like it that no campaign has."""
    base = wanted[:46].strip("-") or NAMELESS
    candidate, number = base, 1
    while await is_slug_taken(session, candidate):
        number += 1
        candidate = f"{base}-{number}"
    return candidate


async def _languages_of(session: AsyncSession, campaign: Campaign) -> tuple[str, ...]:
    """Those of the draft and of what is public: the campaign's own texts are needed for both."""
    draft, newest = await find_draft(session, campaign.id), await find_newest(session, campaign.id)
    public = newest.definition["languages"] if newest else ()
    return tuple(dict.fromkeys([*public, *(draft.questionnaire.languages if draft else ())]))


async def _address_faults(session: AsyncSession, campaign: Campaign, plan: Plan, signed_in: SignedIn) -> dict[str, str]:
    faults = {}
    if await is_slug_taken(session, plan.slug, besides=campaign.id):
        faults["slug"] = "taken"
    if plan.district != campaign.district and plan.district not in districts_edited(signed_in):
        faults["district"] = "pick"
    return faults


def _field_of(reason: str, language: str) -> str:
    field = {"dates": "closes", "over": "closes"}.get(reason, reason)
    return f"{field}-{language}" if language else field


def _languages(fields: Fields) -> list[str]:
    """Those that were ticked and are known, in the order of the house."""
    return [code for code in WRITTEN if code in fields.get("languages", ())]


def _formats(fields: Fields) -> tuple[Format, ...]:
    return tuple(one for one in FORMATS if one in fields.get("f", ()))


def _new_faults(fields: Fields, signed_in: SignedIn) -> dict[str, str]:
    title = one(fields, "title")
    checks = {
        "start": "" if one(fields, "start") in (*load_starts(), EMPTY) else "pick",
        "title": "missing" if not title else "long" if len(title) > TITLE_LENGTH else "",
        "district": "" if one(fields, "district") in districts_edited(signed_in) else "pick",
        "level": "" if one(fields, "level") in LEVELS else "pick",
        "languages": "" if _languages(fields) else "pick",
    }
    return {field: reason for field, reason in checks.items() if reason}


def _person(district: str) -> tuple[Question, ...]:
    """What shows who is missing; more is asked only by those who put it in themselves."""
    return tuple(question for question in load_person(district) if question.about in ("age", "part"))


def _new_page(signed_in: SignedIn, fields: Fields, faults: Mapping[str, str] | None = None) -> Response[str]:
    return page(
        "staff_new.html",
        signed_in,
        status=UNREADABLE if faults else 200,
        faults=faults or {},
        typed={name: one(fields, name) for name in ("start", "title", "district", "level")},
        picked=fields.get("languages", ()),
        person=bool(fields.get("person")),
        prints=_formats(fields),
        starts=load_starts(),
        districts=districts_edited(signed_in),
        levels=LEVELS,
    )


def _settings_page(
    campaign: Campaign, offered: Sequence[str], signed_in: SignedIn, typed: Mapping[str, str], **values: Any
) -> Response[str]:
    return page(
        "staff_settings.html",
        signed_in,
        **{"stored": {}, "moving": None, "received": 0, **values},
        campaign=campaign,
        offered=offered,
        typed=typed,
        public=campaign.state != "draft",
        districts=dict.fromkeys([campaign.district, *districts_edited(signed_in)]),
        levels=LEVELS,
        kinds=KINDS,
    )
