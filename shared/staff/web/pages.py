"""Templates and texts of staff's pages, for staff's own and for those of the services."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from shared.kit.texts import Texts
from shared.kit.web import errors
from shared.kit.web.pages import Pages

HERE: Final = Path(__file__).parent.parent


def staff_pages(templates: Path, texts: Path) -> Pages:
    """A service's pages for staff: its folders over the house's, so that templates may extend `staff.html`.

    Every page that does is given `signed_in`.
    """
    return Pages(templates, Texts(errors.HERE / "texts", HERE / "texts", texts), HERE / "templates")


PAGES: Final = Pages(HERE / "templates", Texts(errors.HERE / "texts", HERE / "texts"))
