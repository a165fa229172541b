"""For staff: what became of the letters, and how they look."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any, Final

from litestar import MediaType, Request, Response, get, post
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.preview_letter import KINDS, preview_letter
from services.notify.operations.queue_letters import ring_for
from services.notify.operations.send_letters import retry_stranded
from services.notify.settings import Settings
from services.notify.storage.letters import count_letters
from services.notify.web.pages import STAFF_PAGES
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.kit.texts import FIRST, LANGUAGES
from shared.staff.access import SignedIn, require, staff
from shared.staff.domain.roles import EVERYWHERE
from shared.staff.operations.record_change import record_change

PATH: Final = "/staff/letters"
READER: Final = staff("reader")
Page = Response[Any]
#: In the order in which a letter goes through them.
STATES: Final = ("waiting", "gathered", "to_print", "sending", "sent", "refused", "stranded", "unwanted")
#: A letter brings its own style sheet, as mail programs need it, and may do nothing else.
LETTER_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


@get(PATH, opt=READER)
async def show_letters(database: Database, signed_in: SignedIn) -> Page:
    numbers = await database.run(count_letters)
    return STAFF_PAGES.page(
        "letters.html", FIRST, signed_in=signed_in, numbers=numbers, states=STATES, at=now(), kinds=KINDS
    )


@post(PATH + "/retry", opt=staff("lead"))
async def retry(database: Database, signed_in: SignedIn) -> Redirect:
    """Safe to press twice: what is waiting again is not stranded any more."""
    require(signed_in, "lead", EVERYWHERE)

    async def work(session: AsyncSession) -> None:
        if again := await retry_stranded(session, now()):
            await ring_for(session, again)
            await record_change(session, signed_in, "letters.retried", random_id(), {"count": len(again)})

    async with database.transaction() as session:
        await work(session)
    return Redirect(PATH, status_code=303)


@get(PATH + "/preview", opt=READER)
async def show_previews(signed_in: SignedIn) -> Page:
    return STAFF_PAGES.page("letter_previews.html", FIRST, signed_in=signed_in, kinds=KINDS)


@get(PATH + "/preview/{kind:str}", opt=READER)
async def show_preview(
    request: Request[Any, Any, State], kind: str, database: Database, settings: Settings, signed_in: SignedIn
) -> Page:
    """As text in a page, or with `part=html` the letter itself."""
    language = request.query_params.get("lang", FIRST)
    if kind not in KINDS or language not in LANGUAGES:
        raise NotFoundException
    letter = await database.run(lambda session: preview_letter(session, settings, kind, language, now()))
    if request.query_params.get("part") == "html":
        return Response(body_of(letter, "html"), media_type=MediaType.HTML, headers=LETTER_HEADERS)
    return STAFF_PAGES.page(
        "letter_preview.html",
        FIRST,
        signed_in=signed_in,
        kind=kind,
        spoken=LANGUAGES[language],
        subject=letter["Subject"],
        text=body_of(letter, "plain"),
        kinds=KINDS,
    )


def body_of(letter: EmailMessage, kind: str) -> str:
    part = letter.get_body((kind,))
    assert part
    return str(part.get_content())
