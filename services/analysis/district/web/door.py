"""The public side of the inventory: a code asks whoever stands there, an organisation's link asks the organisation.

No cookie, no address, no name. GET shows, POST acts. Wrong codes are slowed down (shared/kit/guesses.py).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, NamedTuple
from uuid import UUID

from babel.dates import get_day_names
from litestar import Request, Response, get, post
from litestar.exceptions import ClientException, NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.times import Slot, clock, in_a_row
from services.analysis.district.operations.take_hint import LONGEST_REMARK, Verdict, take_hint
from services.analysis.district.storage.entries import find_by_code, find_entry, read_inventory
from services.analysis.district.web.pages import HERE, where
from services.analysis.settings import Settings
from shared.kit.clock import now
from shared.kit.guesses import SPAN_S, Guesses
from shared.kit.ids import random_id, read_code
from shared.kit.settings import derive_key
from shared.kit.storage import Database
from shared.kit.texts import FIRST, LANGUAGES, WRITTEN, Texts, nearest_language
from shared.kit.web import errors
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields
from shared.kit.web.pages import Pages

PAGES: Final = Pages(HERE / "door" / "templates", Texts(errors.HERE / "texts", HERE / "door" / "texts"))
PATH: Final = "/inv/{code:str}"
Asking = Request[Any, Any, Any]
VERDICTS: Final[tuple[Verdict, ...]] = ("right", "wrong")
#: Between two times, which stay on one line.
_TO: Final = "\u2060–\u2060"
#: What stands at a door: the entry itself and what is offered there.
MOST: Final = 30


class Door(NamedTuple):
    """What stands behind a code: the entry, and the offers that belong to it. `verdicts`: what may be said of them."""

    inventory: Inventory
    entry: Entry
    offers: tuple[Entry, ...]
    verdicts: tuple[Verdict, ...] = VERDICTS

    def find(self, entry_id: str) -> Entry | None:
        return next((one for one in (self.entry, *self.offers) if str(one.id) == entry_id), None)


@get(PATH, opt=PUBLIC)
async def show_door(request: Asking, code: str, database: Database, settings: Settings) -> Response[str]:
    door = await _find(request, code, database, settings)
    if door is None:
        return PAGES.page("door_closed.html", asked_language(request), status=404)
    return door_page(request, door, f"/inv/{read_code(code)}")


@post(PATH, opt=PUBLIC)
async def tap(request: Asking, code: str, database: Database, settings: Settings) -> Response[Any]:
    fields = await read_fields(request)
    door = await _find(request, code, database, settings)
    if door is None:
        return PAGES.page("door_closed.html", told_language(fields), status=404)
    return await take_tap(fields, door, f"/inv/{read_code(code)}", database)


def door_page(
    request: Asking, door: Door, path: str, back: str = "", place: Callable[[Inventory, Entry], str] = where
) -> Response[str]:
    """`path`: where a tap goes. `back`: the page somebody came from. `place`: where an entry is, as it may be said."""
    language, done = asked_language(request), request.query_params.get("done", "")
    return PAGES.page(
        "door.html",
        language,
        **door._asdict(),
        path=path,
        back=back,
        done=done if done in door.verdicts else "",
        hint_ids={one.id: random_id() for one in (door.entry, *door.offers)},
        when=lambda slots: say_times_in(slots, language),
        where=place,
        longest=LONGEST_REMARK,
    )


async def take_tap(fields: Fields, door: Door, path: str, database: Database) -> Redirect:
    verdict = next((one for one in door.verdicts if one == first(fields, "verdict")), None)
    about, hint_id = door.find(first(fields, "entry")), _id(first(fields, "hint"))
    if about is None or verdict is None or hint_id is None:
        raise ClientException("verdict_missing")
    async with database.transaction() as session:
        entry = await find_entry(session, about.id, lock=True)
        if entry is None:
            raise NotFoundException
        await take_hint(session, entry, hint_id, verdict, first(fields, "remark"), now())
    view = f"&view={first(fields, 'view').replace(' ', '+')}" if first(fields, "view") else ""
    return Redirect(f"{path}?lang={told_language(fields)}&done={verdict}{view}", status_code=303)


def told_language(fields: Fields) -> str:
    """The one a form was read in."""
    return first(fields, "language") if first(fields, "language") in LANGUAGES else FIRST


def asked_language(request: Asking) -> str:
    wanted = request.query_params.get("lang", "")
    return (
        wanted if wanted in LANGUAGES else nearest_language(request.headers.get("accept-language", ""), (*LANGUAGES,))
    )


def say_times_in(slots: tuple[Slot, ...], language: str) -> list[str]:
    """`Mo. 15:00–18:00` in the language; a rhythm that is not weekly stands behind it."""
    days = _day_names(language)
    return [
        _say_in(slot, days[slot.day] if last == slot.day else f"{days[slot.day]}–{days[last]}", language)
        for slot, last in in_a_row(sorted(slots))
    ]


@cache
def _day_names(language: str) -> Mapping[int, str]:
    return dict(get_day_names("abbreviated", locale=WRITTEN[language].locale).items())


def _say_in(slot: Slot, day: str, language: str) -> str:
    every = "" if slot.every == "weekly" else f", {PAGES.texts.say(language, f'door-{slot.every}')}"
    return f"{day} {clock(slot.start)}{_TO}{clock(slot.end)}{every}"


async def _find(request: Asking, code: str, database: Database, settings: Settings) -> Door | None:
    """Slower with every wrong code from one network. Raises TooMany when there were too many."""
    await count_guess(request, database, settings)
    async with database.transaction() as session:
        entry = await find_by_code(session, read_code(code))
        door = await _door(session, entry) if entry and entry.state == "live" else None
    if door:
        await forgive_guess(request, database, settings)
    return door


async def _door(session: AsyncSession, entry: Entry) -> Door:
    inventory = await read_inventory(session, entry.district)
    offers = {other.id: other for other, key in inventory.naming(entry) if other.kind == "offer"}
    return Door(inventory, inventory.find(entry.id) or entry, tuple(offers.values())[:MOST])


class TooMany(ClientException):
    status_code = 429


async def count_guess(request: Asking, database: Database, settings: Settings, what: str = "inventory guesses") -> None:
    """`what`: is slowed down for itself."""
    host, guesses = _host(request), _guesses(settings, what)
    admission = await database.run_statement(lambda session: guesses.begin(session, host, now()))
    if admission.refused:
        raise TooMany(headers={"Retry-After": str(SPAN_S)})
    await asyncio.sleep(admission.pause_s)


async def forgive_guess(request: Asking, database: Database, settings: Settings) -> None:
    """It was no guess."""
    host, guesses = _host(request), _guesses(settings, "inventory guesses")
    await database.run_statement(lambda session: guesses.found(session, host, now()))


def _guesses(settings: Settings, what: str) -> Guesses:
    return Guesses("analysis", derive_key(settings.secret, what))


def _host(request: Asking) -> str:
    return request.client.host if request.client else ""


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
