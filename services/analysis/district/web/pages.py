"""The wing's templates and texts over those of analysis, and how its values are written."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from babel.dates import format_date
from babel.numbers import format_currency
from litestar import Response

from services.analysis.district.domain.entries import Entry, Fact, Inventory
from services.analysis.district.domain.freshness import checked_at
from services.analysis.district.domain.kinds import FIELDS, Field, Kind, field_of
from services.analysis.district.domain.times import say_times, unpack_slot
from services.analysis.district.network.drawing import short
from services.analysis.domain.days import day_of
from services.analysis.domain.sensitive import find_sensitive, redact
from services.analysis.tagger.topic_catalogue import load_topics
from services.analysis.web.pages import HERE as ANALYSIS
from services.analysis.web.pages import WRITINGS, number
from shared.kit.texts import FIRST
from shared.kit.web.pages import spoken_day
from shared.staff.web.pages import staff_pages

HERE: Final = Path(__file__).parent.parent
PAGES: Final = staff_pages(HERE, ANALYSIS)


def page(name: str, **values: Any) -> Response[str]:
    return PAGES.page(name, FIRST, **values)


def say(key: str, **values: Any) -> str:
    """A text of the wing in German."""
    return PAGES.texts.say(FIRST, key, **values)


@cache
def option_names() -> dict[str, str]:
    """`<names>-<key>` → German name, of all choices of all fields."""
    topics = {f"topic-{topic.id}": topic.name[FIRST] for topic in load_topics().topics}
    keys = {f"{f.names}-{option}" for fields in FIELDS.values() for f in fields for option in f.options}
    return {key: topics.get(key) or say(key) for key in keys}


def option(names: str, key: str) -> str:
    return option_names().get(f"{names}-{key}", key)


def euros(amount: float) -> str:
    return str(format_currency(amount, "EUR", "#,##0\u00a0¤", locale=FIRST, currency_digits=False))


def plain(value: float) -> str:
    """`39` or `19,5`."""
    return number(int(value)) if value == int(value) else f"{value:g}".replace(".", ",")


def spoken(field: Field, fact: Fact) -> list[str]:
    """What a fact says, as parts of a list; of references the ids."""
    value = fact.value
    if isinstance(value, tuple):
        if field.type == "times":
            return say_times(unpack_slot(one) for one in value).split("; ")
        return list(value) if field.type == "refs" else [option(field.names, one) for one in value]
    if isinstance(value, str):
        return [option(field.names, value) if field.type == "choice" else value]
    return [euros(value) if field.key == "amount" else plain(value)]


def where(inventory: Inventory, entry: Entry) -> str:
    """Address and part, of the entry itself or of where it takes place."""
    place = inventory.place_of(entry)
    room = next(iter(inventory.named_by(entry, "room")), None)
    parts = [room.name if room else "", place.line("address"), place.line("part")]
    return ", ".join(part for part in parts if part)


def said_fact(kind: Kind, key: str, fact: Fact) -> str:
    """A fact as it stands in the history, without links."""
    field = field_of(kind, key)
    if field.type == "refs":
        return say("change-refs", count=len(fact.value) if isinstance(fact.value, tuple) else 0)
    return "; ".join(spoken(field, fact))


def iso_day(value: str) -> str:
    """`2026-11-03` as `3. November 2026`."""
    return spoken_day(date.fromisoformat(value), FIRST)


def date_short(moment: datetime) -> str:
    """`3.11.2026`"""
    return str(format_date(day_of(moment), "d.M.y", locale=FIRST))


def masked(text: str) -> str:
    """What residents write, without what would name or reach a person."""
    return redact(text, find_sensitive(text)).text


PAGES.environment.globals.update(
    option=option,
    spoken=spoken,
    where=where,
    said_fact=said_fact,
    times=say_times,
    kind_name=lambda key: say(f"kind-{key}"),
    group_name=partial(option, "group"),
    topic_name=partial(option, "topic"),
    seeks_name=partial(option, "seeks"),
    fresh_name=lambda key: say(f"fresh-{key}"),
    as_is=str,
    short_name=short,
    pair_fields=FIELDS.__getitem__,
)
PAGES.environment.filters.update(
    {way.__name__: way for way in (*WRITINGS, euros, plain, iso_day, date_short, masked, checked_at)}
)
