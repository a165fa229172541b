"""What people wrote: looked through by words and by who wrote, and from there to the whole response."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.analysis.operations.exclude_response import REASONS
from services.analysis.results.domain.figures import Filter
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
    department = channel is not None and channel.kind == DEPARTMENT
    told = told_of(said, questions) if department else figures.told_together(told_of(said, questions))
    return page(
        "response.html",
        signed_in=signed_in,
        campaign=campaign,
        said=said,
        questions=questions,
        department=department,
        answers=_answers(told, questions),
        hidden={question.key for question in questions if question.key in said.answers} - _asked(told, questions),
        spoken=any(one.facet == "language" for one in told),
        catalogue=catalogue,
        topics=load_topics(),
        reasons=REASONS,
    )


def told_of(said: Said, questions: list[Question]) -> tuple[Filter, ...]:
    """All that is ticked in a response, in the order of the form; its language, and then the person, come last."""
    asked = sorted(questions, key=lambda question: bool(question.about))
    ticked = [Filter(_facet(question), (value,)) for question in asked for value in said.answers.get(question.key, ())]
    person = sum(bool(one.about) for one in asked for _ in said.answers.get(one.key, ()))
    language = Filter("language", (said.response.language.split("-")[0],))
    return (*ticked[: len(ticked) - person], language, *ticked[len(ticked) - person :])


def _facet(question: Question) -> str:
    return question.about or f"q.{question.key}"


def _asked(told: Sequence[Filter], questions: list[Question]) -> set[str]:
    facets = {one.facet for one in told}
    return {question.key for question in questions if _facet(question) in facets}


def _answers(told: Sequence[Filter], questions: list[Question]) -> Mapping[str, list[str]]:
    """Question → what may be told of the answer, in words."""
    return {
        question.key: _named(
            question, tuple(value for one in told if one.facet == _facet(question) for value in one.values)
        )
        for question in questions
        if question.key in _asked(told, questions)
    }


def _named(question: Question, values: tuple[str, ...]) -> list[str]:
    labels = {choice["key"]: say(choice["label"]) for choice in question.choices}
    return [labels.get(value) or say(UNLISTED.get(value, {"de": value.replace(".", ",")})) for value in values]


def _page(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and 0 < int(typed) <= MOST_PAGES else 1
