"""The form page as text: everything but the response id is rendered once and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final, NamedTuple

from services.intake.domain.answers import PREFIX, Fault
from services.intake.domain.questionnaire import say
from services.intake.settings import Settings
from services.intake.storage.forms import Form, find_form
from services.intake.web.pages import PAGES
from shared.kit.ids import grouped
from shared.kit.storage import Database

#: Stand in the rendered pages where what belongs to one response goes.
PLACE_OF_TOKEN: Final = "RESPONSE-TOKEN"
PLACE_OF_RECEIPT: Final = "RESPONSE-RECEIPT"
PLACE_OF_GROUPED: Final = grouped(PLACE_OF_RECEIPT)
PLACE_OF_PROOF: Final = "RECEIPT-PROOF"
#: How long a web process may not notice a change of the campaign.
FRESH_FOR: Final = timedelta(seconds=5)


class Typed(NamedTuple):
    """What was typed so far, to be shown again, and what is wrong with it."""

    fields: Mapping[str, Sequence[str]] = {}
    faults: tuple[Fault, ...] = ()
    notice: str = ""


class Forms:
    """Forms by code, read from the database at most every few seconds.

    Brings database and settings along: one dependency of a route costs nothing, several are gathered by a task group,
    which cost more than the form page.
    """

    def __init__(self, database: Database, settings: Settings) -> None:
        self.database = database
        self.settings = settings
        self._known: dict[str, tuple[datetime, Form]] = {}

    async def find(self, code: str, at: datetime) -> Form | None:
        """A form that was found once is still shown while the database is away."""
        known = self._known.get(code)
        if known and at - known[0] < FRESH_FOR:
            return known[1]
        form = await self.database.run(lambda session: find_form(session, code), patience_s=0 if known else 5)
        if form:
            self._known[code] = (at, form)
        return form


def empty_page(form: Form, language: str, token: str) -> str:
    """The form as a first visitor gets it. One string operation: the rest was rendered for the visitor before."""
    head, tail = _empty_page(_Same(form, language))
    return head + token + tail


def thanks_page(form: Form, language: str, receipt: str, proof: str, *, changed: bool) -> str:
    """The page with the receipt. `changed`: other answers were sent under this id before, and those stand."""
    page = _thanks_page(_Same(form, language), changed)
    page = page.replace(PLACE_OF_RECEIPT, receipt).replace(PLACE_OF_GROUPED, grouped(receipt))
    return page.replace(PLACE_OF_PROOF, proof)


def typed_page(form: Form, language: str, token: str, typed: Typed) -> str:
    """The form with everything that was typed, and a summary of what to mend."""
    return PAGES.render("form.html", language, **_values(form, language), token=token, **_typed_values(form, typed))


class _Same(NamedTuple):
    """A cache key that stands for the form by its version and dates instead of its whole content."""

    form: Form
    language: str

    def __hash__(self) -> int:
        return hash((self.form.questionnaire_id, self.form.code, self.language))


@lru_cache(maxsize=512)
def _empty_page(same: _Same) -> tuple[str, str]:
    page = typed_page(same.form, same.language, PLACE_OF_TOKEN, Typed())
    head, tail = page.split(PLACE_OF_TOKEN)
    return head, tail


@lru_cache(maxsize=512)
def _thanks_page(same: _Same, changed: bool) -> str:
    return PAGES.render(
        "thanks.html",
        same.language,
        form=same.form,
        receipt=PLACE_OF_RECEIPT,
        proof=PLACE_OF_PROOF,
        changed=changed,
    )


def _values(form: Form, language: str) -> dict[str, Any]:
    return {
        "form": form,
        "offered": form.questionnaire.languages,
        "title": say(form.title, language),
        "intro": say(form.intro, language),
        "prefix": PREFIX,
    }


def _typed_values(form: Form, typed: Typed) -> dict[str, Any]:
    faults = {fault.question: fault for fault in typed.faults}
    return {
        "faults": [
            (question, faults[question.key]) for question in form.questionnaire.questions if question.key in faults
        ],
        "fault_of": faults,
        "typed": {
            question.key: list(typed.fields.get(PREFIX + question.key, ())) for question in form.questionnaire.questions
        },
        "notice": typed.notice,
    }
