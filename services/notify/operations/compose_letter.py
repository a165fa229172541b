"""Writing a letter: plain text beside HTML, in the reader's language, from the templates in `letters/`."""

from __future__ import annotations

from datetime import date, datetime
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime, parseaddr
from functools import partial
from typing import Any, Final
from uuid import UUID

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from services.notify.domain.journey import About, JourneyFacts, standards_of, title_in
from services.notify.settings import Settings
from services.notify.wording import (
    HERE,
    TEXTS,
    known_language,
    lines,
    local_day,
    spoken_day,
    standard_plain,
    standard_title,
)
from shared.kit.texts import WRITTEN, language_tag


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """One letter to be sent. `kind`: the folder of its templates; `journey`: for kinds that tell of one.

    `about`: for kinds that tell of an outcome.
    """

    id: UUID
    kind: str
    language: str
    recipient: str
    token: str
    journey: JourneyFacts | None
    at: datetime
    about: About | None = None


class Unfolded(UnstructuredHeader, BaseHeader):
    """A header that machines read as one address: the usual folding would turn a long one into encoded words."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


_HEADERS: Final = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", Unfolded)
POLICY: Final = SMTP.clone(header_factory=_HEADERS)
TEMPLATES: Final = Environment(
    loader=FileSystemLoader(HERE / "letters"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters["lines"] = lines


def compose_letter(settings: Settings, letter: Letter) -> EmailMessage:
    """The letter as it goes to the mail server: nothing in it is loaded from elsewhere or tells that it was read."""
    language = known_language(letter.language)
    values = _values(settings, letter, language)
    message = EmailMessage(policy=POLICY)
    message["From"] = settings.mail_from
    message["To"] = letter.recipient
    message["Subject"] = " ".join(_render(letter.kind, "subject.txt", values).split())
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = f"<{letter.id}@{_domain(settings.mail_from)}>"
    message["Auto-Submitted"] = "auto-generated"
    # RFC 8058: the mail program's own button ends the subscription with one POST.
    message["List-Unsubscribe"] = f"<{values['end_link']}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(_render(letter.kind, "text.txt", values), cte="quoted-printable")
    message.add_alternative(_render(letter.kind, "html.html", values), subtype="html", cte="quoted-printable")
    message["Content-Language"] = language_tag(language)  # at the end: contents take such headers along into their part
    return message


def _values(settings: Settings, letter: Letter, language: str) -> dict[str, Any]:
    link = f"{settings.address}/subscription/{letter.token}"
    campaign = letter.journey.campaign if letter.journey else None
    return {
        "language": WRITTEN[language],
        "t": partial(TEXTS.say, language),
        "say_in": TEXTS.say,
        "day": partial(_day, language=language),
        "standard_title": partial(standard_title, language=language),
        "standard_plain": partial(standard_plain, language=language),
        "link": link,
        "end_link": f"{link}/end",
        "own_link": f"{link}/data?lang={language}",
        "receipt_link": f"{settings.address}/receipt?lang={language}",
        "journey": letter.journey,
        "standards": tuple(standards_of(letter.journey.touched)) if letter.journey else (),
        "campaign": campaign,
        "title": title_in(campaign.title, language) if campaign else "",
        **(_told(settings, letter.about, language) if letter.about else {}),
    }


def _told(settings: Settings, about: About, language: str) -> dict[str, Any]:
    """What the letters about outcomes say. `spoken` is the language the office wrote in for this reader."""
    outcome = about.outcome
    return {
        "outcome": outcome,
        "moved": about.moved,
        "words": outcome.content.words(language),
        "spoken": WRITTEN[outcome.content.spoken_in(language)],
        "results_link": f"{settings.address}/ergebnisse/{outcome.slug}?lang={language}#o-{outcome.id}",
    }


def _render(kind: str, part: str, values: dict[str, Any]) -> str:
    return TEMPLATES.get_template(f"{kind}/{part}").render(values)


def _day(day: date | datetime, language: str) -> str:
    return spoken_day(local_day(day) if isinstance(day, datetime) else day, language)


def _domain(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2] or "localhost"
