"""The form page as text: everything but the response id is rendered once and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
from markupsafe import Markup

from services.intake.domain.answers import PREFIX, Answer, Fault, read_answers
from services.intake.domain.flow import shown_keys
from services.intake.domain.passes import is_pass
from services.intake.domain.questionnaire import Choice, Questionnaire, Translated, say
from services.intake.domain.suspicion import TRAP, is_counted
from services.intake.operations.issue_passes import pass_digest
from services.intake.settings import Settings
from services.intake.storage.crowds import count_sending
from services.intake.storage.forms import Form, find_form, with_version
from services.intake.storage.passes import find_channel_code
from services.intake.web.layout import CHECK, WHOLE, Layout, Where, lay_out, lay_out_all, typed_values
from services.intake.web.pages import PAGES
from services.intake.web.visits import Visits
from shared.contracts.offers import HasOffers, nothing_offered
from shared.contracts.receipts import receipt_address, receipt_proof
from shared.kit.guesses import Guesses
from shared.kit.print.code_card import CodeCard, draw_card, typed_address
from shared.kit.storage import Database, is_disconnect
from shared.kit.texts import FIRST
from shared.kit.web.pages import spoken_day
from shared.kit.web.reading import Reading, reading

#: Stand in the rendered pages where what belongs to one response goes.
PLACE_OF_TOKEN: Final = "RESPONSE-TOKEN"
PLACE_OF_RECEIPT: Final = "RESPONSE-RECEIPT"
PLACES_ON_CARD: Final = ("RECEIPT-SHOWN", "RECEIPT-SPELLED", "RECEIPT-TELEPHONED", "RECEIPT-QR")
PLACE_OF_PROOF: Final = "RECEIPT-PROOF"
#: How long a web process may not notice a change of the campaign.
FRESH_FOR: Final = timedelta(seconds=5)


START: Final = Where()
#: What of the way through the form travels as fields of their own.
FLAGS: Final = ("live", "editing", "saved", "kiosk")
#: From sad to glad, as paths in a face of 24 by 24.
MOUTHS: Final = {
    1: "M7 17q5-6 10 0",
    2: "M7.5 16.5q4.5-3 9 0",
    3: "M8 16h8",
    4: "M7.5 15q4.5 3 9 0",
    5: "M7 14q5 6 10 0",
}
#: Where strangers come one after the other, a browser must not offer what the last one typed. Elsewhere it may keep it:
#: then its back button finds the first page as it was left.
FORGOTTEN: Final = Markup(' autocomplete="off"')
#: A place is chosen from a list of taps up to here, from a menu beyond.
MOST_LISTED: Final = 8


class Saved(NamedTuple):
    """What to write down: the code, where to type it in, and until when it works."""

    code: str
    address: str
    until: datetime


class Typed(NamedTuple):
    """What was typed so far, to be shown again, and what is wrong with it. `challenge`: a puzzle for the browser."""

    fields: Mapping[str, Sequence[str]] = {}
    faults: tuple[Fault, ...] = ()
    notice: str = ""
    challenge: str = ""


class Campaign(msgspec.Struct, frozen=True, kw_only=True):
    """What a form says of its campaign, for a preview of one that nobody can open yet."""

    title: Translated
    intro: Translated
    office: str
    promise_on: date
    place: str = ""


class Forms:
    """Forms by code, read from the database at most every few seconds.

    Brings database, settings and the count of wrong codes along: one dependency of a route costs nothing, several are
    gathered by a task group, which cost more than the form page.
    """

    def __init__(self, database: Database, settings: Settings, has_offers: HasOffers = nothing_offered) -> None:
        self.database = database
        self.settings = settings
        self.has_offers = has_offers
        self.guesses = Guesses("intake", settings.guess_key)
        self._known: dict[str, tuple[datetime, Form]] = {}
        #: Campaign and version → what it asked; the rest of a form may change at any time.
        self._earlier: dict[tuple[UUID, UUID], Questionnaire] = {}
        #: Pass → the channel's code.
        self._channels: dict[str, str] = {}
        self.visits = Visits(database)

    async def count_crowd(self, host: str, code: str, at: datetime) -> int:
        """How many sendings came from this network so far, this one included. Nobody's answer hangs on the count."""
        if not is_counted(host):
            return 0
        key = self.settings.suspicion_key
        try:
            return await self.database.run_statement(
                lambda session: count_sending(session, key, host, code, at), patience_s=0
            )
        except Exception as error:
            if not is_disconnect(error):
                raise
            return 0

    async def find(self, code: str, at: datetime) -> Form | None:
        """A form that was found once is still shown while the database is away."""
        if is_pass(code):
            return await self._find_by_pass(code, at)
        known = self._known.get(code)
        if known and at - known[0] < FRESH_FOR:
            return known[1]
        try:
            form = await self.database.run(lambda session: find_form(session, code), patience_s=0 if known else 5)
        except Exception as error:
            if known is None or not is_disconnect(error):
                raise
            form = known[1]
        if form:
            self._known[code] = (at, form)
        return form

    async def _find_by_pass(self, code: str, at: datetime) -> Form | None:
        if code not in self._channels:
            digest = pass_digest(self.settings, code)
            channel = await self.database.run(lambda session: find_channel_code(session, digest))
            if channel is None:
                return None
            self._channels[code] = channel
        form = await self.find(self._channels[code], at)
        return msgspec.structs.replace(form, code=code) if form else None

    async def as_shown(self, form: Form, questionnaire_id: str) -> Form:
        """The form in the version that the page was made with: whoever began with one ends with it."""
        try:
            wanted = UUID(questionnaire_id)
        except ValueError:
            return form
        if wanted == form.questionnaire_id:
            return form
        key = (form.campaign_id, wanted)
        if key not in self._earlier:
            earlier = await self.database.run(lambda session: with_version(session, form, wanted))
            if earlier is form:
                return form
            self._earlier[key] = earlier.questionnaire
        return msgspec.structs.replace(form, questionnaire_id=wanted, questionnaire=self._earlier[key])


