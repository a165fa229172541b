"""Form fields: how questions are named on a page, and how what was typed is cleaned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from services.intake.domain.questionnaire import Question

#: What a form sent: field name → values in order.
Fields = Mapping[str, Sequence[str]]
#: Field names on the page: the question's key with this in front, so that no key collides with the form's own fields.
PREFIX: Final = "a-"
#: Between a question's key and the part of it that a field holds: a row, a choice, the day. No key contains it.
SEPARATOR: Final = "."
#: What the choice "something else" sends. No choice may have this key.
OTHER: Final = "~other"
#: The parts with the words for something else, with the point of a place, and of a date.
WORDS: Final = "other"
POINT: Final = "point"
DATE_PARTS: Final = ("day", "month", "year")
#: The value of a ticked consent.
YES: Final = "yes"

#: Arabic-Indic and Persian digits, all decimal separators as a point, all minus signs as one, no spaces.
_PLAIN: Final = {
    **{ord(sign): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, sign in enumerate(digits)},
    **{ord(sign): "." for sign in ",٫،"},
    **{ord(sign): "-" for sign in "−–"},
    **{ord(sign): None for sign in " \u00a0\u202f\u2009"},
}
#: At most two decimals: three would be a thousand to one reader and a fraction to the next.
_NUMBER: Final = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,2})?")


def field(key: str, part: str = "") -> str:
    return PREFIX + key + (SEPARATOR + part if part else "")


def parts_of(question: Question) -> tuple[str, ...]:
    """What the question's fields hold; the empty part is the question itself."""
    match question.kind:
        case "section" | "info":
            return ()
        case "matrix":
            return tuple(row.key for row in question.rows)
        case "ranking":
            return tuple(choice.key for choice in question.choices)
        case "date":
            return DATE_PARTS
        case "single" | "multiple" if question.other:
            return ("", WORDS)
        case "place" if question.locate:
            return ("", POINT)
    return ("",)


def names_of(question: Question) -> tuple[str, ...]:
    """The names of the question's fields."""
    return tuple(field(question.key, part) for part in parts_of(question))


def typed_in(question: Question, fields: Fields) -> dict[str, list[str]]:
    """What was typed or chosen, cleaned, by part; parts left empty are not there."""
    typed = {part: [clean(value) for value in fields.get(field(question.key, part), ())] for part in parts_of(question)}
    given = {part: [value for value in values if value] for part, values in typed.items()}
    return {part: values for part, values in given.items() if values}


def clean(value: str) -> str:
    """One spelling for one text (NFC), line ends as \\n, no control characters, no byte order mark, no blank edges."""
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(sign for sign in text if sign in "\n\t" or not _is_invisible(sign)).strip()


def parse_number(text: str) -> int | float | None:
    """With comma or point, in Western or Arabic digits; None for anything else, also for thousands set apart."""
    plain = text.translate(_PLAIN)
    if not _NUMBER.fullmatch(plain):
        return None
    number = float(plain)
    return int(number) if number.is_integer() else number


def _is_invisible(sign: str) -> bool:
    return sign == "\ufeff" or unicodedata.category(sign) == "Cc"
