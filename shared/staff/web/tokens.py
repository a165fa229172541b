"""Tokens for programs: making one, which is shown once, and taking one back."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

import msgspec
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect

from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.settings import derive_key
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.kit.web.bodies import Fields, first, read_fields
from shared.staff.access import SignedIn, require, staff
from shared.staff.domain.access_tokens import LIFETIMES, LONGEST_NAME, NEEDS, SCOPES, Wanted, faults_of
from shared.staff.domain.roles import EVERYWHERE
from shared.staff.operations.tokens import issue_token, revoke_token
from shared.staff.settings import Settings
from shared.staff.storage.tables import Token
from shared.staff.storage.tokens import list_tokens
from shared.staff.web.pages import PAGES, TEXTS

EDITOR: Final = staff("editor")
PATH: Final = "/staff/tokens"
_DISTRICTS: Final = tuple(sorted(key for key in TEXTS.keys(FIRST) if key.startswith("district-")))
#: One district comes first: nobody gives a program all of them by not choosing.
DISTRICTS: Final = (
    *(key.removeprefix("district-") for key in _DISTRICTS if key != "district-everywhere"),
    EVERYWHERE,
)
#: From the secret, so that a copy of the database lets no program in anywhere else.
PURPOSE: Final = "tokens of programs"
#: What the page says after an action, by what the address names.
DONE: Final = frozenset({"revoked", "gone"})


@get(PATH, opt=EDITOR)
async def show_tokens(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    done = request.query_params.get("done", "")
    empty = Wanted("", "", ("figures:read",), LIFETIMES[1])
    return await _page(database, signed_in, empty, random_id(), done=done if done in DONE else "")


@post(PATH, opt=EDITOR, status_code=200)
async def issue(
    request: Request[Any, Any, Any], database: Database, settings: Settings, signed_in: SignedIn
) -> Response[Any]:
    """The one answer that is no redirect: the token stands in it and nowhere else. Sent again, it is not."""
    token_id, wanted = _read(await read_fields(request))
    if faults := faults_of(wanted, signed_in):
        return await _page(database, signed_in, wanted, token_id, faults=faults, status=422)
    key = derive_key(settings.secret, PURPOSE)
    async with database.transaction() as session:
        token = await issue_token(session, token_id, wanted, key, signed_in, now())
    values: dict[str, Any] = {"token": token, "wanted": wanted, "address": settings.address}
    return PAGES.page("token_issued.html", FIRST, signed_in=signed_in, **values)


@post(PATH + "/{token_id:uuid}/revoke", opt=EDITOR)
async def revoke(token_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        token = await session.get(Token, token_id)
        if token is None:
            raise NotFoundException
        require(signed_in, "editor", token.district)
        revoked = await revoke_token(session, token_id, signed_in, now())
    return Redirect(f"{PATH}?done={'revoked' if revoked else 'gone'}", status_code=303)


async def _page(
    database: Database,
    signed_in: SignedIn,
    wanted: Wanted,
    token_id: UUID,
    *,
    faults: tuple[str, ...] = (),
    done: str = "",
    status: int = 200,
) -> Response[str]:
    async with database.transaction() as session:
        tokens = [one for one in await list_tokens(session) if signed_in.may("editor", one.token.district)]
    values: dict[str, Any] = {"tokens": tokens, "wanted": wanted, "token_id": token_id, "faults": faults, "done": done}
    return PAGES.page(
        "tokens.html",
        FIRST,
        status=status,
        signed_in=signed_in,
        at=now(),
        scopes=SCOPES,
        needs=NEEDS,
        lifetimes=LIFETIMES,
        longest=LONGEST_NAME,
        districts=[district for district in DISTRICTS if signed_in.may("editor", district)],
        **values,
    )


def _read(fields: Fields) -> tuple[UUID, Wanted]:
    """What was typed; what no form of ours sends is a fault like an empty field."""
    days, typed_id = first(fields, "days"), first(fields, "id")
    district = first(fields, "district")
    wanted = Wanted(
        name=" ".join(first(fields, "name").split()),
        district=district if district in DISTRICTS else "",
        scopes=tuple(scope for scope in SCOPES if scope in fields.get("scope", ())),
        days=int(days) if days.isascii() and days.isdigit() and len(days) < 5 else 0,
    )
    try:
        return msgspec.convert(typed_id, UUID), wanted
    except msgspec.ValidationError:
        return random_id(), wanted