def empty_page(form: Form, language: str, token: str, where: Where = START) -> str:
    """The form as a first visitor gets it. One string operation: the rest was rendered for the visitor before."""
    head, tail = _empty_page(_Same(form, language, reading()), where)
    return head + token + tail


def thanks_page(form: Form, settings: Settings, language: str, receipt: str, *, changed: bool) -> str:
    """The page with the receipt. `changed`: other answers were sent under this id before, and those stand."""
    page = _thanks_page(_Same(form, language, reading()), settings.address, changed, settings.sends_texts)
    for place, shown in zip(PLACES_ON_CARD, card_of(settings, receipt, language), strict=False):
        page = page.replace(place, shown)
    page = page.replace(PLACE_OF_RECEIPT, receipt)
    return page.replace(PLACE_OF_PROOF, receipt_proof(settings.secret, receipt))


def kiosk_thanks_page(form: Form, settings: Settings, language: str, receipt: str) -> str:
    """For the next twenty seconds. `receipt`: empty where the response waits on the device."""
    card = card_of(settings, receipt, language) if receipt else None
    return PAGES.render("kiosk_thanks.html", language, form=form, card=card)


def card_of(settings: Settings, receipt: str, language: str) -> CodeCard:
    return draw_card(receipt_address(settings.address, language), receipt, PAGES.texts.say(language, "receipt-qr"))


def typed_page(form: Form, language: str, token: str, typed: Typed, where: Where = START) -> str:
    """A page of the form with everything that was typed, and a summary of what to mend."""
    layout = lay_out(form.questionnaire, typed.fields, where)
    values = _values(form, language, layout, where, typed) | {"token": token}
    return PAGES.render("form.html", language, **values, **_questions(layout, language, typed))


def check_page(form: Form, language: str, token: str, typed: Typed, where: Where) -> str:
    """All answers in words, each with the way back to its question."""
    layout = lay_out(form.questionnaire, typed.fields, where._replace(step=CHECK))
    shown = shown_keys(form.questionnaire, typed.fields)
    reading = read_answers(form.questionnaire, typed.fields)
    return PAGES.render(
        "form_check.html",
        language,
        **_values(form, language, layout, where._replace(step=CHECK), typed) | {"token": token},
        asking=[question for question in form.questionnaire.asking if question.key in shown],
        answers={answer.question: answer for answer in reading.answers},
        named=lambda choices, keys: _named(choices, keys, language),
        spoken=lambda day: spoken_day(date.fromisoformat(day), language),
    )


def correction_page(form: Form, language: str, typed: Typed, live: bool, own: dict[str, Any]) -> str:
    """All questions on one page, with what was answered. `own`: what proves whose response it is."""
    where = Where(WHOLE, live)
    layout = lay_out(form.questionnaire, typed.fields, where)
    values = _values(form, language, layout, where, typed) | {"go": "save", "saves": False} | own
    return PAGES.render("form_correct.html", language, **values, **_questions(layout, language, typed))


def answers_in_words(form: Form, language: str, answers: Sequence[Answer]) -> dict[str, Any]:
    """What `form_answer.html` needs, for answers that are not to be changed."""
    return {
        "form": form,
        "title": say(form.title, language),
        "asking": form.questionnaire.asking,
        "answers": {answer.question: answer for answer in answers},
        "named": lambda choices, keys: _named(choices, keys, language),
        "spoken": lambda day: spoken_day(date.fromisoformat(day), language),
        "spoken_in": language,
    }


