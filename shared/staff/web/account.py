"""Who I am here, and what I may."""

from __future__ import annotations

from litestar import Response, get

from shared.kit.texts import FIRST
from shared.staff.access import SignedIn, staff
from shared.staff.web.pages import PAGES


@get("/staff/account", opt=staff("reader"), sync_to_thread=False)
def show_account(signed_in: SignedIn) -> Response[str]:
    return PAGES.page("account.html", FIRST, signed_in=signed_in)
