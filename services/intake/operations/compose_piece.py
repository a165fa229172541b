"""What stands on a printed page: of one channel in one format and language, and on the list of all codes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from babel.dates import format_date

from services.intake.domain.campaign import slug_of
from services.intake.domain.kits import Choice
from services.intake.domain.questionnaire import say
from services.intake.operations.draw_kit import Line, Piece, Sheet
from services.intake.settings import Settings
from services.intake.storage.forms import Form
from services.intake.storage.tables import Campaign, Channel
from services.intake.wording import TEXTS
from shared.kit.ids import grouped
from shared.kit.texts import FIRST, WRITTEN

WORD_JOINER: Final = "\u2060"
COLUMNS: Final = ("print-columns-code", "channel-place", "channel-kind", "channel-code")


def compose_piece(settings: Settings, form: Form, choice: Choice) -> Piece:
    language = choice.language

    def t(key: str, **values: str) -> str:
        return TEXTS.say(language, key, **values)

    return Piece(
        name=f"{choice.format}/{slug_of(form.place) or 'ort'}-{form.code}-{language}{'-gross' if choice.large else ''}",
        format=choice.format,
        large=choice.large,
        language=WRITTEN[language].tag,
        direction=WRITTEN[language].direction,
        title=say(form.title, language),
        intro=say(form.intro, language),
        scan=t("flyer-scan"),
        type_in=t("flyer-type", address=unbroken(typed_at(settings))),
        code=grouped(form.code),
        promise=t("promise", date=format_date(form.promise_on, "long", locale=WRITTEN[language].locale)),
        private=t("private"),
        place=form.place,
        group=form.group,
        office=t("footer", office=form.office),
        address=address_of(settings, form.code),
        spoken=t("flyer-spoken", address=address_of(settings, form.code)),
    )


def compose_codes(settings: Settings, campaign: Campaign, channels: Sequence[Channel]) -> Sheet:
    """The list of these channels, for whoever hangs them up."""
    return Sheet(
        title=_say("staff-print-codes-title"),
        heading=say(campaign.title, FIRST),
        office=campaign.office,
        address=_say("staff-print-codes-address", address=typed_at(settings)),
        columns=[_say(f"staff-{name}") for name in COLUMNS],
        lines=[_line(settings, channel) for channel in channels],
    )


def address_of(settings: Settings, code: str) -> str:
    return f"{settings.address}/q/{code}"


def typed_at(settings: Settings) -> str:
    """Where the code can be typed in, as it is printed."""
    return f"{settings.address.split('://')[-1]}/q"


def unbroken(address: str) -> str:
    """No line ends at its stroke: right-to-left, what stands behind it would be torn from what it belongs to."""
    return address.replace("/", f"{WORD_JOINER}/{WORD_JOINER}")


def _line(settings: Settings, channel: Channel) -> Line:
    address = address_of(settings, channel.code)
    return Line(
        place=channel.place,
        group=channel.group_name,
        kind=_say(f"staff-channel-kind-{channel.kind}"),
        days=_days(channel.begins_on, channel.ends_on),
        code=grouped(channel.code),
        address=address,
        spoken=_say("flyer-spoken", address=address),
    )


def _days(begins: date | None, ends: date | None) -> str:
    first, last = (format_date(day, "d. MMM y", locale=FIRST) if day else "" for day in (begins, ends))
    if first and last:
        return f"{first} – {last}"
    return _say("staff-channel-since", date=first) if first else _say("staff-channel-until", date=last) if last else ""


def _say(key: str, **values: str) -> str:
    return TEXTS.say(FIRST, key, **values)
