"""What there is in a district, for residents: found without scripts, in every language, on paper too.

No cookie, no map of others. Whoever finds something wrong says so; that all is right still is only said in front of
the door.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

import msgspec
from babel.dates import get_day_names
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect

from services.analysis.district.domain.directory import freshness_of
from services.analysis.district.domain.entries import Inventory
from services.analysis.district.domain.kinds import COSTS
from services.analysis.district.domain.offers import (
    DAYTIMES,
    Sought,
    find_offered,
    groups_in,
    is_open,
    offered_in,
    read_sought,
)
from services.analysis.district.domain.vocabulary import GROUPS
from services.analysis.district.storage.entries import districts_with_entries, read_inventory
from services.analysis.district.web.access import DISTRICTS
from services.analysis.district.web.directory import page_number
from services.analysis.district.web.door import (
    PAGES,
    Door,
    asked_language,
    count_guess,
    door_page,
    say_times_in,
    take_tap,
)
from services.analysis.domain.days import day_of
from services.analysis.settings import Settings
from services.analysis.tagger.topic_catalogue import load_topics
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST, WRITTEN
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import read_fields
from shared.kit.web.pages import html, spoken_day
from shared.kit.web.reading import reading
from shared.staff.web.pages import district_name

Asking = Request[Any, Any, Any]
PATH: Final = "/angebote"
DISTRICT: Final = PATH + "/{district:str}"
ONE: Final = DISTRICT + "/{entry_id:uuid}"
#: Entries on one page, unless all are asked for.
PAGE: Final = 20


@get(PATH, opt=PUBLIC)
async def choose_district(request: Asking, database: Database) -> Response[Any]:
    """Which district; where only one has anything, straight to it."""
    language = asked_language(request)
    async with database.transaction() as session:
        known = await districts_with_entries(session)
    districts = [one for one in DISTRICTS if one in known]
    if len(districts) == 1:
        return Redirect(f"{PATH}/{districts[0]}?{urlencode(_kept(language))}", status_code=303)
    return PAGES.page("offers_districts.html", language, districts={one: district_name(one) for one in districts})


@get(DISTRICT, opt=PUBLIC)
async def show_offers(request: Asking, district: str, database: Database) -> Response[str]:
    inventory = await _inventory(database, district)
    language = asked_language(request)
    known = offered_in(inventory)
    parts, groups = sorted({one.part for one in known.values() if one.part}), groups_in(known.values())
    sought = read_sought(request.query_params, groups, parts)
    found = find_offered(inventory, sought, _names(language), language)
    whole = request.query_params.get("all") == "1" and sought == Sought()
    last = 1 if whole else max(1, -(-len(found) // PAGE))
    number = page_number(request, last)
    shown = [one for one, _slots in (found if whole else found[(number - 1) * PAGE : number * PAGE])]
    values: dict[str, Any] = dict(
        place=district_name(district),
        path=f"{PATH}/{district}",
        sought=sought,
        sought_any=sought != Sought(),
        found=shown,
        count=len(found),
        number=number,
        last=last,
        keep=f"&{urlencode(asked)}" if (asked := msgspec.to_builtins(sought)) else "",
        address=lambda **more: f"?{urlencode({**_kept(language), **asked, **more})}",
        states=freshness_of(inventory, now()),
        part_names=[(part, part) for part in parts],
        group_names=[(group, _names(language)[f"group-{group}"]) for group in GROUPS if group in groups],
        time_names=[(time, PAGES.texts.say(language, f"offers-{time}")) for time in DAYTIMES],
        days=_days(language),
        names=_names(language),
        costs={cost: PAGES.texts.say(language, f"door-cost-{cost}") for cost in COSTS},
        when=lambda slots: say_times_in(slots, language),
        vouched=lambda moment: _vouched(day_of(moment), language),
        whole=whole,
    )

    def render(_known: Inventory) -> str:
        return PAGES.render("offers.html", language, **values)

    if whole:  # hundreds of entries, the same for all who print them today
        return html(inventory.once(f"offers {language} {reading().view}", render, day_of(now())), language)
    return html(render(inventory), language)


@get(ONE, opt=PUBLIC)
async def show_offer(request: Asking, district: str, entry_id: UUID, database: Database) -> Response[str]:
    """One entry, and where to say what is wrong with it."""
    inventory = await _inventory(database, district)
    door, back = _door(inventory, entry_id), f"{PATH}/{district}"
    return door_page(request, door, f"{back}/{entry_id}", back, lambda _known, one: offered_in(inventory)[one.id].place)


@post(ONE, opt=PUBLIC)
async def tap_offer(request: Asking, district: str, entry_id: UUID, database: Database, settings: Settings) -> Redirect:
    """Nobody need have stood there: whoever taps on many is slowed down."""
    fields = await read_fields(request)
    door = _door(await _inventory(database, district), entry_id)
    await count_guess(request, database, settings, "inventory taps")
    return await take_tap(fields, door, f"{PATH}/{district}/{entry_id}", database)


async def _inventory(database: Database, district: str) -> Inventory:
    if district not in DISTRICTS:
        raise NotFoundException
    async with database.transaction() as session:
        return await read_inventory(session, district)


def _door(inventory: Inventory, entry_id: UUID) -> Door:
    """Raises NotFoundException for what is not public."""
    entry = inventory.find(entry_id)
    if entry is None or not is_open(entry):
        raise NotFoundException
    return Door(inventory, entry, (), ("wrong",))


def _kept(language: str) -> dict[str, str]:
    """What every link of the page carries on: the language and how it is read."""
    view = reading().view
    return {"lang": language, **({"view": view} if view else {})}


@lru_cache(maxsize=4_000)
def _vouched(day: date, language: str) -> str:
    return PAGES.texts.say(language, "offers-vouched", day=spoken_day(day, language))


def _days(language: str) -> Mapping[str, str]:
    names = get_day_names("wide", "stand-alone", locale=WRITTEN[language].locale)
    return {str(day): names[day] for day in range(7)}


def _dialled(phone: str) -> str:
    """What a telephone wants to be given."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


PAGES.environment.filters["dialled"] = _dialled


@cache
def _names(language: str) -> Mapping[str, str]:
    """Groups and topics as readers of the language call them."""
    tag = WRITTEN[language].tag
    topics = {f"topic-{topic.id}": topic.name.get(tag) or topic.name[FIRST] for topic in load_topics().topics}
    return topics | {f"group-{group}": PAGES.texts.say(language, f"for-{group}") for group in GROUPS}
