"""What somebody sees instead of the form where a pass is missing, used or void."""

from __future__ import annotations

from services.intake.domain.passes import Over, is_pass
from services.intake.operations.issue_passes import pass_digest
from services.intake.storage.forms import Form
from services.intake.storage.passes import read_state
from services.intake.web.pages import PAGES
from services.intake.web.shown import Forms
from services.intake.web.steps import Page


def wants_pass(form: Form) -> bool:
    """It is the form of a group pack, and came without one of its passes."""
    return form.by_pass and not is_pass(form.code)


async def turned_away(forms: Forms, form: Form, language: str) -> Page | None:
    """The page that says why not; None where the form may be filled in."""
    if not form.by_pass:
        return None
    if wants_pass(form):
        return PAGES.page("pass_needed.html", language, status=403, form=form)
    digest = pass_digest(forms.settings, form.code)
    state = await forms.database.run(lambda session: read_state(session, digest))
    return None if state == "open" else pass_over(form, language, "void" if state == "void" else "used")


def pass_over(form: Form, language: str, state: Over) -> Page:
    return PAGES.page("pass_over.html", language, status=410, form=form, state=state)
