"""Templates and texts of staff's pages, for staff's own and for those of the services."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from shared.kit.texts import FIRST, Texts
from shared.kit.web import errors
from shared.kit.web.pages import Pages
from shared.staff.domain.roles import EVERYWHERE, Role

#: One menu for the staff pages of all services: part, address, role it needs. Its texts are `staff-<part>`.
NAVIGATION: Final[tuple[tuple[str, str, Role], ...]] = (
    ("campaigns", "/staff", "reader"),
    ("making", "/staff/making", "reader"),
    ("review", "/staff/review", "editor"),
    ("outcomes", "/staff/outcomes", "reader"),
    ("inventory", "/staff/inventory", "reader"),
    ("methods", "/staff/methods", "reader"),
    ("papers", "/staff/papers", "reader"),
    ("catalogue", "/staff/catalogue", "reader"),
)
#: What is needed now and then stands behind one more press, so that the menu stays short on a phone.
MORE: Final[tuple[tuple[str, str, Role], ...]] = (
    ("districts", "/staff/compare", "reader"),
    ("population", "/staff/population", "reader"),
    ("letters", "/staff/letters", "reader"),
    ("post", "/staff/post", "editor"),
    ("held", "/staff/held", "lead"),
    ("suspects", "/staff/suspects", "editor"),
    ("barriers", "/staff/barriers", "editor"),
    ("operations", "/staff/operations", "reader"),
    ("privacy", "/staff/privacy", "administrator"),
)
HERE: Final = Path(__file__).parent.parent
TEXTS: Final = Texts(errors.HERE / "texts", HERE / "texts")


def staff_pages(*parts: Path) -> Pages:
    """Pages for staff of a service, or of a wing and then its service: their folders `templates` and `texts`.

    They stand over the house's, so that templates may extend `staff.html`. Every page that does is given `signed_in`.
    `district_name(district)` is there for all of them.
    """
    first, *others = [part / "templates" for part in parts]
    texts = Texts(*TEXTS.folders, *(part / "texts" for part in reversed(parts)))
    return _knowing_districts(Pages(first, texts, *others, HERE / "templates"))


def district_name(district: str) -> str:
    """As people call it; a district that no text knows is called by its key."""
    try:
        return TEXTS.say(FIRST, "district-everywhere" if district == EVERYWHERE else f"district-{district}")
    except KeyError:
        return district


def _knowing_districts(pages: Pages) -> Pages:
    pages.environment.globals.update(district_name=district_name, staff_navigation=NAVIGATION, staff_more=MORE)
    return pages


PAGES: Final = _knowing_districts(Pages(HERE / "templates", TEXTS))
