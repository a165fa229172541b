"""What all pages on which staff make campaigns have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from babel import Locale
from babel.dates import format_datetime
from litestar import Response
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import Phase, State, phase_of
from services.intake.domain.checking import ABOUT_CAMPAIGN, ABOUT_LANGUAGES, Fault
from services.intake.domain.concept import Rule
from services.intake.domain.conditions import values_of
from services.intake.domain.days import HERE, day_of, last_day
from services.intake.domain.fields import OTHER
from services.intake.domain.questionnaire import Question, Questionnaire, say
from services.intake.storage.campaigns import find_campaign
from services.intake.storage.concepts import Measured
from services.intake.storage.tables import Campaign
from services.intake.web.pages import STAFF_PAGES
from shared.kit.clock import now
from shared.kit.texts import FIRST, WRITTEN
from shared.kit.web.bodies import Fields, first
from shared.kit.web.pages import spoken_day
from shared.staff.access import Role, SignedIn, require, staff
from shared.staff.web.pages import TEXTS

PATH: Final = "/staff/making"
ONE: Final = PATH + "/{campaign_id:uuid}"
READER: Final = staff("reader")
EDITOR: Final = staff("editor")
LEAD: Final = staff("lead")
CONFLICT: Final = 409
UNREADABLE: Final = 422
#: A question with many choices in two languages has more fields than a resident's form may.
MOST_FIELDS: Final = 4000
#: Letters of a question that another one names.
MOST_NAMED: Final = 60
DISTRICTS: Final = tuple(
    sorted(
        key.removeprefix("district-")
        for key in TEXTS.keys(FIRST)
        if key.startswith("district-") and key != "district-everywhere"
    )
)
#: Where a campaign is changed so that it keeps a rule of the district's concept, below its own address.
MENDED_AT: Final[Mapping[Rule, str]] = {
    "notice": "/settings#opens",
    "feedback": "/settings#promise",
    "languages": "/languages#languages",
    "phone": "/channels/new",
    "sides": "/channels/new",
    "person": "/questions",
}
#: What a page says after an action, by what the address names.
DONE: Final = frozenset(
    {
        "drafted",
        "copied",
        "saved",
        "told",
        "published",
        "closed",
        "reopened",
        "archived",
        "deleted",
        "channel",
        "channels",
        "channel-ended",
        "channel-reopened",
        "discarded",
        "moved",
        "removed",
        "undone",
        "added",
        "opened",
        "imported",
        "pack",
        "passes",
        "voided",
        "unprintable",
        "kit-discarded",
    }
)


async def campaign_for(
    session: AsyncSession, campaign_id: UUID, signed_in: SignedIn, role: Role = "reader", *, lock: bool = False
) -> Campaign:
    """Raises NotFoundException, and RoleTooLow when the role is not held in the campaign's district."""
    campaign = await find_campaign(session, campaign_id, lock=lock)
    if campaign is None:
        raise NotFoundException
    require(signed_in, role, campaign.district)
    return campaign


def districts_edited(signed_in: SignedIn) -> list[str]:
    return [district for district in DISTRICTS if signed_in.may("editor", district)]


def page(name: str, signed_in: SignedIn, *, status: int = 200, **values: Any) -> Response[str]:
    """`campaign`, where the page is about one, brings its address and phase along."""
    told: dict[str, Any] = {"done": "", "fault": "", "faults": {}, "making": PATH, **values}
    told["done"] = told["done"] if told["done"] in DONE else ""
    if campaign := told.get("campaign"):
        told |= {"base": f"{PATH}/{campaign.id}", "phase": phase(campaign)}
    return STAFF_PAGES.page(name, FIRST, status=status, signed_in=signed_in, **told)


def to(campaign: Campaign, path: str = "", done: str = "", anchor: str = "", **more: str) -> Redirect:
    """By GET, so that a reload repeats nothing."""
    asked = {**more, **({"done": done} if done else {})}
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    address = f"{PATH}/{campaign.id}{path}" + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")
    return Redirect(address, status_code=303)


def phase(campaign: Campaign) -> Phase:
    return phase_of(cast(State, campaign.state), campaign.opens_at, campaign.closes_at, now())


def edition_of(fields: Fields) -> int:
    typed = first(fields, "edition")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def language_name(code: str) -> str:
    """In German, for staff; a face is called by its own name."""
    if code not in WRITTEN or WRITTEN[code].is_face:
        return WRITTEN[code].name if code in WRITTEN else code
    return str(Locale.parse(WRITTEN[code].locale).get_language_name(FIRST))


