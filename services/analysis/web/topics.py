"""What people speak of apart from the standards: the quotes of one topic."""

from __future__ import annotations

from typing import Any, Final

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.analysis.storage.passages import count_withheld
from services.analysis.storage.selections import list_selections
from services.analysis.storage.topics import PAGE, quotes_of_topic
from services.analysis.tagger.topic_catalogue import load_topics
from services.analysis.web.access import campaign_for
from services.analysis.web.pages import page
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")


@get("/staff/campaigns/{slug:str}/topics/{topic_id:str}", opt=READER)
async def show_topic(
    request: Request[Any, Any, Any], slug: str, topic_id: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    topic, number = load_topics().find(topic_id), _page_number(request)
    if topic is None:
        raise NotFoundException
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        quotes = await quotes_of_topic(session, campaign.id, topic_id, number)
        withheld = await count_withheld(session, campaign.id)
        made = await list_selections(session, campaign.id, "topic", topic_id)
    values = {"quotes": quotes[:PAGE], "number": number, "more": len(quotes) > PAGE, "withheld": withheld}
    values |= {"selection_id": random_id(), "made": made}
    return page("topic.html", signed_in=signed_in, campaign=campaign, topic=topic, **values)


def _page_number(request: Request[Any, Any, Any]) -> int:
    typed = request.query_params.get("page", "")
    return int(typed) if typed.isascii() and typed.isdigit() and 0 < int(typed) < 10_000 else 1
