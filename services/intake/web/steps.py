"""Going through a form page by page. Nothing is kept between the pages: what was typed travels in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Final
from uuid import UUID

import msgspec
from litestar import Response

from services.intake.domain.answers import Fault, read_answers
from services.intake.domain.fields import Fields, field
from services.intake.domain.flow import Step, depends_on, shown_keys, shown_steps, steps_of
from services.intake.domain.questionnaire import Questionnaire
from services.intake.storage.forms import Form
from services.intake.web.layout import CHECK, Where, current_step
from services.intake.web.shown import Typed, check_page, typed_page
from shared.kit.web.pages import html

#: A page is found again by the browser's back button, with the same response id in it, only if the browser may keep
#: it; on a kiosk, where the next visitor would find it too, it may not.
KEPT_FOR_BACK: Final = {"Cache-Control": "private, no-cache"}
Page = Response[str]


class Visit(msgspec.Struct, frozen=True, dict=True):
    """One page that came in: whose response it will be, what was typed, and where that was."""

    form: Form
    response_id: UUID
    token: str
    language: str
    fields: Fields
    where: Where
    at: datetime
    host: str = ""

    @property
    def questionnaire(self) -> Questionnaire:
        return self.form.questionnaire

    @cached_property
    def shown(self) -> frozenset[str]:
        return shown_keys(self.questionnaire, self.fields)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return steps_of(self.questionnaire, live=self.where.live)

    @cached_property
    def ways(self) -> list[int]:
        """Positions of the steps that are shown."""
        return shown_steps(self.steps, self.shown)

    @property
    def number(self) -> int:
        return current_step(self.steps, self.shown, self.where.key)

    def faults(self, step: Step) -> tuple[Fault, ...]:
        return read_answers(self.questionnaire, self.fields, step.keys).faults


def show(
    visit: Visit,
    where: Where,
    *,
    faults: Sequence[Fault] = (),
    notice: str = "",
    status: int = 200,
    language: str = "",
    challenge: str = "",
) -> Page:
    """Any page of the form, with everything that was typed so far."""
    language = language or visit.language
    render = check_page if where.step == CHECK else typed_page
    page = html(
        render(visit.form, language, visit.token, Typed(visit.fields, tuple(faults), notice, challenge), where),
        language,
    )
    page.status_code = status
    return kept_for_back(visit.form, page)


def kept_for_back(form: Form, page: Page) -> Page:
    if form.channel_kind != "kiosk":
        page.headers.update(KEPT_FOR_BACK)
    return page


def go_on(visit: Visit) -> Page:
    """The next page, unless something on this one is to be mended first."""
    if visit.where.step == CHECK:
        return go_to_check(visit)
    here = visit.steps[visit.number]
    if faults := visit.faults(here):
        return show(visit, visit.where, faults=faults, status=422)
    later = [number for number in visit.ways if number > visit.number]
    if visit.where.editing:
        later = [number for number in later if _is_open(visit, visit.steps[number], here)]
    if later:
        return show(visit, _at(visit, later[0]))
    return go_to_check(visit)


def go_back(visit: Visit) -> Page:
    """The page before, with what was typed on this one, whether or not it can be taken."""
    if visit.where.editing:
        return go_to_check(visit)
    before = visit.ways if visit.where.step == CHECK else [number for number in visit.ways if number < visit.number]
    return show(visit, _at(visit, before[-1] if before else 0))


def go_to(visit: Visit, key: str) -> Page:
    """The page of one question, to come back to the check from there."""
    return show(visit, visit.where._replace(step=field(key), editing=True))


def go_to_check(visit: Visit) -> Page:
    """All answers once more, or the first page on which something is to be mended."""
    for number in visit.ways:
        if faults := visit.faults(visit.steps[number]):
            return show(visit, _at(visit, number), faults=faults, status=422)
    return show(visit, visit.where._replace(step=CHECK, editing=False))


def _is_open(visit: Visit, step: Step, changed: Step) -> bool:
    """What was changed elsewhere asks something new here, or something here has become wrong."""
    answered = {answer.question for answer in read_answers(visit.questionnaire, visit.fields, step.keys).answers}
    new = [one for one in step.questions if one.asks and one.key in visit.shown and depends_on(one, changed.keys)]
    return bool(visit.faults(step)) or any(question.key not in answered for question in new)


def _at(visit: Visit, number: int) -> Where:
    return visit.where._replace(step=field(visit.steps[number].key))
