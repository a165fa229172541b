"""What people wrote: looked through by words and by who wrote, and from there to the whole response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.analysis.operations.exclude_response import REASONS
from services.analysis.results.domain.figures import Figures, Filter
from services.analysis.results.domain.searching import MOST_LETTERS, words_of
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.storage.texts import Said, read_questions, read_said, search_texts
from services.analysis.results.web.pages import page
from services.analysis.results.web.viewing import open_view, pairs_of
from services.analysis.storage.catalogue import read_catalogue_of
from services.analysis.storage.dashboard import UNLISTED
from services.analysis.storage.sides import DEPARTMENT
from services.analysis.storage.tables import Channel, Question
from services.analysis.tagger.topic_catalogue import load_topics
from services.analysis.web.access import campaign_for
from services.analysis.web.pages import say
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
MOST_PAGES: Final = 100


@get("/staff/campaigns/{slug:str}/texts", opt=READER)
async def show_texts(
    request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    typed = request.query_params.get("q", "").strip()[:MOST_LETTERS]
    number = _page(request.query_params.get("page", ""))
    async with database.transaction() as session:
        view = await open_view(session, slug, signed_in, pairs_of(request))
        campaign_id = view.campaign.id
        words = words_of(typed)
        found = await search_texts(session, view.figures, campaign_id, view.filters, words, number)
        questions = await read_questions(session, campaign_id)
        catalogue = await read_catalogue_of(session, campaign_id)
    texts, more = found or ([], False)
    return page(
        "texts.html",
        signed_in=signed_in,
        view=view,
        campaign=view.campaign,
        typed=typed,
        words=words,
        quotable=found is not None,
        found=texts,
        number=number,
        more=more and number < MOST_PAGES,
        asked={question.key: say(question.label) for question in questions},
        catalogue=catalogue,
        topics=load_topics(),
    )


@get("/staff/campaigns/{slug:str}/responses/{response_id:uuid}", opt=READER)
async def show_response(slug: str, response_id: UUID, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        said = await read_said(session, campaign.id, response_id)
        if said is None:
            raise NotFoundException
        questions = await read_questions(session, campaign.id)
        catalogue = await read_catalogue_of(session, campaign.id)
        figures = await read_figures(session, campaign.id)
        channel = await session.get(Channel, said.response.channel_id)
    traits = traits_of(said, questions)
    return page(
        "response.html",
        signed_in=signed_in,
        campaign=campaign,
        said=said,
        questions=[question for question in questions if not question.about],
        traits=traits if _may_be_told(figures, said, questions) else {},
        has_traits=bool(traits),
        department=channel is not None and channel.kind == DEPARTMENT,
        answers=_answers(said, questions),
        catalogue=catalogue,
        topics=load_topics(),
        reasons=REASONS,
    )


def traits_of(said: Said, questions: list[Question]) -> Mapping[str, str]:
    """What the person said of themselves: question → answer, in words."""
    own = [question for question in questions if question.about and question.key in said.answers]
    return {say(question.label): ", ".join(_named(question, said.answers[question.key])) for question in own}


def _may_be_told(figures: Figures, said: Said, questions: list[Question]) -> bool:
    """Beside a text only where five or more people said all of this of themselves, in this language."""
    own = [question for question in questions if question.about and question.key in said.answers]
    filters = [Filter(question.about, said.answers[question.key]) for question in own]
    known = [one for one in filters if one.facet in figures.facets]
    language = Filter("language", (said.response.language.split("-")[0],))
    return len(known) == len(own) and figures.quotable([*known, language])


def _answers(said: Said, questions: list[Question]) -> Mapping[str, list[str]]:
    return {
        question.key: _named(question, said.answers[question.key])
        for question in questions
        if question.key in said.answers
    }


def _named(question: Question, values: tuple[str, ...]) -> list[str]:
    labels = {choice["key"]: say(choice["label"]) for choice in question.choices}
    return [labels.get(value) or say(UNLISTED.get(value, {"de": value.replace(".", ",")})) for value in values]


def _page(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and 0 < int(typed) <= MOST_PAGES else 1