def moment(value: datetime) -> str:
    return str(format_datetime(value, "d.\u00a0MMMM, HH:mm\u00a0'Uhr'", tzinfo=HERE, locale=FIRST))


def named(question: Question) -> str:
    """What staff call it: its text in German, or its key as long as it has none."""
    return say(question.label, FIRST) or question.key


def place_of(fault: Fault, base: str) -> str:
    """The address where this fault is mended."""
    if fault.reason in ABOUT_CAMPAIGN:
        field = {"dates": "closes", "over": "closes", "promise": "promise"}.get(fault.reason, fault.reason)
        return f"{base}/settings#{field}{'-' + fault.language if fault.language else ''}"
    if fault.reason in ABOUT_LANGUAGES:
        return f"{base}/languages"
    if fault.question:
        return f"{base}/questions/{fault.question}" + (f"?with={fault.language}" if fault.language else "")
    return f"{base}/questions"


def labels_of(questionnaire: Questionnaire) -> Mapping[str, str]:
    return {question.key: named(question) for question in questionnaire.questions}


def asked_in(questionnaire: Questionnaire) -> dict[str, Question]:
    return {question.key: question for question in questionnaire.questions}


def value_name(asked: Question | None, value: str) -> str:
    """What a condition is held against, in words: an answer, a cell of a matrix, something else, or a number."""
    if asked and asked.kind in ("scale", "smiley"):
        return _number_name(asked, value)
    words = values_of(asked).get(value, ()) if asked else ()
    if words:
        return ": ".join(say(word, FIRST) or "–" for word in words)
    return STAFF_PAGES.texts.say(FIRST, "staff-question-other-short") if value == OTHER else value


def _number_name(asked: Question, value: str) -> str:
    """`1 – gar nicht`: as the form names the ends of a scale, and every face."""
    if value not in values_of(asked):
        return value
    ends = {str(asked.numbers[0]): say(asked.low, FIRST), str(asked.numbers[-1]): say(asked.high, FIRST)}
    face = STAFF_PAGES.texts.say(FIRST, f"form-smiley-{value}") if asked.kind == "smiley" else ""
    words = ends.get(value) or face
    return f"{value} – {words}" if words else value


def condition_words(question: Question, asked: Mapping[str, Question]) -> str:
    """`Nur zu sehen, wenn „Kommen Sie oft?“ so beantwortet ist: Ja`. `asked`: key → question."""
    say_it = STAFF_PAGES.texts.say
    told = []
    for one in question.show_if:
        before = asked.get(one.question)
        about = named(before) if before else one.question
        about = about if len(about) <= MOST_NAMED else f"{about[: MOST_NAMED - 1]}…"
        values = ", ".join(value_name(before, value) for value in one.values)
        compared = say_it(FIRST, f"staff-comparison-{one.comparison}")
        told.append(f"„{about}“ {compared}" + (f": {values}" if values else ""))
    return f"{say_it(FIRST, 'staff-condition-shown')} " + f" {say_it(FIRST, 'staff-condition-and')} ".join(told)


def standard_name(standard: str) -> str:
    """As the catalogue that ships with the program calls it; another one by its key."""
    key = f"staff-standard-{standard}"
    return STAFF_PAGES.texts.say(FIRST, key) if key in STAFF_PAGES.texts.keys(FIRST) else standard


def rule_help(measured: Measured, rule: Rule) -> str:
    """What the concept asks, and what would keep it."""
    wanted = measured.needed
    assert wanted
    return STAFF_PAGES.texts.say(
        FIRST,
        f"staff-concept-{rule}-help",
        days=measured.rules.notice_days,
        weeks=measured.rules.feedback_weeks,
        languages=", ".join(map(language_name, measured.rules.languages)),
        earliest=spoken_day(wanted.opens_on, FIRST),
        latest=spoken_day(wanted.promise_on, FIRST),
        missing=", ".join(map(language_name, wanted.languages)),
    )


def by_language(faults: Iterable[Fault]) -> dict[str, list[Fault]]:
    """Faults of one language together, those of none first."""
    found: dict[str, list[Fault]] = {}
    for fault in sorted(faults, key=lambda one: bool(one.language)):
        found.setdefault(fault.language, []).append(fault)
    return found


STAFF_PAGES.environment.globals.update(
    place_of=place_of,
    mended_at=MENDED_AT,
    rule_help=rule_help,
    by_language=by_language,
    value_name=value_name,
    condition_words=condition_words,
    standard_name=standard_name,
)
STAFF_PAGES.environment.filters.update(
    language_name=language_name, moment=moment, named=named, day_of=day_of, last_day=last_day
)
