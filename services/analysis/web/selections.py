"""From quotes to an answer: what was chosen goes to notify, where the answer is written."""

from __future__ import annotations

import re
from typing import Any, Final, get_args
from uuid import UUID

from litestar import Request, Response, post
from litestar.exceptions import ClientException, NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import STANCES
from services.analysis.domain.catalogue import Catalogue
from services.analysis.operations.make_selection import Choice, NothingChosen, make_selection
from services.analysis.storage.catalogue import read_catalogue
from services.analysis.storage.tables import Theme
from services.analysis.storage.themes import NAMED, passages_of_theme
from services.analysis.tagger.topic_catalogue import load_topics
from services.analysis.web.access import campaign_for
from services.analysis.web.pages import page, say
from shared.contracts.outcomes import SelectionKind
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.bodies import Fields, first, read_fields
from shared.staff.access import SignedIn, require, staff
from shared.staff.domain.paths import local_path

EDITOR: Final = staff("editor")
#: A theme's voices are quotes that somebody has put together already; only the button is another.
THEME: Final = "theme"
_ID: Final = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: Of a standard or a topic; far more than one page of quotes has.
MOST_KEY: Final = 200
MOST_PASSAGES: Final = 400


@post("/staff/campaigns/{slug:str}/selections", opt=EDITOR)
async def choose_voices(
    request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn
) -> Response[Any]:
    """`do` is the button: all voices of the standard, topic or theme, or the quotes that were ticked.

    `ticked`: of a standard also those who only rate it.
    """
    fields = await read_fields(request)
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        require(signed_in, "editor", campaign.district)
        selection_id, choice = _read(fields, await read_catalogue(session, campaign.district))
        if first(fields, "do") == THEME:
            choice = await _of_theme(session, campaign.id, choice.key)
        try:
            await make_selection(session, selection_id, campaign.id, choice, signed_in, now())
        except NothingChosen:
            back = local_path(first(fields, "back"))
            values = {"campaign": campaign, "back": back, "ticked": first(fields, "do") == "quotes"}
            return page("nothing_chosen.html", signed_in=signed_in, status=422, **values)
    return Redirect(f"/staff/outcomes/new?selection={selection_id}", status_code=303)


def _read(fields: Fields, catalogue: Catalogue) -> tuple[UUID, Choice]:
    """Raises ClientException for what no page of ours sends."""
    try:
        selection_id = UUID(first(fields, "selection"))
        passages = tuple(dict.fromkeys(UUID(one) for one in fields.get("passage", ())[:MOST_PASSAGES]))
    except ValueError:
        raise ClientException("not_a_selection") from None
    wanted = "quotes" if first(fields, "do") == THEME else first(fields, "do")
    kind = next((known for known in get_args(SelectionKind) if known == wanted), None)
    if kind is None:
        raise ClientException("not_a_selection")
    stance = next((known for known in STANCES if known == first(fields, "stance")), None)
    key = first(fields, "key")[:MOST_KEY]
    return selection_id, Choice(kind, key, _label(key, catalogue), stance, passages, "ticked" in fields)


async def _of_theme(session: AsyncSession, campaign_id: UUID, key: str) -> Choice:
    """All quotes of a theme that people named, under its name. Raises NotFoundException."""
    theme = await session.get(Theme, UUID(key)) if _ID.fullmatch(key) else None
    if theme is None or theme.campaign_id != campaign_id or theme.state != NAMED:
        raise NotFoundException
    return Choice("quotes", key, theme.name, passages=tuple(await passages_of_theme(session, theme.id)))


def _label(key: str, catalogue: Catalogue) -> str:
    """What staff call the standard or topic of this key."""
    if standard := catalogue.find(key):
        return standard.title
    topic = load_topics().find(key)
    return say(topic.name) if topic else key
