"""Signing in as a part of the web server."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide

from shared.kit.storage import Database
from shared.staff.access import REFUSALS, SIGNED_IN, admit
from shared.staff.settings import Settings
from shared.staff.web import account, invitation, sign_in, tokens


def make_router(database: Database, settings: Settings) -> Router:
    return Router(
        "/",
        route_handlers=[
            account.show_account,
            sign_in.show_sign_in,
            sign_in.send_sign_in,
            sign_in.send_sign_out,
            invitation.show_invitation,
            invitation.send_invitation,
            tokens.show_tokens,
            tokens.issue,
            tokens.revoke,
        ],
        guards=[admit(database)],
        exception_handlers=REFUSALS,
        dependencies={
            "database": Provide(lambda: database, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
            **SIGNED_IN,
        },
    )
