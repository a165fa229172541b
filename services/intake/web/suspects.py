"""Responses that looked like a machine's, for a person to read before they count."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

import msgspec
import structlog
from litestar import Request, Response, get, post
from litestar.response import Redirect

from services.intake.domain.answers import Answer
from services.intake.domain.questionnaire import Question, Questionnaire, say
from services.intake.operations.settle_held import release_response, set_aside
from services.intake.storage.held import Waiting, list_waiting
from services.intake.web.pages import STAFF_PAGES
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.texts import FIRST
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, staff

log = structlog.get_logger()
EDITOR: Final = staff("editor")
PATH: Final = "/staff/suspects"
MOST_NOTE: Final = 500
DONE: Final = frozenset({"released", "aside", "gone"})


@get(PATH, opt=EDITOR)
async def show_suspects(request: Request[Any, Any, Any], forms: Forms, signed_in: SignedIn) -> Response[str]:
    return await _page(forms, signed_in, done=request.query_params.get("done", ""))


@post(PATH + "/{response_id:uuid}/release", opt=EDITOR, status_code=303)
async def release(response_id: UUID, forms: Forms, signed_in: SignedIn) -> Redirect:
    done = await forms.database.run(lambda session: release_response(session, response_id, signed_in))
    return _back("released" if done else "gone")


@post(PATH + "/{response_id:uuid}/aside", opt=EDITOR, status_code=303)
async def put_aside(
    request: Request[Any, Any, Any], response_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """`note`: why. Without a reason nothing is set aside."""
    note, at = first(await read_fields(request), "note")[:MOST_NOTE], now()
    if not note:
        return await _page(forms, signed_in, missing=response_id)
    done = await forms.database.run(lambda session: set_aside(session, response_id, note, signed_in, at))
    return _back("aside" if done else "gone")


async def _page(forms: Forms, signed_in: SignedIn, *, done: str = "", missing: UUID | None = None) -> Response[str]:
    districts = signed_in.districts("editor")
    async with forms.database.transaction() as session:
        waiting = await list_waiting(session, districts, aside=False)
        aside = await list_waiting(session, districts, aside=True)
    return STAFF_PAGES.page(
        "suspects.html",
        FIRST,
        status=422 if missing else 200,
        signed_in=signed_in,
        waiting=[(one, _said(one)) for one in waiting],
        aside=[(one, _said(one)) for one in aside],
        done=done if done in DONE else "",
        missing=missing,
        most=MOST_NOTE,
    )


def _said(one: Waiting) -> list[tuple[str, str]]:
    """Question and answer, as short words for staff."""
    questions = {question.key: question for question in msgspec.convert(one.definition, Questionnaire).asking}
    answers = msgspec.convert(one.held.answers, tuple[Answer, ...])
    return [
        (say(questions[a.question].label, FIRST), _words(questions[a.question], a))
        for a in answers
        if a.question in questions
    ]


def _words(question: Question, answer: Answer) -> str:
    labels = {choice.key: say(choice.label, FIRST) for choice in (*question.choices, *question.rows)}
    chosen = [labels.get(key, key) for key in answer.choices]
    cells = [f"{labels.get(row, row)}: {labels.get(column, column)}" for row, column in answer.cells.items()]
    number = [] if answer.number is None else [str(answer.number)]
    return " · ".join([*chosen, *cells, *number, *([answer.text] if answer.text else [])])


def _back(done: str) -> Redirect:
    return Redirect(f"{PATH}?done={done}", status_code=303)
