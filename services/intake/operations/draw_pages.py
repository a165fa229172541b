"""Drawing some pages of a print kit, several side by side, off the loop that all deliveries share."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, NamedTuple, cast

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.kits import CODES, Choice, Format
from services.intake.operations.compose_piece import compose_codes, compose_piece
from services.intake.operations.draw_kit import Piece, Sheet, draw_codes, draw_piece
from services.intake.settings import Settings
from services.intake.storage.channels import list_channels
from services.intake.storage.forms import list_forms
from services.intake.storage.kits import keep_pages, list_missing
from services.intake.storage.tables import Campaign, Kit
from shared.contracts.kits import PagesOrdered
from shared.kit.clock import now
from shared.kit.storage import Database

log = structlog.get_logger()
#: Typst leaves Python alone while it sets, so threads do it side by side; of a whole worker process, however many
#: kits are ordered at once.
THREADS: Final = 2
_DRAWING: Final = ThreadPoolExecutor(THREADS, thread_name_prefix="draw")


class Todo(NamedTuple):
    number: int
    what: Piece | Sheet


async def draw_pages(database: Database, settings: Settings, message: PagesOrdered) -> None:
    """Draws what is missing of these pages. Done twice, or taken up after a kill, no page is drawn in vain but those
    that were under way. Raises typst.TypstError if a text cannot be set; the other pages are kept all the same.
    """
    todo = await database.run(lambda session: _compose(session, settings, message))
    if not todo:
        return
    loop = asyncio.get_running_loop()
    drawing = [loop.run_in_executor(_DRAWING, _draw, one.what) for one in todo]
    drawn = await asyncio.gather(*drawing, return_exceptions=True)
    pages = {one.number: pdf for one, pdf in zip(todo, drawn, strict=True) if isinstance(pdf, bytes)}
    await database.run(lambda session: keep_pages(session, message.kit_id, pages, now()))
    log.info("pages.drawn", kit_id=str(message.kit_id), count=len(pages))
    for failure in drawn:
        if isinstance(failure, BaseException):
            raise failure


async def _compose(session: AsyncSession, settings: Settings, message: PagesOrdered) -> Sequence[Todo]:
    """What is to be drawn yet, as the campaign says it now; nothing where the kit was discarded."""
    kit = await session.get(Kit, message.kit_id)
    missing = await list_missing(session, message.kit_id, range(message.first, message.first + message.count))
    if kit is None or not missing:
        return []
    forms = {form.code: form for form in await list_forms(session, kit.campaign_id)}
    todo = [
        Todo(
            page.number,
            compose_piece(settings, forms[page.code], Choice(cast(Format, page.format), page.language, kit.large)),
        )
        for page in missing
        if page.number != CODES
    ]
    return [*([Todo(CODES, await _codes(session, settings, kit))] if missing[0].number == CODES else []), *todo]


async def _codes(session: AsyncSession, settings: Settings, kit: Kit) -> Sheet:
    campaign = await session.get_one(Campaign, kit.campaign_id)
    channels = {channel.code: channel for channel in await list_channels(session, kit.campaign_id)}
    return compose_codes(settings, campaign, [channels[code] for code in kit.codes])


def _draw(what: Piece | Sheet) -> bytes:
    return draw_codes(what) if isinstance(what, Sheet) else draw_piece(what)