def saved_page(form: Form, language: str, token: str, typed: Typed, where: Where, saved: Saved) -> str:
    """The code to come back with. Everything typed is in the page, so that somebody may also just go on."""
    layout = lay_out(form.questionnaire, typed.fields, where._replace(step=CHECK))._replace(step=where.step)
    values = _values(form, language, layout, where._replace(saved=True), typed) | {"token": token, "go": "on"}
    return PAGES.render("form_saved.html", language, **values, **saved._asdict())


def preview_page(
    questionnaire: Questionnaire, campaign: Campaign, language: str, page: int, conditions: Mapping[str, str] = {}
) -> str:
    """Page number `page`, from 0, as people will see it, with a band that says so and nothing to send.

    Shows every question; `conditions`: key → when people see it, in words. Other pages and languages are links:
    `?page=1&language=tr`.
    """
    form = _unpublished(questionnaire, campaign)
    layout = lay_out_all(questionnaire, page)
    band = PAGES.render("form_preview.html", FIRST, layout=layout, shown=language, offered=questionnaire.languages)
    values = _values(form, language, layout, START, Typed()) | {"token": "", "preview": Markup(band)}  # noqa: S704 - rendered right here
    values["conditions"] = conditions
    return PAGES.render("form.html", language, **values, **_questions(layout, language, Typed()))


class _Same(NamedTuple):
    """A cache key that stands for the form by its version and dates instead of its whole content."""

    form: Form
    language: str
    reading: Reading

    def __hash__(self) -> int:
        return hash((self.form.questionnaire_id, self.form.code, self.language, self.reading))


@lru_cache(maxsize=512)
def _empty_page(same: _Same, where: Where) -> tuple[str, str]:
    page = typed_page(same.form, same.language, PLACE_OF_TOKEN, Typed(), where)
    head, tail = page.split(PLACE_OF_TOKEN)
    return head, tail


@lru_cache(maxsize=512)
def _thanks_page(same: _Same, address: str, changed: bool, sends_texts: bool) -> str:
    where = typed_address(receipt_address(address, same.language))
    return PAGES.render(
        "thanks.html",
        same.language,
        form=same.form,
        receipt=PLACE_OF_RECEIPT,
        card=CodeCard(*PLACES_ON_CARD[:3], Markup(PLACES_ON_CARD[3]), where),  # noqa: S704 - our own mark
        proof=PLACE_OF_PROOF,
        changed=changed,
        sends_texts=sends_texts,
    )


def _values(form: Form, language: str, layout: Layout, where: Where, typed: Typed) -> dict[str, Any]:
    """What every page of a form needs."""
    return {
        "form": form,
        "layout": layout,
        "offered": form.questionnaire.languages,
        "title": say(form.title, language),
        "intro": say(form.intro, language),
        "prefix": PREFIX,
        "flags": [name for name in FLAGS if getattr(where, name)],
        "go": _main_way(layout),
        "saves": layout.step != "" and form.channel_kind != "kiosk",
        "kiosk": where.kiosk and form.channel_kind == "kiosk",
        "forgotten": FORGOTTEN if form.channel_kind == "kiosk" else "",
        "notice": typed.notice,
        "trap": TRAP,
        "trapped": "".join(typed.fields.get(TRAP, ())[:1]),
        "challenge": typed.challenge,
        "preview": "",
    }


def _main_way(layout: Layout) -> str:
    """What the large button does, and the Enter key in a field; empty where there is nothing but sending."""
    if layout.step in ("", WHOLE):
        return ""
    return "send" if layout.step == CHECK else "next"


def _questions(layout: Layout, language: str, typed: Typed) -> dict[str, Any]:
    """What the questions of a page need."""
    faults = {fault.question: fault for fault in typed.faults}
    return {
        "faults": [(question, faults[question.key]) for question in layout.questions if question.key in faults],
        "fault_of": faults,
        "typed": typed_values(layout.questions, typed.fields),
        "progress": _progress(layout, language),
        "mouths": MOUTHS,
        "most_listed": MOST_LISTED,
    }


def _progress(layout: Layout, language: str) -> str:
    if layout.of < 2:
        return ""
    return PAGES.texts.say(language, "form-step", step=layout.number, count=layout.of)


def _named(choices: Sequence[Choice], keys: Sequence[str], language: str) -> list[str]:
    labels = {choice.key: say(choice.label, language) for choice in choices}
    return [labels[key] for key in keys]


def _unpublished(questionnaire: Questionnaire, campaign: Campaign) -> Form:
    nobody, never = UUID(int=0), datetime.max.replace(tzinfo=UTC)
    return Form(
        code="",
        place=campaign.place,
        channel_id=nobody,
        campaign_id=nobody,
        slug="",
        district="",
        title=campaign.title,
        intro=campaign.intro,
        office=campaign.office,
        opens_at=never,
        closes_at=never,
        promise_on=campaign.promise_on,
        questionnaire_id=nobody,
        questionnaire=questionnaire,
    )
