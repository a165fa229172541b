"""Writing a letter: plain text beside HTML, in the reader's language, from the templates in `letters/`."""

from __future__ import annotations

from datetime import date, datetime
from email.header import Header
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime, parseaddr
from functools import partial
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from services.notify.domain.journey import About, JourneyFacts, standards_of, title_in
from services.notify.domain.media import MAIL
from services.notify.operations.cast_mould import HOLE, Mould, Moulds, cast_mould
from services.notify.operations.hand_over import Mail
from services.notify.operations.sign_letter import read_signer, sign_letter
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


class Item(NamedTuple):
    """What another letter would have told. `about`: for kinds that tell of an outcome."""

    kind: str
    about: About | None


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """One letter to be sent. `kind`: the folder of its templates; `journey`: for kinds that tell of one.

    `about`: for kinds that tell of an outcome. `items`: what a letter of the week takes along. `medium`: what kind of
    address `recipient` is (domain/media.py). `occasion`: tells letters of one kind apart.
    """

    id: UUID
    kind: str
    language: str
    recipient: str
    token: str
    journey: JourneyFacts | None
    at: datetime
    about: About | None = None
    items: tuple[Item, ...] = ()
    medium: str = MAIL
    occasion: str = ""


class Unfolded(UnstructuredHeader, BaseHeader):
    """A header that machines read as one address: the usual folding would turn a long one into encoded words."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


class Subject(UnstructuredHeader, BaseHeader):
    """The usual folding of a long one loses the space between two words that are both encoded."""

    def fold(self, *, policy: Policy) -> str:
        header = Header(self, "us-ascii" if self.isascii() else "utf-8", header_name=self.name)
        return f"{self.name}: {header.encode(linesep=policy.linesep)}{policy.linesep}"


_HEADERS: Final = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", Unfolded)
_HEADERS.map_to_type("subject", Subject)
POLICY: Final = SMTP.clone(header_factory=_HEADERS)
TEMPLATES: Final = Environment(
    loader=FileSystemLoader(HERE / "letters"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters["lines"] = lines
MOULDS: Final = Moulds()


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
    message["List-Id"] = f"<{_list(letter)}.{_domain(settings.mail_from)}>"
    # RFC 8058: the mail program's own button ends the subscription with one POST.
    message["List-Unsubscribe"] = f"<{values['end_link']}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(_render(letter.kind, "text.txt", values), cte="quoted-printable")
    message.add_alternative(_render(letter.kind, "html.html", values), subtype="html", cte="quoted-printable")
    message["Content-Language"] = language_tag(language)  # at the end: contents take such headers along into their part
    return message


def write_letter(settings: Settings, letter: Letter) -> Mail:
    """The letter as bytes, signed when there is a key: cast from a mould where others say the same."""
    mould = _mould(settings, letter)
    head = (
        f"To: {letter.recipient}\r\nDate: {format_datetime(letter.at)}\r\n"
        f"Message-ID: <{letter.id}@{_domain(settings.mail_from)}>\r\n"
    )
    content = seal(settings, head.encode("ascii") + mould.fill(letter.token.encode()), letter.at)
    return Mail(settings.return_path(letter.id), letter.recipient, content)


def write_mail(settings: Settings, message: EmailMessage, at: datetime) -> Mail:
    """Any other message, signed as letters are; what cannot be delivered comes back to its sender."""
    sender, recipient = (parseaddr(message[name])[1] for name in ("From", "To"))
    return Mail(sender, recipient, seal(settings, message.as_bytes(), at))


def seal(settings: Settings, content: bytes, at: datetime) -> bytes:
    if not (settings.dkim_key and settings.dkim_selector):
        return content
    domain = settings.dkim_domain or _domain(settings.mail_from)
    return sign_letter(read_signer(settings.dkim_key, settings.dkim_selector, domain), content, int(at.timestamp()))


def _mould(settings: Settings, letter: Letter) -> Mould:
    """By everything that the letter says, so that a changed word never meets an old mould."""
    campaign = letter.journey.campaign if letter.journey else None
    told = letter.journey and (local_day(letter.journey.received_at), letter.journey.touched)
    if letter.about:
        told = None  # letters about outcomes tell nothing of the one response
    said = [settings.address, settings.mail_from, letter.kind, letter.language, campaign, told, letter.about]
    key = msgspec.msgpack.encode([*said, letter.items])
    if mould := MOULDS.get(key):
        return mould
    message = compose_letter(settings, msgspec.structs.replace(letter, token=HOLE))
    for name in ("To", "Date", "Message-ID"):
        del message[name]
    return MOULDS.keep(key, cast_mould(message.as_bytes()))


def _values(settings: Settings, letter: Letter, language: str) -> dict[str, Any]:
    link = f"{settings.address}/subscription/{letter.token}"
    campaign = letter.journey.campaign if letter.journey else None
    return {
        "kind": letter.kind,
        "language": WRITTEN[language],
        "t": partial(TEXTS.say, language),
        "say_in": TEXTS.say,
        "day": partial(_day, language=language),
        "day_in": _day,
        "standard_title": partial(standard_title, language=language),
        "standard_plain": partial(standard_plain, language=language),
        "link": link,
        "end_link": f"{link}/end",
        "own_link": f"{link}/data?lang={language}",
        "change_link": f"{link}?lang={language}",
        "receipt_link": f"{settings.address}/receipt?lang={language}",
        "journey": letter.journey,
        "standards": tuple(standards_of(letter.journey.touched)) if letter.journey else (),
        "campaign": campaign,
        "title": title_in(campaign.title, language) if campaign else "",
        "items": tuple(_item(settings, one, language) for one in letter.items),
        **(_told(settings, letter.about, language) if letter.about else {}),
    }


def _item(settings: Settings, item: Item, language: str) -> dict[str, Any]:
    return {"kind": item.kind, **(_told(settings, item.about, language) if item.about else {})}


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


def _list(letter: Letter) -> str:
    """The campaign's letters are one list (RFC 2919), so that people can sort them."""
    campaign = letter.journey.campaign if letter.journey else None
    return campaign.slug if campaign and campaign.slug else "resonanz"


def _domain(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2] or "localhost"
