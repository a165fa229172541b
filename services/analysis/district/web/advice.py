"""The advisor: whom, which level, what budget, until when, who has been missing so far; a reasoned shortlist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, cast

from litestar import Request, Response, get

from services.analysis.district.domain.methods import (
    GERMAN,
    GROUPS,
    LEVELS,
    PHASES,
    German,
    Level,
    Phase,
    Wish,
    advise,
    calendar,
    earliest,
)
from services.analysis.district.storage.methods import read_methods, read_uses
from services.analysis.district.storage.papers import rules_in_force
from services.analysis.district.web.access import district_asked, districts_of
from services.analysis.district.web.methods import READER, WORDS
from services.analysis.district.web.pages import page
from services.analysis.domain.days import day_of
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.staff.access import SignedIn

#: More than this nobody compares.
SHORTLIST: Final = 6
NUMBERS: Final = ("budget", "people")


@get("/staff/methods/advice", opt=READER)
async def show_advice(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    """The wish is the address, so that a shortlist can be shared."""
    today = day_of(now())
    typed = {name: request.query_params.getall(name, []) for name in set(request.query_params)}
    district = district_asked(request, signed_in)
    wish, faults = read_wish(typed, today)
    async with database.transaction() as session:
        methods = await read_methods(session, district)
        uses = await read_uses(session, district, methods, today)
        notice_days = (await rules_in_force(session, district)).notice_days
    asked = bool(typed.keys() - {"district"})
    found, ruled = advise(methods, wish, uses, today, notice_days) if asked and not faults else ((), ())
    shortlist = found[:SHORTLIST]
    days = {one.method.key: wish.until or earliest(one.method, today, notice_days) for one in shortlist}
    return page(
        "advice.html",
        signed_in=signed_in,
        district=district,
        places=districts_of(signed_in),
        typed=typed,
        faults=faults,
        asked=asked and not faults,
        wish=wish,
        found=shortlist,
        ruled=[one for one in ruled if set(wish.missing + wish.groups) & set(one.method.groups)][:SHORTLIST],
        notice_days=notice_days,
        calendars={one.method.key: calendar(one.method, days[one.method.key], notice_days) for one in shortlist},
        **WORDS,
    )


def read_wish(typed: Mapping[str, Sequence[str]], today: date) -> tuple[Wish, tuple[str, ...]]:
    """The wish, and the names of fields that are no number or no day to come."""
    faults = [name for name in NUMBERS if _one(typed, name) and _number(_one(typed, name)) is None]
    until = _day(_one(typed, "until"))
    if _one(typed, "until") and (until is None or until < today):
        faults.append("until")
    wish = Wish(
        groups=tuple(one for one in GROUPS if one in typed.get("group", ())),
        missing=tuple(one for one in GROUPS if one in typed.get("missing", ())),
        level=cast("Level | None", _among(typed, "level", LEVELS)),
        phase=cast("Phase | None", _among(typed, "phase", PHASES)),
        budget=_number(_one(typed, "budget")),
        people=_number(_one(typed, "people")),
        german=cast("German | None", _among(typed, "german", GERMAN)),
        until=until,
    )
    return wish, tuple(faults)


def _one(typed: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(typed.get(name, ())), "").strip()


def _among(typed: Mapping[str, Sequence[str]], name: str, known: Sequence[str]) -> str | None:
    return _one(typed, name) if _one(typed, name) in known else None


def _number(text: str) -> int | None:
    plain = text.replace(".", "").replace(" ", "").removesuffix("€")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 8 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
