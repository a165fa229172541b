"""Questionnaires as files: taken along for other tools, and brought in from them after a look."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.params import Body
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.changes import compare_languages
from services.intake.domain.editing import with_core
from services.intake.domain.exchange import FormatError, Imported
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.draft_questionnaire import replace_draft
from services.intake.operations.read_questionnaire import LARGEST_FILE, read_document, read_questionnaire
from services.intake.operations.write_questionnaire import write_json, write_workbook
from services.intake.storage.campaigns import find_draft, list_versions
from services.intake.storage.core import load_core
from services.intake.storage.tables import Campaign
from services.intake.web.making import EDITOR, ONE, READER, UNREADABLE, asked_in, campaign_for, page, to
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: A questionnaire in twelve languages, written as a form writes it: six signs for a letter of Arabic.
MOST_SENT_BACK: Final = 3 * LARGEST_FILE
Upload = Annotated[dict[str, UploadFile], Body(media_type=RequestEncodingType.MULTI_PART)]


@get(ONE + "/files", opt=READER)
async def show_files(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
    return _page(campaign, signed_in)


@get(ONE + "/files/questionnaire.xlsx", opt=READER)
async def download_workbook(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[bytes]:
    """The draft, or the newest published version, as an XLSForm."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        questionnaire = await _questionnaire(session, campaign)
    return _file(write_workbook(campaign.title, questionnaire, campaign.slug), XLSX, f"{campaign.slug}.xlsx")


@get(ONE + "/files/questionnaire.json", opt=READER)
async def download_document(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[bytes]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        questionnaire = await _questionnaire(session, campaign)
    return _file(write_json(campaign.title, questionnaire), "application/json", f"{campaign.slug}.json")


@post(ONE + "/files", opt=EDITOR, status_code=200, request_max_body_size=LARGEST_FILE + 10_000)
async def look_at_file(data: Upload, campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[str]:
    """Shows what would come in and what would be left out; nothing is changed yet."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        now_asked = await _questionnaire(session, campaign)
    file = data.get("file")
    name = (file.filename if file else "") or ""
    try:
        imported = await asyncio.to_thread(read_questionnaire, name, await file.read() if file else b"")
    except FormatError as error:
        return _page(campaign, signed_in, status=UNREADABLE, file=name, error=error)
    return _page(campaign, signed_in, file=name, document=_document(imported), **_coming(campaign, now_asked, imported))


@post(ONE + "/files/take", opt=EDITOR)
async def take_file(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """What was looked at becomes the draft; taken back by "undo" like every change."""
    fields = await read_fields(request, most_bytes=MOST_SENT_BACK)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        try:
            imported = read_document(first(fields, "document"))
        except FormatError as error:
            return _page(campaign, signed_in, status=UNREADABLE, error=error)
        await replace_draft(session, campaign_id, imported.questionnaire, signed_in, now())
    return to(campaign, "/questions", done="imported")


async def _questionnaire(session: AsyncSession, campaign: Campaign) -> Questionnaire:
    if draft := await find_draft(session, campaign.id):
        return draft.questionnaire
    return (await list_versions(session, campaign.id))[-1].questionnaire


def _coming(campaign: Campaign, now_asked: Questionnaire, imported: Imported) -> dict[str, Any]:
    """What the draft will be: with the core questions of the campaign's kind, whatever the file brings."""
    coming = with_core(imported.questionnaire, campaign.kind, load_core())
    brought = {question.key for question in imported.questionnaire.questions if question.core}
    return {
        "imported": imported,
        "coming": coming,
        "asked": asked_in(coming),
        "core_added": sum(question.core and question.key not in brought for question in coming.questions),
        "languages": compare_languages(now_asked, coming),
    }


def _document(imported: Imported) -> str:
    return write_json(imported.title, imported.questionnaire).decode()


def _page(campaign: Campaign, signed_in: SignedIn, *, status: int = 200, **values: Any) -> Response[str]:
    told = {"file": "", "error": None, "imported": None, "document": "", **values}
    return page("staff_files.html", signed_in, status=status, campaign=campaign, **told)


def _file(content: bytes, media_type: str, name: str) -> Response[bytes]:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=media_type, headers=headers)
