"""A campaign's own page as a form: fields in, plan out, and what is wrong with a field beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from msgspec.structs import replace

from services.intake.domain.campaign import KINDS, LEVELS, Plan, is_slug, slug_of
from services.intake.domain.days import day_of, first_moment, last_day, last_moment, read_day
from services.intake.domain.fields import Fields, clean
from services.intake.domain.questionnaire import Translated

MOST_LETTERS: Final = {"title": 200, "intro": 2000, "project": 200, "office": 200}
#: A new campaign opens after two weeks, is open for four, and answers six weeks later: a proposal, nothing more.
AHEAD: Final = timedelta(days=14)
OPEN_FOR: Final = timedelta(days=27)
ANSWER_AFTER: Final = timedelta(days=42)
EARLIEST: Final = date(2000, 1, 1)
LATEST: Final = date(2100, 1, 1)


class Read(NamedTuple):
    """`faults`: field → reason; `staff-wrong-<reason>` is the text for it. What is wrong stays as it was before."""

    plan: Plan
    faults: Mapping[str, str]


def shown(plan: Plan, languages: Sequence[str]) -> dict[str, str]:
    """The plan as its form shows it, field by field."""
    texts = {f"{name}-{code}": getattr(plan, name).get(code, "") for name in ("title", "intro") for code in languages}
    days = {
        "opens": day_of(plan.opens_at).isoformat(),
        "closes": last_day(plan.closes_at).isoformat(),
        "promise": plan.promise_on.isoformat(),
    }
    lines = ("district", "slug", "project", "office", "level", "kind")
    return texts | days | {name: getattr(plan, name) for name in lines}


def read_plan(fields: Fields, before: Plan, languages: Sequence[str], *, fixed: bool) -> Read:
    """`fixed`: the campaign is public, and its district, kind and address stay what they are."""
    faults: dict[str, str] = {}
    plan = replace(
        before,
        title=_texts(fields, "title", before.title, languages, faults),
        intro=_texts(fields, "intro", before.intro, languages, faults),
        project=_line(fields, "project", faults),
        office=_line(fields, "office", faults),
        level=_picked(fields, "level", LEVELS, before.level, faults),
        **({} if fixed else _address(fields, before, faults)),
    )
    if not any(plan.title.get(code) for code in languages):
        faults[f"title-{languages[0]}"] = "missing"
    return Read(_dated(fields, plan, faults), faults)


def proposal(district: str, title: str, level: str, kind: str, today: date) -> Plan:
    """A new campaign with dates to begin from; its slug is made from the title and may be empty."""
    opens = today + AHEAD
    closes = opens + OPEN_FOR
    return Plan(
        district=district,
        slug=slug_of(title),
        title={"de": title},
        intro={},
        office="",
        level=level,
        kind=kind,
        opens_at=first_moment(opens),
        closes_at=last_moment(closes),
        promise_on=closes + ANSWER_AFTER,
    )


def redated(plan: Plan, today: date) -> Plan:
    """The same plan for another round: as long as before, with dates that lie ahead."""
    opens, length = today + AHEAD, last_day(plan.closes_at) - day_of(plan.opens_at)
    closes = opens + max(length, timedelta(days=1))
    answer = max(plan.promise_on - last_day(plan.closes_at), timedelta(days=1))
    return replace(plan, opens_at=first_moment(opens), closes_at=last_moment(closes), promise_on=closes + answer)


def read_end(fields: Fields, plan: Plan) -> Read:
    """A new last day and promise, to reopen with."""
    faults: dict[str, str] = {}
    closes = _day(fields, "closes", faults)
    promise = _day(fields, "promise", faults)
    changed = replace(
        plan,
        closes_at=last_moment(closes) if closes else plan.closes_at,
        promise_on=promise or plan.promise_on,
    )
    if closes and promise and promise <= closes:
        faults["promise"] = "promise"
    return Read(changed, faults)


def one(fields: Fields, name: str) -> str:
    """The field's first value, cleaned; empty when it was not sent."""
    return clean(next(iter(fields.get(name, ())), ""))


def _address(fields: Fields, before: Plan, faults: dict[str, str]) -> dict[str, str]:
    slug = one(fields, "slug") or slug_of(one(fields, "title-de"))
    if not is_slug(slug):
        faults["slug"] = "slug"
    kind = _picked(fields, "kind", KINDS, before.kind, faults)
    return {"slug": before.slug if "slug" in faults else slug, "kind": kind, "district": one(fields, "district")}


def _dated(fields: Fields, plan: Plan, faults: dict[str, str]) -> Plan:
    """Moments stay as they are where their day was not changed."""
    opens, closes, promise = (_day(fields, name, faults) for name in ("opens", "closes", "promise"))
    if opens and closes and closes < opens:
        faults["closes"] = "order"
    elif closes and promise and promise <= closes:
        faults["promise"] = "promise"
    if faults or not (opens and closes and promise):
        return plan
    return replace(
        plan,
        opens_at=_kept(plan.opens_at, day_of(plan.opens_at) == opens, first_moment(opens)),
        closes_at=_kept(plan.closes_at, last_day(plan.closes_at) == closes, last_moment(closes)),
        promise_on=promise,
    )


def _kept(old: datetime, same: bool, new: datetime) -> datetime:
    return old if same else new


def _day(fields: Fields, name: str, faults: dict[str, str]) -> date | None:
    day = read_day(one(fields, name))
    if day is None or not EARLIEST < day < LATEST:
        faults[name] = "day"
        return None
    return day


def _texts(
    fields: Fields, name: str, before: Translated, languages: Sequence[str], faults: dict[str, str]
) -> Translated:
    """Texts of languages that the form does not show stay."""
    typed = {code: one(fields, f"{name}-{code}") for code in languages}
    for code, text in typed.items():
        if len(text) > MOST_LETTERS[name]:
            faults[f"{name}-{code}"] = "long"
    kept = {code: text for code, text in before.items() if code not in typed}
    return {**{code: text for code, text in typed.items() if text}, **kept}


def _line(fields: Fields, name: str, faults: dict[str, str]) -> str:
    text = one(fields, name).replace("\n", " ")
    if len(text) > MOST_LETTERS[name]:
        faults[name] = "long"
    return text


def _picked(fields: Fields, name: str, known: Sequence[str], before: str, faults: dict[str, str]) -> str:
    picked = one(fields, name)
    if picked in known:
        return picked
    faults[name] = "pick"
    return before
